//! The article's text in the accessibility tree, and where its places are there.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::{Node, NodeId, Role, TextPosition, TextSelection};
use egui::{Id, Rect};

use super::marks::Told;
use super::stretch::Stretch;
use super::{Paper, set_bounds};
use crate::model::{AnnotationSet, Hue, Revision, Schema};
use crate::session::{OpenArticle, Selection};
use crate::text::{ByteOffset, SourceText};
use crate::typeset::{Flow, Typesetter};
use crate::ui::access::{BaseLanguage, BlockText, MarkedRange, Run, runs};
use crate::ui::theme::Theme;

/// A block with the runs that were made of it.
#[derive(Debug)]
struct Block {
    /// They are the same as long as these are.
    key: Key,
    marks: Vec<MarkedRange>,
    runs: Vec<Run>,
}

/// What the runs of a block depend on, beside its marks.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    edition: u64,
    scale: f32,
    is_dark: bool,
}

/// The text of one article as it stands in the tree; nothing is made of it where nobody listens.
#[derive(Debug, Default)]
pub(in crate::ui::reader) struct ArticleTree {
    stretch: Stretch,
    blocks: HashMap<usize, Block>,
    base_language: Option<BaseLanguage>,
    /// The state of the set and the schema that the marks of all blocks were looked up for.
    marked: Option<(Revision, Arc<Schema>)>,
    pub(super) told: Told,
}

/// What becomes nodes of their own.
#[derive(Debug, Default)]
pub(super) struct Nodes {
    /// All of them.
    pub nodes: Vec<(NodeId, Node)>,
    /// Those right below the document, in order.
    pub children: Vec<NodeId>,
}

impl ArticleTree {
    /// Makes the paragraphs that are in the tree, with their runs; says whether there are more to come.
    pub(super) fn paragraphs(
        &mut self,
        paper: &mut Paper<'_>,
        typesetter: &mut Typesetter,
        article: &OpenArticle,
        (schema, theme): (&Arc<Schema>, &Theme),
    ) -> (Nodes, bool) {
        let text = &article.document().text;
        let base_language = *self.base_language.get_or_insert_with(|| BaseLanguage::new(text.as_str()));
        let head = paper.flow.blocks().at(article.selection().head);
        let top = paper.view.placed.first().map_or(0, |placed| placed.block);
        self.stretch.follow(paper.flow, head, top);
        let Self { stretch, blocks, .. } = self;
        let in_sight = |block: usize| paper.view.placed.iter().any(|placed| placed.block == block);
        stretch.grow(paper.flow, |block| !blocks.contains_key(&block) && !in_sight(block));
        let wanted = self.stretch.blocks();
        self.blocks.retain(|block, _| wanted.contains(block));
        let state = (article.set().revision(), schema);
        let is_marked =
            self.marked.as_ref().is_some_and(|(at, of)| *at == state.0 && Arc::ptr_eq(of, state.1));
        for block in wanted.clone() {
            let key = Key { edition: paper.flow.edition(), scale: paper.view.scale, is_dark: theme.dark };
            let known = self.blocks.get(&block);
            let marks = match known.filter(|_| is_marked) {
                Some(_) => None,
                None => Some(marks(article.set(), schema, &range(paper.flow, block))),
            };
            let is_same = known.is_some_and(|known| {
                known.key == key && marks.as_ref().is_none_or(|marks| *marks == known.marks)
            });
            if is_same {
                continue;
            }
            let marks = marks.or_else(|| known.map(|known| known.marks.clone())).unwrap_or_default();
            let layout = paper.flow.layout(typesetter, block);
            let whole = whole(paper.flow, block);
            let of = BlockText {
                start: whole.start,
                text: text.as_str().get(whole).unwrap_or_default(),
                layout: &layout,
                marks: &marks,
                base_language,
            };
            let runs = runs(&of, paper.surface, theme, paper.view.scale);
            self.blocks.insert(block, Block { key, marks, runs });
        }
        self.marked = Some((state.0, schema.clone()));
        (self.nodes(paper, text, wanted), self.stretch.grows())
    }

