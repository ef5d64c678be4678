//! An `.ann` file to a record: lines in any order, each that is not taken in the report.

use std::collections::{HashMap, HashSet};

use super::super::encoded::{self, text_with_bom};
use super::super::read::Entry;
use super::super::tree::parse;
use super::super::{Addition, Attachment, Link, Mark, Reading, Record, Remark, value};
use super::NOTE_TYPE;
use crate::model::{State, Value};

/// The article of an `.ann` file; `text` is what the `.txt` beside it holds.
#[expect(clippy::unnecessary_wraps, reason = "a file of another format may be none of it")]
pub(crate) fn decode(entry: &Entry<'_>, ann: &[u8], text: Option<Vec<u8>>) -> Result<Reading, String> {
    let stem = entry.file.strip_suffix(".ann").unwrap_or(entry.file);
    let stem = stem.rsplit(['/', '\\']).next().unwrap_or(stem);
    let mut file = Ann::default();
    let mut record = Record {
        place: entry.place.to_owned(),
        // Without its text only the name tells which article it is of.
        file: text.is_none().then(|| format!("{stem}.txt")),
        title: Some(stem.to_owned()),
        text: text.map(|text| text_with_bom(&format!("{stem}.txt"), text, &mut file.remarks)),
        state: Some(State::Done),
        ..Record::default()
    };
    let ann = encoded::text(entry.place, ann, &mut file.remarks);
    for (n, line) in ann.lines().enumerate() {
        if !line.trim().is_empty() && file.line(n + 1, line, &mut record).is_none() {
            let is_mark = line.starts_with('T');
            let place = record.place_of(n + 1, 0);
            file.remarks.push(Remark::without(
                place,
                "a line is not valid standoff",
                line,
                usize::from(is_mark),
            ));
        }
    }
    file.finish(&mut record);
    let remarks = file.remarks;
    Ok(Reading { records: vec![record], remarks })
}

/// An event, until all marks are known.
struct Event {
    id: String,
    trigger: String,
    arguments: Vec<(String, String)>,
    line: usize,
}

#[derive(Default)]
struct Ann {
    ids: HashSet<String>,
    events: Vec<Event>,
    /// The label and the members of each equivalence: `Equiv` as a rule.
    equal: Vec<(String, Vec<String>, usize)>,
    /// What this program noted beyond standoff, by mark.
    own: Vec<(String, String, usize)>,
    remarks: Vec<Remark>,
}

impl Ann {
    fn line(&mut self, number: usize, line: &str, record: &mut Record) -> Option<()> {
        let (id, rest) = line.split_once('\t')?;
        let (head, tail) = rest.split_once('\t').unwrap_or((rest, ""));
        let mut words = head.split_whitespace();
        let addition = |to: &str, attachment| Addition { to: to.to_owned(), attachment, line: number };
        match id.chars().next()? {
            'T' => record.marks.push(self.mark(number, (id, head, tail), &record.place)?),
            'R' => {
                let label = words.next()?.to_owned();
                let end = |word: Option<&str>| Some(word?.split_once(':')?.1.to_owned());
                let (from, to) = (end(words.next())?, end(words.next())?);
                record.links.push(Link {
                    id: Some(id.to_owned()),
                    label,
                    from,
                    to,
                    line: number,
                    note: String::new(),
                });
            }
            'A' | 'M' => {
                let mut words = head.splitn(3, ' ');
                let (label, target) = (words.next()?, words.next()?);
                let given = words.next().filter(|given| !given.trim().is_empty());
                let value = given.map_or(Value::Flag(true), |given| Value::Text(given.to_owned()));
                record.additions.push(addition(target, Attachment::Attribute(label.to_owned(), value)));
            }
            'N' => {
                let mut words = head.splitn(3, ' ').skip(1);
                let (target, reference) =
                    (words.next()?, words.next().filter(|word| !word.trim().is_empty())?);
                let entity = reference.strip_prefix("tippani:").unwrap_or(reference);
                record.additions.push(addition(target, Attachment::Entity(entity.to_owned())));
            }
            '#' => {
                let (kind, target) = (words.next()?, words.next()?);
                if kind == NOTE_TYPE {
                    self.own.push((target.to_owned(), tail.to_owned(), number));
                } else {
                    record.additions.push(addition(target, Attachment::Note(tail.to_owned())));
                }
            }
            'E' => {
                let role = |word: &str| {
                    let (role, of) = word.split_once(':')?;
                    Some((role.to_owned(), of.to_owned()))
                };
                let mut roles = words.map(role).collect::<Option<Vec<_>>>()?.into_iter();
                let (_, trigger) = roles.next()?;
                let (id, arguments) = (id.to_owned(), roles.collect());
                self.events.push(Event { id, trigger, arguments, line: number });
            }
            '*' => {
                let label = words.next()?.to_owned();
                let members: Vec<String> = words.map(str::to_owned).collect();
                if members.len() < 2 {
                    return None;
                }
                self.equal.push((label, members, number));
            }
            _ => return None,
        }
        Some(())
    }

