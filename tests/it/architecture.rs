//! The map of `ARCHITECTURE.md`, held against the sources.

use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{FnArg, ItemUse, Macro, Signature, UseTree};

/// A room: its name, its folder, and the rooms it may use.
struct Room(&'static str, &'static str, &'static [&'static str]);

const ROOMS: [Room; 15] = [
    Room("words", "crates/words/src", &[]),
    Room("text", "crates/core/src/text", &[]),
    Room("names", "crates/core/src/names", &["text"]),
    Room("model", "crates/core/src/model", &["text"]),
    Room("edit", "crates/core/src/edit", &["model", "text"]),
    Room("analysis", "crates/core/src/analysis", &["edit", "names", "model", "text"]),
    Room("typeset", "crates/typeset/src", &["text"]),
    Room("format", "crates/corpus/src/format", &["words", "model", "text"]),
    Room("read_model", "crates/corpus/src/read_model", &["format", "analysis", "model", "text"]),
    Room("store", "crates/corpus/src/store", &["read_model", "format", "words", "model", "text"]),
    Room(
        "jobs",
        "crates/corpus/src/jobs",
        &["store", "read_model", "format", "words", "typeset", "analysis", "edit", "names", "model", "text"],
    ),
    Room(
        "session",
        "src/session",
        &["jobs", "read_model", "format", "words", "analysis", "edit", "names", "model", "text"],
    ),
    Room("ui", "src/ui", &["session", "words", "typeset", "analysis", "edit", "names", "model", "text"]),
    Room(
        "app",
        "src/app",
        &[
            "ui", "session", "words", "jobs", "store", "format", "typeset", "analysis", "edit", "model",
            "text",
        ],
    ),
    Room(
        "cli",
        "src/cli",
        &["jobs", "store", "format", "typeset", "analysis", "edit", "names", "model", "text"],
    ),
];

/// Packages that only some rooms may name, and modules of the standard library.
const PACKAGES: [(&str, &[&str]); 34] = [
    ("fluent_bundle", &["words"]),
    ("fluent_syntax", &["words"]),
    ("sys_locale", &["app"]),
    ("zbus", &["app"]),
    ("futures_lite", &["app"]),
    ("oxrdf", &["format"]),
    ("oxttl", &["format"]),
    ("scraper", &["format"]),
    ("flate2", &["format", "store"]),
    ("rmpv", &["format"]),
    ("rustix", &["store"]),
    ("zip", &["store"]),
    ("icu_normalizer", &["analysis", "format", "model", "names"]),
    ("icu_segmenter", &["text"]),
    ("imara_diff", &["analysis"]),
    ("skera", &["typeset"]),
    ("indicatif", &["cli"]),
    ("ctrlc", &["cli", "app"]),
    ("signal_hook", &["app"]),
    ("notify", &["store"]),
    ("gethostname", &["store"]),
    ("serde", &["format"]),
    ("libc", &["store"]),
    ("pulldown_cmark", &["ui"]),
    ("html5ever", &["format"]),
    ("ego_tree", &["format"]),
    ("std::fs", &["store"]),
    ("egui", &["ui", "app"]),
    ("eframe", &["app"]),
    ("system_open", &["app"]),
    ("rfd", &["app"]),
    ("parley", &["typeset"]),
    ("swash", &["typeset"]),
    ("std::thread", &["app", "jobs"]),
];

/// Crates whose modules are rooms.
const HOMES: [&str; 3] = ["crate", "tippani_core", "tippani_corpus"];

/// Crates that are rooms.
const WHOLE: [(&str, &str); 2] = [("tippani_typeset", "typeset"), ("tippani_words", "words")];

/// A file longer than this hides something.
const LONGEST: usize = 400;

/// Arguments of a function besides `self`; more of them are a type that is missing.
const MOST_ARGUMENTS: usize = 5;

