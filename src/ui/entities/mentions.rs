//! Where an entity is mentioned, in context, article by article.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Rect, RichText, Sense, Ui, Vec2, WidgetInfo};

use super::super::theme::size;
use super::super::{Drawing, LabelStyle, menu};
use super::chosen::heading;
use super::concordance::paint_in_context;
use crate::model::{AnnotationId, EntityView};
use crate::session::{EntityCommand, LibraryCommand, Mention, MentionIndex};
use crate::words::{say, text};

/// Mentions that are listed; of more their number is said.
const MOST: usize = 400;

/// All mentions of an entity and of those it is one with, by article and place.
fn of<'a>(index: &'a MentionIndex, view: &EntityView) -> Vec<&'a Mention> {
    let mut all: Vec<&Mention> = view.members.iter().flat_map(|id| index.of(id)).collect();
    all.sort_by(|one, other| {
        (&one.file, one.span, &one.annotator).cmp(&(&other.file, other.span, &other.annotator))
    });
    all
}

/// Opens the first.
pub(super) fn go_to_first(drawing: &mut Drawing<'_>, view: &EntityView) {
    let Some(index) = drawing.session.mentions() else { return };
    if let Some(first) = of(index, view).first() {
        go_to(drawing, first);
    }
}

fn go_to(drawing: &mut Drawing<'_>, mention: &Mention) {
    let (file, annotation, span) = (mention.file.clone(), mention.annotation.clone(), Some(mention.span));
    drawing.out.run(LibraryCommand::GoTo { file, annotation, span });
}

/// Mentions that are ticked, each of its article.
pub(super) type Ticked = BTreeSet<(Arc<str>, AnnotationId)>;

/// What can be done with the mentions that are ticked.
fn of_ticked(ui: &mut Ui, drawing: &mut Drawing<'_>, view: &EntityView, ticked: &mut Ticked) {
    if ticked.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        let button = ui.button(say!("entities-mentions-split", count = ticked.len()));
        if button.on_hover_text(text("entities-mentions-split-hint")).clicked() {
            let mentions = std::mem::take(ticked).into_iter().collect();
            drawing.out.run(EntityCommand::SplitMentions(view.id.clone(), mentions));
        }
        if ui.button(text("entities-mentions-untick")).clicked() {
            ticked.clear();
        }
    });
}

/// Draws them.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>, view: &EntityView, ticked: &mut Ticked) {
    let theme = drawing.theme;
    let Some(index) = drawing.session.mentions().cloned() else {
        heading(ui, text("entities-mentions"));
        ui.colored_label(theme.quiet, text("entities-mentions-reading"));
        return;
    };
    let all = of(&index, view);
    heading(ui, &say!("count-mentions", count = all.len()));
    ticked.retain(|(file, id)| all.iter().any(|one| one.file == *file && one.annotation == *id));
    of_ticked(ui, drawing, view, ticked);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut file = None;
    for mention in all.iter().take(MOST) {
        if file.replace(&mention.file) != Some(&mention.file) {
            ui.add_space(size::HALF);
            let width = ui.available_width();
            drawing.ink.label(ui, &mention.file, LabelStyle::semi_bold(size::SMALL_TEXT, theme.quiet), width);
        }
        ui.horizontal(|ui| {
            tick(ui, drawing, mention, ticked);
            if line(ui, drawing, mention) {
                go_to(drawing, mention);
            }
        });
    }
    if all.len() > MOST {
        ui.label(RichText::new(say!("entities-mentions-more", count = all.len() - MOST)).color(theme.quiet));
    }
}

/// The box by which an own mention is taken out; others' stay as they are, and so do the fields of claims.
fn tick(ui: &mut Ui, drawing: &Drawing<'_>, mention: &Mention, ticked: &mut Ticked) {
    let is_own = drawing.session.annotator() == Some(&mention.annotator) && mention.attribute.is_none();
    let key = (mention.file.clone(), mention.annotation.clone());
    let mut is_ticked = ticked.contains(&key);
    let response = ui.add_enabled(is_own, egui::Checkbox::without_text(&mut is_ticked));
    menu::named(&response, &say!("entities-mention-tick", quote = &*mention.quote, file = &*mention.file));
    let response = response.on_disabled_hover_text(text("entities-mention-not-own"));
    if response.changed() {
        if is_ticked {
            ticked.insert(key);
        } else {
            ticked.remove(&key);
        }
    }
}

/// One mention: its words in the middle, what stands before them to the left and what stands after to the right.
fn line(ui: &mut Ui, drawing: &mut Drawing<'_>, mention: &Mention) -> bool {
    let theme = drawing.theme;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), size::ROW), Sense::click());
    let told = format!("{}: {}{}{}", mention.file, mention.before, mention.quote, mention.after);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, told.clone()));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::RADIUS, theme.hover);
    }
    let annotator = drawing.session.called(&mention.annotator);
    let who = match &mention.attribute {
        Some(attribute) => {
            let spec = drawing.session.schema().attribute(attribute);
            let name = spec.map_or_else(|| attribute.to_string(), |spec| spec.name.clone());
            say!("entities-mention-field", attribute = name, annotator = annotator)
        }
        None => annotator,
    };
    let small = egui::FontId::proportional(size::SMALL_TEXT);
    let at = egui::pos2(rect.right() - size::STEP, rect.center().y);
    let who = ui.painter().text(at, egui::Align2::RIGHT_CENTER, who, small, theme.quiet);
    let room = Rect::from_min_max(
        rect.min + Vec2::new(size::STEP, 0.0),
        [who.left() - size::STEP, rect.bottom()].into(),
    );
    paint_in_context(ui, drawing, room, [&*mention.before, &*mention.quote, &*mention.after], 0.38);
    response.on_hover_text(text("entities-mention-show")).clicked()
}
