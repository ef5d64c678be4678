//! Which file entities come from, or go to.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::ComboBox;

use super::super::dialog::{self, Dialog};
use super::super::theme::size;
use super::super::{Drawing, Request, exchange, menu};
use crate::model::{AnnotationKind, Schema};
use crate::session::{EntityCommand, EntityFormat};
use crate::words::text;

/// Which way entities go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum EntityTransfer {
    Import,
    Export,
}

/// The dialog.
#[derive(Debug)]
pub(in crate::ui) struct EntityTransferDialog {
    way: EntityTransfer,
    file: String,
    /// What entities are that the file says no kind of.
    kind: Option<Arc<str>>,
}

impl EntityTransferDialog {
    /// Nothing chosen yet.
    pub(in crate::ui) const fn new(way: EntityTransfer) -> Self {
        Self { way, file: String::new(), kind: None }
    }

    /// Paths were chosen in the system's dialog: a file to read, or the folder of one to write.
    pub(in crate::ui) fn picked(&mut self, paths: &[PathBuf]) {
        let Some(path) = paths.first() else { return };
        self.file = match self.way {
            EntityTransfer::Import => path.display().to_string(),
            EntityTransfer::Export => path.join("entities.csv").display().to_string(),
        };
    }

    /// Draws the dialog; says whether it stays.
    pub(in crate::ui) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let (title, verb) = match self.way {
            EntityTransfer::Import => (text("entities-import-title"), text("entities-import-button")),
            EntityTransfer::Export => (text("entities-export-title"), text("entities-export-button")),
        };
        let dialog = Dialog { id: "entity-transfer", title, width: size::DIALOG };
        let (stays, closes) = dialog.show(ctx, theme, |ui, _| {
            let about = match self.way {
                EntityTransfer::Import => "entities-import-about",
                EntityTransfer::Export => "entities-export-about",
            };
            ui.colored_label(theme.quiet, text(about));
            let request = match self.way {
                EntityTransfer::Import => Request::ImportDialog,
                EntityTransfer::Export => Request::ExportDialog,
            };
            exchange::path(ui, drawing, text("entities-transfer-file"), &mut self.file, request);
            let fits = self.fits();
            if !self.file.trim().is_empty() && !fits {
                ui.colored_label(theme.danger, text("entities-transfer-ending"));
            }
            if self.way == EntityTransfer::Import {
                self.kinds(ui, session.schema());
            }
            ui.separator();
            dialog::buttons(ui, |ui| {
                if dialog::confirm(ui, verb, fits, theme).clicked() {
                    self.begin(drawing);
                    return false;
                }
                !ui.button(text("common-cancel")).clicked()
            })
        });
        stays && !closes
    }

    fn kinds(&mut self, ui: &mut egui::Ui, schema: &Schema) {
        let kinds = schema.labels.iter().filter(|label| label.kind == AnnotationKind::Entity);
        let kind = self.kind.clone().or_else(|| kinds.clone().next().map(|label| label.id.clone()));
        self.kind = kind;
        ui.horizontal(|ui| {
            ui.label(text("entities-import-kind"));
            let shown = self.kind.as_ref().map(|kind| schema.name_of_label(kind)).unwrap_or_default();
            let combo = ComboBox::from_id_salt("kind-of-imported").selected_text(shown);
            let combo = combo.show_ui(ui, |ui| {
                for label in kinds {
                    ui.selectable_value(&mut self.kind, Some(label.id.clone()), &label.name);
                }
            });
            menu::named(&combo.response, text("entities-import-kind-name"));
        });
    }

    fn fits(&self) -> bool {
        let format = EntityFormat::of_file(self.file.trim());
        match self.way {
            EntityTransfer::Import => format.is_some(),
            EntityTransfer::Export => format.is_some_and(|format| EntityFormat::OUT.contains(&format)),
        }
    }

    fn begin(&self, drawing: &mut Drawing<'_>) {
        let file = Path::new(self.file.trim()).to_owned();
        drawing.out.run(match self.way {
            EntityTransfer::Import => {
                EntityCommand::Import { file, kind: self.kind.clone().unwrap_or_else(|| "person".into()) }
            }
            EntityTransfer::Export => EntityCommand::Export(file),
        });
    }
}
