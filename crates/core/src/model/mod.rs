//! What an analyst means: documents, labels, annotations, and one annotator's set of them.
//!
//! Plain values: no file shapes, no window, no clock. Times and identifiers are passed in.

mod annotation;
mod attribute;
mod document;
mod extra;
mod id;
mod news;
mod relation;
mod review;
mod schema;
mod set;

pub use annotation::{Annotation, AnnotationKind, Origin, OriginKind};
pub use attribute::{AttributeValue, Evidence, Value};
pub use document::{Document, State};
pub use extra::Extra;
pub use id::{AnnotationId, Annotator, AnnotatorError, EntityId, Timestamp};
pub use news::news_schema;
pub use relation::{Relation, RelationEnd};
pub use review::{Review, ReviewTarget, Verdict};
pub use schema::{
    AttributeSpec, AttributeType, Choice, Hue, Label, Overlap, RelationSpec, Schema, SchemaError,
};
pub use set::{AnnotationSet, Unread};
