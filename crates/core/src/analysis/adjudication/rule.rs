//! By which rule versions are taken into the gold set.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::FillReason;
use super::competence::{CompetenceModel, Vote};
use crate::analysis::agreement::LayerLabel;
use crate::analysis::likeness::jaccard;
use crate::model::{Annotation, Annotator};

/// How a version is chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Share {
    /// Everybody who finished the article has it.
    All,
    /// At least so many have it, and more than any other version.
    AtLeast(usize),
    /// The plurality, also for nothing; a tie stays open.
    Most,
    /// The first of these annotators who finished the article decides, also by having nothing.
    Trust(Vec<Annotator>),
    /// Its posterior probability is above this (Dawid–Skene or MACE).
    Probable(Arc<CompetenceModel>, f64),
}

/// Which of several places is taken where edges alone differ, and little.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EdgeChoice {
    /// The one that most have; of several the longest.
    #[default]
    MostFrequent,
    /// The longest.
    Longest,
    /// The shortest.
    Shortest,
}

/// How undecided items of a gold set are filled.
#[derive(Clone, Debug, PartialEq)]
pub struct FillRule {
    /// How a version is chosen.
    pub share: Share,
    /// Overrides `share` for single labels.
    pub by_label: BTreeMap<Arc<str>, Share>,
    /// Edges that differ by less than this part of both places together are the same; of several, which is taken.
    pub tolerance: Option<(f64, EdgeChoice)>,
}

impl FillRule {
    /// The rule with one share for everything, and no tolerance.
    #[must_use]
    pub const fn new(share: Share) -> Self {
        Self { share, by_label: BTreeMap::new(), tolerance: None }
    }
}

/// What a rule makes of the versions of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    /// This version, and why.
    Version(usize, FillReason),
    /// Nothing belongs here.
    Nothing(FillReason),
    /// It does not say.
    Open,
}

/// An item as a rule sees it.
pub(super) struct Ballot<'b> {
    /// Per version, one annotation of it, with all who have it, by number.
    pub(super) versions: Vec<(&'b Annotation, Vec<usize>)>,
    /// Who has finished the article and has nothing here.
    pub(super) nothing: Vec<usize>,
    /// Everybody's name, by number.
    pub(super) annotators: &'b [Annotator],
}

