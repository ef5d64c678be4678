//! The caret by keys: over clusters as they stand on the screen, over words, lines and pages.

use egui::{Event, Key, Modifiers, Ui};

use super::pointer::select;
use crate::session::{OpenArticle, SelectCommand};
use crate::text::{ByteOffset, Granularity, SourceText, next_grapheme, previous_grapheme, segment_at};
use crate::typeset::{Flow, TextLayout, Typesetter};
use crate::ui::Drawing;

/// How the caret is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Motion {
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    LineStart,
    LineEnd,
    TextStart,
    TextEnd,
    PageUp,
    PageDown,
}

/// The caret's memory between keys.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Keyboard {
    /// Where Up and Down aim at, in pixels of the column.
    goal: Option<f32>,
}

/// What the keys of a frame did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Moved {
    /// The caret moved: keep it in view.
    pub caret: bool,
    /// Pixels to scroll by, for whole pages.
    pub scroll: f32,
}

impl Keyboard {
    /// Forgets the goal, as when the caret was put elsewhere.
    pub(super) fn forget(&mut self) {
        self.goal = None;
    }

    /// Takes the caret's keys of this frame out of the input and carries them out; others are left alone.
    pub(super) fn handle(&mut self, ui: &Ui, drawing: &mut Drawing<'_>, flow: &mut Flow, page: f32) -> Moved {
        let mut moved = Moved::default();
        let Some(article) = drawing.session.article() else { return moved };
        let mut selection = article.selection();
        let text = article.document().text.clone();
        for (motion, extend) in take_motions(ui) {
            let (from, to) = (selection.anchor.min(selection.head), selection.anchor.max(selection.head));
            let head = selection.head.get();
            let mut walker = Walker { text: &text, flow, typesetter: drawing.ink.typesetter() };
            if !matches!(motion, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown) {
                self.goal = None;
            }
            let to = match motion {
                Motion::Left | Motion::Right if !extend && from != to => {
                    let back = (motion == Motion::Left) != walker.is_rtl(head);
                    if back { from.get() } else { to.get() }
                }
                Motion::Left => walker.sideways(head, true),
                Motion::Right => walker.sideways(head, false),
                Motion::WordLeft | Motion::WordRight => {
                    let back = (motion == Motion::WordLeft) != walker.is_rtl(head);
                    if back { word_before(&text, head) } else { word_after(&text, head) }
                }
                Motion::Up => walker.lines(head, -1, &mut self.goal),
                Motion::Down => walker.lines(head, 1, &mut self.goal),
                Motion::PageUp | Motion::PageDown => {
                    let (down, lines) = (motion == Motion::PageDown, walker.lines_of(head, page));
                    moved.scroll += if down { page } else { -page };
                    walker.lines(head, if down { lines } else { -lines }, &mut self.goal)
                }
                Motion::LineStart => walker.line_edge(head, false),
                Motion::LineEnd => walker.line_edge(head, true),
                Motion::TextStart => 0,
                Motion::TextEnd => text.end().get(),
            };
            selection.head = ByteOffset::new(to);
            if !extend {
                selection.anchor = selection.head;
            }
            moved.caret = true;
        }
        if moved.caret {
            drawing.out.run(select(selection.anchor.get(), selection.head.get()));
        }
        if select_all(ui) {
            drawing.out.run(SelectCommand::Select { anchor: ByteOffset::default(), head: text.end() });
        }
        moved
    }
}

fn select_all(ui: &Ui) -> bool {
    ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::A))
}

fn take_motions(ui: &Ui) -> Vec<(Motion, bool)> {
    let mut motions = Vec::new();
    ui.input_mut(|i| {
        i.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let found = motion(*key, *modifiers);
            motions.extend(found.map(|m| (m, modifiers.shift)));
            found.is_none()
        });
    });
    motions
}

fn motion(key: Key, modifiers: Modifiers) -> Option<Motion> {
    if modifiers.alt {
        return None;
    }
    let far = modifiers.ctrl || modifiers.command;
    Some(match (key, far) {
        (Key::ArrowLeft, false) => Motion::Left,
        (Key::ArrowRight, false) => Motion::Right,
        (Key::ArrowLeft, true) => Motion::WordLeft,
        (Key::ArrowRight, true) => Motion::WordRight,
        (Key::ArrowUp, false) => Motion::Up,
        (Key::ArrowDown, false) => Motion::Down,
        (Key::Home, false) => Motion::LineStart,
        (Key::End, false) => Motion::LineEnd,
        (Key::Home, true) => Motion::TextStart,
        (Key::End, true) => Motion::TextEnd,
        (Key::PageUp, false) => Motion::PageUp,
        (Key::PageDown, false) => Motion::PageDown,
        _ => return None,
    })
}

/// Steps through the laid-out column.
struct Walker<'a> {
    text: &'a SourceText,
    flow: &'a mut Flow,
    typesetter: &'a mut Typesetter,
}

