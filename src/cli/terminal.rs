//! Output for the terminal: names of files, labels and people never steer it.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write as _};

use anyhow::Context as _;

/// Characters that move the cursor, change colours or turn the order of what follows.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A name or a message in one line, with every character that would steer the terminal written as Rust does: `\n`, `\u{1b}`.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(steers) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if steers(c) { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out.into()
}

/// Prints lines of this program's own; names in them have gone through [`visible`].
///
/// # Errors
/// As [`write_out`].
pub(super) fn print(lines: &str) -> anyhow::Result<()> {
    let mut out = String::with_capacity(lines.len());
    for line in lines.split_inclusive('\n') {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
        out.push_str(&visible(line));
        out.push_str(end);
    }
    write_out(out.as_bytes())
}

/// Writes to the standard output.
///
/// # Errors
/// When it takes no more, unless who reads it has enough.
pub(super) fn write_out(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    unless_enough(out.write_all(bytes).and_then(|()| out.flush()))
}

/// Prints a line to the standard error; in it nothing steers the terminal.
///
/// # Errors
/// As [`write_out`].
pub(super) fn print_error(line: &str) -> anyhow::Result<()> {
    unless_enough(io::stderr().lock().write_all(format!("{}\n", visible(line)).as_bytes()))
}

/// What became of output. Who reads may have enough (`| head`): the rest is not written then, and nothing failed.
///
/// # Errors
/// When it failed otherwise.
pub(super) fn unless_enough(written: io::Result<()>) -> anyhow::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("the output cannot be written"),
    }
}

/// Prints JSON, in which what would steer the terminal is escaped as JSON has it, so that it says the same.
///
/// # Errors
/// As [`write_out`].
pub(super) fn print_json(json: &str) -> anyhow::Result<()> {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && steers(c) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    write_out(out.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn nothing_steers_the_terminal() {
        fn check(text: &str, expected: &str) {
            assert_eq!(visible(text), expected);
        }
        check("आशा\u{200d}.txt", "आशा\u{200d}.txt");
        check("a\u{1b}[31m.txt", "a\\u{1b}[31m.txt");
        check("a\n# b\t\u{9b}31m\u{202e}", "a\\n# b\\t\\u{9b}31m\\u{202e}");
    }
}
