//! An identifier for a new entity, of its name in whatever script.

use crate::model::EntityId;
use crate::names::Name;
use crate::text::{Script, dominant_script};

/// The identifier nearest to a name: of its Latin letters, or else of its sounds.
///
/// Only a start that can be read: an identifier means nothing.
pub(super) fn of_name(name: &str) -> EntityId {
    if dominant_script(name) == Some(Script::Latin) {
        return EntityId::from_any(name);
    }
    let sounds = Name::new(name).phones();
    EntityId::from_any(&sounds.chars().map(letters).collect::<String>())
}

/// Latin letters for the symbol of a sound.
fn letters(sound: char) -> &'static str {
    match sound {
        'k' | 'q' => "k",
        'K' => "kh",
        'g' | 'ɣ' => "g",
        'G' => "gh",
        'c' => "ch",
        'C' => "chh",
        'j' => "j",
        'J' => "jh",
        't' | 'ʈ' => "t",
        'T' | 'θ' => "th",
        'd' | 'ɖ' => "d",
        'D' | 'δ' => "dh",
        'n' | 'ɳ' | '~' => "n",
        'p' => "p",
        'P' => "ph",
        'b' | 'β' => "b",
        'B' => "bh",
        'm' => "m",
        'y' => "y",
        'r' | 'ɽ' => "r",
        'l' | 'ɭ' | 'ɻ' => "l",
        'v' => "v",
        'S' | 'X' => "sh",
        's' => "s",
        'h' | 'H' | 'x' => "h",
        'f' => "f",
        'z' | 'ζ' => "z",
        'ʒ' => "zh",
        'a' | 'A' | 'ɐ' => "a",
        'i' | 'I' => "i",
        'u' | 'U' => "u",
        'e' | 'E' | 'æ' => "e",
        'o' | 'O' | 'ɔ' => "o",
        'ȃ' => "ai",
        'ȁ' => "au",
        'ȅ' => "ei",
        ' ' => "-",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::of_name;

    #[test]
    fn names_of_any_script_have_an_identifier_that_can_be_read() {
        let check = |name: &str, expected: &str| assert_eq!(of_name(name).as_str(), expected, "{name}");
        check("Andrei Belousov", "andrei-belousov");
        check("ਕੀਰ ਸਟਾਰਮਰ", "kir-sataramar");
        check("राहुल गांधी", "rahul-gandhi");
        check("…", "entity");
    }
}