impl Walker<'_> {
    fn layout(&mut self, block: usize) -> std::rc::Rc<TextLayout> {
        self.flow.layout(self.typesetter, block)
    }

    fn range(&self, block: usize) -> std::ops::Range<usize> {
        self.flow.blocks().as_slice().get(block).map_or(0..0, |b| b.range.start.get()..b.range.end.get())
    }

    fn block_of(&self, offset: usize) -> usize {
        self.flow.blocks().at(ByteOffset::new(offset))
    }

    fn is_rtl(&mut self, offset: usize) -> bool {
        let block = self.block_of(offset);
        self.layout(block).is_rtl()
    }

    /// One cluster on the screen; past the end of a block, into its neighbour.
    fn sideways(&mut self, head: usize, left: bool) -> usize {
        let block = self.block_of(head);
        let (range, layout) = (self.range(block), self.layout(block));
        let local = head.saturating_sub(range.start).min(layout.len());
        let to = if left { layout.left_of(local) } else { layout.right_of(local) };
        if to != local {
            return range.start + to.min(layout.len());
        }
        if left == layout.is_rtl() {
            let next = self.range(block + 1);
            if block + 1 >= self.flow.blocks().as_slice().len() {
                return head;
            }
            if next.start > head { next.start } else { next_grapheme(self.text, ByteOffset::new(head)).get() }
        } else if block > 0 {
            let before = self.range(block - 1);
            if before.end < head {
                before.end
            } else {
                previous_grapheme(self.text, ByteOffset::new(head)).get()
            }
        } else {
            head
        }
    }

    /// Lines down, or up when negative, towards the goal.
    fn lines(&mut self, head: usize, by: isize, goal: &mut Option<f32>) -> usize {
        let mut block = self.block_of(head);
        let layout = self.layout(block);
        let local = head.saturating_sub(self.range(block).start).min(layout.len());
        let x = *goal.get_or_insert_with(|| layout.caret(local).left);
        let mut line = layout.line_of(local).cast_signed() + by;
        let mut count = layout.lines().len().max(1);
        while line < 0 {
            if block == 0 {
                return 0;
            }
            block -= 1;
            count = self.layout(block).lines().len().max(1);
            line += count.cast_signed();
        }
        while line >= count.cast_signed() {
            if block + 1 >= self.flow.blocks().as_slice().len() {
                return self.text.end().get();
            }
            line -= count.cast_signed();
            block += 1;
            count = self.layout(block).lines().len().max(1);
        }
        let layout = self.layout(block);
        self.range(block).start + self.on_line(block, &layout, line.cast_unsigned(), x)
    }

    /// How many lines of the caret's size a page holds.
    fn lines_of(&mut self, head: usize, page: f32) -> isize {
        let block = self.block_of(head);
        ((page / self.layout(block).line_height()) as isize).max(1)
    }

    /// The caret place on a line nearest to `x`; the place after a wrapped line belongs to the next.
    fn on_line(&self, block: usize, layout: &TextLayout, line: usize, x: f32) -> usize {
        let Some(boxed) = layout.lines().get(line) else { return 0 };
        let at = layout.offset_at(x, boxed.top + layout.line_height() / 2.0);
        if layout.line_of(at) > line && at > boxed.range.start {
            let start = self.range(block).start;
            return previous_grapheme(self.text, ByteOffset::new(start + at)).get().saturating_sub(start);
        }
        at
    }

    fn line_edge(&mut self, head: usize, end: bool) -> usize {
        let block = self.block_of(head);
        let (range, layout) = (self.range(block), self.layout(block));
        let line = layout.line_of(head.saturating_sub(range.start).min(layout.len()));
        let Some(boxed) = layout.lines().get(line) else { return head };
        if !end {
            return range.start + boxed.range.start;
        }
        let at = range.start + boxed.range.end.min(layout.len());
        if line + 1 < layout.lines().len() {
            previous_grapheme(self.text, ByteOffset::new(at)).get()
        } else {
            at
        }
    }
}

/// More stretches without letters than this in a row are stepped over one key at a time.
const STEPS: usize = 64;

/// The end of the next word.
fn word_after(text: &SourceText, head: usize) -> usize {
    let mut at = ByteOffset::new(head);
    for _ in 0..STEPS {
        if at >= text.end() {
            break;
        }
        match segment_at(text, at, Granularity::Word) {
            Some(word) if is_word(text, word) && word.end() > at => return word.end().get(),
            Some(other) => at = other.end().max(next_grapheme(text, at)),
            None => at = next_grapheme(text, at),
        }
    }
    at.get()
}

/// The start of the word before.
fn word_before(text: &SourceText, head: usize) -> usize {
    let mut at = ByteOffset::new(head);
    for _ in 0..STEPS {
        at = previous_grapheme(text, at);
        match segment_at(text, at, Granularity::Word) {
            Some(word) if is_word(text, word) && word.contains(at) => return word.start().get(),
            _ if at == ByteOffset::default() => return 0,
            _ => {}
        }
    }
    at.get()
}

fn is_word(text: &SourceText, span: crate::text::Span) -> bool {
    text.slice(span).chars().any(char::is_alphanumeric)
}

/// Copies the selected text where the keys for it were pressed.
pub(super) fn copy(ui: &Ui, article: &OpenArticle) {
    let wanted = ui.input(|i| i.events.iter().any(|e| matches!(e, egui::Event::Copy)));
    let text = &article.document().text;
    if let Some(span) = article.selection().span(text).filter(|_| wanted) {
        ui.ctx().copy_text(text.slice(span).to_owned());
    }
}
