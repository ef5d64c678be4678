//! Letters that an input method is putting together: shown at the caret, and no part of the text until they are done.

use std::ops::Range;

use super::{Lines, Selection};

/// What is being composed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composition {
    letters: String,
    active: Range<usize>,
}

impl Composition {
    /// Letters with the part that is worked at, in code points of them; nothing where there are none. Control characters are
    /// no letters.
    #[must_use]
    pub fn new(letters: &str, active: Option<Range<usize>>) -> Option<Self> {
        let count = letters.chars().count();
        let active = active.unwrap_or(count..count);
        let before = |chars: usize| -> usize {
            let before = letters.chars().take(chars).filter(|c| !c.is_control());
            before.map(char::len_utf8).sum()
        };
        let active = before(active.start)..before(active.end);
        let letters = Lines::letters(letters).into_owned();
        (!letters.is_empty()).then_some(Self { letters, active })
    }

    /// The letters so far.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// A text as it is shown: the letters stand where the selection is.
    ///
    /// ```
    /// # use tippani::ui::text_field::{Composition, Selection};
    /// let composition = Composition::new("नम", None).unwrap();
    /// let shown = composition.put_into("कहा", Selection::caret(3));
    /// assert_eq!(shown.text, "कनमहा");
    /// assert_eq!((shown.letters.clone(), shown.caret), (3..9, 9));
    /// assert_eq!(shown.in_text(12), 6);
    /// ```
    #[must_use]
    pub fn put_into(&self, text: &str, selection: Selection) -> Composed {
        let replaced = selection.within(text).range();
        let (before, behind) = (&text[..replaced.start], &text[replaced.end..]);
        let start = replaced.start;
        Composed {
            text: [before, &self.letters, behind].concat(),
            letters: start..start + self.letters.len(),
            active: start + self.active.start..start + self.active.end,
            caret: start + self.active.end,
            replaced,
        }
    }
}

/// A text with letters that are being composed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// As it is shown.
    pub text: String,
    /// Where the letters stand in it.
    pub letters: Range<usize>,
    /// The part of them that is worked at; a place where there is none.
    pub active: Range<usize>,
    /// Where the caret is shown.
    pub caret: usize,
    replaced: Range<usize>,
}

impl Composed {
    /// The place of the text itself that a shown one stands for.
    #[must_use]
    pub fn in_text(&self, shown: usize) -> usize {
        if shown <= self.letters.start {
            shown
        } else if shown < self.letters.end {
            self.replaced.start
        } else {
            shown - self.letters.end + self.replaced.end
        }
    }
}
