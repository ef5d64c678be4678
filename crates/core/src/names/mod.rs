//! Names across scripts: whether बेलौसोव, બેલોસોવ and Belousov can be one name, and why.
//!
//! A name is taken apart into words and these into [phones](Phone), one table a script. Phones of two names are
//! aligned at the least [cost](Costs), which was learned from names written in several scripts. Words are aligned
//! likewise: some are translated, stand for another by a letter, or may be left out.

mod align;
mod compare;
mod confidence;
mod cost_table;
mod costs;
mod fold;
mod index;
mod letters;
mod lexicon;
mod likeness;
mod list;
mod name;
mod phone;
mod ranking;
mod reason;
mod romanization;
mod search;
mod sound_keys;
mod transcription;
mod word_alignment;
mod word_order;
mod word_weight;

pub use align::Step;
pub use compare::{Aligned, Comparison, Matcher, Pair, PairKind};
pub use confidence::{MatchFeatures, confidence, match_features};
pub use costs::{Costs, ScriptPhone};
pub use index::NameIndex;
pub use lexicon::WordKind;
pub use likeness::Likeness;
pub use list::NameList;
pub use name::Name;
pub use phone::{PHONE_COUNT, Phone, ScriptFamily, Sound};
pub use ranking::{Miss, RankCount, Ranking};
pub use reason::{Objection, Reason};
pub use romanization::romanized;
pub use search::{BearerMatch, CANDIDATES, NameSearch};
