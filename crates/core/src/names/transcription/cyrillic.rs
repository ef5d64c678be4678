//! Cyrillic letters, of Russian first.

use super::{Letter, Transcription};

fn phone(letter: char) -> &'static str {
    match letter {
        'а' => "â",
        'б' => "b",
        'в' | 'ў' => "v",
        'г' | 'ґ' => "ĝ",
        'д' => "d",
        'е' | 'є' => "ě",
        'ё' => "ø",
        'ж' => "ʒ",
        'з' | 'ѕ' => "z",
        'и' | 'і' => "i",
        'ї' => "yi",
        'й' | 'ј' => "ĭ",
        'к' | 'ќ' => "k",
        'л' | 'љ' => "l",
        'м' => "m",
        'н' | 'њ' => "n",
        'о' => "ö",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "ű",
        'ф' => "f",
        'х' => "x",
        'ц' => "ʦ",
        'ч' | 'ћ' => "c",
        'ш' => "S",
        'щ' => "ɕ",
        'ы' => "ÿ",
        'э' => "e",
        'ю' => "ũ",
        'я' => "ã",
        'ђ' | 'џ' => "j",
        'ѓ' => "g",
        _ => "",
    }
}

/// Phones of a word; a doubled consonant is one.
pub(super) fn transcribe(word: &[Letter]) -> Transcription {
    let mut sounds = Transcription::with_capacity(word.len());
    for &(at, letter) in word {
        let bytes = at..at + letter.len_utf8();
        for small in letter.to_lowercase() {
            let symbol = phone(small).chars().next();
            if symbol.is_some_and(|s| sounds.ends_with(s))
                && !sounds.last().is_some_and(|p| p.sound().is_vowel())
            {
                sounds.replace(symbol.unwrap_or_default(), bytes.end);
            } else {
                sounds.push(phone(small), &bytes);
            }
        }
    }
    sounds
}
