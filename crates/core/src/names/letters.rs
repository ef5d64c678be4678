//! Letters as words: “BBC” is बीबीसी, and “बी.” may stand for “Bal”.

use super::phone::{Phone, Sound};

/// The name of each Latin letter as South Asia speaks and spells it.
const NAMES: [&str; 26] = [
    "e", "bI", "sI", "ɖI", "I", "ef", "jI", "ec", "AI", "je", "ke", "el", "em", "en", "o", "pI", "kyU", "Ar",
    "es", "ʈI", "yU", "vI", "ɖablyU", "eks", "vAI", "zeɖ",
];

/// Phones of a letter's name.
pub(super) fn spoken(letter: char) -> &'static str {
    let place = (letter.to_ascii_lowercase() as usize).wrapping_sub('a' as usize);
    NAMES.get(place).copied().unwrap_or_default()
}

/// The letter whose name a word is, by plain sounds: बी and বি are B.
pub(super) fn named(phones: &[Phone]) -> Option<char> {
    if phones.is_empty() || phones.len() > 6 {
        return None;
    }
    let plain = |phone: Phone| match phone.sound() {
        Sound::B => Sound::P,
        Sound::D => Sound::T,
        Sound::Z => Sound::J,
        sound => sound,
    };
    let exact = |name: &str| {
        name.chars().count() == phones.len()
            && name.chars().filter_map(Phone::of).zip(phones).all(|(a, b)| a.sound() == b.sound())
    };
    let near = |name: &str| {
        name.chars().count() == phones.len()
            && name.chars().filter_map(Phone::of).zip(phones).all(|(a, b)| plain(a) == plain(*b))
    };
    let letter = |fits: &dyn Fn(&str) -> bool| {
        ('a'..='z').zip(NAMES).find(|(_, name)| fits(name)).map(|(letter, _)| letter)
    };
    letter(&exact).or_else(|| letter(&near))
}
