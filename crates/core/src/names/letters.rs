//! Letters as words: “BBC” is बीबीसी, and “बी.” may stand for “Bal”.

use std::sync::LazyLock;

use super::phone::{Phone, Sound};

/// The name of each Latin letter as South Asia speaks and spells it.
const NAMES: [&str; 26] = [
    "e", "bI", "sI", "ɖI", "I", "ef", "jI", "ec", "AI", "je", "ke", "el", "em", "en", "o", "pI", "kyU", "Ar",
    "es", "ʈI", "yU", "vI", "ɖablyU", "eks", "vAI", "zeɖ",
];

/// Phones of a letter's name.
pub(super) fn letter_names(letter: char) -> &'static str {
    let place = (letter.to_ascii_lowercase() as usize).wrapping_sub('a' as usize);
    NAMES.get(place).copied().unwrap_or_default()
}

/// The names as phones.
static PHONES: LazyLock<Vec<Vec<Phone>>> =
    LazyLock::new(|| NAMES.iter().map(|name| name.chars().filter_map(Phone::of).collect()).collect());

/// A sound without its voice, for scripts that do not tell it.
const fn voiceless(phone: Phone) -> Sound {
    match phone.sound() {
        Sound::B => Sound::P,
        Sound::D => Sound::T,
        Sound::Z => Sound::J,
        sound => sound,
    }
}

/// The letter whose name a word is, by plain sounds: बी and বি are B.
pub(super) fn named(phones: &[Phone]) -> Option<char> {
    let letter = |same: fn(Phone, Phone) -> bool| {
        ('a'..='z')
            .zip(PHONES.iter())
            .find(|(_, name)| {
                name.len() == phones.len() && name.iter().zip(phones).all(|(a, b)| same(*a, *b))
            })
            .map(|(letter, _)| letter)
    };
    letter(|a, b| a.sound() == b.sound()).or_else(|| letter(|a, b| voiceless(a) == voiceless(b)))
}
