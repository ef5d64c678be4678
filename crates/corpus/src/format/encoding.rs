//! Bytes of an article to text, and their hash.
//!
//! Nothing is normalised: line endings, NULs, controls and composition stay exactly as they are, so offsets stay true.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use sha2::{Digest as _, Sha256};

use super::{Decoded, Issue};

/// What replaces bytes that are no character.
const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

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

/// Decodes the bytes of an article.
///
/// UTF-8 (a byte order mark is stripped), UTF-16 by its byte order mark, else the encoding the bytes declare
/// (`<meta charset>` in the first kilobyte) or look like. Anything but clean UTF-8 or UTF-16 is an issue that names
/// the encoding and counts what could not be read. A file that is mostly UTF-8 is read as UTF-8, with U+FFFD for what
/// is not, never as another encoding.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded<String> {
    let (bytes, had_bom) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (rest, true),
        [0xff, 0xfe, rest @ ..] => return by_encoding(rest, UTF_16LE, false),
        [0xfe, 0xff, rest @ ..] => return by_encoding(rest, UTF_16BE, false),
        _ => (bytes, false),
    };
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Decoded::clean(text.to_owned());
    }
    if had_bom || is_mostly_utf8(bytes) {
        return utf8_with_replacements(bytes);
    }
    let encoding = declared(bytes).unwrap_or_else(|| detected(bytes));
    by_encoding(bytes, encoding, true)
}

fn utf8_with_replacements(bytes: &[u8]) -> Decoded<String> {
    let bad = bytes.utf8_chunks().filter(|c| !c.invalid().is_empty()).count();
    let what =
        format!("{bad} {} in the text cannot be read as UTF-8", if bad == 1 { "place" } else { "places" });
    Decoded {
        value: String::from_utf8_lossy(bytes).into_owned(),
        issues: vec![Issue::new("encoding", what, "each is shown as U+FFFD; the file is not changed")],
    }
}

fn by_encoding(bytes: &[u8], encoding: &'static Encoding, tell: bool) -> Decoded<String> {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    let value = text.into_owned();
    let name = encoding.name();
    let mut issues = Vec::new();
    if lossy {
        let bad = value.matches(REPLACEMENT).count();
        let what = format!("The text was read as {name}; {bad} of its characters could not be");
        issues.push(Issue::new("encoding", what, "each is shown as U+FFFD; the file is not changed"));
    } else if tell {
        let what = format!("The text is not UTF-8 and was read as {name}");
        issues.push(Issue::new(
            "encoding",
            what,
            "if it looks wrong, convert the file to UTF-8 before annotating it",
        ));
    }
    Decoded { value, issues }
}

/// More characters beyond ASCII are well formed than places are not; or only a last, cut-off character is wrong.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad, mut cut) = (0_usize, 0_usize, false);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        if !chunk.invalid().is_empty() {
            bad += 1;
            cut = chunk.invalid().len() > 1 && bytes.ends_with(chunk.invalid());
        }
    }
    good > bad || (bad == 1 && cut)
}

/// The encoding an HTML file declares.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(1024)].to_ascii_lowercase();
    let at = head.windows(8).position(|w| w == b"charset=")? + 8;
    let label = head[at..].iter().skip_while(|b| matches!(b, b'"' | b'\'' | b' '));
    let label: Vec<u8> =
        label.take_while(|b| b.is_ascii_alphanumeric() || b"-_:.".contains(b)).copied().collect();
    let encoding = Encoding::for_label(&label)?;
    (encoding.is_ascii_compatible() && encoding != encoding_rs::UTF_8).then_some(encoding)
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}
