//! How the window looks, as the analyst set it.

use std::ops::RangeInclusive;

use crate::session::Action;

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
}

impl Default for Look {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            text_size: 18.0,
            zoom: 1.0,
            invisibles: false,
            library: true,
            inspector: true,
        }
    }
}

impl Look {
    /// Makes article text larger or smaller by a factor.
    pub(super) fn resize_text(&mut self, by: f32) {
        let wanted = (self.text_size * by * 4.0).round() / 4.0;
        self.text_size = wanted.clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
    }

    fn zoom(&mut self, by: f32) {
        self.zoom = (self.zoom + by).clamp(*ZOOMS.start(), *ZOOMS.end());
    }

    /// Does an action that is only about how the window looks.
    pub(super) fn adjust(&mut self, action: Action) {
        match action {
            Action::ZoomTextIn => self.resize_text(1.1),
            Action::ZoomTextOut => self.resize_text(1.0 / 1.1),
            Action::ZoomTextReset => self.text_size = Self::default().text_size,
            Action::ZoomInterfaceIn => self.zoom(0.125),
            Action::ZoomInterfaceOut => self.zoom(-0.125),
            Action::ShowInvisibles => self.invisibles = !self.invisibles,
            Action::ToggleLibrary => self.library = !self.library,
            Action::ToggleInspector => self.inspector = !self.inspector,
            Action::ThemeSystem => self.theme = ThemeChoice::System,
            Action::ThemeLight => self.theme = ThemeChoice::Light,
            Action::ThemeDark => self.theme = ThemeChoice::Dark,
            _ => {}
        }
    }
}
