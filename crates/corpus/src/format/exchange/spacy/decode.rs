//! Documents of a `DocBin`, or lines of JSON, to records.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use rmpv::Value;

use super::super::alike::is_ulid;
use super::super::read::Entry;
use super::super::repeats::{Repeats, left_out};
use super::super::tree::{Look as _, Tree, parse};
use super::super::{Link, Mark, OffsetUnit, Reading, Record, Remark, value};
use super::container::{Document, ENTITY, FIRST, File, Group, GroupSpan, ID, LABEL, OUTSIDE, PLACE, WORD};
use super::{GROUPS, OWN};
use crate::model::{AnnotationKind, State, Value as AttributeValue};

/// What span categorizers call the group of all spans.
const USUAL_GROUP: &str = "sc";

/// A file of documents.
///
/// # Errors
/// In words, when it is none.
pub(crate) fn decode(entry: &Entry<'_>, bytes: &[u8]) -> Result<Reading, String> {
    let file = File::read(bytes)?;
    let mut reading = Reading::default();
    for (n, document) in file.documents.iter().enumerate() {
        let place = match file.documents.len() {
            1 => entry.place.to_owned(),
            _ => format!("{}, document {}", entry.place, n + 1),
        };
        if let Some(words) = words(&file, document) {
            Reader { file: &file, document, words, place: &place, reading: &mut reading }.read();
        } else {
            let what = "a word of a document is not among the strings of the file";
            let marks: usize = document.groups.iter().map(|group| group.spans.len() + group.unread).sum();
            let marks = marks.max(entities(&file, document).len());
            reading.remarks.push(Remark::without(place, what, "", marks));
        }
    }
    Ok(reading)
}

/// A document's text, and where its words stand in it, in code points.
struct Words {
    text: String,
    places: Vec<(usize, usize)>,
}

impl Words {
    /// The place of the tokens from one to the one before another.
    fn place(&self, (start, end): (usize, usize)) -> Option<(usize, usize)> {
        let last = self.places.get(end.checked_sub(1)?)?;
        self.places.get(start).filter(|_| start < end).map(|first| (first.0, last.1))
    }
}

fn words(file: &File, document: &Document) -> Option<Words> {
    let (mut text, mut at) = (String::new(), 0);
    let mut places = Vec::with_capacity(document.blanks.len());
    for (word, blank) in file.column(document, WORD)?.zip(&document.blanks) {
        let word = file.strings.get(word)?;
        let end = at + word.chars().count();
        places.push((at, end));
        text.push_str(word);
        if *blank {
            text.push(' ');
        }
        at = end + usize::from(*blank);
    }
    Some(Words { text, places })
}

/// The entities of the columns, as spans.
fn entities(file: &File, document: &Document) -> Vec<GroupSpan> {
    let column = |column| {
        let found = file.column(document, column).map(Iterator::collect);
        found.unwrap_or_else(|| vec![0; document.blanks.len()])
    };
    let (places, labels): (Vec<u64>, Vec<u64>) = (column(PLACE), column(LABEL));
    let (ids, kinds): (Vec<u64>, Vec<u64>) = (column(ID), column(ENTITY));
    let mut found: Vec<GroupSpan> = Vec::new();
    let mut is_open = false;
    for (n, place) in places.into_iter().enumerate() {
        if place == OUTSIDE || place == 0 || labels[n] == 0 {
            is_open = false;
            continue;
        }
        match found.last_mut().filter(|last| is_open && place != FIRST && last.label == labels[n]) {
            Some(last) => last.tokens.1 = n + 1,
            None => found.push(GroupSpan {
                id: ids[n],
                entity: kinds[n],
                label: labels[n],
                tokens: (n, n + 1),
                place: (0, 0),
            }),
        }
        is_open = true;
    }
    found
}

/// A document on its way into records: one for each annotator that a group names.
struct Reader<'a> {
    file: &'a File,
    document: &'a Document,
    words: Words,
    place: &'a str,
    reading: &'a mut Reading,
}

