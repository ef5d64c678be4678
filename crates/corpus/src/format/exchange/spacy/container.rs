//! The container of spaCy's `DocBin`: `MessagePack` in zlib, words and their attributes as one table of numbers.
//! <https://spacy.io/api/docbin>

use std::io::{Read as _, Write as _};
use std::rc::Rc;

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use rmpv::Value;

use super::strings::{Known, Written};

/// The columns that are written: word, place in an entity, its label, its identifier in a knowledge base, its own identifier.
pub(super) const WORD: u64 = 65;
pub(super) const PLACE: u64 = 77;
pub(super) const LABEL: u64 = 78;
pub(super) const ENTITY: u64 = 452;
pub(super) const ID: u64 = 454;
const COLUMNS: [u64; 5] = [WORD, PLACE, LABEL, ENTITY, ID];
/// Words within an entity, in none, and the first of one.
pub(super) const WITHIN: u64 = 1;
pub(super) const OUTSIDE: u64 = 2;
pub(super) const FIRST: u64 = 3;
/// What a file may hold, as a file that is made to grow without end would.
const MAX_BYTES: u64 = 1 << 30;
/// So many spans may stand under a second name.
const MAX_SPANS_AGAIN: usize = 1 << 20;
/// Bytes of a span of a group: three numbers of eight, and four of four.
const SPAN_BYTES: usize = 40;

/// One word of a document that is written: the columns, and whether a blank follows.
pub(super) type Row = ([u64; 5], bool);

/// A span of a group: tokens, and places in code points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct GroupSpan {
    pub(super) id: u64,
    pub(super) entity: u64,
    pub(super) label: u64,
    pub(super) tokens: (usize, usize),
    pub(super) place: (usize, usize),
}

/// A file of one document. `data` is what the document has beside its words, by name.
pub(super) fn write(
    rows: &[Row],
    groups: &[(&str, Vec<GroupSpan>)],
    data: &[(&str, &str)],
    strings: Written,
) -> Vec<u8> {
    let tokens: Vec<u8> =
        rows.iter().flat_map(|(row, _)| row).flat_map(|number| number.to_le_bytes()).collect();
    let spaces: Vec<u8> = rows.iter().map(|(_, blank)| u8::from(*blank)).collect();
    let length = i32::try_from(rows.len()).unwrap_or(i32::MAX);
    let data = map(data.iter().map(|(name, text)| (*name, Value::from(*text))));
    let all = map([
        ("version", Value::from("0.1")),
        ("attrs", COLUMNS.iter().map(|column| Value::from(*column)).collect::<Vec<_>>().into()),
        ("tokens", Value::Binary(tokens)),
        ("spaces", Value::Binary(spaces)),
        ("lengths", Value::Binary(length.to_le_bytes().into())),
        ("strings", strings.all().map(Value::from).collect::<Vec<_>>().into()),
        ("cats", vec![map([])].into()),
        ("flags", vec![map([("has_unknown_spaces", Value::from(false))])].into()),
        ("span_groups", vec![Value::Binary(packed_groups(groups))].into()),
        ("user_data", vec![Value::Binary(packed(&data))].into()),
    ]);
    let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing into memory cannot fail.
    let _ = out.write_all(&packed(&all));
    out.finish().unwrap_or_default()
}

fn map<'a>(members: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    Value::Map(members.into_iter().map(|(name, value)| (Value::from(name), value)).collect())
}

fn packed(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing into memory cannot fail.
    let _ = rmpv::encode::write_value(&mut bytes, value);
    bytes
}

/// Groups as spaCy packs them: the bytes of each, with the names it has in the document.
fn packed_groups(groups: &[(&str, Vec<GroupSpan>)]) -> Vec<u8> {
    if groups.is_empty() {
        return packed(&Value::Array(Vec::new()));
    }
    let group = |(name, spans): &(&str, Vec<GroupSpan>)| {
        let spans: Vec<Value> = spans.iter().map(|span| Value::Binary(span.to_bytes())).collect();
        let group = map([("name", Value::from(*name)), ("attrs", map([])), ("spans", spans.into())]);
        (Value::Binary(packed(&group)), Value::Array(vec![Value::from(*name)]))
    };
    packed(&Value::Map(groups.iter().map(group).collect()))
}

