//! Claims of other articles that may speak of the same thing, across languages: by entities, numbers, days and words.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use super::concepts::Concepts;
use super::facts::{Facts, NamedDay, Number, fold};
use super::{Board, BoardEntry, Source};
use crate::model::{AnnotationKind, EntityRef};
use crate::names::{Matcher, Name, NameSearch};
use crate::text::words;

static CONCEPTS: LazyLock<Concepts> = LazyLock::new(|| Concepts::new(fold));

/// How much a kind of thing in common counts beside its rarity.
const ENTITY: f32 = 1.6;
const NUMBER: f32 = 2.2;
const DAY: f32 = 1.0;
const CONCEPT: f32 = 1.5;
const WORD: f32 = 1.0;
const SOUND: f32 = 1.1;
/// Words in common that are named as a reason.
const NAMED_WORDS: usize = 4;

/// Something a claim has in common with others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Feature {
    /// An entity: those that are spelt alike are one.
    Entity(u32),
    Number(Number),
    Day(NamedDay),
    /// A word of the news, in whatever language.
    Concept(u16),
    /// A word as it is written.
    Word(String),
    /// A word by its consonants, in whatever script.
    Sound(String),
}

impl Feature {
    const fn weight(&self) -> f32 {
        match self {
            Self::Entity(_) => ENTITY,
            Self::Number(_) => NUMBER,
            Self::Day(_) => DAY,
            Self::Concept(_) => CONCEPT,
            Self::Word(_) => WORD,
            Self::Sound(_) => SOUND,
        }
    }
}

/// Why a claim is suggested, or what speaks against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimReason {
    /// Both have the same claimer, or claimers whose names are alike.
    SameClaimer(String),
    /// An entity that both speak of, as each writes it.
    SameEntity(String, String),
    /// A number that both name: it speaks for support.
    SameNumber(Number),
    /// Each names numbers that the other does not: it speaks for refutation.
    OtherNumbers(Vec<Number>, Vec<Number>),
    /// A day that both name.
    SameDay(NamedDay),
    /// Words in common, as the claim that is suggested has them.
    SameWords(Vec<String>),
}

/// One claim that may speak of the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimSuggestion {
    /// Its place among [`Board::entries`].
    pub entry: usize,
    /// How much it has in common, from 0 to 1.
    pub score: f32,
    /// Why, the weightiest first.
    pub reasons: Vec<ClaimReason>,
}

/// One claim as it is compared.
#[derive(Debug, PartialEq)]
struct Profile {
    entry: usize,
    file: Arc<str>,
    source: Source,
    /// Each with the word or the name that it was found by.
    features: BTreeMap<Feature, String>,
    facts: Facts,
    norm: f32,
}

/// The claims of a board, ready to be compared.
#[derive(Debug, PartialEq)]
pub struct ClaimSearch {
    profiles: Vec<Profile>,
    /// The profile of an entry.
    by_entry: BTreeMap<usize, usize>,
    postings: HashMap<Feature, Vec<usize>>,
}

impl ClaimSearch {
    /// Makes the claims of a board ready.
    #[must_use]
    pub fn new(board: &Board) -> Self {
        let names = name_groups(board);
        let mut profiles: Vec<Profile> =
            board.claims().map(|(entry, claim)| Profile::new(entry, claim, &names)).collect();
        let mut postings: HashMap<Feature, Vec<usize>> = HashMap::new();
        for (number, profile) in profiles.iter().enumerate() {
            for feature in profile.features.keys() {
                postings.entry(feature.clone()).or_default().push(number);
            }
        }
        let all = profiles.len() as f32;
        for profile in &mut profiles {
            let weights = profile.features.keys().map(|feature| weight(feature, &postings, all).powi(2));
            profile.norm = weights.sum::<f32>().sqrt().max(f32::EPSILON);
        }
        let by_entry = profiles.iter().enumerate().map(|(number, profile)| (profile.entry, number)).collect();
        Self { profiles, by_entry, postings }
    }

    /// At most `limit` claims of other articles for the claim at a place among [`Board::entries`], the likeliest first.
    #[must_use]
    pub fn suggest(&self, entry: usize, limit: usize) -> Vec<ClaimSuggestion> {
        self.suggest_among(entry, limit, |_| true)
    }

