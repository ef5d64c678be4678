//! Versions of a text that differ from it in nothing one sees: line endings, the end of the file, normal forms.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Versions of `text` with `characters` code points: other line endings (LF, CRLF), with or without one at the end, composed or
/// decomposed (NFC, NFD). The text itself is the first of them, where it has as many.
///
/// ```
/// # use tippani_core::analysis::variants;
/// assert_eq!(variants("a\r\nb", 3).collect::<Vec<_>>(), ["a\nb"]);
/// ```
pub fn variants(text: &str, characters: usize) -> impl Iterator<Item = String> {
    let forms = [
        text.to_owned(),
        ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned(),
        DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned(),
    ];
    let mut all: Vec<String> = Vec::new();
    for form in forms {
        let lf = form.replace("\r\n", "\n");
        let crlf = lf.replace('\n', "\r\n");
        for lines in [form, lf, crlf] {
            let bare = lines.trim_end_matches(['\r', '\n']).to_owned();
            let endings = ["", "\n", "\r\n"].map(|ending| format!("{bare}{ending}"));
            for version in std::iter::once(lines).chain(endings) {
                if version.chars().count() == characters && !all.contains(&version) {
                    all.push(version);
                }
            }
        }
    }
    all.into_iter()
}
