//! Names that would steer a terminal, a page of Markdown or a spreadsheet are shown as the characters they are.

use std::fs;
use std::process::{Command, Stdio};

use super::{folder, tippani};

/// The sidecar of an article that says `text`, with a mark over all of it.
fn sidecar(file: &str, text: &str, label: &str) -> String {
    serde_json::json!({
        "format": "tippani/annotations", "version": 1,
        "source": {
            "file": file, "sha256": ::tippani::format::encoding::sha256(text.as_bytes()),
            "characters": text.chars().count(), "unit": "code-point",
        },
        "annotator": "asha", "state": "in-progress",
        "annotations": [{
            "id": "01A\u{1b}[1m", "kind": "entity", "label": label,
            "spans": [{ "start": 0, "end": text.chars().count(), "quote": text }],
            "note": "=cmd", "attributes": {}, "origin": { "by": "hand" },
            "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
        }],
        "relations": [{ "id": "01R", "label": "x`](<b>", "from": "01A\u{1b}[1m", "to": "01A\u{1b}[1m" }],
    })
    .to_string()
}

/// Nothing that moves the cursor or turns the order of letters.
#[track_caller]
fn is_plain(said: &str) {
    let found = said.chars().find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{202a}'..='\u{202e}'));
    assert_eq!(found, None, "{said:?}");
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/samples");
    for arguments in [&["stats", samples][..], &["claims", samples], &["stats", samples, "--json"]] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tippani"));
        let program = program.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut program = program.spawn().unwrap();
        drop(program.stdout.take());
        let ended = program.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{arguments:?}");
        assert_eq!(ended.status.code(), Some(0), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn names_do_not_steer_the_terminal() {
    let name = "e\u{1b}]0;PWNED\u{7}\u{1b}[31mred\n# Heading\u{202e}.txt";
    let folder = folder(&[
        (&format!("w/{name}"), "=1+1"),
        (&format!("w/{name}.asha.annotations.json"), &sidecar(name, "=1+1", "p\u{1b}[31m\u{202e}")),
        (&format!("w/{name}.ravi.annotations.json"), "{ broken"),
        ("w/b.txt", "Asha"),
    ]);
    let root = folder.path();
    let lines = |arguments: &[&str], code: i32| {
        let (ended, out, err) = tippani(root, arguments);
        assert_eq!(ended, code, "{arguments:?}: {err}");
        is_plain(&out);
        is_plain(&err);
        format!("{out}{err}")
    };
    for command in ["check", "stats"] {
        let said = lines(&[command, "w"], 1);
        assert!(said.contains(r"red\n# Heading\u{202e}.txt"), "{said}");
        assert!(!said.contains("\n# Heading"), "{said}");
    }
    lines(&["progress", "w"], 1);
    let said = lines(&["check", &format!("gone{name}")], 2);
    assert!(said.contains(r"red\n# Heading"), "{said}");
    lines(&["fonts", &format!("w/{name}")], 0);
    let (_, json, _) = tippani(root, &["check", "w", "--json"]);
    is_plain(&json);
    let answer: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(answer["findings"].as_array().unwrap().iter().any(|f| f["file"] == name), "{answer}");
    lines(&["export", "w", "--to", "csv", "--out", "out", "--annotator", "asha"], 1);
}

#[test]
fn names_are_no_markdown_and_cells_no_formulas() {
    let name = "-=a`b_<script>[x](y).txt";
    let folder = folder(&[
        (&format!("w/{name}"), "=1+1 is said"),
        (&format!("w/{name}.asha.annotations.json"), &sidecar(name, "=1+1 is said", "@label")),
        ("w/tippani.json", r#"{"format":"tippani/workspace","version":1,"name":"W<script>`# x"}"#),
    ]);
    let root = folder.path();
    let (_, _, err) = tippani(root, &["export", "w", "--to", "csv", "--out", "out"]);
    let report =
        fs::read_to_string(root.join("out/EXPORT.md")).unwrap_or_else(|error| panic!("{error}: {err}"));
    assert!(report.starts_with(r"# W&lt;script\>\`\# x"), "{report}");
    assert!(
        report.contains(r"- -=a\`b\_&lt;script\>\[x\](y).txt 01R: “x\`\](&lt;b\>: =1+1 is said”"),
        "{report}"
    );
    let table = fs::read_to_string(root.join("out/annotations.csv")).unwrap();
    let row = table.lines().nth(1).unwrap();
    assert!(row.starts_with("'-=a`b_<script>[x](y).txt,"), "{row}");
    assert!(row.contains(",'@label,") && row.contains(",'=1+1 is said,") && row.contains(",'=cmd,"), "{row}");
}
