//! Words that count once their field is left.

use egui::Response;

/// What stands in a field, and whether it was typed there since it last counted.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) words: String,
    is_typed: bool,
}

impl Draft {
    /// A field that shows what is known.
    pub(super) fn of(known: &str) -> Self {
        Self { words: known.to_owned(), is_typed: false }
    }

    /// Its field was drawn: gives what was typed once the field is left, and shows what is known as long as nothing is typed.
    pub(super) fn drawn(&mut self, field: &Response, known: &str) -> Option<String> {
        self.note(field);
        if field.has_focus() {
            return None;
        }
        let typed = self.take();
        if typed.is_none() {
            known.clone_into(&mut self.words);
        }
        typed
    }

    /// Its field was drawn, and may have been typed in.
    pub(super) fn note(&mut self, field: &Response) {
        self.is_typed |= field.changed();
    }

    /// What was typed, which counts now.
    pub(super) fn take(&mut self) -> Option<String> {
        std::mem::take(&mut self.is_typed).then(|| self.words.clone())
    }
}
