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

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    use arrow_array::cast::AsArray as _;

    use super::*;
    use crate::model::{Alias, EntityId, EntityPair};

    #[test]
    fn a_row_has_the_names_and_who_is_one_with_it() {
        let now = || "2026-01-02T03:04:05Z".parse().expect("a time");
        let id = |id: &str| EntityId::new(id).expect("a slug");
        let mut entity = Entity::new(id("belousov"), "person", "Andrei Belousov", now());
        entity.add_alias(Alias { language: Some("hi".into()), ..Alias::new("बेलोसोव") });
        let other = Entity::new(id("lavrov"), "person", "Sergei Lavrov", now());
        let pair = EntityPair::new(id("belousov"), id("lavrov")).expect("two");
        let list =
            EntityList { entities: vec![entity, other], judgements: vec![(pair, Judgement::Different)] };
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(&encode(&list).expect("a table")).expect("room");
        let mut batches =
            ParquetRecordBatchReaderBuilder::try_new(file).expect("Parquet").build().expect("a reader");
        let rows = batches.next().expect("rows").expect("that can be read");
        let text = |name: &str| {
            let column = rows.column_by_name(name).expect("a column").as_string::<i32>();
            column.iter().map(|cell| cell.unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(text("id"), ["belousov", "lavrov"]);
        assert_eq!(text("name"), ["Andrei Belousov", "Sergei Lavrov"]);
        let first = |name: &str| rows.column_by_name(name).expect("a column").as_list::<i32>().value(0);
        let aliases = first("aliases");
        let alias = |field: &str| {
            let cells = aliases.as_struct().column_by_name(field).expect("a field");
            cells.as_string::<i32>().value(0).to_owned()
        };
        assert_eq!((alias("text").as_str(), alias("language").as_str()), ("बेलोसोव", "hi"));
        assert_eq!(first("different").as_string::<i32>().value(0), "lavrov");
        assert!(first("same").is_empty());
    }
}
