//! The fields of a set's file as a whole that are changed like its entries.

use super::AnnotationSet;
use crate::model::Field;

impl AnnotationSet {
    /// The field at a path.
    #[must_use]
    pub fn field(&self, path: &str) -> Option<Field> {
        self.extra.get(path).map(|json| Field::new(path, json))
    }

    /// Puts a field in; the one at the same path is replaced and comes back.
    pub fn insert_field(&mut self, field: &Field) -> Option<Field> {
        let replaced = self.remove_field(field.path());
        self.extra.keep(&**field.path(), field.json());
        self.advance();
        replaced
    }

    /// Takes a field out.
    pub fn remove_field(&mut self, path: &str) -> Option<Field> {
        let json = self.extra.forget(path)?;
        self.advance();
        Some(Field::new(path, &json))
    }
}
