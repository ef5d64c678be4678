//! Blanks between texts of which a file says only where they stand.

/// More blanks than this are between no texts of a file; one number in it may ask for any.
const MAX_BLANKS: usize = 1 << 24;

/// The blanks that may still stand between texts of a file.
#[derive(Debug)]
pub(super) struct Blanks(usize);

impl Default for Blanks {
    fn default() -> Self {
        Self(MAX_BLANKS)
    }
}

impl Blanks {
    /// Puts so many after a text: a line ending where there is none, and blanks. Nothing where these are too many.
    pub(super) fn put(&mut self, text: &mut String, count: usize) -> Option<()> {
        self.0 = self.0.checked_sub(count)?;
        for _ in 0..count {
            text.push(if text.is_empty() || text.ends_with('\n') { ' ' } else { '\n' });
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Blanks, MAX_BLANKS};

    #[test]
    fn blanks_are_put_until_they_are_too_many() {
        fn check(before: &str, counts: &[usize], expected: Option<&str>) {
            let (mut blanks, mut text) = (Blanks::default(), before.to_owned());
            let done = counts.iter().try_for_each(|count| blanks.put(&mut text, *count));
            assert_eq!(done.map(|()| &*text), expected, "{before:?} {counts:?}");
        }
        check("a", &[0], Some("a"));
        check("a", &[3], Some("a\n \n"));
        check("", &[1, 1], Some(" \n"));
        check("a", &[MAX_BLANKS + 1], None);
        check("a", &[usize::MAX], None);
        check("a", &[2, MAX_BLANKS - 1], None);
    }
}