impl GroupSpan {
    fn to_bytes(self) -> Vec<u8> {
        let Self { id, entity, label, tokens, place } = self;
        let short = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        let wide = [id, entity, label].into_iter().flat_map(u64::to_be_bytes);
        let narrow = [tokens.0, tokens.1, place.0, place.1].map(short).into_iter().flat_map(i32::to_be_bytes);
        wide.chain(narrow).collect()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; SPAN_BYTES] = bytes.try_into().ok()?;
        let (wide, _) = bytes[..24].as_chunks::<8>();
        let (narrow, _) = bytes[24..].as_chunks::<4>();
        let wide = |n: usize| wide.get(n).map(|bytes| u64::from_be_bytes(*bytes));
        let narrow = |n: usize| usize::try_from(i32::from_be_bytes(*narrow.get(n)?)).ok();
        Some(Self {
            id: wide(0)?,
            entity: wide(1)?,
            label: wide(2)?,
            tokens: (narrow(0)?, narrow(1)?),
            place: (narrow(2)?, narrow(3)?),
        })
    }
}

/// A group of spans as a file has it.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) attributes: Rc<[(String, Value)]>,
    pub(super) spans: Rc<[GroupSpan]>,
    /// Spans that cannot be read.
    pub(super) unread: usize,
}

/// A document as a file has it.
#[derive(Debug)]
pub(super) struct Document {
    /// The rows of its words: a number for each of the file's columns.
    rows: Vec<u64>,
    /// Whether a blank follows each word.
    pub(super) blanks: Vec<bool>,
    /// Labels of the whole text with their scores.
    pub(super) labels: Value,
    pub(super) groups: Vec<Group>,
    /// What its program keeps with it, by name.
    pub(super) data: Vec<(Value, Value)>,
}

/// A file that is read.
#[derive(Debug)]
pub(super) struct File {
    columns: Vec<u64>,
    pub(super) strings: Known,
    pub(super) documents: Vec<Document>,
}

impl File {
    /// Takes a file apart.
    ///
    /// # Errors
    /// In words, when it is none.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut all = Vec::new();
        let read = ZlibDecoder::new(bytes).take(MAX_BYTES + 1).read_to_end(&mut all);
        read.map_err(|error| format!("it is no DocBin: {error}"))?;
        if all.len() as u64 > MAX_BYTES {
            return Err(format!("it holds more than {MAX_BYTES} bytes; divide it"));
        }
        let all = unpacked(&all).ok_or("it is no DocBin, or it is cut off")?;
        let numbers = |name: &str| all[name].as_array().map(|all| all.iter().filter_map(Value::as_u64));
        let columns: Vec<u64> = numbers("attrs").ok_or("it is no DocBin: it names no columns")?.collect();
        let bytes = |name: &str| all[name].as_slice().unwrap_or_default();
        let lengths: Option<Vec<usize>> = bytes("lengths")
            .as_chunks::<4>()
            .0
            .iter()
            .map(|n| i32::from_le_bytes(*n).try_into().ok())
            .collect();
        let lengths = lengths.ok_or("it is no DocBin: a document has less than no words")?;
        let words = lengths.iter().try_fold(0_usize, |sum, length| sum.checked_add(*length));
        let numbers = bytes("tokens").as_chunks::<8>().0;
        let blanks = bytes("spaces");
        let is_whole = words.is_some_and(|words| {
            words.checked_mul(columns.len()) == Some(numbers.len()) && words == blanks.len()
        });
        if !is_whole || columns.is_empty() {
            return Err("it is no DocBin: its columns differ in length".to_owned());
        }
        let strings = all["strings"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let mut documents = Vec::with_capacity(lengths.len());
        let (mut at, mut left) = (0, MAX_SPANS_AGAIN);
        for (n, length) in lengths.into_iter().enumerate() {
            let of = |name: &str| all[name].as_array().and_then(|all| all.get(n));
            let rows = &numbers[at * columns.len()..(at + length) * columns.len()];
            let is_unknown =
                of("flags").and_then(|flags| flags["has_unknown_spaces"].as_bool()) == Some(true);
            let blank = |(n, byte): (usize, &u8)| if is_unknown { n + 1 < length } else { *byte != 0 };
            let data = of("user_data").and_then(Value::as_slice).and_then(unpacked);
            documents.push(Document {
                rows: rows.iter().map(|number| u64::from_le_bytes(*number)).collect(),
                blanks: blanks[at..at + length].iter().enumerate().map(blank).collect(),
                labels: of("cats").cloned().unwrap_or(Value::Nil),
                groups: of("span_groups")
                    .and_then(Value::as_slice)
                    .map(|bytes| groups(bytes, &mut left))
                    .unwrap_or_default(),
                data: match data {
                    Some(Value::Map(all)) => all,
                    _ => Vec::new(),
                },
            });
            at += length;
        }
        Ok(Self { strings: Known::new(strings), columns, documents })
    }

    /// The values of a column of a document; none where the file does not have it.
    pub(super) fn column<'f>(
        &self,
        document: &'f Document,
        column: u64,
    ) -> Option<impl Iterator<Item = u64> + 'f> {
        let at = self.columns.iter().position(|one| *one == column)?;
        let width = self.columns.len();
        Some(document.rows.iter().skip(at).step_by(width).copied())
    }
}

