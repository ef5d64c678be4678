//! What two spellings of a word have in common.

use crate::analysis::folded;

/// Code points of the blocks of Indic scripts, which are laid out alike.
const INDIC: std::ops::Range<u32> = 0x900..0xd80;
const GUJARATI: u32 = 0xa80;
/// Places in such a block: signs, and nasals with the stops they stand before.
const CANDRABINDU: u32 = 0x01;
const ANUSVARA: u32 = 0x02;
const NUKTA: u32 = 0x3c;
const VIRAMA: u32 = 0x4d;
const NASALS: [u32; 4] = [0x19, 0x1e, 0x23, 0x28];
const LABIAL_NASAL: u32 = 0x2e;
const LABIAL_STOPS: std::ops::RangeInclusive<u32> = 0x2a..=0x2d;

/// Whether a nasal and the consonant that follows it are written as anusvara, too: before stops of any class, as loanwords have
/// them (पेन्टागन, पेंटागन), and before sibilants; that of the lips before its own stops only.
fn is_anusvara(nasal: u32, next: u32) -> bool {
    let is_stop = (0x15..=0x2d).contains(&next) && !NASALS.contains(&next) && next != 0x29;
    let is_sibilant = (0x36..=0x39).contains(&next);
    if nasal == LABIAL_NASAL {
        LABIAL_STOPS.contains(&next)
    } else {
        NASALS.contains(&nasal) && (is_stop || is_sibilant)
    }
}

/// A vowel of Gujarati that is written as another one, too.
const fn levelled(place: u32) -> u32 {
    match place {
        0x0d => 0x0f,
        0x45 => 0x47,
        0x11 => 0x13,
        0x49 => 0x4b,
        0x08 => 0x07,
        0x0a => 0x09,
        place => place,
    }
}

/// A word with its spelling levelled: folded, a nasal before a stop as anusvara, without nukta, candrabindu as
/// anusvara, Latin letters without marks.
///
/// ```text
/// नरेन्द्र, नरेंद्र → नरेंद्र   ज़िला → जिला   Zelenský → zelensky   कोविड-१९ → कोविड-19
/// ```
pub(super) fn key(word: &str) -> String {
    let chars: Vec<char> = folded(word).chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    let mut out = String::with_capacity(word.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        at += 1;
        let code = u32::from(c);
        if !INDIC.contains(&code) {
            // One apostrophe for all.
            out.push(if matches!(c, '\u{2019}' | '\u{2bc}' | '\u{ff07}') { '\'' } else { c });
            continue;
        }
        let (block, place) = (code & !0x7f, code & 0x7f);
        let sign = |place: u32| char::from_u32(block + place).unwrap_or(c);
        let next = |n: usize| {
            chars.get(at + n).map(|c| u32::from(*c)).filter(|c| c & !0x7f == block).map(|c| c & 0x7f)
        };
        match place {
            NUKTA => {}
            // Gujarati: open e and o with or without their sign, and i and u at the start, short or long.
            _ if block == GUJARATI && levelled(place) != place => out.push(sign(levelled(place))),
            CANDRABINDU => out.push(sign(ANUSVARA)),
            _ => {
                let stop = if next(0) == Some(VIRAMA) { next(1) } else { None };
                if stop.is_some_and(|stop| is_anusvara(place, stop)) {
                    out.push(sign(ANUSVARA));
                    at += 1;
                } else {
                    out.push(c);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn spellings_of_one_word_have_one_key() {
        let check = |one: &str, other: &str| assert_eq!(key(one), key(other), "{one} {other}");
        check("नरेन्द्र", "नरेंद्र");
        check("નરેન્દ્ર", "નરેંદ્ર");
        check("ज़िला", "जिला");
        check("क\u{93c}लम", "क़लम");
        check("चाँद", "चांद");
        check("ज़ेलेन्स्की", "ज़ेलेंस्की");
        check("इन्डिया", "इंडिया");
        check("સમ્બંધ", "સંબંધ");
        check("Zelenský", "ZELENSKY");
        check("Modi’s", "modi's");
        check("र\u{94d}\u{200d}य", "र्य");
        check("૨૦૨૬", "2026");
        check("કૉંગ્રેસ", "કોંગ્રેસ");
        check("બૅન્ક", "બેંક");
        check("ઈરાન", "ઇરાન");
        assert_ne!(key("जन्म"), key("जंम"), "no stop follows");
        assert_ne!(key("मोदी"), key("मोदि"));
        assert_ne!(key("बॉल"), key("बोल"), "another word of Hindi");
    }
}
