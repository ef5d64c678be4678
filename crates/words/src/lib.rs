//! What the program says, in every language of its interface: [Fluent](https://projectfluent.org) messages by identifier.
//!
//! The messages stand beside this file, a folder a language and a file a part of the window or a room below it; the English
//! ones are the measure of the others, which a test holds to the same identifiers and variables. Adding something that is said
//! is adding a message to each:
//!
//! ```text
//! review-left = { $count ->
//!     [one] { $count } item left
//!    *[other] { $count } items left
//! }
//! ```
//!
//! ```
//! use tippani_words::{Language, say, set_language, text};
//!
//! assert_eq!(text("menu-file"), "File");
//! assert_eq!(say!("count-articles", count = 1), "1 article");
//! assert_eq!(say!("count-articles", count = 4_997), "4,997 articles");
//! set_language(Language::Hindi);
//! assert_eq!(say!("count-articles", count = 100_000), "1,00,000 लेख");
//! ```

mod bundle;
mod number;
mod system;

use std::cell::Cell;
use std::fmt::Display;

pub use fluent_bundle::{FluentArgs, FluentValue};
pub use system::system;

use bundle::bundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// The one that the others are held against.
    #[default]
    English,
    /// हिन्दी.
    Hindi,
    /// ગુજરાતી.
    Gujarati,
}

impl Language {
    /// All, as they are offered.
    pub const ALL: [Self; 3] = [Self::English, Self::Hindi, Self::Gujarati];

    /// Its BCP 47 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Hindi => "hi",
            Self::Gujarati => "gu",
        }
    }

    /// What its speakers call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Hindi => "हिन्दी",
            Self::Gujarati => "ગુજરાતી",
        }
    }

    /// The language of a locale such as `hi_IN.UTF-8` or `gu-IN`; nothing where the interface does not speak it.
    ///
    /// ```
    /// use tippani_words::Language;
    ///
    /// assert_eq!(Language::of_locale("hi_IN.UTF-8"), Some(Language::Hindi));
    /// assert_eq!(Language::of_locale("hil"), None);
    /// ```
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        let code = locale.split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }
}

thread_local! {
    /// The thread of the window chooses; a job speaks what the thread spoke that asked for it. The command line, and tests beside
    /// each other, have threads of their own.
    static CURRENT: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language of this thread.
#[must_use]
pub fn language() -> Language {
    CURRENT.get()
}

/// Chooses the language of this thread.
pub fn set_language(language: Language) {
    CURRENT.set(language);
}

/// What `say` gives in this language, whatever the thread speaks: what is written into a file is English.
///
/// ```
/// use tippani_words::{Language, set_language, speaking, text};
///
/// set_language(Language::Gujarati);
/// assert_eq!(speaking(Language::English, || text("common-claim")), "Claim");
/// assert_eq!(text("common-claim"), "દાવો");
/// ```
pub fn speaking<T>(language: Language, say: impl FnOnce() -> T) -> T {
    /// Gives the thread its language again, also where `say` panics.
    struct Again(Language);
    impl Drop for Again {
        fn drop(&mut self) {
            set_language(self.0);
        }
    }
    let _again = Again(CURRENT.replace(language));
    say()
}

/// A message without variables, by its identifier; an attribute stands behind a dot: `action-accept.description`.
///
/// What is not there in the language of the thread is said in English.
#[must_use]
pub fn text(id: &str) -> &'static str {
    let known = |language| bundle(language, id).text(id);
    known(language()).or_else(|| known(Language::English)).unwrap_or("")
}

/// What an English text says in the language of the thread: the message of this kind (`loss`, `remark`) whose identifier is the
/// words of the text. For what is kept in English, since it goes into files as well; what has no message stays English.
///
/// ```
/// use tippani_words::{Language, set_language, translated};
///
/// assert_eq!(translated("loss", "it covers no word"), "it covers no word");
/// set_language(Language::Hindi);
/// assert_eq!(translated("loss", "it covers no word"), "इसमें कोई शब्द नहीं आता");
/// assert_eq!(translated("loss", "it flew away"), "it flew away");
/// ```
#[must_use]
pub fn translated<'t>(kind: &str, english: &'t str) -> &'t str {
    if language() == Language::English {
        return english;
    }
    let id = id_of(kind, english);
    bundle(language(), &id).text(&id).unwrap_or(english)
}

/// The identifier of a message that is found by its English words: `it covers no word` to `loss-it-covers-no-word`.
#[must_use]
pub fn id_of(kind: &str, english: &str) -> String {
    let mut id = kind.to_owned();
    for word in english.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        id.push('-');
        id.extend(word.chars().map(|c| c.to_ascii_lowercase()));
    }
    id
}

/// A message without variables in this language, whatever the thread speaks.
#[must_use]
pub fn text_in(language: Language, id: &str) -> &'static str {
    bundle(language, id).text(id).unwrap_or("")
}

/// A message with variables, as [`say!`] writes it.
#[must_use]
pub fn with<const N: usize>(id: &str, variables: [(&'static str, FluentValue<'_>); N]) -> String {
    let variables: FluentArgs<'_> = variables.into_iter().collect();
    let known = |language| bundle(language, id).format(id, &variables);
    known(language()).or_else(|| known(Language::English)).unwrap_or_default()
}

/// A number that is written without commas between its digits, such as the number of a line; it chooses the plural all the same,
/// but is no `[0]`.
#[must_use]
pub fn plain(number: usize) -> FluentValue<'static> {
    let options = FluentNumberOptions { use_grouping: false, ..FluentNumberOptions::default() };
    FluentNumber::new(number as f64, options).into()
}

/// A value as it writes itself, for [`say!`]: a path, an error.
pub fn shown(value: impl Display) -> String {
    value.to_string()
}

/// A message with variables: `say!("review-left", count = items.len())`. Numbers choose the plural and are grouped as the
/// language groups them.
#[macro_export]
macro_rules! say {
    ($id:literal $(, $name:ident = $value:expr)+ $(,)?) => {
        $crate::with($id, [$((stringify!($name), $crate::FluentValue::from($value))),+])
    };
}
