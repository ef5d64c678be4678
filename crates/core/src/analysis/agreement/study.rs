//! Several annotators' work on many articles, gathered so that any part of it can be asked about.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::figure::Scope;
use super::gamma::{self, disorders};
use super::matched::{Confusion, MatchCounts, confused, matched};
use super::rating::{Category, Interner, LayerLabel, Pattern, PatternExtent, Ratings, is_finished, rate};
use super::unitized::{LabelUnits, units};
use crate::model::{AnnotationSet, Annotator, Document};
use crate::text::ByteOffset;

/// What the bootstrap draws as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResamplingUnit {
    /// A whole article: annotations of one text depend on each other.
    Article,
    /// A paragraph, where there are few articles.
    Paragraph,
}

/// With at least this many articles, the bootstrap draws articles; with fewer, paragraphs.
const MIN_ARTICLES_TO_RESAMPLE_ARTICLES: usize = 10;

/// How a study draws its samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// What is drawn as a whole.
    pub resampling_unit: ResamplingUnit,
    /// How many articles there are to draw from.
    pub articles: usize,
}

impl Sampling {
    /// How so many articles are sampled: by article where there are at least 10, else by paragraph.
    #[must_use]
    pub const fn of(articles: usize) -> Self {
        let resampling_unit = if articles < MIN_ARTICLES_TO_RESAMPLE_ARTICLES {
            ResamplingUnit::Paragraph
        } else {
            ResamplingUnit::Article
        };
        Self { resampling_unit, articles }
    }
}

/// What two annotators have in common, by block and label.
type MatchesByBlock = BTreeMap<(usize, LayerLabel), MatchCounts>;

/// One article, rated; to be added to a [`Study`] of the same annotators.
#[derive(Clone, Debug)]
pub struct RatedArticle {
    file: Arc<str>,
    /// Numbers of those who rated it.
    raters: Vec<usize>,
    characters: u64,
    ratings: Ratings,
    /// By pair of annotators and block.
    matches: Vec<((usize, usize), MatchesByBlock)>,
    units: BTreeMap<LayerLabel, LabelUnits>,
    /// By layer and label, nothing of what too much may be aligned in.
    disorders: BTreeMap<Scope, Option<gamma::DisorderByBlock>>,
    confusion: Vec<((usize, usize), Confusion)>,
}

/// Rates an article by the sets of `raters` who have finished it; nothing where fewer than two have.
#[must_use]
pub fn rate_article(
    document: &Document,
    sets: &[AnnotationSet],
    raters: &[Annotator],
    sampling: Sampling,
) -> Option<RatedArticle> {
    let of =
        |rater: &Annotator| sets.iter().find(|set| set.annotator == *rater).filter(|set| is_finished(set));
    let own: Vec<Option<&AnnotationSet>> = raters.iter().map(of).collect();
    let rated: Vec<usize> = (0..own.len()).filter(|n| own[*n].is_some()).collect();
    if rated.len() < 2 {
        return None;
    }
    let text = &document.text;
    let ranges: Vec<Range<usize>> = match sampling.resampling_unit {
        ResamplingUnit::Article => std::iter::once(0..text.end().get()).collect(),
        ResamplingUnit::Paragraph => {
            let starts = (0..text.paragraph_count()).map(|n| text.paragraph(n).start.get());
            let mut starts: Vec<usize> = starts.chain([0, text.end().get()]).collect();
            starts.sort_unstable();
            starts.dedup();
            starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
        }
    };
    let block = |at: ByteOffset| ranges.partition_point(|range| range.end <= at.get());
    let ends: Vec<u64> =
        ranges.iter().map(|range| text.to_char(ByteOffset::new(range.end)).get() as u64).collect();
    let block_of = |at: u64| ends.partition_point(|end| *end <= at);
    let (mut matches, mut confusion) = (Vec::new(), Vec::new());
    for (n, &a) in rated.iter().enumerate() {
        for &b in &rated[n + 1..] {
            if let (Some(one), Some(other)) = (own[a], own[b]) {
                matches.push(((a, b), matched(one, other, block)));
                confusion.push(((a, b), confused(one, other)));
            }
        }
    }
    let present: Vec<&AnnotationSet> = own.iter().flatten().copied().collect();
    Some(RatedArticle {
        file: document.file.clone(),
        characters: text.chars() as u64,
        ratings: rate(document, &own, &ranges),
        matches,
        confusion,
        units: units(document, &present, block_of),
        disorders: disorders(document, &present, sampling.articles, block_of),
        raters: rated,
    })
}

