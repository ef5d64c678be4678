//! From letters to phones, one table a script.

mod arabic;
mod brahmic;
mod cyrillic;
mod latin;

use std::ops::Range;

use super::phone::{Phone, ScriptFamily};

/// Phones with the bytes that spell each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Transcription {
    pub(super) phones: Vec<Phone>,
    pub(super) spelled: Vec<Range<u32>>,
}

impl Transcription {
    fn with_capacity(letters: usize) -> Self {
        Self { phones: Vec::with_capacity(letters + 2), spelled: Vec::with_capacity(letters + 2) }
    }

    /// Adds the phones of `symbols`, all spelled by `bytes`.
    fn push(&mut self, symbols: &str, bytes: &Range<usize>) {
        for phone in symbols.chars().filter_map(Phone::of) {
            self.phones.push(phone);
            self.spelled.push(bytes.start as u32..bytes.end as u32);
        }
    }

    fn last(&self) -> Option<Phone> {
        self.phones.last().copied()
    }

    /// Takes the last phone away.
    pub(super) fn pop(&mut self) {
        self.phones.pop();
        self.spelled.pop();
    }

    /// Puts another last phone.
    fn replace(&mut self, symbol: char, end: usize) {
        if let (Some(last), Some(spelled), Some(phone)) =
            (self.phones.last_mut(), self.spelled.last_mut(), Phone::of(symbol))
        {
            *last = phone;
            spelled.end = end as u32;
        }
    }

    fn ends_with(&self, symbol: char) -> bool {
        self.last().is_some() && self.last() == Phone::of(symbol)
    }
}

/// A letter of a word and where it stands in the name.
pub(super) type Letter = (usize, char);

/// Which family a letter belongs to; nothing for a script that is not read here.
pub(super) fn family(letter: char) -> Option<ScriptFamily> {
    Some(match letter as u32 {
        0x41..=0x24f | 0x1e00..=0x1eff => ScriptFamily::Latin,
        0x400..=0x52f => ScriptFamily::Cyrillic,
        0x600..=0x6ff | 0x750..=0x77f | 0xfb50..=0xfdff | 0xfe70..=0xfeff => ScriptFamily::Arabic,
        0x980..=0x9ff => ScriptFamily::Bengali,
        0xb80..=0xbff => ScriptFamily::Tamil,
        0x900..=0x97f | 0xa00..=0xb7f | 0xc00..=0xd7f => ScriptFamily::Indic,
        _ => return None,
    })
}

/// The phones of one word, written in letters of `family`; other letters in it are passed over.
pub(super) fn transcribe(word: &[Letter], family: ScriptFamily) -> Transcription {
    match family {
        ScriptFamily::Latin => latin::transcribe(word),
        ScriptFamily::Cyrillic => cyrillic::transcribe(word),
        ScriptFamily::Arabic => arabic::transcribe(word),
        ScriptFamily::Indic | ScriptFamily::Bengali | ScriptFamily::Tamil => brahmic::transcribe(word),
    }
}
