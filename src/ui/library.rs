//! The list of articles: filter, order, folders, states, counts.

use std::sync::Arc;

use egui::{Align, Layout, RichText, ScrollArea, Sense, TextEdit, Ui, Vec2, WidgetInfo};

use super::theme::size;
use super::{Drawing, LabelStyle, icon};
use crate::analysis::counted;
use crate::model::State;
use crate::session::{ArticleEntry, Library, LibraryCommand, Step};

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Name,
    Changed,
    Language,
    State,
    Annotations,
}

impl Order {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Name, "Name"),
        (Self::Changed, "Last changed"),
        (Self::Language, "Language"),
        (Self::State, "State"),
        (Self::Annotations, "Annotations"),
    ];
}

/// A line of the list: a folder, or an article by its index in the library.
#[derive(Clone, Debug)]
enum Row {
    Folder(Arc<str>),
    Article(usize),
}

/// The panel and what is only of it.
#[derive(Default)]
pub(super) struct LibraryPanel {
    filter: String,
    order: Order,
    wants_focus: bool,
    rows: Vec<Row>,
    counts: (usize, usize),
    key: Option<(String, Order, u64)>,
    shown: Option<Arc<str>>,
}

impl LibraryPanel {
    /// Puts the caret into the filter.
    pub(super) const fn focus_filter(&mut self) {
        self.wants_focus = true;
    }

    /// The articles that the list shows.
    pub(super) fn shown(&self, library: &Library) -> Vec<Arc<str>> {
        let file = |row: &Row| match row {
            Row::Folder(_) => None,
            Row::Article(i) => library.articles().get(*i).map(|a| a.file.clone()),
        };
        self.rows.iter().filter_map(file).collect()
    }

    /// Opens the article after or before the one on screen, as the list shows them: filtered and in its order.
    pub(super) fn step(&mut self, drawing: &mut Drawing<'_>, step: Step) {
        let session = drawing.session;
        let Some(library) = session.library() else { return };
        self.update(library, library.revision());
        let shown = self.shown(library);
        let current = session.wanted().or_else(|| session.article().map(|article| &article.document().file));
        let at = current.and_then(|current| shown.iter().position(|file| file == current));
        let next = match (at, step) {
            (None, _) => Some(0),
            (Some(at), Step::Next) => Some(at + 1),
            (Some(at), Step::Previous) => at.checked_sub(1),
        };
        if let Some(file) = next.and_then(|at| shown.get(at)) {
            drawing.out.run(LibraryCommand::OpenArticle(file.clone()));
        }
    }

    /// Draws the panel.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        let Some(library) = session.library() else { return };
        self.update(library, library.revision());
        self.controls(ui, drawing);
        let (done, all) = self.counts;
        let share = if all == 0 { 0.0 } else { done as f32 / all as f32 };
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 4.0), Sense::hover());
        ui.painter().rect_filled(rect, 2.0, theme.hover);
        let full = egui::Rect::from_min_size(rect.min, Vec2::new(rect.width() * share, rect.height()));
        ui.painter().rect_filled(full, 2.0, theme.success);
        let shown = self.rows.iter().filter(|row| matches!(row, Row::Article(_))).count();
        let counts = if shown == all {
            format!("{} · {done} done", counted(all, "article"))
        } else {
            format!("{shown} of {all} shown · {done} done")
        };
        ui.label(RichText::new(counts).color(theme.quiet).size(size::SMALL_TEXT));
        if self.rows.is_empty() {
            ui.add_space(size::STEP);
            if library.articles().is_empty() {
                ui.colored_label(theme.quiet, "No .txt, .md or .html files in this folder");
            } else {
                ui.colored_label(theme.quiet, "Nothing fits the filter");
                if ui.button("Clear the filter").clicked() {
                    self.filter.clear();
                }
            }
            return;
        }
        let current = session.article().map(|a| a.document().file.clone());
        let moved = self.shown != current;
        self.shown.clone_from(&current);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().auto_shrink(false);
        let position = |row: &Row| matches!(row, Row::Article(i) if Some(&library.articles()[*i].file) == current.as_ref());
        if moved && let Some(at) = self.rows.iter().position(position) {
            let top = at as f32 * size::ROW;
            let (seen, height) =
                (ui.data(|d| d.get_temp::<f32>(ui.scope_id()).unwrap_or_default()), ui.available_height());
            if top < seen || top + size::ROW > seen + height {
                area = area.vertical_scroll_offset((top - height / 2.0).max(0.0));
            }
        }
        let drawn = area.show_rows(ui, size::ROW, self.rows.len(), |ui, range| {
            for row in &self.rows[range] {
                match row {
                    Row::Folder(name) => folder(ui, drawing, name),
                    Row::Article(i) => {
                        let entry = &library.articles()[*i];
                        if article(ui, drawing, entry, current.as_ref() == Some(&entry.file)).clicked() {
                            drawing.out.run(LibraryCommand::OpenArticle(entry.file.clone()));
                        }
                    }
                }
            }
        });
        ui.data_mut(|d| d.insert_temp(ui.scope_id(), drawn.state.unclamped_offset().y));
    }

    fn controls(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        if let Some((_, scan)) = session.scanning() {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.label(format!("{} articles so far", scan.articles));
                if ui.button("Cancel").clicked() {
                    drawing.out.run(LibraryCommand::CancelScan);
                }
            });
        }
        let row = Vec2::new(ui.available_width(), size::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.menu_button(RichText::new(icon::SORT_ASCENDING).color(theme.quiet), |ui| {
                for (order, name) in Order::ALL {
                    ui.selectable_value(&mut self.order, order, name);
                }
            })
            .response
            .on_hover_text("Sort by");
            let field = TextEdit::singleline(&mut self.filter).hint_text("Filter articles");
            let field = ui.add(field.desired_width(ui.available_width()));
            field.widget_info(|| {
                WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, "Filter articles")
            });
            if std::mem::take(&mut self.wants_focus) {
                field.request_focus();
            }
        });
    }

    /// Makes the rows anew when the library, the filter or the order changed.
    fn update(&mut self, library: &Library, revision: u64) {
        let key = (self.filter.clone(), self.order, revision);
        if self.key.as_ref() == Some(&key) {
            return;
        }
        self.key = Some(key);
        let all = library.articles();
        self.counts = (all.iter().filter(|a| a.state == State::Done).count(), all.len());
        let wanted: Vec<String> = self.filter.split_whitespace().map(str::to_lowercase).collect();
        let fits = |a: &ArticleEntry| {
            let text =
                format!("{} {} {}", a.file, a.language.as_deref().unwrap_or_default(), state_name(a.state))
                    .to_lowercase();
            wanted.iter().all(|w| text.contains(w))
        };
        let mut found: Vec<usize> = (0..all.len()).filter(|&i| fits(&all[i])).collect();
        match self.order {
            // Folders hold together: the files of the root come before them.
            Order::Name => found.sort_by_key(|&i| folder_of(&all[i].file)),
            Order::Changed => found.sort_by_key(|&i| std::cmp::Reverse(all[i].modified)),
            Order::Language => found.sort_by(|&a, &b| all[a].language.cmp(&all[b].language)),
            Order::State => found.sort_by_key(|&i| all[i].state),
            Order::Annotations => found.sort_by_key(|&i| std::cmp::Reverse(all[i].annotations)),
        }
        self.rows.clear();
        let mut last: Option<&str> = None;
        for i in found {
            let folder = folder_of(&all[i].file);
            if self.order == Order::Name && folder != last {
                self.rows.extend(folder.map(|f| Row::Folder(f.into())));
                last = folder;
            }
            self.rows.push(Row::Article(i));
        }
    }
}

