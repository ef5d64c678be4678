//! What is looked at: each annotator's version of it, what they differ in, and what may be said.

use std::sync::Arc;

use egui::{Button, Frame, RichText, ScrollArea, Sense, Ui};

use super::{called, conflict_name, differences, in_order, shape};
use crate::analysis::{Member, ReviewItem};
use crate::model::{AnnotationId, ReviewTarget, Verdict};
use crate::session::{AnnotateCommand, Review, ReviewCommand, Session};
use crate::ui::actions::review::{ACCEPT, ACCEPT_ALL, COMMENT, EDIT_ITEM, NOTHING_HERE, QUESTION, REJECT};
use crate::ui::badge;
use crate::ui::text_field::TextField;
use crate::ui::theme::{Theme, size};
use crate::ui::{Drawing, LabelStyle, icon, label_bar, menu};
use crate::words::{say, text};

/// Room that is left for the buttons, the comment and some lines of the queue, in points.
const RESERVED: f32 = 250.0;

/// Versions that can be chosen by a digit.
const KEYS: usize = 9;

/// The card and the comment being typed.
#[derive(Default)]
pub(super) struct ItemCard {
    comment: String,
    /// Whether it waits for its article to be on screen.
    is_pending: bool,
    /// Which annotation the comment is of.
    of: Option<(Arc<str>, AnnotationId)>,
    wants_comment: bool,
    /// How high it was when it was drawn last.
    height: f32,
}

impl ItemCard {
    /// Puts the caret into the comment.
    pub(super) const fn focus_comment(&mut self) {
        self.wants_comment = true;
    }

    /// Draws the card: the versions in at most so much height, and below them what may be said.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let session = drawing.session;
        let Some(review) = session.review() else { return };
        let top = ui.cursor().top();
        let Some(item) = review.item() else { return self.coming(ui, drawing, review) };
        head(ui, drawing, item);
        let room = ui.available_height();
        let most = (room - RESERVED).max(room * 0.4);
        ScrollArea::vertical().id_salt("versions").max_height(most).show(ui, |ui| {
            for number in 0..item.versions.len() {
                versions(ui, drawing, item, number);
            }
            nobody(ui, drawing, item);
            differences::show(ui, drawing, item);
        });
        came_back(ui, drawing, item);
        buttons(ui, drawing);
        self.comment(ui, drawing, review, item);
        self.height = ui.cursor().top() - top;
    }

    /// As long as the item is not at hand, room for it: what is below stays in its place.
    fn coming(&self, ui: &mut Ui, drawing: &Drawing<'_>, review: &Review) {
        let bottom = ui.cursor().top() + self.height;
        let told = match (review.building(), review.file_at(review.position())) {
            (None, Some(file)) => say!("review-queue-reading", file = &**file),
            _ => text("review-empty-looking").to_owned(),
        };
        ui.colored_label(drawing.theme.quiet, told);
        ui.add_space((bottom - ui.cursor().top()).max(0.0));
    }

    fn comment(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, review: &Review, item: &ReviewItem) {
        let Some((_, member)) = review.member() else { return };
        let key = Some((item.file.clone(), member.id.clone()));
        let held = member.current_verdict.as_ref().map_or("", |held| held.comment.as_str());
        if self.of != key {
            self.of = key;
            self.is_pending = false;
            held.clone_into(&mut self.comment);
        }
        let hint = say!("review-comment-hint", key = drawing.shortcuts.key(&COMMENT));
        let field = TextField::line(&mut self.comment).hint(hint).width(f32::INFINITY);
        let response = field.show(ui, drawing.ink);
        menu::named(&response, text("review-comment"));
        if std::mem::take(&mut self.wants_comment) {
            response.request_focus();
        }
        if response.gained_focus() || response.lost_focus() {
            drawing.out.run(AnnotateCommand::EndTyping);
        }
        // Its article may have been left, and is on its way back then.
        let is_shown = drawing.session.article().is_some_and(|article| article.document().file == item.file);
        self.is_pending |= response.changed();
        if response.changed() || (self.is_pending && is_shown) {
            // Before a click of this frame looks at another version.
            drawing.out.run_first(ReviewCommand::Comment(self.comment.trim().to_owned()));
            self.is_pending = !is_shown;
        } else if !self.is_pending && !response.has_focus() {
            // It may have been undone, or changed by another program.
            held.clone_into(&mut self.comment);
        }
    }
}

