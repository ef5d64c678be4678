//! A task to records: one for each annotation and prediction, and for each text that they speak of.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::super::read::Entry;
use super::super::repeats::{Repeats, left_out};
use super::super::tree::{Look as _, Tree, identifier};
use super::super::{Addition, Attachment, Link, Mark, OffsetUnit, Reading, Record, Remark, value};
use super::texts::{NoText, Text, text_of};
use super::{OBJECT_NAME, attribute_of_control};
use crate::model::{State, Value};

/// Members of a short task that are neither text nor annotations.
const BOOKKEEPING: [&str; 8] =
    ["id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time", "file", "states"];

/// One task, in the long form or the short one.
pub(crate) fn decode(entry: &Entry<'_>, task: &Tree<'_>) -> Reading {
    let mut reading = Reading::default();
    let is_long =
        ["data", "annotations", "completions", "predictions"].iter().any(|key| task.member(key).is_some());
    if !is_long {
        short(entry, task, &mut reading);
        return reading;
    }
    let (nothing, mut repeats) = (Tree::Null, Repeats::default());
    let data = task.member("data").unwrap_or(&nothing);
    let annotations = task.list("annotations").iter().chain(task.list("completions")).map(|a| (a, false));
    for (annotation, is_predicted) in annotations.chain(task.list("predictions").iter().map(|p| (p, true))) {
        let results: Vec<&Tree<'_>> = annotation.list("result").iter().collect();
        if annotation.member("was_cancelled").and_then(Tree::as_bool) == Some(true) {
            let what = "an annotation was skipped by its annotator";
            reading.remarks.push(Remark::without(entry.place, what, "", regions(&results)));
            continue;
        }
        let by = annotation.member("completed_by");
        let who = by
            .and_then(|by| by.text("email"))
            .or_else(|| identifier(by?.member("id")))
            .or_else(|| identifier(by));
        let version = annotation.text("model_version");
        let mut work =
            Task { entry, data, who, model: None, score: None, reading: &mut reading, repeats: &mut repeats };
        if is_predicted {
            work.model = Some(version.clone().unwrap_or_else(|| "model".to_owned()));
            work.score = annotation.member("score").and_then(Tree::as_f64);
            work.who = version;
        }
        work.results(&results);
    }
    let is_untouched = task.list("annotations").is_empty()
        && task.list("completions").is_empty()
        && task.list("predictions").is_empty();
    if is_untouched {
        let (who, reading, repeats) = (None, &mut reading, &mut repeats);
        let mut work = Task { entry, data, who, model: None, score: None, reading, repeats };
        if let Some(record) = work.record(OBJECT_NAME, &[]) {
            work.reading.records.push(Record { state: None, ..record });
        }
    }
    for draft in task.list("drafts") {
        let results: Vec<&Tree<'_>> = draft.list("result").iter().collect();
        reading.remarks.push(Remark::without(
            entry.place,
            "a draft was never submitted",
            "",
            regions(&results),
        ));
    }
    for record in &mut reading.records {
        if let Some(comments) = task.member("comments") {
            record.detail("comments", comments);
        }
    }
    reading
}

/// The short form (`JSON_MIN`): text and lists of regions are members of the task itself.
fn short(entry: &Entry<'_>, task: &Tree<'_>, reading: &mut Reading) {
    let mut results = Vec::new();
    for (name, value) in task.as_object().into_iter().flat_map(serde_json_borrow::ObjectAsVec::iter) {
        let is_region = |value: &Tree<'_>| value.member("start").is_some() && value.member("end").is_some();
        match value {
            Tree::Array(all) if !BOOKKEEPING.contains(&name) && all.iter().any(is_region) => {
                results.extend(all);
            }
            _ => {}
        }
    }
    let who = identifier(task.member("annotator"));
    let repeats = &mut Repeats::default();
    Task { entry, data: task, who, model: None, score: None, reading, repeats }.results(&results);
}

