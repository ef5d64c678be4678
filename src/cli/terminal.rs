//! Output for the terminal: names of files, labels and people never steer it.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write as _};

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
pub(super) fn print(lines: &str) {
    let mut out = String::with_capacity(lines.len());
    for line in lines.split_inclusive('\n') {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
        out.push_str(&visible(line));
        out.push_str(end);
    }
    write_out(&out);
}

/// Writes to the standard output. Who reads may have enough (`| head`): the rest is not written then, and nothing failed.
fn write_out(text: &str) {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => log::error!("cannot print: {error}"),
        _ => {}
    }
}

/// Prints JSON, in which what would steer the terminal is escaped as JSON has it, so that it says the same.
pub(super) fn print_json(json: &str) {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && steers(c) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    write_out(&out);
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