/// Rust files below a folder of the project, with what they hold.
pub(crate) fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let all = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(|e| e.unwrap().into_path());
    let rust = all.filter(|path| path.extension().is_some_and(|e| e == "rs"));
    rust.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// Every path a file names, in code and in every form of `use`, as its segments.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl Paths {
    fn of(text: &str) -> Vec<Vec<String>> {
        let mut paths = Self::default();
        paths.visit_file(&syn::parse_file(text).unwrap());
        paths.0
    }

    fn leaves(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.leaves(&with(&path.ident), &path.tree),
            UseTree::Name(name) => self.0.push(with(&name.ident)),
            UseTree::Rename(rename) => self.0.push(with(&rename.ident)),
            UseTree::Glob(_) => self.0.push(before.to_vec()),
            UseTree::Group(group) => group.items.iter().for_each(|item| self.leaves(before, item)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.leaves(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|s| s.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        // Inside a macro there is no syntax tree, so its words are read for paths.
        let words = mac.tokens.to_string().replace(" :: ", "::");
        let path = |word: &str| word.split("::").map(ToOwned::to_owned).collect::<Vec<_>>();
        let is_path = |c: char| !(c.is_alphanumeric() || c == '_' || c == ':');
        self.0.extend(words.split(is_path).filter(|word| word.contains("::")).map(path));
        visit::visit_macro(self, mac);
    }
}

/// The room that a path leads to: `crate::model::State` to `model`.
fn room_of(path: &[String]) -> Option<&'static str> {
    let whole = WHOLE.iter().find(|(home, _)| path.first().is_some_and(|first| first == home));
    if let Some((_, room)) = whole {
        return Some(room);
    }
    let [home, room, ..] = path else { return None };
    let known = ROOMS.iter().find(|Room(name, ..)| room == name);
    known.filter(|_| HOMES.contains(&home.as_str())).map(|Room(name, ..)| *name)
}

fn arrows_off_the_map(Room(room, _, allowed): &Room, text: &str) -> Vec<String> {
    let used = Paths::of(text).into_iter().filter_map(|path| Some((room_of(&path)?, path)));
    let wrong = used.filter(|(used, _)| used != room && !allowed.contains(used));
    wrong.map(|(used, path)| format!("{room} uses {used}: {}", path.join("::"))).collect()
}

#[test]
fn every_arrow_is_on_the_map() {
    for room in &ROOMS {
        for (path, text) in files(room.1) {
            assert_eq!(arrows_off_the_map(room, &text), Vec::<String>::new(), "{}", path.display());
        }
    }
}

#[test]
fn every_form_of_use_is_seen() {
    let text = Room("text", "", &[]);
    let check =
        |code: &str, expected: &[&str]| assert_eq!(arrows_off_the_map(&text, code), expected, "{code}");
    check("use crate::model::State;", &["text uses model: crate::model::State"]);
    check(
        "use crate::{text::Span, model::{self, Schema as S}};",
        &["text uses model: crate::model::self", "text uses model: crate::model::Schema"],
    );
    check("use tippani_core::model::*;", &["text uses model: tippani_core::model"]);
    check(
        "fn f() -> crate::store::SidecarVersions { todo() }",
        &["text uses store: crate::store::SidecarVersions"],
    );
    check(
        "fn f() { vec![crate::edit::History::default()]; }",
        &["text uses edit: crate::edit::History::default"],
    );
    check("use crate::text::Span; // crate::model", &[]);
}

#[test]
fn packages_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for Room(room, folder, _) in &ROOMS {
        for (file, text) in files(folder) {
            for path in Paths::of(&text).iter().map(|path| path.join("::")) {
                for (package, rooms) in PACKAGES {
                    let named = path == package || path.starts_with(&format!("{package}::"));
                    if named && !rooms.contains(room) {
                        wrong.push(format!("{}: {room} names {path}", file.display()));
                    }
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_field_is_the_one_field() {
    let is_other = |path: &Path, text: &str| {
        let is_field = path.components().any(|part| part.as_os_str() == "text_field");
        let is_named = || Paths::of(text).iter().flatten().any(|name| name == "TextEdit");
        let is_called =
            ["text_edit_singleline", "text_edit_multiline"].iter().any(|name| text.contains(name));
        !is_field && (is_called || is_named())
    };
    let others = files("src").into_iter().filter(|(path, text)| is_other(path, text)).map(|(path, _)| path);
    assert_eq!(others.collect::<Vec<_>>(), Vec::<PathBuf>::new());
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = ["src", "crates", "tests", "benches"]
        .into_iter()
        .flat_map(files)
        .map(|(path, text)| (text.lines().count(), path))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("{lines} {}", path.display()))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

/// Functions that take too much.
#[derive(Default)]
struct Signatures(Vec<String>);

impl<'ast> Visit<'ast> for Signatures {
    fn visit_signature(&mut self, signature: &'ast Signature) {
        let besides_self = signature.inputs.iter().filter(|i| !matches!(i, FnArg::Receiver(_))).count();
        if besides_self > MOST_ARGUMENTS {
            self.0.push(format!("{} takes {besides_self}", signature.ident));
        }
        visit::visit_signature(self, signature);
    }
}

#[test]
fn no_function_takes_more_than_five_arguments() {
    let mut wrong = Vec::new();
    for (path, text) in ["src", "crates", "benches"].into_iter().flat_map(files) {
        let mut found = Signatures::default();
        found.visit_file(&syn::parse_file(&text).unwrap());
        wrong.extend(found.0.into_iter().map(|what| format!("{}: {what}", path.display())));
    }
    assert_eq!(wrong, Vec::<String>::new());
}
