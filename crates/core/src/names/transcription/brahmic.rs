//! Scripts of Brahmi's line. Unicode lays their blocks out alike, so one table by offset serves them all.

use super::super::phone::Phone;
use super::{Letter, Transcription};

const DEVANAGARI: u32 = 0x900;
const BENGALI: u32 = 0x980;
const GUJARATI: u32 = 0xa80;
const TAMIL: u32 = 0xb80;
const MALAYALAM: u32 = 0xd00;

const NUKTA: u32 = 0x3c;
const VIRAMA: u32 = 0x4d;

/// The start of the block of 128 a letter is in.
fn block(letter: char) -> Option<u32> {
    let code = letter as u32;
    (DEVANAGARI..0xd80).contains(&code).then_some(code & !0x7f)
}

/// A consonant by its offset in the block.
fn consonant(offset: u32) -> Option<char> {
    const FROM_KA: &[u8] = b"kKgGncCjJn";
    Some(match offset {
        0x15..=0x1e => char::from(FROM_KA[(offset - 0x15) as usize]),
        0x1f => 'ʈ',
        0x20 => 'θ',
        0x21 => 'ɖ',
        0x22 => 'δ',
        0x23 => 'ɳ',
        0x24 => 't',
        0x25 => 'T',
        0x26 => 'd',
        0x27 => 'D',
        0x28 | 0x29 => 'n',
        0x2a => 'p',
        0x2b => 'P',
        0x2c => 'b',
        0x2d => 'B',
        0x2e => 'm',
        0x2f | 0x5f => 'y',
        0x30 | 0x31 => 'r',
        0x32 => 'l',
        0x33 => 'ɭ',
        0x34 => 'ɻ',
        0x35 => 'v',
        0x36 => 'S',
        0x37 => 'X',
        0x38 => 's',
        0x39 => 'h',
        0x58 => 'q',
        0x59 => 'x',
        0x5a => 'ɣ',
        0x5b => 'z',
        0x5c | 0x5d => 'ɽ',
        0x5e => 'f',
        _ => return None,
    })
}

/// The same letter with a nukta.
fn dotted(consonant: char) -> char {
    match consonant {
        'k' => 'q',
        'K' => 'x',
        'g' => 'ɣ',
        'j' => 'z',
        'J' => 'ʒ',
        'ɖ' | 'δ' => 'ɽ',
        'P' => 'f',
        other => other,
    }
}

/// What a script of its own says of a consonant that others share.
fn local(block: u32, offset: u32, consonant: char) -> char {
    match (block, offset) {
        (BENGALI, 0x2f) => 'j',
        (BENGALI, 0x2c) => 'β',
        (BENGALI, 0x70) => 'r',
        (BENGALI, 0x71) => 'v',
        (GUJARATI, 0x1d) => 'ζ',
        (TAMIL, 0x15) => 'κ',
        (TAMIL, 0x1a) => 'χ',
        (TAMIL, 0x1f) => 'τ',
        (TAMIL, 0x24) => 'ϑ',
        (TAMIL, 0x2a) => 'π',
        _ => consonant,
    }
}

/// A vowel, independent or as a sign, by its offset.
fn vowel(offset: u32) -> Option<&'static str> {
    Some(match offset {
        0x04 | 0x05 => "a",
        0x06 | 0x3e => "A",
        0x07 | 0x3f => "i",
        0x08 | 0x40 => "I",
        0x09 | 0x41 => "u",
        0x0a | 0x42 => "U",
        0x0b | 0x43 => "ri",
        0x0d | 0x45 => "æ",
        0x0e | 0x0f | 0x46 | 0x47 => "e",
        0x10 | 0x48 => "E",
        0x11 | 0x49 => "ɔ",
        0x12 | 0x13 | 0x4a | 0x4b => "o",
        0x14 | 0x4c | 0x57 => "O",
        _ => return None,
    })
}

/// Malayalam letters that end a syllable.
fn chillu(offset: u32) -> Option<&'static str> {
    Some(match offset {
        0x7a => "ɳ",
        0x7b => "n",
        0x7c => "r",
        0x7d => "l",
        0x7e => "ɭ",
        0x7f => "k",
        _ => return None,
    })
}

/// Phones of a word; a final vowel that is not written is not spoken.
pub(super) fn transcribe(word: &[Letter]) -> Transcription {
    let mut sounds = Transcription::with_capacity(word.len() * 2);
    let mut reading = Reading { word, at: 0, after_virama: false, after_aytham: false };
    reading.skip_prothetic_vowel();
    while let Some((bytes, block, offset)) = reading.next() {
        reading.letter(&mut sounds, &bytes, (block, offset));
    }
    if sounds.phones.len() > 2 && (sounds.ends_with('a') || sounds.ends_with('ɐ')) {
        sounds.pop();
    }
    if word.last().is_some_and(|&(_, letter)| block(letter) == Some(TAMIL)) {
        tamil_ending(&mut sounds);
    }
    sounds
}

