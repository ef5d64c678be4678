//! Choosing by typing: a command of the table, or a label at the selection.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, Area, Context, FontFamily, FontId, Frame, Id, Key, Modal, Modifiers, Order, Rect, Response,
    RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo,
};

use super::access::points_at;
use super::actions::view::COMMAND_PALETTE;
use super::actions::{self, Action};
use super::keyboard_layout::is_key;
use super::ranking::{Rank, Ranking};
use super::text_field::TextField;
use super::theme::{Theme, size};
use super::{Drawing, Ink, fonts, label_bar, label_names, menu};
use crate::model::{AnnotationKind, Label};
use crate::session::{AnnotateCommand, Command, Session};
use crate::words::text;

/// Width of the palette of labels.
const LABELS: f32 = 360.0;
/// Heights of the palette of labels, and of those like it, field included.
pub(super) const LABEL_HEIGHTS: Heights = Heights { least: 160.0, enough: 240.0, most: 400.0 };

/// How high a palette may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heights {
    /// The least height, whatever room there is.
    pub(super) least: f32,
    /// With so much room below it stands there, also where there is more above.
    pub(super) enough: f32,
    /// The greatest height.
    pub(super) most: f32,
}

/// The typed words and the line gone to.
#[derive(Debug, Default)]
pub(super) struct Chooser {
    pub(super) query: String,
    pub(super) current: usize,
    opened: bool,
    pub(super) moved: bool,
    field: Option<Id>,
}

impl Chooser {
    /// The field; says whether the current line is taken.
    pub(super) fn field(&mut self, ui: &mut Ui, ink: &mut Ink, name: &str, lines: usize) -> bool {
        // Taken before the field sees them.
        let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let taken = pressed(Key::Enter) > 0;
        let lines = lines.max(1);
        self.moved = down != up;
        self.current = (self.current.min(lines - 1) + down + lines - up % lines) % lines;
        let edit = TextField::line(&mut self.query).hint(name).width(f32::INFINITY).margin(8.0, 6.0);
        let field = edit.show(ui, ink);
        menu::named(&field, name);
        self.field = Some(field.id);
        if !std::mem::replace(&mut self.opened, true) || !field.has_focus() {
            field.request_focus();
        }
        if field.changed() {
            (self.current, self.moved) = (0, true);
        }
        taken
    }

    /// Says that the keys of the field are on a line.
    pub(super) fn point_at(&self, line: &Response) {
        if let Some(field) = self.field {
            points_at(field, line);
        }
    }

    /// The lines that fit what was typed, best first; all in their order when nothing was. `text` gives the name of a line,
    /// and what else is said of it.
    pub(super) fn fitting<'a, T>(
        &self,
        lines: impl Iterator<Item = &'a T>,
        text: impl Fn(&T) -> (String, String),
        exact: impl Fn(&T) -> bool,
    ) -> Vec<&'a T> {
        let mut ranking = Ranking::new(&self.query);
        let rank = |line: &'a T| {
            let (name, rest) = text(line);
            let rank = if exact(line) { Some(Rank::Exact) } else { ranking.rank(&name, &rest) };
            Some((rank?, line))
        };
        let mut ranked: Vec<(Rank, &T)> = lines.filter_map(rank).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, line)| line).collect()
    }
}

/// Paints a sign in a square.
pub(super) type PaintMark<'a> = &'a dyn Fn(&Ui, Rect);

/// One line of a palette, as it is drawn and heard.
pub(super) struct Line<'a> {
    pub(super) name: &'a str,
    pub(super) description: &'a str,
    pub(super) key: String,
    pub(super) current: bool,
}

