//! The page of entities: all of them, and the chosen one with its names, mentions and what may be the same.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, Frame, Key, Margin, Modifiers, Panel, Rect, RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo,
};

use super::super::actions::entities::{EXPORT_ENTITIES, IMPORT_ENTITIES, REDO_ENTITIES, UNDO_ENTITIES};
use super::super::text_field::TextField;
use super::super::theme::size;
use super::super::{Drawing, LabelStyle, access, fonts, icon, menu};
use super::chosen::ChosenEntity;
use super::words;
use crate::analysis::folded;
use crate::model::EntityId;
use crate::session::{EntityCommand, EntityList, EntityRow};
use crate::words::{say, text};

/// Height of one entity of the list.
const ROW: f32 = 46.0;

/// The page, and what is only of it.
#[derive(Default)]
pub(in crate::ui) struct EntitiesPage {
    filter: String,
    /// The list and filter that the lines were made of.
    shown: Option<(Arc<EntityList>, String)>,
    lines: Vec<usize>,
    chosen: Option<EntityId>,
    card: ChosenEntity,
    wants_keys: bool,
    /// Whether the filter had the keyboard in the last frame.
    has_keys: bool,
    moved: bool,
}

impl EntitiesPage {
    /// The page was opened: the keyboard is on its filter.
    pub(in crate::ui) fn open(&mut self, chosen: Option<EntityId>) {
        self.wants_keys = true;
        if chosen.is_some() {
            (self.chosen, self.moved) = (chosen, true);
        }
    }

    /// Whether the keyboard is on the filter, and nothing is typed there that Escape could be about.
    pub(in crate::ui) const fn waits_in_filter(&self) -> bool {
        self.has_keys && self.filter.is_empty()
    }

    /// What is typed of the chosen entity counts now.
    pub(in crate::ui) fn commit(&mut self, drawing: &mut Drawing<'_>) {
        self.card.commit(drawing);
    }

