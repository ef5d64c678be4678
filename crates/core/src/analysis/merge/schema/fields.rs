//! The fields of labels, attributes and relations, each of which is merged by itself.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::conflict::{SchemaConflict, SchemaConflictKind, SchemaPart};
use super::list::{self, Entries, Keyed, Removed};
use super::versions::Versions;
use crate::model::{AttributeSpec, Choice, Extra, Label, RelationSpec};

/// A thing of a schema that is merged field by field.
pub(super) trait Fields: Keyed {
    /// What it is called in conflicts.
    fn part(&self) -> SchemaPart;

    fn join(versions: Versions<'_, Self>, fields: &mut Merging) -> Self;
}

/// Fields being merged.
#[derive(Debug, Default)]
pub(super) struct Merging {
    /// Those that both changed, and differently.
    pub disputed: Vec<String>,
    /// Conflicts about parts of what they belong to.
    pub conflicts: Vec<SchemaConflict>,
}

impl Merging {
    fn note(&mut self, name: &str, disputed: bool) {
        if disputed {
            self.disputed.push(name.to_owned());
        }
    }

    pub(super) fn field<T: PartialEq + Clone>(&mut self, name: &str, versions: Versions<'_, T>) -> T {
        let (value, disputed) = versions.pick();
        self.note(name, disputed);
        value.clone()
    }

    /// A list of identifiers, of which each may come and go by itself.
    fn ids(&mut self, name: &str, versions: Versions<'_, Vec<Arc<str>>>) -> Vec<Arc<str>> {
        if !versions.all(|list| !list::has_duplicate_keys(list)) {
            return self.field(name, versions);
        }
        let (list, disputed) = list::merge(versions.part(Vec::as_slice), &mut Plain);
        self.note(name, disputed);
        list
    }

    /// The labels that a relation may begin or end at. None means any, so a list that becomes empty says something else.
    fn ends(&mut self, name: &str, versions: Versions<'_, Vec<Arc<str>>>) -> Vec<Arc<str>> {
        if versions.all(|list| !list.is_empty()) {
            let disputed = self.disputed.len();
            let list = self.ids(name, versions);
            if !list.is_empty() {
                return list;
            }
            self.disputed.truncate(disputed);
        }
        self.field(name, versions)
    }

    /// Fields that are not known here, each by itself.
    pub(super) fn extra(&mut self, versions: Versions<'_, Extra>) -> Extra {
        let mut extra = Extra::default();
        let paths: BTreeSet<&str> =
            versions.mine.iter().chain(versions.theirs.iter()).map(|(path, _)| path).collect();
        for path in paths {
            let of = |extra: &Extra| extra.get(path).map(str::to_owned);
            let (base, mine, theirs) = (versions.base.map(of), of(versions.mine), of(versions.theirs));
            let one = Versions { base: base.as_ref(), mine: &mine, theirs: &theirs };
            // What only one of two new things has was never taken away from the other.
            let one = if versions.base.is_none() { Versions { base: Some(&None), ..one } } else { one };
            if let Some(json) = self.field(&format!("“{path}”"), one) {
                extra.keep(path, json);
            }
        }
        extra
    }
}

/// Entries that are nothing but their identifier.
struct Plain;

impl Entries<Arc<str>> for Plain {
    fn join(&mut self, versions: Versions<'_, Arc<str>>) -> Arc<str> {
        versions.mine.clone()
    }

    fn is_needed(&self, _: &Arc<str>) -> bool {
        false
    }

    fn kept(&mut self, _: &Arc<str>, _: Removed) {}
}

impl Keyed for Label {
    fn id(&self) -> &Arc<str> {
        &self.id
    }
}

impl Fields for Label {
    fn part(&self) -> SchemaPart {
        SchemaPart::Label(self.name.clone())
    }

