//! Which label one annotator gives where another gives which.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::grid::{Cell, Grid};
use crate::analysis::agreement::{LayerLabel, Report};
use crate::session::{ItemCases, ReviewCommand};
use crate::ui::Drawing;
use crate::words::{say, text};

/// Draws the matrix of two annotators: rows are the first's labels, columns the second's; a click goes through those.
pub(super) fn show(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    report: &Report,
    pair: (usize, usize),
    title: &str,
) {
    let session = drawing.session;
    let Some(confusion) = report.confusion.get(&pair) else { return };
    let all: BTreeSet<&LayerLabel> =
        confusion.keys().flat_map(|(one, other)| [one, other]).flatten().collect();
    let labels: Vec<Option<&LayerLabel>> = all.into_iter().map(Some).chain(std::iter::once(None)).collect();
    let name = |label: Option<&LayerLabel>| match label {
        Some(label) => session.schema().name_of_label(&label.label),
        None => text("overview-confusion-nothing").to_owned(),
    };
    let names: Vec<String> = labels.iter().copied().map(name).collect();
    let count = |row: usize, column: usize| {
        let key = (labels[row].cloned(), labels[column].cloned());
        confusion.get(&key).copied().unwrap_or_default()
    };
    let total = |row: usize| (0..labels.len()).map(|column| count(row, column)).sum::<u64>();
    let [one, other] = [pair.0, pair.1].map(|n| drawing.session.called(&report.annotators[n]));
    ScrollArea::horizontal().id_salt("confusion").show(ui, |ui| {
        let grid = Grid {
            id: "labels",
            name: title,
            rows: &names,
            columns: &names,
            cell: [62.0, 26.0].into(),
            chosen: None,
        };
        let clicked = grid.show(ui, drawing, |row, column| {
            let found = count(row, column);
            if found == 0 {
                return None;
            }
            let said = say!(
                "overview-confusion-said",
                one = &*one,
                label = &*names[row],
                other = &*other,
                instead = &*names[column],
                count = found
            );
            Some(Cell { part: found as f32 / total(row).max(1) as f32, text: found.to_string(), said })
        });
        if let Some((row, column)) = clicked {
            let label = |n: usize| labels[n].map(|label| Arc::clone(&label.label));
            let annotators = vec![report.annotators[pair.0].clone(), report.annotators[pair.1].clone()];
            drawing.out.run(ReviewCommand::StartReview {
                annotators,
                only: None,
                cases: Some(ItemCases::Labels([label(row), label(column)])),
            });
        }
    });
}
