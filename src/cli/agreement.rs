//! `tippani agreement`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::report::{print_report, with_workspace};
use super::{against, annotator, code, visible};
use crate::analysis::agreement::{Basis, Figure, Measure, Report, ResamplingUnit, Scope};
use crate::analysis::counted;
use crate::format::answer;
use crate::jobs::{self, figures, study};
use crate::model::Annotator;

/// So many articles are listed, the worst first.
const LISTED: usize = 10;

/// What `tippani agreement` is given.
#[derive(Debug, Args)]
pub(super) struct AgreementArgs {
    /// The folder of articles, or one article
    path: PathBuf,
    /// Whose work to compare, two or more; everybody's when left out
    #[arg(long = "annotator", value_parser = annotator)]
    annotators: Vec<Annotator>,
    /// Whose sets count although they are in progress
    #[arg(long = "unfinished", value_name = "NAME", value_parser = annotator, conflicts_with = "against")]
    unfinished: Vec<Annotator>,
    /// Holds each annotator against this set instead, such as gold: precision, recall and F₁
    #[arg(long, value_parser = annotator)]
    against: Option<Annotator>,
    /// The figures as tables too, agreement.csv and agreement-articles.csv, in this folder, made where it is not there
    #[arg(long, value_name = "FOLDER", conflicts_with = "against")]
    csv: Option<PathBuf>,
    /// For machines: schemas/answers/agreement.schema.json, or against.schema.json
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &AgreementArgs) -> anyhow::Result<ExitCode> {
    if let Some(reference) = &args.against {
        return run_against(args, reference);
    }
    let (root, (report, issues)) = with_workspace(&args.path, "Comparing", |found, cancel, progress| {
        let model = jobs::unread(&found);
        let figures = study::agreement_with(&model, &args.annotators, &args.unfinished, cancel, progress)?;
        Ok((found.root, figures))
    })?;
    let answer = figures::answer(&report, &names(&report, 0..report.annotators.len()), &issues);
    let written = match &args.csv {
        Some(folder) => figures::write_tables(&root, folder, &answer)?,
        None => Vec::new(),
    };
    let words = || {
        let mut out = text(&report);
        for file in &written {
            let _ = writeln!(out, "Saved {}", visible(&file.display().to_string()));
        }
        out
    };
    print_report(args.json, &issues, || answer::json(&answer), words)?;
    Ok(code(!issues.is_empty()))
}

fn run_against(args: &AgreementArgs, reference: &Annotator) -> anyhow::Result<ExitCode> {
    let (all, issues) = with_workspace(&args.path, "Comparing", |found, cancel, progress| {
        study::against(&jobs::unread(&found), reference, &args.annotators, cancel, progress)
    })?;
    let answer = || against::answer(reference, &all, &issues);
    print_report(args.json, &issues, || answer::json(&answer()), || against::text(reference, &all))?;
    Ok(code(!issues.is_empty()))
}

fn names(report: &Report, numbers: impl IntoIterator<Item = usize>) -> Vec<String> {
    numbers.into_iter().filter_map(|n| report.annotators.get(n)).map(ToString::to_string).collect()
}

fn text(report: &Report) -> String {
    let everybody = names(report, 0..report.annotators.len()).join(", ");
    let mut out = format!("{} of {everybody}\n", counted(report.articles.len(), "article"));
    let by_raters = figures::by_raters(report);
    if by_raters.len() > 1 {
        let told = by_raters.iter().map(|(raters, articles)| format!("{articles} by {raters} of them"));
        let _ = writeln!(out, "Finished: {}", told.collect::<Vec<_>>().join(", "));
    }
    let left_out = figures::left_out(report, &names(report, 0..report.annotators.len()));
    if !left_out.is_empty() {
        let told =
            left_out.iter().map(|(who, articles)| format!("{} of {who}", counted(*articles, "article")));
        let _ = writeln!(out, "In progress, and left out: {}", told.collect::<Vec<_>>().join(", "));
    }
    if report.articles.is_empty() {
        out.push_str("No article was rated by two of them, so there is nothing to compare.\n");
        return out;
    }
    let blocks = if report.resampling_unit == ResamplingUnit::Article { "articles" } else { "paragraphs" };
    let _ = writeln!(
        out,
        "Intervals: 95 of 100 samples of these {blocks}. Tokens are words and signs (UAX #29; hyphenated names, abbreviations and addresses whole)."
    );
    let mut scope = None;
    // Characters are for machines: they say much the same as tokens.
    let told = |figure: &&Figure| {
        (figure.basis != Basis::Character || figure.measure == Measure::AlphaUnitized)
            && !matches!(figure.scope, Scope::Label(_))
    };
    for figure in report.figures.iter().filter(told) {
        if scope != Some(&figure.scope) {
            scope = Some(&figure.scope);
            let _ = writeln!(out, "\n{}", visible(&figure.scope.to_string()));
        }
        let (value, range) = (cell(figure.value), figure.range().unwrap_or_default());
        let items = counted(usize::try_from(figure.items).unwrap_or(usize::MAX), figure.basis.name());
        let of = figure.pair.map(|(a, b)| format!(", {}", names(report, [a, b]).join(" and ")));
        let of = of.filter(|_| report.annotators.len() > 2).unwrap_or_default();
        let (measure, meaning) = (figure.measure, figure.explanation());
        let _ = writeln!(out, "{value:>8}  {range:<13}  {items:>16}  {measure}{of}: {meaning}");
    }
    labels(report, &mut out);
    let _ = writeln!(out, "\n{:>8}  {:>8}  {:>8}  Article, the worst first", "exact F₁", "α", "observed");
    for article in report.articles.iter().take(LISTED) {
        let (f1, alpha, observed) = (cell(article.exact_f1), cell(article.alpha), cell(article.observed));
        let _ = writeln!(out, "{f1:>8}  {alpha:>8}  {observed:>8}  {}", visible(&article.file));
    }
    if report.articles.len() > LISTED {
        let _ = writeln!(out, "{:>30}and {} more", "", report.articles.len() - LISTED);
    }
    out
}

fn cell(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"))
}

/// One line for each label; F₁ is that of the two who agree least.
fn labels(report: &Report, out: &mut String) {
    let _ = writeln!(
        out,
        "\n{:>8}  {:13}  {:>8}  {:>8}  {:>8}  {:>10}  {:>6}  Label",
        "α", "", "αᵤ", "γ", "exact F₁", "overlap F₁", "spans"
    );
    let cell = |figure: Option<&Figure>| cell(figure.and_then(|figure| figure.value));
    for label in report.by_label() {
        let _ = writeln!(
            out,
            "{:>8}  {:13}  {:>8}  {:>8}  {:>8}  {:>10}  {:>6}  {}",
            cell(label.alpha),
            label.alpha.and_then(Figure::range).unwrap_or_default(),
            cell(label.unitized),
            cell(label.gamma),
            cell(label.exact_f1),
            cell(label.overlap_f1),
            label.spans,
            visible(&label.label.label)
        );
    }
}
