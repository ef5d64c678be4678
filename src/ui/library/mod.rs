//! The list of articles: filter, order, folders, states, counts.

mod row;

use std::sync::Arc;

use egui::{Align, Id, Key, Layout, Modifiers, RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use self::row::Standing;

use super::text_field::{self, TextField};
use super::theme::size;
use super::waiting::waiting;
use super::{Drawing, access, icon, menu};
use crate::model::State;
use crate::session::{ArticleEntry, Library, LibraryCommand, Step};
use crate::words::{say, text};

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Name,
    Changed,
    Language,
    State,
    Annotations,
    Title,
    Publisher,
    Date,
}

impl Order {
    /// All, each with the message of its name.
    const ALL: [(Self, &'static str); 8] = [
        (Self::Name, "library-sort-name"),
        (Self::Changed, "library-sort-changed"),
        (Self::Language, "library-sort-language"),
        (Self::State, "library-sort-state"),
        (Self::Annotations, "library-sort-annotations"),
        (Self::Title, "library-sort-title"),
        (Self::Publisher, "library-sort-publisher"),
        (Self::Date, "library-sort-date"),
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
    is_reversed: bool,
    wants_focus: bool,
    rows: Vec<Row>,
    /// The articles of the rows, by their index in the library.
    found: Vec<usize>,
    counts: (usize, usize),
    key: Option<(String, Order, bool, u64)>,
    shown: Option<Arc<str>>,
    /// Which of the articles shown Enter opens, while the filter has the keyboard.
    picked: Option<usize>,
}

impl LibraryPanel {
    /// Puts the caret into the filter.
    pub(super) const fn focus_filter(&mut self) {
        self.wants_focus = true;
    }

    /// The articles that the list shows.
    pub(super) fn shown(&self, library: &Library) -> Vec<Arc<str>> {
        (0..self.found.len()).filter_map(|nth| self.nth(library, nth).cloned()).collect()
    }

    /// The file of one of the articles that the list shows.
    fn nth<'l>(&self, library: &'l Library, nth: usize) -> Option<&'l Arc<str>> {
        Some(&library.articles().get(*self.found.get(nth)?)?.file)
    }