impl Reader<'_> {
    fn read(self) {
        let own = self.document.data.iter().find(|(name, _)| name.as_str() == Some(OWN));
        let own = own.and_then(|(_, text)| text.as_str()).unwrap_or_default();
        let own = parse(own).ok();
        let (details, ids) = match &own {
            Some(own) => (by_id(own), true),
            None => (HashMap::new(), false),
        };
        let mut records: IndexMap<Option<String>, (Record, HashMap<String, usize>)> = IndexMap::new();
        let whose = own.as_ref().and_then(|own| own.text("annotator"));
        records.insert(whose.clone(), (self.record(own.as_ref()), HashMap::new()));
        let (bytes, mut repeats) = (records[&whose].0.article_bytes(), Repeats::default());
        // What is in a group, too, is one.
        let mut seen = HashSet::new();
        let one_of = |span: &GroupSpan| (span.tokens, span.label, span.entity);
        for group in &self.document.groups {
            let annotator = group.annotator().or_else(|| whose.clone());
            if !records.contains_key(&annotator) && !repeats.take(bytes) {
                self.reading.remarks.push(left_out(self.place, annotator.as_deref(), group.spans.len()));
                continue;
            }
            let more = || (self.record(own.as_ref()), HashMap::new());
            let (record, known) = records.entry(annotator).or_insert_with(more);
            for span in &*group.spans {
                seen.insert(one_of(span));
                let mark = self.mark(span, Some(&*group.name), &details, ids);
                Self::take(mark, record, known, self.reading);
            }
            group.remarks(self.place, self.reading);
        }
        if let Some((record, known)) = records.get_mut(&whose) {
            for span in entities(self.file, self.document).iter().filter(|span| !seen.contains(&one_of(span)))
            {
                let mark = self.mark(span, None, &details, ids);
                Self::take(mark, record, known, self.reading);
            }
            record.links = own.as_ref().map(links).unwrap_or_default();
        }
        let others = self.document.data.iter().filter(|(name, _)| name.as_str() != Some(OWN));
        for (name, _) in others {
            let what = "user data of a document is not supported";
            self.reading.remarks.push(Remark::dropped(self.place, what, &name.to_string()));
        }
        let is_somebodys = |(whose, (record, _)): &(Option<String>, (Record, _))| {
            whose.is_some() || !record.marks.is_empty()
        };
        let (first, rest): (Vec<_>, Vec<_>) = records.into_iter().partition(|one| !is_somebodys(one));
        let several = !rest.is_empty();
        let kept = rest.into_iter().chain(first.into_iter().filter(|_| !several));
        self.reading.records.extend(kept.map(|(annotator, (record, _))| Record { annotator, ..record }));
    }

    /// A record without marks.
    fn record(&self, own: Option<&Tree<'_>>) -> Record {
        let text = |name: &str| own.and_then(|own| own.text(name));
        let mut record = Record {
            place: self.place.to_owned(),
            file: text("file"),
            text: Some(self.words.text.clone()),
            state: text("state").as_deref().and_then(value::state_of).or(Some(State::Done)),
            unit: Some(OffsetUnit::CodePoint),
            tokens: if own.is_some() { Vec::new() } else { self.words.places.clone() },
            ..Record::default()
        };
        for (name, score) in self.document.labels.as_map().into_iter().flatten() {
            if let Some(name) = name.as_str() {
                record.details.insert(name.to_owned(), score.to_string());
            }
        }
        record
    }

    fn mark(
        &self,
        span: &GroupSpan,
        group: Option<&str>,
        details: &HashMap<String, &Tree<'_>>,
        is_own: bool,
    ) -> Result<Mark, Remark> {
        let strings = &self.file.strings;
        let shown = || format!("tokens {}–{}", span.tokens.0, span.tokens.1);
        let missing = |what| Remark::without(self.place, what, &shown(), 1);
        let label = strings.named(span.label).ok_or_else(|| missing("a span has no label"))?;
        let place = self.words.place(span.tokens);
        let place = place.ok_or_else(|| missing("a span is outside the text"))?;
        let id = strings.named(span.id).map(str::to_owned);
        let mut mark = Mark {
            label: label.to_owned(),
            spans: vec![place],
            entity: strings.named(span.entity).map(str::to_owned),
            ..Mark::default()
        };
        let of_group = group.and_then(|name| GROUPS.iter().find(|(_, own)| *own == name));
        mark.kind = of_group.map(|(kind, _)| *kind).or(match group {
            None if is_own => Some(AnnotationKind::Entity),
            _ => None,
        });
        if let Some(more) = id.as_ref().and_then(|id| details.get(id)) {
            value::more(&mut mark, more);
        }
        // What this program wrote and spaCy saved again without its data has its identifiers still.
        if is_own || id.as_deref().is_some_and(is_ulid) {
            mark.id = id;
            return Ok(mark);
        }
        // An identifier is a pattern's there, which many spans share.
        let mut said = |name: &str, text: String| {
            mark.attributes.insert(name.to_owned(), (AttributeValue::Text(text), None));
        };
        if let Some(id) = id {
            said("id", id);
        }
        if let Some(name) = group.filter(|name| of_group.is_none() && *name != USUAL_GROUP) {
            said("group", name.to_owned());
        }
        Ok(mark)
    }

    fn take(
        mark: Result<Mark, Remark>,
        record: &mut Record,
        known: &mut HashMap<String, usize>,
        reading: &mut Reading,
    ) {
        match mark {
            Ok(mark) => record.merge(mark, known),
            Err(remark) => reading.remarks.push(remark),
        }
    }
}

