//! Which line of a palette is meant by what was typed.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// How well a line fits what was typed, the best first. Whole words go before letters, names before what is said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// It is what was typed.
    Exact,
    /// Its name begins with it, and has so many more bytes.
    Beginning(usize),
    /// Words of its name begin with the words typed.
    Words,
    /// Words of its name, and of what is said of it, begin with the words typed.
    WordsAnywhere,
    /// The letters typed are in its name, in their order.
    Letters(Reverse<u32>),
    /// They are in its name and what is said of it.
    LettersAnywhere(Reverse<u32>),
}

/// What was typed, made ready to be held against lines.
pub(super) struct Ranking {
    typed: String,
    words: Vec<String>,
    pattern: Pattern,
    matcher: Matcher,
    buffer: Vec<char>,
}

impl Ranking {
    pub(super) fn new(typed: &str) -> Self {
        let typed = typed.trim().to_lowercase();
        Self {
            words: typed.split_whitespace().map(str::to_owned).collect(),
            pattern: Pattern::parse(&typed, CaseMatching::Ignore, Normalization::Smart),
            typed,
            matcher: Matcher::new(Config::DEFAULT),
            buffer: Vec::new(),
        }
    }

    /// How well a line fits by its name and by what else is said of it; nothing where it does not.
    pub(super) fn rank(&mut self, name: &str, rest: &str) -> Option<Rank> {
        let lower = name.to_lowercase();
        let both = format!("{name} {rest}");
        if lower == self.typed {
            Some(Rank::Exact)
        } else if lower.starts_with(&self.typed) {
            Some(Rank::Beginning(lower.len() - self.typed.len()))
        } else if self.has_words(&lower) {
            Some(Rank::Words)
        } else if self.has_words(&both.to_lowercase()) {
            Some(Rank::WordsAnywhere)
        } else if let Some(score) = self.letters(name) {
            Some(Rank::Letters(Reverse(score)))
        } else {
            Some(Rank::LettersAnywhere(Reverse(self.letters(&both)?)))
        }
    }

    /// Whether each word typed is the beginning of a word.
    fn has_words(&self, text: &str) -> bool {
        let begins = |typed: &String| {
            let mut words = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '('));
            words.any(|word| word.starts_with(typed.as_str()))
        };
        self.words.iter().all(begins)
    }

    fn letters(&mut self, text: &str) -> Option<u32> {
        self.pattern.score(Utf32Str::new(text, &mut self.buffer), &mut self.matcher)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::actions;

    /// The names of the first actions that fit.
    fn check(typed: &str, expected: &[&str]) {
        let mut ranking = Ranking::new(typed);
        let rank = |action: &actions::Action| ranking.rank(action.name(), action.description());
        let mut found: Vec<_> = actions::all().map(rank).zip(actions::all()).collect();
        found.retain(|(rank, _)| rank.is_some());
        found.sort_by_key(|(rank, _)| *rank);
        let names: Vec<&str> = found.iter().map(|(_, action)| action.name()).take(expected.len()).collect();
        assert_eq!(names, expected, "{typed}");
    }

    #[test]
    fn names_come_first_then_words_then_letters() {
        check("dark", &["Dark theme"]);
        check("progress by", &["Progress by annotator"]);
        check("THEME", &["Use system theme", "Light theme", "Dark theme"]);
        check("next an", &["Next annotation"]);
        check("undo", &["Undo"]);
        check("nxtart", &["Next article"]);
    }
}
