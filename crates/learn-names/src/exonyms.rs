//! Which names of CLDR are other names, and not the same one spelled by sound.

use tippani_core::names::{Comparison, Costs, Matcher, Name, PairKind, WordKind};

use crate::lists::{LANGUAGES, Lists};

/// Below this score two names of one place do not sound alike.
const UNLIKE: f32 = 0.6;

/// Languages whose names are kept.
const KEPT: [&str; 17] =
    ["en", "hi", "gu", "mr", "ne", "bn", "pa", "or", "ta", "te", "kn", "ml", "ur", "ar", "fa", "ru", "uk"];

const HEAD: &str = "\
# Places that have unlike names in different languages, by `learn-names` from Unicode's CLDR 48.2.
# Copyright © 2004-2026 Unicode, Inc. Unicode-3.0, see LICENSE-UNICODE beside this file.
";

/// Whether the names sound unlike, or are one only by a table that is compiled in, which may be this one.
fn is_unlike(comparison: &Comparison) -> bool {
    comparison.score() < UNLIKE
        || comparison.pairs.iter().any(|pair| pair.kind == PairKind::Meaning(WordKind::Same))
}

/// The table of them.
pub(crate) fn table(costs: &Costs, lists: &Lists) -> String {
    let matcher = Matcher::new(costs);
    let mut table = HEAD.to_owned();
    for row in lists.rows.iter().filter(|row| {
        row.cldr
            && row.kind != "language"
            && !row.english.iter().any(|name| name == "unknownlocation" || name == "unknownregion")
    }) {
        let Some(english) = row.names("en").first() else { continue };
        let names = || KEPT.iter().flat_map(|language| row.names(language));
        // Only two scripts that are read well decide; Arabic leaves out too much to tell.
        let told = ["hi", "gu", "mr", "bn", "pa", "te", "kn", "ml", "ru"];
        let unlike = told
            .iter()
            .filter(|language| LANGUAGES.contains(language))
            .flat_map(|language| row.names(language))
            .any(|name| is_unlike(&matcher.compare(english, name)));
        if unlike {
            let mut forms: Vec<&str> = names().map(Name::text).filter(|form| !form.contains('(')).collect();
            forms.sort_unstable();
            forms.dedup();
            table.push_str("same\t");
            table.push_str(&forms.join("|"));
            table.push('\n');
        }
    }
    table
}