/// What is said of the marks beside spaCy's own fields, by identifier.
fn by_id<'t, 'j>(own: &'t Tree<'j>) -> HashMap<String, &'t Tree<'j>> {
    own.list("marks").iter().filter_map(|mark| Some((mark.text("id")?, mark))).collect()
}

fn links(own: &Tree<'_>) -> Vec<Link> {
    let link = |link: &Tree<'_>| {
        let (label, from, to) = (link.text("label")?, link.text("from")?, link.text("to")?);
        Some(Link {
            id: link.text("id"),
            label,
            from,
            to,
            line: 0,
            note: link.text("note").unwrap_or_default(),
        })
    };
    own.list("relations").iter().filter_map(link).collect()
}

impl Group {
    /// Whose spans they are, where the group says so.
    fn annotator(&self) -> Option<String> {
        let named = self.attributes.iter().find(|(name, _)| name == "annotator");
        named.and_then(|(_, name)| name.as_str()).filter(|name| !name.is_empty()).map(str::to_owned)
    }

    /// What of it is not taken.
    fn remarks(&self, place: &str, reading: &mut Reading) {
        if self.unread > 0 {
            let what = "a span of a group cannot be read";
            reading.remarks.push(Remark::without(place, what, &self.name, self.unread));
        }
        for (name, value) in self.attributes.iter().filter(|(name, _)| name != "annotator") {
            let what = "attributes of a group of spans are not supported";
            reading.remarks.push(Remark::dropped(
                place,
                what,
                &format!("{name} {}", Value::to_string(value)),
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::super::container::{FIRST, GroupSpan, OUTSIDE, WITHIN, write};
    use super::super::strings::Written;
    use super::decode;
    use crate::format::exchange::ReadOptions;
    use crate::format::exchange::read::Entry;

    /// `मीरा दास met Tarun` with an entity of two words, and these spans in groups: name, tokens, label.
    fn check(spans: &[(&str, (usize, usize), &str)], expected: &str) {
        let mut strings = Written::default();
        let person = strings.add("PER");
        let words = ["मीरा", "दास", "met", "Tarun"].map(|word| strings.add(word));
        let places = [(FIRST, person), (WITHIN, person), (OUTSIDE, 0), (OUTSIDE, 0)];
        let rows: Vec<_> = words
            .into_iter()
            .zip(places)
            .enumerate()
            .map(|(n, (word, (place, label)))| ([word, place, label, 0, 0], n < 3))
            .collect();
        let mut groups: Vec<(&str, Vec<GroupSpan>)> = Vec::new();
        for (name, tokens, label) in spans {
            let label = if label.is_empty() { 0 } else { strings.add(label) };
            let span = GroupSpan { label, tokens: *tokens, ..GroupSpan::default() };
            match groups.iter_mut().find(|(known, _)| known == name) {
                Some((_, all)) => all.push(span),
                None => groups.push((name, vec![span])),
            }
        }
        let bytes = write(&rows, &groups, &[("other", "x")], strings);
        let options = ReadOptions::default();
        let entry = Entry { file: "a.spacy", place: "a.spacy", options: &options };
        let reading = decode(&entry, &bytes).unwrap();
        let mut found = String::new();
        let mut marks = 0;
        for record in &reading.records {
            assert_eq!(record.text.as_deref(), Some("मीरा दास met Tarun"));
            for mark in &record.marks {
                let (start, end) = mark.spans[0];
                let _ = write!(found, "{} {start}-{end}", mark.label);
                for (name, value) in &mark.attributes {
                    let _ = write!(found, " {name} {:?}", value.0);
                }
                found.push_str("; ");
                marks += 1;
            }
        }
        for remark in &reading.remarks {
            let _ = write!(found, "! {} {}; ", remark.kind, remark.left_out);
        }
        assert_eq!(found, expected);
        let told: usize = reading.remarks.iter().map(|remark| remark.left_out).sum();
        let same = usize::from(spans.iter().any(|span| (span.1, span.2) == ((0, 2), "PER")));
        assert_eq!(marks + told, spans.len() + 1 - same, "every one is kept or told");
    }

    #[test]
    fn entities_and_groups_are_marks_and_what_makes_no_sense_is_told() {
        let data = "! user data of a document is not supported 0; ";
        check(&[], &format!("PER 0-8; {data}"));
        check(&[("sc", (0, 2), "PER"), ("sc", (3, 4), "PER")], &format!("PER 0-8; PER 13-18; {data}"));
        check(&[("mine", (1, 2), "X")], &format!("X 5-8 group Text(\"mine\"); PER 0-8; {data}"));
        let wrong = [("sc", (3, 9), "X"), ("sc", (2, 2), "X"), ("sc", (0, 1), "")];
        let told =
            "! a span is outside the text 1; ! a span is outside the text 1; ! a span has no label 1; ";
        check(&wrong, &format!("PER 0-8; {told}{data}"));
    }
}
