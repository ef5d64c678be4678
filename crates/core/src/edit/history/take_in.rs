//! What other programs changed.

use std::sync::Arc;

use super::{History, Sets, TransactionError};
use crate::edit::{Change, Changes};

impl History {
    /// Applies changes made by another program. They are no undo step. A step whose entries they changed can no longer be undone;
    /// all others can. [`History::take_edits`] does not return them, since they are on disk.
    ///
    /// # Errors
    /// When the article is not open, or a change does not fit; nothing changes then.
    ///
    /// ```
    /// # use std::collections::HashMap;
    /// # use std::sync::Arc;
    /// # use tippani_core::edit::{Change, History, Transaction};
    /// # use tippani_core::model::{AnnotationSet, Annotator, State};
    /// let article: Arc<str> = "a.txt".into();
    /// let mut sets = HashMap::from([(article.clone(), AnnotationSet::new(Annotator::new("asha").unwrap()))]);
    /// let mut history = History::default();
    /// let theirs = vec![Change::SetState(State::Done)];
    /// history.take_in(&mut sets, &article, theirs)?;
    /// assert!(history.undo(&mut sets, &article).is_none(), "nothing was done here");
    /// assert_eq!(sets["a.txt"].state(), State::Done);
    /// # Ok::<(), tippani_core::edit::TransactionError>(())
    /// ```
    pub fn take_in(
        &mut self,
        sets: &mut impl Sets,
        article: &Arc<str>,
        changes: Vec<Change>,
    ) -> Result<(), TransactionError> {
        let set = sets.set_mut(article).ok_or_else(|| TransactionError::NotOpen(article.clone()))?;
        let applied = self.article(article).apply(set, Changes::from(changes), false);
        applied.map_err(|error| TransactionError::DoesNotFit { error, article: article.clone() })?;
        let position = self.next();
        self.article(article).position = position;
        // What lies across each step is another set than it was.
        self.renumber(article);
        Ok(())
    }
}