    /// Draws the page; says whether it stays.
    pub(in crate::ui) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { session, theme, .. } = *drawing;
        if session.is_entity_page_old() {
            drawing.out.run(EntityCommand::LookAtAll);
        }
        let list = session.entity_list().cloned().unwrap_or_default();
        self.filter_lines(&list);
        // One that was merged is shown as what it is now.
        if let Some(chosen) = &mut self.chosen {
            *chosen = session.registry().leader(chosen).clone();
        }
        let side = Frame::new().fill(theme.page).inner_margin(Margin::symmetric(16, 12));
        let all = ui.available_width();
        let list_panel =
            Panel::left("entities").frame(side).default_size(all * 0.42).size_range(220.0..=all * 0.6);
        let stays = list_panel.show(ui, |ui| {
            let stays = self.head(ui, drawing, &list);
            self.list(ui, drawing, &list);
            stays
        });
        let page = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(20, 12));
        egui::CentralPanel::default().frame(page).show(ui, |ui| match &self.chosen {
            Some(chosen) => self.card.show(ui, drawing, chosen, &list),
            None => empty(ui, drawing, &list),
        });
        stays.inner
    }

    fn filter_lines(&mut self, list: &Arc<EntityList>) {
        let is_shown =
            |(known, filter): &(Arc<EntityList>, String)| Arc::ptr_eq(known, list) && *filter == self.filter;
        if self.shown.as_ref().is_some_and(is_shown) {
            return;
        }
        let words: Vec<String> = folded(&self.filter).split_whitespace().map(str::to_owned).collect();
        let fits = |row: &EntityRow| words.iter().all(|word| row.searched.contains(word.as_str()));
        self.lines = (0..list.rows.len()).filter(|at| fits(&list.rows[*at])).collect();
        self.shown = Some((Arc::clone(list), self.filter.clone()));
    }

    /// The title, the filter and what it leaves; says whether the page stays.
    fn head(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, list: &EntityList) -> bool {
        let theme = drawing.theme;
        let mut stays = true;
        ui.horizontal(|ui| {
            ui.label(RichText::new(text("entities-title")).family(fonts::strong()).size(size::HEADING));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let back = ui.button(icon::CLOSE).on_hover_text(text("entities-back-hint"));
                menu::named(&back, text("entities-back"));
                stays = !back.clicked();
                for (action, icon) in [(&REDO_ENTITIES, icon::REDO), (&UNDO_ENTITIES, icon::UNDO)] {
                    let button = ui.add_enabled(action.is_possible(drawing.session), egui::Button::new(icon));
                    menu::named(&button, action.name());
                    if button.on_hover_text(drawing.shortcuts.tooltip(action)).clicked() {
                        drawing.out.act(action);
                    }
                }
            });
        });
        copies(ui, drawing);
        // Taken before the field sees them.
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as isize;
        let id = ui.scope_id().with("filter-of-entities");
        if ui.memory(|memory| memory.has_focus(id)) {
            self.step(list, pressed(Key::ArrowDown) - pressed(Key::ArrowUp));
            if pressed(Key::Enter) > 0 {
                ChosenEntity::go_to_first(drawing, self.chosen.as_ref());
            }
        }
        let edit = TextField::line(&mut self.filter)
            .id(id)
            .hint(text("entities-filter-hint"))
            .width(f32::INFINITY)
            .margin(8.0, 6.0);
        let field = edit.show(ui, drawing.ink);
        menu::named(&field, text("entities-filter"));
        if std::mem::take(&mut self.wants_keys) {
            field.request_focus();
        }
        self.has_keys = field.has_focus();
        let (count, total) = (self.lines.len(), say!("count-entities", count = list.rows.len()));
        let all = count == list.rows.len();
        let mut told = if all { total } else { say!("entities-shown", count = count, total = total) };
        if !list.contradictions.is_empty() {
            told.push_str(" · ");
            told.push_str(&say!("entities-contradictions", count = list.contradictions.len()));
        }
        let row = Vec2::new(ui.available_width(), size::CONTROL);
        ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::HALF;
            for (action, name) in
                [(&EXPORT_ENTITIES, "entities-export"), (&IMPORT_ENTITIES, "entities-import")]
            {
                let button = ui.button(RichText::new(text(name)).size(size::SMALL_TEXT));
                menu::named(&button, action.name());
                if button.on_hover_text(action.description()).clicked() {
                    drawing.out.act(action);
                }
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let told = RichText::new(told).color(theme.quiet).size(size::SMALL_TEXT);
                ui.add(egui::Label::new(told).truncate());
            });
        });
        stays
    }

    fn step(&mut self, list: &EntityList, by: isize) {
        if by == 0 || self.lines.is_empty() {
            return;
        }
        let at =
            self.chosen.as_ref().and_then(|id| self.lines.iter().position(|at| list.rows[*at].id == *id));
        let next = at.map_or(0, |at| (at as isize + by).rem_euclid(self.lines.len() as isize) as usize);
        self.chosen = Some(list.rows[self.lines[next]].id.clone());
        self.moved = true;
    }

    fn list(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, list: &EntityList) {
        let theme = drawing.theme;
        if self.lines.is_empty() {
            ui.add_space(size::STEP);
            if !list.rows.is_empty() {
                ui.colored_label(theme.quiet, text("entities-none-fits"));
            }
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().id_salt("list-of-entities").auto_shrink(false);
        if std::mem::take(&mut self.moved) {
            let is_it = |at: &usize| Some(&list.rows[*at].id) == self.chosen.as_ref();
            if let Some(line) = self.lines.iter().position(is_it) {
                let top = line as f32 * ROW - ui.available_height() / 2.0;
                area = area.vertical_scroll_offset(top.max(0.0));
            }
        }
        area.show_rows(ui, ROW, self.lines.len(), |ui, range| {
            for line in range {
                let row = &list.rows[self.lines[line]];
                let drawn = self::row(ui, drawing, row, self.chosen.as_ref() == Some(&row.id));
                access::position(&drawn, line, self.lines.len());
                if drawn.clicked() {
                    self.chosen = Some(row.id.clone());
                }
            }
        });
    }
}

