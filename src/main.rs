//! The `tippani` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    let launch = tippani::app::LaunchTime::now();
    env_logger::Builder::from_env(env_logger::Env::new().filter_or("TIPPANI_LOG", "warn")).init();
    tippani::cli::run(launch)
}
