//! How some bytes would read in each encoding, for choosing one.

use super::plausible::{self, score};
use super::{TextEncoding, detect};
use crate::format::html::{self, Extent};
use crate::words::{plain, say};

/// So much of a file is read in every encoding, in bytes.
const MAX_SAMPLE_BYTES: usize = 16 * 1024;
/// So much of it is shown, in code points.
const MAX_SHOWN_CHARS: usize = 600;

/// The beginning of a file as it reads in an encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodingPreview {
    /// The encoding.
    pub encoding: TextEncoding,
    /// The text from where it says most.
    pub text: String,
    /// Why it may not be what somebody wrote, in words.
    pub doubt: Option<String>,
    /// Whether it is the one that the bytes look like.
    pub is_found: bool,
}

/// The beginning of a file in every encoding: first in that which it looks like, then by how much it reads as if somebody wrote it.
#[must_use]
pub fn previews(bytes: &[u8], is_page: bool) -> Vec<EncodingPreview> {
    let sample = &bytes[..bytes.len().min(MAX_SAMPLE_BYTES)];
    let (found, _) = detect::detect(bytes);
    let preview = |encoding: TextEncoding| {
        let mut text = encoding.decode(sample);
        if sample.len() < bytes.len() {
            // The sample ends within a character, or a pair that stands for several.
            text.truncate(text.trim_end_matches('\u{fffd}').len());
        }
        let is_found = encoding == found;
        let bad = text.matches('\u{fffd}').count();
        let rank = (!is_found, bad > 0, -score(&text));
        let doubt = match bad {
            0 => plausible::doubt(&text),
            bad => Some(say!("format-preview-bad", count = plain(bad))),
        };
        let text = if is_page { shown_text(&text) } else { text };
        (rank, EncodingPreview { encoding, text: excerpt(&text), doubt, is_found })
    };
    let mut all: Vec<_> = TextEncoding::ALL.into_iter().map(preview).collect();
    all.sort_by_key(|(rank, _)| *rank);
    all.into_iter().map(|(_, preview)| preview).collect()
}

fn shown_text(page: &str) -> String {
    html::text_of(page, Extent::Whole).map_or_else(|_| page.to_owned(), |read| read.text)
}

/// From the line on that has the first character beyond ASCII: up to there all encodings are alike.
fn excerpt(text: &str) -> String {
    let first = text.find(|c: char| !c.is_ascii()).unwrap_or(0);
    let line = text[..first].rfind('\n').map_or(0, |end| end + 1);
    let from = text.floor_char_boundary(line.max(first.saturating_sub(200)));
    text[from..].chars().take(MAX_SHOWN_CHARS).map(|c| if c == '\0' { '␀' } else { c }).collect()
}
