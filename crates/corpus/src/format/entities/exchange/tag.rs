//! Language and script of a name as one language tag (BCP 47): `hi`, `hi-Latn`, `und-Gujr`.

use std::sync::Arc;

use crate::model::Alias;

/// The tag of a name; nothing where neither is known.
pub(super) fn of(alias: &Alias) -> Option<String> {
    match (&alias.language, &alias.script) {
        (None, None) => None,
        (Some(language), None) => Some(language.to_string()),
        (None, Some(script)) => Some(format!("und-{script}")),
        (Some(language), Some(script)) => {
            // The script is the second part, before regions and variants.
            let (primary, rest) = language.split_once('-').map_or((&**language, None), |(p, r)| (p, Some(r)));
            Some(
                rest.map_or_else(
                    || format!("{primary}-{script}"),
                    |rest| format!("{primary}-{script}-{rest}"),
                ),
            )
        }
    }
}

/// Language and script, where each is known.
pub(super) type Known = (Option<Arc<str>>, Option<Arc<str>>);

/// Language and script of a tag; nothing where it is none.
pub(super) fn parse(tag: &str) -> Option<Known> {
    let mut parts = tag.split('-');
    let primary = parts.next()?.to_ascii_lowercase();
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let (mut script, mut language) = (None, primary);
    for (at, part) in parts.enumerate() {
        if !is_part(part) {
            return None;
        }
        if at == 0 && part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()) {
            script = Some(titled(part).into());
        } else {
            language = format!(
                "{language}-{}",
                if part.len() == 2 { part.to_ascii_uppercase() } else { part.to_owned() }
            );
        }
    }
    let language = (language != "und").then(|| language.into());
    Some((language, script))
}

/// As scripts are written: `Deva`.
fn titled(script: &str) -> String {
    let lower = script.to_ascii_lowercase();
    let (first, rest) = lower.split_at(1);
    first.to_ascii_uppercase() + rest
}

#[cfg(test)]
mod tests {
    use super::{of, parse};
    use crate::model::Alias;

    #[test]
    fn tags_come_back_as_they_were() {
        for (tag, language, script) in [
            ("hi", Some("hi"), None),
            ("hi-Latn", Some("hi"), Some("Latn")),
            ("und-Gujr", None, Some("Gujr")),
            ("sr-Cyrl-RS", Some("sr-RS"), Some("Cyrl")),
        ] {
            let read = parse(&tag.to_ascii_lowercase()).unwrap();
            assert_eq!((read.0.as_deref(), read.1.as_deref()), (language, script), "{tag}");
            let alias = Alias { language: read.0, script: read.1, ..Alias::default() };
            assert_eq!(of(&alias).as_deref(), Some(tag));
        }
        for other in ["", "h", "example", "a b", "hi_IN"] {
            assert_eq!(parse(other), None, "{other:?}");
        }
    }
}
