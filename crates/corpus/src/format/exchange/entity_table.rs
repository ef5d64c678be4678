//! The table of entities beside a Parquet dataset: one entity a row.

use serde::Serialize;

use super::columns::{Fields, Shape};
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
    let mut table = ParquetTable::of_columns(Vec::new(), &columns())?;
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

fn columns() -> Fields {
    use Shape::{Group, Text};
    let texts = || Shape::list(Text);
    let alias = ["text", "language", "script"].map(|name| (name, Text)).into();
    let id = ["scheme", "id"].map(|name| (name, Text)).into();
    vec![
        ("id", Text),
        ("kind", Text),
        ("name", Text),
        ("aliases", Shape::list(Group(alias))),
        ("description", Text),
        ("ids", Shape::list(Group(id))),
        ("links", texts()),
        ("same", texts()),
        ("different", texts()),
    ]
}

#[cfg(test)]
mod tests {
    use ::parquet::file::reader::{FileReader as _, SerializedFileReader};

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
        let file = bytes::Bytes::from(encode(&list).expect("a table"));
        let file = SerializedFileReader::new(file).expect("Parquet");
        let rows = file.get_row_iter(None).expect("rows");
        let rows: Vec<String> = rows.map(|row| row.expect("that can be read").to_string()).collect();
        let expected = [
            r#"{id: "belousov", kind: "person", name: "Andrei Belousov", aliases: [{text: "बेलोसोव", language: "hi", script: "Deva"}], description: "", ids: [], links: [], same: [], different: ["lavrov"]}"#,
            r#"{id: "lavrov", kind: "person", name: "Sergei Lavrov", aliases: [], description: "", ids: [], links: [], same: [], different: ["belousov"]}"#,
        ];
        assert_eq!(rows, expected);
    }
}
