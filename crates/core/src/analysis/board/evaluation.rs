//! How often the right claim is suggested first, measured on a list of claims.

use std::sync::Arc;

use super::{Board, BoardEntry, ClaimSearch, Mention};
use crate::model::{AnnotationId, AnnotationKind, Annotator, EntityRef, EntryKey, Value};
use crate::names::NameList;
use crate::text::{ByteOffset, SourceText, Span};

/// As many suggestions are looked at.
const WITHIN: usize = 10;

/// How often claims that say the same are suggested for each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimEvaluation {
    /// Claims in the list.
    pub claims: usize,
    /// Those of them that others say, too.
    pub asked: usize,
    /// Of those, how many have one of the others first.
    pub first: usize,
    /// How many have one of the others among the first ten.
    pub within_ten: usize,
    /// Pairs of claims that say the same, in different articles; each counts once.
    pub links: usize,
    /// Of the pairs, seen from either end, how many are among the first ten, of twice as many.
    pub links_within_ten: usize,
    /// Claims with another one first: what was asked for, and what came first.
    pub misses: Vec<(String, String)>,
}

impl ClaimEvaluation {
    /// Measures a table with the columns `fact` (the same for claims that say the same, empty for one that nobody else says),
    /// `article`, `language`, `claimer`, `names` (`|` between those marked in the text) and `text`.
    #[must_use]
    pub fn of(table: &NameList) -> Self {
        let annotator = Annotator::from_any("evaluation");
        let entries: Vec<BoardEntry> =
            (0..table.len()).filter_map(|row| entry(table, row, &annotator)).collect();
        let board = Board::new(entries, Vec::new());
        let fact = |at: usize| {
            let row = board.entries()[at].key.id.as_str().parse().unwrap_or_default();
            table.field(row, "fact")
        };
        let search = ClaimSearch::new(&board);
        let mut found = Self { claims: table.len(), ..Self::default() };
        for (at, claim) in board.claims() {
            let says_same = |(other, entry): &(usize, &BoardEntry)| {
                *other != at && fact(*other) == fact(at) && entry.key.file != claim.key.file
            };
            let partners = board.claims().filter(says_same).count();
            if fact(at).is_empty() || partners == 0 {
                continue;
            }
            found.asked += 1;
            found.links += partners;
            let suggested = search.suggest(at, WITHIN);
            let right = suggested.iter().filter(|other| fact(other.entry) == fact(at)).count();
            found.within_ten += usize::from(right > 0);
            found.links_within_ten += right;
            match suggested.first() {
                Some(first) if fact(first.entry) == fact(at) => found.first += 1,
                first => {
                    let words = first.map(|first| board.entries()[first.entry].sentence.to_string());
                    found.misses.push((claim.sentence.to_string(), words.unwrap_or_default()));
                }
            }
        }
        found.links /= 2;
        found
    }
}

/// A row as a claim that fills its article; nothing of one without a text.
fn entry(table: &NameList, row: usize, annotator: &Annotator) -> Option<BoardEntry> {
    let text = table.field(row, "text");
    let source = SourceText::new(text);
    let span = Span::of_clusters(&source, ByteOffset::new(0), source.end())?;
    let mention = |words: &str| Mention { label: Arc::from("person"), entity: None, words: words.into() };
    let names = table.field(row, "names").split('|').map(str::trim).filter(|name| !name.is_empty());
    let claimer = Some(table.field(row, "claimer")).filter(|claimer| !claimer.is_empty());
    let claimer = claimer.map(|name| (Arc::from("claimer"), Value::Entity(EntityRef::from(name))));
    Some(BoardEntry {
        key: EntryKey {
            file: table.field(row, "article").into(),
            annotator: annotator.clone(),
            id: AnnotationId::new(row.to_string()),
        },
        kind: AnnotationKind::Claim,
        label: "statement".into(),
        span,
        quote: text.into(),
        sentence: text.into(),
        language: Some(table.field(row, "language").into()),
        published: None,
        attributes: claimer.into_iter().collect(),
        mentions: names.map(mention).collect(),
    })
}
