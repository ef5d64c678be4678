//! Whether a file is what it was.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A file that was changed less than this before it was looked at may change again without its time showing it: some file
/// systems count in steps of two seconds.
const FILE_TIME_RESOLUTION: Duration = Duration::from_secs(2);

/// What is seen of a file without reading it: two that are equal have the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileStamp {
    bytes: u64,
    modified_ns: u128,
    /// Where a system says it, when anything about the file was changed last: a copy may keep the time of its original.
    changed_ns: i128,
}

impl FileStamp {
    /// The stamp of a file of so many bytes, looked at `now`; nothing where it was changed so lately that a later change
    /// might not be seen.
    #[must_use]
    pub fn new(bytes: u64, modified: SystemTime, changed_ns: i128, now: SystemTime) -> Option<Self> {
        let age = now.duration_since(modified).ok()?;
        let modified_ns = modified.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        (age >= FILE_TIME_RESOLUTION).then_some(Self { bytes, modified_ns, changed_ns })
    }

    /// Whether a file is known to be what it was.
    #[must_use]
    pub fn is_same(before: Option<Self>, now: Option<Self>) -> bool {
        before.is_some() && before == now
    }
}
