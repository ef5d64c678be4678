//! The text of a field with its caret: typing, deleting, moving, taking back.

use std::ops::Range;

use super::{History, Lines, Manner, Selection};
use crate::text::{cluster_edge_after, cluster_edge_before, word_at, word_end_after, word_start_before};

/// How far something reaches from the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To the next edge of a cluster.
    NextCluster,
    /// To the last one.
    PreviousCluster,
    /// Over one code point before: a vowel sign alone, so that it can be typed anew.
    PreviousCharacter,
    /// To the end of the word.
    NextWord,
    /// To its beginning.
    PreviousWord,
    /// To a place, in bytes, such as the end of a line on the screen.
    Place(usize),
    /// To the beginning of the text.
    Start,
    /// To its end.
    End,
}

/// A text that is edited, its selection and its history.
///
/// ```
/// # use tippani::ui::text_field::{Buffer, History, Lines, Reach, Selection};
/// let (mut text, mut history) = ("क्षेत्र में".to_owned(), History::default());
/// let mut buffer = Buffer::new(&mut text, Selection::caret(0), &mut history, Lines::One);
/// buffer.delete(Reach::NextCluster);
/// assert_eq!(buffer.text(), "त्र में");
/// buffer.undo();
/// buffer.step(Reach::NextCluster, false);
/// buffer.delete(Reach::PreviousCharacter);
/// assert_eq!(buffer.text(), "क्षत्र में");
/// ```
#[derive(Debug)]
pub struct Buffer<'t> {
    text: &'t mut String,
    selection: Selection,
    history: &'t mut History,
    lines: Lines,
    is_changed: bool,
}

impl<'t> Buffer<'t> {
    /// A text with what is selected in it and what was done to it before.
    #[must_use]
    pub fn new(text: &'t mut String, selection: Selection, history: &'t mut History, lines: Lines) -> Self {
        let selection = selection.within(text);
        Self { text, selection, history, lines, is_changed: false }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text
    }

    /// Caret and selection.
    #[must_use]
    pub const fn selection(&self) -> Selection {
        self.selection
    }

    /// The words that are selected.
    #[must_use]
    pub fn selected(&self) -> &str {
        self.text.get(self.selection.range()).unwrap_or_default()
    }

    /// Whether the text was changed.
    #[must_use]
    pub const fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// Selects whole clusters, as a click or a drag does.
    pub fn select(&mut self, selection: Selection) {
        let selection = selection.on_edges(self.text);
        if selection != self.selection {
            self.selection = selection;
            self.history.end_step();
        }
    }

    /// Selects what a double click takes at a byte.
    pub fn select_word(&mut self, at: usize) {
        let Range { start, end } = word_at(self.text, at);
        self.select(Selection { anchor: start, head: end });
    }

    /// Selects all of it.
    pub fn select_all(&mut self) {
        self.select(Selection::all(self.text));
    }

    /// Moves the caret to an edge of a cluster; what is passed over is selected where it `extends`.
    ///
    /// A step by cluster from a selection goes to its end in that direction.
    pub fn step(&mut self, reach: Reach, extends: bool) {
        let range = self.selection.range();
        let head = match reach {
            Reach::NextCluster if !extends && !range.is_empty() => range.end,
            Reach::PreviousCluster if !extends && !range.is_empty() => range.start,
            reach => self.target(reach),
        };
        let anchor = if extends { self.selection.anchor } else { head };
        self.select(Selection { anchor, head });
        self.history.end_step();
    }

    /// Deletes what is selected, or where nothing is what is in reach.
    pub fn delete(&mut self, reach: Reach) {
        let (range, manner) = if self.selection.is_empty() {
            let (here, there) = (self.selection.head, self.target(reach));
            let is_letter = matches!(reach, Reach::NextCluster | Reach::PreviousCharacter);
            (here.min(there)..here.max(there), if is_letter { Manner::Erased } else { Manner::Whole })
        } else {
            (self.selection.range(), Manner::Whole)
        };
        self.replace(range, "", manner);
    }

    /// Types letters in the place of what is selected; control characters are none.
    pub fn type_letters(&mut self, typed: &str) {
        let letters = Lines::letters(typed);
        if letters.is_empty() {
            return;
        }
        if !self.selection.is_empty() {
            self.history.end_step();
        }
        self.replace(self.selection.range(), &letters, Manner::Typed);
    }

    /// Begins a line, where the field has several.
    pub fn break_line(&mut self) {
        if self.lines == Lines::Several {
            self.replace(self.selection.range(), "\n", Manner::Whole);
        }
    }

    /// Puts text from elsewhere in the place of what is selected.
    pub fn paste(&mut self, pasted: &str) {
        let lines = self.lines;
        let clean = lines.clean(pasted);
        if !clean.is_empty() {
            self.replace(self.selection.range(), &clean, Manner::Whole);
        }
    }

    /// Puts text in the place of all there is.
    pub fn set(&mut self, value: &str) {
        let lines = self.lines;
        self.replace(0..self.text.len(), &lines.clean(value), Manner::Whole);
    }

    /// Deletes so many code points before the caret and behind it, as an input method asks for.
    pub fn delete_around(&mut self, before: usize, behind: usize) {
        let at = self.selection.head;
        let first = self.text[..at].char_indices().rev().take(before).last().map_or(at, |(first, _)| first);
        let last = self.text[at..].char_indices().nth(behind).map_or(self.text.len(), |(last, _)| at + last);
        self.replace(first..last, "", Manner::Whole);
    }

    /// Takes back the last step.
    pub fn undo(&mut self) {
        let selection = self.history.undo(self.text);
        self.take(selection);
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) {
        let selection = self.history.redo(self.text);
        self.take(selection);
    }

    /// Forgets what was done so far.
    pub fn forget(&mut self) {
        self.history.clear();
    }

    fn take(&mut self, selection: Option<Selection>) {
        if let Some(selection) = selection {
            self.selection = selection.within(self.text);
            self.is_changed = true;
        }
    }

    fn replace(&mut self, range: Range<usize>, inserted: &str, manner: Manner) {
        if range.is_empty() && inserted.is_empty() {
            return;
        }
        self.selection = self.history.replace(self.text, range, inserted, (self.selection, manner));
        self.is_changed = true;
    }

    /// Where something ends that reaches from the caret.
    fn target(&self, reach: Reach) -> usize {
        let (text, at) = (&**self.text, self.selection.head);
        match reach {
            Reach::NextCluster => cluster_edge_after(text, at),
            Reach::PreviousCluster => cluster_edge_before(text, at),
            Reach::PreviousCharacter => text[..at].char_indices().next_back().map_or(0, |(before, _)| before),
            Reach::NextWord => word_end_after(text, at),
            Reach::PreviousWord => word_start_before(text, at),
            Reach::Place(place) => text.floor_char_boundary(place),
            Reach::Start => 0,
            Reach::End => text.len(),
        }
    }
}
