//! The `tippani` program.

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use tippani::cli::{self, Invocation, WindowRequest};

/// Warnings of the program; parsers have many about the pages of others.
const LOGGED: &str = "warn,html5ever=off,markup5ever=off,selectors=off,trafilatura=off,dom_query=off";

fn main() -> ExitCode {
    let launched = Instant::now();
    env_logger::Builder::from_env(env_logger::Env::new().filter_or("TIPPANI_LOG", LOGGED))
        .format(|out, record| {
            let message = record.args().to_string();
            writeln!(out, "[{} {}] {}", record.level(), record.target(), cli::visible(&message))
        })
        .init();
    match cli::run() {
        Invocation::Done(code) => code,
        Invocation::Window(request) => {
            open_window(request, launched).unwrap_or_else(|error| cli::fail(&error))
        }
    }
}

#[cfg(feature = "window")]
fn open_window(request: WindowRequest, launched: Instant) -> anyhow::Result<ExitCode> {
    let WindowRequest { path, annotator, theme } = request;
    let recovery = tippani::store::preferences::recovery_dir();
    let (journals, texts) =
        (tippani::store::preferences::journals_dir(), tippani::store::preferences::texts_dir());
    let options =
        tippani::app::Options { path, annotator, theme, forgetful: false, journals, recovery, texts };
    tippani::app::run(options, tippani::app::LaunchTime::new(launched))
}

#[cfg(not(feature = "window"))]
fn open_window(_: WindowRequest, _: Instant) -> anyhow::Result<ExitCode> {
    anyhow::bail!("this is the command line alone, built without the window; see tippani --help")
}
