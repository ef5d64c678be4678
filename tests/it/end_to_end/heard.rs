//! The program on a real accessibility bus: read and worked with by what is heard of it.

use std::path::Path;
use std::process::Command;

use super::desktop::{Corpus, Display};
use crate::tools;

/// The Python of the system: the modules of the bus are not those of another one.
pub(super) const PYTHON: &str = "/usr/bin/python3";

/// Whether it lacks a module, which then is told, or fails the test.
pub(super) fn lacks_module(name: &str, package: &str) -> bool {
    let known = Command::new(PYTHON).args(["-c", &format!("import {name}")]).output();
    let lacks = !known.is_ok_and(|output| output.status.success());
    if lacks {
        assert!(std::env::var_os("TIPPANI_REQUIRE_TOOLS").is_none(), "{package} is needed by this test");
        tools::not_run(package);
    }
    lacks
}

#[test]
fn the_article_is_read_and_the_tour_is_heard() {
    hears("tour.py");
}

#[test]
fn every_kind_of_field_is_read_as_the_article_is() {
    if !tools::lacks(&["xclip"]) {
        hears("fields.py");
    }
}

#[test]
fn all_that_can_be_pressed_on_a_page_has_a_role_and_a_name() {
    hears("pages.py");
}

/// Runs a listener beside the program, on a bus and a display of its own.
fn hears(listener: &str) {
    let Some(corpus) = Corpus::new() else { return };
    if tools::lacks(&["dbus-run-session"]) || lacks_module("pyatspi", "python3-pyatspi") {
        return;
    }
    let display = Display::open(corpus.folder.path());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/heard").join(listener);
    let work = corpus.folder.path().join("heard");
    std::fs::create_dir(&work).unwrap();
    let mut command = Command::new("dbus-run-session");
    command.arg("--").arg(PYTHON).arg(script).arg(env!("CARGO_BIN_EXE_tippani")).arg(&work);
    command.env("DISPLAY", display.name()).env_remove("WAYLAND_DISPLAY").env("TIPPANI_LOG", "warn");
    for variable in
        ["XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME"]
    {
        let folder = work.join(variable.to_lowercase());
        std::fs::create_dir(&folder).unwrap();
        command.env(variable, folder);
    }
    let output = command.output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}\n{errors}");
}
