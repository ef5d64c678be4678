//! What may be annotated: labels, their attributes, and relations between them.

use std::collections::HashSet;
use std::sync::Arc;

use super::{AnnotationKind, Extra};

/// The twelve hues a label may have; the theme turns each into tones for light and dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the colour it is named after")]
pub enum Hue {
    #[default]
    Blue,
    Orange,
    Green,
    Vermilion,
    Purple,
    Sky,
    Gold,
    Teal,
    Rose,
    Olive,
    Brown,
    Grey,
}

impl Hue {
    /// All, in the order new labels take them.
    pub const ALL: [Self; 12] = [
        Self::Blue,
        Self::Orange,
        Self::Green,
        Self::Vermilion,
        Self::Purple,
        Self::Sky,
        Self::Gold,
        Self::Teal,
        Self::Rose,
        Self::Olive,
        Self::Brown,
        Self::Grey,
    ];

    /// Its name in files: small letters.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Orange => "orange",
            Self::Green => "green",
            Self::Vermilion => "vermilion",
            Self::Purple => "purple",
            Self::Sky => "sky",
            Self::Gold => "gold",
            Self::Teal => "teal",
            Self::Rose => "rose",
            Self::Olive => "olive",
            Self::Brown => "brown",
            Self::Grey => "grey",
        }
    }

    /// The hue of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|h| h.name() == name)
    }
}

/// One thing a span can be tagged as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Identifier in files; unique in the schema.
    pub id: Arc<str>,
    /// The layer it belongs to.
    pub kind: AnnotationKind,
    /// What the analyst reads.
    pub name: String,
    /// Its colour.
    pub hue: Hue,
    /// The key that tags with it: one character, unique in the schema.
    pub key: Option<char>,
    /// When to use it.
    pub description: String,
    /// The group it stands in, in bars and palettes; empty for none.
    pub group: String,
    /// Whether it is of the article as a whole: its annotation stands on the first line, and is shown beside the title.
    pub is_of_article: bool,
    /// Identifiers of the attributes it carries, in the order shown.
    pub attributes: Vec<Arc<str>>,
    /// Identifiers it had before: marks that still have one of them are its own.
    pub aliases: Vec<Arc<str>>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// What values an attribute takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AttributeType {
    /// One of the choices.
    Choice,
    /// Any number of the choices.
    MultiChoice,
    /// Free text.
    #[default]
    Text,
    /// Yes or no.
    Flag,
    /// A number.
    Number,
    /// An entity of the registry, the author, or unknown.
    Entity,
}

/// One of the values of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Identifier in files.
    pub id: Arc<str>,
    /// What the analyst reads.
    pub name: String,
}

/// One attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeSpec {
    /// Identifier in files; unique in the schema.
    pub id: Arc<str>,
    /// What the analyst reads.
    pub name: String,
    /// What values it takes.
    pub kind: AttributeType,
    /// Whether words of the text may bear it out.
    pub evidence: bool,
    /// The choices, for choice types.
    pub options: Vec<Choice>,
    /// What it means.
    pub description: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl AttributeSpec {
    /// Choices in the order in which they are written: those that the schema does not list as they stand, then those it lists in
    /// its order. So whoever chooses the same says the same.
    ///
    /// ```
    /// # use tippani_core::model::{AttributeSpec, AttributeType, Choice};
    /// let choice = |id: &str| Choice { id: id.into(), name: id.to_owned() };
    /// let tone = AttributeSpec {
    ///     id: "tone".into(),
    ///     name: "Tone".to_owned(),
    ///     kind: AttributeType::MultiChoice,
    ///     evidence: false,
    ///     options: vec![choice("warm"), choice("cold")],
    ///     description: String::new(),
    ///     extra: Default::default(),
    /// };
    /// assert_eq!(tone.in_order(["cold", "hot", "warm"].map(str::to_owned).to_vec()), ["hot", "warm", "cold"]);
    /// ```
    #[must_use]
    pub fn in_order(&self, mut chosen: Vec<String>) -> Vec<String> {
        // What is not listed is before all that is.
        chosen.sort_by_key(|id| self.options.iter().position(|option| *option.id == **id));
        chosen
    }
}

