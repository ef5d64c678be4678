//! Bytes of other tools' files as text, whatever they are encoded in: nothing is replaced in silence.

use std::borrow::Cow;

use super::Remark;
use crate::format::encoding::{self, TextEncoding};

/// Bytes of the beginning of a file that may declare its encoding.
const HEAD_BYTES: usize = 1024;

/// The text of bytes in UTF-8, or else in the encoding they look like, as articles are read; a byte order mark is left out.
pub(super) fn text<'b>(place: &str, bytes: &'b [u8], remarks: &mut Vec<Remark>) -> Cow<'b, str> {
    text_in(place, bytes, None, remarks)
}

/// The same of XML, which may declare its encoding.
pub(super) fn xml<'b>(place: &str, bytes: &'b [u8], remarks: &mut Vec<Remark>) -> Cow<'b, str> {
    text_in(place, bytes, declared(bytes), remarks)
}

/// The text of bytes in UTF-8, whatever stands among them.
pub(super) fn utf8(place: &str, bytes: &[u8], remarks: &mut Vec<Remark>) -> String {
    decoded(place, bytes, TextEncoding::UTF_8, remarks)
}

/// Whether bytes begin with an ASCII character of two or four bytes: as UTF-8 they would be one beside a NUL.
pub(super) const fn is_wide(bytes: &[u8]) -> bool {
    matches!(bytes, [0, 0, 0, 1..=255, ..] | [0, 1..=255, ..] | [1..=255, 0, ..])
}

/// The encoding of wider characters that bytes are in, by a byte order mark or by the NULs beside their first ASCII character,
/// as RFC 4627 tells it of JSON.
pub(super) const fn wide(bytes: &[u8]) -> Option<TextEncoding> {
    match bytes {
        [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, 1..=0x7f, ..] => Some(TextEncoding::UTF_32BE),
        [0xff, 0xfe, 0, 0, ..] | [1..=0x7f, 0, 0, 0, ..] => Some(TextEncoding::UTF_32LE),
        [0xfe, 0xff, ..] | [0, 1..=0x7f, ..] => Some(TextEncoding::UTF_16BE),
        [0xff, 0xfe, ..] | [1..=0x7f, 0, ..] => Some(TextEncoding::UTF_16LE),
        _ => None,
    }
}

/// JSON in an encoding of wider characters as text.
pub(super) fn json(place: &str, bytes: &[u8], encoding: TextEncoding, remarks: &mut Vec<Remark>) -> String {
    let text = decoded(place, bytes, encoding, remarks);
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// Text as an annotation tool has it: a byte order mark is a character there.
pub(super) fn text_with_bom(place: &str, bytes: Vec<u8>, remarks: &mut Vec<Remark>) -> String {
    let decoded = |error: std::string::FromUtf8Error| text(place, error.as_bytes(), remarks).into_owned();
    String::from_utf8(bytes).unwrap_or_else(decoded)
}

fn text_in<'b>(
    place: &str,
    bytes: &'b [u8],
    declared: Option<TextEncoding>,
    remarks: &mut Vec<Remark>,
) -> Cow<'b, str> {
    let plain = simdutf8::basic::from_utf8(bytes).ok().map(|text| text.trim_start_matches('\u{feff}'));
    // Whoever converted a file to UTF-8 may have left the declaration; no other encoding happens to be UTF-8 beyond ASCII.
    if let Some(encoding) = declared.filter(|_| plain.is_none_or(str::is_ascii)) {
        return Cow::Owned(decoded(place, bytes, encoding, remarks));
    }
    if let (Some(text), false) = (plain, is_wide(bytes)) {
        return Cow::Borrowed(text);
    }
    let (encoding, says_so) = encoding::found(bytes);
    if let (Some(text), false) = (plain, encoding.name().starts_with("UTF-")) {
        return Cow::Borrowed(text);
    }
    if !says_so {
        let hint = "if the text looks wrong, convert the file to UTF-8 first";
        remarks.push(Remark::new(place, "the file is not in UTF-8", encoding.name(), hint));
    }
    Cow::Owned(decoded(place, bytes, encoding, remarks))
}

