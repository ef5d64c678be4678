//! Arabic letters, with those of Urdu and Persian. Short vowels are mostly not written.

use super::{Letter, Sounds};

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

/// Phones of a word.
pub(super) fn sounds(word: &[Letter]) -> Sounds {
    let mut sounds = Sounds::default();
    for &(at, letter) in word {
        let bytes = at..at + letter.len_utf8();
        if letter == 'ھ' {
            match sounds.last().and_then(|last| aspirated(last.symbol())) {
                Some(aspirate) => sounds.replace(aspirate, bytes.end),
                None => sounds.push("ħ", &bytes),
            }
        } else {
            sounds.push(phone(letter), &bytes);
        }
    }
    sounds
}
