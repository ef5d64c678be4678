//! Annotations that lost their place in an article that was changed: the words they stood on, and where they may stand now.

use egui::{RichText, ScrollArea, Ui};

use super::super::actions::annotate;
use super::super::theme::size;
use super::super::{Drawing, LabelStyle, fonts, icon, label_bar, menu};
use crate::model::{Orphan, Place, QuotedSpan};
use crate::session::{OpenArticle, ReanchorCommand};
use crate::text::{SourceText, shortened};
use crate::words::{say, text};

/// Characters that are shown on either side of the words, and of the words themselves.
const CONTEXT_CHARS: usize = 32;
const QUOTE_CHARS: usize = 160;

/// Draws the one that is looked at with its places, and a list of all of them.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(article) = session.article() else { return };
    let Some(orphan) = article.orphan() else {
        ui.colored_label(theme.quiet, text("inspector-orphans-none"));
        return;
    };
    ScrollArea::vertical().id_salt("orphans").auto_shrink(false).show(ui, |ui| {
        one(ui, drawing, article, orphan);
        ui.separator();
        all(ui, drawing, article, orphan);
    });
}

fn one(ui: &mut Ui, drawing: &mut Drawing<'_>, article: &OpenArticle, orphan: &Orphan) {
    let Drawing { session, theme, .. } = *drawing;
    let width = ui.available_width();
    ui.horizontal(|ui| {
        let label = session.schema().label(&orphan.label);
        if let Some(label) = label {
            label_bar::swatch(ui, label, theme);
        }
        let name = label.map_or_else(|| orphan.label.to_string(), |label| label.name.clone());
        ui.label(RichText::new(name).family(fonts::strong()));
    });
    caption(ui, drawing, text("inspector-orphan-was"));
    for part in &orphan.parts {
        drawing.ink.paragraph(ui, &was(part), LabelStyle::regular(size::TEXT, theme.text), width);
    }
    if !orphan.note.is_empty() {
        drawing.ink.paragraph(ui, &orphan.note, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
    }
    let places = article.waiting().places(&orphan.id);
    if places.is_empty() {
        caption(ui, drawing, text("inspector-orphan-nowhere"));
    } else {
        caption(ui, drawing, text("inspector-orphan-may-be"));
    }
    for (number, place) in places.iter().enumerate() {
        candidate(ui, drawing, (number, place), article, orphan);
    }
    ui.add_space(size::HALF);
    let buttons = [
        (&annotate::ORPHAN_SELECTION, "inspector-orphan-use-selection"),
        (&annotate::ORPHAN_NEXT, "inspector-orphan-later"),
        (&annotate::ORPHAN_DELETE, "inspector-orphan-delete"),
    ];
    ui.horizontal_wrapped(|ui| {
        for (action, name) in buttons {
            let button = ui.add_enabled(action.is_possible(session), egui::Button::new(text(name)));
            if button.on_hover_text(drawing.shortcuts.tooltip(action)).clicked() {
                drawing.out.act(action);
            }
        }
    });
}

fn candidate(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    (number, place): (usize, &Place),
    article: &OpenArticle,
    orphan: &Orphan,
) {
    let theme = drawing.theme;
    let width = ui.available_width();
    let shown = is(&article.document().text, place);
    drawing.ink.paragraph(ui, &shown, LabelStyle::regular(size::TEXT, theme.text), width);
    let lost: Vec<&str> = orphan
        .evidence
        .keys()
        .filter(|name| !place.evidence.contains_key(*name))
        .map(|name| &**name)
        .collect();
    if !lost.is_empty() {
        caption(ui, drawing, &say!("inspector-orphan-evidence-lost", attributes = lost.join(", ")));
    }
    ui.horizontal(|ui| {
        let name = match number {
            0 => text("inspector-orphan-move-here").to_owned(),
            number => say!("inspector-orphan-move-to", place = number + 1),
        };
        let here = ui.button(format!("{} {name}", icon::CHECK));
        menu::named(&here, &name);
        if here.on_hover_text(drawing.shortcuts.tooltip(&annotate::ORPHAN_HERE)).clicked() {
            drawing.out.run(ReanchorCommand::LookAt(orphan.id.clone()));
            drawing.out.run(ReanchorCommand::MoveTo(number));
        }
        if number == article.waiting().place() {
            ui.colored_label(theme.quiet, text("inspector-orphan-looked-at"));
        }
    });
}

fn all(ui: &mut Ui, drawing: &mut Drawing<'_>, article: &OpenArticle, shown: &Orphan) {
    for orphan in article.set().orphans() {
        let quote = orphan.quote();
        let name = format!("{}, {}", orphan.label, shortened(&quote, 60));
        if ui.selectable_label(orphan.id == shown.id, name).clicked() {
            drawing.out.run(ReanchorCommand::LookAt(orphan.id.clone()));
        }
    }
}

fn caption(ui: &mut Ui, drawing: &mut Drawing<'_>, words: &str) {
    let theme = drawing.theme;
    let width = ui.available_width();
    drawing.ink.paragraph(ui, words, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
}

/// The words among what stood around them.
fn was(part: &QuotedSpan) -> String {
    let (before, after) = (last(&part.before), first(&part.after));
    one_line(&format!("{before}[{}]{after}", shortened(&part.quote, QUOTE_CHARS)))
}

/// The words of a place among what stands around them now.
fn is(text: &SourceText, place: &Place) -> String {
    let all = text.as_str();
    let parts = place.spans.as_slice().iter().map(|span| {
        let (before, after) = (last(&all[..span.start().get()]), first(&all[span.end().get()..]));
        one_line(&format!("{before}[{}]{after}", shortened(text.slice(*span), QUOTE_CHARS)))
    });
    parts.collect::<Vec<_>>().join(" … ")
}

fn one_line(words: &str) -> String {
    words.trim().replace(['\r', '\n'], " ")
}

fn last(text: &str) -> &str {
    let start = text.char_indices().rev().take(CONTEXT_CHARS).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

fn first(text: &str) -> &str {
    let end = text.char_indices().nth(CONTEXT_CHARS).map_or(text.len(), |(at, _)| at);
    &text[..end]
}
