//! What a path that is being typed may become.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path};

use crate::format::article::ArticleKind;

/// The names in `folder` that begin with `name`, in any case: those of folders, with a separator at their end, and those of articles;
/// folders first, by name, at most `limit`. Hidden ones are left out unless `name` begins as they do.
#[must_use]
pub fn complete(folder: &Path, name: &str, limit: usize) -> Vec<String> {
    let wanted = name.to_lowercase();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<String> = entries
        .filter_map(|entry| {
            let own = entry.file_name().into_string().ok()?;
            let is_hidden = own.starts_with('.') && !name.starts_with('.');
            if is_hidden || !own.to_lowercase().starts_with(&wanted) {
                return None;
            }
            // A link counts as what it leads to.
            if entry.path().is_dir() {
                Some(format!("{own}{MAIN_SEPARATOR}"))
            } else {
                ArticleKind::of(&own).map(|_| own)
            }
        })
        .collect();
    found.sort_unstable_by_key(|name| (!name.ends_with(MAIN_SEPARATOR), name.clone()));
    found.truncate(limit);
    found
}
