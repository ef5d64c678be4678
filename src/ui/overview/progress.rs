//! Who has done which article: each annotator with a bar, how many articles are annotated twice, and a table of all.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align2, FontId, Label, Pos2, ProgressBar, Rect, RichText, ScrollArea, Sense, Ui, pos2, vec2};

use crate::analysis::{AnnotatorProgress, ArticleProgress, Progress};
use crate::model::{Annotator, State};
use crate::session::{AgreementCommand, LibraryCommand, Session};
use crate::ui::actions::{Menu, review::MEASURE_PACE};
use crate::ui::theme::{Theme, size};
use crate::ui::waiting::waiting;
use crate::ui::{Drawing, LabelStyle, ShownPace, access, icon};
use crate::words::{say, text};

/// Room for one annotator's column, in points.
const COLUMN: f32 = 88.0;

/// Draws it, or says that it is counted.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    // Another annotator, or another folder, has other figures.
    if session.lacks_progress() {
        drawing.out.run(AgreementCommand::AskProgress);
    }
    match session.progress() {
        None => {
            if let Some(failure) = session.progress_failure() {
                ui.add(Label::new(RichText::new(failure).color(theme.danger)).wrap());
            } else {
                waiting(ui);
            }
        }
        Some(progress) if progress.annotators.is_empty() => {
            ui.colored_label(theme.quiet, text("overview-progress-nobody"));
        }
        Some(progress) => {
            shares(ui, session, progress, theme);
            coverage(ui, progress, theme);
            pace(ui, drawing);
            ui.scope(|ui| table(ui, drawing, progress));
        }
    }
}

/// Each annotator with what is done, begun and written.
fn shares(ui: &mut Ui, session: &Session, progress: &Progress, theme: &Theme) {
    let all = progress.articles.len().max(1) as f32;
    egui::Grid::new("shares").num_columns(3).spacing([size::MARGIN, size::HALF]).show(ui, |ui| {
        for share in &progress.annotators {
            ui.label(session.called(&share.annotator));
            let part = share.done as f32 / all;
            let bar = ProgressBar::new(part).fill(theme.accent).desired_width(200.0).desired_height(8.0);
            let tip = say!("overview-share-tip", done = share.done, all = progress.articles.len());
            let bar = ui.add(bar);
            access::progress(&bar, &tip);
            bar.on_hover_text(tip);
            let told = say!(
                "overview-share",
                done = share.done,
                begun = share.begun,
                annotations = share.annotations,
                reviews = share.reviews
            );
            ui.label(RichText::new(told).color(theme.quiet).size(size::SMALL_TEXT));
            ui.end_row();
        }
    });
}

/// How many articles are annotated by nobody, one, two …
fn coverage(ui: &mut Ui, progress: &Progress, theme: &Theme) {
    let all = progress.articles.len().max(1);
    let told = |counts: &[usize]| {
        let part = |(times, articles): (usize, &usize)| {
            let percent = articles * 100 / all;
            say!("overview-coverage-part", articles = *articles, annotators = times, percent = percent)
        };
        let parts: Vec<String> = counts.iter().enumerate().filter(|(_, n)| **n > 0).map(part).collect();
        parts.join(" · ")
    };
    let done = say!("overview-coverage-done", parts = told(&progress.done));
    let begun = say!("overview-coverage-begun", parts = told(&progress.begun));
    for text in [done, begun] {
        ui.label(RichText::new(text).color(theme.text).size(size::SMALL_TEXT));
    }
}

/// How fast the annotator is, and that nobody else is told; or how to have it measured.
fn pace(ui: &mut Ui, drawing: &Drawing<'_>) {
    let text = match drawing.pace {
        Some(pace) => pace_words(pace),
        None if drawing.look.measures_pace => text("overview-pace-begins").to_owned(),
        None => say!("overview-pace-off", menu = Menu::Review.name(), action = MEASURE_PACE.name()),
    };
    ui.label(RichText::new(text).color(drawing.theme.quiet).size(size::SMALL_TEXT));
}

