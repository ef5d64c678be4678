//! What the labels of the news schema are called in each language of the interface: who thinks in one finds them by it.

use crate::model::Label;
use crate::words::{Language, text_in};

/// The names of a label in all languages of the interface; none of a label that a workspace brought along.
pub(super) fn in_all_languages(label: &Label) -> impl Iterator<Item = &'static str> {
    let message = match &*label.id {
        "person" => Some("schema-news-person"),
        "organization" => Some("schema-news-organization"),
        "location" => Some("schema-news-location"),
        "event" => Some("schema-news-event"),
        "date-time" => Some("schema-news-date-time"),
        "product" => Some("schema-news-product"),
        "statement" => Some("schema-news-statement"),
        "allegation" => Some("schema-news-allegation"),
        "denial" => Some("schema-news-denial"),
        "intention" => Some("schema-news-intention"),
        "figure" => Some("schema-news-figure"),
        _ => None,
    };
    message.into_iter().flat_map(|message| Language::ALL.map(|language| text_in(language, message)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news_schema;

    #[test]
    fn every_label_of_the_news_has_a_name_in_every_language() {
        for label in news_schema().labels {
            let names: Vec<&str> = in_all_languages(&label).collect();
            assert_eq!(names.len(), Language::ALL.len(), "{}", label.id);
            assert!(names.iter().all(|name| !name.is_empty()), "{}: {names:?}", label.id);
            assert_eq!(names[0], label.name);
        }
    }
}
