//! XML: what it can hold, and entities and attributes that other tools wrote, of which nothing is left out that nobody knows.

use std::collections::HashMap;
use std::rc::Rc;

use html5ever::data::NAMED_ENTITIES;
use indexmap::IndexSet;
use quick_xml::escape::{partial_escape, resolve_xml_entity};
use quick_xml::events::BytesStart;

use super::Remark;

/// Entities within others are followed so far.
const MAX_DEPTH: usize = 8;
/// Bytes of values of declared entities that are gone through for a file; a few short declarations may stand for any number.
const MAX_BYTES: usize = 1 << 24;
/// An entity within another counts for so many more: it may be empty, and still takes time.
const NESTED_BYTES: usize = 64;
/// No element has more attributes; looking for doubled ones takes quadratic time.
const MAX_ATTRIBUTES: usize = 1024;

/// Whether XML 1.0 has a character.
pub(super) const fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Whether XML 1.0 has every character of a text.
pub(super) fn is_xml(text: &str) -> bool {
    text.chars().all(is_xml_char)
}

/// A text as the value of an attribute: what a reader would take for one blank is written as its number.
pub(super) fn escaped(text: &str) -> String {
    let text = partial_escape(text).replace('"', "&quot;").replace('\t', "&#9;").replace('\n', "&#10;");
    // Within JSON, which has other words for them.
    text.replace('\u{fffe}', "\\ufffe").replace('\u{ffff}', "\\uffff")
}

/// What entities of a file stand for.
#[derive(Debug, Default)]
pub(super) struct Entities {
    /// Values by name, with references to others in them.
    declared: HashMap<String, Rc<str>>,
    /// Bytes of values that were gone through.
    bytes: usize,
    /// References to what is not known or too much.
    kept: IndexSet<String>,
}

impl Entities {
    /// Takes the declarations of a document type; external and parameter entities are none that are read.
    pub(super) fn declare(&mut self, doctype: &str) {
        let mut rest = doctype;
        while let Some((_, after)) = rest.split_once("<!") {
            rest = after;
            if let Some(comment) = after.strip_prefix("--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
            } else if let Some(declaration) = after.strip_prefix("ENTITY")
                && let Some((name, value)) = declaration.trim_start().split_once(char::is_whitespace)
                && let Some(quote) = value.trim_start().chars().next().filter(|c| matches!(c, '"' | '\''))
                && let Some((value, after)) = value.trim_start()[1..].split_once(quote)
            {
                // The first declaration of a name counts.
                self.declared.entry(name.to_owned()).or_insert_with(|| with_characters(value).into());
                rest = after;
            }
        }
    }

    /// Puts what a reference stands for after a text: itself, where nobody knows that.
    pub(super) fn put(&mut self, name: &str, text: &mut String) {
        let length = text.len();
        if self.expand(name, 0, text).is_none() {
            text.truncate(length);
            let reference = format!("&{name};");
            text.push_str(&reference);
            self.kept.insert(reference);
        }
    }

    fn expand(&mut self, name: &str, depth: usize, text: &mut String) -> Option<()> {
        if let Some(number) = name.strip_prefix('#') {
            text.push(character(number)?);
            return Some(());
        }
        if let Some(known) = resolve_xml_entity(name) {
            text.push_str(known);
            return Some(());
        }
        let Some(value) = self.declared.get(name).map(Rc::clone) else {
            let (first, second) = NAMED_ENTITIES.get(format!("{name};").as_str())?;
            let is_there = |number: &&u32| **number != 0;
            text.extend([first, second].into_iter().filter(is_there).filter_map(|n| char::from_u32(*n)));
            return (*first != 0).then_some(());
        };
        let step = if depth == 0 { 1 } else { NESTED_BYTES };
        self.bytes = self.bytes.saturating_add(value.len() + step);
        // Elements in a value would be elements of the text, and are not read as such.
        if depth == MAX_DEPTH || self.bytes > MAX_BYTES || value.contains('<') {
            return None;
        }
        let mut rest = &*value;
        while let Some((before, after)) = rest.split_once('&') {
            let (name, after) = after.split_once(';')?;
            text.push_str(before);
            self.expand(name, depth + 1, text)?;
            rest = after;
        }
        text.push_str(rest);
        Some(())
    }

