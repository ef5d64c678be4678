//! Exports and imports for the window, on threads of their own.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context as _;

use super::inbox::{Inbox, Newest, Pace};
use crate::analysis::counted;
use crate::format::Issue;
use crate::format::exchange::{FORMATS, Format, Loss, Unit};
use crate::jobs::{self, CancelToken, Exporting, Importing, TwoUnits};
use crate::session::{Event, FormatInfo, Lost, Order, Outcome, Preview};

/// More losses than this are told as a number; all are in the report beside the data.
const LISTED: usize = 5000;

/// The transfer under way, to be stopped.
#[derive(Clone, Default)]
pub(super) struct Transfers(Arc<Running>);

#[derive(Default)]
struct Running {
    /// The one that goes on.
    newest: Newest,
    /// How many have not ended yet.
    under_way: AtomicUsize,
    /// Whether none may be begun any more.
    is_closed: AtomicBool,
}

/// One that counts as under way as long as it lives.
struct UnderWay(Arc<Running>);

impl UnderWay {
    fn begin(running: &Arc<Running>) -> Self {
        running.under_way.fetch_add(1, Ordering::SeqCst);
        Self(running.clone())
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.under_way.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Transfers {
    /// Starts one; another that is under way stops.
    pub(super) fn start(&self, root: PathBuf, order: Order, inbox: &Inbox) {
        let under_way = UnderWay::begin(&self.0);
        if self.0.is_closed.load(Ordering::SeqCst) {
            return;
        }
        let cancel = self.0.newest.begin();
        let work = move |inbox: &Inbox| {
            // It counts until it has ended.
            let _under_way = under_way;
            let mut pace = Pace::new();
            let mut progress = |done, of| {
                if pace.is_due() {
                    inbox.put(Event::Transferring { done, of });
                }
            };
            let outcome =
                carry_out(&root, &order, &cancel, &mut progress).unwrap_or_else(|error| failed(&error));
            inbox.put(Event::Transferred(outcome));
        };
        inbox.begin("transfer", work, |why| Event::Transferred(Outcome::Failed(why)));
    }

    /// Stops what is under way, lets nothing begin any more, and waits no longer than `patience` until what was written so far
    /// is cleared away.
    pub(super) fn close(&self, patience: Duration) {
        let started = Instant::now();
        self.0.is_closed.store(true, Ordering::SeqCst);
        self.stop();
        while self.0.under_way.load(Ordering::SeqCst) > 0 {
            if started.elapsed() >= patience {
                return log::warn!("an export or import does not end");
            }
            super::saver::pause();
        }
    }

    /// Reads the first rows.
    pub(super) fn preview(root: PathBuf, order: Order, inbox: &Inbox) {
        let work = move |inbox: &Inbox| {
            let rows = preview(&root, &order, &CancelToken::new()).map_err(|error| format!("{error:#}"));
            inbox.put(Event::Previewed(Box::new(Preview { order, rows })));
        };
        inbox.begin("preview", work, |why| Event::Transferred(Outcome::Failed(why)));
    }

    /// Stops what is under way.
    pub(super) fn stop(&self) {
        self.0.newest.cancel();
    }
}

fn carry_out(
    root: &Path,
    order: &Order,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, Option<usize>),
) -> anyhow::Result<Outcome> {
    let words = |issues: &[Issue]| issues.iter().map(ToString::to_string).collect();
    Ok(match order {
        Order::Export { .. } => {
            let how = exporting(root, order)?;
            let mut done = jobs::export(&how, cancel, &mut |done, of| progress(done, Some(of)))?;
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
            let how = importing(root, order)?;
            let done = jobs::import(&how, cancel, &mut |done| progress(done, None))?;
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
        Some(TwoUnits { units, why }) => Outcome::Asks { why: why.clone(), units: units.map(Unit::name) },
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

fn preview(root: &Path, order: &Order, cancel: &CancelToken) -> anyhow::Result<Vec<String>> {
    match order {
        Order::Export { .. } => jobs::preview_export(&exporting(root, order)?, cancel),
        Order::Import { .. } => jobs::preview_import(&importing(root, order)?, cancel),
    }
}

/// The formats as dialogs show them.
pub(super) fn formats() -> Vec<FormatInfo> {
    let info = |format: &Format| FormatInfo {
        id: format.id,
        name: format.name,
        explanation: format.explanation,
        unit: format.unit.map(|unit| match unit {
            Unit::CodePoint => "code points",
            Unit::Utf16 => "UTF-16 code units",
            Unit::Byte => "bytes of UTF-8",
        }),
        ending: format.ending,
        is_read: format.is_read(),
    };
    FORMATS.iter().map(info).collect()
}

fn find(id: &str) -> anyhow::Result<&'static Format> {
    Format::find(id).with_context(|| format!("There is no format “{id}”"))
}

/// An order of the window as an export of a workspace.
///
/// # Errors
/// When it is none.
fn exporting(root: &Path, order: &Order) -> anyhow::Result<Exporting> {
    let Order::Export { format, only, annotators, accepted, out } = order else {
        anyhow::bail!("This is no export");
    };
    let (path, only, out) = (root.to_owned(), only.clone(), out.clone());
    Ok(Exporting {
        path,
        format: find(format)?,
        out,
        only,
        annotators: annotators.clone(),
        accepted: *accepted,
    })
}

/// An order of the window as an import into a workspace.
///
/// # Errors
/// When it is none.
fn importing(root: &Path, order: &Order) -> anyhow::Result<Importing> {
    let Order::Import { format, files, annotator, unit } = order else {
        anyhow::bail!("This is no import");
    };
    let (files, into, annotator) = (files.clone(), root.to_owned(), annotator.clone());
    Ok(Importing { files, format: find(format)?, into, annotator, unit: unit.and_then(Unit::from_name) })
}
