//! What it costs that one spelling has a sound that another has not, or has another in its place.

use std::fmt::Write as _;
use std::sync::LazyLock;

use super::phone::{PHONE_COUNT, Phone, ScriptFamily, Sound};

const FAMILIES: usize = ScriptFamily::ALL.len();

/// Costs of writing one phone for another and of leaving one out.
///
/// The built-in ones were learned from names written in several scripts by the program `learn-names`. A cost
/// is about the negative logarithm of how often it is seen, so 0 is what always happens and 3 is rare.
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
    substitutions: Vec<f32>,
    omissions: Vec<f32>,
}

static BUILT_IN: LazyLock<Costs> = LazyLock::new(|| {
    let mut costs = Costs::unlearned();
    costs.read(include_str!("tables/costs.tsv"));
    costs
});

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
            substitutions: vec![0.0; PHONE_COUNT * PHONE_COUNT],
            omissions: vec![0.0; PHONE_COUNT * FAMILIES],
        };
        for a in Phone::all() {
            for family in ScriptFamily::ALL {
                costs.set_omission(a, family, absent(a));
            }
            for b in Phone::all() {
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

    /// What it costs that one name has `a` where the other has `b`; the same the other way round.
    #[must_use]
    pub fn substitution(&self, a: Phone, b: Phone) -> f32 {
        self.substitutions[a.number() * PHONE_COUNT + b.number()]
    }

    /// What it costs that `phone` is not in the other name, which is written in letters of `other`.
    #[must_use]
    pub fn omission(&self, phone: Phone, other: ScriptFamily) -> f32 {
        self.omissions[phone.number() * FAMILIES + other as usize]
    }

    /// Says what it costs to write one for the other. A phone for itself costs nothing.
    pub fn set_substitution(&mut self, a: Phone, b: Phone, cost: f32) {
        let cost = if a == b { 0.0 } else { cost };
        self.substitutions[a.number() * PHONE_COUNT + b.number()] = cost;
        self.substitutions[b.number() * PHONE_COUNT + a.number()] = cost;
    }

    /// Says what it costs to leave a phone out.
    pub fn set_omission(&mut self, phone: Phone, other: ScriptFamily, cost: f32) {
        self.omissions[phone.number() * FAMILIES + other as usize] = cost;
    }

    /// Takes over the costs of a table; a line that is none is passed over, what it lacks stays as it is.
    ///
    /// ```text
    /// instead TAB symbol TAB symbol cost TAB symbol cost …     without TAB symbol TAB cost for each family …
    /// ```
    pub fn read(&mut self, table: &str) {
        for line in table.lines() {
            let mut fields = line.split('\t');
            let (Some(kind), Some(phone)) =
                (fields.next(), fields.next().and_then(|s| s.chars().next()).and_then(Phone::of))
            else {
                continue;
            };
            match kind {
                "substitution" => {
                    for field in fields {
                        let Some((symbol, cost)) = field.split_once(' ') else { continue };
                        let other = symbol.chars().next().and_then(Phone::of);
                        if let (Some(other), Ok(cost)) = (other, cost.parse()) {
                            self.set_substitution(phone, other, cost);
                        }
                    }
                }
                "omission" => {
                    for (family, cost) in ScriptFamily::ALL.into_iter().zip(fields) {
                        if let Ok(cost) = cost.parse() {
                            self.set_omission(phone, family, cost);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The table that [`read`](Self::read) reads: what differs from [`unlearned`](Self::unlearned).
    #[must_use]
    pub fn write(&self) -> String {
        let (plain, mut table) = (Self::unlearned(), String::new());
        for a in Phone::all() {
            let costs = ScriptFamily::ALL.map(|family| format!("{:.2}", self.omission(a, family)));
            let written = writeln!(table, "omission\t{a:?}\t{}", costs.join("\t"));
            debug_assert!(written.is_ok(), "a string can always be written to");
        }
        for a in Phone::all() {
            let learned: Vec<String> = Phone::all()
                .filter(|&b| a < b && (self.substitution(a, b) - plain.substitution(a, b)).abs() >= 0.05)
                .map(|b| format!("{b:?} {:.2}", self.substitution(a, b)))
                .collect();
            if !learned.is_empty() {
                let written = writeln!(table, "substitution\t{a:?}\t{}", learned.join("\t"));
                debug_assert!(written.is_ok(), "a string can always be written to");
            }
        }
        table
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
