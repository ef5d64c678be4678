//! One figure a row: what was measured, its floor, its limit.

use std::time::{Duration, Instant};

/// A figure, in the unit that its row says.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unit {
    Milliseconds,
    Megabytes,
    Percent,
}

impl Unit {
    const fn name(self) -> &'static str {
        match self {
            Self::Milliseconds => "ms",
            Self::Megabytes => "MB",
            Self::Percent => "%",
        }
    }
}

/// What a figure may be at most: so many times its floor, and so much more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    pub(crate) times: f64,
    pub(crate) plus: f64,
}

struct Row {
    what: &'static str,
    unit: Unit,
    figure: f64,
    /// What the floor is, and how much.
    floor: Option<(&'static str, f64)>,
    limit: f64,
}

/// The figures so far.
pub(crate) struct Table {
    rows: Vec<Row>,
    missing: Vec<String>,
}

impl Table {
    pub(crate) const fn new() -> Self {
        Self { rows: Vec::new(), missing: Vec::new() }
    }

    /// A figure with its floor.
    pub(crate) fn row(
        &mut self,
        what: &'static str,
        unit: Unit,
        figure: f64,
        (name, floor): (&'static str, f64),
        limit: Limit,
    ) {
        let limit = limit.times * floor + limit.plus;
        self.rows.push(Row { what, unit, figure, floor: Some((name, floor)), limit });
    }

    /// A figure whose limit stands by itself.
    pub(crate) fn bare(&mut self, what: &'static str, unit: Unit, figure: f64, limit: f64) {
        self.rows.push(Row { what, unit, figure, floor: None, limit });
    }

    /// A figure that cannot be had here: why.
    pub(crate) fn missing(&mut self, why: String) {
        self.missing.push(why);
    }

    pub(crate) fn is_kept(&self) -> bool {
        self.missing.is_empty() && self.rows.iter().all(|row| row.figure <= row.limit)
    }

    pub(crate) fn print(&self) {
        println!("{}", machine());
        println!("{:<42} {:>12} {:>12} {:>12}    floor", "", "measured", "floor", "limit");
        for Row { what, unit, figure, floor, limit } in &self.rows {
            let number = |value: f64| format!("{value:.*} {}", usize::from(value < 100.0) * 2, unit.name());
            let (name, floor) = floor.map_or(("", String::new()), |(name, floor)| (name, number(floor)));
            let mark = if figure <= limit { "  " } else { " !" };
            println!("{what:<42} {:>12} {floor:>12} {:>12}{mark}  {name}", number(*figure), number(*limit));
        }
        for why in &self.missing {
            println!("not measured: {why}");
        }
    }
}

/// The machine's name: its processor, how many of them, its system.
fn machine() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("");
    let model = model.trim_start_matches([' ', '\t', ':']);
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("").to_owned();
    format!("{model} × {cores}, {} {}, load {load}", std::env::consts::OS, std::env::consts::ARCH)
}

/// How long it took, in milliseconds.
pub(crate) fn timed<T>(what: impl FnOnce() -> T) -> (T, f64) {
    let started = Instant::now();
    let value = what();
    (value, milliseconds(started.elapsed()))
}

pub(crate) fn milliseconds(took: Duration) -> f64 {
    took.as_secs_f64() * 1e3
}

/// Half of the values are less.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// One in a hundred is more.
pub(crate) fn ninety_ninth(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[(values.len() * 99).div_ceil(100).min(values.len() - 1)]
}
