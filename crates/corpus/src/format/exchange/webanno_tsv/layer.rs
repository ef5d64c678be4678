//! Layers of `WebAnno` TSV and the values in their columns.

use super::super::cas::is_linguistic;
use super::slots::{Slot, slots};
use crate::text::shortened;

/// Features that name what a mark is, the first there is.
const OF_MARKS: [&str; 3] = ["value", "label", "referenceType"];
/// Features that name what a relation is.
const OF_RELATIONS: [&str; 4] = ["value", "label", "type", "DependencyType"];
/// The feature that says where in which chain a mark is.
const IN_CHAIN: &str = "referenceRelation";
/// What the column begins with that says where a relation leads from; the layer it is attached to follows.
const ATTACHED: &str = "BT_";
/// Names of layers and features stand in each mark, so of longer ones only so many characters count.
const MAX_NAME_CHARS: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Span,
    Relation,
    Chain,
}

/// A layer: its type, its features, and where its first column is.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) kind: Kind,
    pub(super) name: String,
    /// The last part of its name.
    pub(super) short: String,
    pub(super) features: Vec<String>,
    pub(super) column: usize,
    /// Whether it is of a pipeline, and not of what analysts mark.
    pub(super) is_linguistic: bool,
    /// Its slot features, by feature.
    pub(super) slots: Vec<Slot>,
    /// The features that may name its marks or relations, in the order in which they are asked.
    labels: Vec<usize>,
    /// Whether the one of them is taken for it because there is no other.
    is_guessed: bool,
    /// The feature that says where a relation leads from, or which chain a mark is in.
    reference: usize,
}

/// A value of a mark or relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// Which feature of the layer.
    pub(super) feature: usize,
    /// Empty where there is none.
    pub(super) value: String,
    /// What stands in brackets after it.
    pub(super) number: Option<String>,
}

impl Layer {
    /// A layer as the head of the file declares it: its name and its features, with `|` between.
    pub(super) fn new(kind: Kind, declared: &str, column: usize) -> Self {
        let mut parts = declared.split('|').map(|name| shortened(name, MAX_NAME_CHARS).into_owned());
        let name = parts.next().unwrap_or_default();
        let short = name.rsplit('.').next().unwrap_or(&name).to_owned();
        let features: Vec<String> = parts.filter(|feature| !feature.is_empty()).collect();
        let last = features.len().saturating_sub(1);
        let is_reference = |feature: &String| match kind {
            Kind::Span => false,
            Kind::Relation => feature.starts_with(ATTACHED),
            Kind::Chain => feature == IN_CHAIN,
        };
        let reference = features.iter().position(is_reference).unwrap_or(last);
        let known: &[&str] = if kind == Kind::Relation { &OF_RELATIONS } else { &OF_MARKS };
        let mut labels: Vec<usize> =
            known.iter().filter_map(|name| features.iter().position(|feature| feature == name)).collect();
        let is_guessed = kind == Kind::Relation && labels.is_empty() && features.len() == 2;
        if is_guessed {
            labels.push(usize::from(reference == 0));
        }
        Self {
            is_linguistic: is_linguistic(&name),
            slots: if kind == Kind::Span { slots(&features) } else { Vec::new() },
            kind,
            name,
            short,
            features,
            column,
            labels,
            is_guessed,
            reference,
        }
    }

    /// The column after its last.
    pub(super) fn end(&self) -> usize {
        self.column + self.features.len().max(1)
    }

    /// The layer that a layer of relations is attached to.
    pub(super) fn base(&self) -> Option<&str> {
        self.features.get(self.reference)?.strip_prefix(ATTACHED)
    }

    /// What a mark or relation is called, and the feature that says so: by its values, or else by the layer.
    pub(super) fn label(&self, own: &[Cell]) -> (String, Option<usize>) {
        let named = self.labels.iter().find_map(|at| {
            let (value, _) = value_of(own, *at)?;
            let is_name = !self.is_guessed || !is_flag_or_number(value);
            Some((value.to_owned(), Some(*at))).filter(|_| !value.is_empty() && is_name)
        });
        named.unwrap_or_else(|| (self.short.clone(), None))
    }

    /// The number that a mark is told by; zero where it has none.
    pub(super) fn number(&self, own: &[Cell]) -> usize {
        // Numbers in the column of what a slot refers to are those of other marks.
        let is_own = |cell: &&Cell| self.slots.binary_search_by_key(&cell.feature, |s| s.at + 1).is_err();
        let mut numbers = own.iter().filter(is_own).filter_map(|cell| cell.number.as_ref()?.parse().ok());
        numbers.next().unwrap_or_default()
    }

    /// Where a relation leads from, or where in which chain a mark is, and the number after it.
    pub(super) fn reference<'c>(&self, own: &'c [Cell]) -> Option<(&'c str, Option<&'c str>)> {
        value_of(own, self.reference).filter(|(value, _)| !value.is_empty())
    }

    /// A mark's chain, its place in it, and what leads on from it.
    pub(super) fn chained<'c>(&self, own: &'c [Cell]) -> Option<(usize, usize, &'c str)> {
        let (relation, place) = self.reference(own)?.0.rsplit_once("->")?;
        let (chain, place) = place.split_once('-')?;
        Some((chain.parse().ok()?, place.parse().ok()?, relation))
    }

    /// The values of a mark or relation that are neither its name, nor its place, nor of slots.
    pub(super) fn others<'c>(
        &'c self,
        own: &'c [Cell],
        name: Option<usize>,
    ) -> impl Iterator<Item = (&'c str, &'c str)> {
        let is_slot = |at: usize| {
            let begun = self.slots.partition_point(|slot| slot.at <= at);
            self.slots.get(..begun).and_then(<[Slot]>::last).is_some_and(|slot| at - slot.at <= 1)
        };
        let is_reference = move |at| self.kind != Kind::Span && at == self.reference;
        own.iter()
            .filter(move |cell| Some(cell.feature) != name && !is_reference(cell.feature))
            .filter(move |cell| !cell.value.is_empty() && !is_slot(cell.feature))
            .filter_map(|cell| Some((self.features.get(cell.feature)?.as_str(), cell.value.as_str())))
    }
}

