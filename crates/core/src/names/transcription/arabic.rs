//! Arabic letters, with those of Urdu and Persian. Short vowels are mostly not written.

use super::{Letter, Transcription};

fn phone(letter: char) -> &'static str {
    match letter {
        'ا' | 'أ' | 'ٱ' => "Å",
        'آ' | 'ى' => "A",
        'إ' => "i",
        'ب' => "b",
        'پ' => "p",
        'ت' | 'ط' => "t",
        'ٹ' => "ʈ",
        'ث' => "ş",
        'ج' => "j",
        'چ' => "c",
        'ح' | 'ہ' | 'ه' | 'ة' | 'ۂ' | 'ۃ' | 'ۀ' => "ħ",
        'خ' => "x",
        'د' => "d",
        'ڈ' => "ɖ",
        'ذ' | 'ز' | 'ض' | 'ظ' => "z",
        'ر' => "r",
        'ڑ' => "ɽ",
        'ژ' => "ʒ",
        'س' | 'ص' => "s",
        'ش' => "S",
        'ع' => "ʕ",
        'غ' => "ɣ",
        'ف' => "f",
        'ق' => "q",
        'ک' | 'ك' => "k",
        'گ' => "g",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ں' => "~",
        'و' | 'ؤ' => "W",
        'ی' | 'ي' | 'ئ' => "Y",
        'ے' | 'ۓ' => "e",
        'ۆ' => "o",
        'ڤ' => "v",
        'َ' => "a",
        'ِ' => "i",
        'ُ' => "u",
        _ => "",
    }
}

/// The consonant that ھ makes of the one before it.
fn aspirated(symbol: char) -> Option<char> {
    Some(match symbol {
        'k' => 'K',
        'g' => 'G',
        'c' => 'C',
        'j' => 'J',
        't' => 'T',
        'd' => 'D',
        'ʈ' => 'θ',
        'ɖ' => 'δ',
        'p' => 'P',
        'b' => 'B',
        'ɽ' => 'ɽ',
        _ => return None,
    })
}

/// What a letter is by its place in the word, with how many letters that takes.
fn by_place(word: &[Letter], at: usize) -> Option<(&'static str, usize)> {
    let letter = |at: usize| word.get(at).map(|&(_, letter)| letter);
    let (here, next) = (letter(at)?, letter(at + 1));
    let first = at == 0;
    let last = next.is_none();
    match (here, next) {
        // Alif bears the vowel that follows: ایران, اوٹی; without one it is short: اردن.
        ('ا' | 'أ' | 'ع', Some('ی' | 'ي')) if first => Some(("ȉ", 2)),
        ('ا' | 'أ' | 'ع', Some('و')) if first => Some(("ȗ", 2)),
        // The article before din and Rahman: nasir ud-din.
        ('ا', Some('ل')) if first && matches!(letter(2), Some('د' | 'ر')) && word.len() > 4 => {
            Some(("ă", 2))
        }
        ('ا' | 'أ' | 'ٱ', _) if first => Some(("ă", 1)),
        ('و', _) if first && !last => Some(("v", 1)),
        ('ی' | 'ي', _) if first && !last => Some(("y", 1)),
        // Hamza only parts the vowels: ممبئی.
        ('ئ', Some('ی' | 'ي' | 'ے' | 'و')) => Some(("", 1)),
        ('ہ' | 'ه' | 'ة' | 'ۃ', None) if !first => Some(("ȧ", 1)),
        ('و', Some('ا' | 'آ')) => Some(("ƕ", 1)),
        ('ی' | 'ي', Some('ا' | 'آ')) => Some(("ƴ", 1)),
        ('ی' | 'ي', None) if !first => Some(("ĩ", 1)),
        _ => None,
    }
}

/// Phones of a word.
pub(super) fn transcribe(word: &[Letter]) -> Transcription {
    let mut sounds = Transcription::with_capacity(word.len());
    let mut place = 0;
    while let Some(&(at, letter)) = word.get(place) {
        if let Some((symbols, count)) = by_place(word, place) {
            let end = word.get(place + count - 1).map_or(at, |&(at, letter)| at + letter.len_utf8());
            sounds.push(symbols, &(at..end));
            place += count;
            continue;
        }
        let bytes = at..at + letter.len_utf8();
        if letter == 'ھ' {
            match sounds.last().and_then(|last| aspirated(last.symbol())) {
                Some(aspirate) => sounds.replace(aspirate, bytes.end),
                None => sounds.push("ħ", &bytes),
            }
        } else {
            sounds.push(phone(letter), &bytes);
        }
        place += 1;
    }
    sounds
}
