//! The page of claims: all of the workspace, as a list or in groups of what is linked, and one group with its sentences beside
//! each other.

mod cluster;
mod filter;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align, Event, Key, Layout, RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use self::filter::Filter;
use super::theme::size;
use super::{Drawing, LabelStyle, fonts, label_bar};
use crate::analysis::{Board, BoardEntry, Cluster, counted};
use crate::session::{BoardCommand, LibraryCommand};

/// Height of a line: what is said over who says it.
const LINE: f32 = 46.0;
/// Where there is less room than this, a group stands below the list and not beside it.
const BESIDE: f32 = 640.0;

/// The page with its filters and what is chosen.
#[derive(Default)]
pub(super) struct ClaimsPage {
    filter: Filter,
    /// Whether claims are listed one by one.
    is_list: bool,
    /// The line gone to.
    current: usize,
    moved: bool,
    derived: Option<Derived>,
}

/// What is made of a board for a filter.
struct Derived {
    board: Arc<Board>,
    filter: Filter,
    is_list: bool,
    clusters: Arc<[Cluster]>,
    /// The lines: an entry, and the cluster it belongs to.
    lines: Vec<(usize, usize)>,
}

impl ClaimsPage {
    /// Draws the page; says whether it stays.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { session, theme, .. } = *drawing;
        if session.is_board_old() && !session.is_reading_board() {
            drawing.out.run(BoardCommand::Read);
        }
        let mut stays = true;
        egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 8)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = size::HALF;
            let Some(board) = session.board() else {
                ui.colored_label(theme.quiet, "Reading the claims of the workspace…");
                return;
            };
            stays = self.head(ui, drawing, board);
            self.derive(drawing, board);
            let Some(derived) = &self.derived else { return };
            if derived.lines.is_empty() {
                let text = if board.claims().next().is_none() {
                    "No claims yet: select words in an article and press a claim label’s key"
                } else {
                    "No claim fits the filters"
                };
                ui.add_space(size::STEP);
                ui.colored_label(theme.quiet, text);
                return;
            }
            self.current = self.current.min(derived.lines.len() - 1);
            self.walk(ui, drawing);
            let all = ui.available_rect_before_wrap();
            let is_beside = all.width() >= BESIDE;
            let (left, right) = if is_beside {
                all.split_left_right_at_fraction(0.42)
            } else {
                all.split_top_bottom_at_fraction(0.45)
            };
            let area = |rect, salt: &'static str| egui::UiBuilder::new().max_rect(rect).id_salt(salt);
            ui.scope_builder(area(left.shrink2(Vec2::new(0.0, 4.0)), "claims"), |ui| self.lines(ui, drawing));
            ui.scope_builder(area(right.shrink2(Vec2::new(12.0, 4.0)), "group"), |ui| {
                self.group(ui, drawing);
            });
        });
        stays
    }

    /// The title, the two ways to look at it, and the filters; says whether the page stays.
    fn head(&mut self, ui: &mut Ui, drawing: &Drawing<'_>, board: &Board) -> bool {
        let theme = drawing.theme;
        let mut stays = true;
        ui.horizontal(|ui| {
            ui.label(RichText::new("Claims").family(fonts::strong()).size(size::HEADING));
            let claims = counted(board.claims().count(), "claim");
            ui.colored_label(theme.quiet, format!("{claims}, {}", counted(board.links().len(), "link")));
            ui.add_space(size::STEP);
            for (is_list, name) in [(false, "Groups"), (true, "List")] {
                if ui.selectable_label(self.is_list == is_list, name).clicked() {
                    (self.is_list, self.current) = (is_list, 0);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                stays = !ui.button("Back to the text").on_hover_text("Esc").clicked();
                if drawing.session.is_reading_board() {
                    ui.add(egui::Spinner::new().size(size::ICON));
                }
            });
        });
        if self.filter.show(ui, drawing.session, board) {
            self.current = 0;
        }
        ui.separator();
        stays
    }

    fn derive(&mut self, drawing: &Drawing<'_>, board: &Arc<Board>) {
        let is_known = |derived: &Derived| {
            Arc::ptr_eq(&derived.board, board)
                && derived.filter == self.filter
                && derived.is_list == self.is_list
        };
        if self.derived.as_ref().is_some_and(is_known) {
            return;
        }
        let known = self.derived.take().filter(|derived| Arc::ptr_eq(&derived.board, board));
        let clusters: Arc<[Cluster]> =
            known.map_or_else(|| board.clusters().into(), |derived| derived.clusters);
        let mut lines = Vec::new();
        for (number, cluster) in clusters.iter().enumerate().filter(|(_, cluster)| self.filter.takes(cluster))
        {
            let mut fitting =
                cluster.entries.iter().filter(|at| self.filter.fits(drawing.session, &board.entries()[**at]));
            if self.is_list {
                lines.extend(fitting.map(|at| (*at, number)));
            } else if let Some(first) = fitting.next() {
                lines.push((*first, number));
            }
        }
        if self.is_list {
            lines.sort_unstable();
        }
        let (filter, is_list) = (self.filter.clone(), self.is_list);
        self.derived = Some(Derived { board: board.clone(), filter, is_list, clusters, lines });
    }

    /// Arrows go through the lines, Enter opens the text.
    fn walk(&mut self, ui: &Ui, drawing: &mut Drawing<'_>) {
        let Some(derived) = &self.derived else { return };
        self.moved = false;
        if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |key: Key| {
            ui.input_mut(|input| {
                let is_it = |event: &Event| {
                    matches!(event, Event::Key { key: of, pressed: true, modifiers, .. } if *of == key && modifiers.is_none())
                };
                let count = input.events.iter().filter(|event| is_it(event)).count();
                input.events.retain(|event| !is_it(event));
                count
            })
        };
        let (down, up, enter) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp), pressed(Key::Enter));
        if down + up > 0 {
            self.current = (self.current + down).saturating_sub(up).min(derived.lines.len() - 1);
            self.moved = true;
        }
        if enter > 0
            && let Some((at, _)) = derived.lines.get(self.current)
        {
            open(drawing, &derived.board.entries()[*at]);
        }
    }

    fn lines(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Some(derived) = &self.derived else { return };
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut gone_to = None;
        let mut area = ScrollArea::vertical().id_salt("claim lines").auto_shrink(false);
        if self.moved {
            let top = self.current as f32 * LINE - ui.available_height() / 2.0;
            area = area.vertical_scroll_offset(top.max(0.0));
        }
        area.show_rows(ui, LINE, derived.lines.len(), |ui, range| {
            for number in range {
                let (at, cluster) = derived.lines[number];
                let entry = &derived.board.entries()[at];
                let below = if self.is_list {
                    who(drawing, entry)
                } else {
                    about(&derived.board, &derived.clusters[cluster])
                };
                let is_contradicted = derived.clusters[cluster].is_contradicted();
                let row = line(ui, drawing, entry, (&below, is_contradicted), number == self.current);
                if row.clicked() {
                    gone_to = Some(number);
                }
                if row.double_clicked() {
                    open(drawing, entry);
                }
            }
        });
        if let Some(number) = gone_to {
            self.current = number;
        }
    }

    fn group(&self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Some(derived) = &self.derived else { return };
        let Some((_, cluster)) = derived.lines.get(self.current) else { return };
        ScrollArea::vertical().id_salt("group").auto_shrink(false).show(ui, |ui| {
            cluster::show(ui, drawing, &derived.board, &derived.clusters[*cluster]);
        });
    }
}

