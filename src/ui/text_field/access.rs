//! A field in the accessibility tree: its text as runs by what is laid out, exact to the cluster, with caret and selection.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::{Action, Node, NodeId, Role, TextPosition, TextSelection};
use egui::{Rect, Response, pos2};

use super::sight::{Placed, Sight};
use super::{Lines, Selection};
use crate::typeset::{LaidPiece, Strip, Typesetter};
use crate::ui::access::{AccessTree, BaseLanguage, BlockText, Graft, Run, runs};
use crate::ui::theme::Theme;

/// Of a text that is longer only what is around the caret is in the tree.
const MAX_BYTES: usize = 48 * 1024;
/// A frame lays out no more than this for it.
const FRAME_BYTES: usize = 8 * 1024;

/// A piece with the runs that were made of it.
#[derive(Clone, Debug)]
struct Piece {
    laid: Arc<LaidPiece>,
    scale: f32,
    base_language: BaseLanguage,
    runs: Vec<Run>,
}

/// The runs in the tree, by the keys of their pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldTree {
    pieces: HashMap<u64, Piece>,
}

/// What a field shows.
pub(super) struct Shown<'a> {
    pub strip: &'a mut Strip,
    pub typesetter: &'a mut Typesetter,
    pub sight: &'a Sight,
    /// Caret and selection, where it has the keyboard.
    pub selection: Option<Selection>,
    pub caret: usize,
    pub lines: Lines,
}

impl FieldTree {
    /// Makes the nodes of a field below that of its widget.
    pub(super) fn describe(&mut self, field: &Response, shown: &mut Shown<'_>, theme: &Theme) {
        let ctx = &field.ctx;
        if !AccessTree::is_heard(ctx) || !ctx.has_accesskit_node(field.id) {
            return;
        }
        let scale = ctx.pixels_per_point();
        let (range, is_more) = self.make(field, shown, theme, scale);
        let mut graft = Graft { parent: field.id.accesskit_id(), nodes: Vec::new(), children: Vec::new() };
        for index in range {
            let placed = shown.sight.placed.iter().find(|placed| placed.index == index);
            let Some(piece) = shown.strip.pieces().get(index).and_then(|piece| self.pieces.get(&piece.key()))
            else {
                continue;
            };
            for run in &piece.runs {
                let mut node = run.node.clone();
                if let Some(placed) = placed {
                    set_bounds(&mut node, placed, run, scale);
                }
                graft.children.push(run.id);
                graft.nodes.push((run.id, node));
            }
        }
        if shown.lines == Lines::One {
            join(&mut graft.nodes);
        }
        let selection = shown.selection.and_then(|selection| {
            let place = |offset: usize| self.position(shown.strip, offset);
            let focus = place(selection.head)?;
            Some(TextSelection { anchor: place(selection.anchor).unwrap_or(focus), focus })
        });
        let is_enabled = field.enabled();
        ctx.accesskit_node_builder(field.id, |node| {
            node.set_role(match shown.lines {
                Lines::One => Role::TextInput,
                Lines::Wrapped | Lines::Several => Role::MultilineTextInput,
            });
            if is_enabled {
                for action in [Action::SetValue, Action::ReplaceSelectedText, Action::SetTextSelection] {
                    node.add_action(action);
                }
            }
            if let Some(selection) = selection {
                node.set_text_selection(selection);
            }
        });
        AccessTree::graft(ctx, graft);
        if is_more {
            ctx.request_repaint();
        }
    }

    /// Makes the runs of what is in the tree; gives the pieces, and whether there are more to come.
    fn make(
        &mut self,
        field: &Response,
        shown: &mut Shown<'_>,
        theme: &Theme,
        scale: f32,
    ) -> (Range<usize>, bool) {
        let wanted = stretch(shown.strip, shown.caret);
        let keys: Vec<u64> =
            shown.strip.pieces()[wanted.clone()].iter().map(crate::typeset::StripPiece::key).collect();
        self.pieces.retain(|key, _| keys.contains(key));
        let before = shown.strip.work().laid_out;
        let at = shown.strip.piece_at(shown.caret);
        // First where the caret is.
        let order = (at..wanted.end).chain((wanted.start..at).rev());
        let mut made = at..at;
        let mut is_more = false;
        let base_language = BaseLanguage::of_interface();
        for index in order {
            if shown.strip.work().laid_out - before > FRAME_BYTES {
                is_more = true;
                break;
            }
            let laid = shown.strip.layout(shown.typesetter, index);
            made = made.start.min(index)..made.end.max(index + 1);
            let piece = &shown.strip.pieces()[index];
            let is_known = |known: &Piece| {
                Arc::ptr_eq(&known.laid, &laid)
                    && known.scale == scale
                    && known.base_language == base_language
            };
            if !self.pieces.get(&piece.key()).is_some_and(is_known) {
                let of = BlockText {
                    start: 0,
                    text: piece.text(),
                    layout: &laid.layout,
                    marks: &[],
                    base_language,
                };
                let runs = runs(&of, field.id.with(("piece", piece.key())), theme, scale);
                self.pieces.insert(piece.key(), Piece { laid, scale, base_language, runs });
            }
        }
        (made, is_more)
    }

    fn position(&self, strip: &Strip, offset: usize) -> Option<TextPosition> {
        let piece = strip.pieces().get(strip.piece_at(offset))?;
        let runs = &self.pieces.get(&piece.key())?.runs;
        let local = offset.saturating_sub(piece.start());
        let at = runs.partition_point(|run| run.start <= local).saturating_sub(1);
        let run = runs.get(at)?;
        Some(TextPosition { node: run.id, character_index: run.characters_before(local) })
    }

    /// The place of the text that a position in the tree of the last frame stands for, in bytes.
    pub(super) fn offset_of(&self, strip: &Strip, position: TextPosition) -> Option<usize> {
        strip.pieces().iter().find_map(|piece| {
            let runs = &self.pieces.get(&piece.key())?.runs;
            let run = runs.iter().find(|run| run.id == position.node)?;
            Some(piece.start() + run.offset_of(position.character_index))
        })
    }
}

/// Puts runs of several pieces on one line.
fn join(runs: &mut [(NodeId, Node)]) {
    for at in 1..runs.len() {
        let (before, behind) = (runs[at - 1].0, runs[at].0);
        runs[at - 1].1.set_next_on_line(behind);
        runs[at].1.set_previous_on_line(before);
    }
}

/// The pieces around the caret that are in the tree: all of a text of usual length.
fn stretch(strip: &Strip, caret: usize) -> Range<usize> {
    let pieces = strip.pieces();
    let end = pieces.last().map_or(0, |last| last.range().end);
    let first = strip.piece_at(caret.min(end.saturating_sub(MAX_BYTES / 2)).saturating_sub(MAX_BYTES / 2));
    let last = strip.piece_at(pieces[first].start() + MAX_BYTES);
    first..last + 1
}

fn set_bounds(node: &mut Node, placed: &Placed, run: &Run, scale: f32) {
    let at = |x: f32, y: f32| pos2((placed.origin.x + x) / scale, (placed.origin.y + y) / scale);
    let rect = Rect::from_min_max(at(run.rect.left, run.rect.top), at(run.rect.right, run.rect.bottom));
    node.set_bounds(egui::accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    });
}