fn is_flag_or_number(value: &str) -> bool {
    ["true", "false"].contains(&value) || value.parse().is_ok_and(f64::is_finite)
}

fn value_of(own: &[Cell], feature: usize) -> Option<(&str, Option<&str>)> {
    let at = own.binary_search_by_key(&feature, |cell| cell.feature).ok()?;
    Some((&own[at].value, own[at].number.as_deref()))
}

/// The values of each mark or relation in the cells of a layer, by feature; only those that are there.
pub(super) fn by_mark(cells: &[&str]) -> Vec<Vec<Cell>> {
    let mut all: Vec<Vec<Cell>> = Vec::new();
    for (feature, cell) in cells.iter().enumerate() {
        for (n, (value, number)) in values(cell).into_iter().enumerate() {
            if n == all.len() {
                all.push(Vec::new());
            }
            all[n].push(Cell { feature, value, number });
        }
    }
    all
}

/// The values of a cell with their numbers; none where the cell is empty. A value that is not there is empty.
pub(super) fn values(cell: &str) -> Vec<(String, Option<String>)> {
    if cell == "_" || cell.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::new();
    let (mut value, mut number, mut is_number) = (String::new(), None, false);
    // Only without a backslash do these say that there is no value.
    let mut is_escaped = false;
    let there = |value: String, is_escaped: bool| {
        if !is_escaped && ["*", "_"].contains(&value.as_str()) { String::new() } else { value }
    };
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                let next = unescaped_char(chars.next());
                value.push(next);
                is_escaped = true;
            }
            '|' => {
                all.push((there(std::mem::take(&mut value), is_escaped), number.take()));
                (is_number, is_escaped) = (false, false);
            }
            '[' => {
                is_number = true;
                number = Some(String::new());
            }
            ']' => is_number = false,
            c if is_number => number.get_or_insert_default().push(c),
            c => value.push(c),
        }
    }
    all.push((there(value, is_escaped), number));
    all
}

const fn unescaped_char(c: Option<char>) -> char {
    match c {
        Some('t') => '\t',
        Some('n') => '\n',
        Some('r') => '\r',
        Some(c) => c,
        None => '\\',
    }
}

pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(if c == '\\' { unescaped_char(chars.next()) } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Kind, Layer, MAX_NAME_CHARS, by_mark};

    #[test]
    fn values_are_of_marks_by_feature() {
        type Own<'a> = &'a [(usize, &'a str, Option<&'a str>)];
        fn check(cells: &[&str], expected: &[Own<'_>]) {
            let found = by_mark(cells);
            let found: Vec<Vec<(usize, &str, Option<&str>)>> = found
                .iter()
                .map(|own| own.iter().map(|one| (one.feature, &*one.value, one.number.as_deref())).collect())
                .collect();
            assert_eq!(found, expected, "{cells:?}");
        }
        check(&[], &[]);
        check(&["_", ""], &[]);
        check(&["a[1]|b", "_", "c"], &[&[(0, "a", Some("1")), (2, "c", None)], &[(0, "b", None)]]);
        check(&["a\\|b[2]"], &[&[(0, "a|b", Some("2"))]]);
        check(
            &["*[1]|\\*|_[2]|\\_"],
            &[&[(0, "", Some("1"))], &[(0, "*", None)], &[(0, "", Some("2"))], &[(0, "_", None)]],
        );
    }

    #[test]
    fn a_label_is_that_of_the_first_feature_that_names_one_or_of_the_layer() {
        fn check((kind, declared): (Kind, &str), cells: &[&str], expected: &str) {
            let layer = Layer::new(kind, declared, 3);
            assert_eq!(layer.label(&by_mark(cells)[0]).0, expected, "{declared} {cells:?}");
        }
        check((Kind::Span, "a.Mark|label|value"), &["x", "y"], "y");
        check((Kind::Span, "a.Mark|label|value"), &["x", "*"], "x");
        check((Kind::Span, "a.Mark|label|value"), &["x"], "x");
        check((Kind::Span, "a.Mark|value"), &["\\*"], "*");
        check((Kind::Span, "a.Mark|value"), &["\\_"], "_");
        check((Kind::Span, "a.Mark|other"), &["x"], "Mark");
        check((Kind::Span, "a.Mark|type"), &["x"], "Mark");
        check((Kind::Span, "a.Mark"), &["*"], "Mark");
        let long = format!("a.{}", "M".repeat(1000));
        check((Kind::Span, &long), &["*"], &format!("{}…", "M".repeat(MAX_NAME_CHARS - 2)));
        check((Kind::Relation, "a.Link|sure|type|BT_a.Mark"), &["x", "y", "1-1"], "y");
        check((Kind::Relation, "a.Link|how|BT_a.Mark"), &["x", "1-1"], "x");
        check((Kind::Relation, "a.Link|sure|BT_a.Mark"), &["true", "1-1"], "Link");
        check((Kind::Relation, "a.Link|how|why|BT_a.Mark"), &["x", "y", "1-1"], "Link");
        check((Kind::Relation, "a.Link|BT_a.Mark"), &["1-1"], "Link");
        check((Kind::Chain, "a.Link|referenceRelation|referenceType"), &["of->1-1", "x"], "x");
    }
}
