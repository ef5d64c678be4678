//! Rows as lines of JSON into an Apache Parquet file, and the file read again.

use std::io::Write;
use std::sync::Arc;

use ::parquet::arrow::ArrowWriter;
use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use ::parquet::basic::Compression;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::reader::ChunkReader;
use ::parquet::schema::types::ColumnPath;
use arrow_array::cast::AsArray as _;
use arrow_array::types::Int64Type;
use arrow_array::{Array as _, RecordBatch, StructArray};
use arrow_schema::{DataType, Field, Fields, SchemaRef};

use super::{columns, huggingface};
use crate::model::Schema;

/// Bytes of JSON that are turned into columns at once.
const BATCH_BYTES: usize = 1 << 19;
/// Bytes of columns that make a row group.
const ROW_GROUP_BYTES: usize = 4 << 20;

/// Why rows made no file.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// A row has not the shape of the table.
    #[error("a row does not fit the table: {0}")]
    Row(#[from] arrow_schema::ArrowError),
    /// The file cannot be written or read.
    #[error("{0}")]
    Parquet(#[from] ::parquet::errors::ParquetError),
    /// A span's words are not what stands there.
    #[error("a span of {file} is not what stands at {start}–{end}")]
    Quote {
        /// The article.
        file: String,
        /// Its start in code points.
        start: i64,
        /// Its end in code points.
        end: i64,
    },
}

/// A Parquet file under way.
pub struct ParquetTable<W: Write + Send> {
    columns: SchemaRef,
    writer: ArrowWriter<W>,
    /// Lines of JSON that are in no column yet.
    pending: Vec<u8>,
    written: Rows,
}

/// How much a table holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Rows: an annotator's annotations of an article each.
    pub rows: usize,
    /// Spans in all of them.
    pub spans: usize,
}

impl<W: Write + Send> std::fmt::Debug for ParquetTable<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ParquetTable").field("written", &self.written).finish_non_exhaustive()
    }
}

impl<W: Write + Send> ParquetTable<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn create(out: W, schema: &Schema) -> Result<Self, TableError> {
        let mut properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
        // Texts that hardly ever come twice gain nothing by a dictionary.
        for column in ["text", "spans.list.item.id", "spans.list.item.quote"] {
            let path = ColumnPath::new(column.split('.').map(str::to_owned).collect());
            properties = properties.set_column_dictionary_enabled(path, false);
        }
        Self::new(out, schema_of_columns(schema), properties.build())
    }

    /// Begins a file of other columns than those of annotations.
    pub(super) fn of_columns(out: W, columns: SchemaRef) -> Result<Self, TableError> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        Self::new(out, columns, properties)
    }

    fn new(out: W, columns: SchemaRef, properties: WriterProperties) -> Result<Self, TableError> {
        let writer = ArrowWriter::try_new(out, columns.clone(), Some(properties))?;
        Ok(Self { columns, writer, pending: Vec::new(), written: Rows::default() })
    }

    /// Adds rows, each a line of JSON.
    ///
    /// # Errors
    /// When they have not the shape of the table, or the file cannot be written.
    pub fn push(&mut self, lines: &[u8]) -> Result<(), TableError> {
        self.pending.extend_from_slice(lines);
        if self.pending.len() >= BATCH_BYTES {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), TableError> {
        if !self.pending.is_empty() {
            let batch = columns::batch(&self.columns, &self.pending)?;
            self.pending.clear();
            self.written.rows += batch.num_rows();
            let spans = batch.column_by_name("spans");
            self.written.spans += spans.map_or(0, |spans| spans.as_list::<i32>().values().len());
            self.writer.write(&batch)?;
        }
        if self.writer.in_progress_size() >= ROW_GROUP_BYTES {
            self.writer.flush()?;
        }
        Ok(())
    }

    /// How long the file is, and what is not written yet of it would be.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        (self.writer.bytes_written() + self.writer.in_progress_size()) as u64
    }

    /// Ends the file; gives it, with how much was written.
    ///
    /// # Errors
    /// As [`ParquetTable::push`].
    pub fn finish(mut self) -> Result<(W, Rows), TableError> {
        self.flush()?;
        Ok((self.writer.into_inner()?, self.written))
    }
}

/// Reads a file again: gives how much it holds, having held each span's quote against the text.
///
/// # Errors
/// When it cannot be read, or a quote is not what stands there.
pub fn count_rows(file: impl ChunkReader + 'static) -> Result<Rows, TableError> {
    let mut rows = Rows::default();
    for batch in ParquetRecordBatchReaderBuilder::try_new(file)?.with_batch_size(64).build()? {
        let batch = batch?;
        rows.rows += batch.num_rows();
        rows.spans += column(&batch, "spans")?.as_list::<i32>().values().len();
        quotes(&batch)?;
    }
    Ok(rows)
}

