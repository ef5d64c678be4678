//! Links in the window: finding their other ends, saying which links they are, and where they lead.

mod bar;
mod palette;
mod suggested;
mod words;

pub(super) use bar::{bar, linking};
pub(super) use palette::{LinkEndPalette, LinkLabelPalette};
pub(super) use suggested::{SuggestedLinks, SuggestedPalette};
pub(super) use words::day;

use crate::model::EntryKey;
use crate::session::{Link, LinkEnd, Session};
use crate::words::{say, text};

/// What a link says as its end reads it: `→ Supports`, `← Supports`, `Identical`.
pub(super) fn reading(session: &Session, link: &Link) -> String {
    let schema = session.schema();
    let name = schema.name_of_relation(&link.label);
    let is_symmetric = schema.relation(&link.label).is_some_and(|spec| spec.symmetric);
    match (is_symmetric, link.is_outgoing) {
        (true, _) => name.to_owned(),
        (false, true) => format!("→ {name}"),
        (false, false) => format!("← {name}"),
    }
}

/// The annotation at an end, in words: its label and what it stands on, or why there is none.
pub(super) fn end_words(session: &Session, end: &EntryKey) -> String {
    match session.link_end(end) {
        LinkEnd::There { label, quote, .. } => {
            format!("{}: {quote}", session.schema().name_of_label(&label))
        }
        LinkEnd::WithoutPlace(quote) => say!("links-end-without-place", quote = &*quote),
        LinkEnd::Gone => text("links-end-gone").to_owned(),
        LinkEnd::Unread => "…".to_owned(),
    }
}

/// The article of an end and whose it is, as far as they are others than those on screen.
pub(super) fn end_place(session: &Session, end: &EntryKey) -> String {
    let is_here = session.shows(&end.file);
    let is_own = session.annotator() == Some(&end.annotator);
    match (is_here, is_own || session.is_blind()) {
        (true, true) => String::new(),
        (true, false) => end.annotator.to_string(),
        (false, true) => end.file.to_string(),
        (false, false) => format!("{} · {}", end.file, end.annotator),
    }
}
