//! What floats over the panels.

use egui::Context;

use super::agreement::AgreementDialog;
use super::exchange::Exchange;
use super::palette::{CommandPalette, LabelPalette};
use super::progress::ProgressDialog;
use super::prompt::Prompt;
use super::review::Agreed;
use super::schema_editor::SchemaEditor;
use super::theme::Theme;
use super::{Ink, Output};
use crate::session::{FormatInfo, Session};

/// What floats over the panels and has the keyboard; one at a time.
#[derive(Debug, Default)]
pub(super) enum Floating {
    #[default]
    Nothing,
    Commands(CommandPalette),
    Labels(LabelPalette),
    Prompt(Prompt),
    Schema(Box<SchemaEditor>),
    Exchange(Box<Exchange>),
    Agreed(Agreed),
    Agreement(AgreementDialog),
    Progress(ProgressDialog),
}

impl Floating {
    /// Draws it; says whether it stays.
    pub(super) fn show(
        &mut self,
        ctx: &Context,
        session: &Session,
        formats: &[FormatInfo],
        theme: &Theme,
        ink: &mut Ink,
        out: &mut Output,
    ) -> bool {
        match self {
            Self::Nothing => true,
            Self::Commands(palette) => palette.show(ctx, session, theme, out),
            Self::Labels(palette) => palette.show(ctx, session, theme, out),
            Self::Prompt(prompt) => prompt.show(ctx, theme, ink, out),
            Self::Schema(editor) => editor.show(ctx, session, theme, out),
            Self::Agreement(dialog) => dialog.show(ctx, session, theme, ink, out),
            Self::Progress(dialog) => dialog.show(ctx, session, theme, ink, out),
            Self::Agreed(agreed) => agreed.show(ctx, session, theme, ink, out),
            Self::Exchange(exchange) => exchange.show(ctx, session, formats, theme, ink, out),
        }
    }
}
