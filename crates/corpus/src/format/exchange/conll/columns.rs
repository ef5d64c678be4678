//! Lines of columns to articles: words as they stand there, tags of any of the usual kinds.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::super::read::Source;
use super::super::repeats::{Repeats, left_out};
use super::super::{Mark, OffsetUnit, Reading, Record, Remark, percent, value};
use super::layout::{Layer, Layout, Tag, fields};
use super::misc::{Bracket, Brackets, brackets, member};
use crate::model::{State, Value};

/// So many lines tell the columns.
const SAMPLE_LINES: usize = 500;
/// Names in the last column of Universal Dependencies that hold tags.
const TAGGED: [&str; 3] = ["NER", "NE", "Name"];

/// The fields of an entity are named in no more bytes: they are gone through for each.
const MAX_FIELDS_BYTES: usize = 1000;
/// The attribute that marks of one thing share.
const COREFERENCE: &str = "coreference";

/// A file of columns that is being read.
#[derive(Debug)]
pub(in super::super) struct Columns {
    name: String,
    asked: Option<(usize, Vec<usize>)>,
    /// The first lines, until they tell the columns.
    held: Vec<(usize, String)>,
    layout: Option<Layout>,
    is_known: bool,
    article: Article,
}

/// An article that is being read.
#[derive(Debug, Default)]
struct Article {
    file: Option<String>,
    title: Option<String>,
    annotator: Option<String>,
    state: Option<State>,
    /// The order of the fields of entities, for the whole file.
    fields: Option<String>,
    /// Words with a blank between, a line for each sentence.
    text: String,
    /// Length of the text in code points.
    chars: usize,
    /// Where the last word stands.
    last: (usize, usize),
    tokens: Vec<(usize, usize)>,
    marks: IndexMap<Option<String>, Vec<Mark>>,
    /// Where the marks of the annotator of the moment are among them.
    current: Option<usize>,
    /// Each column of tags.
    open: Vec<Layer>,
    /// Entities that have begun.
    brackets: Brackets,
    /// The number of words that a word over several lines still covers.
    covered: usize,
    line: usize,
}

impl Columns {
    pub(in super::super) fn new(source: &Source<'_>) -> Self {
        Self {
            name: source.name.to_owned(),
            asked: source.options.columns.clone(),
            held: Vec::new(),
            layout: None,
            is_known: false,
            article: Article::default(),
        }
    }

    /// Takes a line; gives an article whenever one is complete.
    pub(in super::super) fn line(&mut self, number: usize, line: &str, consume: &mut dyn FnMut(Reading)) {
        if self.is_known {
            self.read(number, line, consume);
            return;
        }
        self.held.push((number, line.to_owned()));
        if self.held.len() >= SAMPLE_LINES {
            self.decide(consume);
        }
    }

    /// The file is over.
    pub(in super::super) fn end(&mut self, consume: &mut dyn FnMut(Reading)) {
        if !self.is_known {
            self.decide(consume);
        }
        self.finish(consume);
    }

    fn decide(&mut self, consume: &mut dyn FnMut(Reading)) {
        let held = std::mem::take(&mut self.held);
        let lines: Vec<&str> = held.iter().map(|(_, line)| line.trim_end_matches(['\r', '\n'])).collect();
        self.layout = match &self.asked {
            Some(asked) => Some(Layout::asked(&lines, asked)),
            None => Layout::of(&lines),
        };
        self.is_known = true;
        let first = lines.iter().find(|line| !line.trim().is_empty() && !line.starts_with('#')).copied();
        if let Some(first) = first.filter(|_| self.layout.is_none()) {
            let hint =
                "nothing was imported; choose the word and tag columns with --columns, e.g. --columns 2,3";
            let remark = Remark::new(&self.name, "no column contains IOB tags", first, hint);
            consume(Reading { records: Vec::new(), remarks: vec![remark] });
        }
        for (number, line) in &held {
            self.read(*number, line, consume);
        }
    }

    fn read(&mut self, number: usize, line: &str, consume: &mut dyn FnMut(Reading)) {
        let Some(layout) = self.layout.take() else { return };
        self.read_row(number, line.trim_end_matches(['\r', '\n']), &layout, consume);
        self.layout = Some(layout);
    }

