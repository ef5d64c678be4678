//! The bar below the text with the links that lead out of sight, and what is being linked in the bar of labels.

use egui::accesskit::Role;
use egui::scroll_area::ScrollBarVisibility;
use egui::{Button, Rect, RichText, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::{end_place, end_words, reading};
use crate::session::{Link, LinkCommand, LinkEnd};
use crate::text::shortened;
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, icon, menu};
use crate::words::{say, text};

/// Height of the bar without its margins.
pub(in crate::ui) const HEIGHT: f32 = 26.0;
/// The widest words of an end in it.
const END_WIDTH: f32 = 260.0;
/// Characters of the words a link starts at, while it is made.
const FROM_CHARS: usize = 16;

/// Draws the links, each a button to its other end.
pub(in crate::ui) fn bar(ui: &mut Ui, drawing: &mut Drawing<'_>, links: &[Link]) {
    if drawing.session.wants_link_ends() {
        drawing.out.run(LinkCommand::ReadEnds);
    }
    ui.set_height(HEIGHT);
    ui.style_mut().always_scroll_the_only_direction = true;
    let area =
        ScrollArea::horizontal().id_salt("links").scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    area.show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = size::STEP;
            for link in links {
                tag(ui, drawing, link);
            }
        });
    });
}

/// One link with its other end: what it says, the words, the article.
fn tag(ui: &mut Ui, drawing: &mut Drawing<'_>, link: &Link) {
    let Drawing { session, theme, .. } = *drawing;
    let (label, words, place) =
        (reading(session, link), end_words(session, &link.other), end_place(session, &link.other));
    let is_gone = matches!(session.link_end(&link.other), LinkEnd::Gone);
    let scale = ui.pixels_per_point();
    let lay = |drawing: &mut Drawing<'_>, text: &str, width: f32, weight| {
        drawing.ink.layout_label(text, size::SMALL_TEXT * scale, weight, Some(width * scale))
    };
    let name = lay(drawing, &label, END_WIDTH, crate::typeset::Weight::SemiBold);
    let end = lay(drawing, &words, END_WIDTH, crate::typeset::Weight::Regular);
    let at = lay(drawing, &place, END_WIDTH, crate::typeset::Weight::Regular);
    let parts =
        [(&name, theme.text), (&end, if is_gone { theme.danger } else { theme.text }), (&at, theme.quiet)];
    let widths: f32 = parts.iter().map(|(part, _)| part.width() / scale).sum();
    let gaps = if place.is_empty() { 1.0 } else { 2.0 };
    let wanted = Vec2::new(widths + gaps * size::STEP + 2.0 * size::STEP, HEIGHT - 2.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let told = spoken(&label, &words, &place);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &told));
    let fill = if response.hovered() { theme.hover } else { theme.raised };
    let line =
        if response.has_focus() { Stroke::new(1.5, theme.focus) } else { Stroke::new(1.0, theme.hairline) };
    ui.painter().rect(rect, size::RADIUS, fill, line, egui::StrokeKind::Inside);
    let mut left = rect.left() + size::STEP;
    for (part, color) in parts {
        let room = Rect::from_min_max([left, rect.top()].into(), [rect.right(), rect.bottom()].into());
        drawing.ink.paint_layout(ui.painter(), room, egui::Align::Min, part, color);
        left += part.width() / scale + size::STEP;
    }
    let hint = text(if is_gone { "links-gone-hint" } else { "links-follow-hint" });
    if response.on_hover_text(hint).clicked() {
        drawing.out.run(LinkCommand::Follow(link.key.clone()));
    }
}

/// A link with its other end for those who hear it.
pub(in crate::ui) fn spoken(label: &str, words: &str, place: &str) -> String {
    if place.is_empty() {
        say!("links-spoken", label = label, words = words)
    } else {
        say!("links-spoken-with-place", label = label, words = words, place = place)
    }
}

/// What is being linked, in the bar of labels.
pub(in crate::ui) fn linking(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(linking) = session.linking() else { return };
    let words = shortened(&linking.quote, FROM_CHARS);
    ui.spacing_mut().item_spacing.x = size::HALF;
    let from = format!("{} {}", icon::LINK, text("links-from"));
    let from = RichText::new(from).color(theme.on_accent).size(size::SMALL_TEXT);
    let button = ui.add(Button::new(from).fill(theme.accent).stroke(Stroke::NONE));
    menu::named(&button, text("links-leave"));
    if button.on_hover_text(text("links-leave-hint")).clicked() {
        drawing.out.run(LinkCommand::Cancel);
    }
    drawing.ink.label(ui, &words, LabelStyle::regular(size::SMALL_TEXT, theme.text), 96.0);
}
