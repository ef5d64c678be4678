//! Why a job has no answer, from what its work says.

use super::{Cancelled, JobError};
use crate::store::LoadError;
use crate::words::system;

pub(super) fn not_loaded(error: LoadError) -> JobError {
    match error {
        LoadError::Stopped(_) => JobError::Cancelled(error.to_string()),
        error => failed(&error),
    }
}

pub(super) fn failed(error: &(dyn std::error::Error + 'static)) -> JobError {
    JobError::Failed(words(error))
}

pub(super) fn stopped(error: Cancelled) -> JobError {
    JobError::Cancelled(error.to_string())
}

/// Why work ended: it was cancelled, or it failed.
pub(super) fn ended(error: &anyhow::Error) -> JobError {
    let words = all_words(error);
    if error.is::<Cancelled>() { JobError::Cancelled(words) } else { JobError::Failed(words) }
}

/// An error with all that led to it, as `{:#}` writes it.
pub(super) fn all_words(error: &anyhow::Error) -> String {
    error.chain().map(words).collect::<Vec<_>>().join(": ")
}

fn words(error: &(dyn std::error::Error + 'static)) -> String {
    error.downcast_ref::<std::io::Error>().map_or_else(|| error.to_string(), system)
}
