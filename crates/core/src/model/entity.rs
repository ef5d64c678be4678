//! Whom or what a mention or a value speaks of.

use std::fmt;
use std::sync::Arc;

use super::id::is_slug;

/// What says the author of the article, in files.
const AUTHOR: &str = "author";
/// What says that it was looked for and is not in the text, in files.
const UNKNOWN: &str = "unknown";
/// A slug that is made of a name is no longer than this.
const LONGEST_SLUG: usize = 48;

/// Identifies an entity of the registry: a slug `[a-z0-9][a-z0-9_-]*` such as `andrei-belousov`.
///
/// `author` and `unknown` are none: in a file they stand where an entity could, and mean something else.
///
/// ```
/// # use tippani_core::model::EntityId;
/// assert!(EntityId::new("andrei-belousov").is_ok());
/// assert!(EntityId::new("author").is_err());
/// assert!(EntityId::new("Andrei Belousov").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(Arc<str>);

/// Why a text identifies no entity.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntityIdError {
    /// It is no slug.
    #[error(
        "an entity's identifier is small letters, digits, - and _, and starts with a letter or digit: {0:?}"
    )]
    NoSlug(String),
    /// It means something else where an entity could stand.
    #[error("“{0}” cannot identify an entity: it stands for the author, or for nobody known")]
    Reserved(String),
}

impl EntityId {
    /// Checks the slug.
    ///
    /// # Errors
    /// When `id` is not `[a-z0-9][a-z0-9_-]*`, or is `author` or `unknown`.
    pub fn new(id: &str) -> Result<Self, EntityIdError> {
        if matches!(id, AUTHOR | UNKNOWN) {
            Err(EntityIdError::Reserved(id.to_owned()))
        } else if is_slug(id) {
            Ok(Self(id.into()))
        } else {
            Err(EntityIdError::NoSlug(id.to_owned()))
        }
    }

    /// The nearest slug to a text in Latin letters: marks of letters are left out, and what else is no letter or digit becomes
    /// a dash. `entity` when nothing of it is left.
    ///
    /// ```
    /// # use tippani_core::model::EntityId;
    /// assert_eq!(EntityId::from_any("São Tomé & Príncipe").as_str(), "sao-tome-principe");
    /// assert_eq!(EntityId::from_any("Author").as_str(), "author-2");
    /// assert_eq!(EntityId::from_any("…").as_str(), "entity");
    /// ```
    #[must_use]
    pub fn from_any(text: &str) -> Self {
        let nfkd = icu_normalizer::DecomposingNormalizerBorrowed::new_nfkd();
        let letters = nfkd.normalize_iter(text.chars()).filter(|c| !('\u{300}'..='\u{36f}').contains(c));
        let mut slug = String::new();
        for c in letters.flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
            if slug.len() >= LONGEST_SLUG {
                break;
            }
        }
        let slug = slug.trim_end_matches('-');
        Self(match slug {
            "" => "entity".into(),
            AUTHOR | UNKNOWN => format!("{slug}-2").into(),
            slug => slug.into(),
        })
    }

    /// This identifier with a number at its end.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        Self(format!("{}-{number}", self.0).into())
    }

    /// The slug.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whom or what a mention or a value speaks of.
///
/// Every text of a file is one of these and is written back as it was:
///
/// ```
/// # use tippani_core::model::EntityRef;
/// assert_eq!(EntityRef::from("author"), EntityRef::Author);
/// assert_eq!(EntityRef::from("unknown"), EntityRef::Unknown);
/// assert!(matches!(EntityRef::from("andrei-belousov"), EntityRef::Entity(_)));
/// assert_eq!(EntityRef::from("Андрей Белоусов").as_str(), "Андрей Белоусов");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityRef {
    /// An entity of the registry.
    Entity(EntityId),
    /// The author of the article.
    Author,
    /// Looked for and not to be found in the text.
    Unknown,
    /// A name in words, of an entity that was not looked up: as it was typed, or found in a file.
    Name(Arc<str>),
}

impl EntityRef {
    /// As files have it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Entity(id) => id.as_str(),
            Self::Author => AUTHOR,
            Self::Unknown => UNKNOWN,
            Self::Name(name) => name,
        }
    }
}

impl From<&str> for EntityRef {
    fn from(text: &str) -> Self {
        match text {
            AUTHOR => Self::Author,
            UNKNOWN => Self::Unknown,
            _ => EntityId::new(text).map_or_else(|_no_slug| Self::Name(text.into()), Self::Entity),
        }
    }
}

impl fmt::Display for EntityRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}
