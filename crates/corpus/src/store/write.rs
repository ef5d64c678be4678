//! Writing a file so that it is either the old or the new one, whole, whatever happens.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Writes `bytes` to a file beside `path`, syncs it, and renames it to `path`; permissions stay, a link stays a link.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = folder_of(&real);
    let file = temporary(folder, bytes)?;
    if let Ok(old) = fs::metadata(&real) {
        if old.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        file.as_file().set_permissions(old.permissions())?;
    }
    file.persist(&real).map_err(|e| e.error)?;
    sync_folder(folder);
    Ok(())
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
    builder.prefix(".tippani-").suffix(".tmp");
    // As any new file: the umask takes away what others must not do.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
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

/// The bytes of a file; nothing when it is not there.
pub(super) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
