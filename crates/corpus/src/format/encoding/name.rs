//! The encodings that can be read, by name.

use std::borrow::Cow;
use std::fmt;

use encoding_rs::Encoding;

use super::tables::{CP437, CP850, CP852, MAC_LATIN2};
use super::{indic, kruti_dev};

/// An encoding of text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TextEncoding(Kind);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One that browsers know.
    Web(&'static Encoding),
    /// Characters of 32 bits, the most significant byte first or last.
    Utf32 {
        is_big_endian: bool,
    },
    /// Chinese in pairs of ASCII bytes between `~{` and `~}`.
    Hz,
    /// Korean or Chinese in pairs of ASCII bytes between SO and SI.
    ShiftedPairs {
        name: &'static str,
        pairs: &'static Encoding,
    },
    /// ASCII, and these 128 characters.
    Table {
        name: &'static str,
        upper: &'static str,
    },
    Iscii,
    Tscii,
    KrutiDev,
}

impl TextEncoding {
    /// UTF-8.
    pub const UTF_8: Self = Self::web(encoding_rs::UTF_8);
    pub(in crate::format) const UTF_16LE: Self = Self::web(encoding_rs::UTF_16LE);
    pub(in crate::format) const UTF_16BE: Self = Self::web(encoding_rs::UTF_16BE);
    pub(in crate::format) const UTF_32LE: Self = Self(Kind::Utf32 { is_big_endian: false });
    pub(in crate::format) const UTF_32BE: Self = Self(Kind::Utf32 { is_big_endian: true });
    pub(super) const ISO_2022_JP: Self = Self::web(encoding_rs::ISO_2022_JP);
    pub(super) const ISO_2022_KR: Self =
        Self(Kind::ShiftedPairs { name: "ISO-2022-KR", pairs: encoding_rs::EUC_KR });
    pub(super) const ISO_2022_CN: Self =
        Self(Kind::ShiftedPairs { name: "ISO-2022-CN", pairs: encoding_rs::GBK });
    pub(super) const HZ: Self = Self(Kind::Hz);
    pub(super) const MAC_ROMAN: Self = Self::web(encoding_rs::MACINTOSH);
    pub(super) const MAC_CYRILLIC: Self = Self::web(encoding_rs::X_MAC_CYRILLIC);
    pub(super) const CP850: Self = Self(Kind::Table { name: "IBM850", upper: CP850 });
    pub(super) const CP437: Self = Self(Kind::Table { name: "IBM437", upper: CP437 });
    pub(super) const CP852: Self = Self(Kind::Table { name: "IBM852", upper: CP852 });
    pub(super) const MAC_LATIN2: Self = Self(Kind::Table { name: "x-mac-ce", upper: MAC_LATIN2 });
    pub(super) const ISCII: Self = Self(Kind::Iscii);
    pub(super) const TSCII: Self = Self(Kind::Tscii);
    pub(super) const KRUTI_DEV: Self = Self(Kind::KrutiDev);

    /// All that can be chosen, the usual ones first.
    pub const ALL: [Self; 50] = [
        Self::UTF_8,
        Self::UTF_16LE,
        Self::UTF_16BE,
        Self::UTF_32LE,
        Self::UTF_32BE,
        Self::web(encoding_rs::WINDOWS_1252),
        Self::web(encoding_rs::WINDOWS_1250),
        Self::web(encoding_rs::WINDOWS_1251),
        Self::web(encoding_rs::WINDOWS_1253),
        Self::web(encoding_rs::WINDOWS_1254),
        Self::web(encoding_rs::WINDOWS_1255),
        Self::web(encoding_rs::WINDOWS_1256),
        Self::web(encoding_rs::WINDOWS_1257),
        Self::web(encoding_rs::WINDOWS_1258),
        Self::web(encoding_rs::WINDOWS_874),
        Self::web(encoding_rs::ISO_8859_2),
        Self::web(encoding_rs::ISO_8859_3),
        Self::web(encoding_rs::ISO_8859_4),
        Self::web(encoding_rs::ISO_8859_5),
        Self::web(encoding_rs::ISO_8859_6),
        Self::web(encoding_rs::ISO_8859_7),
        Self::web(encoding_rs::ISO_8859_8),
        Self::web(encoding_rs::ISO_8859_10),
        Self::web(encoding_rs::ISO_8859_13),
        Self::web(encoding_rs::ISO_8859_14),
        Self::web(encoding_rs::ISO_8859_15),
        Self::web(encoding_rs::ISO_8859_16),
        Self::web(encoding_rs::KOI8_R),
        Self::web(encoding_rs::KOI8_U),
        Self::web(encoding_rs::IBM866),
        Self::CP437,
        Self::CP850,
        Self::CP852,
        Self::MAC_ROMAN,
        Self::MAC_LATIN2,
        Self::MAC_CYRILLIC,
        Self::web(encoding_rs::GBK),
        Self::web(encoding_rs::GB18030),
        Self::web(encoding_rs::BIG5),
        Self::HZ,
        Self::web(encoding_rs::SHIFT_JIS),
        Self::web(encoding_rs::EUC_JP),
        Self::ISO_2022_JP,
        Self::web(encoding_rs::EUC_KR),
        Self::ISO_2022_KR,
        Self::ISO_2022_CN,
        Self::ISCII,
        Self::TSCII,
        Self::KRUTI_DEV,
        Self::web(encoding_rs::X_USER_DEFINED),
    ];

