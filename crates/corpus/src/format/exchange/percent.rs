//! Percent-encoding (RFC 3986, 2.1) of what a name must not hold.

/// `text` with every byte encoded that is not `plain`, `%` always.
pub(super) fn encode(text: &str, plain: impl Fn(u8) -> bool) -> String {
    let mut encoded = Vec::with_capacity(text.len());
    for byte in text.bytes() {
        if byte != b'%' && plain(byte) {
            encoded.push(byte);
        } else {
            encoded.extend_from_slice(format!("%{byte:02X}").as_bytes());
        }
    }
    String::from_utf8_lossy(&encoded).into_owned()
}

/// The other way; what is no encoding stays as it is.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|h| std::str::from_utf8(h).ok());
        if let Some(byte) = hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            bytes.push(byte);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_not_text| text.to_owned())
}
