//! The figures and days that the claims of a group name, set against each other.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Response, Sense, Ui, Vec2, WidgetInfo};

use super::known::Known;
use super::rows::MeasuredRows;
use crate::analysis::{Board, Cluster, Facts, NamedDay, Number};
use crate::ui::links::day;
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, access};
use crate::words::{say, text};

/// Claims of a large group that are looked at in one frame.
const AT_ONCE: usize = 64;
/// Space between columns.
const GAP: f32 = 12.0;
/// Shares of the width: who says it, figures, days.
const COLUMNS: [f32; 3] = [0.46, 0.27, 0.27];

/// What the claims of a group name, as far as they were looked at, and in how many each stands.
#[derive(Debug, Default)]
pub(super) struct FiguresTable {
    /// The group: its claims, and which board they are of.
    of: Option<(Arc<Board>, Vec<usize>)>,
    facts: Vec<Facts>,
    numbers: BTreeMap<Number, usize>,
    days: BTreeMap<NamedDay, usize>,
    rows: MeasuredRows,
}

impl FiguresTable {
    /// Draws the table; gives the claim that was clicked.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        known: &Known,
        (current, cluster): (usize, &Cluster),
    ) -> Option<usize> {
        self.look(ui, known, cluster);
        let theme = drawing.theme;
        let width = ui.available_width();
        let hint = text("claims-figures-hint");
        drawing.ink.label(ui, hint, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
        let heads = ["claims-figures-who", "claims-figures-numbers", "claims-figures-days"];
        access::table(ui, text("claims-figures-hint"), (self.facts.len() + 1, COLUMNS.len()));
        let (row, _) = ui.allocate_exact_size(Vec2::new(width, size::CONTROL), Sense::hover());
        access::cells(ui.ctx(), ui.unique_id(), (Role::ColumnHeader, 0), || {
            heads.iter().map(|head| (row, text(head).to_owned())).collect()
        });
        let mut left = row.left();
        for (head, share) in heads.into_iter().zip(COLUMNS) {
            let room = egui::Rect::from_min_size(
                [left, row.top()].into(),
                Vec2::new(width * share - GAP, size::CONTROL),
            );
            drawing.ink.paint_label(
                ui.painter(),
                room,
                text(head),
                LabelStyle::semi_bold(size::SMALL_TEXT, theme.quiet),
            );
            left += width * share;
        }
        ui.painter().hline(row.x_range(), row.bottom(), (size::HAIRLINE, theme.hairline));
        let Self { facts, numbers, days, rows, .. } = self;
        let mut gone_to = None;
        let all = facts.len();
        rows.show(ui, all, |ui, number| {
            let at = cluster.entries[number];
            let facts = &facts[number];
            let figures = facts.numbers.iter().map(|number| (number.to_string(), numbers[number]));
            let named = facts.days.iter().map(|named| (day(*named), days[named]));
            let said = [figures.collect::<Vec<_>>(), named.collect::<Vec<_>>()];
            let drawn = line(ui, drawing, known, (at, at == current), (&said, all));
            access::row(&drawn, number + 1);
            access::cells(ui.ctx(), drawn.id, (Role::Cell, number + 1), || {
                let who = format!("{}: {}", known.source(at), known.board.entries()[at].quote);
                let told = said.iter().map(|values| in_words(values, all));
                std::iter::once(who).chain(told).map(|told| (drawn.rect, told)).collect()
            });
            if drawn.clicked() {
                gone_to = Some(at);
            }
        });
        gone_to
    }

    /// Looks at the claims of a group, of a large one at some in each frame.
    fn look(&mut self, ui: &Ui, known: &Known, cluster: &Cluster) {
        let is_it = |(board, entries): &(Arc<Board>, Vec<usize>)| {
            Arc::ptr_eq(board, &known.board) && *entries == cluster.entries
        };
        let is_known = self.of.as_ref().is_some_and(is_it);
        if !is_known {
            *self = Self { of: Some((known.board.clone(), cluster.entries.clone())), ..Self::default() };
        }
        let left = &cluster.entries[self.facts.len()..];
        for at in left.iter().take(AT_ONCE) {
            let facts = Facts::of(&known.board.entries()[*at].sentence);
            for number in &facts.numbers {
                *self.numbers.entry(*number).or_default() += 1;
            }
            for day in &facts.days {
                *self.days.entry(*day).or_default() += 1;
            }
            self.facts.push(facts);
        }
        if left.len() > AT_ONCE {
            ui.ctx().request_repaint();
        }
    }
}

/// Figures or days as they are heard, each with how many claims name it where not all do.
fn in_words(values: &[(String, usize)], all: usize) -> String {
    let told = |(value, count): &(String, usize)| {
        if *count == all {
            return value.clone();
        }
        format!("{value} ({})", say!("claims-figures-named-by", count = *count, all = all))
    };
    if values.is_empty() { "–".to_owned() } else { values.iter().map(told).collect::<Vec<_>>().join(", ") }
}

/// One claim, to be clicked.
fn line(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    known: &Known,
    (at, is_current): (usize, bool),
    (said, all): (&[Vec<(String, usize)>; 2], usize),
) -> Response {
    let theme = drawing.theme;
    let entry = &known.board.entries()[at];
    let width = ui.available_width();
    let before = ui.painter().add(egui::Shape::Noop);
    let drawn = ui.horizontal_top(|ui| {
        // The cells of the row say it.
        ui.ctx().accesskit_node_builder(ui.unique_id(), egui::accesskit::Node::set_hidden);
        ui.spacing_mut().item_spacing = Vec2::new(0.0, 2.0);
        let column = |ui: &mut Ui, share: f32, add: &mut dyn FnMut(&mut Ui, f32)| {
            let room = Vec2::new(width * share, 0.0);
            ui.allocate_ui(room, |ui| {
                ui.set_width(width * share);
                ui.vertical(|ui| add(ui, width * share - GAP));
            });
        };
        column(ui, COLUMNS[0], &mut |ui, width| {
            let who = known.source(at);
            drawing.ink.label(ui, &who, LabelStyle::semi_bold(size::TEXT, theme.text), width);
            drawing.ink.label(ui, &entry.quote, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
        });
        for (values, share) in said.iter().zip(&COLUMNS[1..]) {
            column(ui, *share, &mut |ui, width| {
                if values.is_empty() {
                    drawing.ink.label(ui, "–", LabelStyle::regular(size::TEXT, theme.quiet), width);
                }
                for (value, count) in values {
                    let is_shared = *count == all;
                    let style = if is_shared || all == 1 {
                        LabelStyle::regular(size::TEXT, theme.text)
                    } else {
                        LabelStyle::semi_bold(size::TEXT, theme.danger)
                    };
                    // The sign says it too, and not the colour alone.
                    let text = if is_shared || all == 1 { value.clone() } else { format!("≠ {value}") };
                    let label = drawing.ink.label(ui, &text, style, width);
                    label.on_hover_text(say!("claims-figures-named-by", count = *count, all = all));
                }
            });
        }
    });
    let rect = drawn.response.rect.with_max_x(drawn.response.rect.left() + width);
    if is_current {
        let fill = egui::Shape::rect_filled(rect.expand(2.0), size::RADIUS, theme.selection);
        ui.painter().set(before, fill);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() + 2.0, (size::HAIRLINE, theme.hairline));
    let click = ui.interact(rect, ui.scope_id().with(("figures", at)), Sense::click());
    ui.add_space(6.0);
    click.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}: {}", known.source(at), entry.quote))
    });
    click
}