/// What Tamil puts to names that do not end so elsewhere: u after a stop, and the endings of nouns.
fn tamil_ending(sounds: &mut Transcription) {
    let Some([.., before, last]) = sounds.phones.get(1..) else { return };
    let (before, last) = (*before, last.symbol());
    let end = sounds.spelled.last().map_or(0, |spelled| spelled.end as usize);
    let ending = match last {
        'u' if !before.sound().is_vowel() => 'ŭ',
        'r' if before.symbol() == 'a' => 'ȓ',
        'm' if before.symbol() == 'a' => 'ɱ',
        'n' if before.symbol() == 'a' => 'ŋ',
        _ => return,
    };
    sounds.replace(ending, end);
}

struct Reading<'a> {
    word: &'a [Letter],
    at: usize,
    /// Whether the last consonant lost its vowel, so that the next one stands against it.
    after_virama: bool,
    after_aytham: bool,
}

impl Reading<'_> {
    fn peek(&self) -> Option<(usize, u32, u32)> {
        let &(at, letter) = self.word.get(self.at)?;
        let block = block(letter);
        // A letter of another kind of script is none here.
        let offset = block.map_or(u32::MAX, |block| letter as u32 - block);
        Some((at + letter.len_utf8(), block.unwrap_or_default(), offset))
    }

    fn next(&mut self) -> Option<(std::ops::Range<usize>, u32, u32)> {
        let (end, block, offset) = self.peek()?;
        let start = self.word.get(self.at)?.0;
        self.at += 1;
        Some((start..end, block, offset))
    }

    /// Tamil words do not begin with r or l, so they are written with a vowel before it: இராமன் is Raman.
    fn skip_prothetic_vowel(&mut self) {
        let Some(&[(_, vowel), (_, letter), (_, third)]) = self.word.first_chunk() else { return };
        if vowel == 'இ' && matches!(letter, 'ர' | 'ல') || vowel == 'உ' && letter == 'ர' && third == 'ு'
        {
            self.at = 1;
        }
    }

    fn letter(
        &mut self,
        sounds: &mut Transcription,
        bytes: &std::ops::Range<usize>,
        (block, offset): (u32, u32),
    ) {
        let before_virama = std::mem::take(&mut self.after_virama);
        let letter = consonant(offset).or((block == BENGALI && matches!(offset, 0x70 | 0x71)).then_some('r'));
        if let Some(letter) = letter {
            self.consonant(
                sounds,
                bytes.clone(),
                (block, offset, local(block, offset, letter)),
                before_virama,
            );
        } else if let Some(vowel) = vowel(offset) {
            match diphthong(sounds.last(), vowel) {
                Some(diphthong) => sounds.replace(diphthong, bytes.end),
                None => sounds.push(vowel, bytes),
            }
        } else {
            match (block, offset) {
                (MALAYALAM, 0x7a..=0x7f) => sounds.push(chillu(offset).unwrap_or_default(), bytes),
                (BENGALI, 0x4e) => sounds.push("t", bytes),
                // Aytham makes f of the p that follows it: ஃபீஜி is Fiji.
                (TAMIL, 0x03) => self.after_aytham = true,
                // Anusvara and Gurmukhi's tippi: the nasal of what follows.
                (_, 0x02 | 0x70) => sounds.push(self.nasal(), bytes),
                (_, 0x01) => sounds.push("~", bytes),
                (_, 0x03) => sounds.push("H", bytes),
                (DEVANAGARI, 0x72) => sounds.push("æ", bytes),
                _ => {}
            }
        }
    }

    /// A consonant with what belongs to it: nukta, virama, the sign of its vowel or the vowel not written.
    fn consonant(
        &mut self,
        sounds: &mut Transcription,
        mut bytes: std::ops::Range<usize>,
        (block, offset, mut phone): (u32, u32, char),
        after_virama: bool,
    ) {
        if let Some((end, _, NUKTA)) = self.peek() {
            phone = if block == BENGALI && offset == 0x2f { 'y' } else { dotted(phone) };
            self.at += 1;
            bytes.end = end;
        }
        if block == BENGALI && phone == 'y' && !after_virama && sounds.ends_with('o') && self.is_after_o() {
            sounds.replace('ω', bytes.end);
            self.vowel_of(sounds, &bytes, block);
            return;
        }
        if block == BENGALI && offset == 0x2f && after_virama {
            // Ya-phala opens the vowel a that follows it: ্যা is the vowel of “cat”.
            if let Some((end, _, 0x3e)) = self.peek() {
                self.at += 1;
                sounds.push("æ", &(bytes.start..end));
                return;
            }
            phone = 'y';
        }
        if std::mem::take(&mut self.after_aytham) && phone == 'π' {
            phone = 'f';
        }
        if phone == 'y' && matches!(self.peek(), Some((_, _, VIRAMA))) {
            // A y without a vowel of its own ends a diphthong: துபாய் is Dubai.
            if let Some(diphthong) = diphthong(sounds.last(), "i") {
                self.at += 1;
                sounds.replace(diphthong, bytes.end);
                return;
            }
        }
        if !after_virama
            && sounds.last().is_some_and(|last| last.sound().is_vowel())
            && !matches!(self.peek(), Some((_, _, VIRAMA)))
        {
            phone = between_vowels(phone);
        }
        add_consonant(sounds, &bytes, (block, phone), after_virama);
        self.vowel_of(sounds, &bytes, block);
    }

    /// Whether the letter before the last one was Bengali ও, and no sign for it.
    fn is_after_o(&self) -> bool {
        let before = |back: usize| self.at.checked_sub(back).and_then(|at| self.word.get(at));
        let nukta = before(1).is_some_and(|&(_, letter)| letter == '\u{9bc}');
        before(if nukta { 3 } else { 2 }).is_some_and(|&(_, letter)| letter == '\u{993}')
    }

    /// What follows a consonant: its virama, the sign of its vowel, or nothing for the vowel that is not written.
    fn vowel_of(&mut self, sounds: &mut Transcription, bytes: &std::ops::Range<usize>, block: u32) {
        match self.peek() {
            Some((_, _, VIRAMA)) => {
                self.at += 1;
                self.after_virama = true;
            }
            Some((end, _, sign @ (0x3e..=0x4c | 0x57))) => {
                self.at += 1;
                // The vowel's own bytes: the cluster is put together again where the reason is shown.
                sounds.push(vowel(sign).unwrap_or_default(), &(bytes.end..end));
            }
            _ => sounds.push(if block == BENGALI { "ɐ" } else { "a" }, bytes),
        }
    }

    fn nasal(&self) -> &'static str {
        let labial = self.peek().is_some_and(|(_, _, offset)| (0x2a..=0x2e).contains(&offset));
        if labial { "m" } else { "n" }
    }
}

