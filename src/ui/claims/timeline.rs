//! Claims along the days, a line for each who makes them: by the day they were claimed, or their article was published.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, Pos2, Rect, RichText, ScrollArea, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};

use super::known::Known;
use super::scale::{self, Scale};
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, icon, menu};
use crate::words::{say, text};

/// Height of a line, and of the row of days.
const LANE: f32 = 30.0;
/// Points between two days that are written.
const APART: f32 = 96.0;
/// Half the size of a sign.
const SIGN: f32 = 5.0;
/// How near a sign a click has to be.
const NEAR: f32 = 9.0;

/// Which day counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    #[default]
    Claimed,
    Published,
}

/// One who makes claims, with the day of each.
#[derive(Debug)]
struct Lane {
    name: Arc<str>,
    /// Day and claim, the earliest first.
    claims: Vec<(i64, usize)>,
}

/// The timeline: which days count, how far apart they are, and its lines.
#[derive(Debug, Default)]
pub(super) struct Timeline {
    by: By,
    scale: Option<Scale>,
    lanes: Vec<Lane>,
    /// Claims whose day is not known.
    unknown: usize,
    /// What the lanes were made of: the lines by their number, and which day counts.
    of: Option<(u64, By)>,
    width: f32,
}

impl Timeline {
    /// Draws it; gives the claim that was clicked.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        known: &Known,
        (lines, serial, current): (&[(usize, usize)], u64, Option<usize>),
    ) -> Option<usize> {
        self.derive(known, (lines, serial));
        self.head(ui, drawing);
        let theme = drawing.theme;
        if self.lanes.is_empty() {
            ui.colored_label(theme.quiet, text("claims-timeline-none"));
            return None;
        }
        let names = (ui.available_width() * 0.26).clamp(96.0, 220.0);
        let (axis, response) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), LANE), Sense::click_and_drag());
        let plot = axis.with_min_x(axis.left() + names);
        let scale = self.scale(ui, plot, &response);
        ticks(ui, drawing, plot, scale);
        let cluster = current.map(|at| known.cluster_of[at]);
        let mut clicked = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("lanes").auto_shrink(false);
        area.show_rows(ui, LANE, self.lanes.len(), |ui, range| {
            for lane in &self.lanes[range] {
                let marked = (current, cluster);
                clicked = self::lane(ui, drawing, known, (lane, names, scale), marked).or(clicked);
            }
        });
        clicked
    }

    fn derive(&mut self, known: &Known, (lines, serial): (&[(usize, usize)], u64)) {
        let of = (serial, self.by);
        if self.of.replace(of) == Some(of) {
            return;
        }
        let days = match self.by {
            By::Claimed => &known.claimed,
            By::Published => &known.published,
        };
        let mut lanes: BTreeMap<Arc<str>, Vec<(i64, usize)>> = BTreeMap::new();
        self.unknown = 0;
        for (at, _) in lines {
            match days[*at] {
                Some(day) => lanes.entry(known.source(*at)).or_default().push((scale::number(day), *at)),
                None => self.unknown += 1,
            }
        }
        self.lanes = lanes.into_iter().map(|(name, claims)| Lane { name, claims }).collect();
        for lane in &mut self.lanes {
            lane.claims.sort_unstable();
        }
        // Who said it first stands first.
        self.lanes.sort_by_key(|lane| lane.claims.first().map(|(day, _)| *day));
        self.scale = None;
    }

    /// Which day counts, how far apart they are, and how many have none.
    fn head(&mut self, ui: &mut Ui, drawing: &Drawing<'_>) {
        let theme = drawing.theme;
        ui.horizontal_wrapped(|ui| {
            ui.selectable_value(&mut self.by, By::Claimed, text("claims-timeline-by-claimed"));
            ui.selectable_value(&mut self.by, By::Published, text("claims-timeline-by-published"));
            for (sign, name, factor) in [
                (icon::MINUS, "claims-timeline-closer", 1.0 / 1.5),
                (icon::PLUS, "claims-timeline-apart", 1.5),
            ] {
                let button = ui.small_button(sign);
                menu::named(&button, text(name));
                if button.on_hover_text(text("claims-timeline-zoom-hint")).clicked()
                    && let Some(scale) = &mut self.scale
                {
                    *scale = scale.zoomed(factor, self.width / 2.0);
                }
            }
            if ui.small_button(text("claims-timeline-all")).clicked() {
                self.scale = None;
            }
            let quiet = |words: &str| RichText::new(words).color(theme.quiet).size(size::SMALL_TEXT);
            ui.label(quiet(text("claims-timeline-signs")));
            if self.unknown > 0 {
                ui.label(quiet(&say!("claims-timeline-without-day", count = self.unknown)));
            }
        });
    }

    /// The scale after what the pointer does with it.
    fn scale(&mut self, ui: &Ui, plot: Rect, response: &egui::Response) -> Scale {
        let all =
            self.lanes.iter().flat_map(|lane| lane.claims.first().into_iter().chain(lane.claims.last()));
        let (first, last) =
            all.fold((i64::MAX, i64::MIN), |(first, last), (day, _)| (first.min(*day), last.max(*day)));
        self.width = plot.width();
        let mut scale = self.scale.unwrap_or_else(|| Scale::fitting(first, last, plot.width()));
        if response.dragged() {
            scale = scale.panned(-response.drag_delta().x);
        }
        let zoom = ui.input(egui::InputState::zoom_delta);
        if zoom != 1.0
            && let Some(at) = ui.input(|input| input.pointer.hover_pos())
            && ui.max_rect().contains(at)
        {
            scale = scale.zoomed(zoom, at.x - plot.left());
        }
        self.scale = Some(scale);
        scale
    }
}

