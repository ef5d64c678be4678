//! Text fields: letters of every script typed, passed over, deleted, composed and heard as in the article.

use accesskit_atspi_common::{CoordType, Granularity, PlatformNode};
use egui::accesskit::{Action, ActionData, ActionRequest, Role, TextDirection};
use egui::{Event, ImeEvent, Key, Modifiers, PointerButton, Pos2, Rect, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unicode_segmentation::UnicodeSegmentation as _;

use super::driver::Window;
use super::listener::{Heard, Listener, read};

const FIND: &str = "Find in the article";

/// A window with the caret in Find, and what was typed there.
fn finding(typed: &str) -> Window {
    let mut window = Window::on(&[("a.txt", "क्षेत्र में पुल गिरा।\nپہلا سفر")]);
    window.press("Ctrl+F");
    if !typed.is_empty() {
        window.type_text(typed);
    }
    window
}

fn value(window: &Window) -> String {
    window.harness.get_by_label(FIND).value().unwrap_or_default()
}

/// What is looked for in the article.
fn query(window: &Window) -> String {
    window.harness.state().session().article().unwrap().search().query().to_owned()
}

fn field(listener: &mut Listener) -> PlatformNode {
    listener.nodes().into_iter().find(|node| node.name().is_ok_and(|name| name == FIND)).unwrap()
}

/// Where the caret is drawn, and with it the window of an input method.
fn caret(window: &Window) -> Rect {
    window.harness.output().platform_output.ime.unwrap().cursor_rect
}

fn composing(window: &mut Window, letters: &str) {
    let preedit = ImeEvent::Preedit { text: letters.to_owned(), active_range_chars: None };
    window.harness.event(Event::Ime(preedit));
    window.settle();
}

fn commit(window: &mut Window, letters: &str) {
    window.harness.event(Event::Ime(ImeEvent::Commit(letters.to_owned())));
    window.settle();
}

#[test]
fn clusters_are_passed_over_and_deleted_whole() {
    let mut window = finding("क्षेत्र पहला");
    assert_eq!(value(&window), "क्षेत्र पहला");
    // Each letter: what is left after the keys.
    for (keys, left) in [
        ("Home Delete", "त्र पहला"),
        ("Ctrl+Z", "क्षेत्र पहला"),
        ("End Backspace", "क्षेत्र पहल"),
        ("Ctrl+Z", "क्षेत्र पहला"),
        ("End ArrowLeft Delete", "क्षेत्र पह"),
        ("Ctrl+Z Home ArrowRight Backspace", "क्षत्र पहला"),
        ("Ctrl+Z Home ArrowRight Shift+ArrowRight Ctrl+X", "क्षे पहला"),
        ("Ctrl+Z End Ctrl+Backspace", "क्षेत्र "),
        ("Ctrl+Z Home Ctrl+Delete", " पहला"),
        ("Ctrl+Z Ctrl+A Delete", ""),
        ("Ctrl+Z", "क्षेत्र पहला"),
    ] {
        for key in keys.split_whitespace() {
            if key == "Ctrl+X" {
                window.harness.event(Event::Cut);
                window.settle();
            } else {
                window.press(key);
            }
        }
        assert_eq!(value(&window), left, "after {keys}");
        assert_eq!(query(&window), left, "what is typed counts at once");
    }
}

#[test]
fn nothing_is_cut_by_keys_clicks_or_copies() {
    let text = "क्षेत्र पहला ક્ષત્રિય";
    let mut window = finding(text);
    let mut listener = Listener::to(&mut window);
    let ends: Vec<i32> = text
        .grapheme_indices(true)
        .map(|(at, _)| at)
        .chain([text.len()])
        .map(|at| i32::try_from(text[..at].chars().count()).unwrap())
        .collect();
    window.press("Home");
    let mut met = vec![field(&mut listener).caret_offset().unwrap()];
    for _ in 1..ends.len() {
        window.press("ArrowRight");
        met.push(field(&mut listener).caret_offset().unwrap());
    }
    assert_eq!(met, ends, "each press is one cluster");
    let area = window.harness.get_by_label(FIND).rect();
    for step in 0..30 {
        let at = pos2(area.left() + area.width() * step as f32 / 30.0, area.center().y);
        click(&mut window, at);
        // Far enough apart to be clicks of their own.
        window.harness.run_steps(30);
        let place = field(&mut listener).caret_offset().unwrap();
        assert!(ends.contains(&place), "{place} is within a cluster, at {at:?}");
    }
    window.press("Home Shift+ArrowRight Shift+ArrowRight");
    assert_eq!(field(&mut listener).selection(0).unwrap(), (0, 7));
    window.harness.event(Event::Copy);
    window.settle();
    let copied = window.harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert!(copied.is_none_or(|copied| copied == "क्षेत्र"));
    let at = window.harness.get_by_label(FIND).rect();
    window.double_click(pos2(at.left() + 40.0, at.center().y));
    assert_eq!(field(&mut listener).selection(0).unwrap(), (0, 7), "two clicks take a word");
}

fn click(window: &mut Window, pos: Pos2) {
    window.harness.event(Event::PointerMoved(pos));
    window.harness.step();
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
        window.harness.step();
    }
    window.settle();
}

