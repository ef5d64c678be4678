//! Frames: how records lie one after the other in the file, so that a damaged one costs no other.
//!
//! ```text
//! tippani/journal 1⏎ | marker 4 | length 4 | CRC-32 4 | payload | marker 4 | …
//! ```
//! Length and checksum are of the payload, least significant byte first. The marker has bytes that stand in no UTF-8, so that the
//! next frame is found behind damage.

use std::ops::Range;

use super::JournalError;

/// The version this program writes.
const VERSION: u64 = 1;
const NAME: &[u8] = b"tippani/journal ";
const MARKER: [u8; 4] = [0xf5, b'T', b'J', 0xfe];
/// Bytes of a frame before its payload.
const HEAD: usize = 12;

/// The first line of a journal.
#[must_use]
pub fn header() -> Vec<u8> {
    let mut header = NAME.to_vec();
    header.extend(VERSION.to_string().bytes());
    header.push(b'\n');
    header
}

/// A payload as it lies in the file; nothing where it is too long for one frame (4 GiB).
#[must_use]
pub fn frame(payload: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(payload.len()).ok()?;
    let mut frame = Vec::with_capacity(HEAD + payload.len());
    frame.extend(MARKER);
    frame.extend(length.to_le_bytes());
    frame.extend(crc32fast::hash(payload).to_le_bytes());
    frame.extend(payload);
    Some(frame)
}

/// The frames of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frames {
    /// Where the payloads lie, in order.
    pub payloads: Vec<Range<usize>>,
    /// Stretches that are no frames, in order; one at the end is what was being written when the machine or the program stopped.
    pub damaged: Vec<Range<usize>>,
}

impl Frames {
    /// Finds the frames of a file. An empty one has none. Never panics, whatever the bytes are, and is linear in their number
    /// but for markers that chance has put there.
    ///
    /// # Errors
    /// When the bytes are no journal, or one of a later version.
    pub fn find(bytes: &[u8]) -> Result<Self, JournalError> {
        let mut frames = Self::default();
        let header = header();
        if header.starts_with(bytes) {
            // The header itself was cut off, or there is nothing.
            if !bytes.is_empty() && bytes.len() < header.len() {
                frames.damaged.push(0..bytes.len());
            }
            return Ok(frames);
        }
        let mut at = after_header(bytes)?;
        while at < bytes.len() {
            if let Some(payload) = payload_at(bytes, at) {
                at = payload.end;
                frames.payloads.push(payload);
                continue;
            }
            let next = (at + 1..bytes.len()).find(|at| payload_at(bytes, *at).is_some());
            let end = next.unwrap_or(bytes.len());
            frames.damaged.push(at..end);
            at = end;
        }
        Ok(frames)
    }

    /// How long the file is without what is damaged at its end.
    #[must_use]
    pub fn whole_length(&self, length: usize) -> usize {
        self.damaged.last().filter(|damaged| damaged.end == length).map_or(length, |damaged| damaged.start)
    }
}

fn after_header(bytes: &[u8]) -> Result<usize, JournalError> {
    let rest = bytes.strip_prefix(NAME).ok_or(JournalError::OtherFormat)?;
    let line = rest.iter().take(20).position(|b| *b == b'\n').ok_or(JournalError::OtherFormat)?;
    let version = std::str::from_utf8(&rest[..line]).ok().and_then(|version| version.parse().ok());
    match version {
        Some(VERSION) => Ok(NAME.len() + line + 1),
        Some(other) => Err(JournalError::OtherVersion(other)),
        None => Err(JournalError::OtherFormat),
    }
}

/// The payload of the frame that begins there, if one does and it is whole.
fn payload_at(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let head = bytes.get(at..at.checked_add(HEAD)?)?;
    if head[..4] != MARKER {
        return None;
    }
    let word = |from: usize| Some(u32::from_le_bytes(head.get(from..from + 4)?.try_into().ok()?));
    let (start, length) = (at + HEAD, usize::try_from(word(4)?).ok()?);
    let payload = start..start.checked_add(length)?;
    (crc32fast::hash(bytes.get(payload.clone())?) == word(8)?).then_some(payload)
}
