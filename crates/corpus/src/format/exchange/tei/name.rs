//! Identifiers as the names that `xml:id` takes, which begin with no digit and have neither blanks nor most signs.

use super::super::percent;

/// What stands before every name.
const BEFORE: &str = "_";
/// What stands before one in which characters are encoded: with a full stop for the percent sign.
const BEFORE_ENCODED: &str = "_.";

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// The name of an identifier.
pub(super) fn encode(id: &str) -> String {
    let is_name = !id.starts_with('.') && id.bytes().all(|byte| is_plain(byte) || byte == b'.');
    if is_name {
        return format!("{BEFORE}{id}");
    }
    format!("{BEFORE_ENCODED}{}", percent::encode(id, is_plain).replace('%', "."))
}

/// The identifier of a name; one that is not of this program is as it stands there.
pub(super) fn decode(name: &str) -> String {
    match name.strip_prefix(BEFORE_ENCODED) {
        Some(encoded) => percent::decode(&encoded.replace('.', "%")),
        None => name.strip_prefix(BEFORE).unwrap_or(name).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn identifiers_are_names_and_come_back() {
        fn check(id: &str, name: &str) {
            assert_eq!((encode(id), decode(name)), (name.to_owned(), id.to_owned()));
        }
        check("01K9C70Z3A1WB9XSCQ570D1VN1", "_01K9C70Z3A1WB9XSCQ570D1VN1");
        check("a.b-1_c", "_a.b-1_c");
        check("", "_");
        check("_a", "__a");
        check(".a", "_..2Ea");
        check("a b/c.d", "_.a.20b.2Fc.2Ed");
        check("a%20\u{1}", "_.a.2520.01");
        check("आ", "_..E0.A4.86");
        assert_eq!(decode("m"), "m", "a name of another program");
    }
}
