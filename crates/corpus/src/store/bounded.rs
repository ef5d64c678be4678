//! Reading files that end: no special file is ever opened, nothing over a limit is read, no link is followed out of a
//! workspace.

use crate::words::{say, shown};
use std::fs::{self, File, FileType};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// A longer article or web page is not read, in bytes: 256 MiB.
pub const MAX_ARTICLE_BYTES: u64 = 256 << 20;
/// A longer sidecar is not read, in bytes: 1 GiB.
pub const MAX_SIDECAR_BYTES: u64 = 1 << 30;
/// A longer workspace file, file of guidelines or of preferences is not read, in bytes: 64 MiB.
pub const MAX_SETTINGS_BYTES: u64 = 64 << 20;

/// Why something is not read or written, though the system would let us; the source of an [`io::Error`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A `pipe`, a `socket`, a `device`, a `folder`: reading it may never end.
    #[error("{}", say!("store-special", what = *.0))]
    Special(&'static str),
    /// A file over the limit.
    #[error("{}", say!("store-too-large", mebibytes = shown(.0 >> 20)))]
    TooLarge(u64),
    /// A link that leads out of the workspace.
    #[error("{}", say!("store-link-outside", link = shown(.link.display()), target = shown(.target.display())))]
    Outside {
        /// The link.
        link: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
    /// A link to nothing.
    #[error("{}", say!("store-link-dangling", link = shown(.link.display()), target = shown(.target.display())))]
    Dangling {
        /// The link.
        link: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> Self {
        Self::other(refused)
    }
}

/// The bytes of a file; nothing when it is not there.
///
/// # Errors
/// [`Refused`] for what is no file or has more than `most` bytes; or when the system says no.
pub(super) fn read(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    read_as(path, None, most)
}

/// [`read`] of what is of this kind, where that is known.
fn read_as(path: &Path, kind: Option<FileType>, most: u64) -> io::Result<Option<Vec<u8>>> {
    match open_as(path, kind) {
        Ok((file, length)) => read_opened(file, length, most).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The bytes of an open file that had this length when it was looked at.
fn read_opened(mut file: File, length: u64, most: u64) -> io::Result<Vec<u8>> {
    if length > most {
        return Err(Refused::TooLarge(most).into());
    }
    // All of it in one call, which has room for one byte more: where that is not used the file has ended. It may grow meanwhile.
    let mut bytes = vec![0; usize::try_from(length).unwrap_or_default() + 1];
    let read = loop {
        match file.read(&mut bytes) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => break read?,
        }
    };
    bytes.truncate(read);
    if read as u64 != length {
        file.take(most + 1 - (read as u64).min(most)).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > most { Err(Refused::TooLarge(most).into()) } else { Ok(bytes) }
}

/// [`read`] of a file of a workspace: no link leads out of it.
///
/// # Errors
/// As [`read`] and [`inside`].
pub(super) fn read_inside(root: &Path, path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    if let Some((file, length)) = open_without_links(path) {
        return read_opened(file, length, most).map(Some);
    }
    let (real, kind) = resolved(root, path)?;
    read_as(&real, kind, most)
}

/// Opens a file with its length in bytes, where no part of its path is a link, so that it is where its path says: in one call
/// instead of a look at each part. Nothing where that cannot be told so, or the file cannot be opened.
#[cfg(target_os = "linux")]
fn open_without_links(path: &Path) -> Option<(File, u64)> {
    use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat2};
    if !fs::symlink_metadata(path).ok()?.is_file() {
        return None;
    }
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    let file = File::from(openat2(CWD, path, flags, Mode::empty(), ResolveFlags::NO_SYMLINKS).ok()?);
    // Something else may have come in its place meanwhile.
    let meta = file.metadata().ok()?;
    meta.is_file().then_some((file, meta.len()))
}

#[cfg(not(target_os = "linux"))]
fn open_without_links(_path: &Path) -> Option<(File, u64)> {
    None
}

/// Opens a file for reading. What is no file is not opened, so this waits for nobody.
///
/// # Errors
/// [`Refused::Special`]; or when the system says no.
pub(super) fn open(path: &Path) -> io::Result<File> {
    Ok(open_as(path, None)?.0)
}

/// [`open`] of what is of this kind, where that is known, with its length in bytes.
fn open_as(path: &Path, kind: Option<FileType>) -> io::Result<(File, u64)> {
    regular(match kind {
        Some(kind) => kind,
        None => fs::metadata(path)?.file_type(),
    })?;
    let mut options = File::options();
    // Something else may have come in its place meanwhile.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK | libc::O_NOCTTY);
    let file = options.read(true).open(path)?;
    let meta = file.metadata()?;
    regular(meta.file_type())?;
    Ok((file, meta.len()))
}

fn regular(kind: FileType) -> Result<(), Refused> {
    if kind.is_file() { Ok(()) } else { Err(Refused::Special(special_name(kind))) }
}

/// What a file is that is none, as messages name it.
pub(super) fn special_name(kind: FileType) -> &'static str {
    if kind.is_dir() {
        return "folder";
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        if kind.is_fifo() {
            return "pipe";
        }
        if kind.is_socket() {
            return "socket";
        }
        if kind.is_char_device() || kind.is_block_device() {
            return "device";
        }
    }
    "other"
}

/// Where a path below `root` leads when all links on the way are followed; it need not be there.
///
/// # Errors
/// [`Refused`] when a link on the way leads out of `root`, or to nothing; or when the system says no.
pub(super) fn inside(root: &Path, path: &Path) -> io::Result<PathBuf> {
    Ok(resolved(root, path)?.0)
}

/// [`inside`], with what is there, where it was looked at and no link is on the way.
fn resolved(root: &Path, path: &Path) -> io::Result<(PathBuf, Option<FileType>)> {
    let Ok(below) = path.strip_prefix(root) else { return Ok((path.to_owned(), None)) };
    let mut at = root.to_owned();
    let (mut has_links, mut kind) = (false, None);
    for part in below.components() {
        at.push(part);
        match fs::symlink_metadata(&at) {
            Ok(meta) if meta.is_symlink() => {
                within(root, &at)?;
                has_links = true;
            }
            Ok(meta) => kind = Some(meta.file_type()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                kind = None;
                break;
            }
            Err(error) => return Err(error),
        }
    }
    if !has_links {
        return Ok((path.to_owned(), kind));
    }
    // The file itself may not be there yet, its folder is.
    let parent = path.parent().unwrap_or(root);
    let real = fs::canonicalize(path);
    let real = real.or_else(|_| {
        Ok::<_, io::Error>(fs::canonicalize(parent)?.join(path.file_name().unwrap_or_default()))
    });
    Ok((real?, None))
}

/// A link leads to something within `root`.
///
/// # Errors
/// [`Refused`] when it does not; or when the system says no.
pub(super) fn within(root: &Path, link: &Path) -> io::Result<()> {
    match fs::canonicalize(link) {
        Ok(target) if target.starts_with(fs::canonicalize(root)?) => Ok(()),
        Ok(target) => Err(Refused::Outside { link: link.to_owned(), target }.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(Refused::Dangling { link: link.to_owned(), target: fs::read_link(link)? }.into())
        }
        Err(error) => Err(error),
    }
}
