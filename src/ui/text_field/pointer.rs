//! The pointer in a field: a click puts the caret, a drag selects, two clicks take a word and three all of it.

use egui::{Event, OutputCommand, Pos2, Rect, Response, Ui};

use super::sight::Sight;
use super::state::{FieldState, Presses};
use super::{Buffer, Selection};

/// Presses that follow each other within so many seconds and points count as one gesture.
const TOGETHER: (f64, f32) = (0.4, 6.0);

/// Takes what the pointer does on a field whose text stands in `inner`; says whether the field takes the keyboard.
pub(super) fn point(
    ui: &Ui,
    (response, inner): (&Response, Rect),
    state: &mut FieldState,
    buffer: &mut Buffer<'_>,
    sight: &Sight,
) -> bool {
    let scale = ui.pixels_per_point();
    let paste = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::MiddleClickPaste { pos, text } => Some((*pos, text.clone())),
            _ => None,
        })
    });
    if let Some((at, pasted)) = paste.filter(|_| response.contains_pointer()) {
        let at = sight.offset_at(at * scale).unwrap_or_default();
        buffer.select(Selection::caret(at));
        buffer.paste(&pasted);
        return true;
    }
    let Some(at) = response.interact_pointer_pos() else { return false };
    if response.hovered() {
        ui.ctx().output_mut(|output| output.mutable_text_under_cursor = true);
    }
    let (is_pressed, shift, time) =
        ui.input(|input| (input.pointer.primary_pressed(), input.modifiers.shift, input.time));
    let Some(offset) = sight.offset_at(at * scale) else { return response.clicked() };
    if is_pressed && response.contains_pointer() {
        let last = state.presses;
        let is_together = time - last.time < TOGETHER.0 && at.distance(last.at) < TOGETHER.1;
        let count = if is_together && !shift { last.count % 3 + 1 } else { 1 };
        let anchor = if shift { buffer.selection().anchor } else { offset };
        match count {
            1 => buffer.select(Selection { anchor, head: offset }),
            2 => buffer.select_word(sight.cluster_at(at * scale).unwrap_or(offset)),
            _ => buffer.select_all(),
        }
        state.presses = Presses { time, at, count, begun: buffer.selection() };
    } else if response.dragged() {
        extend(ui, (at, inner), offset, state, buffer);
    } else {
        return response.clicked();
    }
    state.goal = None;
    true
}

/// Selects on to where the pointer is; by words where it began with one.
fn extend(ui: &Ui, (at, inner): (Pos2, Rect), offset: usize, state: &FieldState, buffer: &mut Buffer<'_>) {
    let begun = state.presses.begun;
    let before = buffer.selection();
    match state.presses.count {
        0 | 1 => buffer.select(Selection { anchor: begun.anchor, head: offset }),
        2 => {
            let word = begun.range();
            buffer.select_word(offset);
            let there = buffer.selection().range();
            let is_back = offset < word.start;
            let (start, end) = (word.start.min(there.start), word.end.max(there.end));
            buffer.select(if is_back {
                Selection { anchor: end, head: start }
            } else {
                Selection { anchor: start, head: end }
            });
        }
        _ => {}
    }
    if buffer.selection() != before && !inner.contains(at) {
        // The text moves on under the pointer.
        ui.ctx().request_repaint();
    }
}

/// Gives what is selected to other programs once it is settled.
pub(super) fn settle(ui: &Ui, state: &mut FieldState, buffer: &Buffer<'_>) {
    let selection = buffer.selection();
    if selection == state.settled || ui.input(|input| input.pointer.any_down()) {
        return;
    }
    state.settled = selection;
    if !selection.is_empty() {
        ui.ctx().send_cmd(OutputCommand::TextSelectionSettled(buffer.selected().to_owned()));
    }
}
