//! The table of entities beside a Parquet dataset: one entity a row.

use std::sync::Arc;

use arrow_schema::{DataType, Field, Fields, Schema};
use serde::Serialize;

use super::{ParquetTable, TableError};
use crate::format::entities::exchange::EntityList;
use crate::model::{Entity, Judgement};

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    kind: &'a str,
    name: &'a str,
    aliases: Vec<AliasRow<'a>>,
    description: &'a str,
    ids: Vec<IdRow<'a>>,
    links: &'a [String],
    /// Entities that are one with it, and those that are not, by identifier.
    same: Vec<&'a str>,
    different: Vec<&'a str>,
}

#[derive(Serialize)]
struct AliasRow<'a> {
    text: &'a str,
    language: Option<&'a str>,
    script: Option<&'a str>,
}

#[derive(Serialize)]
struct IdRow<'a> {
    scheme: &'a str,
    id: &'a str,
}

/// The bytes of the file.
pub(super) fn encode(list: &EntityList) -> Result<Vec<u8>, TableError> {
    let mut table = ParquetTable::of_columns(Vec::new(), Arc::new(columns()))?;
    for entity in &list.entities {
        // Writing into memory cannot fail.
        let mut line = serde_json::to_vec(&row(entity, list)).unwrap_or_default();
        line.push(b'\n');
        table.push(&line)?;
    }
    Ok(table.finish()?.0)
}

fn row<'a>(entity: &'a Entity, list: &'a EntityList) -> Row<'a> {
    let judged = |judgement: Judgement| {
        let pairs = list.judgements.iter().filter(move |(_, known)| *known == judgement);
        let other = |(pair, _): &'a (crate::model::EntityPair, Judgement)| match pair.both() {
            [one, other] if *one == entity.id => Some(other.as_str()),
            [one, other] if *other == entity.id => Some(one.as_str()),
            _ => None,
        };
        pairs.filter_map(other).collect()
    };
    let alias = |alias: &'a crate::model::Alias| AliasRow {
        text: &alias.text,
        language: alias.language.as_deref(),
        script: alias.script.as_deref(),
    };
    let ids = entity.ids.iter().flat_map(|(scheme, ids)| ids.iter().map(move |id| IdRow { scheme, id }));
    Row {
        id: entity.id.as_str(),
        kind: &entity.kind,
        name: &entity.name,
        aliases: entity.aliases.iter().map(alias).collect(),
        description: &entity.description,
        ids: ids.collect(),
        links: &entity.links,
        same: judged(Judgement::Same),
        different: judged(Judgement::Different),
    }
}

fn columns() -> Schema {
    let text = |name: &str| Field::new(name, DataType::Utf8, true);
    let list = |name: &str, of: DataType| {
        Field::new(name, DataType::List(Arc::new(Field::new("item", of, true))), true)
    };
    let alias: Vec<Field> = ["text", "language", "script"].map(text).into();
    let id: Vec<Field> = ["scheme", "id"].map(text).into();
    Schema::new(vec![
        text("id"),
        text("kind"),
        text("name"),
        list("aliases", DataType::Struct(Fields::from(alias))),
        text("description"),
        list("ids", DataType::Struct(Fields::from(id))),
        list("links", DataType::Utf8),
        list("same", DataType::Utf8),
        list("different", DataType::Utf8),
    ])
}
