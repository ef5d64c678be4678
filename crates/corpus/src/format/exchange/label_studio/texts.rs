//! Which member of a task is the text that its regions are of.

use super::super::align::same_but_blanks;
use super::super::tree::{Look as _, Tree};

/// Members by which a speaker is named, in a list of paragraphs.
const SPEAKERS: [&str; 3] = ["author", "speaker", "name"];

/// A text of a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) text: String,
    /// Where the words of each paragraph begin, in code points, where the text is a list of paragraphs.
    pub(super) paragraphs: Vec<usize>,
}

/// Why there is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoText {
    /// The member that should be it is an address, and the text is elsewhere.
    Address(String),
    /// Any of these could be it.
    Ambiguous(Vec<String>),
    /// There is none.
    None,
}

/// The texts of `data`, by member; those that are the address of a text are left out.
fn candidates<'t>(data: &'t Tree<'_>) -> Vec<(&'t str, Text)> {
    let members = data.as_object().into_iter().flat_map(serde_json_borrow::ObjectAsVec::iter);
    let text = |value: &Tree<'_>| match value {
        Tree::Str(text) if !is_address(text) => {
            Some(Text { text: text.clone().into_owned(), paragraphs: Vec::new() })
        }
        Tree::Array(all) if !all.is_empty() => paragraphs(all),
        _ => None,
    };
    members.filter_map(|(key, value)| Some((key, text(value)?))).collect()
}

/// Paragraphs with their speakers, a line each.
fn paragraphs(all: &[Tree<'_>]) -> Option<Text> {
    let mut text = Text::default();
    let mut chars = 0;
    for paragraph in all {
        let words = paragraph.text("text")?;
        let speaker = SPEAKERS.iter().find_map(|key| paragraph.text(key));
        let before = speaker.map(|speaker| format!("{speaker}: ")).unwrap_or_default();
        text.paragraphs.push(chars + before.chars().count());
        let line = format!("{before}{words}\n");
        chars += line.chars().count();
        text.text.push_str(&line);
    }
    Some(text)
}

/// Whether a text is but the address of one: a path or URL.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    let has_scheme = text.split_once("://").is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    let is_path = (text.starts_with('/') || text.starts_with("./")) && text.len() > 1;
    !text.contains(char::is_whitespace) && (has_scheme || is_path)
}

/// The text that an object of this name shows: the one in which all quotes stand where they should, then the member of that
/// name, `text`, or the only one. Never the longest.
pub(super) fn text_of(
    data: &Tree<'_>,
    (object, asked): (&str, Option<&str>),
    quotes: &[(usize, usize, String)],
) -> Result<Text, NoText> {
    let all = candidates(data);
    let named = |name: &str| all.iter().find(|(key, _)| *key == name).map(|(_, text)| text.clone());
    if let Some(asked) = asked {
        return named(asked).ok_or(NoText::None);
    }
    let fits = |text: &Text| {
        let chars: Vec<char> = text.text.chars().collect();
        quotes.iter().all(|(start, end, quote)| {
            let found: Option<String> = chars.get(*start..*end).map(|slice| slice.iter().collect());
            found.is_some_and(|found| same_but_blanks(&found, quote))
        })
    };
    let fitting: Vec<&(&str, Text)> = if quotes.is_empty() {
        all.iter().collect()
    } else {
        all.iter().filter(|(_, text)| text.paragraphs.is_empty() && fits(text)).collect()
    };
    if let [(_, only)] = fitting.as_slice() {
        return Ok(only.clone());
    }
    let of_fitting = |name: &str| fitting.iter().find(|(key, _)| *key == name).map(|(_, text)| text.clone());
    let found =
        of_fitting(object).or_else(|| of_fitting("text")).or_else(|| named(object)).or_else(|| named("text"));
    if let Some(found) = found {
        return Ok(found);
    }
    let address = [object, "text"].iter().find_map(|key| data.text(key)).filter(|text| is_address(text));
    match (all.as_slice(), address) {
        (_, Some(address)) => Err(NoText::Address(address)),
        ([(_, only)], None) => Ok(only.clone()),
        ([], None) => {
            let members = data.as_object().into_iter().flat_map(serde_json_borrow::ObjectAsVec::iter);
            let address = members.filter_map(|(_, value)| value.as_str()).find(|text| is_address(text));
            Err(address.map_or(NoText::None, |text| NoText::Address(text.to_owned())))
        }
        (many, None) => Err(NoText::Ambiguous(many.iter().map(|(key, _)| (*key).to_owned()).collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tree::parse;
    use super::{NoText, is_address, text_of};

    #[test]
    fn the_text_is_told_by_name_and_quotes_and_never_by_length() {
        fn check(data: &str, object: &str, quotes: &[(usize, usize, &str)], expected: Result<&str, NoText>) {
            let quotes: Vec<_> = quotes.iter().map(|(s, e, q)| (*s, *e, (*q).to_owned())).collect();
            let found = text_of(&parse(data).unwrap(), (object, None), &quotes).map(|text| text.text);
            assert_eq!(found, expected.map(str::to_owned), "{data}");
        }
        let two = r#"{"head": "Mira spoke", "lead": "A much longer text about Mira"}"#;
        check(two, "lead", &[], Ok("A much longer text about Mira"));
        check(two, "head", &[], Ok("Mira spoke"));
        check(two, "x", &[(0, 4, "Mira")], Ok("Mira spoke"));
        check(two, "x", &[], Err(NoText::Ambiguous(vec!["head".into(), "lead".into()])));
        let url = r#"{"head": "Mira spoke", "url": "https://example.org/a-long-address-of-a-page"}"#;
        check(url, "text", &[], Ok("Mira spoke"));
        check(
            r#"{"text": "/data/upload/1/x.txt"}"#,
            "text",
            &[],
            Err(NoText::Address("/data/upload/1/x.txt".into())),
        );
        check(r#"{"n": 1}"#, "text", &[], Err(NoText::None));
        let talk = r#"{"talk": [{"author": "M", "text": "went"}, {"text": "home"}]}"#;
        check(talk, "text", &[], Ok("M: went\nhome\n"));
        assert!(
            is_address("s3://b/k.txt") && !is_address("a/b: c") && !is_address("He wrote to https://x.org")
        );
    }
}
