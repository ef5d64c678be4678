//! Exports and imports for the window, on threads of their own.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named, and answer with an event")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::disk::Inbox;
use super::exchange::{self, TwoUnits};
use crate::analysis::counted;
use crate::format::Issue;
use crate::format::exchange::Loss;
use crate::session::{Event, Lost, Order, Outcome, Preview};

/// Progress is told no more often than this.
const TELL: Duration = Duration::from_millis(50);
/// More losses than this are told as a number; all are in the report beside the data.
const LISTED: usize = 5000;

/// The transfer under way, to be stopped.
#[derive(Clone, Default)]
pub(super) struct Transfers(Arc<AtomicU64>);

impl Transfers {
    /// Starts one; another that is under way stops.
    pub(super) fn start(&self, root: PathBuf, order: Order, inbox: &Inbox) {
        let mine = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        let (newest, answers) = (self.0.clone(), inbox.clone());
        let work = move || {
            let mut told = Instant::now();
            let mut progress = |done, of| {
                if told.elapsed() >= TELL {
                    told = Instant::now();
                    answers.put(Event::Transferring { done, of });
                }
                newest.load(Ordering::Relaxed) == mine
            };
            let outcome = carry_out(&root, &order, &mut progress).unwrap_or_else(|error| failed(&error));
            answers.put(Event::Transferred(outcome));
        };
        spawn(work, inbox);
    }

    /// Reads the first rows.
    pub(super) fn preview(root: PathBuf, order: Order, inbox: &Inbox) {
        let answers = inbox.clone();
        let work = move || {
            let rows = exchange::preview(&root, &order).map_err(|error| format!("{error:#}"));
            answers.put(Event::Previewed(Box::new(Preview { order, rows })));
        };
        spawn(work, inbox);
    }

    /// Stops what is under way.
    pub(super) fn stop(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

fn spawn(work: impl FnOnce() + Send + 'static, inbox: &Inbox) {
    if let Err(error) = std::thread::Builder::new().name("tippani-transfer".to_owned()).spawn(work) {
        inbox.put(Event::Transferred(Outcome::Failed(format!("It cannot be begun: {error}"))));
    }
}

fn carry_out(
    root: &Path,
    order: &Order,
    progress: &mut dyn FnMut(usize, Option<usize>) -> bool,
) -> anyhow::Result<Outcome> {
    let words = |issues: &[Issue]| issues.iter().map(ToString::to_string).collect();
    Ok(match order {
        Order::Export { .. } => {
            let how = exchange::exporting(root, order)?;
            let mut done = exchange::export(&how, &mut |done, of| progress(done, Some(of)))?;
            let told = format!(
                "{} of {} written to {} as {}, and read again",
                counted(done.annotations, "annotation"),
                counted(done.articles, "article"),
                how.out.display(),
                how.format.name
            );
            // The worst first.
            done.losses.sort_by_key(|loss| loss.fate);
            let lost = done.losses.iter().take(LISTED).map(lost).collect();
            Outcome::Done { told, lost, issues: words(&done.issues) }
        }
        Order::Import { .. } => {
            let how = exchange::importing(root, order)?;
            let done = exchange::import(&how, &mut |done| progress(done, None))?;
            let mut told = format!(
                "{} in {}, as {}’s",
                counted(done.annotations, "new annotation"),
                counted(done.articles, "article"),
                how.annotator
            );
            if let Some((unit, why)) = &done.unit {
                let _ = write!(told, ". Offsets count {unit}: {why}");
            }
            Outcome::Done { told, lost: Vec::new(), issues: words(&done.issues) }
        }
    })
}

fn failed(error: &anyhow::Error) -> Outcome {
    match error.downcast_ref::<TwoUnits>() {
        Some(TwoUnits { units, why }) => {
            Outcome::Asks { why: why.clone(), units: units.map(crate::format::exchange::Unit::name) }
        }
        None => Outcome::Failed(format!("{error:#}")),
    }
}

fn lost(loss: &Loss) -> Lost {
    Lost {
        file: loss.file.clone(),
        annotation: loss.id.clone(),
        span: loss.span,
        reason: format!("{}: {}", loss.fate, loss.reason),
        quote: loss.quote.clone(),
    }
}
