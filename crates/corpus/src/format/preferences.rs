//! The preferences of one person on one machine.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How long an annotator worked in a workspace, and what came of it; only on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// The workspace.
    pub folder: PathBuf,
    /// The annotator: a slug.
    pub annotator: String,
    /// Time with hands on keys or pointer, pauses of up to a minute with it.
    pub milliseconds: u64,
    /// Annotations added, less those removed.
    pub annotations: i64,
    /// Articles marked as done.
    pub done: u64,
}

/// What is remembered between runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Preferences {
    /// Who annotates: a slug, once asked for.
    pub annotator: Option<String>,
    /// The annotator's name as it was typed.
    pub name: Option<String>,
    /// Workspaces opened, the last first; at most [`Preferences::MAX_RECENT`].
    pub recent: Vec<PathBuf>,
    /// Light or dark.
    pub theme: Theme,
    /// Whether contrast is high; as the desktop has it where nothing was chosen.
    pub high_contrast: Option<bool>,
    /// Whether nothing moves by itself; as the desktop has it where nothing was chosen.
    pub less_motion: Option<bool>,
    /// The language of the interface, as a BCP 47 code; the system's where nothing was chosen.
    pub language: Option<String>,
    /// Zoom of the article's text; 1 is 18 points.
    pub text_zoom: f32,
    /// Zoom of the interface; 1 is the system's size.
    pub interface_zoom: f32,
    /// Width of the library, in points.
    pub library_width: f32,
    /// Width of the inspector, in points.
    pub inspector_width: f32,
    /// Whether invisible characters are shown.
    pub invisibles: bool,
    /// Whether the list of articles is shown.
    pub library: bool,
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Whether marking an article as done opens the next one.
    pub goes_on: bool,
    /// Whether it is measured how long the annotator works.
    pub measures_pace: bool,
    /// What was measured, by workspace and annotator; at most [`Preferences::MAX_PACES`], the last first.
    pub paces: Vec<Pace>,
    /// The article that was last on screen, relative to the first of the recent workspaces.
    pub article: Option<String>,
    /// The paragraph of it at the top of the window, from 0.
    pub paragraph: usize,
    /// Keys chosen for actions, written as `Ctrl+Shift+P`, by identifier of the action.
    pub shortcuts: BTreeMap<String, Vec<String>>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            annotator: None,
            name: None,
            recent: Vec::new(),
            theme: Theme::default(),
            high_contrast: None,
            less_motion: None,
            language: None,
            text_zoom: 1.0,
            interface_zoom: 1.0,
            library_width: 260.0,
            inspector_width: 320.0,
            invisibles: false,
            library: true,
            inspector: true,
            goes_on: true,
            measures_pace: false,
            paces: Vec::new(),
            article: None,
            paragraph: 0,
            shortcuts: BTreeMap::new(),
        }
    }
}

impl Preferences {
    /// How many workspaces are remembered.
    pub const MAX_RECENT: usize = 10;

    /// How many workspaces and annotators it is remembered of how fast they are.
    pub const MAX_PACES: usize = 64;

    /// Adds what was measured to what is known of the same workspace and annotator.
    pub fn add_pace(&mut self, pace: Pace) {
        let is_same = |known: &Pace| known.folder == pace.folder && known.annotator == pace.annotator;
        let known = self.paces.iter().position(is_same).map(|at| self.paces.remove(at));
        self.paces.insert(
            0,
            match known {
                Some(known) => Pace {
                    milliseconds: known.milliseconds + pace.milliseconds,
                    annotations: (known.annotations + pace.annotations).max(0),
                    done: known.done + pace.done,
                    ..known
                },
                None => pace,
            },
        );
        self.paces.truncate(Self::MAX_PACES);
    }

    /// Puts `workspace` first among the recent ones; the article is one of its own.
    pub fn remember(&mut self, workspace: PathBuf) {
        if self.recent.first() != Some(&workspace) {
            (self.article, self.paragraph) = (None, 0);
        }
        self.recent.retain(|known| *known != workspace);
        self.recent.insert(0, workspace);
        self.recent.truncate(Self::MAX_RECENT);
    }

    /// Preferences from a file's bytes; whatever is missing or broken is as at the first start.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Self {
        let map: Map<String, Value> =
            serde_json::from_slice(super::encoding::without_bom(bytes)).unwrap_or_default();
        let first = Self::default();
        let size = |key: &str, first: f32, least: f32, most: f32| {
            get(&map, key).filter(|n: &f32| n.is_finite()).map_or(first, |n| n.clamp(least, most))
        };
        let mut recent: Vec<PathBuf> = get(&map, "recent").unwrap_or_default();
        recent.truncate(Self::MAX_RECENT);
        Self {
            annotator: get(&map, "annotator"),
            name: get(&map, "name"),
            recent,
            theme: match map.get("theme").and_then(Value::as_str) {
                Some("light") => Theme::Light,
                Some("dark") => Theme::Dark,
                _ => Theme::System,
            },
            high_contrast: get(&map, "high-contrast"),
            less_motion: get(&map, "less-motion"),
            language: get(&map, "language"),
            text_zoom: size("text-zoom", first.text_zoom, 0.5, 4.0),
            interface_zoom: size("interface-zoom", first.interface_zoom, 0.5, 4.0),
            library_width: size("library-width", first.library_width, 80.0, 2000.0),
            inspector_width: size("inspector-width", first.inspector_width, 80.0, 2000.0),
            invisibles: get(&map, "invisibles").unwrap_or(first.invisibles),
            library: get(&map, "library").unwrap_or(first.library),
            inspector: get(&map, "inspector").unwrap_or(first.inspector),
            goes_on: get(&map, "go-on-when-done").unwrap_or(first.goes_on),
            measures_pace: get(&map, "measure-pace").unwrap_or(first.measures_pace),
            paces: get(&map, "paces").unwrap_or_default(),
            article: get(&map, "article"),
            paragraph: get(&map, "paragraph").unwrap_or_default(),
            shortcuts: get(&map, "shortcuts").unwrap_or_default(),
        }
    }

    /// The bytes of the preferences' file.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let recent: Vec<&str> = self.recent.iter().filter_map(|p| p.to_str()).collect();
        let json = json!({
            "annotator": self.annotator,
            "name": self.name,
            "recent": recent,
            "theme": match self.theme {
                Theme::System => "system",
                Theme::Light => "light",
                Theme::Dark => "dark",
            },
            "high-contrast": self.high_contrast,
            "less-motion": self.less_motion,
            "language": self.language,
            "text-zoom": self.text_zoom,
            "interface-zoom": self.interface_zoom,
            "library-width": self.library_width,
            "inspector-width": self.inspector_width,
            "invisibles": self.invisibles,
            "library": self.library,
            "inspector": self.inspector,
            "go-on-when-done": self.goes_on,
            "measure-pace": self.measures_pace,
            "paces": self.paces,
            "article": self.article,
            "paragraph": self.paragraph,
            "shortcuts": self.shortcuts,
        });
        format!("{json:#}\n").into_bytes()
    }
}

fn get<T: DeserializeOwned>(map: &Map<String, Value>, key: &str) -> Option<T> {
    map.get(key).cloned().and_then(|value| serde_json::from_value(value).ok())
}
