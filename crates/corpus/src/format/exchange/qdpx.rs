//! REFI-QDA projects, the way into `NVivo`, ATLAS.ti, MAXQDA and `QualCoder`: one for each annotator, with the texts as sources, labels
//! as codes, annotations as coded selections, and links between them. <https://www.qdasoftware.org>
//!
//! A project is a ZIP archive of `project.qde` and the folder `sources`. Here its parts are written one by one: the archive is made of
//! them when all are there ([`PARTS`]). Positions are code points, the end exclusive.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::read::Input;
use super::table::{Direction, Format, Frame};
use super::xml::is_xml_char;
use super::{Article, Encoded, Fate, FilePiece, OffsetUnit, PieceKind, tables};
use crate::format::encoding::sha256;
use crate::model::{
    Annotation, AnnotationKind, AnnotationSet, EntryKey, Hue, Label, Relation, Schema, Timestamp, Value,
};

/// The row of the table of formats.
pub(super) const FORMAT: Format = Format {
    id: "qdpx",
    name: "REFI-QDA project",
    explanation: "Sources, codes and coded passages, for NVivo, ATLAS.ti, MAXQDA and QualCoder",
    unit: Some(OffsetUnit::CodePoint),
    encode,
    frame: Frame { before: b"", between: b"", after: b"" },
    companions: heads,
    ending: "qdpx",
    input: Input::Page(check),
    direction: Direction::Out,
};

/// The file of an archive that its parts are put together in, and the parts: what stands before each, its name, what stands after it.
/// A part that is not there is left out with both.
pub(super) const PROJECT: &str = "project.qde";
pub(super) const PARTS: [(&str, &str, &str); 3] =
    [("", HEAD, ""), ("", SOURCES, "</Sources>\n"), ("<Links>\n", LINKS, "</Links>\n")];
/// What ends it.
pub(super) const END: &str = "</Project>\n";

/// What follows the annotator in the name of an archive.
const ENDING: &str = "-project.qdpx";
const HEAD: &str = "head.xml";
const SOURCES: &str = "sources.xml";
const LINKS: &str = "links.xml";

/// A selection is named by so many characters of its words.
const MAX_NAME_CHARS: usize = 80;

/// An identifier in the form of a GUID from words: the same words, the same identifier.
fn guid(words: &[&str]) -> String {
    let hash = sha256(words.join("\u{1f}").as_bytes());
    format!("{}-{}-{}-{}-{}", &hash[..8], &hash[8..12], &hash[12..16], &hash[16..20], &hash[20..32])
}

fn guid_of(key: &EntryKey) -> String {
    guid(&["annotation", key.annotator.as_str(), &key.file, key.id.as_str()])
}

fn folder(annotator: &str) -> String {
    format!("{annotator}{ENDING}")
}

/// The head of each annotator's project: who, and the codes of the schema in a group for each layer.
fn heads(schema: &Schema, paths: &[String]) -> Vec<(String, Vec<u8>)> {
    let folders: std::collections::BTreeSet<&str> =
        paths.iter().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder).collect();
    let head = |folder: &str| {
        let annotator = folder.trim_end_matches(ENDING);
        let user = guid(&["annotator", annotator]);
        let name = if schema.name.is_empty() { annotator } else { &schema.name };
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        let _ = write!(
            xml,
            "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"{}\" origin=\"Tippani\" creatingUserGUID=\"{user}\">\n\
             <Users><User guid=\"{user}\" name=\"{}\"/></Users>\n",
            line(name),
            line(annotator)
        );
        codes(schema, &mut xml);
        xml.push_str("<Sources>\n");
        (format!("{folder}/{HEAD}"), xml.into_bytes())
    };
    folders.into_iter().map(head).collect()
}

/// The codes; nothing where the schema has no labels: a book of codes has one at least.
fn codes(schema: &Schema, xml: &mut String) {
    if schema.labels.is_empty() {
        return;
    }
    xml.push_str("<CodeBook><Codes>\n");
    for (kind, name) in [(AnnotationKind::Entity, "Entities"), (AnnotationKind::Claim, "Claims")] {
        let labels: Vec<&Label> = schema.labels.iter().filter(|label| label.kind == kind).collect();
        if labels.is_empty() {
            continue;
        }
        let group = guid(&["layer", kind.name()]);
        let _ = writeln!(xml, "<Code guid=\"{group}\" name=\"{name}\" isCodable=\"false\">");
        for label in labels {
            code(xml, label);
        }
        xml.push_str("</Code>\n");
    }
    xml.push_str("</Codes></CodeBook>\n");
}

fn code(xml: &mut String, label: &Label) {
    let _ = write!(
        xml,
        "<Code guid=\"{}\" name=\"{}\" isCodable=\"true\" color=\"{}\">",
        guid(&["label", &label.id]),
        line(&label.name),
        color(label.hue)
    );
    if !label.description.is_empty() {
        let _ = write!(xml, "<Description>{}</Description>", lines(&label.description));
    }
    xml.push_str("</Code>\n");
}

