//! Offsets with a unit: a bare number never crosses a room as a place in text.

use std::fmt;

/// A place in a text, counted in UTF-8 bytes from its start.
///
/// Inside the program every place is a byte offset: slicing by it is free and exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteOffset(usize);

/// A place in a text, counted in Unicode code points from its start: the unit of every file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CharOffset(usize);

impl ByteOffset {
    /// The place `bytes` bytes after the start.
    #[must_use]
    pub const fn new(bytes: usize) -> Self {
        Self(bytes)
    }

    /// How many bytes lie before this place.
    #[must_use]
    pub const fn get(self) -> usize {
        self.0
    }
}

impl CharOffset {
    /// The place `chars` code points after the start.
    #[must_use]
    pub const fn new(chars: usize) -> Self {
        Self(chars)
    }

    /// How many code points lie before this place.
    #[must_use]
    pub const fn get(self) -> usize {
        self.0
    }
}

impl fmt::Display for CharOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
