//! What the world answers.

use std::path::PathBuf;

use super::article::Unsaved;
use super::jobs::Subject;
use super::leave::Leaving;
use super::reading::is_read_otherwise;
use super::{Effect, Now, OpenArticle, Session, Severity};
use crate::jobs::{LoadedArticle, Message, Request, SaveRequest};

/// One thing that happened in the world.
#[derive(Debug)]
pub enum Event {
    /// A job goes on, or ended.
    Job(Message),
    /// Something to tell that belongs to no article.
    Told(Severity, String),
    /// A folder was chosen in the system's dialog.
    Chosen(PathBuf),
    /// Paths were chosen for an export or import.
    Picked(Vec<PathBuf>),
    /// The system has no dialog to choose a folder with.
    NoDialog,
    /// Time has passed.
    Tick,
}

impl Session {
    /// Takes what the world answers.
    #[must_use = "the effects are to be carried out"]
    pub fn on_event(&mut self, event: Event, now: &Now) -> Vec<Effect> {
        match event {
            Event::Job(message) => self.on_message(message, now),
            Event::Told(severity, text) => vec![Effect::tell(severity, text)],
            Event::Chosen(path) => self.open_workspace(path),
            Event::Picked(paths) => vec![Effect::Picked(paths)],
            Event::NoDialog => vec![Effect::AskPath],
            Event::Tick => {
                let mut effects = self.autosave(now);
                effects.extend(self.leave_when_kept(now));
                effects.extend(self.fetch_items());
                effects
            }
        }
    }

    pub(super) fn on_loaded(&mut self, loaded: LoadedArticle, now: &Now) -> Vec<Effect> {
        // Where another window writes the annotator's files, what is certain is only shown in its place.
        let loaded = if self.other_writer().is_some() { loaded.settled() } else { loaded };
        let file = loaded.document.file.clone();
        let notices = loaded.notices.clone();
        let waited_for = self.navigation.wanted.as_ref() == Some(&file);
        let is_ours = self.annotator.as_ref().is_none_or(|annotator| *annotator == loaded.set.annotator);
        // An answer that comes late is another annotator's, or older than what is being worked on. A text that was changed
        // takes the place of the old one, unless there is work on that which is kept nowhere, or which came after what was read.
        let is_other = |article: &OpenArticle| {
            article.document().sha256 != loaded.document.sha256 || is_read_otherwise(article, &loaded)
        };
        let gives_way = |article: &OpenArticle| {
            is_other(article) && !article.is_at_risk() && !article.is_saving() && article.is_as_reread()
        };
        let stays = |article: &OpenArticle| article.blocked().is_none() && !gives_way(article);
        let is_open = self.articles.get(&file).is_some_and(stays);
        let has_later_work = self.articles.get(&file).is_some_and(|article| is_other(article) && is_open);
        let follows = is_ours && self.follow(&loaded, now);
        let mut moved = Vec::new();
        if is_ours && has_later_work {
            // It is read again from here: what was read is another text, and may lack what was done since.
            if let Some(article) = self.articles.get_mut(&file) {
                article.is_outdated = true;
            }
            moved.extend(self.reload_outdated(&file));
        }
        if is_ours && !is_open && !follows {
            let (is_outdated, verdicts) = (loaded.is_outdated, loaded.verdicts.clone());
            self.articles.insert(loaded);
            if is_outdated {
                moved = self.on_outdated(&file, verdicts, now);
            }
            moved.extend(self.keep_text(&file));
        }
        if self.articles.get(&file).is_none() {
            return Vec::new();
        }
        if waited_for {
            self.navigation.wanted = None;
            self.navigation.show(file.clone());
        }
        self.refresh_entry(&file);
        let mut arrived = self.arrive();
        arrived.extend(self.load_others());
        arrived.extend(moved);
        arrived.into_iter().chain(notices.into_iter().map(Effect::Notify)).collect()
    }

    fn autosave(&mut self, now: &Now) -> Vec<Effect> {
        let due = |article: &mut OpenArticle| article.save_when_due(now.millis);
        let due = self.articles.values_mut().filter_map(due).collect();
        let mut effects: Vec<Effect> = self.keep_when_due(now).into_iter().collect();
        effects.extend(self.save_each(due));
        effects.extend(self.save_schema_when_due(now));
        effects.extend(self.save_entities_when_due(now));
        effects
    }

    /// When there is something to do though nothing happens, in milliseconds since the epoch: the next autosave, or what is to
    /// be written to the journal.
    #[must_use]
    pub fn next_due(&self) -> Option<u64> {
        let saves = self
            .articles
            .values()
            .filter_map(OpenArticle::due)
            .chain(self.schema.due())
            .chain(self.entities.due());
        let kept = self.articles.unkept().due();
        saves.chain(kept).chain(self.leaving.as_ref().and_then(Leaving::asks_at)).min()
    }

    pub(super) fn save_all(&mut self) -> Vec<Effect> {
        let unsaved = self.articles.values_mut().filter_map(OpenArticle::save_now).collect();
        let mut effects = self.save_each(unsaved);
        effects.extend(self.save_schema());
        effects.extend(self.save_entities());
        effects
    }

    fn save_each(&mut self, unsaved: Vec<Unsaved>) -> Vec<Effect> {
        unsaved.into_iter().filter_map(|unsaved| self.save(unsaved)).collect()
    }

    pub(super) fn save(&mut self, (document, set, position): Unsaved) -> Option<Effect> {
        let root = self.library.as_ref()?.root().to_owned();
        let upto = self.articles.newest_edit();
        let subject = Subject::Position(document.file.clone(), (position, upto.number));
        let merges = self.articles.get(&document.file).map_or(0, OpenArticle::merges);
        let request = SaveRequest { root, document, set, position, upto, merges };
        Some(self.jobs.begin(Request::Save(Box::new(request)), subject))
    }
}
