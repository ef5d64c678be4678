//! The annotations over one stretch of text, also those for which there is no room over it: a list that is walked by key.

use std::ops::Range;
use std::sync::Arc;

use egui::{Frame, Rect, Response, ScrollArea, Ui, Vec2};

use super::inspector::display_name_and_value;
use super::palette::{Chooser, LABEL_HEIGHTS, place};
use super::theme::size;
use super::two_line_row::TwoLineRow;
use super::{Drawing, access};
use crate::model::{Annotation, AnnotationKind, AnnotationSet, Revision, Schema};
use crate::session::{OpenArticle, SelectCommand, Session};
use crate::text::{ByteOffset, SourceText};
use crate::words::{say, text};

/// Width of the list, in points.
const WIDTH: f32 = 420.0;
/// Height of a line: the words, and what is said of them.
const LINE: f32 = 44.0;
/// Characters of an annotation's words that a line shows, and that are looked through.
const QUOTE: usize = 160;

/// The list, with what is typed to narrow it.
#[derive(Debug)]
pub(super) struct MarksHere {
    chooser: Chooser,
    range: Range<ByteOffset>,
    kind: Option<AnnotationKind>,
    near: Option<Rect>,
    found: Option<Found>,
}

/// What was found of which set for which words.
#[derive(Debug)]
struct Found {
    revision: Revision,
    query: String,
    lines: Vec<Arc<Annotation>>,
}

impl MarksHere {
    /// Those of a layer, or of both, that share text with `range`; the list stands beside `near`.
    pub(super) fn new(range: Range<ByteOffset>, kind: Option<AnnotationKind>, near: Option<Rect>) -> Self {
        Self { chooser: Chooser::default(), range, kind, near, found: None }
    }

    /// Those over the focused annotation, or over the caret; nothing where there is none.
    pub(super) fn at_caret(session: &Session, near: Option<Rect>) -> Option<Self> {
        let article = session.article()?;
        let range = if let Some(focused) = article.focused() {
            let extent = focused.spans.extent();
            extent.start()..extent.end()
        } else {
            let head = article.selection().head;
            let is_marked = !article.set().annotations().at(head).is_empty();
            is_marked.then(|| head..ByteOffset::new(head.get() + 1))?
        };
        Some(Self::new(range, None, near))
    }

