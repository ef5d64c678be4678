//! Rows as lines of JSON into an Apache Parquet file, and the file read again.

use std::io::Write;
use std::sync::Arc;

use ::parquet::basic::Compression;
use ::parquet::column::reader::{ColumnReader, ColumnReaderImpl, get_typed_column_reader};
use ::parquet::data_type::{ByteArrayType, DataType, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::{WriterProperties, WriterPropertiesBuilder};
use ::parquet::file::reader::{ChunkReader, FileReader as _, SerializedFileReader};
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::types::ColumnPath;

use super::columns::{self, Columns, Fields, Shape};
use super::huggingface;
use crate::model::Schema;
use crate::words::{say, shown};

/// Bytes of values that make a row group.
const ROW_GROUP_BYTES: usize = 8 << 20;
/// Rows that are read again at once.
const ROWS_AT_ONCE: usize = 64;
/// The list whose items are counted.
const SPANS: &str = "spans";

/// Why rows made no file.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// A row has not the shape of the table.
    #[error("{}", say!("format-table-row", error = .0.as_str()))]
    Row(String),
    /// The file cannot be written or read.
    #[error("{0}")]
    Parquet(#[from] ParquetError),
    /// A span's words are not what stands there.
    #[error("{}", say!("format-table-quote", file = file.as_str(), start = shown(start), end = shown(end)))]
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
    /// Rows that are not in the file yet.
    columns: Columns,
    writer: SerializedFileWriter<W>,
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
        let mut properties = WriterProperties::builder();
        // Texts that hardly ever come twice gain nothing by a dictionary.
        for column in ["text", "spans.list.item.id", "spans.list.item.quote"] {
            properties = properties.set_column_dictionary_enabled(path(column), false);
        }
        // `datasets` looks there to know class labels again.
        let known = KeyValue::new("huggingface".to_owned(), huggingface::features(schema).to_string());
        Self::new(out, &fields(), properties.set_key_value_metadata(Some(vec![known])))
    }

    /// Begins a file of other columns than those of annotations.
    pub(super) fn of_columns(out: W, fields: &Fields) -> Result<Self, TableError> {
        Self::new(out, fields, WriterProperties::builder())
    }

    fn new(out: W, fields: &Fields, properties: WriterPropertiesBuilder) -> Result<Self, TableError> {
        let properties = properties.set_compression(Compression::SNAPPY).build();
        let writer = SerializedFileWriter::new(out, columns::schema(fields)?, Arc::new(properties))?;
        Ok(Self { columns: Columns::new(fields), writer, written: Rows::default() })
    }

    /// Adds rows, each a line of JSON.
    ///
    /// # Errors
    /// When they have not the shape of the table, or the file cannot be written.
    pub fn push(&mut self, lines: &[u8]) -> Result<(), TableError> {
        for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let spans = self.columns.push(line, SPANS).map_err(|error| TableError::Row(error.to_string()))?;
            self.written.rows += 1;
            self.written.spans += spans;
        }
        if self.columns.bytes() >= ROW_GROUP_BYTES {
            self.columns.write(&mut self.writer)?;
        }
        Ok(())
    }

    /// How long the file is, and what is not written yet of it would be at most.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        (self.writer.bytes_written() + self.columns.bytes()) as u64
    }

    /// Ends the file; gives it, with how much was written.
    ///
    /// # Errors
    /// As [`ParquetTable::push`].
    pub fn finish(mut self) -> Result<(W, Rows), TableError> {
        if self.columns.rows() > 0 {
            self.columns.write(&mut self.writer)?;
        }
        Ok((self.writer.into_inner()?, self.written))
    }
}

fn path(column: &str) -> ColumnPath {
    ColumnPath::new(column.split('.').map(str::to_owned).collect())
}

/// Reads a file again: gives how much it holds, having held each span's quote against the text.
///
/// # Errors
/// When it cannot be read, or a quote is not what stands there.
pub fn count_rows(file: impl ChunkReader + 'static) -> Result<Rows, TableError> {
    let mut rows = Rows::default();
    let file = SerializedFileReader::new(file)?;
    let columns = file.metadata().file_metadata().schema_descr_ptr();
    for number in 0..file.num_row_groups() {
        let group = file.get_row_group(number)?;
        let open = |name: &str| -> Result<ColumnReader, TableError> {
            let at = (0..columns.num_columns()).find(|at| columns.column(*at).path().string() == name);
            let at = at.ok_or_else(|| TableError::Row(format!("there is no column {name}")))?;
            Ok(group.get_column_reader(at)?)
        };
        let mut names = Cells::<ByteArrayType>::new(open("file")?);
        let mut texts = Cells::<ByteArrayType>::new(open("text")?);
        let mut spans = Quotes::open("spans.list.item", &open)?;
        let mut evidence = Quotes::open("spans.list.item.attributes.list.item.evidence", &open)?;
        loop {
            let read = names.read()?;
            if read == 0 {
                break;
            }
            rows.rows += read;
            texts.read()?;
            spans.read()?;
            evidence.read()?;
            rows.spans += spans.starts.values.len();
            let texts = texts.by_row()?;
            spans.stand(&names, &texts)?;
            evidence.stand(&names, &texts)?;
        }
    }
    Ok(rows)
}

