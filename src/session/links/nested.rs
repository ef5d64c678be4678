//! Claims within claims: X said that Y denied Z. The outer one is linked to the inner one.

use std::sync::Arc;

use super::LinkWork;
use crate::model::{AnnotationKind, EntryKey};
use crate::session::{Effect, Now, Session};

/// The relation of a claim to the one it reports, in the built-in schema and those made from it.
const QUOTES: &str = "quotes";

/// A link that is offered, since one claim is marked within another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nested {
    /// The outer claim.
    pub outer: EntryKey,
    /// The inner claim.
    pub inner: EntryKey,
    /// Whether the focused one is the inner.
    pub is_inner: bool,
}

impl Session {
    /// The link between the focused claim and the closest one around it, or else within it, where the schema has one and there is
    /// none yet.
    #[must_use]
    pub fn nested(&self) -> Option<Nested> {
        let article = self.article()?;
        let focused = article.focused().filter(|focused| focused.kind == AnnotationKind::Claim)?;
        let here = EntryKey::new(&article.document().file, &article.set().annotator, &focused.id);
        let extent = focused.spans.extent();
        let joins =
            |from: &str, to: &str| self.schema().relations_between(from, to).any(|spec| &*spec.id == QUOTES);
        let linked: Vec<EntryKey> = self.all_links_of(&here).into_iter().map(|link| link.other).collect();
        let key = |id| EntryKey::new(&here.file, &here.annotator, id);
        let overlapping = article.set().annotations().within(extent.start(), extent.end());
        let claims = overlapping.into_iter().filter(|other| other.kind == AnnotationKind::Claim);
        let mut found: Option<(bool, usize, Nested)> = None;
        for other in claims.filter(|other| other.id != focused.id && !linked.contains(&key(&other.id))) {
            let (own, around) = (extent, other.spans.extent());
            let is_inner = around.start() <= own.start() && own.end() <= around.end() && around != own;
            let is_outer = own.start() <= around.start() && around.end() <= own.end() && around != own;
            let nested = if is_inner && joins(&other.label, &focused.label) {
                Nested { outer: key(&other.id), inner: here.clone(), is_inner: true }
            } else if is_outer && joins(&focused.label, &other.label) {
                Nested { outer: here.clone(), inner: key(&other.id), is_inner: false }
            } else {
                continue;
            };
            // The closest around it, else the longest within.
            let rank = if is_inner { around.bytes() } else { usize::MAX - around.bytes() };
            if found.as_ref().is_none_or(|(outer, known, _)| (is_outer, rank) < (*outer, *known)) {
                found = Some((is_outer, rank, nested));
            }
        }
        found.map(|(_, _, nested)| nested)
    }

    pub(in crate::session) fn link_nested(&mut self, now: &Now) -> Vec<Effect> {
        let Some(Nested { outer, inner, .. }) = self.nested() else { return Vec::new() };
        let focused = self.focused_key();
        let work = LinkWork::Make { start: outer, end: inner, label: Arc::from(QUOTES) };
        let mut effects = self.do_link_work(work, now);
        effects.extend(focused.map(|key| self.focus(Some(key.id))).unwrap_or_default());
        effects
    }
}
