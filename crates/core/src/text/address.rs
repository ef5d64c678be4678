//! Addresses of the Web and of mail within a text.

/// No address is longer.
const MAX_ADDRESS_BYTES: usize = 2048;

/// Where an address ends that begins at a byte of a text; nothing where none does.
///
/// Punctuation at its end is not part of it, nor is a closing bracket that it does not open.
pub(super) fn address_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if !bytes[start].is_ascii_alphanumeric()
        || start.checked_sub(1).is_some_and(|before| is_within_address(bytes[before]))
    {
        return None;
    }
    let length = bytes[start..].iter().take(MAX_ADDRESS_BYTES).take_while(|b| is_address_byte(**b)).count();
    let candidate = &text[start..start + length];
    let length = trimmed_length(candidate);
    let candidate = &candidate[..length];
    (is_web(candidate) || is_mail(candidate)).then_some(start + length)
}

/// What stands before a letter only within an address.
const fn is_within_address(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~' | b'/' | b'@' | b'%' | b'+')
}

const fn is_address_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric()
        || matches!(
            b,
            b'-' | b'.'
                | b'_'
                | b'~'
                | b':'
                | b'/'
                | b'?'
                | b'#'
                | b'['
                | b']'
                | b'@'
                | b'!'
                | b'$'
                | b'&'
                | b'('
                | b')'
                | b'*'
                | b'+'
                | b','
                | b';'
                | b'='
                | b'%'
        )
}

fn trimmed_length(candidate: &str) -> usize {
    let mut rest = candidate;
    loop {
        let shorter =
            rest.trim_end_matches(['.', ',', ';', ':', '!', '?', '(', '[', '&', '*', '-', '+', '@']);
        let open = |bracket: char| shorter.matches(bracket).count();
        let shorter = match shorter.chars().next_back() {
            Some(')') if open('(') < open(')') => &shorter[..shorter.len() - 1],
            Some(']') if open('[') < open(']') => &shorter[..shorter.len() - 1],
            _ => shorter,
        };
        if shorter.len() == rest.len() {
            return rest.len();
        }
        rest = shorter;
    }
}

fn is_web(candidate: &str) -> bool {
    if let Some((scheme, rest)) = candidate.split_once("://") {
        return matches!(scheme, "http" | "https" | "ftp" | "HTTP" | "HTTPS") && !rest.is_empty();
    }
    let host = candidate.split(['/', '?', '#']).next().unwrap_or(candidate);
    is_host(host) && (host.len() < candidate.len() || host.starts_with("www."))
}

fn is_mail(candidate: &str) -> bool {
    candidate.split_once('@').is_some_and(|(name, host)| {
        let is_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+');
        !name.is_empty() && name.bytes().all(is_name) && is_host(host)
    })
}

/// Names with full stops between them, the last of letters only: `example.in`.
fn is_host(host: &str) -> bool {
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let Some((names, last)) = host.rsplit_once('.') else { return false };
    names.split('.').all(is_label) && last.len() >= 2 && last.bytes().all(|b| b.is_ascii_lowercase())
}
