//! Bytes of an article to text, and their hash.
//!
//! Nothing is normalised: line endings, NULs, controls and composition stay exactly as they are, so offsets stay true.

mod detect;
mod indic;
mod kruti_dev;
mod legacy;
mod name;
mod plausible;
mod preview;
mod tables;

use sha2::{Digest as _, Sha256};

use super::{Decoded, Issue};
use crate::words::{self, plain, say, shown, text};
pub use name::TextEncoding;
pub use preview::{EncodingPreview, previews};

/// SHA-256 of `bytes` as lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let digest = Sha256::digest(bytes);
    digest.iter().flat_map(|b| [HEX[usize::from(b >> 4)], HEX[usize::from(b & 15)]]).map(char::from).collect()
}

/// Bytes of a file in UTF-8 without the byte order mark that some editors put before it.
pub(super) fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// A text and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The text.
    pub text: String,
    /// What its bytes were taken for.
    pub encoding: TextEncoding,
    /// Why it may not be what somebody wrote, in words: it is shown with the text.
    pub doubt: Option<String>,
}

/// Decodes the bytes of an article: [`read`] without a word from anybody.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded<String> {
    read(bytes, None).map(|reading| reading.text)
}

/// Decodes the bytes of an article, as `told` where somebody has chosen an encoding.
///
/// Else UTF-8 (a byte order mark is stripped), UTF-16 and UTF-32 with their mark or without, ISO-2022 and HZ by their escapes,
/// else the encoding the bytes declare (`<meta charset>` in the first kilobyte) or look like. Anything but clean UTF-8, or
/// UTF-16 that says so, is an issue that names the encoding and counts what could not be read; so is text that is none, or that
/// no language writes. A file that is mostly UTF-8 is read as UTF-8, with U+FFFD for what is not, never as another encoding.
#[must_use]
pub fn read(bytes: &[u8], told: Option<TextEncoding>) -> Decoded<Reading> {
    read_of(bytes, told, true)
}

/// The text of [`decode`] and what its bytes were taken for, without a look at whether somebody may have written it.
pub(super) fn text_of(bytes: &[u8]) -> (String, TextEncoding) {
    let (encoding, _) = detect::detect(bytes);
    (encoding.decode(bytes), encoding)
}

/// The encoding that bytes are in, and whether they say so: by a byte order mark, or by being UTF-8.
pub(super) fn found(bytes: &[u8]) -> (TextEncoding, bool) {
    detect::detect(bytes)
}

/// [`read`] of a page of the Web: it is its text that somebody may have written, and not its markup.
#[must_use]
pub(super) fn read_page(bytes: &[u8], told: Option<TextEncoding>) -> Decoded<Reading> {
    read_of(bytes, told, false)
}

/// Why a text that was read in an encoding may not be what somebody wrote, as an issue.
pub(super) fn doubt(text: &str, encoding: TextEncoding) -> Option<Issue> {
    let what = plausible::doubt(text).or_else(|| legacy::doubt(text, encoding))?;
    Some(Issue::new(place(), what, words::text("format-encoding-if-wrong")))
}

fn read_of(bytes: &[u8], told: Option<TextEncoding>, is_prose: bool) -> Decoded<Reading> {
    let (encoding, says_so) = match told {
        Some(encoding) => (encoding, true),
        None => detect::detect(bytes),
    };
    let decoded = encoding.decode(bytes);
    let bad = decoded.matches(char::REPLACEMENT_CHARACTER).count();
    let name = encoding.name();
    let damage = if encoding == TextEncoding::UTF_8 {
        // Where no replacement stands none was put in, and the bytes need not be gone through.
        let places = || bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
        let bad = if bad > 0 { places() } else { 0 };
        (bad > 0).then(|| say!("format-encoding-places", count = plain(bad)))
    } else {
        (bad > 0).then(|| say!("format-encoding-characters", encoding = name, count = shown(bad)))
    };
    let mut issues = Vec::new();
    if let Some(what) = &damage {
        issues.push(Issue::new(place(), what.as_str(), text("format-encoding-shown-as")));
    } else if encoding != TextEncoding::UTF_8 && !says_so {
        let what = say!("format-encoding-other", encoding = name);
        issues.push(Issue::new(place(), what, text("format-encoding-if-wrong")));
    }
    let doubt = if is_prose { doubt(&decoded, encoding) } else { None };
    issues.extend(doubt.clone());
    // Whoever has chosen it has looked at it.
    let doubt = doubt.map(|issue| issue.what).or(damage).filter(|_| told.is_none());
    Decoded { value: Reading { text: decoded, encoding, doubt }, issues }
}

/// Where an encoding is what is wrong.
fn place() -> &'static str {
    text("format-place-encoding")
}
