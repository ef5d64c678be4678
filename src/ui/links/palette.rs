//! Choosing by typing: the other end of a link among all annotations of the workspace, and which link it is.

use std::sync::Arc;

use egui::{Align2, Frame, Id, Modal, Rect, ScrollArea, Ui};

use crate::analysis::{Board, BoardEntry};
use crate::model::{EntryKey, RelationSpec};
use crate::session::{BoardCommand, LinkCommand, LinkOption, Session};
use crate::ui::Drawing;
use crate::ui::keyboard_layout::typed_digit;
use crate::ui::palette::{Chooser, LABEL_HEIGHTS, Line, list, place};
use crate::ui::ranking::{Rank, Ranking};
use crate::ui::theme::{Theme, size};
use crate::ui::two_line_row::TwoLineRow;
use crate::words::{say, text};

/// So many lines are offered; more are told by their number.
const MAX_LINES: usize = 200;
/// Height of a line with an annotation: its words, and where it stands.
const LINE: f32 = 44.0;
/// Width of the palette of labels.
const LABELS: f32 = 360.0;

/// Finds the other end of a link by its words, its label or its article.
#[derive(Debug, Default)]
pub(in crate::ui) struct LinkEndPalette {
    chooser: Chooser,
    /// What was found for which words on which board.
    found: Option<(Arc<Board>, String, Vec<usize>)>,
    /// Enter was pressed before the annotations were read.
    takes_first: bool,
}

impl LinkEndPalette {
    /// Draws the palette; says whether it stays.
    pub(in crate::ui) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let Some(linking) = session.linking() else { return false };
        if session.is_board_old() && !session.is_reading_board() {
            drawing.out.run(BoardCommand::Read);
        }
        let room = ctx.content_rect();
        let id = Id::unique("link-palette");
        let top = (room.height() * 0.1).min(96.0);
        let area = Modal::default_area(id)
            .default_size(room.size())
            .anchor(Align2::CENTER_TOP, [0.0, top])
            .accessible_name(text("links-other-end"));
        let found = self.find(session, &linking.from, &linking.label);
        let mut taken = None;
        let frame = Frame::popup(&ctx.global_style()).inner_margin(size::STEP);
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.veil()).show(ctx, |ui| {
            ui.set_width((size::DIALOG + 96.0).min(room.width() - 48.0));
            self.takes_first |=
                self.chooser.field(ui, drawing.ink, text("links-find-end"), found.len().min(MAX_LINES));
            let is_read = session.board().is_some() && !session.is_reading_board();
            let enter = is_read && std::mem::take(&mut self.takes_first);
            ui.add_space(size::HALF);
            let high = (room.height() - top - 96.0).min(480.0);
            ScrollArea::vertical().max_height(high).min_scrolled_height(high).show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 0.0;
                let Some(board) = session.board() else {
                    ui.colored_label(theme.quiet, text("links-reading"));
                    return;
                };
                let lines = found.iter().take(MAX_LINES).filter_map(|at| board.entries().get(*at));
                for (i, entry) in lines.enumerate() {
                    let current = i == self.chooser.current;
                    let row = line(ui, drawing, entry, current);
                    if current {
                        self.chooser.point_at(&row);
                    }
                    if current && self.chooser.moved {
                        row.scroll_to_me(None);
                    }
                    if row.clicked() || (enter && current) {
                        taken = Some((entry.key.clone(), entry.label.clone()));
                    }
                }
                if found.is_empty() {
                    ui.colored_label(theme.quiet, text("links-no-end"));
                } else if found.len() > MAX_LINES {
                    let more = say!("links-more-ends", count = found.len() - MAX_LINES);
                    ui.colored_label(theme.quiet, more);
                }
            });
        });
        if let Some((end, label)) = taken {
            drawing.out.run(LinkCommand::To { end, label });
            return false;
        }
        !modal.should_close()
    }

    /// The annotations that fit what was typed and that the schema lets be linked, best first: places among the board's.
    fn find(&mut self, session: &Session, from: &EntryKey, label: &str) -> Vec<usize> {
        let Some(board) = session.board() else { return Vec::new() };
        let query = self.chooser.query.trim().to_owned();
        if let Some((of, words, found)) = &self.found
            && Arc::ptr_eq(of, board)
            && *words == query
        {
            return found.clone();
        }
        let schema = session.schema();
        let joins = |entry: &BoardEntry| {
            let back = session.annotator() == Some(&entry.key.annotator);
            schema.relations_between(label, &entry.label).next().is_some()
                || (back && schema.relations_between(&entry.label, label).next().is_some())
        };
        let is_seen =
            |entry: &BoardEntry| !session.is_blind() || session.annotator() == Some(&entry.key.annotator);
        let mut ranking = Ranking::new(&query);
        let mut ranked: Vec<(Option<Rank>, bool, usize)> = Vec::new();
        for (at, entry) in board.entries().iter().enumerate() {
            if entry.key == *from || !joins(entry) || !is_seen(entry) {
                continue;
            }
            let rank = if query.is_empty() {
                None
            } else {
                let name = schema.name_of_label(&entry.label);
                let rest = format!("{} {name} {} {}", entry.sentence, entry.key.file, entry.key.annotator);
                let Some(rank) = ranking.rank(&entry.quote, &rest) else { continue };
                Some(rank)
            };
            // Those of other articles are not in sight: they come first.
            ranked.push((rank, entry.key.file == from.file, at));
        }
        ranked.sort();
        let found: Vec<usize> = ranked.into_iter().map(|(_, _, at)| at).collect();
        self.found = Some((board.clone(), query, found.clone()));
        found
    }
}