    fn nodes(&self, paper: &Paper<'_>, text: &SourceText, wanted: Range<usize>) -> Nodes {
        let mut made = Nodes::default();
        for block in wanted {
            let Some(known) = self.blocks.get(&block) else { continue };
            let top = paper.top_of(block);
            let mut paragraph = Node::new(Role::Paragraph);
            paragraph.set_children(known.runs.iter().map(|run| run.id).collect::<Vec<_>>());
            let mut bounds = Rect::NOTHING;
            for run in &known.runs {
                let rect = paper.on_screen(top, run.rect);
                bounds = bounds.union(rect);
                let mut node = run.node.clone();
                set_bounds(&mut node, rect);
                made.nodes.push((run.id, node));
            }
            // What is out of sight is read by its runs; a name says what there is to see.
            let visible = paper.view.placed.iter().find(|placed| placed.block == block);
            if let Some(content) = visible.and_then(|placed| text.as_str().get(placed.range.clone())) {
                paragraph.set_label(content);
                bounds = paper.column(top, paper.flow.height_of(block)).intersect(paper.view.rect);
            }
            set_bounds(&mut paragraph, bounds);
            let id = paragraph_id(paper.surface, block);
            made.nodes.push((id, paragraph));
            made.children.push(id);
        }
        made
    }

    /// Caret and selection as they stand in the tree; nothing where the caret is not in it.
    pub(super) fn selection(&self, flow: &Flow, selection: Selection) -> Option<TextSelection> {
        let focus = self.position(flow, selection.head)?;
        let anchor = self.position(flow, selection.anchor).or_else(|| {
            // The selection begins before what is in the tree, or behind it.
            let blocks = self.stretch.blocks();
            let block =
                if selection.anchor < selection.head { blocks.start } else { blocks.end.checked_sub(1)? };
            let runs = &self.blocks.get(&block)?.runs;
            let (run, character_index) = if selection.anchor < selection.head {
                (runs.first()?, 0)
            } else {
                (runs.last()?, runs.last()?.lengths.len())
            };
            Some(TextPosition { node: run.id, character_index })
        })?;
        Some(TextSelection { anchor, focus })
    }

    fn position(&self, flow: &Flow, offset: ByteOffset) -> Option<TextPosition> {
        let block = flow.blocks().at(offset);
        let runs = &self.blocks.get(&block)?.runs;
        let at = runs.partition_point(|run| run.start <= offset.get()).saturating_sub(1);
        let run = runs.get(at)?;
        Some(TextPosition { node: run.id, character_index: run.characters_before(offset.get()) })
    }

    /// The place of the article that a position in the tree of the last frame stands for.
    pub(super) fn offset_of(&self, position: TextPosition) -> Option<usize> {
        self.run(position.node).map(|run| run.offset_of(position.character_index))
    }

    /// Where a run or paragraph of the last frame begins in the article.
    pub(super) fn start_of(&self, surface: Id, node: NodeId) -> Option<usize> {
        let of_paragraph = || {
            let block = self.blocks.iter().find(|(block, _)| paragraph_id(surface, **block) == node);
            block.and_then(|(_, block)| block.runs.first())
        };
        self.run(node).or_else(of_paragraph).map(|run| run.start)
    }

    fn run(&self, node: NodeId) -> Option<&Run> {
        self.blocks.values().flat_map(|block| &block.runs).find(|run| run.id == node)
    }
}

fn paragraph_id(surface: Id, block: usize) -> NodeId {
    surface.with(("paragraph", block)).accesskit_id()
}

/// The bytes of a block without the line ending after it.
fn range(flow: &Flow, block: usize) -> Range<usize> {
    flow.blocks().as_slice().get(block).map_or(0..0, |block| block.range.start.get()..block.range.end.get())
}

/// The bytes of a block with the line ending after it.
fn whole(flow: &Flow, block: usize) -> Range<usize> {
    let range = range(flow, block);
    let next = flow.blocks().as_slice().get(block + 1).map(|next| next.range.start.get());
    range.start..next.unwrap_or_else(|| flow.text().end().get())
}

/// The marks on a block. A label of the article as a whole stands beside its title.
fn marks(set: &AnnotationSet, schema: &Schema, range: &Range<usize>) -> Vec<MarkedRange> {
    let all = set.annotations().within(ByteOffset::new(range.start), ByteOffset::new(range.end));
    let all = all.into_iter().filter(|annotation| !schema.is_of_article(&annotation.label));
    let parts = all.flat_map(|annotation| {
        let hue = schema.label(&annotation.label).map_or(Hue::Grey, |label| label.hue);
        annotation.spans.as_slice().iter().filter_map(move |span| {
            let span = span.range();
            let (start, end) = (span.start.max(range.start), span.end.min(range.end));
            let range = start.saturating_sub(range.start)..end.saturating_sub(range.start);
            (start < end).then_some(MarkedRange { range, kind: annotation.kind, hue })
        })
    });
    parts.collect()
}
