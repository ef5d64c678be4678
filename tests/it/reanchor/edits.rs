//! Edits of an article that know of each letter where it came from.

use std::collections::HashSet;
use std::ops::Range;

use fastrand::Rng;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use unicode_segmentation::UnicodeSegmentation as _;

use super::articles::{paragraph, sentence};

/// A letter, and where it stood before; one that was typed since stood nowhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub c: char,
    pub from: Option<usize>,
}

/// An article that is being edited.
#[derive(Clone, Debug)]
pub(super) struct Edited {
    pub letters: Vec<Letter>,
    /// Letters that were moved to another place with all that stood around them.
    pub moved: HashSet<usize>,
    /// Places of the old text that stay: a copy of theirs was made, so that only they are the ones.
    kept: HashSet<usize>,
    /// Places of the old text beside which something was taken out or put in: nothing else is changed there.
    sealed: HashSet<usize>,
    pub bom: bool,
    pub done: Vec<&'static str>,
}

type Edit = (&'static str, fn(&mut Edited, &mut Rng, usize));

const EDITS: [Edit; 14] = [
    ("insert words", |edited, rng, language| {
        let at = edited.gap(rng);
        let text = sentence(rng, language);
        edited.insert(at, &format!("{} ", text.trim_end_matches(['.', '।'])));
    }),
    ("insert a sentence", |edited, rng, language| {
        let at = edited.gap(rng);
        edited.insert(at, &format!("{} ", sentence(rng, language)));
    }),
    ("insert a paragraph", |edited, rng, language| {
        let all = edited.paragraphs();
        let at = all[rng.usize(0..all.len())].start;
        edited.insert(at, &format!("{}\n", paragraph(rng, language, "")));
    }),
    ("insert a copy of a paragraph", |edited, rng, _| {
        let all = edited.paragraphs();
        let (from, to) = (rng.usize(0..all.len()), rng.usize(0..all.len()));
        if from.abs_diff(to) > 2 {
            let copy: String = edited.letters[all[from].clone()].iter().map(|letter| letter.c).collect();
            edited.kept.extend(edited.letters[all[from].clone()].iter().filter_map(|letter| letter.from));
            edited.insert(all[to].start, &format!("{copy}\n"));
        }
    }),
    ("delete words", |edited, rng, _| {
        let (from, many) = (edited.gap(rng), rng.usize(3..40));
        let to = edited.next_gap(from + many);
        edited.delete(from..to);
    }),
    ("delete a paragraph", |edited, rng, _| {
        let all = edited.paragraphs();
        let range = all[rng.usize(0..all.len())].clone();
        edited.delete(range.start..(range.end + 1).min(edited.letters.len()));
    }),
    ("move a paragraph", |edited, rng, _| {
        let all = edited.paragraphs();
        let (from, to) = (rng.usize(0..all.len()), rng.usize(0..all.len()));
        edited.relocate(all[from].start..(all[from].end + 1).min(edited.letters.len()), all[to].start);
    }),
    ("retype a word", |edited, rng, _| {
        let from = edited.gap(rng);
        let to = edited.next_gap(from + 1).saturating_sub(1);
        edited.retype(from..to, rng);
    }),
    ("retype a letter", |edited, rng, _| {
        let from = edited.gap(rng) + 1;
        edited.retype(from..from + 1, rng);
    }),
    ("CRLF", |edited, _, _| edited.end_lines("\r\n")),
    ("LF", |edited, _, _| edited.end_lines("\n")),
    ("end of the file", |edited, rng, _| {
        while edited.letters.last().is_some_and(|letter| matches!(letter.c, '\r' | '\n')) {
            edited.letters.pop();
        }
        if rng.bool() {
            edited.letters.push(Letter { c: '\n', from: None });
        }
    }),
    ("byte order mark", |edited, _, _| edited.bom = !edited.bom),
    ("normal form", |edited, rng, _| edited.normalise(rng)),
];

impl Edited {
    pub(super) fn new(text: &str) -> Self {
        let letters = text.chars().enumerate().map(|(at, c)| Letter { c, from: Some(at) }).collect();
        Self {
            letters,
            moved: HashSet::new(),
            kept: HashSet::new(),
            sealed: HashSet::new(),
            bom: false,
            done: Vec::new(),
        }
    }

    /// Makes some edits.
    pub(super) fn edit(&mut self, rng: &mut Rng, language: usize) {
        for _ in 0..rng.usize(1..5) {
            let (name, edit) = EDITS[rng.usize(0..EDITS.len())];
            self.done.push(name);
            edit(self, rng, language);
        }
    }

    pub(super) fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.c).collect()
    }

    fn paragraphs(&self) -> Vec<Range<usize>> {
        let mut all = Vec::new();
        let mut start = 0;
        for (at, letter) in self.letters.iter().enumerate() {
            if letter.c == '\n' {
                all.push(start..at);
                start = at + 1;
            }
        }
        if start < self.letters.len() {
            all.push(start..self.letters.len());
        }
        all
    }

    /// A place after a blank.
    fn gap(&self, rng: &mut Rng) -> usize {
        self.next_gap(rng.usize(0..self.letters.len() * 9 / 10))
    }

    fn next_gap(&self, from: usize) -> usize {
        let blank = self.letters.iter().skip(from).position(|letter| letter.c == ' ');
        blank.map_or(self.letters.len(), |at| from + at + 1)
    }

    /// The old places at the edges of a range, and whether one of them was beside a change before. Where something is taken out
    /// and something else put in at one place, nobody can tell that from its being retyped.
    fn seal(&mut self, range: &Range<usize>) -> bool {
        let edges =
            [range.start.checked_sub(1), Some(range.start), range.end.checked_sub(1), Some(range.end)];
        let edges = edges.into_iter().flatten().filter_map(|at| self.letters.get(at));
        let edges: Vec<Option<usize>> = edges.map(|letter| letter.from).collect();
        let is_sealed = edges.iter().any(|from| from.is_none_or(|from| self.sealed.contains(&from)));
        self.sealed.extend(edges.into_iter().flatten());
        !is_sealed
    }

    fn insert(&mut self, at: usize, text: &str) {
        if self.seal(&(at..at)) {
            self.letters.splice(at..at, text.chars().map(|c| Letter { c, from: None }));
        }
    }

    fn is_free(&self, range: &Range<usize>) -> bool {
        let mut letters = self.letters[range.clone()].iter();
        letters.all(|letter| letter.from.is_some_and(|from| !self.kept.contains(&from)))
    }

    fn delete(&mut self, range: Range<usize>) {
        if range.start < range.end && self.is_free(&range) && self.seal(&range) {
            self.letters.drain(range);
        }
    }

    fn relocate(&mut self, range: Range<usize>, to: usize) {
        let is_outside = to < range.start || to > range.end;
        if !is_outside || !self.is_free(&range) || !self.seal(&range) || !self.seal(&(to..to)) {
            return;
        }
        let (before, letters) = (self.text(), self.letters.clone());
        let taken: Vec<Letter> = self.letters[range.clone()].to_vec();
        let after = to > range.start;
        self.letters.drain(range.clone());
        let to = if after { to - range.len() } else { to };
        self.letters.splice(to..to, taken.iter().copied());
        if self.text() == before {
            self.letters = letters;
        } else {
            self.moved.extend(taken.iter().filter_map(|letter| letter.from));
        }
    }

    /// Types something else in place of a range.
    fn retype(&mut self, range: Range<usize>, rng: &mut Rng) {
        if range.end > self.letters.len() || range.is_empty() || !self.is_free(&range) || !self.seal(&range) {
            return;
        }
        let typed: Vec<Letter> =
            (0..rng.usize(1..8)).map(|_| Letter { c: rng.char('α'..='ω'), from: None }).collect();
        self.letters.splice(range, typed);
    }

    fn end_lines(&mut self, ending: &str) {
        let letters = std::mem::take(&mut self.letters);
        for letter in letters {
            match letter.c {
                '\r' => {}
                '\n' => {
                    self.letters.extend(ending.chars().rev().skip(1).map(|c| Letter { c, from: None }));
                    self.letters.push(letter);
                }
                _ => self.letters.push(letter),
            }
        }
    }

    /// Composes or decomposes all of the text, or one paragraph of it.
    fn normalise(&mut self, rng: &mut Rng) {
        let all = self.paragraphs();
        let one = all[rng.usize(0..all.len())].clone();
        let range = if rng.bool() { 0..self.letters.len() } else { one };
        let composes = rng.bool();
        let text: String = self.letters[range.clone()].iter().map(|letter| letter.c).collect();
        let mut at = range.start;
        let mut new = Vec::new();
        for cluster in text.graphemes(true) {
            let letters = &self.letters[at..at + cluster.chars().count()];
            at += letters.len();
            let normal = if composes {
                ComposingNormalizerBorrowed::new_nfc().normalize(cluster)
            } else {
                DecomposingNormalizerBorrowed::new_nfd().normalize(cluster)
            };
            if normal == cluster {
                new.extend_from_slice(letters);
            } else {
                // What was one may be several now, and the other way round: all of it came from the first.
                new.extend(normal.chars().map(|c| Letter { c, from: letters[0].from }));
            }
        }
        self.letters.splice(range, new);
    }
}
