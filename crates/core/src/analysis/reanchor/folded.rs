//! A text as it is compared: canonically composed, with LF at the ends of lines, and the way back to the text itself.

use std::borrow::Cow;
use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use unicode_segmentation::UnicodeSegmentation as _;

/// A text in which line endings (CRLF, CR, LF) and normal forms (NFC, NFD) make no difference.
#[derive(Debug)]
pub(super) struct Folded<'t> {
    text: Cow<'t, str>,
    /// The grapheme clusters that are written otherwise in the text itself, in order.
    pieces: Vec<Piece>,
}

/// A cluster by its bytes in the text and in what was made of it.
#[derive(Debug)]
struct Piece {
    raw: Range<usize>,
    folded: Range<usize>,
}

impl<'t> Folded<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        if is_folded(text) {
            return Self { text: Cow::Borrowed(text), pieces: Vec::new() };
        }
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let (mut folded, mut pieces) = (String::with_capacity(text.len()), Vec::new());
        for (at, cluster) in text.grapheme_indices(true) {
            let start = folded.len();
            match cluster {
                "\r\n" | "\r" => folded.push('\n'),
                ascii if ascii.len() == 1 => folded.push_str(ascii),
                other => folded.push_str(&nfc.normalize(other)),
            }
            if folded[start..] != *cluster {
                pieces.push(Piece { raw: at..at + cluster.len(), folded: start..folded.len() });
            }
        }
        Self { text: Cow::Owned(folded), pieces }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Where a byte of the text is in what was made of it; nothing within a cluster that is written otherwise.
    pub(super) fn to_folded(&self, raw: usize) -> Option<usize> {
        moved(&self.pieces, raw, |piece| &piece.raw, |piece| &piece.folded)
    }

    /// Where a byte of what was made of the text is in the text itself; nothing within a cluster that is written otherwise.
    pub(super) fn to_raw(&self, folded: usize) -> Option<usize> {
        moved(&self.pieces, folded, |piece| &piece.folded, |piece| &piece.raw)
    }

    /// Where a range of what was made of the text is in the text itself.
    pub(super) fn range_to_raw(&self, folded: Range<usize>) -> Option<Range<usize>> {
        Some(self.to_raw(folded.start)?..self.to_raw(folded.end)?)
    }
}

fn moved(
    pieces: &[Piece],
    at: usize,
    from: impl Fn(&Piece) -> &Range<usize>,
    to: impl Fn(&Piece) -> &Range<usize>,
) -> Option<usize> {
    let Some(last) = pieces.partition_point(|piece| from(piece).start <= at).checked_sub(1) else {
        return Some(at);
    };
    let piece = &pieces[last];
    if at == from(piece).start {
        return Some(to(piece).start);
    }
    Some(to(piece).end + at.checked_sub(from(piece).end)?)
}

/// The words as they are compared.
pub(super) fn fold(words: &str) -> String {
    Folded::new(words).text.into_owned()
}

fn is_folded(text: &str) -> bool {
    !text.contains('\r') && ComposingNormalizerBorrowed::new_nfc().is_normalized(text)
}