    pub(super) const fn web(encoding: &'static Encoding) -> Self {
        Self(Kind::Web(encoding))
    }

    /// The encoding of a name, in any case, also one of those that browsers take (`latin1`, `mac`) or usual elsewhere (`cp850`).
    ///
    /// ```
    /// # use tippani_corpus::format::encoding::TextEncoding;
    /// assert_eq!(TextEncoding::named("Latin1").map(TextEncoding::name), Some("windows-1252"));
    /// assert_eq!(TextEncoding::named("cp850").map(TextEncoding::name), Some("IBM850"));
    /// assert_eq!(TextEncoding::named("klingon"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let simple: String = name.trim().to_ascii_lowercase().replace(['_', ' '], "-");
        let own = Self::ALL.into_iter().find(|encoding| encoding.name().eq_ignore_ascii_case(&simple));
        let web = || match Encoding::for_label(simple.as_bytes()) {
            Some(encoding) if encoding == encoding_rs::REPLACEMENT => None,
            found => found.map(Self::web),
        };
        own.or_else(|| {
            Some(match simple.as_str() {
                "utf-16" | "utf16" | "utf16le" => Self::UTF_16LE,
                "utf16be" => Self::UTF_16BE,
                "utf-32" | "utf32" | "utf32le" => Self::UTF_32LE,
                "utf32be" => Self::UTF_32BE,
                "cp437" | "437" => Self::CP437,
                "cp850" | "850" => Self::CP850,
                "cp852" | "852" => Self::CP852,
                "mac-roman" | "macroman" => Self::MAC_ROMAN,
                "mac-cyrillic" | "maccyrillic" => Self::MAC_CYRILLIC,
                "mac-latin2" | "maccentraleurope" | "mac-ce" => Self::MAC_LATIN2,
                "hz-gb-2312" => Self::HZ,
                "iscii-91" | "iscii-dev" => Self::ISCII,
                "krutidev" | "kruti-dev-010" | "krutidev010" => Self::KRUTI_DEV,
                _ => return None,
            })
        })
        .or_else(web)
    }

    /// Its name: that of the Encoding Standard or of IANA where they have one.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            Kind::Web(encoding) => encoding.name(),
            Kind::Utf32 { is_big_endian: false } => "UTF-32LE",
            Kind::Utf32 { is_big_endian: true } => "UTF-32BE",
            Kind::Hz => "HZ",
            Kind::ShiftedPairs { name, .. } | Kind::Table { name, .. } => name,
            Kind::Iscii => "ISCII",
            Kind::Tscii => "TSCII",
            Kind::KrutiDev => "Kruti-Dev",
        }
    }

    /// The text of some bytes, a byte order mark left out, with U+FFFD for what is no character.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> String {
        match self.0 {
            Kind::Web(encoding) => {
                let mark = match Encoding::for_bom(bytes) {
                    Some((marked, length)) if marked == encoding => length,
                    _ => 0,
                };
                encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()
            }
            Kind::Utf32 { is_big_endian } => utf32(bytes, is_big_endian),
            Kind::Hz => hz(bytes),
            Kind::ShiftedPairs { pairs, .. } => shifted_pairs(bytes, pairs),
            Kind::Table { upper, .. } => {
                let upper: Vec<char> = upper.chars().collect();
                let char_of = |b: &u8| match b.checked_sub(128) {
                    Some(n) => upper.get(usize::from(n)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
                    None => char::from(*b),
                };
                bytes.iter().map(char_of).collect()
            }
            Kind::Iscii => indic::iscii(bytes),
            Kind::Tscii => indic::tscii(bytes),
            Kind::KrutiDev => kruti_dev::decode(&legacy_text(bytes)),
        }
    }
}

