//! Filling gold sets, after a look at what that comes to: by which rule, in which articles.

use std::sync::Arc;

use egui::{ComboBox, DragValue, RichText, ScrollArea, Ui};

use super::fill_rule::{LabelRule, RuleChoice, why};
use crate::analysis::{EdgeChoice, FillRule};
use crate::model::Annotator;
use crate::session::{FillOptions, GoldPreview, ReviewCommand, Session};
use crate::ui::dialog::{self, Dialog};
use crate::ui::text_field::TextField;
use crate::ui::theme::size;
use crate::ui::{Drawing, Ink, menu};
use crate::words::{say, text};

/// Edges that differ by less than this part are the same, until another part is chosen.
const TOLERANCE: f64 = 0.2;
/// Room for what else stands in the dialog, in points.
const BESIDE_COUNTS: f32 = 460.0;

/// The dialog.
#[derive(Clone, Debug)]
pub(in crate::ui) struct FillDialog {
    rule: RuleChoice,
    least: usize,
    trusted: String,
    probability: f64,
    by_label: Vec<LabelRule>,
    tolerance: Option<f64>,
    edges: EdgeChoice,
    /// Whether only the open article is filled.
    only_here: bool,
    /// What was asked for last.
    asked: Option<FillOptions>,
}

impl FillDialog {
    /// All that annotators agree about, in all articles.
    pub(in crate::ui) fn new(session: &Session) -> Self {
        let mut names: Vec<String> = session.others().iter().map(|other| session.called(other)).collect();
        names.sort();
        Self {
            rule: RuleChoice::All,
            least: 2,
            trusted: names.join(", "),
            probability: 0.9,
            by_label: Vec::new(),
            tolerance: None,
            edges: EdgeChoice::default(),
            only_here: false,
            asked: None,
        }
    }

    /// What is asked for; or what is wrong with it.
    fn options(&self, session: &Session) -> Result<FillOptions, String> {
        let others = session.others();
        let of_name = |name: &str| -> Result<Annotator, String> {
            let found = others.iter().find(|other| session.called(other) == name);
            found.cloned().ok_or_else(|| say!("review-fill-nobody", name = name))
        };
        let names = self.trusted.split(',').map(str::trim).filter(|name| !name.is_empty());
        let trusted = match self.rule {
            RuleChoice::Trust => names.map(of_name).collect::<Result<Vec<_>, _>>()?,
            _ => Vec::new(),
        };
        let by_label = self.by_label.iter().map(|own| (own.label.clone(), own.rule.share(own.least, &[])));
        let rule = FillRule {
            share: self.rule.share(self.least, &trusted),
            by_label: by_label.collect(),
            tolerance: self.tolerance.map(|part| (part, self.edges)),
        };
        let here = session.article().map(|article| vec![article.document().file.clone()]);
        Ok(FillOptions {
            rule,
            competence: self.rule.competence().map(|kind| (kind, self.probability)),
            only: if self.only_here { here } else { None },
        })
    }

