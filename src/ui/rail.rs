//! The rail at the left edge: a button for each page of the window, and where the list is folded away those for the panels beside
//! the text.

use egui::accesskit::Role;
use egui::{Align2, FontId, Margin, Panel, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::actions::Action;
use super::actions::go::CLAIMS;
use super::actions::view::{
    SHOW_ARTICLES, SHOW_ENTITIES, SHOW_OVERVIEW, SHOW_REVIEW, TOGGLE_INSPECTOR, TOGGLE_LIBRARY,
};
use super::drawer::Drawer;
use super::panels::{Page, panel_frame};
use super::theme::size;
use super::{Drawing, icon};
use crate::words::text;

/// Width with a word under each icon, in points.
const WIDE: f32 = 72.0;
/// Width with icons alone.
const SLIM: f32 = 44.0;

/// A page as the rail shows it.
struct Entry {
    action: &'static Action,
    name: &'static str,
    icon: &'static str,
    is_on: bool,
}

/// Draws the rail, and gives its place; `begin` is told of it first.
pub(super) fn show(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    page: Page,
    drawer: &Drawer,
    begin: impl FnOnce(&Ui),
) -> Rect {
    let is_slim = Drawer::is_narrow(drawing.ctx);
    let width = if is_slim { SLIM } else { WIDE };
    let frame = panel_frame(drawing.ctx, drawing.theme).inner_margin(Margin::symmetric(4, 8));
    let panel = Panel::left("rail").frame(frame).resizable(false).exact_size(width);
    let drawn = panel.show(ui, |ui| {
        begin(ui);
        ui.spacing_mut().item_spacing.y = size::HALF;
        for entry in entries(drawing, page) {
            if button(ui, drawing, &entry, (Role::Tab, is_slim)).clicked() {
                drawing.out.act(entry.action);
            }
        }
        if drawer.is_folded() && page.has_articles() {
            ui.separator();
            beside_the_text(ui, drawing, drawer.is_open(), is_slim);
        }
    });
    drawn.response.rect
}

fn entries(drawing: &Drawing<'_>, page: Page) -> [Entry; 5] {
    let reviews = drawing.session.review().is_some();
    let entry = |action, name, icon, is_on| Entry { action, name, icon, is_on };
    let is_text = page == Page::Articles;
    [
        entry(&SHOW_ARTICLES, text("panels-articles"), icon::FILE, is_text && !reviews),
        entry(&SHOW_ENTITIES, text("panels-entities"), icon::USER, page == Page::Entities),
        entry(&CLAIMS, text("panels-claims"), icon::QUOTES, page == Page::Claims),
        entry(&SHOW_REVIEW, text("panels-review"), icon::EYE, is_text && reviews),
        entry(&SHOW_OVERVIEW, text("panels-overview"), icon::CHART_BAR, page == Page::Overview),
    ]
}

/// An icon over a word, or alone where the rail is slim.
fn button(ui: &mut Ui, drawing: &Drawing<'_>, entry: &Entry, (role, is_slim): (Role, bool)) -> Response {
    let theme = drawing.theme;
    let is_possible = entry.action.is_possible(drawing.session);
    let height = if is_slim { size::ROW } else { 48.0 };
    let sense = if is_possible { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), sense);
    response.widget_info(|| WidgetInfo::selected(role, is_possible, entry.is_on, entry.name));
    if entry.is_on || (is_possible && response.hovered()) {
        let fill = if entry.is_on { theme.selection } else { theme.hover };
        ui.painter().rect_filled(rect, size::RADIUS, fill);
    }
    if response.has_focus() {
        let ring = Stroke::new(1.5, theme.focus);
        ui.painter().rect_stroke(rect, size::RADIUS, ring, StrokeKind::Inside);
    }
    let strong = if entry.is_on { theme.text } else { theme.quiet };
    let color = if is_possible { strong } else { theme.quiet.gamma_multiply(0.6) };
    let middle = if is_slim { rect.center() } else { rect.center() - Vec2::new(0.0, 9.0) };
    ui.painter().text(middle, Align2::CENTER_CENTER, entry.icon, FontId::proportional(20.0), color);
    if !is_slim {
        let at = rect.center() + Vec2::new(0.0, 13.0);
        let font = FontId::proportional(size::SMALL_TEXT);
        ui.painter().text(at, Align2::CENTER_CENTER, entry.name, font, color);
    }
    let tip = drawing.shortcuts.tooltip(entry.action);
    let tip = if is_slim { format!("{}\n{tip}", entry.name) } else { tip };
    response.on_hover_text(tip)
}

/// Where the list is folded away: the list of articles over the text, and the inspector.
fn beside_the_text(ui: &mut Ui, drawing: &mut Drawing<'_>, is_drawer_open: bool, is_slim: bool) {
    let entry = |action: &'static Action, icon, is_on| Entry { action, name: action.name(), icon, is_on };
    let entries = [
        entry(&TOGGLE_LIBRARY, icon::LIST_BULLETS, is_drawer_open),
        entry(&TOGGLE_INSPECTOR, icon::SIDEBAR_SIMPLE, drawing.look.inspector),
    ];
    // A review has the inspector's place.
    let reviews = drawing.session.review().is_some() || drawing.session.feedback().is_some();
    for entry in entries.into_iter().take(if reviews { 1 } else { 2 }) {
        if button(ui, drawing, &entry, (Role::Button, is_slim)).clicked() {
            drawing.out.act(entry.action);
        }
    }
}
