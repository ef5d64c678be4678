//! Cells of a table that no spreadsheet takes for a formula.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end is run as a formula by some spreadsheets, and what an article
//! says is nobody's formula. Such a cell has an apostrophe before it, as spreadsheets themselves mark text; so has one that
//! begins with apostrophes before such a character, so that the way back is exact.

use std::borrow::Cow;

/// Whether a cell, apostrophes before it left out, begins as a formula does.
fn is_formula(cell: &str) -> bool {
    let begin = cell.trim_start_matches('\'').chars().next();
    begin.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
}

/// A cell that says `text`.
pub(in crate::format) fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) { format!("'{text}").into() } else { text.into() }
}

/// What a cell says.
pub(in crate::format) fn text(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_formula(cell)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::{guarded, text};

    #[test]
    fn cells_come_back_as_they_were() {
        fn check(said: &str, cell: &str) {
            assert_eq!((&*guarded(said), text(&guarded(said))), (cell, said));
        }
        check("", "");
        check("Asha", "Asha");
        check("=1+1", "'=1+1");
        check("-5", "'-5");
        check("'=1+1", "''=1+1");
        check("''@x", "'''@x");
        check("'quoted'", "'quoted'");
        check("'", "'");
        check("\tx", "'\tx");
        check("\r\nx", "'\r\nx");
        check("＝1", "'＝1");
        check("a=b", "a=b");
    }
}