    /// Draws the dialog; says whether it stays.
    pub(in crate::ui) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let dialog = Dialog { id: "fill", title: text("review-fill-title"), width: size::DIALOG };
        let (stays, closes) = dialog.show(ctx, theme, |ui, room| {
            self.rules(ui, drawing.ink);
            self.labels(ui, session);
            self.edges(ui);
            ui.checkbox(&mut self.only_here, text("review-fill-here"));
            let problem = match self.options(session) {
                Ok(options) => {
                    if self.asked.as_ref() != Some(&options) {
                        self.asked = Some(options.clone());
                        drawing.out.run(ReviewCommand::PreviewFill(Box::new(options)));
                    }
                    None
                }
                Err(problem) => Some(problem),
            };
            ui.separator();
            let preview = session.gold_preview().filter(|gold| self.asked.as_ref() == Some(gold.how()));
            let height = (room.y - BESIDE_COUNTS).max(size::ROW * 2.0);
            match (&problem, preview) {
                (Some(problem), _) => {
                    ui.colored_label(theme.danger, problem);
                }
                (None, Some(gold)) => counts(ui, session, gold, height),
                (None, None) => {}
            }
            let hint = RichText::new(text("review-fill-undecided"));
            ui.label(hint.color(theme.quiet).size(size::SMALL_TEXT));
            dialog::buttons(ui, |ui| {
                let is_ready = problem.is_none() && preview.is_some_and(GoldPreview::does_something);
                let count = preview.map_or(0, GoldPreview::annotations);
                let take = dialog::confirm(ui, &say!("review-take-count", count = count), is_ready, theme);
                menu::named(&take, text("review-fill"));
                if take.clicked() {
                    drawing.out.run(ReviewCommand::FillAsShown);
                }
                !ui.button(text("common-cancel")).clicked() && !take.clicked()
            })
        });
        let stays = stays && !closes;
        if !stays {
            // What is to be filled is not forgotten by this.
            drawing.out.run(ReviewCommand::LeaveFill);
        }
        stays
    }

    fn rules(&mut self, ui: &mut Ui, ink: &mut Ink) {
        for rule in RuleChoice::ALL {
            ui.horizontal(|ui| {
                ui.radio_value(&mut self.rule, rule, rule.name());
                if self.rule != rule {
                    return;
                }
                match rule {
                    RuleChoice::AtLeast => {
                        let field = ui.add(DragValue::new(&mut self.least).range(1..=99));
                        menu::named(&field, text("review-fill-at-least"));
                    }
                    RuleChoice::Trust => {
                        let field = TextField::line(&mut self.trusted).width(f32::INFINITY).show(ui, ink);
                        menu::named(&field, text("review-fill-trusted"));
                    }
                    RuleChoice::Competence(_) => {
                        let field = DragValue::new(&mut self.probability).range(0.5..=1.0).speed(0.01);
                        let field = ui.add(field);
                        menu::named(&field, text("review-fill-probability"));
                    }
                    RuleChoice::All | RuleChoice::Most => {}
                }
            });
        }
    }

    /// A rule of its own for a label.
    fn labels(&mut self, ui: &mut Ui, session: &Session) {
        let mut gone = None;
        for (n, own) in self.by_label.iter_mut().enumerate() {
            ui.horizontal(|ui| {
                ui.label(session.schema().name_of_label(&own.label));
                let combo = ComboBox::from_id_salt(("label_rule", n)).selected_text(own.rule.name());
                let combo = combo.show_ui(ui, |ui| {
                    for rule in [RuleChoice::All, RuleChoice::AtLeast, RuleChoice::Most] {
                        ui.selectable_value(&mut own.rule, rule, rule.name());
                    }
                });
                menu::named(&combo.response, text("review-fill-label-rule"));
                if own.rule == RuleChoice::AtLeast {
                    ui.add(DragValue::new(&mut own.least).range(1..=99));
                }
                if ui.button(text("common-remove")).clicked() {
                    gone = Some(n);
                }
            });
        }
        if let Some(gone) = gone {
            self.by_label.remove(gone);
        }
        let known: Vec<Arc<str>> = self.by_label.iter().map(|own| own.label.clone()).collect();
        ui.menu_button(text("review-fill-another-rule"), |ui| {
            for label in session.schema().labels.iter().filter(|label| !known.contains(&label.id)) {
                if ui.button(&*label.name).clicked() {
                    self.by_label.push(LabelRule::new(label.id.clone()));
                }
            }
        });
    }

    fn edges(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let mut on = self.tolerance.is_some();
            if ui.checkbox(&mut on, text("review-fill-tolerance")).changed() {
                self.tolerance = on.then_some(TOLERANCE);
            }
            if let Some(part) = &mut self.tolerance {
                let field = ui.add(DragValue::new(part).range(0.0..=1.0).speed(0.01));
                menu::named(&field, text("review-fill-tolerance-part"));
                let name = |edges: EdgeChoice| {
                    text(match edges {
                        EdgeChoice::MostFrequent => "review-fill-edges-most-frequent",
                        EdgeChoice::Longest => "review-fill-edges-longest",
                        EdgeChoice::Shortest => "review-fill-edges-shortest",
                    })
                };
                let combo = ComboBox::from_id_salt("edges").selected_text(name(self.edges));
                let combo = combo.show_ui(ui, |ui| {
                    for edges in [EdgeChoice::MostFrequent, EdgeChoice::Longest, EdgeChoice::Shortest] {
                        ui.selectable_value(&mut self.edges, edges, name(edges));
                    }
                });
                menu::named(&combo.response, text("review-fill-edges"));
            }
        });
    }
}

/// What filling comes to: items by rule, and the links that are left out.
fn counts(ui: &mut Ui, session: &Session, gold: &GoldPreview, height: f32) {
    let theme = crate::ui::theme::Theme::of(ui.ctx());
    if let Some((done, of)) = gold.progress() {
        let told = say!("review-fill-progress", done = done, all = of);
        crate::ui::waiting::bar(ui, (done, of), &told);
        return;
    }
    let (complete, all) = gold.complete();
    let (annotations, links) = (gold.annotations(), gold.links());
    ui.label(say!(
        "review-fill-comes-to",
        annotations = annotations,
        links = links,
        complete = complete,
        sets = all
    ));
    ScrollArea::vertical().id_salt("filling").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for (what, items) in gold.counts() {
            let text = say!("review-fill-items", count = *items, why = why(session, what));
            ui.label(RichText::new(text).color(theme.quiet).size(size::SMALL_TEXT));
        }
        for (file, label, whose, _) in gold.links_left_out() {
            let text = say!(
                "review-fill-link-left-out",
                file = &**file,
                relation = session.schema().name_of_relation(label),
                name = session.called(whose)
            );
            ui.label(RichText::new(text).color(theme.warning).size(size::SMALL_TEXT));
        }
    });
}