/// Values of a column, with their rows among those that were read at once.
struct Cells<T: DataType> {
    reader: ColumnReaderImpl<T>,
    values: Vec<T::T>,
    defined: Vec<i16>,
    repeated: Vec<i16>,
}

impl<T: DataType> Cells<T> {
    fn new(reader: ColumnReader) -> Self {
        let reader = get_typed_column_reader(reader);
        Self { reader, values: Vec::new(), defined: Vec::new(), repeated: Vec::new() }
    }

    /// Reads the next rows; says how many there were.
    fn read(&mut self) -> Result<usize, ParquetError> {
        self.values.clear();
        self.defined.clear();
        self.repeated.clear();
        let levels = (Some(&mut self.defined), Some(&mut self.repeated));
        Ok(self.reader.read_records(ROWS_AT_ONCE, levels.0, levels.1, &mut self.values)?.0)
    }

    /// The row of each value, of a column that is `most` levels deep.
    fn rows(&self, most: i16) -> impl Iterator<Item = usize> {
        let mut row = 0;
        let level = move |(n, defined): (usize, &i16)| {
            row += usize::from(n > 0 && self.repeated.get(n).is_none_or(|repeated| *repeated == 0));
            (*defined == most).then_some(row)
        };
        self.defined.iter().enumerate().filter_map(level)
    }
}

impl Cells<ByteArrayType> {
    /// The text of each row.
    fn by_row(&self) -> Result<Vec<&str>, ParquetError> {
        let mut all = vec![""; self.defined.len()];
        for (row, value) in self.rows(1).zip(&self.values) {
            all[row] = value.as_utf8()?;
        }
        Ok(all)
    }
}

/// Starts, ends and quotes of what stands in texts.
struct Quotes {
    starts: Cells<Int64Type>,
    ends: Cells<Int64Type>,
    words: Cells<ByteArrayType>,
}

impl Quotes {
    fn open(
        group: &str,
        open: &impl Fn(&str) -> Result<ColumnReader, TableError>,
    ) -> Result<Self, TableError> {
        Ok(Self {
            starts: Cells::new(open(&format!("{group}.start"))?),
            ends: Cells::new(open(&format!("{group}.end"))?),
            words: Cells::new(open(&format!("{group}.quote"))?),
        })
    }

    fn read(&mut self) -> Result<(), ParquetError> {
        self.starts.read()?;
        self.ends.read()?;
        self.words.read()?;
        Ok(())
    }

    /// Whether each quote is what stands at its start and end in the text of its row.
    fn stand(&self, files: &Cells<ByteArrayType>, texts: &[&str]) -> Result<(), TableError> {
        let most = self.starts.defined.iter().copied().max().unwrap_or_default();
        let (starts, ends, quotes) = (&self.starts.values, &self.ends.values, &self.words.values);
        if [ends.len(), quotes.len()] != [starts.len(); 2] {
            return Err(TableError::Row("a span lacks its start, its end or its quote".to_owned()));
        }
        if starts.is_empty() {
            return Ok(());
        }
        let mut known: Option<(usize, Vec<usize>)> = None;
        for (n, row) in self.starts.rows(most).enumerate() {
            let text = texts.get(row).copied().unwrap_or_default();
            if known.as_ref().is_none_or(|(known, _)| *known != row) {
                let places = text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len()));
                known = Some((row, places.collect()));
            }
            let place = |at: i64| known.as_ref()?.1.get(usize::try_from(at).ok()?).copied();
            let (start, end) = (starts[n], ends[n]);
            let found = place(start).zip(place(end)).and_then(|(start, end)| text.get(start..end));
            if found != Some(quotes[n].as_utf8()?) {
                let file = files.by_row()?.get(row).copied().unwrap_or_default().to_owned();
                return Err(TableError::Quote { file, start, end });
            }
        }
        Ok(())
    }
}

/// The columns of [`huggingface`].
fn fields() -> Fields {
    use Shape::{Decimal, Flag, Group, Number, Text};
    let evidence = vec![("start", Number), ("end", Number), ("quote", Text)];
    let attribute = vec![
        ("name", Text),
        ("value", Text),
        ("values", Shape::list(Text)),
        ("number", Decimal),
        ("flag", Flag),
        ("entity", Text),
        ("evidence", Group(evidence)),
    ];
    let span = vec![
        ("id", Text),
        ("part", Number),
        ("start", Number),
        ("end", Number),
        ("label", Text),
        ("layer", Text),
        ("quote", Text),
        ("entity", Text),
        ("attributes", Shape::list(Group(attribute))),
        ("note", Text),
        ("origin", Text),
        ("score", Decimal),
    ];
    let relation = ["id", "label", "from", "to", "to_file", "to_annotator"].map(|name| (name, Text)).into();
    vec![
        ("file", Text),
        ("language", Text),
        ("annotator", Text),
        ("state", Text),
        ("text", Text),
        (SPANS, Shape::list(Group(span))),
        ("relations", Shape::list(Group(relation))),
        ("tokens", Shape::list(Text)),
        ("ner_tags", Shape::list(Number)),
        ("ner_tag_names", Shape::list(Text)),
        ("claim_tags", Shape::list(Number)),
        ("claim_tag_names", Shape::list(Text)),
    ]
}
