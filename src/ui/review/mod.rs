//! The panel of a review: how far one is, what is looked at and what may be said of it, and what is to come.

mod agreed;
mod differences;
mod fill;
mod fill_rule;
mod item;
mod queue;
mod returning;
mod sampling;

use std::sync::Arc;

use egui::{ComboBox, ProgressBar, RichText, ScrollArea, Ui};

pub(super) use self::agreed::Agreed;
pub(super) use self::fill::FillDialog;
use self::item::ItemCard;
use self::queue::Queue;
pub(super) use self::returning::ReturnDialog;
use self::sampling::SampleRow;
use super::actions::review::LEAVE_REVIEW;
use super::theme::{Theme, size};
use super::{Drawing, access, fonts, icon, menu, waiting};
use crate::analysis::{ConflictKind, QueueOrder};
use crate::model::Annotator;
use crate::session::{QueueFilter, Review, ReviewCommand, Session};
use crate::words::{say, text};

/// What the panel needs, in points.
const LEAST: f32 = 460.0;

/// The panel and what is only of it.
#[derive(Default)]
pub(super) struct ReviewPanel {
    card: ItemCard,
    sample: SampleRow,
    queue: Queue,
}

impl ReviewPanel {
    /// Puts the caret into the comment.
    pub(super) const fn focus_comment(&mut self) {
        self.card.focus_comment();
    }

    /// Draws the panel; `listed` gives the articles that the list shows.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        listed: &dyn Fn() -> Vec<Arc<str>>,
    ) {
        // Where it does not fit, all of it scrolls, with some lines of the queue at its end.
        if ui.available_height() >= LEAST {
            self.contents(ui, drawing, listed);
            return;
        }
        ScrollArea::vertical().id_salt("review").auto_shrink(false).show(ui, |ui| {
            ui.allocate_ui(egui::vec2(ui.available_width() - size::STEP, LEAST), |ui| {
                ui.set_max_height(LEAST);
                self.contents(ui, drawing, listed);
            });
        });
    }

    fn contents(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, listed: &dyn Fn() -> Vec<Arc<str>>) {
        let Drawing { session, theme, .. } = *drawing;
        let Some(review) = session.review() else { return };
        ui.spacing_mut().item_spacing.y = size::STEP;
        ui.horizontal(|ui| {
            ui.label(RichText::new(text("review-title")).family(fonts::strong()).size(size::HEADING));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let close = ui.button(icon::CLOSE).on_hover_text(text("review-end-tip"));
                menu::named(&close, text("review-end"));
                if close.clicked() {
                    drawing.out.act(&LEAVE_REVIEW);
                }
            });
        });
        annotator_choice(ui, drawing, review);
        in_progress(ui, drawing, review);
        scope(ui, drawing, review, listed);
        self.sample.show(ui, drawing, review);
        progress(ui, review, theme);
        ui.separator();
        if review.is_empty() {
            empty(ui, review, theme);
            return;
        }
        self.card.show(ui, drawing);
        ui.separator();
        self.queue.show(ui, drawing, review);
    }
}

/// How an annotator is called in a review: by name, or by a letter where names are hidden.
pub(super) fn called(session: &Session, annotators: &[Annotator], number: usize) -> String {
    annotators.get(number).map(|annotator| session.called(annotator)).unwrap_or_default()
}

/// The number that badge and line of an annotator are chosen by: always the same, but where names are hidden.
pub(super) fn shape(session: &Session, annotators: &[Annotator], number: usize) -> usize {
    match annotators.get(number) {
        Some(annotator) if session.is_blind() => session.pseudonym_of(annotator),
        Some(annotator) => session.number_of(annotator),
        None => number,
    }
}

/// These annotators as they are shown: in their order, or where names are hidden in that of their letters.
pub(super) fn in_order(session: &Session, annotators: &[Annotator], numbers: &[usize]) -> Vec<usize> {
    let mut numbers = numbers.to_vec();
    if session.is_blind() {
        numbers.sort_by_cached_key(|number| called(session, annotators, *number));
    }
    numbers
}

/// What a kind of difference is called, within a sentence.
fn conflict_name(kind: ConflictKind) -> &'static str {
    text(match kind {
        ConflictKind::Missing => "review-conflict-missing",
        ConflictKind::Boundary => "review-conflict-boundary",
        ConflictKind::Label => "review-conflict-label",
        ConflictKind::Attribute => "review-conflict-attribute",
        ConflictKind::Entity => "review-conflict-entity",
        ConflictKind::Relation => "review-conflict-relation",
    })
}

fn order_name(order: QueueOrder) -> &'static str {
    text(match order {
        QueueOrder::Disagreement => "review-order-difference",
        QueueOrder::Score => "review-order-confidence",
        QueueOrder::Label => "review-order-label",
        QueueOrder::Text => "review-order-text",
    })
}

