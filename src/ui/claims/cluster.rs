//! One group of claims: who said it first, and one of several ways to look at it.

use egui::{RichText, Ui};

use super::cards::Cards;
use super::figures::FiguresTable;
use super::known::Known;
use super::picture::Picture;
use crate::analysis::Cluster;
use crate::ui::links::SuggestedLinks;
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, fonts};
use crate::words::{say, text};

/// What is shown of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// Its sentences beside each other.
    #[default]
    Sentences,
    /// Its claims as cards with lines between.
    Picture,
    /// Numbers and days that they name, set against each other.
    Figures,
    /// What the chosen claim may be linked with.
    Suggested,
}

impl Part {
    /// All, each with its message.
    const ALL: [(Self, &'static str); 4] = [
        (Self::Sentences, "claims-part-sentences"),
        (Self::Picture, "claims-part-picture"),
        (Self::Figures, "claims-part-figures"),
        (Self::Suggested, "links-suggested"),
    ];
}

/// The group with what is only of it.
#[derive(Default)]
pub(super) struct ClusterPanel {
    part: Part,
    cards: Cards,
    picture: Picture,
    figures: FiguresTable,
    suggested: SuggestedLinks,
}

impl ClusterPanel {
    /// Shows the part after this one, or before it.
    pub(super) fn step(&mut self, by: isize) {
        let at = Part::ALL.iter().position(|(part, _)| *part == self.part).unwrap_or_default();
        let next = at.saturating_add_signed(by).min(Part::ALL.len() - 1);
        self.part = Part::ALL[next].0;
    }

    /// Whether arrows and Enter are those of the suggested links.
    pub(super) fn is_suggesting(&self) -> bool {
        self.part == Part::Suggested
    }

    /// Draws the group of a claim; gives the claim that was gone to.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        known: &Known,
        (at, number): (usize, usize),
    ) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = size::HALF;
        let cluster = &known.clusters[number];
        head(ui, drawing, known, cluster);
        ui.horizontal_wrapped(|ui| {
            for (part, name) in Part::ALL {
                ui.selectable_value(&mut self.part, part, text(name)).on_hover_text("← →");
            }
        });
        ui.add_space(2.0);
        match self.part {
            Part::Sentences => self.cards.show(ui, drawing, known, (at, cluster)),
            Part::Picture => self.picture.show(ui, drawing, known, (at, cluster)),
            Part::Figures => self.figures.show(ui, drawing, known, (at, cluster)),
            Part::Suggested => {
                self.suggestions(ui, drawing, known, at);
                None
            }
        }
    }

    fn suggestions(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, known: &Known, at: usize) {
        let theme = drawing.theme;
        let entry = &known.board.entries()[at];
        let (words, width) = (say!("claims-suggested-for", quote = &*entry.quote), ui.available_width());
        drawing.ink.label(ui, &words, LabelStyle::semi_bold(size::TEXT, theme.text), width);
        let keys = text("claims-suggested-keys");
        drawing.ink.paragraph(ui, keys, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
        let has_keys = !ui.ctx().text_edit_focused() && !egui::Popup::is_any_open(ui.ctx());
        egui::ScrollArea::vertical().id_salt("suggested").auto_shrink(false).show(ui, |ui| {
            // What it goes to in the text closes this page by itself.
            let _ = self.suggested.show(ui, drawing, &entry.key, has_keys);
        });
    }
}

/// What the group is, how it stands, and who said it first.
fn head(ui: &mut Ui, drawing: &mut Drawing<'_>, known: &Known, cluster: &Cluster) {
    let theme = drawing.theme;
    let title = match cluster.entries.len() {
        1 => text("claims-group-single").to_owned(),
        claims => {
            let links = say!("count-links", count = cluster.links.len());
            format!("{}, {links}", say!("count-claims", count = claims))
        }
    };
    ui.label(RichText::new(title).family(fonts::strong()).size(size::TEXT));
    if cluster.is_contradicted() {
        let text = say!("claims-group-contradicted", count = cluster.refutations);
        ui.colored_label(theme.danger, text);
    } else if cluster.has_one_source() && cluster.entries.len() > 1 {
        ui.colored_label(theme.warning, text("claims-one-source"));
    }
    let mut days: Vec<_> = cluster.entries.iter().filter_map(|at| Some((known.claimed[*at]?, *at))).collect();
    days.sort_unstable();
    let first = match days.first() {
        Some(((year, month, day), at)) => {
            let entry = &known.board.entries()[*at];
            let who = known.source(*at);
            let (file, day) = (&*entry.key.file, format!("{year}-{month:02}-{day:02}"));
            match cluster.entries.len() - days.len() {
                0 => say!("claims-said-first", who = &*who, day = day, file = file),
                count => {
                    say!("claims-said-first-of-some", who = &*who, day = day, file = file, count = count)
                }
            }
        }
        None => text("claims-said-first-unknown").to_owned(),
    };
    let width = ui.available_width();
    drawing.ink.paragraph(ui, &first, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
}
