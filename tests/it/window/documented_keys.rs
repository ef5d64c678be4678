//! Keys that the documents name are keys of the table of actions, and each key of the table is on the sheet of keys.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tippani::ui::actions;

use super::driver::Window;

/// In the order they are written in.
const MODIFIERS: [&str; 3] = ["Ctrl", "Shift", "Alt"];

/// Keys as documents and the sheet write them, and as the table does.
const NAMES: [(&str, &str); 8] = [
    ("←", "ArrowLeft"),
    ("→", "ArrowRight"),
    ("↑", "ArrowUp"),
    ("↓", "ArrowDown"),
    ("PgDn", "PageDown"),
    ("PgUp", "PageUp"),
    ("+", "Plus"),
    ("Esc", "Escape"),
];

/// Keys with a modifier that are no actions: of menus, of the text, of the list of entities and of the page of claims.
const HANDLED_THERE: [&str; 7] =
    ["Alt+F", "Alt+H", "Ctrl+Home", "Shift+Enter", "Shift+1", "Shift+9", "Shift+N"];

/// Modifiers held with a key.
type Held = BTreeSet<usize>;

/// `Alt+Ctrl+←` as modifiers and `ArrowLeft`; nothing for what is no key.
fn parse(written: &str) -> Option<(Held, String)> {
    let (mut held, mut rest) = (Held::new(), written);
    while let Some((head, after)) = rest.split_once('+').filter(|(_, after)| !after.is_empty()) {
        held.insert(MODIFIERS.iter().position(|modifier| *modifier == head)?);
        rest = after;
    }
    let name = NAMES.iter().find(|(shown, _)| *shown == rest).map_or(rest, |(_, name)| *name);
    let is_letter = name.chars().count() == 1;
    let key = if is_letter { name.to_uppercase() } else { name.to_owned() };
    (!MODIFIERS.contains(&name)).then_some((held, key))
}

fn written((held, key): &(Held, String)) -> String {
    let held = held.iter().map(|at| MODIFIERS[*at].to_owned() + "+");
    held.collect::<String>() + key
}

/// Whether a key is one that only an action may have: with a modifier, or F1 to F12.
fn is_of_action((held, key): &(Held, String)) -> bool {
    !held.is_empty() || key.strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok())
}

