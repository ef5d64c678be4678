//! One group of claims: who said it first, and the sentences beside each other, each with how it stands to the others.

use egui::{Frame, Margin, RichText, Ui};

use crate::analysis::{Board, BoardEntry, BoardLink, Cluster, counted, is_refutation, said_on};
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, fonts, label_bar};

/// The narrowest card; where two have room, they stand beside each other.
const CARD: f32 = 250.0;

/// Draws it.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>, board: &Board, cluster: &Cluster) {
    let theme = drawing.theme;
    ui.spacing_mut().item_spacing.y = size::HALF;
    let title = match cluster.entries.len() {
        1 => "One claim, without links".to_owned(),
        claims => format!("{}, {}", counted(claims, "claim"), counted(cluster.links.len(), "link")),
    };
    ui.label(RichText::new(title).family(fonts::strong()).size(size::TEXT));
    if cluster.is_contradicted() {
        let text = format!("Contradicted: {} in it", counted(cluster.refutations, "refutation"));
        ui.colored_label(theme.danger, text);
    } else if cluster.has_one_source() && cluster.entries.len() > 1 {
        ui.colored_label(theme.warning, "One source only");
    }
    first(ui, drawing, board, cluster);
    ui.add_space(size::HALF);
    let columns = ((ui.available_width() / CARD) as usize).clamp(1, 3).min(cluster.entries.len());
    ui.columns(columns, |columns| {
        let count = columns.len();
        for (number, at) in cluster.entries.iter().enumerate() {
            card(&mut columns[number % count], drawing, board, (*at, cluster));
        }
    });
}

/// Who said it first, where days are known.
fn first(ui: &mut Ui, drawing: &mut Drawing<'_>, board: &Board, cluster: &Cluster) {
    let theme = drawing.theme;
    let days = board.in_time(cluster);
    let text = match days.first() {
        Some(((year, month, day), at)) => {
            let entry = &board.entries()[*at];
            let who = entry.claimer();
            let who =
                who.map_or_else(|| entry.key.file.to_string(), |who| drawing.session.name_of_entity(who));
            let unknown = cluster.entries.len() - days.len();
            let rest =
                if unknown == 0 { String::new() } else { format!(" (of {unknown} the day is not known)") };
            format!("Said first by {who} on {year}-{month:02}-{day:02}, in {}{rest}", entry.key.file)
        }
        None => "Who said it first is not known: give the claims a time, as 2026-01-31".to_owned(),
    };
    let width = ui.available_width();
    drawing.ink.paragraph(ui, &text, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
}

/// One claim: who says it, the sentence, where, and its links.
fn card(ui: &mut Ui, drawing: &mut Drawing<'_>, board: &Board, (at, cluster): (usize, &Cluster)) {
    let Drawing { session, theme, .. } = *drawing;
    let entry = &board.entries()[at];
    let frame = Frame::new().fill(theme.panel).corner_radius(size::RADIUS).inner_margin(Margin::same(8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let schema = session.schema();
        ui.horizontal(|ui| {
            if let Some(label) = schema.label(&entry.label) {
                label_bar::swatch(ui, label, theme);
            }
            let who = entry.claimer();
            let who = who.map_or_else(|| "Nobody named".to_owned(), |who| session.name_of_entity(who));
            let width = ui.available_width();
            drawing.ink.label(ui, &who, LabelStyle::semi_bold(size::TEXT, theme.text), width);
        });
        let width = ui.available_width();
        drawing.ink.paragraph(ui, &entry.sentence, LabelStyle::regular(size::TEXT + 1.0, theme.text), width);
        let day = said_on(entry).map(|(y, m, d)| format!(" · {y}-{m:02}-{d:02}")).unwrap_or_default();
        let language = entry.language.as_deref().map(|language| format!(" · {language}")).unwrap_or_default();
        let place = format!("{} · {}{language}{day}", schema.name_of_label(&entry.label), entry.key.file);
        drawing.ink.paragraph(ui, &place, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
        for link in cluster.links.iter().map(|at| &board.links()[*at]) {
            if let Some((reading, other)) = seen_from(drawing, board, link, entry) {
                let color = if is_refutation(&link.label) { theme.danger } else { theme.text };
                let text = format!("{reading} {}", crate::text::shortened(&other.quote, 60));
                drawing.ink.paragraph(ui, &text, LabelStyle::regular(size::SMALL_TEXT, color), width);
            }
        }
        ui.add_space(size::HALF);
        let button = ui.horizontal(|ui| ui.button("Open in the text")).inner;
        crate::ui::menu::named(&button, &format!("Open {} in the text", entry.key.file));
        if button.clicked() {
            super::open(drawing, entry);
        }
    });
    ui.add_space(size::STEP);
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
