//! Rows of JSON as columns of Parquet: the values of each, with levels that say where lists begin and what is missing, as the
//! format's specification has them (*Nested Encoding*, after Dremel). Everything may be missing.

use std::io::Write;
use std::sync::Arc;

use crate::words::say;
use ::parquet::basic::{LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::types::{Type, TypePtr};
use bytes::Bytes;
use serde_json_borrow::Value;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    /// A whole number of 64 bits.
    Number,
    /// A number of 64 bits with a point.
    Decimal,
    Flag,
    List(Box<Self>),
    Group(Fields),
}

/// Columns by name.
pub(super) type Fields = Vec<(&'static str, Shape)>;

/// Why a row makes no row of a table.
#[derive(Debug, thiserror::Error)]
pub(super) enum RowError {
    /// It is not JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// There is no such column.
    #[error("{}", say!("format-table-no-column", column = .0.as_str()))]
    NoColumn(String),
    /// A value is of another kind than its column.
    #[error("{}", say!("format-table-unlike", expected = *expected, found = found.as_str()))]
    Unlike {
        /// What the column holds.
        expected: &'static str,
        /// The value.
        found: String,
    },
}

impl Shape {
    /// A list of such values.
    pub(super) fn list(of: Self) -> Self {
        Self::List(Box::new(of))
    }

    /// What Parquet calls it. The inner names of a list are those that Arrow gives it.
    fn parquet(&self, name: &str) -> Result<TypePtr, ParquetError> {
        let primitive =
            |physical| Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
        let optional =
            |fields| Type::group_type_builder(name).with_repetition(Repetition::OPTIONAL).with_fields(fields);
        let made = match self {
            Self::Text => {
                primitive(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).build()
            }
            Self::Number => primitive(Physical::INT64).build(),
            Self::Decimal => primitive(Physical::DOUBLE).build(),
            Self::Flag => primitive(Physical::BOOLEAN).build(),
            Self::List(item) => {
                let items = Type::group_type_builder("list").with_repetition(Repetition::REPEATED);
                let items = items.with_fields(vec![item.parquet("item")?]).build()?;
                optional(vec![Arc::new(items)]).with_logical_type(Some(LogicalType::List)).build()
            }
            Self::Group(fields) => optional(types(fields)?).build(),
        };
        made.map(Arc::new)
    }
}

fn types(fields: &Fields) -> Result<Vec<TypePtr>, ParquetError> {
    fields.iter().map(|(name, shape)| shape.parquet(name)).collect()
}

/// The schema of a file with these columns.
pub(super) fn schema(fields: &Fields) -> Result<TypePtr, ParquetError> {
    Type::group_type_builder("schema").with_fields(types(fields)?).build().map(Arc::new)
}

/// Rows on their way into a file.
#[derive(Debug)]
pub(super) struct Columns {
    fields: Vec<(&'static str, Node)>,
    leaves: Vec<Leaf>,
    rows: usize,
}

/// A column, or what has columns in it, which are numbered from its first to before its last.
#[derive(Debug)]
struct Node {
    first: usize,
    end: usize,
    kind: NodeKind,
}

#[derive(Debug)]
enum NodeKind {
    Leaf,
    List(Box<Node>),
    Group(Vec<(&'static str, Node)>),
}

/// Where a value stands: how much of what is around it is there, which list goes on with it, and how many lists it is in.
#[derive(Clone, Copy)]
struct Level {
    defined: i16,
    repeated: i16,
    lists: i16,
}

#[derive(Debug)]
struct Leaf {
    values: Values,
    defined: Vec<i16>,
    repeated: Vec<i16>,
}

#[derive(Debug)]
enum Values {
    /// All texts, and where each ends.
    Texts(Vec<u8>, Vec<usize>),
    Numbers(Vec<i64>),
    Decimals(Vec<f64>),
    Flags(Vec<bool>),
}

impl Columns {
    pub(super) fn new(fields: &Fields) -> Self {
        let mut leaves = Vec::new();
        let fields = fields.iter().map(|(name, shape)| (*name, Node::new(shape, &mut leaves))).collect();
        Self { fields, leaves, rows: 0 }
    }

    /// Rows that are held.
    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    /// The bytes that they take.
    pub(super) fn bytes(&self) -> usize {
        self.leaves.iter().map(|leaf| leaf.values.bytes() + leaf.defined.len() * 4).sum()
    }

    /// Adds a row, an object of JSON; gives how many items there are in its list of that name.
    ///
    /// A member that no column is called after is an error, one that is missing or `null` is missing in its column.
    pub(super) fn push(&mut self, line: &[u8], counted: &str) -> Result<usize, RowError> {
        let row: Value<'_> = serde_json::from_slice(line)?;
        let level = Level { defined: 0, repeated: 0, lists: 0 };
        put_members(&self.fields, &row, level, &mut self.leaves)?;
        self.rows += 1;
        Ok(row.get(counted).as_array().map_or(0, <[_]>::len))
    }

    /// Writes all rows as one row group; none are held then.
    pub(super) fn write<W: Write + Send>(
        &mut self,
        out: &mut SerializedFileWriter<W>,
    ) -> Result<(), ParquetError> {
        let mut group = out.next_row_group()?;
        for leaf in &mut self.leaves {
            let Some(mut column) = group.next_column()? else { break };
            let levels = (Some(&*leaf.defined), Some(&*leaf.repeated));
            match &mut leaf.values {
                Values::Texts(bytes, ends) => {
                    let bytes = Bytes::from(std::mem::take(bytes));
                    let starts = std::iter::once(0).chain(ends.iter().copied());
                    let texts =
                        starts.zip(&*ends).map(|(start, end)| ByteArray::from(bytes.slice(start..*end)));
                    let texts: Vec<ByteArray> = texts.collect();
                    column.typed::<ByteArrayType>().write_batch(&texts, levels.0, levels.1)?;
                }
                Values::Numbers(all) => {
                    column.typed::<Int64Type>().write_batch(all, levels.0, levels.1)?;
                }
                Values::Decimals(all) => {
                    column.typed::<DoubleType>().write_batch(all, levels.0, levels.1)?;
                }
                Values::Flags(all) => {
                    column.typed::<BoolType>().write_batch(all, levels.0, levels.1)?;
                }
            }
            column.close()?;
            leaf.clear();
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }
}

impl Node {
    fn new(shape: &Shape, leaves: &mut Vec<Leaf>) -> Self {
        let first = leaves.len();
        let mut leaf = |values| {
            leaves.push(Leaf { values, defined: Vec::new(), repeated: Vec::new() });
            NodeKind::Leaf
        };
        let kind = match shape {
            Shape::Text => leaf(Values::Texts(Vec::new(), Vec::new())),
            Shape::Number => leaf(Values::Numbers(Vec::new())),
            Shape::Decimal => leaf(Values::Decimals(Vec::new())),
            Shape::Flag => leaf(Values::Flags(Vec::new())),
            Shape::List(item) => NodeKind::List(Box::new(Self::new(item, leaves))),
            Shape::Group(fields) => NodeKind::Group(
                fields.iter().map(|(name, shape)| (*name, Self::new(shape, leaves))).collect(),
            ),
        };
        Self { first, end: leaves.len(), kind }
    }

    fn put(&self, value: Option<&Value<'_>>, at: Level, leaves: &mut [Leaf]) -> Result<(), RowError> {
        let Some(value) = value.filter(|value| !value.is_null()) else {
            self.missing(at, leaves);
            return Ok(());
        };
        let there = Level { defined: at.defined + 1, ..at };
        match &self.kind {
            NodeKind::Leaf => leaves[self.first].push(value, there)?,
            NodeKind::Group(fields) => put_members(fields, value, there, leaves)?,
            NodeKind::List(item) => {
                let list = value.as_array().ok_or_else(|| unlike("a list", value))?;
                if list.is_empty() {
                    self.missing(there, leaves);
                }
                let lists = at.lists + 1;
                for (n, one) in list.iter().enumerate() {
                    let repeated = if n == 0 { at.repeated } else { lists };
                    item.put(Some(one), Level { defined: there.defined + 1, repeated, lists }, leaves)?;
                }
            }
        }
        Ok(())
    }

    fn missing(&self, at: Level, leaves: &mut [Leaf]) {
        for leaf in &mut leaves[self.first..self.end] {
            leaf.level(at);
        }
    }
}

fn put_members(
    fields: &[(&'static str, Node)],
    value: &Value<'_>,
    at: Level,
    leaves: &mut [Leaf],
) -> Result<(), RowError> {
    let object = value.as_object().ok_or_else(|| unlike("an object", value))?;
    if let Some((name, _)) = object.iter().find(|(name, _)| fields.iter().all(|(known, _)| known != name)) {
        return Err(RowError::NoColumn(name.to_owned()));
    }
    for (name, node) in fields {
        let member = object.iter().find(|(known, _)| known == name).map(|(_, member)| member);
        node.put(member, at, leaves)?;
    }
    Ok(())
}

impl Leaf {
    fn level(&mut self, at: Level) {
        self.defined.push(at.defined);
        self.repeated.push(at.repeated);
    }

    fn push(&mut self, value: &Value<'_>, at: Level) -> Result<(), RowError> {
        match &mut self.values {
            Values::Texts(bytes, ends) => {
                let text = value.as_str().ok_or_else(|| unlike("a text", value))?;
                bytes.extend_from_slice(text.as_bytes());
                ends.push(bytes.len());
            }
            Values::Numbers(all) => all.push(value.as_i64().ok_or_else(|| unlike("a whole number", value))?),
            Values::Decimals(all) => all.push(value.as_f64().ok_or_else(|| unlike("a number", value))?),
            Values::Flags(all) => all.push(value.as_bool().ok_or_else(|| unlike("true or false", value))?),
        }
        self.level(at);
        Ok(())
    }

    fn clear(&mut self) {
        self.values.clear();
        self.defined.clear();
        self.repeated.clear();
    }
}

impl Values {
    const fn bytes(&self) -> usize {
        match self {
            Self::Texts(bytes, ends) => bytes.len() + ends.len() * 8,
            Self::Numbers(all) => all.len() * 8,
            Self::Decimals(all) => all.len() * 8,
            Self::Flags(all) => all.len(),
        }
    }

    fn clear(&mut self) {
        match self {
            Self::Texts(bytes, ends) => {
                bytes.clear();
                ends.clear();
            }
            Self::Numbers(all) => all.clear(),
            Self::Decimals(all) => all.clear(),
            Self::Flags(all) => all.clear(),
        }
    }
}

fn unlike(expected: &'static str, found: &Value<'_>) -> RowError {
    RowError::Unlike { expected, found: found.to_string() }
}

#[cfg(test)]
mod tests {
    use ::parquet::file::reader::{FileReader as _, SerializedFileReader};
    use ::parquet::record::Row;

    use super::*;

    fn fields() -> Fields {
        let person = vec![("name", Shape::Text), ("ages", Shape::list(Shape::Number))];
        let flags = Shape::list(Shape::list(Shape::Flag));
        vec![("score", Shape::Decimal), ("people", Shape::list(Shape::Group(person))), ("flags", flags)]
    }

    /// The rows as the library's own reader puts them together again.
    fn rows(lines: &[&str]) -> Vec<String> {
        let mut columns = Columns::new(&fields());
        let mut out =
            SerializedFileWriter::new(Vec::new(), schema(&fields()).unwrap(), Arc::default()).unwrap();
        for line in lines {
            columns.push(line.as_bytes(), "").unwrap();
        }
        assert_eq!(columns.rows(), lines.len());
        columns.write(&mut out).unwrap();
        assert_eq!((columns.rows(), columns.bytes()), (0, 0));
        let file = SerializedFileReader::new(Bytes::from(out.into_inner().unwrap())).unwrap();
        let row = |row: Result<Row, _>| row.unwrap().to_string();
        file.get_row_iter(None).unwrap().map(row).collect()
    }

    #[test]
    fn nested_lists_and_what_is_missing_come_into_columns() {
        let lines = [
            r#"{"score":1.5,"people":[{"name":"आशा","ages":[1,null]},null],"flags":[[true,false],[],null,[true]]}"#,
            r#"{"people":[],"flags":null,"score":null}"#,
            "{}",
            r#"{"people":[{"ages":[]},{"ages":[2,3]}],"flags":[[]],"score":2.5}"#,
        ];
        let expected = [
            r#"{score: 1.5, people: [{name: "आशा", ages: [1, null]}, null], flags: [[true, false], [], null, [true]]}"#,
            "{score: null, people: [], flags: null}",
            "{score: null, people: null, flags: null}",
            "{score: 2.5, people: [{name: null, ages: []}, {name: null, ages: [2, 3]}], flags: [[]]}",
        ];
        assert_eq!(rows(&lines), expected);
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let check = |line: &str, expected: &str| {
            let error = Columns::new(&fields()).push(line.as_bytes(), "").unwrap_err();
            assert_eq!(error.to_string(), expected, "{line}");
        };
        check(r#"{"score":"high"}"#, "a number is expected, not \"high\"");
        check(r#"{"people":{}}"#, "a list is expected, not {}");
        check(r#"{"age":1}"#, "there is no column age");
    }
}