    fn mark(&mut self, line: usize, (id, head, words): (&str, &str, &str), place: &str) -> Option<Mark> {
        let (label, offsets) = head.split_once(' ')?;
        let pair = |part: &str| {
            let (start, end) = part.trim().split_once(' ')?;
            Some((start.parse().ok()?, end.trim().parse().ok()?))
        };
        let spans: Vec<(usize, usize)> = offsets.split(';').map(pair).collect::<Option<_>>()?;
        // Parts are joined by one blank, so words are known apart only where there is one part.
        let quotes = if spans.len() == 1 { vec![words.to_owned()] } else { Vec::new() };
        let is_new = self.ids.insert(id.to_owned());
        if !is_new {
            let hint = "both were kept; references go to the first";
            self.remarks.push(Remark::new(format!("{place}, line {line}"), "a duplicate ID", id, hint));
        }
        let id = is_new.then(|| id.to_owned());
        Some(Mark { id, label: label.to_owned(), spans, quotes, line, ..Mark::default() })
    }

    /// What can be said only when all lines are known: events, equivalences, and this program's own notes.
    fn finish(&mut self, record: &mut Record) {
        let triggers: HashMap<String, String> =
            self.events.iter().map(|event| (event.id.clone(), event.trigger.clone())).collect();
        let mark = |id: &String| triggers.get(id).unwrap_or(id).clone();
        for event in &self.events {
            let what = "an event was converted";
            let hint = "its trigger became the annotation, its arguments relations named by role";
            self.remarks.push(Remark::new(record.place_of(event.line, 0), what, &event.id, hint));
            record.links.extend(event.arguments.iter().map(|(role, of)| Link {
                label: role.clone(),
                from: event.trigger.clone(),
                to: mark(of),
                line: event.line,
                id: None,
                note: String::new(),
            }));
        }
        for (label, members, line) in &self.equal {
            record.links.extend(members.windows(2).map(|pair| Link {
                label: label.clone(),
                from: mark(&pair[0]),
                to: mark(&pair[1]),
                line: *line,
                id: None,
                note: String::new(),
            }));
        }
        for link in &mut record.links {
            (link.from, link.to) = (mark(&link.from), mark(&link.to));
        }
        for addition in &mut record.additions {
            addition.to = mark(&addition.to);
        }
        let by_id: HashMap<String, usize> =
            record.marks.iter().enumerate().filter_map(|(n, mark)| Some((mark.id.clone()?, n))).collect();
        for (target, json, line) in std::mem::take(&mut self.own) {
            let place = record.place_of(line, 0);
            let mark = by_id.get(&target).map(|at| &mut record.marks[*at]);
            match (mark, parse(&json)) {
                (Some(mark), Ok(json)) => value::more(mark, &json),
                (None, _) => {
                    let what = "a note refers to a missing annotation";
                    self.remarks.push(Remark::dropped(place, what, &target));
                }
                (_, Err(error)) => {
                    let what = "a note of this program cannot be read";
                    self.remarks.push(Remark::dropped(place, what, &error.to_string()));
                }
            }
        }
    }
}
