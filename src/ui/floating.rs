//! What floats over the panels.

use std::path::PathBuf;

use super::details::DetailsDialog;
use super::drawing::Drawing;
use super::encoding_dialog::EncodingDialog;
use super::entities::{EntityPicker, EntityTransferDialog, OccurrencesDialog};
use super::exchange::Exchange;
use super::links::{LinkEndPalette, LinkLabelPalette, SuggestedPalette};
use super::marks_here::MarksHere;
use super::overview::ScoresDialog;
use super::palette::{CommandPalette, LabelPalette};
use super::prompt::Prompt;
use super::review::{Agreed, FillDialog, ReturnDialog};
use super::schema_editor::SchemaEditor;
use super::set_aside::SetAsideDialog;
use super::shortcut_editor::ShortcutEditor;

/// What floats over the panels and has the keyboard; one at a time.
#[derive(Debug, Default)]
pub(super) enum Floating {
    #[default]
    Nothing,
    Commands(CommandPalette),
    Labels(LabelPalette),
    Here(MarksHere),
    LinkEnd(LinkEndPalette),
    LinkLabel(LinkLabelPalette),
    Suggested(SuggestedPalette),
    Prompt(Prompt),
    Schema(Box<SchemaEditor>),
    Exchange(Box<Exchange>),
    Agreed(Agreed),
    Fill(Box<FillDialog>),
    Return(ReturnDialog),
    Scores(ScoresDialog),
    SetAside(SetAsideDialog),
    Encoding(EncodingDialog),
    Entity(Box<EntityPicker>),
    Occurrences(OccurrencesDialog),
    EntityTransfer(EntityTransferDialog),
    Details(DetailsDialog),
    Shortcuts(ShortcutEditor),
}

impl Floating {
    /// Draws it; says whether it stays.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        match self {
            Self::Nothing => true,
            Self::Commands(palette) => palette.show(drawing),
            Self::Labels(palette) => palette.show(drawing),
            Self::Here(palette) => palette.show(drawing),
            Self::LinkEnd(palette) => palette.show(drawing),
            Self::LinkLabel(palette) => palette.show(drawing),
            Self::Suggested(palette) => palette.show(drawing),
            Self::Prompt(prompt) => prompt.show(drawing),
            Self::Schema(editor) => editor.show(drawing),
            Self::Scores(dialog) => dialog.show(drawing),
            Self::SetAside(dialog) => dialog.show(drawing),
            Self::Encoding(dialog) => dialog.show(drawing),
            Self::Shortcuts(editor) => editor.show(drawing),
            Self::Agreed(agreed) => agreed.show(drawing),
            Self::Fill(dialog) => dialog.show(drawing),
            Self::Return(dialog) => dialog.show(drawing),
            Self::Exchange(exchange) => exchange.show(drawing),
            Self::Entity(picker) => picker.show(drawing),
            Self::Occurrences(dialog) => dialog.show(drawing),
            Self::EntityTransfer(dialog) => dialog.show(drawing),
            Self::Details(dialog) => dialog.show(drawing),
        }
    }

    /// Whether it is a palette beside what it is about, which Escape and a click elsewhere close.
    pub(super) const fn is_small(&self) -> bool {
        matches!(self, Self::Labels(_) | Self::Here(_) | Self::LinkLabel(_))
    }

    /// Paths were chosen in a dialog of the system.
    pub(super) fn picked(&mut self, paths: &[PathBuf]) {
        match self {
            Self::Exchange(exchange) => exchange.picked(paths),
            Self::EntityTransfer(dialog) => dialog.picked(paths),
            Self::Nothing
            | Self::Commands(_)
            | Self::Labels(_)
            | Self::Here(_)
            | Self::LinkEnd(_)
            | Self::LinkLabel(_)
            | Self::Suggested(_)
            | Self::Prompt(_)
            | Self::Schema(_)
            | Self::Agreed(_)
            | Self::Fill(_)
            | Self::Return(_)
            | Self::Scores(_)
            | Self::SetAside(_)
            | Self::Encoding(_)
            | Self::Entity(_)
            | Self::Occurrences(_)
            | Self::Details(_)
            | Self::Shortcuts(_) => {}
        }
    }
}
