//! Work without end: marked, noted, taken back, saved, article by article; memory stays what it is, and nothing is found wrong.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::desktop::{Corpus, Display, until};
use crate::steady::Article;

const ARTICLES: usize = 12;
/// What memory may grow by after the first fifth of the time, in megabytes.
const GROWTH: f64 = 16.0;

/// How long.
fn time() -> Duration {
    let seconds = std::env::var("TIPPANI_SOAK_SECONDS").map_or(20, |seconds| seconds.parse().unwrap());
    Duration::from_secs(seconds)
}

/// Megabytes that a process holds and shares with no other.
fn memory(id: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
    line.trim().strip_suffix(" kB").unwrap().trim().parse::<f64>().unwrap() / 1e3
}

#[test]
fn work_goes_on_and_on() {
    let Some(corpus) = Corpus::new() else { return };
    let articles: Vec<Article> = (0..ARTICLES).map(|n| Article::new(&corpus.root, n)).collect();
    let display = Display::open(corpus.folder.path());
    let window = display.start(&articles[0].path);
    let id = window.process_id();
    let (started, mut figures) = (Instant::now(), Vec::new());
    while started.elapsed() < time() {
        // Ten words are marked, each with a note; the last is taken back and done again; all are removed; on to the next article.
        window.press("ctrl+Home");
        for _ in 0..10 {
            window.press("ctrl+d 1 ctrl+e n o t e Escape Escape Escape Down");
        }
        window.press("ctrl+z ctrl+z ctrl+shift+z ctrl+shift+z Page_Down Page_Up ctrl+f p u l Escape");
        for _ in 0..22 {
            window.press("ctrl+z");
        }
        window.press("ctrl+Next");
        figures.push((started.elapsed(), memory(id)));
    }
    let settled = figures.iter().find(|(at, _)| *at >= time() / 5).or(figures.first()).unwrap().1;
    let last = figures.last().unwrap().1;
    eprintln!("{} rounds: {settled:.0} MB after a fifth of the time, {last:.0} MB at the end", figures.len());
    assert!(last <= settled + GROWTH, "{figures:?}");
    window.press("Escape Escape ctrl+q");
    window.ended();
    until("an end of it", || (corpus.kept() == 0).then_some(()));
    let program =
        Command::new(env!("CARGO_BIN_EXE_tippani")).arg("check").arg(&corpus.root).output().unwrap();
    assert!(program.status.success(), "{}", String::from_utf8_lossy(&program.stdout));
}
