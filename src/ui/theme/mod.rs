//! Every colour, size, radius and space of the window, for the light theme and the dark one.
//!
//! Quiet like a reading room: the page is the brightest surface, panels are a shade off, one accent.
//! A test holds every pair that carries text at a contrast of 4.5:1 or more, and what shows where a control is at 3:1; in high
//! contrast at 7:1 and 4.5:1.

#![expect(clippy::disallowed_methods, reason = "the one file that makes colours")]

mod tones;

use egui::style::{ScrollAnimation, ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals};

use self::tones::{DARK, HIGH_DARK, HIGH_LIGHT, LIGHT};
use crate::model::Hue;

/// Lengths in points, on a grid of 8.
pub mod size {
    /// Half a step: between things that belong together.
    pub const HALF: f32 = 4.0;
    /// One step of the grid.
    pub const STEP: f32 = 8.0;
    /// Two steps: the margin of a panel.
    pub const MARGIN: f32 = 16.0;
    /// Three steps: between groups.
    pub const GROUP: f32 = 24.0;
    /// Corners of buttons, fields and popups.
    pub const RADIUS: f32 = 6.0;
    /// The thinnest line.
    pub const HAIRLINE: f32 = 1.0;
    /// Interface text.
    pub const TEXT: f32 = 13.5;
    /// Remarks, keys, counts.
    pub const SMALL_TEXT: f32 = 12.0;
    /// Titles within the window.
    pub const HEADING: f32 = 17.0;
    /// The title of the welcome page.
    pub const TITLE: f32 = 28.0;
    /// An icon beside text.
    pub const ICON: f32 = 16.0;
    /// A button or a field.
    pub const CONTROL: f32 = 28.0;
    /// A line of a list.
    pub const ROW: f32 = 32.0;
    /// The bars at the top and the bottom.
    pub const BAR: f32 = 40.0;
    /// The swatch of a label.
    pub const SWATCH: f32 = 12.0;
    /// A palette, a prompt.
    pub const DIALOG: f32 = 560.0;
}

/// The tones of one label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// The tint under tagged text; text stands on it.
    pub band: Color32,
    /// Underline, tag, swatch; legible on the page and on the band.
    pub strong: Color32,
    /// Text on `strong`.
    pub on_strong: Color32,
}

/// The colours of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Behind article text: the brightest surface.
    pub page: Color32,
    /// Behind lists and bars.
    pub panel: Color32,
    /// Popups, menus, dialogs.
    pub raised: Color32,
    /// Lines between things.
    pub hairline: Color32,
    /// Text.
    pub text: Color32,
    /// Text that matters less.
    pub quiet: Color32,
    /// The one colour that says *act here*.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Behind selected text.
    pub selection: Color32,
    /// Behind what the pointer is over.
    pub hover: Color32,
    /// The ring around what has the keyboard.
    pub focus: Color32,
    /// Behind every place found.
    pub found: Color32,
    /// Behind the place gone to.
    pub found_current: Color32,
    /// Something failed.
    pub danger: Color32,
    /// Something is not as it should be.
    pub warning: Color32,
    /// Something went well.
    pub success: Color32,
    /// Whether it is the dark one.
    pub dark: bool,
    /// Whether it is one of high contrast.
    pub high_contrast: bool,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

impl Theme {
    /// Dark text on light ground.
    #[must_use]
    pub const fn light() -> Self {
        Self {
            page: rgb(0x00fe_fdfb),
            panel: rgb(0x00f4_f3ef),
            raised: rgb(0x00ff_ffff),
            hairline: rgb(0x00de_dbd4),
            text: rgb(0x001d_2025),
            quiet: rgb(0x0058_5d67),
            accent: rgb(0x001f_5fa8),
            on_accent: rgb(0x00ff_ffff),
            selection: rgb(0x00c4_dcfb),
            hover: rgb(0x00e8_e6e0),
            focus: rgb(0x001f_5fa8),
            found: rgb(0x00ff_e48a),
            found_current: rgb(0x00ff_b454),
            danger: rgb(0x00b3_261e),
            warning: rgb(0x0080_5200),
            success: rgb(0x0017_6b3a),
            dark: false,
            high_contrast: false,
        }
    }

