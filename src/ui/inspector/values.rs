//! Values of attributes in words.

use super::yes_or_no;
use crate::model::{AttributeSpec, Schema, Value};

/// The name of an option, or its identifier where the schema does not know it.
pub(super) fn option_name<'a>(spec: &'a AttributeSpec, id: &'a str) -> &'a str {
    spec.options.iter().find(|o| &*o.id == id).map_or(id, |o| &o.name)
}

/// A value in words.
pub(super) fn value_text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Many(all) => all.join(", "),
        Value::Flag(on) => yes_or_no(*on).to_owned(),
        Value::Number(n) => n.to_string(),
        Value::Entity(entity) => entity.to_string(),
    }
}

/// Name and value of an attribute, as the analyst reads them.
pub(in crate::ui) fn display_name_and_value(schema: &Schema, id: &str, value: &Value) -> (String, String) {
    let Some(spec) = schema.attribute(id) else { return (id.to_owned(), value_text(value)) };
    let value = match value {
        Value::Text(text) => option_name(spec, text).to_owned(),
        Value::Many(all) => all.iter().map(|id| option_name(spec, id)).collect::<Vec<_>>().join(", "),
        other => value_text(other),
    };
    (spec.name.clone(), value)
}
