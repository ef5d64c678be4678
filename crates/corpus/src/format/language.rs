//! Which language a text is in, by its script first.

use whatlang::{Detector, Lang};

use crate::text::{Script, dominant_script};

/// How much of a text is looked at, in bytes.
const MAX_SAMPLE_BYTES: usize = 1024;

/// BCP 47 language of a text, judged by its first 1 KB; nothing when that is not sure.
///
/// Most scripts of India write one language each; Devanagari, Arabic, Latin, Cyrillic, Hebrew are told apart by
/// their words.
#[must_use]
pub fn language(text: &str) -> Option<&'static str> {
    let mut end = text.len().min(MAX_SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
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
        Script::Myanmar => Some("my"),
        Script::Khmer => Some("km"),
        Script::Tibetan => Some("bo"),
        Script::Georgian => Some("ka"),
        Script::Armenian => Some("hy"),
        Script::Greek => Some("el"),
        Script::Hangul => Some("ko"),
        Script::Hiragana | Script::Katakana => Some("ja"),
        Script::Han => Some(if head.contains(|c| matches!(c, 'ぁ'..='ヿ')) { "ja" } else { "zh" }),
        Script::Thaana => Some("dv"),
        Script::Ol_Chiki => Some("sat"),
        Script::Meetei_Mayek => Some("mni"),
        Script::Devanagari => devanagari(head),
        Script::Arabic => arabic(head),
        Script::Hebrew => among(head, &[Lang::Heb, Lang::Yid]),
        Script::Cyrillic => among(head, &[Lang::Rus, Lang::Ukr, Lang::Bel, Lang::Bul, Lang::Srp, Lang::Mkd]),
        Script::Latin => latin(head),
        _ => None,
    }
}

/// Urdu, Persian and Arabic each have letters the others lack.
fn arabic(text: &str) -> Option<&'static str> {
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

/// Hindi, Marathi and Nepali share their letters; their smallest words and endings differ.
fn devanagari(text: &str) -> Option<&'static str> {
    const HINDI: [&str; 14] = ["है", "हैं", "के", "की", "का", "में", "ने", "से", "और", "पर", "यह", "था", "थे", "गया"];
    const MARATHI: [&str; 12] =
        ["आहे", "आहेत", "आणि", "या", "की", "होते", "होती", "हे", "ही", "तर", "केले", "म्हणाले"];
    const NEPALI: [&str; 12] =
        ["छ", "छन्", "र", "पनि", "गरेको", "भएको", "हो", "थियो", "गर्ने", "उनले", "लागि", "भने"];
    const MARATHI_ENDINGS: [&str; 6] = ["च्या", "ांना", "ाला", "ातील", "ण्यात", "ळे"];
    const NEPALI_ENDINGS: [&str; 4] = ["हरू", "हरु", "लाई", "मा"];
    let (mut hindi, mut marathi, mut nepali) = (0, 0, 0);
    for word in
        text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || matches!(c, '।' | '‘'..='”'))
    {
        hindi += usize::from(HINDI.contains(&word));
        marathi += usize::from(MARATHI.contains(&word) || MARATHI_ENDINGS.iter().any(|e| word.ends_with(e)));
        nepali += usize::from(NEPALI.contains(&word) || NEPALI_ENDINGS.iter().any(|e| word.ends_with(e)));
    }
    let mut found = [(hindi, "hi"), (marathi, "mr"), (nepali, "ne")];
    found.sort_unstable();
    let [_, (second, _), (most, tag)] = found;
    (most >= 2 && most > second).then_some(tag)
}

fn among(text: &str, allowed: &[Lang]) -> Option<&'static str> {
    let info = Detector::with_allowlist(allowed.to_vec()).detect(text)?;
    info.is_reliable().then(|| tag(info.lang())).flatten()
}

fn latin(text: &str) -> Option<&'static str> {
    let info = whatlang::detect(text)?;
    (info.is_reliable() || info.confidence() > 0.8).then(|| tag(info.lang())).flatten()
}

fn tag(lang: Lang) -> Option<&'static str> {
    Some(match lang {
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Bel => "be",
        Lang::Bul => "bg",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Eng => "en",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Pol => "pl",
        Lang::Tur => "tr",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Fin => "fi",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Ron => "ro",
        Lang::Hrv => "hr",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        _ => return None,
    })
}
