//! Reading lists of names.

use std::io;
use std::path::Path;

use super::bounded::{self, MAX_ARTICLE_BYTES};

/// The text of a list of names, in UTF-8; a byte order mark is taken off.
///
/// # Errors
/// When it is not there, is no file, is larger than [`MAX_ARTICLE_BYTES`], or is not in UTF-8.
pub fn read_list(path: &Path) -> io::Result<String> {
    let bytes = bounded::read(path, MAX_ARTICLE_BYTES)?
        .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "there is no such file"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        io::Error::new(io::ErrorKind::InvalidData, format!("the list is not in UTF-8: {error}"))
    })?;
    match text.strip_prefix('\u{feff}') {
        Some(rest) => Ok(rest.to_owned()),
        None => Ok(text),
    }
}
