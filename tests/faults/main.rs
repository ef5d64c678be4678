//! What befalls a program that people work with: it is killed, the disk says no, the clock jumps, others change its files.
//!
//! Each test does so many rounds as `TIPPANI_FAULT_ROUNDS` says, few where it says nothing; `scripts/soak.sh` does hundreds.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test that meets what it did not expect fails, and tests look at files"
)]

mod clock;
#[path = "../it/end_to_end/desktop.rs"]
#[allow(dead_code, reason = "the end-to-end tests use the rest of it")]
mod desktop;
mod disk;
mod hour;
mod kills;
mod others;
mod signals;
mod steady;
#[path = "../it/tools.rs"]
#[allow(dead_code, reason = "the other tests use the rest of it")]
mod tools;

/// How many rounds each test does.
fn rounds() -> usize {
    std::env::var("TIPPANI_FAULT_ROUNDS").map_or(2, |rounds| rounds.parse().unwrap())
}

/// Whether the machine does nothing else, so that times can be judged.
fn is_soak() -> bool {
    std::env::var_os("TIPPANI_SOAK").is_some()
}
