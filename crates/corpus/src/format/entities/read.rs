//! Bytes to a part of the registry, entry by entry: one that cannot be read costs no other.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::shape::{AliasShape, EntityShape};
use super::{FORMAT, REJECTED, VERSION};
use crate::format::decoded::in_a_line;
use crate::format::encoding::without_bom;
use crate::format::json::{AnyObject, Text, Unknown, escape, keep_unknown};
use crate::format::localized::{Localized as _, quoted};
use crate::format::{Decoded, Issue};
use crate::model::{
    Alias, Annotator, Entity, EntityId, EntityPair, Extra, Judgement, RegistryPart, RejectedLink, Timestamp,
    Unread,
};
use crate::words::{self, Language, say, shown, speaking};

/// Why a file is no part of the registry; it is never overwritten because of one of these.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntitiesError {
    /// It is not JSON, or not of the shape an entities file has.
    #[error("{}", say!("format-cannot-be-read", error = .0.as_str()))]
    Shape(String),
    /// It is JSON of another kind.
    #[error("{}", say!("format-entities-other-format", format = quoted(.0)))]
    OtherFormat(String),
    /// A later version of the program wrote it.
    #[error("{}", say!("format-other-version", version = shown(.0)))]
    OtherVersion(u64),
    /// It is somebody else's part than its name says.
    #[error("{}", say!("format-entities-other-annotator", annotator = .0.as_str()))]
    OtherAnnotator(Annotator),
}

/// The keys of the file that are read.
const KNOWN: [&str; 7] = ["format", "version", "annotator", "entities", "same", "different", REJECTED];

/// The part that a file holds. Entries that cannot be read, such as an entity called `author`, are kept word for word in
/// [`RegistryPart::unread`] and told as issues.
///
/// # Errors
/// When `bytes` are not an entities file of this version.
pub fn decode(bytes: &[u8]) -> Result<Decoded<RegistryPart>, EntitiesError> {
    let wrong = |e: serde_json::Error| EntitiesError::Shape(in_a_line(&e.localized()));
    let file: AnyObject<'_> = serde_json::from_slice(without_bom(bytes)).map_err(wrong)?;
    let file = Fields(&file.unknown);
    let format: Text<'_> = file.get("format")?;
    if &*format != FORMAT {
        return Err(EntitiesError::OtherFormat(in_a_line(&format)));
    }
    let version: u64 = file.get("version")?;
    if version != VERSION {
        return Err(EntitiesError::OtherVersion(version));
    }
    let annotator: Text<'_> = file.get("annotator")?;
    let annotator =
        Annotator::new(&annotator).map_err(|e| EntitiesError::Shape(in_a_line(&e.localized())))?;
    let mut reading = Reading { part: RegistryPart::new(annotator), issues: Vec::new() };
    for (key, json) in file.0.iter().filter(|(key, _)| !KNOWN.contains(&&***key)) {
        reading.part.extra.keep(escape(key), json.get());
    }
    let entities: Vec<&RawValue> = file.get("entities")?;
    let mut ids = BTreeSet::new();
    reading.list("entities", entities, |part, json| {
        let entity = entity(serde_json::from_str(json).map_err(|e| e.localized())?)?;
        if !ids.insert(entity.id.clone()) {
            return Err(say!("format-entities-two", id = entity.id.as_str()));
        }
        part.put(entity.into());
        Ok(())
    });
    for judgement in [Judgement::Different, Judgement::Same] {
        let list = judgement.name();
        let pairs: Vec<&RawValue> = if file.0.contains_key(list) { file.get(list)? } else { Vec::new() };
        reading.list(list, pairs, |part, json| {
            let [one, other]: [Text<'_>; 2] = serde_json::from_str(json).map_err(|e| e.localized())?;
            let id = |text: &str| EntityId::new(text).map_err(|e| e.localized());
            let pair = EntityPair::new(id(&one)?, id(&other)?)
                .ok_or_else(|| words::text("format-entities-pair-of-one"))?;
            if part.judgement(&pair).is_some_and(|known| known != judgement) {
                return Err(words::text("format-entities-judged-twice").to_owned());
            }
            part.judge(pair, Some(judgement));
            Ok(())
        });
    }
    let links: Vec<&RawValue> = if file.0.contains_key(REJECTED) { file.get(REJECTED)? } else { Vec::new() };
    reading.list(REJECTED, links, |part, json| {
        let [quote, entity]: [Text<'_>; 2] = serde_json::from_str(json).map_err(|e| e.localized())?;
        let entity = EntityId::new(&entity).map_err(|e| e.localized())?;
        part.reject(RejectedLink { quote: quote.0.into_owned(), entity }, true);
        Ok(())
    });
    // The order of lists in the file says nothing.
    reading.part.unread.sort_by(|one, other| (one.list, &one.json).cmp(&(other.list, &other.json)));
    Ok(Decoded { value: reading.part, issues: reading.issues })
}

/// The top level of the file.
struct Fields<'f, 'a>(&'f Unknown<'a>);

impl<'a> Fields<'_, 'a> {
    fn get<T: Deserialize<'a>>(&self, key: &'static str) -> Result<T, EntitiesError> {
        let missing = || EntitiesError::Shape(say!("format-entities-missing", key = key));
        let json: &'a RawValue = self.0.get(key).ok_or_else(missing)?;
        serde_json::from_str(json.get()).map_err(|e| {
            EntitiesError::Shape(in_a_line(&say!("format-entities-field", key = key, error = e.localized())))
        })
    }
}

