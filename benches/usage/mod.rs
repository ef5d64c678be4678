//! What the system says that a process uses, and times in figures.

#![allow(
    dead_code,
    clippy::disallowed_methods,
    reason = "a benchmark needs some of it, and the system says it in files"
)]

use std::time::Duration;

/// This process, where one is asked for by its number.
pub(crate) const OWN: &str = "self";

/// Kilobytes of 1,024 bytes that a process holds.
pub(crate) fn held(process: &str) -> Option<u64> {
    status(process, "VmRSS:")
}

/// The most kilobytes that a process has held.
pub(crate) fn peak(process: &str) -> Option<u64> {
    status(process, "VmHWM:")
}

/// Kilobytes that a process holds and shares with no other.
pub(crate) fn unshared(process: &str) -> Option<u64> {
    status(process, "RssAnon:")
}

/// A line of what the system says of a process, in kilobytes.
fn status(process: &str, key: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

/// Hundredths of a second of processor that a process has had, with all threads that it ever had: Linux counts those for programs,
/// whatever its own clock does.
pub(crate) fn ticks(process: &str) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    Some(fields.next()?.parse::<f64>().ok()? + fields.next()?.parse::<f64>().ok()?)
}

/// Milliseconds of processor that the threads of this process have had which run now, in nanoseconds' steps: a thread that ends
/// meanwhile is not counted any more.
pub(crate) fn running_threads_millis() -> f64 {
    let of = |folder: &std::path::Path| {
        let stat = std::fs::read_to_string(folder.join("schedstat")).ok()?;
        stat.split(' ').next()?.parse::<f64>().ok()
    };
    let own = of("/proc/self".as_ref()).unwrap_or(0.0);
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    tasks.filter_map(|task| of(&task.path())).sum::<f64>().max(own) / 1e6
}

/// The median and the longest.
pub(crate) fn spread(mut values: Vec<Duration>) -> (Duration, Duration) {
    values.sort_unstable();
    (values[values.len() / 2], values[values.len() - 1])
}
