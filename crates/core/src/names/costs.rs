//! What it costs that one spelling has a sound that another has not, or has another in its place.

use std::sync::LazyLock;

use super::phone::{PHONE_COUNT, Phone, ScriptFamily, Sound};

const FAMILIES: usize = ScriptFamily::ALL.len();
/// Substitutions of every phone by every phone.
const ALL: usize = PHONE_COUNT * PHONE_COUNT;

/// A phone, and the letters it is written in.
pub type ScriptPhone = (Phone, ScriptFamily);

/// Costs of writing one phone for another and of leaving one out.
///
/// The built-in ones were learned from names written in several scripts by the program `learn-names`. A cost
/// is about the negative logarithm of how often it is seen, so 0 is what always happens and 3 is rare. What a phone
/// stands for depends on the letters of both names: those that were seen often enough together have costs of their own,
/// the others have those that all have in common.
///
/// ```
/// # use tippani_core::names::{Costs, ScriptFamily};
/// let costs = Costs::built_in();
/// let [latin, t, k] = ['ţ', 't', 'k'].map(|symbol| costs.phone(symbol).unwrap());
/// assert!(costs.substitution(latin, t) < costs.substitution(latin, k), "a Latin t may be त, and is no क");
/// let a = costs.phone('a').unwrap();
/// assert!(costs.omission(a, ScriptFamily::Arabic) < costs.omission(k, ScriptFamily::Arabic), "Urdu writes no short a");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Costs {
    /// What all letters have in common.
    common: Common,
    /// By the letters of the first phone, those of the second, and both phones.
    substitutions: Vec<f32>,
    /// By the letters of the phone, those of the other name, and the phone.
    omissions: Vec<f32>,
}

#[derive(Clone, Debug, PartialEq)]
struct Common {
    substitutions: Vec<f32>,
    omissions: Vec<f32>,
}

static BUILT_IN: LazyLock<Costs> = LazyLock::new(|| {
    let mut costs = Costs::unlearned();
    costs.read(include_str!("tables/costs.tsv"));
    costs
});

/// The place of two kinds of letters among all.
const fn pair(own: ScriptFamily, other: ScriptFamily) -> usize {
    own as usize * FAMILIES + other as usize
}

impl Costs {
    /// The costs that were learned.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Costs by the plain sounds alone, before anything is learned.
    #[must_use]
    pub fn unlearned() -> Self {
        let mut costs = Self {
            common: Common { substitutions: vec![0.0; ALL], omissions: vec![0.0; PHONE_COUNT * FAMILIES] },
            substitutions: vec![0.0; FAMILIES * FAMILIES * ALL],
            omissions: vec![0.0; FAMILIES * FAMILIES * PHONE_COUNT],
        };
        for a in Phone::all() {
            for family in ScriptFamily::ALL {
                costs.set_omission(a, family, absent(a));
            }
            for b in Phone::all().filter(|&b| b >= a) {
                costs.set_substitution(a, b, unlike(a, b));
            }
        }
        costs
    }

    /// The phone of a symbol of the tables.
    #[must_use]
    pub fn phone(&self, symbol: char) -> Option<Phone> {
        Phone::of(symbol)
    }

    /// What it costs that one name has `a` where the other has `b`, whatever letters they are written in; the same the other way
    /// round.
    #[must_use]
    pub fn substitution(&self, a: Phone, b: Phone) -> f32 {
        self.common.substitutions[a.number() * PHONE_COUNT + b.number()]
    }

    /// The same where the letters of both are known.
    #[must_use]
    pub fn substitution_between(&self, (a, own): ScriptPhone, (b, other): ScriptPhone) -> f32 {
        self.substitutions(own, other)[a.number() * PHONE_COUNT + b.number()]
    }

    /// Substitutions of each phone written in `own` by each written in `other`.
    pub(super) fn substitutions(&self, own: ScriptFamily, other: ScriptFamily) -> &[f32] {
        &self.substitutions[pair(own, other) * ALL..][..ALL]
    }

