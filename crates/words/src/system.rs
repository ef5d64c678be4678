//! What the system says of files, in every language.

use std::io::{Error, ErrorKind};

use super::{Language, language, text};

/// What the system says of a file; in English in its own words, which have a number. What has no words in the language of the
/// thread, and what the program itself has put into the error, stays as it is.
#[must_use]
pub fn system(error: &Error) -> String {
    let is_own = error.get_ref().is_some();
    let id = match error.kind() {
        _ if is_own || language() == Language::English => "",
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-permission-denied",
        ErrorKind::AlreadyExists => "system-already-exists",
        ErrorKind::StorageFull => "system-storage-full",
        ErrorKind::QuotaExceeded => "system-quota-exceeded",
        ErrorKind::FileTooLarge => "system-file-too-large",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::WouldBlock => "system-busy",
        ErrorKind::NotADirectory => "system-no-folder",
        ErrorKind::IsADirectory => "system-folder",
        ErrorKind::DirectoryNotEmpty => "system-folder-not-empty",
        ErrorKind::InvalidFilename => "system-file-name",
        ErrorKind::TimedOut => "system-timed-out",
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable
        | ErrorKind::ConnectionReset
        | ErrorKind::NotConnected => "system-network",
        ErrorKind::UnexpectedEof => "system-cut-off",
        ErrorKind::Interrupted => "system-interrupted",
        ErrorKind::OutOfMemory => "system-memory",
        _ => "",
    };
    if id.is_empty() { error.to_string() } else { text(id).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::set_language;

    #[test]
    fn the_system_speaks_the_language_of_the_thread() {
        let error = Error::from_raw_os_error(2);
        let english = error.to_string();
        assert_eq!(system(&error), english);
        set_language(Language::Hindi);
        let own = Error::other("a word of our own");
        assert_eq!((system(&error).as_str(), system(&own).as_str()), ("यह नहीं मिला", "a word of our own"));
        let unknown = Error::from_raw_os_error(9_999);
        assert_eq!(system(&unknown), unknown.to_string());
    }
}
