//! The first tag of somebody whose name is not known: the name is asked for, and the words are tagged as soon as it is said.

use std::sync::Arc;

use super::{Effect, Now, Selection, Session};

/// What is tagged once the annotator's name is known.
#[derive(Clone, Debug)]
pub(super) struct FirstTag {
    file: Arc<str>,
    selection: Selection,
    label: Arc<str>,
}

impl Session {
    /// Asks who annotates, and keeps in mind what was to be tagged.
    pub(super) fn ask_before_tagging(&mut self, label: &Arc<str>) -> Vec<Effect> {
        self.first_tag = self.article().map(|article| FirstTag {
            file: article.document().file.clone(),
            selection: article.selection(),
            label: label.clone(),
        });
        vec![Effect::AskAnnotator]
    }

    /// The name was said; where something else is selected by now, nothing is tagged.
    pub(super) fn keep_first_tag(&mut self) {
        let selected = self.article().map(|article| (article.document().file.clone(), article.selection()));
        let is_as_it_was = |tag: &mut FirstTag| {
            selected
                .as_ref()
                .is_some_and(|(file, selection)| *file == tag.file && *selection == tag.selection)
        };
        self.first_tag = self.first_tag.take_if(is_as_it_was);
    }

    /// Tags what was kept in mind, once the annotator's set of the article is there.
    pub(super) fn tag_first(&mut self, now: &Now) -> Vec<Effect> {
        let current = self.article().map(|article| article.document().file.clone());
        let is_here = |tag: &mut FirstTag| current.as_ref() == Some(&tag.file);
        if self.annotator.is_none() {
            return Vec::new();
        }
        let Some(FirstTag { selection, label, .. }) = self.first_tag.take_if(is_here) else {
            return Vec::new();
        };
        let mut effects = self.select(selection.anchor, selection.head);
        effects.extend(self.tag(&label, now));
        effects
    }
}
