//! The bar at the bottom: labels with their keys, tag mode, what is selected, whether it is saved.

use std::sync::Arc;

use egui::scroll_area::ScrollBarVisibility;
use egui::text::LayoutJob;
use egui::{
    Align, Button, FontFamily, FontId, Id, Layout, Response, RichText, ScrollArea, Sense, Stroke, TextFormat,
    Ui, Vec2,
};

use super::actions::review::{LEAVE_REVIEW, NEXT_ITEM, OTHER_VERSION, PREVIOUS_ITEM};
use super::theme::{Theme, size};
use super::{Drawing, field_bar, fonts, icon, links, menu};
use crate::model::{AnnotationKind, Label, Schema};
use crate::session::{AnnotateCommand, LibraryCommand, OpenArticle, SaveState};
use crate::words::{say, text};

/// Padding and spaces of a chip beside its text.
const CHIP: f32 = size::SWATCH + 28.0;

const CHIP_HEIGHT: f32 = 24.0;
/// Room for what stands at the right.
const STATUS: f32 = 150.0;
/// Room for what tag mode says.
const TAGGING: f32 = 190.0;

/// Draws the bar; `missing` characters in sight have no glyph.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>, missing: usize) {
    let Drawing { session, theme, .. } = *drawing;
    let all = entries(session.schema());
    let is_doing = session.tag_mode().is_some() || session.linking().is_some();
    let tagging = if is_doing { TAGGING } else { 0.0 };
    // Two rows of names say more than one row of keys; what does not fit in two is scrolled to.
    let mut rows = rows(ui, &all, ui.available_width() - STATUS - tagging, theme);
    if rows.len() > 2 {
        rows = layers(&all);
    }
    let two = rows.len() == 2 && session.article().is_some() && session.review().is_none();
    ui.set_height(if two { 2.0 * CHIP_HEIGHT } else { size::CONTROL });
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if let Some(article) = session.article() {
            status(ui, article, session.can_annotate(), (missing, theme));
        }
        if session.scanning().is_some() {
            scanning(ui, drawing);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if session.review().is_some() {
                reviewing(ui, drawing);
            } else if session.pointing().is_some() {
                field_bar::show(ui, drawing);
            } else if session.article().is_some() {
                tag_mode(ui, drawing);
                links::linking(ui, drawing);
                labels(ui, drawing, &rows);
            } else if session.scanning().is_none() {
                ui.colored_label(theme.quiet, text("panels-nothing-open"));
            }
        });
    });
}

/// In a review the letters are its own.
fn reviewing(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let area = ScrollArea::horizontal()
        .id_salt("review-keys")
        .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    area.show(ui, |ui| {
        ui.colored_label(theme.quiet, text("panels-review-keys"));
        for action in [&NEXT_ITEM, &PREVIOUS_ITEM, &OTHER_VERSION, &LEAVE_REVIEW] {
            // Escape is what leaves a review, after all that is nearer.
            let key = match drawing.shortcuts.key(action) {
                key if key.is_empty() => "Esc".to_owned(),
                key => key,
            };
            let button = Button::new(action.name()).shortcut_text(key).frame_when_inactive(false);
            let response = ui.add_enabled(action.is_possible(session), button);
            if response.on_hover_text(action.description()).clicked() {
                drawing.out.act(action);
            }
        }
    });
}

/// What stands in the bar.
#[derive(Clone, Copy)]
enum Entry<'a> {
    /// The name of the group of those after it.
    Group(&'a str),
    /// A label.
    Label(&'a Label),
}

/// The labels by group, each group after its name; those of no group are after none.
fn entries(schema: &Schema) -> Vec<Entry<'_>> {
    let groups = schema.label_groups().into_iter();
    let entries = groups.flat_map(|(name, labels)| {
        // Those of the article as a whole stand beside its title.
        let labels: Vec<&Label> = labels.into_iter().filter(|label| !label.is_of_article).collect();
        let name = (!name.is_empty() && !labels.is_empty()).then_some(Entry::Group(name));
        name.into_iter().chain(labels.into_iter().map(Entry::Label))
    });
    entries.collect()
}

/// The labels in as many rows as they need; a group that is broken off has its name again.
fn rows<'a>(ui: &Ui, all: &[Entry<'a>], room: f32, theme: &Theme) -> Vec<Vec<Entry<'a>>> {
    let (mut rows, mut width, mut group) = (vec![Vec::new()], 0.0, None);
    for entry in all {
        let wide = match entry {
            Entry::Group(name) => {
                group = Some(*entry);
                // It does not stand at the end of a row.
                group_width(ui, name) + 2.0 * CHIP
            }
            Entry::Label(label) => job(ui, label, theme).1 + CHIP,
        };
        if width + wide > room && width > 0.0 {
            width = 0.0;
            rows.push(Vec::new());
            if let (Entry::Label(_), Some(Entry::Group(name)), Some(row)) = (entry, group, rows.last_mut()) {
                row.push(Entry::Group(name));
                width = group_width(ui, name);
            }
        }
        width += if matches!(entry, Entry::Group(_)) { wide - 2.0 * CHIP } else { wide };
        if let Some(row) = rows.last_mut() {
            row.push(*entry);
        }
    }
    rows
}