#[test]
fn urdu_stands_and_is_passed_over_from_right_to_left() {
    let mut window = finding("پہلا سفر");
    let end = caret(&window).left();
    window.press("Home");
    let mut last = caret(&window).left();
    assert!(end < last, "it ends at the left");
    for _ in "پہلا سفر".graphemes(true) {
        window.press("ArrowLeft");
        let x = caret(&window).left();
        assert!(x < last, "left is on in the text: {last} to {x}");
        last = x;
    }
    assert!((last - end).abs() < 0.1, "all of it was passed over");
    window.press("Home Delete");
    assert_eq!(value(&window), "ہلا سفر");
    window.press("End Backspace");
    assert_eq!(value(&window), "ہلا سف");
    let field = window.harness.get_by_label(FIND);
    let runs: Vec<_> =
        field.children().filter(|node| node.accesskit_node().role() == Role::TextRun).collect();
    assert!(!runs.is_empty());
    for run in runs {
        assert_eq!(run.accesskit_node().data().text_direction(), Some(TextDirection::RightToLeft));
    }
}

#[test]
fn a_field_is_heard_exactly() {
    for text in [
        "क्षेत्र में पुल गिरा",
        "રાષ્ટ્રપ્રમુખ ક્ષત્રિય",
        "کشمیر میں پہلا",
        "قال الوزير Modi إن 12,000",
        "கொழும்பு பொய்",
        "กำลังเดินทางไปกรุงเทพ",
        "🔴 👩‍👩‍👧 🇮🇳 e\u{301}",
        "",
    ] {
        let mut window = finding(text);
        let mut listener = Listener::to(&mut window);
        let node = field(&mut listener);
        assert_eq!(node.text(0, -1).unwrap(), text);
        assert_eq!(read(&node, Granularity::Char), text.graphemes(true).collect::<Vec<_>>());
        assert_eq!(read(&node, Granularity::Word).concat(), text);
        assert_eq!(read(&node, Granularity::Line).concat(), text);
        assert_eq!(node.caret_offset().unwrap(), i32::try_from(text.chars().count()).unwrap());
        if text.is_empty() {
            continue;
        }
        let bounds = node.character_extents(0, CoordType::Window).unwrap();
        let point = (bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        assert_eq!(node.offset_at_point(point.0, point.1, CoordType::Window).unwrap(), 0, "{text}");
    }
}

#[test]
fn a_screen_reader_sets_selection_and_value() {
    let mut window = finding("क्षेत्र पहला");
    let mut listener = Listener::to(&mut window);
    field(&mut listener).set_selection(0, 0, 7).unwrap();
    listener.ask(&mut window);
    assert_eq!(field(&mut listener).selection(0).unwrap(), (0, 7));
    listener.heard();
    window.press("End");
    let heard = listener.heard();
    assert!(heard.contains(&Heard::Caret(12)), "{heard:?}");
    window.press("Home");
    for (action, given, expected) in
        [(Action::ReplaceSelectedText, "नया\0 ", "नया क्षेत्र पहला"), (Action::SetValue, "दूसरा\n", "दूसरा ")]
    {
        let (target_node, target_tree) = window.harness.get_by_label(FIND).accesskit_node().locate();
        let data = Some(ActionData::Value(given.into()));
        let request = ActionRequest { action, target_tree, target_node, data };
        window.harness.event(Event::AccessKitActionRequest(request));
        window.settle();
        assert_eq!(value(&window), expected);
        assert_eq!(query(&window), expected);
    }
}

#[test]
fn control_characters_stay_out() {
    let mut window = finding("ab");
    window.type_text("\u{1b}");
    window.type_text("\t");
    window.type_text("\0");
    commit(&mut window, "\u{1b}");
    commit(&mut window, "\t");
    assert_eq!(value(&window), "ab");
    window.harness.event(Event::Paste("c\0d\te\r\nf\u{7f}".to_owned()));
    window.settle();
    assert_eq!(value(&window), "abcd e f");
    let all: Vec<char> = value(&window).chars().chain(query(&window).chars()).collect();
    assert!(all.iter().all(|c| !c.is_control()));
}

#[test]
fn a_note_has_line_feeds_and_no_other_control_character() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("Ctrl+Home Ctrl+D 1");
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Note").focus();
    window.settle();
    window.type_text("पहला");
    window.press("Enter");
    window.harness.event(Event::Paste("दूसरा\r\nतीसरा\t4\u{7}".to_owned()));
    window.settle();
    let expected = "पहला\nदूसरा\nतीसरा 4";
    assert_eq!(window.focused().unwrap().note, expected);
    assert!(window.harness.state().session().is_dirty(), "it counts at once");
    // Up to the second line, and what is typed there.
    window.press("ArrowUp Home");
    window.type_text("और ");
    assert_eq!(window.focused().unwrap().note, "पहला\nऔर दूसरा\nतीसरा 4");
    let mut listener = Listener::to(&mut window);
    let mut nodes = listener.nodes().into_iter();
    let node =
        nodes.find(|node| node.name().is_ok_and(|name| name == "Note") && node.supports_text().unwrap());
    let node = node.unwrap();
    assert_eq!(node.text(0, -1).unwrap(), "पहला\nऔर दूसरा\nतीसरा 4");
    assert_eq!(read(&node, Granularity::Line), ["पहला\n", "और दूसरा\n", "तीसरा 4"]);
}

