//! Rows of JSON as columns of Arrow.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Float64Array, Int64Array, ListArray, RecordBatch, StringArray, StructArray,
};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields, SchemaRef};
use serde_json_borrow::Value;

/// Rows as one batch: each row an object of JSON on a line of its own.
///
/// A member that the schema does not name is an error, one that is missing or `null` is null.
///
/// # Errors
/// When a line is no object, or a value is not of its column's type.
pub(super) fn batch(schema: &SchemaRef, lines: &[u8]) -> Result<RecordBatch, ArrowError> {
    let mut rows = Vec::new();
    for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        rows.push(
            serde_json::from_slice::<Value<'_>>(line).map_err(|e| ArrowError::JsonError(e.to_string()))?,
        );
    }
    let rows: Vec<Option<&Value<'_>>> = rows.iter().map(Some).collect();
    Ok(RecordBatch::from(structs(schema.fields(), &rows)?))
}

fn column(of: &DataType, values: &[Option<&Value<'_>>]) -> Result<ArrayRef, ArrowError> {
    Ok(match of {
        DataType::Utf8 => Arc::new(scalars::<StringArray, _>(values, "a text", Value::as_str)?),
        DataType::Int64 => Arc::new(scalars::<Int64Array, _>(values, "a whole number", Value::as_i64)?),
        DataType::Float64 => Arc::new(scalars::<Float64Array, _>(values, "a number", Value::as_f64)?),
        DataType::Boolean => Arc::new(scalars::<BooleanArray, _>(values, "true or false", Value::as_bool)?),
        DataType::Struct(fields) => Arc::new(structs(fields, values)?),
        DataType::List(item) => Arc::new(lists(item, values)?),
        other => return Err(ArrowError::NotYetImplemented(format!("a column of {other}"))),
    })
}

fn scalars<'v, A, T>(
    values: &[Option<&'v Value<'v>>],
    expected: &str,
    read: impl Fn(&'v Value<'v>) -> Option<T>,
) -> Result<A, ArrowError>
where
    A: FromIterator<Option<T>>,
{
    values.iter().map(|value| value.map(|v| read(v).ok_or_else(|| unlike(expected, v))).transpose()).collect()
}

fn structs(fields: &Fields, values: &[Option<&Value<'_>>]) -> Result<StructArray, ArrowError> {
    let mut members = vec![Vec::with_capacity(values.len()); fields.len()];
    for value in values {
        for column in &mut members {
            column.push(None);
        }
        let Some(value) = value else { continue };
        let object = value.as_object().ok_or_else(|| unlike("an object", value))?;
        for (name, member) in object.iter() {
            let (at, _) = fields
                .find(name)
                .ok_or_else(|| ArrowError::JsonError(format!("there is no column {name}")))?;
            if let (Some(place), false) = (members[at].last_mut(), member.is_null()) {
                *place = Some(member);
            }
        }
    }
    let columns: Result<Vec<ArrayRef>, ArrowError> =
        fields.iter().zip(&members).map(|(field, values)| column(field.data_type(), values)).collect();
    StructArray::try_new_with_length(fields.clone(), columns?, nulls(values), values.len())
}

fn lists(item: &Arc<Field>, values: &[Option<&Value<'_>>]) -> Result<ListArray, ArrowError> {
    let (mut items, mut lengths) = (Vec::new(), Vec::with_capacity(values.len()));
    for value in values {
        let before = items.len();
        if let Some(value) = value {
            let list = value.as_array().ok_or_else(|| unlike("a list", value))?;
            items.extend(list.iter().map(|item| Some(item).filter(|item| !item.is_null())));
        }
        lengths.push(items.len() - before);
    }
    let offsets = OffsetBuffer::from_lengths(lengths);
    ListArray::try_new(Arc::clone(item), offsets, column(item.data_type(), &items)?, nulls(values))
}

/// Which values are there; nothing where all are.
fn nulls(values: &[Option<&Value<'_>>]) -> Option<NullBuffer> {
    let there: NullBuffer = values.iter().map(Option::is_some).collect();
    (there.null_count() > 0).then_some(there)
}

fn unlike(expected: &str, found: &Value<'_>) -> ArrowError {
    ArrowError::JsonError(format!("{expected} is expected, not {found}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::cast::AsArray as _;
    use arrow_schema::Schema;

    fn schema() -> SchemaRef {
        let person = Fields::from(vec![
            Field::new("name", DataType::Utf8, true),
            Field::new("ages", DataType::List(Arc::new(Field::new("item", DataType::Int64, true))), true),
        ]);
        Arc::new(Schema::new(vec![
            Field::new("score", DataType::Float64, true),
            Field::new(
                "people",
                DataType::List(Arc::new(Field::new("item", DataType::Struct(person), true))),
                true,
            ),
        ]))
    }

    #[test]
    fn nested_lists_and_what_is_missing_come_into_columns() {
        let lines =
            "{\"score\":1,\"people\":[{\"name\":\"आशा\",\"ages\":[1,null]},null]}\n{\"people\":[]}\n{}\n";
        let batch = batch(&schema(), lines.as_bytes()).unwrap();
        assert_eq!(batch.num_rows(), 3);
        let people = batch.column(1).as_list::<i32>();
        let lengths: Vec<_> = people.iter().map(|row| row.map(|list| list.len())).collect();
        assert_eq!(lengths, [Some(2), Some(0), None]);
        let first = people.value(0);
        let names: Vec<_> = first.as_struct().column(0).as_string::<i32>().iter().collect();
        assert_eq!(names, [Some("आशा"), None]);
        assert_eq!(first.as_struct().column(1).as_list::<i32>().value(0).null_count(), 1);
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let check = |line: &str, expected: &str| {
            assert_eq!(batch(&schema(), line.as_bytes()).unwrap_err().to_string(), expected, "{line}");
        };
        check(r#"{"score":"high"}"#, "Json error: a number is expected, not \"high\"");
        check(r#"{"people":{}}"#, "Json error: a list is expected, not {}");
        check(r#"{"age":1}"#, "Json error: there is no column age");
    }
}
