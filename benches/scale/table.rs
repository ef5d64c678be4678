//! Figures by size, beside what they are held against, with the exponent by which they grow.

use crate::work::Figures;

/// What a figure may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Limit {
    None,
    /// So many times its floor.
    Times(f64),
    /// At any size.
    Milliseconds(f64),
}

/// One kind of work.
pub(crate) struct Row {
    pub(crate) what: String,
    floor: Option<String>,
    limit: Limit,
    /// By size.
    pub(crate) figures: Vec<Figures>,
}

impl Row {
    pub(crate) fn new(what: &str, floor: Option<&str>, limit: Limit) -> Self {
        Self { what: what.to_owned(), floor: floor.map(ToOwned::to_owned), limit, figures: Vec::new() }
    }
}

pub(crate) struct Table {
    title: &'static str,
    sizes: Vec<usize>,
    pub(crate) rows: Vec<Row>,
}

impl Table {
    pub(crate) fn new(title: &'static str, sizes: &[usize]) -> Self {
        Self { title, sizes: sizes.to_vec(), rows: Vec::new() }
    }

    /// Prints it; whether everything is within its limit.
    pub(crate) fn print(&self) -> bool {
        println!("\n{}\n", self.title);
        print!("{:<18} {:<18}", "", "floor");
        self.sizes.iter().for_each(|size| print!(" {size:>38}"));
        println!("  exponent");
        let mut is_within = true;
        for row in &self.rows {
            print!("{:<18} {:<18}", row.what, row.floor.as_deref().unwrap_or(""));
            for (n, figures) in row.figures.iter().enumerate() {
                let floor = self.floor(row, n);
                let times = floor.map(|floor| figures.millis / floor.millis);
                let own = match row.limit {
                    Limit::None => true,
                    Limit::Times(most) => times.is_none_or(|times| times <= most),
                    Limit::Milliseconds(most) => figures.millis <= most,
                };
                let own = own && !figures.is_over;
                is_within &= own;
                let times = times.map_or_else(String::new, |times| format!("× {times:.2}"));
                let mark = if own { " " } else { "!" };
                print!(
                    " {:>8.0} ms {:>7.0} CPU {times:>7}{mark} {:>5.0} MB",
                    figures.millis, figures.cpu_millis, figures.megabytes
                );
            }
            println!("  {}", exponent(&self.sizes, &row.figures));
            for (size, figures) in self.sizes.iter().zip(&row.figures).filter(|(_, f)| !f.told.is_empty()) {
                println!("{:<18} {size:>8}: {}", "", figures.told);
            }
        }
        is_within
    }

    fn floor(&self, row: &Row, n: usize) -> Option<&Figures> {
        let floor = row.floor.as_ref()?;
        self.rows.iter().find(|other| other.what == *floor)?.figures.get(n)
    }
}

/// By which power of the size the time grows, from the least to the greatest.
fn exponent(sizes: &[usize], figures: &[Figures]) -> String {
    let (Some(first), Some(last), [small, .., large]) = (figures.first(), figures.last(), sizes) else {
        return String::new();
    };
    let grown = (last.millis / first.millis.max(0.1)).ln();
    format!("{:.2}", grown / (*large as f64 / *small as f64).ln())
}
