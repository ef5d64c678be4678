use egui::{KeyboardShortcut, Modifiers};

use super::*;
use crate::model::news_schema;
use crate::ui::actions::{self, Action};
use crate::ui::keys::{label_of, parse};
use crate::ui::shortcuts::Shortcuts;

#[path = "../../../tests/layouts/mod.rs"]
mod layouts;

use layouts::{Layout, Level, layouts, places};

/// A key press: its name, its place, what is held.
type Press = (Key, Option<Key>, Modifiers);

/// Whether a key stands elsewhere, or nowhere, on another layout.
fn is_of_layout(key: Key) -> bool {
    places().contains(&key) || !layouts()[0].written(key).is_empty()
}

/// The ways in which somebody may press a shortcut on a layout.
fn presses(layout: &Layout, shortcut: KeyboardShortcut) -> Vec<Press> {
    let (key, modifiers) = (shortcut.logical_key, shortcut.modifiers);
    if !is_of_layout(key) {
        return vec![(key, Some(key), modifiers)];
    }
    let press = |place: Key, level: Level| {
        let held = if level == Level::Shift { modifiers | Modifiers::SHIFT } else { modifiers };
        let level = if held.shift { Level::Shift } else { level };
        (layout.name_of_press(place, level), Some(place), held)
    };
    if is_letter_or_digit(key) {
        return vec![press(layout.place(key), Level::Plain)];
    }
    let written = layout.written(key).into_iter().map(|(place, level)| press(place, level));
    // A sign that is not written on it is looked for where others have it.
    written.chain(places().contains(&key).then(|| press(key, Level::Plain))).collect()
}

#[test]
fn every_action_has_a_key_on_every_layout() {
    let shortcuts = Shortcuts::default();
    let found = |(key, place, held): Press| shortcuts.pressed((key, place), held).map(|(_, action)| action);
    let mut wrong = Vec::new();
    for layout in layouts() {
        for action in actions::all().filter(|action| !action.keys.is_empty() && action.keys != ["Escape"]) {
            let keys: Vec<KeyboardShortcut> = action.keys.iter().filter_map(|keys| parse(keys)).collect();
            let reaches = |press: &Press| found(*press) == Some(action);
            let is_reached =
                keys.iter().flat_map(|keys| presses(&layout, *keys)).any(|press| reaches(&press));
            // A letter is never another action's.
            let letters = keys.iter().filter(|keys| is_letter_or_digit(keys.logical_key));
            let is_right = letters.flat_map(|keys| presses(&layout, *keys)).all(|press| reaches(&press));
            if !is_reached || !is_right {
                wrong.push(format!("{}: {} {:?}", layout.name, action.name(), action.keys));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn no_sign_runs_what_stands_elsewhere() {
    let shortcuts = Shortcuts::default();
    let check = |layout: &str, place: Key, held: Modifiers, expected: Option<&Action>| {
        let all = layouts();
        let layout = all.iter().find(|known| known.name == layout).unwrap();
        let level = if held.shift { Level::Shift } else { Level::Plain };
        let name = layout.name_of_press(place, level);
        let found = shortcuts.pressed((name, Some(place)), held).map(|(_, action)| action);
        assert_eq!(found.map(Action::name), expected.map(Action::name), "{place:?} of {}", layout.name);
    };
    let (ctrl, shift) = (Modifiers::COMMAND, Modifiers::COMMAND | Modifiers::SHIFT);
    // An apostrophe stands where others have Q, and Ctrl+Q would quit.
    check("dvorak", Key::Q, ctrl, None);
    check("dvorak", Key::Z, ctrl, None);
    check("fr", Key::A, ctrl, Some(&actions::file::QUIT));
    check("fr", Key::Q, ctrl, None);
    check("de", Key::Y, ctrl, Some(&actions::edit::UNDO));
    check("ara", Key::L, shift, Some(&actions::annotate::ORPHAN_NEXT));
    check("fr", Key::Num1, ctrl, Some(&actions::annotate::STATE_TODO));
    check("fr", Key::Num1, shift, Some(&actions::view::SHOW_ARTICLES));
    check("in", Key::Num3, ctrl, Some(&actions::annotate::STATE_DONE));
}

#[test]
fn every_label_has_a_key_on_every_layout() {
    let schema = news_schema();
    let mut keys = 0;
    for layout in layouts() {
        for label in schema.labels.iter().filter(|label| label.key.is_some()) {
            let key = Key::from_name(&label.key.unwrap_or_default().to_string()).unwrap();
            let place = layout.place(key);
            let is_digit = digit_named(key).is_some();
            let levels = if is_digit { vec![Level::Plain, Level::Shift] } else { vec![Level::Plain] };
            for level in levels {
                // Gujarati keyboards type nothing with Shift on some digits.
                let Some(typed) = layout.typed(place, level) else { continue };
                let found = label_of(&schema, typed, Some(place)).map(|label| &label.id);
                assert_eq!(found, Some(&label.id), "{typed} at {place:?} of {}", layout.name);
                keys += 1;
            }
        }
    }
    assert!(keys > 7 * 11, "{keys}");
}

#[test]
fn digits_and_letters_are_what_is_written_or_where_they_stand() {
    let check = |typed: &str, place: Option<Key>, expected: Option<char>| {
        let wanted = ['1', '4', '6', 'c', 'q', 'w'];
        let found = by_key(typed, place, |key| wanted.contains(&key).then_some(key));
        assert_eq!(found, expected, "{typed} at {place:?}");
    };
    check("1", None, Some('1'));
    check("C", None, Some('c'));
    for one in ["१", "૧", "১", "௧", "١", "۱", "๑"] {
        check(one, None, Some('1'));
    }
    check("-", Some(Key::Num6), Some('6'));
    check("'", Some(Key::Num4), Some('4'));
    check("'", Some(Key::Q), None);
    check(",", Some(Key::W), None);
    check("ﻻ", Some(Key::C), Some('c'));
    // Some keyboards have whole conjuncts on a key.
    check("क्ष", Some(Key::C), Some('c'));
    check("j", Some(Key::C), None);
    check("2", Some(Key::Num1), None);
    check("", Some(Key::C), None);
    check("१२", None, None);
}
