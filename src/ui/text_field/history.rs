//! What was done to the text of a field, to be taken back and done again.

use std::ops::Range;

use super::Selection;

/// So many steps are kept.
const MOST_STEPS: usize = 400;
/// And no more bytes of text in them.
const MOST_BYTES: usize = 4 << 20;

/// How a change was made: what is typed letter by letter is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// A letter typed.
    Typed,
    /// A letter taken back.
    Erased,
    /// Whatever is a step of its own.
    Whole,
}

/// Text put in the place of other text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub at: usize,
    pub removed: String,
    pub inserted: String,
    /// What was selected before.
    pub before: Selection,
    pub manner: Manner,
}

impl Change {
    /// Makes it; the caret stands behind what is there now.
    fn apply(&self, text: &mut String) -> Selection {
        text.replace_range(self.at..self.at + self.removed.len(), &self.inserted);
        Selection::caret(self.at + self.inserted.len())
    }

    /// Takes it back.
    fn revert(&self, text: &mut String) -> Selection {
        text.replace_range(self.at..self.at + self.inserted.len(), &self.removed);
        self.before
    }

    const fn bytes(&self) -> usize {
        self.removed.len() + self.inserted.len()
    }

    /// Takes in a change that goes on where this one ended; gives it back where it does not.
    fn merge(&mut self, next: Self) -> Option<Self> {
        if self.manner != next.manner {
            return Some(next);
        }
        match self.manner {
            Manner::Typed if next.removed.is_empty() && next.at == self.at + self.inserted.len() => {
                let is_blank = |c: char| c.is_whitespace();
                // A word with the blanks behind it.
                if self.inserted.ends_with(is_blank) && !next.inserted.starts_with(is_blank) {
                    return Some(next);
                }
                self.inserted.push_str(&next.inserted);
                None
            }
            Manner::Erased if self.inserted.is_empty() && next.at + next.removed.len() == self.at => {
                self.removed.insert_str(0, &next.removed);
                self.at = next.at;
                None
            }
            Manner::Erased if self.inserted.is_empty() && next.at == self.at => {
                self.removed.push_str(&next.removed);
                None
            }
            _ => Some(next),
        }
    }
}

/// The steps of one field.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
    /// Whether the next letter begins a step.
    is_ended: bool,
}

impl History {
    /// Forgets everything, as when the text was changed elsewhere.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Ends a step, as where the caret was moved.
    pub(super) const fn end_step(&mut self) {
        self.is_ended = true;
    }

    /// Puts `inserted` in the place of a range of `text` and keeps that; says where the caret is then.
    pub(super) fn replace(
        &mut self,
        text: &mut String,
        range: Range<usize>,
        inserted: &str,
        (before, manner): (Selection, Manner),
    ) -> Selection {
        let removed = text.get(range.clone()).unwrap_or_default().to_owned();
        let change = Change { at: range.start, removed, inserted: inserted.to_owned(), before, manner };
        let selection = change.apply(text);
        self.undone.clear();
        let goes_on = !std::mem::take(&mut self.is_ended) && manner != Manner::Whole;
        let apart = match self.done.last_mut().filter(|_| goes_on) {
            Some(last) => last.merge(change),
            None => Some(change),
        };
        if let Some(step) = apart {
            self.done.push(step);
            self.limit();
        }
        self.is_ended = manner == Manner::Whole;
        selection
    }

    /// Forgets the first steps where there are too many.
    fn limit(&mut self) {
        let mut bytes: usize = self.done.iter().map(Change::bytes).sum();
        let mut gone = self.done.len().saturating_sub(MOST_STEPS);
        for (n, step) in self.done.iter().enumerate() {
            if n >= gone && (bytes <= MOST_BYTES || n + 1 == self.done.len()) {
                break;
            }
            bytes -= step.bytes();
            gone = gone.max(n + 1);
        }
        self.done.drain(..gone);
    }

    /// Takes a step back; says what is selected then.
    pub(super) fn undo(&mut self, text: &mut String) -> Option<Selection> {
        let change = self.done.pop()?;
        let selection = change.revert(text);
        self.undone.push(change);
        self.is_ended = true;
        Some(selection)
    }

    /// Does again what was taken back last.
    pub(super) fn redo(&mut self, text: &mut String) -> Option<Selection> {
        let change = self.undone.pop()?;
        let selection = change.apply(text);
        self.done.push(change);
        self.is_ended = true;
        Some(selection)
    }
}
