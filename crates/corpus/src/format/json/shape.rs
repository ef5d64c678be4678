//! Shapes that borrow from the file and keep the keys they do not know.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde_json::value::RawValue;

/// Keys a shape does not know, in the order of the file, with their JSON text. Whether one stands twice is looked up, so that
/// an object costs what it is long.
pub(crate) type Unknown<'a> = IndexMap<Text<'a>, &'a RawValue>;

/// A string of the file, borrowed unless it holds escapes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Text<'a>(pub Cow<'a, str>);

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Text<'_> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}

impl JsonSchema for Text<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// Makes a struct that is read from a JSON object.
///
/// `"key" field: Type` must be there; `"key" field: Type = default` need not. A key that stands twice is an error;
/// keys not listed go to `unknown` with their JSON text. (`#[serde(flatten)]` would buffer every entry instead.)
macro_rules! shape {
    (
        $(#[$doc:meta])*
        $name:ident<$lt:lifetime> {
            $( $(#[$field_doc:meta])* $key:literal $field:ident : $ty:ty $(= $default:expr)? ),* $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, schemars::JsonSchema)]
        #[allow(dead_code, reason = "some keys are in the file for other readers, or told apart before")]
        pub(in crate::format) struct $name<$lt> {
            $( $(#[$field_doc])* #[schemars(rename = $key)] pub $field: $ty, )*
            /// Keys this version does not know.
            #[schemars(skip)]
            pub unknown: $crate::format::json::Unknown<$lt>,
        }

        impl<$lt> serde::Deserialize<$lt> for $name<$lt> {
            fn deserialize<D: serde::Deserializer<$lt>>(deserializer: D) -> Result<Self, D::Error> {
                struct ShapeVisitor;
                impl<$lt> serde::de::Visitor<$lt> for ShapeVisitor {
                    type Value = $name<$lt>;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<$lt>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                        use serde::de::Error as _;
                        $( let mut $field: Option<$ty> = None; )*
                        let mut unknown = $crate::format::json::Unknown::new();
                        while let Some(key) = map.next_key::<$crate::format::json::Text<$lt>>()? {
                            match &*key {
                                $( $key => {
                                    if $field.replace(map.next_value()?).is_some() {
                                        return Err(A::Error::duplicate_field($key));
                                    }
                                } )*
                                _ => match unknown.entry(key) {
                                    indexmap::map::Entry::Occupied(known) => {
                                        let key: &str = known.key();
                                        return Err(A::Error::custom(format_args!("the key `{key}` stands twice")));
                                    }
                                    indexmap::map::Entry::Vacant(place) => {
                                        place.insert(map.next_value()?);
                                    }
                                },
                            }
                        }
                        Ok($name {
                            $( $field: shape!(@field A, $field, $key $(, $default)?), )*
                            unknown,
                        })
                    }
                }
                deserializer.deserialize_map(ShapeVisitor)
            }
        }
    };
    (@field $access:ident, $field:ident, $key:literal) => {
        $field.ok_or_else(|| $access::Error::missing_field($key))?
    };
    (@field $access:ident, $field:ident, $key:literal, $default:expr) => {
        $field.unwrap_or_else(|| $default)
    };
}
pub(in crate::format) use shape;