/// Where the page is shown and nothing is typed, undo and redo are those of entities.
pub(in crate::ui) fn keys(drawing: &mut Drawing<'_>) {
    let ctx = drawing.ctx;
    if ctx.text_edit_focused() {
        return;
    }
    let with_shift = Modifiers::COMMAND | Modifiers::SHIFT;
    let keys = [
        (with_shift, Key::Z, &REDO_ENTITIES),
        (Modifiers::COMMAND, Key::Y, &REDO_ENTITIES),
        (Modifiers::COMMAND, Key::Z, &UNDO_ENTITIES),
    ];
    for (modifiers, key, action) in keys {
        if ctx.input_mut(|input| input.consume_key(modifiers, key)) {
            drawing.out.act(action);
        }
    }
}

/// Another copy of the annotator's own entities lies in the folder.
fn copies(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let mut copies = session.entity_copies();
    let Some(copy) = copies.next() else { return };
    ui.horizontal_wrapped(|ui| {
        let head = format!("{} {}", icon::WARNING, text("entities-copies"));
        ui.label(RichText::new(head).color(theme.warning));
        let name = copy.file_name().unwrap_or_default().to_string_lossy();
        ui.label(RichText::new(name).color(theme.quiet).size(size::SMALL_TEXT));
        let merge = ui.button(text("window-copies-merge")).on_hover_text(text("window-copies-merge-tip"));
        if merge.clicked() {
            drawing.out.run(EntityCommand::MergeCopy(copy.to_owned()));
        }
        let more = copies.count();
        if more > 0 {
            ui.colored_label(theme.quiet, say!("window-copies-more", count = more));
        }
    });
}

fn empty(ui: &mut Ui, drawing: &Drawing<'_>, list: &EntityList) {
    let theme = drawing.theme;
    ui.add_space(size::GROUP);
    let why = text(if list.rows.is_empty() { "entities-none" } else { "entities-none-chosen" });
    ui.colored_label(theme.quiet, why);
    for contradiction in &list.contradictions {
        ui.add_space(size::HALF);
        let told = format!("{} {}", icon::WARNING, words::contradiction(drawing.session, contradiction));
        ui.label(RichText::new(told).color(theme.warning));
    }
}

/// One entity in two lines: name and kind; other names, mentions and who has it.
fn row(ui: &mut Ui, drawing: &mut Drawing<'_>, row: &EntityRow, is_chosen: bool) -> egui::Response {
    let Drawing { session, theme, .. } = *drawing;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let kind = session.schema().name_of_label(&row.kind);
    let mentions = session.mentions().map(|index| index.count(&row.members));
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, format!("{}, {kind}", row.name))
    });
    if is_chosen || response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, if is_chosen { theme.selection } else { theme.hover });
    }
    let quiet = if is_chosen { theme.text } else { theme.quiet };
    let small = egui::FontId::proportional(size::SMALL_TEXT);
    let (first, second) = (rect.top() + 14.0, rect.top() + 33.0);
    let (left, right) = (rect.left() + size::STEP, rect.right() - size::STEP);
    let kind = ui.painter().text(egui::pos2(right, first), Align2::RIGHT_CENTER, kind, small.clone(), quiet);
    let mut holders = session.all_called(&row.holders);
    holders.extend(Some(row.shared.clone()).filter(|shared| !shared.is_empty()));
    let holders = holders.join(", ");
    let told = match mentions {
        Some((0, _)) | None => holders,
        Some((mentions, articles)) => {
            let told = say!("entities-mentioned", count = mentions, articles = articles);
            format!("{told} · {holders}")
        }
    };
    response.ctx.accesskit_node_builder(response.id, |node| {
        let parts = [row.others.as_str(), told.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        node.set_description(parts.join(", "));
    });
    let told = ui.painter().text(egui::pos2(right, second), Align2::RIGHT_CENTER, told, small, quiet);
    let room = |middle: f32, right: f32| {
        Rect::from_min_max([left, middle - 11.0].into(), [right - size::STEP, middle + 11.0].into())
    };
    let style = LabelStyle::semi_bold(size::TEXT + 0.5, theme.text);
    drawing.ink.paint_label(ui.painter(), room(first, kind.left()), &row.name, style);
    let style = LabelStyle::regular(size::SMALL_TEXT, quiet);
    drawing.ink.paint_label(ui.painter(), room(second, told.left()), &row.others, style);
    response
}
