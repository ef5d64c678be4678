//! Which language a text is in, by its script first.

mod lexicon;
mod words;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::text::{Script, dominant_script, is_letter};
use lexicon::{ARABIC, CYRILLIC, DEVANAGARI, ETHIOPIC, HEBREW, LATIN, Lexicon};

/// How much of a text is looked at, in bytes.
const MAX_SAMPLE_BYTES: usize = 6 * 1024;

/// The languages that are told, by BCP 47 tag, in its order.
pub const KNOWN: [&str; 93] = [
    "af", "am", "ar", "as", "az", "be", "bg", "bn", "bo", "ca", "ceb", "ckb", "cs", "cy", "da", "de", "dv",
    "el", "en", "eo", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "gu", "ha", "he", "hi", "hr", "ht",
    "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lb", "lo", "lt", "lv", "mk",
    "ml", "mn", "mni", "mr", "ms", "mt", "my", "nb", "ne", "nl", "nn", "or", "pa", "pl", "ps", "pt", "ro",
    "ru", "sat", "sd", "si", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "tg", "th", "ti", "tl", "tr",
    "tt", "ug", "uk", "ur", "uz", "vi", "yi", "zh",
];

/// BCP 47 language of a text, judged by its first 6 KB; nothing when that is not sure.
///
/// Most scripts of India write one language each; in scripts that write many, the small words of a language tell it, and those of its
/// neighbours that it is not one of them. A language that is not known here is named as no other.
#[must_use]
pub fn language(text: &str) -> Option<&'static str> {
    let head = &text[..text.floor_char_boundary(MAX_SAMPLE_BYTES)];
    // Vietnamese is written with combining marks, too; the words here are composed.
    let has_marks = head.contains(|c| ('\u{300}'..='\u{36f}').contains(&c));
    let composed = has_marks.then(|| ComposingNormalizerBorrowed::new_nfc().normalize(head));
    let head = composed.as_deref().unwrap_or(head);
    let share = |range: std::ops::RangeInclusive<char>| {
        let all = head.chars().filter(|c| is_letter(*c)).count().max(1);
        head.chars().filter(|c| range.contains(c)).count() * 100 / all
    };
    match dominant_script(head)? {
        Script::Gujarati => Some("gu"),
        Script::Bengali => Some(if head.contains(['ৰ', 'ৱ']) { "as" } else { "bn" }),
        Script::Gurmukhi => Some("pa"),
        Script::Oriya => Some("or"),
        Script::Tamil => Some("ta"),
        Script::Telugu => Some("te"),
        Script::Kannada => Some("kn"),
        Script::Malayalam => Some("ml"),
        Script::Sinhala => Some("si"),
        Script::Thai => Some("th"),
        Script::Lao => Some("lo"),
        // Shan, Mon, Karen and others have letters of their own.
        Script::Myanmar => (share('\u{1050}'..='\u{109f}') < 2).then_some("my"),
        Script::Khmer => Some("km"),
        // The copula of Dzongkha.
        Script::Tibetan => (!head.contains("ཨིན")).then_some("bo"),
        Script::Georgian => Some("ka"),
        Script::Armenian => Some("hy"),
        Script::Greek => Some("el"),
        Script::Hangul => Some("ko"),
        Script::Hiragana | Script::Katakana => Some("ja"),
        Script::Han => han(head),
        Script::Thaana => Some("dv"),
        Script::Ol_Chiki => Some("sat"),
        Script::Meetei_Mayek => Some("mni"),
        Script::Devanagari => among(head, &DEVANAGARI).or_else(|| devanagari(head)),
        Script::Arabic => among(head, &ARABIC).or_else(|| arabic(head)),
        Script::Hebrew => among(head, &HEBREW),
        Script::Ethiopic => among(head, &ETHIOPIC),
        Script::Cyrillic => among(head, &CYRILLIC),
        Script::Latin => among(head, &LATIN),
        _ => None,
    }
}

/// Japanese has kana; what has no `的` at length is no Chinese of today's standard but another Chinese language, or an old text.
fn han(text: &str) -> Option<&'static str> {
    if text.contains(|c| matches!(c, 'ぁ'..='ヿ')) {
        return Some("ja");
    }
    let (all, particles) = (text.chars().count(), text.matches('的').count());
    (all < 200 || particles * 80 >= all).then_some("zh")
}

/// Fewer words than this are a headline: letters and endings are asked where the language's small words are not there.
const MIN_WORDS: usize = 50;

/// The words of a text as they stand there.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |c: char| {
        c.is_whitespace()
            || c.is_ascii_punctuation()
            || c.is_numeric()
            || matches!(c, '।' | '॥' | '،' | '؛' | '؟' | '۔' | '‘'..='‟' | '«' | '»' | '–' | '—' | '…' | '፡'..='፧')
    };
    text.split(is_between).filter(|word| !word.is_empty())
}

