//! Agreement as others read it: as JSON, and as tables for spreadsheets.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::analysis::agreement::{ArticleAgreement, Figure, Report, ResamplingUnit, Scope};
use crate::format::answer::{AgreementAnswer, ArticleAgreementAnswer, FigureAnswer};
use crate::format::exchange::FormatId;
use crate::format::{Issue, agreement_tables};
use crate::store::Sink;

/// What a study says, by `names` of the annotators in the order of the report.
#[must_use]
pub fn answer(report: &Report, names: &[String], issues: &[Issue]) -> AgreementAnswer {
    let named = |numbers: &mut dyn Iterator<Item = usize>| -> Vec<String> {
        numbers.filter_map(|n| names.get(n).cloned()).collect()
    };
    let everybody = || 0..report.annotators.len();
    let figure = |figure: &Figure| {
        let (scope, kind, label) = match &figure.scope {
            Scope::All => ("all", None, None),
            Scope::Layer(kind) => ("layer", Some(*kind), None),
            Scope::Label(label) => ("label", Some(label.kind), Some(label.label.to_string())),
        };
        FigureAnswer {
            scope: scope.to_owned(),
            kind: kind.map(|kind| kind.name().to_owned()),
            label,
            measure: figure.measure.name().to_owned(),
            basis: figure.basis.name().to_owned(),
            annotators: match figure.pair {
                Some((a, b)) => named(&mut [a, b].into_iter()),
                None => named(&mut everybody()),
            },
            items: figure.items,
            value: figure.value,
            low: figure.interval.map(|(low, _)| low),
            high: figure.interval.map(|(_, high)| high),
            meaning: figure.explanation(),
        }
    };
    let article = |article: &ArticleAgreement| ArticleAgreementAnswer {
        file: article.file.to_string(),
        annotators: named(&mut article.raters.iter().copied()),
        tokens: article.tokens,
        observed: article.observed,
        alpha: article.alpha,
        exact_f1: article.exact_f1,
    };
    let samples_of = match report.resampling_unit {
        ResamplingUnit::Article => "articles",
        ResamplingUnit::Paragraph => "paragraphs",
    };
    AgreementAnswer {
        annotators: named(&mut everybody()),
        left_out: left_out(report, names),
        articles_by_raters: by_raters(report),
        samples_of: samples_of.to_owned(),
        figures: report.figures.iter().map(figure).collect(),
        articles: report.articles.iter().map(article).collect(),
        issues: issues.iter().map(Into::into).collect(),
    }
}

/// How many articles so many have finished.
#[must_use]
pub fn by_raters(report: &Report) -> BTreeMap<usize, usize> {
    let mut counts = BTreeMap::new();
    report.articles.iter().for_each(|article| *counts.entry(article.raters.len()).or_default() += 1);
    counts
}

/// Whose articles in progress were left out, and how many.
#[must_use]
pub fn left_out(report: &Report, names: &[String]) -> BTreeMap<String, usize> {
    let all = names.iter().zip(&report.left_out).filter(|(_, count)| **count > 0);
    all.map(|(annotator, count)| (annotator.clone(), *count)).collect()
}

/// Writes the tables of an answer into `folder`, which is made, and must not lie among the articles of `root`; gives the files.
///
/// # Errors
/// When one cannot be written; the folder is then as it was.
pub fn write_tables(root: &Path, folder: &Path, answer: &AgreementAnswer) -> anyhow::Result<Vec<PathBuf>> {
    let mut sink = Sink::create(root, folder)?;
    for (name, bytes) in agreement_tables(answer) {
        sink.whole(name, &bytes)?;
    }
    let files = sink.finish(FormatId::JSONL.format(), &|| true)?;
    Ok(files.into_iter().map(|name| folder.join(name)).collect())
}
