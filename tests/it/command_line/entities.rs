//! `tippani entities`.

use super::{folder, tippani};

const PEOPLE: &str = "name,aliases\nAndrei Belousov,बेलौसोव@hi\nBelousov A,\n";

#[test]
fn entities_come_in_are_listed_merged_and_go_out() {
    let folder = folder(&[("w/a.txt", "one"), ("people.csv", PEOPLE)]);
    let run = |arguments: &[&str]| tippani(folder.path(), &[&["entities"], arguments].concat());
    let (code, out, err) = run(&["import", "w", "people.csv", "--annotator", "asha"]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "2 entities new, 0 say more now: people.csv\n", ""));
    let (_, out, _) = run(&["import", "w", "people.csv", "--annotator", "asha"]);
    assert_eq!(out, "0 entities new, 0 say more now: people.csv\n", "once more changes nothing");
    let (code, out, _) = run(&["list", "w"]);
    assert_eq!(code, 0);
    assert_eq!(
        out,
        "andrei-belousov  person  Andrei Belousov · बेलौसोव  (asha)\nbelousov-a  person  Belousov A  (asha)\n2 entities by 1 annotator\n"
    );
    let (code, out, _) = run(&["merge", "w", "belousov-a", "andrei-belousov", "--annotator", "asha"]);
    assert_eq!((code, out.as_str()), (0, "belousov-a and andrei-belousov are one now, for asha\n"));
    let (code, out, _) = run(&["apart", "w", "belousov-a", "andrei-belousov", "--annotator", "ravi"]);
    assert_eq!(code, 1, "{out}");
    assert!(
        out.ends_with("contradiction: andrei-belousov and belousov-a are one for asha, and two for ravi\n"),
        "{out}"
    );
    assert_eq!(run(&["list", "w"]).0, 1, "contradictions are findings");
    for (format, file) in [("csv", "o.csv"), ("jsonl", "o.jsonl"), ("skos", "o.ttl")] {
        let (code, out, err) = run(&["export", "w", "--to", format, "--out", file]);
        assert_eq!((code, out.as_str()), (0, &*format!("2 entities written to {file}\n")), "{err}");
        let (code, out, err) = run(&["import", "w", file, "--annotator", "mira"]);
        assert_eq!(code, 0, "{out}{err}");
    }
    let (code, _, err) = run(&["merge", "w", "nobody", "belousov-a", "--annotator", "asha"]);
    assert_eq!((code, err.as_str()), (2, "tippani: nobody has an entity called nobody in w\n"));
    let (code, _, err) = run(&["import", "w", "a.xlsx", "--annotator", "asha"]);
    assert_eq!(code, 2);
    assert!(err.contains("say it with --from"), "{err}");
}

#[test]
fn a_broken_file_of_entities_is_told_of_and_stays() {
    let folder = folder(&[("w/a.txt", "one"), ("w/entities.asha.json", "{"), ("people.csv", PEOPLE)]);
    let (code, _, err) = tippani(folder.path(), &["entities", "list", "w"]);
    assert_eq!(code, 1);
    assert!(err.starts_with("The entities of asha cannot be used: "), "{err}");
    let import = ["entities", "import", "w", "people.csv", "--annotator", "asha"];
    let (code, _, err) = tippani(folder.path(), &import);
    assert_eq!(code, 2);
    assert!(err.contains("was left as it is"), "{err}");
    assert_eq!(std::fs::read_to_string(folder.path().join("w/entities.asha.json")).unwrap(), "{");
}