    /// Like [`Self::suggest`], but only claims that `is_wanted`, by their places.
    #[must_use]
    pub fn suggest_among(
        &self,
        entry: usize,
        limit: usize,
        is_wanted: impl Fn(usize) -> bool,
    ) -> Vec<ClaimSuggestion> {
        let Some(own) = self.by_entry.get(&entry).map(|number| &self.profiles[*number]) else {
            return Vec::new();
        };
        let all = self.profiles.len() as f32;
        let mut scores: BTreeMap<usize, f32> = BTreeMap::new();
        for feature in own.features.keys() {
            let weight = weight(feature, &self.postings, all).powi(2);
            for number in self.postings.get(feature).into_iter().flatten() {
                let other = &self.profiles[*number];
                if other.file != own.file && is_wanted(other.entry) {
                    *scores.entry(*number).or_default() += weight / (own.norm * other.norm);
                }
            }
        }
        let mut ranked: Vec<(usize, f32)> = scores.into_iter().collect();
        ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        ranked.truncate(limit);
        let suggestion = |(number, score): (usize, f32)| {
            let other = &self.profiles[number];
            ClaimSuggestion { entry: other.entry, score: score.min(1.0), reasons: reasons(own, other) }
        };
        ranked.into_iter().map(suggestion).collect()
    }
}

/// Why two claims may speak of the same thing.
fn reasons(own: &Profile, other: &Profile) -> Vec<ClaimReason> {
    let mut reasons = Vec::new();
    if let (Source::Claimer(one), Source::Claimer(two)) = (&own.source, &other.source)
        && (one == two || is_one_name(one.as_str(), two.as_str()))
    {
        reasons.push(ClaimReason::SameClaimer(two.to_string()));
    }
    let (mut found_words, mut days) = (Vec::new(), Vec::new());
    for (feature, words) in &own.features {
        let Some(theirs) = other.features.get(feature) else { continue };
        match feature {
            Feature::Number(number) => reasons.push(ClaimReason::SameNumber(*number)),
            Feature::Entity(_) => reasons.push(ClaimReason::SameEntity(words.clone(), theirs.clone())),
            Feature::Day(day) => days.push(ClaimReason::SameDay(*day)),
            Feature::Concept(_) | Feature::Word(_) | Feature::Sound(_) => {
                if !found_words.contains(theirs) {
                    found_words.push(theirs.clone());
                }
            }
        }
    }
    let only = |a: &BTreeSet<Number>, b: &BTreeSet<Number>| a.difference(b).copied().collect::<Vec<_>>();
    let (ours, theirs) = (&own.facts.numbers, &other.facts.numbers);
    let (ours, theirs) = (only(ours, theirs), only(theirs, ours));
    if !ours.is_empty() && !theirs.is_empty() {
        reasons.push(ClaimReason::OtherNumbers(ours, theirs));
    }
    reasons.extend(days);
    if !found_words.is_empty() {
        found_words.truncate(NAMED_WORDS);
        reasons.push(ClaimReason::SameWords(found_words));
    }
    reasons
}

/// How much a feature counts: the fewer claims have it, the more.
fn weight(feature: &Feature, postings: &HashMap<Feature, Vec<usize>>, all: f32) -> f32 {
    let have = postings.get(feature).map_or(1.0, |have| have.len() as f32);
    feature.weight() * ((all + 1.0) / (have + 0.5)).ln().max(0.05)
}

impl Profile {
    fn new(entry: usize, claim: &BoardEntry, names: &HashMap<String, u32>) -> Self {
        let mut features = BTreeMap::new();
        let facts = Facts::of(&claim.sentence);
        for name in entity_names(claim) {
            if let Some(group) = names.get(&name) {
                features.insert(Feature::Entity(*group), name);
            }
        }
        for number in &facts.numbers {
            features.insert(Feature::Number(*number), number.to_string());
        }
        for day in &facts.days {
            features.insert(Feature::Day(*day), String::new());
        }
        for range in words(&claim.sentence) {
            let word = &claim.sentence[range];
            let folded = fold(word);
            if folded.chars().filter(|c| c.is_alphabetic()).count() < 2 {
                continue;
            }
            if let Some(concept) = CONCEPTS.of(&folded) {
                features.insert(Feature::Concept(concept), word.to_owned());
                continue;
            }
            if let Some(sound) = sound(word) {
                features.insert(Feature::Sound(sound), word.to_owned());
            }
            features.insert(Feature::Word(folded), word.to_owned());
        }
        let (file, source) = (claim.key.file.clone(), Source::of(claim));
        Self { entry, file, source, features, facts, norm: 1.0 }
    }
}

