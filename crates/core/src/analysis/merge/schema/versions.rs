//! Three versions of one value, and which of them is taken.

use crate::analysis::merge::three_way::{ThreeWay, three_way};

/// A value as it is here, as somebody else has it, and as it was before both.
#[derive(Debug)]
pub(super) struct Versions<'a, T: ?Sized> {
    /// What both grew from; nothing where it was not there, or is not known.
    pub base: Option<&'a T>,
    pub mine: &'a T,
    pub theirs: &'a T,
}

impl<T: ?Sized> Clone for Versions<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Versions<'_, T> {}

impl<'a, T: ?Sized> Versions<'a, T> {
    /// The versions of a part of it.
    pub(super) fn part<U: ?Sized>(self, part: impl Fn(&'a T) -> &'a U) -> Versions<'a, U> {
        Versions { base: self.base.map(&part), mine: part(self.mine), theirs: part(self.theirs) }
    }

    /// Whether `is` holds for each.
    pub(super) fn all(self, is: impl Fn(&'a T) -> bool) -> bool {
        is(self.mine) && is(self.theirs) && self.base.is_none_or(is)
    }
}

impl<'a, T: PartialEq + ?Sized> Versions<'a, T> {
    /// What was changed. Where both changed it, and differently, it is mine, and the second is true.
    pub(super) fn pick(self) -> (&'a T, bool) {
        let Versions { base, mine, theirs } = self;
        match three_way(base, mine, theirs, T::eq) {
            ThreeWay::Same | ThreeWay::One => (mine, false),
            ThreeWay::Other => (theirs, false),
            ThreeWay::Conflict => (mine, true),
        }
    }
}
