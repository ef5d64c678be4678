//! Entities in the window: choosing one for a mention, and what is said of one.

mod chosen;
mod concordance;
mod field;
mod mentions;
mod occurrences;
mod page;
mod picker;
mod row;
mod transfer;
mod words;

pub(super) use self::page::keys;

pub(super) use self::field::{of_attribute, of_mention};
pub(super) use self::occurrences::OccurrencesDialog;
pub(super) use self::page::EntitiesPage;
pub(super) use self::picker::EntityPicker;
pub(super) use self::transfer::{EntityTransfer, EntityTransferDialog};