/// The folder of a file, relative to the workspace; nothing for one of the root.
fn folder_of(file: &str) -> Option<&str> {
    file.rsplit_once('/').map(|(folder, _)| folder)
}

/// What a state is called.
fn state_name(state: State) -> &'static str {
    match state {
        State::Todo => "to do",
        State::InProgress => "in progress",
        State::Done => "done",
    }
}

fn folder(ui: &mut Ui, drawing: &mut Drawing<'_>, name: &str) {
    let theme = drawing.theme;
    ui.horizontal(|ui| {
        ui.set_height(size::ROW);
        ui.colored_label(theme.quiet, icon::FOLDER_OPEN);
        let width = ui.available_width();
        drawing.ink.label(ui, name, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
    });
}

fn article(ui: &mut Ui, drawing: &mut Drawing<'_>, entry: &ArticleEntry, current: bool) -> egui::Response {
    let theme = drawing.theme;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), size::ROW), Sense::click());
    let language = entry.language.as_deref().unwrap_or("–");
    let count = entry.annotations.unwrap_or_default();
    let name = entry.file.rsplit('/').next().unwrap_or_default();
    let spoken = format!("{name}, {language}, {count} annotations, {}", state_name(entry.state));
    response
        .widget_info(|| WidgetInfo::selected(egui::accesskit::Role::ListBoxOption, true, current, &spoken));
    if current || response.hovered() {
        let fill = if current { theme.selection } else { theme.hover };
        ui.painter().rect_filled(rect, size::RADIUS, fill);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, size::RADIUS, (1.5, theme.focus), egui::StrokeKind::Inside);
    }
    let (symbol, color) = match entry.state {
        State::Todo => (icon::CIRCLE, theme.quiet),
        State::InProgress => (icon::CIRCLE_HALF, theme.accent),
        State::Done => (icon::CHECK_CIRCLE, theme.success),
    };
    let middle = rect.center().y;
    let font = |points| egui::FontId::proportional(points);
    let painter = ui.painter();
    painter.text([rect.left() + 6.0, middle].into(), egui::Align2::LEFT_CENTER, symbol, font(14.0), color);
    let right = [rect.right() - 8.0, middle].into();
    let count = if entry.annotations.is_some() { count.to_string() } else { String::new() };
    painter.text(right, egui::Align2::RIGHT_CENTER, count, font(size::SMALL_TEXT), theme.quiet);
    painter.text(
        [rect.right() - 44.0, middle].into(),
        egui::Align2::RIGHT_CENTER,
        language,
        font(size::SMALL_TEXT),
        theme.quiet,
    );
    let room = egui::Rect::from_min_max(
        [rect.left() + 26.0, rect.top()].into(),
        [rect.right() - 68.0, rect.bottom()].into(),
    );
    let style = if current { LabelStyle::semi_bold } else { LabelStyle::regular };
    drawing.ink.paint_label(ui.painter(), room, name, style(size::TEXT, theme.text));
    let who: Vec<&str> = entry.annotators.iter().map(crate::model::Annotator::as_str).collect();
    let who = if who.is_empty() { "nobody yet".to_owned() } else { who.join(", ") };
    response.on_hover_text(format!("{}\n{} · annotated by {who}", entry.file, kilobytes(entry.bytes)))
}

fn kilobytes(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{:.1} kB", bytes as f64 / 1e3)
    } else {
        format!("{:.1} MB", bytes as f64 / 1e6)
    }
}