/// One annotation: its words over its label, article and annotator.
fn line(ui: &mut Ui, drawing: &mut Drawing<'_>, entry: &BoardEntry, current: bool) -> egui::Response {
    let session = drawing.session;
    let schema = session.schema();
    let name = schema.name_of_label(&entry.label);
    let is_own = session.annotator() == Some(&entry.key.annotator);
    let whose = if is_own { String::new() } else { format!(" · {}", entry.key.annotator) };
    let place = format!("{name} · {}{whose}", entry.key.file);
    let row = TwoLineRow {
        label: schema.label(&entry.label),
        upper: &entry.quote,
        lower: &place,
        lower_color: None,
        is_current: current,
        height: LINE,
    };
    row.show(ui, drawing).on_hover_text(&*entry.sentence)
}

/// Says which link it is, its other end being chosen: by its name, or at once by its number.
#[derive(Debug)]
pub(in crate::ui) struct LinkLabelPalette {
    chooser: Chooser,
    near: Option<Rect>,
}

impl LinkLabelPalette {
    /// Opens near the focused annotation.
    pub(in crate::ui) fn near(near: Option<Rect>) -> Self {
        Self { chooser: Chooser::default(), near }
    }

    /// Draws the palette; says whether it stays.
    pub(in crate::ui) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let Some((_, options)) = session.linking().and_then(|linking| linking.to.as_ref()) else {
            return false;
        };
        let schema = session.schema();
        let all: Vec<(usize, &LinkOption, Option<&RelationSpec>)> =
            options.iter().enumerate().map(|(n, o)| (n, o, schema.relation(&o.label))).collect();
        let name = |option: &LinkOption| {
            let name = schema.name_of_relation(&option.label);
            if option.is_reversed { format!("← {name}") } else { name.to_owned() }
        };
        let words = |(_, option, spec): &(usize, &LinkOption, Option<&RelationSpec>)| {
            (name(option), spec.map(|spec| spec.description.clone()).unwrap_or_default())
        };
        let typed = self.chooser.query.trim().to_owned();
        let number = if typed.is_empty() { ctx.input(typed_digit) } else { typed.parse().ok() };
        let by_number = number.and_then(|n| all.get(n.checked_sub(1)?));
        let lines = match by_number {
            Some(line) => vec![line],
            None => self.chooser.fitting(all.iter(), words, |_| false),
        };
        let mut taken = by_number.map(|(_, option, _)| (*option).clone());
        let (area, high) = place("link-label-palette", self.near, ctx, LABEL_HEIGHTS);
        let drawn = area.accessible_name(text("links-which")).show(ctx, |ui| {
            Frame::popup(ui.style()).inner_margin(size::STEP).show(ui, |ui| {
                ui.set_width(LABELS.min(ctx.content_rect().width() - 48.0));
                let enter = self.chooser.field(ui, drawing.ink, text("links-as"), lines.len());
                ui.add_space(size::HALF);
                list(ui, high - size::ROW - size::GROUP, |ui| {
                    for (i, line @ (number, option, _)) in lines.iter().enumerate() {
                        let current = i == self.chooser.current;
                        let (name, description) = words(line);
                        let key = (number + 1).to_string();
                        let shown = Line { name: &name, description: &description, key, current };
                        let row = row(ui, &shown, theme);
                        if current {
                            self.chooser.point_at(&row);
                        }
                        if row.clicked() || (enter && current) {
                            taken = Some((*option).clone());
                        }
                    }
                    if lines.is_empty() {
                        ui.colored_label(theme.quiet, text("links-none-named"));
                    }
                });
            });
        });
        if let Some(option) = taken {
            drawing.out.run(LinkCommand::Choose(option));
            return false;
        }
        let elsewhere = ctx.input(|i| {
            let at = i.pointer.interact_pos();
            i.pointer.any_pressed() && at.is_some_and(|at| !drawn.response.rect.contains(at))
        });
        if elsewhere {
            drawing.out.run(LinkCommand::Reconsider);
        }
        !elsewhere
    }
}

fn row(ui: &mut Ui, line: &Line<'_>, theme: &Theme) -> egui::Response {
    line.show(ui, theme, None)
}
