//! Whether text is what somebody would write.

use std::borrow::Cow;

use crate::text::{Script, is_letter, script_of};
use crate::words::{self, plain, say, shown};

/// How much a text looks as somebody wrote it: above nothing if it does, far below if its bytes were taken for another encoding.
///
/// Each character beyond ASCII counts by what stands beside it: letters in words, capitals where words begin, quotation marks around
/// words, vowel signs after consonants; never signs within words.
pub(super) fn score(text: &str) -> i64 {
    let mut total = 0;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        if !c.is_ascii() {
            total += points(before, c, after);
        } else if is_stray_control(c) {
            total -= 10;
        }
        before = c;
    }
    total
}

/// A control character that text does not hold.
fn is_stray_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{85}')
}

fn points(before: char, c: char, after: char) -> i64 {
    let is_within = is_letter(before) && is_letter(after);
    match c {
        '\u{80}'..='\u{9f}' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => -10,
        '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' => 0,
        '’' => i64::from(is_letter(before) || is_letter(after)),
        '‘' | '“' | '”' | '„' | '‚' | '«' | '»' | '‹' | '›' | '¿' | '¡' => {
            if is_within {
                -4
            } else {
                i64::from(is_letter(before) || is_letter(after))
            }
        }
        '–' | '—' => i64::from(before.is_whitespace() || after.is_whitespace() || before.is_numeric()),
        '…' if is_within => -4,
        '…' => i64::from(is_letter(before)),
        '€' | '£' | '¥' | '°' | '§' | '№' | '%' | '·' | 'º' | 'ª' => -5 * i64::from(is_within),
        c if is_sign(c) => match (is_letter(before), is_letter(after)) {
            (true, true) => -6,
            (false, false) => -1,
            _ => -3,
        },
        c if is_letter(c) || is_vowel_sign(c) => letter_points(before, c, after),
        _ => 0,
    }
}

/// Signs that stand in no word: of mathematics, drawing, currency; accents by themselves.
const fn is_sign(c: char) -> bool {
    matches!(
        c,
        '¢' | '¤' | '¦' | '¨' | '©' | '¬' | '®' | '¯' | '±'..='´' | '¶' | '¸' | '¹' | '¼'..='¾' | '×' | '÷' | 'ˆ' | '˜'
            | '˘'..='˝' | 'ˇ' | '†' | '‡' | '•' | '‰' | '™' | '\u{2190}'..='\u{2bff}' | 'ﬁ' | 'ﬂ' | 'ƒ' | '₧'
    )
}

fn letter_points(before: char, c: char, after: char) -> i64 {
    if let Some(points) = indic_points(before, c) {
        return points;
    }
    let is_mixed =
        |other: char| is_letter(other) && script_of(other) != script_of(c) && !is_kana_or_han(other);
    if is_mixed(before) || is_mixed(after) {
        return -4;
    }
    if u32::from(c) >= 0x2e80 {
        // Two bytes made it.
        return 4;
    }
    if c.is_uppercase() {
        return match (before.is_lowercase(), before.is_uppercase() || after.is_uppercase()) {
            (true, _) => -6,
            (false, true) => 1,
            (false, false) => i64::from(after.is_lowercase() || !is_letter(after)),
        };
    }
    if is_rare(c) { 0 } else { 2 }
}

fn is_kana_or_han(c: char) -> bool {
    u32::from(c) >= 0x2e80
}

/// Small letters that few languages write, or only at places where others are as likely.
const fn is_rare(c: char) -> bool {
    matches!(
        c,
        'ÿ' | 'ð'
            | 'þ'
            | 'µ'
            | 'ђ'
            | 'ѓ'
            | 'ѕ'
            | 'ј'
            | 'љ'
            | 'њ'
            | 'ћ'
            | 'ќ'
            | 'џ'
            | 'ĺ'
            | 'ŕ'
            | 'ġ'
            | 'ħ'
    )
}

const fn is_vowel_sign(c: char) -> bool {
    matches!(c as u32, 0x900..=0xdff) && matches!(c as u32 & 0x7f, 0x3e..=0x4d | 0x57 | 0x62 | 0x63)
}

/// Points of a letter or sign of an Indic script; nothing for others.
fn indic_points(before: char, c: char) -> Option<i64> {
    let code = u32::from(c);
    if !(0x900..0xe00).contains(&code) {
        return None;
    }
    let is_consonant = |c: char| {
        (0x900..0xe00).contains(&u32::from(c)) && matches!(u32::from(c) & 0x7f, 0x15..=0x3c | 0x58..=0x5f)
    };
    Some(match code & 0x7f {
        0x3e..=0x4d | 0x57 | 0x62 | 0x63 => {
            if is_consonant(before) {
                2
            } else {
                -5
            }
        }
        // An independent vowel in the middle of a word is rare; after a virama there is none.
        0x04..=0x14 if is_vowel_sign(before) && u32::from(before) & 0x7f == 0x4d => -5,
        _ if before.is_ascii_alphabetic() => -4,
        _ => 2,
    })
}

/// Whether characters decoded from two or four bytes each are text: no controls, letters of one or two scripts, and blanks.
pub(super) fn is_wide_text(text: &str) -> bool {
    let mut scripts: Vec<(Script, usize)> = Vec::new();
    let (mut all, mut letters, mut blanks) = (0_usize, 0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        if is_stray_control(c) || matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{fffe}' | '\u{ffff}')
        {
            return false;
        }
        blanks += usize::from(matches!(c, ' ' | '\n' | '。' | '、' | '，' | '।' | '.'));
        let script = match script_of(c) {
            Script::Common | Script::Inherited => continue,
            Script::Hiragana | Script::Katakana | Script::Hangul => Script::Han,
            script => script,
        };
        letters += 1;
        match scripts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, n)) => *n += 1,
            None => scripts.push((script, 1)),
        }
    }
    scripts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let of_two: usize = scripts.iter().take(2).map(|(_, n)| n).sum();
    letters > 0 && of_two * 20 >= letters * 19 && blanks * 50 >= all
}