/// The article, and what they differ in.
fn head(ui: &mut Ui, drawing: &mut Drawing<'_>, item: &ReviewItem) {
    let theme = drawing.theme;
    let width = ui.available_width();
    drawing.ink.label(ui, &item.file, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
    let differs = kinds(item);
    if !differs.is_empty() {
        ui.add(egui::Label::new(RichText::new(differs)).wrap());
    }
    if item.is_stale() {
        let text = RichText::new(format!("{} {}", icon::WARNING, text("review-changed")));
        ui.colored_label(theme.warning, text.size(size::SMALL_TEXT));
    }
    if is_of_earlier_version(drawing.session, item) {
        let told = RichText::new(text("review-verdict-of-earlier-version"));
        ui.add(egui::Label::new(told.color(theme.quiet).size(size::SMALL_TEXT)).wrap());
    }
}

/// Whether a verdict that holds here does not say what it is on, as those of earlier versions of the program.
fn is_of_earlier_version(session: &Session, item: &ReviewItem) -> bool {
    let (Some(review), Some(article)) = (session.review(), session.article()) else { return false };
    let own = |(n, member): (usize, &Member)| {
        let annotator = review.annotators().get(n)?.clone();
        let of = ReviewTarget { annotator, annotation: member.id.clone() };
        member.current_verdict.as_ref().and(article.set().review(&of))
    };
    article.document().file == item.file && item.present().filter_map(own).any(|own| own.saw.is_none())
}

/// What annotators answered, and what other reviewers decided.
fn came_back(ui: &mut Ui, drawing: &mut Drawing<'_>, item: &ReviewItem) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(review) = session.review() else { return };
    let width = ui.available_width();
    for answer in &item.answers {
        let who = called(session, review.annotators(), answer.by);
        let text = say!("review-answers", name = who, answer = &*answer.text);
        drawing.ink.paragraph(ui, &text, LabelStyle::regular(size::TEXT, theme.text), width);
    }
    if item.is_contradicted() {
        let mut said: Vec<String> = item
            .present()
            .flat_map(|(_, member)| &member.others_say)
            .map(|(who, verdict)| format!("{}: {}", session.called(who), verdict_name(*verdict)))
            .collect();
        said.sort();
        said.dedup();
        let told = say!("review-contradicted", verdicts = said.join(", "));
        let told = RichText::new([icon::WARNING, &told].join(" "));
        ui.colored_label(theme.warning, told.size(size::SMALL_TEXT));
    }
    let is_new = |held: &crate::analysis::CurrentVerdict| held.is_new && !held.stale;
    let mut held = item.present().filter_map(|(_, member)| member.current_verdict.as_ref());
    if held.any(is_new) {
        let told = RichText::new(text("review-changed-anew"));
        ui.colored_label(theme.quiet, told.size(size::SMALL_TEXT));
    }
}

/// What they differ in, in words: `Label · boundary · attributes`.
fn kinds(item: &ReviewItem) -> String {
    let mut names: Vec<&str> = item.conflicts.iter().map(|conflict| conflict_name(conflict.kind)).collect();
    names.dedup();
    let told = names.join(" · ");
    let mut chars = told.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Those who have looked at the article and have nothing here.
fn nobody(ui: &mut Ui, drawing: &Drawing<'_>, item: &ReviewItem) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(review) = session.review() else { return };
    for number in in_order(session, review.annotators(), &item.missing()) {
        let name = called(session, review.annotators(), number);
        ui.horizontal(|ui| {
            ui.add_space(size::STEP);
            badge::show(ui, shape(session, review.annotators(), number), &name, theme);
            ui.colored_label(theme.quiet, say!("review-nothing-of", name = &*name));
        });
    }
}

/// One version, with all who have it.
fn versions(ui: &mut Ui, drawing: &mut Drawing<'_>, item: &ReviewItem, at: usize) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(review) = session.review() else { return };
    let holders = &*in_order(session, review.annotators(), &item.versions[at]);
    let looked_at = review.member().map(|(n, _)| n);
    let first = looked_at.filter(|n| holders.contains(n)).or_else(|| holders.first().copied());
    let Some(number) = first else { return };
    let Some(member) = item.members.get(number).and_then(Option::as_ref) else { return };
    let chosen = looked_at.is_some_and(|n| holders.contains(&n));
    let names: Vec<String> = holders.iter().map(|n| called(session, review.annotators(), *n)).collect();
    let stroke = if chosen { (1.5, theme.accent) } else { (size::HAIRLINE, theme.hairline) };
    let frame = Frame::new().fill(theme.page).stroke(stroke).corner_radius(size::RADIUS);
    let shown = frame.inner_margin(size::STEP).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::HALF;
        ui.spacing_mut().interact_size.y = 0.0;
        version(ui, drawing, (at, holders, &names), member);
    });
    let id = ui.scope_id().with(("version", number));
    let response = ui.interact(shown.response.rect, id, Sense::CLICK);
    let label = session.schema().name_of_label(&member.label);
    let said = say!("review-version-said", names = names.join(", "), label = &*label, quote = &*member.quote);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::accesskit::Role::RadioButton, true, chosen, &said));
    if response.clicked() && !chosen {
        drawing.out.run(ReviewCommand::ReviewMember(number));
    }
}

