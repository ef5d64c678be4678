//! Many names, and fast: which of them a name can be.

use super::name::Name;
use super::skeleton;

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
        let keys = skeleton::keys(&Name::new(text));
        self.counts.push(keys.len().clamp(1, 255) as u8);
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
    #[must_use]
    pub fn near(&self, name: &Name, limit: usize) -> Vec<(u32, f32)> {
        let all = self.ends.len() as f32;
        let mut shared = vec![0.0_f32; self.ends.len()];
        let (mut touched, mut whole) = (Vec::new(), 0.0);
        for key in skeleton::keys(name) {
            let Some(places) = self.postings.get(key as usize) else {
                whole += all.max(1.0).ln();
                continue;
            };
            let rare = ((all + 1.0) / (places.len() as f32 + 1.0)).ln() + 0.1;
            whole += rare;
            for &place in places {
                let shared = &mut shared[place as usize];
                if *shared == 0.0 {
                    touched.push(place);
                }
                *shared += rare;
            }
        }
        let per_key = 2.0_f32;
        let nearness = |place: u32| {
            let count = self.counts[place as usize];
            if count == 0 {
                return 0.0;
            }
            shared[place as usize] / (whole + per_key * f32::from(count))
        };
        let mut found: Vec<(u32, f32)> = touched
            .into_iter()
            .map(|place| (place, nearness(place)))
            .filter(|(_, near)| *near > 0.0)
            .collect();
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if found.len() > limit && limit > 0 {
            found.select_nth_unstable_by(limit - 1, order);
            found.truncate(limit);
        }
        found.sort_unstable_by(order);
        found.truncate(limit);
        found
    }
}
