//! The `tippani` program.

fn main() {}
