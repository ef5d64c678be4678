//! Changing links, each gesture one step of undo: wherever the set that holds a link is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::seen::Link;
use super::{LinkEnd, QUOTE_CHARS};
use crate::edit::{Change, Transaction};
use crate::format::sidecar;
use crate::model::{EntryKey, Extra, Relation, RelationEnd, UNLINKED};
use crate::session::articles::Articles;
use crate::session::deferred::DeferredEdit;
use crate::session::{Effect, Now, OpenArticle, Session, Severity};
use crate::text::shortened;
use crate::words::{say, text};

/// Links that are named one by one where several go.
const NAMED_LINKS: usize = 3;

/// One thing that is done to links.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::session) enum LinkWork {
    /// Makes one.
    Make { start: EntryKey, end: EntryKey, label: Arc<str> },
    /// Takes one away.
    Remove(EntryKey),
    /// Gives one another label.
    Relabel(EntryKey, Arc<str>),
    /// Turns one round.
    Reverse(EntryKey),
    /// Says something of one.
    Note(EntryKey, String),
    /// Says that two annotations are not to be suggested for a link, or may be again.
    Reject { one: EntryKey, other: EntryKey, is_rejected: bool },
    /// Deletes an annotation with its links.
    Delete(EntryKey),
}

/// What is changed of each article.
type Parts = BTreeMap<Arc<str>, Vec<Change>>;

/// A step of undo under way: its name, its changes, and what is told when it is made.
struct Planned {
    name: String,
    parts: Parts,
    told: Option<String>,
}

impl Session {
    /// Does it at once where all it changes is open, else as soon as that is read.
    pub(in crate::session) fn do_link_work(&mut self, work: LinkWork, now: &Now) -> Vec<Effect> {
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let files = self.files_of(&work);
        self.defer(DeferredEdit::Link(work), files, now)
    }

    /// Does it, the articles it changes being read.
    pub(in crate::session) fn make_link_work(&mut self, work: LinkWork, now: &Now) -> Vec<Effect> {
        let focus = match &work {
            LinkWork::Make { start, .. } => Some(start.clone()),
            _ => None,
        };
        let planned = match self.plan(work, now) {
            Ok(planned) => planned,
            Err(why) => return vec![Effect::tell(Severity::Info, why)],
        };
        let Planned { name, mut parts, told } = planned;
        // Undone from where it was done, too.
        let here = self.article().filter(|article| article.blocked().is_none() && !parts.is_empty());
        if let Some(here) = here.map(|article| article.document().file.clone()) {
            parts.entry(here).or_default();
        }
        let Some(transaction) = Transaction::over(name, parts) else { return Vec::new() };
        let failed = self.transact(Articles::apply, transaction, now);
        if !failed.is_empty() {
            return failed;
        }
        let is_here = |key: &EntryKey| self.navigation.current.as_ref() == Some(&key.file);
        let mut effects: Vec<Effect> =
            told.map(|told| Effect::tell(Severity::Success, told)).into_iter().collect();
        if let Some(start) = focus.filter(is_here) {
            effects.extend(self.focus(Some(start.id)));
        }
        effects
    }

    /// The articles of one's own that it changes.
    fn files_of(&self, work: &LinkWork) -> BTreeSet<Arc<str>> {
        match work {
            LinkWork::Make { start, .. } => BTreeSet::from([start.file.clone()]),
            LinkWork::Remove(key) | LinkWork::Relabel(key, _) | LinkWork::Note(key, _) => {
                BTreeSet::from([key.file.clone()])
            }
            LinkWork::Reverse(key) => {
                let end = self.relation(key).map(|relation| relation.to.key(&key.file, &key.annotator).file);
                end.into_iter().chain([key.file.clone()]).collect()
            }
            LinkWork::Reject { one, other, is_rejected } => {
                let [holder, second] = self.holders_of_rejection(one, other);
                std::iter::once(holder).chain((!is_rejected).then_some(second)).collect()
            }
            LinkWork::Delete(key) => {
                let own = self.all_links_of(key).into_iter().map(|link| link.key);
                let own = own.filter(|link| link.annotator == key.annotator).map(|link| link.file);
                own.chain([key.file.clone()]).collect()
            }
        }
    }

