//! Data whose files are heads, parts and archives, not only pieces one after another.

use super::table::Format;
use super::{qdpx, tables};

/// An archive that is made of the files of a folder when all are there: some of them are parts of one file.
#[derive(Clone, Copy, Debug)]
pub struct Archive {
    /// The file that parts are put together in.
    pub file: &'static str,
    /// The parts: what stands before each, its name, and what stands after it; one that is not there is left out with both.
    pub parts: &'static [(&'static str, &'static str, &'static str)],
    /// What ends the file.
    pub end: &'static str,
}

impl Format {
    /// What stands before the first piece of a file that articles share.
    #[must_use]
    pub fn head(&self, path: &str) -> &'static [u8] {
        if self.id == tables::FORMAT.id { tables::head(path) } else { self.frame.before }
    }

    /// How the parts of an archive are put together, where each folder of the data becomes one.
    #[must_use]
    pub fn archive(&self) -> Option<Archive> {
        (self.id == qdpx::FORMAT.id).then_some(Archive {
            file: qdpx::PROJECT,
            parts: &qdpx::PARTS,
            end: qdpx::END,
        })
    }
}
