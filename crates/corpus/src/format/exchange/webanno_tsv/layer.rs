//! Layers of `WebAnno` TSV and the values in their columns.

use crate::text::shortened;

/// Features that name what a mark or relation is, the first there is.
pub(super) const LABELS: [&str; 3] = ["value", "label", "referenceType"];
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
    /// Where the features of [`LABELS`] are among its own.
    labels: [Option<usize>; LABELS.len()],
}

/// A value of a mark or relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// Which feature of the layer.
    pub(super) feature: usize,
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
        let labels = LABELS.map(|name| features.iter().position(|feature| feature == name));
        Self { kind, name, short, features, column, labels }
    }

    /// The column after its last.
    pub(super) fn end(&self) -> usize {
        self.column + self.features.len().max(1)
    }

    /// The layer that a layer of relations is attached to.
    pub(super) fn base(&self) -> Option<&str> {
        self.features.iter().find_map(|feature| feature.strip_prefix("BT_"))
    }

    /// What a mark or relation is called: by its values, or else by the layer.
    pub(super) fn label(&self, own: &[Cell]) -> String {
        let named = self.labels.iter().find_map(|at| {
            let (value, _) = value_of(own, (*at)?)?;
            Some(value).filter(|value| !value.is_empty() && *value != "*")
        });
        named.unwrap_or(&self.short).to_owned()
    }

    /// The value of the last column and its number.
    pub(super) fn last<'c>(&self, own: &'c [Cell]) -> Option<(&'c str, Option<&'c str>)> {
        value_of(own, self.features.len().saturating_sub(1))
    }
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

/// The values of a cell with their numbers; none where it is empty.
fn values(cell: &str) -> Vec<(String, Option<String>)> {
    if cell == "_" || cell.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::new();
    let (mut value, mut number, mut is_number) = (String::new(), None, false);
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                let next = unescaped_char(chars.next());
                value.push(next);
            }
            '|' => {
                all.push((std::mem::take(&mut value), number.take()));
                is_number = false;
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
    all.push((value, number));
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
    }

    #[test]
    fn a_label_is_that_of_the_first_feature_that_names_one_or_of_the_layer() {
        fn check(declared: &str, cells: &[&str], expected: &str) {
            let layer = Layer::new(Kind::Span, declared, 3);
            assert_eq!(layer.label(&by_mark(cells)[0]), expected, "{declared} {cells:?}");
        }
        check("a.Mark|label|value", &["x", "y"], "y");
        check("a.Mark|label|value", &["x", "*"], "x");
        check("a.Mark|label|value", &["x"], "x");
        check("a.Mark|other", &["x"], "Mark");
        check("a.Mark", &["*"], "Mark");
        check(&format!("a.{}", "M".repeat(1000)), &["*"], &format!("{}…", "M".repeat(MAX_NAME_CHARS - 2)));
    }
}
