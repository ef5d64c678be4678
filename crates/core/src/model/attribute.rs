//! Values of attributes, each with the words that bear it out.

use super::EntityRef;
use crate::text::Span;

/// What an attribute says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Free text, or the identifier of one choice.
    Text(String),
    /// Identifiers of several choices.
    Many(Vec<String>),
    /// Yes or no.
    Flag(bool),
    /// A finite number.
    Number(f64),
    /// An entity of the registry, the author, a name; or that it was looked for and is not in the text, which an attribute
    /// of any type may say.
    Entity(EntityRef),
}

/// Where in the text an attribute's value is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// The words.
    pub span: Span,
}

/// One attribute of one annotation.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeValue {
    /// What it says.
    pub value: Value,
    /// The words that bear it out.
    pub evidence: Option<Evidence>,
}

impl From<Value> for AttributeValue {
    fn from(value: Value) -> Self {
        Self { value, evidence: None }
    }
}