    /// What it changes; or why it cannot be done.
    fn plan(&mut self, work: LinkWork, now: &Now) -> Result<Planned, String> {
        match work {
            LinkWork::Make { start, end, label } => self.plan_link(&start, &end, label, now),
            LinkWork::Remove(key) => {
                let relation = self.own_relation(&key)?;
                let link = self.schema().name_of_relation(&relation.label);
                let name = say!("session-step-link-remove", link = link);
                Ok(Planned::one(name, &key, Change::Unrelate(key.id.clone())))
            }
            LinkWork::Relabel(key, label) => {
                let relation = self.own_relation(&key)?;
                let name = say!("session-step-link-relabel", link = self.schema().name_of_relation(&label));
                Ok(Planned::one(name, &key, Change::Relate(Box::new(Relation { label, ..relation }))))
            }
            LinkWork::Note(key, note) => {
                let relation = self.own_relation(&key)?;
                if relation.note == note {
                    return Ok(Planned { name: String::new(), parts: Parts::new(), told: None });
                }
                let name = text("session-step-link-note").to_owned();
                Ok(Planned::one(name, &key, Change::Relate(Box::new(Relation { note, ..relation }))))
            }
            LinkWork::Reverse(key) => self.plan_reversal(&key),
            LinkWork::Reject { one, other, is_rejected } => self.plan_rejection(&one, &other, is_rejected),
            LinkWork::Delete(key) => self.plan_deletion(&key, now),
        }
    }

    /// A relation of one's own that can be changed.
    fn own_relation(&self, key: &EntryKey) -> Result<Relation, String> {
        if self.annotator.as_ref() != Some(&key.annotator) {
            return Err(say!("session-link-of-others", annotator = key.annotator.as_str()));
        }
        let article = self.articles.get(&key.file).filter(|article| article.blocked().is_none());
        let relation = article.and_then(|article| article.set().relation(&key.id)).cloned();
        relation.ok_or_else(|| say!("session-link-not-writable", file = &*key.file))
    }

    fn plan_link(
        &mut self,
        start: &EntryKey,
        end: &EntryKey,
        label: Arc<str>,
        now: &Now,
    ) -> Result<Planned, String> {
        let to = RelationEnd::at(end, &start.file, &start.annotator);
        let set = self.articles.get(&start.file).map(OpenArticle::set);
        let Some(set) = set.filter(|set| set.get(&start.id).is_some()) else {
            return Err(text("session-link-start-gone").to_owned());
        };
        let schema = self.schema();
        let spec = schema.relation(&label);
        let (name, is_symmetric) =
            spec.map_or((label.to_string(), false), |spec| (spec.name.clone(), spec.symmetric));
        let is_same =
            |link: &Link| link.label == label && link.other == *end && (is_symmetric || link.is_outgoing);
        if set.annotator == start.annotator && self.all_links_of(start).iter().any(is_same) {
            return Err(say!("session-linked-already", link = name));
        }
        let id = self.new_id(now);
        let (from, note, extra) = (start.id.clone(), String::new(), Extra::default());
        let relation = Relation { id, label, from, to, note, extra };
        let told = say!("session-linked", link = &*name, end = self.named_end(end));
        let step = say!("session-step-link", link = name);
        let mut planned = Planned::one(step, start, Change::Relate(Box::new(relation)));
        planned.told = Some(told);
        Ok(planned)
    }

    /// A link starts in the set that holds it: turned round, it is held by the set of its other end.
    fn plan_reversal(&self, key: &EntryKey) -> Result<Planned, String> {
        let relation = self.own_relation(key)?;
        let (start, end) = (
            EntryKey::new(&key.file, &key.annotator, &relation.from),
            relation.to.key(&key.file, &key.annotator),
        );
        if end.annotator != key.annotator {
            return Err(say!("session-link-turns-foreign", annotator = end.annotator.as_str()));
        }
        let labels = (self.label_of(&start), self.label_of(&end));
        if let (Some(from), Some(to)) = labels
            && !self.schema().relations_between(&to, &from).any(|spec| spec.id == relation.label)
        {
            let name = self.schema().name_of_relation(&relation.label);
            return Err(say!("session-link-one-way", link = name));
        }
        let to = RelationEnd::at(&start, &end.file, &end.annotator);
        let reversed = Relation { from: end.id.clone(), to, ..relation };
        let mut parts = Parts::new();
        if end.file != key.file {
            parts.entry(key.file.clone()).or_default().push(Change::Unrelate(key.id.clone()));
        }
        parts.entry(end.file).or_default().push(Change::Relate(Box::new(reversed)));
        Ok(Planned { name: text("session-step-link-reverse").to_owned(), parts, told: None })
    }

