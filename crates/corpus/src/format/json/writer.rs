//! Writes JSON with a two-space indent and LF, byte for byte as Python's `json.dumps(indent=2, ensure_ascii=False)`.

use super::reader::unescape;
use crate::model::Extra;

/// What is nested deeper than this, in the file as a whole, is not indented: each level would cost every line below it two
/// bytes, so that a small file of somebody else's could grow without bound.
const MAX_INDENTED_LEVELS: usize = 32;

/// JSON under way.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    out: Vec<u8>,
    /// For each open bracket, whether something is in it already.
    filled: Vec<bool>,
}

impl Writer {
    /// A writer with room for `bytes`.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { out: Vec::with_capacity(bytes), filled: Vec::new() }
    }

    /// A writer of what stands in so many brackets.
    pub(crate) fn nested(depth: usize) -> Self {
        Self { out: Vec::new(), filled: vec![false; depth] }
    }

    /// Opens an object or array: `bracket` is `{` or `[`.
    pub(crate) fn open(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.filled.push(false);
    }

    /// Closes what was opened last: `bracket` is `}` or `]`.
    pub(crate) fn close(&mut self, bracket: u8) {
        if self.filled.pop() == Some(true) {
            self.line();
        }
        self.out.push(bracket);
    }

    /// Begins the next element of an array.
    pub(crate) fn item(&mut self) {
        if let Some(filled) = self.filled.last_mut()
            && std::mem::replace(filled, true)
        {
            self.out.push(b',');
        }
        self.line();
    }

    /// Begins the next member of an object.
    pub(crate) fn key(&mut self, key: &str) {
        self.item();
        self.string(key);
        self.out.extend_from_slice(b": ");
    }

    /// A member with a string.
    pub(crate) fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.string(value);
    }

    /// A string: only quotes, backslashes and controls are escaped.
    pub(crate) fn string(&mut self, value: &str) {
        self.out.push(b'"');
        let mut rest = value;
        while let Some(at) = rest.bytes().position(|b| b < 0x20 || b == b'"' || b == b'\\') {
            self.out.extend_from_slice(&rest.as_bytes()[..at]);
            match rest.as_bytes()[at] {
                b'"' => self.out.extend_from_slice(b"\\\""),
                b'\\' => self.out.extend_from_slice(b"\\\\"),
                b'\n' => self.out.extend_from_slice(b"\\n"),
                b'\r' => self.out.extend_from_slice(b"\\r"),
                b'\t' => self.out.extend_from_slice(b"\\t"),
                0x08 => self.out.extend_from_slice(b"\\b"),
                0x0c => self.out.extend_from_slice(b"\\f"),
                control => self.out.extend_from_slice(format!("\\u{control:04x}").as_bytes()),
            }
            rest = &rest[at + 1..];
        }
        self.out.extend_from_slice(rest.as_bytes());
        self.out.push(b'"');
    }

    /// A literal: a number, `true`, `false`.
    pub(crate) fn literal(&mut self, literal: &str) {
        self.out.extend_from_slice(literal.as_bytes());
    }

    /// Valid JSON of somebody else: tokens as they are, white space as this writer has it; what is nested deeper than 32
    /// levels word for word.
    pub(crate) fn raw(&mut self, json: &str) {
        let bytes = json.as_bytes();
        let (mut at, mut pending) = (0, false);
        while let Some(&byte) = bytes.get(at) {
            let is_deep = self.filled.len() >= MAX_INDENTED_LEVELS;
            let next = match byte {
                b'"' => string_end(bytes, at),
                b'{' | b'[' if is_deep => brackets_end(bytes, at),
                _ => at + 1,
            };
            if pending && !byte.is_ascii_whitespace() {
                pending = false;
                if !matches!(byte, b']' | b'}') {
                    self.item();
                }
            }
            match byte {
                b'{' | b'[' if !is_deep => {
                    self.open(byte);
                    pending = true;
                }
                b'}' | b']' => self.close(byte),
                b',' => pending = true,
                b':' => self.out.extend_from_slice(b": "),
                _ if byte.is_ascii_whitespace() => {}
                _ => self.out.extend_from_slice(&bytes[at..next]),
            }
            at = next;
        }
    }

    /// The unknown keys of the object at `place`, a path that is empty or ends in `/`.
    pub(crate) fn unknown(&mut self, extra: &Extra, place: &str) {
        for (path, json) in extra.below(place) {
            if let Some(key) = path.strip_prefix(place).filter(|key| !key.contains('/')) {
                self.key(&unescape(key));
                self.raw(json);
            }
        }
    }

    /// The bytes, with a final newline.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.out.push(b'\n');
        self.out
    }

    fn line(&mut self) {
        const INDENT: &[u8; 64] = &[b' '; 64];
        self.out.push(b'\n');
        let mut left = self.filled.len() * 2;
        while left > 0 {
            let n = left.min(INDENT.len());
            self.out.extend_from_slice(&INDENT[..n]);
            left -= n;
        }
    }
}

/// The place after the string that starts at `at`.
fn string_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'\\' => end += 2,
            b'"' => return end + 1,
            _ => end += 1,
        }
    }
    bytes.len()
}

/// The place after the object or array that starts at `at`.
fn brackets_end(bytes: &[u8], at: usize) -> usize {
    let (mut end, mut depth) = (at, 0_usize);
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'"' => {
                end = string_end(bytes, end);
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        end += 1;
        if depth == 0 {
            break;
        }
    }
    end
}

/// A finite number as Python writes it: shortest digits that read back the same, an exponent from 1e16 and below 1e-4;
/// whole numbers below that without `.0` unless `point`.
pub(crate) fn number(value: f64, point: bool) -> String {
    let magnitude = value.abs();
    if value == 0.0 {
        let digits = if value.is_sign_negative() { "-0.0" } else { "0.0" };
        return if point || value.is_sign_negative() { digits } else { "0" }.to_owned();
    }
    if (1e-4..1e16).contains(&magnitude) {
        let digits = value.to_string();
        return if point && !digits.contains('.') { digits + ".0" } else { digits };
    }
    let digits = format!("{value:e}");
    let (mantissa, exponent) = digits.split_once('e').unwrap_or((&digits, "0"));
    let (sign, exponent) = exponent.strip_prefix('-').map_or(("+", exponent), |e| ("-", e));
    format!("{mantissa}e{sign}{exponent:0>2}")
}
