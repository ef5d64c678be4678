//! One line of the list: a folder, or an article with its headline.

use egui::accesskit::Role;
use egui::{Align2, FontId, Rect, Response, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use super::super::header::day;
use super::super::theme::size;
use super::super::{Drawing, LabelStyle, icon};
use super::state_name;
use crate::model::State;
use crate::session::ArticleEntry;
use crate::words::{say, text};

/// Height of a line.
pub(super) const HEIGHT: f32 = 44.0;

/// How an article stands in the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    /// It is on screen.
    pub is_current: bool,
    /// It is what Enter opens.
    pub is_picked: bool,
}

/// Draws a folder over its articles.
pub(super) fn folder(ui: &mut Ui, drawing: &mut Drawing<'_>, name: &str) {
    let theme = drawing.theme;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let line = rect.with_min_y(rect.bottom() - size::CONTROL);
    let at = pos2(line.left() + 6.0, line.center().y);
    let font = FontId::proportional(size::ICON - 2.0);
    ui.painter().text(at, Align2::LEFT_CENTER, icon::FOLDER_OPEN, font, theme.quiet);
    let room = line.with_min_x(line.left() + 26.0);
    drawing.ink.paint_label(ui.painter(), room, name, LabelStyle::semi_bold(size::SMALL_TEXT, theme.quiet));
}

/// Draws an article: its first line, or its name until that is known; below it name, language and count.
pub(super) fn article(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    entry: &ArticleEntry,
    standing: Standing,
) -> Response {
    let theme = drawing.theme;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT), Sense::click());
    let language = entry.language.as_deref().unwrap_or("–");
    let name = entry.file.rsplit('/').next().unwrap_or_default();
    let count = entry.annotations.unwrap_or_default();
    let headline = entry.details.title.as_deref().or(entry.headline.as_deref());
    let from = [entry.details.publisher.as_deref(), entry.details.date.as_deref().map(day)];
    let from: Vec<&str> = from.into_iter().flatten().collect();
    // Who reviews alone has no annotations to tell of.
    let verdicts = (entry.reviews > 0 && count == 0).then(|| say!("library-verdicts", count = entry.reviews));
    let state = if entry.is_returned { text("library-state-returned") } else { state_name(entry.state) };
    let counted = say!("count-annotations", count = count);
    let mut spoken = vec![name, language, &*counted];
    spoken.extend(verdicts.as_deref());
    spoken.push(state);
    spoken.extend(headline.into_iter().chain(from.iter().copied()));
    let spoken = spoken.join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, standing.is_current, &spoken));
    let fill = match standing {
        Standing { is_current: true, .. } => Some(theme.selection),
        Standing { is_picked: true, .. } => Some(theme.hover),
        Standing { .. } => response.hovered().then_some(theme.hover),
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, size::RADIUS, fill);
    }
    if response.has_focus() || standing.is_picked {
        ui.painter().rect_stroke(rect, size::RADIUS, (1.5, theme.focus), StrokeKind::Inside);
    }
    let (symbol, color) = match entry.state {
        _ if entry.is_returned => (icon::ARROW_U_UP_LEFT, theme.warning),
        // Who reviews has begun, though nothing is marked.
        State::Todo if entry.reviews > 0 => (icon::CIRCLE_HALF, theme.accent),
        State::Todo => (icon::CIRCLE, theme.quiet),
        State::InProgress => (icon::CIRCLE_HALF, theme.accent),
        State::Done => (icon::CHECK_CIRCLE, theme.success),
    };
    let inner = rect.shrink2(Vec2::new(6.0, 4.0));
    let (top, bottom) = inner.with_min_x(inner.left() + 20.0).split_top_bottom_at_fraction(0.54);
    let at = pos2(inner.left(), top.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, symbol, FontId::proportional(14.0), color);
    let style = if standing.is_current { LabelStyle::semi_bold } else { LabelStyle::regular };
    drawing.ink.paint_label(ui.painter(), top, headline.unwrap_or(name), style(size::TEXT, theme.text));
    let count = entry.annotations.map(|count| count.to_string());
    let details =
        [Some(language.to_owned()), verdicts, count].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let quiet = if standing.is_current { theme.text } else { theme.quiet };
    let font = FontId::proportional(size::SMALL_TEXT);
    let at = pos2(bottom.right(), bottom.center().y);
    let drawn = ui.painter().text(at, Align2::RIGHT_CENTER, details, font, quiet);
    if headline.is_some() {
        let room = Rect::from_min_max(bottom.min, pos2(drawn.left() - size::STEP, bottom.bottom()));
        let below = if from.is_empty() { name.to_owned() } else { from.join(" · ") };
        drawing.ink.paint_label(ui.painter(), room, &below, LabelStyle::regular(size::SMALL_TEXT, quiet));
    }
    let who = drawing.session.all_called(&entry.annotators);
    let who = match &*who {
        [] => text("library-annotated-by-nobody").to_owned(),
        who => say!("library-annotated-by", annotators = who.join(", ")),
    };
    let line = headline.map(|headline| format!("{headline}\n")).unwrap_or_default();
    response.on_hover_text(format!("{line}{}\n{} · {who}", entry.file, kilobytes(entry.bytes)))
}

fn kilobytes(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{:.1} kB", bytes as f64 / 1e3)
    } else {
        format!("{:.1} MB", bytes as f64 / 1e6)
    }
}
