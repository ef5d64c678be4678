//! Names of languages.

use crate::words::text;

/// What stands before a BCP 47 tag in the identifier of the message that is its name.
const MESSAGE: &str = "language-";

/// The messages of the languages that are told, by their English names.
const NAMES: [&str; 93] = [
    "language-af",
    "language-sq",
    "language-am",
    "language-ar",
    "language-hy",
    "language-as",
    "language-az",
    "language-eu",
    "language-be",
    "language-bn",
    "language-bg",
    "language-my",
    "language-ca",
    "language-ceb",
    "language-ckb",
    "language-zh",
    "language-hr",
    "language-cs",
    "language-da",
    "language-dv",
    "language-nl",
    "language-en",
    "language-eo",
    "language-et",
    "language-fi",
    "language-fr",
    "language-gl",
    "language-ka",
    "language-de",
    "language-el",
    "language-gu",
    "language-ht",
    "language-ha",
    "language-he",
    "language-hi",
    "language-hu",
    "language-is",
    "language-id",
    "language-ga",
    "language-it",
    "language-ja",
    "language-kn",
    "language-kk",
    "language-km",
    "language-ko",
    "language-ky",
    "language-lo",
    "language-lv",
    "language-lt",
    "language-lb",
    "language-mk",
    "language-ms",
    "language-ml",
    "language-mt",
    "language-mni",
    "language-mr",
    "language-mn",
    "language-ne",
    "language-nb",
    "language-nn",
    "language-or",
    "language-ps",
    "language-fa",
    "language-pl",
    "language-pt",
    "language-pa",
    "language-ro",
    "language-ru",
    "language-sat",
    "language-sr",
    "language-sd",
    "language-si",
    "language-sk",
    "language-sl",
    "language-es",
    "language-sw",
    "language-sv",
    "language-tl",
    "language-tg",
    "language-ta",
    "language-tt",
    "language-te",
    "language-th",
    "language-bo",
    "language-ti",
    "language-tr",
    "language-uk",
    "language-ur",
    "language-ug",
    "language-uz",
    "language-vi",
    "language-cy",
    "language-yi",
];

/// The name of a BCP 47 language, where it is one of those that are told; else the tag itself.
pub(super) fn name(tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or(tag);
    let named = NAMES.into_iter().find(|message| message.strip_prefix(MESSAGE) == Some(primary));
    let Some(named) = named else { return tag.to_owned() };
    text(named).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{MESSAGE, NAMES, name};
    use crate::session::KNOWN_LANGUAGES;
    use crate::words::text;

    #[test]
    fn every_language_that_is_told_has_a_name() {
        assert!(NAMES.is_sorted_by_key(|message| text(message)));
        let mut tags = NAMES.map(|message| message.strip_prefix(MESSAGE).unwrap());
        tags.sort_unstable();
        assert_eq!(tags, KNOWN_LANGUAGES);
        assert_eq!((name("hi-IN"), name("yo")), ("Hindi".to_owned(), "yo".to_owned()));
    }
}
