//! A file of `WebAnno` TSV 3 to a record.

use std::collections::{BTreeMap, HashMap};

use super::super::blanks::Blanks;
use super::super::read::Entry;
use super::super::{Link, Mark, OffsetUnit, Reading, Record, Remark, encoded, entity_files};
use super::HEAD;
use crate::model::{AnnotationKind, State, Value};

/// Features that name what a mark or relation is, the first there is.
const LABELS: [&str; 3] = ["value", "label", "referenceType"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Span,
    Relation,
    Chain,
}

/// A layer: its type, its features, and where its first column is.
#[derive(Debug)]
struct Layer {
    kind: Kind,
    name: String,
    features: Vec<String>,
    column: usize,
}

impl Layer {
    fn short(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or(&self.name)
    }

    /// The layer that a layer of relations is attached to.
    fn base(&self) -> Option<&str> {
        self.features.iter().find_map(|feature| feature.strip_prefix("BT_"))
    }
}

#[derive(Default)]
struct File {
    layers: Vec<Layer>,
    text: String,
    /// Its length in UTF-16.
    units: usize,
    /// What may stand between sentences.
    blanks: Blanks,
    /// The first line whose words stand where more blanks than that would be before them.
    far: Option<usize>,
    /// The sentence whose words are awaited.
    sentence: Vec<String>,
    /// The marks by layer, word and number.
    marks: HashMap<(String, String, usize), usize>,
    /// The marks over several words, by layer and number.
    numbered: HashMap<(usize, usize), usize>,
    links: Vec<(usize, String, String, usize)>,
    chains: BTreeMap<(usize, usize, usize), (String, String)>,
}

/// One file.
pub(crate) fn decode(entry: &Entry<'_>, bytes: &[u8], _: Option<Vec<u8>>) -> Result<Reading, String> {
    let mut remarks = Vec::new();
    let content = encoded::text(entry.place, bytes, &mut remarks);
    if !content.starts_with("#FORMAT=WebAnno TSV 3") {
        return Err(format!("it does not begin with {HEAD}"));
    }
    let stem = entry.file.rsplit(['/', '\\']).next().unwrap_or(entry.file);
    let mut record = Record {
        place: entry.place.to_owned(),
        title: Some(stem.strip_suffix(".tsv").unwrap_or(stem).to_owned()),
        state: Some(State::Done),
        unit: Some(OffsetUnit::Utf16),
        ..Record::default()
    };
    let mut file = File::default();
    for (n, line) in content.lines().enumerate() {
        if file.line(n + 1, line, &mut record, &mut remarks).is_none() {
            let place = record.place_of(n + 1, 0);
            remarks.push(Remark::dropped(place, "a line is not valid WebAnno TSV", line));
        }
    }
    if let Some(line) = file.far {
        return Err(format!("line {line} is said to stand far beyond the text before it"));
    }
    file.finish(&mut record, &mut remarks);
    record.text = Some(file.text);
    Ok(Reading { records: vec![record], remarks })
}

impl File {
    fn line(
        &mut self,
        number: usize,
        line: &str,
        record: &mut Record,
        remarks: &mut Vec<Remark>,
    ) -> Option<()> {
        if let Some(text) = line.strip_prefix("#Text=") {
            self.sentence.push(unescaped(text));
            return Some(());
        }
        for (prefix, kind) in [("#T_SP=", Kind::Span), ("#T_RL=", Kind::Relation), ("#T_CH=", Kind::Chain)] {
            if let Some(layer) = line.strip_prefix(prefix) {
                let mut parts = layer.split('|').map(str::to_owned);
                let name = parts.next()?;
                let features: Vec<String> = parts.filter(|feature| !feature.is_empty()).collect();
                let before = self.layers.last().map_or(3, |last| last.column + last.features.len().max(1));
                self.layers.push(Layer { kind, name, features, column: before });
                return Some(());
            }
        }
        if line.trim().is_empty() || line.starts_with('#') {
            return Some(());
        }
        let cells: Vec<&str> = line.trim_end_matches(['\r', '\n']).split('\t').collect();
        let (start, end) = cells.get(1)?.split_once('-')?;
        let place: (usize, usize) = (start.parse().ok()?, end.parse().ok()?);
        if !self.sentence.is_empty() {
            let placed = self.place_sentence(place.0, &unescaped(cells.get(2)?));
            self.far = self.far.or(placed.is_none().then_some(number));
        }
        for layer in 0..self.layers.len() {
            self.cells(layer, number, (cells[0], place, &cells), record, remarks);
        }
        Some(())
    }

    /// Puts a sentence where its first word says; nothing where that is too far from the one before.
    fn place_sentence(&mut self, start: usize, word: &str) -> Option<()> {
        let text = std::mem::take(&mut self.sentence).join("\n");
        let before = text.find(word).map_or(0, |at| text[..at].encode_utf16().count());
        let wanted = start.saturating_sub(before);
        // What stands between sentences is not in the file.
        self.blanks.put(&mut self.text, wanted.saturating_sub(self.units))?;
        self.units = self.units.max(wanted) + text.encode_utf16().count();
        self.text.push_str(&text);
        Some(())
    }

