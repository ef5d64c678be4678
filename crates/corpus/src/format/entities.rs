//! The entities file, version 1, as it stands in the file: one annotator's part of the registry.

use std::collections::BTreeMap;

use schemars::JsonSchema;

/// One annotator's part of the entity registry; the registry is the union of all parts.
#[derive(JsonSchema)]
#[expect(
    dead_code,
    reason = "the shape is committed as a JSON Schema; the registry itself comes with linking"
)]
pub(super) struct EntitiesShape {
    /// Always `tippani/entities`.
    #[schemars(regex(pattern = "^tippani/entities$"))]
    format: String,
    /// The version of this format.
    #[schemars(range(min = 1, max = 1))]
    version: u64,
    /// Whose part it is: in the file's name too.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9_-]*$"))]
    annotator: String,
    /// By identifier.
    entities: Vec<EntityShape>,
    /// Pairs of entities that are one.
    #[schemars(default)]
    same: Vec<[String; 2]>,
    /// Pairs of entities that are not.
    #[schemars(default)]
    different: Vec<[String; 2]>,
}

/// Somebody or something that is named.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "as above")]
struct EntityShape {
    /// A slug, unique in the registry.
    id: String,
    /// Identifier of an entity label.
    kind: String,
    /// The name shown.
    name: String,
    /// Other names, other spellings, other scripts.
    #[schemars(default)]
    aliases: Vec<AliasShape>,
    /// Who or what it is.
    #[schemars(default)]
    description: String,
    /// Identifiers elsewhere, such as `wikidata`.
    #[schemars(default)]
    ids: BTreeMap<String, String>,
    /// RFC 3339 UTC.
    created: String,
    /// RFC 3339 UTC.
    modified: String,
}

/// One more name.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "as above")]
struct AliasShape {
    /// The name.
    text: String,
    /// BCP 47 language.
    language: Option<String>,
    /// ISO 15924 script.
    script: Option<String>,
}