    /// Draws the list; says whether it stays.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let Some(article) = session.article() else { return false };
        let all = self.update(article, session.schema());
        let (area, high) = place("annotations-here", self.near, ctx, LABEL_HEIGHTS);
        let mut taken = None;
        let drawn = area.accessible_name(text("panels-marks-title")).show(ctx, |ui| {
            Frame::popup(ui.style()).inner_margin(size::STEP).show(ui, |ui| {
                ui.set_width(WIDTH.min(ctx.content_rect().width() - 48.0));
                let lines = self.found.as_ref().map(|found| found.lines.clone()).unwrap_or_default();
                let enter = self.chooser.field(ui, drawing.ink, text("panels-marks-find"), lines.len());
                let what = if lines.len() == all {
                    say!("panels-marks-count", count = all)
                } else {
                    say!("panels-marks-found", found = lines.len(), count = all)
                };
                ui.colored_label(theme.quiet, what);
                let high = (high - size::ROW - size::GROUP - LINE).max(2.0 * LINE);
                taken = self.lines(ui, drawing, &lines, high);
                if enter {
                    taken = lines.get(self.chooser.current).cloned();
                }
            });
        });
        let elsewhere = ctx.input(|i| {
            let at = i.pointer.interact_pos();
            i.pointer.any_pressed() && at.is_some_and(|at| !drawn.response.rect.contains(at))
        });
        match taken {
            Some(annotation) => {
                drawing.out.run(SelectCommand::Focus(Some(annotation.id.clone())));
                false
            }
            None => !elsewhere,
        }
    }

    /// Finds the lines anew where the set or the words typed changed; gives how many there are without those.
    fn update(&mut self, article: &OpenArticle, schema: &Schema) -> usize {
        let (set, text) = (article.set(), &article.document().text);
        let query = self.chooser.query.trim().to_lowercase();
        let all = all(set, &self.range, self.kind);
        let is_new = self.found.as_ref().is_none_or(|f| f.revision != set.revision() || f.query != query);
        if is_new {
            let words: Vec<&str> = query.split_whitespace().collect();
            let fits = |annotation: &&Arc<Annotation>| {
                words.is_empty() || {
                    let heard = Words::of(annotation, schema, text).heard().to_lowercase();
                    words.iter().all(|word| heard.contains(word))
                }
            };
            let lines = all.iter().copied().filter(fits).cloned().collect();
            self.found = Some(Found { revision: set.revision(), query, lines });
        }
        all.len()
    }

    /// The lines in sight; gives the one that is clicked.
    fn lines(
        &self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        lines: &[Arc<Annotation>],
        high: f32,
    ) -> Option<Arc<Annotation>> {
        if lines.is_empty() {
            ui.colored_label(drawing.theme.quiet, text("panels-marks-none"));
            return None;
        }
        let article = drawing.session.article()?;
        let mut taken = None;
        let (current, moved) = (self.chooser.current, self.chooser.moved);
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().max_height(high).auto_shrink([false, true]);
        area.show_rows(ui, LINE, lines.len(), |ui, range| {
            if moved {
                // It may be out of sight, and not drawn.
                let top = ui.max_rect().top() + (current as f32 - range.start as f32) * LINE;
                let row = Rect::from_min_size([ui.max_rect().left(), top].into(), Vec2::new(1.0, LINE));
                ui.scroll_to_rect_animation(row, None, egui::style::ScrollAnimation::none());
            }
            for at in range {
                let row = line(ui, drawing, article, &lines[at], at == current);
                access::position(&row, at, lines.len());
                if at == current {
                    self.chooser.point_at(&row);
                }
                if row.clicked() {
                    taken = Some(lines[at].clone());
                }
            }
        });
        taken
    }
}

/// The annotations of a layer, or of both, that share text with a stretch.
fn all<'s>(
    set: &'s AnnotationSet,
    range: &Range<ByteOffset>,
    kind: Option<AnnotationKind>,
) -> Vec<&'s Arc<Annotation>> {
    let mut all = set.annotations().within(range.start, range.end);
    all.retain(|annotation| kind.is_none_or(|kind| annotation.kind == kind));
    all
}

/// What a line says.
struct Words {
    quote: String,
    /// Label, values and note.
    said: String,
}

impl Words {
    fn of(annotation: &Annotation, schema: &Schema, text: &SourceText) -> Self {
        let first = text.slice(annotation.spans.first());
        let mut said = vec![schema.name_of_label(&annotation.label)];
        said.extend(annotation.entity.as_ref().map(ToString::to_string));
        let values = annotation.attributes.iter().map(|(id, value)| {
            let (name, value) = display_name_and_value(schema, id, &value.value);
            format!("{name}: {value}")
        });
        said.extend(values);
        said.extend(Some(annotation.note.clone()).filter(|note| !note.is_empty()));
        Self { quote: first.chars().take(QUOTE).collect(), said: said.join(" · ") }
    }

    fn heard(&self) -> String {
        format!("{}, {}", self.quote, self.said)
    }
}

fn line(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    article: &OpenArticle,
    annotation: &Annotation,
    current: bool,
) -> Response {
    let schema = drawing.session.schema();
    let words = Words::of(annotation, schema, &article.document().text);
    let row = TwoLineRow {
        label: schema.label(&annotation.label),
        upper: &words.quote,
        lower: &words.said,
        lower_color: None,
        is_current: current,
        height: LINE,
    };
    row.show(ui, drawing)
}
