//! Somebody or something that is named.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{EntityId, Extra, Timestamp};
use crate::text::dominant_script;

/// One more name of an entity: another spelling, another script.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alias {
    /// The name, as it is written.
    pub text: String,
    /// BCP 47 language, where it is known.
    pub language: Option<Arc<str>>,
    /// ISO 15924 script, where it is known.
    pub script: Option<Arc<str>>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Alias {
    /// A name with the script that its letters are of.
    ///
    /// ```
    /// # use tippani_core::model::Alias;
    /// assert_eq!(Alias::new("બેલોસોવ").script.as_deref(), Some("Gujr"));
    /// ```
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let script = dominant_script(&text).map(|script| script.short_name().into());
        Self { text, language: None, script, extra: Extra::default() }
    }

    /// Whether both are the same name in the same language, where both say which.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let agree = |one: &Option<Arc<str>>, other: &Option<Arc<str>>| {
            one.is_none() || other.is_none() || one == other
        };
        self.text == other.text
            && agree(&self.language, &other.language)
            && agree(&self.script, &other.script)
    }
}

/// What one annotator says of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Unique in the registry.
    pub id: EntityId,
    /// Identifier of an entity label, such as `person`.
    pub kind: Arc<str>,
    /// The name shown.
    pub name: String,
    /// Other names, in the order given.
    pub aliases: Vec<Alias>,
    /// Who or what it is.
    pub description: String,
    /// Identifiers elsewhere by scheme, such as `wikidata`: any number each, in the order given.
    pub ids: BTreeMap<Arc<str>, Vec<String>>,
    /// Addresses of pages about it.
    pub links: Vec<String>,
    /// When it was made, where that is known.
    pub created: Option<Timestamp>,
    /// When it was last changed, where that is known.
    pub modified: Option<Timestamp>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Entity {
    /// A new entity with nothing but a name, made at `now`.
    #[must_use]
    pub fn new(id: EntityId, kind: impl Into<Arc<str>>, name: impl Into<String>, now: Timestamp) -> Self {
        Self {
            id,
            kind: kind.into(),
            name: name.into(),
            aliases: Vec::new(),
            description: String::new(),
            ids: BTreeMap::new(),
            links: Vec::new(),
            created: Some(now.clone()),
            modified: Some(now),
            extra: Extra::default(),
        }
    }

    /// The name, then the aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(|alias| alias.text.as_str()))
    }

    /// Adds a name, unless it has it.
    pub fn add_alias(&mut self, alias: Alias) {
        let is_name = self.name == alias.text && alias.language.is_none();
        if !is_name
            && !alias.text.trim().is_empty()
            && !self.aliases.iter().any(|known| known.is_same(&alias))
        {
            self.aliases.push(alias);
        }
    }

    /// Adds an identifier, unless it has it.
    pub fn add_id(&mut self, scheme: impl Into<Arc<str>>, id: impl Into<String>) {
        let (ids, id) = (self.ids.entry(scheme.into()).or_default(), id.into());
        if !ids.contains(&id) {
            ids.push(id);
        }
    }

    /// Adds what another version of it says and this one does not: names, identifiers, links, a description where there is
    /// none. A name that differs becomes an alias; the kind stays.
    pub fn add(&mut self, other: &Self) {
        if self.name != other.name {
            self.add_alias(Alias::new(other.name.clone()));
        }
        for alias in &other.aliases {
            self.add_alias(alias.clone());
        }
        for (scheme, ids) in &other.ids {
            for id in ids {
                self.add_id(scheme.clone(), id.clone());
            }
        }
        for link in &other.links {
            if !self.links.contains(link) {
                self.links.push(link.clone());
            }
        }
        if self.description.is_empty() {
            self.description.clone_from(&other.description);
        }
        for (path, json) in other.extra.iter() {
            if self.extra.get(path).is_none() {
                self.extra.keep(path, json);
            }
        }
    }

    /// Notes a change at `now`: it is later than any before, whatever the clock says.
    pub fn touch(&mut self, now: &Timestamp) {
        let later = self.modified.as_ref().filter(|modified| *modified >= now).map(Timestamp::later);
        self.modified = Some(later.unwrap_or_else(|| now.clone()));
    }
}
