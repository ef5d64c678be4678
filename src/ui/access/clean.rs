//! Strings that every accessibility bus can carry and every screen reader can say.

use egui::accesskit::{Node, Role};

/// U+0000 ends strings of the bus of Linux: a message with one is refused, and the whole program leaves the bus with it.
const UNSPEAKABLE: char = '\0';
/// What stands for it, one code point for one, so that offsets stay what they are.
const REPLACEMENT: &str = "\u{fffd}";

/// Reads a string of a node.
type Get = fn(&Node) -> Option<&str>;
/// Puts another one in its place.
type Set = fn(&mut Node, String);

/// The strings of a node that are names, and said as such.
const NAMES: [(Get, Set); 4] = [
    (Node::label, |node, name| node.set_label(name)),
    (Node::description, |node, name| node.set_description(name)),
    (Node::placeholder, |node, name| node.set_placeholder(name)),
    (Node::tooltip, |node, name| node.set_tooltip(name)),
];

/// The others that may hold what is in a file, or was typed.
const OTHERS: [(Get, Set); 6] = [
    (Node::author_id, |node, text| node.set_author_id(text)),
    (Node::class_name, |node, text| node.set_class_name(text)),
    (Node::keyboard_shortcut, |node, text| node.set_keyboard_shortcut(text)),
    (Node::language, |node, text| node.set_language(text)),
    (Node::state_description, |node, text| node.set_state_description(text)),
    (Node::url, |node, text| node.set_url(text)),
];

/// Replaces in a node what the bus cannot carry, and takes icons out of its names.
pub(super) fn clean(node: &mut Node) {
    for (get, set) in NAMES {
        if let Some(name) = get(node).and_then(spoken) {
            set(node, name);
        }
    }
    for (get, set) in OTHERS {
        if let Some(text) = get(node).and_then(carried) {
            set(node, text);
        }
    }
    if node.role() == Role::TextRun {
        clean_run(node);
    } else if node.role() == Role::Label {
        // The name of a label is its value.
        if let Some(name) = node.value().and_then(spoken) {
            if name.is_empty() {
                node.set_hidden();
            }
            node.set_value(name);
        }
    } else if let Some(text) = node.value().and_then(carried) {
        node.set_value(text);
    }
}

/// A run of text stays aligned with the lengths of its characters.
fn clean_run(node: &mut Node) {
    let Some(value) = node.value() else { return };
    let Some(text) = carried(value) else { return };
    let mut lengths = Vec::with_capacity(node.character_lengths().len());
    let mut start = 0;
    for length in node.character_lengths() {
        let end = start + usize::from(*length);
        let length = value.get(start..end).and_then(carried).map_or(end - start, |one| one.len());
        lengths.push(u8::try_from(length).unwrap_or(u8::MAX));
        start = end;
    }
    node.set_value(text);
    node.set_character_lengths(lengths);
}

/// Text without what the bus cannot carry; nothing where there is none of it.
fn carried(text: &str) -> Option<String> {
    text.contains(UNSPEAKABLE).then(|| text.replace(UNSPEAKABLE, REPLACEMENT))
}

/// A name as it is said: icons, which are characters of private use, are no words. Nothing where it is so already.
fn spoken(name: &str) -> Option<String> {
    let is_icon = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}');
    if !name.contains(is_icon) {
        return carried(name);
    }
    let words: Vec<&str> = name.split(is_icon).map(str::trim).filter(|part| !part.is_empty()).collect();
    let words = words.join(" ");
    Some(carried(&words).unwrap_or(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_its_words() {
        for (name, said) in [
            ("Save", "Save"),
            ("\u{e248} Save", "Save"),
            ("Done  \u{e182}", "Done"),
            ("a \u{e248} b", "a b"),
            ("\u{e4a6}", ""),
            ("a\0b", "a\u{fffd}b"),
            ("क्ष\u{200d} 🔴", "क्ष\u{200d} 🔴"),
        ] {
            assert_eq!(spoken(name).as_deref().unwrap_or(name), said, "{name:?}");
        }
    }

    #[test]
    fn lengths_of_a_run_stay_those_of_its_characters() {
        let mut node = Node::new(Role::TextRun);
        node.set_value("é\0\0क्षि");
        node.set_character_lengths([2, 1, 1, 12]);
        clean(&mut node);
        assert_eq!(node.value(), Some("é\u{fffd}\u{fffd}क्षि"));
        assert_eq!(node.character_lengths(), [2, 3, 3, 12]);
    }
}
