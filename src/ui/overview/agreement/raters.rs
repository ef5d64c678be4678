//! On whose work the figures rest: articles by how many have finished them, and whose unfinished ones are left out.

use std::collections::BTreeMap;

use egui::{RichText, Ui};

use crate::analysis::agreement::Report;
use crate::session::{AgreementCommand, ReviewCommand};
use crate::ui::Drawing;
use crate::ui::theme::size;
use crate::words::say;

/// Draws a line of articles by raters, and a box for whoever has some in progress.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>, report: &Report) {
    let theme = drawing.theme;
    let mut by_raters: BTreeMap<usize, usize> = BTreeMap::new();
    report.articles.iter().for_each(|article| *by_raters.entry(article.raters.len()).or_default() += 1);
    let told: Vec<String> = by_raters
        .iter()
        .map(|(raters, articles)| say!("overview-finished-by", articles = *articles, annotators = *raters))
        .collect();
    if !told.is_empty() {
        let text = say!("overview-finished", parts = told.join(", "));
        ui.label(RichText::new(text).color(theme.quiet).size(size::SMALL_TEXT));
    }
    let mut unfinished: Vec<(String, usize)> =
        (0..report.annotators.len()).map(|n| (drawing.session.called(&report.annotators[n]), n)).collect();
    unfinished.sort();
    for (name, n) in unfinished {
        let annotator = &report.annotators[n];
        let left_out = report.left_out.get(n).copied().unwrap_or_default();
        let mut counts = drawing.session.counts_unfinished(annotator);
        if left_out == 0 && !counts {
            continue;
        }
        let told = if counts {
            say!("review-unfinished-counts", name = name)
        } else {
            say!("review-unfinished-left-out", name = name, count = left_out)
        };
        let text = RichText::new(told).color(theme.quiet).size(size::SMALL_TEXT);
        if ui.checkbox(&mut counts, text).changed() {
            drawing.out.run(ReviewCommand::CountUnfinished(annotator.clone(), counts));
            drawing.out.run(AgreementCommand::AskAgreement(Vec::new()));
        }
    }
}
