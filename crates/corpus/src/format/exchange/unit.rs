//! What an offset of a file counts, and the way to and from places in a text.

use crate::text::{ByteOffset, CharOffset, SourceText};

/// What offsets count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OffsetUnit {
    /// Unicode code points, as in Python and in every file of this program.
    CodePoint,
    /// UTF-16 code units, as in Java and JavaScript.
    Utf16,
    /// Bytes of UTF-8, as in Rust and Go.
    Byte,
}

impl OffsetUnit {
    /// All, the likeliest first.
    pub const ALL: [Self; 3] = [Self::CodePoint, Self::Utf16, Self::Byte];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CodePoint => "code-point",
            Self::Utf16 => "utf-16",
            Self::Byte => "byte",
        }
    }

    /// The unit of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }
}

impl std::fmt::Display for OffsetUnit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::CodePoint => "code points",
            Self::Utf16 => "UTF-16 code units",
            Self::Byte => "UTF-8 bytes",
        })
    }
}

/// A text with offsets of any unit.
///
/// ```
/// use tippani_corpus::format::exchange::{OffsetConverter, OffsetUnit};
/// use tippani_core::text::{ByteOffset, SourceText};
/// let units = OffsetConverter::new(&SourceText::new("कहा 🔴 GST"));
/// let gst = ByteOffset::new("कहा 🔴 ".len());
/// assert_eq!(OffsetUnit::ALL.map(|unit| units.offset(unit, gst)), [6, 7, 15]);
/// assert_eq!(units.place(OffsetUnit::Utf16, 7), Some(gst));
/// assert_eq!(units.place(OffsetUnit::Utf16, 5), None, "between the halves of a surrogate pair");
/// ```
#[derive(Clone, Debug)]
pub struct OffsetConverter {
    text: SourceText,
    /// Of each character outside the basic plane: its byte offset, and its offset in UTF-16.
    astral: Vec<(usize, usize)>,
}

impl OffsetConverter {
    /// Looks for characters that UTF-16 counts twice; linear in the length of `text`.
    #[must_use]
    pub fn new(text: &SourceText) -> Self {
        let leads = text.as_str().bytes().enumerate().filter(|(_, byte)| *byte >= 0xf0).map(|(at, _)| at);
        let astral =
            leads.enumerate().map(|(n, at)| (at, text.to_char(ByteOffset::new(at)).get() + n)).collect();
        Self { text: text.clone(), astral }
    }

    /// The text.
    #[must_use]
    pub const fn text(&self) -> &SourceText {
        &self.text
    }

    /// The offset of a place.
    #[must_use]
    pub fn offset(&self, unit: OffsetUnit, place: ByteOffset) -> usize {
        match unit {
            OffsetUnit::Byte => place.get(),
            OffsetUnit::CodePoint => self.text.to_char(place).get(),
            OffsetUnit::Utf16 => {
                let before = self.astral.partition_point(|(byte, _)| *byte < place.get());
                self.text.to_char(place).get() + before
            }
        }
    }

    /// The place an offset stands for; nothing past the end or inside a character.
    #[must_use]
    pub fn place(&self, unit: OffsetUnit, offset: usize) -> Option<ByteOffset> {
        match unit {
            OffsetUnit::Byte => {
                Some(ByteOffset::new(offset)).filter(|place| self.text.is_char_boundary(*place))
            }
            OffsetUnit::CodePoint => self.text.to_byte(CharOffset::new(offset)),
            OffsetUnit::Utf16 => {
                let before = self.astral.partition_point(|(_, utf16)| *utf16 < offset);
                if before > 0 && self.astral[before - 1].1 + 1 == offset {
                    return None;
                }
                self.text.to_byte(CharOffset::new(offset - before))
            }
        }
    }
}
