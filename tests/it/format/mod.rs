//! Bytes ⇄ values: encodings, web pages, languages, the workspace file, preferences, JSON Schemas, and the sidecar.

pub(crate) mod sidecar;

use std::path::{Path, PathBuf};

use tippani::format::preferences::{Pace, Preferences, Theme};
use tippani::format::{article, encoding, html, json_schema, language, workspace};
use tippani::model::news_schema;

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn bytes_become_text() {
    /// Bytes, the text they are, and words an issue has to hold (none: no issue).
    fn check(bytes: &[u8], text: &str, issue: &[&str]) {
        let decoded = encoding::decode(bytes);
        assert_eq!(decoded.value, text, "{bytes:x?}");
        let told = decoded.issues.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert_eq!(told.is_empty(), issue.is_empty(), "{bytes:x?}: {told}");
        for word in issue {
            assert!(told.contains(word), "{bytes:x?}: {told:?} does not say {word:?}");
        }
    }
    check(b"", "", &[]);
    check("ખેડૂત\r\nकि\rx\n".as_bytes(), "ખેડૂત\r\nकि\rx\n", &[]);
    check("\u{feff}नमस्ते".as_bytes(), "नमस्ते", &[]);
    check("\u{feff}\u{feff}a".as_bytes(), "\u{feff}a", &[]);
    check(b"a\0b\x01\x7f", "a\0b\x01\x7f", &["1 NUL"]);
    check(b"\xff\xfe\x15\x09\x41\x00\x0d\x00\x0a\x00", "कA\r\n", &[]);
    check(b"\xfe\xff\x09\x15\x00A", "कA", &[]);
    check(b"\xff\xfeA\x00\x00", "A\u{fffd}", &["UTF-16LE", "1 of"]);
    check(b"\xfe\xff\xd8\x00\x00A", "\u{fffd}A", &["UTF-16BE"]);
    check(b"Un caf\xe9 \xe0 la cr\xe8me, d\xe9j\xe0 vu", "Un café à la crème, déjà vu", &["windows-1252"]);
    check(b"\x93quoted\x94 \x80 5", "“quoted” € 5", &["windows-1252"]);
    // Cut in the middle of क, and one bad byte in good UTF-8: never mojibake.
    check(b"abc \xe0\xa4", "abc \u{fffd}", &["1 place in", "UTF-8"]);
    check(b"\xe0\xa4\x95\xe0\xa4\x96 \xff\xe0\xa4\x97 \xe0", "कख \u{fffd}ग \u{fffd}", &["2 places", "UTF-8"]);
    check(b"\xef\xbb\xbfa\xe9", "a\u{fffd}", &["1 place in"]);
    check(
        b"<meta charset=\"windows-1251\"><p>\xcf\xf0\xe8\xe2\xe5\xf2",
        "<meta charset=\"windows-1251\"><p>Привет",
        &["windows-1251"],
    );
    // The nukta letter stays as it was written, either way.
    check("\u{095c}ड\u{093c}".as_bytes(), "\u{095c}ड\u{093c}", &[]);
    assert_eq!(encoding::sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn a_page_becomes_its_main_text() {
    fn check(page: &str, text: &str) {
        assert_eq!(html::main_text(page).unwrap().text, text, "{page}");
    }
    check("", "");
    check("<p>one</p>", "one\n");
    check("plain &amp; simple", "plain & simple\n");
    check("<title>T</title><p>a\n  b <b>c</b>d</p><p>e</p>", "T\n\na b cd\n\ne\n");
    check("<h1>Head</h1><p>x</p>", "Head\n\nx\n");
    check(
        "<body><header><h1>ખબર</h1></header><nav><p>menu menu menu menu</p></nav><article><p>કૃષિ &nbsp;મંત્રી</p>\
         <script>var x</script><aside>ad</aside><p hidden>no</p><p style='display: none'>no</p><p>બીજો</p></article>\
         <footer><p>foot</p></footer></body>",
        "ખબર\n\nકૃષિ \u{a0}મંત્રી\n\nબીજો\n",
    );
    check(
        "<div class=menu><a href=x>one</a></div><div><p>long paragraph here</p><p>two</p></div>",
        "long paragraph here\n\ntwo\n",
    );
    check("<p>a<br>b</p><pre> x\n  y </pre>", "a\nb\n\nx\n  y\n");
    check("<ul><li>a<li>b</ul><table><tr><td>1<td>2<tr><td>3</table>", "a\n\nb\n\n1\t2\n\n3\n");
    check("<p>&#x0915;&#2381;&#x200d;ष &lt;b&gt;</p>", "क्\u{200d}ष <b>\n");
    // As deep as it likes: no recursion.
    let deep = format!("{}<p>in</p>{}", "<div>".repeat(5_000), "</div>".repeat(5_000));
    assert!(html::main_text(&deep).unwrap().text.contains("in"));
}

#[test]
fn languages_are_told_by_script_and_words() {
    fn check(text: &str, tag: Option<&str>) {
        assert_eq!(language::language(text), tag, "{text}");
    }
    check("", None);
    check("1234 !!", None);
    check("ગુજરાતી સમાચાર", Some("gu"));
    check("বাংলা সংবাদ", Some("bn"));
    check("தமிழ் செய்தி", Some("ta"));
    check("മലയാളം", Some("ml"));
    check("ภาษาไทย", Some("th"));
    check(
        "प्रधानमंत्री ने शुक्रवार को कहा कि सरकार किसानों के लिए एक नई योजना लाएगी और इसके लिए पैसे भी देगी।",
        Some("hi"),
    );
    check(
        "मुख्यमंत्री म्हणाले की राज्यातील शेतकऱ्यांना या वर्षी मदत दिली जाणार आहे आणि त्यासाठी निधी मंजूर केला आहे.",
        Some("mr"),
    );
    check(
        "प्रधानमन्त्रीले शुक्रबार किसानहरूका लागि नयाँ योजना ल्याइने बताएका छन् र यसका लागि बजेट पनि छुट्याइएको छ।",
        Some("ne"),
    );
    check("नमस्ते", None);
    check("وزیر اعظم نے جمعہ کو کہا کہ حکومت کسانوں کے لیے نئی سکیم لائے گی", Some("ur"));
    check("رئیس جمهور گفت که دولت برای کشاورزان برنامه جدیدی دارد", Some("fa"));
    check("قال الرئيس إن الحكومة ستطلق خطة جديدة للمزارعين في البلاد", Some("ar"));
    check(
        "The minister said on Friday that the government would bring a new scheme for farmers in the state.",
        Some("en"),
    );
}

#[test]
fn articles_know_their_kind_and_source() {
    fn check(file: &str, kind: Option<article::ArticleKind>, source: &str) {
        assert_eq!((article::ArticleKind::of(file), article::source_file(file).as_str()), (kind, source));
    }
    check("a.txt", Some(article::ArticleKind::Plain), "a.txt");
    check("sub/B.MD", Some(article::ArticleKind::Plain), "sub/B.MD");
    check("c.html", Some(article::ArticleKind::Html), "c.html.txt");
    check("d.HTM", Some(article::ArticleKind::Html), "d.HTM.txt");
    check("e.json", None, "e.json");
}

#[test]
fn the_workspace_file_keeps_everything() {
    let news = workspace::encode(&news_schema());
    let decoded = workspace::decode(&news).unwrap();
    assert_eq!((&decoded.value, decoded.issues.len()), (&news_schema(), 0));
    let text = String::from_utf8(news).unwrap();
    // A key nobody knows, at every level.
    let foreign = text
        .replace("\n  ]\n}\n", "\n  ],\n  \"zz\": {\n    \"deep\": [\n      1.50\n    ]\n  }\n}\n")
        .replacen("\"role\"\n      ]\n", "\"role\"\n      ],\n      \"icon\": null\n", 1)
        .replacen("\"True, certain\"\n", "\"True, certain\",\n          \"a/b~c\": \"\\u0915\"\n", 1);
    assert_eq!(foreign.len() - text.len(), 95, "all three were put in");
    let decoded = workspace::decode(foreign.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(workspace::encode(&decoded.value)).unwrap(), foreign);
}

#[test]
fn a_schema_says_what_is_wrong_with_it() {
    fn issues(change: [&str; 2]) -> Vec<String> {
        let text =
            String::from_utf8(workspace::encode(&news_schema())).unwrap().replacen(change[0], change[1], 1);
        let found = workspace::decode(text.as_bytes());
        found.map_or_else(|e| vec![e.to_string()], |d| d.issues.iter().map(ToString::to_string).collect())
    }
    fn check(change: [&str; 2], words: &str) {
        let found = issues(change).join("\n");
        assert!(found.contains(words), "{change:?}: {found:?} does not say {words:?}");
    }
    check(["\"key\": \"2\"", "\"key\": \"1\""], "taken by two labels");
    check(["\"key\": \"2\"", "\"key\": \"22\""], "more than one character");
    check(["\"id\": \"person\"", "\"id\": \"organization\""], "there twice");
    check(["\"blue\"", "\"#ff0000\""], "none of the twelve");
    check(["\"version\": 1", "\"version\": 7"], "version 7");
    check(["tippani/workspace", "other"], "not a workspace file");
    check(["\"kind\": \"entity\"", "\"kind\": \"thing\""], "unknown variant");
    check(["{", ""], "cannot be read");
}

#[test]
fn preferences_survive_anything() {
    let mut preferences = Preferences {
        annotator: Some("asha".into()),
        theme: Theme::Dark,
        invisibles: true,
        high_contrast: Some(true),
        less_motion: Some(false),
        shortcuts: [("SAVE".to_owned(), vec!["Ctrl+J".to_owned()])].into(),
        ..Preferences::default()
    };
    (0..12).for_each(|n| preferences.remember(PathBuf::from(format!("/w/{n}"))));
    preferences.remember(PathBuf::from("/w/5"));
    assert_eq!((preferences.recent.len(), &preferences.recent[0]), (10, &PathBuf::from("/w/5")));
    assert_eq!(Preferences::decode(&preferences.encode()), preferences);
    for broken in ["", "[]", "{", r#"{"text-zoom": "big", "recent": 3, "theme": "blue", "annotator": 1}"#] {
        assert_eq!(Preferences::decode(broken.as_bytes()), Preferences::default(), "{broken}");
    }
    assert_eq!(Preferences::decode(br#"{"text-zoom": 900, "invisibles": true}"#).text_zoom, 4.0);
}

#[test]
fn what_was_measured_of_one_annotator_in_one_workspace_is_added_up() {
    let pace = |folder: &str, annotator: &str, milliseconds, annotations| Pace {
        folder: folder.into(),
        annotator: annotator.to_owned(),
        milliseconds,
        annotations,
        done: 1,
    };
    let mut preferences = Preferences::default();
    for one in [pace("/w", "asha", 1, 5), pace("/w", "ravi", 2, 1), pace("/w", "asha", 3, -2)] {
        preferences.add_pace(one);
    }
    assert_eq!(preferences.paces, [Pace { done: 2, ..pace("/w", "asha", 4, 3) }, pace("/w", "ravi", 2, 1)]);
    assert_eq!(Preferences::decode(&preferences.encode()), preferences);
    (0..100).for_each(|n| preferences.add_pace(pace(&format!("/w/{n}"), "asha", 1, 1)));
    assert_eq!(preferences.paces.len(), Preferences::MAX_PACES);
}

#[test]
fn json_schemas_are_committed() {
    for (name, text) in json_schema::all() {
        let path = repository("schemas").join(name);
        if std::env::var_os("TIPPANI_BLESS").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "schemas/{name} is not current: run the tests with TIPPANI_BLESS=1");
    }
}
