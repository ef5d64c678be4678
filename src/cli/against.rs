//! `tippani agreement --against`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::visible;
use crate::analysis::agreement::{Against, LayerLabel, Score, wilson};
use crate::analysis::counted;
use crate::format::Issue;
use crate::format::answer::{AgainstAnswer, AnnotatorScoreAnswer, ScoreAnswer};
use crate::model::Annotator;

pub(super) fn text(reference: &Annotator, all: &[(Annotator, Against)]) -> String {
    let mut out = format!("Against {reference}; precision and recall by the same edges and label\n");
    for (annotator, against) in all {
        let total = against.total();
        let articles = counted(against.articles, "article");
        let _ = writeln!(out, "\n{annotator}: {articles}, {} annotations of {}", total.own, total.reference);
        let _ =
            writeln!(out, "{:>9}  {:13}  {:>9}  {:13}  {:>9}  Label", "precision", "", "recall", "", "F₁");
        line(&mut out, "all", &total);
        for (label, score) in &against.scores {
            line(&mut out, &visible(&label.label), score);
        }
        for (language, score) in against.by_language.iter().filter(|_| against.by_language.len() > 1) {
            line(&mut out, &format!("in {}", visible(language)), score);
        }
        for (week, score) in against.by_week.iter().filter(|_| against.by_week.len() > 1) {
            line(&mut out, &format!("week {week}"), score);
        }
        let differences = against.differences.iter().map(|(kind, count)| format!("{count} {kind}"));
        let told: Vec<String> = differences.collect();
        let told = if told.is_empty() { "nothing differs".to_owned() } else { told.join(", ") };
        let _ = writeln!(out, "           {told}");
    }
    out
}

fn line(out: &mut String, label: &str, score: &Score) {
    let cell = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
    let range = |interval: Option<(f64, f64)>| {
        interval.map(|(low, high)| format!("{low:.2} … {high:.2}")).unwrap_or_default()
    };
    let (precision, recall, f1) = (cell(score.precision()), cell(score.recall()), cell(score.f1()));
    let (own, of_reference) =
        (range(wilson(score.exact, score.own)), range(wilson(score.exact, score.reference)));
    let _ = writeln!(out, "{precision:>9}  {own:13}  {recall:>9}  {of_reference:13}  {f1:>9}  {label}");
}

pub(super) fn answer(reference: &Annotator, all: &[(Annotator, Against)], issues: &[Issue]) -> AgainstAnswer {
    let annotator = |(annotator, against): &(Annotator, Against)| {
        let single = against.scores.iter().map(|(label, score)| score_answer(Some(label), score));
        AnnotatorScoreAnswer {
            annotator: annotator.to_string(),
            articles: against.articles,
            scores: std::iter::once(score_answer(None, &against.total())).chain(single).collect(),
            by_language: named(&against.by_language),
            by_week: named(&against.by_week),
            differences: against
                .differences
                .iter()
                .map(|(kind, count)| (kind.name().to_owned(), *count))
                .collect(),
        }
    };
    AgainstAnswer {
        reference: reference.to_string(),
        annotators: all.iter().map(annotator).collect(),
        issues: issues.iter().map(Into::into).collect(),
    }
}

fn named(all: &BTreeMap<Arc<str>, Score>) -> BTreeMap<String, ScoreAnswer> {
    all.iter().map(|(name, score)| (name.to_string(), score_answer(None, score))).collect()
}

fn score_answer(label: Option<&LayerLabel>, score: &Score) -> ScoreAnswer {
    ScoreAnswer {
        kind: label.map(|label| label.kind.name().to_owned()),
        label: label.map(|label| label.label.to_string()),
        annotations: score.own,
        reference: score.reference,
        exact: score.exact,
        overlapping: score.overlapping,
        precision: score.precision(),
        precision_interval: wilson(score.exact, score.own).map(|(low, high)| [low, high]),
        recall: score.recall(),
        recall_interval: wilson(score.exact, score.reference).map(|(low, high)| [low, high]),
        f1: score.f1(),
    }
}
