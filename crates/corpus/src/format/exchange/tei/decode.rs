//! TEI to a record: names within the text, and spans beside it.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::read::Entry;
use super::super::tree::parse;
use super::super::xml::Entities;
use super::super::{Link, Mark, OffsetUnit, Reading, Record, Remark, encoded, value};
use super::name;
use super::words::{Words, is_word};
use crate::model::{State, Value};

/// Elements of the text that are marks, by what they name.
const NAMES: [(&str, &str); 16] = [
    ("persName", "person"),
    ("placeName", "location"),
    ("geogName", "location"),
    ("orgName", "organization"),
    ("bloc", "location"),
    ("country", "location"),
    ("region", "location"),
    ("settlement", "location"),
    ("district", "location"),
    ("eventName", "event"),
    ("objectName", "product"),
    ("date", "date-time"),
    ("time", "date-time"),
    ("name", "name"),
    ("rs", "name"),
    ("term", "term"),
];
/// Elements after which a line ends.
const BLOCKS: [&str; 20] = [
    "p",
    "ab",
    "head",
    "l",
    "lb",
    "div",
    "item",
    "quote",
    "said",
    "titlePage",
    "titlePart",
    "byline",
    "docImprint",
    "epigraph",
    "argument",
    "opener",
    "closer",
    "salute",
    "signed",
    "trailer",
];
/// Elements that hold the text; each begins a line. All else is beside it.
const TEXTS: [&str; 4] = ["front", "body", "back", "group"];

/// What says whether blanks stay.
const SPACE: &str = "xml:space";
/// No text has more elements within each other.
const MAX_DEPTH: usize = 1024;

/// One file.
pub(crate) fn decode(entry: &Entry<'_>, bytes: &[u8], _: Option<Vec<u8>>) -> Result<Reading, String> {
    let mut remarks = Vec::new();
    let xml = encoded::xml(entry.place, bytes, &mut remarks);
    let mut file = File { remarks, parts: Words::of(&xml), ..File::default() };
    let mut reader = Reader::from_str(&xml);
    loop {
        match reader.read_event().map_err(|error| format!("it is no XML: {error}"))? {
            Event::Start(start) => file.open(&start)?,
            Event::Empty(start) => {
                file.open(&start)?;
                file.close();
            }
            Event::Text(part) => file.words(part.as_ref()),
            Event::CData(part) => file.words(part.as_ref()),
            Event::GeneralRef(name) => {
                let mut text = String::new();
                file.entities.put(name.as_ref(), &mut text);
                file.words(&text);
            }
            Event::DocType(doctype) => file.entities.declare(doctype.as_ref()),
            Event::End(_) => file.close(),
            Event::Eof => break,
            _ => {}
        }
    }
    if !file.is_tei || !file.open.is_empty() {
        return Err("it is no TEI, or it is cut off".to_owned());
    }
    Ok(file.reading(entry))
}

/// An element that is open.
struct Open {
    name: String,
    attributes: Vec<(String, String)>,
    /// Where the text was when it opened, in characters and in bytes.
    start: usize,
    start_byte: usize,
    /// Whether blanks within it are as they stand there.
    keeps: bool,
}

impl Open {
    fn get(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}

#[derive(Default)]
struct File {
    is_tei: bool,
    entities: Entities,
    open: Vec<Open>,
    /// How many of those that are open hold the text, are statements of responsibility, and say that blanks stay.
    texts: usize,
    statements: usize,
    preserving: usize,
    /// The text of all that holds it.
    text: String,
    chars: usize,
    parts: Words,
    /// The words of the element of the head or beside the text that is open.
    aside: String,
    title: Option<String>,
    name: Option<String>,
    state: Option<State>,
    marks: Vec<Mark>,
    /// Where elements with an identifier stand.
    places: HashMap<String, (usize, usize)>,
    links: Vec<Link>,
    /// Spans with what they point at.
    spans: Vec<(Mark, Vec<String>)>,
    note: Option<String>,
    remarks: Vec<Remark>,
}

impl File {
    /// Counts an element that opens, or one that closes.
    fn count(&mut self, open: &Open, by: impl Fn(usize) -> usize) {
        match open.name.as_str() {
            name if TEXTS.contains(&name) => self.texts = by(self.texts),
            "respStmt" => self.statements = by(self.statements),
            _ => {}
        }
        if open.get(SPACE) == Some("preserve") {
            self.preserving = by(self.preserving);
        }
    }

