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

/// What the desktop asks for, of people who see better so. What it does not say is as usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Desktop {
    /// Whether it is dark; nothing where it does not say.
    pub is_dark: Option<bool>,
    /// Whether contrast is to be high.
    pub high_contrast: bool,
    /// Whether nothing is to move by itself.
    pub less_motion: bool,
    /// How large text is, of its usual size.
    pub text_scale: f32,
}

impl Default for Desktop {
    fn default() -> Self {
        Self { is_dark: None, high_contrast: false, less_motion: false, text_scale: 1.0 }
    }
}

/// What is remembered of the look from run to run, and what the desktop asks for beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Whether contrast is high; as the desktop has it where nothing is chosen.
    pub high_contrast: Option<bool>,
    /// Whether nothing moves by itself; as the desktop has it where nothing is chosen.
    pub less_motion: Option<bool>,
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
    /// What the desktop asks for; not remembered.
    pub desktop: Desktop,
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
            high_contrast: None,
            less_motion: None,
            language: None,
            text_size: 18.0,
            zoom: 1.0,
            invisibles: false,
            library: true,
            inspector: true,
            goes_on: true,
            measures_pace: false,
            desktop: Desktop::default(),
        }
    }
}

impl Look {
    /// Whether it is drawn in high contrast.
    pub(super) fn has_high_contrast(&self) -> bool {
        self.high_contrast.unwrap_or(self.desktop.high_contrast)
    }

    /// Whether nothing moves by itself.
    pub(super) fn has_less_motion(&self) -> bool {
        self.less_motion.unwrap_or(self.desktop.less_motion)
    }

    /// High contrast where there is none, or none; where that is what the desktop has, the desktop is followed from then on.
    pub(super) fn toggle_contrast(&mut self) {
        self.high_contrast = chosen(!self.has_high_contrast(), self.desktop.high_contrast);
    }

    /// Less motion, or the usual one, likewise.
    pub(super) fn toggle_motion(&mut self) {
        self.less_motion = chosen(!self.has_less_motion(), self.desktop.less_motion);
    }

    /// The zoom of the whole window, with that of the desktop's text.
    pub(super) fn whole_zoom(&self) -> f32 {
        (self.zoom * self.desktop.text_scale).clamp(*ZOOMS.start(), *ZOOMS.end())
    }

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

/// What is remembered of a choice: nothing where it is the desktop's.
fn chosen(wanted: bool, of_desktop: bool) -> Option<bool> {
    (wanted != of_desktop).then_some(wanted)
}

#[cfg(test)]
mod tests {
    use super::{Desktop, Look};

    #[test]
    fn what_is_chosen_goes_before_the_desktop_and_the_desktop_before_the_usual() {
        let mut look = Look::default();
        let says = |high_contrast, text_scale| Desktop { high_contrast, text_scale, ..Desktop::default() };
        let check = |look: &Look, contrast, zoom| {
            assert_eq!((look.has_high_contrast(), look.whole_zoom()), (contrast, zoom), "{look:?}");
        };
        check(&look, false, 1.0);
        look.desktop = says(true, 1.5);
        check(&look, true, 1.5);
        look.toggle_contrast();
        look.zoom_by(-0.25);
        check(&look, false, 1.125);
        look.desktop = says(false, 3.0);
        check(&look, false, 2.25);
        look.zoom_by(1.0);
        check(&look, false, 2.5);
        look.toggle_contrast();
        check(&look, true, 2.5);
        look.toggle_contrast();
        assert_eq!(look.high_contrast, None, "the desktop is followed again");
        look.toggle_motion();
        assert!(look.has_less_motion());
    }
}
