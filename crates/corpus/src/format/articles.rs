//! `articles.csv`: what is known of the articles of a workspace beside their texts.
//!
//! ```text
//! file,title,publisher,author,date,url,language
//! ```
//! The first row names the columns, in any order and case; only `file` has to be there. Further columns are somebody else's.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use super::{Decoded, Issue, encoding};
use crate::model::ArticleDetails;
use crate::words::{self, say, shown};

/// Its name.
pub const FILE_NAME: &str = "articles.csv";

/// Details by article.
pub type ListedDetails = BTreeMap<Arc<str>, ArticleDetails>;

/// Reads the list, in whatever encoding it is; of several rows for one article the first counts.
///
/// ```
/// # use tippani_corpus::format::articles::decode;
/// let read = decode("Title,FILE,date\nपुल गिरा,a.txt,2026-01-31\n,b.txt,\n".as_bytes()).value;
/// assert_eq!(read["a.txt"].date.as_deref(), Some("2026-01-31"));
/// assert!(read["b.txt"].is_empty());
/// ```
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded<ListedDetails> {
    let Decoded { value: text, mut issues } = encoding::decode(bytes);
    for issue in &mut issues {
        FILE_NAME.clone_into(&mut issue.place);
    }
    let mut listed = ListedDetails::new();
    let mut rows =
        ::csv::ReaderBuilder::new().flexible(true).trim(::csv::Trim::All).from_reader(text.as_bytes());
    let heads: Vec<String> = match rows.headers() {
        Ok(heads) => heads.iter().map(|head| head.trim_start_matches('\u{feff}').to_lowercase()).collect(),
        Err(error) => {
            issues.push(issue(error.to_string()));
            return Decoded { value: listed, issues };
        }
    };
    let Some(file) = heads.iter().position(|head| head == "file") else {
        issues.push(issue(words::text("format-articles-no-column").to_owned()));
        return Decoded { value: listed, issues };
    };
    let columns = ArticleDetails::NAMES.map(|name| heads.iter().position(|head| head == name));
    for row in rows.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                issues.push(issue(say!("format-articles-row", error = shown(error))));
                continue;
            }
        };
        let Some(file) = row.get(file).filter(|file| !file.is_empty()) else { continue };
        // Windows writes paths with the other stroke.
        let file: Arc<str> = file.replace('\\', "/").trim_start_matches("./").into();
        let value = |column: Option<usize>| Some(row.get(column?).filter(|value| !value.is_empty())?.into());
        let details = ArticleDetails::of_values(columns.map(value));
        match listed.entry(file) {
            Entry::Occupied(known) => {
                issues.push(issue(say!("format-articles-twice", file = &**known.key())));
            }
            Entry::Vacant(place) => {
                place.insert(details);
            }
        }
    }
    Decoded { value: listed, issues }
}

fn issue(what: String) -> Issue {
    Issue::new(FILE_NAME, what, words::text("format-articles-hint"))
}
