//! The way back from a folded text to its source.

/// For each character of a folded text the source byte that it comes from, kept as stretches in which both texts go on together; a
/// text has far fewer of them than letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SourceMap {
    /// Where each stretch begins, in bytes of the folded text, ascending, and of the source.
    stretches: Vec<(u32, u32)>,
}

impl SourceMap {
    /// Adds the character that begins at byte `folded`, behind all others, and comes from byte `source`.
    pub(super) fn push(&mut self, folded: u32, source: u32) {
        let goes_on = |&(from, to): &(u32, u32)| source.checked_sub(to) == Some(folded - from);
        if !self.stretches.last().is_some_and(goes_on) {
            self.stretches.push((folded, source));
        }
    }

    /// Forgets all characters that begin at byte `folded` or behind it, and tells where the first of them came from.
    pub(super) fn cut(&mut self, folded: u32) -> u32 {
        let source = self.stretches.iter().rev().find(|(from, _)| *from <= folded);
        let source = source.map_or(0, |(from, to)| to + folded - from);
        while self.stretches.last().is_some_and(|(from, _)| *from >= folded) {
            self.stretches.pop();
        }
        source
    }

    /// Looks up places, best one after the other.
    pub(super) const fn lookup(&self) -> Lookup<'_> {
        Lookup { stretches: self.stretches.as_slice(), at: 0 }
    }
}

/// Where characters come from; a place near the last one is found at once.
#[derive(Debug)]
pub(super) struct Lookup<'a> {
    stretches: &'a [(u32, u32)],
    /// The stretch of the last place.
    at: usize,
}

impl Lookup<'_> {
    /// The source byte that the character comes from which begins at byte `folded`.
    pub(super) fn source(&mut self, folded: usize) -> usize {
        let Ok(folded) = u32::try_from(folded) else { return usize::MAX };
        let begins_after = |at: usize| self.stretches.get(at).is_none_or(|(from, _)| *from > folded);
        let (mut low, mut high) = (self.at, self.at + 1);
        if begins_after(low) {
            (low, high) = (0, low);
        } else {
            while !begins_after(high) {
                (low, high) = (high, high + 2 * (high - low));
            }
        }
        let within = &self.stretches[low..high.min(self.stretches.len())];
        self.at = low + within.partition_point(|(from, _)| *from <= folded).saturating_sub(1);
        self.stretches.get(self.at).map_or(0, |(from, to)| (to + folded.saturating_sub(*from)) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_leads_back_to_where_it_came_from() {
        let mut random = fastrand::Rng::with_seed(11);
        for _ in 0..200 {
            let (mut map, mut all) = (SourceMap::default(), Vec::<(u32, u32)>::new());
            let (mut folded, mut source) = (0, 5);
            for _ in 0..random.usize(1..60) {
                map.push(folded, source);
                all.push((folded, source));
                let length = random.u32(1..4);
                // Mostly as long in both; now and then from a mark that stood before.
                folded += length;
                source = if random.u8(..6) == 0 { random.u32(..90) } else { source + length };
            }
            if random.bool() {
                let kept = random.usize(..all.len());
                assert_eq!(map.cut(all[kept].0), all[kept].1);
                all.truncate(kept);
            }
            let mut lookup = map.lookup();
            for _ in 0..if all.is_empty() { 0 } else { 100 } {
                let (folded, source) = all[random.usize(..all.len())];
                assert_eq!(lookup.source(folded as usize), source as usize);
            }
        }
    }
}