#[test]
fn letters_that_are_composed_are_no_text_until_they_are_done() {
    let mut window = finding("अब ");
    let before = caret(&window).left();
    composing(&mut window, "नम");
    assert_eq!(value(&window), "अब नम", "they are seen");
    assert_eq!(query(&window), "अब ", "and looked for when they are done");
    assert!(caret(&window).left() > before, "the window of the input method follows");
    // No key is a shortcut meanwhile, and Escape gives up the letters alone.
    window.press("Ctrl+A ArrowLeft F3 Enter Tab");
    assert_eq!((value(&window), query(&window)), ("अब नम".to_owned(), "अब ".to_owned()));
    window.press("Escape");
    assert_eq!(value(&window), "अब ");
    assert!(window.harness.get_by_label(FIND).is_focused(), "the field has the keyboard still");
    composing(&mut window, "नमस्");
    composing(&mut window, "नमस्ते");
    commit(&mut window, "नमस्ते");
    assert_eq!((value(&window), query(&window)), ("अब नमस्ते".to_owned(), "अब नमस्ते".to_owned()));
    window.press("Ctrl+Z");
    assert_eq!(value(&window), "अब ");
    // Another window is looked at meanwhile.
    composing(&mut window, "नया");
    window.harness.event(Event::WindowFocused(false));
    window.settle();
    window.harness.event(Event::WindowFocused(true));
    window.press("Home Delete Ctrl+Z Ctrl+Z");
    assert_eq!(query(&window), "अब ");
    // What somebody says who has composed nothing changes nothing.
    window.press("Ctrl+A");
    composing(&mut window, "");
    commit(&mut window, "");
    assert_eq!(value(&window), "अब ");
}