/// Adds a consonant; a doubled one is one, and a Tamil stop is voiced after a nasal, voiceless when doubled.
fn add_consonant(
    sounds: &mut Transcription,
    bytes: &std::ops::Range<usize>,
    (block, phone): (u32, char),
    after_virama: bool,
) {
    let last = sounds.last().filter(|_| after_virama);
    if block == TAMIL {
        let plain = matches!(phone, 'κ' | 'χ' | 'τ' | 'ϑ' | 'π');
        let same = last.is_some_and(|last| last.symbol() == phone);
        let nasal = last.is_some_and(|last| matches!(last.symbol(), 'n' | 'ɳ' | 'm'));
        if plain && same {
            sounds.replace(hard(phone), bytes.end);
            return;
        }
        if plain && nasal {
            sounds.push(voiced(phone), bytes);
            return;
        }
    }
    if last.is_some_and(|last| last.symbol().to_lowercase().eq(phone.to_lowercase())) {
        sounds.replace(phone, bytes.end);
    } else {
        sounds.push(phone.encode_utf8(&mut [0; 4]), bytes);
    }
}

/// Two vowels that are one sound: आइ, आउ, एइ.
fn diphthong(before: Option<Phone>, vowel: &str) -> Option<char> {
    match (before?.symbol(), vowel) {
        ('a' | 'ɐ' | 'A', "i" | "I") => Some('ȃ'),
        ('a' | 'ɐ' | 'A', "u" | "U") => Some('ȁ'),
        ('e', "i" | "I") => Some('ȅ'),
        _ => None,
    }
}

/// A Tamil stop between vowels.
fn between_vowels(stop: char) -> char {
    match stop {
        'κ' => 'ƙ',
        'χ' => 'ƈ',
        'τ' => 'ƭ',
        'ϑ' => 'ŧ',
        'π' => 'ƥ',
        other => other,
    }
}

fn hard(stop: char) -> char {
    match stop {
        'κ' => 'k',
        'χ' => 'c',
        'τ' => 'ʈ',
        'ϑ' => 't',
        _ => 'p',
    }
}

fn voiced(stop: char) -> &'static str {
    match stop {
        'κ' => "ɠ",
        'χ' => "ʄ",
        'τ' => "ɗ",
        'ϑ' => "ƌ",
        _ => "ɓ",
    }
}
