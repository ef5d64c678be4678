//! Identifiers: what stands in files for a name.

use std::sync::Arc;

use egui::Ui;

use super::super::Ink;
use super::text_field;
use crate::words::text;

/// An identifier as a field; white space is left out.
pub(super) fn field(ui: &mut Ui, ink: &mut Ink, id: &mut Arc<str>) {
    let mut typed = id.to_string();
    if text_field(ui, ink, text("schema-identifier"), &mut typed) {
        *id = typed.split_whitespace().collect::<Vec<_>>().join("-").into();
    }
}

/// The identifier of a name: its words in small letters of their own script, with `-` between them.
pub(super) fn of_name(name: &str) -> Arc<str> {
    let is_part = |c: char| !c.is_ascii() && !c.is_whitespace() || c.is_ascii_alphanumeric();
    let words = name.split(|c| !is_part(c)).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-").into()
}

/// The identifier of a name, told apart from those that are `taken` by a number.
pub(super) fn free<'a>(name: &str, taken: &(impl Iterator<Item = &'a Arc<str>> + Clone)) -> Arc<str> {
    let plain = of_name(name);
    let is_free = |id: &Arc<str>| !taken.clone().any(|taken| taken == id);
    if is_free(&plain) {
        return plain;
    }
    let numbered = (2..).map(|n| Arc::<str>::from(format!("{plain}-{n}")));
    numbered.into_iter().find(is_free).unwrap_or(plain)
}

#[cfg(test)]
mod tests {
    use super::{free, of_name};

    #[test]
    fn names_become_identifiers() {
        for (name, expected) in [
            ("Person", "person"),
            ("Product / equipment", "product-equipment"),
            ("  Date, time ", "date-time"),
            ("राजनीतिक दल", "राजनीतिक-दल"),
            ("પક્ષ", "પક્ષ"),
            ("!", ""),
        ] {
            assert_eq!(&*of_name(name), expected, "{name}");
        }
        let taken = ["label".into(), "label-2".into()];
        assert_eq!(&*free("Label", &taken.iter()), "label-3");
    }
}
