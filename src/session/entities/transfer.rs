//! Entities from files of other tools, and to them.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::{Effect, Session, Severity};
use crate::format::entities::exchange::EntityFormat;
use crate::jobs::{EntityRequest, ImportedEntities};
use crate::model::RegistryPart;
use crate::words::{say, text};

/// A file of entities that is being read.
#[derive(Debug)]
pub(in crate::session) struct EntityImport {
    file: PathBuf,
    kind: Arc<str>,
    /// One's own part that the changes are of.
    part: Arc<RegistryPart>,
}

impl Session {
    /// Reads a file of entities into one's own part; what has no kind there is of `kind`.
    pub(in crate::session) fn import_entities(&mut self, file: PathBuf, kind: Arc<str>) -> Vec<Effect> {
        let Some(annotator) = self.annotator.clone() else { return vec![Effect::AskAnnotator] };
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let Some(format) = EntityFormat::of_file(&file.to_string_lossy()) else {
            return vec![Effect::tell(Severity::Warning, text("session-entities-import-name"))];
        };
        let part = self.entities.own(&annotator);
        let import = EntityImport { file: file.clone(), kind: kind.clone(), part: Arc::clone(&part) };
        self.entity_work.import = Some(import);
        vec![self.begin_entities(EntityRequest::Import { part, file, format, kind })]
    }

    /// The file was read: what it says goes into one's own part, in one step of undo.
    pub(super) fn on_entities_imported(&mut self, imported: ImportedEntities) -> Vec<Effect> {
        let (Some(import), Some(annotator)) = (self.entity_work.import.take(), self.annotator.clone()) else {
            return Vec::new();
        };
        if import.part != self.entities.own(&annotator) {
            // What was changed meanwhile is not taken back.
            return self.import_entities(import.file, import.kind);
        }
        let ImportedEntities { changes, new, more, issues } = imported;
        let mut effects = self.change_entities(text("session-step-entities-import"), |_, _| changes);
        effects
            .push(Effect::tell(Severity::Success, say!("session-entities-imported", new = new, more = more)));
        if let Some(first) = issues.first() {
            let told = match issues.len() {
                1 => first.to_string(),
                count => say!("session-entities-issues", count = count, first = first.to_string()),
            };
            effects.push(Effect::tell(Severity::Warning, told));
        }
        effects
    }

    /// Writes everybody's entities to a file, in place of one that is there.
    pub(in crate::session) fn export_entities(&mut self, file: PathBuf) -> Vec<Effect> {
        let format = EntityFormat::of_file(&file.to_string_lossy());
        let Some(format) = format.filter(|format| EntityFormat::OUT.contains(format)) else {
            return vec![Effect::tell(Severity::Warning, text("session-entities-export-name"))];
        };
        let registry = Arc::clone(self.registry());
        vec![self.begin_entities(EntityRequest::Export { registry, file, format })]
    }
}