    fn words(&mut self, text: &str) {
        if self.texts == 0 {
            self.aside.push_str(text);
            return;
        }
        if self.open.last().is_some_and(|open| open.keeps) {
            self.push(text);
            self.parts.end_line();
            return;
        }
        if self.parts.needs_blank(text) && !self.text.ends_with(char::is_whitespace) {
            self.push_before_open(" ");
        }
        // Blanks of the layout of the file are one.
        for c in text.chars() {
            if !c.is_whitespace() {
                self.push(c.encode_utf8(&mut [0; 4]));
            } else if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
                self.push(" ");
            }
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.chars += text.chars().count();
    }

    /// Puts something before the elements that are open and have no text yet.
    fn push_before_open(&mut self, text: &str) {
        let at = self.text.len();
        self.push(text);
        for open in self.open.iter_mut().rev().take_while(|open| open.start_byte >= at) {
            (open.start, open.start_byte) = (self.chars, self.text.len());
        }
    }

    /// Ends a line where one is begun.
    fn end_line(&mut self) {
        self.parts.end_line();
        if self.preserving > 0 || self.text.is_empty() || self.text.ends_with('\n') {
            return;
        }
        if self.text.ends_with(' ') {
            self.text.pop();
            self.chars -= 1;
        }
        self.push_before_open("\n");
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), String> {
        let name = start.local_name().as_ref().to_owned();
        self.is_tei |= name == "TEI" || name == "teiCorpus";
        if self.open.len() == MAX_DEPTH {
            return Err(format!("more than {MAX_DEPTH} elements are within each other"));
        }
        let attributes = self.entities.attributes(start)?;
        if self.texts == 0 {
            self.aside.clear();
        }
        if TEXTS.contains(&name.as_str()) {
            self.end_line();
        }
        let outer = self.open.last().is_some_and(|outer| outer.keeps);
        let (start, start_byte) = (self.chars, self.text.len());
        let mut open = Open { name, attributes, start, start_byte, keeps: outer };
        open.keeps = open.get(SPACE).map_or(outer, |space| space == "preserve");
        self.count(&open, |count| count + 1);
        if is_word(&open.name) && self.texts > 0 {
            self.parts.open(|key| open.get(key));
        }
        self.open.push(open);
        Ok(())
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.count(&open, |count| count - 1);
        if self.texts > 0 || TEXTS.contains(&open.name.as_str()) {
            self.close_in_text(&open);
            return;
        }
        let words = std::mem::take(&mut self.aside);
        let words = words.trim();
        match open.name.as_str() {
            "title" if self.title.is_none() => self.title = Some(words.to_owned()).filter(|t| !t.is_empty()),
            "name" if self.statements > 0 => {
                self.name = Some(words.to_owned()).filter(|t| !t.is_empty());
            }
            "resp" => self.state = value::state_of(words),
            "note" if open.get("type") == Some("tippani") => self.note = Some(words.to_owned()),
            "span" => self.span(&open, words),
            "link" => self.link(&open),
            _ => {}
        }
    }

    fn close_in_text(&mut self, open: &Open) {
        let mut end = self.chars;
        // The blanks after a name are not of it.
        let own = self.text.get(open.start_byte..).unwrap_or_default();
        end -= own.len() - own.trim_end_matches(' ').len();
        if let Some(id) = open.get("xml:id") {
            self.places.insert(id.to_owned(), (open.start, end));
        }
        if let Some((_, label)) = NAMES.iter().find(|(name, _)| *name == open.name)
            && open.start < end
        {
            let general = ["name", "rs", "term"].contains(&open.name.as_str());
            let label = open.get("type").filter(|_| general).unwrap_or(label).to_owned();
            let entity = open.get("ref").or_else(|| open.get("key")).map(str::to_owned);
            let mut mark =
                Mark { id: open.get("xml:id").map(str::to_owned), label, entity, ..Mark::default() };
            mark.spans.push((open.start, end));
            let known = ["xml:id", "ref", "key", SPACE];
            let others = open.attributes.iter().filter(|(name, _)| !known.contains(&name.as_str()));
            for (name, value) in others.filter(|(name, _)| !(general && name == "type")) {
                mark.attributes.insert(name.clone(), (Value::Text(value.clone()), None));
            }
            self.marks.push(mark);
        }
        if is_word(&open.name) {
            self.parts.close(self.text.get(open.start_byte..).unwrap_or_default());
        }
        if BLOCKS.contains(&open.name.as_str()) && open.get(SPACE).is_none() {
            self.end_line();
        }
    }

