//! Files of other tools to records, one after the other: memory holds one record at a time.

use std::io::{self, BufRead, Read as _};

use serde::de::{Deserializer as _, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::parts::{Limit, Limited, MAX_PART_BYTES};
use super::{Article, Format, Reading, Record, Remark, Unread, conll, encoded};
use crate::format::encoding;
use crate::format::localized::Localized as _;
use crate::words::{say, shown};

/// What a file begins with that zlib packed as usual; no JSON begins so.
const ZLIB: u8 = 0x78;

/// What the analyst says of files that do not say it themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The member of each JSON object that is the article's text.
    pub text_field: Option<String>,
    /// Of columns that of the words, and those of tags; the first is one.
    pub columns: Option<(usize, Vec<usize>)>,
}

/// A file to be read.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// What it is called in messages; also the article, where the file names none.
    pub name: &'a str,
    /// The bytes of the file beside it: of the same name with this ending.
    pub beside: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    /// What the analyst says of it.
    pub options: &'a ReadOptions,
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source")
            .field("name", &self.name)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

/// A part of a file that is read as a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    /// The file.
    pub file: &'a str,
    /// The file, and where in it.
    pub place: &'a str,
    /// What the analyst says of it.
    pub options: &'a ReadOptions,
}

/// How a format's files are taken apart.
#[derive(Clone, Copy, Debug)]
pub(super) enum Input {
    /// A JSON value a line; or an array of such.
    Lines(Decode),
    /// One JSON array, or values one after the other.
    Array(Decode),
    /// One JSON value.
    File(Decode),
    /// A file of text or bytes with another beside it: the decoder, and the ending of the other.
    Beside(DecodeBeside, &'static str),
    /// A file that zlib packed; or lines of JSON that hold the same.
    Packed(DecodeBytes, Decode),
    /// Columns.
    Columns,
    /// Comma-separated rows under a header, which a part of a file has not.
    Table(DecodeRow),
    /// Rows of a Parquet file, which is read again as a whole.
    Rows,
    /// A page, held against its article.
    Page(fn(&Article<'_>, &[u8]) -> Result<(), String>),
}

/// A file, and the bytes of the other.
type DecodeBeside = fn(&Entry<'_>, &[u8], Option<Vec<u8>>) -> Result<Reading, String>;
/// A file as a whole.
type DecodeBytes = fn(&Entry<'_>, &[u8]) -> Result<Reading, String>;
/// A row that is not the header.
type DecodeRow = fn(&csv::StringRecord) -> Option<Record>;
/// Where the value stands, and its JSON.
pub(super) type Decode = fn(&Entry<'_>, &str) -> Result<Reading, ReadError>;

/// Why a file gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The system says no.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is not in the encoding that JSON is in.
    #[error("{}", say!("format-read-encoding", error = .0.as_str()))]
    Encoding(String),
    /// It is no JSON.
    #[error("{}", say!("format-read-json", error = .0.localized()))]
    Json(serde_json::Error),
    /// An entry of it is JSON of so many values that they would take more memory than is given to one.
    #[error("{}", say!("format-read-too-many-values", gibibytes = shown(.gibibytes)))]
    TooManyValues {
        /// How much that is.
        gibibytes: u64,
    },
    /// It is no file of the format.
    #[error("{0}")]
    Format(String),
}

// The parser's error is said in the message, so it is no source of it.
impl From<serde_json::Error> for ReadError {
    fn from(error: serde_json::Error) -> Self {
        // The parser says so of bytes, not of what is escaped.
        let said = error.to_string();
        if said.starts_with("invalid unicode code point") { Self::Encoding(said) } else { Self::Json(error) }
    }
}

/// Reads a file; `consume` gets what is read as it comes.
///
/// # Errors
/// When the file as a whole cannot be read; a part that cannot is a remark.
pub fn read(
    format: &Format,
    source: &Source<'_>,
    file: &mut dyn BufRead,
    consume: &mut dyn FnMut(Reading),
) -> Result<(), ReadError> {
    read_up_to(&Limit::new(MAX_PART_BYTES), format, source, file, consume)
}

/// [`read`] with a limit for each part of a file that is read at once.
pub(super) fn read_up_to(
    limit: &Limit,
    format: &Format,
    source: &Source<'_>,
    file: &mut dyn BufRead,
    consume: &mut dyn FnMut(Reading),
) -> Result<(), ReadError> {
    // What a buffer holds at first may be two bytes, by which it was told whether a file is packed.
    let head = all_of(&mut io::Read::take(&mut *file, Unread::HEAD_BYTES as u64))?;
    let mut file = head.as_slice().chain(file);
    let file: &mut dyn BufRead = &mut Limited::new(&mut file, limit);
    if let Some(unread) = Unread::of_bytes(&head).filter(|_| format.is_read()) {
        return Err(ReadError::Format(unread.told().to_owned()));
    }
    let is_json =
        matches!(format.input, Input::Lines(_) | Input::Array(_) | Input::File(_) | Input::Packed(..));
    let Some(encoding) = encoded::wide(&head).filter(|_| is_json) else {
        return parts((source, limit), format, file, consume);
    };
    let mut remarks = Vec::new();
    let text = encoded::json(source.name, &all_of(file)?, encoding, &mut remarks);
    consume(Reading { records: Vec::new(), remarks });
    limit.renew();
    parts((source, limit), format, &mut Limited::new(&mut text.as_bytes(), limit), consume)
}

/// A file by the parts that its format has.
fn parts(
    (source, limit): (&Source<'_>, &Limit),
    format: &Format,
    file: &mut dyn BufRead,
    consume: &mut dyn FnMut(Reading),
) -> Result<(), ReadError> {
    match format.input {
        Input::Lines(decode) => values_of_lines((source, limit), file, decode, consume),
        Input::Rows | Input::Page(_) => Ok(()),
        Input::Array(decode) => array((source, limit), file, decode, consume),
        Input::File(decode) => value(source, source.name, &all_of(file)?, decode, consume),
        Input::Beside(decode, ending) => {
            let bytes = all_of(file)?;
            let entry = Entry { file: source.name, place: source.name, options: source.options };
            let other = if ending.is_empty() { None } else { (source.beside)(ending) };
            consume(decode(&entry, &bytes, other).map_err(ReadError::Format)?);
            Ok(())
        }
        Input::Packed(decode, decode_json) => {
            if file.fill_buf()?.first() != Some(&ZLIB) {
                return values_of_lines((source, limit), file, decode_json, consume);
            }
            let entry = Entry { file: source.name, place: source.name, options: source.options };
            consume(decode(&entry, &all_of(file)?).map_err(ReadError::Format)?);
            Ok(())
        }
        Input::Columns => columns((source, limit), file, consume),
        Input::Table(decode) => {
            let rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file);
            for row in rows.into_records() {
                limit.renew();
                let records = decode(&row.map_err(io::Error::other)?).into_iter().collect();
                consume(Reading { records, remarks: Vec::new() });
            }
            Ok(())
        }
    }
}

fn all_of(file: &mut dyn BufRead) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Columns, line by line while these are in UTF-8, or once one was that has more than ASCII; what they are in else, the rest of
/// the file tells together.
fn columns(
    (source, limit): (&Source<'_>, &Limit),
    file: &mut dyn BufRead,
    consume: &mut dyn FnMut(Reading),
) -> Result<(), ReadError> {
    let mut columns = conll::Columns::new(source);
    let (mut line, mut number, mut is_ascii) = (Vec::new(), 1, true);
    while file.read_until(b'\n', &mut line)? > 0 {
        let is_wide = number == 1 && encoded::is_wide(&line);
        let Some(text) = simdutf8::basic::from_utf8(&line).ok().filter(|_| !is_wide) else {
            let (place, mut remarks) = (format!("{}, line {number}", source.name), Vec::new());
            if !is_ascii && !is_wide {
                let text = encoded::utf8(&place, &line, &mut remarks);
                consume(Reading { records: Vec::new(), remarks });
                columns.line(number, text.strip_suffix('\n').unwrap_or(&text), consume);
                number += 1;
                line.clear();
                limit.renew();
                continue;
            }
            file.read_to_end(&mut line)?;
            let text = encoded::text(&place, &line, &mut remarks);
            consume(Reading { records: Vec::new(), remarks });
            text.lines().enumerate().for_each(|(n, line)| columns.line(number + n, line, consume));
            break;
        };
        is_ascii &= text.is_ascii();
        let text = if number == 1 { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text };
        columns.line(number, text.strip_suffix('\n').unwrap_or(text), consume);
        number += 1;
        line.clear();
        limit.renew();
    }
    columns.end(consume);
    Ok(())
}

fn lines(file: &mut dyn BufRead, limit: &Limit, each: &mut dyn FnMut(usize, &[u8])) -> Result<(), ReadError> {
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        limit.renew();
        if file.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        number += 1;
        let content = if number == 1 { encoding::without_bom(&line) } else { &line };
        each(number, content.strip_suffix(b"\n").unwrap_or(content));
    }
}

/// Bytes of the first line that are looked at to see what a file is.
const FIRST_BYTES: u64 = 64 << 20;

/// A value a line. A file that is one array instead, or values over several lines, is read as that.
fn values_of_lines(
    (source, limit): (&Source<'_>, &Limit),
    file: &mut dyn BufRead,
    decode: Decode,
    consume: &mut dyn FnMut(Reading),
) -> Result<(), ReadError> {
    let mut first = Vec::new();
    loop {
        let seen = first.len();
        if (&mut *file).take(FIRST_BYTES).read_until(b'\n', &mut first)? == 0 {
            return Ok(());
        }
        if !first[seen..].trim_ascii().is_empty() {
            break;
        }
    }
    let begin = encoding::without_bom(first.trim_ascii()).trim_ascii();
    let is_whole = serde_json::from_slice::<&RawValue>(begin).is_ok();
    // A line that does not end in sight is an array of many entries.
    let is_cut = !first.ends_with(b"\n") && !file.fill_buf()?.is_empty();
    let is_opened = begin == b"{" || begin.starts_with(b"[") && (!is_cut || is_list_of_values(begin));
    let mut all = io::BufReader::new(io::Cursor::new(first).chain(file));
    if is_opened && !is_whole {
        return array((source, limit), &mut all, decode, consume);
    }
    lines(&mut all, limit, &mut |number, line| {
        if line.trim_ascii().is_empty() {
            return;
        }
        let place = format!("{}, line {number}", source.name);
        let line = line.trim_ascii();
        if is_list_of_values(line) {
            let mut each = |number: usize, json: &RawValue| {
                part(source, &format!("{place}, item {number}"), json.get().as_bytes(), decode, consume);
            };
            let mut deserializer = serde_json::Deserializer::from_slice(line);
            if let Err(error) = deserializer.deserialize_seq(Elements(&mut each)) {
                consume(unread(&place, &error.to_string()));
            }
            return;
        }
        part(source, &place, line, decode, consume);
    })
}

/// Whether a line is an array of objects or arrays, and not one value that is written as an array.
fn is_list_of_values(line: &[u8]) -> bool {
    let within = line.strip_prefix(b"[").map(<[u8]>::trim_ascii_start);
    within.is_some_and(|within| within.starts_with(b"{") || within.starts_with(b"["))
}

/// A part of a file; what cannot be read is a remark.
fn part(source: &Source<'_>, place: &str, json: &[u8], decode: Decode, consume: &mut dyn FnMut(Reading)) {
    if let Err(error) = value(source, place, json, decode, consume) {
        consume(unread(place, &error.to_string()));
    }
}

fn unread(place: &str, why: &str) -> Reading {
    let remark = Remark::dropped(place, "a line or entry cannot be read", why);
    Reading { records: Vec::new(), remarks: vec![remark] }
}

fn array(
    (source, limit): (&Source<'_>, &Limit),
    file: &mut dyn BufRead,
    decode: Decode,
    consume: &mut dyn FnMut(Reading),
) -> Result<(), ReadError> {
    let begins_array = loop {
        let buffer = file.fill_buf()?;
        let Some(first) =
            buffer.iter().position(|b| !b.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(b))
        else {
            let seen = buffer.len();
            if seen == 0 {
                return Err(ReadError::Format("there is nothing in it".to_owned()));
            }
            file.consume(seen);
            continue;
        };
        let is_array = buffer[first] == b'[';
        file.consume(first);
        break is_array;
    };
    let mut deserializer = serde_json::Deserializer::from_reader(io::BufReader::new(file));
    if begins_array {
        let mut each = |number: usize, json: &RawValue| {
            limit.renew();
            part(source, &format!("{}, task {number}", source.name), json.get().as_bytes(), decode, consume);
        };
        return deserializer.deserialize_seq(Elements(&mut each)).map_err(ReadError::from);
    }
    for (n, json) in deserializer.into_iter::<Box<RawValue>>().enumerate() {
        let json = json.map_err(ReadError::from)?;
        limit.renew();
        let place = if n == 0 { source.name.to_owned() } else { format!("{}, task {}", source.name, n + 1) };
        value(source, &place, json.get().as_bytes(), decode, consume)?;
    }
    Ok(())
}

/// One JSON value.
fn value(
    source: &Source<'_>,
    place: &str,
    json: &[u8],
    decode: Decode,
    consume: &mut dyn FnMut(Reading),
) -> Result<(), ReadError> {
    let json = simdutf8::compat::from_utf8(json).map_err(|error| ReadError::Encoding(error.to_string()))?;
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let entry = Entry { file: source.name, place, options: source.options };
    consume(decode(&entry, json)?);
    Ok(())
}

/// Elements of an array, one at a time.
struct Elements<'a>(&'a mut dyn FnMut(usize, &RawValue));

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of tasks")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut number = 0;
        while let Some(json) = seq.next_element::<Box<RawValue>>()? {
            number += 1;
            (self.0)(number, &json);
        }
        Ok(())
    }
}
