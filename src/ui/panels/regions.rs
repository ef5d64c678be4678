//! What the window is divided into: F6 goes from one to the next, and each has a name.

use egui::accesskit::Role;
use egui::{Context, Id, LayerId, Rect, Ui};

use super::Panels;
use crate::ui::Drawing;
use crate::ui::access::region;
use crate::words::text;

/// Points that a widget has to lie within its region: the handle at its edge is of none.
const EDGE: f32 = 6.0;

/// A part of the window, in the order F6 goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    /// The bar at the top.
    Menus,
    /// The rail.
    Pages,
    /// The list of articles.
    Articles,
    /// The text, or what another page shows in its place.
    Middle,
    /// The inspector, or what a review has there.
    Details,
    /// The bar at the bottom.
    Labels,
}

impl Region {
    const ALL: [Self; 6] =
        [Self::Menus, Self::Pages, Self::Articles, Self::Middle, Self::Details, Self::Labels];

    fn name(self) -> &'static str {
        text(match self {
            Self::Menus => "access-region-menus",
            Self::Pages => "access-region-pages",
            Self::Articles => "access-region-articles",
            Self::Middle => "access-region-middle",
            Self::Details => "access-region-details",
            Self::Labels => "access-region-labels",
        })
    }

    const fn role(self) -> Role {
        match self {
            Self::Menus => Role::MenuBar,
            Self::Pages => Role::TabList,
            Self::Articles => Role::Navigation,
            Self::Middle => Role::Main,
            Self::Details => Role::Complementary,
            Self::Labels => Role::Toolbar,
        }
    }
}

/// The regions as they were drawn last.
#[derive(Debug, Default)]
pub(super) struct Regions {
    drawn: Vec<(Region, Rect)>,
    /// What had the keyboard in each of them last.
    entered: Vec<(Region, Id)>,
}

impl Regions {
    /// Forgets them, as a frame begins to draw them.
    pub(super) fn begin(&mut self) {
        self.drawn.clear();
    }

    /// Names a region whose contents `ui` draws, within a rectangle.
    pub(super) fn draw(&mut self, ui: &Ui, which: Region) {
        region(ui, which.role(), which.name());
        self.drawn.push((which, ui.max_rect()));
    }

    /// The region that a place of the window lies in.
    fn at(&self, place: Rect) -> Option<Region> {
        self.drawn.iter().find(|(_, rect)| rect.contains(place.center())).map(|(region, _)| *region)
    }

    /// The one before or after another.
    fn beside(&self, from: Region, forward: bool) -> Option<Region> {
        let is_drawn = |region: &Region| self.drawn.iter().any(|(drawn, _)| drawn == region);
        let all: Vec<Region> = Region::ALL.into_iter().filter(is_drawn).collect();
        let at = all.iter().position(|region| *region == from)?;
        let step = if forward { 1 } else { all.len() - 1 };
        all.get((at + step) % all.len()).copied()
    }

    /// What takes the keyboard in a region: what had it there last, or the first that can.
    fn entrance(&self, ctx: &Context, region: Region) -> Option<Id> {
        let (_, rect) = self.drawn.iter().find(|(drawn, _)| *drawn == region)?;
        let last = self.entered.iter().find(|(entered, _)| *entered == region).map(|(_, id)| *id);
        ctx.viewport(|viewport| {
            let all = viewport.prev_pass.widgets.get_layer(LayerId::background());
            let inner = rect.shrink(EDGE.min(rect.height() / 4.0));
            let mut takes = all.filter(|widget| {
                let may = widget.sense.is_focusable() && widget.enabled && widget.visible;
                may && inner.contains(widget.rect.center())
            });
            let first = takes.next()?;
            let is_last = |id: &Id| *id == first.id || takes.any(|widget| widget.id == *id);
            Some(last.filter(is_last).unwrap_or(first.id))
        })
    }
}

impl Panels {
    /// Gives the keyboard to the next region of the window, or to the one before.
    pub(in crate::ui) fn go_to_region(&mut self, drawing: &Drawing<'_>, forward: bool) {
        let ctx = drawing.ctx;
        let focused = ctx.memory(egui::Memory::focused).filter(|id| Some(*id) != self.reader_id);
        let place = focused.and_then(|id| ctx.read_response(id)).map(|response| response.rect);
        let from = place.and_then(|place| self.regions.at(place)).unwrap_or(Region::Middle);
        if let Some(id) = focused {
            self.regions.entered.retain(|(region, _)| *region != from);
            self.regions.entered.push((from, id));
        }
        let mut next = from;
        // One in which nothing takes the keyboard is passed over.
        for _ in Region::ALL {
            let Some(beside) = self.regions.beside(next, forward) else { return };
            next = beside;
            if self.enter(ctx, next) {
                return;
            }
        }
    }

    /// Gives the keyboard to the menus.
    pub(in crate::ui) fn go_to_menus(&mut self, drawing: &Drawing<'_>) {
        self.regions.entered.retain(|(region, _)| *region != Region::Menus);
        let _ = self.enter(drawing.ctx, Region::Menus);
    }

    fn enter(&mut self, ctx: &Context, region: Region) -> bool {
        if region == Region::Middle && self.reader_id.is_some() {
            self.reader.focus();
            return true;
        }
        let Some(id) = self.regions.entrance(ctx, region) else { return false };
        ctx.memory_mut(|memory| memory.request_focus(id));
        true
    }
}