/// The days along the top, and lines below them.
fn ticks(ui: &Ui, drawing: &mut Drawing<'_>, plot: Rect, scale: Scale) {
    let theme = drawing.theme;
    let painter = ui.painter_at(plot);
    let bottom = ui.max_rect().bottom();
    for day in scale.ticks(plot.width(), APART) {
        let x = (plot.left() + scale.x(day)).round();
        ui.painter().vline(x, plot.bottom()..=bottom, (size::HAIRLINE, theme.hairline));
        let room = Rect::from_min_max([x + 3.0, plot.top()].into(), [x + APART, plot.bottom()].into());
        let style = LabelStyle::regular(size::SMALL_TEXT, theme.quiet);
        drawing.ink.paint_label(&painter, room, &scale::written(scale::day(day)), style);
    }
    ui.painter().hline(plot.x_range(), plot.bottom(), (size::HAIRLINE, theme.hairline));
}

/// One who makes claims; gives the claim that was clicked.
fn lane(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    known: &Known,
    (lane, names, scale): (&Lane, f32, Scale),
    (current, cluster): (Option<usize>, Option<usize>),
) -> Option<usize> {
    let theme = drawing.theme;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LANE), Sense::click());
    let first = lane.claims.first().map(|(day, _)| scale::written(scale::day(*day))).unwrap_or_default();
    let count = lane.claims.len();
    let told = say!("claims-timeline-lane", name = &*lane.name, count = count, day = first);
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &told));
    if response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, theme.hover);
    }
    let (name, plot) = rect.split_left_right_at_x(rect.left() + names);
    let style = LabelStyle::regular(size::TEXT, theme.text);
    drawing.ink.paint_label(ui.painter(), name.shrink2(Vec2::new(4.0, 0.0)), &lane.name, style);
    let painter = ui.painter_at(plot);
    let x = |day: i64| plot.left() + scale.x(day);
    let seen = |day: i64| plot.x_range().expand(SIGN).contains(x(day));
    let start = lane.claims.partition_point(|(day, _)| x(*day) < plot.left() - SIGN);
    let mut last: Option<(f32, usize)> = None;
    for (day, at) in lane.claims[start..].iter().take_while(|(day, _)| seen(*day)) {
        let at_x = x(*day);
        // Those of one place are one sign, which is larger.
        let crowd = match last {
            Some((before, count)) if at_x - before < 1.0 => count + 1,
            _ => 1,
        };
        let is_marked = cluster == Some(known.cluster_of[*at]);
        let is_current = current == Some(*at);
        if crowd <= 4 || is_current {
            let center = Pos2::new(at_x, plot.center().y);
            let is_contradicted = known.clusters[known.cluster_of[*at]].is_contradicted();
            let fill = if is_contradicted { theme.danger } else { theme.accent };
            let fill = if cluster.is_some() && !is_marked { fill.gamma_multiply(0.45) } else { fill };
            let radius = SIGN + (crowd.min(4) - 1) as f32;
            sign(&painter, center, (radius, is_contradicted), fill, theme.page);
            if is_current {
                painter.circle_stroke(center, radius + 3.0, Stroke::new(1.5, theme.focus));
            }
        }
        last = Some((if crowd == 1 { at_x } else { last.map_or(at_x, |(before, _)| before) }, crowd));
    }
    let near = |position: Pos2| {
        let near = lane.claims[start..].iter().take_while(|(day, _)| seen(*day));
        let near = near.filter(|(day, _)| (x(*day) - position.x).abs() <= NEAR);
        near.min_by(|one, other| (x(one.0) - position.x).abs().total_cmp(&(x(other.0) - position.x).abs()))
    };
    let under = response.hover_pos().and_then(near).map(|(_, at)| *at);
    let clicked = response.interact_pointer_pos().filter(|_| response.clicked()).and_then(near);
    let clicked = clicked.map(|(_, at)| *at);
    if let Some(at) = under {
        let entry = &known.board.entries()[at];
        let text = format!("{}\n{}", entry.quote, entry.key.file);
        response.on_hover_ui_at_pointer(|ui| {
            let style = LabelStyle::regular(size::TEXT, theme.text);
            drawing.ink.paragraph(ui, &text, style, size::DIALOG / 1.5);
        });
    }
    clicked
}

/// A claim: a dot, or a diamond where its group is contradicted.
fn sign(
    painter: &egui::Painter,
    center: Pos2,
    (radius, is_diamond): (f32, bool),
    fill: Color32,
    edge: Color32,
) {
    let line = Stroke::new(1.0, edge);
    if is_diamond {
        let far = radius * 1.25;
        let corner = |x: f32, y: f32| center + Vec2::new(x * far, y * far);
        let corners = vec![corner(0.0, -1.0), corner(1.0, 0.0), corner(0.0, 1.0), corner(-1.0, 0.0)];
        painter.add(Shape::convex_polygon(corners, fill, line));
    } else {
        painter.circle(center, radius, fill, line);
    }
}
