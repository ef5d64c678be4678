//! The pointer on the text: selecting, focusing, dragging edges.

use std::ops::Range;

use egui::{CursorIcon, Event, Modifiers, PointerButton, Pos2, Response, Ui};

use super::marks::{Preview, edge_at};
use super::view::View;
use crate::model::Annotation;
use crate::session::{AnnotateCommand, Command, OpenArticle, SelectCommand};
use crate::text::{
    ByteOffset, Granularity, SourceText, Span, previous_grapheme, segment_at, trim_punctuation,
};
use crate::ui::Output;

/// Points from the upper and lower end of the window within which a drag scrolls.
const EDGE: f32 = 22.0;

/// What the pointer is over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surface<'a> {
    /// Where things are.
    pub view: &'a View,
    /// The article that is shown.
    pub article: &'a OpenArticle,
    /// The focused annotation: found by looking through the set, so once a frame is enough.
    pub focused: Option<&'a Annotation>,
    /// Whether annotations can be changed here.
    pub editable: bool,
    /// What lies over it and is clicked for itself.
    pub covered: &'a [egui::Rect],
}

impl Surface<'_> {
    /// The edge of the focused annotation whose knob is at a point: the part, and whether it is the end.
    fn edge_at(&self, at: Pos2) -> Option<(usize, bool)> {
        let focused = self.focused.filter(|_| self.editable)?;
        edge_at(self.view, &self.article.document().text, focused, at)
    }
}

/// What is being done with the button held.
#[derive(Clone, Debug, Default)]
enum Drag {
    #[default]
    None,
    /// Selecting from an anchor; `moved` once the head has left it.
    ///
    /// `first` is the cluster that was pressed on: words are whole from there.
    Select { anchor: usize, head: usize, moved: bool, first: Option<Range<usize>> },
    /// Moving an edge of an annotation; `fixed` is where its other edge stays.
    Edge { annotation: Box<Annotation>, part: usize, fixed: usize, span: Span },
}

/// The pointer's part of the reader.
#[derive(Clone, Debug, Default)]
pub(super) struct Pointer {
    drag: Drag,
}

impl Pointer {
    /// Whether something is being dragged.
    pub(super) const fn is_dragging(&self) -> bool {
        !matches!(self.drag, Drag::None)
    }

    /// Lets go of everything, as when another article comes.
    pub(super) fn let_go(&mut self) {
        self.drag = Drag::None;
    }

    /// Where the dragged edge would put its annotation.
    pub(super) fn preview(&self) -> Option<Preview> {
        match &self.drag {
            Drag::Edge { annotation, part, span, .. } => {
                Some(Preview { id: annotation.id.clone(), part: *part, span: *span })
            }
            Drag::None | Drag::Select { .. } => None,
        }
    }

    /// Pixels to scroll because a drag is at the end of the window.
    pub(super) fn autoscroll(&self, ui: &Ui, view: &View) -> f32 {
        let Some(at) = ui.input(|i| i.pointer.latest_pos()).filter(|_| self.is_dragging()) else {
            return 0.0;
        };
        let up = view.rect.top() + EDGE - at.y;
        let down = at.y - (view.rect.bottom() - EDGE);
        let speed = if up > 0.0 { -up } else { down.max(0.0) };
        speed * 14.0 * ui.input(|i| i.stable_dt).min(0.05) * view.scale
    }

    /// Turns this frame's pointer events into commands.
    pub(super) fn handle(&mut self, ui: &Ui, response: &Response, surface: Surface<'_>, out: &mut Output) {
        let (buttons, down, at, alt) = ui.input(|i| {
            let buttons: Vec<_> = i.events.iter().filter_map(primary_button).collect();
            (buttons, i.pointer.primary_down(), i.pointer.latest_pos(), i.modifiers.alt)
        });
        // Each at the place where it happened: a quick drag may begin and end within one frame.
        for (pos, pressed, modifiers) in buttons {
            if !pressed {
                self.drag_to(surface, pos, modifiers.alt, out);
                self.release(response, surface, pos, modifiers.alt, out);
            } else if surface.covered.iter().any(|rect| rect.contains(pos)) {
                self.drag = Drag::None;
            } else if response.rect.contains(pos) && ui.ctx().layer_id_at(pos) == Some(response.layer_id) {
                response.request_focus();
                self.press(surface, pos, modifiers.shift, out);
            }
        }
        let Some(at) = at else { return };
        if down {
            self.drag_to(surface, at, alt, out);
        } else {
            self.drag = Drag::None;
        }
        self.cursor(ui, response, surface, at);
    }

    fn press(&mut self, surface: Surface<'_>, at: Pos2, shift: bool, out: &mut Output) {
        let Surface { view, article, focused, .. } = surface;
        if let Some(annotation) = focused.filter(|_| !shift)
            && let Some((part, end)) = surface.edge_at(at)
            && let Some(span) = annotation.spans.as_slice().get(part).copied()
        {
            let fixed = if end { span.start() } else { span.end() };
            self.drag =
                Drag::Edge { annotation: Box::new(annotation.clone()), part, fixed: fixed.get(), span };
            return;
        }
        let Some(head) = view.offset_at(at) else { return };
        let anchor = if shift { article.selection().anchor.get() } else { head };
        self.drag =
            Drag::Select { anchor, head, moved: shift, first: view.cluster_within(at).filter(|_| !shift) };
        out.run(select(anchor, head));
    }

