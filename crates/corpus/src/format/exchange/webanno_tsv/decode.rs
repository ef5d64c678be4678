//! A file of `WebAnno` TSV 3 to a record.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::blanks::Blanks;
use super::super::read::Entry;
use super::super::{Link, Mark, OffsetUnit, Reading, Record, Remark, encoded, entity_files};
use super::HEAD;
use super::layer::{Cell, Kind, Layer, by_mark, unescaped};
use super::slots::{Filler, fillers};
use crate::model::{AnnotationKind, State, Value};

/// The first columns are of the word: its number, its place and itself.
const FIRST_COLUMN: usize = 3;
/// The number of a word stands in each of its marks, so a line with a longer one is none of a word.
const MAX_WORD_ID_BYTES: usize = 64;

/// The type that every mark is of, so a slot of it takes marks of any layer.
const ANY: &str = "uima.tcas.Annotation";

/// A line of a word.
#[derive(Clone, Copy)]
struct Row<'r> {
    line: usize,
    /// Its sentence and number.
    word: &'r str,
    place: (usize, usize),
    cells: &'r [&'r str],
}

/// What fills a slot of a mark.
struct Filled {
    /// The mark, among those of the record.
    mark: usize,
    layer: usize,
    /// Which slot feature of the layer.
    slot: usize,
    by: Filler,
    line: usize,
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
    /// The first layer of each name.
    names: HashMap<String, usize>,
    /// The marks by the first layer of their layer's name, word and number.
    marks: HashMap<(usize, String, usize), usize>,
    /// The marks over several words, by layer and number.
    numbered: HashMap<(usize, usize), usize>,
    links: Vec<(usize, String, String, usize)>,
    /// The marks by layer, chain and place in it, each with what leads on from it.
    chains: BTreeMap<(usize, usize, usize), (usize, String)>,
    slots: Vec<Filled>,
    /// The numbered marks of linguistic layers, by layer and number.
    linguistic: HashSet<(usize, usize)>,
    /// How many marks and relations of a linguistic layer there are.
    left_out: BTreeMap<usize, usize>,
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
            self.cells(layer, Row { line: number, word: cells[0], place, cells: &cells }, record, remarks);
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
    fn cells(&mut self, at: usize, row: Row<'_>, record: &mut Record, remarks: &mut Vec<Remark>) {
        let layer = &self.layers[at];
        let here = layer.column..layer.end().min(row.cells.len());
        let here = row.cells.get(here).unwrap_or_default();
        let (kind, all) = (layer.kind, by_mark(here));
        if layer.is_linguistic {
            let is_marks = kind != Kind::Relation;
            let left_out = self.left_out.entry(at).or_default();
            for own in &all {
                let number = layer.number(own);
                let is_known = is_marks && number > 0 && !self.linguistic.insert((at, number));
                *left_out += usize::from(!is_known);
            }
            return;
        }
        if kind == Kind::Relation {
            for own in &all {
                self.relation(at, own, row, (record, remarks));
            }
            return;
        }
        // Slots of which the row has no cells are not asked, either.
        let whole = layer.slots.iter().map_while(|s| here.get(s.at).zip(here.get(s.at + 1)));
        let mut filled: Vec<Vec<Vec<Filler>>> = whole.map(|(roles, words)| fillers(roles, words)).collect();
        for (n, own) in all.iter().enumerate() {
            let Some(mark) = self.mark(at, own, row, (record, remarks)) else { continue };
            for (slot, fillers) in filled.iter_mut().enumerate() {
                let fillers = fillers.get_mut(n).map(std::mem::take).unwrap_or_default();
                let filled = |by| Filled { mark, layer: at, slot, by, line: row.line };
                self.slots.extend(fillers.into_iter().map(filled));
            }
        }
    }

    fn relation(
        &mut self,
        at: usize,
        own: &[Cell],
        row: Row<'_>,
        (record, remarks): (&Record, &mut Vec<Remark>),
    ) {
        let layer = &self.layers[at];
        let (from, numbers) = layer.reference(own).unwrap_or(("*", None));
        let (from_number, to_number) =
            numbers.and_then(|numbers| numbers.split_once('_')).unwrap_or(("0", "0"));
        let (label, name) = layer.label(own);
        for (feature, _) in layer.others(own, name) {
            let what = "features of relations are not supported";
            remarks.push(Remark::dropped(record.place_of(row.line, 0), what, feature));
        }
        let ends = format!("{from}[{from_number}] {}[{to_number}]", row.word);
        self.links.push((at, label, ends, row.line));
    }

