//! The registry in formats of other tools: CSV, JSON Lines and SKOS in Turtle, out and in.

mod csv;
mod jsonl;
mod skos;
mod tag;

use std::collections::BTreeSet;

use crate::format::localized::Localized as _;
use crate::format::{Decoded, Issue};
use crate::model::{Entity, EntityId, EntityPair, Judgement, Registry, RegistryPart};
use crate::words::{say, shown, text};

/// Before the identifier of an entity of this program where it stands in linked data.
pub(in crate::format) const OWN_IRI: &str = "urn:tippani:entity:";

/// What identifies an entity of this program in linked data.
pub(in crate::format) fn own_iri(id: &EntityId) -> String {
    format!("{OWN_IRI}{id}")
}

/// A format of entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityFormat {
    /// A table with one entity a row.
    Csv,
    /// One entity a line, as in the entities file.
    Jsonl,
    /// Concepts of SKOS, in Turtle.
    Skos,
    /// An entities file of this program; in only.
    Part,
}

impl EntityFormat {
    /// Those that entities go out in.
    pub const OUT: [Self; 3] = [Self::Csv, Self::Jsonl, Self::Skos];

    /// Its name, on the command line too.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::Skos => "skos",
            Self::Part => "json",
        }
    }

    /// The format of a file, by its name.
    ///
    /// ```
    /// # use tippani_corpus::format::entities::exchange::EntityFormat;
    /// assert_eq!(EntityFormat::of_file("people.TTL"), Some(EntityFormat::Skos));
    /// assert_eq!(EntityFormat::of_file("people.xlsx"), None);
    /// ```
    #[must_use]
    pub fn of_file(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "ttl" | "turtle" => Some(Self::Skos),
            "json" => Some(Self::Part),
            _ => None,
        }
    }
}

/// Entities, and which of them are one, as they are exchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityList {
    /// The entities.
    pub entities: Vec<Entity>,
    /// What was decided about two of them.
    pub judgements: Vec<(EntityPair, Judgement)>,
}

impl EntityList {
    /// All that everybody has in the registry, each entity once and by identifier; pairs as more annotators take them.
    #[must_use]
    pub fn of(registry: &Registry) -> Self {
        let entities = registry.ids().into_iter().filter_map(|id| registry.entity(&id)).collect();
        Self { entities, judgements: registry.decided() }
    }

    /// Those of these entities, with all that each is one with, as everybody has them; pairs among them.
    #[must_use]
    pub fn among(registry: &Registry, ids: &BTreeSet<EntityId>) -> Self {
        let all: BTreeSet<EntityId> = ids.iter().flat_map(|id| registry.group(id)).collect();
        let mut judgements = registry.decided();
        judgements.retain(|(pair, _)| pair.both().into_iter().all(|id| all.contains(id)));
        Self { entities: all.iter().filter_map(|id| registry.entity(id)).collect(), judgements }
    }

    fn of_part(part: &RegistryPart) -> Self {
        Self {
            entities: part.entities().map(|entity| (**entity).clone()).collect(),
            judgements: part.judgements().map(|(pair, judgement)| (pair.clone(), judgement)).collect(),
        }
    }

    fn judge(&mut self, one: &EntityId, other: &str, judgement: Judgement) -> Result<(), String> {
        let other = EntityId::new(other).map_err(|e| e.localized())?;
        let pair =
            EntityPair::new(one.clone(), other).ok_or_else(|| text("format-entities-apart-from-itself"))?;
        if !self.judgements.contains(&(pair.clone(), judgement)) {
            self.judgements.push((pair, judgement));
        }
        Ok(())
    }
}

/// A file of entities that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntityFileError {
    /// It is not of its format.
    #[error("{}", say!("format-entities-malformed", format = *format, error = why.as_str()))]
    Malformed {
        /// The name of the format.
        format: &'static str,
        /// What is wrong.
        why: String,
    },
    /// A table has no column that has to be there.
    #[error("{}", say!("format-entities-no-column", column = *.0))]
    NoColumn(&'static str),
    /// The format is for reading only.
    #[error("{}", say!("format-entities-not-written", format = *.0))]
    OnlyIn(&'static str),
}

/// The bytes of a file of entities.
///
/// # Errors
/// [`EntityFileError::OnlyIn`] for [`EntityFormat::Part`].
pub fn encode(format: EntityFormat, list: &EntityList) -> Result<Vec<u8>, EntityFileError> {
    match format {
        EntityFormat::Csv => Ok(csv::encode(list)),
        EntityFormat::Jsonl => Ok(jsonl::encode(list)),
        EntityFormat::Skos => Ok(skos::encode(list)),
        EntityFormat::Part => Err(EntityFileError::OnlyIn(format.name())),
    }
}

/// The entities that a file holds. One that has no identifier gets one of its name; one that has no kind is of `kind`. What
/// cannot be read is an issue and left out.
///
/// # Errors
/// When the file is not of its format.
pub fn decode(
    format: EntityFormat,
    bytes: &[u8],
    kind: &str,
) -> Result<Decoded<EntityList>, EntityFileError> {
    match format {
        EntityFormat::Csv => csv::decode(bytes, kind),
        EntityFormat::Jsonl => Ok(jsonl::decode(bytes)),
        EntityFormat::Skos => skos::decode(bytes, kind),
        EntityFormat::Part => {
            let part = super::decode(bytes);
            let part = part.map_err(|e| EntityFileError::Malformed { format: "json", why: e.to_string() })?;
            Ok(part.map(|part| EntityList::of_part(&part)))
        }
    }
}

/// An entry that was left out.
fn left_out(place: impl Into<String>, why: &str) -> Issue {
    let what = say!("format-entities-left-out", error = why);
    Issue::new(place, what, text("format-entities-left-out-hint"))
}

/// The place of a line of a file.
fn place_of_line(line: usize) -> String {
    say!("format-place-line", line = shown(line))
}

/// An identifier that is none of those taken.
fn fresh(name: &str, taken: &mut BTreeSet<EntityId>) -> EntityId {
    let wanted = EntityId::from_any(name);
    let mut id = wanted.clone();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = wanted.numbered(number);
        number += 1;
    }
    id
}