/// The labels in two rows: entities over claims, or one half over the other where there is one layer.
fn layers<'a>(all: &[Entry<'a>]) -> Vec<Vec<Entry<'a>>> {
    let of = |kind: AnnotationKind| {
        let mut row: Vec<Entry<'a>> = Vec::new();
        for entry in all {
            match entry {
                Entry::Label(label) if label.kind != kind => {}
                Entry::Group(_) => {
                    // A group none of whose labels is of this layer.
                    row.pop_if(|last| matches!(last, Entry::Group(_)));
                    row.push(*entry);
                }
                Entry::Label(_) => row.push(*entry),
            }
        }
        row.pop_if(|last| matches!(last, Entry::Group(_)));
        row
    };
    let (first, second) = (of(AnnotationKind::Entity), of(AnnotationKind::Claim));
    if first.is_empty() || second.is_empty() {
        let (first, second) = all.split_at(all.len().div_ceil(2));
        return vec![first.to_vec(), second.to_vec()];
    }
    vec![first, second]
}

/// How wide the name of a group is in the bar.
fn group_width(ui: &Ui, name: &str) -> f32 {
    let font = FontId::new(size::SMALL_TEXT, fonts::strong());
    ui.fonts_mut(|f| f.layout_no_wrap(name.to_owned(), font, egui::Color32::PLACEHOLDER)).size().x
        + size::STEP
}

/// The name of a group before its labels.
fn group(ui: &mut Ui, name: &str, theme: &Theme) {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(group_width(ui, name), CHIP_HEIGHT), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, name));
    let font = FontId::new(size::SMALL_TEXT, fonts::strong());
    let at = egui::pos2(rect.left() + size::HALF, rect.center().y);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, name, font, theme.quiet);
}

fn scanning(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some((path, scan)) = session.scanning() else { return };
    let cancel = ui.button(text("common-cancel")).on_hover_text(text("panels-scan-cancel"));
    if cancel.clicked() {
        drawing.out.run(LibraryCommand::CancelScan);
    }
    let found = say!("count-articles", count = scan.articles);
    let found = RichText::new(found).color(theme.quiet).size(size::SMALL_TEXT);
    ui.label(found).on_hover_text(say!("panels-scan-path", path = path.display().to_string()));
    ui.add(egui::Spinner::new().size(size::ICON));
}

fn tag_mode(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    if let Some(label) = session.tag_mode().and_then(|id| session.schema().label(id)) {
        let tone = theme.tone(label.hue);
        let name = &*label.name;
        let shown = format!("{}  {}", say!("panels-tag-mode", label = name), icon::CLOSE);
        let shown = RichText::new(shown).color(tone.on_strong).size(size::SMALL_TEXT);
        let button = ui.add(Button::new(shown).fill(tone.strong).stroke(Stroke::NONE));
        menu::named(&button, &say!("panels-tag-mode-leave", label = name));
        let tip = say!("panels-tag-mode-tip", label = name);
        if button.on_hover_text(tip).clicked() {
            drawing.out.run(AnnotateCommand::SetTagMode(None));
        }
    }
}

fn labels(ui: &mut Ui, drawing: &mut Drawing<'_>, rows: &[Vec<Entry<'_>>]) {
    let Drawing { session, theme, .. } = *drawing;
    if session.schema().labels.is_empty() {
        ui.colored_label(theme.quiet, text("panels-no-labels"));
        return;
    }
    let shown = Id::unique("label-of-tag-mode-in-sight");
    let tag_mode = session.tag_mode().cloned();
    let is_new = ui.data(|data| data.get_temp::<Option<Arc<str>>>(shown)) != Some(tag_mode.clone());
    ui.data_mut(|data| data.insert_temp(shown, tag_mode.clone()));
    // A wheel has one direction, and so has the bar.
    ui.style_mut().always_scroll_the_only_direction = true;
    ScrollArea::horizontal().id_salt("labels").scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden).show(
        ui,
        |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                for row in rows {
                    ui.horizontal(|ui| {
                        for entry in row {
                            let label = match entry {
                                Entry::Label(label) => label,
                                Entry::Group(name) => {
                                    group(ui, name, theme);
                                    continue;
                                }
                            };
                            let chip = chip(ui, drawing, label);
                            if is_new && tag_mode.as_ref() == Some(&label.id) {
                                chip.scroll_to_me(Some(Align::Center));
                            }
                            if chip.clicked() {
                                drawing.out.run(AnnotateCommand::Tag(label.id.clone()));
                            }
                        }
                    });
                }
            });
        },
    );
}