    /// Opens the article after or before the one on screen, as the list shows them: filtered and in its order.
    pub(super) fn step(&mut self, drawing: &mut Drawing<'_>, step: Step) {
        let session = drawing.session;
        let Some(library) = session.library() else { return };
        self.update(library, library.revision());
        let current = session.wanted().or_else(|| session.article().map(|article| &article.document().file));
        let is_at =
            |current: &Arc<str>| (0..self.found.len()).find(|at| self.nth(library, *at) == Some(current));
        let at = current.and_then(is_at);
        let next = match (at, step) {
            (None, _) => Some(0),
            (Some(at), Step::Next) => Some(at + 1),
            (Some(at), Step::Previous) => at.checked_sub(1),
        };
        if let Some(file) = next.and_then(|at| self.nth(library, at)) {
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
        let shown = self.found.len();
        let counts = if shown == all {
            say!("library-counts", count = all, done = done)
        } else {
            say!("library-counts-shown", shown = shown, count = all, done = done)
        };
        ui.label(RichText::new(counts).color(theme.quiet).size(size::SMALL_TEXT));
        if self.rows.is_empty() {
            ui.add_space(size::STEP);
            if library.articles().is_empty() {
                ui.colored_label(theme.quiet, text("library-no-files"));
            } else {
                ui.colored_label(theme.quiet, text("library-no-match"));
                if ui.button(text("library-clear-filter")).clicked() {
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
        let picked = self.picked.and_then(|picked| self.nth(library, picked).cloned());
        let wanted = if picked.is_some() { picked.as_ref() } else { current.as_ref() };
        let position =
            |row: &Row| matches!(row, Row::Article(i) if Some(&library.articles()[*i].file) == wanted);
        if (moved || picked.is_some())
            && let Some(at) = self.rows.iter().position(position)
        {
            let top = at as f32 * row::HEIGHT;
            let (seen, height) =
                (ui.data(|d| d.get_temp::<f32>(ui.scope_id()).unwrap_or_default()), ui.available_height());
            if top < seen || top + row::HEIGHT > seen + height {
                area = area.vertical_scroll_offset((top - height / 2.0).max(0.0));
            }
        }
        let drawn = area.show_rows(ui, row::HEIGHT, self.rows.len(), |ui, range| {
            for at in range {
                match &self.rows[at] {
                    Row::Folder(name) => row::folder(ui, drawing, name),
                    Row::Article(i) => {
                        let entry = &library.articles()[*i];
                        let standing = Standing {
                            is_current: current.as_ref() == Some(&entry.file),
                            is_picked: picked.as_ref() == Some(&entry.file),
                        };
                        let line = row::article(ui, drawing, entry, standing);
                        // Folders over them count: places are those of lines.
                        access::position(&line, at, self.rows.len());
                        if line.clicked() {
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
                waiting(ui);
                ui.label(say!("library-so-far", count = scan.articles));
                if ui.button(text("common-cancel")).clicked() {
                    drawing.out.run(LibraryCommand::CancelScan);
                }
            });
        }
        let row = Vec2::new(ui.available_width(), size::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let sort = ui.menu_button(RichText::new(icon::SORT_ASCENDING).color(theme.quiet), |ui| {
                for (order, name) in Order::ALL {
                    ui.selectable_value(&mut self.order, order, text(name));
                }
                ui.separator();
                ui.checkbox(&mut self.is_reversed, text("library-sort-reversed"));
            });
            menu::named(&sort.response, text("library-sort"));
            sort.response.on_hover_text(text("library-sort"));
            self.field(ui, drawing);
        });
    }

    /// The filter; its arrows choose among what fits, and Enter opens that.
    fn field(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let id = Id::unique("filter-articles");
        let Some(library) = drawing.session.library() else { return };
        if ui.memory(|memory| memory.has_focus(id)) {
            let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
            let last = self.found.len().saturating_sub(1);
            if down + up > 0 {
                let before = self.picked.map_or(down.min(1), |picked| picked + down);
                self.picked = Some(before.saturating_sub(up).min(last));
            }
            if pressed(Key::Enter) > 0 {
                if let Some(file) = self.nth(library, self.picked.unwrap_or_default()) {
                    drawing.out.run(LibraryCommand::OpenArticle(file.clone()));
                }
                // The text has the keyboard whenever nothing else has.
                ui.memory_mut(|memory| memory.surrender_focus(id));
            }
        }
        let name = text("library-filter");
        let field = TextField::line(&mut self.filter).id(id).hint(name).width(ui.available_width());
        let field = field.show(ui, drawing.ink);
        field.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, name));
        if std::mem::take(&mut self.wants_focus) {
            field.request_focus();
            // What is typed now is another question.
            text_field::select_all(ui.ctx(), id);
        }
        if field.changed() {
            self.picked = (!self.filter.trim().is_empty()).then_some(0);
        }
        if !field.has_focus() {
            self.picked = None;
        }
    }

    /// Makes the rows anew when the library, the filter or the order changed.
    fn update(&mut self, library: &Library, revision: u64) {
        let key = (self.filter.clone(), self.order, self.is_reversed, revision);
        if self.key.as_ref() == Some(&key) {
            return;
        }
        self.key = Some(key);
        let all = library.articles();
        self.counts = (all.iter().filter(|a| a.state == State::Done).count(), all.len());
        let wanted: Vec<String> = self.filter.split_whitespace().map(str::to_lowercase).collect();
        let fits = |a: &ArticleEntry| {
            if wanted.is_empty() {
                return true;
            }
            let (language, headline) =
                (a.language.as_deref().unwrap_or(""), a.headline.as_deref().unwrap_or(""));
            let details = a.details.values().map(Option::unwrap_or_default).join(" ");
            let state = state_name(a.state);
            let text = format!("{} {language} {state} {headline} {details}", a.file).to_lowercase();
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
            Order::Title => found.sort_by_cached_key(|&i| all[i].name().to_lowercase()),
            // Those of which it is not known come last.
            Order::Publisher => sort_known(&mut found, |i| all[i].details.publisher.as_deref()),
            Order::Date => {
                found.sort_by(|&a, &b| all[b].details.date.cmp(&all[a].details.date));
            }
        }
        if self.is_reversed {
            found.reverse();
        }
        found.sort_by_key(|&i| !all[i].is_returned);
        self.rows.clear();
        let mut last: Option<&str> = None;
        for &i in &found {
            let folder = folder_of(&all[i].file);
            if self.order == Order::Name && folder != last {
                self.rows.extend(folder.map(|f| Row::Folder(f.into())));
                last = folder;
            }
            self.rows.push(Row::Article(i));
        }
        self.found = found;
    }
}

/// The folder of a file, relative to the workspace; nothing for one of the root.
fn folder_of(file: &str) -> Option<&str> {
    file.rsplit_once('/').map(|(folder, _)| folder)
}

/// Sorts by what is known of articles; those of which nothing is come last.
fn sort_known<'a>(found: &mut [usize], known: impl Fn(usize) -> Option<&'a str>) {
    found.sort_by_cached_key(|&i| (known(i).is_none(), known(i).map(str::to_lowercase)));
}

/// What a state is called.
fn state_name(state: State) -> &'static str {
    text(match state {
        State::Todo => "library-state-todo",
        State::InProgress => "library-state-in-progress",
        State::Done => "library-state-done",
    })
}