    /// The attributes of an element.
    ///
    /// # Errors
    /// In words, when they are none.
    pub(super) fn attributes(&mut self, start: &BytesStart<'_>) -> Result<Vec<(String, String)>, String> {
        let mut all = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            if all.len() == MAX_ATTRIBUTES {
                return Err(format!("an element has more than {MAX_ATTRIBUTES} attributes"));
            }
            all.push((attribute.key.as_ref().to_owned(), self.value(&attribute.value)?));
        }
        Ok(all)
    }

    /// The value of an attribute: line ends and tabs are blanks there.
    fn value(&mut self, written: &str) -> Result<String, String> {
        let mut value = String::with_capacity(written.len());
        let push = |value: &mut String, part: &str| {
            let blanks = part.replace("\r\n", " ").replace(['\t', '\n', '\r'], " ");
            value.push_str(&blanks);
        };
        let mut rest = written;
        while let Some((before, after)) = rest.split_once('&') {
            let (name, after) = after.split_once(';').ok_or("an attribute has an & that begins no entity")?;
            push(&mut value, before);
            self.put(name, &mut value);
            rest = after;
        }
        push(&mut value, rest);
        Ok(value)
    }

    /// What stands in a text as it was written.
    pub(super) fn remarks(&self, place: &str) -> impl Iterator<Item = Remark> {
        let hint = "it was kept as it stands there";
        self.kept.iter().map(move |name| Remark::new(place, "an entity is not declared", name, hint))
    }
}

/// The character of a number, decimal or, after `x`, hexadecimal.
fn character(number: &str) -> Option<char> {
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
    let is_number = digits.chars().all(|c| c.is_digit(radix));
    let number = u32::from_str_radix(digits, radix).ok().filter(|_| is_number)?;
    char::from_u32(number).filter(|c| *c != '\0')
}

/// The value of an entity as it is declared: numbers of characters stand for these, and references stay.
fn with_characters(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("&#") {
        out.push_str(before);
        rest = after;
        match after.split_once(';').and_then(|(number, after)| Some((character(number)?, after))) {
            Some((character, after)) => {
                out.push(character);
                rest = after;
            }
            None => out.push_str("&#"),
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::{Entities, escaped};

    /// What a reference stands for under a document type, and what of it is told.
    fn check(doctype: &str, name: &str, expected: &str, kept: &[&str]) {
        let (mut entities, mut text) = (Entities::default(), String::new());
        entities.declare(doctype);
        entities.put(name, &mut text);
        let told: Vec<String> = entities.remarks("x").map(|remark| remark.example).collect();
        assert_eq!(
            (text.as_str(), told.as_slice()),
            (expected, kept.iter().map(|k| (*k).to_owned()).collect::<Vec<_>>().as_slice()),
            "{name} of {doctype}"
        );
    }

    #[test]
    fn an_attribute_holds_what_a_reader_would_change() {
        fn check(text: &str, expected: &str) {
            assert_eq!(escaped(text), expected);
        }
        check("दो 🔴", "दो 🔴");
        check("<a href=\"x&y\">'", "&lt;a href=&quot;x&amp;y&quot;&gt;'");
        check("\t\r\n", "&#9;&#13;&#10;");
        check("\u{fffd}\u{fffe}\u{ffff}", "\u{fffd}\\ufffe\\uffff");
    }

    #[test]
    fn a_reference_is_what_is_declared_or_what_html_has_or_stays() {
        check("", "amp", "&", &[]);
        check("", "#233", "\u{e9}", &[]);
        check("", "#xE9", "\u{e9}", &[]);
        check("", "#0", "&#0;", &["&#0;"]);
        check("", "#+5", "&#+5;", &["&#+5;"]);
        check("", "eacute", "\u{e9}", &[]);
        check("", "mdash", "\u{2014}", &[]);
        check("", "NotEqualTilde", "\u{2242}\u{338}", &[]);
        check("", "nota", "&nota;", &["&nota;"]);
        check("TEI [<!ENTITY d \"Das\"> <!ENTITY m 'Mira &d;'>]", "m", "Mira Das", &[]);
        // The first declaration counts, one may come later than what needs it, and a comment declares nothing.
        check(
            "[<!-- <!ENTITY a '0'> --><!ENTITY a '&b;'><!ENTITY a '2'><!ENTITY b '&#x31;'>]",
            "a",
            "1",
            &[],
        );
        check("[<!ENTITY lt \"&#38;#60;\"><!ENTITY half '&#38;lt;'>]", "half", "<", &[]);
        check("[<!ENTITY x SYSTEM \"file:///etc/passwd\">]", "x", "&x;", &["&x;"]);
        check("[<!ENTITY % p \"v\">]", "p", "&p;", &["&p;"]);
        check("[<!ENTITY e '<name>Mira</name>'>]", "e", "&e;", &["&e;"]);
        check("[<!ENTITY a '&nobody;'>]", "a", "&a;", &["&a;"]);
    }

    #[test]
    fn entities_that_grow_without_end_stay() {
        check("[<!ENTITY a 'x&a;'>]", "a", "&a;", &["&a;"]);
        check("[<!ENTITY a '&b;'><!ENTITY b '&a;'>]", "b", "&b;", &["&b;"]);
        // A billion laughs, and as many of nothing.
        for begin in ["lol", ""] {
            let mut doctype = format!("[<!ENTITY a0 '{begin}'>");
            for n in 1..8 {
                let _ = write!(doctype, "<!ENTITY a{n} '{}'>", format!("&a{};", n - 1).repeat(100));
            }
            check(&doctype, "a7", "&a7;", &["&a7;"]);
            check(&doctype, "a1", &begin.repeat(100), &[]);
        }
    }
}
