//! Giving marks that share text a lane each, so that none hides another.

use crate::text::{ByteOffset, Span};

/// The lane of each mark, in the order given, and how many lanes there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// Lane by mark: 0 is nearest the text.
    pub lane: Vec<usize>,
    /// How many are in use.
    pub count: usize,
}

/// Lanes for `extents`, sorted by start: longer marks lie outside shorter ones that begin with them.
///
/// Greedy interval colouring, which uses as few lanes as there are marks over any one character. A mark starts a
/// new line of its own lane only where it must, so typing a tag elsewhere moves nothing here.
///
/// ```
/// # use tippani_core::analysis::lanes;
/// # use tippani_core::text::{ByteOffset, SourceText, Span};
/// let text = SourceText::new("Asha Rao met Ravi");
/// let span = |start, end| Span::new(&text, ByteOffset::new(start), ByteOffset::new(end)).unwrap();
/// let found = lanes(&[span(0, 4), span(0, 8), span(13, 17)]);
/// assert_eq!((found.lane, found.count), (vec![1, 0, 0], 2));
/// ```
#[must_use]
pub fn lanes(extents: &[Span]) -> Lanes {
    let mut free_from: Vec<ByteOffset> = Vec::new();
    let mut order: Vec<usize> = (0..extents.len()).collect();
    order.sort_by_key(|&i| (extents[i].start(), std::cmp::Reverse(extents[i].end())));
    let mut lane = vec![0; extents.len()];
    for i in order {
        let extent = extents[i];
        let found = free_from.iter().position(|&free| free <= extent.start());
        let at = found.unwrap_or_else(|| {
            free_from.push(ByteOffset::default());
            free_from.len() - 1
        });
        free_from[at] = extent.end();
        lane[i] = at;
    }
    Lanes { lane, count: free_from.len() }
}
