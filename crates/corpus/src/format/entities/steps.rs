//! What was done to one's own part of the registry, to be undone in a later run: a step a line, on this computer only.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{read, write};
use crate::format::Issue;
use crate::format::json::{AnyObject, Text, Writer};
use crate::format::localized::Localized as _;
use crate::model::{Entity, EntityId, EntityPair, Judgement, RejectedLink};
use crate::words::{self, say, shown};

/// How one entry of a part was to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepEntry {
    /// The part has this entity.
    Put(Arc<Entity>),
    /// It has no such entity.
    Remove(EntityId),
    /// This is decided about two entities.
    Judge(EntityPair, Option<Judgement>),
    /// Whether a link is not suggested again.
    Reject(RejectedLink, bool),
}

/// A step as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRecord {
    /// What it did.
    pub name: Arc<str>,
    /// Whether it was taken back.
    pub is_undone: bool,
    /// What was changed, each with what takes it back.
    pub made: Vec<(StepEntry, StepEntry)>,
}

/// The bytes of steps, in their order.
#[must_use]
pub fn encode_steps(steps: &[StepRecord]) -> Vec<u8> {
    steps.iter().flat_map(line).collect()
}

fn line(step: &StepRecord) -> Vec<u8> {
    let mut out = Writer::default();
    out.open(b'{');
    out.text("name", &step.name);
    out.key("undone");
    out.literal(if step.is_undone { "true" } else { "false" });
    out.key("made");
    out.open(b'[');
    for (made, inverse) in &step.made {
        for change in [made, inverse] {
            out.item();
            self::change(&mut out, change);
        }
    }
    out.close(b']');
    out.close(b'}');
    // Within a string a line ending is escaped, so every line is cut at its indent safely.
    let mut line: Vec<u8> =
        out.finish().split(|byte| *byte == b'\n').flat_map(<[u8]>::trim_ascii_start).copied().collect();
    line.push(b'\n');
    line
}

fn change(out: &mut Writer, change: &StepEntry) {
    let pair = |out: &mut Writer, one: &str, other: &str| {
        out.open(b'[');
        for text in [one, other] {
            out.item();
            out.string(text);
        }
        out.close(b']');
    };
    out.open(b'{');
    match change {
        StepEntry::Put(entity) => {
            out.key("put");
            write::entity(out, entity);
        }
        StepEntry::Remove(id) => out.text("remove", id.as_str()),
        StepEntry::Judge(judged, judgement) => {
            out.key("judge");
            pair(out, judged.first().as_str(), judged.second().as_str());
            if let Some(judgement) = judgement {
                out.text("as", judgement.name());
            }
        }
        StepEntry::Reject(link, is_rejected) => {
            out.key(if *is_rejected { "reject" } else { "allow" });
            pair(out, &link.quote, link.entity.as_str());
        }
    }
    out.close(b'}');
}

#[derive(Deserialize)]
struct StepShape<'a> {
    name: String,
    undone: bool,
    #[serde(borrow)]
    made: Vec<&'a RawValue>,
}

/// The steps that these bytes hold, from the last line on that cannot be read: what was done before such a step cannot be undone.
#[must_use]
pub fn decode_steps(bytes: &[u8]) -> (Vec<StepRecord>, Option<Issue>) {
    let (mut steps, mut issue) = (Vec::new(), None);
    for (line, number) in bytes.split(|byte| *byte == b'\n').zip(1..) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        match step(line) {
            Ok(step) => steps.push(step),
            Err(why) => {
                let what = say!("format-entities-step", error = why);
                let place = say!("format-place-line", line = shown(number));
                issue = Some(Issue::new(place, what, words::text("format-entities-step-hint")));
                steps.clear();
            }
        }
    }
    (steps, issue)
}

fn step(line: &[u8]) -> Result<StepRecord, String> {
    let shape: StepShape<'_> = serde_json::from_slice(line).map_err(|e| e.localized())?;
    let mut made = Vec::with_capacity(shape.made.len() / 2);
    for both in shape.made.chunks(2) {
        let [one, other] = both else {
            return Err(words::text("format-entities-step-no-inverse").to_owned());
        };
        made.push((read_change(one.get())?, read_change(other.get())?));
    }
    Ok(StepRecord { name: shape.name.into(), is_undone: shape.undone, made })
}

