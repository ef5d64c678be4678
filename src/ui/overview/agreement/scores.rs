//! How good everybody is: their work held against gold, or anybody; each row leads to its cases.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Button, ComboBox, Response, RichText, ScrollArea, Ui, WidgetText};

use super::compared;
use super::figures::{number, value};
use crate::analysis::agreement::{Against, Difference, Score, wilson};
use crate::model::{Annotator, GOLD};
use crate::session::{AgreementCommand, ItemCases, Library, ReviewCommand, Session};
use crate::ui::dialog::{self, Dialog};
use crate::ui::theme::size;
use crate::ui::{Drawing, access, fonts, menu};
use crate::words::{say, text};

/// Room for a name, and for a figure with its interval, in points.
const WIDTHS: [f32; 2] = [176.0, 136.0];

/// The dialog.
#[derive(Debug)]
pub(in crate::ui) struct ScoresDialog {
    reference: Annotator,
}

/// What a figure stands for.
#[derive(Clone, Default)]
struct Cases {
    /// In these articles; in all when nothing.
    only: Option<Vec<Arc<str>>>,
    /// These items; all when nothing.
    items: Option<ItemCases>,
}

impl ScoresDialog {
    /// Against gold where there is some, else against the first who has annotated.
    pub(in crate::ui) fn new(drawing: &mut Drawing<'_>) -> Option<Self> {
        let all = drawing.session.library()?.annotators();
        let gold = all.iter().find(|annotator| annotator.as_str() == GOLD);
        let reference = gold.or_else(|| all.first())?.clone();
        drawing.out.run(AgreementCommand::AskScores(reference.clone()));
        Some(Self { reference })
    }

