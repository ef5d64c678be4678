//! The entities file, version 1, as it stands in the file.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::format::json::{Text, shape};

shape! {
    /// One annotator's part of the entity registry; the registry is the union of all parts.
    EntitiesShape<'a> {
        /// Always `tippani/entities`.
        #[schemars(regex(pattern = "^tippani/entities$"))]
        "format" format: Text<'a>,
        /// The version of this format.
        #[schemars(range(min = 1, max = 1))]
        "version" version: u64,
        /// Whose part it is: in the file's name too.
        #[schemars(regex(pattern = "^[a-z0-9][a-z0-9_-]*$"))]
        "annotator" annotator: Text<'a>,
        /// By identifier.
        "entities" entities: Vec<EntityShape<'a>>,
        /// Pairs of entities that are one.
        #[schemars(default)]
        "same" same: Vec<[Text<'a>; 2]> = Vec::new(),
        /// Pairs of entities that are not.
        #[schemars(default)]
        "different" different: Vec<[Text<'a>; 2]> = Vec::new(),
        /// Words and the entity that they are not of: it is not suggested for them again.
        #[schemars(default)]
        "rejected" rejected: Vec<[Text<'a>; 2]> = Vec::new(),
    }
}

shape! {
    /// Somebody or something that is named.
    EntityShape<'a> {
        /// A slug, unique in the registry; neither `author` nor `unknown`.
        #[schemars(regex(pattern = "^[a-z0-9][a-z0-9_-]*$"))]
        "id" id: Text<'a>,
        /// Identifier of an entity label.
        "kind" kind: Text<'a>,
        /// The name shown.
        "name" name: Text<'a>,
        /// Other names, other spellings, other scripts.
        #[schemars(default)]
        "aliases" aliases: Vec<AliasShape<'a>> = Vec::new(),
        /// Who or what it is.
        #[schemars(default)]
        "description" description: Text<'a> = Text::default(),
        /// Identifiers elsewhere by scheme, such as `wikidata`: one, or several.
        #[schemars(default)]
        "ids" ids: BTreeMap<String, IdsShape> = BTreeMap::new(),
        /// Addresses of pages about it.
        #[schemars(default)]
        "links" links: Vec<Text<'a>> = Vec::new(),
        /// RFC 3339 UTC.
        "created" created: Option<Text<'a>> = None,
        /// RFC 3339 UTC.
        "modified" modified: Option<Text<'a>> = None,
    }
}

shape! {
    /// One more name.
    AliasShape<'a> {
        /// The name.
        "text" text: Text<'a>,
        /// BCP 47 language.
        "language" language: Option<Text<'a>> = None,
        /// ISO 15924 script.
        "script" script: Option<Text<'a>> = None,
    }
}

/// Identifiers of one scheme.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum IdsShape {
    One(String),
    Many(Vec<String>),
}

impl IdsShape {
    pub(super) fn into_vec(self) -> Vec<String> {
        match self {
            Self::One(id) => vec![id],
            Self::Many(ids) => ids,
        }
    }
}
