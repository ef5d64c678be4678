//! What to import, and as whose.

use std::path::PathBuf;

use egui::Ui;

use super::super::text_field::TextField;
use super::super::{Drawing, Request, menu};
use crate::model::Annotator;
use crate::names::romanized;
use crate::session::{FormatId, ImportRequest, OffsetUnit, Session, TransferRequest, label_pairs};
use crate::words::{say, text};

/// What offsets may count, each with its message; nothing finds it out.
const UNITS: [(Option<OffsetUnit>, &str); 4] = [
    (None, "exchange-detect"),
    (Some(OffsetUnit::CodePoint), "exchange-choice-code-points"),
    (Some(OffsetUnit::Utf16), "exchange-choice-utf16"),
    (Some(OffsetUnit::Byte), "exchange-choice-bytes"),
];

#[derive(Debug)]
pub(super) struct ImportForm {
    pub(super) format: FormatId,
    files: String,
    /// What was chosen in the system's dialog, where more than one, and how the field tells of it.
    picked: (Vec<PathBuf>, String),
    annotator: String,
    /// What labels of the files become, as it is typed.
    labels: String,
    pub(super) unit: Option<OffsetUnit>,
}

impl Default for ImportForm {
    fn default() -> Self {
        let (files, labels, picked) = (String::new(), String::new(), Default::default());
        Self { format: FormatId::JSONL, files, picked, annotator: "model".to_owned(), labels, unit: None }
    }
}

impl ImportForm {
    pub(super) fn picked(&mut self, paths: &[PathBuf]) {
        self.files = match paths {
            [one] => one.display().to_string(),
            many => say!("count-files", count = many.len()),
        };
        self.picked = (paths.to_vec(), self.files.clone());
    }

    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        super::formats::explanation(ui, drawing, self.format);
        let name = text("exchange-files");
        super::path(ui, drawing, name, &mut self.files, Request::ImportDialog);
        let label = ui.label(text("exchange-annotator"));
        let field = TextField::line(&mut self.annotator).width(220.0).show(ui, drawing.ink);
        menu::named(&field.labelled_by(label.id), text("exchange-annotator"));
        if let Some(problem) = self.problem(session) {
            ui.colored_label(theme.danger, problem);
        } else if let Some(slug) = self.slug().filter(|slug| slug.as_str() != self.annotator.trim()) {
            ui.colored_label(theme.quiet, say!("exchange-slug", name = slug.as_str()));
        }
        let label = ui.label(text("exchange-labels"));
        let field = TextField::line(&mut self.labels).width(320.0).show(ui, drawing.ink);
        menu::named(&field.labelled_by(label.id), text("exchange-labels-name"));
        if let Err(problem) = label_pairs(&self.labels) {
            ui.colored_label(theme.danger, problem);
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(text("exchange-unit"));
            for (unit, name) in UNITS {
                ui.radio_value(&mut self.unit, unit, text(name));
            }
        });
    }

    fn problem(&self, session: &Session) -> Option<&'static str> {
        let is_own = self.slug().is_some_and(|slug| session.annotator() == Some(&slug));
        is_own.then(|| text("exchange-is-you"))
    }

    /// The name as it stands in the names of files.
    fn slug(&self) -> Option<Annotator> {
        let typed = self.annotator.trim();
        (!typed.is_empty()).then(|| Annotator::from_any(&romanized(typed)))
    }

    pub(super) fn request(&self, session: &Session) -> Result<TransferRequest, &'static str> {
        let typed = self.files.trim();
        if typed.is_empty() {
            return Err(text("exchange-no-file"));
        }
        if let Some(problem) = self.problem(session) {
            return Err(problem);
        }
        let annotator = self.slug().ok_or_else(|| text("exchange-no-name"))?;
        let (picked, told) = &self.picked;
        let files =
            if picked.len() > 1 && typed == told { picked.clone() } else { vec![PathBuf::from(typed)] };
        let (format, unit) = (self.format, self.unit);
        let labels = label_pairs(&self.labels)?;
        Ok(TransferRequest::Import(ImportRequest { format, files, annotator, unit, labels }))
    }
}