    /// A rejection stands in one file; taken back, it goes from whichever has it.
    fn plan_rejection(&self, one: &EntryKey, other: &EntryKey, is_rejected: bool) -> Result<Planned, String> {
        let holders = self.holders_of_rejection(one, other);
        let holders = if is_rejected { &holders[..1] } else { &holders[..] };
        let mut parts = Parts::new();
        for file in holders {
            let article = self.articles.get(file).filter(|article| article.blocked().is_none());
            let set = article.map(OpenArticle::set);
            let set = set.ok_or_else(|| say!("session-rejection-not-writable", file = &**file))?;
            let (before, after) =
                (set.field(UNLINKED), sidecar::with_unlinked(set, file, (one, other), is_rejected));
            let change = match after {
                Some(field) if before.as_ref() != Some(&field) => Change::PutField(field),
                None if before.is_some() => Change::RemoveField(UNLINKED.into()),
                _ => continue,
            };
            parts.entry(file.clone()).or_default().push(change);
        }
        let name =
            if is_rejected { "session-step-suggestion-reject" } else { "session-step-suggestion-offer" };
        Ok(Planned { name: text(name).to_owned(), parts, told: None })
    }

    /// An annotation goes with all its links that are one's own, wherever they start.
    fn plan_deletion(&self, key: &EntryKey, now: &Now) -> Result<Planned, String> {
        let article = self.articles.get(&key.file);
        let annotation = article
            .and_then(|article| article.set().get(&key.id))
            .ok_or_else(|| text("session-not-there").to_owned())?;
        let name = self
            .schema()
            .label(&annotation.label)
            .map_or_else(|| annotation.label.to_string(), |label| label.name.clone());
        let links = self.all_links_of(key);
        let (own, others): (Vec<Link>, Vec<Link>) =
            links.into_iter().partition(|link| link.key.annotator == key.annotator);
        let (own, left): (Vec<Link>, Vec<Link>) =
            own.into_iter().partition(|link| self.own_relation(&link.key).is_ok());
        let mut parts = Parts::new();
        for link in &own {
            parts.entry(link.key.file.clone()).or_default().push(Change::Unrelate(link.key.id.clone()));
        }
        let here = parts.entry(key.file.clone()).or_default();
        here.push(Change::Remove(key.id.clone()));
        here.extend(self.remember_deletion(annotation, now));
        let (count, links) = (own.len(), self.named_links(&own));
        let step = say!("session-step-delete", label = &*name, count = count, links = &*links);
        let left = [others, left].concat();
        let told = (!own.is_empty() || !left.is_empty()).then(|| {
            let (lost, lost_links) = (left.len(), self.named_links(&left));
            say!(
                "session-deleted",
                label = name,
                count = count,
                links = links,
                lost = lost,
                lost_links = lost_links,
            )
        });
        Ok(Planned { name: step, parts, told })
    }

    /// The label of an annotation, where that is known.
    fn label_of(&self, key: &EntryKey) -> Option<Arc<str>> {
        match self.link_end(key) {
            LinkEnd::There { label, .. } => Some(label),
            LinkEnd::WithoutPlace(_) | LinkEnd::Gone | LinkEnd::Unread => None,
        }
    }

    /// Links, each with what it says and its other end; of many only the first ones.
    fn named_links(&self, links: &[Link]) -> String {
        let name = |link: &Link| {
            let label = self.schema().name_of_relation(&link.label);
            let end = self.named_end(&link.other);
            let named = if link.is_outgoing {
                say!("session-link-outgoing", link = label, end = end)
            } else {
                say!("session-link-incoming", link = label, end = end)
            };
            let is_own = self.annotator.as_ref() == Some(&link.key.annotator);
            let annotator = link.key.annotator.as_str();
            if is_own { named } else { say!("session-link-whose", link = named, annotator = annotator) }
        };
        let mut names: Vec<String> = links.iter().take(NAMED_LINKS).map(name).collect();
        if links.len() > NAMED_LINKS {
            names.push(say!("session-links-more", count = links.len() - NAMED_LINKS));
        }
        names.join(", ")
    }

    /// The words of an end with its article, unless that is on screen.
    fn named_end(&self, end: &EntryKey) -> String {
        let is_here = self.navigation.current.as_ref() == Some(&end.file);
        match self.link_end(end) {
            LinkEnd::There { quote, .. } | LinkEnd::WithoutPlace(quote) => {
                let quote = shortened(&quote, QUOTE_CHARS);
                if is_here {
                    format!("“{quote}”")
                } else {
                    say!("session-link-end-elsewhere", quote = quote, file = &*end.file)
                }
            }
            LinkEnd::Gone => say!("session-link-end-gone", file = &*end.file),
            LinkEnd::Unread => end.file.to_string(),
        }
    }
}

impl Planned {
    /// One change of the set that holds a link.
    fn one(name: String, holder: &EntryKey, change: Change) -> Self {
        Self { name, parts: Parts::from([(holder.file.clone(), vec![change])]), told: None }
    }
}
