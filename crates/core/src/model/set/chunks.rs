//! Entries in order, in chunks that copies share.

use std::cmp::Ordering;
use std::fmt;
use std::slice;
use std::sync::Arc;

use crate::text::ByteOffset;

/// A chunk of more entries than this is split in two. A change after a copy was made copies one chunk, so that chunks
/// are small; a copy counts its chunks, so that they are not too small.
const MAX_CHUNK_ENTRIES: usize = 128;
/// So many entries a chunk gets when all are made at once: there is room for more.
const INITIAL_CHUNK_ENTRIES: usize = 96;

/// What stands in [`SortedChunks`].
pub(super) trait Entry: Clone {
    /// Which of two stands first; two that are equal cannot both be there.
    fn order(&self, other: &Self) -> Ordering;

    /// Where in the text it ends; the start of the text for what has no place in it.
    fn end(&self) -> ByteOffset {
        ByteOffset::default()
    }
}

/// Entries in order, to be found, put in and taken out in logarithmic time.
///
/// A copy costs one reference for each chunk, and shares every chunk until one of the two changes it:
///
/// ```text
/// one    [a b c] [d e f] [g h i]
/// copy   [a b c] [d e x f] [g h i]      after putting x in: the first and last chunk are shared still
/// ```
#[derive(Clone)]
pub(super) struct SortedChunks<E> {
    heads: Vec<ChunkHead<E>>,
}

/// A chunk, and what has to be known of it without looking into it. None is empty.
#[derive(Clone)]
struct ChunkHead<E> {
    /// How many entries stand in the chunks before it.
    before: usize,
    /// The farthest end of its entries.
    reach: ByteOffset,
    /// The farthest end of its entries and all before them.
    farthest: ByteOffset,
    chunk: Arc<Chunk<E>>,
}

#[derive(Clone)]
struct Chunk<E> {
    entries: Vec<E>,
}

impl<E: Entry> ChunkHead<E> {
    fn new(entries: Vec<E>) -> Self {
        let mut head = Self {
            before: 0,
            reach: ByteOffset::default(),
            farthest: ByteOffset::default(),
            chunk: Arc::new(Chunk { entries }),
        };
        head.measure();
        head
    }

    fn measure(&mut self) {
        self.reach = self.entries().iter().map(Entry::end).max().unwrap_or_default();
    }

    fn entries_mut(&mut self) -> &mut Vec<E> {
        &mut Arc::make_mut(&mut self.chunk).entries
    }
}

impl<E> ChunkHead<E> {
    fn entries(&self) -> &[E] {
        &self.chunk.entries
    }
}

impl<E> Default for SortedChunks<E> {
    fn default() -> Self {
        Self { heads: Vec::new() }
    }
}

impl<E: fmt::Debug> fmt::Debug for SortedChunks<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<E> SortedChunks<E> {
    pub(super) fn len(&self) -> usize {
        self.heads.last().map_or(0, |head| head.before + head.entries().len())
    }

    pub(super) fn iter(&self) -> Iter<'_, E> {
        Iter { heads: self.heads.iter(), entries: [].iter(), left: self.len() }
    }

    /// The entry at a position in the order.
    pub(super) fn nth(&self, position: usize) -> Option<&E> {
        let head = self.heads.partition_point(|head| head.before <= position).checked_sub(1)?;
        let head = &self.heads[head];
        head.entries().get(position - head.before)
    }

    /// The entry at a position that is known to be there; panics as a slice does where it is not.
    pub(super) fn index(&self, position: usize) -> &E {
        let head = self.heads.partition_point(|head| head.before <= position).saturating_sub(1);
        let head = &self.heads[head];
        &head.entries()[position - head.before]
    }

    /// Chunk and place in it of an entry, or where it would stand; `order` says how an entry stands to it.
    fn find(&self, order: impl Fn(&E) -> Ordering) -> Result<(usize, usize), (usize, usize)> {
        let after = self.heads.partition_point(|head| order(&head.entries()[0]).is_le());
        let chunk = after.saturating_sub(1);
        let Some(head) = self.heads.get(chunk) else { return Err((0, 0)) };
        match head.entries().binary_search_by(order) {
            Ok(at) => Ok((chunk, at)),
            Err(at) => Err((chunk, at)),
        }
    }

    /// The entry that `order` finds equal.
    pub(super) fn get(&self, order: impl Fn(&E) -> Ordering) -> Option<&E> {
        let (chunk, at) = self.find(order).ok()?;
        Some(&self.heads[chunk].entries()[at])
    }

    /// How many entries `order` finds less.
    pub(super) fn position(&self, order: impl Fn(&E) -> Ordering) -> usize {
        let (Ok((chunk, at)) | Err((chunk, at))) = self.find(order);
        self.heads.get(chunk).map_or(0, |head| head.before + at)
    }

    /// The entries that `order` does not find less.
    pub(super) fn from(&self, order: impl Fn(&E) -> Ordering) -> Iter<'_, E> {
        let (Ok((chunk, at)) | Err((chunk, at))) = self.find(order);
        let Some(head) = self.heads.get(chunk) else { return self.iter() };
        let left = self.len() - head.before - at;
        Iter { heads: self.heads[chunk + 1..].iter(), entries: head.entries()[at..].iter(), left }
    }
}