    /// Light text on dark ground.
    #[must_use]
    pub const fn dark() -> Self {
        Self {
            page: rgb(0x001f_2126),
            panel: rgb(0x0017_191c),
            raised: rgb(0x002a_2d33),
            hairline: rgb(0x0033_363c),
            text: rgb(0x00e6_e4df),
            quiet: rgb(0x00a9_adb4),
            accent: rgb(0x0082_b4f2),
            on_accent: rgb(0x0010_1a27),
            selection: rgb(0x0026_3f63),
            hover: rgb(0x002d_3037),
            focus: rgb(0x0082_b4f2),
            found: rgb(0x005a_4a12),
            found_current: rgb(0x007a_4e0c),
            danger: rgb(0x00ff_8f85),
            warning: rgb(0x00e9_b44c),
            success: rgb(0x006c_c58f),
            dark: true,
            high_contrast: false,
        }
    }

    /// Black on white, with outlines as plain as text.
    #[must_use]
    pub const fn light_of_high_contrast() -> Self {
        Self {
            page: rgb(0x00ff_ffff),
            panel: rgb(0x00ff_ffff),
            hairline: rgb(0x0059_5959),
            text: rgb(0x0000_0000),
            quiet: rgb(0x0040_4650),
            accent: rgb(0x0000_468c),
            selection: rgb(0x00cf_e4ff),
            hover: rgb(0x00e6_e6e6),
            focus: rgb(0x0000_468c),
            found: rgb(0x00ff_e066),
            found_current: rgb(0x00ff_b833),
            danger: rgb(0x0095_0003),
            warning: rgb(0x0064_3f00),
            success: rgb(0x0001_5329),
            high_contrast: true,
            ..Self::light()
        }
    }

    /// White on black, with outlines as plain as text.
    #[must_use]
    pub const fn dark_of_high_contrast() -> Self {
        Self {
            page: rgb(0x0000_0000),
            panel: rgb(0x0000_0000),
            raised: rgb(0x000a_0a0a),
            hairline: rgb(0x0095_9ba5),
            text: rgb(0x00ff_ffff),
            quiet: rgb(0x00c4_c8ce),
            accent: rgb(0x0094_c3ff),
            on_accent: rgb(0x0000_0000),
            selection: rgb(0x0012_315c),
            hover: rgb(0x001f_1f1f),
            focus: rgb(0x0094_c3ff),
            found: rgb(0x004a_3c00),
            found_current: rgb(0x005c_3a00),
            danger: rgb(0x00fe_aba3),
            warning: rgb(0x00ed_b850),
            success: rgb(0x0079_d29b),
            high_contrast: true,
            ..Self::dark()
        }
    }

    /// The light or the dark one, of high contrast or not.
    const fn new(theme: egui::Theme, high_contrast: bool) -> Self {
        match (theme, high_contrast) {
            (egui::Theme::Light, false) => Self::light(),
            (egui::Theme::Light, true) => Self::light_of_high_contrast(),
            (egui::Theme::Dark, false) => Self::dark(),
            (egui::Theme::Dark, true) => Self::dark_of_high_contrast(),
        }
    }

    /// The theme that `ctx` is drawn in.
    #[must_use]
    pub fn of(ctx: &egui::Context) -> Self {
        Self::new(ctx.theme(), ctx.data(|data| data.get_temp(high_contrast())).unwrap_or_default())
    }

    /// The tones of a label with this hue.
    #[must_use]
    pub const fn tone(self, hue: Hue) -> Tone {
        let (table, on_strong) = match (self.dark, self.high_contrast) {
            (false, false) => (&LIGHT, rgb(0x00ff_ffff)),
            (false, true) => (&HIGH_LIGHT, rgb(0x00ff_ffff)),
            (true, false) => (&DARK, rgb(0x0014_161a)),
            (true, true) => (&HIGH_DARK, rgb(0x0000_0000)),
        };
        let (band, strong) = table[hue as usize];
        Tone { band: rgb(band), strong: rgb(strong), on_strong }
    }

    /// The ground of a cell that stands for a part of something, 0 to 1; text on it is [`Self::text`].
    #[must_use]
    pub fn heat(self, part: f32) -> Color32 {
        let strong = self.tone(Hue::Blue).strong;
        let most = if self.high_contrast { 0.3 } else { 0.4 };
        self.hover.lerp_to_gamma(strong, most * part.clamp(0.0, 1.0))
    }

    /// The veil over the window behind a dialog.
    #[must_use]
    pub const fn veil(self) -> Color32 {
        Color32::from_black_alpha(if self.dark { 120 } else { 60 })
    }

    /// Sets egui's styles, for both themes, so that switching is only a switch. With `less_motion` nothing moves by itself.
    pub fn apply(ctx: &egui::Context, contrast: bool, less_motion: bool) {
        ctx.data_mut(|data| data.insert_temp(high_contrast(), contrast));
        for theme in [egui::Theme::Light, egui::Theme::Dark] {
            ctx.style_mut_of(theme, |style| Self::new(theme, contrast).style(style, less_motion));
        }
    }