    /// Goes on with what is being dragged; an edge snaps to words, with Alt to clusters.
    fn drag_to(&mut self, surface: Surface<'_>, at: Pos2, alt: bool, out: &mut Output) {
        let Surface { view, article, .. } = surface;
        match &mut self.drag {
            Drag::None => {}
            Drag::Select { anchor, head, moved, .. } => {
                let Some(to) = view.offset_at(at).filter(|to| to != head) else { return };
                *head = to;
                *moved = true;
                out.run(select(*anchor, to));
            }
            Drag::Edge { annotation, part, fixed, span } => {
                let Some(to) = view.offset_at(at) else { return };
                let text = &article.document().text;
                let fixed_at = ByteOffset::new(*fixed);
                let wide = Span::of_clusters(text, fixed_at, ByteOffset::new(to));
                let wide = if alt { wide } else { wide.and_then(|wide| of_words(text, wide, fixed_at)) };
                // An edge stops at the other edge, and before another part of the same mark.
                let backwards = (*fixed == span.start().get()) != (to > *fixed);
                if let Some(wide) = wide.filter(|w| !backwards && annotation.spans.with(*part, *w).is_some())
                {
                    *span = wide;
                }
            }
        }
    }

    fn release(&mut self, response: &Response, surface: Surface<'_>, at: Pos2, alt: bool, out: &mut Output) {
        let Surface { view, focused, .. } = surface;
        match std::mem::take(&mut self.drag) {
            Drag::None => {}
            Drag::Edge { annotation, part, span, .. } => {
                if annotation.spans.as_slice().get(part) != Some(&span) {
                    out.run(AnnotateCommand::SetSpan { id: annotation.id, part, span });
                }
            }
            Drag::Select { anchor, head, moved, first } => {
                if response.triple_clicked() {
                    out.run(segment(view, at, head, Granularity::Sentence));
                } else if response.double_clicked() {
                    out.run(segment(view, at, head, Granularity::Word));
                } else if moved && anchor != head {
                    if !alt {
                        let (anchor, head) = touched(anchor..head, first, view.cluster_within(at));
                        out.run(select(anchor, head));
                    }
                    out.run(SelectCommand::FinishSelection(if alt {
                        Granularity::Cluster
                    } else {
                        Granularity::Word
                    }));
                } else if !moved {
                    match view.cluster_at(at) {
                        Some(cluster) => {
                            out.run(SelectCommand::FocusAt(ByteOffset::new(cluster.start)));
                        }
                        None if focused.is_some() => out.run(SelectCommand::Focus(None)),
                        None => {}
                    }
                }
            }
        }
    }

    fn cursor(&self, ui: &Ui, response: &Response, surface: Surface<'_>, at: Pos2) {
        if !response.contains_pointer() && !self.is_dragging() {
            return;
        }
        let on_edge = match self.drag {
            Drag::None => surface.edge_at(at).is_some(),
            Drag::Select { .. } => false,
            Drag::Edge { .. } => true,
        };
        ui.ctx().set_cursor_icon(if on_edge { CursorIcon::ResizeHorizontal } else { CursorIcon::Text });
    }
}

/// A drag from the first cluster that was pressed on to the last: the caret stands beside either of them, but their words are meant.
fn touched(drag: Range<usize>, first: Option<Range<usize>>, last: Option<Range<usize>>) -> (usize, usize) {
    let (first, last) = (first.unwrap_or(drag.start..drag.start), last.unwrap_or(drag.end..drag.end));
    if drag.start <= drag.end {
        (drag.start.min(first.start), drag.end.max(last.end))
    } else {
        (drag.start.max(first.end), drag.end.min(last.start))
    }
}

/// A span with the edge that is not `fixed` moved outward to the end of its word, off blanks and punctuation.
fn of_words(text: &SourceText, span: Span, fixed: ByteOffset) -> Option<Span> {
    let is_end = span.start() == fixed;
    let outermost = if is_end { previous_grapheme(text, span.end()) } else { span.start() };
    let word = segment_at(text, outermost, Granularity::Word);
    let (start, end) = match word.filter(|word| word.contains(outermost)) {
        Some(word) if is_end => (fixed, word.end().max(span.end())),
        Some(word) => (word.start().min(span.start()), fixed),
        None => (span.start(), span.end()),
    };
    let wide = Span::of_clusters(text, start, end)?;
    let trimmed = trim_punctuation(text, wide)?;
    if is_end {
        Span::of_clusters(text, fixed, trimmed.end())
    } else {
        Span::of_clusters(text, trimmed.start(), fixed)
    }
}

/// Where the primary button was pressed or let go, which of the two, and with what keys held.
const fn primary_button(event: &Event) -> Option<(Pos2, bool, Modifiers)> {
    match event {
        Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers } => {
            Some((*pos, *pressed, *modifiers))
        }
        _ => None,
    }
}

/// Selects between two places.
pub(super) fn select(anchor: usize, head: usize) -> Command {
    Command::Select(SelectCommand::Select { anchor: ByteOffset::new(anchor), head: ByteOffset::new(head) })
}

fn segment(view: &View, at: Pos2, head: usize, granularity: Granularity) -> Command {
    let cluster: Option<Range<usize>> = view.cluster_at(at);
    Command::Select(SelectCommand::SelectSegment {
        at: ByteOffset::new(cluster.map_or(head, |c| c.start)),
        granularity,
    })
}
