//! Changes of several articles in one step: those that are not open are read first.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::articles::Articles;
use super::jobs::Subject;
use super::{Effect, Now, Session, Severity};
use crate::edit::{Change, Transaction, TransactionKind};
use crate::jobs::{LoadRequest, Request};

impl Session {
    /// Reads articles that are not open, so that they can be changed.
    pub(super) fn load_all(&mut self, files: &BTreeSet<Arc<str>>) -> Vec<Effect> {
        let root = self.library.as_ref().map(|library| library.root().to_owned());
        let (Some(root), Some(annotator)) = (root, self.annotator.clone()) else { return Vec::new() };
        let mut effects = Vec::new();
        for file in files {
            if self.articles.get(file).is_none() && !self.jobs.is_loading(file) {
                let article =
                    LoadRequest { root: root.clone(), file: file.clone(), annotator: annotator.clone() };
                effects.push(self.jobs.begin(Request::Load(article), Subject::Article(file.clone())));
            }
        }
        effects
    }

    /// Makes changes in several articles as one step, and says what was done: so many changes, in so many articles.
    pub(super) fn transact_in_all(
        &mut self,
        name: &str,
        parts: Vec<(Arc<str>, Vec<Change>)>,
        told: &dyn Fn(usize, usize) -> String,
        now: &Now,
    ) -> Vec<Effect> {
        self.transact_in_all_as(TransactionKind::Edit, name, parts, told, now)
    }

    /// Like [`Self::transact_in_all`], as a step of this kind.
    pub(super) fn transact_in_all_as(
        &mut self,
        kind: TransactionKind,
        name: &str,
        mut parts: Vec<(Arc<str>, Vec<Change>)>,
        told: &dyn Fn(usize, usize) -> String,
        now: &Now,
    ) -> Vec<Effect> {
        parts.retain(|(_, changes)| !changes.is_empty());
        let (changed, articles) = (parts.iter().map(|(_, changes)| changes.len()).sum(), parts.len());
        let Some(transaction) = Transaction::over(name, parts) else { return Vec::new() };
        let failed = self.transact(Articles::apply, transaction.of_kind(kind), now);
        if failed.is_empty() {
            vec![Effect::tell(Severity::Success, told(changed, articles))]
        } else {
            failed
        }
    }
}
