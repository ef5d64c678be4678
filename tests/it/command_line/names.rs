//! `tippani names`: whether two names are one, and how often the right one of a list comes first.

use std::path::{Path, PathBuf};

use super::{folder, tippani};

/// Runs it: exit code, standard output, standard error.
fn names(arguments: &[&str]) -> (i32, String, String) {
    tippani(Path::new(env!("CARGO_MANIFEST_DIR")), &[&["names"], arguments].concat())
}

fn list(name: &str) -> String {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "names", name].iter().collect();
    path.to_str().unwrap().to_owned()
}

#[test]
fn two_names_are_compared_with_the_reason() {
    let check = |a: &str, b: &str, expected: i32, verdict: &str, lines: &[&str]| {
        let (code, out, err) = names(&[a, b]);
        assert_eq!((code, err.as_str()), (expected, ""), "{out}");
        let mut told = out.lines();
        let first = told.next().unwrap();
        assert!(first.starts_with(&format!("{a} and {b}: {verdict} (score ")), "{first}");
        assert_eq!(told.collect::<Vec<_>>(), lines);
    };
    check("બેલોસોવ", "Belousov", 0, "one name", &["for      બે·લો·સો·વ ≈ Be·lou·so·v  (sound alike)"]);
    check("यूनान", "Greece", 0, "one name", &["for      यूनान = Greece  (two names of one bearer)"]);
    check("बीबीसी", "BBC", 0, "one name", &["for      बीबीसी ≈ BBC  (letters spoken one by one)"]);
    check(
        "राहुल गांधी",
        "Sonia Gandhi",
        1,
        "probably not one name",
        &[
            "for      गां·धी ≈ Gan·dhi  (sound alike)",
            "against  राहुल: only in the first",
            "against  Sonia: only in the second",
        ],
    );
    check(
        "कच्छ जिला",
        "Kutch River",
        1,
        "not one name",
        &["for      क·च्छ ≈ Ku·tch  (sound alike)", "against  जिला and River are different things"],
    );
}

#[test]
fn names_steer_no_terminal() {
    let (_, out, _) = names(&["Modi\u{1b}[31m", "मोदी"]);
    assert!(out.contains("\\u{1b}") && !out.contains('\u{1b}'), "{out}");
}

/// The figures of the first line of a ranking, all names: first, within three, found, names.
fn all(out: &str) -> [f64; 4] {
    let line = out.lines().find(|line| line.ends_with("  all")).unwrap();
    let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    numbers.try_into().unwrap()
}

/// The recall of a ranking.
fn recall(out: &str) -> f64 {
    let line = out.lines().find(|line| line.starts_with("Half of the right ones missing")).unwrap();
    let mut numbers = line.split_whitespace().filter_map(|word| word.parse().ok());
    numbers.next().unwrap()
}

#[test]
fn the_right_name_of_the_committed_lists_comes_first() {
    let check = |list: &str, among: Option<&str>, (from, to): (&str, &str), least: [f64; 4]| {
        let mut arguments = vec!["--list", list, "--rank", from, to];
        arguments.extend(among.iter().flat_map(|among| ["--among", among]));
        let (code, out, err) = names(&arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
        let [first, three, _, count] = all(&out);
        let [least_first, least_three, least_recall, expected] = least;
        assert!(
            first >= least_first && three >= least_three && recall(&out) >= least_recall,
            "{from} → {to}: {out}"
        );
        assert_eq!(count, expected);
    };
    let (typed, cldr) = (list("typed.tsv"), list("cldr.tsv"));
    check(&typed, Some(&cldr), ("hi", "en"), [93.0, 98.0, 0.85, 392.0]);
    check(&typed, Some(&cldr), ("gu", "en"), [93.0, 98.0, 0.85, 392.0]);
    check(&typed, Some(&cldr), ("hi", "gu"), [95.0, 98.0, 0.85, 392.0]);
    check(&cldr, None, ("hi", "en"), [85.0, 95.0, 0.8, 648.0]);
    // Scripts that leave more open: Urdu its short vowels, Tamil the voice of its stops.
    let typed = list("typed-ur-bn-ta.tsv");
    for (from, least) in [("ur", 88.0), ("bn", 88.0), ("ta", 85.0)] {
        check(&typed, Some(&cldr), (from, "hi"), [least, 98.0, 0.85, 77.0]);
    }
}

#[test]
fn a_ranking_tells_parts_likeness_and_misses() {
    let folder = folder(&[
        (
            "a.tsv",
            "kind\ten\thi\nperson\tSergei Lavrov\tसर्गेई लावरोव\nplace\tGreece\tयूनान\nplace\tXyzzy\tकखग\n",
        ),
        ("b.tsv", "hi\nनरेंद्र मोदी\n"),
    ]);
    let (code, out, err) = tippani(
        folder.path(),
        &["names", "--list", "a.tsv", "--rank", "en", "hi", "--among", "b.tsv", "--misses"],
    );
    assert_eq!((code, err.as_str()), (0, ""));
    for line in [
        "en → hi: 3 names searched for among 4",
        "  66.7 %   100.0 %   100.0 %      3  all",
        " 100.0 %   100.0 %   100.0 %      1  kind person",
        "  50.0 %   100.0 %   100.0 %      2  kind place",
        "not first | came first | right one | its place",
        "Xyzzy | सर्गेई लावरोव | कखग | 2",
    ] {
        assert!(out.lines().any(|told| told == line), "{line}: {out}");
    }
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = folder(&[("a.tsv", "en\thi\nGoa\t\n"), ("latin.tsv", "en\thi\nGoa\tगोवा\n")]);
    std::fs::write(folder.path().join("latin1.tsv"), b"en\thi\nS\xe3o\t\n").unwrap();
    let check = |arguments: &[&str], expected: &str| {
        let (code, out, err) = tippani(folder.path(), &[&["names"], arguments].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(expected), "{err}");
    };
    check(&["--list", "none.tsv", "--rank", "en", "hi"], "none.tsv: there is no such file");
    check(&["--list", "latin1.tsv", "--rank", "en", "hi"], "latin1.tsv: the list is not in UTF-8");
    check(&["--list", "a.tsv", "--rank", "en", "gu"], "a.tsv has no column gu, but en, hi");
    check(&["--list", "a.tsv", "--rank", "en", "hi"], "no row of the list has names in both columns");
    check(&["--list", "latin.tsv", "--rank", "en", "hi", "--among", "none.tsv"], "none.tsv");
    check(&["--list", "a.tsv"], "--rank");
    check(&["--rank", "en", "hi"], "--list");
    check(&["Goa"], "2 values required");
    check(&[], "<A> <B>");
    check(&["Goa", "गोवा", "--list", "a.tsv", "--rank", "en", "hi"], "cannot be used with");
}

#[test]
fn the_readme_says_what_is_printed() {
    let readme = include_str!("../../../README.md");
    let lines: Vec<&str> = readme.lines().filter(|line| line.starts_with("tippani names ")).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    for line in lines {
        let (command, told) = line.split_once('#').unwrap();
        let arguments: Vec<&str> = command.split_whitespace().skip(2).collect();
        let (code, out, err) = names(&arguments);
        assert_eq!(code, 0, "{line}: {err}");
        assert!(out.contains(told.trim()), "{line}: {out}");
    }
}
