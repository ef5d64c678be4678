//! What is typed, pasted, composed and asked for in a field with the keyboard.

use egui::accesskit::{Action, ActionData, ActionRequest};
use egui::{Event, EventFilter, Id, ImeEvent, Key, Modifiers, Ui};

use super::state::FieldState;
use super::{Buffer, Composition, Lines, Reach, Selection};
use crate::typeset::{Strip, Typesetter};

/// How a field takes keys.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keyboard {
    pub id: Id,
    pub lines: Lines,
    /// Whether Tab stays in it.
    pub keeps_tab: bool,
}

/// The means to move over a text as it lies on the screen.
pub(super) struct Page<'a> {
    pub strip: &'a mut Strip,
    pub typesetter: &'a mut Typesetter,
}

impl Page<'_> {
    /// The page with the text as it is after what was typed before.
    fn of(&mut self, text: &str) -> (&mut Strip, &mut Typesetter) {
        self.strip.update(text);
        (self.strip, self.typesetter)
    }
}

impl Keyboard {
    /// Takes the events of a frame; says whether the field lets the keyboard go.
    pub(super) fn take(
        self,
        ui: &Ui,
        state: &mut FieldState,
        buffer: &mut Buffer<'_>,
        page: &mut Page<'_>,
    ) -> bool {
        let is_composing = state.composition.is_some();
        let filter = EventFilter {
            tab: self.keeps_tab || is_composing,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: is_composing,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        for event in ui.input(|input| input.filtered_events(&filter)) {
            match event {
                Event::Copy => copy(ui, buffer),
                Event::Cut => {
                    copy(ui, buffer);
                    if !buffer.selection().is_empty() {
                        buffer.delete(Reach::NextCluster);
                    }
                }
                Event::Paste(pasted) => buffer.paste(&pasted),
                Event::Text(typed) => buffer.type_letters(&typed),
                Event::Ime(event) => compose(event, state, buffer),
                // The input method forgets it, and nobody says so.
                Event::WindowFocused(false) => {
                    if let Some(composition) = state.composition.take() {
                        buffer.type_letters(composition.letters());
                    }
                }
                Event::Key { key, pressed: true, modifiers, .. } if state.composition.is_none() => {
                    let is_enter = key == Key::Enter && modifiers.matches_logically(Modifiers::NONE);
                    if is_enter && self.lines == Lines::One {
                        return true;
                    }
                    if is_enter {
                        buffer.break_line();
                    } else {
                        press(ui, (key, modifiers), state, buffer, page);
                    }
                    continue;
                }
                _ => continue,
            }
            state.goal = None;
        }
        false
    }

    /// Does what a screen reader asks for, whether or not the field has the keyboard.
    pub(super) fn answer(self, ui: &Ui, state: &FieldState, buffer: &mut Buffer<'_>, strip: &Strip) {
        let requests: Vec<ActionRequest> = ui.input(|input| {
            let requests = input.events.iter().filter_map(|event| match event {
                Event::AccessKitActionRequest(request) if request.target_node == self.id.accesskit_id() => {
                    Some(request.clone())
                }
                _ => None,
            });
            requests.collect()
        });
        for request in requests {
            match (request.action, request.data) {
                (Action::SetValue, Some(ActionData::Value(value))) => buffer.set(&value),
                (Action::ReplaceSelectedText, Some(ActionData::Value(value))) => buffer.paste(&value),
                (Action::SetTextSelection, Some(ActionData::SetTextSelection(asked))) => {
                    let place = |position| state.tree.offset_of(strip, position);
                    if let (Some(anchor), Some(head)) = (place(asked.anchor), place(asked.focus)) {
                        buffer.select(Selection { anchor, head });
                    }
                }
                _ => {}
            }
        }
    }
}

fn copy(ui: &Ui, buffer: &Buffer<'_>) {
    if !buffer.selection().is_empty() {
        ui.copy_text(buffer.selected().to_owned());
    }
}

/// Takes what an input method says.
fn compose(event: ImeEvent, state: &mut FieldState, buffer: &mut Buffer<'_>) {
    match event {
        // Some say that nothing is composed whenever they are told where the caret is.
        ImeEvent::Preedit { text, active_range_chars } => {
            state.composition = Composition::new(&text, active_range_chars);
        }
        ImeEvent::Commit(text) => {
            state.composition = None;
            buffer.type_letters(&text);
        }
        ImeEvent::DeleteSurrounding { before_chars, after_chars } => {
            buffer.delete_around(before_chars, after_chars);
        }
        _ => {}
    }
}

/// Moves, deletes, takes back.
fn press(
    ui: &Ui,
    (key, modifiers): (Key, Modifiers),
    state: &mut FieldState,
    buffer: &mut Buffer<'_>,
    page: &mut Page<'_>,
) {
    let is_mac = ui.os().is_mac();
    // Alt on a Mac, Ctrl elsewhere.
    let by_word = modifiers.alt || modifiers.ctrl;
    let goal = state.goal.take();
    match key {
        Key::A if modifiers.command => buffer.select_all(),
        Key::Y if modifiers.command => buffer.redo(),
        Key::Z if modifiers.command && modifiers.shift => buffer.redo(),
        Key::Z if modifiers.command => buffer.undo(),
        Key::Backspace if modifiers.mac_cmd => delete_to_edge(buffer, page, false),
        Key::Backspace if by_word => buffer.delete(Reach::PreviousWord),
        Key::Backspace => buffer.delete(Reach::PreviousCharacter),
        // Shift+Delete cuts there.
        Key::Delete if modifiers.shift && ui.os() == egui::os::OperatingSystem::Windows => {}
        Key::Delete if modifiers.mac_cmd => delete_to_edge(buffer, page, true),
        Key::Delete if by_word => buffer.delete(Reach::NextWord),
        Key::Delete => buffer.delete(Reach::NextCluster),
        Key::H if modifiers.ctrl => buffer.delete(Reach::PreviousCharacter),
        Key::K if modifiers.ctrl => delete_to_edge(buffer, page, true),
        Key::U if modifiers.ctrl => delete_to_edge(buffer, page, false),
        Key::W if modifiers.ctrl => buffer.delete(Reach::PreviousWord),
        Key::ArrowLeft | Key::ArrowRight => {
            let leftwards = key == Key::ArrowLeft;
            if by_word {
                step_word(buffer, page, leftwards, modifiers.shift);
            } else if modifiers.mac_cmd {
                to_edge(buffer, page, !leftwards, modifiers.shift);
            } else {
                step_beside(buffer, page, leftwards, modifiers.shift);
            }
        }
        Key::ArrowUp if modifiers.command => buffer.step(Reach::Start, modifiers.shift),
        Key::ArrowDown if modifiers.command => buffer.step(Reach::End, modifiers.shift),
        Key::ArrowUp | Key::ArrowDown => {
            state.goal = Some(step_line(buffer, page, (key == Key::ArrowUp, modifiers.shift), goal));
        }
        Key::Home if modifiers.ctrl => buffer.step(Reach::Start, modifiers.shift),
        Key::End if modifiers.ctrl => buffer.step(Reach::End, modifiers.shift),
        Key::Home | Key::End => to_edge(buffer, page, key == Key::End, modifiers.shift),
        // As everywhere on a Mac.
        Key::A | Key::E if is_mac && modifiers.ctrl => to_edge(buffer, page, key == Key::E, modifiers.shift),
        Key::B | Key::F if is_mac && modifiers.ctrl => {
            step_beside(buffer, page, key == Key::B, modifiers.shift);
        }
        Key::P | Key::N if is_mac && modifiers.ctrl => {
            state.goal = Some(step_line(buffer, page, (key == Key::P, modifiers.shift), goal));
        }
        _ => state.goal = goal,
    }
}

/// One cluster to the left on the screen, or to the right; from a selection to its end there.
fn step_beside(buffer: &mut Buffer<'_>, page: &mut Page<'_>, leftwards: bool, extends: bool) {
    let (strip, typesetter) = page.of(buffer.text());
    let selection = buffer.selection();
    let place = if extends || selection.is_empty() {
        strip.beside(typesetter, selection.head, leftwards)
    } else {
        let range = selection.range();
        if leftwards == reads_left(strip, typesetter, selection.head) { range.end } else { range.start }
    };
    buffer.step(Reach::Place(place), extends);
}

/// One word in the direction of the line.
fn step_word(buffer: &mut Buffer<'_>, page: &mut Page<'_>, leftwards: bool, extends: bool) {
    let (strip, typesetter) = page.of(buffer.text());
    let goes_on = leftwards == reads_left(strip, typesetter, buffer.selection().head);
    buffer.step(if goes_on { Reach::NextWord } else { Reach::PreviousWord }, extends);
}

/// One line up or down; past the first and the last to the ends of the text. Gives the place on lines to keep to.
fn step_line(
    buffer: &mut Buffer<'_>,
    page: &mut Page<'_>,
    (up, extends): (bool, bool),
    goal: Option<f32>,
) -> f32 {
    let (strip, typesetter) = page.of(buffer.text());
    let head = buffer.selection().head;
    let index = strip.piece_at(head);
    let start = strip.pieces().get(index).map_or(0, crate::typeset::StripPiece::start);
    let goal = goal.unwrap_or_else(|| strip.layout(typesetter, index).layout.caret(head - start).left);
    let place = if up { strip.above(typesetter, head, goal) } else { strip.below(typesetter, head, goal) };
    let end = if up { Reach::Start } else { Reach::End };
    buffer.step(place.map_or(end, Reach::Place), extends);
    goal
}

/// To the beginning of the line on the screen, or to its end.
fn to_edge(buffer: &mut Buffer<'_>, page: &mut Page<'_>, is_end: bool, extends: bool) {
    let place = edge(buffer, page, is_end);
    buffer.step(Reach::Place(place), extends);
}

fn delete_to_edge(buffer: &mut Buffer<'_>, page: &mut Page<'_>, is_end: bool) {
    let place = edge(buffer, page, is_end);
    buffer.delete(Reach::Place(place));
}

fn edge(buffer: &Buffer<'_>, page: &mut Page<'_>, is_end: bool) -> usize {
    let (strip, typesetter) = page.of(buffer.text());
    let head = buffer.selection().head;
    if is_end { strip.line_end(typesetter, head) } else { strip.line_start(typesetter, head) }
}

/// Whether the line at a place reads to the left.
fn reads_left(strip: &mut Strip, typesetter: &mut Typesetter, offset: usize) -> bool {
    let index = strip.piece_at(offset);
    strip.layout(typesetter, index).layout.is_rtl()
}
