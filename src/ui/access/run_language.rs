//! In which language a run is read, where its script says that it is another than the article's.

use crate::text::{Script, dominant_script, script_of};
use crate::words::{Language, language};

/// Languages that are read where a script stands in an article of another: the one with the most readers in news.
const USUAL: [(Script, &str); 26] = [
    (Script::Latin, "en"),
    (Script::Devanagari, "hi"),
    (Script::Gujarati, "gu"),
    (Script::Bengali, "bn"),
    (Script::Gurmukhi, "pa"),
    (Script::Oriya, "or"),
    (Script::Tamil, "ta"),
    (Script::Telugu, "te"),
    (Script::Kannada, "kn"),
    (Script::Malayalam, "ml"),
    (Script::Sinhala, "si"),
    (Script::Arabic, "ar"),
    (Script::Hebrew, "he"),
    (Script::Thai, "th"),
    (Script::Lao, "lo"),
    (Script::Khmer, "km"),
    (Script::Myanmar, "my"),
    (Script::Tibetan, "bo"),
    (Script::Cyrillic, "ru"),
    (Script::Greek, "el"),
    (Script::Han, "zh"),
    (Script::Hangul, "ko"),
    (Script::Ethiopic, "am"),
    (Script::Georgian, "ka"),
    (Script::Armenian, "hy"),
    (Script::Thaana, "dv"),
];

/// The script of the language that is read where nothing else is said: an article's own, or that of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct BaseLanguage {
    own: Option<Script>,
}

impl BaseLanguage {
    /// That of a text.
    pub(in crate::ui) fn new(text: &str) -> Self {
        Self { own: dominant_script(text).map(family) }
    }

    /// That of the interface, in whose fields words of any language are written.
    pub(in crate::ui) fn of_interface() -> Self {
        let own = match language() {
            Language::English => Script::Latin,
            Language::Hindi => Script::Devanagari,
            Language::Gujarati => Script::Gujarati,
        };
        Self { own: Some(own) }
    }

    /// In which language a cluster is read after one that was read in `before`; nothing stands for the article's own. A
    /// cluster that says nothing, such as a digit, goes on with what stands before it.
    pub(in crate::ui) fn of(self, cluster: &str, before: Option<&'static str>) -> Option<&'static str> {
        let mut scripts = cluster.chars().map(script_of);
        let script =
            scripts.find(|script| !matches!(script, Script::Common | Script::Inherited | Script::Unknown));
        let Some(script) = script.map(family) else { return before };
        let other =
            USUAL.iter().find(|(known, _)| *known == script && self.own.is_some_and(|own| own != script));
        other.map(|(_, language)| *language)
    }
}

/// Scripts that one language is written in together count as one.
const fn family(script: Script) -> Script {
    match script {
        Script::Hiragana | Script::Katakana | Script::Bopomofo => Script::Han,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_another_script_are_of_another_language() {
        let hindi = BaseLanguage::new("मंत्री ने कहा COVID");
        assert_eq!(hindi.of("क्षि", Some("en")), None);
        assert_eq!(hindi.of("C", None), Some("en"));
        assert_eq!(hindi.of("1", Some("gu")), Some("gu"));
        assert_eq!(hindi.of("ગુ", None), Some("gu"));
        assert_eq!(BaseLanguage::new("東京タワー").of("ワ", None), None);
        assert_eq!(
            BaseLanguage::new("1947").of("a", None),
            None,
            "an article of figures has the language it is said to have"
        );
    }
}
