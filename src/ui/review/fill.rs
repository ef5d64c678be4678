//! Filling the gold set of the open article, after a look at what that comes to.

use egui::RichText;

use crate::analysis::{EdgeChoice, FillRule, Share, counted};
use crate::session::ReviewCommand;
use crate::ui::dialog::{self, Dialog};
use crate::ui::theme::size;
use crate::ui::{Drawing, menu};

/// Edges that differ by less than this part are the same, where that is asked for.
const TOLERANCE: f64 = 0.2;

/// The dialog: by which rule.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui) struct FillDialog {
    rule: Rule,
    is_tolerant: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Rule {
    #[default]
    All,
    AtLeastTwo,
    Most,
}

impl Rule {
    const ALL: [Self; 3] = [Self::All, Self::AtLeastTwo, Self::Most];

    const fn name(self) -> &'static str {
        match self {
            Self::All => "What all say",
            Self::AtLeastTwo => "What at least two say",
            Self::Most => "What most say; ties stay open",
        }
    }
}

impl FillDialog {
    fn fill_rule(self) -> FillRule {
        let share = match self.rule {
            Rule::All => Share::All,
            Rule::AtLeastTwo => Share::AtLeast(2),
            Rule::Most => Share::Most,
        };
        let tolerance = self.is_tolerant.then_some((TOLERANCE, EdgeChoice::MostFrequent));
        FillRule { tolerance, ..FillRule::new(share) }
    }

    /// Draws the dialog; says whether it stays.
    pub(in crate::ui) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let dialog = Dialog { id: "fill", title: "Fill gold", width: size::DIALOG };
        let (stays, closes) = dialog.show(ctx, theme, |ui, _| {
            for rule in Rule::ALL {
                ui.radio_value(&mut self.rule, rule, rule.name());
            }
            ui.checkbox(&mut self.is_tolerant, "Edges that differ by less than a fifth are the same");
            let filling = session.filling(&self.fill_rule());
            let count = filling.as_ref().map_or(0, |filling| filling.taken.len());
            for (what, items) in filling.iter().flat_map(|filling| &filling.counts) {
                let text = format!("{}: {what}", counted(*items, "item"));
                ui.label(RichText::new(text).color(theme.quiet).size(size::SMALL_TEXT));
            }
            let text = "Only what nobody has decided is filled; one step of undo";
            ui.label(RichText::new(text).color(theme.quiet).size(size::SMALL_TEXT));
            dialog::buttons(ui, |ui| {
                let take = dialog::confirm(ui, &format!("Take {count}"), count > 0, theme);
                menu::named(&take, "Fill");
                if take.clicked() {
                    drawing.out.run(ReviewCommand::FillGold(Box::new(self.fill_rule())));
                }
                !ui.button("Cancel").clicked() && !take.clicked()
            })
        });
        stays && !closes
    }
}
