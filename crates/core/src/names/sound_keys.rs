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

/// What a consonant may be that one spelling does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// Nothing is.
    Nothing,
    /// ड़ is written r or d: हावड़ा is हावडा and Howrah.
    FlapIsStop,
    /// Tamil writes h as k: பீகார் is Bihar.
    KIsH,
}

fn class(phone: Phone, open: Open) -> Option<u16> {
    use Sound::{A, B, C, D, E, F, G, H, I, J, K, L, M, N, Nasal, O, P, R, S, T, U, V, X, Y, Z};
    Some(match phone.sound() {
        K | G | X if phone.symbol() == 'ƙ' && open == Open::KIsH => return None,
        K | G | X => 2,
        C | J | S | Z => 3,
        T | D => 4,
        P | B | F | V => 5,
        N | M | Nasal => 6,
        R if phone.symbol() == 'ɽ' && open == Open::FlapIsStop => 4,
        R => 7,
        L => 8,
        H | Y | A | I | U | E | O => return None,
    })
}

/// Consonants of a word, those of one kind beside each other as one. What begins with a vowel, with h or with y
/// begins alike: Europe, यूरोप and ஐரோப்பா; Haiti and எயிட்டி.
fn consonants(phones: &[Phone], open: Open, into: &mut Vec<u16>) {
    into.clear();
    let Some(first) = phones.first().map(|phone| phone.sound()) else { return };
    if first.is_vowel() || matches!(first, Sound::H | Sound::Y) {
        into.push(VOWEL);
    }
    let nasal_end = phones.last().is_some_and(|phone| phone.sound() == Sound::Nasal);
    let heard = phones[..phones.len() - usize::from(nasal_end)].iter();
    for class in heard.filter_map(|&phone| class(phone, open)) {
        if into.last() != Some(&class) {
            into.push(class);
        }
    }
}

/// Adds the keys of a name, each once, in order; gives how many there are without those of letters spoken.
pub(super) fn keys(name: &Name, keys: &mut Vec<u32>) -> usize {
    let telling = |word: &Word| {
        word.family.is_some()
            && !matches!(word.kind, Some(WordKind::Link | WordKind::Title | WordKind::Kind))
            && word.initial.is_none()
            && !word.qualifier
    };
    for run in &name.meanings {
        if run.kind != WordKind::Link {
            keys.push((SOUND_KEYS + run.meaning.0 as usize) as u32);
        }
    }
    let only_telling = name.words.iter().any(telling);
    let words = || name.words.iter().filter(|word| !only_telling || telling(word));
    let mut buffers = Buffers::default();
    buffers.add(words().map(|word| word.sounds.phones.as_slice()), Open::Nothing, keys);
    for (symbol, open) in [('ɽ', Open::FlapIsStop), ('ƙ', Open::KIsH)] {
        let phone = Phone::of(symbol);
        if words().any(|word| word.sounds.phones.iter().any(|known| Some(*known) == phone)) {
            buffers.add(words().map(|word| word.sounds.phones.as_slice()), open, keys);
        }
    }
    keys.sort_unstable();
    keys.dedup();
    let count = keys.len();
    let short = |word: &&Word| !word.letter_names.is_empty() && word.kind.is_none() && word.initial.is_none();
    for word in name.words.iter().filter(short) {
        buffers.add(std::iter::once(word.letter_names.as_slice()), Open::Nothing, keys);
    }
    if keys.len() > count {
        keys.sort_unstable();
        keys.dedup();
    }
    count
}

/// Consonants of a word and of a whole name, kept from one to the next.
#[derive(Default)]
struct Buffers {
    word: Vec<u16>,
    row: Vec<u16>,
}

impl Buffers {
    /// Adds the keys of words that stand beside each other, whether they are joined or not.
    fn add<'a>(&mut self, words: impl Iterator<Item = &'a [Phone]>, open: Open, keys: &mut Vec<u32>) {
        let Self { word, row } = self;
        row.clear();
        row.push(EDGE);
        for phones in words {
            consonants(phones, open, word);
            starts(word, keys);
            for &class in word.iter() {
                // A vowel between words is not told from one within a word.
                if row.last() != Some(&class) && (class != VOWEL || row.len() == 1) {
                    row.push(class);
                }
            }
        }
        rows(row, keys);
    }
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
