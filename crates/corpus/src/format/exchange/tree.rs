//! JSON of other tools, its texts borrowed from the file: what is expected is looked for, and nothing is taken for granted.

pub(super) use serde_json_borrow::Value as Tree;

use crate::text::shortened;

/// A JSON value.
pub(super) fn parse(json: &str) -> serde_json::Result<Tree<'_>> {
    serde_json::from_str(json)
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