impl Line<'_> {
    /// Draws it over the whole width; `mark` paints before the name in a square.
    pub(super) fn show(&self, ui: &mut Ui, theme: &Theme, mark: Option<PaintMark<'_>>) -> Response {
        // By what it says: another line in its place is heard as another.
        let row = ui.push_id((self.name, self.description), |ui| {
            ui.allocate_exact_size(Vec2::new(ui.available_width(), size::ROW), Sense::click())
        });
        let (rect, response) = row.inner;
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), self.current, self.name)
        });
        if !self.description.is_empty() {
            response.ctx.accesskit_node_builder(response.id, |node| node.set_description(self.description));
        }
        if !ui.is_rect_visible(rect) {
            return response;
        }
        if self.current || response.hovered() {
            let fill = if self.current { theme.selection } else { theme.hover };
            ui.painter().rect_filled(rect, size::RADIUS, fill);
        }
        let mut left = rect.left() + size::STEP;
        let middle = rect.center().y;
        if let Some(mark) = mark {
            mark(
                ui,
                Rect::from_center_size(
                    egui::pos2(left + size::SWATCH / 2.0, middle),
                    Vec2::splat(size::SWATCH),
                ),
            );
            left += size::SWATCH + size::STEP;
        }
        let regular = |size| FontId::new(size, FontFamily::Proportional);
        let quiet = if self.current { theme.text } else { theme.quiet };
        let key = ui.painter().layout_no_wrap(self.key.clone(), regular(size::SMALL_TEXT), quiet);
        let right = rect.right() - size::STEP - key.size().x;
        ui.painter().galley(egui::pos2(right, middle - key.size().y / 2.0), key, quiet);
        // Whether all of it is there to be read.
        let mut place = |text: &str, font: FontId, color| {
            let room = right - size::STEP - left;
            if room < 24.0 || text.is_empty() {
                return text.is_empty();
            }
            let format = egui::TextFormat::simple(font, color);
            let mut job = egui::text::LayoutJob::single_section(text.to_owned(), format);
            job.wrap = egui::text::TextWrapping::truncate_at_width(room);
            let galley = ui.fonts_mut(|f| f.layout_job(job));
            let (width, is_cut) = (galley.size().x, galley.elided);
            ui.painter().galley(egui::pos2(left, middle - galley.size().y / 2.0), galley, color);
            left += width + size::STEP;
            !is_cut
        };
        let has_name = place(self.name, regular(size::TEXT), theme.text);
        let has_description = place(self.description, regular(size::SMALL_TEXT), quiet);
        match (has_name, has_description) {
            (true, true) => response,
            (true, false) => response.on_hover_text(self.description),
            (false, _) => response.on_hover_text(format!("{}\n{}", self.name, self.description).trim_end()),
        }
    }
}

/// Finds anything that can be done by its name.
#[derive(Debug, Default)]
pub(super) struct CommandPalette {
    chooser: Chooser,
}

impl CommandPalette {
    /// Draws the palette; says whether it stays.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        // Each is asked once a frame whether it is possible.
        let possible = |action: &&Action| **action != COMMAND_PALETTE && action.is_possible(session);
        let said = |a: &Action| {
            let rest = [a.menu.name(), a.description()].into_iter().chain(a.names_elsewhere());
            (a.name().to_owned(), rest.collect::<Vec<_>>().join(" "))
        };
        let lines = self.chooser.fitting(actions::all().filter(possible), said, |_| false);
        let room = ctx.content_rect();
        let id = Id::unique("command-palette");
        let top = (room.height() * 0.1).min(96.0);
        let area = Modal::default_area(id)
            .default_size(room.size())
            .anchor(Align2::CENTER_TOP, [0.0, top])
            .accessible_name(text("panels-palette-title"));
        let mut taken = None;
        let frame = Frame::popup(&ctx.global_style()).inner_margin(size::STEP);
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.veil()).show(ctx, |ui| {
            ui.set_width((size::DIALOG + 64.0).min(room.width() - 48.0));
            let enter = self.chooser.field(ui, drawing.ink, text("panels-palette-find"), lines.len());
            ui.add_space(size::HALF);
            list(ui, (room.height() - top - 96.0).min(420.0), |ui| {
                for (i, action) in lines.iter().enumerate() {
                    let current = i == self.chooser.current;
                    let (name, description) = (action.name(), action.description());
                    let line = Line { name, description, key: drawing.shortcuts.key(action), current };
                    let row = line.show(ui, theme, None);
                    if current {
                        self.chooser.point_at(&row);
                    }
                    if current && self.chooser.moved {
                        row.scroll_to_me(None);
                    }
                    if row.clicked() || (enter && current) {
                        taken = Some(*action);
                    }
                }
                if lines.is_empty() {
                    ui.colored_label(theme.quiet, text("panels-palette-none"));
                }
            });
        });
        if let Some(action) = taken {
            drawing.out.act(action);
        }
        taken.is_none() && !modal.should_close()
    }
}

pub(super) fn list(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().item_spacing.y = 0.0;
    // A list that was short a moment ago would not grow again by itself.
    let height = height.max(size::ROW * 2.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        add(ui);
    });
}

/// Chooses a label for the selection, or another one for the focused annotation; it closes where another article comes on
/// screen.
#[derive(Debug)]
pub(super) struct LabelPalette {
    file: Arc<str>,
    chooser: Chooser,
    near: Option<Rect>,
    relabel: bool,
}

impl LabelPalette {
    /// Opens `near` the selection or the focused annotation; nothing when there is neither.
    pub(super) fn open(session: &Session, near: Option<Rect>) -> Option<Self> {
        let article = session.article()?;
        let selected = article.selection().span(&article.document().text).is_some();
        let wanted = selected || article.focused().is_some();
        let file = article.document().file.clone();
        wanted.then(|| Self { file, chooser: Chooser::default(), near, relabel: !selected })
    }

