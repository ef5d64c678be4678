//! One entity a row, for spreadsheets. What would begin a formula is guarded by an apostrophe.
//!
//! `aliases` are parted by `|`, each with its language tag after `@`: `बेलौसोव@hi|Belousov`; `ids` are `scheme:identifier`, parted
//! by `|`, and `links`, `same` and `different` by blanks. A `|`, `@` or `\` of a name itself has a `\` before it.

use std::collections::BTreeSet;

use super::{EntityFileError, EntityList, fresh, left_out, place_of_line, tag};
use crate::format::encoding;
use crate::format::exchange::cell;
use crate::format::localized::Localized as _;
use crate::format::{Decoded, Issue};
use crate::model::{Alias, Entity, EntityId, Extra, Judgement, Timestamp};
use crate::words;

const COLUMNS: [&str; 11] = [
    "id",
    "kind",
    "name",
    "aliases",
    "description",
    "ids",
    "links",
    "same",
    "different",
    "created",
    "modified",
];

pub(super) fn encode(list: &EntityList) -> Vec<u8> {
    let mut rows = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = rows.write_record(COLUMNS);
    for entity in &list.entities {
        let aliases: Vec<String> = entity.aliases.iter().map(written).collect();
        let ids = entity.ids.iter().flat_map(|(scheme, ids)| ids.iter().map(move |id| (scheme, id)));
        let ids: Vec<String> = ids.map(|(scheme, id)| escaped(&format!("{scheme}:{id}"))).collect();
        let judged = |judgement: Judgement| {
            let pairs =
                list.judgements.iter().filter(|(pair, j)| *j == judgement && *pair.first() == entity.id);
            pairs.map(|(pair, _)| pair.second().as_str()).collect::<Vec<_>>().join(" ")
        };
        let time = |time: &Option<Timestamp>| time.as_ref().map(ToString::to_string).unwrap_or_default();
        let cells = [
            entity.id.as_str().to_owned(),
            entity.kind.to_string(),
            entity.name.clone(),
            aliases.join("|"),
            entity.description.clone(),
            ids.join("|"),
            entity.links.join(" "),
            judged(Judgement::Same),
            judged(Judgement::Different),
            time(&entity.created),
            time(&entity.modified),
        ];
        let _ = rows.write_record(cells.iter().map(|text| cell::guarded(text).into_owned()));
    }
    rows.into_inner().unwrap_or_default()
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace('@', "\\@")
}

fn written(alias: &Alias) -> String {
    let text = escaped(&alias.text);
    tag::of(alias).map_or_else(|| text.clone(), |tag| format!("{text}@{tag}"))
}

/// Parts of a cell between `|`, and in each the place of an `@` that parts the name from its tag.
fn parts(cell: &str) -> Vec<(String, Option<usize>)> {
    let mut parts = vec![(String::new(), None)];
    let mut is_escaped = false;
    for c in cell.chars() {
        let Some((text, at)) = parts.last_mut() else { break };
        match c {
            _ if std::mem::take(&mut is_escaped) => text.push(c),
            '\\' => is_escaped = true,
            '|' => parts.push((String::new(), None)),
            '@' => {
                *at = Some(text.len());
                text.push(c);
            }
            _ => text.push(c),
        }
    }
    parts.retain(|(text, _)| !text.trim().is_empty());
    parts
}

pub(super) fn decode(bytes: &[u8], kind: &str) -> Result<Decoded<EntityList>, EntityFileError> {
    let malformed = |e: &::csv::Error| EntityFileError::Malformed { format: "csv", why: e.to_string() };
    let text = encoding::decode(bytes).value;
    let mut rows = ::csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = rows.headers().map_err(|e| malformed(&e))?.clone();
    let column = |name: &str| header.iter().position(|known| known.trim().eq_ignore_ascii_case(name));
    if column("id").is_none() && column("name").is_none() {
        return Err(EntityFileError::NoColumn("name"));
    }
    let places = COLUMNS.map(column);
    let mut issues: Vec<Issue> = Vec::new();
    for unknown in
        header.iter().filter(|known| !COLUMNS.contains(&known.trim().to_ascii_lowercase().as_str()))
    {
        let (what, hint) =
            (words::text("format-entities-column"), words::text("format-entities-column-hint"));
        issues.push(Issue::new(unknown, what, hint));
    }
    let (mut list, mut taken) = (EntityList::default(), BTreeSet::new());
    for (row, line) in rows.records().zip(2..) {
        let read = row.map_err(|e| e.to_string()).and_then(|row| {
            let cell = |at: usize| places[at].and_then(|place| row.get(place)).map_or("", cell::text).trim();
            entity(&cell, kind, &mut taken, &mut list)
        });
        if let Err(why) = read {
            issues.push(left_out(place_of_line(line), &why));
        }
    }
    Ok(Decoded { value: list, issues })
}

fn entity<'c>(
    cell: &dyn Fn(usize) -> &'c str,
    kind: &str,
    taken: &mut BTreeSet<EntityId>,
    list: &mut EntityList,
) -> Result<(), String> {
    let (id, name) = (cell(0), cell(2));
    if id.is_empty() && name.is_empty() {
        return Err(words::text("format-entities-nameless").to_owned());
    }
    let time = |at: usize| -> Result<Option<Timestamp>, String> {
        let text = cell(at);
        (!text.is_empty()).then(|| text.parse::<Timestamp>().map_err(|e| e.localized())).transpose()
    };
    let (created, modified) = (time(9)?, time(10)?);
    let id = if id.is_empty() { fresh(name, taken) } else { EntityId::new(id).map_err(|e| e.localized())? };
    let mut entity = Entity {
        kind: if cell(1).is_empty() { kind.into() } else { cell(1).into() },
        name: if name.is_empty() { id.to_string() } else { name.to_owned() },
        aliases: Vec::new(),
        description: cell(4).to_owned(),
        ids: std::collections::BTreeMap::new(),
        links: cell(6).split_whitespace().map(str::to_owned).collect(),
        created,
        modified,
        extra: Extra::default(),
        id: id.clone(),
    };
    for (text, at) in parts(cell(3)) {
        let tagged = at.and_then(|at| Some((text[..at].to_owned(), tag::parse(&text[at + 1..])?)));
        entity.add_alias(match tagged {
            Some((text, (language, script))) => Alias { text, language, script, extra: Extra::default() },
            None => Alias { text, ..Alias::default() },
        });
    }
    for (text, _) in parts(cell(5)) {
        let (scheme, id) = text.split_once(':').ok_or_else(|| format!("“{text}” is no scheme:identifier"))?;
        entity.add_id(scheme.trim(), id.trim());
    }
    for (at, judgement) in [(7, Judgement::Same), (8, Judgement::Different)] {
        for other in cell(at).split_whitespace() {
            list.judge(&id, other, judgement)?;
        }
    }
    taken.insert(id);
    list.entities.push(entity);
    Ok(())
}
