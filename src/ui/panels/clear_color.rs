//! The colour that the window is cleared with, on which panels stand.

use egui::{Context, Frame, Id, Visuals};

use crate::ui::theme::Theme;

fn key() -> Id {
    Id::unique("window-is-cleared-with-ground")
}

/// The colour that a window is to be cleared with before each frame: that of its panels.
pub(crate) fn ground(visuals: &Visuals) -> [f32; 4] {
    visuals.panel_fill.to_normalized_gamma_f32()
}

/// Says that the window is cleared with [`ground`] before each frame.
pub(crate) fn note_cleared(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(key(), true));
}

/// The frame of a panel that stands on the window itself. Its ground is painted only where the window is not cleared with it: where
/// the processor draws, that is most of a frame.
pub(in crate::ui) fn panel_frame(ctx: &Context, theme: &Theme) -> Frame {
    let is_cleared = ctx.data(|data| data.get_temp(key())).unwrap_or(false);
    if is_cleared { Frame::new() } else { Frame::new().fill(theme.panel) }
}
