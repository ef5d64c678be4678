//! The one field in which text of any script is typed: laid out as the article is, exact to the grapheme cluster, and heard.
//!
//! What is done to a text ([`Buffer`], [`Selection`], [`History`], [`Composition`], [`Lines`]) knows nothing of the window; the
//! rest of the room draws it and takes its events. Of a long text only what is in sight is laid out.

mod access;
mod buffer;
mod composition;
mod history;
mod ime_caret;
mod keys;
mod paint;
mod pointer;
mod selection;
mod sight;
mod state;
mod typed;

use egui::response::Flags;
use egui::{Align2, FontId, Id, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo, vec2};

pub use buffer::{Buffer, Reach};
pub use composition::{Composed, Composition};
pub use history::{History, Manner};
pub use ime_caret::tell_at_rest;
pub use selection::Selection;
pub use typed::Lines;

use self::access::Shown;
use self::keys::{Keyboard, Page};
use self::paint::Canvas;
use self::sight::{Scroll, Sight};
use self::state::{FieldState, note_composing, takes_end};
pub(super) use self::state::{hold_keys, select_all, to_end};
use super::ink::label_style;
use super::theme::{Theme, size};
use super::{Ink, icon};
use crate::typeset::{Strip, StripLines, Weight};

/// No field is narrower, in points.
const LEAST_WIDTH: f32 = 24.0;
/// Lines of a note are laid out so many pixels out of sight.
const BEYOND: f32 = 200.0;

/// A field over a text that somebody else keeps.
pub(super) struct TextField<'t> {
    text: &'t mut String,
    lines: Lines,
    id: Option<Id>,
    hint: String,
    has_glass: bool,
    width: f32,
    rows: usize,
    margin: Vec2,
    keeps_tab: bool,
}

impl<'t> TextField<'t> {
    /// One line: Enter leaves it.
    pub(super) fn line(text: &'t mut String) -> Self {
        let (hint, margin) = (String::new(), vec2(size::STEP, size::HALF));
        let lines = Lines::One;
        Self {
            text,
            lines,
            id: None,
            hint,
            has_glass: false,
            width: 280.0,
            rows: 1,
            margin,
            keeps_tab: false,
        }
    }

    /// A line that is wrapped, so that a long one is seen whole; what Enter does is up to its owner.
    pub(super) fn wrapped(text: &'t mut String) -> Self {
        Self { lines: Lines::Wrapped, ..Self::line(text) }
    }

    /// As many lines as one likes, at least `rows` high.
    pub(super) fn note(text: &'t mut String, rows: usize) -> Self {
        Self { lines: Lines::Several, rows, ..Self::line(text) }
    }

    /// Its widget's identifier, where it is asked for elsewhere.
    pub(super) const fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// What stands in it while it is empty.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Has the sign of search before its text.
    pub(super) const fn with_glass(mut self) -> Self {
        self.has_glass = true;
        self
    }

    /// How wide it is in points, where there is room.
    pub(super) const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Points between its text and its edges.
    pub(super) const fn margin(mut self, x: f32, y: f32) -> Self {
        self.margin = vec2(x, y);
        self
    }

    /// Whether Tab stays in it.
    pub(super) const fn keeps_tab(mut self, keeps: bool) -> Self {
        self.keeps_tab = keeps;
        self
    }

