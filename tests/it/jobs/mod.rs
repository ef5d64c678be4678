//! Jobs on threads: whatever they do, and whoever stops them when, each ends in exactly one answer and in its turn.

mod reading;
mod series;

use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use tippani::jobs::{Answer, Job, JobError, Lane, Message, Reporter, Runner};

use self::series::{Cancel, KINDS, Logged, PATIENCE, Series, Step, UNTAKEN, Work, answer, id, job, run};

/// Where in the log something is.
fn place(logged: &[Logged], is_it: impl Fn(&Logged) -> bool) -> Option<usize> {
    logged.iter().position(is_it)
}

fn check(series: &Series) {
    let (sender, receiver) = mpsc::channel();
    let watched = series.clone();
    // What hangs cannot be ended, so it is left behind.
    std::thread::spawn(move || sender.send(run(&watched)));
    let (jobs, logged) = receiver.recv_timeout(PATIENCE * 2).expect("it ends");
    let all_over = place(&logged, |l| matches!(l, Logged::AllOver)).unwrap();
    let began = |serial: u64| place(&logged, |l| matches!(l, Logged::Began(s) if *s == serial));
    let over = |serial: u64| place(&logged, |l| matches!(l, Logged::Ended(s) if *s == serial));
    let faults = logged.iter().filter(|l| matches!(l, Logged::Fault(what) if what == UNTAKEN)).count();
    let mut untaken = 0;
    for (serial, job) in (0..).zip(&jobs) {
        let ends: Vec<(usize, &Result<Answer, JobError>)> = logged
            .iter()
            .enumerate()
            .filter_map(|(at, l)| match l {
                Logged::Finished(s, ended) if *s == serial => Some((at, ended)),
                _ => None,
            })
            .collect();
        let [(at, ended)] = ends[..] else { panic!("job {serial} has not one end: {ends:?}") };
        assert!(job.is_late || at < all_over, "{serial} ends after all is over");
        let told: Vec<usize> = logged
            .iter()
            .filter_map(|l| match l {
                Logged::Told(s, done) if *s == serial => Some(*done),
                _ => None,
            })
            .collect();
        let times = if let Work::Report(times) = job.work { times } else { 0 };
        if let Err(JobError::Panicked(what)) = ended
            && what == UNTAKEN
        {
            untaken += 1;
            continue;
        }
        let Some(began) = began(serial) else {
            match ended {
                Err(JobError::Cancelled(_)) => assert!(job.token.is_cancelled(), "nobody cancelled {serial}"),
                Err(JobError::NoThread(_)) => {
                    let was_refused = job.is_late || job.kind.lane() == Lane::AfterDisk;
                    assert!(was_refused, "there were threads for {serial}");
                }
                ended => panic!("{serial} never began: {ended:?}"),
            }
            assert_eq!(told, [0; 0]);
            continue;
        };
        assert!(!job.is_late, "{serial} began when everything was over");
        assert_ne!(job.cancel, Cancel::BeforeBegin, "{serial} was cancelled before it began");
        assert!(began < over(serial).unwrap() && over(serial).unwrap() < at, "the end is told at the end");
        let expected = match job.work {
            Work::Succeed | Work::Report(_) => Ok(answer(serial)),
            Work::Fail => Err(JobError::Failed(format!("job {serial} failed"))),
            Work::Panic => Err(JobError::Panicked(format!("job {serial} fell"))),
            Work::PanicMutely => Err(JobError::Panicked("no message".to_owned())),
            Work::Block => Err(JobError::Cancelled("heard it".to_owned())),
        };
        assert_eq!(*ended, expected, "{serial}");
        assert_eq!(told, (1..=times).collect::<Vec<_>>(), "{serial}");
    }
    assert!(faults <= untaken && untaken <= usize::from(series.deliver_panics_at.is_some()));
    // In turn.
    let of_disk = |serial: &u64| jobs[*serial as usize].kind.lane() == Lane::Disk;
    for lane in [Lane::Disk, Lane::Journal] {
        let is_of = |serial: &u64| jobs[*serial as usize].kind.lane() == lane;
        let mut running = None;
        let mut last = None;
        for l in &logged {
            match l {
                Logged::Began(serial) if is_of(serial) => {
                    assert_eq!(running.replace(*serial), None, "one at a time");
                    assert!(last.is_none_or(|last| last < *serial), "{serial} began after {last:?}");
                    last = Some(*serial);
                }
                Logged::Ended(serial) if is_of(serial) => assert_eq!(running.take(), Some(*serial)),
                _ => {}
            }
        }
    }
    for (serial, job) in (0..).zip(&jobs).filter(|(_, job)| job.kind.lane() == Lane::AfterDisk) {
        let Some(began) = began(serial) else { continue };
        for before in (0..serial).filter(of_disk) {
            let is_done = over(before).is_none_or(|over| over < began);
            assert!(is_done, "{serial} ({:?}) began before {before} had ended", job.kind);
        }
    }
}

