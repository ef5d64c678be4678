//! What a figure of agreement means, in the words of the window.

use crate::analysis::agreement::{Figure, Meaning};
use crate::words::{say, text};

/// One sentence on what a figure means here, or why it is undefined.
pub(super) fn meaning(figure: &Figure) -> String {
    let parts: Vec<String> = figure.meaning.iter().map(|meaning| part(*meaning)).collect();
    parts.join("; ")
}

fn part(meaning: Meaning) -> String {
    let id = match meaning {
        Meaning::LessDisorder(part) => {
            return say!("overview-meaning-less-disorder", percent = format!("{:.0}", part * 100.0));
        }
        Meaning::MisleadingAlone => "overview-meaning-misleading-alone",
        Meaning::NotCorrected => "overview-meaning-not-corrected",
        Meaning::MostExact => "overview-meaning-most-exact",
        Meaning::SomeExact => "overview-meaning-some-exact",
        Meaning::NoneExact => "overview-meaning-none-exact",
        Meaning::Overlap => "overview-meaning-overlap",
        Meaning::LikeRandomPlaces => "overview-meaning-like-random-places",
        Meaning::Reliable => "overview-meaning-reliable",
        Meaning::Tentative => "overview-meaning-tentative",
        Meaning::WorseThanChance => "overview-meaning-worse-than-chance",
        Meaning::LikeChance => "overview-meaning-like-chance",
        Meaning::TooLow => "overview-meaning-too-low",
        Meaning::OneCategory => "overview-meaning-one-category",
        Meaning::TooLittle => "overview-meaning-too-little",
        Meaning::NoAnnotation => "overview-meaning-no-annotation",
        Meaning::NoAlignment => "overview-meaning-no-alignment",
        Meaning::OnePlace => "overview-meaning-one-place",
        Meaning::NoMark => "overview-meaning-no-mark",
        Meaning::NotRatedByAll => "overview-meaning-not-rated-by-all",
        Meaning::NotRatedByTwo => "overview-meaning-not-rated-by-two",
        Meaning::NoUnit => "overview-meaning-no-unit",
        Meaning::OneCategoryOnly => "overview-meaning-one-category-only",
    };
    text(id).to_owned()
}