    fn read_row(&mut self, number: usize, line: &str, layout: &Layout, consume: &mut dyn FnMut(Reading)) {
        if line.trim().is_empty() {
            self.article.end_sentence();
            return;
        }
        let cells = fields(line, layout.is_tabbed);
        if cells.first() == Some(&"-DOCSTART-") || line.starts_with("-DOCSTART-") {
            self.finish(consume);
            self.article.line = number;
            return;
        }
        if line.starts_with('#') && !layout.is_row(&cells) {
            self.comment(number, line, consume);
            return;
        }
        if self.article.line == 0 {
            self.article.line = number;
        }
        let remarks = if layout.tags.is_empty() {
            self.article.universal(number, &cells)
        } else {
            self.article.row(number, &cells, layout)
        };
        if !remarks.is_empty() {
            let line = line.trim();
            let place = |what: &'static str| {
                Remark::new(format!("{}, line {number}", self.name), what, line, "the word was kept untagged")
            };
            consume(Reading { records: Vec::new(), remarks: remarks.into_iter().map(place).collect() });
        }
    }

    fn comment(&mut self, number: usize, line: &str, consume: &mut dyn FnMut(Reading)) {
        let comment = line.trim_start_matches('#').trim();
        let (key, given) =
            comment.split_once('=').map_or((comment, ""), |(key, given)| (key.trim(), given.trim()));
        match key {
            "file" => {
                self.finish(consume);
                self.article.file = Some(given.to_owned());
                self.article.line = number;
            }
            "newdoc" | "newdoc id" => {
                self.finish(consume);
                self.article.title = Some(given.to_owned()).filter(|title| !title.is_empty());
                self.article.line = number;
            }
            "annotator" => self.article.set_annotator(given),
            "state" => self.article.state = value::state_of(given),
            "global.Entity" => {
                self.article.fields =
                    Some(given.to_owned()).filter(|fields| fields.len() <= MAX_FIELDS_BYTES);
            }
            _ => {}
        }
    }

    /// Gives the article so far: a record for each annotator of it.
    fn finish(&mut self, consume: &mut dyn FnMut(Reading)) {
        let done = std::mem::take(&mut self.article);
        self.article.fields.clone_from(&done.fields);
        let text = done.text.trim_end();
        let place = format!("{}, line {}", self.name, done.line);
        let mut reading = Reading::default();
        for id in done.brackets.unended() {
            let what = "an entity has no end";
            reading.remarks.push(Remark::new(&place, what, id, "only its first word was kept"));
        }
        if !text.is_empty() {
            let stem = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
            let record = Record {
                place,
                file: done.file,
                title: done.title.or_else(|| Some(stem.split('.').next().unwrap_or(stem).to_owned())),
                text: Some(text.to_owned()),
                annotator: done.annotator.clone(),
                state: Some(done.state.unwrap_or(State::Done)),
                unit: Some(OffsetUnit::CodePoint),
                tokens: done.tokens,
                ..Record::default()
            };
            let mut marks = done.marks;
            marks.values_mut().for_each(|marks| keep_coreference(marks));
            if marks.is_empty() {
                marks.insert(done.annotator, Vec::new());
            }
            let (bytes, mut repeats) = (record.article_bytes(), Repeats::default());
            for (annotator, marks) in marks {
                if repeats.take(bytes) {
                    reading.records.push(Record { annotator, marks, ..record.clone() });
                    consume(std::mem::take(&mut reading));
                } else {
                    reading.remarks.push(left_out(&record.place, annotator.as_deref(), marks.len()));
                }
            }
        }
        if reading != Reading::default() {
            consume(reading);
        }
    }
}

/// Leaves the identifier of what several marks speak of, and takes away that of what only one does.
fn keep_coreference(marks: &mut [Mark]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let id = |mark: &Mark| match mark.attributes.get(COREFERENCE) {
        Some((Value::Text(id), _)) => Some(id.clone()),
        _ => None,
    };
    for id in marks.iter().filter_map(id) {
        *counts.entry(id).or_default() += 1;
    }
    for mark in marks {
        if id(mark).is_some_and(|id| counts[&id] == 1) {
            mark.attributes.shift_remove(COREFERENCE);
        }
    }
}

impl Article {
    /// Puts a word; gives its start and end.
    fn word(&mut self, word: &str, is_spaced: bool) -> (usize, usize) {
        let (start, end) = (self.chars, self.chars + word.chars().count());
        self.text.push_str(word);
        self.chars = end;
        self.last = (start, end);
        self.tokens.push((start, end));
        if is_spaced {
            self.text.push(' ');
            self.chars += 1;
        }
        (start, end)
    }