    fn join(versions: Versions<'_, Self>, fields: &mut Merging) -> Self {
        Self {
            id: versions.mine.id.clone(),
            kind: fields.field("layer", versions.part(|l| &l.kind)),
            name: fields.field("name", versions.part(|l| &l.name)),
            hue: fields.field("colour", versions.part(|l| &l.hue)),
            key: fields.field("key", versions.part(|l| &l.key)),
            description: fields.field("description", versions.part(|l| &l.description)),
            group: fields.field("group", versions.part(|l| &l.group)),
            is_of_article: fields.field("scope", versions.part(|l| &l.is_of_article)),
            attributes: fields.ids("attributes", versions.part(|l| &l.attributes)),
            aliases: fields.ids("earlier identifiers", versions.part(|l| &l.aliases)),
            extra: fields.extra(versions.part(|l| &l.extra)),
        }
    }
}

impl Keyed for AttributeSpec {
    fn id(&self) -> &Arc<str> {
        &self.id
    }
}

impl Fields for AttributeSpec {
    fn part(&self) -> SchemaPart {
        SchemaPart::Attribute(self.name.clone())
    }

    fn join(versions: Versions<'_, Self>, fields: &mut Merging) -> Self {
        let name = fields.field("name", versions.part(|a| &a.name));
        Self {
            id: versions.mine.id.clone(),
            kind: fields.field("type", versions.part(|a| &a.kind)),
            evidence: fields.field("evidence", versions.part(|a| &a.evidence)),
            options: choices(versions.part(|a| &a.options), &name, fields),
            description: fields.field("description", versions.part(|a| &a.description)),
            extra: fields.extra(versions.part(|a| &a.extra)),
            name,
        }
    }
}

impl Keyed for Choice {
    fn id(&self) -> &Arc<str> {
        &self.id
    }
}

/// The choices of the attribute of that name.
fn choices(versions: Versions<'_, Vec<Choice>>, attribute: &str, fields: &mut Merging) -> Vec<Choice> {
    if !versions.all(|list| !list::has_duplicate_keys(list)) {
        return fields.field("choices", versions);
    }
    let mut choices = Choices { attribute, conflicts: &mut fields.conflicts };
    let (list, disputed) = list::merge(versions.part(Vec::as_slice), &mut choices);
    fields.note("order of the choices", disputed);
    list
}

struct Choices<'a> {
    attribute: &'a str,
    conflicts: &'a mut Vec<SchemaConflict>,
}

impl Choices<'_> {
    fn part(&self, choice: &Choice) -> SchemaPart {
        SchemaPart::Choice { attribute: self.attribute.to_owned(), choice: choice.name.clone() }
    }
}

impl Entries<Choice> for Choices<'_> {
    fn join(&mut self, versions: Versions<'_, Choice>) -> Choice {
        let (name, disputed) = versions.part(|c| &c.name).pick();
        let choice = Choice { id: versions.mine.id.clone(), name: name.clone() };
        if disputed {
            let kind = SchemaConflictKind::BothChanged(vec!["name".to_owned()]);
            self.conflicts.push(SchemaConflict { part: self.part(&choice), kind });
        }
        choice
    }

    fn is_needed(&self, _: &Choice) -> bool {
        false
    }

    fn kept(&mut self, choice: &Choice, why: Removed) {
        let part = self.part(choice);
        self.conflicts.push(SchemaConflict::removed(part, why));
    }
}

impl Keyed for RelationSpec {
    fn id(&self) -> &Arc<str> {
        &self.id
    }
}

impl Fields for RelationSpec {
    fn part(&self) -> SchemaPart {
        SchemaPart::Relation(self.name.clone())
    }

    fn join(versions: Versions<'_, Self>, fields: &mut Merging) -> Self {
        Self {
            id: versions.mine.id.clone(),
            name: fields.field("name", versions.part(|r| &r.name)),
            from: fields.ends("labels it starts at", versions.part(|r| &r.from)),
            to: fields.ends("labels it ends at", versions.part(|r| &r.to)),
            symmetric: fields.field("symmetry", versions.part(|r| &r.symmetric)),
            description: fields.field("description", versions.part(|r| &r.description)),
            extra: fields.extra(versions.part(|r| &r.extra)),
        }
    }
}
