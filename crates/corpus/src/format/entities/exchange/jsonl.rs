//! One entity a line, key for key as in the entities file; then a line for each pair that was decided about:
//! `{"same": ["a", "b"]}`.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::{EntityList, left_out, place_of_line};
use crate::format::Decoded;
use crate::format::encoding::without_bom;
use crate::format::entities::{read, write};
use crate::format::json::{AnyObject, Writer};
use crate::format::localized::Localized as _;
use crate::model::{EntityId, Judgement};

pub(super) fn encode(list: &EntityList) -> Vec<u8> {
    let mut out = Vec::new();
    for entity in &list.entities {
        let mut writer = Writer::default();
        write::entity(&mut writer, entity);
        line(&mut out, &writer.finish());
    }
    for (pair, judgement) in &list.judgements {
        let mut writer = Writer::default();
        writer.open(b'{');
        writer.key(judgement.name());
        writer.open(b'[');
        for id in pair.both() {
            writer.item();
            writer.string(id.as_str());
        }
        writer.close(b']');
        writer.close(b'}');
        line(&mut out, &writer.finish());
    }
    out
}

/// JSON on one line: within a string a line ending is escaped, so every line is cut at its indent safely.
fn line(out: &mut Vec<u8>, json: &[u8]) {
    for line in json.split(|byte| *byte == b'\n') {
        out.extend_from_slice(line.trim_ascii_start());
    }
    out.push(b'\n');
}

pub(super) fn decode(bytes: &[u8]) -> Decoded<EntityList> {
    let mut decoded = Decoded::clean(EntityList::default());
    let bytes = without_bom(bytes);
    let mut take = |number: usize, json: &[u8]| {
        if let Err(why) = entry(json, &mut decoded.value) {
            decoded.issues.push(left_out(place_of_line(number), &why));
        }
    };
    if let Some(values) = over_lines(bytes) {
        for (number, json) in values {
            take(number, json.as_bytes());
        }
        return decoded;
    }
    for (line, number) in bytes.split(|byte| *byte == b'\n').zip(1..) {
        let line = line.trim_ascii();
        if !line.is_empty() {
            take(number, line);
        }
    }
    decoded
}

/// The values of a file whose values are laid out over several lines, each with the line it ends on; nothing where each has a
/// line of its own, or the file is not JSON throughout.
fn over_lines(bytes: &[u8]) -> Option<Vec<(usize, &str)>> {
    let first = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).find(|line| !line.is_empty())?;
    if serde_json::from_slice::<IgnoredAny>(first).is_ok() {
        return None;
    }
    let mut stream = serde_json::Deserializer::from_slice(bytes).into_iter::<&RawValue>();
    let (mut values, mut seen, mut line) = (Vec::new(), 0, 1);
    while let Some(value) = stream.next() {
        let value = value.ok()?.get();
        let end = stream.byte_offset();
        line += memchr::memchr_iter(b'\n', bytes.get(seen..end)?).count();
        seen = end;
        match serde_json::from_str::<Vec<&RawValue>>(value) {
            Ok(all) => values.extend(all.into_iter().map(|value| (line, value.get()))),
            Err(_) => values.push((line, value)),
        }
    }
    Some(values)
}

#[derive(Deserialize)]
struct PairShape([String; 2]);

fn entry(line: &[u8], list: &mut EntityList) -> Result<(), String> {
    let text = std::str::from_utf8(line).map_err(|e| e.to_string())?;
    let object: AnyObject<'_> = serde_json::from_str(text).map_err(|e| e.localized())?;
    if object.unknown.get("id").is_none() {
        for judgement in [Judgement::Same, Judgement::Different] {
            if let Some(pair) = object.unknown.get(judgement.name()) {
                let pair: &RawValue = pair;
                let PairShape([one, other]) = serde_json::from_str(pair.get()).map_err(|e| e.localized())?;
                let one = EntityId::new(&one).map_err(|e| e.localized())?;
                return list.judge(&one, &other, judgement);
            }
        }
    }
    let shape = serde_json::from_str(text).map_err(|e| e.localized())?;
    list.entities.push(read::entity(shape)?);
    Ok(())
}
