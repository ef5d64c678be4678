//! What the system around the program says: who is logged in, where the samples lie.

use std::path::PathBuf;

use crate::store::{preferences, samples};

/// The name under which the person is logged in; empty where it is not known.
pub(super) fn login_name() -> String {
    ["USER", "LOGNAME", "USERNAME"].iter().find_map(|v| std::env::var(v).ok()).unwrap_or_default()
}

/// The samples: a person's own copy of what was installed with the program, or those of the source it was built from.
pub(super) fn samples() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    if let (Some(installed), Some(own)) = (samples::installed(&program), preferences::samples_dir()) {
        match samples::own_copy(&installed, &own) {
            Ok(()) => return Some(own),
            Err(error) => log::warn!("the samples cannot be copied ({error}): {}", own.display()),
        }
        return Some(installed);
    }
    let source = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/samples"));
    Some(source).filter(|source| crate::store::is_folder(source))
}