    /// Takes a mark, or one more word of it; which one, where it is new.
    fn mark(
        &mut self,
        at: usize,
        own: &[Cell],
        row: Row<'_>,
        (record, remarks): (&mut Record, &mut Vec<Remark>),
    ) -> Option<usize> {
        let layer = &self.layers[at];
        let (number, is_chain) = (layer.number(own), layer.kind == Kind::Chain);
        let chained = layer.chained(own).filter(|_| is_chain);
        let named = self.names.get(&layer.name).copied().unwrap_or(at);
        let key = (named, row.word.to_owned(), number);
        let known = match chained {
            Some((chain, place, _)) => self.chains.get(&(at, chain, place)).map(|(mark, _)| *mark),
            None => self.numbered.get(&(at, number)).copied().filter(|_| number > 0 && !is_chain),
        };
        if let Some(known) = known {
            record.marks[known].spans[0].1 = row.place.1;
            self.marks.insert(key, known);
            return None;
        }
        let new = record.marks.len();
        let id = match chained {
            Some((chain, place, _)) => format!("{at}:{}:{chain}-{place}", row.word),
            None => format!("{at}:{}:{number}", row.word),
        };
        if let Some((chain, place, relation)) = chained {
            self.chains.insert((at, chain, place), (new, relation.to_owned()));
        } else if let Some((value, _)) = layer.reference(own).filter(|_| is_chain) {
            let what = "a relation refers to a missing annotation";
            remarks.push(Remark::dropped(record.place_of(row.line, 0), what, value));
        }
        let mark = mark(layer, own, (id, row), remarks, record);
        record.marks.push(mark);
        self.marks.insert(key, new);
        self.numbered.insert((at, number), new);
        Some(new)
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
                link(record, label.to_owned(), (*from, *to), 0);
            }
        }
        self.fill(record, remarks);
        for (layer, count) in &self.left_out {
            if let Some(layer) = self.layers.get(*layer).filter(|_| *count > 0) {
                let what = "a linguistic layer is not an annotation";
                remarks.push(Remark::without(&record.place, what, &layer.short, *count));
            }
        }
    }

    /// Links marks to what fills their slots.
    fn fill(&self, record: &mut Record, remarks: &mut Vec<Remark>) {
        let slot_of = |filled: &Filled| {
            let layer = self.layers.get(filled.layer)?;
            let slot = layer.slots.get(filled.slot)?;
            Some((slot.name.as_str(), layer.features.get(slot.at + 1)?.as_str()))
        };
        // By word and number; nothing where marks of several layers have both.
        let mut anywhere: HashMap<(&str, usize), Option<usize>> = HashMap::new();
        if self.slots.iter().any(|filled| slot_of(filled).is_some_and(|(_, of)| of == ANY)) {
            // In whatever order: it is one mark or none.
            self.marks.iter().for_each(|((_, word, number), mark)| {
                let found = anywhere.entry((word, *number));
                found.and_modify(|found| *found = None).or_insert(Some(*mark));
            });
        }
        for filled in &self.slots {
            let Some((name, of)) = slot_of(filled) else { continue };
            let Filler { role, word, number } = &filled.by;
            let found = if of == ANY {
                anywhere.get(&(word.as_str(), *number)).copied().flatten()
            } else {
                let layer = self.names.get(of);
                layer.and_then(|layer| self.marks.get(&(*layer, word.clone(), *number)).copied())
            };
            if let Some(to) = found {
                let label = if role.is_empty() { name } else { role };
                link(record, label.to_owned(), (filled.mark, to), filled.line);
            } else {
                let what = "a feature refers to something other than an annotation";
                remarks.push(Remark::dropped(record.place_of(filled.line, 0), what, name));
            }
        }
    }
}

/// Links two marks of a record.
fn link(record: &mut Record, label: String, (from, to): (usize, usize), line: usize) {
    let id = |mark: usize| record.marks.get(mark)?.id.clone();
    if let Some((from, to)) = id(from).zip(id(to)) {
        record.links.push(Link { id: None, label, from, to, line, note: String::new() });
    }
}

fn mark(
    layer: &Layer,
    own: &[Cell],
    (id, row): (String, Row<'_>),
    remarks: &mut Vec<Remark>,
    record: &Record,
) -> Mark {
    let (label, name) = layer.label(own);
    let mut mark = Mark { id: Some(id), label, spans: vec![row.place], line: row.line, ..Mark::default() };
    if layer.short.to_lowercase().contains("claim") {
        mark.kind = Some(AnnotationKind::Claim);
    }
    for (feature, value) in layer.others(own, name) {
        if feature == "identifier" {
            mark.entity = Some(entity_files::of_iri(value).to_owned());
        } else if feature.contains("ROLE_") || feature.contains(':') || feature.starts_with("uima.") {
            let what = "slot features are not supported";
            remarks.push(Remark::dropped(record.place_of(row.line, 0), what, value));
        } else {
            let value = match value {
                "true" => Value::Flag(true),
                "false" => Value::Flag(false),
                text => Value::Text(text.to_owned()),
            };
            mark.attributes.insert(feature.to_owned(), (value, None));
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
        fn check(layers: usize, (feature, features): (&str, usize), rows: usize) {
            let mut file = String::from("#FORMAT=WebAnno TSV 3.3\n");
            let declared = format!("#T_SP=a.Mark{}\n", feature.repeat(features));
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
        check(1, ("", 0), 3);
        check(3, ("|of", 2), 3);
        check(20_000, ("|of", 1), 20_000);
        check(1, ("|of", 200_000), 20_000);
        check(1, ("|ROLE_a:of_b|c", 100_000), 20_000);
    }
}
