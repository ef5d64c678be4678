//! What an article is called in lists: the first line of its text.

use std::sync::Arc;

/// So much of a line is kept, in code points.
const MAX_CHARS: usize = 120;
/// No line is looked for beyond this, in bytes: there may be none in a file of megabytes.
const MAX_BYTES: usize = 16 * 1024;

/// The first line with a letter or a digit in it, without the signs of a Markdown heading and blanks around it; cut at a blank
/// where it is long. Nothing where there is no such line near the beginning.
pub(super) fn headline(text: &str) -> Option<Arc<str>> {
    let near = text.get(..text.floor_char_boundary(MAX_BYTES)).unwrap_or(text);
    let says = |line: &&str| line.contains(char::is_alphanumeric);
    let line = near.lines().find(says)?.trim().trim_start_matches('#').trim();
    let Some((end, _)) = line.char_indices().nth(MAX_CHARS) else { return Some(line.into()) };
    let cut = &line[..end];
    let words = cut.rfind(char::is_whitespace).map_or(cut, |blank| cut[..blank].trim_end());
    Some(format!("{words}…").into())
}

#[cfg(test)]
mod tests {
    use super::headline;

    #[test]
    fn the_first_line_that_says_something_is_the_headline() {
        fn check(text: &str, expected: Option<&str>) {
            assert_eq!(headline(text).as_deref(), expected, "{text:?}");
        }
        check("", None);
        check("\n  \n***\n", None);
        check("Bridge closed\nMore\n", Some("Bridge closed"));
        check("\u{feff}\n## पुल बंद  \n\nमंत्री", Some("पुल बंद"));
        check("---\nપુલ બંધ", Some("પુલ બંધ"));
        let long = headline(&"word ".repeat(100)).unwrap();
        assert!(long.ends_with("word…") && long.chars().count() <= 121, "{long}");
        let unbroken = headline(&"x".repeat(500)).unwrap();
        assert_eq!(unbroken.chars().count(), 121);
        check(&format!("{}late", "\n".repeat(20_000)), None);
    }
}
