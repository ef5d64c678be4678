//! Keys to actions: from the one table, and from the labels of the schema.

use egui::{Context, Event, Id, Key, KeyboardShortcut, Modifiers, Popup};

use super::Drawing;
use super::actions::Action;
use super::keyboard_layout::by_key;
use super::shortcuts::Shortcuts;
use crate::model::{Label, Schema};
use crate::session::{AnnotateCommand, FieldAnswer, FrameCommand, ReviewCommand, Session};

/// Reads `Ctrl+Shift+P` as egui's shortcut; nothing for a key that egui does not know.
#[must_use]
pub(super) fn parse(keys: &str) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    let mut rest = keys;
    while let Some((head, tail)) = rest.split_once('+').filter(|(_, tail)| !tail.is_empty()) {
        modifiers = modifiers.plus(match head {
            "Ctrl" => Modifiers::COMMAND,
            "Shift" => Modifiers::SHIFT,
            "Alt" => Modifiers::ALT,
            _ => return None,
        });
        rest = tail;
    }
    Key::from_name(rest).map(|key| KeyboardShortcut::new(modifiers, key))
}

/// How keys are written for people.
#[must_use]
pub(super) fn written(keys: &str) -> String {
    const NAMES: [(&str, &str); 8] = [
        ("ArrowLeft", "←"),
        ("ArrowRight", "→"),
        ("ArrowUp", "↑"),
        ("ArrowDown", "↓"),
        ("PageDown", "PgDn"),
        ("PageUp", "PgUp"),
        ("Plus", "+"),
        ("Escape", "Esc"),
    ];
    NAMES.iter().fold(keys.to_owned(), |text, (name, shown)| text.replace(name, shown))
}

/// Who has the keyboard before a frame is drawn.
#[derive(Clone, Copy, Debug)]
struct Holder {
    /// A text field.
    field: bool,
    /// The reader or nobody: plain keys are free.
    reader: bool,
}

impl Holder {
    fn of(ctx: &Context, reader: Option<Id>) -> Self {
        let focused = ctx.memory(egui::Memory::focused);
        let field = ctx.text_edit_focused();
        let free = !field && (focused.is_none() || focused == reader);
        Self { field, reader: free && !Popup::is_any_open(ctx) }
    }

    /// Whether it leaves a shortcut to the window.
    fn leaves(self, shortcut: KeyboardShortcut, action: &Action) -> bool {
        let function = matches!(
            shortcut.logical_key,
            Key::F1
                | Key::F2
                | Key::F3
                | Key::F4
                | Key::F5
                | Key::F6
                | Key::F7
                | Key::F8
                | Key::F9
                | Key::F10
        );
        if function {
            return true;
        }
        let modified = shortcut.modifiers.command || shortcut.modifiers.alt;
        if self.field {
            let deletes = matches!(shortcut.logical_key, Key::Backspace | Key::Delete);
            return modified && !deletes && !action.edits_text && !shortcut.conflicts_with_text_editing();
        }
        self.reader || modified
    }
}

/// Turns this frame's keys into actions and commands. A text field keeps its plain keys and those for editing,
/// a button keeps plain keys; `reader` is the widget id of the reader. `reads` says whether
/// the text is on screen at all. Escape is not looked at here.
pub(super) fn dispatch(drawing: &mut Drawing<'_>, reader: Option<Id>, reads: bool) {
    let Drawing { ctx, session, .. } = *drawing;
    let mut holder = Holder::of(ctx, reader);
    holder.reader &= reads;
    // The key that the next text is typed with, and whether it was an action's: its letter is not for a field then.
    let (mut typed_with, mut is_taken) = (None, false);
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Key { key, physical_key, pressed: true, modifiers, repeat } => {
                typed_with = *physical_key;
                is_taken = false;
                let found = drawing
                    .shortcuts
                    .pressed((*key, *physical_key), *modifiers)
                    .filter(|(shortcut, action)| holder.leaves(*shortcut, action))
                    .filter(|(_, action)| is_due(action, session));
                let Some((_, action)) = found else { return true };
                if !repeat || action.repeats {
                    drawing.out.press(action);
                }
                is_taken = true;
                false
            }
            Event::Text(_) if std::mem::take(&mut is_taken) => false,
            // While a field is filled the letters are the field's.
            Event::Text(typed) if holder.reader && session.pointed_field().is_some() => {
                let answer = session
                    .pointed_field()
                    .and_then(|spec| by_key(typed, typed_with.take(), |key| FieldAnswer::of_key(spec, key)));
                if let Some(answer) = answer {
                    drawing.out.run(FrameCommand::Answer(answer));
                }
                false
            }
            // In a review digits choose a version, and the letters are those of the review.
            Event::Text(typed) if holder.reader && session.review().is_some() => {
                let digit = by_key(typed, typed_with.take(), |key| key.to_digit(10));
                let number = digit.and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
                let Some(number) = number else { return true };
                drawing.out.run(ReviewCommand::ReviewVersion(number));
                false
            }
            Event::Text(typed) if holder.reader && session.review().is_none() => {
                let label = label_of(session.schema(), typed, typed_with.take());
                let Some(label) = label.filter(|_| session.article().is_some()) else { return true };
                drawing.out.run(AnnotateCommand::Tag(label.id.clone()));
                false
            }
            _ => true,
        });
    });
}

/// Whether a key is an action's now: those of items are labels' keys where none is looked at.
fn is_due(action: &Action, session: &Session) -> bool {
    let is_of_feedback = session.feedback().is_some() && action.is_possible(session);
    !action.is_of_item || session.review().is_some() || is_of_feedback
}

