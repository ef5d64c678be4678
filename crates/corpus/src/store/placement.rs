//! Moving finished files to where they belong: all of them, or none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Files that were moved into a folder; all of them go back unless it is [`Placement::keep`]t.
///
/// What a file replaces is set aside, on the same file system, until then.
#[derive(Debug)]
pub(super) struct Placement {
    moved: Vec<Moved>,
    replaced: TempDir,
    // Dropped last: they are empty only when what stands in them is gone.
    folders: NewFolders,
}

#[derive(Debug)]
struct Moved {
    from: PathBuf,
    to: PathBuf,
    /// Where the file that stood there is set aside.
    replaced: Option<PathBuf>,
}

impl Placement {
    /// A placement into `target`, a folder that is there.
    ///
    /// # Errors
    /// When the system says no.
    pub(super) fn new(target: &Path) -> io::Result<Self> {
        let replaced = tempfile::Builder::new().prefix(".tippani-replaced-").tempdir_in(target)?;
        Ok(Self { moved: Vec::new(), replaced, folders: NewFolders::default() })
    }

    /// Moves a file, in place of the file that is there; the folder it goes to is made.
    ///
    /// # Errors
    /// When a folder is there, or the system says no. Files moved before stay until this is dropped.
    pub(super) fn put(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        if let Some(folder) = to.parent()
            && self.moved.last().and_then(|last| last.to.parent()) != Some(folder)
        {
            self.folders.make(folder)?;
        }
        let replaced = match fs::symlink_metadata(to) {
            Ok(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(_) => {
                let aside = self.replaced.path().join(self.moved.len().to_string());
                fs::rename(to, &aside)?;
                Some(aside)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        // Noted first, so that what was set aside comes back also when this fails.
        self.moved.push(Moved { from: from.to_owned(), to: to.to_owned(), replaced });
        fs::rename(from, to)
    }

    /// Leaves the files where they are now.
    pub(super) fn keep(mut self) {
        self.moved.clear();
    }
}

impl Drop for Placement {
    fn drop(&mut self) {
        for Moved { from, to, replaced } in self.moved.drain(..).rev() {
            let back = match replaced {
                // It takes the place of the new one, which then exists no more; the dataset is given up anyway.
                Some(replaced) => fs::rename(&replaced, &to).inspect_err(|_| {
                    self.replaced.disable_cleanup(true);
                    log::error!("what stood in {} is in {} now", to.display(), replaced.display());
                }),
                None => fs::rename(&to, from),
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
