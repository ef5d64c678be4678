//! Slot features of `WebAnno` TSV: a column of roles, and one of the marks that they are filled with.

use super::layer::values;

/// What the column of a slot feature begins with.
const ROLE: &str = "ROLE_";

/// A slot feature of a layer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// Which feature of the layer has the roles; the one after it has what they are filled with.
    pub(super) at: usize,
    /// What it is called.
    pub(super) name: String,
}

/// What fills a slot: the role, empty where there is none, and the word and number of a mark.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Filler {
    pub(super) role: String,
    pub(super) word: String,
    pub(super) number: usize,
}

/// The slot features among these: `ROLE_` with the layer, `:`, the feature, `_` and the type of its links.
pub(super) fn slots(features: &[String]) -> Vec<Slot> {
    let slot = |(at, feature): (usize, &String)| {
        let (_, declared) = feature.strip_prefix(ROLE)?.split_once(':')?;
        let beginning = declared.split('.').next().unwrap_or(declared);
        let name = beginning.rsplit_once('_').map_or(beginning, |(name, _)| name).to_owned();
        (at + 1 < features.len()).then_some(Slot { at, name })
    };
    let mut found: Vec<Slot> = features.iter().enumerate().filter_map(slot).collect();
    // What one is filled with is no slot.
    found.dedup_by(|one, before| one.at == before.at + 1);
    found
}

/// What fills a slot of each mark, of its two cells.
pub(super) fn fillers(roles: &str, words: &str) -> Vec<Vec<Filler>> {
    let (roles, words) = (parts(roles, '|'), parts(words, '|'));
    let of_mark = |(n, words): (usize, &&str)| {
        let roles = roles.get(n).map(|roles| parts(roles, ';')).unwrap_or_default();
        let words = parts(words, ';');
        let filler = |(n, word): (usize, &&str)| {
            let (word, number) = values(word).into_iter().next()?;
            let role = roles.get(n).and_then(|role| values(role).into_iter().next());
            Some(Filler {
                role: role.map(|(role, _)| role).unwrap_or_default(),
                number: number.and_then(|number| number.parse().ok()).unwrap_or_default(),
                word,
            })
        };
        words.iter().enumerate().filter_map(filler).filter(|filler| !filler.word.is_empty()).collect()
    };
    words.iter().enumerate().map(of_mark).collect()
}

/// What stands between separators that have no backslash before them.
fn parts(text: &str, separator: char) -> Vec<&str> {
    let mut is_escaped = false;
    text.split(|c| {
        let is_free = !is_escaped;
        is_escaped = is_free && c == '\\';
        is_free && c == separator
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::{Filler, fillers, slots};

    #[test]
    fn a_slot_is_a_column_of_roles_and_one_of_marks() {
        fn check(features: &[&str], expected: &[(usize, &str)]) {
            let features: Vec<String> = features.iter().map(|name| (*name).to_owned()).collect();
            let found = slots(&features);
            let found: Vec<(usize, &str)> = found.iter().map(|slot| (slot.at, &*slot.name)).collect();
            assert_eq!(found, expected, "{features:?}");
        }
        check(&[], &[]);
        check(&["sure", "ROLE_a.Meeting:who_a.WhoLink", "a.Person"], &[(1, "who")]);
        check(&["ROLE_a.Meeting:by_whom_a.WhoLink", "a.Person"], &[(0, "by_whom")]);
        check(&["ROLE_a.Meeting:who_a.WhoLink"], &[]);
        check(&["ROLE_who", "a.Person"], &[]);
        check(&["ROLE_a:x_a.L", "ROLE_a:y_a.L", "a.Person"], &[(0, "x")]);
    }

    #[test]
    fn what_fills_slots_is_by_mark() {
        fn check(roles: &str, words: &str, expected: &[&[(&str, &str, usize)]]) {
            let filler = |(role, word, number): &(&str, &str, usize)| Filler {
                role: (*role).to_owned(),
                word: (*word).to_owned(),
                number: *number,
            };
            let expected: Vec<Vec<Filler>> =
                expected.iter().map(|all| all.iter().map(filler).collect()).collect();
            assert_eq!(fillers(roles, words), expected, "{roles} {words}");
        }
        check("_", "_", &[&[]]);
        check("_", "*", &[&[]]);
        check("guest;host", "1-2;1-3[4]", &[&[("guest", "1-2", 0), ("host", "1-3", 4)]]);
        check("*;a\\;b[1]|c[2]", "1-2;1-3|1-4", &[&[("", "1-2", 0), ("a;b", "1-3", 0)], &[("c", "1-4", 0)]]);
        check("guest", "1-2;1-3", &[&[("guest", "1-2", 0), ("", "1-3", 0)]]);
    }
}
