//! Exports and imports for the window, on threads of their own.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::exchange::{self, TwoUnits};
use super::inbox::{Inbox, Pace};
use crate::analysis::counted;
use crate::format::Issue;
use crate::format::exchange::Loss;
use crate::session::{Event, Lost, Order, Outcome, Preview};

/// More losses than this are told as a number; all are in the report beside the data.
const LISTED: usize = 5000;

/// The transfer under way, to be stopped.
#[derive(Clone, Default)]
pub(super) struct Transfers(Arc<AtomicU64>);

impl Transfers {
    /// Starts one; another that is under way stops.
    pub(super) fn start(&self, root: PathBuf, order: Order, inbox: &Inbox) {
        let mine = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        let newest = self.0.clone();
        let work = move |inbox: &Inbox| {
            let mut pace = Pace::new();
            let mut progress = |done, of| {
                if pace.is_due() {
                    inbox.put(Event::Transferring { done, of });
                }
                newest.load(Ordering::Relaxed) == mine
            };
            let outcome = carry_out(&root, &order, &mut progress).unwrap_or_else(|error| failed(&error));
            inbox.put(Event::Transferred(outcome));
        };
        inbox.begin("transfer", work, |why| Event::Transferred(Outcome::Failed(why)));
    }

    /// Reads the first rows.
    pub(super) fn preview(root: PathBuf, order: Order, inbox: &Inbox) {
        let work = move |inbox: &Inbox| {
            let rows = exchange::preview(&root, &order).map_err(|error| format!("{error:#}"));
            inbox.put(Event::Previewed(Box::new(Preview { order, rows })));
        };
        inbox.begin("preview", work, |why| Event::Transferred(Outcome::Failed(why)));
    }

    /// Stops what is under way.
    pub(super) fn stop(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
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
