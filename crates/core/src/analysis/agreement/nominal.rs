//! Coefficients of units that are each of one category: κ, Fleiss’ κ, α.

/// Ratings that come again and again, made ready for coefficients under any weights.
///
/// A row is one pattern: of each annotator the category, or nothing. How often each row occurs is given with every
/// question, so that samples can be drawn by drawing weights.
#[derive(Clone, Debug)]
pub struct RatingTable {
    categories: usize,
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    ratings: Vec<Option<u32>>,
    /// Each category with how many gave it.
    counts: Vec<(u32, f64)>,
    /// How many rated.
    raters: f64,
    /// Ordered pairs of annotators who agree.
    agreeing: f64,
}

/// Sums over the units that at least two have rated.
struct Totals {
    /// Ratings by category.
    by_category: Vec<f64>,
    ratings: f64,
    units: f64,
    /// Of the ratings, those that agree: each counts by the part of its pairs that do.
    agreeing: f64,
    /// Of the units, likewise.
    agreeing_units: f64,
}

impl RatingTable {
    /// A table of these patterns.
    #[must_use]
    pub fn new(patterns: Vec<Vec<Option<u32>>>) -> Self {
        let categories = patterns.iter().flatten().flatten().max().map_or(0, |most| *most as usize + 1);
        let row = |ratings: Vec<Option<u32>>| {
            let mut given: Vec<u32> = ratings.iter().flatten().copied().collect();
            given.sort_unstable();
            let counts: Vec<(u32, f64)> =
                given.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as f64)).collect();
            let agreeing = counts.iter().map(|(_, n)| n * (n - 1.0)).sum();
            Row { raters: given.len() as f64, counts, agreeing, ratings }
        };
        Self { categories, rows: patterns.into_iter().map(row).collect() }
    }

    /// A table of some of its rows, by number.
    #[must_use]
    pub(crate) fn of_rows(&self, rows: impl Iterator<Item = usize>) -> Self {
        Self { categories: self.categories, rows: rows.map(|row| self.rows[row].clone()).collect() }
    }

    fn weighted<'a>(&'a self, weights: &'a [f64]) -> impl Iterator<Item = (&'a Row, f64)> {
        self.rows.iter().zip(weights.iter().copied()).filter(|(_, weight)| *weight > 0.0)
    }

    /// How many units at least two have rated.
    #[must_use]
    pub(crate) fn pairable(&self, weights: &[f64]) -> f64 {
        self.weighted(weights).filter(|(row, _)| row.raters >= 2.0).map(|(_, weight)| weight).sum()
    }

    /// How many units both of these have rated.
    #[must_use]
    pub fn shared(&self, one: usize, other: usize, weights: &[f64]) -> f64 {
        let both = |(row, _): &(&Row, f64)| row.ratings[one].is_some() && row.ratings[other].is_some();
        self.weighted(weights).filter(both).map(|(_, weight)| weight).sum()
    }

    /// The part of pairs that agree; units that fewer than two have rated are left out.
    #[must_use]
    pub fn observed(&self, weights: &[f64]) -> Option<f64> {
        let Totals { ratings, agreeing, .. } = self.totals(weights);
        (ratings > 0.0).then(|| agreeing / ratings)
    }

    fn totals(&self, weights: &[f64]) -> Totals {
        let by_category = vec![0.0; self.categories];
        let mut totals = Totals { by_category, ratings: 0.0, units: 0.0, agreeing: 0.0, agreeing_units: 0.0 };
        for (row, weight) in self.weighted(weights).filter(|(row, _)| row.raters >= 2.0) {
            for (category, n) in &row.counts {
                totals.by_category[*category as usize] += weight * n;
            }
            totals.ratings += weight * row.raters;
            totals.units += weight;
            totals.agreeing += weight * row.agreeing / (row.raters - 1.0);
            totals.agreeing_units += weight * row.agreeing / (row.raters * (row.raters - 1.0));
        }
        totals
    }

    /// Cohen’s κ of two annotators (Cohen 1960), over the units that both have rated; nothing where chance alone would
    /// make them agree on everything.
    ///
    /// ```
    /// # use tippani_core::analysis::agreement::RatingTable;
    /// let ratings = |both: [u32; 2]| both.map(Some).to_vec();
    /// let units = vec![ratings([0, 0]), ratings([0, 0]), ratings([1, 1]), ratings([0, 1])];
    /// let kappa = RatingTable::new(units).cohen(0, 1, &[1.0; 4]);
    /// assert_eq!(kappa, Some(0.5));
    /// ```
    #[must_use]
    pub fn cohen(&self, one: usize, other: usize, weights: &[f64]) -> Option<f64> {
        let mut totals = vec![[0.0; 2]; self.categories];
        let (mut agreed, mut all) = (0.0, 0.0);
        for (row, weight) in self.weighted(weights) {
            let (Some(a), Some(b)) = (row.ratings[one], row.ratings[other]) else { continue };
            totals[a as usize][0] += weight;
            totals[b as usize][1] += weight;
            agreed += if a == b { weight } else { 0.0 };
            all += weight;
        }
        let chance: f64 = totals.iter().map(|[a, b]| a * b).sum();
        let room = all * all - chance;
        (room > 0.0).then(|| (agreed * all - chance) / room)
    }

    /// Fleiss’ κ (Fleiss 1971) over the units that at least two have rated, whoever they are.
    ///
    /// Where some units have more ratings than others, each counts by the part of its own pairs that agree, and categories by
    /// their part of all ratings.
    ///
    /// ```
    /// # use tippani_core::analysis::agreement::RatingTable;
    /// let units = vec![vec![Some(0), Some(0), Some(0)], vec![Some(1), Some(1), Some(1)]];
    /// assert_eq!(RatingTable::new(units).fleiss(&[1.0; 2]), Some(1.0));
    /// ```
    #[must_use]
    pub fn fleiss(&self, weights: &[f64]) -> Option<f64> {
        let Totals { by_category, ratings, units, agreeing_units, .. } = self.totals(weights);
        let chance = sum_of_squares(&by_category);
        let room = ratings * ratings - chance;
        let observed = agreeing_units / units;
        (room > 0.0).then(|| (observed * ratings * ratings - chance) / room)
    }

    /// Krippendorff’s α for nominal data (Krippendorff 2011), over the units that at least two have rated.
    ///
    /// ```
    /// # use tippani_core::analysis::agreement::RatingTable;
    /// let units = vec![vec![Some(0), Some(0)], vec![Some(1), Some(1)], vec![Some(1), None]];
    /// assert_eq!(RatingTable::new(units).alpha(&[1.0; 3]), Some(1.0), "what one alone has rated says nothing");
    /// ```
    #[must_use]
    pub fn alpha(&self, weights: &[f64]) -> Option<f64> {
        let Totals { by_category, ratings, agreeing, .. } = self.totals(weights);
        let expected = ratings * ratings - sum_of_squares(&by_category);
        (expected > 0.0).then(|| 1.0 - (ratings - 1.0) * (ratings - agreeing) / expected)
    }

    /// The largest part of all ratings that one category has: near one, chance explains most of what agrees.
    #[must_use]
    pub(crate) fn prevalence(&self, weights: &[f64]) -> f64 {
        let totals = self.totals(weights).by_category;
        let all: f64 = totals.iter().sum();
        totals.iter().fold(0.0, |most: f64, n| most.max(*n)) / all.max(1.0)
    }
}

fn sum_of_squares(values: &[f64]) -> f64 {
    values.iter().map(|value| value * value).sum()
}