impl fmt::Debug for TextEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The characters that a text in a legacy font is stored as: UTF-8, else Windows-1252.
fn legacy_text(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = super::without_bom(bytes);
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

fn utf32(bytes: &[u8], is_big_endian: bool) -> String {
    let number =
        |four: [u8; 4]| if is_big_endian { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) };
    let (fours, rest) = bytes.as_chunks::<4>();
    let mut text: String = fours
        .iter()
        .map(|four| char::from_u32(number(*four)).unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// Pairs of ASCII bytes as they stand with the eighth bit set.
fn pairs(bytes: &[u8], encoding: &'static Encoding, text: &mut String) {
    let upper: Vec<u8> = bytes.iter().map(|b| b | 0x80).collect();
    text.push_str(&encoding.decode_without_bom_handling(&upper).0);
}

fn hz(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| *b == b'~') {
        text.push_str(&String::from_utf8_lossy(&rest[..at]));
        rest = match rest.get(at + 1) {
            Some(b'{') => {
                let inner = &rest[at + 2..];
                let end = pairs_end(inner);
                if inner[..end].iter().all(u8::is_ascii_graphic) {
                    pairs(&inner[..end], encoding_rs::GBK, &mut text);
                } else {
                    // No pair has a blank: these are no pairs.
                    text.push(char::REPLACEMENT_CHARACTER);
                }
                inner[end..].strip_prefix(b"~}").unwrap_or(&inner[end..])
            }
            Some(b'~') => {
                text.push('~');
                &rest[at + 2..]
            }
            Some(b'\n') => &rest[at + 2..],
            _ => {
                text.push('~');
                &rest[at + 1..]
            }
        };
    }
    text.push_str(&String::from_utf8_lossy(rest));
    text
}

/// Where pairs end: at `~`, which begins none, but may be the second of one; a line end closes what was left open.
fn pairs_end(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'~' | b'\n') | None, _) => return at,
            (Some(_), None | Some(b'\n')) => return at + 1,
            (Some(_), Some(_)) => at += 2,
        }
    }
}

fn shifted_pairs(bytes: &[u8], encoding: &'static Encoding) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut is_shifted = false;
    for part in bytes.split_inclusive(|b| matches!(b, 0x0e | 0x0f | b'\n')) {
        let (inner, last) = match part {
            [inner @ .., last @ (0x0e | 0x0f)] => (inner, Some(*last)),
            all => (all, None),
        };
        if is_shifted {
            let inner = if let [0x1b, b'$', b')', _, rest @ ..] = inner { rest } else { inner };
            let length = inner.iter().position(|b| *b == b'\n').unwrap_or(inner.len());
            pairs(&inner[..length], encoding, &mut text);
            push_without_designations(&inner[length..], &mut text);
        } else {
            push_without_designations(inner, &mut text);
        }
        is_shifted = last.map_or(is_shifted && !part.ends_with(b"\n"), |last| last == 0x0e);
    }
    text
}

/// ASCII without what says which set the pairs are of: `ESC $ ) x`, once in a file or before the first of each line.
fn push_without_designations(mut bytes: &[u8], text: &mut String) {
    const DESIGNATION: [u8; 3] = [0x1b, b'$', b')'];
    while let Some(at) = bytes.windows(4).position(|four| four.starts_with(&DESIGNATION)) {
        text.push_str(&String::from_utf8_lossy(&bytes[..at]));
        bytes = &bytes[at + 4..];
    }
    text.push_str(&String::from_utf8_lossy(bytes));
}
