//! How often an article is repeated: the record of each annotator has its text and what is said of it as a whole.

use super::Remark;

/// So many annotators an article of any length may have.
const FREE: usize = 64;
/// No more bytes of an article are repeated for others: 1 GiB.
const MAX_REPEATED_BYTES: usize = 1 << 30;

/// How often an article may still be repeated.
#[derive(Debug)]
pub(super) struct Repeats {
    free: usize,
    left: usize,
}

impl Default for Repeats {
    fn default() -> Self {
        Self { free: FREE, left: MAX_REPEATED_BYTES }
    }
}

impl Repeats {
    /// Whether an article of so many bytes may be repeated once more; where it may not, it may never again.
    pub(super) fn take(&mut self, bytes: usize) -> bool {
        if self.free > 0 {
            self.free -= 1;
            return true;
        }
        let left = self.left.checked_sub(bytes.max(1));
        self.left = left.unwrap_or_default();
        left.is_some()
    }

    /// Whether it may not be repeated again.
    pub(super) const fn is_over(&self) -> bool {
        self.free == 0 && self.left == 0
    }
}

/// Tells that the marks of one annotator are left out.
pub(super) fn left_out(place: &str, annotator: Option<&str>, marks: usize) -> Remark {
    let what = "an article has too many annotators for its length";
    Remark::without(place, what, annotator.unwrap_or_default(), marks)
}

#[cfg(test)]
mod tests {
    use super::{FREE, MAX_REPEATED_BYTES, Repeats};

    #[test]
    fn an_article_is_repeated_as_often_as_its_length_allows() {
        fn check(bytes: usize, times: usize, expected: usize) {
            let mut repeats = Repeats::default();
            let taken = (0..times).filter(|_| repeats.take(bytes)).count();
            assert_eq!((taken, repeats.is_over()), (expected, taken < times), "{bytes} bytes, {times} times");
        }
        check(0, FREE + 1000, FREE + 1000);
        check(1 << 20, FREE + 1025, FREE + 1024);
        check(MAX_REPEATED_BYTES - 1, FREE + 2, FREE + 1);
        check(usize::MAX, FREE + 2, FREE);
    }
}
