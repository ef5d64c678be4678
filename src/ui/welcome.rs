//! What is seen before anything is open, and while files are dragged over the window.

use std::path::Path;

use egui::{Align, Button, Color32, Id, LayerId, Layout, Order, Response, RichText, ScrollArea, Ui, Vec2};

use super::actions::{Action, file, go};
use super::theme::size;
use super::waiting::waiting;
use super::{Drawing, LabelStyle, Request, fonts, icon, menu};
use crate::session::LibraryCommand;
use crate::words::{say, text};

/// Width of the column.
const WIDTH: f32 = 400.0;
/// No more workspaces than these are offered again.
const RECENT: usize = 6;

/// Draws the page for the state the session is in.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let session = drawing.session;
    let room = ui.available_size();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.spacing_mut().item_spacing.y = size::STEP;
            ui.add_space((room.y * 0.16).min(140.0));
            let width = WIDTH.min(room.x - 2.0 * size::MARGIN).max(160.0);
            let column = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(Vec2::new(width, 0.0), column, |ui| {
                ui.set_width(width);
                if session.scanning().is_some() {
                    scanning(ui, drawing);
                } else if session.wanted().is_some() {
                    opening(ui, drawing);
                } else if session.library().is_some() {
                    empty(ui, drawing);
                } else {
                    start(ui, drawing);
                }
            });
        });
    });
}

fn scanning(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some((path, scan)) = session.scanning() else { return };
    ui.horizontal(|ui| {
        waiting(ui);
        ui.label(RichText::new(text("panels-welcome-scanning")).family(fonts::strong()).size(size::HEADING));
    });
    let width = ui.available_width();
    let shown = path.display().to_string();
    drawing.ink.label(ui, &shown, LabelStyle::regular(size::TEXT, theme.quiet), width).on_hover_text(&shown);
    ui.label(say!("library-so-far", count = scan.articles));
    if ui.button(text("common-cancel")).clicked() {
        drawing.out.run(LibraryCommand::CancelScan);
    }
}

fn opening(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(file) = session.wanted() else { return };
    ui.horizontal(|ui| {
        waiting(ui);
        ui.label(text("panels-welcome-opening"));
        let width = ui.available_width();
        drawing.ink.label(ui, file, LabelStyle::regular(size::TEXT, theme.quiet), width);
    });
}

fn start(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { theme, recent, .. } = *drawing;
    ui.label(RichText::new("Tippani").family(fonts::strong()).size(size::TITLE));
    ui.label(RichText::new(text("panels-welcome-intro")).color(theme.quiet));
    ui.add_space(size::MARGIN);
    let open =
        wide(ui, drawing, (icon::FOLDER_OPEN, file::OPEN_FOLDER.name()), Some(&file::OPEN_FOLDER), true);
    if open.clicked() {
        drawing.out.act(&file::OPEN_FOLDER);
    }
    if wide(ui, drawing, (icon::FILE, text("panels-welcome-samples")), None, false).clicked() {
        drawing.out.request(Request::OpenSamples);
    }
    if wide(ui, drawing, (icon::KEYBOARD, file::OPEN_PATH.name()), Some(&file::OPEN_PATH), false).clicked() {
        drawing.out.act(&file::OPEN_PATH);
    }
    ui.add_space(size::STEP);
    ui.label(RichText::new(text("panels-welcome-drop")).color(theme.quiet));
    if recent.is_empty() {
        return;
    }
    ui.add_space(size::MARGIN);
    ui.label(RichText::new(text("panels-welcome-recent")).family(fonts::strong()));
    for path in recent.iter().take(RECENT) {
        if workspace(ui, drawing, path).clicked() {
            drawing.out.request(Request::OpenPath(path.clone()));
        }
    }
}

