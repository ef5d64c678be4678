//! How the window looks, as the analyst set it.

use std::ops::RangeInclusive;

use crate::words::Language;

/// Sizes of article text, in points.
const TEXT_SIZES: RangeInclusive<f32> = 10.0..=48.0;
/// Zooms of the whole window.
const ZOOMS: RangeInclusive<f32> = 0.75..=2.5;

/// Light, dark, or as the system is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeChoice {
    /// As the system is.
    #[default]
    System,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// What is remembered of the look from run to run.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Light or dark.
    pub theme: ThemeChoice,
    /// The language of the interface; the system's where nothing is chosen.
    pub language: Option<Language>,
    /// Size of article text in points, before the interface zoom: 10 to 48, 18 at first.
    pub text_size: f32,
    /// Zoom of the whole window: 0.75 to 2.5.
    pub zoom: f32,
    /// Whether joiners and special spaces are shown.
    pub invisibles: bool,
    /// Whether the list of articles is shown.
    pub library: bool,
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Whether marking an article as done opens the next one.
    pub goes_on: bool,
    /// Whether it is measured how long the annotator works.
    pub measures_pace: bool,
}

/// How long the annotator worked in this workspace, as measured on this computer, and what came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShownPace {
    /// Time with hands on keys or pointer.
    pub milliseconds: u64,
    /// Annotations added, less those removed.
    pub annotations: u64,
    /// Articles marked as done.
    pub done: u64,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            language: None,
            text_size: 18.0,
            zoom: 1.0,
            invisibles: false,
            library: true,
            inspector: true,
            goes_on: true,
            measures_pace: false,
        }
    }
}

impl Look {
    /// Makes article text larger or smaller by a factor.
    pub(super) fn resize_text(&mut self, by: f32) {
        let wanted = (self.text_size * by * 4.0).round() / 4.0;
        self.text_size = wanted.clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
    }

    /// Makes the whole window larger or smaller by so much of its usual size.
    pub(super) fn zoom_by(&mut self, by: f32) {
        self.zoom = (self.zoom + by).clamp(*ZOOMS.start(), *ZOOMS.end());
    }
}
