//! How often the language of a text is told right: `languages FOLDER` reads pages that say their language (`<html lang>`), one a
//! file, and compares it with what is told. `scripts/languages.sh` runs it on declarations of human rights.

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "it reads files and prints a table")]

use std::path::Path;

use tippani_corpus::format::html::{Extent, details, text_of};
use tippani_corpus::format::language::{KNOWN, language};

/// Members of languages that are known by the name of the whole, and other names of the same (ISO 639-3).
const SAME: [(&str, &str); 24] = [
    ("arb", "ar"),
    ("arz", "ar"),
    ("cmn", "zh"),
    ("ekk", "et"),
    ("lvs", "lv"),
    ("pes", "fa"),
    ("prs", "fa"),
    ("npi", "ne"),
    ("ory", "or"),
    ("khk", "mn"),
    ("plt", "mg"),
    ("swh", "sw"),
    ("uzn", "uz"),
    ("azj", "az"),
    ("als", "sq"),
    ("kmr", "ku"),
    ("gug", "gn"),
    ("quz", "qu"),
    ("fil", "tl"),
    ("zlm", "ms"),
    ("zsm", "ms"),
    ("pbu", "ps"),
    ("hau", "ha"),
    ("cat", "ca"),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder of pages?")?;
    let mut pages: Vec<_> =
        std::fs::read_dir(Path::new(&folder))?.filter_map(Result::ok).map(|e| e.path()).collect();
    pages.sort();
    let same = |tag: &str| {
        let primary = tag.split('-').next().unwrap_or(tag).to_owned();
        SAME.iter()
            .find(|(member, _)| *member == primary)
            .map_or(primary.clone(), |(_, whole)| (*whole).to_owned())
    };
    let known: Vec<String> = KNOWN.iter().map(|tag| same(tag)).collect();
    let (mut claimed, mut right, mut unsure, mut others, mut wrong) = (0, 0, 0, 0, 0);
    for page in pages.iter().filter(|page| page.extension().is_some_and(|end| end == "html")) {
        let html = std::fs::read_to_string(page)?;
        let Some(said) = details(&html)?.language.filter(|said| &**said != "und") else { continue };
        let text = text_of(&html, Extent::Whole)?.text;
        let told = language(&text);
        let is_right = told.is_some_and(|told| same(told) == same(&said));
        // A language that is known in one script need not be in another.
        let is_claimed = known.contains(&same(&said)) && (is_right || !is_other_script(&said));
        let name = page.file_stem().unwrap_or_default().to_string_lossy();
        let told = told.unwrap_or("und");
        if is_claimed {
            claimed += 1;
            right += i32::from(is_right);
            unsure += i32::from(told == "und");
            if !is_right {
                println!("{name}: {said} is told as {told}");
            }
        } else {
            others += 1;
            wrong += i32::from(told != "und");
            if told != "und" {
                println!("{name}: {said}, which is not known, is told as {told}");
            }
        }
    }
    let percent = |part: i32, of: i32| f64::from(part) * 100.0 / f64::from(of.max(1));
    println!("{} languages are known", KNOWN.len());
    println!(
        "of {claimed} texts in them {right} are right ({:.1} %), {unsure} unsure",
        percent(right, claimed)
    );
    println!("of {others} texts in others {wrong} are named as one ({:.1} %)", percent(wrong, others));
    Ok(())
}

/// Whether a tag says that its language is written otherwise than usual.
fn is_other_script(tag: &str) -> bool {
    tag.split('-').skip(1).any(|part| part.len() == 4)
}