    fn row(&mut self, number: usize, cells: &[&str], layout: &Layout) -> Vec<&'static str> {
        let Some(word) = cells.get(layout.words) else { return vec!["a line has no word"] };
        let who = layout.annotator.and_then(|at| cells.get(at)).filter(|who| !matches!(**who, "-" | "_"));
        if let Some(who) = who.filter(|who| self.annotator.as_deref() != Some(**who)) {
            self.open.clear();
            self.set_annotator(who);
        }
        let place = self.word(word, true);
        let mut wrong = Vec::new();
        let tags = layout.tags.iter().map_while(|at| cells.get(*at)).enumerate();
        for (layer, cell) in tags {
            let tag = match *cell {
                "O" if layout.is_plain => Some(Tag::Outside),
                label if layout.is_plain => Some(Tag::Inside(label)),
                tag => Tag::read(tag),
            };
            if tag.is_none() {
                wrong.push("an unknown tag");
            }
            self.tag(layer, tag.unwrap_or(Tag::Outside), place, number);
        }
        // Columns that a short row has not are told once, and not gone through: there may be many of both.
        if layout.tags.last().is_some_and(|last| *last >= cells.len()) {
            wrong.push("a word has no tag");
            self.marks();
            self.open.truncate(layout.tags.partition_point(|at| *at < cells.len()));
        }
        wrong
    }

    fn set_annotator(&mut self, annotator: &str) {
        self.annotator = Some(annotator.to_owned());
        self.current = None;
    }

    /// The marks of the annotator of the moment.
    fn marks(&mut self) -> &mut Vec<Mark> {
        let at = self.current.unwrap_or_else(|| {
            let entry = self.marks.entry(self.annotator.clone());
            let at = entry.index();
            entry.or_default();
            at
        });
        self.current = Some(at);
        &mut self.marks[at]
    }

    fn tag(&mut self, layer: usize, tag: Tag<'_>, place: (usize, usize), line: usize) {
        if self.open.len() <= layer {
            self.open.resize(layer + 1, Layer::default());
        }
        let mut open = self.open[layer];
        let marks = self.marks();
        let before = marks.len();
        open.tag(tag, place, marks);
        marks.iter_mut().skip(before).for_each(|mark| mark.line = line);
        self.open[layer] = open;
    }

    /// A line of Universal Dependencies.
    fn universal(&mut self, number: usize, cells: &[&str]) -> Vec<&'static str> {
        let (Some(id), Some(word)) = (cells.first(), cells.get(1)) else { return vec!["a line has no word"] };
        let misc = cells.get(9).copied().unwrap_or_default();
        let is_spaced = member(misc, "SpaceAfter") != Some("No");
        // A node that stands for nothing in the text, and the words of one that stands above them.
        if id.contains('.') {
            return Vec::new();
        }
        if let Some((first, last)) = id.split_once('-') {
            let count = last.parse::<usize>().ok().zip(first.parse::<usize>().ok());
            self.covered = count.map_or(0, |(last, first)| last.saturating_add(1).saturating_sub(first));
            self.word(word, is_spaced);
            return Vec::new();
        }
        let place = if self.covered > 0 {
            self.covered -= 1;
            self.last
        } else {
            self.word(word, is_spaced)
        };
        for (layer, name) in TAGGED.iter().enumerate() {
            if let Some(tag) = member(misc, name).and_then(Tag::read) {
                self.tag(layer, tag, place, number);
            } else if let Some(open) = self.open.get_mut(layer) {
                *open = Layer::default();
            }
        }
        let fields = self.fields.as_deref();
        for bracket in member(misc, "Entity").map(|all| brackets(all, fields)).unwrap_or_default() {
            match bracket {
                Bracket::Open(label, id) => {
                    let label = percent::decode(&label);
                    let mut mark = Mark { label, spans: vec![place], line: number, ..Mark::default() };
                    if !id.is_empty() {
                        mark.attributes.insert(COREFERENCE.to_owned(), (Value::Text(id.clone()), None));
                    }
                    let at = self.marks().len();
                    self.marks().push(mark);
                    self.brackets.begin(id, at);
                }
                Bracket::Close(id) => {
                    let Some(at) = self.brackets.end(&id) else {
                        return vec!["an entity ends that was never opened"];
                    };
                    if let Some(mark) = self.marks().get_mut(at) {
                        mark.spans[0].1 = place.1;
                    }
                }
            }
        }
        Vec::new()
    }

    fn end_sentence(&mut self) {
        self.open.clear();
        self.covered = 0;
        if self.text.ends_with(' ') {
            self.text.pop();
            self.text.push('\n');
        } else if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
            self.chars += 1;
        }
    }
}
