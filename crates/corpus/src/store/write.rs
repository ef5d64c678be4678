//! Writing a file so that it is either the old or the new one, whole, whatever happens.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use super::litter;

/// Writes `bytes` to a file beside `path`, syncs it, and renames it to `path`; permissions stay.
///
/// # Errors
/// When `path` is a link, through which nothing is written: whoever may follow it has done so before
/// ([`super::bounded::inside`]). When it is read-only, or the system says no.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_if(path, bytes, &|| true).map(drop)
}

/// The same, if `may_replace` still says so when the new file is written and only the rename is left; says whether it was
/// renamed.
pub(super) fn replace_if(path: &Path, bytes: &[u8], may_replace: &dyn Fn() -> bool) -> io::Result<bool> {
    let folder = folder_of(path);
    let old = fs::symlink_metadata(path).ok();
    if old.as_ref().is_some_and(fs::Metadata::is_symlink) {
        let target = fs::read_link(path)?;
        let what = format!("it is a link, to {}, and is not written through", target.display());
        return Err(io::Error::other(what));
    }
    let file = temporary(folder, bytes)?;
    if let Some(old) = old {
        if old.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        file.as_file().set_permissions(old.permissions())?;
    }
    if !may_replace() {
        return Ok(false);
    }
    file.persist(path).map_err(|e| e.error)?;
    sync_folder(folder);
    Ok(true)
}

/// As [`replace`], but an existing file is an error.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    temporary(folder, bytes)?.persist_noclobber(path).map_err(|e| e.error)?;
    sync_folder(folder);
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(litter::PREFIX).suffix(litter::SUFFIX);
    // As any new file: the umask takes away what others must not do.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    litter::clean(folder, &file.as_file().metadata()?);
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Makes the rename itself last; not every system can, and the file is whole without it.
pub(super) fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Err(error) = File::open(folder).and_then(|f| f.sync_all())
    {
        log::debug!("the folder could not be synced ({error}): {}", folder.display());
    }
}
