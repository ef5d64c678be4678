//! A value together with what was not as it should be.

use std::borrow::Cow;
use std::fmt;

use crate::text::shortened;

/// Characters of what is wrong; what a file says is part of it, however long that is.
const MAX_WHAT_CHARS: usize = 400;
/// Characters of what a file says in the words of an error.
const MAX_SAID_CHARS: usize = 200;

/// What a file says, as a message says it: cut to a line.
pub(super) fn in_a_line(said: &str) -> String {
    shortened(said, MAX_SAID_CHARS).into_owned()
}

/// One thing that was not as it should be in what was read; the value is there all the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Issue {
    /// Where: a file, an entry of it, a line.
    pub place: String,
    /// What is wrong, sentence case, no full stop.
    pub what: String,
    /// What was done about it, or what can be done; may be empty.
    pub hint: String,
}

impl Issue {
    /// An issue from its three parts; what is wrong is cut to a line.
    #[must_use]
    pub fn new(place: impl Into<String>, what: impl Into<String>, hint: impl Into<String>) -> Self {
        let what = what.into();
        let what = match shortened(&what, MAX_WHAT_CHARS) {
            Cow::Borrowed(_) => what,
            Cow::Owned(cut) => cut,
        };
        Self { place: place.into(), what, hint: hint.into() }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        if !self.hint.is_empty() {
            write!(f, "; {}", self.hint)?;
        }
        write!(f, ": {}", self.place)
    }
}

/// A value read from bytes, with every [`Issue`] met on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<T> {
    /// What was read.
    pub value: T,
    /// What was not as it should be, in the order met.
    pub issues: Vec<Issue>,
}

impl<T> Decoded<T> {
    /// A value with nothing wrong.
    #[must_use]
    pub const fn clean(value: T) -> Self {
        Self { value, issues: Vec::new() }
    }

    /// The same issues with another value.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Decoded<U> {
        Decoded { value: change(self.value), issues: self.issues }
    }
}
