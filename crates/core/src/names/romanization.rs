//! Names of any script in Latin letters, for identifiers that stand in names of files.

use super::Name;
use super::phone::{Phone, Sound};
use crate::text::{Script, dominant_script};

/// A name in Latin letters: words of other scripts by their sounds, where these are known. It can be read, and means nothing.
///
/// ```
/// # use tippani_core::names::romanized;
/// assert_eq!(romanized("Asha Rao"), "Asha Rao");
/// assert_eq!(romanized("राहुल गांधी"), "rahul gandhi");
/// assert_eq!(romanized("…"), "…");
/// ```
#[must_use]
pub fn romanized(name: &str) -> String {
    let word = |word: &str| {
        if dominant_script(word) == Some(Script::Latin) {
            return word.to_owned();
        }
        let sounds: String = Name::new(word).phones().chars().map(letters).collect();
        if sounds.is_empty() { word.to_owned() } else { sounds }
    };
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Latin letters for the symbol of a sound: those of the plain sound it is nearest to, where it has none of its own.
fn letters(sound: char) -> &'static str {
    match sound {
        'K' => "kh",
        'G' => "gh",
        'C' => "chh",
        'J' => "jh",
        'T' | 'θ' => "th",
        'D' | 'δ' => "dh",
        'P' => "ph",
        'B' => "bh",
        'S' | 'X' => "sh",
        'x' => "h",
        'ʒ' => "zh",
        'ȃ' => "ai",
        'ȁ' => "au",
        'ȅ' => "ei",
        'ã' => "ya",
        'ũ' => "yu",
        'ø' => "yo",
        'ʦ' => "ts",
        'ȓ' => "ar",
        'ɱ' => "am",
        'ŋ' => "an",
        ' ' => "-",
        _ => Phone::of(sound).map_or("", |phone| plain(phone.sound())),
    }
}

/// Latin letters for a plain sound.
const fn plain(sound: Sound) -> &'static str {
    match sound {
        Sound::A => "a",
        Sound::B => "b",
        Sound::C => "ch",
        Sound::D => "d",
        Sound::E => "e",
        Sound::F => "f",
        Sound::G => "g",
        Sound::H => "h",
        Sound::I => "i",
        Sound::J => "j",
        Sound::K => "k",
        Sound::L => "l",
        Sound::M => "m",
        Sound::N | Sound::Nasal => "n",
        Sound::O => "o",
        Sound::P => "p",
        Sound::R => "r",
        Sound::S => "s",
        Sound::T => "t",
        Sound::U => "u",
        Sound::V => "v",
        Sound::X => "kh",
        Sound::Y => "y",
        Sound::Z => "z",
    }
}

#[cfg(test)]
mod tests {
    use super::romanized;

    #[test]
    fn names_of_any_script_can_be_read() {
        let check = |name: &str, expected: &str| assert_eq!(romanized(name), expected);
        check("mira@example.org", "mira@example.org");
        check("7", "7");
        check("ਕੀਰ ਸਟਾਰਮਰ", "kir sataramar");
        check("मीरा", "mira");
        check("મીરા", "mira");
        check("असीम 2", "asim 2");
        check("آشا", "asha");
        check("احمد", "ahmd");
        check("Анна", "ana");
        check("Яна", "yana");
        check("李", "李");
    }
}