/// The text of a chip and its width.
fn job(ui: &Ui, label: &Label, theme: &Theme) -> (LayoutJob, f32) {
    let mut job = LayoutJob::default();
    let font = |family| FontId::new(size::SMALL_TEXT, family);
    if let Some(key) = label.key {
        let strong = theme.tone(label.hue).strong;
        job.append(&key.to_string(), 0.0, TextFormat::simple(font(fonts::strong()), strong));
    }
    let gap = if label.key.is_some() { 5.0 } else { 0.0 };
    job.append(&label.name, gap, TextFormat::simple(font(FontFamily::Proportional), theme.text));
    let width = ui.fonts_mut(|f| f.layout_job(job.clone())).size().x;
    (job, width)
}

fn chip(ui: &mut Ui, drawing: &Drawing<'_>, label: &Label) -> Response {
    let Drawing { session, theme, .. } = *drawing;
    let on = session.tag_mode() == Some(&label.id);
    let tone = theme.tone(label.hue);
    let (job, width) = job(ui, label, theme);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width + CHIP, CHIP_HEIGHT), Sense::click());
    let role = egui::accesskit::Role::Button;
    response.widget_info(|| egui::WidgetInfo::selected(role, ui.is_enabled(), on, &label.name));
    if ui.is_rect_visible(rect) {
        let inner = rect.shrink2(Vec2::new(1.0, 1.0));
        if on {
            ui.painter().rect(inner, size::RADIUS, tone.band, (1.5, tone.strong), egui::StrokeKind::Inside);
        } else if response.hovered() || response.has_focus() {
            let line = if response.has_focus() { Stroke::new(1.5, theme.focus) } else { Stroke::NONE };
            ui.painter().rect(inner, size::RADIUS, theme.hover, line, egui::StrokeKind::Inside);
        }
        let mark = egui::Rect::from_center_size(
            egui::pos2(rect.left() + 8.0 + size::SWATCH / 2.0, rect.center().y),
            Vec2::splat(size::SWATCH),
        );
        paint_swatch(ui, mark, label, theme);
        let galley = ui.fonts_mut(|f| f.layout_job(job));
        let at = egui::pos2(mark.right() + 6.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, theme.text);
    }
    response.on_hover_ui(|ui| {
        ui.strong(&label.name);
        if !label.description.is_empty() {
            ui.label(&label.description);
        }
        ui.colored_label(theme.quiet, text(if on { "panels-label-tags-all" } else { "panels-label-tags" }));
    })
}

/// The mark of a label: a filled square for an entity, a bracket with an underline for a claim.
pub(super) fn swatch(ui: &mut Ui, label: &Label, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(size::SWATCH), Sense::hover());
    paint_swatch(ui, rect, label, theme);
}

/// The mark of a label, painted in a given place.
pub(super) fn paint_swatch(ui: &Ui, rect: egui::Rect, label: &Label, theme: &Theme) {
    let tone = theme.tone(label.hue);
    match label.kind {
        AnnotationKind::Entity => {
            ui.painter().rect(rect, 3.0, tone.band, (1.5, tone.strong), egui::StrokeKind::Inside);
        }
        AnnotationKind::Claim => {
            let rect = rect.shrink(1.0);
            let stroke = Stroke::new(2.0, tone.strong);
            ui.painter().line_segment([rect.left_bottom(), rect.right_bottom()], stroke);
            ui.painter().line_segment([rect.left_bottom(), rect.left_top()], stroke);
        }
    }
}

fn status(ui: &mut Ui, article: &OpenArticle, editable: bool, (missing, theme): (usize, &Theme)) {
    let small = |text: String, color| RichText::new(text).color(color).size(size::SMALL_TEXT);
    let hint = |id| text(id).to_owned();
    let (sign, name, color, hint) = match article.save_state() {
        _ if !editable => (icon::LOCK, "panels-read-only", theme.warning, hint("panels-read-only.hint")),
        SaveState::Saved => (icon::CHECK, "panels-saved", theme.success, hint("panels-saved.hint")),
        SaveState::Changed | SaveState::Saving if article.is_kept() => {
            ("", "panels-kept-saving", theme.quiet, hint("panels-kept-saving.hint"))
        }
        SaveState::Changed | SaveState::Saving => {
            ("", "panels-saving", theme.quiet, hint("panels-saving.hint"))
        }
        SaveState::Failed(reason) if article.is_kept() => {
            (icon::WARNING, "panels-kept-not-saved", theme.warning, reason)
        }
        SaveState::Failed(reason) => (icon::ERROR, "panels-not-saved", theme.danger, reason),
    };
    let name = text(name);
    let label = ui.label(small(format!("{sign} {name}").trim_start().to_owned(), color)).on_hover_text(hint);
    menu::named(&label, name);
    let source = &article.document().text;
    let shown = article.selection().span(source).or_else(|| article.focused().map(|a| a.spans.extent()));
    if let Some(span) = shown {
        let (start, end) = (source.to_char(span.start()), source.to_char(span.end()));
        let range = small(format!("{start}–{end}"), theme.quiet);
        ui.label(range).on_hover_text(text("panels-offsets"));
    }
    if missing > 0 {
        let shown = small(format!("{} {missing}", icon::TEXT_AA), theme.warning);
        let hint = say!("panels-no-font", count = missing);
        menu::named(&ui.label(shown).on_hover_text(hint.clone()), &hint);
    }
}
