//! What keyboards of seven layouts give, as `setxkbmap` sets them, and what egui makes of it: the one table for the tests of keys.

#![allow(dead_code, reason = "each of the tests needs some of it")]

use egui::{Event, Key, Modifiers};

/// Names of places as on a US keyboard, and below them what is on each: alone, with Shift, on the third level.
const TABLE: &str = include_str!("table.tsv");

/// What is on a keyboard.
pub(crate) struct Layout {
    /// What `setxkbmap` calls it, with its variant.
    pub(crate) name: &'static str,
    keys: Vec<[&'static str; 3]>,
}

/// How far a key is shifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    Plain,
    Shift,
    AltGr,
}

impl Level {
    const ALL: [Self; 3] = [Self::Plain, Self::Shift, Self::AltGr];
}

/// The places of the table.
pub(crate) fn places() -> Vec<Key> {
    let (_, names) = TABLE.lines().next().unwrap().split_once('\t').unwrap();
    names.split(' ').map(|name| Key::from_name(name).unwrap()).collect()
}

/// The code that X11 has for a place.
pub(crate) fn keycode(place: Key) -> usize {
    let codes = [49].into_iter().chain(10..=21).chain(24..=35).chain(38..=48).chain([51]).chain(52..=61);
    places().into_iter().zip(codes).find(|(known, _)| *known == place).unwrap().1
}

/// All layouts of the table.
pub(crate) fn layouts() -> Vec<Layout> {
    let mut all: Vec<Layout> = Vec::new();
    for line in TABLE.lines().skip(1) {
        let (head, row) = line.split_once('\t').unwrap();
        let (name, level) = head.rsplit_once(' ').unwrap();
        let level = ["plain", "shift", "altgr"].iter().position(|known| *known == level).unwrap();
        if level == 0 {
            all.push(Layout { name, keys: vec![["none"; 3]; places().len()] });
        }
        let layout = all.last_mut().unwrap();
        assert_eq!(layout.name, name);
        let row: Vec<&str> = row.split(' ').collect();
        assert_eq!(row.len(), layout.keys.len(), "{head}");
        for (key, sign) in layout.keys.iter_mut().zip(row) {
            key[level] = sign;
        }
    }
    all
}

impl Layout {
    /// What a key types; nothing where it is a dead key, or none.
    pub(crate) fn typed(&self, place: Key, level: Level) -> Option<&'static str> {
        let at = places().iter().position(|known| *known == place)?;
        let level = Level::ALL.iter().position(|known| *known == level)?;
        Some(self.keys[at][level]).filter(|sign| !matches!(*sign, "dead" | "none"))
    }

    /// Where a key of egui is written.
    pub(crate) fn written(&self, key: Key) -> Vec<(Key, Level)> {
        let all = places().into_iter().flat_map(|place| Level::ALL.map(|level| (place, level)));
        all.filter(|(place, level)| self.typed(*place, *level).and_then(Key::from_name) == Some(key))
            .collect()
    }

    /// Where somebody who uses this layout looks for a letter or a digit: where it is written, or else where others have it.
    /// Digits stand on their row whatever else is on it.
    pub(crate) fn place(&self, key: Key) -> Key {
        let is_digit = key.name().chars().all(|c| c.is_ascii_digit());
        let written = self.written(key).into_iter().find(|(_, level)| *level == Level::Plain);
        written.filter(|_| !is_digit).map_or(key, |(place, _)| place)
    }

    /// The name that egui gives to a press of this key.
    pub(crate) fn name_of_press(&self, place: Key, level: Level) -> Key {
        self.typed(place, level).and_then(Key::from_name).unwrap_or(place)
    }

    /// A press of the key at a place, as winit and egui deliver it.
    pub(crate) fn press(&self, place: Key, modifiers: Modifiers) -> Vec<Event> {
        let level = if modifiers.shift { Level::Shift } else { Level::Plain };
        let event = |pressed| Event::Key {
            key: self.name_of_press(place, level),
            physical_key: Some(place),
            pressed,
            repeat: false,
            modifiers,
        };
        let types = !modifiers.ctrl && !modifiers.command;
        let text = self.typed(place, level).filter(|_| types).map(|typed| Event::Text(typed.to_owned()));
        std::iter::once(event(true)).chain(text).chain([event(false)]).collect()
    }
}
