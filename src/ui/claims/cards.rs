//! The sentences of a group beside each other, each with who says it, and how it stands to the others.

use egui::{Frame, Margin, Response, Sense, Stroke, Ui, UiBuilder};

use super::known::Known;
use super::rows::MeasuredRows;
use crate::analysis::{Board, BoardEntry, BoardLink, Cluster, is_refutation};
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, access, label_bar, menu};
use crate::words::{say, text};

/// The narrowest card; where two have room, they stand beside each other.
const CARD: f32 = 250.0;
/// Links that a card tells; of more only how many there are.
const TOLD_LINKS: usize = 6;

/// The cards, and how high each row of them is.
#[derive(Debug, Default)]
pub(super) struct Cards {
    rows: MeasuredRows,
    /// The first claim of the group they were made of.
    of: Option<usize>,
}

impl Cards {
    /// Draws them; gives the claim that was clicked.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        known: &Known,
        (current, cluster): (usize, &Cluster),
    ) -> Option<usize> {
        let all = &cluster.entries;
        if self.of.replace(all[0]) != Some(all[0]) {
            self.rows = MeasuredRows::default();
        }
        let count = ((ui.available_width() / CARD) as usize).clamp(1, 3).min(all.len());
        let mut gone_to = None;
        self.rows.show(ui, all.len().div_ceil(count), |ui, row| {
            ui.columns(count, |columns| {
                let here = all.iter().enumerate().skip(row * count).take(count);
                for (column, (number, at)) in columns.iter_mut().zip(here) {
                    let card = card(column, drawing, known, (*at, cluster), current);
                    access::position(&card, number, all.len());
                    if card.clicked() {
                        gone_to = Some(*at);
                    }
                }
            });
        });
        gone_to
    }
}

/// One claim, to be clicked: who says it, the sentence, where, and its links.
fn card(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    known: &Known,
    (at, cluster): (usize, &Cluster),
    current: usize,
) -> Response {
    let Drawing { session, theme, .. } = *drawing;
    let is_current = at == current && cluster.entries.len() > 1;
    let entry = &known.board.entries()[at];
    let line = if is_current { Stroke::new(1.5, theme.accent) } else { Stroke::NONE };
    let frame = Frame::new().fill(theme.panel).stroke(line).corner_radius(size::RADIUS);
    // Made before what is in it, so that its button is above it.
    let builder = UiBuilder::new().sense(Sense::click()).id_salt(("card", at));
    let drawn = ui.scope_builder(builder, |ui| {
        frame.inner_margin(Margin::same(8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            let schema = session.schema();
            ui.horizontal(|ui| {
                if let Some(label) = schema.label(&entry.label) {
                    label_bar::swatch(ui, label, theme);
                }
                let who = known.claimers[at].as_deref().unwrap_or(text("claims-nobody-named"));
                let width = ui.available_width();
                drawing.ink.label(ui, who, LabelStyle::semi_bold(size::TEXT, theme.text), width);
            });
            let width = ui.available_width();
            drawing.ink.paragraph(
                ui,
                &entry.sentence,
                LabelStyle::regular(size::TEXT + 1.0, theme.text),
                width,
            );
            let day = known.claimed[at].map(|(y, m, d)| format!(" · {y}-{m:02}-{d:02}")).unwrap_or_default();
            let language =
                entry.language.as_deref().map(|language| format!(" · {language}")).unwrap_or_default();
            let place = format!("{} · {}{language}{day}", schema.name_of_label(&entry.label), entry.key.file);
            drawing.ink.paragraph(ui, &place, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
            links(ui, drawing, &known.board, at);
            ui.add_space(size::HALF);
            buttons(ui, drawing, known, (at, cluster), current);
        })
    });
    let who = known.claimers[at].as_deref().unwrap_or_default();
    access::option(&drawn.response, &format!("{who}, {}", entry.quote), is_current);
    ui.add_space(size::STEP);
    drawn.response
}

/// What opens a claim in the text, alone or with another of its group in an article beside it.
fn buttons(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    known: &Known,
    (at, cluster): (usize, &Cluster),
    current: usize,
) {
    let entry = &known.board.entries()[at];
    ui.horizontal_wrapped(|ui| {
        let open = ui.button(text("claims-open"));
        menu::named(&open, &say!("claims-open-file", file = &*entry.key.file));
        if open.clicked() {
            super::open(drawing, entry);
        }
        let Some(pair) = super::pair(known, cluster, (current, at)) else { return };
        let [one, other] = pair.map(|at| &known.board.entries()[at]);
        let both = ui.button(text("claims-open-both")).on_hover_text(text("claims-open-both-tip"));
        let (first, second) = (&*one.key.file, &*other.key.file);
        menu::named(&both, &say!("claims-open-both-files", first = first, second = second));
        if both.clicked() {
            super::open_both(drawing, [one, other]);
        }
    });
}

/// How a claim stands to others, as far as it is told.
fn links(ui: &mut Ui, drawing: &mut Drawing<'_>, board: &Board, at: usize) {
    let theme = drawing.theme;
    let (entry, all) = (&board.entries()[at], board.links_of(at));
    let width = ui.available_width();
    for link in all.iter().take(TOLD_LINKS).map(|link| &board.links()[*link]) {
        if let Some((reading, other)) = seen_from(drawing, board, link, entry) {
            let color = if is_refutation(&link.label) { theme.danger } else { theme.text };
            let text = format!("{reading} {}", crate::text::shortened(&other.quote, 60));
            drawing.ink.paragraph(ui, &text, LabelStyle::regular(size::SMALL_TEXT, color), width);
        }
    }
    if all.len() > TOLD_LINKS {
        let more = say!("claims-more-links", count = all.len() - TOLD_LINKS);
        drawing.ink.label(ui, &more, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
    }
}

/// What a link says from one of its ends, and the other end.
fn seen_from<'b>(
    drawing: &Drawing<'_>,
    board: &'b Board,
    link: &BoardLink,
    entry: &BoardEntry,
) -> Option<(String, &'b BoardEntry)> {
    let schema = drawing.session.schema();
    let name = schema.name_of_relation(&link.label);
    let is_symmetric = schema.relation(&link.label).is_some_and(|spec| spec.symmetric);
    if link.from == entry.key {
        let reading = if is_symmetric { name.to_owned() } else { format!("→ {name}") };
        return Some((reading, board.entry(&link.to)?));
    }
    let reading = if is_symmetric { name.to_owned() } else { format!("← {name}") };
    (link.to == entry.key).then_some(())?;
    Some((reading, board.entry(&link.from)?))
}
