//! An article of columns: its words as they stand there, and the marks that grow from their tags.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::super::{Mark, percent};
use super::layout::{Layer, Layout, Tag};
use super::misc::{Bracket, Brackets, brackets, member};
use crate::model::{State, Value};

/// Names in the last column of Universal Dependencies that hold tags.
const TAGGED: [&str; 3] = ["NER", "NE", "Name"];
/// The attribute that marks of one thing share.
const COREFERENCE: &str = "coreference";

/// An article that is being read.
#[derive(Debug, Default)]
pub(super) struct Article {
    pub(super) file: Option<String>,
    pub(super) title: Option<String>,
    pub(super) annotator: Option<String>,
    pub(super) state: Option<State>,
    /// Whether words say who tagged them.
    is_signed: bool,
    /// The order of the fields of entities, for the whole file.
    pub(super) fields: Option<String>,
    /// Words with a blank between, a line for each sentence.
    pub(super) text: String,
    /// Length of the text in code points.
    pub(super) chars: usize,
    /// Where the last word stands.
    pub(super) last: (usize, usize),
    pub(super) tokens: Vec<(usize, usize)>,
    pub(super) marks: IndexMap<Option<String>, Vec<Mark>>,
    /// Where the marks of the annotator of the moment are among them.
    pub(super) current: Option<usize>,
    /// Each column of tags.
    pub(super) open: Vec<Layer>,
    /// Entities that have begun.
    pub(super) brackets: Brackets,
    /// The number of words that a word over several lines still covers.
    pub(super) covered: usize,
    pub(super) line: usize,
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

    pub(super) fn row(&mut self, number: usize, cells: &[&str], layout: &Layout) -> Vec<&'static str> {
        let Some(word) = cells.get(layout.words) else { return vec!["a line has no word"] };
        self.is_signed |= layout.annotator.is_some();
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

    /// Whether somebody has tagged it: where words say who did, and none does, nobody may have.
    pub(super) fn is_somebodys(&self) -> bool {
        !self.is_signed || self.annotator.is_some() || self.marks.values().any(|marks| !marks.is_empty())
    }

    pub(super) fn set_annotator(&mut self, annotator: &str) {
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
    pub(super) fn universal(&mut self, number: usize, cells: &[&str]) -> Vec<&'static str> {
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

    pub(super) fn end_sentence(&mut self) {
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

/// Leaves the identifier of what several marks speak of, and takes away that of what only one does.
pub(super) fn keep_coreference(marks: &mut [Mark]) {
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
