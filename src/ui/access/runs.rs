//! A block of text as runs: by laid-out line, direction, language and mark.

use std::ops::Range;

use egui::accesskit::{Node, NodeId, Role, TextDecoration, TextDecorationStyle, TextDirection};
use egui::{Color32, Id};

use super::run_language::BaseLanguage;
use crate::model::{AnnotationKind, Hue};
use crate::text::words;
use crate::typeset::{ReadingCluster, ReadingRun, Rect, TextLayout};
use crate::ui::theme::Theme;

/// No run is longer: starts of words are bytes.
const MAX_RUN_CLUSTERS: usize = 255;
/// No cluster is longer: lengths are bytes.
const MAX_CLUSTER_BYTES: usize = 255;

/// A mark on a block, as its runs show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct MarkedRange {
    /// Bytes of the block.
    pub range: Range<usize>,
    /// Its layer.
    pub kind: AnnotationKind,
    /// The hue of its label.
    pub hue: Hue,
}

/// What a block is made of.
pub(in crate::ui) struct BlockText<'a> {
    /// Where it begins in the article.
    pub start: usize,
    /// Its text, the line ending after it included.
    pub text: &'a str,
    /// How it is laid out, without the line ending.
    pub layout: &'a TextLayout,
    /// The marks on it.
    pub marks: &'a [MarkedRange],
    /// What it is written in.
    pub base_language: BaseLanguage,
}

/// A run of text in the tree.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Run {
    /// Its identifier there.
    pub id: NodeId,
    /// Where it begins in the article.
    pub start: usize,
    /// Bytes of the article that each of its characters takes.
    pub lengths: Vec<u8>,
    /// Where it stands in its block, in pixels.
    pub rect: Rect,
    /// The node, but for its bounds.
    pub node: Node,
}

impl Run {
    /// How many of its characters begin before a place of the article.
    pub(in crate::ui) fn characters_before(&self, offset: usize) -> usize {
        let mut at = self.start;
        let before = self.lengths.iter().take_while(|length| {
            let is_before = at < offset;
            at += usize::from(**length);
            is_before && at <= offset
        });
        before.count()
    }

    /// The place of the article before one of its characters.
    pub(in crate::ui) fn offset_of(&self, character: usize) -> usize {
        self.start + self.lengths.iter().take(character).map(|length| usize::from(*length)).sum::<usize>()
    }
}

/// A run that is being put together.
struct Draft {
    line: usize,
    rtl: bool,
    rect: Rect,
    start: usize,
    lengths: Vec<u8>,
    positions: Vec<f32>,
    widths: Vec<f32>,
    word_starts: Vec<u8>,
    language: Option<&'static str>,
}

/// The runs of a block in the order of the text; `scale` is pixels a point.
pub(in crate::ui) fn runs(block: &BlockText<'_>, surface: Id, theme: &Theme, scale: f32) -> Vec<Run> {
    let drafts = drafts(block);
    let id = |draft: &Draft| surface.with(("run", block.start + draft.start)).accesskit_id();
    let ids: Vec<NodeId> = drafts.iter().map(id).collect();
    let lines: Vec<usize> = drafts.iter().map(|draft| draft.line).collect();
    let made = drafts.into_iter().enumerate().map(|(n, draft)| {
        let mut node = node(&draft, block, theme, scale);
        if n > 0 && lines[n - 1] == draft.line {
            node.set_previous_on_line(ids[n - 1]);
        }
        if lines.get(n + 1) == Some(&draft.line) {
            node.set_next_on_line(ids[n + 1]);
        }
        Run { id: ids[n], start: block.start + draft.start, lengths: draft.lengths, rect: draft.rect, node }
    });
    made.collect()
}

fn drafts(block: &BlockText<'_>) -> Vec<Draft> {
    let laid_out = block.layout.len();
    let text = block.text.get(..laid_out).unwrap_or(block.text);
    let mut starts =
        words(text).into_iter().filter(|word| is_word(&text[word.clone()])).map(|word| word.start);
    let mut word = starts.next();
    let mut cuts: Vec<usize> =
        block.marks.iter().flat_map(|mark| [mark.range.start, mark.range.end]).collect();
    cuts.sort_unstable();
    let is_cut = |at: usize| cuts.binary_search(&at).is_ok();
    let mut drafts: Vec<Draft> = Vec::new();
    let mut language = None;
    for run in block.layout.reading() {
        let mut begun = false;
        if run.clusters.is_empty() {
            drafts.push(Draft::new(&run, 0, 0.0, None));
        }
        for cluster in &run.clusters {
            let shown = text.get(cluster.range.clone()).unwrap_or_default();
            let before = language;
            language = block.base_language.of(shown, before);
            let is_full = drafts.last().is_some_and(|draft| draft.lengths.len() >= MAX_RUN_CLUSTERS);
            if !std::mem::replace(&mut begun, true)
                || is_full
                || is_cut(cluster.range.start)
                || language != before
            {
                drafts.push(Draft::new(&run, cluster.range.start, cluster.offset, language));
            }
            let Some(draft) = drafts.last_mut() else { continue };
            while word.is_some_and(|word| word < cluster.range.start) {
                word = starts.next();
            }
            if word.is_some_and(|word| cluster.range.contains(&word)) {
                draft.word_starts.extend(u8::try_from(draft.lengths.len()));
            }
            draft.add(shown, cluster, &run);
        }
    }
    let ending = block.text.get(laid_out..).unwrap_or_default();
    if !ending.is_empty() {
        end(&mut drafts, ending, laid_out);
    }
    drafts
}

