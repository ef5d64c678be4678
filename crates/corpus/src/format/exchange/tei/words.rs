//! Words and signs that are elements (`w`, `pc`): the blanks between them, where the file has none.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::text::{Script, is_cjk, script_of};

/// Of so many words that stand at each other one may stand apart, as where a line of the file ends.
const NOISE: usize = 8;
/// Signs that close either side, by which of them was there before.
const QUOTES: [char; 7] = ['"', '“', '”', '«', '»', '‹', '›'];

/// Whether an element is a word or a sign.
pub(super) fn is_word(name: &str) -> bool {
    matches!(name, "w" | "pc")
}

/// What tells where blanks are between words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Parting {
    /// The blanks that the file has.
    #[default]
    Blanks,
    /// What `join` says.
    Joins,
    /// The words themselves: signs join.
    Signs,
}

/// Which sides of a word or sign join what is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sides {
    before: bool,
    after: bool,
}

/// The words of a text as they come.
#[derive(Debug, Default)]
pub(super) struct Words {
    parting: Parting,
    /// How many elements that are words are open, within each other.
    depth: usize,
    /// What is said of the word that is open.
    joins: Sides,
    /// Whether the word that is open has no text yet.
    is_new: bool,
    /// Whether a quotation is open.
    is_quoted: bool,
    /// Whether the word that just ended joins the next one, with its last character.
    last: Option<(bool, char)>,
}

impl Words {
    /// Looks at a whole file: whether it has blanks of its own, and says which words join.
    pub(super) fn of(xml: &str) -> Self {
        if !xml.contains("<w") && !xml.contains(":w") {
            return Self::default();
        }
        let (mut apart, mut bare, mut says_joins) = (0_usize, 0_usize, false);
        // Whether a word ended just before, whether a blank stood there, and whether other elements begin or end there: a
        // blank between those may be of the layout.
        let (mut is_after, mut has_blank, mut is_within, mut is_edge) = (false, false, false, false);
        let mut reader = Reader::from_str(xml);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(start) if is_word(start.local_name().as_ref()) => {
                    says_joins |= start.attributes().flatten().any(|a| a.key.as_ref() == "join");
                    apart += usize::from(is_after && has_blank && !is_edge);
                    bare += usize::from(is_after && !has_blank);
                    (is_after, has_blank, is_within, is_edge) = (false, false, true, false);
                }
                Event::End(end) if is_word(end.local_name().as_ref()) => {
                    (is_after, is_within, is_edge) = (true, false, false);
                }
                Event::Text(text) if is_within => {
                    let text: &str = text.as_ref();
                    has_blank |= text.ends_with(char::is_whitespace);
                }
                Event::Text(text) if text.as_ref().trim().is_empty() => has_blank = true,
                Event::Start(tag) if tag.local_name().as_ref() == "c" => {}
                Event::End(tag) if tag.local_name().as_ref() == "c" => {}
                Event::Eof => break,
                Event::Start(_) | Event::Empty(_) | Event::End(_) => is_edge = true,
                Event::Comment(_) | Event::PI(_) => {}
                _ => is_after = false,
            }
        }
        let parting = match (NOISE * apart < bare, says_joins) {
            (false, _) => Parting::Blanks,
            (true, true) => Parting::Joins,
            (true, false) => Parting::Signs,
        };
        Self { parting, ..Self::default() }
    }

    /// A word or sign opens, of which `get` tells attributes.
    pub(super) fn open<'a>(&mut self, get: impl Fn(&str) -> Option<&'a str>) {
        self.depth += 1;
        if self.depth > 1 {
            return;
        }
        let (join, part) = (get("join"), get("part"));
        self.joins = Sides {
            before: matches!(join, Some("left" | "both" | "overlap")) || matches!(part, Some("M" | "F")),
            after: matches!(join, Some("right" | "both" | "overlap")) || matches!(part, Some("I" | "M")),
        };
        self.is_new = true;
    }

    /// One with this text closes.
    pub(super) fn close(&mut self, text: &str) {
        self.depth = self.depth.saturating_sub(1);
        let last = text
            .trim_end()
            .chars()
            .next_back()
            .filter(|_| self.depth == 0 && self.parting != Parting::Blanks);
        if let Some(last) = last {
            let opens = is_sign(text) && self.opens(last);
            self.last = Some((self.joins.after || (opens && self.parting == Parting::Signs), last));
        }
    }

    /// Whether a blank has to stand before this text, which comes next.
    pub(super) fn needs_blank(&mut self, text: &str) -> bool {
        let last = self.last.take();
        let Some(first) = text.trim_start().chars().next() else {
            // A blank is there.
            return false;
        };
        if self.depth == 0 || !std::mem::take(&mut self.is_new) {
            return false;
        }
        let Some((joins, last)) = last else { return false };
        let closes = self.parting == Parting::Signs && is_sign(text) && self.closes(first);
        !(joins || self.joins.before || closes || has_no_blanks(last) && has_no_blanks(first))
    }

    /// A line ends, and so does what is quoted.
    pub(super) fn end_line(&mut self) {
        (self.last, self.is_quoted) = (None, false);
    }

    /// Whether a sign that was put opens what follows.
    fn opens(&mut self, c: char) -> bool {
        if QUOTES.contains(&c) {
            self.is_quoted = !self.is_quoted;
            return self.is_quoted;
        }
        self.is_quoted |= c == '„';
        matches!(c, '(' | '[' | '{' | '„' | '‚' | '‘' | '¿' | '¡')
    }

    /// Whether a sign that is about to be put closes what is before it.
    fn closes(&self, c: char) -> bool {
        let is_end = matches!(
            c,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '…'
                | ')'
                | ']'
                | '}'
                | '’'
                | '।'
                | '॥'
                | '،'
                | '؛'
                | '؟'
                | '۔'
                | '、'
                | '。'
        );
        is_end || (self.is_quoted && QUOTES.contains(&c))
    }
}