struct Reading {
    part: RegistryPart,
    issues: Vec<Issue>,
}

impl Reading {
    fn list(
        &mut self,
        list: &'static str,
        entries: Vec<&RawValue>,
        mut read: impl FnMut(&mut RegistryPart, &str) -> Result<(), String>,
    ) {
        for (at, json) in entries.into_iter().map(RawValue::get).enumerate() {
            if let Err(said) = read(&mut self.part, json) {
                let place = say!("format-place-entry", list = list, number = shown(at + 1));
                let what = say!("format-sidecar-entry", list = list, error = said);
                self.issues.push(Issue::new(place, what, words::text("format-sidecar-entry-hint")));
                // Parts are compared, whatever is spoken where they are read; what failed fails again.
                let again = speaking(Language::English, || read(&mut self.part, json));
                let reason = again.err().unwrap_or_default();
                self.part.unread.push(Unread { list, json: json.to_owned(), reason });
            }
        }
    }
}

/// An entity of its shape.
///
/// # Errors
/// In words, when its identifier is no slug or stands for something else, it has no name, or a time is none.
pub(super) fn entity(shape: EntityShape<'_>) -> Result<Entity, String> {
    let moment = |text: Option<Text<'_>>| -> Result<Option<Timestamp>, String> {
        text.map(|text| text.parse::<Timestamp>().map_err(|e| e.localized())).transpose()
    };
    if shape.name.trim().is_empty() {
        return Err(words::text("format-entities-no-name").to_owned());
    }
    let mut extra = Extra::default();
    keep_unknown(&mut extra, "", &shape.unknown);
    Ok(Entity {
        id: EntityId::new(&shape.id).map_err(|e| e.localized())?,
        kind: Arc::from(&*shape.kind),
        name: shape.name.0.into_owned(),
        aliases: shape.aliases.into_iter().map(alias).collect(),
        description: shape.description.0.into_owned(),
        ids: shape.ids.into_iter().map(|(scheme, ids)| (scheme.into(), ids.into_vec())).collect(),
        links: shape.links.into_iter().map(|link| link.0.into_owned()).collect(),
        created: moment(shape.created)?,
        modified: moment(shape.modified)?,
        extra,
    })
}

fn alias(shape: AliasShape<'_>) -> Alias {
    let mut extra = Extra::default();
    keep_unknown(&mut extra, "", &shape.unknown);
    let arc = |text: Option<Text<'_>>| text.map(|text| Arc::from(&*text));
    Alias { text: shape.text.0.into_owned(), language: arc(shape.language), script: arc(shape.script), extra }
}
