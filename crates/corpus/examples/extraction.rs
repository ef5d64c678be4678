//! How well the article of a page is found: `extraction FOLDER` reads pages with what was taken of them by hand, a folder each
//! with `source.html` and `expected.html`, as Mozilla's Readability keeps them for its tests, and compares words.

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "it reads files and prints a table")]

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

use tippani_core::model::ArticleDetails;
use tippani_core::text::words;
use tippani_corpus::format::html::{Extent, main_text, text_of};

/// A page of whose article less is taken is lost.
const LOST_RECALL: f64 = 0.1;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder of pages?")?;
    let mut pages: Vec<_> =
        std::fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    pages.sort();
    let (mut precisions, mut recalls, mut lost) = (Vec::new(), Vec::new(), 0);
    let mut details = Details::default();
    let (mut slowest, mut all) = (Duration::ZERO, Duration::ZERO);
    for page in pages {
        let read = |name: &str| std::fs::read_to_string(page.join(name));
        let (Ok(source), Ok(expected)) = (read("source.html"), read("expected.html")) else { continue };
        let begun = Instant::now();
        let taken = main_text(&source)?;
        let took = begun.elapsed();
        (slowest, all) = (slowest.max(took), all + took);
        let expected = bag(&text_of(&expected, Extent::Whole)?.text);
        // The title is asked for, and none of the article as it was taken by hand.
        let title = taken.details.title.as_deref().unwrap_or_default();
        let text = taken.text.strip_prefix(title).unwrap_or(&taken.text);
        let found = bag(text);
        let both: usize = found.iter().map(|(word, n)| expected.get(word).map_or(0, |m| *n.min(m))).sum();
        let share = |of: &HashMap<String, usize>| match of.values().sum::<usize>() {
            0 => 1.0,
            all => ratio(both, all),
        };
        let (precision, recall) = (share(&found), share(&expected));
        lost += usize::from(recall < LOST_RECALL);
        if precision < 0.8 || recall < 0.8 {
            let name = page.file_name().unwrap_or_default().to_string_lossy().into_owned();
            println!("{name}: P {precision:.3}, R {recall:.3}");
        }
        details.add(&page, &taken.details);
        precisions.push(precision);
        recalls.push(recall);
    }
    let count = precisions.len();
    let mean = |values: &[f64]| values.iter().sum::<f64>() / ratio(count, 1);
    let (precision, recall) = (mean(&precisions), mean(&recalls));
    let f = 2.0 * precision * recall / (precision + recall);
    println!("{count} pages: P {precision:.3}, R {recall:.3}, F {f:.3}, lost {lost}");
    details.print();
    println!(
        "{:.0} ms a page, the slowest {:.0} ms",
        all.as_secs_f64() * 1e3 / ratio(count, 1),
        slowest.as_secs_f64() * 1e3
    );
    Ok(())
}

/// How often what a page says of itself is what was taken by hand.
#[derive(Default)]
struct Details([(usize, usize); 4]);

impl Details {
    /// Compares with `expected-metadata.json`, where there is one.
    fn add(&mut self, page: &Path, found: &ArticleDetails) {
        let json = std::fs::read_to_string(page.join("expected-metadata.json")).unwrap_or_default();
        let Ok(json) = serde_json::from_str::<serde_json::Value>(&json) else { return };
        let [title, publisher, author, date, ..] = found.values();
        let names = [("title", title), ("siteName", publisher), ("byline", author), ("publishedTime", date)];
        for (n, (name, found)) in names.into_iter().enumerate() {
            let Some(expected) = json[name].as_str() else { continue };
            // Fractions of seconds are left out.
            let expected =
                if name == "publishedTime" { &expected[..expected.len().min(16)] } else { expected };
            let is_same = found.is_some_and(|found| {
                key(expected).contains(&key(found)) || key(found).contains(&key(expected))
            });
            self.0[n].0 += usize::from(is_same);
            self.0[n].1 += 1;
            if !is_same {
                println!("{}: {name} is {expected:?}, not {found:?}", page.display());
            }
        }
    }

    fn print(&self) {
        for (name, (right, all)) in ["title", "publisher", "author", "date"].iter().zip(self.0) {
            println!("{name}: {right} of {all}");
        }
    }
}

fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[expect(clippy::cast_precision_loss, reason = "words of a page")]
const fn ratio(part: usize, all: usize) -> f64 {
    part as f64 / all as f64
}

/// How often each word stands in a text.
fn bag(text: &str) -> HashMap<String, usize> {
    let mut bag = HashMap::new();
    for word in words(text).into_iter().map(|word| &text[word]) {
        if word.contains(char::is_alphanumeric) {
            *bag.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    bag
}