#[test]
fn the_key_that_ends_a_composition_does_what_it_does() {
    let mut window = finding("न");
    composing(&mut window, "म");
    // Both in one frame, as a slow one has them.
    let (key, modifiers) = (Key::Backspace, Modifiers::NONE);
    window.harness.input_mut().events.extend([
        Event::Ime(ImeEvent::Commit("म".to_owned())),
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers },
    ]);
    window.settle();
    assert_eq!((value(&window), query(&window)), ("न".to_owned(), "न".to_owned()));
}

#[test]
fn the_key_that_closes_a_field_leaves_what_was_composed_in_it() {
    let mut window = finding("");
    composing(&mut window, "न");
    // An input method says at Escape what was composed, and gives the key back.
    let (key, modifiers) = (Key::Escape, Modifiers::NONE);
    window.send_at_once(vec![
        Event::Ime(ImeEvent::Preedit { text: String::new(), active_range_chars: None }),
        Event::Ime(ImeEvent::Commit("न".to_owned())),
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers },
    ]);
    window.press("Ctrl+F");
    assert_eq!(value(&window), "न");
}

#[test]
fn find_offers_what_was_looked_for_last() {
    let mut window = Window::on(&[("a.txt", "one two three two")]);
    let selected = |window: &Window| {
        let article = window.harness.state().session().article().unwrap();
        let text = &article.document().text;
        article.selection().span(text).map(|span| (text.slice(span).to_owned(), span.start().get()))
    };
    window.press("Ctrl+Home Ctrl+F");
    window.type_text("two");
    window.press("Escape");
    let first = Some(("two".to_owned(), 4));
    assert_eq!(selected(&window), first, "what was found stays selected");
    window.press("Escape Ctrl+Home Ctrl+F");
    assert_eq!(
        (value(&window).as_str(), selected(&window)),
        ("two", None),
        "it is offered, and nothing moves"
    );
    window.press("Enter");
    assert_eq!(selected(&window), first);
    window.press("Enter");
    assert_eq!(selected(&window), Some(("two".to_owned(), 14)));
    window.press("Escape Escape Ctrl+Home Ctrl+F");
    window.type_text("three");
    assert_eq!(selected(&window), Some(("three".to_owned(), 8)), "what is typed takes its place");
}

#[test]
fn an_input_method_is_told_of_a_caret_at_rest_where_that_is_asked_for() {
    let mut window = finding("");
    tippani::ui::text_field::tell_at_rest(&window.harness.ctx);
    window.harness.run_steps(60);
    let before = caret(&window);
    window.harness.event(Event::Text("क्षेत्र".to_owned()));
    window.harness.step();
    assert_eq!(caret(&window), before, "it moves");
    for _ in 0..60 {
        // It stays where it is while something is composed.
        window.harness.event(Event::Ime(ImeEvent::Preedit { text: String::new(), active_range_chars: None }));
        window.harness.step();
        assert_eq!(caret(&window), before, "something is typed");
    }
    window.harness.run_steps(60);
    assert!(caret(&window).left() > before.left(), "it rests");
}

#[test]
fn what_is_composed_stays_where_the_field_is_left() {
    let mut window = Window::on(&[("a.txt", "one two three")]);
    window.press("Ctrl+Home Ctrl+D 1");
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Note").focus();
    window.settle();
    composing(&mut window, "नोट");
    assert_eq!(window.focused().unwrap().note, "");
    let text = window.harness.get_by_role(Role::Document).rect();
    click(&mut window, pos2(text.left() + 60.0, text.bottom() - 20.0));
    let article = window.harness.state().session().article().unwrap();
    let note = article.set().annotations().iter().next().unwrap().note.clone();
    assert_eq!(note, "नोट");
}

#[test]
fn a_long_line_follows_its_caret() {
    let mut window = finding(&"क्षेत्र में पुल गिरा ".repeat(200));
    let area = window.harness.get_by_label(FIND).rect();
    for keys in ["End", "Home", "Ctrl+ArrowRight", "End ArrowLeft", "Ctrl+ArrowLeft", "Home ArrowRight"] {
        window.press(keys);
        let at = caret(&window).center();
        assert!(area.expand(1.0).contains(at), "after {keys} the caret is at {at:?}, in {area:?}");
    }
    window.press("End Backspace");
    window.type_text("अ");
    assert!(value(&window).ends_with("गिराअ"));
}
