//! Which encoding bytes are in, where nobody says.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::legacy;
use super::name::TextEncoding;
use super::plausible::{is_tamil, is_wide_text, score};

/// Encodings of one byte a character that the detector of browsers does not know.
const OTHERS: [TextEncoding; 8] = [
    TextEncoding::MAC_ROMAN,
    TextEncoding::MAC_CYRILLIC,
    TextEncoding::CP850,
    TextEncoding::CP437,
    TextEncoding::CP852,
    TextEncoding::MAC_LATIN2,
    TextEncoding::ISCII,
    TextEncoding::TSCII,
];
/// As much of a file is looked at, in bytes.
const MAX_SAMPLE_BYTES: usize = 64 * 1024;

/// The encoding of some bytes, and whether they say so themselves: by a byte order mark, or by being UTF-8.
pub(super) fn detect(bytes: &[u8]) -> (TextEncoding, bool) {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return (TextEncoding::UTF_8, true),
        [0xff, 0xfe, 0, 0, ..] => return (TextEncoding::UTF_32LE, true),
        [0, 0, 0xfe, 0xff, ..] => return (TextEncoding::UTF_32BE, true),
        [0xff, 0xfe, ..] => return (TextEncoding::UTF_16LE, true),
        [0xfe, 0xff, ..] => return (TextEncoding::UTF_16BE, true),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(MAX_SAMPLE_BYTES)];
    if let Some(encoding) = wide(sample).or_else(|| escaped(sample)) {
        return (encoding, false);
    }
    if simdutf8::basic::from_utf8(bytes).is_ok() || is_mostly_utf8(bytes) {
        let is_kruti_dev = legacy::is_kruti_dev(&String::from_utf8_lossy(sample));
        return if is_kruti_dev { (TextEncoding::KRUTI_DEV, false) } else { (TextEncoding::UTF_8, true) };
    }
    if let Some(encoding) = declared(bytes) {
        return (TextEncoding::web(encoding), false);
    }
    (best(bytes, sample), false)
}

/// UTF-16 or UTF-32 without a mark: bytes that text of one byte a character does not have, and characters that it does.
fn wide(sample: &[u8]) -> Option<TextEncoding> {
    let is_control =
        |b: &u8| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x0e | 0x0f | 0x1a | 0x1b);
    if !sample.iter().any(is_control) {
        return None;
    }
    let whole = |size: usize| &sample[..sample.len() - sample.len() % size];
    let wide = [
        (TextEncoding::UTF_32LE, 4),
        (TextEncoding::UTF_32BE, 4),
        (TextEncoding::UTF_16LE, 2),
        (TextEncoding::UTF_16BE, 2),
    ];
    wide.into_iter()
        .find(|(encoding, size)| is_wide_text(&encoding.decode(whole(*size))))
        .map(|(found, _)| found)
}

/// Encodings that are ASCII but for their escapes.
fn escaped(sample: &[u8]) -> Option<TextEncoding> {
    let holds = |wanted: &[u8]| sample.windows(wanted.len()).any(|window| window == wanted);
    let is_clean = |encoding: &TextEncoding| {
        let text = encoding.decode(sample);
        // The sample may end within a character.
        let bad = usize::from(sample.len() == MAX_SAMPLE_BYTES);
        !text.is_ascii() && text.matches(char::REPLACEMENT_CHARACTER).count() <= bad
    };
    let candidate = if holds(b"\x1b$)C") {
        TextEncoding::ISO_2022_KR
    } else if holds(b"\x1b$)A") {
        TextEncoding::ISO_2022_CN
    } else if holds(b"\x1b$B") || holds(b"\x1b$@") || holds(b"\x1b(J") {
        TextEncoding::ISO_2022_JP
    } else if holds(b"~{") && holds(b"~}") {
        TextEncoding::HZ
    } else {
        return None;
    };
    Some(candidate).filter(|_| sample.is_ascii()).filter(is_clean)
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

/// What the detector of browsers says, unless another encoding makes much better text.
fn best(bytes: &[u8], sample: &[u8]) -> TextEncoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = TextEncoding::web(detector.guess(None, Utf8Detection::Deny));
    let score_of = |encoding: TextEncoding| score(&encoding.decode(sample));
    let base = score_of(guess);
    let margin = 3 + base.max(0) / 10;
    let is_likely = |other: &TextEncoding| match *other {
        TextEncoding::ISCII => has_words(sample),
        TextEncoding::TSCII => has_words(sample) && is_tamil(&other.decode(sample)),
        _ => true,
    };
    let others = OTHERS.into_iter().filter(is_likely);
    // The first of equals: the more usual one.
    let best = others.rev().map(|other| (score_of(other), other)).max_by_key(|(score, _)| *score);
    best.filter(|(score, _)| *score > base + margin).map_or(guess, |(_, other)| other)
}

/// Whether blanks stand as often as in scripts that have them: Chinese in two bytes has none.
fn has_words(sample: &[u8]) -> bool {
    sample.iter().filter(|b| b.is_ascii_whitespace()).count() * 30 > sample.len()
}