/// How many of the results are marks.
fn regions(results: &[&Tree<'_>]) -> usize {
    results.iter().map(|result| labels(result).len()).sum()
}

/// The labels of a region; none where the result is none.
fn labels<'t, 'j>(result: &'t Tree<'j>) -> Vec<&'t Tree<'j>> {
    let value = result.member("value").unwrap_or(result);
    let members = value.as_object().into_iter().flat_map(serde_json_borrow::ObjectAsVec::iter);
    let lists = members.filter(|(key, _)| key.ends_with("labels")).filter_map(|(_, all)| all.as_array());
    lists.flatten().filter(|label| label.as_str().is_some()).collect()
}

struct Task<'a, 'j> {
    entry: &'a Entry<'a>,
    data: &'a Tree<'j>,
    who: Option<String>,
    model: Option<String>,
    score: Option<f64>,
    reading: &'a mut Reading,
    repeats: &'a mut Repeats,
}

impl<'a, 'j> Task<'a, 'j> {
    /// One annotator's results, or one model's.
    fn results(&mut self, results: &[&'a Tree<'j>]) {
        let ids: HashSet<String> =
            results.iter().filter(|r| !labels(r).is_empty()).filter_map(|r| r.text("id")).collect();
        let mut by_object: IndexMap<String, Vec<&Tree<'j>>> = IndexMap::new();
        let (mut links, mut details) = (Vec::new(), IndexMap::<String, String>::new());
        for result in results {
            if result.text("type").as_deref() == Some("relation") {
                self.relation(result, &mut links);
            } else if !labels(result).is_empty() || result.text("id").is_some_and(|id| ids.contains(&id)) {
                let object = result.text("to_name").unwrap_or_else(|| OBJECT_NAME.to_owned());
                by_object.entry(object).or_default().push(result);
            } else {
                self.of_whole(result, &mut details);
            }
        }
        if by_object.is_empty() {
            by_object.insert(OBJECT_NAME.to_owned(), Vec::new());
        }
        let said: usize = details.iter().map(|(name, text)| name.len() + text.len()).sum();
        let mut records = Vec::new();
        for (object, results) in by_object {
            if let Some(mut record) = self.record_within(&object, &results, said) {
                record.details.extend(details.clone());
                records.push(record);
            }
        }
        // A link is of the first record that has its mark.
        let mut owners: HashMap<String, usize> = HashMap::new();
        for (n, record) in records.iter().enumerate() {
            for id in record.marks.iter().filter_map(|mark| mark.id.as_ref()) {
                owners.entry(id.clone()).or_insert(n);
            }
        }
        for link in links {
            if let Some(owner) = owners.get(&link.from) {
                records[*owner].links.push(link);
            } else {
                let what = "a relation refers to a missing annotation";
                self.reading.remarks.push(Remark::dropped(self.entry.place, what, &link.label));
            }
        }
        self.reading.records.extend(records);
    }

    /// The text that an object shows, with its regions; nothing where the task was repeated often enough. `said` is how long
    /// that is which is said of it beside them.
    fn record_within(&mut self, object: &str, results: &[&Tree<'j>], said: usize) -> Option<Record> {
        let record = if self.repeats.is_over() { None } else { Some(self.record(object, results)?) };
        let members = self.data.as_object().map_or(0, serde_json_borrow::ObjectAsVec::len);
        let record = record.filter(|record| self.repeats.take(record.article_bytes() + members + said));
        if record.is_none() {
            let place = self.entry.place;
            self.reading.remarks.push(left_out(place, self.who.as_deref(), regions(results)));
        }
        record
    }

    /// A result that is of no region: something said of the whole article, by the name of its control.
    fn of_whole(&mut self, result: &Tree<'j>, details: &mut IndexMap<String, String>) {
        let value = result.member("value").unwrap_or(result);
        let is_region = ["start", "startOffset"].iter().any(|key| value.member(key).is_some());
        let given = ["choices", "rating", "number", "text", "taxonomy", "datetime"]
            .iter()
            .find_map(|key| value.member(key));
        let name = result.text("from_name");
        if let (Some(name), Some(given), false) = (name, given, is_region) {
            let texts: Vec<&str> = given.each().iter().filter_map(Tree::as_str).collect();
            let text = if texts.is_empty() { given.show() } else { texts.join(", ") };
            details.insert(name, text);
        } else {
            let what = if is_region { "a region has no label" } else { "an unsupported kind of result" };
            let marks = usize::from(is_region);
            self.reading.remarks.push(Remark::without(self.entry.place, what, &result.show(), marks));
        }
    }

    fn relation(&mut self, result: &Tree<'j>, links: &mut Vec<Link>) {
        let (Some(from), Some(to)) = (result.text("from_id"), result.text("to_id")) else {
            let what = "a relation has a missing end";
            self.reading.remarks.push(Remark::dropped(self.entry.place, what, &result.show()));
            return;
        };
        let mut labels: Vec<String> =
            result.list("labels").iter().filter_map(Tree::as_str).map(str::to_owned).collect();
        if labels.is_empty() {
            labels.push("related".to_owned());
        }
        let direction = result.text("direction").unwrap_or_default();
        for label in labels {
            let link = Link {
                id: result.text("id"),
                label,
                from: from.clone(),
                to: to.clone(),
                line: 0,
                note: String::new(),
            };
            let back = Link { from: to.clone(), to: from.clone(), ..link.clone() };
            match direction.as_str() {
                "left" => links.push(back),
                "bi" => links.extend([link, Link { id: None, ..back }]),
                _ => links.push(link),
            }
        }
    }

    /// The text that an object shows, with its regions.
    fn record(&mut self, object: &str, results: &[&Tree<'j>]) -> Option<Record> {
        let place = self.entry.place;
        let quote = |result: &&&Tree<'j>| {
            let value = result.member("value").unwrap_or(result);
            let is_region = !labels(result).is_empty();
            Some((value.offset("start")?, value.offset("end")?, value.text("text").filter(|_| is_region)?))
        };
        let quotes: Vec<(usize, usize, String)> = results.iter().filter_map(|r| quote(&r)).collect();
        let asked = self.entry.options.text_field.as_deref();
        let text = match text_of(self.data, (object, asked), &quotes) {
            Ok(text) => text,
            Err(why) => {
                let (what, example) = match why {
                    NoText::Address(address) => {
                        ("the text is not in the file, only a path or URL to it", address)
                    }
                    NoText::Ambiguous(names) => {
                        ("several fields could be the text; choose one with --text-field", names.join(", "))
                    }
                    NoText::None => ("there is no text", object.to_owned()),
                };
                self.reading.remarks.push(Remark::without(place, what, &example, regions(results)));
                return None;
            }
        };
        let state = self.who.as_deref().and_then(|who| self.data.member("states")?.text(who));
        let state = state.as_deref().and_then(value::state_of);
        let mut record = Record {
            place: place.to_owned(),
            file: self.data.text("file"),
            title: self.data.text("title").or_else(|| self.data.text("headline")),
            annotator: self.who.clone(),
            state: state.or_else(|| self.model.is_none().then_some(State::Done)),
            // Where paragraphs begin is counted here.
            unit: (!text.paragraphs.is_empty()).then_some(OffsetUnit::CodePoint),
            ..Record::default()
        };
        for result in results {
            if self.result(result, &text, &mut record).is_none() {
                let what = if is_by_path(result.member("value").unwrap_or(result)) {
                    "a region has its place in XPaths, which are not read, and has no globalOffsets"
                } else {
                    "a result has no text span"
                };
                let marks = labels(result).len();
                self.reading.remarks.push(Remark::without(place, what, &result.show(), marks));
            }
        }
        // Other members say something of the article.
        let members = self.data.as_object().into_iter().flat_map(serde_json_borrow::ObjectAsVec::iter);
        let is_region = |value: &Tree<'_>| value.each().iter().any(|one| one.member("start").is_some());
        for (name, value) in members.filter(|(name, value)| !BOOKKEEPING.contains(name) && !is_region(value))
        {
            let is_text = value.as_str() == Some(&*text.text)
                || (!text.paragraphs.is_empty() && value.as_array().is_some());
            if !is_text {
                record.detail(name, value);
            }
        }
        record.text = Some(text.text);
        Some(record)
    }

    /// A region, or something that is said of one.
    fn result(&self, result: &Tree<'j>, text: &Text, record: &mut Record) -> Option<()> {
        let value = result.member("value").unwrap_or(result);
        let labels = labels(result);
        if labels.is_empty() {
            let name = result.text("from_name")?;
            let mut found = ["choices", "number", "rating", "taxonomy", "datetime", "text"].iter();
            let found = found.find_map(|key| value.member(key))?;
            let attachment = Attachment::Attribute(attribute_of_control(&name).to_owned(), said(found)?);
            record.additions.push(Addition { to: result.text("id")?, attachment, line: 0 });
            return Some(());
        }
        let part = place(value, text)?;
        for label in labels {
            let mut mark = Mark {
                id: result.text("id"),
                label: label.as_str()?.to_owned(),
                spans: vec![part],
                quotes: value.text("text").into_iter().collect(),
                score: result.member("score").and_then(Tree::as_f64).or(self.score),
                model: self.model.clone(),
                ..Mark::default()
            };
            if let Some(meta) = result.member("meta") {
                let notes = meta.list("text").iter().filter_map(Tree::as_str);
                mark.note = meta.text("text").unwrap_or_else(|| notes.collect::<Vec<_>>().join("\n"));
                if let Some(more) = meta.member("tippani") {
                    value::more(&mut mark, more);
                }
            }
            record.marks.push(mark);
        }
        Some(())
    }
}

/// Whether a region stands in a page, at paths through its elements.
fn is_by_path(value: &Tree<'_>) -> bool {
    ["start", "end"]
        .iter()
        .all(|key| value.member(key).and_then(Tree::as_str).is_some_and(|at| at.contains('/')))
}

/// Start and end of a region in the whole text.
fn place(value: &Tree<'_>, text: &Text) -> Option<(usize, usize)> {
    if text.paragraphs.is_empty() {
        let whole = value.member("globalOffsets").unwrap_or(value);
        return Some((whole.offset("start")?, whole.offset("end")?));
    }
    let paragraph = |key: &str| match value.member(key)? {
        Tree::Str(number) => text.paragraphs.get(number.parse::<usize>().ok()?),
        number => text.paragraphs.get(number.number()?),
    };
    let start = paragraph("start")?.checked_add(value.offset("startOffset")?)?;
    Some((start, paragraph("end")?.checked_add(value.offset("endOffset")?)?))
}

/// What a control gives: one value, several, or a path of a taxonomy.
fn said(found: &Tree<'_>) -> Option<Value> {
    match found {
        Tree::Array(many) if many.iter().all(|one| one.as_array().is_some()) => {
            let path =
                |path: &Tree<'_>| path.each().iter().filter_map(Tree::as_str).collect::<Vec<_>>().join(" / ");
            Some(Value::Many(many.iter().map(path).collect()))
        }
        Tree::Array(many) if many.len() == 1 => value::from_plain(&many[0]),
        other => value::from_plain(other),
    }
}
