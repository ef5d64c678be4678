//! Saving what the journal has and no sidecar, of articles that are not open.

use std::path::Path;
use std::sync::Arc;

use crate::jobs::{Answer, CancelToken, LoadRequest, Notice, SaveRequest, Saver, Severity};
use crate::model::Annotator;
use crate::words::{say, shown};

/// Makes unsaved changes of an annotator again, article by article, and saves them. What cannot be saved stays in the journal.
pub(crate) fn restore(
    saver: &Saver,
    root: &Path,
    annotator: &Annotator,
    open: &[Arc<str>],
    cancel: &CancelToken,
) -> Answer {
    let (mut articles, mut notices) = (0, Vec::new());
    for file in saver.journals().unsaved_files(root, annotator) {
        if open.contains(&file) {
            continue;
        }
        if cancel.is_cancelled() {
            break;
        }
        let article = LoadRequest { root: root.to_owned(), file: file.clone(), annotator: annotator.clone() };
        let warning = |text: String| Notice::new(Severity::Warning, text);
        match saver.load(&article, None, cancel) {
            Ok(loaded) if loaded.unsaved => {
                let loaded = loaded.settled();
                match saver.save(&SaveRequest::of_loaded(root, loaded.document, loaded.set)) {
                    Ok(_) => {
                        articles += 1;
                        notices.extend(loaded.notices);
                    }
                    Err(error) => notices.push(warning(format!("{file}: {}", error.reason))),
                }
            }
            Ok(loaded) => notices.extend(loaded.notices),
            Err(error) => {
                let error = shown(error);
                notices.push(warning(say!("jobs-stays-in-journal", file = &*file, error = error)));
            }
        }
    }
    Answer::Restored { articles, notices }
}
