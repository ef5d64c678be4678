//! How good somebody is: their work held against a reference, such as the gold set.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::matched::matched;
use super::rating::{LayerLabel, is_finished};
use crate::analysis::comparison::{ConflictKind, compare};
use crate::model::{AnnotationSet, Document};

/// What somebody did otherwise than the reference: found by comparing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// The reference has it alone.
    Missed,
    /// They have it alone.
    Extra,
    /// It has other edges.
    Edges,
    /// It has another label.
    Label,
    /// Another entity, or another value of an attribute.
    Field,
    /// It is linked otherwise.
    Link,
}

impl Difference {
    /// All.
    pub const ALL: [Self; 6] = [Self::Missed, Self::Extra, Self::Edges, Self::Label, Self::Field, Self::Link];

    /// What a conflict between somebody's work and the reference means; `has_own` says whether they have an annotation there.
    ///
    /// ```
    /// # use tippani_core::analysis::{ConflictKind, agreement::Difference};
    /// assert_eq!(Difference::of(ConflictKind::Missing, true), Difference::Extra);
    /// assert_eq!(Difference::of(ConflictKind::Missing, false), Difference::Missed);
    /// ```
    #[must_use]
    pub const fn of(kind: ConflictKind, has_own: bool) -> Self {
        match kind {
            ConflictKind::Missing if has_own => Self::Extra,
            ConflictKind::Missing => Self::Missed,
            ConflictKind::Boundary => Self::Edges,
            ConflictKind::Label => Self::Label,
            ConflictKind::Attribute | ConflictKind::Entity => Self::Field,
            ConflictKind::Relation => Self::Link,
        }
    }

    /// Its name in files and lists.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Extra => "extra",
            Self::Edges => "edges",
            Self::Label => "label",
            Self::Field => "field",
            Self::Link => "link",
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Somebody's annotations of one label, or of all, against a reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Their annotations.
    pub own: u64,
    /// Those of the reference.
    pub reference: u64,
    /// Those with the same edges and label.
    pub exact: u64,
    /// Those of one label that share at least a character, each paired once.
    pub overlapping: u64,
}

impl Score {
    /// Adds another.
    pub const fn add(&mut self, other: Self) {
        self.own += other.own;
        self.reference += other.reference;
        self.exact += other.exact;
        self.overlapping += other.overlapping;
    }

    /// The part of their annotations that the reference has; nothing where there are none.
    #[must_use]
    pub fn precision(&self) -> Option<f64> {
        (self.own > 0).then(|| self.exact as f64 / self.own as f64)
    }

    /// The part of the reference that they have; nothing where it has none.
    #[must_use]
    pub fn recall(&self) -> Option<f64> {
        (self.reference > 0).then(|| self.exact as f64 / self.reference as f64)
    }

    /// The harmonic mean of precision and recall.
    ///
    /// ```
    /// # use tippani_core::analysis::agreement::Score;
    /// let score = Score { own: 4, reference: 2, exact: 2, overlapping: 2 };
    /// assert_eq!((score.precision(), score.recall()), (Some(0.5), Some(1.0)));
    /// assert_eq!(score.f1().map(|f1| (f1 * 3.0).round()), Some(2.0));
    /// ```
    #[must_use]
    pub fn f1(&self) -> Option<f64> {
        let all = self.own + self.reference;
        (all > 0).then(|| 2.0 * self.exact as f64 / all as f64)
    }
}

/// Wilson's interval (1927) of a part at 95 %: where the rate is that gave `successes` of `trials`.
///
/// ```
/// # use tippani_core::analysis::agreement::wilson;
/// let (low, high) = wilson(8, 10).unwrap();
/// assert!((low - 0.4902).abs() < 1e-4 && (high - 0.9433).abs() < 1e-4);
/// assert_eq!(wilson(0, 0), None);
/// ```
#[must_use]
pub fn wilson(successes: u64, trials: u64) -> Option<(f64, f64)> {
    /// The 97.5 % point of the normal distribution.
    const Z: f64 = 1.959_963_984_540_054;
    if trials == 0 {
        return None;
    }
    let (n, p) = (trials as f64, successes as f64 / trials as f64);
    let (scale, middle) = (1.0 + Z * Z / n, p + Z * Z / (2.0 * n));
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    Some((((middle - half) / scale).max(0.0), ((middle + half) / scale).min(1.0)))
}

/// A language that could not be told (BCP 47).
const UNDETERMINED: &str = "und";

/// The week in which a set was last changed; nothing where no time is known.
fn week(set: &AnnotationSet) -> Option<String> {
    let last = set.annotations().iter().filter_map(|annotation| annotation.modified.as_ref()).max()?;
    let week = last.moment().to_zoned(jiff::tz::TimeZone::UTC).date().iso_week_date();
    Some(format!("{}-W{:02}", week.year(), week.week()))
}

/// Somebody's work on some articles against a reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Against {
    /// Articles that both have finished.
    pub articles: usize,
    /// By label.
    pub scores: BTreeMap<LayerLabel, Score>,
    /// How often they did what otherwise.
    pub differences: BTreeMap<Difference, u64>,
    /// All labels together, by language; `und` where it could not be told.
    pub by_language: BTreeMap<Arc<str>, Score>,
    /// All labels together, by the week (ISO 8601) in which they last changed the article, such as `2026-W05`.
    pub by_week: BTreeMap<Arc<str>, Score>,
    /// The articles of each language and of each week, by its name in the two.
    pub files: BTreeMap<Arc<str>, Vec<Arc<str>>>,
}

impl Against {
    /// All labels together.
    #[must_use]
    pub fn total(&self) -> Score {
        let mut total = Score::default();
        self.scores.values().for_each(|score| total.add(*score));
        total
    }

    /// Adds an article, where both have finished it.
    pub fn add(&mut self, document: &Document, own: &AnnotationSet, reference: &AnnotationSet) {
        if !is_finished(own) || !is_finished(reference) {
            return;
        }
        self.articles += 1;
        let mut total = Score::default();
        for (label, counts) in matched(own, reference) {
            let score = Score {
                own: counts.one,
                reference: counts.other,
                exact: counts.exact,
                overlapping: counts.overlapping,
            };
            self.scores.entry(label).or_default().add(score);
            total.add(score);
        }
        let language = document.language.clone().unwrap_or_else(|| UNDETERMINED.into());
        self.by_language.entry(Arc::clone(&language)).or_default().add(total);
        let week: Option<Arc<str>> = week(own).map(Arc::from);
        if let Some(week) = week.clone() {
            self.by_week.entry(week).or_default().add(total);
        }
        for group in std::iter::once(language).chain(week) {
            self.files.entry(group).or_default().push(Arc::clone(&document.file));
        }
        for group in compare(&[own, reference]).groups {
            let mut kinds: Vec<Difference> = Vec::new();
            for conflict in &group.conflicts {
                kinds.push(Difference::of(conflict.kind, group.members[0].is_some()));
            }
            kinds.dedup();
            for kind in kinds {
                *self.differences.entry(kind).or_default() += 1;
            }
        }
    }
}
