//! How often an article may be repeated: each record of an annotator has its text and words.

/// No more bytes of texts and words than these are given of an article.
const MAX_REPEATED_BYTES: usize = 1 << 30;
/// So many annotators an article of any length may have.
const MIN_ANNOTATORS: usize = 64;

/// How many annotators an article of so many bytes may have.
pub(super) fn most_annotators(bytes: usize) -> usize {
    (MAX_REPEATED_BYTES / bytes.max(1)).max(MIN_ANNOTATORS)
}

#[cfg(test)]
mod tests {
    use super::{MIN_ANNOTATORS, most_annotators};

    #[test]
    fn an_article_is_repeated_as_often_as_its_length_allows() {
        let check = |bytes: usize, expected: usize| assert_eq!(most_annotators(bytes), expected, "{bytes}");
        check(0, 1 << 30);
        check(1 << 20, 1024);
        check(1 << 30, MIN_ANNOTATORS);
        check(usize::MAX, MIN_ANNOTATORS);
    }
}
