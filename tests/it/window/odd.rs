//! Input nobody wants: each opens or says why not, in the window, and nothing is lost.

use super::driver::Window;

#[track_caller]
fn check(bytes: &[u8]) {
    let mut window = Window::on_bytes(&[("a.txt", bytes)]);
    window.press("Ctrl+End Ctrl+Home Shift+ArrowRight 1 Ctrl+Z Ctrl+Shift+Z PageDown Ctrl+D c Tab");
    let marked = window.marked();
    let mut window = window.reopened();
    assert_eq!(window.marked(), marked);
    window.assert_saved("a.txt");
}

#[test]
fn any_bytes_open_and_are_annotated() {
    let line = "क्षत्रिय ".repeat(200_000);
    let marks = "\u{301}".repeat(50_000);
    let tabs = "\t".repeat(500_000);
    for bytes in [
        &b""[..],
        b"\n\n\n",
        b"one\0two\0\0three",
        b"caf\xe9 \xff\xfe broken \xc3",
        b"one\r\ntwo\r\nthree",
        b"one\rtwo\rthree",
        b"\xef\xbb\xbfwith a mark",
        b"\xff\xfeh\0i\0 \0x\0",
        "\u{202e}abc\u{202c} אבג\u{200f} e\u{301}\u{301}".as_bytes(),
        line.as_bytes(),
        marks.as_bytes(),
        tabs.as_bytes(),
    ] {
        check(bytes);
    }
}

#[test]
fn a_sidecar_that_cannot_be_used_makes_the_article_read_only() {
    let whole = r#"{"format": "tippani/annotations", "version": 99}"#;
    for sidecar in ["{\"format\": \"tippa", whole, "[]", "\0\0\0", ""] {
        let name = "a.txt.asha.annotations.json";
        let mut window = Window::on(&[("a.txt", "one two"), (name, sidecar)]);
        let article = window.harness.state().session().article().unwrap();
        assert!(article.blocked().is_some(), "{sidecar}");
        window.press("Ctrl+Home Ctrl+D 1");
        assert_eq!(window.marked(), "one two");
        window.harness.state_mut().close();
        let path = window.folder().join(name);
        assert_eq!(std::fs::read_to_string(path).unwrap(), sidecar, "it is as it was");
    }
}

#[test]
fn an_article_that_goes_away_takes_no_annotation_with_it() {
    let mut window = Window::on(&[("a.txt", "one two")]);
    std::fs::remove_file(window.folder().join("a.txt")).unwrap();
    window.press("Ctrl+Home Ctrl+D 1");
    window.harness.state_mut().close();
    assert!(!window.harness.state().session().is_dirty());
    let sidecar = std::fs::read_to_string(window.folder().join("a.txt.asha.annotations.json")).unwrap();
    assert!(sidecar.contains("\"quote\": \"one\""), "it is on disk: {sidecar}");
}

#[test]
fn what_cannot_be_saved_is_in_place_when_it_can_be() {
    let mut window = Window::on(&[("a.txt", "one two")]);
    // A folder in its place cannot be replaced by a file.
    let sidecar = window.folder().join("a.txt.asha.annotations.json");
    std::fs::create_dir(&sidecar).unwrap();
    window.press("Ctrl+Home Ctrl+D 1");
    window.harness.state_mut().close();
    assert!(window.harness.state().session().is_dirty(), "it could not be saved");
    std::fs::remove_dir(&sidecar).unwrap();
    let mut window = window.reopened();
    assert_eq!(window.marked(), "[person: one] two");
    window.assert_saved("a.txt");
    assert!(sidecar.is_file());
}

#[test]
fn of_a_sidecar_of_another_version_of_the_article_what_fits_goes_on() {
    let of = |last: &str| {
        format!("one of them said that the dam would hold for the whole of the rainy season, as did {last}")
    };
    let mut window = Window::on(&[("a.txt", &of("three"))]);
    window.press("Ctrl+Home Ctrl+D 1 Escape Escape Ctrl+End Ctrl+D 2");
    window.assert_saved("a.txt");
    std::fs::write(window.folder().join("a.txt"), of("THREE")).unwrap();
    let mut window = window.reopened();
    assert_eq!(window.marked(), of("THREE").replace("one", "[person: one]"));
    window.assert_saved("a.txt");
    let article = window.harness.state().session().article().unwrap();
    assert_eq!(article.set().orphans().len(), 1);
    let sidecar = std::fs::read_to_string(window.folder().join("a.txt.asha.annotations.json")).unwrap();
    assert!(sidecar.contains("\"three\""), "what has no place for certain is kept in the file: {sidecar}");
}
