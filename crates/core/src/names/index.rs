//! Many names, and fast: which of them a name can be.

use super::name::Name;
use super::sound_keys;

/// Places that one search looks at before it leaves out the most frequent keys.
const POSTINGS_READ: usize = 600_000;
/// Weights of keys are added up in units of one over this.
const SHARE: f32 = 64.0;
/// What each key of a found name weighs against it.
const PER_KEY: f32 = 2.0;

/// Names that are found by their consonants, without comparing with each of them.
///
/// ```
/// # use tippani_core::names::{Name, NameIndex};
/// let index = NameIndex::new(["Sergei Lavrov", "Andrei Belousov", "Narendra Modi"]);
/// let found = index.near(&Name::new("बेलोसोव"), 10);
/// assert_eq!(index.text(found[0].0), "Andrei Belousov");
/// ```
#[derive(Clone, Debug, Default)]
pub struct NameIndex {
    texts: String,
    /// Where each name ends in `texts`.
    ends: Vec<u32>,
    /// How many keys each name has; none if it was removed.
    counts: Vec<u8>,
    /// For each key the names that have it.
    postings: Vec<Vec<u32>>,
}

impl NameIndex {
    /// An index of names; each is known by its place.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut index = Self::default();
        for name in names {
            index.insert(name);
        }
        index
    }

    /// Adds a name and gives its place.
    pub fn insert(&mut self, text: &str) -> u32 {
        let place = self.ends.len() as u32;
        self.texts += text;
        self.ends.push(self.texts.len() as u32);
        let mut keys = Vec::with_capacity(32);
        let count = sound_keys::keys(&Name::new(text), &mut keys);
        self.counts.push(count.clamp(1, 255) as u8);
        for key in keys {
            let key = key as usize;
            if key >= self.postings.len() {
                self.postings.resize_with(key + 1, Vec::new);
            }
            self.postings[key].push(place);
        }
        place
    }

    /// Takes a name out; the places of the others stay.
    pub fn remove(&mut self, place: u32) {
        if let Some(count) = self.counts.get_mut(place as usize) {
            *count = 0;
        }
    }

    /// How many places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no name was ever added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The name at a place; empty if there is none.
    #[must_use]
    pub fn text(&self, place: u32) -> &str {
        let place = place as usize;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.ends.get(place).map_or("", |&end| &self.texts[start..end as usize])
    }

    /// At most `limit` names that share most of what survives any spelling, the nearest first.
    ///
    /// Rare keys are looked at first. Among very many names the most frequent keys, which tell the least, are
    /// left out once a fixed number of places were looked at, so that a search takes the same time for any name.
    #[must_use]
    pub fn near(&self, name: &Name, limit: usize) -> Vec<(u32, f32)> {
        let all = self.ends.len() as f32;
        let mut keys = Vec::new();
        sound_keys::keys(name, &mut keys);
        let places = |key: u32| self.postings.get(key as usize).map_or(&[][..], Vec::as_slice);
        let mut postings: Vec<&[u32]> = keys.into_iter().map(places).collect();
        postings.sort_by_key(|places| places.len());
        let (mut shared, mut whole, mut read) = (vec![0_u16; self.ends.len()], 0.0, 0);
        for places in postings {
            read += places.len();
            if read > POSTINGS_READ {
                break;
            }
            let rare = ((all + 1.0) / (places.len() as f32 + 1.0)).ln() + 0.1;
            whole += rare;
            let rare = (rare * SHARE) as u16;
            for &place in places {
                let shared = &mut shared[place as usize];
                *shared = shared.saturating_add(rare);
            }
        }
        // What shares little with the name is not sorted.
        let least = (shared.iter().max().map_or(0, |most| most / 5)).max(1);
        let nearness = |place: usize, shared: u16| {
            f32::from(shared) / SHARE / (whole + PER_KEY * f32::from(self.counts[place]))
        };
        let mut found: Vec<(u32, f32)> = shared
            .iter()
            .enumerate()
            .filter(|&(place, shared)| *shared >= least && self.counts[place] > 0)
            .map(|(place, shared)| (place as u32, nearness(place, *shared)))
            .collect();
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if found.len() > limit && limit > 0 {
            found.select_nth_unstable_by(limit - 1, order);
        }
        found.truncate(limit);
        found.sort_unstable_by(order);
        found
    }
}
