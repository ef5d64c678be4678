//! What is told by rooms below the window: in the language of the thread that asked, and in English in files.

use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use tippani::jobs::{
    Answer, CancelToken, Generation, Job, JobError, JobId, JobKind, Message, Reporter, Request, Runner,
    parallel_in_order,
};
use tippani::words::{Language, language, set_language};

/// A job that takes longer hangs.
const PATIENCE: Duration = Duration::from_mins(1);

fn job(kind: JobKind, serial: u64) -> Job {
    let id = JobId { generation: Generation::default(), kind, serial };
    Job { id, cancel: CancelToken::new(), request: Request::Scan(std::path::PathBuf::new()) }
}

/// Says which language it speaks, and which each of two threads of its own does.
fn languages(_: Job, _: &Reporter) -> Result<Answer, JobError> {
    let mut all = vec![language().code().to_owned()];
    let token = CancelToken::new();
    let name = |_: &u8| String::new();
    let work = |_: &u8| language().code();
    let mut consume = |_: usize, code: &str| {
        all.push(code.to_owned());
        Ok(())
    };
    parallel_in_order(&[0, 1], &token, name, work, &mut consume).unwrap();
    Ok(Answer::Preview(all))
}

#[test]
fn a_job_speaks_as_who_asked_for_it() {
    let (told, messages) = mpsc::channel();
    let told = Mutex::new(told);
    let deliver = move |message| told.lock().unwrap().send(message).unwrap();
    let runner = Runner::start(Box::new(languages), Arc::new(deliver)).unwrap();
    // One of each lane; the threads of the first two go on from language to language.
    let kinds = [JobKind::Save, JobKind::Keep, JobKind::Load, JobKind::Progress];
    let mut serial = 0;
    for spoken in [Language::Hindi, Language::Gujarati, Language::English, Language::Hindi] {
        set_language(spoken);
        for kind in kinds {
            serial += 1;
            runner.begin(job(kind, serial));
            let Ok(Message::Finished(_, answer)) = messages.recv_timeout(PATIENCE) else {
                panic!("no answer")
            };
            let expected = vec![spoken.code().to_owned(); 3];
            assert_eq!(answer, Ok(Answer::Preview(expected)), "{kind:?}");
        }
    }
}
