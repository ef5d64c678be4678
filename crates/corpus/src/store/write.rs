//! Writing a file so that it is either the old or the new one, whole, whatever happens.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::litter;
use crate::words::{say, shown, text};

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
    let old = replaced(path)?;
    let file = temporary(folder, bytes)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old)?;
    }
    file.as_file().sync_all()?;
    if !may_replace() {
        return Ok(false);
    }
    file.persist(path).map_err(|e| e.error)?;
    sync_folder(folder);
    Ok(true)
}

/// Takes a file away, if `may_remove` says so at the last moment; says whether it did.
///
/// # Errors
/// When the system says no, or it is a link.
pub(super) fn remove_if(path: &Path, may_remove: &dyn Fn() -> bool) -> io::Result<bool> {
    if fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::Error::other(text("store-link-not-removed")));
    }
    if !may_remove() {
        return Ok(false);
    }
    fs::remove_file(path)?;
    sync_folder(folder_of(path));
    Ok(true)
}

/// As [`replace`], but an existing file is an error.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    let file = temporary(folder, bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|e| e.error)?;
    sync_folder(folder);
    Ok(())
}

/// The permissions of the file that is to be replaced, where it is there.
fn replaced(path: &Path) -> io::Result<Option<fs::Permissions>> {
    let Ok(old) = fs::symlink_metadata(path) else { return Ok(None) };
    if old.is_symlink() {
        let target = fs::read_link(path)?;
        let what = say!("store-link-not-written", target = shown(target.display()));
        return Err(io::Error::other(what));
    }
    if old.permissions().readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, text("store-file-read-only")));
    }
    Ok(Some(old.permissions()))
}

/// A file that is written beside its place and not synced yet; it is taken away unless it is put there.
#[derive(Debug)]
pub(super) struct Staged {
    file: tempfile::TempPath,
    place: PathBuf,
}

impl Staged {
    /// Writes `bytes` to a file beside `path`, which it is for. It is not held open, so there may be any number of them.
    ///
    /// # Errors
    /// As [`replace`].
    pub(super) fn new(path: &Path, bytes: &[u8]) -> io::Result<Self> {
        let old = replaced(path)?;
        let file = temporary(folder_of(path), bytes)?;
        if let Some(old) = old {
            file.as_file().set_permissions(old)?;
        }
        Ok(Self { file: file.into_temp_path(), place: path.to_owned() })
    }

    /// Its folder.
    pub(super) fn folder(&self) -> &Path {
        folder_of(&self.place)
    }

    /// Makes what is in it last.
    ///
    /// # Errors
    /// When the system says no.
    pub(super) fn sync(&self) -> io::Result<()> {
        File::options().write(true).open(&self.file)?.sync_all()
    }

    /// Puts it in its place, if `may_replace` still says so; says whether it was. The folder is not synced.
    ///
    /// # Errors
    /// When the system says no.
    pub(super) fn replace_if(self, may_replace: &dyn Fn() -> bool) -> io::Result<bool> {
        if !may_replace() {
            return Ok(false);
        }
        self.file.persist(&self.place).map_err(|e| e.error)?;
        Ok(true)
    }

    /// Puts it in its place, where nothing is. The folder is not synced.
    ///
    /// # Errors
    /// When something is there, or the system says no.
    pub(super) fn create(self) -> io::Result<()> {
        self.file.persist_noclobber(&self.place).map_err(|e| e.error)
    }
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
