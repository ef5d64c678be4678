//! Why a job has no answer, from what its work says.

use super::{Cancelled, JobError};
use crate::store::LoadError;

pub(super) fn not_loaded(error: LoadError) -> JobError {
    match error {
        LoadError::Stopped(_) => JobError::Cancelled(error.to_string()),
        error => failed(&error),
    }
}

pub(super) fn failed(error: &dyn std::error::Error) -> JobError {
    JobError::Failed(error.to_string())
}

pub(super) fn stopped(error: Cancelled) -> JobError {
    JobError::Cancelled(error.to_string())
}

/// Why work ended: it was cancelled, or it failed.
pub(super) fn ended(error: &anyhow::Error) -> JobError {
    let words = format!("{error:#}");
    if error.is::<Cancelled>() { JobError::Cancelled(words) } else { JobError::Failed(words) }
}
