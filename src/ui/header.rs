//! The row over the text: which article, its language, how far it is; and why it is read only.

use std::path::Path;

use egui::{Align, Button, Frame, Layout, Margin, RichText, Ui};

use super::actions::{annotate, file};
use super::theme::size;
use super::{Drawing, LabelStyle, feedback, icon, language, menu};
use crate::model::State;
use crate::session::{AnnotateCommand, Blocked, LockCommand, MergeCommand, OpenArticle, Writer};
use crate::words::{say, text};

/// Where the buttons of the state lose their words.
const TERSE: f32 = 560.0;
/// Where there is room for the title alone.
const TIGHT: f32 = 240.0;

/// Draws the row, and the banner where there is need for one; `lacks_cjk` says that no face has the characters in sight.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>, lacks_cjk: bool) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(article) = session.article() else { return };
    let drawn = Frame::new().fill(theme.page).inner_margin(Margin::symmetric(24, 8)).show(ui, |ui| {
        let terse = ui.available_width() < TERSE;
        ui.allocate_ui_with_layout(
            egui::vec2(ui.available_width(), size::ROW),
            Layout::right_to_left(Align::Center),
            |ui| {
                states(ui, drawing, article, terse);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| title(ui, drawing, article));
            },
        );
    });
    let mut row = drawn.response.rect;
    if session.schema().labels.iter().any(|label| label.is_of_article) {
        row = whole(ui, drawing);
    }
    ui.painter().hline(row.x_range(), row.bottom(), (size::HAIRLINE, theme.hairline));
    if let Some(Writer::Elsewhere { holder, is_alive }) = session.other_writer() {
        locked(ui, drawing, holder.as_deref(), *is_alive);
    } else if let Some(reason) = article.blocked() {
        blocked(ui, drawing, reason);
    } else if let Some(doubt) = &article.how().doubt {
        doubtful(ui, drawing, doubt);
    } else if let [copy, rest @ ..] = article.copies() {
        copies(ui, drawing, copy, rest.len());
    } else if article.set().orphans().len() > 0 {
        orphans(ui, drawing, article.set().orphans().len());
    } else if let Some((head, words)) = feedback::returned_words(session) {
        let head = format!("{} {head}", icon::ARROW_U_UP_LEFT);
        banner(ui, drawing, head, &words, feedback::returned_buttons);
    } else if lacks_cjk {
        let head = format!("{} {}", icon::WARNING, text("window-cjk"));
        banner(ui, drawing, head, text("window-cjk-words"), |ui, _| {
            let command = text("window-cjk-command");
            let copy = ui.button(text("window-cjk-copy")).on_hover_text(command);
            if copy.clicked() {
                ui.ctx().copy_text(command.to_owned());
            }
        });
    }
}

/// The text may not be what somebody wrote.
fn doubtful(ui: &mut Ui, drawing: &mut Drawing<'_>, doubt: &str) {
    let head = format!("{} {}", icon::WARNING, text("window-doubtful"));
    banner(ui, drawing, head, doubt, |ui, drawing| {
        let choose = ui.button(text("window-doubtful-choose"));
        let choose = choose.on_hover_text(file::CHOOSE_ENCODING.description());
        if choose.clicked() {
            drawing.out.act(&file::CHOOSE_ENCODING);
        }
    });
}

/// Labels of the article as a whole, each on or off.
fn whole(ui: &mut Ui, drawing: &mut Drawing<'_>) -> egui::Rect {
    let Drawing { session, theme, .. } = *drawing;
    let margin = Margin { left: 24, right: 24, top: 0, bottom: 6 };
    let drawn = Frame::new().fill(theme.page).inner_margin(margin).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(text("window-whole")).color(theme.quiet).size(size::SMALL_TEXT));
            for label in session.schema().labels.iter().filter(|label| label.is_of_article) {
                let on = session.article_label(&label.id).is_some();
                let tone = theme.tone(label.hue);
                let name = RichText::new(&label.name).size(size::SMALL_TEXT);
                let name = name.color(if on { tone.on_strong } else { theme.text });
                let fill = if on { tone.strong } else { theme.page };
                let chip = ui.add_enabled(session.can_annotate(), Button::new(name).selected(on).fill(fill));
                let role = egui::accesskit::Role::Button;
                chip.widget_info(|| {
                    egui::WidgetInfo::selected(
                        role,
                        session.can_annotate(),
                        on,
                        say!("window-whole-label", label = &*label.name),
                    )
                });
                let chip =
                    if label.description.is_empty() { chip } else { chip.on_hover_text(&label.description) };
                if chip.clicked() {
                    drawing.out.run(AnnotateCommand::Tag(label.id.clone()));
                }
            }
        });
    });
    drawn.response.rect
}