fn read_change(json: &str) -> Result<StepEntry, String> {
    let object: AnyObject<'_> = serde_json::from_str(json).map_err(|e| e.localized())?;
    let field = |key: &str| object.unknown.get(key).map(|raw: &&RawValue| raw.get());
    let text = |json: &str| serde_json::from_str::<String>(json).map_err(|e| e.localized());
    let id = |text: &str| EntityId::new(text).map_err(|e| e.localized());
    let two = |json: &str| -> Result<[String; 2], String> {
        let [one, other]: [Text<'_>; 2] = serde_json::from_str(json).map_err(|e| e.localized())?;
        Ok([one.0.into_owned(), other.0.into_owned()])
    };
    if let Some(entity) = field("put") {
        let shape = serde_json::from_str(entity).map_err(|e| e.localized())?;
        return Ok(StepEntry::Put(read::entity(shape)?.into()));
    }
    if let Some(removed) = field("remove") {
        return Ok(StepEntry::Remove(id(&text(removed)?)?));
    }
    if let Some(judged) = field("judge") {
        let [one, other] = two(judged)?;
        let pair = EntityPair::new(id(&one)?, id(&other)?)
            .ok_or_else(|| words::text("format-entities-pair-of-one"))?;
        let said = field("as").map(text).transpose()?;
        let judgement = match said.as_deref() {
            None => None,
            Some(said) => {
                let all = [Judgement::Same, Judgement::Different];
                Some(
                    all.into_iter()
                        .find(|judgement| judgement.name() == said)
                        .ok_or_else(|| words::text("format-entities-step-no-judgement"))?,
                )
            }
        };
        return Ok(StepEntry::Judge(pair, judgement));
    }
    for (key, is_rejected) in [("reject", true), ("allow", false)] {
        if let Some(link) = field(key) {
            let [quote, entity] = two(link)?;
            return Ok(StepEntry::Reject(RejectedLink { quote, entity: id(&entity)? }, is_rejected));
        }
    }
    Err(words::text("format-entities-step-no-change").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_back_as_they_were_kept() {
        let id = |id: &str| EntityId::new(id).unwrap();
        let now = "2026-01-02T03:04:05Z".parse().unwrap();
        let entity = Arc::new(Entity::new(id("belousov"), "person", "Белоусов\n“Andrei”", now));
        let pair = EntityPair::new(id("belousov"), id("lavrov")).unwrap();
        let link = RejectedLink { quote: "बेलोसोव".to_owned(), entity: id("belousov") };
        let made = [
            (StepEntry::Put(entity), StepEntry::Remove(id("belousov"))),
            (StepEntry::Judge(pair.clone(), Some(Judgement::Different)), StepEntry::Judge(pair, None)),
            (StepEntry::Reject(link.clone(), true), StepEntry::Reject(link, false)),
        ];
        let step =
            |(n, made)| StepRecord { name: format!("step {n}").into(), is_undone: n == 2, made: vec![made] };
        let steps: Vec<StepRecord> = made.into_iter().enumerate().map(step).collect();
        let bytes = encode_steps(&steps);
        assert_eq!(bytes.split(|byte| *byte == b'\n').count(), 4, "a line each");
        assert_eq!(decode_steps(&bytes), (steps, None));
    }

    #[test]
    fn steps_before_one_that_cannot_be_read_are_gone() {
        let line = |name: &str| format!("{{\"name\": \"{name}\", \"undone\": false, \"made\": []}}\n");
        let (steps, issue) = decode_steps(format!("{}broken\n{}", line("a"), line("b")).as_bytes());
        assert_eq!(steps.iter().map(|step| &*step.name).collect::<Vec<_>>(), ["b"]);
        assert_eq!(issue.unwrap().place, "line 2");
    }
}
