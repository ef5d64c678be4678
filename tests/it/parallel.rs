//! Work on many items at once: every schedule of results, faults and cancels ends, in one way, and leaves nothing running.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use proptest::prelude::*;
use tippani::jobs::{CancelToken, Cancelled, WorkPanicked, parallel_in_order};

/// Work that takes longer hangs.
const PATIENCE: Duration = Duration::from_mins(1);

/// One run: what happens at which item.
#[derive(Clone, Debug)]
struct Schedule {
    /// How long the work on each item takes, in steps of 20 µs.
    pace: Vec<u8>,
    panics: Vec<usize>,
    /// The consumer gives an error at this item.
    fails: Option<usize>,
    cancel: Cancel,
}

/// Who cancels, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cancel {
    Never,
    BeforeStart,
    /// While the work on this item goes on.
    InWork(usize),
    /// While the result of this item is consumed.
    InConsumer(usize),
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
enum End {
    Done,
    Panicked(usize),
    Failed(usize),
    Cancelled,
}

struct Outcome {
    end: End,
    consumed: Vec<usize>,
    /// Items begun after the run had returned.
    late: usize,
    /// How far ahead of what was consumed an item was begun, at most.
    ahead: usize,
}

fn run(schedule: &Schedule) -> Outcome {
    let Schedule { pace, panics, fails, cancel } = schedule;
    let token = CancelToken::new();
    let items: Vec<usize> = (0..pace.len()).collect();
    let (begun, done, ahead) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let mut consumed = Vec::new();
    if *cancel == Cancel::BeforeStart {
        token.cancel();
    }
    let work = |item: &usize| {
        begun.fetch_add(1, Ordering::SeqCst);
        ahead.fetch_max(item.saturating_sub(done.load(Ordering::SeqCst)), Ordering::SeqCst);
        std::thread::sleep(Duration::from_micros(20) * u32::from(pace[*item]));
        if *cancel == Cancel::InWork(*item) {
            token.cancel();
        }
        if panics.contains(item) {
            // As a panic, but without a word on standard error.
            std::panic::resume_unwind(Box::new(format!("item {item} is rotten")));
        }
        *item
    };
    let result = parallel_in_order(
        &items,
        &token,
        |item| format!("item {item}"),
        work,
        |at, item| {
            assert_eq!(at, item);
            consumed.push(at);
            done.store(at + 1, Ordering::SeqCst);
            if *cancel == Cancel::InConsumer(at) {
                token.cancel();
            }
            anyhow::ensure!(*fails != Some(at), "failed at {at}");
            Ok(())
        },
    );
    let so_far = begun.load(Ordering::SeqCst);
    std::thread::sleep(Duration::from_micros(200));
    let number = |text: &str| text.rsplit(' ').next().unwrap().parse().unwrap();
    let end = match result {
        Ok(()) => End::Done,
        Err(error) if error.is::<Cancelled>() => End::Cancelled,
        Err(error) => match error.downcast_ref::<WorkPanicked>() {
            Some(fault) => {
                assert_eq!(fault.message, format!("{} is rotten", fault.item));
                End::Panicked(number(&fault.item))
            }
            None => End::Failed(number(&error.to_string())),
        },
    };
    let late = begun.load(Ordering::SeqCst) - so_far;
    Outcome { end, consumed, late, ahead: ahead.load(Ordering::SeqCst) }
}

/// The end of a run that nobody cancels, and how many results are consumed by then.
fn undisturbed(schedule: &Schedule) -> (End, usize) {
    let panic = schedule.panics.iter().min().copied();
    match (panic, schedule.fails) {
        (Some(at), fails) if fails.is_none_or(|fails| at <= fails) => (End::Panicked(at), at),
        (_, Some(at)) => (End::Failed(at), at + 1),
        _ => (End::Done, schedule.pace.len()),
    }
}