/// Leaves in `events` what one frame takes in the order it happened, and gives back the rest.
///
/// Within a frame, keys of actions are looked at first, then those that move the caret, then the pointer. Where a
/// frame takes long, a quick hand does more in it: a word selected and tagged at once must not be tagged before it
/// is selected. What the window does itself begins a frame and ends it.
#[must_use]
pub(crate) fn in_order(events: &mut Vec<Event>, shortcuts: &Shortcuts) -> Vec<Event> {
    let mut last = None;
    let mut is_key = false;
    let first_late = events.iter().position(|event| {
        // The letter of a key comes with it.
        let comes_with_key = std::mem::replace(&mut is_key, types_a_letter(event));
        if comes_with_key && matches!(event, Event::Text(_)) {
            return false;
        }
        let Some(turn) = Turn::of(event, shortcuts) else { return false };
        let before = last.replace(turn);
        before.is_some_and(|before| before == Turn::Window || turn < before)
    });
    first_late.map(|at| events.split_off(at)).unwrap_or_default()
}

/// Whether a key was pressed that gives a letter or a digit.
fn types_a_letter(event: &Event) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    key.name().len() == 1 && !modifiers.command && !modifiers.alt
}

/// When in a frame an event is looked at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// What the window does itself, with the session as it was before the frame; the keyboard may be another's then.
    Window,
    Action,
    Caret,
    Pointer,
}

impl Turn {
    fn of(event: &Event, shortcuts: &Shortcuts) -> Option<Self> {
        match event {
            Event::PointerButton { .. } => Some(Self::Pointer),
            Event::Key { key: Key::Escape, pressed: true, .. } => Some(Self::Window),
            Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                let moves = matches!(
                    key,
                    Key::ArrowLeft
                        | Key::ArrowRight
                        | Key::ArrowUp
                        | Key::ArrowDown
                        | Key::Home
                        | Key::End
                        | Key::PageUp
                        | Key::PageDown
                        | Key::A
                );
                Some(match shortcuts.pressed((*key, *physical_key), *modifiers) {
                    Some((_, action)) if action.is_of_window() => Self::Window,
                    None if moves => Self::Caret,
                    _ => Self::Action,
                })
            }
            // What was composed is in its field before a key closes it.
            Event::Text(_) | Event::Ime(_) | Event::Paste(_) | Event::Copy | Event::Cut => Some(Self::Action),
            _ => None,
        }
    }
}

/// The label whose key was typed.
pub(super) fn label_of<'s>(schema: &'s Schema, typed: &str, place: Option<Key>) -> Option<&'s Label> {
    by_key(typed, place, |key| schema.label_by_key(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::actions::{self, annotate, edit, file, help};

    #[test]
    fn every_key_of_the_table_is_one_that_egui_knows() {
        for spec in actions::all() {
            for keys in spec.keys {
                assert!(parse(keys).is_some(), "{keys} of {}", spec.name());
            }
        }
    }

    #[test]
    fn what_a_quick_hand_does_in_one_frame_stays_in_order() {
        let key =
            |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        let button = |pressed| Event::PointerButton {
            pos: egui::Pos2::ZERO,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let moved = Event::PointerMoved(egui::Pos2::ZERO);
        let (right, tag) = (key(Key::ArrowRight, Modifiers::SHIFT), Event::Text("1".to_owned()));
        let check = |all: Vec<Event>, now: usize| {
            let mut events = all.clone();
            let rest = in_order(&mut events, &Shortcuts::default());
            assert_eq!(events.len(), now, "{all:?}");
            assert_eq!([events, rest].concat(), all, "nothing is lost");
        };
        check(vec![], 0);
        check(vec![button(true), moved.clone(), button(false), moved.clone()], 4);
        check(vec![button(true), button(false), tag.clone(), right.clone()], 2);
        check(vec![right.clone(), right.clone(), tag.clone()], 2);
        let commit = Event::Ime(egui::ImeEvent::Commit("न".to_owned()));
        check(vec![commit, key(Key::Escape, Modifiers::NONE)], 1);
        check(vec![tag.clone(), right.clone(), button(true)], 3);
        check(vec![key(Key::ArrowLeft, Modifiers::ALT), tag.clone(), moved, right, tag.clone()], 4);
        check(vec![key(Key::C, Modifiers::NONE), Event::Text("c".to_owned())], 2);
        let palette = key(Key::Enter, Modifiers::NONE);
        check(vec![key(Key::D, Modifiers::COMMAND), tag.clone(), palette.clone()], 2);
        check(vec![tag.clone(), palette.clone()], 1);
        check(vec![palette, tag], 1);
    }

    #[test]
    fn no_two_actions_share_a_key() {
        let mut seen = std::collections::HashMap::new();
        for spec in actions::all() {
            for keys in spec.keys {
                assert_eq!(seen.insert(parse(keys), spec.name()), None, "{keys}");
            }
        }
    }

    #[test]
    fn a_text_field_keeps_what_edits_text() {
        let field = Holder { field: true, reader: false };
        let leaves = |keys: &str, action| field.leaves(parse(keys).unwrap(), action);
        assert!(leaves("Ctrl+S", &file::SAVE));
        assert!(leaves("F1", &help::KEYBOARD_HELP));
        assert!(!leaves("Ctrl+Z", &edit::UNDO));
        assert!(!leaves("Delete", &annotate::DELETE));
        assert!(!leaves("Ctrl+Backspace", &help::DISMISS));
        assert!(!leaves("Alt+ArrowLeft", &annotate::NEAR_BACK));
    }
}
