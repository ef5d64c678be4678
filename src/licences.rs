//! The licences of what others made and the program goes out with.

/// The names and licences of all packages and fonts in the program, as `scripts/notices.py` writes them.
pub static THIRD_PARTY: &str = include_str!("../THIRD-PARTY.txt");