    /// Draws it and takes what is done to it; [`Response::changed`] says whether the text is another.
    pub(super) fn show(mut self, ui: &mut Ui, ink: &mut Ink) -> Response {
        let id = self.id.unwrap_or_else(|| {
            // Not the one that a label has had there: what a screen reader knows of a node is asked for once.
            let id = ui.next_auto_id().with("text-field");
            ui.skip_ahead_auto_ids(1);
            id
        });
        let shared = FieldState::of(ui.ctx(), id);
        let state = &mut *shared.lock();
        let width = self.width.min(ui.available_width().max(LEAST_WIDTH)).max(LEAST_WIDTH);
        let mut strip = self.prepare(ui, ink, state, width);
        let typed = self.take_keys(ui, ink, state, (&mut strip, id));
        let (response, inner, mut sight) = self.place(ui, ink, state, (&mut strip, id, width));
        let pointed = self.take_pointer(ui, (&response, inner), state, &sight);
        let selection = state.selected(self.text);
        let composed = state.composed(self.text);
        let place = composed.as_ref().map_or(selection.head, |composed| composed.caret);
        let is_changed = typed.is_changed || pointed.is_changed;
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if pointed.is_changed || pointed.is_moved {
            strip.update(composed.as_ref().map_or(self.text, |composed| &composed.text));
            sight = self.sight(ui, ink, state, (&mut strip, inner, has_focus));
        }
        let is_touched = is_changed || typed.is_moved || pointed.is_moved || state.composition.is_some();
        if is_touched {
            state.touched = ui.input(|input| input.time);
        }
        if ui.is_rect_visible(response.rect) {
            let canvas = Canvas { sight: &sight, rect: response.rect, inner, has_focus };
            self.paint(ui, ink, (&canvas, &response), (selection, composed.as_ref()));
            if has_focus && ui.is_enabled() {
                canvas.caret(ui, state, place);
                if let Some(caret) = canvas.caret_rect(ui, place).filter(|_| is_touched) {
                    ui.scroll_to_rect(caret, None);
                }
            }
        }
        for placed in &sight.placed {
            if ink.note_missing(&placed.laid.layout) {
                state.lacks = true;
                ui.ctx().request_repaint();
            }
        }
        note_composing(ui.ctx(), id, has_focus && state.composition.is_some());
        let response = self.finish(ui, response, composed.as_ref(), is_changed);
        let selection = composed.as_ref().map_or(selection, |composed| Selection::caret(composed.caret));
        let mut shown = Shown {
            strip: &mut strip,
            typesetter: ink.typesetter(),
            sight: &sight,
            selection: has_focus.then_some(selection),
            caret: if has_focus { place } else { 0 },
            lines: self.lines,
        };
        state.tree.describe(&response, &mut shown, &Theme::of(ui.ctx()));
        state.strip = Some(strip);
        response
    }

    /// The text as it is now, cut for this width.
    fn prepare(&self, ui: &Ui, ink: &mut Ink, state: &mut FieldState, width: f32) -> Strip {
        if std::mem::take(&mut state.lacks) {
            let _ = ink.supply();
        }
        let lines = if self.lines == Lines::One { StripLines::One } else { StripLines::Several };
        let style = label_style(size::TEXT * ui.pixels_per_point(), Weight::Regular);
        let mut strip = state.strip.take().unwrap_or_else(|| Strip::new(lines, style.clone()));
        if std::mem::replace(&mut state.supplied, ink.supplied()) != ink.supplied() {
            strip.forget();
        }
        strip.set(style, ((width - 2.0 * self.margin.x) * ui.pixels_per_point()).floor());
        state.grant(self.text);
        let composed = state.composed(self.text);
        let shown = composed.as_ref().map_or(self.text.as_str(), |composed| &composed.text);
        if strip.update(shown) {
            // Somebody else changed it: what was done before does not fit it any more.
            state.history.clear();
        }
        strip
    }

    fn take_keys(
        &mut self,
        ui: &Ui,
        ink: &mut Ink,
        state: &mut FieldState,
        (strip, id): (&mut Strip, Id),
    ) -> Done {
        let keyboard = Keyboard { id, lines: self.lines, keeps_tab: self.keeps_tab };
        let mut history = std::mem::take(&mut state.history);
        let before = state.selected(self.text);
        let mut buffer = Buffer::new(self.text, before, &mut history, self.lines);
        if ui.is_enabled() {
            keyboard.answer(ui, state, &mut buffer, strip);
        }
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if has_focus && ui.is_enabled() {
            if takes_end(ui.ctx(), id) {
                state.composition = None;
                ui.memory_mut(egui::Memory::interrupt_ime);
            }
            let mut page = Page { strip: &mut *strip, typesetter: ink.typesetter() };
            if keyboard.take(ui, state, &mut buffer, &mut page) {
                ui.memory_mut(|memory| memory.surrender_focus(id));
            }
        } else if let Some(composition) = state.composition.take() {
            // The keyboard went elsewhere: what was composed so far was meant.
            buffer.type_letters(composition.letters());
        }
        if !has_focus {
            // The same words may be another annotation's when somebody comes back.
            buffer.forget();
        }
        let done = Done { is_changed: buffer.is_changed(), is_moved: buffer.selection() != before };
        if has_focus || done.is_changed || done.is_moved {
            state.selection = Some(buffer.selection());
        }
        pointer::settle(ui, state, &buffer);
        state.history = history;
        let composed = state.composed(self.text);
        strip.update(composed.as_ref().map_or(self.text.as_str(), |composed| &composed.text));
        done
    }