fn any_series() -> impl Strategy<Value = Series> {
    let work = prop_oneof![
        3 => Just(Work::Succeed),
        1 => Just(Work::Fail),
        1 => Just(Work::Panic),
        1 => Just(Work::PanicMutely),
        2 => Just(Work::Block),
        2 => (1usize..4).prop_map(Work::Report),
    ];
    let cancel = prop_oneof![
        4 => Just(Cancel::Never),
        1 => Just(Cancel::BeforeBegin),
        2 => Just(Cancel::AfterBegin),
        1 => Just(Cancel::InWork),
        1 => Just(Cancel::AtEnd),
    ];
    let begin = (prop::sample::select(KINDS.to_vec()), work, cancel)
        .prop_map(|(kind, work, cancel)| Step::Begin(kind, work, cancel));
    let step = prop_oneof![
        20 => begin,
        1 => Just(Step::CancelAll),
        1 => Just(Step::Stop),
        1 => Just(Step::Finish),
    ];
    let steps = prop::collection::vec(step, 1..25);
    (steps, prop::option::of(1usize..20))
        .prop_map(|(steps, deliver_panics_at)| Series { steps, deliver_panics_at })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn each_job_ends_in_one_answer_and_in_its_turn(series in any_series()) {
        check(&series);
    }
}

/// Every kind of job with a taker that panics at the one or the other of its messages.
#[test]
fn an_answer_that_is_not_taken_is_told_again_as_an_error() {
    for kind in KINDS {
        for deliver_panics_at in [1, 2, 3] {
            let steps = vec![
                Step::Begin(kind, Work::Report(1), Cancel::Never),
                Step::Begin(kind, Work::Succeed, Cancel::Never),
            ];
            check(&Series { steps, deliver_panics_at: Some(deliver_panics_at) });
        }
    }
}

/// What does not hear that it is cancelled is waited for no longer than was said; its answer comes all the same.
#[test]
fn a_job_that_hears_nothing_is_not_waited_for_longer_than_the_patience() {
    const SHORT: Duration = Duration::from_millis(30);
    for kind in KINDS {
        let (release, released) = mpsc::channel::<()>();
        let (told, messages) = mpsc::channel();
        let (started, has_started) = mpsc::channel();
        let (released, started) = (Mutex::new(released), Mutex::new(started));
        let execute = move |_: Job, _: &Reporter| {
            started.lock().unwrap().send(()).unwrap();
            released.lock().unwrap().recv_timeout(PATIENCE).unwrap();
            Ok(Answer::Written)
        };
        let told = Mutex::new(told);
        let deliver = move |message| told.lock().unwrap().send(message).unwrap();
        let mut runner = Runner::start(Box::new(execute), Arc::new(deliver)).unwrap();
        runner.begin(job(kind, 1));
        has_started.recv_timeout(PATIENCE).unwrap();
        let begun = Instant::now();
        runner.finish(SHORT);
        assert!(begun.elapsed() >= SHORT, "{kind:?}: it is waited for");
        assert!(messages.try_recv().is_err(), "{kind:?}: it goes on");
        release.send(()).unwrap();
        let Ok(Message::Finished(of, Ok(Answer::Written))) = messages.recv_timeout(PATIENCE) else {
            panic!("{kind:?}: no answer")
        };
        assert_eq!(of, id(kind, 1));
        drop(runner);
        // The last one that could tell anything is gone.
        assert!(messages.recv_timeout(PATIENCE).is_err(), "{kind:?}: another message");
    }
}