/// A workspace opened before: its name, and where it is.
fn workspace(ui: &mut Ui, drawing: &mut Drawing<'_>, path: &Path) -> Response {
    let theme = drawing.theme;
    let name =
        path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    let parent = path.parent().map(|p| p.display().to_string()).unwrap_or_default();
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 44.0), egui::Sense::click());
    let role = egui::accesskit::Role::Button;
    response.widget_info(|| egui::WidgetInfo::labeled(role, ui.is_enabled(), &name));
    let line = if response.has_focus() { (1.5, theme.focus) } else { (0.0, Color32::TRANSPARENT) };
    let fill = if response.hovered() || response.has_focus() { theme.hover } else { Color32::TRANSPARENT };
    ui.painter().rect(rect, size::RADIUS, fill, line, egui::StrokeKind::Inside);
    let inner = rect.shrink2(Vec2::new(size::STEP, 2.0));
    let (top, bottom) = inner.split_top_bottom_at_fraction(0.55);
    drawing.ink.paint_label(ui.painter(), top, &name, LabelStyle::semi_bold(size::TEXT, theme.text));
    drawing.ink.paint_label(
        ui.painter(),
        bottom,
        &parent,
        LabelStyle::regular(size::SMALL_TEXT, theme.quiet),
    );
    response.on_hover_text(path.display().to_string())
}

fn empty(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let none = session.library().is_some_and(|l| l.articles().is_empty());
    let (title, hint) = if none {
        (text("panels-welcome-no-articles"), text("panels-welcome-no-articles.hint").to_owned())
    } else {
        let key = drawing.shortcuts.key(&go::NEXT_ARTICLE);
        (text("panels-welcome-no-article"), say!("panels-welcome-no-article.hint", key = key))
    };
    ui.label(RichText::new(title).family(fonts::strong()).size(size::HEADING));
    ui.label(RichText::new(hint).color(theme.quiet));
    if none {
        ui.add_space(size::STEP);
        if wide(ui, drawing, (icon::REFRESH, text("panels-welcome-refresh")), Some(&file::RESCAN), false)
            .clicked()
        {
            drawing.out.act(&file::RESCAN);
        }
        let folder = (icon::FOLDER_OPEN, file::OPEN_FOLDER.name());
        if wide(ui, drawing, folder, Some(&file::OPEN_FOLDER), false).clicked() {
            drawing.out.act(&file::OPEN_FOLDER);
        }
    }
}

/// A button over the whole width, filled with the accent or not.
fn wide(
    ui: &mut Ui,
    drawing: &Drawing<'_>,
    (icon, name): (&str, &str),
    action: Option<&Action>,
    is_filled: bool,
) -> Response {
    let theme = drawing.theme;
    let key = action.map(|action| drawing.shortcuts.key(action)).unwrap_or_default();
    let size = Vec2::new(ui.available_width(), 40.0);
    let text = format!("{icon}  {name}");
    let on = |text: String| RichText::new(text).color(theme.on_accent);
    let button = if is_filled {
        Button::new(on(text)).right_text(on(key)).fill(theme.accent)
    } else {
        Button::new(text).shortcut_text(key)
    };
    let response = ui.add(button.min_size(size));
    menu::named(&response, name);
    action.map_or(response.clone(), |action| response.on_hover_text(action.description()))
}

/// Shows where dragged files will go, and opens those let go.
pub(super) fn drop_overlay(drawing: &mut Drawing<'_>) {
    let Drawing { ctx, theme, .. } = *drawing;
    let (hovering, dropped) = ctx.input(|i| {
        let first = i.raw.dropped_files.first().map(|f| f.path().to_owned());
        (!i.raw.hovered_files.is_empty(), first)
    });
    if hovering {
        let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, Id::unique("drop")));
        let room = ctx.content_rect();
        painter.rect_filled(room, 0.0, theme.veil());
        let font = egui::FontId::new(size::HEADING, fonts::strong());
        let text = format!("{}  {}", icon::FOLDER_OPEN, text("panels-welcome-let-go"));
        let galley = painter.layout_no_wrap(text, font, theme.text);
        let card = egui::Rect::from_center_size(room.center(), galley.size() + Vec2::new(72.0, 48.0));
        painter.rect(card, 10.0, theme.raised, (2.0, theme.accent), egui::StrokeKind::Inside);
        painter.galley(card.center() - galley.size() / 2.0, galley, theme.text);
    }
    if let Some(path) = dropped.filter(|p| !p.as_os_str().is_empty()) {
        drawing.out.request(Request::OpenPath(path));
    }
}
