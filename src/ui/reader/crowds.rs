//! Signs of marks of which there are more than are drawn, such as `+4,997`: each opens the list of all that are there.

use egui::accesskit::Role;
use egui::{CursorIcon, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::chosen::Hidden;
use super::view::View;
use crate::ui::Drawing;
use crate::ui::marks_here::MarksHere;
use crate::words::{say, text};

/// Points around a sign that belong to it: it is smaller than what a finger or a tired hand hits.
const REACH: f32 = 3.0;

/// A sign on a block.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    /// The block.
    pub block: usize,
    /// Where it is drawn, if there was room.
    pub rect: Option<Rect>,
    /// What it stands for.
    pub hidden: Hidden,
}

impl Sign {
    /// Its widget, or its node in the accessibility tree.
    pub(super) fn id(&self, surface: Id) -> Id {
        let Hidden { kind, crowd } = &self.hidden;
        surface.with(("crowd", self.block, crowd.range.start.get(), *kind))
    }

    /// What it says.
    pub(super) fn words(&self) -> String {
        say!("reader-crowd-name", count = self.hidden.crowd.count)
    }
}

/// The signs that were drawn last.
#[derive(Clone, Debug, Default)]
pub(super) struct Signs {
    drawn: Vec<Rect>,
}

impl Signs {
    /// Where they are: a press there is not meant for the text.
    pub(super) fn covered(&self) -> &[Rect] {
        &self.drawn
    }

    /// Has the signs of this frame answer to the pointer.
    pub(super) fn show(&mut self, ui: &Ui, drawing: &mut Drawing<'_>, view: &View, signs: &[Sign]) {
        let surface = super::Reader::id(ui);
        self.drawn.clear();
        for sign in signs {
            let Some(rect) = sign.rect else { continue };
            let reach = rect.expand(REACH).intersect(view.rect);
            let response = ui.interact(reach, sign.id(surface), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, sign.words()));
            if response.hovered() || response.has_focus() {
                let stroke = Stroke::new(1.5, drawing.theme.focus);
                ui.painter().rect_stroke(rect, 2.0, stroke, StrokeKind::Outside);
            }
            let response = response.on_hover_cursor(CursorIcon::PointingHand);
            if response.on_hover_text(text("reader-crowd-tip")).clicked() {
                let Hidden { kind, crowd } = &sign.hidden;
                drawing.out.list(MarksHere::new(crowd.range.clone(), Some(*kind), Some(rect)));
            }
            self.drawn.push(reach);
        }
    }
}
