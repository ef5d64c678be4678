//! The registry of entities: whom and what mentions are of.
//!
//! Everybody has a part of it, and the registry is the union of all parts. What one says of an entity stands beside what
//! others say; what contradicts is shown.

mod contradiction;
mod entity;
mod pair;
mod part;
mod rejected_link;
mod shared;
mod union;
mod view;

pub use contradiction::Contradiction;
pub use entity::{Alias, Entity};
pub use pair::{EntityPair, Judgement};
pub use part::RegistryPart;
pub use rejected_link::RejectedLink;
pub use shared::SharedRegistry;
pub use union::Registry;
pub use view::EntityView;
