//! What shapes share: the object of which nothing is known, and keeping unknown keys.

use super::{Unknown, shape};
use crate::model::Extra;

shape! {
    /// An object with every key as its JSON text.
    AnyObject<'a> {}
}

/// Keeps unknown keys of the object at `place`, a path that is empty or ends in `/`.
pub(crate) fn keep_unknown(extra: &mut Extra, place: &str, unknown: &Unknown<'_>) {
    for (key, json) in unknown {
        extra.keep(format!("{place}{}", escape(key)), json.get());
    }
}

/// A key as one step of a path (`~` and `/` as in JSON Pointer, RFC 6901 §3).
pub(crate) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The key a step of a path stands for.
pub(super) fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
