//! The workspace file, version 1, as it stands in the file.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::format::json::{Text, shape};

shape! {
    /// What may be annotated in a folder of articles.
    WorkspaceShape<'a> {
        /// Always `tippani/workspace`.
        #[schemars(regex(pattern = "^tippani/workspace$"))]
        "format" format: Text<'a>,
        /// The version of this format.
        #[schemars(range(min = 1, max = 1))]
        "version" version: u64,
        /// The workspace's name.
        #[schemars(default)]
        "name" name: Text<'a> = Text::default(),
        /// The guidelines file, relative to the workspace, with `/` between folders.
        "guidelines" guidelines: Option<Text<'a>> = None,
        /// Whether annotations of one layer may share text.
        "overlap" overlap: Option<OverlapShape> = None,
        /// In the order shown.
        #[schemars(default)]
        "labels" labels: Vec<LabelShape<'a>> = Vec::new(),
        /// In the order shown.
        #[schemars(default)]
        "attributes" attributes: Vec<AttributeSpecShape<'a>> = Vec::new(),
        /// In the order shown.
        #[schemars(default)]
        "relations" relations: Vec<RelationSpecShape<'a>> = Vec::new(),
    }
}

shape! {
    /// One thing a span can be tagged as.
    LabelShape<'a> {
        /// Unique among labels.
        "id" id: Text<'a>,
        /// The layer: `entity` or `claim`.
        "kind" kind: LabelKindShape,
        /// What the analyst reads; the identifier when missing.
        "name" name: Option<Text<'a>> = None,
        /// One of blue, orange, green, vermilion, purple, sky, gold, teal, rose, olive, brown, grey.
        "colour" colour: Option<Text<'a>> = None,
        /// The key that tags with it: one character.
        "key" key: Option<Text<'a>> = None,
        /// The group it stands in where labels are listed; none when missing.
        #[schemars(default)]
        "group" group: Text<'a> = Text::default(),
        /// `article` for a label of the article as a whole, whose annotation stands on its first line; `words` when missing.
        "scope" scope: Option<ScopeShape> = None,
        /// When to use it.
        #[schemars(default)]
        "description" description: Text<'a> = Text::default(),
        /// Identifiers of the attributes it carries, in the order shown.
        #[schemars(default)]
        "attributes" attributes: Vec<Text<'a>> = Vec::new(),
        /// Identifiers it had before: annotations that still have one of them are its own.
        #[schemars(default)]
        "aliases" aliases: Vec<Text<'a>> = Vec::new(),
    }
}

shape! {
    /// One attribute.
    AttributeSpecShape<'a> {
        /// Unique among attributes.
        "id" id: Text<'a>,
        /// What the analyst reads; the identifier when missing.
        "name" name: Option<Text<'a>> = None,
        /// What values it takes.
        "type" kind: AttributeTypeShape,
        /// Whether words of the text may bear it out.
        #[schemars(default)]
        "evidence" evidence: bool = false,
        /// The choices, for choice types.
        #[schemars(default)]
        "options" options: Vec<OptionShape<'a>> = Vec::new(),
        /// What it means.
        #[schemars(default)]
        "description" description: Text<'a> = Text::default(),
    }
}

shape! {
    /// One of the values of a choice.
    OptionShape<'a> {
        /// Unique among the choices.
        "id" id: Text<'a>,
        /// What the analyst reads; the identifier when missing.
        "name" name: Option<Text<'a>> = None,
    }
}

shape! {
    /// One way annotations may be linked.
    RelationSpecShape<'a> {
        /// Unique among relations.
        "id" id: Text<'a>,
        /// What the analyst reads; the identifier when missing.
        "name" name: Option<Text<'a>> = None,
        /// Labels it may start at; empty for any.
        #[schemars(default)]
        "from" from: Vec<Text<'a>> = Vec::new(),
        /// Labels it may end at; empty for any.
        #[schemars(default)]
        "to" to: Vec<Text<'a>> = Vec::new(),
        /// Whether it reads the same from both ends.
        #[schemars(default)]
        "symmetric" symmetric: bool = false,
        /// What it means.
        #[schemars(default)]
        "description" description: Text<'a> = Text::default(),
    }
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum OverlapShape {
    Allow,
    Forbid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ScopeShape {
    Words,
    Article,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LabelKindShape {
    Entity,
    Claim,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AttributeTypeShape {
    Choice,
    MultiChoice,
    Text,
    Flag,
    Number,
    Entity,
}
