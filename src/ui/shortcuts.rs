//! Which keys stand for which action: those of the table, or those that the analyst chose instead.

use std::collections::BTreeMap;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::actions::{self, Action};
use super::keyboard_layout::{digit_named, is_letter_or_digit};
use super::keys;

/// The keys of all actions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shortcuts {
    chosen: BTreeMap<String, Vec<String>>,
}

/// A change of keys, asked for while the window is drawn.
#[derive(Clone, Debug)]
pub(super) enum Rebinding {
    /// The action has these keys from now on, and whatever had one of them loses it.
    Choose(&'static Action, Vec<String>),
    /// It has those of the table again.
    Reset(&'static Action),
    /// All have those of the table again.
    ResetAll,
}

impl Shortcuts {
    /// With the keys that were chosen, written as `Ctrl+Shift+P`, by identifier of their action. What another version of the
    /// program calls otherwise is kept and has no effect.
    #[must_use]
    pub const fn new(chosen: BTreeMap<String, Vec<String>>) -> Self {
        Self { chosen }
    }

    /// What was chosen, as given to [`Shortcuts::new`].
    #[must_use]
    pub const fn chosen(&self) -> &BTreeMap<String, Vec<String>> {
        &self.chosen
    }

    /// The keys of an action, such as `Ctrl+Shift+P`, the first of which is shown. Those of the table that were chosen for another
    /// action, as a later version of the table may have, are not its own.
    pub(super) fn keys<'s>(&'s self, action: &'s Action) -> Vec<&'s str> {
        if let Some(chosen) = self.chosen.get(action.id) {
            return chosen.iter().map(String::as_str).collect();
        }
        let chosen = |keys: &&&str| {
            let own = keys::parse(keys);
            !self.chosen.values().flatten().any(|other| keys::parse(other) == own)
        };
        action.keys.iter().filter(chosen).copied().collect()
    }

    /// Its first key as people write it; empty where it has none.
    pub(super) fn key(&self, action: &Action) -> String {
        self.keys(action).first().map(|key| keys::written(key)).unwrap_or_default()
    }

    /// What a tooltip says of it: its description and its key.
    pub(super) fn tooltip(&self, action: &Action) -> String {
        match self.key(action) {
            key if key.is_empty() => action.description().to_owned(),
            key => format!("{} ({key})", action.description()),
        }
    }

    /// Whether its keys are others than those of the table.
    pub(super) fn is_changed(&self, action: &Action) -> bool {
        self.chosen.contains_key(action.id)
    }

    /// The action of a key with exactly these modifiers; Escape closes what is nearest, whatever that is.
    fn find(&self, key: Key, pressed: Modifiers) -> Option<(KeyboardShortcut, &'static Action)> {
        let fits = |shortcut: &KeyboardShortcut| {
            let wanted = shortcut.modifiers;
            shortcut.logical_key == key
                && key != Key::Escape
                && wanted.command == (pressed.command || pressed.ctrl)
                && (wanted.shift, wanted.alt) == (pressed.shift, pressed.alt)
        };
        actions::all().find_map(|action| {
            let shortcut = self.keys(action).into_iter().filter_map(keys::parse).find(fits)?;
            Some((shortcut, action))
        })
    }

    /// The action of a key press: by the key's name, and by its place where no action has that name. So are found digits
    /// that have signs on them, as on French keyboards, and what stands with Shift where another script has a sign: Shift+L is
    /// a slash on an Arabic keyboard.
    pub(super) fn pressed(
        &self,
        (key, place): (Key, Option<Key>),
        modifiers: Modifiers,
    ) -> Option<(KeyboardShortcut, &'static Action)> {
        let counts =
            |place: &Key| digit_named(*place).is_some() || (modifiers.shift && !is_letter_or_digit(key));
        self.find(key, modifiers).or_else(|| self.find(place.filter(counts)?, modifiers))
    }

    /// The other action that has these keys.
    pub(super) fn holder(&self, keys: &str, but: &Action) -> Option<&'static Action> {
        let wanted = keys::parse(keys);
        let has = |action: &&Action| self.keys(action).into_iter().any(|keys| keys::parse(keys) == wanted);
        actions::all().filter(|action| *action != but).find(has)
    }

    /// Carries out what was asked for.
    pub(super) fn apply(&mut self, rebinding: Rebinding) {
        match rebinding {
            Rebinding::ResetAll => self.chosen.retain(|id, _| actions::all().all(|action| action.id != id)),
            Rebinding::Reset(action) => {
                let own: Vec<String> = action.keys.iter().map(|keys| (*keys).to_owned()).collect();
                self.choose(action, own);
            }
            Rebinding::Choose(action, keys) => self.choose(action, keys),
        }
    }

    fn choose(&mut self, action: &'static Action, keys: Vec<String>) {
        for wanted in &keys {
            while let Some(other) = self.holder(wanted, action) {
                let has = |keys: &&str| keys::parse(keys) != keys::parse(wanted);
                let left = self.keys(other).into_iter().filter(has).map(str::to_owned).collect();
                self.put(other, left);
            }
        }
        self.put(action, keys);
    }

    fn put(&mut self, action: &Action, keys: Vec<String>) {
        if keys == action.keys {
            self.chosen.remove(action.id);
        } else {
            self.chosen.insert(action.id.to_owned(), keys);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::actions::{edit, file, go};

    #[test]
    fn keys_with_more_modifiers_are_other_keys() {
        let shortcuts = Shortcuts::default();
        let action = |modifiers| shortcuts.find(Key::Z, modifiers).map(|(_, action)| action);
        assert_eq!(action(Modifiers::COMMAND), Some(&edit::UNDO));
        assert_eq!(action(Modifiers::COMMAND | Modifiers::SHIFT), Some(&edit::REDO));
        assert_eq!(action(Modifiers::NONE), None);
    }

    #[test]
    fn what_is_chosen_replaces_the_table_and_takes_keys_from_others() {
        let mut shortcuts = Shortcuts::default();
        let found =
            |shortcuts: &Shortcuts, key| shortcuts.find(key, Modifiers::COMMAND).map(|(_, action)| action);
        shortcuts.apply(Rebinding::Choose(&edit::UNDO, vec!["Ctrl+S".to_owned()]));
        assert_eq!((found(&shortcuts, Key::S), found(&shortcuts, Key::Z)), (Some(&edit::UNDO), None));
        assert_eq!(
            (shortcuts.key(&file::SAVE), shortcuts.key(&edit::UNDO)),
            (String::new(), "Ctrl+S".to_owned())
        );
        shortcuts.apply(Rebinding::Reset(&file::SAVE));
        assert_eq!(found(&shortcuts, Key::S), Some(&file::SAVE));
        assert_eq!(shortcuts.keys(&edit::UNDO), [""; 0]);
        shortcuts.apply(Rebinding::Reset(&edit::UNDO));
        assert_eq!(shortcuts, Shortcuts::default());
        // The table of a later version gave these to another action.
        let later = Shortcuts::new(BTreeMap::from([("REDO".to_owned(), vec!["Ctrl+S".to_owned()])]));
        assert_eq!((found(&later, Key::S), later.key(&file::SAVE)), (Some(&edit::REDO), String::new()));
    }

    #[test]
    fn what_another_version_knows_is_kept() {
        let chosen = BTreeMap::from([("LATER".to_owned(), vec!["Ctrl+J".to_owned()])]);
        let mut shortcuts = Shortcuts::new(chosen.clone());
        shortcuts.apply(Rebinding::Choose(&go::SELECT_WORD, Vec::new()));
        shortcuts.apply(Rebinding::ResetAll);
        assert_eq!(*shortcuts.chosen(), chosen);
    }
}
