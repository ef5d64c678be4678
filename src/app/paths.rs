//! Looks up what a path that is being typed may become, on a thread: a slow disk keeps no frame waiting.

use std::path::{Path, is_separator};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::Builder;

use super::system::{expanded, home};
use crate::store;

/// So many are offered.
const OFFERED: usize = 6;

/// Paths that were asked for, and those found.
#[derive(Default)]
pub(super) struct Paths(Option<(Sender<String>, Receiver<Completions>)>);

/// What a path may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Completions {
    /// What was typed.
    pub typed: String,
    /// What may stand in its place.
    pub paths: Vec<String>,
}

impl Paths {
    /// Begins to look; `egui` is told when there is an answer.
    pub(super) fn ask(&mut self, typed: String, ctx: &egui::Context) {
        let (sender, _) = self.0.get_or_insert_with(|| begin(ctx.clone()));
        // Where the thread is gone, nothing is offered.
        let _ = sender.send(typed);
    }

    /// The last answer, if there is one.
    pub(super) fn found(&self) -> Option<Completions> {
        self.0.as_ref()?.1.try_iter().last()
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this room makes threads; it ends when nothing more can be asked"
)]
fn begin(ctx: egui::Context) -> (Sender<String>, Receiver<Completions>) {
    let (asked, questions) = mpsc::channel::<String>();
    let (answers, found) = mpsc::channel();
    let serve = move || {
        while let Ok(typed) = questions.recv() {
            // What was typed since is what is wanted.
            let typed = questions.try_iter().last().unwrap_or(typed);
            let paths = complete(&typed);
            if answers.send(Completions { typed, paths }).is_err() {
                return;
            }
            ctx.request_repaint();
        }
    };
    if let Err(error) = Builder::new().name("tippani-paths".to_owned()).spawn(serve) {
        log::warn!("paths are not completed: {error}");
    }
    (asked, found)
}

fn complete(typed: &str) -> Vec<String> {
    // Without a separator it is not yet said where to look.
    let Some(at) = typed.rfind(is_separator) else { return Vec::new() };
    let (folder, name) = typed.split_at(at + 1);
    let names = store::complete(&expanded(Path::new(folder).to_owned(), home()), name, OFFERED);
    names.into_iter().map(|name| format!("{folder}{name}")).collect()
}
