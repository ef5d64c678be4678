//! Lines of columns to articles: words as they stand there, tags of any of the usual kinds.

use super::super::read::Source;
use super::super::repeats::{Repeats, left_out};
use super::super::{OffsetUnit, Reading, Record, Remark, value};
use super::article::{Article, Problem, keep_coreference};
use super::layout::{Layout, fields, is_header};
use crate::model::State;

/// So many lines tell the columns.
const SAMPLE_LINES: usize = 500;
/// The fields of an entity are named in no more bytes: they are gone through for each.
const MAX_FIELDS_BYTES: usize = 1000;

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
        if is_header(&cells) {
            return;
        }
        if self.article.line == 0 {
            self.article.line = number;
        }
        if layout.tags.is_empty() {
            self.article.universal(number, &cells);
            let remarks = self.problems();
            if !remarks.is_empty() {
                consume(Reading { records: Vec::new(), remarks });
            }
            return;
        }
        let remarks = self.article.row(number, &cells, layout);
        if !remarks.is_empty() {
            let line = line.trim();
            let place = |what: &'static str| {
                Remark::new(format!("{}, line {number}", self.name), what, line, "the word was kept untagged")
            };
            consume(Reading { records: Vec::new(), remarks: remarks.into_iter().map(place).collect() });
        }
    }

    /// What is to be said of lines of the article so far.
    fn problems(&mut self) -> Vec<Remark> {
        let problems = std::mem::take(&mut self.article.problems).into_iter();
        let remark = |problem: Problem| {
            let place = format!("{}, line {}", self.name, problem.line);
            Remark::new(place, problem.what, &problem.example, problem.hint)
        };
        problems.map(remark).collect()
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
            key if key == "document_id" || key.ends_with(":document_id") => {
                self.document(number, given, consume);
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

    /// A document of this identifier begins, or goes on.
    fn document(&mut self, number: usize, id: &str, consume: &mut dyn FnMut(Reading)) {
        if id.is_empty() || self.article.document.as_deref() == Some(id) {
            return;
        }
        // What was said of it before its first word is of this one.
        if self.article.document.is_some() || !self.article.text.is_empty() {
            self.finish(consume);
        }
        self.article.title.get_or_insert_with(|| id.to_owned());
        self.article.document = Some(id.to_owned());
        self.article.line = number;
    }

    /// Gives the article so far: a record for each annotator of it.
    fn finish(&mut self, consume: &mut dyn FnMut(Reading)) {
        self.article.end_multiword();
        let mut reading = Reading { records: Vec::new(), remarks: self.problems() };
        let mut done = std::mem::take(&mut self.article);
        self.article.fields.clone_from(&done.fields);
        reading.remarks.extend(done.leave_unended(&self.name));
        let text = done.text.trim_end();
        let place = format!("{}, line {}", self.name, done.line);
        if !text.is_empty() {
            let stem = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
            let state = done.state.or_else(|| done.is_somebodys().then_some(State::Done));
            let record = Record {
                place,
                file: done.file,
                title: done.title.or_else(|| Some(stem.split('.').next().unwrap_or(stem).to_owned())),
                text: Some(text.to_owned()),
                annotator: done.annotator.clone(),
                state,
                unit: Some(OffsetUnit::CodePoint),
                tokens: done.tokens,
                ..Record::default()
            };
            let mut marks = done.marks;
            marks.values_mut().for_each(|marks| keep_coreference(marks));
            // Where others have marks, nobody is no annotator of no marks.
            if marks.len() > 1 && marks.get(&None).is_some_and(Vec::is_empty) {
                marks.shift_remove(&None);
            }
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