/// The article was changed, and some annotations are not found in it again.
fn orphans(ui: &mut Ui, drawing: &mut Drawing<'_>, count: usize) {
    let head = format!("{} {}", icon::WARNING, say!("window-orphans", count = count));
    banner(ui, drawing, head, text("window-orphans-words"), |ui, drawing| {
        let show = ui
            .button(text("window-orphans-show"))
            .on_hover_text(drawing.shortcuts.tooltip(&annotate::ORPHANS));
        if show.clicked() {
            drawing.out.act(&annotate::ORPHANS);
        }
    });
}

/// Another copy of the annotator's own annotations lies beside the article.
fn copies(ui: &mut Ui, drawing: &mut Drawing<'_>, copy: &Path, more: usize) {
    let theme = drawing.theme;
    let head = format!("{} {}", icon::WARNING, text("window-copies"));
    let name = copy.file_name().unwrap_or_default().to_string_lossy();
    banner(ui, drawing, head, &name, |ui, drawing| {
        let merge = ui.button(text("window-copies-merge")).on_hover_text(text("window-copies-merge-tip"));
        if merge.clicked() {
            drawing.out.run(MergeCommand::MergeCopy(copy.to_owned()));
        }
        if more > 0 {
            ui.colored_label(theme.quiet, say!("window-copies-more", count = more));
        }
    });
}

/// Another window writes the annotator's files, so that they can only be read here.
fn locked(ui: &mut Ui, drawing: &mut Drawing<'_>, holder: Option<&str>, is_alive: bool) {
    let name = drawing.session.annotator().map(ToString::to_string).unwrap_or_default();
    let head = match holder {
        Some(holder) => say!("window-locked-by", name = name, holder = holder),
        None => say!("window-locked", name = name),
    };
    let head = format!("{} {head}", icon::LOCK);
    banner(ui, drawing, head, text("window-locked-words"), |ui, drawing| {
        let other = ui.button(text("window-locked-other-name"));
        let other = other.on_hover_text(file::CHOOSE_ANNOTATOR.description());
        if other.clicked() {
            drawing.out.act(&file::CHOOSE_ANNOTATOR);
        }
        let again = ui.button(text("window-locked-again")).on_hover_text(text("window-locked-again-tip"));
        if again.clicked() {
            drawing.out.run(LockCommand::TryAgain);
        }
        if !is_alive {
            let take = ui.button(text("window-locked-take-over"));
            if take.on_hover_text(text("window-locked-take-over-tip")).clicked() {
                drawing.out.run(LockCommand::TakeOver);
            }
        }
    });
}

/// The article can only be read.
fn blocked(ui: &mut Ui, drawing: &mut Drawing<'_>, blocked: &Blocked) {
    let head = format!("{} {}", icon::LOCK, text("window-blocked"));
    banner(ui, drawing, head, &blocked.reason, |ui, drawing| {
        let aside = ui.button(text("window-blocked-set-aside")).on_hover_text(file::SET_ASIDE.description());
        if aside.clicked() {
            drawing.out.act(&file::SET_ASIDE);
        }
        let again =
            ui.button(text("window-blocked-refresh")).on_hover_text(text("window-blocked-refresh-tip"));
        if again.clicked() {
            drawing.out.act(&file::RESCAN);
        }
    });
}

/// A warning over the text: what it is about, the words to it, and what may be done.
fn banner(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    head: String,
    words: &str,
    buttons: impl FnOnce(&mut Ui, &mut Drawing<'_>),
) {
    let theme = drawing.theme;
    let frame = Frame::new().fill(theme.raised).inner_margin(Margin::symmetric(24, 12));
    let drawn = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::HALF;
        let width = ui.available_width().min(size::DIALOG * 1.4);
        ui.colored_label(theme.warning, head);
        drawing.ink.paragraph(ui, words, LabelStyle::regular(size::TEXT, theme.text), width);
        ui.horizontal_wrapped(|ui| buttons(ui, drawing));
    });
    let area = drawn.response.rect;
    ui.painter().vline(area.left() + 1.5, area.y_range(), (3.0, theme.warning));
    ui.painter().hline(area.x_range(), area.bottom(), (size::HAIRLINE, theme.hairline));
}