/// The text in an encoding; what is no character of it is told.
fn decoded(place: &str, bytes: &[u8], encoding: TextEncoding, remarks: &mut Vec<Remark>) -> String {
    let text = encoding.decode(bytes);
    if text.contains(char::REPLACEMENT_CHARACTER) {
        let hint = "each is \u{fffd} in the text";
        remarks.push(Remark::new(place, "some characters cannot be decoded", encoding.name(), hint));
    }
    text
}

/// The encoding that an XML declaration names. Where the declaration is read byte by byte, the file is in no encoding of wider
/// characters, whatever it says; and a byte order mark says more.
fn declared(bytes: &[u8]) -> Option<TextEncoding> {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes).strip_prefix(b"<?xml")?;
    let end = head.windows(2).position(|two| two == b"?>")?;
    let head = std::str::from_utf8(&head[..end]).ok()?;
    let (_, value) = head.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let name = value[1..].split(quote).next()?;
    TextEncoding::named(name).filter(|encoding| !encoding.name().starts_with("UTF-"))
}

#[cfg(test)]
mod tests {
    use super::{declared, text, xml};

    /// Read as XML, as text, and what is said of it.
    fn check(bytes: &[u8], expected: &str, said: &[&str]) {
        let mut remarks = Vec::new();
        let is_xml = bytes.starts_with(b"<") || bytes.contains(&b'?');
        let read = if is_xml { xml("x", bytes, &mut remarks) } else { text("x", bytes, &mut remarks) };
        assert_eq!(read, expected);
        let found: Vec<String> = remarks.iter().map(|r| format!("{}: {}", r.kind, r.example)).collect();
        assert_eq!(found, said, "{expected}");
    }

    #[test]
    fn bytes_are_what_their_mark_or_declaration_says_or_what_they_look_like() {
        let latin = "<?xml version='1.0' encoding='ISO-8859-1'?>";
        let with = |head: &str, rest: &[u8]| [head.as_bytes(), rest].concat();
        check(&with(latin, b"caf\xe9"), &format!("{latin}caf\u{e9}"), &[]);
        check("\u{feff}caf\u{e9}".as_bytes(), "caf\u{e9}", &[]);
        // It was converted, and the declaration left as it was.
        check(format!("{latin}caf\u{e9}").as_bytes(), &format!("{latin}caf\u{e9}"), &[]);
        // A mark says more than a declaration, and a declaration of wide characters is none.
        check(format!("\u{feff}{latin}\u{e9}").as_bytes(), &format!("{latin}\u{e9}"), &[]);
        let wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>";
        check(format!("{wide}\u{e9}").as_bytes(), &format!("{wide}\u{e9}"), &[]);
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        check(&utf16(&format!("\u{feff}{wide}caf\u{e9}")), &format!("{wide}caf\u{e9}"), &[]);
        let unmarked = utf16(&format!("{wide}Mira Das went to the market and came back"));
        let told = ["the file is not in UTF-8: UTF-16LE"];
        check(&unmarked, &format!("{wide}Mira Das went to the market and came back"), &told);
        // Mostly UTF-8, and a declaration that does not fit.
        let expected = "\u{906}\u{936}\u{93e} \u{fffd} x";
        check(
            b"\xe0\xa4\x86\xe0\xa4\xb6\xe0\xa4\xbe \xff x",
            expected,
            &["some characters cannot be decoded: UTF-8"],
        );
        let japanese = "<?xml version='1.0' encoding='Shift_JIS'?>";
        let told = ["some characters cannot be decoded: Shift_JIS"];
        check(&with(japanese, b"\xff."), &format!("{japanese}\u{fffd}."), &told);
        // A NUL is a character, too.
        check(b"a\0b", "a\0b", &[]);
        assert!(declared(b"<?xml version='1.0'?><x encoding='latin1'/>").is_none());
        assert!(declared(b"<?xml encoding='klingon'?>").is_none());
    }
}
