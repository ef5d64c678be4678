//! The focused annotation: its words, label, attributes, note and origin.

use egui::{Align, Button, Layout, RichText, Ui};

use super::super::actions::annotate;
use super::super::actions::view::GUIDELINES;
use super::super::text_field::TextField;
use super::super::theme::size;
use super::super::{Drawing, LabelStyle, date, entities, fonts, icon, label_bar, menu};
use super::attributes::{self, Drafts};
use super::links::Links;
use crate::model::{Annotation, AnnotationKind, OriginKind};
use crate::session::{AnnotateCommand, OpenArticle, SelectCommand};
use crate::words::{say, text};

/// Where the head is narrower than this, its buttons are signs alone, and the layer is not named.
const HEAD_WITH_WORDS: f32 = 330.0;

/// The card's fields.
#[derive(Default)]
pub(super) struct Card {
    drafts: Drafts,
    links: Links,
    wants_note: bool,
}

impl Card {
    /// Puts the caret into the note.
    pub(super) const fn focus_note(&mut self) {
        self.wants_note = true;
    }

    /// Takes the keyboard: the first attribute, else the note.
    pub(super) const fn focus(&mut self) {
        self.drafts.focus();
    }

    /// Another annotation has the card.
    pub(super) fn renew(&mut self, drawing: &mut Drawing<'_>) {
        self.drafts.clear();
        self.links.clear(drawing);
    }

    /// What is being written counts now.
    pub(super) fn commit(&mut self, drawing: &mut Drawing<'_>) {
        self.links.commit(drawing);
    }

    /// Draws the card.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, annotation: &Annotation) {
        let Drawing { session, theme, .. } = *drawing;
        let Some(article) = session.article() else { return };
        let editable = session.can_annotate();
        head(ui, drawing, annotation);
        let width = ui.available_width();
        let quote: String = annotation.spans.quote(&article.document().text).chars().take(280).collect();
        drawing.ink.paragraph(ui, &quote, LabelStyle::regular(size::TEXT + 1.5, theme.text), width);
        parts(ui, drawing, annotation, article);
        // Before the fields, which are many: what it is linked with is seen at once.
        self.links.show(ui, drawing);
        ui.add_enabled_ui(editable, |ui| {
            entities::of_mention(ui, drawing, annotation);
            attributes::show(ui, drawing, annotation, &mut self.drafts);
            self.note(ui, drawing, annotation);
        });
        origin(ui, drawing, annotation);
    }

    fn note(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, annotation: &Annotation) {
        let theme = drawing.theme;
        let name = ui.colored_label(theme.quiet, text("inspector-note"));
        let mut note = annotation.note.clone();
        let edit = TextField::note(&mut note, 2).width(f32::INFINITY);
        let field = edit.show(ui, drawing.ink).labelled_by(name.id);
        if std::mem::take(&mut self.wants_note) | self.drafts.takes_keys() {
            field.request_focus();
        }
        if field.gained_focus() || field.lost_focus() {
            drawing.out.run(AnnotateCommand::EndTyping);
        }
        if field.changed() {
            drawing.out.run_first(AnnotateCommand::SetNote(note));
        }
    }
}

fn head(ui: &mut Ui, drawing: &mut Drawing<'_>, annotation: &Annotation) {
    let Drawing { session, theme, .. } = *drawing;
    let is_wide = ui.available_width() >= HEAD_WITH_WORDS;
    let row = egui::vec2(ui.available_width(), size::CONTROL);
    // What is at the right has its room first; the name of the label gets what is left.
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = size::HALF;
        let name = text("common-delete");
        let shown = if is_wide { format!("{} {name}", icon::TRASH) } else { icon::TRASH.to_owned() };
        let button = ui.button(RichText::new(shown).color(theme.danger).size(size::SMALL_TEXT));
        menu::named(&button, name);
        if button.on_hover_text(text("inspector-delete-tip")).clicked() {
            drawing.out.act(&annotate::DELETE);
        }
        if session.guidelines().is_some() {
            let button = ui.button(icon::INFO).on_hover_text(text("inspector-guidelines-tip"));
            menu::named(&button, text("inspector-guidelines-of-label"));
            if button.clicked() {
                drawing.out.act(&GUIDELINES);
            }
        }
        if is_wide {
            ui.add_space(size::HALF);
            let kind = match annotation.kind {
                AnnotationKind::Entity => "inspector-kind-entity",
                AnnotationKind::Claim => "inspector-kind-claim",
            };
            ui.colored_label(theme.quiet, text(kind));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let label = session.schema().label(&annotation.label);
            if let Some(label) = label {
                label_bar::swatch(ui, label, theme);
                ui.add_space(size::HALF);
            }
            let name = session.schema().name_of_label(&annotation.label);
            let shown = RichText::new(format!("{name} {}", icon::CARET_DOWN)).family(fonts::strong());
            let button = ui.add(Button::new(shown).truncate());
            menu::named(&button, &say!("inspector-label", label = &*name));
            if button.on_hover_text(format!("{name}\n{}", text("inspector-label-tip"))).clicked() {
                drawing.out.run(SelectCommand::ClearSelection);
                drawing.out.act(&annotate::CHOOSE_LABEL);
            }
        });
    });
}

fn parts(ui: &mut Ui, drawing: &mut Drawing<'_>, annotation: &Annotation, article: &OpenArticle) {
    let theme = drawing.theme;
    let source = &article.document().text;
    let spans = annotation.spans.as_slice();
    ui.horizontal_wrapped(|ui| {
        for (index, span) in spans.iter().enumerate() {
            let range = format!("{}–{}", source.to_char(span.start()), source.to_char(span.end()));
            ui.label(RichText::new(range).color(theme.quiet).size(size::SMALL_TEXT))
                .on_hover_text(text("inspector-offsets"));
            let tip = text("inspector-remove-part");
            if spans.len() > 1 && ui.small_button(icon::X).on_hover_text(tip).clicked() {
                drawing.out.run(AnnotateCommand::RemovePart(index));
            }
        }
    });
}

fn origin(ui: &mut Ui, drawing: &Drawing<'_>, annotation: &Annotation) {
    let theme = drawing.theme;
    let by = text(match annotation.origin.by {
        OriginKind::Hand => "inspector-origin-hand",
        OriginKind::Propagated => "inspector-origin-propagated",
        OriginKind::Import => "inspector-origin-import",
        OriginKind::Model => "inspector-origin-model",
        OriginKind::Adjudicated => "inspector-origin-adjudicated",
    });
    let mut origin = match annotation.origin.score {
        Some(score) => say!("inspector-origin-score", by = by, score = format!("{score:.2}")),
        None => by.to_owned(),
    };
    if let Some(modified) = &annotation.modified {
        let when = date::date_and_time(modified, drawing.zone);
        let is_edited = annotation.modified != annotation.created;
        let when = if is_edited { say!("inspector-origin-edited", when = when) } else { when };
        origin = format!("{origin} · {when}");
    }
    let origin = RichText::new(origin).color(theme.quiet).size(size::SMALL_TEXT);
    ui.label(origin).on_hover_text(text("inspector-local-time"));
}