/// A colour that tells a code from others, in the tone that the window has for its hue.
const fn color(hue: Hue) -> &'static str {
    match hue {
        Hue::Blue => "#2F6DB5",
        Hue::Orange => "#B8650A",
        Hue::Green => "#2E7D4F",
        Hue::Purple => "#7A4BA8",
        Hue::Teal => "#16777D",
        Hue::Brown => "#855C33",
        Hue::Sky => "#2A7FA6",
        Hue::Vermilion => "#C2431F",
        Hue::Rose => "#B03A6B",
        Hue::Olive => "#6B7517",
        Hue::Gold => "#91700A",
        Hue::Grey => "#55616E",
    }
}

fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    for set in article.sets {
        let folder = folder(set.annotator.as_str());
        let source = guid(&["article", &article.document.file]);
        let text = article.text().as_bytes().to_vec();
        let path = format!("{folder}/sources/{source}.txt");
        out.pieces.push(FilePiece { path, bytes: text, part: PieceKind::Text });
        let bytes = source_xml(article, set, &source, &mut out).into_bytes();
        out.pieces.push(FilePiece { path: format!("{folder}/{SOURCES}"), bytes, part: PieceKind::Next });
        let mut links = String::new();
        for relation in set.relations() {
            if let Err(reason) = link(article, set, relation, &mut links) {
                out.losses.push(article.lost_relation(relation, reason));
            }
        }
        if !links.is_empty() {
            let (path, bytes) = (format!("{folder}/{LINKS}"), links.into_bytes());
            out.pieces.push(FilePiece { path, bytes, part: PieceKind::Next });
        }
    }
    out
}

/// A source with its coded selections.
fn source_xml(article: &Article<'_>, set: &AnnotationSet, source: &str, out: &mut Encoded) -> String {
    let user = guid(&["annotator", set.annotator.as_str()]);
    let details = article.details.cloned().unwrap_or_default();
    let name = details.title.as_deref().unwrap_or(&article.document.file);
    let mut xml = String::new();
    let _ = writeln!(
        xml,
        "<TextSource guid=\"{source}\" name=\"{}\" plainTextPath=\"internal://{source}.txt\" creatingUser=\"{user}\">",
        line(name)
    );
    let known = crate::model::ArticleDetails::NAMES.into_iter().zip(details.values());
    let known: Vec<String> = known.filter_map(|(name, value)| Some(format!("{name}: {}", value?))).collect();
    let described = std::iter::once(format!("file: {}", article.document.file)).chain(known);
    let described = described.collect::<Vec<_>>().join("\n");
    let _ = writeln!(xml, "<Description>{}</Description>", lines(&described));
    for annotation in set.annotations() {
        selections(article, set, annotation, &mut xml);
        out.annotations += 1;
        out.losses.extend(article.split(annotation, "each part is a selection of its own"));
        if !annotation.attributes.is_empty() || annotation.entity.is_some() {
            let reason = "attributes and entity stand as words in the description of the selection";
            out.losses.push(article.loss(annotation, Fate::Flattened, reason));
        }
        if article.schema.label(&annotation.label).is_none() {
            let reason = "a label that the schema does not have is no code of the project";
            out.losses.push(article.loss(annotation, Fate::Flattened, reason));
        }
    }
    xml.push_str("</TextSource>\n");
    xml
}

/// An annotation: a selection for each of its parts; the first bears the identifier that links lead to.
fn selections(article: &Article<'_>, set: &AnnotationSet, annotation: &Annotation, xml: &mut String) {
    let own = guid_of(&EntryKey::new(&article.document.file, &set.annotator, &annotation.id));
    let user = guid(&["annotator", set.annotator.as_str()]);
    let described = description(article, annotation);
    for (number, span) in annotation.spans.as_slice().iter().enumerate() {
        let (start, end) = article.offsets(OffsetUnit::CodePoint, *span);
        let part = if number == 0 { own.clone() } else { guid(&["part", &own, &number.to_string()]) };
        let words: String =
            article.quote(*span).chars().filter(|c| !c.is_control()).take(MAX_NAME_CHARS).collect();
        let _ = write!(
            xml,
            "<PlainTextSelection guid=\"{part}\" name=\"{}\" startPosition=\"{start}\" endPosition=\"{end}\" creatingUser=\"{user}\"{}{}>",
            line(&words),
            moment("creationDateTime", annotation.created.as_ref()),
            moment("modifiedDateTime", annotation.modified.as_ref())
        );
        if !described.is_empty() {
            let _ = write!(xml, "<Description>{}</Description>", lines(&described));
        }
        if let Some(label) = article.schema.label(&annotation.label) {
            let _ = write!(
                xml,
                "<Coding guid=\"{}\" creatingUser=\"{user}\"><CodeRef targetGUID=\"{}\"/></Coding>",
                guid(&["coding", &part]),
                guid(&["label", &label.id])
            );
        }
        xml.push_str("</PlainTextSelection>\n");
    }
}

