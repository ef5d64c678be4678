//! Writing a file that several people write: it is begun anew where another window writes at the same time.

use super::pause;
use crate::store::SaveError;

/// How often it is begun anew: for some seconds.
const ATTEMPTS: usize = 500;

/// Does `write`, which looks at the file and writes it, until nobody else wrote in between.
///
/// # Errors
/// Those of `write`; [`SaveError::Changed`] once others wrote in between each time.
pub(super) fn until_unchanged<T>(mut write: impl FnMut() -> Result<T, SaveError>) -> Result<T, SaveError> {
    for _ in 1..ATTEMPTS {
        match write() {
            Err(SaveError::Changed(_)) => pause(),
            written => return written,
        }
    }
    write()
}