fn check(schedule: &Schedule) {
    let (sender, receiver) = mpsc::channel();
    let watched = schedule.clone();
    // What hangs cannot be ended, so it is left behind.
    std::thread::spawn(move || sender.send(run(&watched)));
    let Outcome { end, consumed, late, ahead } = receiver.recv_timeout(PATIENCE).expect("it ends");
    let (normal, most) = undisturbed(schedule);
    assert_eq!(consumed, (0..consumed.len()).collect::<Vec<_>>(), "in order, each once");
    assert_eq!(late, 0, "nothing goes on");
    assert!(ahead <= 64, "an item was begun {ahead} ahead");
    match schedule.cancel {
        Cancel::Never => assert_eq!((end, consumed.len()), (normal, most)),
        Cancel::BeforeStart => assert_eq!((end, consumed.len()), (End::Cancelled, 0)),
        // Nothing is consumed after it; what was over with that very result stays so.
        Cancel::InConsumer(at) if at + 1 < most || (at + 1 == most && matches!(normal, End::Panicked(_))) => {
            assert_eq!((end, consumed.len()), (End::Cancelled, at + 1));
        }
        Cancel::InConsumer(_) => assert_eq!((end, consumed.len()), (normal, most)),
        // Its own result cannot have been consumed before; something else may have ended it earlier.
        Cancel::InWork(at) if at < most => {
            assert_eq!(end, End::Cancelled);
            assert!(consumed.len() <= at);
        }
        Cancel::InWork(_) => {
            assert!(end == normal || end == End::Cancelled, "{end:?}");
            assert!(consumed.len() <= most);
        }
    }
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    let at = || 0usize..260;
    let cancel = prop_oneof![
        3 => Just(Cancel::Never),
        1 => Just(Cancel::BeforeStart),
        2 => at().prop_map(Cancel::InWork),
        2 => at().prop_map(Cancel::InConsumer),
    ];
    let pace = prop::collection::vec(prop_oneof![8 => 0u8..4, 1 => 20u8..100], 1..250);
    let panics = prop_oneof![Just(Vec::new()), prop::collection::vec(at(), 1..4)];
    (pace, panics, prop::option::weighted(0.3, at()), cancel).prop_map(|(pace, panics, fails, cancel)| {
        let count = pace.len();
        Schedule {
            panics: panics.into_iter().filter(|at| *at < count).collect(),
            fails: fails.filter(|at| *at < count),
            cancel: match cancel {
                Cancel::InWork(at) | Cancel::InConsumer(at) if at >= count => Cancel::Never,
                cancel => cancel,
            },
            pace,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_schedule_ends_in_one_way_and_in_order(schedule in any_schedule()) {
        check(&schedule);
    }
}

#[test]
fn a_panic_with_many_items_left_ends_the_work_and_names_the_item() {
    let calm = Schedule { pace: vec![0; 1000], panics: vec![3], fails: None, cancel: Cancel::Never };
    check(&calm);
    // The last one by which another could still be waited for.
    check(&Schedule { panics: vec![999], ..calm.clone() });
    check(&Schedule { panics: (0..1000).collect(), ..calm });
}

#[test]
fn a_real_panic_is_told_with_the_item() {
    let items = ["a.txt", "b.txt"];
    let work = |item: &&str| assert_ne!(*item, "b.txt");
    let name = |item: &&str| (*item).to_owned();
    let error = parallel_in_order(&items, &CancelToken::new(), name, work, |_, ()| Ok(())).unwrap_err();
    let error = error.to_string();
    assert!(
        error.starts_with("an unexpected fault ended the work (") && error.ends_with(": b.txt"),
        "{error}"
    );
}

#[test]
fn a_panic_of_the_consumer_reaches_the_caller_and_leaves_nothing_waiting() {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let items: Vec<usize> = (0..1000).collect();
        let run = || {
            parallel_in_order(
                &items,
                &CancelToken::new(),
                usize::to_string,
                |item| *item,
                |at, _| {
                    if at == 5 {
                        std::panic::resume_unwind(Box::new("consumer"));
                    }
                    Ok(())
                },
            )
        };
        sender.send(std::panic::catch_unwind(run).is_err())
    });
    assert!(receiver.recv_timeout(PATIENCE).expect("it ends"));
}

#[test]
fn no_items_are_no_work() {
    let none: [usize; 0] = [];
    let run = |token: &CancelToken| parallel_in_order(&none, token, usize::to_string, |n| *n, |_, _| Ok(()));
    let token = CancelToken::new();
    assert!(run(&token).is_ok());
    token.cancel();
    assert!(run(&token).unwrap_err().is::<Cancelled>(), "cancelled before it began");
}
