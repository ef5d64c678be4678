//! Bytes to a schema.

use std::sync::Arc;

use super::shape::{
    AttributeSpecShape, AttributeTypeShape, LabelKindShape, LabelShape, OverlapShape, RelationSpecShape,
    ScopeShape, WorkspaceShape,
};
use super::{FORMAT, VERSION};
use crate::format::encoding::without_bom;
use crate::format::json::{Text, escape, keep_unknown};
use crate::format::localized::{Localized as _, quoted};
use crate::format::{Decoded, Issue};
use crate::model::{
    AnnotationKind, AttributeSpec, AttributeType, Choice, Extra, Hue, Label, Overlap, RelationSpec, Schema,
};
use crate::words::{say, shown, text};

/// Why a workspace file cannot be used; it is never overwritten because of one of these.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkspaceError {
    /// It is not JSON, or not of the shape a workspace file has.
    #[error("{}", say!("format-cannot-be-read", error = .0.as_str()))]
    Shape(String),
    /// It is JSON of another kind.
    #[error("{}", say!("format-schema-other-format", format = quoted(.0)))]
    OtherFormat(String),
    /// A later version of the program wrote it.
    #[error("{}", say!("format-other-version", version = shown(.0)))]
    OtherVersion(u64),
}

/// The name and version, read before all else.
#[derive(serde::Deserialize)]
struct Head<'a> {
    #[serde(borrow, default)]
    format: Text<'a>,
    #[serde(default)]
    version: u64,
}

/// The schema a workspace file holds; everything wrong with it that does not keep it from being used is an issue.
///
/// # Errors
/// When `bytes` are not a workspace file of this version.
pub fn decode(bytes: &[u8]) -> Result<Decoded<Schema>, WorkspaceError> {
    let bytes = without_bom(bytes);
    let shape_error = |e: serde_json::Error| WorkspaceError::Shape(e.localized());
    let head: Head<'_> = serde_json::from_slice(bytes).map_err(shape_error)?;
    if &*head.format != FORMAT {
        return Err(WorkspaceError::OtherFormat(head.format.0.into_owned()));
    }
    if head.version != VERSION {
        return Err(WorkspaceError::OtherVersion(head.version));
    }
    let shape: WorkspaceShape<'_> = serde_json::from_slice(bytes).map_err(shape_error)?;
    let mut issues = Vec::new();
    let schema = Schema {
        name: shape.name.0.into_owned(),
        guidelines: shape.guidelines.map(|g| g.0.into_owned()),
        overlap: match shape.overlap {
            Some(OverlapShape::Forbid) => Overlap::Forbid,
            Some(OverlapShape::Allow) | None => Overlap::Allow,
        },
        labels: shape.labels.into_iter().enumerate().map(|(at, l)| label(l, at, &mut issues)).collect(),
        attributes: shape.attributes.into_iter().map(attribute).collect(),
        relations: shape.relations.into_iter().map(relation).collect(),
        extra: extra(&shape.unknown),
    };
    let wrong = schema.errors().into_iter();
    issues.extend(
        wrong.map(|e| Issue::new(super::FILE_NAME, sentence(&e.localized()), text("format-schema-hint"))),
    );
    Ok(Decoded { value: schema, issues })
}

fn label(shape: LabelShape<'_>, at: usize, issues: &mut Vec<Issue>) -> Label {
    let next = Hue::ALL[at % Hue::ALL.len()];
    let hue = shape.colour.as_deref().map_or(Some(next), Hue::from_name).unwrap_or_else(|| {
        let what = say!("format-schema-colour", label = &*shape.id);
        let colour = text(&format!("schema-hue-{}", next.name()));
        issues.push(Issue::new(super::FILE_NAME, what, say!("format-schema-colour-hint", colour = colour)));
        next
    });
    let mut key = shape.key.as_deref().unwrap_or_default().chars();
    let key = match (key.next(), key.next()) {
        (Some(key), None) => Some(key),
        (None, _) => None,
        _ => {
            let what = say!("format-schema-key", label = &*shape.id);
            issues.push(Issue::new(super::FILE_NAME, what, text("format-schema-key-hint")));
            None
        }
    };
    Label {
        kind: match shape.kind {
            LabelKindShape::Entity => AnnotationKind::Entity,
            LabelKindShape::Claim => AnnotationKind::Claim,
        },
        name: name(shape.name, &shape.id),
        hue,
        key,
        is_of_article: shape.scope == Some(ScopeShape::Article),
        group: shape.group.0.trim().to_owned(),
        description: shape.description.0.into_owned(),
        attributes: arcs(&shape.attributes),
        aliases: arcs(&shape.aliases),
        extra: extra(&shape.unknown),
        id: Arc::from(&*shape.id),
    }
}

fn attribute(shape: AttributeSpecShape<'_>) -> AttributeSpec {
    let mut extra = extra(&shape.unknown);
    for option in &shape.options {
        keep_unknown(&mut extra, &format!("options/{}/", escape(&option.id)), &option.unknown);
    }
    AttributeSpec {
        name: name(shape.name, &shape.id),
        kind: match shape.kind {
            AttributeTypeShape::Choice => AttributeType::Choice,
            AttributeTypeShape::MultiChoice => AttributeType::MultiChoice,
            AttributeTypeShape::Text => AttributeType::Text,
            AttributeTypeShape::Flag => AttributeType::Flag,
            AttributeTypeShape::Number => AttributeType::Number,
            AttributeTypeShape::Entity => AttributeType::Entity,
        },
        evidence: shape.evidence,
        options: shape
            .options
            .into_iter()
            .map(|o| Choice { name: name(o.name, &o.id), id: Arc::from(&*o.id) })
            .collect(),
        description: shape.description.0.into_owned(),
        extra,
        id: Arc::from(&*shape.id),
    }
}

fn relation(shape: RelationSpecShape<'_>) -> RelationSpec {
    RelationSpec {
        name: name(shape.name, &shape.id),
        from: arcs(&shape.from),
        to: arcs(&shape.to),
        symmetric: shape.symmetric,
        description: shape.description.0.into_owned(),
        extra: extra(&shape.unknown),
        id: Arc::from(&*shape.id),
    }
}

fn name(name: Option<Text<'_>>, id: &str) -> String {
    name.map_or_else(|| id.to_owned(), |n| n.0.into_owned())
}

fn arcs(texts: &[Text<'_>]) -> Vec<Arc<str>> {
    texts.iter().map(|t| Arc::from(&**t)).collect()
}

fn extra(unknown: &crate::format::json::Unknown<'_>) -> Extra {
    let mut extra = Extra::default();
    keep_unknown(&mut extra, "", unknown);
    extra
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
