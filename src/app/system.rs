//! What the system around the program says: who is logged in, where the samples lie.

use std::path::PathBuf;

use crate::store::{preferences, samples};
use crate::words::Language;

/// The name under which the person is logged in; empty where it is not known.
pub(super) fn login_name() -> String {
    ["USER", "LOGNAME", "USERNAME"].iter().find_map(|v| std::env::var(v).ok()).unwrap_or_default()
}

/// The first language of the system that the interface speaks.
pub(super) fn language() -> Language {
    sys_locale::get_locales().find_map(|locale| Language::of_locale(&locale)).unwrap_or_default()
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

/// The person's own folder, where it is known.
pub(super) fn home() -> Option<PathBuf> {
    ["HOME", "USERPROFILE"].iter().find_map(std::env::var_os).map(PathBuf::from)
}

/// A path as it was typed, with `~` at its beginning standing for the person's own folder.
pub(super) fn expanded(path: PathBuf, home: Option<PathBuf>) -> PathBuf {
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) if rest.as_os_str().is_empty() => home,
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::{PathBuf, expanded};

    #[test]
    fn a_tilde_is_the_own_folder() {
        for (typed, expected) in [
            ("~", "/home/asha"),
            ("~/news/a.txt", "/home/asha/news/a.txt"),
            ("/news/~", "/news/~"),
            ("~ravi/news", "~ravi/news"),
            ("news", "news"),
        ] {
            assert_eq!(expanded(typed.into(), Some("/home/asha".into())), PathBuf::from(expected), "{typed}");
        }
        assert_eq!(expanded("~/news".into(), None), PathBuf::from("~/news"));
    }
}
