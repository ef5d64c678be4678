//! The links of the focused annotation, from both ends and whoever made them: where they lead, and changing one's own.

use egui::{Align, Button, Layout, RichText, Ui};

use super::super::actions::annotate;
use super::super::draft::Draft;
use super::super::links::{end_place, end_words, reading};
use super::super::text_field::TextField;
use super::super::theme::size;
use super::super::{Drawing, LabelStyle, fonts, icon, menu};
use crate::model::EntryKey;
use crate::session::{Link, LinkCommand, LinkEnd};
use crate::words::{say, text};

/// The note that is being written.
#[derive(Default)]
pub(super) struct Links {
    writing: Option<(EntryKey, Draft)>,
}

impl Links {
    /// Another annotation has the card.
    pub(super) fn clear(&mut self, drawing: &mut Drawing<'_>) {
        self.commit(drawing);
        self.writing = None;
    }

    /// The note that is being written counts now, before all else that is asked for.
    pub(super) fn commit(&mut self, drawing: &mut Drawing<'_>) {
        let Some((link, draft)) = &mut self.writing else { return };
        if let Some(note) = draft.take() {
            let (link, note) = (link.clone(), note.trim().to_owned());
            drawing.out.run_first(LinkCommand::SetNote { link, note });
        }
    }

    /// Draws the list with a button that begins a link.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        let Some(here) = session.focused_key() else { return };
        let links = session.links_of(&here);
        let can_link = session.article().and_then(|article| article.focused());
        let can_link = can_link.is_some_and(|focused| session.schema().can_be_linked(&focused.label));
        if links.is_empty() && !can_link {
            return;
        }
        if session.wants_link_ends() {
            drawing.out.run(LinkCommand::ReadEnds);
        }
        ui.horizontal(|ui| {
            ui.colored_label(theme.quiet, text("inspector-links"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let add = format!("{} {}", icon::LINK, text("inspector-links-add"));
                let add = Button::new(RichText::new(add).size(size::SMALL_TEXT));
                let button = ui.add_enabled(session.can_annotate(), add);
                menu::named(&button, text("inspector-links-add-name"));
                if button.on_hover_text(drawing.shortcuts.tooltip(&annotate::LINK)).clicked() {
                    drawing.out.act(&annotate::LINK);
                }
                if annotate::SUGGESTED_LINKS.is_possible(session) {
                    let suggested = RichText::new(text("inspector-links-suggested"));
                    let button = ui.add(Button::new(suggested.size(size::SMALL_TEXT)));
                    menu::named(&button, text("inspector-links-suggested-name"));
                    let tip = drawing.shortcuts.tooltip(&annotate::SUGGESTED_LINKS);
                    if button.on_hover_text(tip).clicked() {
                        drawing.out.act(&annotate::SUGGESTED_LINKS);
                    }
                }
            });
        });
        nested(ui, drawing);
        for link in &links {
            self.one(ui, drawing, link, &here);
        }
    }

    fn one(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, link: &Link, here: &EntryKey) {
        let Drawing { session, theme, .. } = *drawing;
        let is_own = session.annotator() == Some(&link.key.annotator);
        let (label, words) = (reading(session, link), end_words(session, &link.other));
        let is_gone = matches!(session.link_end(&link.other), LinkEnd::Gone);
        let place = end_place(session, &link.other);
        let row = egui::vec2(ui.available_width(), size::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::HALF;
            if is_own && session.can_annotate() {
                self.changes(ui, drawing, link, here);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(RichText::new(&label).family(fonts::strong()).size(size::SMALL_TEXT));
                if !is_own {
                    let by = say!("inspector-link-by", annotator = session.called(&link.key.annotator));
                    ui.label(RichText::new(by).color(theme.quiet).size(size::SMALL_TEXT));
                }
                let color = if is_gone { theme.danger } else { theme.text };
                let width = ui.available_width();
                let end = drawing.ink.label(ui, &words, LabelStyle::regular(size::TEXT, color), width);
                let click = ui.interact(end.rect, end.id.with("follow"), egui::Sense::click());
                let told = say!("inspector-link-go", end = &*words);
                click.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Link, true, &told));
                let tip = if place.is_empty() { words.clone() } else { format!("{words}\n{place}") };
                let click = click.on_hover_text(tip).on_hover_cursor(egui::CursorIcon::PointingHand);
                if click.clicked() {
                    drawing.out.run(LinkCommand::Follow(link.key.clone()));
                }
            });
        });
        self.note(ui, drawing, link);
    }

    /// What can be done with a link of one's own.
    fn changes(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, link: &Link, here: &EntryKey) {
        let session = drawing.session;
        let caret = RichText::new(icon::CARET_DOWN).size(size::SMALL_TEXT);
        let menu = ui.menu_button(caret, |ui| {
            for label in session.other_link_labels(link, here) {
                let name = session.schema().name_of_relation(&label);
                if ui.button(say!("inspector-link-relabel", label = name)).clicked() {
                    drawing.out.run(LinkCommand::Relabel { link: link.key.clone(), label: label.clone() });
                }
            }
            if session.can_reverse_link(link) && ui.button(text("inspector-link-reverse")).clicked() {
                drawing.out.run(LinkCommand::Reverse(link.key.clone()));
            }
            if ui.button(text("inspector-link-edit-note")).clicked() {
                self.writing = Some((link.key.clone(), Draft::of(&link.note)));
            }
            if ui.button(text("inspector-link-remove")).clicked() {
                drawing.out.run(LinkCommand::Remove(link.key.clone()));
            }
        });
        menu::named(&menu.response, text("inspector-link-change"));
    }

    fn note(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, link: &Link) {
        let theme = drawing.theme;
        if let Some((key, draft)) = &mut self.writing
            && *key == link.key
        {
            let edit = TextField::line(&mut draft.words).hint(text("inspector-note")).width(f32::INFINITY);
            let field = edit.show(ui, drawing.ink);
            menu::named(&field, text("inspector-link-note"));
            draft.note(&field);
            if field.lost_focus() {
                self.clear(drawing);
            } else if !field.has_focus() {
                field.request_focus();
            }
            return;
        }
        if !link.note.is_empty() {
            let width = ui.available_width();
            drawing.ink.paragraph(ui, &link.note, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
        }
    }
}

/// Offers the link between a claim and the one it lies in, or that lies in it.
fn nested(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(nested) = session.nested() else { return };
    let other = if nested.is_inner { &nested.outer } else { &nested.inner };
    let (where_it_lies, name) = if nested.is_inner {
        (text("inspector-nested-inner"), text("inspector-nested-inner.link"))
    } else {
        (text("inspector-nested-outer"), text("inspector-nested-outer.link"))
    };
    ui.label(RichText::new(where_it_lies).color(theme.quiet).size(size::SMALL_TEXT));
    let (words, width) = (end_words(session, other), ui.available_width());
    drawing.ink.label(ui, &words, LabelStyle::regular(size::SMALL_TEXT, theme.text), width);
    let button = Button::new(RichText::new(name).size(size::SMALL_TEXT))
        .shortcut_text(drawing.shortcuts.key(&annotate::LINK_NESTED));
    let button = ui.add_enabled(session.can_annotate(), button);
    menu::named(&button, name);
    if button.on_hover_text(annotate::LINK_NESTED.description()).clicked() {
        drawing.out.act(&annotate::LINK_NESTED);
    }
}
