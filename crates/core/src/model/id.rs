//! Names of things: annotations and annotators.

use std::fmt;
use std::sync::Arc;

/// Identifies an annotation or relation within an annotator's file: a ULID when made here, kept as found when not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnnotationId(Arc<str>);

impl AnnotationId {
    /// Takes the identifier as it stands.
    #[must_use]
    pub fn new(id: impl Into<Arc<str>>) -> Self {
        Self(id.into())
    }

    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AnnotationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The annotator whose set is what was decided.
pub const GOLD: &str = "gold";

/// One annotation or relation of a workspace: identifiers are unique within an annotator's file only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey {
    /// The article, relative to the workspace, with `/` between folders.
    pub file: Arc<str>,
    /// Whose file of it.
    pub annotator: Annotator,
    /// Which one.
    pub id: AnnotationId,
}

impl EntryKey {
    /// Names one.
    #[must_use]
    pub fn new(file: &Arc<str>, annotator: &Annotator, id: &AnnotationId) -> Self {
        Self { file: file.clone(), annotator: annotator.clone(), id: id.clone() }
    }
}

/// Who annotates: a slug `[a-z0-9][a-z0-9_-]*`, part of the sidecar's file name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Annotator(Arc<str>);

/// A name that cannot be part of a sidecar's file name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an annotator's name is small letters, digits, - and _, and starts with a letter or digit: {0:?}")]
pub struct AnnotatorError(pub String);

impl Annotator {
    /// Checks the slug.
    ///
    /// ```
    /// # use tippani_core::model::Annotator;
    /// assert!(Annotator::new("asha-2").is_ok());
    /// assert!(Annotator::new("Asha").is_err());
    /// assert!(Annotator::new("-asha").is_err());
    /// ```
    ///
    /// # Errors
    /// When `name` is not `[a-z0-9][a-z0-9_-]*`.
    pub fn new(name: &str) -> Result<Self, AnnotatorError> {
        if is_slug(name) { Ok(Self(name.into())) } else { Err(AnnotatorError(name.to_owned())) }
    }

    /// Whether it is the name of the adjudicated set, `gold`: what was decided, and nobody's own work.
    #[must_use]
    pub fn is_gold(&self) -> bool {
        &*self.0 == GOLD
    }

    /// The nearest slug to any text: a login or a person's name; `guest` when nothing of it is left.
    ///
    /// ```
    /// # use tippani_core::model::Annotator;
    /// assert_eq!(Annotator::from_any(" Asha Rao ").as_str(), "asha-rao");
    /// assert_eq!(Annotator::from_any("आशा").as_str(), "guest");
    /// ```
    #[must_use]
    pub fn from_any(name: &str) -> Self {
        let mapped: String = name
            .trim()
            .to_lowercase()
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' })
            .collect();
        let slug = mapped.trim_matches(['-', '_']);
        Self(if slug.is_empty() { "guest".into() } else { slug.into() })
    }

    /// The slug.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Annotator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whether a name is `[a-z0-9][a-z0-9_-]*`.
pub(super) fn is_slug(name: &str) -> bool {
    let first = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    name.starts_with(first) && name.chars().all(|c| first(c) || c == '-' || c == '_')
}
