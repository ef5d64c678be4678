//! What to export, and where to.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use super::super::{Drawing, Request};
use crate::model::Annotator;
use crate::session::{ExportRequest, FormatId, Session, TransferRequest};
use crate::words::{say, text};

/// Which articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Article,
    Shown,
    All,
}

#[derive(Debug)]
pub(super) struct ExportForm {
    pub(super) format: FormatId,
    scope: Scope,
    /// The articles that the list shows.
    shown: Vec<Arc<str>>,
    /// Everybody, and whether their annotations are wanted.
    annotators: Vec<(Annotator, bool)>,
    accepted: bool,
    original_labels: bool,
    out: String,
    /// Whether the analyst chose the folder.
    own: bool,
}

impl ExportForm {
    pub(super) fn new(session: &Session, shown: Vec<Arc<str>>) -> Self {
        let all = session.library().map(crate::session::Library::articles).unwrap_or_default();
        let everybody: BTreeSet<&Annotator> = all.iter().flat_map(|a| &a.annotators).collect();
        let annotators = everybody.into_iter().map(|a| (a.clone(), true)).collect();
        let scope = if shown.len() < all.len() && !shown.is_empty() { Scope::Shown } else { Scope::All };
        Self {
            format: FormatId::JSONL,
            scope,
            shown,
            annotators,
            accepted: false,
            original_labels: false,
            out: String::new(),
            own: false,
        }
    }

    pub(super) fn picked(&mut self, paths: &[PathBuf]) {
        if let Some(path) = paths.first() {
            self.out = path.display().to_string();
            self.own = true;
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let session = drawing.session;
        super::formats::explanation(ui, drawing, self.format);
        let all = session.library().map_or(0, |l| l.articles().len());
        ui.horizontal_wrapped(|ui| {
            ui.label(text("exchange-articles"));
            if session.article().is_some() {
                ui.radio_value(&mut self.scope, Scope::Article, text("exchange-articles-current"));
            }
            if self.shown.len() < all {
                let shown = say!("exchange-articles-shown", count = self.shown.len());
                ui.radio_value(&mut self.scope, Scope::Shown, shown);
            }
            ui.radio_value(&mut self.scope, Scope::All, say!("exchange-articles-all", count = all));
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(text("exchange-annotators"));
            for (annotator, wanted) in &mut self.annotators {
                ui.checkbox(wanted, session.called(annotator));
            }
        });
        ui.checkbox(&mut self.accepted, text("exchange-accepted"));
        ui.checkbox(&mut self.original_labels, text("exchange-original-labels"));
        if !self.own {
            self.out = suggested(session, self.format);
        }
        let before = self.out.clone();
        let name = text("exchange-folder");
        super::path(ui, drawing, name, &mut self.out, Request::ExportDialog);
        self.own |= self.out != before;
    }

    pub(super) fn request(&self, session: &Session) -> Result<TransferRequest, &'static str> {
        let annotators: Vec<Annotator> =
            self.annotators.iter().filter(|(_, wanted)| *wanted).map(|(a, _)| a.clone()).collect();
        if self.annotators.is_empty() {
            return Err(text("exchange-nobody"));
        }
        if annotators.is_empty() {
            return Err(text("exchange-no-annotator"));
        }
        if self.out.trim().is_empty() {
            return Err(text("exchange-no-folder"));
        }
        let only = match self.scope {
            Scope::Article => session.article().map(|a| vec![a.document().file.clone()]),
            Scope::Shown => Some(self.shown.clone()),
            Scope::All => None,
        };
        let out = PathBuf::from(self.out.trim());
        let Self { format, accepted, original_labels, .. } = *self;
        let request = ExportRequest { format, only, annotators, accepted, original_labels, out };
        Ok(TransferRequest::Export(request))
    }
}

/// Beside the workspace, so that what is exported is not taken for articles.
fn suggested(session: &Session, format: FormatId) -> String {
    let Some(library) = session.library() else { return String::new() };
    let name = format!("{}-{}", library.folder_name(), format.format().id);
    let beside = library.root().parent().unwrap_or(library.root()).join(name);
    beside.display().to_string()
}
