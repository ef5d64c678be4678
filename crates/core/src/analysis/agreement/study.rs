//! Several annotators' work on many articles, gathered so that any part of it can be asked about.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::blocks::{BlockContent, Blocks};
use super::figure::Scope;
use super::gamma::{DisorderByBlock, disorders};
use super::marks::ArticleMarks;
use super::matched::{Confusion, MatchCounts, confused, matched_label};
use super::rating::{Category, Interner, LayerLabel, Pattern, PatternExtent, Ratings, is_finished, rate};
use super::unitized::{Continuum, LabelUnits, units};
use crate::model::{Annotation, AnnotationSet, Annotator, Document};
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

/// What two annotators have in common of one label, in one block.
#[derive(Clone, Debug)]
struct MatchedBlock {
    pair: (usize, usize),
    /// By number in [`RatedArticle::labels`].
    label: usize,
    block: usize,
    counts: MatchCounts,
}

/// One article, rated; to be added to a [`Study`] of the same annotators.
#[derive(Clone, Debug)]
pub struct RatedArticle {
    file: Arc<str>,
    /// Numbers of those who rated it.
    raters: Vec<usize>,
    characters: u64,
    labels: Vec<LayerLabel>,
    ratings: Ratings,
    matches: Vec<MatchedBlock>,
    /// By number of the label.
    units: Vec<(usize, LabelUnits)>,
    /// By layer and label, nothing of what too much may be aligned in.
    disorders: Vec<(Scope, Option<DisorderByBlock>)>,
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
    let (rated, own): (Vec<usize>, Vec<&AnnotationSet>) =
        raters.iter().enumerate().filter_map(|(n, rater)| Some((n, of(rater)?))).unzip();
    if rated.len() < 2 {
        return None;
    }
    let text = &document.text;
    let ranges = blocks_of(document, sampling.resampling_unit);
    let block = |at: ByteOffset| ranges.partition_point(|range| range.end <= at.get());
    let ends: Vec<u64> =
        ranges.iter().map(|range| text.to_char(ByteOffset::new(range.end)).get() as u64).collect();
    let block_of = |at: u64| ends.partition_point(|end| *end <= at);
    let marks = ArticleMarks::new(document, &own);
    let lists = by_label(&marks);
    let (mut matches, mut confusion) = (Vec::new(), Vec::new());
    for (n, &a) in rated.iter().enumerate() {
        for (m, &b) in rated.iter().enumerate().skip(n + 1) {
            for (label, (one, other)) in lists[n].iter().zip(&lists[m]).enumerate() {
                let matched = matched_label(one, other, block);
                let with_place = |(block, counts)| MatchedBlock { pair: (a, b), label, block, counts };
                matches.extend(matched.into_iter().map(with_place));
            }
            confusion.push(((a, b), confused(own[n], own[m])));
        }
    }
    Some(RatedArticle {
        file: document.file.clone(),
        characters: text.chars() as u64,
        ratings: rate(document, &marks, &rated, raters.len(), &ranges),
        matches,
        confusion,
        units: units(text, &marks, block_of),
        disorders: disorders(&document.file, &marks, sampling.articles, block_of),
        labels: marks.labels,
        raters: rated,
    })
}

/// The stretches of an article that are drawn as a whole, in bytes.
fn blocks_of(document: &Document, unit: ResamplingUnit) -> Vec<Range<usize>> {
    let text = &document.text;
    match unit {
        ResamplingUnit::Article => std::iter::once(0..text.end().get()).collect(),
        ResamplingUnit::Paragraph => {
            let starts = (0..text.paragraph_count()).map(|n| text.paragraph(n).start.get());
            let mut starts: Vec<usize> = starts.chain([0, text.end().get()]).collect();
            starts.sort_unstable();
            starts.dedup();
            starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
        }
    }
}

/// Of each annotator the annotations of each label, by number.
fn by_label<'s>(marks: &ArticleMarks<'s>) -> Vec<Vec<Vec<&'s Arc<Annotation>>>> {
    let of_rater = |rater| {
        let of_label = |label| marks.of_label(rater, label).map(|mark| mark.annotation).collect();
        (0..marks.labels.len()).map(of_label).collect()
    };
    (0..marks.raters.len()).map(of_rater).collect()
}

/// The work of some annotators, article by article.
#[derive(Clone, Debug)]
pub struct Study {
    pub(super) raters: Vec<Annotator>,
    pub(super) sampling: Sampling,
    pub(super) categories: Interner<Category>,
    pub(super) patterns: Interner<Pattern>,
    pub(super) labels: Interner<LayerLabel>,
    /// Layers and labels in which units were aligned.
    pub(super) scopes: Interner<Scope>,
    /// Of each whether all of it could be.
    pub(super) aligned: Vec<bool>,
    pub(super) articles: Vec<Article>,
    pub(super) blocks: Blocks,
    /// By how many rated it: articles of as many raters, whoever they are, are one continuum.
    pub(super) continua: BTreeMap<usize, RatedContinuum>,
    pub(super) confusion: BTreeMap<(usize, usize), Confusion>,
    /// Of each annotator, how many articles are in progress and were left out.
    pub(super) left_out: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Article {
    pub(super) file: Arc<str>,
    pub(super) raters: Box<[u32]>,
    pub(super) blocks: Range<usize>,
}

/// Articles that as many annotators rated.
#[derive(Clone, Debug, Default)]
pub(super) struct RatedContinuum {
    /// Their length, in code points.
    pub(super) characters: u64,
    /// How many are so long.
    articles: BTreeMap<u64, u64>,
    /// By label, with how many of those in which it was used are so long.
    labels: BTreeMap<usize, (Continuum, BTreeMap<u64, u64>)>,
}

impl RatedContinuum {
    fn add(&mut self, characters: u64) {
        self.characters += characters;
        *self.articles.entry(characters).or_default() += 1;
    }

