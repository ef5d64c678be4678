//! What is asked of every character of a text: whether it is a letter, and of which script.

use std::sync::LazyLock;

use unicode_script::{Script, UnicodeScript as _};

/// Characters below this are looked up in a table: the scripts that most news is written in. Unicode's own tables are searched anew for
/// each character, which was half the time it took to read a workspace.
const KNOWN: u32 = 0x3000;

static TABLE: LazyLock<Vec<(Script, bool)>> = LazyLock::new(|| {
    let known = (0..KNOWN).map(|code| char::from_u32(code).unwrap_or('\0'));
    known.map(|c| (c.script(), c.is_alphabetic())).collect()
});

/// Whether a character is a letter: [`char::is_alphabetic`] (Unicode `Alphabetic` property), looked up.
///
/// ```
/// # use tippani_core::text::is_letter;
/// assert!(is_letter('a') && is_letter('अ') && is_letter('ા'));
/// assert!(!is_letter('1') && !is_letter('।') && !is_letter('\u{94d}'));
/// ```
#[must_use]
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    TABLE.get(u32::from(c) as usize).map_or_else(|| c.is_alphabetic(), |(_, is_letter)| *is_letter)
}

/// The script of one character (Unicode `Script` property).
#[must_use]
pub fn script_of(c: char) -> Script {
    TABLE.get(u32::from(c) as usize).map_or_else(|| c.script(), |(script, _)| *script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_up_is_what_unicode_says() {
        for c in '\0'..=char::MAX {
            assert_eq!((script_of(c), is_letter(c)), (c.script(), c.is_alphabetic()), "{c:?}");
        }
    }
}