    /// Takes the room that the text needs; gives where it stands, and what of it is in sight.
    fn place(
        &self,
        ui: &mut Ui,
        ink: &mut Ink,
        state: &mut FieldState,
        (strip, id, width): (&mut Strip, Id, f32),
    ) -> (Response, Rect, Sight) {
        let scale = ui.pixels_per_point();
        let line = label_style(size::TEXT * scale, Weight::Regular);
        let row = (line.size * line.line_height).round() / scale;
        let least = self.rows as f32 * row;
        let text = if self.lines == Lines::One {
            row
        } else {
            let top = ui.available_rect_before_wrap().min + self.margin;
            let (_, height) = lines_at(ui, ink, strip, top);
            (height / scale).max(least)
        };
        let height = (text + 2.0 * self.margin.y).max(size::CONTROL);
        let (_, rect) = ui.allocate_space(vec2(width, height));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let glass = if self.has_glass { size::ICON + size::HALF } else { 0.0 };
        let mut inner = rect.shrink2(self.margin);
        inner.min.x += glass;
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let sight = self.sight(ui, ink, state, (strip, inner, has_focus));
        (response, inner, sight)
    }

    /// What is in sight of a text that stands in `inner`.
    fn sight(
        &self,
        ui: &Ui,
        ink: &mut Ink,
        state: &mut FieldState,
        (strip, inner, has_focus): (&mut Strip, Rect, bool),
    ) -> Sight {
        if self.lines != Lines::One {
            return lines_at(ui, ink, strip, inner.min).0;
        }
        let scale = ui.pixels_per_point();
        let room = Rect::from_min_max(inner.min * scale, inner.max * scale);
        let caret = if has_focus {
            let composed = state.composed(self.text);
            composed.map_or_else(|| state.selected(self.text).head, |composed| composed.caret)
        } else {
            // What is not written in is seen from its beginning.
            state.scroll = Scroll::default();
            0
        };
        Sight::of_line(strip, ink.typesetter(), room, &mut state.scroll, caret)
    }

    fn take_pointer(
        &mut self,
        ui: &Ui,
        (response, inner): (&Response, Rect),
        state: &mut FieldState,
        sight: &Sight,
    ) -> Done {
        if !ui.is_enabled() {
            return Done::default();
        }
        let mut history = std::mem::take(&mut state.history);
        let before = state.selected(self.text);
        let mut buffer = Buffer::new(self.text, before, &mut history, self.lines);
        let is_pressed = ui.input(|input| input.pointer.primary_pressed());
        if let Some(composition) = state.composition.take_if(|_| is_pressed) {
            buffer.type_letters(composition.letters());
            if !response.contains_pointer() {
                // Before the click is done: the next frame may have another text in the field.
                ui.memory_mut(egui::Memory::interrupt_ime);
            }
        }
        if pointer::point(ui, (response, inner), state, &mut buffer, sight) {
            ui.memory_mut(|memory| memory.request_focus(response.id));
            state.selection = Some(buffer.selection());
        }
        let done = Done { is_changed: buffer.is_changed(), is_moved: buffer.selection() != before };
        state.history = history;
        if response.hovered() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::Text);
        }
        done
    }

    fn paint(
        &self,
        ui: &Ui,
        ink: &mut Ink,
        (canvas, response): (&Canvas<'_>, &Response),
        (selection, composed): (Selection, Option<&Composed>),
    ) {
        canvas.frame(ui, response.hovered());
        if self.has_glass {
            let at = canvas.rect.left_center() + vec2(self.margin.x, 0.0);
            let color = ui.visuals().text_color();
            ui.painter().text(at, Align2::LEFT_CENTER, icon::SEARCH, FontId::proportional(size::TEXT), color);
        }
        if self.text.is_empty() && composed.is_none() {
            canvas.hint(ui, ink, &self.hint, self.lines == Lines::One);
        }
        canvas.text(ui, ink, selection, composed);
    }

    /// Says what it is and whether it was changed.
    fn finish(
        &self,
        ui: &Ui,
        mut response: Response,
        composed: Option<&Composed>,
        is_changed: bool,
    ) -> Response {
        // A blank typed is no click.
        response.flags -= Flags::FAKE_PRIMARY_CLICKED;
        if is_changed {
            response.mark_changed();
        }
        let text = composed.map_or(self.text.as_str(), |composed| &composed.text);
        response.widget_info(|| WidgetInfo::text_edit(ui.is_enabled(), text, text, self.hint.as_str()));
        response
    }
}

/// What came of the events of a frame.
#[derive(Clone, Copy, Debug, Default)]
struct Done {
    is_changed: bool,
    is_moved: bool,
}

fn lines_at(ui: &Ui, ink: &mut Ink, strip: &mut Strip, top: Pos2) -> (Sight, f32) {
    let scale = ui.pixels_per_point();
    let clip = ui.clip_rect();
    let window = clip.top() * scale - BEYOND..=clip.bottom() * scale + BEYOND;
    Sight::of_lines(strip, ink.typesetter(), top * scale, window)
}
