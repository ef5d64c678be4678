//! Moving finished files to where they belong: all of them, or none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Files that are moved from one folder into another, in the order of their names there; all of them go back unless it is
/// [`Placement::keep`]t.
///
/// What a file replaces is set aside, on the same file system, until then.
#[derive(Debug)]
pub(super) struct Placement<'a> {
    from: &'a Path,
    to: &'a Path,
    names: &'a [String],
    /// Of each file that was moved, whether another stood in its place and is set aside.
    moved: Vec<bool>,
    replaced: TempDir,
    // Dropped last: they are empty only when what stands in them is gone.
    folders: NewFolders,
}

impl<'a> Placement<'a> {
    /// A placement of the files of these names, none of them as yet; `to` is a folder that is there.
    ///
    /// # Errors
    /// When the system says no.
    pub(super) fn new(from: &'a Path, to: &'a Path, names: &'a [String]) -> io::Result<Self> {
        let replaced = tempfile::Builder::new().prefix(".tippani-replaced-").tempdir_in(to)?;
        Ok(Self { from, to, names, moved: Vec::new(), replaced, folders: NewFolders::default() })
    }

    /// Moves the next file, in place of the file that is there; the folder it goes to is made.
    ///
    /// # Errors
    /// When a folder is there, or the system says no. Files moved before stay until this is dropped.
    pub(super) fn put_next(&mut self) -> io::Result<()> {
        let at = self.moved.len();
        let Some(name) = self.names.get(at).map(Path::new) else { return Ok(()) };
        let to = self.to.join(name);
        let before = at.checked_sub(1).and_then(|before| Path::new(&self.names[before]).parent());
        if let Some(folder) = to.parent()
            && before != name.parent()
        {
            self.folders.make(folder)?;
        }
        let is_replacing = match fs::symlink_metadata(&to) {
            Ok(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(_) => {
                fs::rename(&to, self.aside(at))?;
                true
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(error),
        };
        // Noted first, so that what was set aside comes back also when this fails.
        self.moved.push(is_replacing);
        fs::rename(self.from.join(name), to)
    }

    /// Where the file is set aside that stood in the place of the one of this number.
    fn aside(&self, at: usize) -> PathBuf {
        self.replaced.path().join(at.to_string())
    }

    /// Leaves the files where they are now.
    pub(super) fn keep(mut self) {
        self.moved.clear();
    }
}

impl Drop for Placement<'_> {
    fn drop(&mut self) {
        while let Some(is_replacing) = self.moved.pop() {
            let at = self.moved.len();
            let (to, replaced) = (self.to.join(&self.names[at]), self.aside(at));
            let back = if is_replacing {
                // It takes the place of the new one, which then exists no more; the dataset is given up anyway.
                fs::rename(&replaced, &to).inspect_err(|_| {
                    self.replaced.disable_cleanup(true);
                    log::error!("what stood in {} is in {} now", to.display(), replaced.display());
                })
            } else {
                fs::rename(&to, self.from.join(&self.names[at]))
            };
            // Of the file that failed nothing is there.
            if let Err(error) = back
                && error.kind() != io::ErrorKind::NotFound
            {
                log::error!("it cannot be put back ({error}): {}", to.display());
            }
        }
    }
}

/// Folders that were not there before; those that are empty in the end are taken away again.
#[derive(Debug, Default)]
pub(super) struct NewFolders(Vec<PathBuf>);

impl NewFolders {
    /// Makes a folder and those it lies in.
    ///
    /// # Errors
    /// When the system says no.
    pub(super) fn make(&mut self, folder: &Path) -> io::Result<()> {
        let mut missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|f| !f.as_os_str().is_empty() && fs::symlink_metadata(f).is_err())
            .collect();
        fs::create_dir_all(folder)?;
        // The outermost first, though they were found from within.
        missing.reverse();
        self.0.extend(missing.into_iter().map(Path::to_owned));
        Ok(())
    }
}

impl Drop for NewFolders {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            match fs::remove_dir(folder) {
                Err(error) if error.kind() != io::ErrorKind::DirectoryNotEmpty => {
                    log::warn!("an empty folder stays ({error}): {}", folder.display());
                }
                _ => {}
            }
        }
    }
}
