//! What reviewers decided otherwise than the annotator: mine, theirs, the kind of difference, and what may be done about it.

use egui::{Button, Frame, Key, RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::actions::feedback::{HAND_BACK, KEEP_MINE, LEAVE_FEEDBACK, TAKE_OVER};
use super::actions::view::GUIDELINES;
use super::inspector::Guidelines;
use super::text_field::TextField;
use super::theme::size;
use super::{Drawing, LabelStyle, access, fonts, icon, label_bar, menu};
use crate::analysis::agreement::Difference;
use crate::session::{ArticleFeedback, FeedbackCommand, FeedbackList, QuotedMark, Session};
use crate::words::{say, text};

/// The panel and what is only of it.
#[derive(Default)]
pub(super) struct FeedbackPanel {
    answer: String,
    /// Which feedback the answer is to: its place in the list, and its words.
    of: Option<(usize, String)>,
    wants_answer: bool,
    guidelines: Guidelines,
    shows_guidelines: bool,
    shown: Option<usize>,
}

impl FeedbackPanel {
    /// Puts the caret into the answer.
    pub(super) const fn focus_answer(&mut self) {
        self.wants_answer = true;
    }

    /// Shows what the guidelines say of the label that the reviewer decided for, or the list again.
    pub(super) fn toggle_guidelines(&mut self, session: &Session) {
        self.shows_guidelines = !self.shows_guidelines;
        let one = session.feedback().and_then(FeedbackList::current);
        let label = one.and_then(|one| one.feedback.theirs.as_ref().or(one.feedback.mine.as_ref()));
        if let Some(label) = label.and_then(|annotation| session.schema().label(&annotation.label)) {
            self.guidelines.go_to(&label.name);
        }
    }

    /// Draws the panel.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        let Some(list) = session.feedback() else { return };
        ui.spacing_mut().item_spacing.y = size::STEP;
        ui.horizontal(|ui| {
            ui.label(RichText::new(text("window-feedback")).family(fonts::strong()).size(size::HEADING));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let close = ui.button(icon::CLOSE).on_hover_text(text("window-feedback-close-tip"));
                menu::named(&close, text("window-feedback-close"));
                if close.clicked() {
                    drawing.out.act(&LEAVE_FEEDBACK);
                }
            });
        });
        let told = match (list.is_reading(), list.all().len()) {
            (true, 0) => text("window-feedback-looking").to_owned(),
            (false, 0) => text("window-feedback-none").to_owned(),
            (_, all) => say!("window-feedback-left", open = list.open(), answered = all - list.open()),
        };
        ui.label(RichText::new(told).color(theme.quiet).size(size::SMALL_TEXT));
        let Some(one) = list.current() else { return };
        ui.separator();
        self.card(ui, drawing, list.position(), one);
        ui.separator();
        if self.shows_guidelines {
            self.guidelines.show(ui, drawing);
        } else {
            self.list(ui, drawing, list);
        }
    }

    fn card(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, at: usize, one: &ArticleFeedback) {
        let Drawing { session, theme, .. } = *drawing;
        let width = ui.available_width();
        drawing.ink.label(ui, &one.file, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
        let who = session.called(&one.feedback.reviewer);
        ui.add(egui::Label::new(RichText::new(format!("{} · {who}", kinds(one)))).wrap());
        version(ui, drawing, "window-feedback-yours", one.mine.as_ref(), "window-feedback-nothing");
        if !one.feedback.is_question {
            version(
                ui,
                drawing,
                "window-feedback-decided",
                one.theirs.as_ref(),
                "window-feedback-nothing-here",
            );
        }
        if !one.feedback.comment.is_empty() {
            let style = LabelStyle::regular(size::TEXT, theme.text);
            drawing.ink.paragraph(ui, &one.feedback.comment, style, width);
        }
        if let Some(answer) = &one.feedback.answer {
            let head =
                if one.feedback.is_heard { "window-feedback-was-read" } else { "window-feedback-answered" };
            ui.label(RichText::new(text(head)).color(theme.quiet).size(size::SMALL_TEXT));
            let style = LabelStyle::regular(size::TEXT, theme.text);
            drawing.ink.paragraph(ui, &answer.text, style, width);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(size::HALF);
            for action in [&TAKE_OVER, &KEEP_MINE, &GUIDELINES] {
                let name =
                    if *action == GUIDELINES { text("window-feedback-guidelines") } else { action.name() };
                let button = Button::new(name).shortcut_text(drawing.shortcuts.key(action));
                let response = ui.add_enabled(action.is_possible(session), button);
                menu::named(&response, name);
                if response.on_hover_text(action.description()).clicked() {
                    drawing.out.act(action);
                }
            }
        });
        self.field(ui, drawing, at, one);
    }

    /// The answer; Enter sends it.
    fn field(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, at: usize, one: &ArticleFeedback) {
        let words = one.feedback.answer.as_ref().map(|answer| answer.text.clone()).unwrap_or_default();
        let key = (at, format!("{}{:?}{words}", one.file, one.feedback.subject()));
        if self.of.as_ref() != Some(&key) {
            self.of = Some(key);
            self.answer = words;
        }
        let hint = say!("window-feedback-answer-hint", key = drawing.shortcuts.key(&KEEP_MINE));
        let field = TextField::line(&mut self.answer).hint(hint).width(f32::INFINITY);
        let response = field.show(ui, drawing.ink);
        menu::named(&response, text("window-feedback-answer"));
        if std::mem::take(&mut self.wants_answer) {
            response.request_focus();
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            drawing.out.run(FeedbackCommand::Answer(self.answer.trim().to_owned()));
        }
    }

    fn list(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, list: &FeedbackList) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().id_salt("feedback").auto_shrink(false);
        if self.shown.replace(list.position()) != Some(list.position()) {
            let top = list.position() as f32 * size::ROW - ui.available_height() / 2.0;
            area = area.vertical_scroll_offset(top.max(0.0));
        }
        area.show_rows(ui, size::ROW, list.all().len(), |ui, range| {
            for at in range {
                let line = line(ui, drawing, &list.all()[at], at == list.position());
                access::position(&line, at, list.all().len());
                if line.clicked() {
                    drawing.out.run(FeedbackCommand::Go(at));
                }
            }
        });
    }
}