    fn span(&mut self, open: &Open, words: &str) {
        let label = open.get("type").or_else(|| open.get("ana")).map(|label| label.trim_start_matches('#'));
        let label = label.filter(|label| !label.is_empty()).unwrap_or(words).to_owned();
        let mut mark = Mark { id: open.get("xml:id").map(str::to_owned), label, ..Mark::default() };
        if let Some(details) = self.note.take() {
            match parse(&details) {
                Ok(json) => value::more(&mut mark, &json),
                Err(_) => mark.note = details,
            }
        } else if open.get("type").is_some() {
            words.clone_into(&mut mark.note);
        }
        let targets = match open.get("target") {
            Some(target) => target.split_whitespace().map(str::to_owned).collect(),
            None => [open.get("from"), open.get("to")].into_iter().flatten().map(str::to_owned).collect(),
        };
        self.spans.push((mark, targets));
    }

    fn link(&mut self, open: &Open) {
        let ends: Vec<&str> = open.get("target").unwrap_or_default().split_whitespace().collect();
        let label = open.get("type").unwrap_or("related").to_owned();
        let id = |end: &str| end.trim_start_matches('#').to_owned();
        if let [from, to] = ends.as_slice() {
            self.links.push(Link {
                id: None,
                label,
                from: id(from),
                to: id(to),
                line: 0,
                note: String::new(),
            });
        } else {
            self.remarks.push(Remark::dropped(
                "",
                "a link does not connect two annotations",
                &ends.join(" "),
            ));
        }
    }

    fn reading(mut self, entry: &Entry<'_>) -> Reading {
        let place_of = |target: &str| {
            let target = target.trim_start_matches('#');
            let part = target.strip_prefix("char=").and_then(|part| part.split_once(','));
            let by_number = part.and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
            by_number.map(|part| (part, true)).or_else(|| Some((*self.places.get(target)?, false)))
        };
        for (mut mark, targets) in std::mem::take(&mut self.spans) {
            let found: Option<Vec<((usize, usize), bool)>> = targets.iter().map(|t| place_of(t)).collect();
            match found.unwrap_or_default().as_slice() {
                [] => {
                    let what = "a span refers to a missing element";
                    let example = format!("{} {}", mark.label, targets.join(" "));
                    self.remarks.push(Remark::without(entry.place, what, &example, 1));
                    continue;
                }
                // From one element to another.
                [((start, _), false), .., ((_, end), false)] => mark.spans.push((*start, *end)),
                all => mark.spans.extend(all.iter().map(|(part, _)| *part)),
            }
            self.marks.push(mark);
        }
        for mark in &mut self.marks {
            mark.id = mark.id.take().map(|id| name::decode(&id));
        }
        for link in &mut self.links {
            (link.from, link.to) = (name::decode(&link.from), name::decode(&link.to));
        }
        self.remarks.extend(self.entities.remarks(entry.place));
        for remark in self.remarks.iter_mut().filter(|remark| remark.place.is_empty()) {
            entry.place.clone_into(&mut remark.place);
        }
        let title = self.title.clone();
        let is_file = |title: &&String| crate::format::article::ArticleKind::of(title).is_some();
        let record = Record {
            place: entry.place.to_owned(),
            file: title.as_ref().filter(is_file).cloned(),
            title,
            text: Some(self.text),
            annotator: self.name,
            state: self.state.or(Some(State::Done)),
            unit: Some(OffsetUnit::CodePoint),
            marks: self.marks,
            links: self.links,
            ..Record::default()
        };
        Reading { records: vec![record], remarks: self.remarks }
    }
}
