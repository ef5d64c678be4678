//! What an analyst means: documents, labels, annotations, and one annotator's set of them.
//!
//! Plain values: no file shapes, no window, no clock. Times and identifiers are passed in.

mod annotation;
mod attribute;
mod content;
mod details;
mod document;
mod entity;
mod entry;
mod extra;
mod field;
mod id;
mod news_schema;
mod orphan;
mod registry;
mod relation;
mod remark;
mod review;
mod schema;
mod set;
mod timestamp;

pub use annotation::{Annotation, AnnotationKind, Origin, OriginKind};
pub use attribute::{AttributeValue, Evidence, Value};
pub use content::{ContentHash, ContentHashError, has_same_content};
pub use details::ArticleDetails;
pub use document::{Document, State};
pub use entity::{EntityId, EntityIdError, EntityRef};
pub use entry::{EditId, EntryChange, SetEntry};
pub use extra::Extra;
pub(crate) use field::compact;
pub use field::{DETAILS, Field, UNLINKED};
pub use id::{AnnotationId, Annotator, AnnotatorError, EntryKey, GOLD};
pub use news_schema::news_schema;
pub use orphan::{Orphan, Place, QuotedSpan};
pub use registry::{
    Alias, Contradiction, Entity, EntityPair, EntityView, Judgement, Registry, RegistryPart, RejectedLink,
    SharedRegistry,
};
pub use relation::{Relation, RelationEnd};
pub use remark::{Remark, RemarkSubject};
pub use review::{Review, ReviewTarget, Verdict};
pub use schema::{
    AttributeSpec, AttributeType, Choice, Hue, KnownSchema, Label, Overlap, RelationSpec, Schema, SchemaError,
};
pub use set::{AnnotationSet, Annotations, AnnotationsIter, Revision, Unread};
pub use timestamp::{Timestamp, TimestampError, Zone};
