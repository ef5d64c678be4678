//! Which characters a text is made of.

use std::collections::BTreeSet;

/// Every character of a text, once.
///
/// ```
/// # use tippani_core::text::repertoire;
/// assert_eq!(repertoire("नाना").into_iter().collect::<String>(), "ना");
/// ```
#[must_use]
pub fn repertoire(text: &str) -> BTreeSet<char> {
    // Most characters are of the basic plane, and each comes many times.
    let mut seen = vec![false; 0x1_0000];
    let mut found = BTreeSet::new();
    for c in text.chars() {
        match seen.get_mut(c as usize) {
            Some(true) => continue,
            Some(seen) => *seen = true,
            None => {}
        }
        found.insert(c);
    }
    found
}
