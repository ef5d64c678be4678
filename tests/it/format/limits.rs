//! Files built to keep a program busy: what is nested without end, and pages that browsers' parsers are slow on.

use tippani::format::{html, sidecar, workspace};
use tippani::model::{AnnotationSet, Annotator, Document};
use tippani::text::SourceText;

fn document() -> Document {
    let text = "Asha Rao came.\n";
    let sha256 = tippani::format::encoding::sha256(text.as_bytes());
    Document { file: "a.txt".into(), text: SourceText::new(text), sha256: sha256.into(), language: None }
}

/// A sidecar of `document` with one more field.
fn with_field(document: &Document, field: &str) -> String {
    let set = AnnotationSet::new(Annotator::new("asha").unwrap());
    let bytes = String::from_utf8(sidecar::encode(&set, document).unwrap()).unwrap();
    let outer = bytes.trim_end().strip_suffix('}').unwrap().trim_end();
    format!("{outer},\n  \"x\": {field}\n}}\n")
}

#[test]
fn deeply_nested_fields_are_kept_and_do_not_grow() {
    fn check(field: &str) {
        let document = document();
        let before = with_field(&document, field);
        let set = sidecar::decode(before.as_bytes(), &document).unwrap().value;
        let once = sidecar::encode(&set, &document).unwrap();
        // Indented 32 levels deep: 64 blanks and a line end for each of the outer brackets, on both sides.
        assert!(once.len() <= before.len() + 2 * 32 * 65, "{} from {}", once.len(), before.len());
        let again = sidecar::decode(&once, &document).unwrap().value;
        assert_eq!(sidecar::encode(&again, &document).unwrap(), once, "the same the second time");
        let tokens =
            |text: &[u8]| text.iter().filter(|b| !b.is_ascii_whitespace()).copied().collect::<Vec<_>>();
        assert_eq!(tokens(&once), tokens(before.as_bytes()), "nothing is lost");
    }
    for depth in [1, 31, 32, 33, 10_000, 100_000, 1_000_000] {
        check(&format!("{}1{}", "[".repeat(depth), "]".repeat(depth)));
        check(&format!("{}\"]}}[\"{}", "{\"k\":".repeat(depth), "}".repeat(depth)));
    }
}

#[test]
fn a_byte_order_mark_is_no_hindrance() {
    let document = document();
    let plain = with_field(&document, "1");
    let marked = format!("\u{feff}{plain}");
    let read = |text: &str| sidecar::decode(text.as_bytes(), &document).unwrap();
    assert_eq!(read(&marked), read(&plain));
    let schema = workspace::encode(&tippani::model::news_schema());
    let with_mark = [b"\xef\xbb\xbf".as_slice(), &schema].concat();
    assert_eq!(workspace::decode(&with_mark).unwrap(), workspace::decode(&schema).unwrap());
}

#[test]
fn pages_built_to_be_slow_are_read() {
    /// `expected` words stand in the text, and whether tags were left out.
    fn check(page: &str, expected: &[&str], is_cut: bool) {
        let read = html::main_text(page).unwrap();
        let head = &page[..page.len().min(40)];
        for words in expected {
            assert!(read.text.contains(words), "no “{words}” in the text of {head}");
        }
        assert_eq!(read.is_cut, is_cut, "{head}");
    }
    let n = 100_000;
    check(&format!("{}in{}<p>after", "<div>".repeat(400), "</div>".repeat(400)), &["in", "after"], false);
    check(&format!("<p>before</p>{}in", "<div>".repeat(n)), &["before", "in"], true);
    check(&format!("{}in{}<p>after", "<div>".repeat(n), "</div>".repeat(n)), &["in", "after"], true);
    // What comes after is as if nothing had been too deep.
    let after = "<article><h1>Head</h1><p>one</p><p>two</p></article>";
    let page = format!("{}in{}{after}", "<div>".repeat(600), "</div>".repeat(600));
    check(&page, &["Head\n\none\n\ntwo\n"], true);
    check(&"<div></x>".repeat(n), &[], true);
    check(&format!("{}in", "<span>".repeat(n)), &["in"], true);
    check(&format!("{}in", "<table><tr><td>".repeat(n)), &["in"], true);
    check(&format!("<article>{}in", "<ul><li>".repeat(n)), &["in"], true);
    check(&"<p>one</p>".repeat(n), &["one\n\none"], false);
    // What is too deep to be a paragraph begins a line all the same, and a script stays out.
    let deep = format!("{}<p>one</p><p>two</p><script>three</script>", "<div>".repeat(600));
    check(&deep, &["one\ntwo"], true);
    assert!(!html::main_text(&deep).unwrap().text.contains("three"));
    // Formatting that every paragraph opens again.
    let formats: String = (0..400).map(|i| format!("<b class={i}>")).collect();
    check(&format!("<p>{formats}</p>{}", "<p>x</p>".repeat(20_000)), &["x"], true);
}
