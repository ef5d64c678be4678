//! A picture of a group: its claims as cards in columns by who says them or by article, and links as lines that are told apart by
//! their shape.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Pos2, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::curve::{self, LineShape};
use super::known::Known;
use crate::analysis::{Board, Cluster};
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle};
use crate::words::{say, text};

const CARD: Vec2 = Vec2::new(208.0, 84.0);
/// Space between columns, in which lines run, and between cards of one.
const BETWEEN: Vec2 = Vec2::new(72.0, 20.0);
/// The head of a column.
const HEAD: f32 = 30.0;

/// What columns are of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Columns {
    #[default]
    Claimer,
    Article,
}

/// The picture, and where each card stands in it.
#[derive(Debug, Default)]
pub(super) struct Picture {
    columns: Columns,
    /// What it was made of: the claims of the group, and which board they and their links are of.
    of: Option<(Arc<Board>, Vec<usize>, Columns)>,
    heads: Vec<Arc<str>>,
    /// Of each claim its column, and its place in it.
    places: HashMap<usize, (usize, usize)>,
    high: usize,
    /// Of each link the claims at its ends, and its shape.
    links: Vec<([usize; 2], LineShape)>,
}

impl Picture {
    /// Draws it; gives the claim that was clicked.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        known: &Known,
        (current, cluster): (usize, &Cluster),
    ) -> Option<usize> {
        let theme = drawing.theme;
        ui.horizontal_wrapped(|ui| {
            ui.selectable_value(&mut self.columns, Columns::Claimer, text("claims-picture-by-claimer"));
            ui.selectable_value(&mut self.columns, Columns::Article, text("claims-picture-by-article"));
            for (shape, name) in LineShape::ALL {
                let (rect, _) = ui.allocate_exact_size(Vec2::new(34.0, size::ICON), Sense::hover());
                let (from, to) = (rect.left_center(), rect.right_center());
                curve::paint(ui.painter(), [from, from, to, to], shape, theme);
                ui.label(RichText::new(text(name)).color(theme.quiet).size(size::SMALL_TEXT));
            }
        });
        self.arrange(known, cluster);
        let wide = self.heads.len() as f32 * (CARD.x + BETWEEN.x);
        let high = HEAD + self.high as f32 * (CARD.y + BETWEEN.y) + BETWEEN.y;
        let mut gone_to = None;
        ScrollArea::both().id_salt("picture").auto_shrink(false).show_viewport(ui, |ui, seen| {
            ui.set_min_size(Vec2::new(wide, high));
            let origin = ui.max_rect().min;
            let in_sight = seen.translate(origin.to_vec2());
            self.lines(ui, drawing, origin, in_sight);
            for at in &cluster.entries {
                let Some(rect) = self.rect(*at, origin).filter(|rect| rect.intersects(in_sight)) else {
                    continue;
                };
                let response = self.card(ui, drawing, known, (*at, rect), *at == current);
                if response.clicked() {
                    gone_to = Some(*at);
                }
                if response.double_clicked() {
                    super::open(drawing, &known.board.entries()[*at]);
                }
            }
            self.heads(ui, drawing, origin, in_sight);
        });
        gone_to
    }

    /// Puts the cards in columns, those claimed first above.
    fn arrange(&mut self, known: &Known, cluster: &Cluster) {
        let is_it = |(board, entries, columns): &(Arc<Board>, Vec<usize>, Columns)| {
            Arc::ptr_eq(board, &known.board) && *entries == cluster.entries && *columns == self.columns
        };
        if self.of.as_ref().is_some_and(is_it) {
            return;
        }
        let mut columns: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
        for at in &cluster.entries {
            let head = match self.columns {
                Columns::Claimer => known.source(*at),
                Columns::Article => known.board.entries()[*at].key.file.clone(),
            };
            columns.entry(head).or_default().push(*at);
        }
        let day = |at: &usize| (known.claimed[*at].is_none(), known.claimed[*at], *at);
        let mut columns: Vec<(Arc<str>, Vec<usize>)> = columns.into_iter().collect();
        for (_, entries) in &mut columns {
            entries.sort_by_key(day);
        }
        // Who said it first stands at the left.
        columns.sort_by_key(|(_, entries)| entries.first().map(day));
        self.high = columns.iter().map(|(_, entries)| entries.len()).max().unwrap_or_default();
        let places = columns.iter().enumerate().flat_map(|(column, (_, entries))| {
            entries.iter().enumerate().map(move |(row, at)| (*at, (column, row)))
        });
        self.places = places.collect();
        self.heads = columns.into_iter().map(|(head, _)| head).collect();
        let board = &known.board;
        let ends = |at: &usize| {
            let link = &board.links()[*at];
            let (from, to) = board.position(&link.from).zip(board.position(&link.to))?;
            Some(([from, to], LineShape::of(&link.label)))
        };
        self.links = cluster.links.iter().filter_map(ends).collect();
        self.of = Some((known.board.clone(), cluster.entries.clone(), self.columns));
    }

    fn rect(&self, at: usize, origin: Pos2) -> Option<Rect> {
        let (column, row) = self.places.get(&at)?;
        let left = *column as f32 * (CARD.x + BETWEEN.x) + 2.0;
        let top = HEAD + *row as f32 * (CARD.y + BETWEEN.y) + 6.0;
        Some(Rect::from_min_size(origin + Vec2::new(left, top), CARD))
    }

    /// The links of the cards in sight.
    fn lines(&self, ui: &Ui, drawing: &Drawing<'_>, origin: Pos2, in_sight: Rect) {
        for ([from, to], shape) in &self.links {
            let Some((from, to)) = self.rect(*from, origin).zip(self.rect(*to, origin)) else { continue };
            if from.intersects(in_sight) || to.intersects(in_sight) {
                curve::paint(ui.painter(), curve::between(from, to), *shape, drawing.theme);
            }
        }
    }

    fn card(
        &self,
        ui: &Ui,
        drawing: &mut Drawing<'_>,
        known: &Known,
        (at, rect): (usize, Rect),
        is_current: bool,
    ) -> egui::Response {
        let theme = drawing.theme;
        let entry = &known.board.entries()[at];
        let response = ui.interact(rect, ui.scope_id().with(("picture", at)), Sense::click());
        let who = known.source(at);
        let told = say!("claims-picture-card", who = &*who, quote = &*entry.quote);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, &told));
        let line = if is_current || response.has_focus() {
            Stroke::new(2.0, theme.focus)
        } else {
            Stroke::new(1.0, theme.hairline)
        };
        let fill = if response.hovered() { theme.hover } else { theme.raised };
        ui.painter().rect(rect, size::RADIUS, fill, line, StrokeKind::Inside);
        let inner = rect.shrink2(Vec2::new(8.0, 5.0));
        let below = inner.with_min_y(inner.bottom() - 18.0);
        let scale = ui.pixels_per_point();
        let weight = crate::typeset::Weight::Regular;
        let words =
            drawing.ink.layout_paragraph(&entry.quote, size::TEXT * scale, weight, inner.width() * scale);
        // As many whole lines as there is room for.
        let lines = ((below.top() - inner.top()) * scale / words.line_height().max(1.0)).floor().max(1.0);
        let clip = inner.with_max_y(inner.top() + lines * words.line_height() / scale);
        let painter = ui.painter_at(clip.intersect(ui.clip_rect()));
        drawing.ink.paint(&painter, &words, (inner.min.to_vec2() * scale).to_pos2(), theme.text);
        let day = known.claimed[at].map(|(y, m, d)| format!(" · {y}-{m:02}-{d:02}")).unwrap_or_default();
        let place = match self.columns {
            Columns::Claimer => format!("{}{day}", entry.key.file),
            Columns::Article => format!("{who}{day}"),
        };
        let style = LabelStyle::regular(size::SMALL_TEXT, theme.quiet);
        drawing.ink.paint_label(ui.painter(), below, &place, style);
        response.on_hover_ui(|ui| {
            let style = LabelStyle::regular(size::TEXT, theme.text);
            drawing.ink.paragraph(ui, &entry.sentence, style, size::DIALOG / 1.5);
        })
    }

    /// Whose each column is, at the top also when cards below are looked at.
    fn heads(&self, ui: &Ui, drawing: &mut Drawing<'_>, origin: Pos2, in_sight: Rect) {
        let theme = drawing.theme;
        let bar = Rect::from_min_size(in_sight.min, Vec2::new(in_sight.width(), HEAD));
        ui.painter().rect_filled(bar, 0.0, theme.page);
        for (column, head) in self.heads.iter().enumerate() {
            let left = origin.x + column as f32 * (CARD.x + BETWEEN.x) + 4.0;
            let room = Rect::from_min_size(Pos2::new(left, bar.top()), Vec2::new(CARD.x, HEAD));
            if room.intersects(in_sight) {
                drawing.ink.paint_label(
                    ui.painter(),
                    room,
                    head,
                    LabelStyle::semi_bold(size::TEXT, theme.text),
                );
            }
        }
        ui.painter().hline(bar.x_range(), bar.bottom(), (size::HAIRLINE, theme.hairline));
    }
}
