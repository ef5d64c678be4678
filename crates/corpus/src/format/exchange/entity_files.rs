//! Entities beside a dataset: who they are that its annotations are linked to, as the readers of each format take them.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::{Format, TableError, entity_table};
use crate::format::entities::exchange::{EntityFileError, EntityFormat, EntityList, encode, own_iri};
use crate::model::{Entity, EntityRef};
use crate::words::{say, shown};

/// A file of the dataset: its path and its bytes.
type Bytes = (String, Vec<u8>);

/// Why a list of entities made no file.
#[derive(Debug, thiserror::Error)]
pub enum EntityFilesError {
    /// Parquet takes it for no table.
    #[error("{}", say!("format-entity-table", error = shown(.0)))]
    Table(#[from] TableError),
    /// It is of no format that goes out.
    #[error("{}", say!("format-entity-file", error = shown(.0)))]
    File(#[from] EntityFileError),
}

/// The files that say who these entities are, path and bytes of each; none where there are no entities, or the format has no
/// reader for them.
///
/// # Errors
/// When an entity fits no row.
pub fn entity_files(format: &Format, list: &EntityList) -> Result<Vec<Bytes>, EntityFilesError> {
    if list.entities.is_empty() {
        return Ok(Vec::new());
    }
    let exchanged = |format, name: &str| Ok(vec![(name.to_owned(), encode(format, list)?)]);
    match format.id {
        // The ending that an import of articles does not look for.
        "jsonl" => exchanged(EntityFormat::Jsonl, "entities.ndjson"),
        "csv" | "tables" => exchanged(EntityFormat::Csv, "entities.csv"),
        // What INCEpTION takes as a knowledge base, and linked data as it is.
        "w3c" | "cas-json" | "xmi" | "webanno-tsv" => exchanged(EntityFormat::Skos, "entities.ttl"),
        "huggingface" => Ok(vec![("entities.parquet".to_owned(), entity_table::encode(list)?)]),
        "brat" => Ok(normalization(list)),
        _ => Ok(Vec::new()),
    }
}

/// What identifies an entity outside of the registry: of one of its own an IRI, of all else what stands there.
pub(super) fn iri(entity: &EntityRef) -> Cow<'_, str> {
    match entity {
        EntityRef::Entity(id) => own_iri(id).into(),
        other => other.as_str().into(),
    }
}

/// The entity that an IRI of this program identifies, as files have it; what is none is left as it is.
pub(super) fn of_iri(text: &str) -> &str {
    text.strip_prefix(crate::format::entities::exchange::OWN_IRI).unwrap_or(text)
}

/// The database that brat looks names up in, as the text its `norm_db_init.py` reads, and the setting that names it.
/// <https://brat.nlplab.org/normalization.html>
fn normalization(list: &EntityList) -> Vec<Bytes> {
    let mut lines = String::new();
    for entity in &list.entities {
        let _ = writeln!(lines, "{}{}", entity.id, cells(entity));
    }
    let tools = "[normalization]\ntippani\tDB:entities, <URL>:urn:tippani:entity\n".to_owned();
    vec![
        ("entities.normalization.txt".to_owned(), lines.into_bytes()),
        ("tools.conf".to_owned(), tools.into_bytes()),
    ]
}

/// Names that are searched, the kind that is shown beside them, and what else is said.
fn cells(entity: &Entity) -> String {
    let mut cells = String::new();
    let mut cell = |kind: &str, label: &str, text: &str| {
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        if !text.trim().is_empty() {
            let _ = write!(cells, "\t{kind}:{label}:{text}");
        }
    };
    cell("name", "Name", &entity.name);
    for alias in &entity.aliases {
        cell("name", "Other name", &alias.text);
    }
    cell("attr", "Kind", &entity.kind);
    cell("info", "Description", &entity.description);
    for (scheme, ids) in &entity.ids {
        let scheme = scheme.replace(':', " ");
        for id in ids {
            cell("info", &scheme, id);
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::exchange::FORMATS;
    use crate::model::{Alias, EntityId};

    fn list() -> EntityList {
        let id = EntityId::new("belousov").expect("a slug");
        let now = "2026-01-02T03:04:05Z".parse().expect("a time");
        let mut entity = Entity::new(id, "person", "Andrei Belousov", now);
        entity.add_alias(Alias { language: Some("hi".into()), ..Alias::new("बेलोसोव") });
        entity.add_alias(Alias::new("two\tcells"));
        entity.add_id("wikidata", "Q42");
        EntityList { entities: vec![entity], judgements: Vec::new() }
    }

    fn files(id: &str) -> Vec<Bytes> {
        entity_files(Format::find(id).expect("a format"), &list()).expect("files")
    }

    #[test]
    fn formats_that_have_readers_for_entities_have_them_beside() {
        let with: Vec<&str> =
            FORMATS.iter().map(|format| format.id).filter(|id| !files(id).is_empty()).collect();
        assert_eq!(
            with,
            ["jsonl", "brat", "w3c", "cas-json", "xmi", "webanno-tsv", "huggingface", "csv", "tables"]
        );
        for format in FORMATS {
            assert_eq!(entity_files(format, &EntityList::default()).expect("files"), []);
        }
    }

    #[test]
    fn a_line_of_brats_database_has_names_kind_and_identifiers() {
        let (_, bytes) = files("brat").remove(0);
        assert_eq!(
            String::from_utf8(bytes).expect("text"),
            "belousov\tname:Name:Andrei Belousov\tname:Other name:बेलोसोव\tname:Other name:two cells\t\
             attr:Kind:person\tinfo:wikidata:Q42\n"
        );
    }

    #[test]
    fn an_iri_leads_back_to_the_entity() {
        for entity in ["andrei-belousov", "author", "unknown", "Андрей Белоусов", "Wikidata:Q42"]
        {
            let entity = EntityRef::from(entity);
            assert_eq!(EntityRef::from(of_iri(&iri(&entity))), entity);
        }
        assert_eq!(iri(&EntityRef::from("modi")), "urn:tippani:entity:modi");
    }
}
