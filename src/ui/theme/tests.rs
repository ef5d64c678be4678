//! Contrast of everything that is read or pressed, by the formula of WCAG 2.2.

use super::*;

const ALL: [Theme; 4] =
    [Theme::light(), Theme::dark(), Theme::light_of_high_contrast(), Theme::dark_of_high_contrast()];

/// Relative luminance of WCAG 2.2.
fn luminance(color: Color32) -> f64 {
    let channel = |value: u8| {
        let c = f64::from(value) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[track_caller]
fn legible(what: &str, theme: Theme, text: Color32, ground: Color32) {
    let ratio = contrast(text, ground);
    assert!(
        ratio >= if theme.high_contrast { 7.0 } else { 4.5 },
        "{what} on {ground:?} (dark: {}, high contrast: {}) has a contrast of {ratio:.2}",
        theme.dark,
        theme.high_contrast
    );
}

/// What is no text and has to be seen: outlines of controls, the ring around what has the keyboard, swatches.
#[track_caller]
fn visible(what: &str, theme: Theme, line: Color32, ground: Color32) {
    let ratio = contrast(line, ground);
    assert!(
        ratio >= if theme.high_contrast { 4.5 } else { 3.0 },
        "{what} on {ground:?} (dark: {}, high contrast: {}) has a contrast of {ratio:.2}",
        theme.dark,
        theme.high_contrast
    );
}

#[test]
fn every_hue_is_legible_on_page_and_band_in_every_theme() {
    for theme in ALL {
        for hue in Hue::ALL {
            let tone = theme.tone(hue);
            legible(hue.name(), theme, tone.strong, theme.page);
            legible(hue.name(), theme, tone.strong, theme.panel);
            legible(hue.name(), theme, tone.strong, theme.raised);
            legible(hue.name(), theme, tone.strong, tone.band);
            legible(hue.name(), theme, theme.text, tone.band);
            legible(hue.name(), theme, tone.on_strong, tone.strong);
        }
    }
}

#[test]
fn every_text_is_legible_on_every_ground_in_every_theme() {
    for theme in ALL {
        // A selected row has all of it: counts, keys, states.
        let grounds = [theme.page, theme.panel, theme.raised, theme.hover, theme.resting(), theme.selection];
        for ground in grounds {
            legible("text", theme, theme.text, ground);
            legible("quiet", theme, theme.quiet, ground);
            legible("accent", theme, theme.accent, ground);
            legible("danger", theme, theme.danger, ground);
            legible("warning", theme, theme.warning, ground);
            legible("success", theme, theme.success, ground);
        }
        for ground in [theme.found, theme.found_current] {
            legible("text", theme, theme.text, ground);
        }
        for part in 0..=4_u8 {
            legible("text", theme, theme.text, theme.heat(f32::from(part) / 4.0));
        }
        legible("on-accent", theme, theme.on_accent, theme.accent);
    }
}

#[test]
fn every_control_is_seen_on_every_ground_in_every_theme() {
    for theme in ALL {
        for ground in [theme.page, theme.panel, theme.raised, theme.hover, theme.resting()] {
            visible("outline", theme, theme.outline(), ground);
            visible("hovered-outline", theme, theme.quiet, ground);
            visible("focus", theme, theme.focus, ground);
            visible("accent", theme, theme.accent, ground);
        }
        visible("focus", theme, theme.focus, theme.selection);
        for hue in Hue::ALL {
            visible(hue.name(), theme, theme.tone(hue).strong, theme.selection);
            visible(hue.name(), theme, theme.tone(hue).strong, theme.hover);
        }
    }
}

#[test]
fn hues_of_one_theme_differ() {
    for theme in ALL {
        let mut strong: Vec<[u8; 4]> = Hue::ALL.iter().map(|h| theme.tone(*h).strong.to_array()).collect();
        strong.sort_unstable();
        strong.dedup();
        assert_eq!(strong.len(), Hue::ALL.len());
    }
}

#[test]
fn less_motion_is_no_motion() {
    let ctx = egui::Context::default();
    for (less_motion, contrast) in [(false, false), (true, true), (false, true), (true, false)] {
        Theme::apply(&ctx, contrast, less_motion);
        assert_eq!(Theme::of(&ctx).high_contrast, contrast);
        for theme in [egui::Theme::Light, egui::Theme::Dark] {
            let style = ctx.style_of(theme);
            assert_eq!(style.animation_time == 0.0, less_motion);
            assert_eq!(style.scroll_animation == ScrollAnimation::none(), less_motion);
            assert!(!(less_motion && style.visuals.text_cursor.blink));
            assert_eq!(style.visuals.panel_fill, Theme::new(theme, contrast).panel);
        }
    }
}
