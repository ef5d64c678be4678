//! Exports and imports, with all processors and without holding the corpus.

mod export;
mod import;
mod preview;

pub use export::{Exported, Exporting, export};
pub use import::{Imported, Importing, TwoUnits, import};
pub use preview::preview;

use std::path::Path;

use anyhow::Context as _;

use crate::format::exchange::{FORMATS, Format, Unit};
use crate::session::{FormatInfo, Order};

/// The formats as dialogs show them.
#[must_use]
pub fn formats() -> Vec<FormatInfo> {
    let info = |format: &Format| FormatInfo {
        id: format.id,
        name: format.name,
        explanation: format.explanation,
        unit: format.unit.map(|unit| match unit {
            Unit::CodePoint => "code points",
            Unit::Utf16 => "UTF-16 code units",
            Unit::Byte => "bytes of UTF-8",
        }),
        ending: format.ending,
        is_read: format.is_read(),
    };
    FORMATS.iter().map(info).collect()
}

fn find(id: &str) -> anyhow::Result<&'static Format> {
    Format::find(id).with_context(|| format!("There is no format “{id}”"))
}

/// An order of the window as an export of a workspace.
///
/// # Errors
/// When it is none.
pub fn exporting(root: &Path, order: &Order) -> anyhow::Result<Exporting> {
    let Order::Export { format, only, annotators, accepted, out } = order else {
        anyhow::bail!("This is no export");
    };
    let (path, only, out) = (root.to_owned(), only.clone(), out.clone());
    Ok(Exporting {
        path,
        format: find(format)?,
        out,
        only,
        annotators: annotators.clone(),
        accepted: *accepted,
    })
}

/// An order of the window as an import into a workspace.
///
/// # Errors
/// When it is none.
pub fn importing(root: &Path, order: &Order) -> anyhow::Result<Importing> {
    let Order::Import { format, files, annotator, unit } = order else {
        anyhow::bail!("This is no import");
    };
    let (files, into, annotator) = (files.clone(), root.to_owned(), annotator.clone());
    Ok(Importing { files, format: find(format)?, into, annotator, unit: unit.and_then(Unit::from_name) })
}
