//! A text that is typed into: cut into pieces, of which a change lays out only those that it touches.

mod piece;
mod steps;

use std::sync::Arc;

use super::blocks::cut;
use super::{TextStyle, Typesetter};

pub use piece::{LaidPiece, StripPiece};

/// No piece of a text on one line is longer: a letter typed lays out what is shorter than this.
const LINE_BYTES: usize = 1024;
/// Nor of one on several lines, where a piece begins on a line of its own.
const PARAGRAPH_BYTES: usize = 4096;

/// Whether a text has lines of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StripLines {
    /// One line, whatever the text is made of, to be shown through a window as wide as the field.
    One,
    /// Line feeds end lines, and long ones are wrapped.
    Several,
}

/// How much was done for a text so far, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StripWork {
    /// Bytes that were cut into pieces.
    pub cut: usize,
    /// Bytes that were shaped and laid out.
    pub laid_out: usize,
}

/// The pieces of a text, in order and without gaps, with the layouts that are in use.
///
/// On one line the pieces stand beside each other, in the direction of the first; on several lines below each other.
#[derive(Debug)]
pub struct Strip {
    lines: StripLines,
    style: TextStyle,
    width: Option<f32>,
    pieces: Vec<StripPiece>,
    next_key: u64,
    work: StripWork,
}

impl Strip {
    /// An empty text.
    #[must_use]
    pub fn new(lines: StripLines, style: TextStyle) -> Self {
        let pieces = vec![StripPiece::new(0, String::new(), false)];
        Self { lines, style, width: None, pieces, next_key: 1, work: StripWork::default() }
    }

    /// Sets another style, or another width in pixels to wrap at; layouts that it does not fit are forgotten.
    pub fn set(&mut self, style: TextStyle, width: f32) {
        let width = (self.lines == StripLines::Several).then_some(width);
        if self.style != style || self.width != width {
            (self.style, self.width) = (style, width);
            self.forget();
        }
    }

    /// Forgets all layouts, as when faces were added.
    pub fn forget(&mut self) {
        self.pieces.iter_mut().for_each(|piece| piece.laid = None);
    }

    /// Takes the text as it is now. What is as it was keeps its pieces, layouts and keys; says whether anything is not.
    pub fn update(&mut self, text: &str) -> bool {
        let bytes = text.as_bytes();
        // The empty piece behind a line feed is made anew.
        let tail = self.pieces.pop_if(|piece| piece.text.is_empty());
        let all = self.pieces.len();
        let (mut first, mut at) = (0, 0);
        while first < all && bytes[at..].starts_with(self.pieces[first].text.as_bytes()) {
            at += self.pieces[first].text.len();
            first += 1;
        }
        let is_same = first == all && at == text.len();
        if !is_same {
            let (mut last, mut end) = (all, text.len());
            while last > first && bytes[at..end].ends_with(self.pieces[last - 1].text.as_bytes()) {
                last -= 1;
                end -= self.pieces[last].text.len();
            }
            // A letter may belong to a cluster or word of the neighbour.
            if first > 0 && !self.is_hard(&text[..at]) {
                first -= 1;
                at -= self.pieces[first].text.len();
            }
            if last < all && !self.is_hard(&text[..end]) {
                end += self.pieces[last].text.len();
                last += 1;
            }
            let made = self.cut(&text[at..end]);
            self.put(first, last, made);
        }
        if text.is_empty() || self.is_hard(text) {
            let tail = tail.unwrap_or_else(|| {
                let key = self.new_key();
                StripPiece::new(key, String::new(), false)
            });
            self.pieces.push(tail);
        }
        let mut start = 0;
        for piece in &mut self.pieces {
            piece.start = start;
            start += piece.text.len();
        }
        !is_same
    }

    /// Whether a line ends where `before` does.
    fn is_hard(&self, before: &str) -> bool {
        self.lines == StripLines::Several && before.ends_with('\n')
    }

