//! The values of a sidecar that are not plain objects: words of a fixed list, and values of several JSON types.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use indexmap::map::Entry;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::shape::{AttributeShape, ThereShape};
use crate::format::json::Text;

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum StateShape {
    Todo,
    InProgress,
    Done,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum KindShape {
    Entity,
    Claim,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ByShape {
    Hand,
    Propagated,
    Import,
    Model,
    Adjudicated,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum VerdictShape {
    Accepted,
    Rejected,
    Question,
}

/// Attributes in the order of the file.
#[derive(Debug, Default)]
pub(crate) struct AttributesShape<'a>(pub IndexMap<Text<'a>, AttributeShape<'a>>);

impl<'de> Deserialize<'de> for AttributesShape<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AttributesVisitor;
        impl<'de> Visitor<'de> for AttributesVisitor {
            type Value = AttributesShape<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("attributes by identifier")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut found = IndexMap::new();
                while let Some(id) = map.next_key::<Text<'de>>()? {
                    match found.entry(id) {
                        Entry::Occupied(known) => {
                            let id: &str = known.key();
                            return Err(A::Error::custom(format_args!("the attribute `{id}` stands twice")));
                        }
                        Entry::Vacant(place) => {
                            place.insert(map.next_value()?);
                        }
                    }
                }
                Ok(AttributesShape(found))
            }
        }
        deserializer.deserialize_map(AttributesVisitor)
    }
}

impl JsonSchema for AttributesShape<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Attributes".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        std::collections::BTreeMap::<String, AttributeShape<'_>>::json_schema(generator)
    }
}

/// What an attribute says, by its JSON type.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(crate) enum ValueShape<'a> {
    Text(Text<'a>),
    Many(Vec<Text<'a>>),
    Flag(bool),
    Number(f64),
}

impl<'de> Deserialize<'de> for ValueShape<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ValueVisitor;
        impl<'de> Visitor<'de> for ValueVisitor {
            type Value = ValueShape<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, a list of texts, true, false or a number")
            }

            fn visit_bool<E: Error>(self, flag: bool) -> Result<Self::Value, E> {
                Ok(ValueShape::Flag(flag))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
                Ok(ValueShape::Number(number))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
                exact(number < 0, number.unsigned_abs())
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
                exact(false, number)
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(ValueShape::Text(Text(Cow::Borrowed(text))))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(ValueShape::Text(Text(Cow::Owned(text.to_owned()))))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut many = Vec::new();
                while let Some(text) = seq.next_element()? {
                    many.push(text);
                }
                Ok(ValueShape::Many(many))
            }
        }
        deserializer.deserialize_any(ValueVisitor)
    }
}

/// A whole number, if a double holds it exactly; otherwise writing it back would change it.
fn exact<'a, E: Error>(negative: bool, magnitude: u64) -> Result<ValueShape<'a>, E> {
    if magnitude > 1 << 53 {
        return Err(E::custom("the number is too large to be kept exactly"));
    }
    #[expect(clippy::cast_precision_loss, reason = "checked just above")]
    let number = magnitude as f64;
    Ok(ValueShape::Number(if negative { -number } else { number }))
}

/// Where a relation ends.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(crate) enum EndShape<'a> {
    /// An annotation of this file, by identifier.
    Here(Text<'a>),
    /// One of another.
    There(ThereShape<'a>),
}

impl<'de> Deserialize<'de> for EndShape<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EndVisitor;
        impl<'de> Visitor<'de> for EndVisitor {
            type Value = EndShape<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an annotation's identifier, or where to find it")
            }

            fn visit_borrowed_str<E: Error>(self, id: &'de str) -> Result<Self::Value, E> {
                Ok(EndShape::Here(Text(Cow::Borrowed(id))))
            }

            fn visit_str<E: Error>(self, id: &str) -> Result<Self::Value, E> {
                Ok(EndShape::Here(Text(Cow::Owned(id.to_owned()))))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                ThereShape::deserialize(MapAccessDeserializer::new(map)).map(EndShape::There)
            }
        }
        deserializer.deserialize_any(EndVisitor)
    }
}

/// What an annotation came from: one text, or several, which are one a line.
#[derive(Debug)]
pub(crate) struct SourcesShape<'a>(pub Cow<'a, str>);

impl<'de> Deserialize<'de> for SourcesShape<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SourcesVisitor;
        impl<'de> Visitor<'de> for SourcesVisitor {
            type Value = SourcesShape<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or a list of texts")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(SourcesShape(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(SourcesShape(Cow::Owned(text.to_owned())))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut all = String::new();
                while let Some(text) = seq.next_element::<Text<'de>>()? {
                    if !all.is_empty() {
                        all.push('\n');
                    }
                    all.push_str(&text);
                }
                Ok(SourcesShape(Cow::Owned(all)))
            }
        }
        deserializer.deserialize_any(SourcesVisitor)
    }
}

impl JsonSchema for SourcesShape<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Sources".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] })
    }
}
