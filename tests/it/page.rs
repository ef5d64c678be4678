//! Reports as a browser shows them: headless Chromium reads, draws and prints the pages of the samples.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tippani::format::exchange::Format;
use tippani::jobs::{CancelToken, ExportOptions, ReportRequest, WrittenReport, export, write_report};
use tippani::model::{Annotator, Hue};
use tippani::store;
use tippani::ui::theme::Theme;

use crate::tools;

/// The names that Chromium goes by.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Chromium, or nothing where it is not there.
#[track_caller]
fn chromium() -> Option<String> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let is_there = |name: &&&str| std::env::split_paths(&folders).any(|f| f.join(name).is_file());
    match NAMES.iter().find(is_there) {
        Some(name) => Some((*name).to_owned()),
        None => (!tools::lacks(&NAMES[..1])).then(String::new),
    }
}

/// Runs Chromium with a profile of its own; gives what it prints.
fn run(chromium: &str, page: &Path, arguments: &[&str]) -> String {
    let profile = tempfile::tempdir().unwrap();
    let output = Command::new(chromium)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
        ])
        .args([
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
        ])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(arguments)
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The samples as pages.
fn pages() -> tempfile::TempDir {
    let out = tempfile::tempdir().unwrap();
    let how = ExportOptions {
        path: Path::new(env!("CARGO_MANIFEST_DIR")).join("samples"),
        format: Format::find("html").unwrap(),
        out: out.path().to_owned(),
        only: None,
        annotators: Vec::new(),
        accepted: false,
        original_labels: false,
    };
    let exported = export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
    assert_eq!((exported.losses.len(), exported.articles), (0, 8));
    out
}

#[test]
fn an_article_is_printed_as_a_page_of_what_its_annotator_marked() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let print = |annotator: &str| {
        let annotator = Annotator::new(annotator).unwrap();
        let request = ReportRequest::Page { file: "bridge-hi.txt".into(), annotator };
        let Ok(WrittenReport::Page(path)) = write_report(&root, &request, &CancelToken::new()) else {
            panic!("it is written")
        };
        let page = fs::read_to_string(&path).unwrap();
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
        page
    };
    let page = print("asha");
    assert!(page.contains("<mark") && page.contains("@media print") && page.contains("@font-face"));
    let bare = print("somebody");
    assert!(
        !bare.contains("<mark") && bare.contains("<p"),
        "an article without annotations is printed as it is"
    );
}

/// The pages by the article they are of.
fn by_article(out: &Path) -> BTreeMap<String, PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let articles = store::scan(&root, &mut |_| true).unwrap().articles;
    let page = |file: &str| out.join(format!("{}.html", file.strip_suffix(".txt").unwrap_or(file)));
    let named = articles.iter().map(|a| (a.file.to_string(), page(&a.file)));
    named.filter(|(_, page)| page.is_file()).collect()
}

#[test]
fn a_browser_reads_the_text_and_the_marks() {
    let Some(chromium) = chromium() else { return };
    let out = pages();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let pages = by_article(out.path());
    assert_eq!(pages.len(), 8);
    for (file, page) in &pages {
        let dom = scraper::Html::parse_document(&run(&chromium, page, &["--dump-dom"]));
        let select = |what: &str| scraper::Selector::parse(what).unwrap();
        let all = store::scan(&root, &mut |_| true).unwrap().articles;
        let annotators = all.into_iter().find(|a| *a.file == **file).unwrap().annotators;
        let loaded = store::load_sets(&root, file, &annotators).unwrap();
        let texts: Vec<_> = dom.select(&select("div.text")).collect();
        assert_eq!(texts.len(), loaded.sets.len(), "{file}");
        for (text, set) in texts.iter().zip(&loaded.sets) {
            // The text itself, the labels set into it left out.
            let words: String = text
                .descendants()
                .filter(|node| {
                    node.ancestors()
                        .all(|a| a.value().as_element().is_none_or(|e| e.attr("class") != Some("tags")))
                })
                .filter_map(|node| node.value().as_text().map(|t| t.to_string()))
                .collect();
            let seen = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(seen(&words), seen(loaded.document.text.as_str()), "{file}");
            // Every mark begins once, with its label.
            let tags = text.select(&select(".tags b")).count();
            assert_eq!(tags, set.annotations().len(), "{file}");
        }
        let rows = dom.select(&select("tbody tr")).count();
        assert_eq!(rows, loaded.sets.iter().map(|s| s.annotations().len()).sum::<usize>(), "{file}");
    }
}

#[test]
fn a_browser_draws_with_the_fonts_of_the_page_alone() {
    let Some(chromium) = chromium() else { return };
    if tools::lacks(&["pdffonts"]) {
        return;
    }
    let out = pages();
    for (file, page) in by_article(out.path()) {
        let pdf = out.path().join("page.pdf");
        run(&chromium, &page, &[&format!("--print-to-pdf={}", pdf.display()), "--no-pdf-header-footer"]);
        let fonts = tools::run("pdffonts", &[pdf.to_str().unwrap()], "");
        let names: Vec<&str> = fonts.lines().skip(2).filter_map(|l| l.split_whitespace().next()).collect();
        let own = |name: &&str| name.contains("Noto");
        assert!(!names.is_empty() && names.iter().all(own), "{file}: {fonts}");
    }
}

#[test]
fn a_browser_draws_the_brackets_beside_the_text() {
    let Some(chromium) = chromium() else { return };
    if tools::lacks(&["convert"]) {
        return;
    }
    let out = pages();
    let picture = out.path().join("page.png");
    let to = format!("--screenshot={}", picture.display());
    run(&chromium, &out.path().join("bridge-hi.html"), &[&to, "--window-size=900,900"]);
    // What stands left of the text is brackets in the colours of claims, and nothing else.
    let margin = ["-crop", "40x700+60+150", "+repage", "-format", "%k", "info:"];
    let colours = tools::run("convert", &[&[picture.to_str().unwrap()], &margin[..]].concat(), "");
    assert!(colours.trim().parse::<usize>().unwrap() > 3, "{colours} colours beside the text");
}

#[test]
fn a_page_has_the_colours_of_the_window() {
    let out = pages();
    let page = fs::read_to_string(out.path().join("bridge-hi.html")).unwrap();
    for theme in [Theme::light(), Theme::dark()] {
        for (n, hue) in Hue::ALL.into_iter().enumerate() {
            let tone = theme.tone(hue);
            let hex = |c: egui::Color32| format!("#{:02x}{:02x}{:02x}", c.r(), c.g(), c.b());
            let expected = format!("--b{n}:{};--s{n}:{};", hex(tone.band), hex(tone.strong));
            assert!(page.contains(&expected), "{expected}");
        }
    }
    assert!(!page.contains("http://") && !page.contains("https://"), "nothing is fetched");
}
