//! What each block of text adds to every figure, in few bytes: a study of a hundred thousand articles is held in memory.

use super::gamma::Disorder;
use super::matched::MatchCounts;
use super::rating::PatternExtent;

/// So many blocks lie together: lists that grow as one would need twice their room.
const CHUNK_BLOCKS: usize = 512;

/// What one block adds.
#[derive(Clone, Debug, Default)]
pub(super) struct BlockContent {
    /// How many rated it.
    pub(super) raters: usize,
    pub(super) amounts: Vec<PatternExtent>,
    /// By number of the pair and of the label.
    pub(super) matches: Vec<(usize, usize, MatchCounts)>,
    /// By number of the label, the squared differences of units.
    pub(super) differences: Vec<(usize, f64)>,
    /// By number of the scope.
    pub(super) disorders: Vec<(usize, Disorder)>,
}

/// So much of a block has one pattern.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockExtent {
    pub(super) pattern: u32,
    pub(super) tokens: u32,
    pub(super) characters: u32,
}

/// What two annotators have in common of one label.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockMatch {
    pub(super) pair: u32,
    pub(super) label: u32,
    /// In the order of the fields of [`MatchCounts`].
    pub(super) counts: [u32; 4],
}

/// How the units of one scope are aligned.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockDisorder {
    pub(super) scope: u32,
    pub(super) units: u32,
    pub(super) observed: f64,
    pub(super) expected: f64,
}

/// One block, to be looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block<'b> {
    pub(super) raters: usize,
    pub(super) amounts: &'b [BlockExtent],
    pub(super) matches: &'b [BlockMatch],
    pub(super) differences: &'b [(u32, f64)],
    pub(super) disorders: &'b [BlockDisorder],
}

/// All blocks of a study.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    chunks: Vec<Chunk>,
}

#[derive(Clone, Debug, Default)]
struct Chunk {
    ends: Vec<Ends>,
    amounts: Vec<BlockExtent>,
    matches: Vec<BlockMatch>,
    differences: Vec<(u32, f64)>,
    disorders: Vec<BlockDisorder>,
}

/// Where the entries of a block end in each list.
#[derive(Clone, Copy, Debug, Default)]
struct Ends {
    raters: u32,
    amounts: u32,
    matches: u32,
    differences: u32,
    disorders: u32,
}

impl Blocks {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        let before = self.chunks.len().saturating_sub(1) * CHUNK_BLOCKS;
        self.chunks.last().map_or(0, |last| before + last.ends.len())
    }

    pub(super) fn push(&mut self, content: BlockContent) {
        if self.chunks.last().is_none_or(|last| last.ends.len() == CHUNK_BLOCKS) {
            if let Some(full) = self.chunks.last_mut() {
                full.shrink();
            }
            self.chunks.push(Chunk::default());
        }
        if let Some(last) = self.chunks.last_mut() {
            last.push(content);
        }
    }

    /// One of them; panics as a slice does where there is none.
    pub(super) fn get(&self, block: usize) -> Block<'_> {
        self.chunks[block / CHUNK_BLOCKS].get(block % CHUNK_BLOCKS)
    }

    /// All, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Block<'_>> {
        self.chunks.iter().flat_map(|chunk| (0..chunk.ends.len()).map(|block| chunk.get(block)))
    }
}

impl Chunk {
    fn push(&mut self, content: BlockContent) {
        let BlockContent { raters, amounts, matches, differences, disorders } = content;
        self.amounts.extend(amounts.into_iter().map(|PatternExtent { pattern, tokens, characters }| {
            BlockExtent { pattern, tokens: tokens as u32, characters: characters as u32 }
        }));
        self.matches.extend(matches.into_iter().map(|(pair, label, matched)| {
            let MatchCounts { one, other, exact, overlapping } = matched;
            let counts = [one, other, exact, overlapping].map(|count| count as u32);
            BlockMatch { pair: pair as u32, label: label as u32, counts }
        }));
        self.differences
            .extend(differences.into_iter().map(|(label, difference)| (label as u32, difference)));
        self.disorders.extend(disorders.into_iter().map(|(scope, disorder)| {
            let Disorder { units, observed, expected } = disorder;
            BlockDisorder { scope: scope as u32, units: units as u32, observed, expected }
        }));
        self.ends.push(Ends {
            raters: raters as u32,
            amounts: self.amounts.len() as u32,
            matches: self.matches.len() as u32,
            differences: self.differences.len() as u32,
            disorders: self.disorders.len() as u32,
        });
    }

    fn get(&self, block: usize) -> Block<'_> {
        let start = block.checked_sub(1).map_or_else(Ends::default, |before| self.ends[before]);
        let end = self.ends[block];
        Block {
            raters: end.raters as usize,
            amounts: &self.amounts[start.amounts as usize..end.amounts as usize],
            matches: &self.matches[start.matches as usize..end.matches as usize],
            differences: &self.differences[start.differences as usize..end.differences as usize],
            disorders: &self.disorders[start.disorders as usize..end.disorders as usize],
        }
    }

    fn shrink(&mut self) {
        self.ends.shrink_to_fit();
        self.amounts.shrink_to_fit();
        self.matches.shrink_to_fit();
        self.differences.shrink_to_fit();
        self.disorders.shrink_to_fit();
    }
}
