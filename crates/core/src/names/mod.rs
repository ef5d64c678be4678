//! Names across scripts: whether बेलौसोव, બેલોસોવ and Belousov can be one name, and why.
//!
//! A name is taken apart into words and these into [phones](Phone), one table a script. Phones of two names are
//! aligned at the least [cost](Costs), which was learned from names written in several scripts. Words are aligned
//! likewise: some are translated, stand for another by a letter, or may be left out.

mod align;
mod compare;
mod confidence;
mod costs;
mod fold;
mod index;
mod letters;
mod lexicon;
mod list;
mod name;
mod phone;
mod ranking;
mod reason;
mod skeleton;
mod spelling;

pub use align::Step;
pub use compare::{Aligned, Comparison, How, Matcher, Pair};
pub use confidence::{EVIDENCE, confidence, evidence};
pub use costs::Costs;
pub use index::NameIndex;
pub use lexicon::WordKind;
pub use list::NameList;
pub use name::Name;
pub use phone::{Family, PHONE_COUNT, Phone, Sound};
pub use ranking::{Bearers, CANDIDATES, Found};
pub use reason::{Against, Reason};
