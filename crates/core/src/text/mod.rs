//! Places in text: what an offset is, what a span is, and where clusters, words and sentences end.
//!
//! This is the lowest room: it knows nothing of annotations, files or windows.

mod abbreviation;
mod address;
mod caret;
mod characters;
mod offset;
mod pieces;
mod repertoire;
mod script;
mod segment;
mod sentence;
mod source;
mod span;
mod trim;
mod words;

pub use caret::{
    cluster_edge_after, cluster_edge_before, is_cluster_edge, word_at, word_end_after, word_start_before,
};
pub use characters::{is_letter, script_of};
pub use offset::{ByteOffset, CharOffset};
pub use repertoire::repertoire;
pub use script::{Script, dominant_script, is_bidi_control, is_cjk, is_invisible};
pub use segment::{
    Granularity, is_grapheme_boundary, next_grapheme, previous_grapheme, segment_at, shortened, snap,
    word_choices,
};
pub use sentence::sentence_ends;
pub use source::{SourceText, TextOrigin};
pub use span::{Span, SpanError, Spans, SpansError};
pub use trim::trim_punctuation;
pub use words::words;
