//! Others' marks beside the annotator's own: outlines, each annotator's with a line and a badge of its own.

use std::collections::{HashMap, HashSet};

use egui::{Rect, Stroke, pos2, vec2};

use super::chosen::ChosenBlocks;
use super::paint::{BAND_TOP, Brush};
use super::view::Placed;
use crate::analysis::Crowd;
use crate::model::{Annotation, Annotator, Hue};
use crate::session::{OpenArticle, Session};
use crate::typeset;
use crate::ui::badge;
use crate::ui::review::{called, shape};
use crate::words::say;

/// Outlines of several annotators lie so far around each other, in points.
const OUTSET: f32 = 2.5;

/// Draws them: in a review those of its item, else all of those who are looked at; none where the annotator is blind to
/// them.
///
/// `blocks` remembers what is drawn of each.
pub(super) fn paint(
    brush: &Brush<'_>,
    session: &Session,
    article: &OpenArticle,
    blocks: &mut HashMap<Annotator, ChosenBlocks>,
) {
    let item = session.review().and_then(|review| Some((review, review.item()?)));
    // What is not at hand yet is outlined in a moment.
    let is_coming = session.review().is_some_and(|review| !review.is_empty());
    if item.is_none() && (is_coming || session.is_blind()) {
        return;
    }
    let chosen = session.review().and_then(|review| review.member()).map(|(n, _)| n);
    let annotators = session.review().map_or(session.shown_annotators(), |review| review.annotators());
    for (number, annotator) in annotators.iter().enumerate() {
        let Some(other) = article.other(annotator) else { continue };
        let owner =
            Owner { shape: shape(session, annotators, number), name: called(session, annotators, number) };
        if let Some((_, item)) = item {
            let member = item.members.get(number).and_then(Option::as_ref);
            let member = member.filter(|_| item.file == article.document().file);
            if let Some(annotation) = member.and_then(|member| other.get(&member.id)) {
                outline(brush, session, annotation, &owner, chosen == Some(number));
            }
            continue;
        }
        let blocks = blocks.entry(annotator.clone()).or_default();
        let mut seen = HashSet::new();
        for placed in &brush.view.placed {
            let chosen = blocks.of((other, session.schema()), placed, None);
            for (annotation, _) in chosen.drawn.iter().filter(|(a, _)| seen.insert(a.id.clone())) {
                outline(brush, session, annotation, &owner, false);
            }
            for hidden in &chosen.crowds {
                number_of(brush, placed, &hidden.crowd);
            }
        }
    }
}

/// How many of an annotator's marks stand here beyond those that are drawn, at the end of the first line.
fn number_of(brush: &Brush<'_>, placed: &Placed, crowd: &Crowd) {
    let range = crowd.range.start.get()..crowd.range.end.get();
    let Some(rect) = Brush::inked(placed, range).into_iter().next() else { return };
    let rect = brush.view.on_screen(placed, rect);
    let font = egui::FontId::proportional(9.0);
    let text = say!("reader-crowd", count = crowd.count);
    brush.painter.text(rect.right_bottom(), egui::Align2::RIGHT_BOTTOM, text, font, brush.theme.quiet);
}

/// Whose mark it is.
struct Owner {
    /// The number that line and badge are chosen by.
    shape: usize,
    name: String,
}

fn outline(brush: &Brush<'_>, session: &Session, annotation: &Annotation, owner: &Owner, strong: bool) {
    let Owner { shape: number, name } = owner;
    let hue = session.schema().label(&annotation.label).map_or(Hue::Grey, |label| label.hue);
    let tone = brush.theme.tone(hue);
    let stroke = Stroke::new(if strong { 2.0 } else { 1.25 }, tone.strong);
    let mut first = true;
    for placed in &brush.view.placed {
        let height = placed.layout.line_height();
        for span in annotation.spans.as_slice() {
            for rect in Brush::inked(placed, span.range()) {
                let framed = typeset::Rect {
                    left: rect.left - 1.0,
                    right: rect.right + 1.0,
                    top: rect.top + height * BAND_TOP,
                    bottom: rect.top + height * 0.865,
                };
                let out = OUTSET * (*number % 4) as f32;
                let rect = brush.view.on_screen(placed, framed).expand(out);
                let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
                for n in 0..4 {
                    badge::line(brush.painter, [corners[n], corners[(n + 1) % 4]], *number, stroke);
                }
                if std::mem::take(&mut first) {
                    // Between the lines, where it covers no letters; those of several stand side by side.
                    let size = vec2(16.0, 9.5) * (height / brush.view.scale / 30.6).max(1.0);
                    let along = (*number % 4) as f32 * (size.x + 1.0);
                    // At the end of its first line: tags stand at the start.
                    let left = if placed.layout.is_rtl() {
                        rect.left() + out + along
                    } else {
                        rect.right() - out - size.x - along
                    };
                    let place = Rect::from_min_size(pos2(left, rect.top() + out - size.y + 1.0), size);
                    badge::paint(brush.painter, place, *number, name, brush.theme);
                }
            }
        }
    }
}