    fn add_units(&mut self, label: usize, units: &LabelUnits) {
        let (continuum, articles) = self.labels.entry(label).or_default();
        continuum.add(units);
        *articles.entry(units.characters()).or_default() += 1;
    }

    /// The disagreement that is to be expected of a label, where so many rated.
    pub(super) fn disagreement(&self, label: usize, raters: usize) -> f64 {
        let (mut continuum, with) = self.labels.get(&label).cloned().unwrap_or_default();
        for (characters, articles) in &self.articles {
            let bare = articles - with.get(characters).copied().unwrap_or_default();
            if bare > 0 {
                continuum.add_bare(*characters, bare, raters);
            }
        }
        continuum.disagreement(raters)
    }
}

impl Study {
    /// A study of these annotators, without articles as yet.
    #[must_use]
    pub fn new(raters: Vec<Annotator>, sampling: Sampling) -> Self {
        Self {
            left_out: vec![0; raters.len()],
            raters,
            sampling,
            categories: Interner::new(),
            patterns: Interner::new(),
            labels: Interner::new(),
            scopes: Interner::new(),
            aligned: Vec::new(),
            articles: Vec::new(),
            blocks: Blocks::default(),
            continua: BTreeMap::new(),
            confusion: BTreeMap::new(),
        }
    }

    /// Notes the annotators, by number, whose set of one article is in progress, so that it does not count.
    pub fn leave_out(&mut self, raters: &[usize]) {
        for n in raters {
            if let Some(count) = self.left_out.get_mut(*n) {
                *count += 1;
            }
        }
    }

    /// Every two annotators, by number.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let raters = self.raters.len();
        (0..raters).flat_map(|a| (a + 1..raters).map(move |b| (a, b))).collect()
    }

    /// Adds an article that was rated for the same annotators and blocks.
    pub fn add(&mut self, rated: RatedArticle) {
        let labels: Vec<usize> =
            rated.labels.iter().map(|label| self.labels.number(label) as usize).collect();
        let continuum = self.continua.entry(rated.raters.len()).or_default();
        continuum.add(rated.characters);
        for (label, units) in &rated.units {
            continuum.add_units(labels[*label], units);
        }
        for (pair, confusion) in &rated.confusion {
            let all = self.confusion.entry(*pair).or_default();
            for (labels, count) in confusion {
                match all.get_mut(labels) {
                    Some(known) => *known += count,
                    None => drop(all.insert(labels.clone(), *count)),
                }
            }
        }
        let start = self.blocks.len();
        for content in self.contents(&rated, &labels) {
            self.blocks.push(content);
        }
        self.articles.push(Article {
            file: rated.file,
            raters: rated.raters.iter().map(|rater| *rater as u32).collect(),
            blocks: start..self.blocks.len(),
        });
    }

    /// What each block of an article adds; `labels` are numbers in the study of those of the article.
    fn contents(&mut self, rated: &RatedArticle, labels: &[usize]) -> Vec<BlockContent> {
        let categories: Vec<u32> =
            rated.ratings.categories.iter().map(|category| self.categories.number(category)).collect();
        let everywhere = |pattern: &Pattern| -> Pattern {
            pattern.iter().map(|category| category.map(|n| categories[n as usize])).collect()
        };
        let patterns: Vec<u32> =
            rated.ratings.patterns.iter().map(|p| self.patterns.number(&everywhere(p))).collect();
        let raters = rated.raters.len();
        let of_amounts = |amounts: &Vec<PatternExtent>| {
            let amount = |a: &PatternExtent| PatternExtent { pattern: patterns[a.pattern as usize], ..*a };
            BlockContent { raters, amounts: amounts.iter().map(amount).collect(), ..BlockContent::default() }
        };
        let mut contents: Vec<BlockContent> = rated.ratings.blocks.iter().map(of_amounts).collect();
        let pair_of = |(a, b): (usize, usize)| a * (2 * self.raters.len() - a - 1) / 2 + b - a - 1;
        for matched in &rated.matches {
            if let Some(block) = contents.get_mut(matched.block) {
                block.matches.push((pair_of(matched.pair), labels[matched.label], matched.counts));
            }
        }
        for (block, content) in contents.iter_mut().enumerate() {
            let own = rated.units.iter().map(|(label, units)| (labels[*label], units.observed(block)));
            content.differences.extend(own.filter(|(_, difference)| *difference > 0.0));
        }
        for (scope, by_block) in &rated.disorders {
            let number = self.scopes.number(scope) as usize;
            self.aligned.resize(self.scopes.all().len(), true);
            self.aligned[number] &= by_block.is_some();
            for (block, disorder) in by_block.iter().flatten() {
                if let Some(content) = contents.get_mut(*block) {
                    content.disorders.push((number, *disorder));
                }
            }
        }
        contents
    }
}
