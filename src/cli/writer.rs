//! The lock of an annotator, as the command line takes it: waited for, but not for ever.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use clap::Args;

use super::terminal;
use crate::jobs::{CancelToken, clock, pause};
use crate::model::Annotator;
use crate::store::{LockError, WriterLock, Writers, preferences};

/// What became of the work where the lock was not had.
const NOT_WRITTEN: &str = "nothing was written";

/// How long to wait for another program that annotates as the same annotator.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct WaitArgs {
    /// Seconds to wait while another window or program writes this annotator's files
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    wait: u64,
}

impl WaitArgs {
    /// Takes the lock of an annotator of a workspace; says on standard error that it waits.
    ///
    /// # Errors
    /// When it is not had in time, it was cancelled, or the system says no.
    pub(super) fn take(
        self,
        root: &Path,
        annotator: &Annotator,
        cancel: &CancelToken,
    ) -> anyhow::Result<Arc<WriterLock>> {
        let writers = Writers::new(preferences::journals_dir());
        let (began, patience) = (Instant::now(), Duration::from_secs(self.wait));
        let mut is_told = false;
        loop {
            cancel.check().context(NOT_WRITTEN)?;
            match writers.take(root, annotator, &clock::now()) {
                Ok(lock) => return Ok(lock),
                Err(error @ LockError::Held { .. }) if began.elapsed() >= patience => {
                    return Err(anyhow::Error::new(error).context(NOT_WRITTEN));
                }
                Err(error @ LockError::Held { .. }) => {
                    if !std::mem::replace(&mut is_told, true) {
                        let told = format!("tippani: {error}; waiting for up to {} seconds", self.wait);
                        terminal::print_error(&told)?;
                    }
                    pause();
                }
                Err(error @ LockError::Io { .. }) => return Err(error.into()),
            }
        }
    }
}