    /// The cells of a layer at a word.
    fn cells(
        &mut self,
        at: usize,
        line: usize,
        (word, place, cells): (&str, (usize, usize), &[&str]),
        record: &mut Record,
        remarks: &mut Vec<Remark>,
    ) {
        let layer = &self.layers[at];
        let columns: Vec<Vec<(String, Option<String>)>> = (0..layer.features.len().max(1))
            .map(|n| values(cells.get(layer.column + n).copied().unwrap_or("_")))
            .collect();
        for n in 0..columns.iter().map(Vec::len).max().unwrap_or_default() {
            let own: Vec<(&str, Option<&str>)> = columns
                .iter()
                .map(|column| {
                    column.get(n).map_or(("*", None), |(value, number)| (value.as_str(), number.as_deref()))
                })
                .collect();
            match layer.kind {
                Kind::Relation => {
                    let Some((target, Some(numbers))) =
                        own.last().copied().map(|(t, n)| (t, Some(n.unwrap_or("0_0"))))
                    else {
                        continue;
                    };
                    let label = label(layer, &own);
                    let to = format!("{word}[{}]", numbers.split_once('_').map_or("0", |(_, to)| to));
                    let from = format!("{target}[{}]", numbers.split_once('_').map_or("0", |(from, _)| from));
                    self.links.push((at, label, format!("{from} {to}"), line));
                }
                Kind::Span | Kind::Chain => {
                    let number: usize =
                        own.iter().find_map(|(_, n)| n.and_then(|n| n.parse().ok())).unwrap_or_default();
                    let key = (layer.name.clone(), word.to_owned(), number);
                    let known = self
                        .numbered
                        .get(&(at, number))
                        .copied()
                        .filter(|_| number > 0 && layer.kind == Kind::Span);
                    if let Some(known) = known {
                        record.marks[known].spans[0].1 = place.1;
                        self.marks.insert(key, known);
                        continue;
                    }
                    let id = format!("{at}:{word}:{number}");
                    let mark = mark(layer, &own, (&id, place, line), remarks, &record.place);
                    if layer.kind == Kind::Chain
                        && let Some((relation, chain)) =
                            own.last().and_then(|(value, _)| value.split_once("->"))
                        && let Some((chain, index)) = chain.split_once('-')
                        && let (Ok(chain), Ok(index)) = (chain.parse(), index.parse())
                    {
                        self.chains.insert((at, chain, index), (id, relation.to_owned()));
                    }
                    self.marks.insert(key, record.marks.len());
                    self.numbered.insert((at, number), record.marks.len());
                    record.marks.push(mark);
                }
            }
        }
    }

    fn finish(&mut self, record: &mut Record, remarks: &mut Vec<Remark>) {
        for (layer, label, ends, line) in std::mem::take(&mut self.links) {
            let base = self.layers[layer].base().unwrap_or_default().to_owned();
            let find = |end: &str| {
                let (word, number) = end.strip_suffix(']')?.split_once('[')?;
                let at = self.marks.get(&(base.clone(), word.to_owned(), number.parse().ok()?))?;
                record.marks[*at].id.clone()
            };
            let found = ends.split_once(' ').and_then(|(from, to)| Some((find(from)?, find(to)?)));
            if let Some((from, to)) = found {
                record.links.push(Link { id: None, label, from, to, line, note: String::new() });
            } else {
                let what = "a relation refers to a missing annotation";
                remarks.push(Remark::dropped(record.place_of(line, 0), what, &format!("{label} {ends}")));
            }
        }
        let chains: Vec<_> = self.chains.iter().collect();
        for two in chains.windows(2) {
            let ((layer, chain, _), (from, relation)) = two[0];
            let ((next_layer, next_chain, _), (to, _)) = two[1];
            if (layer, chain) == (next_layer, next_chain) {
                let label = if relation.is_empty() || relation == "*" { "coreference" } else { relation };
                record.links.push(Link {
                    id: None,
                    label: label.to_owned(),
                    from: from.clone(),
                    to: to.clone(),
                    line: 0,
                    note: String::new(),
                });
            }
        }
    }
}

fn label(layer: &Layer, own: &[(&str, Option<&str>)]) -> String {
    let named = LABELS.iter().find_map(|name| {
        let at = layer.features.iter().position(|feature| feature == name)?;
        own.get(at).map(|(value, _)| *value).filter(|value| !value.is_empty() && *value != "*")
    });
    named.unwrap_or_else(|| layer.short()).to_owned()
}

fn mark(
    layer: &Layer,
    own: &[(&str, Option<&str>)],
    (id, place, line): (&str, (usize, usize), usize),
    remarks: &mut Vec<Remark>,
    file: &str,
) -> Mark {
    let mut mark = Mark { id: Some(id.to_owned()), spans: vec![place], line, ..Mark::default() };
    mark.label = label(layer, own);
    if layer.short().to_lowercase().contains("claim") {
        mark.kind = Some(AnnotationKind::Claim);
    }
    for (feature, (value, _)) in layer.features.iter().zip(own) {
        if ["*", "_", ""].contains(value)
            || LABELS.contains(&feature.as_str())
            || feature == "referenceRelation"
        {
            continue;
        }
        if feature == "identifier" {
            mark.entity = Some(entity_files::of_iri(value).to_owned());
        } else if feature.contains("ROLE_") || feature.contains(':') || feature.starts_with("uima.") {
            let what = "slot features are not supported";
            remarks.push(Remark::dropped(format!("{file}, line {line}"), what, value));
        } else {
            let value = match *value {
                "true" => Value::Flag(true),
                "false" => Value::Flag(false),
                text => Value::Text(text.to_owned()),
            };
            mark.attributes.insert(feature.clone(), (value, None));
        }
    }
    mark
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

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(if c == '\\' { unescaped_char(chars.next()) } else { c });
    }
    out
}
