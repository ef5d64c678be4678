//! What of a name's sounds survives any spelling: the consonants, roughly, as keys of the index.

use super::lexicon::WordKind;
use super::name::{Name, Word};
use super::phone::{Phone, Sound};

/// Marks the start of a name or word, and its end.
const EDGE: u16 = 0;
/// Marks a vowel that begins a word.
const VOWEL: u16 = 1;
/// Kinds of consonants, and the two above.
const CLASSES: u16 = 9;

/// The class of p, b, f and v.
const LABIAL: u16 = 5;
/// In a row this short one consonant more hides what is the same.
const SHORT: usize = 6;

/// Keys of pairs and threes of consonants lie below this, keys of meanings from here on.
pub(super) const SOUND_KEYS: usize =
    (CLASSES * CLASSES * CLASSES + CLASSES * CLASSES + CLASSES * CLASSES) as usize;

fn class(phone: Phone) -> Option<u16> {
    use Sound::*;
    Some(match phone.sound() {
        K | G | X => 2,
        C | J | S | Z => 3,
        T | D => 4,
        P | B | F | V => 5,
        N | M | Nasal => 6,
        R => 7,
        L => 8,
        H | Y | A | I | U | E | O => return None,
    })
}

/// Consonants of a word, those of one kind beside each other as one.
fn consonants(phones: &[Phone], into: &mut Vec<u16>) {
    let start = into.len();
    if phones.first().is_some_and(|phone| phone.sound().is_vowel()) {
        into.push(VOWEL);
    }
    let nasal_end = phones.last().is_some_and(|phone| phone.sound() == Sound::Nasal);
    for class in phones[..phones.len() - usize::from(nasal_end)].iter().filter_map(|&phone| class(phone)) {
        if into.len() == start || into.last() != Some(&class) {
            into.push(class);
        }
    }
}

/// Keys of a name, each once, in order.
pub(super) fn keys(name: &Name) -> Vec<u32> {
    let mut keys = Vec::new();
    for run in &name.meanings {
        if run.kind != WordKind::Link {
            keys.push((SOUND_KEYS + run.meaning.0 as usize) as u32);
        }
    }
    let telling = |word: &&Word| {
        word.family.is_some()
            && !matches!(word.kind, Some(WordKind::Link | WordKind::Title | WordKind::Kind))
            && word.initial.is_none()
    };
    let mut row = vec![EDGE];
    let mut add = |words: &mut dyn Iterator<Item = &Word>| {
        row.truncate(1);
        for word in words {
            let start = row.len();
            consonants(&word.sounds.phones, &mut row);
            starts(&row[start..], &mut keys);
        }
        rows(&mut row, &mut keys);
    };
    if name.words.iter().any(|word| telling(&word) && !word.aside) {
        add(&mut name.words.iter().filter(|word| telling(word) && !word.aside));
    } else {
        add(&mut name.words.iter());
    }
    for word in name.words.iter().filter(|word| !word.spoken.is_empty() && word.kind.is_none()) {
        row.truncate(1);
        consonants(&word.spoken, &mut row);
        rows(&mut row, &mut keys);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// How a word begins.
fn starts(word: &[u16], keys: &mut Vec<u32>) {
    let base = CLASSES * CLASSES * CLASSES + CLASSES * CLASSES;
    if let Some(&first) = word.first() {
        keys.push(u32::from(base + first * CLASSES + word.get(1).copied().unwrap_or(EDGE)));
    }
}

/// Keys of a row, and of the row without its labials where v may be a vowel: Goa is गोवा.
fn rows(row: &mut Vec<u16>, keys: &mut Vec<u32>) {
    row.push(EDGE);
    of_row(row, keys);
    if row.len() < SHORT && row.contains(&LABIAL) {
        row.retain(|&class| class != LABIAL);
        row.dedup();
        of_row(row, keys);
    }
}

/// Pairs and threes of a row.
fn of_row(row: &[u16], keys: &mut Vec<u32>) {
    keys.extend(row.windows(2).map(|pair| u32::from(pair[0] * CLASSES + pair[1])));
    let base = CLASSES * CLASSES;
    keys.extend(
        row.windows(3).map(|three| u32::from(base + (three[0] * CLASSES + three[1]) * CLASSES + three[2])),
    );
}