/// One way annotations may be linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationSpec {
    /// Identifier in files; unique in the schema.
    pub id: Arc<str>,
    /// What the analyst reads.
    pub name: String,
    /// Labels it may start at; empty for any.
    pub from: Vec<Arc<str>>,
    /// Labels it may end at; empty for any.
    pub to: Vec<Arc<str>>,
    /// Whether it reads the same from both ends.
    pub symmetric: bool,
    /// What it means.
    pub description: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl RelationSpec {
    /// Whether it may join an annotation of the label `from` with one of the label `to`.
    #[must_use]
    pub fn joins(&self, from: &str, to: &str) -> bool {
        let takes =
            |ends: &[Arc<str>], label: &str| ends.is_empty() || ends.iter().any(|end| **end == *label);
        takes(&self.from, from) && takes(&self.to, to)
    }
}

/// Whether two annotations may share text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Overlap {
    /// They may, of one layer and of two.
    #[default]
    Allow,
    /// Not within one layer.
    Forbid,
}

/// What may be annotated in a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// The workspace's name; empty when it has none.
    pub name: String,
    /// The guidelines file, relative to the workspace.
    pub guidelines: Option<String>,
    /// Whether annotations may share text.
    pub overlap: Overlap,
    /// In the order shown.
    pub labels: Vec<Label>,
    /// In the order shown.
    pub attributes: Vec<AttributeSpec>,
    /// In the order shown.
    pub relations: Vec<RelationSpec>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// What is wrong with a schema, in words for the analyst.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SchemaError {
    /// An identifier is empty.
    #[error("a {0} has no identifier")]
    NoId(&'static str),
    /// An identifier stands twice.
    #[error("the {0} “{1}” is there twice")]
    Twice(&'static str, String),
    /// Two labels share a key.
    #[error("the key “{0}” is taken by two labels")]
    KeyTwice(char),
    /// A label names an attribute that is not there.
    #[error("the label “{0}” carries an attribute “{1}” that is not defined")]
    NoAttribute(String, String),
}

impl Schema {
    /// The label with this identifier, or else the one that had it before.
    #[must_use]
    pub fn label(&self, id: &str) -> Option<&Label> {
        let had_it = |label: &&Label| label.aliases.iter().any(|alias| &**alias == id);
        self.labels.iter().find(|l| &*l.id == id).or_else(|| self.labels.iter().find(had_it))
    }

    /// What a label is called: its name, with the identifier where that is one it had before; the identifier alone where no
    /// label has or had it.
    #[must_use]
    pub fn name_of_label(&self, id: &str) -> String {
        match self.label(id) {
            Some(label) if &*label.id == id => label.name.clone(),
            Some(label) => format!("{} ({id})", label.name),
            None => id.to_owned(),
        }
    }

    /// The labels by group: groups, and labels within them, in the order in which the schema has the first of them. Labels
    /// of no group are one with an empty name.
    #[must_use]
    pub fn label_groups(&self) -> Vec<(&str, Vec<&Label>)> {
        let mut groups: Vec<(&str, Vec<&Label>)> = Vec::new();
        for label in &self.labels {
            match groups.iter_mut().find(|(name, _)| *name == label.group) {
                Some((_, labels)) => labels.push(label),
                None => groups.push((&label.group, vec![label])),
            }
        }
        groups
    }

    /// Whether a label is of articles as wholes.
    #[must_use]
    pub fn is_of_article(&self, id: &str) -> bool {
        self.label(id).is_some_and(|label| label.is_of_article)
    }

    /// The label this key tags with.
    #[must_use]
    pub fn label_by_key(&self, key: char) -> Option<&Label> {
        self.labels.iter().find(|l| l.key == Some(key))
    }

    /// The attribute with this identifier.
    #[must_use]
    pub fn attribute(&self, id: &str) -> Option<&AttributeSpec> {
        self.attributes.iter().find(|a| &*a.id == id)
    }

    /// The attributes a label carries, in its order.
    pub fn attributes_of(&self, label: &str) -> impl Iterator<Item = &AttributeSpec> {
        self.label(label).into_iter().flat_map(|l| &l.attributes).filter_map(|id| self.attribute(id))
    }

    /// The relation with this identifier.
    #[must_use]
    pub fn relation(&self, id: &str) -> Option<&RelationSpec> {
        self.relations.iter().find(|relation| &*relation.id == id)
    }

    /// What a relation is called: its name, or its identifier where the schema has none of it.
    #[must_use]
    pub fn name_of_relation<'a>(&'a self, id: &'a str) -> &'a str {
        self.relation(id).map_or(id, |relation| &relation.name)
    }

    /// The relations that may join annotations of two labels, whichever of their identifiers is given.
    pub fn relations_between(&self, from: &str, to: &str) -> impl Iterator<Item = &RelationSpec> {
        let current = |id: &str| self.label(id).map_or_else(|| Arc::from(id), |label| label.id.clone());
        let (from, to): (Arc<str>, Arc<str>) = (current(from), current(to));
        self.relations.iter().filter(move |relation| relation.joins(&from, &to))
    }

    /// Whether any relation may start or end at annotations of a label.
    #[must_use]
    pub fn can_be_linked(&self, label: &str) -> bool {
        let current = self.label(label).map_or(label, |label| &label.id);
        let takes = |ends: &[Arc<str>]| ends.is_empty() || ends.iter().any(|end| **end == *current);
        self.relations.iter().any(|relation| takes(&relation.from) || takes(&relation.to))
    }

    /// Everything wrong with it, in order.
    #[must_use]
    pub fn errors(&self) -> Vec<SchemaError> {
        let mut errors = Vec::new();
        check_ids("label", self.labels.iter().map(|l| &l.id), &mut errors);
        check_ids("attribute", self.attributes.iter().map(|a| &a.id), &mut errors);
        check_ids("relation", self.relations.iter().map(|r| &r.id), &mut errors);
        let mut keys = HashSet::new();
        errors.extend(
            self.labels.iter().filter_map(|l| l.key).filter(|k| !keys.insert(*k)).map(SchemaError::KeyTwice),
        );
        for label in &self.labels {
            let lost = label.attributes.iter().filter(|id| self.attribute(id).is_none());
            errors.extend(lost.map(|id| SchemaError::NoAttribute(label.name.clone(), id.to_string())));
        }
        errors
    }
}

fn check_ids<'a>(what: &'static str, ids: impl Iterator<Item = &'a Arc<str>>, errors: &mut Vec<SchemaError>) {
    let mut seen = HashSet::new();
    for id in ids {
        if id.is_empty() {
            errors.push(SchemaError::NoId(what));
        } else if !seen.insert(id) {
            errors.push(SchemaError::Twice(what, id.to_string()));
        }
    }
}

/// The schema of a workspace's file as this program last read or wrote it; the default is "there was no file".
///
/// It says what a schema that was changed here grew from, so that it can be merged with what somebody else saved meanwhile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownSchema {
    /// SHA-256 of the file's bytes, lower-case hexadecimal; nothing for no file, or one that cannot be used.
    pub hash: Option<Arc<str>>,
    /// What it held; nothing likewise.
    pub schema: Option<Arc<Schema>>,
}

impl KnownSchema {
    /// What may be annotated: what the file held, else the built-in schema.
    #[must_use]
    pub fn schema_or_news(&self) -> Arc<Schema> {
        self.schema.clone().unwrap_or_else(|| Arc::new(super::news_schema()))
    }
}
