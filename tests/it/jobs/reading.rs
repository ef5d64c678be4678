//! Reading an article, however long it takes, keeps no other from being saved.

use std::path::Path;
use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tippani::jobs::{
    Answer, CancelToken, Generation, Job, JobId, Journals, LoadRequest, Message, Request, Runner,
    SaveRequest, Saver,
};
use tippani::model::{AnnotationSet, Annotator, State};
use tippani::store;

use crate::folder::folder;

/// Nothing takes longer where nothing hangs.
const PATIENCE: Duration = Duration::from_secs(20);

fn asha() -> Annotator {
    Annotator::new("asha").unwrap()
}

fn request(root: &Path) -> LoadRequest {
    LoadRequest { root: root.to_owned(), file: "a.txt".into(), annotator: asha() }
}

fn job(serial: u64, request: Request) -> Job {
    let id = JobId { generation: Generation::default(), kind: request.kind(), serial };
    Job { id, cancel: CancelToken::new(), request }
}

#[test]
fn saving_does_not_wait_for_reading() {
    let folder = folder(&[("a.txt", b"Asha")]);
    let (root, article) = (folder.path(), request(folder.path()));
    let document = store::document(root, "a.txt").unwrap().value;
    let set = AnnotationSet::new(asha());
    let save = SaveRequest::of_loaded(root, document, set);
    let (sender, ended) = mpsc::channel();
    let sender = Mutex::new(sender);
    // Reading goes on until it is told that saving has ended.
    let (go_on, waits) = mpsc::channel::<()>();
    let waits = Mutex::new(waits);
    let mut runner = Runner::start(
        Box::new(move |job, _| {
            if matches!(job.request, Request::Load(_)) {
                waits.lock().unwrap().recv().unwrap();
            }
            Ok(Answer::Written)
        }),
        Arc::new(move |message| {
            if let Message::Finished(id, _) = message {
                sender.lock().unwrap().send(id.serial).unwrap();
            }
        }),
    )
    .unwrap();
    runner.begin(job(1, Request::Load(article)));
    runner.begin(job(2, Request::Save(Box::new(save))));
    assert_eq!(ended.recv_timeout(PATIENCE), Ok(2));
    go_on.send(()).unwrap();
    assert_eq!(ended.recv_timeout(PATIENCE), Ok(1));
    runner.finish(PATIENCE);
}

#[test]
fn what_was_read_for_nobody_is_not_known() {
    let folder = folder(&[("a.txt", b"Asha")]);
    let (root, article) = (folder.path(), request(folder.path()));
    let document = store::document(root, "a.txt").unwrap().value;
    let mut set = AnnotationSet::new(asha());
    set.set_state(State::Done);
    let first = Saver::new(Arc::new(Journals::new(None)), None);
    first.save(&SaveRequest::of_loaded(root, document.clone(), set.clone())).unwrap();
    set.set_state(State::InProgress);
    let save = SaveRequest::of_loaded(root, document, set);

    let (second, cancelled) = (Saver::new(Arc::new(Journals::new(None)), None), CancelToken::new());
    cancelled.cancel();
    assert!(second.load(&article, None, &cancelled).is_err());
    assert!(second.save(&save).is_err(), "it would overwrite what it never showed");
    second.load(&article, None, &CancelToken::new()).unwrap();
    second.save(&save).unwrap();
}
