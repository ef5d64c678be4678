//! A format of the table by a small value.

use super::{FORMATS, Format};

/// Names one of [`FORMATS`]: a small value that requests and dialogs pass about.
///
/// ```
/// use tippani_corpus::format::exchange::FormatId;
///
/// let brat = FormatId::find("brat").unwrap();
/// assert_eq!(brat.format().ending, "ann");
/// assert!(FormatId::find("no such").is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct FormatId(usize);

impl FormatId {
    /// The program's own format.
    pub const JSONL: Self = Self(0);

    /// All, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..FORMATS.len()).map(Self)
    }

    /// The format of that name.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        FORMATS.iter().position(|format| format.id == id).map(Self)
    }

    /// Its row of the table.
    #[must_use]
    pub fn format(self) -> &'static Format {
        &FORMATS[self.0]
    }
}

impl std::fmt::Debug for FormatId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.format().id)
    }
}
