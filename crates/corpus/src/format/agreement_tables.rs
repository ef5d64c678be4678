//! Agreement as tables for spreadsheets. What would begin a formula is guarded by an apostrophe.

use super::answer::AgreementAnswer;
use super::exchange::cell::guarded;

/// The files: names and bytes. One has a figure a row, the other an article a row, the worst first.
///
/// Annotators of a row are parted by `|`. A figure that is not defined is an empty cell, and `meaning` says why.
#[must_use]
pub fn agreement_tables(answer: &AgreementAnswer) -> [(&'static str, Vec<u8>); 2] {
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let mut figures = table(&[
        "scope",
        "layer",
        "label",
        "measure",
        "basis",
        "annotators",
        "items",
        "value",
        "low",
        "high",
        "meaning",
    ]);
    for figure in &answer.figures {
        let text = |text: &Option<String>| guarded(text.as_deref().unwrap_or_default()).into_owned();
        row(
            &mut figures,
            [
                figure.scope.clone(),
                text(&figure.kind),
                text(&figure.label),
                figure.measure.clone(),
                figure.basis.clone(),
                guarded(&figure.annotators.join("|")).into_owned(),
                figure.items.to_string(),
                number(figure.value),
                number(figure.low),
                number(figure.high),
                guarded(&figure.meaning).into_owned(),
            ],
        );
    }
    let mut articles = table(&["file", "annotators", "tokens", "observed", "alpha", "exact_f1"]);
    for article in &answer.articles {
        row(
            &mut articles,
            [
                guarded(&article.file).into_owned(),
                guarded(&article.annotators.join("|")).into_owned(),
                article.tokens.to_string(),
                number(article.observed),
                number(article.alpha),
                number(article.exact_f1),
            ],
        );
    }
    [
        ("agreement.csv", figures.into_inner().unwrap_or_default()),
        ("agreement-articles.csv", articles.into_inner().unwrap_or_default()),
    ]
}

type Rows = ::csv::Writer<Vec<u8>>;

fn table(columns: &[&str]) -> Rows {
    let mut rows = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = rows.write_record(columns);
    rows
}

fn row<const N: usize>(rows: &mut Rows, cells: [String; N]) {
    let _ = rows.write_record(cells);
}