/// Whose annotations are reviewed; taking one in or out begins anew.
fn annotator_choice(ui: &mut Ui, drawing: &mut Drawing<'_>, review: &Review) {
    let Drawing { session, theme, .. } = *drawing;
    if session.is_blind() {
        let text = say!("review-names-hidden", count = review.annotators().len());
        ui.colored_label(theme.quiet, text);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for annotator in session.everybody() {
            let mut on = review.annotators().contains(&annotator);
            let is_own = session.annotator() == Some(&annotator);
            let name = annotator.to_string();
            let name = if is_own { say!("review-you", name = name) } else { name };
            if ui.checkbox(&mut on, name).changed() {
                let annotators = menu::toggled(review.annotators(), annotator, on);
                if !annotators.is_empty() {
                    drawing.out.run(ReviewCommand::StartReview {
                        annotators,
                        only: review.only().map(<[_]>::to_vec),
                        cases: None,
                    });
                }
            }
        }
    });
}

/// Whose articles in progress are left out, to be ticked in.
fn in_progress(ui: &mut Ui, drawing: &mut Drawing<'_>, review: &Review) {
    let Drawing { session, theme, .. } = *drawing;
    let everybody: Vec<usize> = (0..review.annotators().len()).collect();
    for n in in_order(session, review.annotators(), &everybody) {
        let annotator = &review.annotators()[n];
        let left_out = review.left_out().get(n).copied().unwrap_or_default();
        let mut counts = session.counts_unfinished(annotator);
        if left_out == 0 && !counts {
            continue;
        }
        let name = called(session, review.annotators(), n);
        let told = match left_out {
            0 => say!("review-unfinished-counts", name = name),
            left_out => say!("review-unfinished-left-out", name = name, count = left_out),
        };
        let text = RichText::new(told).color(theme.quiet).size(size::SMALL_TEXT);
        if ui.checkbox(&mut counts, text).changed() {
            drawing.out.run(ReviewCommand::CountUnfinished(annotator.clone(), counts));
        }
    }
}

/// Which articles are gone through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    All,
    /// Those that the list of articles shows.
    Listed,
    /// The one that is open.
    Article,
}

impl Scope {
    const ALL: [Self; 3] = [Self::All, Self::Listed, Self::Article];

    fn of(review: &Review) -> Self {
        match review.only() {
            None => Self::All,
            Some([_]) => Self::Article,
            Some(_) => Self::Listed,
        }
    }

    fn name(self) -> &'static str {
        text(match self {
            Self::All => "review-scope-all",
            Self::Listed => "review-scope-listed",
            Self::Article => "review-scope-article",
        })
    }
}

fn scope(ui: &mut Ui, drawing: &mut Drawing<'_>, review: &Review, listed: &dyn Fn() -> Vec<Arc<str>>) {
    let session = drawing.session;
    // Each as wide as what it says: three beside each other had no room for the words.
    ui.horizontal_wrapped(|ui| {
        let here = Scope::of(review);
        let mut chosen = here;
        let response = ComboBox::from_id_salt("scope").selected_text(here.name());
        let response = response.show_ui(ui, |ui| {
            for scope in Scope::ALL {
                ui.selectable_value(&mut chosen, scope, scope.name());
            }
        });
        menu::named(&response.response, text("review-scope"));
        if chosen != here {
            let only = match chosen {
                Scope::All => None,
                Scope::Listed => Some(listed()),
                Scope::Article => session.article().map(|article| vec![article.document().file.clone()]),
            };
            drawing.out.run(ReviewCommand::StartReview {
                annotators: review.annotators().to_vec(),
                only,
                cases: None,
            });
        }
        let mut filter = session.queue_filter();
        let response = ComboBox::from_id_salt("filter").selected_text(filter.name());
        let response = response.show_ui(ui, |ui| {
            for other in QueueFilter::ALL {
                ui.selectable_value(&mut filter, other, other.name());
            }
        });
        menu::named(&response.response, text("review-filter"));
        if filter != session.queue_filter() {
            drawing.out.run(ReviewCommand::FilterReview(filter));
        }
        let mut order = review.order();
        let response = ComboBox::from_id_salt("order").selected_text(order_name(order)).show_ui(ui, |ui| {
            for other in QueueOrder::ALL {
                ui.selectable_value(&mut order, other, order_name(other));
            }
        });
        menu::named(&response.response, text("review-order"));
        if order != review.order() {
            drawing.out.run(ReviewCommand::OrderReview(order));
        }
    });
}

fn progress(ui: &mut Ui, review: &Review, theme: &Theme) {
    if let Some((done, of)) = review.building() {
        waiting::bar(ui, (done, of), &say!("review-looked-through", done = done, all = of));
        return;
    }
    let (decided, all) = (review.decided(), review.len());
    let part = if all == 0 { 1.0 } else { decided as f32 / all as f32 };
    let bar = ui.add(ProgressBar::new(part).fill(theme.accent).desired_height(6.0));
    let told = match review.agreed() {
        0 => say!("review-decided", decided = decided, all = all),
        agreed => say!("review-decided-agreed", decided = decided, all = all, agreed = agreed),
    };
    access::progress(&bar, &told);
    ui.label(RichText::new(told).color(theme.quiet).size(size::SMALL_TEXT));
}

fn empty(ui: &mut Ui, review: &Review, theme: &Theme) {
    let why = match (review.building(), review.annotators()) {
        (Some(_), _) => "review-empty-looking",
        (None, [_]) => "review-empty-nothing",
        (None, _) if review.agreed() > 0 => "review-empty-agreed",
        (None, _) => "review-empty-alone",
    };
    ui.colored_label(theme.quiet, text(why));
}
