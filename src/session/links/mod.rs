//! Links between annotations, in one article or across: made, followed, changed and taken away.
//!
//! A link is held by the set its start is in, so only one that starts at an annotation of one's own can be made.

mod change;
mod ends;
mod nested;
mod rejected;
mod seen;
mod suggested;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Effect, Now, Session, Severity};
use crate::analysis::{BoardEntry, Links};
use crate::model::EntryKey;
use crate::words::{say, text};

pub(super) use change::LinkWork;
pub use ends::LinkEnd;
pub use nested::Nested;
pub use seen::Link;

use rejected::Rejected;

/// What is known of the links of the workspace, and what is being done to them.
#[derive(Debug, Default)]
pub(super) struct Linkage {
    /// Links that lead from one set to another.
    pub(super) index: Links,
    linking: Option<Linking>,
    /// Ends in articles that are not open, as far as they were read; nothing of one that is not there any more.
    ends: BTreeMap<EntryKey, Option<Arc<BoardEntry>>>,
    /// The link that was followed last.
    followed: Option<EntryKey>,
    rejected: Rejected,
}

/// A link that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linking {
    /// Where it starts: an annotation of the annotator's own.
    pub from: EntryKey,
    /// The label of that annotation.
    pub label: Arc<str>,
    /// The words of it, shortened.
    pub quote: Arc<str>,
    /// The other end once it is chosen, while it is asked which link it is.
    pub to: Option<(EntryKey, Vec<LinkOption>)>,
}

/// One way two annotations may be linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkOption {
    /// Identifier of a relation of the schema.
    pub label: Arc<str>,
    /// Whether it starts at the end that was chosen second: the schema takes it that way round only.
    pub is_reversed: bool,
}

impl Session {
    /// The link that is being made.
    #[must_use]
    pub const fn linking(&self) -> Option<&Linking> {
        self.links.linking.as_ref()
    }

    /// No link is being made or followed any more.
    pub(super) fn leave_links(&mut self) {
        (self.links.linking, self.links.followed) = (None, None);
    }

    /// Begins a link at the focused annotation.
    pub(super) fn begin_link(&mut self) -> Vec<Effect> {
        let Some((from, label, quote)) = self.focused_entry() else {
            return vec![Effect::tell(Severity::Info, text("session-link-start-first"))];
        };
        if !self.schema().can_be_linked(&label) {
            let name = self.schema().name_of_label(&label);
            return vec![Effect::tell(Severity::Info, say!("session-link-no-label", label = name))];
        }
        (self.tag_mode, self.pointing) = (None, None);
        self.links.linking = Some(Linking { from, label, quote, to: None });
        Vec::new()
    }

    /// The focused annotation, its label and words.
    fn focused_entry(&self) -> Option<(EntryKey, Arc<str>, Arc<str>)> {
        let article = self.article()?;
        let focused = article.focused()?;
        let key = EntryKey::new(&article.document().file, &article.set().annotator, &focused.id);
        let quote = focused.spans.quote(&article.document().text);
        Some((key, focused.label.clone(), crate::text::shortened(&quote, QUOTE_CHARS).into()))
    }

    pub(super) fn cancel_link(&mut self) -> Vec<Effect> {
        self.links.linking = None;
        Vec::new()
    }

    /// The other end is the focused annotation.
    pub(super) fn link_to_focused(&mut self, now: &Now) -> Vec<Effect> {
        match self.focused_entry() {
            Some((to, label, _)) => self.link_to(to, &label, now),
            None => vec![Effect::tell(Severity::Info, text("session-link-end-first"))],
        }
    }

    /// The other end was chosen, an annotation with that label.
    pub(super) fn link_to(&mut self, to: EntryKey, label: &str, now: &Now) -> Vec<Effect> {
        let Some(linking) = &self.links.linking else { return Vec::new() };
        if linking.from == to {
            return vec![Effect::tell(Severity::Info, text("session-link-to-itself"))];
        }
        let mut options = self.link_options(&linking.label, label, &to);
        match options.len() {
            0 => {
                let name = |label: &str| self.schema().name_of_label(label);
                let (from, to) = (name(&linking.label), name(label));
                vec![Effect::tell(Severity::Info, say!("session-link-no-relation", from = from, to = to))]
            }
            1 => self.make_link(to, options.remove(0), now),
            _ => {
                if let Some(linking) = &mut self.links.linking {
                    linking.to = Some((to, options));
                }
                Vec::new()
            }
        }
    }

