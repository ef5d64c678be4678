//! The list of claims or of groups of them: a line each.

use egui::{ScrollArea, Ui};

use super::known::Known;
use super::open;
use crate::analysis::BoardEntry;
use crate::ui::two_line_row::TwoLineRow;
use crate::ui::{Drawing, access};
use crate::words::say;

/// Height of a line: what is said over who says it.
const LINE: f32 = 46.0;

/// Where one is in the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) current: usize,
    pub(super) moved: bool,
    /// Whether each line is a claim, and not a group.
    pub(super) is_list: bool,
}

/// Draws the lines; says which was gone to.
pub(super) fn show(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    known: &Known,
    lines: &[(usize, usize)],
    place: Place,
) -> Option<usize> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut gone_to = None;
    let mut area = ScrollArea::vertical().id_salt("claim-lines").auto_shrink(false);
    if place.moved {
        let top = place.current as f32 * LINE - ui.available_height() / 2.0;
        area = area.vertical_scroll_offset(top.max(0.0));
    }
    area.show_rows(ui, LINE, lines.len(), |ui, range| {
        for number in range {
            let (at, cluster) = lines[number];
            let entry = &known.board.entries()[at];
            let below = if place.is_list { who(drawing, known, at) } else { known.about[cluster].clone() };
            let is_contradicted = known.clusters[cluster].is_contradicted();
            let row = line(ui, drawing, entry, (&below, is_contradicted), number == place.current);
            access::position(&row, number, lines.len());
            if row.clicked() {
                gone_to = Some(number);
            }
            if row.double_clicked() {
                open(drawing, entry);
            }
        }
    });
    gone_to
}

/// Who says it, where.
fn who(drawing: &Drawing<'_>, known: &Known, at: usize) -> String {
    let entry = &known.board.entries()[at];
    let name = drawing.session.schema().name_of_label(&entry.label);
    let name = match &known.claimers[at] {
        Some(claimer) => say!("claims-by-claimer", label = name, claimer = &**claimer),
        None => name,
    };
    format!("{name} · {} · {}", entry.key.file, drawing.session.called(&entry.key.annotator))
}

/// One line: what is said, and below it who says it or what it is a group of.
fn line(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    entry: &BoardEntry,
    (below, is_contradicted): (&str, bool),
    current: bool,
) -> egui::Response {
    let Drawing { session, theme, .. } = *drawing;
    let row = TwoLineRow {
        label: session.schema().label(&entry.label),
        upper: &entry.quote,
        lower: below,
        lower_color: is_contradicted.then_some(theme.danger),
        is_current: current,
        height: LINE,
    };
    row.show(ui, drawing)
}