    /// Draws the palette; says whether it stays.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        if !session.shows(&self.file) {
            return false;
        }
        let typed = self.chooser.query.trim().to_owned();
        let said = |l: &Label| {
            let elsewhere: Vec<&str> = label_names::in_all_languages(l).collect();
            (l.name.clone(), format!("{} {} {} {}", l.group, l.id, elsewhere.join(" "), l.description))
        };
        let exact = |l: &Label| l.key.is_some_and(|key| is_key(&typed, key));
        let mut lines = self.chooser.fitting(session.schema().labels.iter(), said, exact);
        if typed.is_empty() {
            let groups = session.schema().label_groups();
            let place = |label: &Label| groups.iter().position(|(name, _)| *name == label.group);
            lines.sort_by_key(|l| (l.kind, place(l)));
        }
        let name = text(if self.relabel { "panels-palette-relabel" } else { "panels-palette-tag" });
        let (area, high) = self.place(ctx);
        let mut taken = None;
        let drawn = area.accessible_name(name).show(ctx, |ui| {
            Frame::popup(ui.style()).inner_margin(size::STEP).show(ui, |ui| {
                ui.set_width(LABELS.min(ctx.content_rect().width() - 48.0));
                let enter = self.chooser.field(ui, drawing.ink, name, lines.len());
                ui.add_space(size::HALF);
                list(ui, high - size::ROW - size::GROUP, |ui| {
                    let mut last = None;
                    for (i, label) in lines.iter().enumerate() {
                        let part = (label.kind, &label.group);
                        if typed.is_empty() && last.replace(part) != Some(part) {
                            heading(ui, label, theme);
                        }
                        let current = i == self.chooser.current;
                        let key = label.key.map(String::from).unwrap_or_default();
                        let line = Line { name: &label.name, description: &label.description, key, current };
                        let mark = |ui: &Ui, rect| label_bar::paint_swatch(ui, rect, label, theme);
                        let row = line.show(ui, theme, Some(&mark));
                        if current {
                            self.chooser.point_at(&row);
                        }
                        if current && self.chooser.moved {
                            row.scroll_to_me(None);
                        }
                        if row.clicked() || (enter && current) {
                            taken = Some(label.id.clone());
                        }
                    }
                    if lines.is_empty() {
                        ui.colored_label(theme.quiet, text("panels-palette-no-label"));
                    }
                });
            });
        });
        let elsewhere = ctx.input(|i| {
            let at = i.pointer.interact_pos();
            i.pointer.any_pressed() && at.is_some_and(|at| !drawn.response.rect.contains(at))
        });
        match taken {
            Some(label) => {
                drawing.out.run(if self.relabel {
                    Command::Annotate(AnnotateCommand::Relabel(label))
                } else {
                    Command::Annotate(AnnotateCommand::Tag(label))
                });
                false
            }
            None => !elsewhere,
        }
    }

    /// Under what it is about.
    fn place(&self, ctx: &Context) -> (Area, f32) {
        place("label-palette", self.near, ctx, LABEL_HEIGHTS)
    }
}

/// Under what a palette is about, or over it where there is more room; within the window in any case. With its greatest height.
pub(super) fn place(id: &'static str, near: Option<Rect>, ctx: &Context, heights: Heights) -> (Area, f32) {
    let room = ctx.content_rect().shrink(size::STEP);
    let near =
        near.unwrap_or_else(|| Rect::from_center_size(room.center_top() + Vec2::new(0.0, 120.0), Vec2::ZERO));
    let (below, above) = (room.bottom() - near.bottom(), near.top() - room.top());
    let under = below >= heights.enough || below >= above;
    let high = (if under { below } else { above } - size::STEP).clamp(heights.least, heights.most);
    let area = Area::new(Id::unique(id)).order(Order::Foreground).constrain_to(room);
    let area = if under {
        area.fixed_pos(near.left_bottom() + Vec2::new(0.0, size::HALF))
    } else {
        area.pivot(Align2::LEFT_BOTTOM).fixed_pos(near.left_top() - Vec2::new(0.0, size::HALF))
    };
    (area, high)
}

/// The layer, or the group within it.
fn heading(ui: &mut Ui, label: &Label, theme: &Theme) {
    let name = match label.kind {
        _ if !label.group.is_empty() => &label.group,
        AnnotationKind::Entity => text("panels-entities"),
        AnnotationKind::Claim => text("panels-claims"),
    };
    ui.add_space(size::HALF);
    ui.label(RichText::new(name).family(fonts::strong()).size(size::SMALL_TEXT).color(theme.quiet));
}
