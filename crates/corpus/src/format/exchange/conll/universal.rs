//! Words of Universal Dependencies with what their last column says: tags, and entities that open and close.

use std::collections::BTreeMap;

use super::super::{Mark, percent};
use super::article::{Article, COREFERENCE, Problem};
use super::layout::{Layer, Tag};
use super::misc::{Bracket, brackets, member};
use crate::model::Value;
use crate::text::shortened;

/// Names in the last column that hold tags.
const TAGGED: [&str; 3] = ["NER", "NE", "Name"];
/// Of a token of more words their places in it are not sought.
const MAX_PARTS: usize = 64;
/// No more of an example is held until it is told, since one line may have many.
const MAX_EXAMPLE_CHARS: usize = 200;

/// A token of several words, such as `you’ve`, whose words are being read.
#[derive(Debug)]
pub(super) struct Multiword {
    place: (usize, usize),
    form: String,
    /// How many words it has, and how many of them have been read.
    count: usize,
    read: usize,
    /// How many bytes of the form the words have given so far; nothing where they are not it when joined.
    joined: Option<usize>,
    /// Words that wait until it is known whether they are: their lines, their lengths in code points and last columns.
    held: Vec<(usize, usize, String)>,
    /// Of marks that words of it are in, the first and the last of these words.
    touched: BTreeMap<(usize, usize), (usize, usize)>,
}

impl Multiword {
    /// A mark of a word, which begins there or ends there.
    fn touch(&mut self, mark: (usize, usize), begins: bool, ends: bool) {
        let (word, last) = (self.read, self.count.saturating_sub(1));
        let (_, end) = self.touched.entry(mark).or_insert((if begins { word } else { 0 }, last));
        if ends {
            *end = word;
        }
    }
}

impl Article {
    /// A line.
    pub(super) fn universal(&mut self, number: usize, cells: &[&str]) {
        let misc = cells.get(9).copied().unwrap_or_default();
        let (Some(id), Some(word)) = (cells.first(), cells.get(1)) else {
            self.problem(number, "a line has no word", &cells.join("\t"));
            return;
        };
        let is_spaced = member(misc, "SpaceAfter") != Some("No");
        // A node that stands for nothing in the text.
        if id.contains('.') {
            return;
        }
        if let Some((first, last)) = id.split_once('-') {
            self.end_multiword();
            let count = last.parse::<usize>().ok().zip(first.parse::<usize>().ok());
            let count = count.map_or(0, |(last, first)| last.saturating_add(1).saturating_sub(first));
            let place = self.word(word, is_spaced);
            self.multiword = (count > 0).then(|| Multiword {
                place,
                form: (*word).to_owned(),
                count,
                read: 0,
                joined: (count <= MAX_PARTS).then_some(0),
                held: Vec::new(),
                touched: BTreeMap::new(),
            });
            return;
        }
        if let Some(multiword) = self.multiword.take() {
            self.part(multiword, (number, word, misc));
        } else {
            let place = self.word(word, is_spaced);
            self.marks_at(number, misc, place);
        }
    }

    /// A word of a token of several.
    fn part(&mut self, mut multiword: Multiword, (number, word, misc): (usize, &str, &str)) {
        let joined = multiword.joined.filter(|at| {
            !word.is_empty() && multiword.form.get(*at..).is_some_and(|rest| rest.starts_with(word))
        });
        multiword.joined = joined.map(|at| at + word.len());
        multiword.held.push((number, word.chars().count(), misc.to_owned()));
        let is_last = multiword.read + multiword.held.len() >= multiword.count;
        if multiword.joined == Some(multiword.form.len()) && is_last {
            self.tokens.pop();
            let mut start = multiword.place.0;
            for (number, chars, misc) in multiword.held {
                let place = (start, start + chars);
                self.tokens.push(place);
                self.marks_at(number, &misc, place);
                start = place.1;
            }
            return;
        }
        let is_open = multiword.joined.is_some() && !is_last;
        self.multiword = Some(multiword);
        if !is_open {
            self.widen();
        }
        if is_last {
            self.end_multiword();
        }
    }

