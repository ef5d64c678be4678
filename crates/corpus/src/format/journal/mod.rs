//! The journal: every change of one annotator in one workspace, in the order made, so that none is lost and all can be undone.
//!
//! ```text
//! payload   {"edit": {"run": 7, "number": 12}, "step": …, "action": "do", "name": "Tag as Person", …,
//!            "parts": [{"file": "a.txt", "sha256": "…", "changes": [{"annotation": {"before": null, "after": {…}}}]}]}
//!           {"saved": {"file": "a.txt", "sha256": "…", "upto": {"run": 7, "number": 12}, "sidecar": "…"}}
//! ```
//! Entries stand in it exactly as they do in a sidecar. A record can be looked at without the text of its articles; its entries
//! are checked against the text when they are read ([`RecordPart::changes`]).

mod changes;
mod frame;
mod record;
mod workspace;

pub use changes::ChangesError;
pub use frame::{Frames, frame, header};
pub use record::{EditRecord, Record, RecordAction, RecordPart, SavedRecord};
pub use workspace::WorkspaceIdentity;

use crate::format::{Decoded, Issue};
use crate::words::{say, shown, text};

/// Why a file is not a journal that this version reads; it is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// It does not begin as a journal does.
    #[error("{}", text("format-journal-other-format"))]
    OtherFormat,
    /// A later version of the program wrote it.
    #[error("{}", say!("format-other-version", version = shown(.0)))]
    OtherVersion(u64),
}

/// The records of a journal, in order. What is damaged is left out and told; it costs no other record.
///
/// # Errors
/// When the bytes are no journal, or one of a later version.
pub fn decode(bytes: &[u8]) -> Result<Decoded<Vec<Record>>, JournalError> {
    let frames = Frames::find(bytes)?;
    let mut issues: Vec<Issue> =
        frames.damaged.iter().map(|damaged| damaged_words(damaged.clone())).collect();
    let mut records = Vec::with_capacity(frames.payloads.len());
    for payload in frames.payloads {
        match Record::decode(&bytes[payload.clone()]) {
            Ok(record) => records.push(record),
            Err(error) => {
                let what = say!("format-journal-record", error = shown(error));
                issues.push(Issue::new(place(&payload), what, text("format-journal-record-hint")));
            }
        }
    }
    Ok(Decoded { value: records, issues })
}

fn damaged_words(damaged: std::ops::Range<usize>) -> Issue {
    let what = say!("format-journal-damaged", count = shown(damaged.len()));
    Issue::new(place(&damaged), what, text("format-journal-damaged-hint"))
}

fn place(bytes: &std::ops::Range<usize>) -> String {
    say!("format-place-bytes", bytes = format!("{bytes:?}"))
}
