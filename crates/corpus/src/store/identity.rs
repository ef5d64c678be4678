//! Which workspace a folder is: its journals and its locks are found again after it was renamed, and after it vanished and came
//! back.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::bounded::{self, MAX_SETTINGS_BYTES};
use super::write;
use crate::format::journal::WorkspaceIdentity;

/// What a workspace's own folder in the journals says of it.
const FILE: &str = "workspace.json";

/// The folder that a workspace is, as it was when it was last looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Workspace(WorkspaceIdentity);

impl Workspace {
    /// Looks at a folder.
    ///
    /// # Errors
    /// When it is not there.
    pub(super) fn at(root: &Path) -> io::Result<Self> {
        identity(root).map(Self)
    }

    /// The folder for the journals and locks of the workspace; nothing where it has none.
    ///
    /// The same folder (device, file number and time of birth) is the same workspace, wherever it lies by now. Another folder
    /// at the path of one that is known is that one, made anew: by a program that syncs files, say. So a copy of a workspace,
    /// which is another folder at another path, is another workspace. Where a system has no file numbers (any but Unix), the
    /// path alone counts.
    pub(super) fn find(&self, journals: &Path) -> Option<PathBuf> {
        self.find_among(known(journals)).map(|(folder, _)| folder)
    }

    fn find_among(
        &self,
        mut known: Vec<(PathBuf, WorkspaceIdentity)>,
    ) -> Option<(PathBuf, WorkspaceIdentity)> {
        let same = known.iter().position(|(_, known)| known.is_same_folder(&self.0));
        let same = same.or_else(|| known.iter().position(|(_, known)| known.path == self.0.path))?;
        Some(known.swap_remove(same))
    }

    /// The folder of the workspace, made where there is none yet, and with what is known of the workspace brought up to date.
    ///
    /// # Errors
    /// When the system says no.
    pub(super) fn folder(&self, journals: &Path) -> io::Result<PathBuf> {
        fs::create_dir_all(journals)?;
        // Two windows that open a new workspace at once are to find the same one.
        let lock = File::create(journals.join("lock"))?;
        lock.lock()?;
        let known = known(journals);
        let folder = match self.find_among(known.clone()) {
            Some((folder, known)) if known == self.0 => return Ok(folder),
            Some((folder, _)) => folder,
            None => journals.join(ulid::Ulid::generate().to_string()),
        };
        // What lay here before is elsewhere by now, or gone: it is found by its file number alone from now on.
        for (other, mut identity) in known.into_iter().filter(|(other, _)| *other != folder) {
            if identity.path == self.0.path {
                identity.path = String::new();
                write::replace(&other.join(FILE), &identity.encode())?;
            }
        }
        fs::create_dir_all(&folder)?;
        write::replace(&folder.join(FILE), &self.0.encode())?;
        write::sync_folder(journals);
        Ok(folder)
    }
}

/// Every workspace that has journals; one whose description is damaged is found by nobody, and left as it is.
fn known(journals: &Path) -> Vec<(PathBuf, WorkspaceIdentity)> {
    let folders = fs::read_dir(journals).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut known: Vec<_> = folders
        .filter_map(|folder| {
            let bytes = bounded::read(&folder.join(FILE), MAX_SETTINGS_BYTES).ok().flatten()?;
            match WorkspaceIdentity::decode(&bytes) {
                Ok(identity) => Some((folder, identity)),
                Err(error) => {
                    log::warn!("a workspace of the journals cannot be told ({error}): {}", folder.display());
                    None
                }
            }
        })
        .collect();
    known.sort_by(|(one, _), (other, _)| one.cmp(other));
    known
}

fn identity(root: &Path) -> io::Result<WorkspaceIdentity> {
    let path = fs::canonicalize(root)?;
    let meta = fs::metadata(&path)?;
    let born_ns = meta.created().ok().and_then(|born| born.duration_since(std::time::UNIX_EPOCH).ok());
    let born_ns = born_ns.and_then(|born| u64::try_from(born.as_nanos()).ok());
    let number = file_number(&meta);
    Ok(WorkspaceIdentity { path: path.to_string_lossy().into_owned(), number, born_ns })
}

/// Whether two looks were at one file or folder; where a system has no file numbers, they are taken to be.
pub(super) fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    file_number(one) == file_number(other)
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have none")]
fn file_number(meta: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((meta.dev(), meta.ino()))
}

#[cfg(not(unix))]
fn file_number(_meta: &Metadata) -> Option<(u64, u64)> {
    None
}
