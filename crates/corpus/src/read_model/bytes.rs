//! Values to bytes and back: whole numbers in as few bytes as they need (LEB128, signed ones zigzag), each text once.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp as Moment;

use super::OtherText;
use crate::model::Timestamp;

/// In the place of a time: there is none.
const NO_TIME: u64 = 0;
/// In the place of a time: as text, where milliseconds would not give the same time back.
const TIME_AS_TEXT: u64 = 1;
/// Added to a time in milliseconds.
const FIRST_TIME: u64 = 2;

/// Bytes being written.
#[derive(Debug, Default)]
pub(super) struct Writer<'t> {
    bytes: Vec<u8>,
    /// The number of each text that was written.
    texts: HashMap<&'t str, u64>,
    time: i64,
}

impl<'t> Writer<'t> {
    pub(super) fn finish(self) -> Box<[u8]> {
        self.bytes.into_boxed_slice()
    }

    pub(super) fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    pub(super) fn unsigned(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    pub(super) fn signed(&mut self, number: i64) {
        self.unsigned(zigzag(number));
    }

    /// A text; one that was written before is its number.
    pub(super) fn text(&mut self, text: &'t str) {
        let next = self.texts.len() as u64 + 1;
        let number = *self.texts.entry(text).or_insert(next);
        if number < next {
            return self.unsigned(number);
        }
        self.unsigned(0);
        self.unsigned(text.len() as u64);
        self.raw(text.as_bytes());
    }

    /// A time, by its difference from the one before.
    pub(super) fn time(&mut self, time: Option<&'t Timestamp>) {
        let Some(time) = time else { return self.unsigned(NO_TIME) };
        let millis = time.moment().as_millisecond();
        let is_whole = Moment::from_millisecond(millis).is_ok_and(|moment| moment == time.moment());
        match time.spelled() {
            None if is_whole => {
                self.unsigned(FIRST_TIME + zigzag(millis - self.time));
                self.time = millis;
            }
            spelled => {
                self.unsigned(TIME_AS_TEXT);
                let text = spelled.map_or_else(|| time.to_string(), ToOwned::to_owned);
                self.unsigned(text.len() as u64);
                self.raw(text.as_bytes());
            }
        }
    }
}

const fn zigzag(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

/// Bytes being read; nothing where they do not hold what is asked for.
#[derive(Debug)]
pub(super) struct Reader<'b> {
    bytes: &'b [u8],
    texts: Vec<Arc<str>>,
    time: i64,
}

impl<'b> Reader<'b> {
    pub(super) const fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, texts: Vec::new(), time: 0 }
    }

    pub(super) fn raw<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(*bytes)
    }

    pub(super) fn unsigned(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn size(&mut self) -> Option<usize> {
        usize::try_from(self.unsigned()?).ok()
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        self.unsigned().map(unzigzag)
    }

    pub(super) fn text(&mut self) -> Option<Arc<str>> {
        if let Some(number) = self.size()?.checked_sub(1) {
            return self.texts.get(number).cloned();
        }
        let text: Arc<str> = self.own_text()?.into();
        self.texts.push(Arc::clone(&text));
        Some(text)
    }

    pub(super) fn time(&mut self) -> Result<Option<Timestamp>, OtherText> {
        match self.unsigned().ok_or(OtherText)? {
            NO_TIME => Ok(None),
            TIME_AS_TEXT => self.own_text().and_then(|text| text.parse().ok()).ok_or(OtherText).map(Some),
            difference => {
                let millis = self.time.checked_add(unzigzag(difference - FIRST_TIME)).ok_or(OtherText)?;
                self.time = millis;
                let moment = Moment::from_millisecond(millis).map_err(|_no_moment: jiff::Error| OtherText)?;
                Ok(Some(moment.into()))
            }
        }
    }

    fn own_text(&mut self) -> Option<&'b str> {
        let (text, rest) = self.size().and_then(|length| self.bytes.split_at_checked(length))?;
        self.bytes = rest;
        std::str::from_utf8(text).ok()
    }
}

const fn unzigzag(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}