    /// What it costs that `phone`, whatever letter it is written in, is not in the other name, which is written in letters of
    /// `other`.
    #[must_use]
    pub fn omission(&self, phone: Phone, other: ScriptFamily) -> f32 {
        self.common.omissions[phone.number() * FAMILIES + other as usize]
    }

    /// The same where the letters of both are known.
    #[must_use]
    pub fn omission_of(&self, (phone, own): ScriptPhone, other: ScriptFamily) -> f32 {
        self.omissions(own, other)[phone.number()]
    }

    /// What it costs to leave out each phone written in `own` from a name written in `other`.
    pub(super) fn omissions(&self, own: ScriptFamily, other: ScriptFamily) -> &[f32] {
        &self.omissions[pair(own, other) * PHONE_COUNT..][..PHONE_COUNT]
    }

    /// Says what it costs to write one for the other, in whatever letters. A phone for itself costs nothing.
    pub fn set_substitution(&mut self, a: Phone, b: Phone, cost: f32) {
        let cost = if a == b { 0.0 } else { cost };
        for (a, b) in [(a.number(), b.number()), (b.number(), a.number())] {
            let place = a * PHONE_COUNT + b;
            self.common.substitutions[place] = cost;
            self.substitutions.chunks_exact_mut(ALL).for_each(|pair| pair[place] = cost);
        }
    }

    /// Says what it costs where the letters of both are known.
    pub fn set_substitution_between(&mut self, (a, own): ScriptPhone, (b, other): ScriptPhone, cost: f32) {
        let cost = if a == b { 0.0 } else { cost };
        for ((a, own), (b, other)) in [((a, own), (b, other)), ((b, other), (a, own))] {
            self.substitutions[pair(own, other) * ALL + a.number() * PHONE_COUNT + b.number()] = cost;
        }
    }

    /// Says what it costs to leave a phone out, whatever letter it is written in.
    pub fn set_omission(&mut self, phone: Phone, other: ScriptFamily, cost: f32) {
        self.common.omissions[phone.number() * FAMILIES + other as usize] = cost;
        for own in ScriptFamily::ALL {
            self.set_omission_of((phone, own), other, cost);
        }
    }

    /// Says what it costs where the letters of both are known.
    pub fn set_omission_of(&mut self, (phone, own): ScriptPhone, other: ScriptFamily, cost: f32) {
        self.omissions[pair(own, other) * PHONE_COUNT + phone.number()] = cost;
    }
}

fn absent(phone: Phone) -> f32 {
    match (phone.symbol(), phone.sound()) {
        ('a' | 'ɐ', _) => 0.3,
        (_, Sound::Nasal) => 0.5,
        (_, sound) if sound.is_vowel() => 0.9,
        (_, Sound::H | Sound::Y) => 1.2,
        _ => 3.0,
    }
}

/// Sounds that are near each other without being one.
const NEAR: &[&[Sound]] = {
    use Sound::{B, C, D, E, F, G, H, I, J, K, L, M, N, Nasal, O, P, R, S, T, U, V, X, Y, Z};
    &[
        &[K, G, X, H],
        &[C, J, S, Z, X],
        &[T, D],
        &[P, B, F, V],
        &[M, N, Nasal],
        &[R, L, D],
        &[V, U, O],
        &[Y, I, E, J],
    ]
};

fn unlike(a: Phone, b: Phone) -> f32 {
    let (x, y) = (a.sound(), b.sound());
    if a == b {
        0.0
    } else if x == y {
        0.4
    } else if x.is_vowel() && y.is_vowel() {
        0.8
    } else if NEAR.iter().any(|near| near.contains(&x) && near.contains(&y)) {
        1.5
    } else if x.is_vowel() == y.is_vowel() {
        3.5
    } else {
        4.0
    }
}
