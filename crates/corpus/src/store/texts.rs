//! The texts that were annotated, kept on this machine so that annotations find their words again when an article is changed.
//!
//! ```text
//! <texts>/<sha256 of the article>.gz    the decoded text, UTF-8, compressed
//! ```
//! Nothing of it is needed to read a workspace, and none of it lies in one. A file is whole or not there, and never changed.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::write;
use crate::model::Document;
use crate::text::SourceText;

/// All of them together may take this much; those that were not needed for the longest time go first.
pub const MAX_BYTES: u64 = 1 << 30;
/// A text that is longer than this, unpacked, is not one that was kept here.
const MAX_TEXT_BYTES: u64 = 1 << 30;

/// Keeps the text of an article in `folder`, which is [`super::preferences::texts_dir`], and lets those go that were not needed for
/// the longest time as far as all take more than `most` bytes. One that is kept already is only noted as needed.
///
/// # Errors
/// When the system says no.
pub fn keep(folder: &Path, document: &Document, most: u64) -> io::Result<()> {
    let path = path(folder, &document.sha256).ok_or(io::ErrorKind::InvalidInput)?;
    if let Ok(file) = File::options().append(true).open(&path) {
        return file.set_modified(SystemTime::now());
    }
    fs::create_dir_all(folder)?;
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(document.text.as_str().as_bytes())?;
    write::replace(&path, &packed.finish()?)?;
    let_go(folder, &path, most)
}

/// The text with this hash, where it is kept.
#[must_use]
pub fn find(folder: &Path, sha256: &str) -> Option<SourceText> {
    let path = path(folder, sha256)?;
    let mut text = String::new();
    // What cannot be unpacked was not kept whole, and is as good as not there.
    let read = GzDecoder::new(File::open(&path).ok()?).take(MAX_TEXT_BYTES).read_to_string(&mut text);
    match read {
        Ok(_) => Some(SourceText::new(text)),
        Err(error) => {
            log::warn!("a kept text cannot be read ({error}): {}", path.display());
            None
        }
    }
}

/// Where the text with this hash is kept; nothing where it is no hash.
fn path(folder: &Path, sha256: &str) -> Option<PathBuf> {
    let is_hash = sha256.len() == 64 && sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    is_hash.then(|| folder.join(format!("{sha256}.gz")))
}

fn let_go(folder: &Path, newest: &Path, most: u64) -> io::Result<()> {
    let mut kept = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, meta) = (entry.path(), entry.metadata()?);
        if path.extension().is_some_and(|end| end == "gz") && meta.is_file() {
            kept.push((meta.modified()?, meta.len(), path));
        }
    }
    kept.sort();
    let mut all: u64 = kept.iter().map(|(_, bytes, _)| bytes).sum();
    for (_, bytes, path) in kept {
        if all <= most {
            break;
        }
        if path != newest {
            fs::remove_file(&path)?;
            all -= bytes;
        }
    }
    Ok(())
}
