//! Words to the analyst, at the lower right, for as long as they matter.

use egui::accesskit::Role;
use egui::{Align2, Area, Frame, Id, Margin, Order, Ui, Vec2};

use super::access::announces;
use super::theme::size;
use super::{Drawing, LabelStyle, icon, menu};
use crate::session::{Notice, Severity};
use crate::words::text;

/// Seconds a notice stays that is no error.
const STAYS: f64 = 5.0;
/// Seconds it takes to fade at the end.
const FADES: f64 = 0.4;
/// More than these are not shown at once.
const SHOWN: usize = 4;
/// The widest line.
const WIDTH: f32 = 380.0;

/// One notice on screen.
#[derive(Debug)]
struct Toast {
    id: u64,
    notice: Notice,
    /// When it goes; nothing before it was drawn.
    until: Option<f64>,
}

/// The notices on screen, oldest first.
#[derive(Debug, Default)]
pub(super) struct Notices {
    shown: Vec<Toast>,
    next: u64,
}

impl Notices {
    /// Adds a notice; one that is there already is told again rather than doubled.
    pub(super) fn put(&mut self, notice: Notice) {
        self.shown.retain(|toast| toast.notice != notice);
        self.next += 1;
        self.shown.push(Toast { id: self.next, notice, until: None });
        while self.shown.len() > SHOWN {
            // An error stays before anything else does.
            let oldest = self.shown.iter().position(|t| t.notice.severity < Severity::Error).unwrap_or(0);
            self.shown.remove(oldest);
        }
    }

    /// Whether there is one that was not drawn as yet.
    #[must_use]
    pub(super) fn has_new(&self) -> bool {
        self.shown.iter().any(|toast| toast.until.is_none())
    }

    /// Takes those off the screen that say this.
    pub(super) fn withdraw(&mut self, text: &str) {
        self.shown.retain(|toast| toast.notice.text != text);
    }

    /// Takes all of them off the screen.
    pub(super) fn dismiss(&mut self) {
        self.shown.clear();
    }

    /// Draws them `above` the lower edge, the newest lowest; errors stay until they are dismissed.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>, above: f32) {
        let ctx = drawing.ctx;
        let now = ctx.input(|i| i.time);
        let mut offset = above + size::STEP;
        let mut gone = Vec::new();
        for toast in self.shown.iter_mut().rev() {
            let stays = if toast.notice.severity == Severity::Error { f64::INFINITY } else { STAYS };
            let until = toast.until.get_or_insert(now + stays);
            if *until <= now {
                gone.push(toast.id);
                continue;
            }
            let left = *until - now;
            let id = Id::unique(("notice", toast.id));
            let area = Area::new(id)
                .order(Order::Foreground)
                .anchor(Align2::RIGHT_BOTTOM, Vec2::new(-size::MARGIN, -offset))
                .role(if toast.notice.severity >= Severity::Warning { Role::Alert } else { Role::Status })
                .accessible_name(toast.notice.text.clone());
            let drawn = area.show(ctx, |ui| {
                if left < FADES {
                    ui.set_opacity((left / FADES) as f32);
                }
                card(ui, drawing, &toast.notice)
            });
            announces(ctx, id, toast.notice.severity == Severity::Error);
            if drawn.inner {
                gone.push(toast.id);
            }
            if drawn.response.contains_pointer() && until.is_finite() {
                *until = until.max(now + STAYS / 2.0);
            }
            offset += drawn.response.rect.height() + size::STEP;
            if left < FADES {
                ctx.request_repaint();
            } else if left.is_finite() {
                ctx.request_repaint_after_secs((left - FADES) as f32 + 0.02);
            }
        }
        if !gone.is_empty() {
            self.shown.retain(|toast| !gone.contains(&toast.id));
            ctx.request_repaint();
        }
    }
}

/// Draws one; says whether it was dismissed.
fn card(ui: &mut Ui, drawing: &mut Drawing<'_>, notice: &Notice) -> bool {
    let theme = drawing.theme;
    let (symbol, color) = match notice.severity {
        Severity::Success => (icon::DONE, theme.success),
        Severity::Info => (icon::INFO, theme.accent),
        Severity::Warning => (icon::WARNING, theme.warning),
        Severity::Error => (icon::ERROR, theme.danger),
    };
    let width = WIDTH.min(ui.ctx().content_rect().width() - 120.0).max(120.0);
    let frame = Frame::popup(ui.style()).inner_margin(Margin { left: 14, right: 8, top: 8, bottom: 8 });
    let drawn = frame.show(ui, |ui| {
        let row = ui.horizontal_top(|ui| {
            ui.label(egui::RichText::new(symbol).color(color).size(size::ICON + 2.0));
            drawing.ink.paragraph(ui, &notice.text, LabelStyle::regular(size::TEXT, theme.text), width);
            let close = egui::Button::new(egui::RichText::new(icon::CLOSE).color(theme.quiet))
                .small()
                .frame_when_inactive(false);
            let name = text("panels-notice-dismiss");
            let close = ui.add(close).on_hover_text(name);
            menu::named(&close, name);
            close.clicked()
        });
        row.inner
    });
    let edge = drawn.response.rect;
    ui.painter().vline(edge.left() + 4.0, edge.shrink(6.0).y_range(), (2.5, color));
    drawn.inner
}