impl<E: Entry> SortedChunks<E> {
    /// Of entries that are in order already, and no two equal.
    pub(super) fn from_sorted(entries: Vec<E>) -> Self {
        let mut heads = Vec::with_capacity(entries.len().div_ceil(INITIAL_CHUNK_ENTRIES));
        if entries.len() <= INITIAL_CHUNK_ENTRIES {
            heads.extend((!entries.is_empty()).then(|| ChunkHead::new(entries)));
        } else {
            let mut rest = entries.into_iter();
            while rest.len() > 0 {
                heads.push(ChunkHead::new(rest.by_ref().take(INITIAL_CHUNK_ENTRIES).collect()));
            }
        }
        let mut chunks = Self { heads };
        chunks.count(0);
        chunks
    }

    /// Puts an entry in its place; one that is equal is replaced and comes back.
    pub(super) fn insert(&mut self, entry: E) -> Option<E> {
        match self.find(|other| other.order(&entry)) {
            Ok((chunk, at)) => {
                let head = &mut self.heads[chunk];
                let old = std::mem::replace(&mut head.entries_mut()[at], entry);
                head.measure();
                self.count(chunk);
                Some(old)
            }
            Err((chunk, at)) => {
                let Some(head) = self.heads.get_mut(chunk) else {
                    *self = Self::from_sorted(vec![entry]);
                    return None;
                };
                head.reach = head.reach.max(entry.end());
                head.entries_mut().insert(at, entry);
                if head.entries().len() > MAX_CHUNK_ENTRIES {
                    let rest = head.entries_mut().split_off(MAX_CHUNK_ENTRIES / 2);
                    head.measure();
                    self.heads.insert(chunk + 1, ChunkHead::new(rest));
                }
                self.count(chunk);
                None
            }
        }
    }

    /// Takes out the entry that `order` finds equal.
    pub(super) fn remove(&mut self, order: impl Fn(&E) -> Ordering) -> Option<E> {
        let (chunk, at) = self.find(order).ok()?;
        let old = self.heads[chunk].entries_mut().remove(at);
        let size =
            |chunk: usize| self.heads.get(chunk).map_or(MAX_CHUNK_ENTRIES, |head| head.entries().len());
        if size(chunk) == 0 {
            self.heads.remove(chunk);
        } else {
            // Chunks do not dwindle: a small one joins the next.
            if size(chunk) + size(chunk + 1) <= MAX_CHUNK_ENTRIES / 2 {
                let next = self.heads.remove(chunk + 1);
                self.heads[chunk].entries_mut().extend_from_slice(next.entries());
            }
            self.heads[chunk].measure();
        }
        self.count(chunk);
        Some(old)
    }

    /// Leaves out what is not kept and puts `added` in, none of which is there then; one pass over everything.
    pub(super) fn rebuild(&mut self, keep: impl Fn(&E) -> bool, added: impl Iterator<Item = E>) {
        let mut entries: Vec<E> = self.iter().filter(|entry| keep(entry)).cloned().collect();
        entries.extend(added);
        entries.sort_by(Entry::order);
        *self = Self::from_sorted(entries);
    }

    /// Entries that end after `from` and for which `starts_before` holds, in order; it holds for the first ones only.
    ///
    /// Chunks in which none reaches so far are passed over.
    pub(super) fn reaching(&self, from: ByteOffset, starts_before: impl Fn(&E) -> bool) -> Vec<&E> {
        let upper = self.heads.partition_point(|head| starts_before(&head.entries()[0]));
        let lower = self.heads[..upper].partition_point(|head| head.farthest <= from);
        let heads = self.heads[lower..upper].iter().filter(|head| head.reach > from);
        let of_head = |head| {
            let entries = ChunkHead::entries(head);
            &entries[..entries.partition_point(&starts_before)]
        };
        heads.flat_map(of_head).filter(|entry| entry.end() > from).collect()
    }

    /// Counts anew from a chunk on, which was changed.
    fn count(&mut self, chunk: usize) {
        let last = chunk.checked_sub(1).and_then(|last| self.heads.get(last));
        let (mut before, mut farthest) =
            last.map_or_else(Default::default, |last| (last.before + last.entries().len(), last.farthest));
        for head in self.heads.iter_mut().skip(chunk) {
            farthest = farthest.max(head.reach);
            (head.before, head.farthest) = (before, farthest);
            before += head.entries().len();
        }
    }
}

/// Entries in order.
pub(super) struct Iter<'a, E> {
    heads: slice::Iter<'a, ChunkHead<E>>,
    entries: slice::Iter<'a, E>,
    left: usize,
}

impl<E: fmt::Debug> fmt::Debug for Iter<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl<E> Clone for Iter<'_, E> {
    fn clone(&self) -> Self {
        Self { heads: self.heads.clone(), entries: self.entries.clone(), left: self.left }
    }
}

impl<'a, E> Iterator for Iter<'a, E> {
    type Item = &'a E;

    fn next(&mut self) -> Option<&'a E> {
        loop {
            if let Some(entry) = self.entries.next() {
                self.left -= 1;
                return Some(entry);
            }
            self.entries = self.heads.next()?.entries().iter();
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<E> ExactSizeIterator for Iter<'_, E> {}
