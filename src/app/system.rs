//! What the system around the program says: who is logged in, where the samples lie.

use std::path::PathBuf;

/// The name under which the person is logged in; empty where it is not known.
pub(super) fn login_name() -> String {
    ["USER", "LOGNAME", "USERNAME"].iter().find_map(|v| std::env::var(v).ok()).unwrap_or_default()
}

/// The samples: beside the program, or in the source it was built from.
pub(super) fn samples() -> Option<PathBuf> {
    let beside = std::env::current_exe().ok()?.parent()?.join("samples");
    let source = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/samples"));
    [beside, source].into_iter().find(|p| crate::store::is_folder(p))
}
