//! What is known of an article beside its text.

use std::sync::Arc;

/// Who published an article, when, where: the columns of `articles.csv`, in its order.
///
/// What a page says of itself is read by `format::html::details`; what is not known is nothing, never an empty text.
///
/// ```
/// use tippani_core::model::ArticleDetails;
///
/// let page = ArticleDetails { title: Some("Rains".into()), author: Some("PTI".into()), ..Default::default() };
/// let typed = ArticleDetails { author: Some("Asha Rao".into()), ..Default::default() };
/// let both = typed.or(page);
/// assert_eq!((both.title.as_deref(), both.author.as_deref()), (Some("Rains"), Some("Asha Rao")));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ArticleDetails {
    /// The headline.
    pub title: Option<Arc<str>>,
    /// Paper, agency or site.
    pub publisher: Option<Arc<str>>,
    /// Who wrote it; several with `; ` between.
    pub author: Option<Arc<str>>,
    /// When it was published: `2026-01-31`, or with time and offset as in RFC 3339 where they are known.
    pub date: Option<Arc<str>>,
    /// Its address.
    pub url: Option<Arc<str>>,
    /// BCP 47 language that it says it is in, which need not be the one it is written in.
    pub language: Option<Arc<str>>,
}

impl ArticleDetails {
    /// Names of the fields, as in the head of `articles.csv`.
    pub const NAMES: [&'static str; 6] = ["title", "publisher", "author", "date", "url", "language"];

    /// Values of the fields, in the order of [`Self::NAMES`].
    #[must_use]
    pub fn values(&self) -> [Option<&str>; 6] {
        [&self.title, &self.publisher, &self.author, &self.date, &self.url, &self.language]
            .map(Option::as_deref)
    }

    /// Details with these values, in the order of [`Self::NAMES`].
    #[must_use]
    pub fn of_values([title, publisher, author, date, url, language]: [Option<Arc<str>>; 6]) -> Self {
        Self { title, publisher, author, date, url, language }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values().iter().all(Option::is_none)
    }

    /// What is known here, and of the rest what `other` knows.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            publisher: self.publisher.or(other.publisher),
            author: self.author.or(other.author),
            date: self.date.or(other.date),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
        }
    }
}