/// A pace in words: what the time was, and what came of it.
fn pace_words(pace: ShownPace) -> String {
    let minutes = pace.milliseconds / 60_000;
    let time = match (minutes / 60, minutes % 60) {
        (0, minutes) => say!("overview-pace-minutes", minutes = minutes),
        (hours, minutes) => say!("overview-pace-hours", hours = hours, minutes = format!("{minutes:02}")),
    };
    // Of less than a minute there is no pace.
    let annotations = match (pace.annotations * 60).checked_div(minutes) {
        Some(rate) => say!("overview-pace-annotations", count = pace.annotations, rate = rate),
        None => say!("count-annotations", count = pace.annotations),
    };
    let each = minutes.checked_div(pace.done);
    let articles = each.map(|each| say!("overview-pace-articles", count = pace.done, minutes = each));
    let work: Vec<String> = [time, annotations].into_iter().chain(articles).collect();
    say!("overview-pace", work = work.join(", "))
}

/// Every article with the state of everybody; a click opens one.
fn table(ui: &mut Ui, drawing: &mut Drawing<'_>, progress: &Progress) {
    let annotators = &progress.annotators;
    let columns = Columns::new(ui.available_width(), annotators.len());
    access::table(ui, text("overview-progress"), (progress.articles.len() + 1, annotators.len() + 1));
    heads(ui, drawing, annotators, columns);
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().id_salt("progress_articles").auto_shrink(false);
    area.show_rows(ui, size::CONTROL, progress.articles.len(), |ui, range| {
        for (at, (file, all)) in progress.articles[range.clone()].iter().enumerate() {
            ArticleRow { annotators, columns, file, all }.show(ui, drawing, range.start + at + 1);
        }
    });
}

/// Where the columns of the table are: the names of articles, then one for each annotator.
#[derive(Clone, Copy)]
struct Columns {
    /// Width of the table.
    width: f32,
    /// Width of the column of names.
    names: f32,
}

impl Columns {
    fn new(width: f32, annotators: usize) -> Self {
        Self { width, names: (width - COLUMN * annotators as f32).max(160.0) }
    }

    /// The middle of an annotator's cell in a row.
    fn middle(self, row: Rect, n: usize) -> Pos2 {
        pos2(row.left() + self.names + COLUMN * (n as f32 + 0.5), row.center().y)
    }

    /// The cell of a column in a row; the first is that of names.
    fn room(self, row: Rect, column: usize) -> Rect {
        match column.checked_sub(1) {
            None => row.with_max_x(row.left() + self.names),
            Some(n) => Rect::from_center_size(self.middle(row, n), vec2(COLUMN, row.height())),
        }
    }
}

/// The heads of the columns.
fn heads(ui: &mut Ui, drawing: &Drawing<'_>, annotators: &[AnnotatorProgress], columns: Columns) {
    let small = FontId::proportional(size::SMALL_TEXT);
    let (head, _) = ui.allocate_exact_size(vec2(columns.width, 20.0), Sense::hover());
    access::cells(ui.ctx(), ui.unique_id(), (Role::ColumnHeader, 0), || {
        let called = annotators.iter().map(|share| drawing.session.called(&share.annotator));
        let heads = std::iter::once(text("access-region-articles").to_owned()).chain(called);
        heads.enumerate().map(|(column, name)| (columns.room(head, column), name)).collect()
    });
    for (n, share) in annotators.iter().enumerate() {
        let name: String = drawing.session.called(&share.annotator).chars().take(12).collect();
        let (at, color) = (columns.middle(head, n), drawing.theme.quiet);
        ui.painter().text(at, Align2::CENTER_CENTER, name, small.clone(), color);
    }
}

/// The row of one article.
struct ArticleRow<'a> {
    annotators: &'a [AnnotatorProgress],
    columns: Columns,
    file: &'a Arc<str>,
    /// Those who began it, each with the state.
    all: &'a [ArticleProgress],
}

