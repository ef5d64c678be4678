//! The book in `docs`: every chapter is in its summary, every link leads somewhere, and its programs print what it says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};
use tippani::format::exchange::FORMATS;

use crate::judges::judge;
use crate::tools;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A page of Markdown: what it links to, what its headings are called in links, and its blocks of code by language.
#[derive(Debug, Default, PartialEq, Eq)]
struct Page {
    links: Vec<String>,
    anchors: BTreeSet<String>,
    code: Vec<(String, String)>,
}

impl Page {
    fn of(text: &str) -> Self {
        let mut page = Self::default();
        let (mut heading, mut code): (Option<String>, Option<(String, String)>) = (None, None);
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into_string());
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => page.anchors.extend(heading.take().map(|h| anchor(&h))),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                    code = Some((language.into_string(), String::new()));
                }
                Event::End(TagEnd::CodeBlock) => page.code.extend(code.take()),
                Event::Text(words) | Event::Code(words) => add(&words, &mut heading, &mut code),
                _ => {}
            }
        }
        page
    }

    fn read(path: &Path) -> Self {
        Self::of(&fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    }
}

fn add(words: &CowStr<'_>, heading: &mut Option<String>, code: &mut Option<(String, String)>) {
    if let Some(heading) = heading {
        heading.push_str(words);
    }
    if let Some((_, code)) = code {
        code.push_str(words);
    }
}

/// A heading as links name it: small letters, hyphens for blanks, no signs.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// Links of a page that lead nowhere; those to other sites are left to their owners.
fn broken(path: &Path) -> Vec<String> {
    let leads = |link: &str| {
        let (file, section) = link.split_once('#').map_or((link, None), |(file, s)| (file, Some(s)));
        let target = if file.is_empty() { path.to_owned() } else { path.parent().unwrap().join(file) };
        target.exists() && section.is_none_or(|section| Page::read(&target).anchors.contains(section))
    };
    let links = Page::read(path).links;
    links.into_iter().filter(|link| !link.contains("://") && !leads(link)).collect()
}

/// The pages of the book, and those beside it.
fn pages() -> Vec<PathBuf> {
    let files = fs::read_dir(root().join("docs")).unwrap().chain(fs::read_dir(root()).unwrap());
    let mut pages: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|e| e == "md"));
    pages.sort();
    pages
}

#[test]
fn links_headings_and_code_are_read() {
    let text = "# Of α, *and* `code`\n\n[a](b.md#c) ![p](p.png)\n\n```sh\nrun it\n```\n";
    let page = Page {
        links: vec!["b.md#c".to_owned(), "p.png".to_owned()],
        anchors: BTreeSet::from(["of-α-and-code".to_owned()]),
        code: vec![("sh".to_owned(), "run it\n".to_owned())],
    };
    assert_eq!(Page::of(text), page);

    let folder = crate::folder::folder(&[
        (
            "a.md",
            b"# One\n[x](b.md) [x](b.md#two) [x](#one) [x](https://example.org/z) [x](c.md) [x](b.md#no)",
        ),
        ("b.md", b"## Two\n"),
    ]);
    assert_eq!(broken(&folder.path().join("a.md")), ["c.md", "b.md#no"]);
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages();
    assert!(pages.len() > 15, "{pages:?}");
    for page in pages {
        assert_eq!(broken(&page), [""; 0], "{}", page.display());
    }
}

#[test]
fn every_chapter_is_in_the_summary() {
    let summary = Page::read(&root().join("docs/SUMMARY.md")).links;
    // The book is read elsewhere than in this folder.
    for page in pages().into_iter().filter(|path| path.parent().unwrap().ends_with("docs")) {
        assert!(Page::read(&page).links.iter().all(|link| !link.starts_with("../")), "{}", page.display());
    }
    let names = pages().into_iter().filter(|path| path.parent().unwrap().ends_with("docs"));
    let names = names.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned());
    let chapters: BTreeSet<String> = names.filter(|name| name != "SUMMARY.md").collect();
    assert_eq!(summary.into_iter().collect::<BTreeSet<_>>(), chapters);
}

#[test]
fn the_book_names_every_format() {
    let page = fs::read_to_string(root().join("docs/formats.md")).unwrap();
    for format in FORMATS {
        assert!(page.contains(&format!("| `{}` |", format.id)), "{}", format.id);
    }
}

#[test]
fn programs_of_the_book_print_what_it_says() {
    let Some(python) = judge() else { return };
    let folder = tempfile::tempdir().unwrap();
    let samples = folder.path().join("samples");
    for (file, bytes) in crate::folder::contents(&root().join("samples")) {
        let path = samples.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let home = folder.path().join("cache");
    let variables = BTreeMap::from([("HF_HOME", home.to_str().unwrap()), ("HF_HUB_OFFLINE", "1")]);
    let (mut printed, mut ran) = (None, 0);
    for (language, code) in Page::read(&root().join("docs/python.md")).code {
        match language.as_str() {
            "sh" => {
                let arguments: Vec<&str> = code.trim().strip_prefix("tippani ").unwrap().split(' ').collect();
                let mut program = Command::new(env!("CARGO_BIN_EXE_tippani"));
                let output = program.args(arguments).current_dir(folder.path()).output().unwrap();
                // 1 where the format cannot hold everything; what came out is held against the page below.
                assert!(output.status.code().is_some_and(|code| code < 2), "{code}: {output:?}");
            }
            "python" => {
                let mut program = Command::new(&python);
                printed = Some(tools::run_in(folder.path(), program.args(["-c", &code]).envs(&variables)));
            }
            "text" => {
                assert_eq!(printed.take().as_deref(), Some(code.as_str()));
                ran += 1;
            }
            other => panic!("what is {other:?}?"),
        }
    }
    assert_eq!(ran, 4);
}
