//! How far annotators agree, as pictures: each two of them, each label, which labels are taken for which, and the articles
//! where they differ most. Whatever is clicked leads to the spans behind it.

mod confusion;
mod figures;
mod grid;
mod labels;
mod meaning;
mod raters;
mod scores;

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Button, ComboBox, RichText, ScrollArea, Ui};

use self::grid::Grid;
pub(in crate::ui) use self::scores::ScoresDialog;
use crate::analysis::agreement::{ArticleAgreement, Basis, Figure, Measure, Report, Scope};
use crate::model::AnnotationKind;
use crate::session::{AgreementCommand, ReviewCommand};
use crate::ui::text_field::TextField;
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, Request, access, fonts, menu, waiting};
use crate::words::{say, text};

/// Coefficients of two annotators.
const MEASURES: [Measure; 3] = [Measure::Cohen, Measure::ExactF1, Measure::OverlapF1];
/// Articles that are listed, the worst first.
const ARTICLES: usize = 200;

/// The figures: of which labels, by what, and which coefficient of which two annotators.
#[derive(Debug)]
pub(super) struct AgreementFigures {
    scope: Scope,
    basis: Basis,
    measure: Measure,
    pair: (usize, usize),
    /// The folder that tables are saved in, while it is typed.
    out: String,
}

impl Default for AgreementFigures {
    fn default() -> Self {
        Self {
            scope: Scope::All,
            basis: Basis::Token,
            measure: Measure::Cohen,
            pair: (0, 1),
            out: String::new(),
        }
    }
}

impl AgreementFigures {
    /// Figures about everybody, as they are now.
    pub(super) fn asked_for(drawing: &mut Drawing<'_>) -> Self {
        let session = drawing.session;
        let is_under_way = session.agreement().is_some_and(|agreement| agreement.answer().is_none());
        if !is_under_way {
            drawing.out.run(AgreementCommand::AskAgreement(Vec::new()));
        }
        Self::default()
    }

    /// A folder was chosen in a dialog of the system.
    pub(super) fn picked(&mut self, paths: &[PathBuf]) {
        if let Some(path) = paths.first() {
            self.out = path.display().to_string();
        }
    }

    /// Draws them, or how far they are.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        let has_figures = session.agreement().is_some_and(|a| matches!(a.answer(), Some(Ok(_))));
        if has_figures {
            self.tables(ui, drawing);
            ui.separator();
        }
        ScrollArea::vertical().id_salt("agreement").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - size::MARGIN);
            match session.agreement().map(|agreement| (agreement.answer(), agreement.progress())) {
                Some((Some(Ok(report)), _)) => self.report(ui, drawing, report),
                Some((Some(Err(why)), _)) => {
                    ui.colored_label(theme.warning, why);
                }
                Some((None, progress)) => compared(ui, progress),
                None => {}
            }
        });
    }

    /// Where the figures are saved as tables.
    fn tables(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        ui.horizontal(|ui| {
            let label = ui.label(text("overview-save-in"));
            let room = (ui.available_width() - 168.0).max(96.0);
            let field = TextField::line(&mut self.out).hint(text("overview-save-folder")).width(room);
            let field = field.show(ui, drawing.ink).labelled_by(label.id);
            menu::named(&field, text("overview-save-in"));
            if ui.button(text("common-choose")).clicked() {
                drawing.out.request(Request::ExportDialog);
            }
            let out = self.out.trim();
            if ui.add_enabled(!out.is_empty(), Button::new(text("overview-save"))).clicked() {
                drawing.out.run(AgreementCommand::SaveAgreement(PathBuf::from(out)));
            }
        });
    }

    fn report(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, report: &Report) {
        let theme = drawing.theme;
        raters::show(ui, drawing, report);
        if report.articles.is_empty() {
            ui.colored_label(theme.quiet, text("overview-nothing-to-compare"));
            return;
        }
        self.choices(ui, report);
        figures::show(ui, drawing, report, self.figures(report, None));
        self.pairs(ui, drawing, report);
        heading(ui, text("overview-by-label"));
        labels::show(ui, drawing, report);
        if report.confusion.contains_key(&self.pair) {
            let session = drawing.session;
            let [one, other] = [self.pair.0, self.pair.1].map(|n| session.called(&report.annotators[n]));
            let title = say!("overview-confusion", one = one, other = other);
            heading(ui, &title);
            confusion::show(ui, drawing, report, self.pair, &title);
        }
        heading(ui, text("overview-articles"));
        ui.scope(|ui| articles(ui, drawing, report));
    }

    fn choices(&mut self, ui: &mut Ui, report: &Report) {
        ui.horizontal(|ui| {
            let chosen =
                ComboBox::from_id_salt("scope").selected_text(scope_name(&self.scope)).show_ui(ui, |ui| {
                    for figures in report.figures.chunk_by(|a, b| a.scope == b.scope) {
                        let scope = &figures[0].scope;
                        if ui.selectable_label(self.scope == *scope, scope_name(scope)).clicked() {
                            self.scope = scope.clone();
                        }
                    }
                });
            menu::named(&chosen.response, text("overview-scope"));
            let named = |basis: Basis| {
                text(match basis {
                    Basis::Token => "overview-basis-token",
                    Basis::Character => "overview-basis-character",
                    Basis::Span => "overview-basis-span",
                })
            };
            let chosen = ComboBox::from_id_salt("basis").selected_text(named(self.basis)).show_ui(ui, |ui| {
                for basis in [Basis::Token, Basis::Character] {
                    ui.selectable_value(&mut self.basis, basis, named(basis));
                }
            });
            menu::named(&chosen.response, text("overview-basis"));
        });
    }

    /// The figures of the chosen labels that are of all annotators, or of these two.
    fn figures<'r>(
        &self,
        report: &'r Report,
        pair: Option<(usize, usize)>,
    ) -> impl Iterator<Item = &'r Figure> {
        let (scope, basis) = (self.scope.clone(), self.basis);
        report.figures.iter().filter(move |figure| {
            // What has one basis alone is shown whichever is chosen.
            let is_chosen = figure.basis == basis
                || figure.basis == Basis::Span
                || figure.measure == Measure::AlphaUnitized;
            figure.scope == scope && figure.pair == pair && is_chosen
        })
    }

    /// Every two annotators; a click shows which labels they take for which, a second click what they differ in.
    fn pairs(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, report: &Report) {
        let theme = drawing.theme;
        heading(ui, text("overview-pairs"));
        let combo = ComboBox::from_id_salt("measure").selected_text(figures::measure_name(self.measure));
        let chosen = combo.show_ui(ui, |ui| {
            for measure in MEASURES {
                ui.selectable_value(&mut self.measure, measure, figures::measure_name(measure));
            }
        });
        menu::named(&chosen.response, text("overview-measure"));
        let names: Vec<String> = report.annotators.iter().map(|a| drawing.session.called(a)).collect();
        let grid = Grid {
            id: "annotators",
            name: text("overview-pairs"),
            rows: &names,
            columns: &names,
            cell: [72.0, 36.0].into(),
            chosen: Some(self.pair),
        };
        let clicked = grid.show(ui, drawing, |row, column| {
            let pair = (row.min(column), row.max(column));
            let mut figures = self.figures(report, Some(pair)).filter(|_| row != column);
            let figure = figures.find(|figure| figure.measure == self.measure)?;
            let value = figures::value(figure.value);
            let part = figure.value.unwrap_or_default().clamp(0.0, 1.0);
            let interval = figure.range().map(|range| format!("({range})"));
            let said = say!(
                "overview-pair-said",
                one = &*names[row],
                other = &*names[column],
                value = std::iter::once(value.clone()).chain(interval).collect::<Vec<_>>().join(" "),
                meaning = meaning::meaning(figure)
            );
            Some(grid::Cell { part: part as f32, text: value, said })
        });
        if let Some((row, column)) = clicked {
            let pair = (row.min(column), row.max(column));
            if self.pair == pair {
                let annotators = [pair.0, pair.1].map(|n| report.annotators[n].clone()).to_vec();
                drawing.out.run(ReviewCommand::StartReview { annotators, only: None, cases: None });
            }
            self.pair = pair;
        }
        figures::show(ui, drawing, report, self.figures(report, Some(self.pair)));
        ui.label(RichText::new(text("overview-pair-again")).color(theme.quiet).size(size::SMALL_TEXT));
    }
}

