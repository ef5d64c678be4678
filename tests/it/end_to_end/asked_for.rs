//! What the desktop asks for, of those who see better so, is heard: on a bus with a settings portal.

use std::path::Path;
use std::process::Command;

use super::desktop::{Corpus, Display};
use super::heard::{PYTHON, lacks_module};
use crate::tools;

#[test]
fn contrast_and_motion_of_the_desktop_are_followed() {
    let Some(corpus) = Corpus::new() else { return };
    if tools::lacks(&["dbus-run-session"]) || lacks_module("gi", "python3-gi") {
        return;
    }
    let display = Display::open(corpus.folder.path());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/heard/portal.py");
    let mut command = Command::new("dbus-run-session");
    command.arg("--").arg(PYTHON).arg(script).arg(env!("CARGO_BIN_EXE_tippani")).arg(&corpus.article);
    command.arg(corpus.folder.path().join("log"));
    command.env("DISPLAY", display.name()).env_remove("WAYLAND_DISPLAY").env("TIPPANI_LOG", "info");
    for variable in ["XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"] {
        let folder = corpus.folder.path().join(variable.to_lowercase());
        std::fs::create_dir(&folder).unwrap();
        command.env(variable, folder);
    }
    let output = command.output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}\n{}", String::from_utf8_lossy(&output.stderr));
}