    /// Draws the dialog; says whether it stays.
    pub(in crate::ui) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let dialog = Dialog { id: "scores", title: text("overview-scores-title"), width: 760.0 };
        let (stays, closes) = dialog.show(ctx, theme, |ui, room| {
            self.choice(ui, drawing);
            let height = (room.y - 220.0).max(120.0);
            let mut stays = true;
            ScrollArea::vertical().id_salt("scores").max_height(height).auto_shrink([false, true]).show(
                ui,
                |ui| match session.scores().map(|scores| (scores.answer(), scores.progress())) {
                    Some((Some(Ok(all)), _)) => {
                        let own = |other: &&(Annotator, Against)| sees(session, &other.0);
                        for (annotator, against) in all.iter().filter(own) {
                            stays &= self.annotator(ui, drawing, annotator, against);
                        }
                    }
                    Some((Some(Err(why)), _)) => {
                        ui.colored_label(theme.warning, why);
                    }
                    Some((None, progress)) => compared(ui, progress),
                    None => {}
                },
            );
            dialog::buttons(ui, |ui| !ui.button(text("common-close")).clicked() && stays)
        });
        if !stays || closes {
            drawing.out.run(AgreementCommand::EndScores);
        }
        stays && !closes
    }

    fn choice(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let session = drawing.session;
        let all = session.library().map(Library::annotators).unwrap_or_default();
        let mut chosen = self.reference.clone();
        ui.horizontal(|ui| {
            ui.label(text("overview-scores-against"));
            let combo = ComboBox::from_id_salt("reference").selected_text(session.called(&self.reference));
            let combo = combo.show_ui(ui, |ui| {
                for annotator in all {
                    ui.selectable_value(&mut chosen, annotator.clone(), session.called(annotator));
                }
            });
            menu::named(&combo.response, text("overview-scores-against-whom"));
        });
        if chosen != self.reference {
            self.reference = chosen;
            drawing.out.run(AgreementCommand::AskScores(self.reference.clone()));
        }
    }

    /// One annotator: all labels, each label, languages and weeks where there are several, and what was done otherwise.
    fn annotator(
        &self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        annotator: &Annotator,
        against: &Against,
    ) -> bool {
        let Drawing { session, theme, .. } = *drawing;
        let mut asked: Option<Cases> = None;
        ui.add_space(size::STEP);
        ui.horizontal(|ui| {
            let name = session.called(annotator);
            ui.label(RichText::new(&name).family(fonts::strong()));
            ui.colored_label(theme.quiet, say!("count-articles", count = against.articles));
            let cases = ui.add_enabled(against.articles > 0, Button::new(text("overview-scores-cases")));
            menu::named(&cases, &say!("overview-scores-cases-of", name = name));
            if cases.clicked() {
                asked = Some(Cases::default());
            }
        });
        let total = against.total();
        let labels = against.scores.iter();
        let labels = labels.map(|(label, score)| {
            let items = Some(ItemCases::Label(Arc::clone(&label.label)));
            (session.schema().name_of_label(&label.label), score, Cases { only: None, items })
        });
        let of_articles = |group: &Arc<str>| Cases { only: against.files.get(group).cloned(), items: None };
        let languages = against.by_language.iter().filter(|_| against.by_language.len() > 1);
        let languages = languages.map(|(language, score)| {
            (say!("overview-scores-language", language = &**language), score, of_articles(language))
        });
        let weeks = against.by_week.iter().filter(|_| against.by_week.len() > 1);
        let weeks = weeks
            .map(|(week, score)| (say!("overview-scores-week", week = &**week), score, of_articles(week)));
        let all = std::iter::once((text("overview-scope-all").to_owned(), &total, Cases::default()));
        let rows: Vec<(String, &Score, Cases)> = all.chain(labels).chain(languages).chain(weeks).collect();
        ui.scope(|ui| {
            access::table(ui, &session.called(annotator), (rows.len() + 1, 4));
            head(ui, theme.quiet);
            for (at, (name, score, cases)) in rows.iter().enumerate() {
                if row(ui, at + 1, name, score) {
                    asked = Some(cases.clone());
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            for (kind, count) in &against.differences {
                let told = RichText::new(difference(*kind, *count)).color(theme.quiet);
                if leads_to_cases(ui, told).clicked() {
                    asked = Some(Cases { only: None, items: Some(ItemCases::Difference(*kind)) });
                }
            }
        });
        let stays = asked.is_none();
        if let Some(Cases { only, items }) = asked {
            let annotators = vec![annotator.clone(), self.reference.clone()];
            drawing.out.run(ReviewCommand::StartReview { annotators, only, cases: items });
        }
        stays
    }
}

/// Whether somebody is shown: annotators see their own figures, and who reviews or annotates as gold everybody's.
fn sees(session: &Session, annotator: &Annotator) -> bool {
    let entries = session.library().map(Library::articles).unwrap_or_default();
    let reviews = session.is_gold() || entries.iter().any(|entry| entry.reviews > 0);
    let annotates = entries.iter().any(|entry| entry.annotations.is_some_and(|count| count > 0));
    reviews || !annotates || session.annotator() == Some(annotator)
}

/// How often somebody did so otherwise than the reference.
fn difference(kind: Difference, count: u64) -> String {
    match kind {
        Difference::Missed => say!("overview-scores-missed", count = count),
        Difference::Extra => say!("overview-scores-extra", count = count),
        Difference::Edges => say!("overview-scores-edges", count = count),
        Difference::Label => say!("overview-scores-label", count = count),
        Difference::Field => say!("overview-scores-field", count = count),
        Difference::Link => say!("overview-scores-link", count = count),
    }
}

fn head(ui: &mut Ui, color: egui::Color32) {
    ui.horizontal(|ui| {
        ui.add_space(WIDTHS[0]);
        let names = [text("overview-scores-precision"), text("overview-scores-recall"), "F₁"];
        for (column, name) in names.into_iter().enumerate() {
            number(ui, WIDTHS[1], (0, column + 1), RichText::new(name).color(color).size(size::SMALL_TEXT));
        }
    });
}

/// What is pressed to see what a figure stands for: its words, no more.
fn leads_to_cases(ui: &mut Ui, words: impl Into<WidgetText>) -> Response {
    ui.add(Button::new(words).frame_when_inactive(false).truncate())
        .on_hover_text(text("overview-scores-cases"))
}

/// One line of figures; says whether its cases are asked for.
fn row(ui: &mut Ui, at: usize, name: &str, score: &Score) -> bool {
    let mut is_asked = false;
    ui.horizontal(|ui| {
        ui.allocate_ui([WIDTHS[0], size::CONTROL].into(), |ui| {
            ui.set_min_width(WIDTHS[0]);
            access::cell(ui.ctx(), ui.unique_id(), Role::RowHeader, (at, 0));
            is_asked = leads_to_cases(ui, name).clicked();
        });
        let with_range = |part: Option<f64>, range: Option<(f64, f64)>| {
            let range = range.map(|(low, high)| format!("({low:.2}–{high:.2})"));
            std::iter::once(value(part)).chain(range).collect::<Vec<_>>().join(" ")
        };
        number(ui, WIDTHS[1], (at, 1), with_range(score.precision(), wilson(score.exact, score.own)));
        number(ui, WIDTHS[1], (at, 2), with_range(score.recall(), wilson(score.exact, score.reference)));
        number(ui, WIDTHS[1], (at, 3), value(score.f1()));
    });
    is_asked
}
