//! Agreement and progress for the window, on threads of their own.

use std::path::PathBuf;
use std::sync::Arc;

use super::inbox::{Inbox, Pace};
use crate::jobs::CancelToken;
use crate::jobs::study::{agreement, progress};
use crate::model::Annotator;
use crate::session::{Event, Severity};

/// Works out how far annotators agree, on a thread of its own.
pub(super) fn compare(root: PathBuf, whom: Vec<Annotator>, inbox: &Inbox) {
    let asked = whom.clone();
    let work = move |inbox: &Inbox| {
        let mut pace = Pace::new();
        let mut heard = |done, of| {
            if pace.is_due() {
                inbox.put(Event::Comparing { done, of });
            }
        };
        let answer = agreement(&root, &whom, &CancelToken::new(), &mut heard);
        let answer = answer.map(|(report, _)| Arc::new(report)).map_err(|error| format!("{error:#}"));
        inbox.put(Event::Compared { whom, answer });
    };
    inbox.begin("compare", work, |why| Event::Compared { whom: asked, answer: Err(why) });
}

/// Counts who has done what, on a thread of its own.
pub(super) fn count(root: PathBuf, inbox: &Inbox) {
    let work = move |inbox: &Inbox| {
        inbox.put(match progress(&root, &CancelToken::new(), &mut |_, _| {}) {
            Ok((progress, _)) => Event::Progressed(Arc::new(progress)),
            Err(error) => told("It cannot be counted", &format!("{error:#}")),
        });
    };
    inbox.begin("count", work, |why| told("It cannot be counted", &why));
}

fn told(what: &str, why: &str) -> Event {
    Event::Told(Severity::Error, format!("{what}: {why}"))
}