/// What is said of an annotation beside its label, a line each.
fn description(article: &Article<'_>, annotation: &Annotation) -> String {
    let mut lines = Vec::new();
    if article.schema.label(&annotation.label).is_none() {
        lines.push(format!("label: {}", annotation.label));
    }
    lines.extend(
        annotation.entity.as_ref().map(|entity| format!("entity: {}", tables::name_of(article, entity))),
    );
    for (name, attribute) in &annotation.attributes {
        let value = match &attribute.value {
            Value::Text(text) => text.clone(),
            Value::Many(all) => all.join(", "),
            Value::Flag(flag) => flag.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Entity(entity) => tables::name_of(article, entity),
        };
        let evidence = attribute.evidence.map(|evidence| format!(" (“{}”)", article.quote(evidence.span)));
        lines.push(format!("{name}: {value}{}", evidence.unwrap_or_default()));
    }
    if !annotation.note.is_empty() {
        lines.push(annotation.note.clone());
    }
    lines.join("\n")
}

/// What an XML file can hold of a text that is one line.
fn line(text: &str) -> String {
    let held: String = text.chars().filter(|c| is_xml_char(*c) && !c.is_control()).collect();
    escape(held.as_str()).into_owned()
}

/// The same of a text of several lines.
fn lines(text: &str) -> String {
    let is_held = |c: &char| is_xml_char(*c) && (!c.is_control() || matches!(c, '\n' | '\t'));
    let held: String = text.chars().filter(is_held).collect();
    escape(held.as_str()).into_owned()
}

fn moment(name: &str, time: Option<&Timestamp>) -> String {
    time.map(|time| format!(" {name}=\"{}\"", time.moment())).unwrap_or_default()
}

/// A link between two annotations of one annotator.
///
/// # Errors
/// In words, when it is not in the project.
fn link(
    article: &Article<'_>,
    set: &AnnotationSet,
    relation: &Relation,
    xml: &mut String,
) -> Result<(), &'static str> {
    let file = &article.document.file;
    let to = relation.to.key(file, &set.annotator);
    if to.annotator != set.annotator {
        return Err("a project has the annotations of one annotator, and this link leads to another's");
    }
    let is_missing = to.file == *file && set.get(&to.id).is_none();
    if is_missing || set.get(&relation.from).is_none() {
        return Err("it joins an annotation that is left out");
    }
    let spec = article.schema.relation(&relation.label);
    let name = spec.map_or(&*relation.label, |spec| &spec.name);
    let direction = if spec.is_some_and(|spec| spec.symmetric) { "Associative" } else { "OneWay" };
    let _ = writeln!(
        xml,
        "<Link guid=\"{}\" name=\"{}\" direction=\"{direction}\" originGUID=\"{}\" targetGUID=\"{}\"/>",
        guid(&["link", set.annotator.as_str(), file, relation.id.as_str()]),
        line(name),
        guid_of(&EntryKey::new(file, &set.annotator, &relation.from)),
        guid_of(&to)
    );
    Ok(())
}

/// Holds a part of a project against its article: every selection is there, and its words stand where it says.
fn check(article: &Article<'_>, bytes: &[u8]) -> Result<(), String> {
    let xml = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    if !xml.starts_with("<TextSource ") {
        return Ok(());
    }
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut places = std::collections::BTreeMap::<(usize, usize), usize>::new();
    let length = article.document.text.chars();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(element) if element.name().as_ref() == "PlainTextSelection" => {
                let place = |name: &str| {
                    let value = element.try_get_attribute(name).ok().flatten()?;
                    value.value.parse::<usize>().ok()
                };
                let (start, end) =
                    place("startPosition").zip(place("endPosition")).ok_or("a selection has no place")?;
                if start >= end || end > length {
                    return Err(format!("a selection is at {start}–{end} of {length}"));
                }
                *places.entry((start, end)).or_default() += 1;
            }
            _ => {}
        }
    }
    let holds = |set: &AnnotationSet| {
        let mut left = places.clone();
        let parts = set.annotations().iter().flat_map(|annotation| annotation.spans.as_slice());
        let is_all = parts.into_iter().all(|span| {
            let count = left.get_mut(&article.offsets(OffsetUnit::CodePoint, *span));
            count.filter(|count| **count > 0).map(|count| *count -= 1).is_some()
        });
        is_all && left.values().all(|count| *count == 0)
    };
    if article.sets.iter().any(holds) { Ok(()) } else { Err("not all selections are in it".to_owned()) }
}
