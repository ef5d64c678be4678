//! Files of other tools to records, one after the other: memory holds one record at a time.

use std::borrow::Cow;
use std::io::{self, BufRead};

use serde::de::{Deserializer as _, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{Article, Format, Record, conll};
use crate::format::{Issue, encoding};

/// How a format's files are taken apart.
#[derive(Clone, Copy, Debug)]
pub(super) enum Input {
    /// A JSON value a line.
    Lines(Decode),
    /// One JSON array, or one value.
    Array(Decode),
    /// One JSON value.
    File(Decode),
    /// An annotation file with its text beside it.
    Standoff(DecodeStandoff),
    /// Columns.
    Columns,
    /// Comma-separated rows under a header, which a part of a file has not.
    Table(DecodeRow),
    /// Rows of a Parquet file, which is read again as a whole.
    Rows,
    /// A page, held against its article.
    Page(fn(&Article<'_>, &[u8]) -> Result<(), String>),
}

/// Name, annotations, and the text beside them.
type DecodeStandoff = fn(&str, &str, Option<String>) -> (Record, Vec<Issue>);
/// A row that is not the header.
type DecodeRow = fn(&csv::StringRecord) -> Option<Record>;
/// Where the value stands, and its JSON.
type Decode = fn(&str, &str) -> serde_json::Result<(Vec<Record>, Vec<Issue>)>;

/// Why a file gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The system says no.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is not in the encoding that JSON is in.
    #[error("it is not UTF-8: {0}")]
    Encoding(simdutf8::compat::Utf8Error),
    /// It is no JSON.
    #[error("it is no JSON: {0}")]
    Json(serde_json::Error),
}

/// Reads a file; `consume` gets records and issues as they come. `beside` gives the text file of a standoff file.
///
/// # Errors
/// When the file as a whole cannot be read; a part that cannot is an issue.
pub fn read(
    format: &Format,
    name: &str,
    file: &mut dyn BufRead,
    beside: &dyn Fn() -> Option<Vec<u8>>,
    consume: &mut dyn FnMut(Vec<Record>, Vec<Issue>),
) -> Result<(), ReadError> {
    match format.input {
        Input::Lines(decode) => lines(name, file, &mut |number, line| {
            let place = format!("{name}, line {number}");
            if line.trim_ascii().is_empty() {
                return;
            }
            if let Err(error) = value(&place, line, decode, consume) {
                consume(Vec::new(), vec![Issue::new(place, error.to_string(), "it was left out")]);
            }
        }),
        Input::Rows | Input::Page(_) => Ok(()),
        Input::Array(decode) => array(name, file, decode, consume),
        Input::File(decode) => {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            value(name, &bytes, decode, consume)
        }
        Input::Standoff(decode) => {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            // A byte order mark counts as a character here, as it does for brat.
            let text = beside().map(|bytes| {
                String::from_utf8(bytes).unwrap_or_else(|error| encoding::decode(error.as_bytes()).value)
            });
            let (record, issues) = decode(name, &String::from_utf8_lossy(&bytes), text);
            consume(vec![record], issues);
            Ok(())
        }
        Input::Columns => {
            let mut columns = conll::Columns::default();
            let mut last = 0;
            let mut pass = |number, line: Option<&str>| {
                let (record, issues) = conll::line(&mut columns, number, line);
                if record.is_some() || !issues.is_empty() {
                    consume(record.into_iter().collect(), issues);
                }
            };
            lines(name, file, &mut |number, line| {
                last = number;
                let text = simdutf8::basic::from_utf8(line).map(Cow::Borrowed);
                pass(number, Some(&text.unwrap_or_else(|_invalid| String::from_utf8_lossy(line))));
            })?;
            pass(last, None);
            Ok(())
        }
        Input::Table(decode) => {
            let rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file);
            for row in rows.into_records() {
                consume(decode(&row.map_err(io::Error::other)?).into_iter().collect(), Vec::new());
            }
            Ok(())
        }
    }
}

fn lines(_: &str, file: &mut dyn BufRead, each: &mut dyn FnMut(usize, &[u8])) -> Result<(), ReadError> {
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        if file.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        number += 1;
        let content = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line) } else { &line };
        each(number, content.strip_suffix(b"\n").unwrap_or(content));
    }
}

fn array(
    name: &str,
    file: &mut dyn BufRead,
    decode: Decode,
    consume: &mut dyn FnMut(Vec<Record>, Vec<Issue>),
) -> Result<(), ReadError> {
    let begins_array = loop {
        let buffer = file.fill_buf()?;
        let Some(first) =
            buffer.iter().position(|b| !b.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(b))
        else {
            let seen = buffer.len();
            if seen == 0 {
                break false;
            }
            file.consume(seen);
            continue;
        };
        let is_array = buffer[first] == b'[';
        file.consume(first);
        break is_array;
    };
    if begins_array {
        let mut deserializer = serde_json::Deserializer::from_reader(file);
        let mut each = |number: usize, json: &RawValue| {
            let place = format!("{name}, task {number}");
            match value(&place, json.get().as_bytes(), decode, consume) {
                Ok(()) => {}
                Err(error) => {
                    consume(Vec::new(), vec![Issue::new(place, error.to_string(), "it was left out")]);
                }
            }
        };
        deserializer.deserialize_seq(Elements(&mut each)).map_err(ReadError::Json)
    } else {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        value(name, &bytes, decode, consume)
    }
}

/// One JSON value.
fn value(
    place: &str,
    json: &[u8],
    decode: Decode,
    consume: &mut dyn FnMut(Vec<Record>, Vec<Issue>),
) -> Result<(), ReadError> {
    let json = simdutf8::compat::from_utf8(json).map_err(ReadError::Encoding)?;
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let (records, issues) = decode(place, json).map_err(ReadError::Json)?;
    consume(records, issues);
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