/// Who, with which label, which words, and what was decided.
fn version(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    (at, holders, names): (usize, &[usize], &[String]),
    member: &Member,
) {
    let Drawing { session, theme, .. } = *drawing;
    let label = session.schema().label(&member.label);
    ui.horizontal_wrapped(|ui| {
        let annotators = session.review().map(Review::annotators).unwrap_or_default();
        if at < KEYS {
            ui.label(RichText::new((at + 1).to_string()).color(theme.quiet).size(size::SMALL_TEXT));
        }
        for (number, name) in holders.iter().zip(names) {
            badge::show(ui, shape(session, annotators, *number), name, theme);
            ui.label(name);
        }
        if let Some(label) = label {
            label_bar::swatch(ui, label, theme);
        }
        ui.label(session.schema().name_of_label(&member.label));
        if let Some(score) = member.score {
            let part = RichText::new(format!("{:.0} %", score * 100.0)).size(size::SMALL_TEXT);
            ui.colored_label(theme.quiet, part).on_hover_text(text("review-model-score"));
        }
        verdict(ui, member, theme);
    });
    let width = ui.available_width();
    drawing.ink.paragraph(ui, &member.quote, LabelStyle::regular(size::TEXT + 1.5, theme.text), width);
}

fn verdict_name(verdict: Verdict) -> &'static str {
    text(match verdict {
        Verdict::Accepted => "review-verdict-accepted",
        Verdict::Rejected => "review-verdict-rejected",
        Verdict::Question => "review-verdict-question",
    })
}

fn verdict(ui: &mut Ui, member: &Member, theme: &Theme) {
    let Some(held) = &member.current_verdict else { return };
    let (sign, color, word) = match held.verdict {
        Verdict::Accepted => (icon::CHECK, theme.success, "review-verdict-accepted"),
        Verdict::Rejected => (icon::X, theme.danger, "review-verdict-rejected"),
        Verdict::Question => (icon::QUESTION, theme.warning, "review-verdict-in-question"),
    };
    let color = if held.stale { theme.quiet } else { color };
    let told = RichText::new([sign, text(word)].join(" "));
    let label = ui.label(told.color(color).size(size::SMALL_TEXT));
    if !held.comment.is_empty() {
        label.on_hover_text(&held.comment);
    }
}

/// What may be said of it, each with its key.
fn buttons(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let session = drawing.session;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(size::HALF, size::HALF);
        let versions = session.review().and_then(Review::item).map_or(0, |item| item.versions.len());
        for action in [&ACCEPT, &REJECT, &QUESTION, &ACCEPT_ALL, &NOTHING_HERE, &EDIT_ITEM] {
            if (*action == ACCEPT_ALL || *action == NOTHING_HERE) && versions < 2 {
                continue;
            }
            let button = Button::new(action.name()).shortcut_text(drawing.shortcuts.key(action));
            let response = ui.add_enabled(action.is_possible(session), button);
            menu::named(&response, action.name());
            if response.on_hover_text(action.description()).clicked() {
                drawing.out.act(action);
            }
        }
    });
}
