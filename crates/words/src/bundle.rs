//! The messages of a language, read once.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Pattern, PatternElement};

use super::{Language, number};

/// The files of a language.
macro_rules! files {
    ($language:literal: $($part:literal)+) => {
        &[$(include_str!(concat!($language, "/", $part, ".ftl"))),+]
    };
}

/// The parts of the window, a file each.
macro_rules! window {
    ($language:literal) => {
        files!($language: "access" "actions" "app" "claims" "common" "entities" "exchange" "inspector" "library" "links" "overview"
            "panels" "reader" "review" "schema" "session" "window")
    };
}

/// What the rooms below the window say, which few runs of the program need: half a megabyte, read when something is said of it.
macro_rules! below {
    ($language:literal) => {
        files!($language: "format" "jobs" "losses" "remarks" "store" "system")
    };
}

/// How identifiers of messages of the rooms below the window begin.
const BELOW: [&str; 6] = ["format", "jobs", "loss", "remark", "store", "system"];

/// The messages of a language.
pub(super) struct Bundle {
    messages: FluentBundle<FluentResource>,
    /// Those without variables, which are asked for in every frame.
    plain: HashMap<String, String>,
}

impl Bundle {
    fn new(language: Language, files: &[&str]) -> Self {
        let locale = language.code().parse().unwrap_or_default();
        let mut messages = FluentBundle::new_concurrent(vec![locale]);
        // Names in other scripts stand in quotes; isolating marks would be read out and copied.
        messages.set_use_isolating(false);
        messages.set_formatter(Some(match language {
            Language::English => number::in_thousands,
            Language::Hindi | Language::Gujarati => number::in_lakhs,
        }));
        let mut plain = HashMap::new();
        for file in files {
            // A test holds every file to be without errors; what can be read of one with errors is used.
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            for entry in resource.entries() {
                let Entry::Message(message) = entry else { continue };
                let id = message.id.name;
                plain.extend(
                    message.value.as_ref().and_then(without_variables).map(|text| (id.to_owned(), text)),
                );
                for attribute in &message.attributes {
                    let text = without_variables(&attribute.value);
                    plain.extend(text.map(|text| (format!("{id}.{}", attribute.id.name), text)));
                }
            }
            messages.add_resource_overriding(resource);
        }
        Self { messages, plain }
    }

    pub(super) fn text(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(String::as_str)
    }

    pub(super) fn format(&self, id: &str, variables: &FluentArgs<'_>) -> Option<String> {
        let (message, attribute) =
            id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.messages.get_message(message)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self.messages.format_pattern(pattern, Some(variables), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        Some(text.into_owned())
    }
}

/// The text of a pattern that is nothing but text.
fn without_variables(pattern: &Pattern<&str>) -> Option<String> {
    let text = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some((*value).to_owned()),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(text).collect()
}

/// The messages of a language among which one of this identifier stands.
pub(super) fn bundle(language: Language, id: &str) -> &'static Bundle {
    static WINDOW: [LazyLock<Bundle>; 3] = [
        LazyLock::new(|| Bundle::new(Language::English, window!("en"))),
        LazyLock::new(|| Bundle::new(Language::Hindi, window!("hi"))),
        LazyLock::new(|| Bundle::new(Language::Gujarati, window!("gu"))),
    ];
    static ROOMS_BELOW: [LazyLock<Bundle>; 3] = [
        LazyLock::new(|| Bundle::new(Language::English, below!("en"))),
        LazyLock::new(|| Bundle::new(Language::Hindi, below!("hi"))),
        LazyLock::new(|| Bundle::new(Language::Gujarati, below!("gu"))),
    ];
    let is_below = id.split_once('-').is_some_and(|(first, _)| BELOW.contains(&first));
    let bundles = if is_below { &ROOMS_BELOW } else { &WINDOW };
    &bundles[language as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_among_those_it_is_looked_for() {
        for file in window!("en").iter().chain(below!("en")) {
            let resource = FluentResource::try_new((*file).to_owned()).unwrap();
            for entry in resource.entries() {
                let Entry::Message(message) = entry else { continue };
                let id = message.id.name;
                assert!(bundle(Language::English, id).messages.has_message(id), "{id}");
            }
        }
    }
}