fn missing(name: &str) -> arrow_schema::ArrowError {
    arrow_schema::ArrowError::SchemaError(format!("there is no column {name}"))
}

fn column<'b>(batch: &'b RecordBatch, name: &str) -> Result<&'b arrow_array::ArrayRef, TableError> {
    Ok(batch.column_by_name(name).ok_or_else(|| missing(name))?)
}

fn quotes(batch: &RecordBatch) -> Result<(), TableError> {
    let (files, texts, lists) = (column(batch, "file")?, column(batch, "text")?, column(batch, "spans")?);
    let (files, texts, lists) = (files.as_string::<i32>(), texts.as_string::<i32>(), lists.as_list::<i32>());
    for row in 0..batch.num_rows() {
        let text = texts.value(row);
        let places: Vec<usize> =
            text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len())).collect();
        let list = lists.value(row);
        let spans: &StructArray = list.as_struct();
        let field = |name: &str| spans.column_by_name(name).ok_or_else(|| missing(name));
        let attributes = field("attributes")?.as_list::<i32>();
        // The values are those of all rows; the offsets say which are of this one.
        let (first, end) = (
            attributes.value_offsets()[0] as usize,
            *attributes.value_offsets().last().unwrap_or(&0) as usize,
        );
        let attributes = attributes.values().slice(first, end.saturating_sub(first));
        let attributes: &StructArray = attributes.as_struct();
        let evidence = attributes.column_by_name("evidence").ok_or_else(|| missing("evidence"))?;
        for quoted in [spans, evidence.as_struct()] {
            stand(quoted, text, &places).map_err(|wrong| match wrong {
                Ok((start, end)) => TableError::Quote { file: files.value(row).to_owned(), start, end },
                Err(missing) => missing.into(),
            })?;
        }
    }
    Ok(())
}

/// Whether each quote is what stands at its start and end; the place of one that is not, or the column that is not there.
fn stand(
    quoted: &StructArray,
    text: &str,
    places: &[usize],
) -> Result<(), Result<(i64, i64), arrow_schema::ArrowError>> {
    let field = |name: &str| quoted.column_by_name(name).ok_or_else(|| Err(missing(name)));
    let (starts, ends, quotes) = (field("start")?, field("end")?, field("quote")?);
    let (starts, ends) = (starts.as_primitive::<Int64Type>(), ends.as_primitive::<Int64Type>());
    for n in (0..quoted.len()).filter(|n| quoted.is_valid(*n)) {
        let (start, end) = (starts.value(n), ends.value(n));
        let place = |at: i64| places.get(usize::try_from(at).ok()?).copied();
        let found = place(start).zip(place(end)).and_then(|(start, end)| text.get(start..end));
        if found != Some(quotes.as_string::<i32>().value(n)) {
            return Err(Ok((start, end)));
        }
    }
    Ok(())
}

/// The columns of [`huggingface`], with what `datasets` looks for to know class labels again.
fn schema_of_columns(schema: &Schema) -> SchemaRef {
    let text = |name: &str| Field::new(name, DataType::Utf8, true);
    let number = |name: &str| Field::new(name, DataType::Int64, true);
    let list = |name: &str, of: DataType| {
        Field::new(name, DataType::List(Arc::new(Field::new("item", of, true))), true)
    };
    let fields = |fields: Vec<Field>| DataType::Struct(Fields::from(fields));
    let evidence = fields(vec![number("start"), number("end"), text("quote")]);
    let attribute = vec![
        text("name"),
        text("value"),
        list("values", DataType::Utf8),
        Field::new("number", DataType::Float64, true),
        Field::new("flag", DataType::Boolean, true),
        text("entity"),
        Field::new("evidence", evidence, true),
    ];
    let span = vec![
        text("id"),
        number("part"),
        number("start"),
        number("end"),
        text("label"),
        text("layer"),
        text("quote"),
        text("entity"),
        list("attributes", fields(attribute)),
        text("note"),
        text("origin"),
        Field::new("score", DataType::Float64, true),
    ];
    let relation: Vec<Field> = ["id", "label", "from", "to", "to_file", "to_annotator"].map(text).into();
    let all = vec![
        text("file"),
        text("language"),
        text("annotator"),
        text("state"),
        text("text"),
        list("spans", fields(span)),
        list("relations", fields(relation)),
        list("tokens", DataType::Utf8),
        list("ner_tags", DataType::Int64),
        list("ner_tag_names", DataType::Utf8),
        list("claim_tags", DataType::Int64),
        list("claim_tag_names", DataType::Utf8),
    ];
    let known = ("huggingface".to_owned(), huggingface::features(schema).to_string());
    Arc::new(arrow_schema::Schema::new_with_metadata(all, std::collections::HashMap::from([known])))
}