/// Whether a character is of Chinese or Japanese writing, which parts no words.
fn has_no_blanks(c: char) -> bool {
    is_cjk(c) && script_of(c) != Script::Hangul
}

fn is_sign(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::Words;

    /// Words of a file, `_` before those that are put after a blank.
    fn check(file: &str, words: &[(&str, &str)], expected: &str) {
        let (mut all, mut text) = (Words::of(file), String::new());
        for (word, join) in words {
            all.open(|name| (name == "join" && !join.is_empty()).then_some(*join));
            text.push_str(if all.needs_blank(word) { "_" } else { "" });
            text.push_str(word);
            all.close(word);
        }
        assert_eq!(text, expected, "{file}");
    }

    #[test]
    fn blanks_are_put_where_the_file_has_none() {
        const BARE: &str = "<s><w>a</w><w>b</w><pc>.</pc></s>";
        let plain =
            |words: &'static str| -> Vec<(&str, &str)> { words.split(' ').map(|w| (w, "")).collect() };
        check(BARE, &plain("Mira left , smiling ."), "Mira_left,_smiling.");
        check(BARE, &plain("( so ) » Yes « said she"), "(so)_»Yes«_said_she");
        check(BARE, &plain("„ Yes “ – “ No ” ..."), "„Yes“_–_“No”...");
        check(BARE, &plain("中 国 人 said 한 국"), "中国人_said_한_국");
        check("<s><w>a</w> <w>b</w><pc>.</pc></s>", &plain("a b"), "ab");
        check("<s><w>a </w><w>b </w><w>c</w><pc>.</pc></s>", &plain("a b"), "ab");
        check("<s><n><w>a</w></n><w>b</w></s>", &plain("a b"), "a_b");
        check("<s><n><w>a</w></n> <w>b</w></s>", &plain("a b"), "ab");
        check("<p>none</p>", &plain("a b"), "ab");
    }

    #[test]
    fn a_file_that_says_what_joins_is_believed() {
        const JOINED: &str = r#"<s><w>a</w><w join="right">b</w><pc>.</pc></s>"#;
        check(JOINED, &[("Mira", ""), ("left", ""), (".", "left"), ("So", "no")], "Mira_left._So");
        check(JOINED, &[("(", "right"), ("so", ""), (",", "")], "(so_,");
        check(JOINED, &[("a", ""), ("-", "both"), ("b", ""), ("c", "overlap")], "a-bc");
    }
}