/// Whether text is Tamil by its spelling: words begin with no vowel sign, no consonant without a vowel and none of the letters that
/// stand within words only, and vowels stand at their beginning only.
pub(super) fn is_tamil(text: &str) -> bool {
    let (mut all, mut wrong) = (0_usize, 0_usize);
    for word in text.split(|c: char| !('\u{b80}'..='\u{bff}').contains(&c)).filter(|word| !word.is_empty()) {
        all += 1;
        let mut chars = word.chars();
        let (first, second) = (chars.next(), chars.next());
        let begins_badly = matches!(first, Some('ண' | 'ன' | 'ற' | 'ழ' | 'ள' | '\u{bbe}'..='\u{bcd}'))
            || second == Some('\u{bcd}');
        let has_vowel = word.chars().skip(1).any(|c| matches!(c, 'அ'..='ஔ'));
        wrong += usize::from(begins_badly || has_vowel);
    }
    all >= 4 && wrong * 8 <= all
}

/// Of a longer text so many stretches of so many bytes, spread over it, stand for all of it: who writes, writes alike throughout.
const STRETCHES: usize = 16;
const STRETCH_BYTES: usize = 16 * 1024;

/// What is wrong with a text that nobody would write, in words; nothing where it may be right.
pub(super) fn doubt(text: &str) -> Option<String> {
    let nuls = text.matches('\0').count();
    if nuls > 0 {
        return Some(say!("format-doubt-nul", count = plain(nuls)));
    }
    let all = text.chars().count().max(1);
    let controls = stray_controls(text);
    if controls * 100 > all || (controls > 2 && controls * 500 > all) {
        return Some(say!("format-doubt-controls", count = shown(controls)));
    }
    let text = &*stretches(text);
    if is_twice_encoded(text) {
        return Some(words::text("format-doubt-twice").to_owned());
    }
    let beyond = text.chars().filter(|c| !c.is_ascii()).count();
    let bad = beyond > 3 && score(text) < -i64::try_from(beyond).unwrap_or(i64::MAX);
    bad.then(|| words::text("format-doubt-signs").to_owned())
}

/// How many control characters a text holds that text does not, counted by its bytes: those beyond ASCII are two, of which the first
/// is C2.
fn stray_controls(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_stray =
        |byte: &u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0xb | 0xc | 0x1a);
    // In sums of one byte, which are made many at a time.
    let sums = bytes.chunks(255).map(|part| part.iter().map(|byte| u8::from(is_stray(byte))).sum::<u8>());
    let next = memchr::memchr_iter(0xc2, bytes).map(|at| bytes.get(at + 1));
    let beyond = next.filter(|next| matches!(next, Some(0x80..=0x84 | 0x86..=0x9f)));
    sums.map(usize::from).sum::<usize>() + beyond.count()
}

/// A text, or the stretches that stand for it.
fn stretches(text: &str) -> Cow<'_, str> {
    if text.len() <= STRETCHES * STRETCH_BYTES {
        return Cow::Borrowed(text);
    }
    let stretch = |n: usize| {
        let start = n * (text.len() - STRETCH_BYTES) / (STRETCHES - 1);
        &text[text.floor_char_boundary(start)..text.ceil_char_boundary(start + STRETCH_BYTES)]
    };
    Cow::Owned((0..STRETCHES).map(stretch).collect())
}

/// Whether the bytes of UTF-8 stand in a text as characters of Windows-1252.
fn is_twice_encoded(text: &str) -> bool {
    let beyond = text.chars().filter(|c| !c.is_ascii()).count();
    let is_lead = |c: char| matches!(c, 'Ã' | 'Â' | 'à' | 'á' | 'â' | 'Ø' | 'Ù' | 'Ð' | 'Ñ');
    let is_continuation =
        |c: char| matches!(c, '\u{80}'..='\u{bf}') || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c);
    let pairs = text.chars().zip(text.chars().skip(1));
    let leads = pairs.filter(|(lead, next)| is_lead(*lead) && is_continuation(*next));
    let leads = leads.count();
    leads >= 3 && leads * 4 > beyond
}

#[cfg(test)]
mod tests {
    use super::{doubt, is_stray_control, stray_controls, stretches};

    #[test]
    fn controls_are_counted_by_bytes_as_by_characters() {
        let all: String = (0..=0x2fff_u32).filter_map(char::from_u32).collect();
        assert_eq!(stray_controls(&all), all.chars().filter(|c| is_stray_control(*c)).count());
    }

    #[test]
    fn a_long_text_is_judged_by_stretches_from_its_first_to_its_last_letter() {
        let text = format!("अ{}ञ", "मंत्री ने कहा। ".repeat(100_000));
        let looked_at = stretches(&text);
        assert!(looked_at.len() < text.len() / 4, "{}", looked_at.len());
        assert!(looked_at.starts_with('अ') && looked_at.ends_with('ञ'));
        assert_eq!(doubt(&text), None);
        // The same letters, read as what they are not.
        let (wrong, _, _) = encoding_rs::WINDOWS_1252.decode(text.as_bytes());
        assert!(doubt(&wrong).is_some());
    }
}