    fn cut(&mut self, changed: &str) -> Vec<String> {
        self.work.cut += changed.len();
        let (lines, most): (Vec<&str>, usize) = match self.lines {
            StripLines::One => (vec![changed], LINE_BYTES),
            StripLines::Several => (changed.split_inclusive('\n').collect(), PARAGRAPH_BYTES),
        };
        let mut made = Vec::new();
        for mut rest in lines {
            while !rest.is_empty() {
                let (piece, others) = rest.split_at(cut(rest, most));
                made.push(piece.to_owned());
                rest = others;
            }
        }
        made
    }

    /// Puts pieces in the place of others; those that say the same are the same.
    fn put(&mut self, first: usize, last: usize, made: Vec<String>) {
        let mut old: Vec<StripPiece> = self.pieces.splice(first..last, std::iter::empty()).collect();
        let is_same = |(old, new): &(&StripPiece, &String)| old.text == **new;
        let before = old.iter().zip(&made).take_while(is_same).count();
        let most = old.len().min(made.len()) - before;
        let after = old.iter().rev().zip(made.iter().rev()).take(most).take_while(is_same).count();
        let behind = old.split_off(old.len() - after);
        let mut keys = old.split_off(before).into_iter().map(|piece| piece.key);
        let changed = made.len() - before - after;
        let mut pieces = old;
        for text in made.into_iter().skip(before).take(changed) {
            let key = keys.next().unwrap_or_else(|| self.new_key());
            let is_hard = self.is_hard(&text);
            pieces.push(StripPiece::new(key, text, is_hard));
        }
        pieces.extend(behind);
        self.pieces.splice(first..first, pieces);
    }

    const fn new_key(&mut self) -> u64 {
        self.next_key += 1;
        self.next_key - 1
    }

    /// The pieces; at least one.
    #[must_use]
    pub fn pieces(&self) -> &[StripPiece] {
        &self.pieces
    }

    /// The piece that a caret at a byte of the text stands in: where two meet, the later one.
    #[must_use]
    pub fn piece_at(&self, offset: usize) -> usize {
        self.pieces.partition_point(|piece| piece.start <= offset).saturating_sub(1)
    }

    /// What was done so far.
    #[must_use]
    pub const fn work(&self) -> StripWork {
        self.work
    }

    /// Whether the line reads to the left; of several lines the first.
    pub fn is_rtl(&mut self, typesetter: &mut Typesetter) -> bool {
        self.layout(typesetter, 0).layout.is_rtl()
    }

    /// The height of a piece in pixels; a guess where it was not laid out yet.
    #[must_use]
    pub fn height_of(&self, index: usize) -> f32 {
        let Some(piece) = self.pieces.get(index) else { return 0.0 };
        if let Some(laid) = &piece.laid {
            return laid.layout.height();
        }
        let line = (self.style.size * self.style.line_height).round();
        let per_line = self.width.map_or(f32::INFINITY, |width| (width / (self.style.size * 0.24)).max(8.0));
        (piece.text.len() as f32 / per_line).ceil().max(1.0) * line
    }

    /// The layout of a piece.
    pub fn layout(&mut self, typesetter: &mut Typesetter, index: usize) -> Arc<LaidPiece> {
        let index = index.min(self.pieces.len() - 1);
        let first = self.first_of(index);
        // A later piece of a line reads as its beginning does.
        let rtl = (first != index).then(|| self.layout(typesetter, first).layout.is_rtl());
        let piece = &mut self.pieces[index];
        if let Some(laid) =
            piece.laid.as_ref().filter(|laid| rtl.is_none_or(|rtl| rtl == laid.layout.is_rtl()))
        {
            return Arc::clone(laid);
        }
        let shown = piece.shown();
        self.work.laid_out += shown.len();
        let layout = match rtl {
            None => typesetter.lay_out(&shown, &self.style, self.width),
            Some(rtl) => typesetter.lay_out_piece(rtl, &shown, &self.style, self.width),
        };
        let laid = Arc::new(LaidPiece::new(layout));
        piece.laid = Some(Arc::clone(&laid));
        laid
    }

    /// The first piece of the line that `index` is a piece of.
    fn first_of(&self, index: usize) -> usize {
        match self.lines {
            StripLines::One => 0,
            StripLines::Several => {
                let before = self.pieces[..index].iter().rposition(|piece| piece.is_hard);
                before.map_or(0, |before| before + 1)
            }
        }
    }
}
