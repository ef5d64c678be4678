//! The last column of Universal Dependencies: `SpaceAfter=No`, and entities that open and close.

use std::collections::HashMap;

/// The order of an entity's fields where a file does not say it.
const FIELDS: [&str; 2] = ["eid", "etype"];
/// What the field of the type is called.
const TYPES: [&str; 3] = ["etype", "entity", "type"];
/// What that of the identifier is called; else it is the first that is no type.
const IDS: [&str; 4] = ["eid", "GRP", "group", "id"];

/// What an entity of the last column does at its word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    /// It begins: its type, its identifier, which may be empty, and by what it ends.
    Open { label: String, id: String, key: String },
    /// It ends: its identifier, or what the file has for it.
    Close(String),
}

/// A value of the column by its name.
pub(super) fn member<'a>(misc: &'a str, name: &str) -> Option<&'a str> {
    misc.split('|')
        .find_map(|part| part.split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| value))
}

/// The brackets of a value such as `(person-1)(place-2` or `2)`; `fields` is the order that the file declares.
pub(super) fn brackets(value: &str, fields: Option<&str>) -> Vec<Bracket> {
    let mut all = Vec::new();
    let mut rest = value;
    while let Some(at) = rest.find(['(', ')']) {
        let (before, tail) = (&rest[..at], &rest[at + 1..]);
        if rest[at..].starts_with(')') {
            if !before.is_empty() {
                all.push(Bracket::Close(before.to_owned()));
            }
            rest = tail;
            continue;
        }
        let end = tail.find(['(', ')']).unwrap_or(tail.len());
        let content = &tail[..end];
        let (label, id) = named(content, fields);
        // Without identifiers, entities end by their type.
        let key = if id.is_empty() { label.clone() } else { id.clone() };
        all.push(Bracket::Open { label, id, key: key.clone() });
        rest = &tail[end..];
        if let Some(after) = rest.strip_prefix(')') {
            all.push(Bracket::Close(key));
            rest = after;
        }
    }
    all
}

/// Type and identifier of an entity.
fn named(content: &str, fields: Option<&str>) -> (String, String) {
    let parts: Vec<&str> = content.split('-').collect();
    let is_id =
        |part: &str| part.trim_start_matches('e').chars().all(|c| c.is_ascii_digit() || "[]/".contains(c));
    let order: Vec<&str> = match fields {
        Some(fields) => fields.split('-').collect(),
        None if is_id(parts[0]) => FIELDS.to_vec(),
        None => vec!["etype", "eid"],
    };
    let place = |names: &[&str]| names.iter().find_map(|name| order.iter().position(|field| field == name));
    let kind_at = place(&TYPES);
    let id_at = place(&IDS).or_else(|| (0..order.len()).find(|at| Some(*at) != kind_at));
    let field = |at: Option<usize>| at.and_then(|at| parts.get(at)).copied().unwrap_or_default().to_owned();
    let kind = field(kind_at);
    (if kind.is_empty() { "entity".to_owned() } else { kind }, field(id_at))
}

/// Entities that have begun and not ended: of each identifier the marks in their order, with how many began before them.
#[derive(Debug, Default)]
pub(super) struct Brackets<T> {
    open: HashMap<String, Vec<(usize, T)>>,
    begun: usize,
}

impl<T: Copy + Ord> Brackets<T> {
    /// One begins.
    pub(super) fn begin(&mut self, id: String, mark: T) {
        self.open.entry(id).or_default().push((self.begun, mark));
        self.begun += 1;
    }

    /// Ends the last that has begun of this identifier, or of a part of it; gives the mark.
    pub(super) fn end(&mut self, id: &str) -> Option<T> {
        let last = |id: &str| Some((self.open.get(id)?.last()?.0, id.to_owned()));
        let (_, id) = std::iter::once(id).chain(id.split('-')).filter_map(last).max()?;
        let marks = self.open.get_mut(&id)?;
        let (_, mark) = marks.pop()?;
        if marks.is_empty() {
            self.open.remove(&id);
        }
        Some(mark)
    }

    /// The identifiers of those that never end and their marks, in their order.
    pub(super) fn unended(&self) -> Vec<(&str, T)> {
        let mut all: Vec<(usize, &str, T)> = self
            .open
            .iter()
            .flat_map(|(id, marks)| marks.iter().map(move |(begun, mark)| (*begun, id.as_str(), *mark)))
            .collect();
        all.sort_unstable();
        all.into_iter().map(|(_, id, mark)| (id, mark)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Bracket, Brackets, brackets, member};

    #[test]
    fn brackets_open_and_close_in_their_order() {
        fn check(value: &str, fields: Option<&str>, expected: &[(&str, &str)]) {
            let expected: Vec<Bracket> = expected
                .iter()
                .map(|(kind, id)| match *kind {
                    ")" => Bracket::Close((*id).to_owned()),
                    kind => {
                        let key = if id.is_empty() { kind } else { *id };
                        let (label, id, key) = (kind.to_owned(), (*id).to_owned(), key.to_owned());
                        Bracket::Open { label, id, key }
                    }
                })
                .collect();
            assert_eq!(brackets(value, fields), expected, "{value}");
        }
        check("(person-1)", None, &[("person", "1"), (")", "1")]);
        check("(1-person-giv(place-2", None, &[("person", "1"), ("place", "2")]);
        check("2)1)", None, &[(")", "2"), (")", "1")]);
        check("(e5-place-1)", Some("eid-etype-head"), &[("place", "e5"), (")", "e5")]);
        check("(x", Some("eid"), &[("entity", "x")]);
        check("nothing", None, &[]);
        // The identifier is called otherwise, or by no name known, or there is none.
        check("(4-object-new-(7-plant", Some("GRP-etype-infstat"), &[("object", "4"), ("plant", "7")]);
        check("(plant-7-giv)", Some("entity-GRP-infstat"), &[("plant", "7"), (")", "7")]);
        check("(plant-7-9)", Some("etype-chain-minspan"), &[("plant", "7"), (")", "7")]);
        check("(plant)plant)", Some("etype"), &[("plant", ""), (")", "plant"), (")", "plant")]);
        assert_eq!(member("A=1|SpaceAfter=No", "SpaceAfter"), Some("No"));
    }

    #[test]
    fn of_open_entities_the_last_of_an_identifier_ends() {
        fn check(begun: &[&str], ended: &[&str], expected: &[Option<usize>], left: &[&str]) {
            let mut open = Brackets::default();
            begun.iter().enumerate().for_each(|(n, id)| open.begin((*id).to_owned(), n));
            let found: Vec<_> = ended.iter().map(|id| open.end(id)).collect();
            let unended: Vec<&str> = open.unended().into_iter().map(|(id, _)| id).collect();
            assert_eq!((found.as_slice(), unended), (expected, left.to_vec()), "{begun:?} {ended:?}");
        }
        check(&["1", "2", "1"], &["1", "1", "1"], &[Some(2), Some(0), None], &["2"]);
        check(&["1", "", "2", "b"], &["place-2", "a-1"], &[Some(2), Some(0)], &["", "b"]);
        check(&["a-b", "a", "b"], &["a-b", "a-b", "a-b"], &[Some(2), Some(1), Some(0)], &[]);
        // Many that never end cost those that do nothing.
        let many: Vec<String> = (0..200_000).map(|n| n.to_string()).collect();
        let all: Vec<&str> = many.iter().map(String::as_str).collect();
        let expected: Vec<_> = (0..all.len()).map(Some).collect();
        check(&all, &all, &expected, &[]);
    }
}
