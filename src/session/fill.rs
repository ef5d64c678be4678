//! Filling the gold set of the open article.

use super::{Effect, Now, Session, Severity};
use crate::analysis::{FillRule, Filling, counted, fill};
use crate::model::AnnotationSet;

impl Session {
    /// What filling the gold set of the open article by a rule comes to, of those who are looked at and have finished it;
    /// nothing where it is not the gold set that is written.
    #[must_use]
    pub fn filling(&self, rule: &FillRule) -> Option<Filling> {
        let article = self.article().filter(|_| self.is_gold())?;
        let sets: Vec<AnnotationSet> = article.others().cloned().collect();
        Some(fill(&sets, Some(article.set()), rule))
    }

    /// Fills the gold set of the open article, in one step of undo.
    pub(super) fn fill_gold(&mut self, rule: &FillRule, now: &Now) -> Vec<Effect> {
        let Some(filling) = self.filling(rule) else {
            return vec![Effect::tell(Severity::Info, "Annotate as gold to fill the gold set")];
        };
        let Some(state) = self.article().map(|article| article.set().state()) else { return Vec::new() };
        let changes = filling.changes(state, &now.timestamp, &mut || self.new_id(now));
        if changes.is_empty() {
            return vec![Effect::tell(Severity::Info, "There is nothing more to take by this rule")];
        }
        let mut told = format!("{} taken", counted(filling.taken.len(), "annotation"));
        if filling.open > 0 {
            told = format!("{told}; {} left open", counted(filling.open, "item"));
        }
        if !filling.links_left_out.is_empty() {
            let links = counted(filling.links_left_out.len(), "link");
            told = format!("{told}; {links} left out, whose other end is not in gold");
        }
        let mut effects = self.change("Fill gold", changes, now);
        effects.push(Effect::tell(Severity::Success, told));
        effects
    }
}