/// The work of some annotators, article by article.
#[derive(Clone, Debug)]
pub struct Study {
    pub(super) raters: Vec<Annotator>,
    pub(super) sampling: Sampling,
    pub(super) categories: Interner<Category>,
    pub(super) patterns: Interner<Pattern>,
    pub(super) articles: Vec<Article>,
    pub(super) blocks: Vec<Block>,
    pub(super) confusion: BTreeMap<(usize, usize), Confusion>,
    /// Of each annotator, how many articles are in progress and were left out.
    pub(super) left_out: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Article {
    pub(super) file: Arc<str>,
    pub(super) raters: Vec<usize>,
    pub(super) characters: u64,
    pub(super) units: BTreeMap<LayerLabel, LabelUnits>,
    pub(super) disorders: BTreeMap<Scope, Option<gamma::DisorderByBlock>>,
    pub(super) blocks: Range<usize>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) amounts: Vec<PatternExtent>,
    pub(super) matches: Vec<((usize, usize), LayerLabel, MatchCounts)>,
}

impl Study {
    /// A study of these annotators, without articles as yet.
    #[must_use]
    pub fn new(raters: Vec<Annotator>, sampling: Sampling) -> Self {
        let (categories, patterns) = (Interner::new(), Interner::new());
        let (articles, blocks, confusion) = (Vec::new(), Vec::new(), BTreeMap::new());
        let left_out = vec![0; raters.len()];
        Self { raters, sampling, categories, patterns, articles, blocks, confusion, left_out }
    }

    /// Notes the annotators, by number, whose set of one article is in progress, so that it does not count.
    pub fn leave_out(&mut self, raters: &[usize]) {
        for n in raters {
            if let Some(count) = self.left_out.get_mut(*n) {
                *count += 1;
            }
        }
    }

    /// Adds an article that was rated for the same annotators and blocks.
    pub fn add(&mut self, rated: RatedArticle) {
        let categories: Vec<u32> =
            rated.ratings.categories.all().iter().map(|c| self.categories.number(c)).collect();
        let everywhere = |pattern: &Pattern| -> Pattern {
            pattern.iter().map(|category| category.map(|n| categories[n as usize])).collect()
        };
        let patterns: Vec<u32> =
            rated.ratings.patterns.all().iter().map(|p| self.patterns.number(&everywhere(p))).collect();
        let start = self.blocks.len();
        self.blocks.extend(rated.ratings.blocks.into_iter().map(|amounts| {
            let amount = |a: PatternExtent| PatternExtent { pattern: patterns[a.pattern as usize], ..a };
            Block { amounts: amounts.into_iter().map(amount).collect(), matches: Vec::new() }
        }));
        for (pair, matches) in rated.matches {
            for ((block, label), matched) in matches {
                if let Some(block) = self.blocks.get_mut(start + block) {
                    block.matches.push((pair, label, matched));
                }
            }
        }
        for (pair, confusion) in rated.confusion {
            let all = self.confusion.entry(pair).or_default();
            for (labels, count) in confusion {
                *all.entry(labels).or_default() += count;
            }
        }
        self.articles.push(Article {
            file: rated.file,
            raters: rated.raters,
            characters: rated.characters,
            units: rated.units,
            disorders: rated.disorders,
            blocks: start..self.blocks.len(),
        });
    }

    /// Every label that somebody gave, by layer.
    pub(super) fn labels(&self) -> Vec<LayerLabel> {
        let mut labels: Vec<LayerLabel> = self.categories.all().iter().flatten().cloned().collect();
        labels.sort_unstable();
        labels.dedup();
        labels
    }
}
