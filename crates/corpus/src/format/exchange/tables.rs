//! Tables that refer to each other: mentions, claims, what is said of each, and links, beside a table of the entities.
//!
//! Offsets are code points; out only. Cells are guarded as in the one table of everything ([`super::cell`]).

use super::csv::mark_record;
use super::read::Input;
use super::table::{Direction, Format, Frame};
use super::{Article, Encoded, Fate, FilePiece, OffsetUnit, PieceKind, Record, cell, value};
use crate::model::{Annotation, AnnotationKind, AnnotationSet, EntityRef, Timestamp, Value};

const MENTIONS: &str = "mentions.csv";
const CLAIMS: &str = "claims.csv";
const ATTRIBUTES: &str = "attributes.csv";
const LINKS: &str = "links.csv";

/// The row of the table of formats.
pub(super) const FORMAT: Format = Format {
    id: "tables",
    name: "Tables (CSV)",
    explanation: "Entities, mentions, claims, their attributes and links, a table each",
    unit: Some(OffsetUnit::CodePoint),
    encode,
    frame: Frame { before: b"", between: b"", after: b"" },
    companions: |_, _| Vec::new(),
    ending: "csv",
    input: Input::Table(decode),
    direction: Direction::Out,
};

/// The first row of a table.
pub(super) fn head(path: &str) -> &'static [u8] {
    match path {
        MENTIONS => b"file,annotator,id,label,start,end,quote,entity,entity_name,note,created,modified\r\n",
        CLAIMS => {
            b"file,annotator,id,label,start,end,quote,title,publisher,published,url,language,claimer,claimer_name,note,created,modified\r\n"
        }
        ATTRIBUTES => b"file,annotator,id,attribute,value,entity_name,start,end,evidence\r\n",
        LINKS => b"file,annotator,id,relation,from,to_file,to_annotator,to,note\r\n",
        _ => b"",
    }
}

/// Rows of a table under way.
struct Rows(::csv::Writer<Vec<u8>>);

impl Rows {
    fn new() -> Self {
        Self(::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new()))
    }

    fn add<const N: usize>(&mut self, cells: [&str; N]) {
        // Writing into memory cannot fail.
        let _ = self.0.write_record(cells.map(|text| cell::guarded(text).into_owned()));
    }

    fn piece(self, path: &str) -> FilePiece {
        let bytes = self.0.into_inner().unwrap_or_default();
        FilePiece { path: path.to_owned(), bytes, part: PieceKind::Next }
    }
}

fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let [mut mentions, mut claims, mut attributes, mut links] = std::array::from_fn(|_| Rows::new());
    let file = &*article.document.file;
    for set in article.sets {
        let who = set.annotator.as_str();
        for annotation in set.annotations() {
            out.annotations += 1;
            let rows = if annotation.kind == AnnotationKind::Claim { &mut claims } else { &mut mentions };
            row(article, set, annotation, rows);
            for (name, attribute) in &annotation.attributes {
                let (start, end, evidence) = attribute.evidence.map_or_else(Default::default, |evidence| {
                    let (start, end) = article.offsets(OffsetUnit::CodePoint, evidence.span);
                    (start.to_string(), end.to_string(), article.quote(evidence.span))
                });
                let said = match value::plain(&attribute.value) {
                    serde_json::Value::String(text) => text,
                    other => other.to_string(),
                };
                let entity = match &attribute.value {
                    Value::Entity(entity) => name_of(article, entity),
                    _ => String::new(),
                };
                attributes.add([
                    file,
                    who,
                    annotation.id.as_str(),
                    name,
                    &said,
                    &entity,
                    &start,
                    &end,
                    evidence,
                ]);
            }
            let reason = "a row has where the first part begins and the last one ends";
            let is_whole = annotation.spans.as_slice().len() == 1;
            out.losses.extend((!is_whole).then(|| article.loss(annotation, Fate::Widened, reason)));
        }
        for relation in set.relations() {
            let to = relation.to.key(&article.document.file, &set.annotator);
            let (id, from) = (relation.id.as_str(), relation.from.as_str());
            let note = &relation.note;
            links.add([
                file,
                who,
                id,
                &relation.label,
                from,
                &to.file,
                to.annotator.as_str(),
                to.id.as_str(),
                note,
            ]);
        }
    }
    let all = [(mentions, MENTIONS), (claims, CLAIMS), (attributes, ATTRIBUTES), (links, LINKS)];
    out.pieces.extend(all.into_iter().map(|(rows, path)| rows.piece(path)));
    out
}

/// The row of a mention or a claim.
fn row(article: &Article<'_>, set: &AnnotationSet, annotation: &Annotation, rows: &mut Rows) {
    let (start, end) = article.offsets(OffsetUnit::CodePoint, annotation.spans.extent());
    let (start, end) = (start.to_string(), end.to_string());
    let quote = annotation.spans.quote(&article.document.text);
    let time = |time: &Option<Timestamp>| time.as_ref().map(ToString::to_string).unwrap_or_default();
    let (created, modified) = (time(&annotation.created), time(&annotation.modified));
    let file = &*article.document.file;
    let (who, id) = (set.annotator.as_str(), annotation.id.as_str());
    let (label, note) = (&*annotation.label, &*annotation.note);
    if annotation.kind == AnnotationKind::Entity {
        let entity = annotation.entity.as_ref().map_or("", EntityRef::as_str);
        let name = annotation.entity.as_ref().map(|entity| name_of(article, entity)).unwrap_or_default();
        rows.add([file, who, id, label, &start, &end, &quote, entity, &name, note, &created, &modified]);
        return;
    }
    let claimer = annotation.attributes.get("claimer").and_then(|claimer| match &claimer.value {
        Value::Entity(entity) => Some(entity),
        _ => None,
    });
    let name = claimer.map(|entity| name_of(article, entity)).unwrap_or_default();
    let known = article.details.cloned().unwrap_or_default();
    let [title, publisher, _, published, url, _] = known.values().map(Option::unwrap_or_default);
    let language = article.document.language.as_deref().unwrap_or_default();
    let claimer = claimer.map_or("", EntityRef::as_str);
    rows.add([
        file, who, id, label, &start, &end, &quote, title, publisher, published, url, language, claimer,
        &name, note, &created, &modified,
    ]);
}

/// What an entity is called: by the registry, or as it stands there.
pub(super) fn name_of(article: &Article<'_>, entity: &EntityRef) -> String {
    let view = match entity {
        EntityRef::Entity(id) => article.registry.and_then(|registry| registry.view(id)),
        EntityRef::Author | EntityRef::Unknown | EntityRef::Name(_) => None,
    };
    view.map_or_else(|| entity.as_str().to_owned(), |view| view.name)
}

/// A row of mentions or of claims: a mark. Heads and rows of the other tables are none.
fn decode(row: &::csv::StringRecord) -> Option<Record> {
    if matches!(row.len(), 12 | 17) { mark_record(row, [3, 4, 5, 6]) } else { None }
}