/// The kinds of difference in words: `Label · edges`.
fn kinds(one: &ArticleFeedback) -> String {
    if one.feedback.is_question {
        return text("window-feedback-question").to_owned();
    }
    let names: Vec<&str> = one.feedback.differences.iter().map(|kind| name(*kind)).collect();
    let told = names.join(" · ");
    let mut chars = told.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn name(kind: Difference) -> &'static str {
    text(match kind {
        Difference::Missed => "window-feedback-missed",
        Difference::Extra => "window-feedback-extra",
        Difference::Edges => "window-feedback-edges",
        Difference::Label => "window-feedback-label",
        Difference::Field => "window-feedback-field",
        Difference::Link => "window-feedback-link",
    })
}

/// What one of the two has; `whose` it is and that there is `nothing` are messages.
fn version(ui: &mut Ui, drawing: &mut Drawing<'_>, whose: &str, mark: Option<&QuotedMark>, nothing: &str) {
    let Drawing { session, theme, .. } = *drawing;
    let frame =
        Frame::new().fill(theme.page).stroke((size::HAIRLINE, theme.hairline)).corner_radius(size::RADIUS);
    let shown = frame.inner_margin(size::STEP).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::HALF;
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(|ui| {
            ui.colored_label(theme.quiet, text(whose));
            let Some(mark) = mark else {
                ui.label(text(nothing));
                return;
            };
            if let Some(label) = session.schema().label(&mark.label) {
                label_bar::swatch(ui, label, theme);
            }
            ui.label(session.schema().name_of_label(&mark.label));
        });
        if let Some(mark) = mark {
            let width = ui.available_width();
            drawing.ink.paragraph(ui, &mark.quote, LabelStyle::regular(size::TEXT + 1.5, theme.text), width);
        }
    });
    let id = ui.scope_id().with(("feedback", whose));
    let response = ui.interact(shown.response.rect, id, Sense::hover());
    let said = match mark {
        Some(mark) => {
            let label = session.schema().name_of_label(&mark.label);
            say!("window-feedback-version", whose = text(whose), label = label, quote = &*mark.quote)
        }
        None => say!("window-feedback-no-version", whose = text(whose), nothing = text(nothing)),
    };
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, &said));
}

fn line(ui: &mut Ui, drawing: &mut Drawing<'_>, one: &ArticleFeedback, here: bool) -> egui::Response {
    let theme = drawing.theme;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), size::ROW), Sense::CLICK);
    let quote = one.mine.as_ref().or(one.theirs.as_ref()).map(|mark| &*mark.quote).unwrap_or_default();
    let state =
        if one.feedback.is_open() { kinds(one) } else { text("window-feedback-is-answered").to_owned() };
    let said = say!("window-feedback-line", quote = quote, state = &*state, file = &*one.file);
    response.widget_info(|| WidgetInfo::selected(egui::accesskit::Role::ListBoxOption, true, here, &said));
    if here || response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, if here { theme.selection } else { theme.hover });
    }
    let small = egui::FontId::proportional(size::SMALL_TEXT);
    let right = egui::pos2(rect.right() - size::STEP, rect.center().y);
    let drawn = ui.painter().text(right, egui::Align2::RIGHT_CENTER, state, small, theme.quiet);
    let room = egui::Rect::from_min_max(
        egui::pos2(rect.left() + size::STEP, rect.top()),
        egui::pos2(drawn.left() - size::STEP, rect.bottom()),
    );
    drawing.ink.paint_label(ui.painter(), room, quote, LabelStyle::regular(size::TEXT, theme.text));
    response
}

/// The words over an article that a reviewer returned: head, and what was said to it.
pub(super) fn returned_words(session: &Session) -> Option<(String, String)> {
    let returned = session.returned_by(&session.article()?.document().file);
    if returned.is_empty() {
        return None;
    }
    let names = session.all_called(returned.iter().map(|(by, _)| by)).join(", ");
    let comments: Vec<&str> =
        returned.iter().map(|(_, returned)| &*returned.comment).filter(|text| !text.is_empty()).collect();
    let words =
        if comments.is_empty() { text("window-returned-words").to_owned() } else { comments.join("\n") };
    Some((say!("window-returned", names = names), words))
}

/// The buttons of that banner.
pub(super) fn returned_buttons(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    if ui.button(text("window-returned-show")).clicked() {
        drawing.out.run(FeedbackCommand::Show);
    }
    if ui.button(text("window-returned-hand-back")).on_hover_text(HAND_BACK.description()).clicked() {
        drawing.out.act(&HAND_BACK);
    }
}
