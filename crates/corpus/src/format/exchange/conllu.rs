//! Universal Dependencies' ten columns, with entities in the last. <https://universaldependencies.org/format.html>
//!
//! `Entity=(person-1` opens a mark and `Entity=person-1)` closes it, so marks may nest. Columns of syntax are left open.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Article, Encoded, FilePiece, PieceKind, percent, tokens};
use crate::model::AnnotationSet;

/// The words of each set with their entities.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let mut text = String::new();
    for set in article.sets {
        words(article, set, &mut text, &mut out);
        let reason = "columns have no relations";
        out.losses.extend(set.relations().map(|relation| article.lost_relation(relation, reason)));
    }
    let bytes = text.into_bytes();
    out.pieces.push(FilePiece { path: "articles.conllu".to_owned(), bytes, part: PieceKind::Next });
    out
}

fn words(article: &Article<'_>, set: &AnnotationSet, text: &mut String, out: &mut Encoded) {
    let words = tokens(article, set, set.annotations().iter().map(AsRef::as_ref));
    // What opens and closes at each word; of those that open the longest first.
    let mut opens: BTreeMap<usize, Vec<(usize, usize, &str)>> = BTreeMap::new();
    let mut closes: BTreeMap<usize, Vec<(usize, usize, &str)>> = BTreeMap::new();
    let mut number = 0;
    for annotation in set.annotations() {
        let Some(parts) = article.token_parts(annotation, &words, out) else { continue };
        out.losses.extend(
            article.split(annotation, "each part of a discontinuous annotation is an entity of its own"),
        );
        out.losses.extend(article.beyond_labels(annotation));
        out.annotations += 1;
        for part in parts {
            number += 1;
            opens.entry(part.start).or_default().push((part.end, number, &annotation.label));
            closes.entry(part.end - 1).or_default().push((part.start, number, &annotation.label));
        }
    }
    let (file, who, state) = (&article.document.file, &set.annotator, set.state().name());
    let _ = write!(text, "# newdoc id = {file}\n# file = {file}\n# annotator = {who}\n# state = {state}\n");
    text.push_str("# global.Entity = etype-eid\n");
    let ends = article.sentence_ends();
    let (mut next, mut row, mut sentence) = (0, 0, 0);
    for (n, token) in words.iter().enumerate() {
        while ends.get(next).is_some_and(|end| *end <= token.range.start) {
            next += 1;
            if row > 0 {
                row = 0;
                text.push('\n');
            }
        }
        if row == 0 {
            sentence += 1;
            let _ = writeln!(text, "# sent_id = {file}-{who}-{sentence}");
        }
        row += 1;
        let mut misc = entity(n, &mut opens, &mut closes);
        if !token.blank_after && words.get(n + 1).is_some() {
            misc.push("SpaceAfter=No".to_owned());
        }
        let misc = if misc.is_empty() { "_".to_owned() } else { misc.join("|") };
        let word = &article.text()[token.range.clone()];
        let _ = writeln!(text, "{row}\t{word}\t_\t_\t_\t_\t_\t_\t_\t{misc}");
    }
    text.push('\n');
}

type Brackets<'a> = BTreeMap<usize, Vec<(usize, usize, &'a str)>>;

/// What ends at a word, and what begins there, the longest first. A bracket that closes stands before one that opens, so that
/// each is told from the other.
fn entity(at: usize, opens: &mut Brackets<'_>, closes: &mut Brackets<'_>) -> Vec<String> {
    let mut open = opens.remove(&at).unwrap_or_default();
    let mut close = closes.remove(&at).unwrap_or_default();
    open.sort_by_key(|(end, number, _)| (std::cmp::Reverse(*end), *number));
    close.sort_by_key(|(start, number, _)| (std::cmp::Reverse(*start), *number));
    let name = |number: usize, label: &str| {
        // What parts entities and their fields must not stand in a label.
        let label = percent::encode(label, |b| b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80);
        format!("{label}-{number}")
    };
    let mut value = String::new();
    for (_, number, label) in close.into_iter().filter(|(start, ..)| *start != at) {
        let _ = write!(value, "{})", name(number, label));
    }
    for (end, number, label) in open {
        let _ = write!(value, "({}", name(number, label));
        if end == at + 1 {
            value.push(')');
        }
    }
    if value.is_empty() { Vec::new() } else { vec![format!("Entity={value}")] }
}