fn unpacked(mut bytes: &[u8]) -> Option<Value> {
    rmpv::decode::read_value(&mut bytes).ok()
}

/// Groups of spans: a list of them, or, in files of later versions, each with the names it has. `left` is how many spans may yet
/// stand under a second name: in a file each name is short, and may be of a group that is long.
fn groups(bytes: &[u8], left: &mut usize) -> Vec<Group> {
    match unpacked(bytes) {
        Some(Value::Array(all)) => all.iter().filter_map(Group::read).collect(),
        Some(Value::Map(all)) => {
            let mut found = Vec::new();
            for (group, names) in &all {
                let Some(group) = Group::read(group) else { continue };
                let names = names.as_array().into_iter().flatten().filter_map(Value::as_str);
                found.extend(names.enumerate().map(|(n, name)| match n {
                    0 => group.named(name),
                    _ => group.named_again(name, left),
                }));
            }
            found
        }
        _ => Vec::new(),
    }
}

impl Group {
    fn read(bytes: &Value) -> Option<Self> {
        let group = unpacked(bytes.as_slice()?)?;
        let all = group["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
        let spans: Rc<[GroupSpan]> =
            all.iter().filter_map(|span| GroupSpan::from_bytes(span.as_slice()?)).collect();
        let attribute =
            |(name, value): &(Value, Value)| (name.as_str().unwrap_or_default().to_owned(), value.clone());
        let attributes = group["attrs"].as_map().into_iter().flatten().map(attribute).collect();
        let name = group["name"].as_str().unwrap_or_default().to_owned();
        Some(Self { name, attributes, unread: all.len() - spans.len(), spans })
    }

    /// The same under a name.
    fn named(&self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self.clone() }
    }

    /// The same under another name; without its spans where there are too many of such.
    fn named_again(&self, name: &str, left: &mut usize) -> Self {
        if let Some(rest) = left.checked_sub(self.spans.len() + self.attributes.len()) {
            *left = rest;
            return self.named(name);
        }
        let unread = self.unread + self.spans.len();
        Self { name: name.to_owned(), attributes: Rc::default(), spans: Rc::default(), unread }
    }
}

#[cfg(test)]
mod tests {
    use rmpv::Value;

    use super::{File, GroupSpan, Written, groups, map, packed, packed_groups, write};

    #[test]
    fn a_file_is_what_was_written_and_what_is_none_is_told() {
        let mut strings = Written::default();
        let numbers = ["आशा", "left", "person", "01K"].map(|text| strings.add(text));
        let rows = [([numbers[0], 3, numbers[2], 0, numbers[3]], true), ([numbers[1], 2, 0, 0, 0], false)];
        let span = GroupSpan {
            id: numbers[3],
            label: numbers[2],
            tokens: (0, 1),
            place: (0, 3),
            ..GroupSpan::default()
        };
        let bytes = write(&rows, &[("entities", vec![span])], &[("tippani", "{}")], strings);
        let file = File::read(&bytes).unwrap();
        let [document] = file.documents.as_slice() else { panic!("one document") };
        assert_eq!(document.blanks, [true, false]);
        assert_eq!((&*document.groups[0].name, &*document.groups[0].spans), ("entities", &[span][..]));
        assert_eq!(file.column(document, super::PLACE).unwrap().collect::<Vec<_>>(), [3, 2]);
        assert_eq!(file.strings.named(numbers[0]), Some("आशा"));
        assert!(file.column(document, 1).is_none());
        for end in 0..bytes.len() {
            assert!(File::read(&bytes[..end]).is_err(), "cut at {end}");
        }
        assert!(groups(b"", &mut 0).is_empty() && groups(&packed_groups(&[]), &mut 0).is_empty());
    }

    #[test]
    fn a_group_of_many_names_is_shared_up_to_a_limit() {
        fn check(names: usize, left: usize, expected: &[(usize, usize)]) {
            let group =
                packed(&map([("spans", vec![Value::Binary(GroupSpan::default().to_bytes()); 3].into())]));
            let names: Vec<Value> = (0..names).map(|n| Value::from(n.to_string())).collect();
            let bytes = packed(&Value::Map(vec![(Value::Binary(group), names.into())]));
            let found = groups(&bytes, &mut { left });
            let counts: Vec<_> = found.iter().map(|group| (group.spans.len(), group.unread)).collect();
            assert_eq!(counts, expected);
            let names: Vec<_> =
                found.iter().enumerate().map(|(n, group)| group.name == n.to_string()).collect();
            assert!(names.iter().all(|is_it| *is_it));
        }
        check(1, 0, &[(3, 0)]);
        check(3, 6, &[(3, 0); 3]);
        check(4, 5, &[(3, 0), (3, 0), (0, 3), (0, 3)]);
    }
}
