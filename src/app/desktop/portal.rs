//! The settings portal of Linux desktops, on the session bus: `org.freedesktop.portal.Settings`.

use std::collections::BTreeMap;

use futures_lite::StreamExt as _;
use zbus::proxy::{Builder, CacheProperties};
use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, Proxy};

use crate::ui::Desktop;

const APPEARANCE: &str = "org.freedesktop.appearance";
const INTERFACE: &str = "org.gnome.desktop.interface";
const ACCESS: &str = "org.gnome.desktop.a11y.interface";

/// The sizes of text that desktops offer, of the usual one.
const TEXT_SCALES: std::ops::RangeInclusive<f64> = 0.5..=3.0;

/// What the portal has said so far, of several places that say the same.
#[derive(Debug, Default)]
struct Settings {
    is_dark: Option<bool>,
    contrast: bool,
    gnome_contrast: bool,
    reduced_motion: bool,
    without_animations: bool,
    text_scale: Option<f64>,
}

impl Settings {
    /// Takes one setting; says whether it is one of those that are followed.
    fn take(&mut self, namespace: &str, key: &str, value: &Value<'_>) -> bool {
        let Some(number) = number(value) else { return false };
        let is_on = number == 1.0;
        match (namespace, key) {
            (APPEARANCE, "color-scheme") => {
                self.is_dark = if is_on { Some(true) } else { (number == 2.0).then_some(false) };
            }
            (APPEARANCE, "contrast") => self.contrast = is_on,
            (APPEARANCE, "reduced-motion") => self.reduced_motion = is_on,
            (ACCESS, "high-contrast") => self.gnome_contrast = is_on,
            (INTERFACE, "enable-animations") => self.without_animations = !is_on,
            (INTERFACE, "text-scaling-factor") => self.text_scale = Some(number),
            _ => return false,
        }
        true
    }

    /// What it comes to. `scales_text` says whether the window's system has not made text larger already.
    fn desktop(&self, scales_text: bool) -> Desktop {
        let scale = self.text_scale.filter(|scale| scales_text && scale.is_finite()).unwrap_or(1.0);
        Desktop {
            is_dark: self.is_dark,
            high_contrast: self.contrast || self.gnome_contrast,
            less_motion: self.reduced_motion || self.without_animations,
            text_scale: scale.clamp(*TEXT_SCALES.start(), *TEXT_SCALES.end()) as f32,
        }
    }
}

/// A setting as a number: a switch is 0 or 1.
fn number(value: &Value<'_>) -> Option<f64> {
    match value {
        Value::Value(inner) => number(inner),
        Value::Bool(is_on) => Some(f64::from(u8::from(*is_on))),
        Value::U32(number) => Some(f64::from(*number)),
        Value::I32(number) => Some(f64::from(*number)),
        Value::F64(number) => Some(*number),
        _ => None,
    }
}

/// Whether the window is one of X11, whose resolution has the size of text in it already.
pub(in crate::app) fn is_of_x11() -> bool {
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .iter()
        .all(|name| std::env::var_os(name).is_none_or(|v| v.is_empty()))
}

/// Tells what the portal says, now and whenever it changes, as long as there is one.
///
/// # Errors
/// Where there is no session bus or no portal on it.
pub(super) fn follow(tell: impl Fn(Desktop)) -> zbus::Result<()> {
    pollster::block_on(hear(tell))
}

async fn hear(tell: impl Fn(Desktop)) -> zbus::Result<()> {
    let connection = Connection::session().await?;
    let portal: Proxy<'_> = Builder::new(&connection)
        .destination("org.freedesktop.portal.Desktop")?
        .path("/org/freedesktop/portal/desktop")?
        .interface("org.freedesktop.portal.Settings")?
        .cache_properties(CacheProperties::No)
        .build()
        .await?;
    let scales_text = !is_of_x11();
    let mut changes = portal.receive_signal("SettingChanged").await?;
    let namespaces: &[&str] = &[APPEARANCE, INTERFACE, ACCESS];
    let all: BTreeMap<String, BTreeMap<String, OwnedValue>> = portal.call("ReadAll", &(namespaces,)).await?;
    let mut settings = Settings::default();
    for (namespace, values) in &all {
        for (key, value) in values {
            settings.take(namespace, key, value);
        }
    }
    let mut told = settings.desktop(scales_text);
    tell(told);
    while let Some(signal) = changes.next().await {
        let body = signal.body();
        let (namespace, key, value): (&str, &str, Value<'_>) = body.deserialize()?;
        if settings.take(namespace, key, &value) && settings.desktop(scales_text) != told {
            told = settings.desktop(scales_text);
            tell(told);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_desktops_say_is_understood() {
        let check = |said: &[(&str, &str, Value<'_>)], expected: Desktop| {
            let mut settings = Settings::default();
            for (namespace, key, value) in said {
                settings.take(namespace, key, value);
            }
            assert_eq!(settings.desktop(true), expected, "{said:?}");
        };
        let usual = Desktop::default();
        check(&[], usual);
        check(&[(APPEARANCE, "contrast", 1_u32.into())], Desktop { high_contrast: true, ..usual });
        check(
            &[(APPEARANCE, "contrast", 0_u32.into()), (ACCESS, "high-contrast", true.into())],
            Desktop { high_contrast: true, ..usual },
        );
        check(&[(APPEARANCE, "reduced-motion", 1_u32.into())], Desktop { less_motion: true, ..usual });
        check(&[(INTERFACE, "enable-animations", false.into())], Desktop { less_motion: true, ..usual });
        check(&[(APPEARANCE, "color-scheme", 1_u32.into())], Desktop { is_dark: Some(true), ..usual });
        check(&[(APPEARANCE, "color-scheme", 2_u32.into())], Desktop { is_dark: Some(false), ..usual });
        check(&[(APPEARANCE, "color-scheme", 0_u32.into())], usual);
        for (scale, expected) in [(1.25, 1.25), (40.0, 3.0), (f64::NAN, 1.0), (0.0, 0.5)] {
            let said = [(INTERFACE, "text-scaling-factor", scale.into())];
            check(&said, Desktop { text_scale: expected, ..usual });
        }
        // Of an older portal, one value in another.
        let nested = Value::Value(Box::new(Value::U32(1)));
        check(&[(APPEARANCE, "contrast", nested)], Desktop { high_contrast: true, ..usual });
        check(&[(APPEARANCE, "contrast", "high".into()), ("org.kde", "contrast", 1_u32.into())], usual);
        let mut settings = Settings::default();
        settings.take(INTERFACE, "text-scaling-factor", &2.0.into());
        assert_eq!(settings.desktop(false), usual, "X11 has it in its resolution");
    }
}
