//! What to import, and as whose.

use std::path::PathBuf;

use egui::{TextEdit, Ui};

use super::super::{Drawing, Request, menu};
use crate::model::Annotator;
use crate::session::{FormatId, ImportRequest, OffsetUnit, Session, TransferRequest, label_pairs};

/// What offsets may count, and in words; nothing finds it out.
const UNITS: [(Option<OffsetUnit>, &str); 4] = [
    (None, "Detect"),
    (Some(OffsetUnit::CodePoint), "Code points"),
    (Some(OffsetUnit::Utf16), "UTF-16"),
    (Some(OffsetUnit::Byte), "Bytes of UTF-8"),
];

#[derive(Debug)]
pub(super) struct ImportForm {
    pub(super) format: FormatId,
    files: String,
    /// What was chosen in the system's dialog, where more than one.
    picked: Vec<PathBuf>,
    annotator: String,
    /// What labels of the files become, as it is typed.
    labels: String,
    pub(super) unit: Option<OffsetUnit>,
}

impl Default for ImportForm {
    fn default() -> Self {
        let (files, labels, picked) = (String::new(), String::new(), Vec::new());
        Self { format: FormatId::JSONL, files, picked, annotator: "model".to_owned(), labels, unit: None }
    }
}

impl ImportForm {
    pub(super) fn picked(&mut self, paths: &[PathBuf]) {
        self.picked = paths.to_vec();
        self.files = match paths {
            [one] => one.display().to_string(),
            many => format!("{} files", many.len()),
        };
    }

    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        super::formats::explanation(ui, drawing, self.format);
        super::path(ui, "File, or folder of files", &mut self.files, Request::ImportDialog, drawing.out);
        let label = ui.label("Import as annotator");
        let field = ui.add(TextEdit::singleline(&mut self.annotator).desired_width(220.0));
        menu::named(&field.labelled_by(label.id), "Import as annotator");
        if let Some(problem) = self.problem(session) {
            ui.colored_label(theme.danger, problem);
        } else if let Some(slug) = self.slug().filter(|slug| slug.as_str() != self.annotator.trim()) {
            ui.colored_label(theme.quiet, format!("In the names of the files: {slug}"));
        }
        let label = ui.label("Label mapping, e.g. GPE=place");
        let field = ui.add(TextEdit::singleline(&mut self.labels).desired_width(320.0));
        menu::named(&field.labelled_by(label.id), "Label mapping");
        if let Err(problem) = label_pairs(&self.labels) {
            ui.colored_label(theme.danger, problem);
        }
        ui.horizontal_wrapped(|ui| {
            ui.label("Offset unit:");
            for (unit, name) in UNITS {
                ui.radio_value(&mut self.unit, unit, name);
            }
        });
    }

    fn problem(&self, session: &Session) -> Option<&'static str> {
        let is_own = self.slug().is_some_and(|slug| session.annotator() == Some(&slug));
        is_own.then_some("That is you; what comes in is reviewed under another name")
    }

    /// The name as it stands in the names of files.
    fn slug(&self) -> Option<Annotator> {
        let typed = self.annotator.trim();
        (!typed.is_empty()).then(|| Annotator::from_any(typed))
    }

    pub(super) fn request(&self, session: &Session) -> Result<TransferRequest, &'static str> {
        let text = self.files.trim();
        if text.is_empty() {
            return Err("Choose the file to import");
        }
        if let Some(problem) = self.problem(session) {
            return Err(problem);
        }
        let annotator = self.slug().ok_or("Say whose annotations they become")?;
        let many = self.picked.len() > 1 && text == format!("{} files", self.picked.len());
        let files = if many { self.picked.clone() } else { vec![PathBuf::from(text)] };
        let (format, unit) = (self.format, self.unit);
        let labels = label_pairs(&self.labels)?;
        Ok(TransferRequest::Import(ImportRequest { format, files, annotator, unit, labels }))
    }
}
