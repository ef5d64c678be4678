//! JSON of other tools, its texts borrowed from the file: what is expected is looked for, and nothing is taken for granted.

pub(super) use serde_json_borrow::Value as Tree;

use super::read::ReadError;
use crate::text::shortened;

/// No tree takes more memory than this, in bytes: 8 GiB. JSON of many short lists takes forty times its length.
const MAX_TREE_BYTES: u64 = 1 << 33;
/// What a list or an object takes, with the room it has for its first elements.
const LIST_BYTES: u64 = 256;
/// What an element takes.
const ELEMENT_BYTES: u64 = 32;

/// A JSON value.
///
/// # Errors
/// When it is none, or when it would take too much memory.
pub(super) fn parse(json: &str) -> Result<Tree<'_>, ReadError> {
    check_size(json)?;
    Ok(serde_json::from_str(json)?)
}

/// Refuses JSON whose tree would take too much memory.
///
/// # Errors
/// When it would.
pub(super) fn check_size(json: &str) -> Result<(), ReadError> {
    let fits = fits(json, MAX_TREE_BYTES);
    if fits { Ok(()) } else { Err(ReadError::TooManyValues { gibibytes: MAX_TREE_BYTES >> 30 }) }
}

/// Whether a tree takes no more memory than `most`, as far as commas and brackets tell; JSON that is short for that is not read.
fn fits(json: &str, most: u64) -> bool {
    if (json.len() as u64).saturating_mul(LIST_BYTES) <= most {
        return true;
    }
    let (mut left, mut is_text, mut is_escaped) = (most, false, false);
    for byte in json.bytes() {
        let takes = match byte {
            _ if is_escaped => {
                is_escaped = false;
                continue;
            }
            b'\\' => {
                is_escaped = true;
                continue;
            }
            b'"' => {
                is_text = !is_text;
                continue;
            }
            b'[' | b'{' if !is_text => LIST_BYTES,
            b',' if !is_text => ELEMENT_BYTES,
            _ => continue,
        };
        let Some(rest) = left.checked_sub(takes) else { return false };
        left = rest;
    }
    true
}

/// Characters of a value that is shown to be wrong.
const MAX_SHOWN_CHARS: usize = 120;

/// Looking into a value; what is not there, or of another type, is nothing.
pub(super) trait Look<'j> {
    /// A member of an object.
    fn member(&self, key: &str) -> Option<&Tree<'j>>;
    /// A member of a member, and so on.
    fn below(&self, path: &[&str]) -> Option<&Tree<'j>>;
    /// A member that is a text.
    fn text(&self, key: &str) -> Option<String>;
    /// The elements of a member that is a list.
    fn list(&self, key: &str) -> &[Tree<'j>];
    /// The elements of a list, or the value itself as the only one.
    fn each(&self) -> &[Tree<'j>];
    /// A member that is an offset.
    fn offset(&self, key: &str) -> Option<usize>;
    /// Itself as an offset.
    fn number(&self) -> Option<usize>;
    /// Its JSON, shortened.
    fn show(&self) -> String;
}

impl<'j> Look<'j> for Tree<'j> {
    fn member(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }

    fn below(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |tree, key| tree.member(key))
    }

    fn text(&self, key: &str) -> Option<String> {
        self.member(key)?.as_str().map(str::to_owned)
    }

    fn list(&self, key: &str) -> &[Self] {
        self.member(key).and_then(Self::as_array).unwrap_or_default()
    }

    fn each(&self) -> &[Self] {
        self.as_array().unwrap_or(std::slice::from_ref(self))
    }

    fn offset(&self, key: &str) -> Option<usize> {
        self.member(key)?.number()
    }

    fn number(&self) -> Option<usize> {
        usize::try_from(self.as_u64()?).ok()
    }

    fn show(&self) -> String {
        shortened(&serde_json::to_string(self).unwrap_or_default(), MAX_SHOWN_CHARS).into_owned()
    }
}

/// An identifier: a text, or a number as it is written.
pub(super) fn identifier(tree: Option<&Tree<'_>>) -> Option<String> {
    match tree? {
        Tree::Str(id) => Some(id.clone().into_owned()),
        Tree::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ELEMENT_BYTES, LIST_BYTES, fits};

    #[test]
    fn a_tree_takes_what_its_lists_and_elements_take() {
        fn check(json: &str, takes: u64) {
            assert!(fits(json, takes), "{json}");
            assert!(!fits(json, takes - 1), "{json}");
        }
        check("[]", LIST_BYTES);
        check("[1,2]", LIST_BYTES + ELEMENT_BYTES);
        check(r#"{"a":[],"b":[{}]}"#, 4 * LIST_BYTES + ELEMENT_BYTES);
        // Those in a text are letters.
        check(r#"["[,{\\\",\"[",","]"#, LIST_BYTES + ELEMENT_BYTES);
        let many = format!("[{}0]", "[1],".repeat(1000));
        check(&many, 1001 * LIST_BYTES + 1000 * ELEMENT_BYTES);
    }
}