    /// The label of the link was chosen.
    pub(super) fn choose_link(&mut self, option: LinkOption, now: &Now) -> Vec<Effect> {
        let Some((to, _)) = self.links.linking.as_mut().and_then(|linking| linking.to.take()) else {
            return Vec::new();
        };
        self.make_link(to, option, now)
    }

    /// The other end is asked for again.
    pub(super) fn reconsider_link(&mut self) -> Vec<Effect> {
        if let Some(linking) = &mut self.links.linking {
            linking.to = None;
        }
        Vec::new()
    }

    /// Whether a link that is being made may end at an annotation of the article on screen; anything may where none is.
    pub(super) fn may_end_link(&self, annotation: &crate::model::Annotation) -> bool {
        let Some(linking) = &self.links.linking else { return true };
        let Some(article) = self.article() else { return false };
        let end = EntryKey::new(&article.document().file, &article.set().annotator, &annotation.id);
        end != linking.from && !self.link_options(&linking.label, &annotation.label, &end).is_empty()
    }

    /// The links that the schema allows between an annotation of one's own and another; reversed where it allows them that way
    /// round only, and the other one can hold them.
    fn link_options(&self, from: &str, to: &str, end: &EntryKey) -> Vec<LinkOption> {
        self.options((from, true), (to, self.annotator.as_ref() == Some(&end.annotator)))
    }

    /// The links that the schema allows between annotations of two labels, each with whether a link can start there, which is
    /// where it is one's own; reversed where there are none of that name the other way.
    fn options(&self, (from, is_own): (&str, bool), (to, is_back): (&str, bool)) -> Vec<LinkOption> {
        let schema = self.schema();
        let forward = schema.relations_between(from, to).filter(|_| is_own).map(|spec| &spec.id);
        let mut options: Vec<LinkOption> =
            forward.map(|id| LinkOption { label: id.clone(), is_reversed: false }).collect();
        for spec in schema.relations_between(to, from).filter(|_| is_back) {
            if !options.iter().any(|known| known.label == spec.id) {
                options.push(LinkOption { label: spec.id.clone(), is_reversed: true });
            }
        }
        options
    }

    fn make_link(&mut self, to: EntryKey, option: LinkOption, now: &Now) -> Vec<Effect> {
        let Some(Linking { from, .. }) = self.links.linking.take() else { return Vec::new() };
        let LinkOption { label, is_reversed } = option;
        let (start, end) = if is_reversed { (to, from) } else { (from, to) };
        self.do_link_work(LinkWork::Make { start, end, label }, now)
    }

    /// A mark was clicked while a link is being made: the shortest there that the schema lets it end at.
    pub(super) fn link_to_mark_at(&mut self, offset: crate::text::ByteOffset, now: &Now) -> Vec<Effect> {
        let (Some(article), Some(linking)) = (self.article(), &self.links.linking) else { return Vec::new() };
        let file = &article.document().file;
        let sets = std::iter::once(article.set()).chain(article.others().filter(|_| !self.is_blind()));
        let mut here: Vec<(usize, EntryKey, Arc<str>)> = sets
            .flat_map(|set| set.annotations().at(offset).into_iter().map(move |a| (set, a)))
            .map(|(set, a)| (a.spans.bytes(), EntryKey::new(file, &set.annotator, &a.id), a.label.clone()))
            .filter(|(_, key, _)| *key != linking.from)
            .collect();
        // Stable: of two as short the annotator's own comes first.
        here.sort_by_key(|(bytes, key, label)| {
            (self.link_options(&linking.label, label, key).is_empty(), *bytes)
        });
        match here.into_iter().next() {
            Some((_, to, label)) => self.link_to(to, &label, now),
            None => Vec::new(),
        }
    }
}

/// Characters of a quote that stand in a word on what is done.
const QUOTE_CHARS: usize = 48;
