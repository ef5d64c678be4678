//! How the open article is read: in which encoding, how much of a web page. Chosen until somebody has annotated it.

use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, OpenArticle, Session, Severity};
use crate::format::article::ReadingChoice;
use crate::format::encoding::{EncodingPreview, TextEncoding};
use crate::format::html::Extent;
use crate::jobs::{JobKind, LoadRequest, Request};
use crate::words::text;

/// How an article begins in every encoding, once it is known.
#[derive(Debug, Default)]
pub(super) struct EncodingChoice(Option<(Arc<str>, Vec<EncodingPreview>)>);

impl Session {
    /// Why the open article cannot be read otherwise than it is; nothing where it can.
    #[must_use]
    pub fn why_reading_is_fixed(&self) -> Option<&'static str> {
        let article = self.article()?;
        if self.other_writer().is_some() || article.blocked().is_some() {
            Some(text("session-reading-read-only"))
        } else if self.annotator.is_none() {
            Some(text("session-no-annotator"))
        } else if !article.set().is_empty() {
            Some(text("session-reading-annotated"))
        } else if article.is_saving() || self.is_rereading() {
            Some(text("session-reading-busy"))
        } else {
            None
        }
    }

    /// Whether the open article is being read again as was chosen.
    #[must_use]
    pub fn is_rereading(&self) -> bool {
        self.jobs.is_running(JobKind::Reread)
    }

    /// How the open article begins in every encoding: nothing until that is known.
    #[must_use]
    pub fn encodings(&self) -> Option<&[EncodingPreview]> {
        let (file, previews) = self.encodings.0.as_ref()?;
        let file = Some(file).filter(|file| self.navigation.current.as_ref() == Some(*file));
        file.map(|_| previews.as_slice())
    }

    pub(super) fn preview_encodings(&mut self) -> Vec<Effect> {
        let root = self.library().map(|library| library.root().to_owned());
        let file = self.article().map(|article| article.document().file.clone());
        let (Some(root), Some(file)) = (root, file) else { return Vec::new() };
        self.encodings = EncodingChoice::default();
        vec![self.jobs.begin(Request::PreviewEncodings { root, file }, Subject::Nothing)]
    }

    pub(super) fn on_encodings(&mut self, file: Arc<str>, previews: Vec<EncodingPreview>) {
        self.encodings = EncodingChoice(Some((file, previews)));
    }

    pub(super) fn read_as(&mut self, encoding: TextEncoding) -> Vec<Effect> {
        self.reread(|choice| choice.encoding = Some(encoding))
    }

    pub(super) fn take_of_page(&mut self, extent: Extent) -> Vec<Effect> {
        if self.article().is_some_and(|article| article.how().page.is_none()) {
            return Vec::new();
        }
        self.reread(|choice| choice.extent = Some(extent))
    }

    fn reread(&mut self, choose: impl FnOnce(&mut ReadingChoice)) -> Vec<Effect> {
        if let Some(why) = self.why_reading_is_fixed() {
            return vec![Effect::tell(Severity::Warning, why)];
        }
        let root = self.library().map(|library| library.root().to_owned());
        let (Some(root), Some(annotator), Some(article)) = (root, self.annotator.clone(), self.article())
        else {
            return Vec::new();
        };
        let mut choice = article.how().choice;
        choose(&mut choice);
        let file = article.document().file.clone();
        // How it was to be read before is not worth a file any more.
        if let Some(article) = self.articles.get_mut(&file) {
            article.open_at(article.position(), true);
            article.begin_reread();
        }
        let article = LoadRequest { root, file: file.clone(), annotator };
        vec![self.jobs.begin(Request::Reread { article, choice }, Subject::Article(file))]
    }
}

/// Whether what was loaded is not read as the open article is.
pub(super) fn is_read_otherwise(article: &OpenArticle, loaded: &crate::jobs::LoadedArticle) -> bool {
    let (open, new) = (article.document().text.origin(), loaded.document.text.origin());
    let is_other = (open.encoding, open.extent) != (new.encoding, new.extent);
    new.is_chosen && article.set().is_empty() && (is_other || !open.is_chosen)
}
