//! A name, taken apart.

use std::ops::Range;

use super::fold::{composed, folded, is_joiner};
use super::letters;
use super::lexicon::{Lexicon, Meaning, WordKind};
use super::phone::{Phone, ScriptFamily};
use super::transcription::{self, Letter, Transcription};

/// Words of a name beyond this are not compared.
pub(super) const MOST_WORDS: usize = 12;

/// A Latin word up to this long may be letters that are spoken one by one.
const LONGEST_LETTERS: usize = 5;

/// A name in any script, ready to be compared.
///
/// ```
/// # use tippani_core::names::Name;
/// let name = Name::new("डॉ. भीमराव आंबेडकर");
/// let words: Vec<&str> = name.words().map(|word| name.slice(word)).collect();
/// assert_eq!(words, ["डॉ", "भीमराव", "आंबेडकर"]);
/// assert_eq!(name.phones(), "ɖɔ BImarAv Ambeɖakar");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub(super) text: String,
    pub(super) words: Vec<Word>,
    /// Runs of words that mean something together.
    pub(super) meanings: Vec<Run>,
}

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its bytes in the name's own text.
    pub(super) bytes: Range<usize>,
    pub(super) folded: String,
    /// The letters it is written in; nothing for digits and scripts that are not read.
    pub(super) family: Option<ScriptFamily>,
    pub(super) sounds: Transcription,
    /// Its letters, spoken one by one.
    pub(super) letter_names: Vec<Phone>,
    /// The sound that a lone letter or its name may begin a word with.
    pub(super) initial: Option<Phone>,
    /// After a comma or in brackets: says which one of that name.
    pub(super) qualifier: bool,
    pub(super) kind: Option<WordKind>,
}

/// Words from one to another, the latter not included, and a meaning they have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) words: Range<usize>,
    pub(super) meaning: Meaning,
    pub(super) kind: WordKind,
}

impl Name {
    /// Takes a name apart. Any text is one, also one without a letter.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let composed = composed(text);
        let mut name = Self { text: composed.into_owned(), words: Vec::new(), meanings: Vec::new() };
        name.words = split(&name.text);
        // What stands aside is the name if nothing else is there.
        if name.words.iter().all(|word| word.qualifier) {
            name.words.iter_mut().for_each(|word| word.qualifier = false);
        }
        name.find_meanings();
        name
    }

    /// The name as it was given, canonically composed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of each word in [`text`](Self::text).
    pub fn words(&self) -> impl Iterator<Item = Range<usize>> {
        self.words.iter().map(|word| word.bytes.clone())
    }

    /// A part of the name.
    #[must_use]
    pub fn slice(&self, bytes: Range<usize>) -> &str {
        self.text.get(bytes).unwrap_or_default()
    }

    /// Symbols of the phones, a blank between words.
    #[must_use]
    pub fn phones(&self) -> String {
        let word = |word: &Word| word.sounds.phones.iter().map(|phone| phone.symbol()).collect::<String>();
        self.words.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    /// The letters most words are written in.
    pub(super) fn family(&self) -> Option<ScriptFamily> {
        let count =
            |family: ScriptFamily| self.words.iter().filter(|word| word.family == Some(family)).count();
        self.words.iter().filter_map(|word| word.family).max_by_key(|&family| (count(family), family))
    }

    fn find_meanings(&mut self) {
        let lexicon = Lexicon::built_in();
        let mut key = String::new();
        for start in 0..self.words.len() {
            key.clear();
            let longest = lexicon.longest_run(&self.words[start].folded);
            for end in start + 1..=self.words.len().min(start + longest) {
                if end > start + 1 {
                    key.push(' ');
                }
                key += &self.words[end - 1].folded;
                for &meaning in lexicon.meanings(&key) {
                    let kind = lexicon.kind(meaning);
                    self.meanings.push(Run { words: start..end, meaning, kind });
                    if kind != WordKind::Same {
                        for word in &mut self.words[start..end] {
                            // Of several, what may be left out the most easily.
                            word.kind = Some(word.kind.map_or(kind, |known| known.min(kind)));
                        }
                    }
                }
            }
        }
    }
}

/// What belongs to a word: letters, marks and digits.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_mark(c) || (!c.is_ascii() && (c.is_alphanumeric() || is_joiner(c)))
}

fn is_number(c: char) -> bool {
    match c as u32 {
        0..=0x7f => c.is_ascii_digit(),
        0x900..=0xd7f => (0x66..=0x6f).contains(&(c as u32 & 0x7f)),
        _ => c.is_numeric(),
    }
}