/// What stands between the signs of code, each with the words before it.
fn code(text: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = text.split('`').collect();
    parts.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

/// The keys of a cell of the table: `Ctrl+1`, `2` are two with `Ctrl`, and “with `Alt`” repeats those before it, which are those
/// before the semicolon where nothing else is between.
fn of_cell(cell: &str) -> Vec<String> {
    let (mut all, mut before) = (Vec::new(), Vec::new());
    for group in cell.split("; ") {
        let mut keys: Vec<(Held, String)> = Vec::new();
        for (words, code) in code(group) {
            if let Some(modifier) = MODIFIERS.iter().position(|modifier| *modifier == code) {
                let plain = if keys.is_empty() { &before } else { &keys };
                let held = |(held, key): &(Held, String)| (&Held::from([modifier]) | held, key.clone());
                let more: Vec<_> = plain.iter().map(held).collect();
                assert!(words.ends_with("with "), "`{code}` in {cell}");
                keys.extend(more);
                continue;
            }
            let (mut held, key) = parse(code).unwrap_or_else(|| panic!("`{code}` in {cell}"));
            let is_digit = |key: &str| key.parse::<u8>().is_ok_and(|digit| digit < 10);
            let last = keys.last().cloned().unwrap_or_default();
            if held.is_empty() && is_digit(&key) && is_digit(&last.1) {
                held = last.0;
            }
            keys.push((held, key));
        }
        all.extend(keys.iter().filter(|key| is_of_action(key)).map(written));
        before = keys;
    }
    all
}

/// The keys in the prose of a page, between signs of code and as `<kbd>`.
fn of_prose(text: &str) -> Vec<String> {
    let joined = text.replace("</kbd>+<kbd>", "+").replace("\\\\", "\\");
    let kbd = joined.split("<kbd>").skip(1).filter_map(|part| Some(part.split_once("</kbd>")?.0));
    let code = code(text).into_iter().map(|(_, code)| code).collect::<Vec<_>>();
    let keys = kbd.chain(code).filter_map(parse);
    // A line of a program is no key.
    keys.filter(is_of_action)
        .filter(|(_, key)| !key.contains(char::is_whitespace))
        .map(|key| written(&key))
        .collect()
}

/// The rows of the table of keys.
fn table(readme: &str) -> Vec<&str> {
    let section = readme.split_once("\n## Keys\n").unwrap().1.split_once("\n## ").unwrap().0;
    let rows =
        section.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "));
    rows.map(|(_, keys)| keys).filter(|keys| *keys != "press").collect()
}

/// The keys of all actions.
fn of_actions() -> BTreeSet<String> {
    let keys = actions::all().flat_map(actions::Action::keys);
    keys.map(|keys| written(&parse(keys).unwrap_or_else(|| panic!("{keys}")))).collect()
}

#[test]
fn keys_are_read_as_they_are_meant() {
    for (cell, keys) in [
        (
            "`Alt+←` `Alt+→`, with `Shift`",
            "Alt+ArrowLeft Alt+ArrowRight Shift+Alt+ArrowLeft Shift+Alt+ArrowRight",
        ),
        ("`Ctrl++`, `Ctrl+-`; with `Alt`", "Ctrl+Plus Ctrl+- Ctrl+Alt+Plus Ctrl+Alt+-"),
        ("`Ctrl+Shift+1`, `3`; `Esc`", "Ctrl+Shift+1 Ctrl+Shift+3"),
        ("`Ctrl+K`; `Enter`, `n`, with `Shift`", "Ctrl+K Shift+Enter Shift+N"),
        ("arrows, with `Shift`, with `Ctrl` by words; `Ctrl+D` word", "Ctrl+D"),
        ("`F3`, `Shift+F3`; `Ctrl+\\`", "F3 Shift+F3 Ctrl+\\"),
        ("a label's key: `1`–`6` entities, `c` `a` claims", ""),
    ] {
        assert_eq!(of_cell(cell).join(" "), keys, "{cell}");
    }
    let prose = "Press <kbd>Ctrl</kbd>+<kbd>\\\\</kbd> or <kbd>F6</kbd>, hold <kbd>Alt</kbd>, <kbd>a</kbd>; `Ctrl+K`, `a+b`";
    assert_eq!(of_prose(prose), ["Ctrl+\\", "F6", "Ctrl+K"]);
}

#[test]
fn keys_in_the_documents_are_keys_of_actions() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let known = of_actions();
    let handled: BTreeSet<String> = HANDLED_THERE.iter().map(|keys| written(&parse(keys).unwrap())).collect();
    assert_eq!(known.intersection(&handled).collect::<Vec<_>>(), [""; 0], "they are actions");
    let mut said = 0;
    let mut check = |page: &str, keys: Vec<String>| {
        said += keys.len();
        let unknown = |keys: &&String| !known.contains(*keys) && !handled.contains(*keys);
        assert_eq!(keys.iter().filter(unknown).collect::<Vec<_>>(), [""; 0], "{page}");
    };
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let rows = table(&readme);
    assert!(rows.len() > 35, "{} rows of keys", rows.len());
    for row in rows {
        check(row, of_cell(row));
    }
    check("README.md", of_prose(&readme));
    for entry in fs::read_dir(root.join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "md") {
            check(path.to_str().unwrap(), of_prose(&fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(said > 150, "{said} keys are named");
}

#[test]
fn every_key_of_an_action_is_on_the_sheet() {
    let mut window = Window::on(&[("a.txt", "one two")]);
    window.press("F1");
    for action in actions::all().filter(|action| !action.keys().is_empty()) {
        let keys = action.keys().join(", ");
        let shown = NAMES.iter().fold(keys, |text, (shown, name)| text.replace(name, shown));
        assert!(window.has(&shown), "{}: {shown}", action.name());
        assert!(window.has(action.name().trim_end_matches('…')), "{}", action.name());
    }
}
