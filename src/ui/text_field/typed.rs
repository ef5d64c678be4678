//! What of typed, pasted and composed text comes into a field.

use std::borrow::Cow;

/// How many lines a field has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One, which is scrolled.
    One,
    /// As many as what is typed takes, of one paragraph.
    Wrapped,
    /// As many as one likes: Enter begins a new one.
    Several,
}

impl Lines {
    /// Text without control characters. The ends of lines that a field has are line feeds; they are blanks in others, as tabs are.
    ///
    /// ```
    /// # use tippani::ui::text_field::Lines;
    /// assert_eq!(Lines::One.clean("a\tb\r\nc\u{1b}\0d"), "a b cd");
    /// assert_eq!(Lines::Several.clean("a\tb\r\nc\u{1b}\0d"), "a b\ncd");
    /// assert_eq!(Lines::One.clean("क्\u{200d}ष"), "क्\u{200d}ष", "joiners are no control characters");
    /// ```
    #[must_use]
    pub fn clean(self, typed: &str) -> Cow<'_, str> {
        let is_end = |c: char| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if !typed.contains(|c: char| c.is_control() || is_end(c)) {
            return Cow::Borrowed(typed);
        }
        let end = if self == Self::Several { '\n' } else { ' ' };
        let mut clean = String::with_capacity(typed.len());
        let mut last = None;
        for c in typed.chars() {
            match c {
                '\n' if last == Some('\r') => {}
                c if is_end(c) => clean.push(end),
                '\t' => clean.push(' '),
                c if c.is_control() => {}
                c => clean.push(c),
            }
            last = Some(c);
        }
        Cow::Owned(clean)
    }

    /// What a key gives: the end of a line or a tab is none, since their keys do something else.
    #[must_use]
    pub fn letters(typed: &str) -> Cow<'_, str> {
        if typed.contains(char::is_control) {
            Cow::Owned(typed.chars().filter(|c| !c.is_control()).collect())
        } else {
            Cow::Borrowed(typed)
        }
    }
}