/// Which labels figures are about; a single one by its identifier.
fn scope_name(scope: &Scope) -> String {
    let known = match scope {
        Scope::All => "overview-scope-all",
        Scope::Layer(AnnotationKind::Entity) => "overview-scope-entities",
        Scope::Layer(AnnotationKind::Claim) => "overview-scope-claims",
        Scope::Label(label) => return label.label.to_string(),
    };
    text(known).to_owned()
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(size::STEP);
    ui.label(RichText::new(text).family(fonts::strong()));
}

/// The articles where they differ most; a click goes through one.
fn articles(ui: &mut Ui, drawing: &mut Drawing<'_>, report: &Report) {
    let theme = drawing.theme;
    ui.spacing_mut().item_spacing.y = 0.0;
    access::table(ui, text("overview-articles"), (report.articles.len().min(ARTICLES), 2));
    for (row, article) in report.articles.iter().take(ARTICLES).enumerate() {
        let ArticleAgreement { file, raters, alpha, exact_f1, .. } = article;
        let (rect, response) =
            ui.allocate_exact_size([ui.available_width(), size::CONTROL].into(), egui::Sense::click());
        let (exact, alpha) = (figures::value(*exact_f1), figures::value(*alpha));
        let told = say!("overview-article-figures", exact = exact, alpha = alpha);
        response.widget_info(|| {
            let said = say!("overview-article-said", file = &**file, figures = &*told);
            egui::WidgetInfo::labeled(Role::Button, true, said)
        });
        access::row(&response, row);
        access::cells(ui.ctx(), response.id, (Role::Cell, row), || {
            vec![(rect, file.to_string()), (rect, told.clone())]
        });
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, size::RADIUS, theme.hover);
        }
        let font = egui::FontId::proportional(size::SMALL_TEXT);
        let at = egui::pos2(rect.right() - size::STEP, rect.center().y);
        let drawn = ui.painter().text(at, egui::Align2::RIGHT_CENTER, told, font, theme.quiet);
        let mut room = rect.shrink2([size::STEP, 0.0].into());
        room.set_right(drawn.left() - size::STEP);
        drawing.ink.paint_label(ui.painter(), room, file, LabelStyle::regular(size::TEXT, theme.text));
        if response.clicked() {
            let annotators = raters.iter().map(|n| report.annotators[*n].clone()).collect();
            drawing.out.run(ReviewCommand::StartReview {
                annotators,
                only: Some(vec![file.clone()]),
                cases: None,
            });
        }
    }
    if report.articles.len() > ARTICLES {
        ui.colored_label(
            theme.quiet,
            say!("overview-articles-more", count = report.articles.len() - ARTICLES),
        );
    }
}

/// How many articles are compared, of how many.
fn compared(ui: &mut Ui, (done, of): (usize, usize)) {
    waiting::bar(ui, (done, of), &say!("overview-compared", done = done, all = of));
}