    /// Gives words that wait the place of their whole token.
    fn widen(&mut self) {
        let Some(multiword) = &mut self.multiword else { return };
        multiword.joined = None;
        let (place, held) = (multiword.place, std::mem::take(&mut multiword.held));
        for (number, _, misc) in held {
            self.marks_at(number, &misc, place);
            if let Some(multiword) = &mut self.multiword {
                multiword.read += 1;
            }
        }
    }

    /// The token of several words is over: tells of marks that were of some of them only.
    pub(super) fn end_multiword(&mut self) {
        self.widen();
        let Some(multiword) = self.multiword.take() else { return };
        let whole = (0, multiword.count.saturating_sub(1));
        for ((whose, at), _) in multiword.touched.iter().filter(|(_, words)| **words != whole) {
            let mark = self.marks.get_index(*whose).and_then(|(_, marks)| marks.get(*at));
            let Some(line) = mark.map(|mark| mark.line) else { continue };
            let what = "an annotation covers only part of a token of several words";
            let hint = "widened to the whole token";
            let example = shortened(&multiword.form, MAX_EXAMPLE_CHARS).into_owned();
            self.problems.push(Problem { line, what, example, hint });
        }
    }

    /// What the last column says of the word at `place`.
    fn marks_at(&mut self, number: usize, misc: &str, place: (usize, usize)) {
        for (layer, name) in TAGGED.iter().enumerate() {
            if let Some(tag) = member(misc, name).and_then(Tag::read) {
                if let Some((at, is_new)) = self.tag(layer, tag, place, number) {
                    self.touch(at, is_new, true);
                }
            } else if let Some(open) = self.open.get_mut(layer) {
                *open = Layer::default();
            }
        }
        let (fields, mut is_told) = (self.fields.as_deref(), false);
        for bracket in member(misc, "Entity").map(|all| brackets(all, fields)).unwrap_or_default() {
            match bracket {
                Bracket::Open { label, id, key } => {
                    let label = percent::decode(&label);
                    let mut mark = Mark { label, spans: vec![place], line: number, ..Mark::default() };
                    if !id.is_empty() {
                        mark.attributes.insert(COREFERENCE.to_owned(), (Value::Text(id), None));
                    }
                    let (whose, at) = (self.whose(), self.marks().len());
                    self.marks().push(mark);
                    self.brackets.begin(key, (whose, at));
                    self.touch(at, true, false);
                }
                Bracket::Close(id) => {
                    let Some((whose, at)) = self.brackets.end(&id) else {
                        // Once of a word, however many of them end there.
                        if !std::mem::replace(&mut is_told, true) {
                            self.problem(number, "an entity ends that was never opened", misc);
                        }
                        continue;
                    };
                    let marks = self.marks.get_index_mut(whose).map(|(_, marks)| marks);
                    if let Some(part) = marks.and_then(|m| m.get_mut(at)).and_then(|m| m.spans.first_mut()) {
                        part.1 = place.1;
                    }
                    if let Some(multiword) = &mut self.multiword {
                        multiword.touch((whose, at), false, true);
                    }
                }
            }
        }
    }

    /// A mark of the annotator of the moment has a word of a token of several.
    fn touch(&mut self, at: usize, begins: bool, ends: bool) {
        let whose = self.whose();
        if let Some(multiword) = &mut self.multiword {
            multiword.touch((whose, at), begins, ends);
        }
    }

    fn problem(&mut self, line: usize, what: &'static str, example: &str) {
        let hint = "the word was kept untagged";
        let example = shortened(example, MAX_EXAMPLE_CHARS).into_owned();
        self.problems.push(Problem { line, what, example, hint });
    }
}