/// The language whose small words stand in a text, and not those of a neighbour as well; nothing when that is not sure.
fn among(text: &str, lexicon: &Lexicon) -> Option<&'static str> {
    let languages = lexicon.languages;
    let small = text.to_lowercase();
    let counts = lexicon.count(words_of(&small));
    let all = counts.all;
    let places: Vec<usize> = (0..languages.len()).map(|n| counts.of(n).places).collect();
    // Of a headline the languages that are read more often are likelier than their small neighbours.
    let is_likely = |n: &usize| all >= MIN_WORDS || languages[*n].tag.is_some();
    let mut order: Vec<usize> = (0..languages.len()).filter(is_likely).collect();
    order.sort_by_key(|n| std::cmp::Reverse(places[*n]));
    let mut best = *order.first()?;
    for &other in order.iter().skip(1).take_while(|n| places[**n] * 2 >= places[order[0]]) {
        if places[other] == 0 {
            break;
        }
        // Of each the words that the other has not.
        let (mine, theirs) = (counts.own(best, other), counts.own(other, best));
        let mine = mine.kinds * 100 / mine.all_kinds.max(1);
        let theirs = theirs.kinds * 100 / theirs.all_kinds.max(1);
        if theirs * 5 > mine * 6 {
            best = other;
        } else if theirs * 6 > mine * 5 {
            return None;
        }
    }
    let language = &languages[best];
    let found = counts.of(best);
    let variety = match all {
        300.. => language.least_variety,
        120.. => language.least_variety * 4 / 5,
        MIN_WORDS.. => language.least_variety / 2,
        _ => 0,
    };
    let is_sure = found.places >= 2
        && found.places * 100 >= language.least_share * all
        && found.kinds * 100 >= variety * found.all_kinds;
    language.tag.filter(|_| is_sure)
}

/// Urdu, Persian and Arabic each have letters the others lack: of a headline they are all there is to go by.
fn arabic(text: &str) -> Option<&'static str> {
    if words_of(text).take(MIN_WORDS).count() == MIN_WORDS {
        return None;
    }
    let count = |letters: &[char]| text.chars().filter(|c| letters.contains(c)).count();
    let urdu = count(&['ٹ', 'ڈ', 'ڑ', 'ں', 'ے', 'ہ', 'ھ']);
    let persian = count(&['پ', 'چ', 'ژ', 'گ', 'ک', 'ی']);
    let arab = count(&['ة', 'ى', 'ي', 'ك', 'إ', 'أ']);
    if urdu > arab && urdu * 3 > persian {
        Some("ur")
    } else if persian > arab {
        Some("fa")
    } else if arab > 0 {
        Some("ar")
    } else {
        None
    }
}

/// Hindi, Marathi and Nepali have endings of their own, which tell them in a headline.
fn devanagari(text: &str) -> Option<&'static str> {
    const MARATHI_ENDINGS: [&str; 6] = ["च्या", "ांना", "ाला", "ातील", "ण्यात", "ळे"];
    const NEPALI_ENDINGS: [&str; 4] = ["हरू", "हरु", "लाई", "मा"];
    if words_of(text).take(MIN_WORDS).count() == MIN_WORDS {
        return None;
    }
    let all = DEVANAGARI.languages;
    let list = |tag: &str| all.iter().find(|l| l.tag == Some(tag)).map_or("", |l| l.words);
    let (mut hindi, mut marathi, mut nepali) = (0, 0, 0);
    for word in words_of(text) {
        let stands_in = |list: &str| list.split(' ').any(|known| known == word);
        hindi += usize::from(stands_in(list("hi")));
        marathi += usize::from(stands_in(list("mr")) || MARATHI_ENDINGS.iter().any(|e| word.ends_with(e)));
        nepali += usize::from(stands_in(list("ne")) || NEPALI_ENDINGS.iter().any(|e| word.ends_with(e)));
    }
    let mut found = [(hindi, "hi"), (marathi, "mr"), (nepali, "ne")];
    found.sort_unstable();
    let [_, (second, _), (most, tag)] = found;
    (most >= 2 && most > second).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::KNOWN;
    use super::words::{ARABIC, CYRILLIC, DEVANAGARI, ETHIOPIC, HEBREW, LATIN};

    #[test]
    fn every_language_of_the_lists_is_among_those_that_are_told() {
        assert!(KNOWN.is_sorted());
        let lists = [&LATIN[..], &CYRILLIC, &ARABIC, &DEVANAGARI, &HEBREW, &ETHIOPIC];
        for tag in lists.into_iter().flatten().filter_map(|language| language.tag) {
            assert!(KNOWN.contains(&tag), "{tag}");
        }
    }
}