impl Ballot<'_> {
    /// What `rule` makes of it.
    pub(super) fn choose(&self, rule: &FillRule) -> Chosen {
        let pools = self.pools(rule.tolerance);
        let of = |pool: &[usize]| pool.iter().map(|version| self.versions[*version].1.len()).sum::<usize>();
        let readers =
            self.versions.iter().map(|(_, holders)| holders.len()).sum::<usize>() + self.nothing.len();
        let most = pools.iter().map(|pool| of(pool)).max().unwrap_or_default();
        let mut first = pools.iter().filter(|pool| of(pool) == most);
        let leading = first.next().filter(|_| first.next().is_none());
        let label = leading.map(|pool| self.versions[pool[0]].0.label.clone());
        let share = label.and_then(|label| rule.by_label.get(&label)).unwrap_or(&rule.share);
        match share {
            Share::Trust(order) => return self.trusted(order),
            Share::Probable(model, least) => return self.probable(model, *least),
            Share::All | Share::AtLeast(_) | Share::Most => {}
        }
        match (share, leading) {
            (Share::Most, _) if self.nothing.len() > most => {
                Chosen::Nothing(FillReason::Nothing { most: self.nothing.len(), readers })
            }
            (Share::All, Some(pool)) if most == readers => self.of_pool(pool, rule.tolerance, readers),
            (Share::AtLeast(least), Some(pool)) if most >= *least => {
                self.of_pool(pool, rule.tolerance, readers)
            }
            (Share::Most, Some(pool)) if most > self.nothing.len() => {
                self.of_pool(pool, rule.tolerance, readers)
            }
            _ => Chosen::Open,
        }
    }

    fn trusted(&self, order: &[Annotator]) -> Chosen {
        let has_looked =
            |n: usize| self.nothing.contains(&n) || self.versions.iter().any(|(_, all)| all.contains(&n));
        let number = |annotator: &Annotator| self.annotators.iter().position(|own| own == annotator);
        let Some(trusted) = order.iter().filter_map(number).find(|n| has_looked(*n)) else {
            return Chosen::Open;
        };
        let reason = FillReason::Trust(self.annotators[trusted].clone());
        match self.versions.iter().position(|(_, holders)| holders.contains(&trusted)) {
            Some(version) => Chosen::Version(version, reason),
            None => Chosen::Nothing(reason),
        }
    }

    fn probable(&self, model: &CompetenceModel, least: f64) -> Chosen {
        let says = |n: &usize, said: Option<LayerLabel>| (self.annotators[*n].clone(), said);
        let mut votes: Vec<Vote> = self.nothing.iter().map(|n| says(n, None)).collect();
        for (annotation, holders) in &self.versions {
            votes.extend(holders.iter().map(|n| says(n, Some((*annotation).into()))));
        }
        let Some((said, probability)) = model.most_probable(&votes) else { return Chosen::Open };
        if probability <= least {
            return Chosen::Open;
        }
        let Some(label) = said else { return Chosen::Nothing(FillReason::NothingByCompetence) };
        // Of versions with the label the one that most have, the first by content.
        let with_label = |(_, (annotation, _)): &(usize, &(&Annotation, Vec<usize>))| {
            LayerLabel::from(*annotation) == label
        };
        let fit = self.versions.iter().enumerate().filter(with_label);
        let best = fit.rev().max_by_key(|(_, (_, holders))| holders.len());
        best.map_or(Chosen::Open, |(version, _)| Chosen::Version(version, FillReason::Competence))
    }

    /// Versions that count as one: alike, or alike but for edges that differ little from those of the first of them.
    fn pools(&self, tolerance: Option<(f64, EdgeChoice)>) -> Vec<Vec<usize>> {
        let mut pools: Vec<Vec<usize>> = Vec::new();
        for (n, (annotation, _)) in self.versions.iter().enumerate() {
            let is_near = |pool: &&mut Vec<usize>| {
                let first = self.versions[pool[0]].0;
                let edges_alone = Annotation { spans: annotation.spans.clone(), ..first.clone() };
                let apart = 1.0 - jaccard(&first.spans, &annotation.spans);
                tolerance.is_some_and(|(part, _)| apart < part) && says_alike(&edges_alone, annotation)
            };
            match pools.iter_mut().find(is_near) {
                Some(pool) => pool.push(n),
                None => pools.push(vec![n]),
            }
        }
        pools
    }

    fn of_pool(&self, pool: &[usize], tolerance: Option<(f64, EdgeChoice)>, readers: usize) -> Chosen {
        let choice = tolerance.map(|(_, choice)| choice).unwrap_or_default();
        let bytes = |n: usize| self.versions[n].0.spans.bytes();
        let holders = |n: usize| self.versions[n].1.len();
        // Versions come in an order by content, which decides between what is as good.
        let best = pool.iter().copied().reduce(|best, next| {
            let is_better = match choice {
                EdgeChoice::MostFrequent => (holders(next), bytes(next)) > (holders(best), bytes(best)),
                EdgeChoice::Longest => bytes(next) > bytes(best),
                EdgeChoice::Shortest => bytes(next) < bytes(best),
            };
            if is_better { next } else { best }
        });
        let most = pool.iter().map(|n| holders(*n)).sum();
        let reason = FillReason::Share { most, readers, is_tolerant: pool.len() > 1 };
        best.map_or(Chosen::Open, |version| Chosen::Version(version, reason))
    }
}

/// Whether two annotations of one place say the same.
fn says_alike(one: &Annotation, other: &Annotation) -> bool {
    one.kind == other.kind
        && one.label == other.label
        && one.entity == other.entity
        && one.attributes == other.attributes
        && one.spans == other.spans
}
