//! A file of `WebAnno` TSV 3 to a record.

use std::collections::{BTreeMap, HashMap};

use super::super::blanks::Blanks;
use super::super::read::Entry;
use super::super::{Link, Mark, OffsetUnit, Reading, Record, Remark, encoded, entity_files};
use super::HEAD;
use super::layer::{Cell, Kind, LABELS, Layer, by_mark, unescaped};
use crate::model::{AnnotationKind, State, Value};

/// The first columns are of the word: its number, its place and itself.
const FIRST_COLUMN: usize = 3;
/// The number of a word stands in each of its marks, so a line with a longer one is none of a word.
const MAX_WORD_ID_BYTES: usize = 64;

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
    /// The first layer of each name.
    names: HashMap<String, usize>,
    /// The marks by the first layer of their layer's name, word and number.
    marks: HashMap<(usize, String, usize), usize>,
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
        if !super::is_old(&content) {
            return Err(format!("it does not begin with {HEAD}"));
        }
        let hint = "import the file into INCEpTION and export it from there as WebAnno TSV 3.3 or UIMA CAS";
        remarks.push(Remark::new(entry.place, "WebAnno TSV 1 and 2 are not read", "", hint));
        return Ok(Reading { records: Vec::new(), remarks });
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
                let column = self.layers.last().map_or(FIRST_COLUMN, Layer::end);
                let layer = Layer::new(kind, layer, column);
                self.names.entry(layer.name.clone()).or_insert(self.layers.len());
                self.layers.push(layer);
                return Some(());
            }
        }
        if line.trim().is_empty() || line.starts_with('#') {
            return Some(());
        }
        let cells: Vec<&str> = line.trim_end_matches(['\r', '\n']).split('\t').collect();
        if cells[0].len() > MAX_WORD_ID_BYTES {
            return None;
        }
        let (start, end) = cells.get(1)?.split_once('-')?;
        let place: (usize, usize) = (start.parse().ok()?, end.parse().ok()?);
        if !self.sentence.is_empty() {
            let placed = self.place_sentence(place.0, &unescaped(cells.get(2)?));
            self.far = self.far.or(placed.is_none().then_some(number));
        }
        // Layers of which the row has no cell have no value there: there may be many of both.
        for layer in 0..self.layers.partition_point(|layer| layer.column < cells.len()) {
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
        let here = layer.column..layer.end().min(cells.len());
        for own in by_mark(cells.get(here).unwrap_or_default()) {
            match layer.kind {
                Kind::Relation => {
                    let (target, numbers) = layer.last(&own).unwrap_or(("*", None));
                    let numbers = numbers.unwrap_or("0_0");
                    let label = layer.label(&own);
                    let to = format!("{word}[{}]", numbers.split_once('_').map_or("0", |(_, to)| to));
                    let from = format!("{target}[{}]", numbers.split_once('_').map_or("0", |(from, _)| from));
                    self.links.push((at, label, format!("{from} {to}"), line));
                }
                Kind::Span | Kind::Chain => {
                    let number: usize =
                        own.iter().find_map(|one| one.number.as_ref()?.parse().ok()).unwrap_or_default();
                    let named = self.names.get(&layer.name).copied().unwrap_or(at);
                    let key = (named, word.to_owned(), number);
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
                            layer.last(&own).and_then(|(value, _)| value.split_once("->"))
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
        let bases: Vec<Option<usize>> = self
            .layers
            .iter()
            .map(|layer| self.names.get(layer.base().unwrap_or_default()).copied())
            .collect();
        for (layer, label, ends, line) in std::mem::take(&mut self.links) {
            let find = |end: &str| {
                let (word, number) = end.strip_suffix(']')?.split_once('[')?;
                let at = self.marks.get(&(bases[layer]?, word.to_owned(), number.parse().ok()?))?;
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

fn mark(
    layer: &Layer,
    own: &[Cell],
    (id, place, line): (&str, (usize, usize), usize),
    remarks: &mut Vec<Remark>,
    file: &str,
) -> Mark {
    let mut mark = Mark { id: Some(id.to_owned()), spans: vec![place], line, ..Mark::default() };
    mark.label = layer.label(own);
    if layer.short.to_lowercase().contains("claim") {
        mark.kind = Some(AnnotationKind::Claim);
    }
    for Cell { feature, value, .. } in own {
        let Some(feature) = layer.features.get(*feature) else { continue };
        if ["*", "_", ""].contains(&value.as_str())
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
            let value = match value.as_str() {
                "true" => Value::Flag(true),
                "false" => Value::Flag(false),
                text => Value::Text(text.to_owned()),
            };
            mark.attributes.insert(feature.clone(), (value, None));
        }
    }
    mark
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::super::super::ReadOptions;
    use super::super::super::read::Entry;
    use super::decode;

    #[test]
    fn rows_cost_what_they_hold_among_many_layers_and_features() {
        fn check(layers: usize, features: usize, rows: usize) {
            let mut file = String::from("#FORMAT=WebAnno TSV 3.3\n");
            let declared = format!("#T_SP=a.Mark{}\n", "|of".repeat(features));
            (0..layers).for_each(|_| file.push_str(&declared));
            for n in 1..=rows {
                let _ = writeln!(file, "1-{n}\t0-1\tx\tv[{n}]");
            }
            let options = ReadOptions::default();
            let entry = Entry { file: "x", place: "x", options: &options };
            let reading = decode(&entry, file.as_bytes(), None).unwrap();
            let found = (reading.records[0].marks.len(), reading.remarks.len());
            assert_eq!(found, (rows, 0), "{layers} layers of {features} features, {rows} rows");
        }
        check(1, 0, 3);
        check(3, 2, 3);
        check(20_000, 1, 20_000);
        check(1, 200_000, 20_000);
    }
}
