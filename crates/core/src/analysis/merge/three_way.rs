//! The choice between two versions of a value by what both grew from.

/// Which of two versions is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ThreeWay {
    /// Both are alike.
    Same,
    /// The first: only it was changed.
    One,
    /// The second: only it was changed.
    Other,
    /// Both were changed, and differently, or nobody knows what they grew from.
    Conflict,
}

/// Chooses between two versions of a value, `base` being what both grew from, where that is known.
pub(super) fn three_way<T: ?Sized>(
    base: Option<&T>,
    one: &T,
    other: &T,
    is_alike: impl Fn(&T, &T) -> bool,
) -> ThreeWay {
    match base {
        _ if is_alike(one, other) => ThreeWay::Same,
        Some(base) if is_alike(base, other) => ThreeWay::One,
        Some(base) if is_alike(base, one) => ThreeWay::Other,
        _ => ThreeWay::Conflict,
    }
}

#[cfg(test)]
mod tests {
    use super::{ThreeWay, three_way};

    #[test]
    fn what_only_one_changed_is_taken() {
        let check = |base: Option<&str>, one: &str, other: &str, expected: ThreeWay| {
            let chosen = three_way(base, one, other, str::eq_ignore_ascii_case);
            assert_eq!(chosen, expected, "{base:?}, {one}, {other}");
        };
        check(Some("a"), "a", "a", ThreeWay::Same);
        check(Some("a"), "b", "B", ThreeWay::Same);
        check(Some("a"), "b", "A", ThreeWay::One);
        check(Some("a"), "A", "b", ThreeWay::Other);
        check(Some("a"), "b", "c", ThreeWay::Conflict);
        check(None, "a", "A", ThreeWay::Same);
        check(None, "a", "b", ThreeWay::Conflict);
    }
}