/// The entities of a claim by their names, or their identifiers where those were said.
fn entity_names(claim: &BoardEntry) -> BTreeSet<String> {
    let named = |entity: &EntityRef| match entity {
        EntityRef::Entity(id) => Some(id.as_str().replace(['-', '_'], " ")),
        EntityRef::Name(name) => Some(name.to_string()),
        EntityRef::Author | EntityRef::Unknown => None,
    };
    let mentions = claim.mentions.iter().flat_map(|mention| {
        let entity = mention.entity.as_ref().and_then(named);
        [entity, Some(mention.words.to_string())].into_iter().flatten()
    });
    claim.claimer().and_then(named).into_iter().chain(mentions).collect()
}

fn is_one_name(one: &str, other: &str) -> bool {
    let (one, other) = (Name::new(&one.replace(['-', '_'], " ")), Name::new(&other.replace(['-', '_'], " ")));
    Matcher::default().compare(&one, &other).likeness().is_one()
}

/// The names of a board's entities, those that are probably one under one number.
fn name_groups(board: &Board) -> HashMap<String, u32> {
    let of = |claim: &BoardEntry| (claim.kind == AnnotationKind::Claim).then(|| entity_names(claim));
    let all: BTreeSet<String> = board.entries().iter().filter_map(of).flatten().collect();
    let all: Vec<String> = all.into_iter().collect();
    let spellings: Vec<[&str; 1]> = all.iter().map(|name| [name.as_str()]).collect();
    let search = NameSearch::new(spellings.iter().map(|name| &name[..]));
    let matcher = Matcher::default();
    let mut groups: Vec<u32> = (0..all.len() as u32).collect();
    for (number, name) in all.iter().enumerate() {
        let name = Name::new(name);
        for found in search.find(&matcher, std::slice::from_ref(&name)).into_iter().take(12) {
            let is_like = found.comparison.likeness().is_one();
            if is_like && found.owner != number {
                let (from, to) =
                    (groups[found.owner].max(groups[number]), groups[found.owner].min(groups[number]));
                for group in groups.iter_mut().filter(|group| **group == from) {
                    *group = to;
                }
            }
        }
    }
    all.into_iter().zip(groups).collect()
}

/// The consonants of a word, in whatever script; nothing of words with few of them.
fn sound(word: &str) -> Option<String> {
    let phones = Name::new(word).phones();
    let consonants: String = phones.chars().filter(|c| !is_vowel(*c)).filter_map(plain).collect();
    let mut kept = String::new();
    for c in consonants.chars() {
        // Twice the same is once.
        if !kept.ends_with(c) {
            kept.push(c);
        }
    }
    let count = kept.chars().count();
    (count >= 3).then(|| kept.chars().take(5).collect())
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'A' | 'e' | 'E' | 'i' | 'I' | 'o' | 'O' | 'u' | 'U' | 'ɔ' | 'ɛ' | 'ə' | 'æ' | 'y')
}

/// A consonant without what scripts and languages differ in.
fn plain(c: char) -> Option<char> {
    Some(match c {
        'ɖ' | 'D' | 'ɗ' => 'd',
        'ʈ' | 'T' | 'θ' => 't',
        'ɳ' | 'ŋ' | 'ɲ' | 'N' => 'n',
        'ɽ' | 'R' => 'r',
        'ʂ' | 'ʃ' | 'S' => 's',
        'w' | 'V' => 'v',
        'f' | 'P' | 'F' => 'p',
        'z' | 'J' | 'ʒ' | 'Z' => 'j',
        'q' | 'x' | 'K' | 'X' => 'k',
        'ɣ' | 'G' => 'g',
        'B' => 'b',
        'C' => 'c',
        'L' | 'ɭ' => 'l',
        'M' => 'm',
        'h' | 'H' | 'ʔ' | 'ʕ' => return None,
        other if other.is_whitespace() => return None,
        other => other,
    })
}