impl ArticleRow<'_> {
    /// Draws it as the row of this number.
    fn show(&self, ui: &mut Ui, drawing: &mut Drawing<'_>, row: usize) {
        let Drawing { session, theme, .. } = *drawing;
        let Self { columns, file, .. } = *self;
        let (rect, response) = ui.allocate_exact_size(vec2(columns.width, size::CONTROL), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, self.heard(session)));
        access::row(&response, row);
        access::cells(ui.ctx(), response.id, (Role::Cell, row), || {
            let cells = std::iter::once(file.to_string())
                .chain(self.annotators.iter().map(|share| self.cell(&share.annotator)));
            cells.enumerate().map(|(column, cell)| (columns.room(rect, column), cell)).collect()
        });
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, size::RADIUS, theme.hover);
        }
        let name = Rect::from_min_size(rect.min, vec2(columns.names - size::STEP, rect.height()))
            .shrink2(vec2(size::STEP, 0.0));
        drawing.ink.paint_label(ui.painter(), name, file, LabelStyle::regular(size::TEXT, theme.text));
        self.paint_states(ui, rect, theme);
        if response.clicked() {
            drawing.out.run(LibraryCommand::OpenArticle(file.clone()));
        }
    }

    /// The article with everybody's state, in one sentence.
    fn heard(&self, session: &Session) -> String {
        let state = |done: &ArticleProgress| {
            let name = session.called(&done.annotator);
            say!("overview-table-state", name = name, state = state_name(done.state))
        };
        let states: Vec<String> = self.all.iter().map(state).collect();
        if states.is_empty() {
            say!("overview-table-nobody", file = &**self.file)
        } else {
            say!("overview-table-article", file = &**self.file, states = states.join(", "))
        }
    }

    /// How far an annotator is, if they began it.
    fn of(&self, annotator: &Annotator) -> Option<&ArticleProgress> {
        self.all.iter().find(|done| done.annotator == *annotator)
    }

    /// How far an annotator is, in words.
    fn cell(&self, annotator: &Annotator) -> String {
        let Some(done) = self.of(annotator) else { return "–".to_owned() };
        let annotations = say!("count-annotations", count = done.annotations);
        format!("{}, {annotations}", state_name(done.state))
    }

    /// The state of each annotator as a sign, with the number of annotations.
    fn paint_states(&self, ui: &Ui, rect: Rect, theme: &Theme) {
        for (n, share) in self.annotators.iter().enumerate() {
            let Some(ArticleProgress { state, annotations, .. }) = self.of(&share.annotator) else {
                continue;
            };
            let (sign, color) = match state {
                State::Done => (icon::DONE, theme.success),
                State::InProgress => (icon::IN_PROGRESS, theme.accent),
                State::Todo => (icon::TODO, theme.quiet),
            };
            let text = [sign, &annotations.to_string()].join(" ");
            let (at, font) = (self.columns.middle(rect, n), FontId::proportional(size::TEXT));
            ui.painter().text(at, Align2::CENTER_CENTER, text, font, color);
        }
    }
}

fn state_name(state: State) -> &'static str {
    text(match state {
        State::Todo => "overview-state-todo",
        State::InProgress => "overview-state-in-progress",
        State::Done => "overview-state-done",
    })
}

#[cfg(test)]
mod tests {
    use super::{ShownPace, pace_words};

    #[test]
    fn a_pace_is_told_with_what_it_came_to() {
        for (milliseconds, annotations, done, expected) in [
            (30_000, 1, 0, "Your pace here: 0 min, 1 annotation"),
            (3_600_000, 42, 0, "Your pace here: 1 h 00 min, 42 annotations (42 an hour)"),
            (
                5_400_000,
                60,
                6,
                "Your pace here: 1 h 30 min, 60 annotations (40 an hour), 6 articles done (15 min each)",
            ),
        ] {
            let told = pace_words(ShownPace { milliseconds, annotations, done });
            assert_eq!(told, format!("{expected}. Measured on this computer; nobody else sees it"));
        }
    }
}
