//! The caret, and where selection and focus are on the screen.

use std::time::Duration;

use egui::{Rect, Stroke, Ui};

use super::paint::Brush;
use super::pointer::Surface;
use super::{BLINK, BLINK_FOR, Reader};

impl Reader {
    /// Paints the caret where it has the keyboard, and notes where it, the selection and the focus are.
    pub(super) fn paint_caret(&mut self, ui: &Ui, brush: &Brush<'_>, surface: Surface<'_>, has_keys: bool) {
        let Surface { article, focused, .. } = surface;
        let selection = article.selection();
        self.caret_rect = brush.view.caret(selection.head.get()).filter(|r| r.intersects(brush.view.rect));
        if let Some(span) = selection.span(&article.document().text) {
            let rects = brush.view.rects(&span.range()).into_iter().filter(|r| r.intersects(brush.view.rect));
            self.selection_rect = rects.reduce(Rect::union);
        } else if let Some(focused) = focused {
            let rects = brush.view.rects(&focused.spans.first().range()).into_iter();
            self.selection_rect = rects.filter(|r| r.intersects(brush.view.rect)).reduce(Rect::union);
        }
        let Some(caret) = self.caret_rect.filter(|_| has_keys) else { return };
        let now = ui.input(|i| i.time);
        let since = match self.caret {
            Some((head, since)) if head == selection.head => since,
            _ => now,
        };
        self.caret = Some((selection.head, since));
        let blinks = ui.visuals().text_cursor.blink && ui.input(|i| i.focused) && now - since < BLINK_FOR;
        let phase = (now - since) % (2.0 * BLINK);
        if blinks {
            let left = if phase < BLINK { BLINK - phase } else { 2.0 * BLINK - phase };
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
        }
        if !blinks || phase < BLINK {
            let height = caret.height();
            let line = caret.top() + height * 0.16..=caret.bottom() - height * 0.12;
            brush.painter.vline(caret.left(), line, Stroke::new(1.5, brush.theme.accent));
        }
    }
}
