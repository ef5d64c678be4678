//! The lists and their rows, each in one of five parts.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use tippani_core::analysis::stable_hash;
use tippani_core::names::{Name, NameList};

/// Languages that are learned from.
pub(crate) const LANGUAGES: [&str; 20] = [
    "en", "hi", "gu", "mr", "ne", "bn", "as", "pa", "or", "ta", "te", "kn", "ml", "ur", "ar", "fa", "ru",
    "uk", "bg", "sr",
];

/// All lists.
pub(crate) struct Lists {
    pub(crate) rows: Vec<Row>,
}

/// One bearer of a name.
pub(crate) struct Row {
    /// Which fifth it belongs to, by its English name, so that one bearer of two lists is in one fifth.
    pub(crate) fold: usize,
    /// Whether it is CLDR's.
    pub(crate) cldr: bool,
    /// What the list says of it.
    pub(crate) kind: String,
    /// Whether its names sound alike, as the list says.
    pub(crate) class: String,
    /// Its English names for telling whether two rows are one bearer.
    pub(crate) english: Vec<String>,
    /// Where an other list has it from: `CLDR`, `Wikidata`.
    pub(crate) source: String,
    /// Names by language, in the order of [`LANGUAGES`].
    pub(crate) names: Vec<Vec<Name>>,
}

impl Row {
    pub(crate) fn names(&self, language: &str) -> &[Name] {
        let place = LANGUAGES.iter().position(|known| *known == language);
        place.map_or(&[], |place| &self.names[place])
    }
}

/// Reads all lists.
pub(crate) fn read(cldr: &Path, others: &[PathBuf]) -> Result<Lists> {
    let mut rows = Vec::new();
    for (path, is_cldr) in others.iter().map(|path| (path.as_path(), false)).chain([(cldr, true)]) {
        let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        let list = NameList::parse(&text);
        for row in 0..list.len() {
            let names = LANGUAGES.map(|language| {
                let spellings = list.field(row, language).split('|').map(str::trim);
                spellings.filter(|s| !s.is_empty()).map(Name::new).collect::<Vec<_>>()
            });
            let english = names[0].first().map(|name| name.text().to_lowercase()).unwrap_or_default();
            rows.push(Row {
                fold: fold(&plain(&english)),
                cldr: is_cldr,
                kind: match list.field(row, "kind") {
                    "" if is_cldr => list.field(row, "id").split(':').next().unwrap_or_default().to_owned(),
                    "" => "person".to_owned(),
                    kind => kind.to_owned(),
                },
                source: list.field(row, "source").split(' ').next().unwrap_or_default().to_owned(),
                english: names[0].iter().map(|name| plain(name.text())).collect(),
                class: list.field(row, "class").to_owned(),
                names: names.into(),
            });
        }
    }
    joined(&mut rows);
    Ok(Lists { rows })
}

/// Gives rows of other lists the English names that CLDR has for the same place beside theirs.
fn joined(rows: &mut [Row]) {
    let places: Vec<Vec<String>> =
        rows.iter().filter(|row| row.cldr && row.english.len() > 1).map(|row| row.english.clone()).collect();
    for row in rows.iter_mut().filter(|row| !row.cldr) {
        let same = places.iter().filter(|names| names.iter().any(|name| row.english.contains(name)));
        let more: Vec<String> = same.flatten().cloned().collect();
        row.english.extend(more);
    }
}

/// Letters alone, without marks.
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace('&', "and");
    name.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// One of five, by a hash that does not change.
fn fold(english: &str) -> usize {
    (stable_hash(0, english.bytes()) >> 32) as usize % 5
}

impl Lists {
    /// Names of one bearer in two languages, or two spellings in one.
    pub(crate) fn pairs(&self, without: Option<usize>) -> Vec<(&Name, &Name)> {
        let mut pairs = Vec::new();
        for row in self.rows.iter().filter(|row| Some(row.fold) != without) {
            for (i, left) in row.names.iter().enumerate() {
                for right in &row.names[i + 1..] {
                    pairs.extend(left.iter().flat_map(|a| right.iter().map(move |b| (a, b))));
                }
            }
        }
        pairs
    }
}
