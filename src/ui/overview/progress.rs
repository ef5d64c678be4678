//! Who has done which article: each annotator with a bar, how many articles are annotated twice, and a table of all.

use egui::accesskit::Role;
use egui::{Align2, FontId, Label, ProgressBar, Rect, RichText, ScrollArea, Sense, Ui, pos2, vec2};

use crate::analysis::{AnnotatorProgress, ArticleProgress, Progress};
use crate::model::State;
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
    let theme = drawing.theme;
    let columns = progress.annotators.len();
    let width = ui.available_width();
    let names = (width - COLUMN * columns as f32).max(160.0);
    let small = FontId::proportional(size::SMALL_TEXT);
    access::table(ui, text("overview-progress"), (progress.articles.len() + 1, columns + 1));
    let (head, _) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    let middle =
        |rect: Rect, n: usize| pos2(rect.left() + names + COLUMN * (n as f32 + 0.5), rect.center().y);
    let room = |rect: Rect, column: usize| match column.checked_sub(1) {
        None => rect.with_max_x(rect.left() + names),
        Some(n) => Rect::from_center_size(middle(rect, n), vec2(COLUMN, rect.height())),
    };
    access::cells(ui.ctx(), ui.unique_id(), (Role::ColumnHeader, 0), || {
        let called = progress.annotators.iter().map(|share| drawing.session.called(&share.annotator));
        let heads = std::iter::once(text("access-region-articles").to_owned()).chain(called);
        heads.enumerate().map(|(column, name)| (room(head, column), name)).collect()
    });
    for (n, share) in progress.annotators.iter().enumerate() {
        let name: String = drawing.session.called(&share.annotator).chars().take(12).collect();
        ui.painter().text(middle(head, n), Align2::CENTER_CENTER, name, small.clone(), theme.quiet);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().id_salt("progress_articles").auto_shrink(false);
    area.show_rows(ui, size::CONTROL, progress.articles.len(), |ui, range| {
        for (at, (file, all)) in progress.articles[range.clone()].iter().enumerate() {
            let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
            let said: Vec<String> = all
                .iter()
                .map(|done| {
                    let name = drawing.session.called(&done.annotator);
                    say!("overview-table-state", name = name, state = state_name(done.state))
                })
                .collect();
            response.widget_info(|| {
                let text = if said.is_empty() {
                    say!("overview-table-nobody", file = &**file)
                } else {
                    say!("overview-table-article", file = &**file, states = said.join(", "))
                };
                egui::WidgetInfo::labeled(Role::Button, true, text)
            });
            let row = range.start + at + 1;
            access::row(&response, row);
            access::cells(ui.ctx(), response.id, (Role::Cell, row), || {
                let of = |share: &AnnotatorProgress| {
                    let done = all.iter().find(|done| done.annotator == share.annotator);
                    done.map_or_else(
                        || "–".to_owned(),
                        |done| {
                            format!(
                                "{}, {}",
                                state_name(done.state),
                                say!("count-annotations", count = done.annotations)
                            )
                        },
                    )
                };
                let told = std::iter::once(file.to_string()).chain(progress.annotators.iter().map(of));
                told.enumerate().map(|(column, told)| (room(rect, column), told)).collect()
            });
            if response.hovered() || response.has_focus() {
                ui.painter().rect_filled(rect, size::RADIUS, theme.hover);
            }
            let name = Rect::from_min_size(rect.min, vec2(names - size::STEP, rect.height()))
                .shrink2(vec2(size::STEP, 0.0));
            drawing.ink.paint_label(ui.painter(), name, file, LabelStyle::regular(size::TEXT, theme.text));
            for (n, share) in progress.annotators.iter().enumerate() {
                let Some(done) = all.iter().find(|done| done.annotator == share.annotator) else { continue };
                let ArticleProgress { state, annotations, .. } = done;
                let (sign, color) = match state {
                    State::Done => (icon::DONE, theme.success),
                    State::InProgress => (icon::IN_PROGRESS, theme.accent),
                    State::Todo => (icon::TODO, theme.quiet),
                };
                let text = [sign, &annotations.to_string()].join(" ");
                ui.painter().text(
                    middle(rect, n),
                    Align2::CENTER_CENTER,
                    text,
                    FontId::proportional(size::TEXT),
                    color,
                );
            }
            if response.clicked() {
                drawing.out.run(LibraryCommand::OpenArticle(file.clone()));
            }
        }
    });
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
