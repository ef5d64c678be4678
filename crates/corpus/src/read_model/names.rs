//! One copy of each name that many articles use.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::Annotator;

/// Labels, languages and annotators, of each the one copy that all articles share.
#[derive(Clone, Debug, Default)]
pub struct Names {
    texts: BTreeSet<Arc<str>>,
    annotators: BTreeSet<Annotator>,
}

impl Names {
    pub(super) fn share(&mut self, name: &mut Arc<str>) {
        match self.texts.get(name) {
            Some(known) => *name = Arc::clone(known),
            None => drop(self.texts.insert(Arc::clone(name))),
        }
    }

    pub(super) fn share_annotator(&mut self, name: &mut Annotator) {
        match self.annotators.get(name) {
            Some(known) => *name = known.clone(),
            None => drop(self.annotators.insert(name.clone())),
        }
    }
}
