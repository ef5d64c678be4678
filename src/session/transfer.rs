//! Exports and imports: what is asked for, how far it has come, what came of it.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Command, Effect, OpenArticle, Session, Severity};
use crate::model::{AnnotationId, Annotator};
use crate::text::Span;

/// A format as dialogs show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatInfo {
    /// Its identifier.
    pub id: &'static str,
    /// What the analyst reads.
    pub name: &'static str,
    /// One line more.
    pub explanation: &'static str,
    /// What its offsets count, in words; nothing where its files do not say.
    pub unit: Option<&'static str>,
    /// How the names of its files end.
    pub ending: &'static str,
    /// Whether it is imported too.
    pub is_read: bool,
}

/// What is to be exported, or imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// A dataset out.
    Export {
        /// The format's identifier.
        format: &'static str,
        /// Which articles; all when nothing is said.
        only: Option<Vec<Arc<str>>>,
        /// Whose annotations; everybody's when empty.
        annotators: Vec<Annotator>,
        /// Only those that a reviewer accepted.
        accepted: bool,
        /// The folder of the dataset.
        out: PathBuf,
    },
    /// Prior annotations in.
    Import {
        /// The format's identifier.
        format: &'static str,
        /// The files; a folder stands for the files in it.
        files: Vec<PathBuf>,
        /// Whose set it becomes.
        annotator: Annotator,
        /// What offsets count, by name; found out when nothing is said.
        unit: Option<&'static str>,
    },
}

/// An annotation that came out otherwise than it went in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The article.
    pub file: Arc<str>,
    /// The annotation, or the relation.
    pub annotation: AnnotationId,
    /// Where it stands, or where the relation starts.
    pub span: Option<Span>,
    /// What became of it, and why.
    pub reason: String,
    /// Its words, shortened.
    pub quote: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done {
        /// How much, and where to, in a sentence.
        told: String,
        /// What the format could not hold.
        lost: Vec<Lost>,
        /// What was not as it should be, in words.
        issues: Vec<String>,
    },
    /// Offsets may count two things, and mean different places.
    Asks {
        /// What speaks for each.
        why: String,
        /// The two, by name.
        units: [&'static str; 2],
    },
    /// It could not be done; in words.
    Failed(String),
}

/// An export or import under way, or done and not yet put away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// What was asked for.
    pub order: Order,
    /// How many articles are done, and of how many where that is known.
    pub progress: (usize, Option<usize>),
    /// What came of it.
    pub outcome: Option<Outcome>,
}

/// The first rows of what would go out or come in; or why there are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// For what.
    pub order: Order,
    /// Its lines.
    pub rows: Result<Vec<String>, String>,
}

impl Session {
    /// The export or import that is under way or just done.
    #[must_use]
    pub const fn transfer(&self) -> Option<&Transfer> {
        self.transfer.as_ref()
    }

    /// The last preview that was asked for.
    #[must_use]
    pub const fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref()
    }

    pub(super) fn begin_transfer(&mut self, order: Order) -> Vec<Effect> {
        let running = self.transfer.as_ref().is_some_and(|t| t.outcome.is_none());
        let Some(root) = self.library.as_ref().map(|l| l.root().to_owned()).filter(|_| !running) else {
            return Vec::new();
        };
        // What is not on disk yet would not go out.
        let mut effects = self.save_all();
        self.transfer = Some(Transfer { order: order.clone(), progress: (0, None), outcome: None });
        effects.push(Effect::Transfer { root, order: Box::new(order) });
        effects
    }

    pub(super) fn ask_preview(&mut self, order: Order) -> Vec<Effect> {
        let Some(root) = self.library.as_ref().map(|l| l.root().to_owned()) else { return Vec::new() };
        let mut effects = self.save_all();
        effects.push(Effect::Preview { root, order: Box::new(order) });
        effects
    }

    /// Stops what is under way, or puts away what is done.
    pub(super) fn end_transfer(&mut self) -> Vec<Effect> {
        match &self.transfer {
            Some(transfer) if transfer.outcome.is_none() => vec![Effect::CancelTransfer],
            _ => {
                self.transfer = None;
                Vec::new()
            }
        }
    }

    pub(super) fn on_transferring(&mut self, done: usize, of: Option<usize>) {
        if let Some(transfer) = &mut self.transfer {
            transfer.progress = (done, of);
        }
    }

    pub(super) fn on_transferred(&mut self, outcome: Outcome) -> Vec<Effect> {
        let Some(transfer) = &mut self.transfer else { return Vec::new() };
        let came_in = matches!((&transfer.order, &outcome), (Order::Import { .. }, Outcome::Done { .. }));
        let told = match &outcome {
            Outcome::Done { told, .. } => vec![Effect::tell(Severity::Done, told.clone())],
            _ => Vec::new(),
        };
        transfer.outcome = Some(outcome);
        let found = if came_in { self.rescan() } else { Vec::new() };
        told.into_iter().chain(found).collect()
    }

    /// Opens an article and shows a stretch of it, with its annotation focused where it is the annotator's own.
    pub(super) fn go_to(
        &mut self,
        file: Arc<str>,
        annotation: AnnotationId,
        span: Option<Span>,
    ) -> Vec<Effect> {
        self.going = Some((file.clone(), annotation, span));
        let mut effects = self.open_article(file);
        effects.extend(self.arrive());
        effects
    }

    /// Shows what [`Session::go_to`] asked for, once its article is there.
    pub(super) fn arrive(&mut self) -> Vec<Effect> {
        let is_here =
            |(file, ..): &mut (Arc<str>, AnnotationId, Option<Span>)| self.current.as_ref() == Some(file);
        let Some((_, annotation, span)) = self.going.take_if(is_here) else { return Vec::new() };
        let own = self.article().and_then(|a: &OpenArticle| a.set().get(&annotation)).is_some();
        match span {
            _ if own => self.focus(Some(annotation)),
            // What is reviewed is outlined, and has no need to be selected.
            Some(span) if self.review.is_some() => vec![Effect::Reveal(span)],
            Some(span) => {
                let mut effects = self.select(span.start(), span.end());
                effects.push(Effect::Reveal(span));
                effects
            }
            None => Vec::new(),
        }
    }
}

impl From<Order> for Command {
    fn from(order: Order) -> Self {
        Self::Transfer(Box::new(order))
    }
}
