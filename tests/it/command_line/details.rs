//! What is known of an article goes out with it.

use serde_json::{Value as Json, json};

use super::{samples, tippani};

const LIST: &str = "file,title,publisher,author,date,url\n\
    bridge-hi.txt,पुल की <ख़बर>,दैनिक,आशा राव,2026-01-30,https://example.org/a?b=1&c=2\n\
    bridge-en.txt,,,,2026-01-31,javascript:alert(1)\n";

#[test]
fn details_of_articles_are_in_pages_and_lines() {
    let folder = samples();
    let root = folder.path();
    std::fs::write(root.join("w/articles.csv"), LIST).unwrap();
    for format in ["html", "jsonl"] {
        let (code, _, told) = tippani(root, &["export", "w", "--to", format, "--out", format]);
        assert_eq!(code, 0, "{told}");
    }
    let page = |name: &str| std::fs::read_to_string(root.join("html").join(name)).unwrap();
    let source = "<h1>पुल की &lt;ख़बर&gt;</h1>\n<p class=\"source\"><span>दैनिक</span> <span>आशा राव</span> \
        <span>2026-01-30</span> <a href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a> \
        <span>bridge-hi.txt</span></p>";
    assert!(page("bridge-hi.html").contains(source), "{}", page("bridge-hi.html"));
    let source = "<h1>bridge-en.txt</h1>\n<p class=\"source\"><span>2026-01-31</span> </p>";
    assert!(page("bridge-en.html").contains(source), "an address that may run something is no link");
    let lines = std::fs::read_to_string(root.join("jsonl/articles.jsonl")).unwrap();
    let lines: Vec<Json> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let details = |file: &str| &lines.iter().find(|line| line["file"] == file).unwrap()["details"];
    assert_eq!(*details("bridge-en.txt"), json!({ "date": "2026-01-31", "url": "javascript:alert(1)" }));
    assert_eq!(details("bridge-hi.txt")["author"], "आशा राव");
    assert!(details("bridge-gu.txt").is_null(), "of which nothing is known");
}