/// Combining marks, in the scripts that are read here and those of Latin letters.
const fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x64b..=0x65f | 0x670)
        || (matches!(c as u32, 0x900..=0xd7f) && !matches!(c as u32, 0x964 | 0x965 | 0x970))
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`')
}

fn split(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut letters: Vec<Letter> = Vec::new();
    let (mut depth, mut comma, mut in_number) = (0_u32, false, false);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        if is_word(c) {
            // Digits are a word of their own.
            if !is_mark(c) && !is_joiner(c) {
                let number = is_number(c);
                if !letters.is_empty() && number != in_number {
                    finish(text, &mut letters, &mut words, depth > 0 || comma);
                }
                in_number = number;
            }
            letters.push((at, c));
            continue;
        }
        if is_apostrophe(c) && !letters.is_empty() && next.is_some_and(char::is_alphabetic) {
            // O’Brien and Xi’an are one word; the s of a possessive is none.
            if possessive(&text[at + c.len_utf8()..]) {
                chars.next();
            }
            continue;
        }
        let dotted = matches!(c, '.' | '॰' | '૰' | '।');
        finish(text, &mut letters, &mut words, depth > 0 || comma);
        if let Some(word) = words.last_mut().filter(|word| dotted && word.bytes.end == at) {
            abbreviated(word);
        }
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            ',' | '،' | ';' => comma = true,
            '&' => words.push(lone("&", at, depth > 0 || comma)),
            _ => {}
        }
    }
    finish(text, &mut letters, &mut words, depth > 0 || comma);
    leave_out_doubled(&mut words);
    words
}

/// Tamil doubles the stop that begins a word at the end of the word before it: இந்தியத் தேசிய.
fn leave_out_doubled(words: &mut [Word]) {
    for at in 1..words.len() {
        let next = words[at].folded.chars().next();
        let word = &mut words[at - 1];
        let mut back = word.folded.chars().rev();
        let (virama, stop) = (back.next(), back.next());
        let is_stop = matches!(stop, Some('க' | 'ச' | 'த' | 'ப'));
        if virama == Some('\u{bcd}') && is_stop && stop == next && word.sounds.phones.len() > 2 {
            word.folded.truncate(word.folded.len() - 6);
            word.sounds.pop();
        }
    }
}

fn possessive(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphabetic)
}

fn lone(text: &str, at: usize, qualifier: bool) -> Word {
    Word {
        bytes: at..at + text.len(),
        folded: text.to_owned(),
        family: None,
        sounds: Transcription::default(),
        letter_names: Vec::new(),
        initial: None,
        qualifier,
        kind: None,
    }
}

/// Makes a word of the letters gathered.
fn finish(text: &str, letters: &mut Vec<Letter>, words: &mut Vec<Word>, qualifier: bool) {
    let (Some(&(start, _)), Some(&(last, c))) = (letters.first(), letters.last()) else { return };
    let bytes = start..last + c.len_utf8();
    letters.retain(|&(_, c)| !is_joiner(c));
    let mut word = lone(&text[bytes], start, qualifier);
    word.folded = folded(&letters.iter().map(|(_, c)| c).collect::<String>());
    word.family = letters.iter().find_map(|&(_, c)| transcription::family(c).filter(|_| !c.is_numeric()));
    if word.folded.is_empty() {
        letters.clear();
        return;
    }
    if let Some(family) = word.family {
        word.sounds = transcription::transcribe(letters, family);
    }
    if word.family == Some(ScriptFamily::Latin) {
        if word.folded.len() <= LONGEST_LETTERS {
            word.letter_names = word
                .folded
                .chars()
                .flat_map(|c| letters::letter_names(c).chars())
                .filter_map(Phone::of)
                .collect();
        }
        if word.folded.len() == 1 {
            word.initial = word.sounds.phones.first().copied();
        }
    } else if let Some(letter) = letters::named(&word.sounds.phones) {
        let sound = transcription::transcribe(&[(0, letter)], ScriptFamily::Latin);
        word.initial = sound.phones.first().copied();
    }
    letters.clear();
    words.push(word);
}

/// A short word with a dot stands for a longer one.
fn abbreviated(word: &mut Word) {
    let vowels = word.sounds.phones.iter().filter(|phone| phone.sound().is_vowel()).count();
    if word.initial.is_none() && word.sounds.phones.len() <= 3 && vowels <= 1 {
        word.initial = word.sounds.phones.first().copied();
    }
}