/// Shows a claim in its article.
fn open(drawing: &mut Drawing<'_>, entry: &BoardEntry) {
    let (file, annotation) = (entry.key.file.clone(), entry.key.id.clone());
    drawing.out.run(LibraryCommand::GoTo { file, annotation, span: Some(entry.span) });
}

/// Who says it, where.
fn who(drawing: &Drawing<'_>, entry: &BoardEntry) -> String {
    let name = drawing.session.schema().name_of_label(&entry.label);
    let claimer = entry.claimer().map(|claimer| drawing.session.name_of_entity(claimer));
    let claimer = claimer.map(|claimer| format!(" by {claimer}")).unwrap_or_default();
    format!("{name}{claimer} · {} · {}", entry.key.file, entry.key.annotator)
}

/// What a group is made of.
fn about(board: &Board, cluster: &Cluster) -> String {
    let files: std::collections::BTreeSet<&str> =
        cluster.entries.iter().map(|at| &*board.entries()[*at].key.file).collect();
    let mut text = format!(
        "{} in {}, {}",
        counted(cluster.entries.len(), "claim"),
        counted(files.len(), "article"),
        counted(cluster.sources.len(), "source")
    );
    if cluster.is_contradicted() {
        text.push_str(" · contradicted");
    }
    text
}

/// One line: what is said, and below it who says it or what it is a group of.
fn line(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    entry: &BoardEntry,
    (below, is_contradicted): (&str, bool),
    current: bool,
) -> egui::Response {
    let Drawing { session, theme, .. } = *drawing;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LINE), Sense::click());
    let told = format!("{}, {below}", entry.quote);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, current, &told));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if current || response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, if current { theme.selection } else { theme.hover });
    }
    let inner = rect.shrink2(Vec2::new(size::STEP, 3.0));
    let left = inner.left() + size::SWATCH + size::STEP;
    let half = inner.top() + inner.height() * 0.56;
    if let Some(label) = session.schema().label(&entry.label) {
        let at = egui::pos2(inner.left() + size::SWATCH / 2.0, inner.top() + inner.height() * 0.3);
        let swatch = egui::Rect::from_center_size(at, Vec2::splat(size::SWATCH));
        label_bar::paint_swatch(ui, swatch, label, theme);
    }
    let room = |top, bottom| egui::Rect::from_min_max([left, top].into(), [inner.right(), bottom].into());
    let upper = LabelStyle::regular(size::TEXT, theme.text);
    drawing.ink.paint_label(ui.painter(), room(inner.top(), half), &entry.quote, upper);
    let color = if is_contradicted {
        theme.danger
    } else if current {
        theme.text
    } else {
        theme.quiet
    };
    let lower = LabelStyle::regular(size::SMALL_TEXT, color);
    drawing.ink.paint_label(ui.painter(), room(half, inner.bottom()), below, lower);
    response
}
