//! Days along a line: a number for each, and the days that are written below it.

use crate::analysis::Day;

/// Days between two that are written, the closest first.
const STEPS: [i64; 11] = [1, 2, 7, 14, 31, 62, 92, 183, 366, 1830, 3660];

/// The days from 1970-01-01 to a day of the Gregorian calendar.
pub(super) fn number((year, month, day): Day) -> i64 {
    // Years begin in March, so that the day that some years have more is the last of its year.
    let (year, month) = (i64::from(year) - i64::from(month <= 2), i64::from(month));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day that so many days after 1970-01-01 is.
pub(super) fn day(number: i64) -> Day {
    let number = number + 719_468;
    let (era, of_era) = (number.div_euclid(146_097), number.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    (u16::try_from(year).unwrap_or_default(), month as u8, day as u8)
}

/// How a day is written.
pub(super) fn written((year, month, day): Day) -> String {
    format!("{year}-{month:02}-{day:02}")
}

/// Days to the right of a line's left end, and how far a day is from the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The day at the left end, in days from 1970-01-01; parts of a day count.
    pub(super) from: f64,
    /// Points from a day to the next.
    pub(super) per_day: f32,
}

impl Scale {
    /// Shows all days from the first to the last on a line of that width.
    pub(super) fn fitting(first: i64, last: i64, width: f32) -> Self {
        let margin = 24.0_f32.min(width / 4.0);
        let days = (last - first).max(1) as f32;
        let per_day = ((width - 2.0 * margin) / days).clamp(0.002, 240.0);
        // Of few days the line begins a little before the first.
        Self { from: first as f64 - f64::from(margin / per_day), per_day }
    }

    /// Points from the left end to a day.
    pub(super) fn x(self, day: i64) -> f32 {
        ((day as f64 - self.from) * f64::from(self.per_day)) as f32
    }

    /// The scale with days `factor` times as far apart, where `x` points from the left end stays what it is.
    pub(super) fn zoomed(self, factor: f32, x: f32) -> Self {
        let per_day = (self.per_day * factor).clamp(0.002, 240.0);
        let at = self.from + f64::from(x / self.per_day);
        Self { from: at - f64::from(x / per_day), per_day }
    }

    /// The scale moved `x` points to the right.
    pub(super) fn panned(self, x: f32) -> Self {
        Self { from: self.from + f64::from(x / self.per_day), ..self }
    }

    /// The days that are written below a line of that width, so far apart that they can be.
    pub(super) fn ticks(self, width: f32, apart: f32) -> Vec<i64> {
        let wanted = (apart / self.per_day) as i64;
        let step = STEPS.into_iter().find(|step| *step >= wanted).unwrap_or(wanted.max(1));
        let first = (self.from.ceil() as i64).div_euclid(step) * step;
        let last = (self.from + f64::from(width / self.per_day)).floor() as i64;
        let count = usize::try_from((last - first) / step + 1).unwrap_or_default();
        let days = std::iter::successors(Some(first), |day| Some(day + step)).take(count);
        days.filter(|day| (0.0..=width).contains(&self.x(*day))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_has_a_number_and_comes_back() {
        assert_eq!(number((1970, 1, 1)), 0);
        assert_eq!(number((2024, 3, 1)) - number((2024, 2, 28)), 2, "a leap year");
        assert_eq!(number((2100, 3, 1)) - number((2100, 2, 28)), 1, "none");
        let mut last = None;
        for n in number((1899, 12, 30))..number((2101, 1, 2)) {
            let here = day(n);
            assert_eq!(number(here), n);
            assert!(last.is_none_or(|last| last < here), "{here:?}");
            last = Some(here);
        }
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let scale = Scale::fitting(0, 100, 400.0);
        assert!(scale.x(0) > 0.0 && scale.x(100) < 400.0);
        let zoomed = scale.zoomed(3.0, scale.x(40));
        assert!((zoomed.x(40) - scale.x(40)).abs() < 0.1 && zoomed.x(41) > zoomed.x(40));
        let ticks = scale.ticks(400.0, 80.0);
        assert!(ticks.windows(2).all(|pair| scale.x(pair[1]) - scale.x(pair[0]) >= 70.0), "{ticks:?}");
    }
}
