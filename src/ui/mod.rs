//! The window: draws a session and gives back what the analyst asks for.
//!
//! What is only of the window (scroll, filters, open popups) lives here and is changed directly; everything else
//! goes out as a command.

mod access;
pub mod actions;
mod arrow_list;
mod badge;
mod beside;
mod claims;
mod date;
mod details;
mod dialog;
mod draft;
mod drawer;
mod drawing;
mod encoding_dialog;
mod entities;
mod exchange;
mod feedback;
mod field_bar;
mod find_bar;
mod floating;
pub mod fonts;
mod header;
mod help;
mod icon;
mod ink;
mod inspector;
mod keyboard_layout;
mod keys;
mod label_bar;
mod label_names;
mod language;
mod leave;
mod library;
mod links;
mod look;
mod marks_here;
mod menu;
mod notices;
mod output;
mod overview;
mod page;
mod palette;
mod panels;
mod path_field;
mod prompt;
mod rail;
mod ranking;
mod reader;
mod review;
mod schema_editor;
mod set_aside;
mod shortcut_editor;
mod shortcuts;
mod source_bar;
pub mod text_field;
pub mod theme;
mod two_line_row;
mod view;
mod waiting;
mod welcome;

pub(crate) use fonts::MAX_TEXTURE_SIDE;
pub(crate) use keys::in_order;
pub use look::{Desktop, Look, ShownPace, ThemeChoice};
pub use output::{Output, Pending, Request};
pub(crate) use panels::{ground, note_cleared};
pub use shortcuts::Shortcuts;
pub use view::View;

use drawing::Drawing;
use ink::{Ink, LabelStyle};