fn title(ui: &mut Ui, drawing: &mut Drawing<'_>, article: &OpenArticle) {
    let theme = drawing.theme;
    let document = article.document();
    let (folder, file) = document.file.rsplit_once('/').unwrap_or(("", &document.file));
    let details = drawing.session.details().cloned().unwrap_or_default();
    let name = details.title.as_deref().unwrap_or(file);
    let language = article.language().as_deref().map(language::name);
    // Beside another article there is room for the title alone.
    let is_tight = ui.available_width() < TIGHT;
    let fits = |name: &String| ui.available_width() > 160.0 + 7.5 * name.chars().count() as f32;
    let language = language.filter(|name| !is_tight && fits(name));
    let reserved = language.as_ref().map_or(size::STEP, |name| 32.0 + 7.5 * name.chars().count() as f32);
    let width = (ui.available_width() - reserved).max(48.0);
    // Where there is a title, half the room is left for where it comes from.
    let most = match details.title {
        Some(_) if is_tight => width - size::ROW,
        Some(_) => width * 0.6,
        None => width,
    };
    let label = drawing.ink.label(ui, name, LabelStyle::semi_bold(size::HEADING, theme.text), most);
    label.on_hover_text(format!("{name}\n{}", document.file));
    ui.add_space(size::HALF);
    let button = ui.small_button(icon::INFO);
    menu::named(&button, text("window-header-details"));
    if button.on_hover_text(drawing.shortcuts.tooltip(&file::DETAILS)).clicked() {
        drawing.out.act(&file::DETAILS);
    }
    let from = [details.publisher.as_deref(), details.date.as_deref().map(day)];
    let from: Vec<&str> = from.into_iter().flatten().chain(details.title.is_some().then_some(file)).collect();
    let room = ui.available_width()
        - size::STEP
        - language.as_ref().map_or(0.0, |name| 7.5 * name.chars().count() as f32);
    if !is_tight && !from.is_empty() && room > 48.0 {
        let style = LabelStyle::regular(size::SMALL_TEXT, theme.quiet);
        drawing.ink.label(ui, &from.join(" · "), style, room);
    }
    ui.add_space(size::HALF);
    if let Some(name) = language {
        ui.label(RichText::new(name).color(theme.quiet).size(size::SMALL_TEXT))
            .on_hover_text(text("window-header-language-tip"));
    }
    if let Some(encoding) = article.encoding().filter(|_| ui.available_width() > 120.0) {
        let button = Button::new(RichText::new(encoding).size(size::SMALL_TEXT)).small();
        let button = ui.add(button).on_hover_text(file::CHOOSE_ENCODING.description());
        menu::named(&button, &say!("window-header-encoding", encoding = encoding));
        if button.clicked() {
            drawing.out.act(&file::CHOOSE_ENCODING);
        }
    }
    let left = ui.available_width() - size::STEP - size::ICON;
    if !folder.is_empty() && left > 48.0 {
        ui.label(RichText::new(icon::FOLDER_OPEN).color(theme.quiet).size(size::SMALL_TEXT));
        let label = drawing.ink.label(ui, folder, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), left);
        label.on_hover_text(folder);
    }
}

fn states(ui: &mut Ui, drawing: &mut Drawing<'_>, article: &OpenArticle, terse: bool) {
    let theme = drawing.theme;
    ui.spacing_mut().item_spacing.x = 2.0;
    // From right to left, so the last comes first.
    let all = [
        (State::Done, icon::DONE, text("window-state-done"), &annotate::STATE_DONE),
        (
            State::InProgress,
            icon::IN_PROGRESS,
            text("window-state-in-progress"),
            &annotate::STATE_IN_PROGRESS,
        ),
        (State::Todo, icon::TODO, text("window-state-todo"), &annotate::STATE_TODO),
    ];
    for (state, icon, name, action) in all {
        let on = article.set().state() == state;
        let shown = if terse { icon.to_owned() } else { [icon, " ", name].concat() };
        let color = if on { theme.text } else { theme.quiet };
        let shown = RichText::new(shown).size(size::SMALL_TEXT).color(color);
        let button = ui.add(Button::new(shown).selected(on).frame_when_inactive(on));
        let button = button.on_hover_text(format!("{name}: {}", drawing.shortcuts.tooltip(action)));
        menu::named(&button, name);
        if button.clicked() && !on {
            drawing.out.act(action);
        }
    }
}

/// The day of a moment in time.
pub(super) fn day(date: &str) -> &str {
    date.split_once('T').map_or(date, |(day, _)| day)
}
