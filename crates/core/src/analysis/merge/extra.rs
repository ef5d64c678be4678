//! Fields that this version does not know, in two copies.

use std::collections::{BTreeMap, BTreeSet};

use super::three_way::{ThreeWay, three_way};
use crate::model::{Extra, compact};

/// A field that both copies have differently.
#[derive(Debug)]
pub(super) struct FieldConflict {
    /// Where the field stands.
    pub(super) path: String,
    /// The value that was not kept; nothing where it was deleted.
    pub(super) other: Option<String>,
}

/// The unknown fields of both: what one changed is changed, also where it deleted it. Where both have lists, what either added is
/// in it. Of two other values the one that sorts last stays, and `conflicts` has the other.
pub(super) fn merge(
    before: Option<&Extra>,
    one: &Extra,
    other: &Extra,
    conflicts: &mut Vec<FieldConflict>,
) -> Extra {
    let paths: BTreeSet<&str> = one.iter().chain(other.iter()).map(|(path, _)| path).collect();
    let mut extra = Extra::default();
    for path in paths {
        let before = before.and_then(|before| before.get(path));
        let kept = match (one.get(path), other.get(path)) {
            (Some(a), Some(b)) => Some(match three_way(before, a, b, same) {
                ThreeWay::Same => a.max(b).to_owned(),
                ThreeWay::One => a.to_owned(),
                ThreeWay::Other => b.to_owned(),
                ThreeWay::Conflict => lists(before, a, b).unwrap_or_else(|| {
                    conflicts.push(FieldConflict { path: path.to_owned(), other: Some(a.min(b).to_owned()) });
                    a.max(b).to_owned()
                }),
            }),
            (Some(left), None) | (None, Some(left)) => match before {
                Some(before) if same(before, left) => None,
                Some(_) => {
                    conflicts.push(FieldConflict { path: path.to_owned(), other: None });
                    Some(left.to_owned())
                }
                None => Some(left.to_owned()),
            },
            (None, None) => None,
        };
        if let Some(json) = kept {
            extra.keep(path, json);
        }
    }
    extra
}

/// Whether two JSON texts are the same but for blanks between tokens.
fn same(one: &str, other: &str) -> bool {
    one == other || compact(one) == compact(other)
}

/// Two lists with what either added, without what either took out of the list they grew from; nothing where one is no list.
fn lists(before: Option<&str>, one: &str, other: &str) -> Option<String> {
    let (a, b) = (elements(&compact(one))?, elements(&compact(other))?);
    let before = before.and_then(|before| elements(&compact(before))).unwrap_or_default();
    let mut all: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for (n, list) in [&before, &a, &b].into_iter().enumerate() {
        for element in list {
            all.entry(element).or_default()[n] += 1;
        }
    }
    let merged: Vec<&str> = all
        .into_iter()
        .flat_map(|(element, [before, a, b])| std::iter::repeat_n(element, count(before, a, b)))
        .collect();
    let is = |list: &[String]| {
        let mut sorted: Vec<&str> = list.iter().map(String::as_str).collect();
        sorted.sort_unstable();
        sorted == merged
    };
    Some(match (is(&a), is(&b)) {
        (true, true) => one.max(other).to_owned(),
        (true, false) => one.to_owned(),
        (false, true) => other.to_owned(),
        (false, false) => format!("[{}]", merged.join(", ")),
    })
}

/// How often two copies have what there was `before` so often: as often as the one that added some, else as the one that took
/// more away.
pub(super) fn count(before: usize, one: usize, other: usize) -> usize {
    if one.max(other) > before { one.max(other) } else { one.min(other) }
}

/// The elements of a list, of JSON without blanks between tokens.
fn elements(json: &str) -> Option<Vec<String>> {
    let inside = json.strip_prefix('[')?.strip_suffix(']')?;
    let (mut all, mut depth, mut in_text, mut is_escaped) = (vec![String::new()], 0usize, false, false);
    for c in inside.chars() {
        let ends = c == ',' && depth == 0 && !in_text;
        if ends {
            all.push(String::new());
            continue;
        }
        if let Some(last) = all.last_mut() {
            last.push(c);
        }
        match c {
            '[' | '{' if !in_text => depth += 1,
            ']' | '}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        (in_text, is_escaped) = match c {
            '"' if !is_escaped => (!in_text, false),
            '\\' if in_text => (true, !is_escaped),
            _ => (in_text, false),
        };
    }
    if inside.is_empty() {
        all.clear();
    }
    Some(all)
}
