//! Keys on seven keyboard layouts: what winit and egui deliver of each in, what becomes of the article out.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tippani::analysis::CurrentVerdict;
use tippani::model::{State, Verdict};
use tippani::session::Review;

use super::driver::Window;
use super::steps::sidecar;
use crate::layouts::{Layout, Level, layouts};

const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// Presses what is `key` to somebody who uses this layout.
fn press(window: &mut Window, layout: &Layout, key: &str, modifiers: Modifiers) {
    let place = layout.place(Key::from_name(key).unwrap());
    window.send_at_once(layout.press(place, modifiers));
}

#[test]
fn every_label_is_tagged_on_every_layout() {
    for layout in layouts() {
        let mut window = Window::on(&[("a.txt", "one two")]);
        let labels = window.harness.state().session().schema().labels.clone();
        for label in labels {
            let key = label.key.unwrap().to_string();
            let is_digit = key.chars().all(|c| c.is_ascii_digit());
            let place = layout.place(Key::from_name(&key).unwrap());
            for (level, held) in [(Level::Plain, Modifiers::NONE), (Level::Shift, Modifiers::SHIFT)] {
                // With Shift a digit is one on French keyboards; a letter may be a sign on those of other scripts.
                let counts = level == Level::Plain || is_digit;
                let Some(typed) = layout.typed(place, level).filter(|_| counts) else { continue };
                window.press("Escape Escape Ctrl+Home Ctrl+D");
                window.send_at_once(layout.press(place, held));
                let expected = format!("[{}: one] two", label.id);
                assert_eq!(window.marked(), expected, "{typed} for {key} on {}", layout.name);
                window.press("Ctrl+Z");
            }
        }
    }
}

#[test]
fn shortcuts_do_the_same_on_every_layout() {
    for layout in layouts() {
        let name = layout.name;
        let mut window = Window::on(&[("a.txt", "one two. Three four.")]);
        let state = |window: &Window| window.harness.state().session().article().unwrap().set().state();
        window.press("Ctrl+Home");
        press(&mut window, &layout, "D", CTRL);
        assert_eq!(window.selected(), "one", "{name}");
        press(&mut window, &layout, "S", CTRL | Modifiers::SHIFT);
        assert_eq!(window.selected(), "one two", "{name}");
        press(&mut window, &layout, "A", CTRL);
        assert_eq!(window.selected(), "one two. Three four.", "{name}");
        press(&mut window, &layout, "1", Modifiers::NONE);
        assert_eq!(window.marked(), "[person: one two. Three four.]", "{name}");
        press(&mut window, &layout, "Z", CTRL);
        assert_eq!(window.marked(), "one two. Three four.", "{name}");
        press(&mut window, &layout, "Z", CTRL | Modifiers::SHIFT);
        assert_eq!(window.marked(), "[person: one two. Three four.]", "{name}");
        for (digit, expected) in [("2", State::InProgress), ("3", State::Done), ("1", State::Todo)] {
            press(&mut window, &layout, digit, CTRL);
            assert_eq!(state(&window), expected, "Ctrl+{digit} on {name}");
        }
        press(&mut window, &layout, "F", CTRL);
        assert!(window.harness.get_by_label("Find in the article").accesskit_node().is_focused(), "{name}");
        window.press("Escape");
        press(&mut window, &layout, "P", CTRL | Modifiers::SHIFT);
        assert!(window.has("Find a command"), "{name}");
        window.press("Escape");
        press(&mut window, &layout, "A", Modifiers::ALT);
        assert!(window.has("Context menu"), "the menu of its letter on {name}");
    }
}

#[test]
fn the_letters_of_a_review_decide_on_every_layout() {
    let ravi = sidecar("ravi", &["person", "location", "event"]);
    for layout in layouts() {
        let name = layout.name;
        let mut window =
            Window::on_bytes(&[("a.txt", b"one two three four"), ("a.txt.ravi.annotations.json", &ravi)]);
        window.press("Ctrl+R");
        window.wait("the review", |w| {
            w.harness.state().session().review().is_some_and(|review| review.building().is_none())
        });
        let verdicts = |window: &Window| -> Vec<Option<Verdict>> {
            let review = window.harness.state().session().review().unwrap();
            let verdict = |held: &CurrentVerdict| held.verdict;
            let items = review.items();
            items.map(|item| item.present().next()?.1.current_verdict.as_ref().map(verdict)).collect()
        };
        let position = |window: &Window| window.harness.state().session().review().map(Review::position);
        assert_eq!(verdicts(&window), [None; 3], "{name}");
        press(&mut window, &layout, "N", Modifiers::NONE);
        assert_eq!(position(&window), Some(1), "{name}");
        press(&mut window, &layout, "P", Modifiers::NONE);
        assert_eq!(position(&window), Some(0), "{name}");
        for letter in ["A", "R", "Q"] {
            press(&mut window, &layout, letter, Modifiers::NONE);
            window.settle();
        }
        let expected = [Verdict::Accepted, Verdict::Rejected, Verdict::Question];
        assert_eq!(verdicts(&window), expected.map(Some), "{name}");
    }
}

#[test]
fn a_digit_says_which_link_on_every_layout() {
    for layout in layouts() {
        let mut window = Window::on(&[("a.txt", "One fell. Two rose.")]);
        window.press("Ctrl+Home Ctrl+Shift+S c Escape Escape Ctrl+End Ctrl+Shift+S c Ctrl+L Tab Enter");
        press(&mut window, &layout, "1", Modifiers::NONE);
        let article = window.harness.state().session().article().unwrap();
        assert_eq!(article.set().relations().len(), 1, "{}", layout.name);
    }
}