    fn style(self, style: &mut Style, less_motion: bool) {
        style.text_styles = [
            (TextStyle::Body, FontId::proportional(size::TEXT)),
            (TextStyle::Button, FontId::proportional(size::TEXT)),
            (TextStyle::Small, FontId::proportional(size::SMALL_TEXT)),
            (TextStyle::Monospace, FontId::monospace(size::TEXT)),
            (TextStyle::Heading, FontId::new(size::HEADING, super::fonts::strong())),
        ]
        .into();
        let spacing = &mut style.spacing;
        spacing.item_spacing = egui::vec2(size::STEP, size::HALF);
        spacing.button_padding = egui::vec2(size::STEP, size::HALF);
        spacing.interact_size = egui::vec2(40.0, size::CONTROL);
        spacing.window_margin = Margin::same(16);
        spacing.menu_margin = Margin::same(4);
        spacing.menu_spacing = size::HALF;
        spacing.icon_width = size::ICON;
        spacing.icon_spacing = 6.0;
        spacing.tooltip_width = 320.0;
        spacing.combo_width = 120.0;
        // The longest list in one look.
        spacing.combo_height = 320.0;
        spacing.scroll = ScrollStyle { bar_width: 8.0, ..ScrollStyle::floating() };
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
        // Where nothing moves, what waits stands still too: see `waiting`.
        style.animation_time = if less_motion { 0.0 } else { 0.1 };
        style.scroll_animation =
            if less_motion { ScrollAnimation::none() } else { ScrollAnimation::default() };
        style.visuals = self.visuals();
        style.visuals.text_cursor.blink = !less_motion;
    }

    fn visuals(self) -> Visuals {
        let base = if self.dark { Visuals::dark() } else { Visuals::light() };
        let shadow = Shadow {
            offset: [0, 4],
            blur: 16,
            spread: 0,
            color: Color32::from_black_alpha(if self.dark { 110 } else { 34 }),
        };
        Visuals {
            dark_mode: self.dark,
            weak_text_color: Some(self.quiet),
            widgets: self.widgets(),
            selection: Selection { bg_fill: self.selection, stroke: Stroke::new(1.5, self.focus) },
            hyperlink_color: self.accent,
            faint_bg_color: self.hover,
            extreme_bg_color: self.page,
            text_edit_bg_color: Some(self.page),
            code_bg_color: self.hover,
            warn_fg_color: self.warning,
            error_fg_color: self.danger,
            window_corner_radius: CornerRadius::same(10),
            window_shadow: shadow,
            window_fill: self.raised,
            window_stroke: Stroke::new(size::HAIRLINE, self.hairline),
            menu_corner_radius: CornerRadius::same(8),
            panel_fill: self.panel,
            popup_shadow: shadow,
            text_cursor: egui::style::TextCursorStyle {
                stroke: Stroke::new(2.0, self.accent),
                ..base.text_cursor.clone()
            },
            button_frame: true,
            indent_has_left_vline: false,
            interact_cursor: None,
            ..base
        }
    }

    fn widgets(self) -> Widgets {
        let radius = CornerRadius::same(6);
        let visuals = |fill: Color32, stroke: Stroke, text: Color32| WidgetVisuals {
            bg_fill: fill,
            weak_bg_fill: fill,
            bg_stroke: stroke,
            corner_radius: radius,
            fg_stroke: Stroke::new(1.25, text),
            expansion: 0.0,
        };
        let line = Stroke::new(size::HAIRLINE, self.outline());
        Widgets {
            noninteractive: visuals(self.panel, Stroke::new(size::HAIRLINE, self.hairline), self.text),
            inactive: visuals(self.resting(), line, self.text),
            hovered: visuals(self.hover, Stroke::new(size::HAIRLINE, self.quiet), self.text),
            active: visuals(self.selection, Stroke::new(1.5, self.focus), self.text),
            open: visuals(self.hover, line, self.text),
        }
    }

    /// Around fields, boxes and buttons: seen on every ground.
    const fn outline(self) -> Color32 {
        if self.high_contrast {
            return self.hairline;
        }
        if self.dark { rgb(0x0075_7a84) } else { rgb(0x0086_827a) }
    }

    /// A button at rest: a shade off both page and panel.
    const fn resting(self) -> Color32 {
        if self.high_contrast {
            return self.page;
        }
        if self.dark { rgb(0x0026_292e) } else { rgb(0x00fb_faf7) }
    }
}

/// Where it is kept whether a window is drawn in high contrast.
fn high_contrast() -> egui::Id {
    egui::Id::unique("high-contrast")
}

#[cfg(test)]
mod tests;
