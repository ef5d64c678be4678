//! An article of columns: its words as they stand there, and the marks that grow from their tags.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::super::{Mark, Remark};
use super::layout::{Layer, Layout, Tag};
use super::misc::Brackets;
use super::universal::Multiword;
use crate::model::{State, Value};

/// The attribute that marks of one thing share.
pub(super) const COREFERENCE: &str = "coreference";

/// An article that is being read.
#[derive(Debug, Default)]
pub(super) struct Article {
    pub(super) file: Option<String>,
    pub(super) title: Option<String>,
    /// The identifier of the document, where comments say it.
    pub(super) document: Option<String>,
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
    pub(super) tokens: Vec<(usize, usize)>,
    pub(super) marks: IndexMap<Option<String>, Vec<Mark>>,
    /// Where the marks of the annotator of the moment are among them.
    pub(super) current: Option<usize>,
    /// Each column of tags.
    pub(super) open: Vec<Layer>,
    /// Entities that have begun: the annotator's place among the marks, and the mark's.
    pub(super) brackets: Brackets<(usize, usize)>,
    /// A token of several words that is being read.
    pub(super) multiword: Option<Multiword>,
    /// What is to be said of lines so far.
    pub(super) problems: Vec<Problem>,
    pub(super) line: usize,
}

/// Something that is to be said of a line.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) line: usize,
    pub(super) what: &'static str,
    pub(super) example: String,
    pub(super) hint: &'static str,
}

impl Article {
    /// Puts a word; gives its start and end.
    pub(super) fn word(&mut self, word: &str, is_spaced: bool) -> (usize, usize) {
        let (start, end) = (self.chars, self.chars + word.chars().count());
        self.text.push_str(word);
        self.chars = end;
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
        self.end_multiword();
        self.annotator = Some(annotator.to_owned());
        self.current = None;
    }

    /// The marks of the annotator of the moment.
    pub(super) fn marks(&mut self) -> &mut Vec<Mark> {
        let at = self.whose();
        &mut self.marks[at]
    }

    /// Where the marks of the annotator of the moment are.
    pub(super) fn whose(&mut self) -> usize {
        let at = self.current.unwrap_or_else(|| {
            let entry = self.marks.entry(self.annotator.clone());
            let at = entry.index();
            entry.or_default();
            at
        });
        self.current = Some(at);
        at
    }

    /// The tag of a word in a column of tags; gives the mark that the word is in, and whether it begins there.
    pub(super) fn tag(
        &mut self,
        layer: usize,
        tag: Tag<'_>,
        place: (usize, usize),
        line: usize,
    ) -> Option<(usize, bool)> {
        if self.open.len() <= layer {
            self.open.resize(layer + 1, Layer::default());
        }
        let mut open = self.open[layer];
        let marks = self.marks();
        let before = marks.len();
        let at = open.tag(tag, place, marks);
        marks.iter_mut().skip(before).for_each(|mark| mark.line = line);
        self.open[layer] = open;
        at.map(|at| (at, at >= before))
    }

    /// Takes away the marks that never end; tells of each.
    pub(super) fn leave_unended(&mut self, file: &str) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let mut unended: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (id, (whose, at)) in self.brackets.unended() {
            let line = self.marks.get_index(whose).and_then(|(_, marks)| marks.get(at)).map(|mark| mark.line);
            let place = format!("{file}, line {}", line.unwrap_or(self.line));
            remarks.push(Remark::without(place, "an entity has no end", id, 1));
            unended.entry(whose).or_default().insert(at);
        }
        for (whose, unended) in unended {
            if let Some((_, marks)) = self.marks.get_index_mut(whose) {
                let mut at = 0..;
                marks.retain(|_| at.next().is_none_or(|at| !unended.contains(&at)));
            }
        }
        remarks
    }

    pub(super) fn end_sentence(&mut self) {
        self.end_multiword();
        self.open.clear();
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