/// Puts a line ending at the end of the last run.
fn end(drafts: &mut Vec<Draft>, ending: &str, at: usize) {
    let Some(last) = drafts.last() else { return };
    if last.lengths.len() >= MAX_RUN_CLUSTERS {
        let edge = if last.rtl { last.rect.left } else { last.rect.right };
        let rect = Rect { left: edge, right: edge, ..last.rect };
        let run = ReadingRun { line: last.line, rtl: last.rtl, rect, clusters: Vec::new() };
        drafts.push(Draft::new(&run, at, 0.0, None));
    }
    if let Some(last) = drafts.last_mut() {
        let width = last.rect.right - last.rect.left;
        last.push(ending.len(), width, 0.0);
    }
}

impl Draft {
    /// An empty one that begins `offset` pixels into a run of the layout.
    fn new(run: &ReadingRun, start: usize, offset: f32, language: Option<&'static str>) -> Self {
        let edge = if run.rtl { run.rect.right - offset } else { run.rect.left + offset };
        Self {
            line: run.line,
            rtl: run.rtl,
            rect: Rect { left: edge, right: edge, ..run.rect },
            start,
            lengths: Vec::new(),
            positions: Vec::new(),
            widths: Vec::new(),
            word_starts: Vec::new(),
            language,
        }
    }

    fn add(&mut self, shown: &str, cluster: &ReadingCluster, run: &ReadingRun) {
        let position = if self.rtl {
            (run.rect.right - cluster.offset) - self.rect.right
        } else {
            (run.rect.left + cluster.offset) - self.rect.left
        }
        .abs();
        if self.rtl {
            self.rect.left = self.rect.left.min(self.rect.right - position - cluster.width);
        } else {
            self.rect.right = self.rect.right.max(self.rect.left + position + cluster.width);
        }
        // One that is longer than its length can say counts as several, of which the first has the room.
        let mut rest = shown;
        let mut width = cluster.width;
        while !rest.is_empty() {
            let mut length = rest.len().min(MAX_CLUSTER_BYTES);
            while !rest.is_char_boundary(length) {
                length -= 1;
            }
            self.push(length, position, width);
            rest = &rest[length..];
            width = 0.0;
        }
    }

    fn push(&mut self, length: usize, position: f32, width: f32) {
        self.lengths.push(u8::try_from(length).unwrap_or(u8::MAX));
        self.positions.push(position);
        self.widths.push(width);
    }
}

fn node(draft: &Draft, block: &BlockText<'_>, theme: &Theme, scale: f32) -> Node {
    let bytes: usize = draft.lengths.iter().map(|length| usize::from(*length)).sum();
    let points = |pixels: &[f32]| pixels.iter().map(|p| p / scale).collect::<Vec<f32>>();
    let mut node = Node::new(Role::TextRun);
    node.set_value(block.text.get(draft.start..draft.start + bytes).unwrap_or_default());
    node.set_text_direction(if draft.rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight });
    node.set_character_lengths(draft.lengths.clone());
    node.set_character_positions(points(&draft.positions));
    node.set_character_widths(points(&draft.widths));
    node.set_word_starts(draft.word_starts.clone());
    if let Some(language) = draft.language {
        node.set_language(language);
    }
    // The shortest mark of each layer is the one that is seen.
    let shortest = |kind: AnnotationKind| {
        let over = block.marks.iter().filter(|mark| mark.kind == kind && mark.range.contains(&draft.start));
        over.min_by_key(|mark| mark.range.len()).filter(|_| bytes > 0)
    };
    if let Some(mark) = shortest(AnnotationKind::Entity) {
        node.set_background_color(color(theme.tone(mark.hue).band));
    }
    if let Some(mark) = shortest(AnnotationKind::Claim) {
        let color = color(theme.tone(mark.hue).strong);
        node.set_underline(TextDecoration { style: TextDecorationStyle::Solid, color });
    }
    node
}

fn color(color: Color32) -> egui::accesskit::Color {
    let [red, green, blue, alpha] = color.to_array();
    egui::accesskit::Color { red, green, blue, alpha }
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}
