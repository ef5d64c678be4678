//! Which script a text is written in, and which characters cannot be seen.

pub use unicode_script::Script;

use super::characters::{is_letter, script_of};

/// The script most of the text is written in (Unicode `Script` property), judged by its first 4,096 letters;
/// nothing when it has no letters.
///
/// ```
/// # use tippani_core::text::{Script, dominant_script};
/// assert_eq!(dominant_script("ગુજરાત અને Delhi"), Some(Script::Gujarati));
/// assert_eq!(dominant_script("1947"), None);
/// ```
#[must_use]
pub fn dominant_script(text: &str) -> Option<Script> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    let letters = text.chars().filter(|c| is_letter(*c)).take(4096);
    for script in letters.map(script_of).filter(|s| !matches!(s, Script::Common | Script::Inherited)) {
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, n)) => *n += 1,
            None => counts.push((script, 1)),
        }
    }
    counts.into_iter().max_by_key(|(_, n)| *n).map(|(script, _)| script)
}

/// Explicit directional formatting characters of UAX #9: they can show a reader another order than the text has.
#[must_use]
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that take part in the text without a mark of their own: joiners, controls, special spaces.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    is_bidi_control(c)
        || matches!(
            c,
            '\u{00a0}' | '\u{00ad}' | '\u{034f}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{202f}' | '\u{2060}'
                | '\u{feff}' | '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'
        )
}

/// Whether a character is of Chinese, Japanese or Korean writing, whose faces are too large to be in the program.
#[must_use]
pub fn is_cjk(c: char) -> bool {
    use Script::{Bopomofo, Han, Hangul, Hiragana, Katakana};
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3190}'..='\u{33ff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}')
        || matches!(script_of(c), Bopomofo | Han | Hangul | Hiragana | Katakana)
}
