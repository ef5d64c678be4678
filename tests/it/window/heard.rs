//! What those hear who do not see the window: the article as text, and strings that every bus can carry.

use accesskit_atspi_common::{
    CoordType, Granularity, InterfaceSet, PlatformNode, Role as BusRole, ScrollType,
};
use egui::Event;
use egui::accesskit::{Action, ActionRequest, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unicode_segmentation::UnicodeSegmentation as _;

use super::driver::Window;
use super::listener::{Heard, Listener, read};

/// Nine scripts and more, in both directions, with what is hard to read out.
const ARTICLE: &str = "राष्ट्रपति द्वारा कोई भी क्षेत्र COVID-19 नहीं।\n\
    રાષ્ટ્રપ્રમુખ ક્ષત્રિય મોદીએ કહ્યું.\r\n\
    \n\
    কোলকাতা পৌঁছে শ্রী, கொழும்பு பொய் — കൊച്ചി പൊ\n\
    తెలుగు క్షేత్రం ಕೊಡಗು ಕೋಲಾರ\u{2028}กำลังเดินทางไปกรุงเทพ\n\
    قال الوزير Modi إن 12,000 شخص وصلوا أمس إلى المدينة القديمة في شمال البلاد ولم يعودوا منها بعد.\n\
    وزیر نے کہا۔\tשלום עולם 1947 abc\n\
    🔴 👩‍👩‍👧 🇮🇳 e\u{301} 🏴󠁧󠁢󠁥󠁮󠁧󠁿\n\
    a\0b क्ष\0त्र\n";

/// Every string that the window exposes.
fn exposed(window: &Window) -> Vec<String> {
    let root = window.harness.root();
    let all = std::iter::once(root).chain(root.children_recursive());
    let strings = all.flat_map(|node| {
        let node = node.accesskit_node().data();
        [node.label(), node.value(), node.description(), node.placeholder(), node.tooltip()]
    });
    strings.flatten().map(ToOwned::to_owned).collect()
}

#[test]
fn nothing_is_exposed_that_the_bus_cannot_carry() {
    let mut window = Window::on(&[("a.txt", "one\0two\n\0\nक्ष\0त्र")]);
    assert_eq!(window.text(), "one\0two\n\0\nक्ष\0त्र", "the text itself is as it is");
    window.press("Ctrl+Home Ctrl+D 1 Escape Ctrl+F");
    window.type_text("e\0t");
    let all = exposed(&window);
    assert!(all.iter().all(|text| !text.contains('\0')), "{all:?}");
    assert!(all.iter().any(|text| text.contains("one\u{fffd}two")), "{all:?}");
    let value = |window: &Window| window.harness.get_by_label("Find in the article").value();
    assert_eq!(value(&window).as_deref(), Some("et"), "what is typed has no control character");
    // Words of the article are looked for as they are.
    window.press("Escape Ctrl+Home Shift+End Ctrl+F");
    assert_eq!(window.selected(), "one\0two");
    assert_eq!(value(&window).as_deref(), Some("one\u{fffd}two"));
}

#[test]
fn the_article_is_read_by_character_word_line_and_paragraph() {
    let mut window = Window::on(&[("a.txt", ARTICLE)]);
    let mut listener = Listener::to(&mut window);
    let document = listener.document();
    let spoken = ARTICLE.replace('\0', "\u{fffd}");
    assert_eq!(document.text(0, -1).unwrap(), spoken);
    assert_eq!(read(&document, Granularity::Char), spoken.graphemes(true).collect::<Vec<_>>());
    assert_eq!(read(&document, Granularity::Line).concat(), spoken);
    let paragraphs: Vec<&str> = spoken.split_inclusive('\n').collect();
    assert_eq!(read(&document, Granularity::Paragraph), paragraphs);
    let words = read(&document, Granularity::Word);
    assert_eq!(words.concat(), spoken);
    for word in ["राष्ट्रपति ", "क्षेत्र ", "COVID-19 ", "Modi ", "12,000 ", "กรุงเทพ\n"]
    {
        assert!(words.iter().any(|found| found == word), "{word:?} is no word of {words:?}");
    }
}

#[test]
fn a_long_line_is_read_whole_whatever_it_is_made_of() {
    let monster = format!("e{}", "\u{301}".repeat(400));
    for text in
        ["क्षि".repeat(600), "x".repeat(1000), monster, "🏴󠁧󠁢󠁥󠁮󠁧󠁿".repeat(300), "ا".repeat(700), String::new()]
    {
        let mut window = Window::on(&[("a.txt", &text)]);
        let mut listener = Listener::to(&mut window);
        let document = listener.document();
        assert_eq!(document.text(0, -1).unwrap(), text);
        assert_eq!(read(&document, Granularity::Char).concat(), text);
        assert_eq!(document.caret_offset().unwrap(), 0);
    }
}

#[test]
fn caret_and_selection_are_heard_and_can_be_set() {
    let mut window = Window::on(&[("a.txt", ARTICLE)]);
    let mut listener = Listener::to(&mut window);
    window.press("Ctrl+Home");
    listener.heard();
    let keys = "ArrowRight ArrowRight Ctrl+ArrowRight ArrowDown End ArrowDown ArrowDown Ctrl+ArrowLeft ArrowLeft Ctrl+End";
    for key in keys.split_whitespace() {
        window.press(key);
        let article = window.harness.state().session().article().unwrap();
        let expected = article.document().text.to_char(article.selection().head).get();
        let carets: Vec<Heard> =
            listener.heard().into_iter().filter(|heard| matches!(heard, Heard::Caret(_))).collect();
        assert_eq!(carets, [Heard::Caret(expected.try_into().unwrap())], "after {key}");
    }
    window.press("Ctrl+Home Shift+ArrowRight Shift+ArrowRight");
    assert!(listener.heard().contains(&Heard::Selection));
    let document = listener.document();
    assert_eq!(document.selection(0).unwrap(), (0, 7), "two clusters");
    for (start, end) in [(11, 18), (3, 3), (18, 60), (0, -1)] {
        document.set_selection(0, start, end).unwrap();
        listener.ask(&mut window);
        let whole: Vec<char> = ARTICLE.chars().collect();
        let end = if end == -1 { whole.len() } else { end.try_into().unwrap() };
        let (from, to) = (end.min(start.try_into().unwrap()), end.max(start.try_into().unwrap()));
        assert_eq!(window.selected(), whole[from..to].iter().collect::<String>());
    }
    document.set_caret_offset(40).unwrap();
    listener.ask(&mut window);
    assert_eq!(listener.document().caret_offset().unwrap(), 40);
}

#[test]
fn a_long_article_is_read_past_what_is_in_sight() {
    let text: String = (0..6000).map(|n| format!("अनुच्छेद {n} में पुल गिरा।\n")).collect::<Vec<_>>().concat();
    let mut window = Window::on(&[("a.txt", &text)]);
    let mut listener = Listener::to(&mut window);
    let known = |listener: &mut Listener| {
        let document = listener.document();
        (document.text(0, -1).unwrap(), document.caret_offset().unwrap())
    };
    let (exposed, _) = known(&mut listener);
    assert!(
        text.starts_with(&exposed) && exposed.len() > 20_000 && exposed.len() < 100_000,
        "{}",
        exposed.len()
    );
    let mut caret = 0;
    // On by lines to the end of what was in the tree, and then far away.
    for keys in std::iter::repeat_n("PageDown PageDown PageDown PageDown PageDown PageDown", 12)
        .chain(["Ctrl+End", "Ctrl+Home"])
    {
        window.press(keys);
        window.harness.run_steps(20);
        let (exposed, at) = known(&mut listener);
        assert!(text.contains(&exposed) && exposed.len() < 100_000, "{}", exposed.len());
        let head = window.harness.state().session().article().unwrap().selection().head.get();
        let shown: String = exposed.chars().skip(at.try_into().unwrap()).take(12).collect();
        assert!(text[head..].starts_with(&shown), "{shown:?} is at the caret after {keys}");
        caret = caret.max(head);
    }
    assert_eq!(caret, text.len());
}

#[test]
fn what_is_out_of_sight_is_shown_when_it_is_asked_for() {
    let text: String = (0..200).map(|n| format!("Paragraph {n}.\n")).collect::<Vec<_>>().concat();
    let mut window = Window::on(&[("a.txt", &text)]);
    let mut listener = Listener::to(&mut window);
    window.harness.run_steps(20);
    let document = listener.document();
    let at = i32::try_from(text.find("Paragraph 150").unwrap()).unwrap();
    document.scroll_substring_to(at, at + 4, ScrollType::Anywhere).unwrap();
    listener.ask(&mut window);
    let area = window.harness.get_by_role(Role::Document).rect();
    let paragraph = window.harness.get_by_role_and_label(Role::Paragraph, "Paragraph 150.").rect();
    assert!(area.contains_rect(paragraph), "{paragraph:?} is in {area:?}");
    let bounds = listener.document().character_extents(at, CoordType::Window).unwrap();
    let point = (bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    assert_eq!(listener.document().offset_at_point(point.0, point.1, CoordType::Window).unwrap(), at);
}

#[test]
fn marks_divide_the_text_and_have_a_menu() {
    let mut window = Window::on(&[("a.txt", "मंत्री ने कहा कि पुल गिरा। Modi spoke.")]);
    window.press(
        "Ctrl+Home Ctrl+Shift+S c Escape Ctrl+End Ctrl+ArrowLeft Ctrl+ArrowLeft Ctrl+D 1 Escape Escape",
    );
    let mut listener = Listener::to(&mut window);
    let document = listener.document();
    let attributes = |offset: i32| document.text_attributes(offset).unwrap();
    let (of_claim, start, end) = attributes(3);
    assert!(of_claim.contains_key("underline"), "{of_claim:?}");
    assert_eq!((start, end), (0, 25));
    let at = i32::try_from("मंत्री ने कहा कि पुल गिरा। ".chars().count()).unwrap();
    let (of_person, start, end) = attributes(at + 1);
    assert!(of_person.contains_key("bg-color") && !of_person.contains_key("underline"), "{of_person:?}");
    assert_eq!((start, end), (at, at + 4));
    assert_eq!(document.text(0, -1).unwrap(), window.text());
    let mark = window.harness.get_by_role_and_label(Role::Mark, "Person: Modi").accesskit_node().locate();
    window.harness.event(Event::AccessKitActionRequest(ActionRequest {
        action: Action::ShowContextMenu,
        target_tree: mark.1,
        target_node: mark.0,
        data: None,
    }));
    window.settle();
    assert_eq!(window.focused().map(|mark| mark.label.to_string()), Some("person".to_owned()));
    assert!(
        window.harness.query_by_role_and_label(Role::MenuItem, "Delete annotation").is_some(),
        "its menu is open"
    );
}

#[test]
fn what_is_done_is_announced_once() {
    let text = "Modi spoke in Delhi.\nThe minister of Delhi left.";
    let mut window = Window::on(&[("a.txt", text), ("b.txt", "two")]);
    let mut listener = Listener::to(&mut window);
    let once = |words: &str| vec![words.to_owned()];
    for (keys, said) in [
        ("Ctrl+Home", ""),
        ("Ctrl+D", ""),
        ("1", "Tagged as Person: Modi"),
        ("Enter", ""),
        ("org", ""),
        ("Enter", "Changed to Organization: Modi"),
        ("Alt+ArrowLeft", "Organization is now: Mod"),
        ("Ctrl+Z", "Undone: Move edge"),
        ("Ctrl+Z", "Undone: Change label to Organization"),
        ("Ctrl+Shift+Z", "Redone: Change label to Organization"),
        ("Ctrl+S", "Saved"),
        ("Delete", "Removed Organization: Modi"),
        ("Ctrl+Z", "Undone: Delete Organization"),
        ("Escape", ""),
        ("3", "Tag mode: Location"),
        ("Escape", "Tag mode ended"),
        ("Ctrl+F", ""),
        ("F3", ""),
    ] {
        if keys == "org" {
            window.type_text(keys);
        } else {
            window.press(keys);
        }
        window.harness.run_steps(4);
        if said == "Saved" {
            window.wait("saving", |w| !w.harness.state().session().is_dirty());
        }
        let expected = if said.is_empty() { Vec::new() } else { once(said) };
        assert_eq!(listener.said(), expected, "after {keys}");
    }
    window.type_text("delhi");
    assert_eq!(listener.said(), ["Hit 1 of 2"]);
    window.press("F3");
    assert_eq!(listener.said(), ["Hit 2 of 2"]);
    window.press("F3");
    assert_eq!(listener.said(), ["Hit 1 of 2"], "the same words again are heard again");
    window.type_text("x");
    assert_eq!(listener.said(), ["Nothing found"]);
    window.press("Escape Escape Alt+ArrowDown");
    window.wait("the next article", |w| w.file() == "b.txt");
    assert_eq!(listener.said(), ["Article b.txt"]);
}

#[test]
fn what_is_chosen_in_a_list_beside_draws_nobody_away() {
    let mut window = Window::on(&[("a.txt", "Modi spoke in Delhi."), ("b.txt", "two")]);
    let mut listener = Listener::to(&mut window);
    let went_away = |listener: &mut Listener| listener.heard().contains(&Heard::Chosen);
    for keys in
        ["Ctrl+Home", "Ctrl+D 1", "Escape Escape Ctrl+End", "Tab", "Delete", "Ctrl+Z", "Alt+ArrowDown"]
    {
        window.press(keys);
        window.harness.run_steps(8);
        assert!(!went_away(&mut listener), "after {keys}");
    }
    window.press("Ctrl+Shift+P ArrowDown");
    assert!(went_away(&mut listener), "a list that has the keyboard is gone to");
}

#[test]
fn a_mark_is_named_when_the_caret_comes_into_it_and_when_it_has_the_focus() {
    let mut window = Window::on(&[("a.txt", "Modi said the bridge fell.")]);
    window.press("Ctrl+Home Ctrl+Shift+S c Escape Ctrl+Home Ctrl+D 1 Escape Escape Ctrl+End");
    let mut listener = Listener::to(&mut window);
    window.press("Ctrl+Home");
    assert_eq!(listener.said(), ["Statement; Person"], "outer ones first");
    window.press("ArrowRight ArrowRight");
    assert_eq!(listener.said(), Vec::<String>::new(), "it is in both still");
    window.press("Ctrl+ArrowRight Ctrl+ArrowRight");
    assert_eq!(listener.said(), Vec::<String>::new(), "it left one and came into none");
    window.press("Ctrl+ArrowLeft Ctrl+ArrowLeft");
    assert_eq!(listener.said(), ["Person"]);
    window.press("Tab");
    let focus = listener.heard().into_iter().find_map(|heard| match heard {
        Heard::Focus(id) => id,
        _ => None,
    });
    let mark = listener.node(focus.expect("the focus moves"));
    let name = mark.name().unwrap();
    assert!(name.starts_with("Statement: ") || name == "Person: Modi", "{name}");
    assert!(mark.description().unwrap().contains(" of 2"), "{:?}", mark.description());
    window.press("ArrowRight");
    let heard = listener.heard();
    assert!(
        heard.iter().any(|heard| matches!(heard, Heard::Caret(_))),
        "the text has the focus again: {heard:?}"
    );
}

#[test]
fn what_a_dialog_hides_is_on_the_bus_again_when_it_is_gone() {
    let mut window = Window::on(&[("a.txt", "Asha Rao came.\nRavi left.\n")]);
    let mut listener = Listener::to(&mut window);
    listener.assert_all_known("at first");
    let mut check = |window: &mut Window, keys: &str| {
        listener.assert_all_known(keys);
        let is_article = |node: &PlatformNode| matches!(node.role(), Ok(BusRole::DocumentFrame));
        assert!(!listener.nodes().iter().any(is_article), "{keys}");
        window.press("Escape");
        listener.assert_all_known(&format!("{keys}, and closed"));
        assert_eq!(listener.document().text(0, -1).unwrap(), "Asha Rao came.\nRavi left.\n");
    };
    for keys in ["F1", "Ctrl+Shift+P", "Ctrl+,", "Ctrl+Shift+E", "Ctrl+Shift+O", "Ctrl+Shift+T"] {
        window.press(keys);
        check(&mut window, keys);
    }
    // From one to the other.
    for name in ["keyboard shortcuts", "labels and attributes", "article details", "about"] {
        window.press("Ctrl+Shift+P");
        window.type_text(name);
        window.press("Enter");
        check(&mut window, name);
    }
}

#[test]
fn a_field_has_its_text_from_the_first_moment_on() {
    let mut window = Window::on(&[("a.txt", "Asha Rao came.\nRavi left.\n")]);
    let mut listener = Listener::to(&mut window);
    let mut check = |window: &mut Window, keys: &str| {
        window.press(keys);
        let late = listener.late();
        let is_text = |set: &InterfaceSet| format!("{set:?}").contains("Text");
        assert!(!late.iter().any(|(_, set)| is_text(set)), "{keys}: {late:?}");
    };
    let picker = ["Ctrl+Home Ctrl+Right Shift+Home 1", "Ctrl+K", "/", "Escape Escape"];
    let others =
        ["Ctrl+F", "Ctrl+Shift+P", "Ctrl+P", "Tab Ctrl+F6", "Ctrl+,", "Ctrl+Shift+O", "Ctrl+Shift+M"];
    for keys in picker.into_iter().chain(others.into_iter().flat_map(|keys| [keys, "Escape"])) {
        check(&mut window, keys);
    }
}

#[test]
fn a_word_in_a_field_is_read_in_the_language_of_its_script() {
    let mut window = Window::on(&[("a.txt", "Asha Rao came.\n")]);
    let mut listener = Listener::to(&mut window);
    window.press("Ctrl+F");
    window.type_text("bridge पुल સલામત");
    let is_field = |node: &PlatformNode| node.name().is_ok_and(|name| name == "Find in the article");
    let field = listener.nodes().into_iter().find(is_field).unwrap();
    let language = |offset| field.text_attribute_value(offset, "language").unwrap();
    assert_eq!([0, 7, 9, 11].map(language), ["", "hi", "hi", "gu"]);
}
