//! The rows under the header that say where the text comes from: what a web page says of itself, and how much of it was taken.

use egui::{Align, Button, Frame, Label, Layout, Margin, RichText, Ui};

use super::actions::{Action, file};
use super::theme::size;
use super::{Drawing, LabelStyle, menu};
use crate::model::ArticleDetails;
use crate::session::{Extent, OpenArticle, PageTaken};
use crate::words::{say, text};

/// Where the buttons take two rows.
const NARROW: f32 = 520.0;
/// What the details are called, in the order of [`ArticleDetails::values`].
const NAMES: [&str; 6] = [
    "panels-source-title",
    "panels-source-publisher",
    "panels-source-author",
    "panels-source-date",
    "panels-source-address",
    "panels-source-language",
];

/// Draws the rows; nothing for an article that is no web page.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(article) = session.article() else { return };
    let how = article.how();
    let Some(page) = how.page else { return };
    let frame = Frame::new().fill(theme.page).inner_margin(Margin::symmetric(24, 6));
    let drawn = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::HALF;
        if !how.details.is_empty() {
            details(ui, drawing, article, &how.details);
        }
        taken(ui, drawing, page);
    });
    let row = drawn.response.rect;
    ui.painter().hline(row.x_range(), row.bottom(), (size::HAIRLINE, theme.hairline));
}

/// What the page says of itself, on one line; all of it where the pointer rests.
fn details(ui: &mut Ui, drawing: &mut Drawing<'_>, article: &OpenArticle, details: &ArticleDetails) {
    let theme = drawing.theme;
    let [title, publisher, author, date, url, language] = details.values();
    // The title is the first line of the text already.
    let first = article.document().text.as_str().lines().next();
    let title = title.filter(|title| Some(*title) != first);
    let language = language.filter(|said| Some(*said) != article.document().language.as_deref());
    let said: Vec<String> = [title, publisher, author, date.map(day), url.map(without_scheme), language]
        .into_iter()
        .flatten()
        .map(str::to_owned)
        .collect();
    if said.is_empty() {
        return;
    }
    let style = LabelStyle::regular(size::SMALL_TEXT, theme.quiet);
    let width = ui.available_width();
    let all = NAMES.iter().zip(details.values());
    let all = all.filter_map(|(name, value)| Some(format!("{}: {}", text(name), value?)));
    drawing
        .ink
        .label(ui, &said.join("  ·  "), style, width)
        .on_hover_text(all.collect::<Vec<_>>().join("\n"));
}

fn day(date: &str) -> &str {
    date.split('T').next().unwrap_or(date)
}

fn without_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_start_matches("www.")
}

/// How much of the page is shown, and the choice as long as there is one.
fn taken(ui: &mut Ui, drawing: &mut Drawing<'_>, page: PageTaken) {
    let theme = drawing.theme;
    let keeps = drawing.session.why_reading_is_fixed();
    if ui.available_width() < NARROW {
        ui.horizontal(|ui| choices(ui, drawing, page, keeps));
        ui.horizontal(|ui| left_out(ui, drawing, page));
        return;
    }
    let row = [ui.available_width(), size::CONTROL].into();
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        choices(ui, drawing, page, keeps);
        ui.add_space(size::STEP);
        if drawing.session.is_rereading() {
            ui.colored_label(theme.quiet, text("panels-reading"));
        } else {
            left_out(ui, drawing, page);
        }
    });
}

fn choices(ui: &mut Ui, drawing: &mut Drawing<'_>, page: PageTaken, keeps: Option<&str>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let rows: [(Extent, &Action); 3] = [
        (Extent::Article, &file::PAGE_ARTICLE),
        (Extent::More, &file::PAGE_MORE),
        (Extent::Whole, &file::PAGE_WHOLE),
    ];
    for (extent, action) in rows {
        let on = page.extent == Some(extent);
        let text = RichText::new(action.name()).size(size::SMALL_TEXT);
        let button =
            ui.add_enabled(keeps.is_none() || on, Button::new(text).selected(on).frame_when_inactive(on));
        menu::named(&button, action.name());
        let button = match keeps {
            Some(why) => button.on_hover_text(why).on_disabled_hover_text(why),
            None => button.on_hover_text(drawing.shortcuts.tooltip(action)),
        };
        if button.clicked() && !on {
            drawing.out.act(action);
        }
    }
}

fn left_out(ui: &mut Ui, drawing: &Drawing<'_>, page: PageTaken) {
    let words = match page.left_out {
        0 => text("panels-source-whole").to_owned(),
        left_out => {
            let percent = (left_out * 100).div_ceil(page.shown.max(1)).min(100);
            say!("panels-source-left-out", count = left_out, percent = percent)
        }
    };
    let words = RichText::new(words).size(size::SMALL_TEXT).color(drawing.theme.quiet);
    ui.add(Label::new(words).truncate());
}
