//! Costs as a table of tab-separated lines, as `learn-names` writes it.
//!
//! ```text
//! substitution TAB symbol TAB symbol cost TAB symbol cost …      omission TAB symbol TAB cost TAB cost …
//! substitution Latin Tamil TAB symbol TAB symbol cost …          omission Latin TAB symbol TAB cost TAB cost …
//! ```
//!
//! Omissions have a cost for each kind of letters of the other name. What is said of letters comes after what is said of all.

use std::fmt::Write as _;

use super::costs::{Costs, ScriptPhone};
use super::phone::{Phone, ScriptFamily};

/// What is nearer to what it would be otherwise is not written, in hundredths.
const TELLING: i32 = 5;
/// What is nearer than this is not written of costs of letters of their own, in hundredths.
const TELLING_OWN: i32 = 20;

/// A cost as the table has it.
fn rounded(cost: f32) -> i32 {
    (cost * 100.0).round() as i32
}

fn is_near(one: f32, other: f32, telling: i32) -> bool {
    (rounded(one) - rounded(other)).abs() < telling
}

fn family(name: &str) -> Option<ScriptFamily> {
    ScriptFamily::ALL.into_iter().find(|family| format!("{family:?}") == name)
}

impl Costs {
    /// Takes over the costs of a table; a line that is none is passed over, what it lacks stays as it is.
    pub fn read(&mut self, table: &str) {
        for line in table.lines() {
            let mut fields = line.split('\t');
            let (Some(kind), Some(phone)) =
                (fields.next(), fields.next().and_then(|s| s.chars().next()).and_then(Phone::of))
            else {
                continue;
            };
            let mut kind = kind.split(' ');
            let (what, own, other) =
                (kind.next(), kind.next().and_then(family), kind.next().and_then(family));
            match what {
                Some("substitution") => {
                    for field in fields {
                        let Some((symbol, cost)) = field.split_once(' ') else { continue };
                        let with = symbol.chars().next().and_then(Phone::of);
                        let (Some(with), Ok(cost)) = (with, cost.parse()) else { continue };
                        match own.zip(other) {
                            Some((own, other)) => {
                                self.set_substitution_between((phone, own), (with, other), cost);
                            }
                            None => self.set_substitution(phone, with, cost),
                        }
                    }
                }
                Some("omission") => {
                    for (other, cost) in ScriptFamily::ALL.into_iter().zip(fields) {
                        let Ok(cost) = cost.parse() else { continue };
                        match own {
                            Some(own) => self.set_omission_of((phone, own), other, cost),
                            None => self.set_omission(phone, other, cost),
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
        let mut add = |line: String| {
            let written = writeln!(table, "{line}");
            debug_assert!(written.is_ok(), "a string can always be written to");
        };
        for a in Phone::all() {
            let costs = ScriptFamily::ALL.map(|family| format!("{:.2}", self.omission(a, family)));
            add(format!("omission\t{a:?}\t{}", costs.join("\t")));
        }
        for a in Phone::all() {
            let is_learned =
                |b: &Phone| !is_near(self.substitution(a, *b), plain.substitution(a, *b), TELLING);
            let learned: Vec<String> = Phone::all()
                .filter(|&b| a < b && is_learned(&b))
                .map(|b| format!("{b:?} {:.2}", self.substitution(a, b)))
                .collect();
            if !learned.is_empty() {
                add(format!("substitution\t{a:?}\t{}", learned.join("\t")));
            }
        }
        for own in ScriptFamily::ALL {
            Phone::all().filter_map(|phone| self.own_omissions((phone, own))).for_each(&mut add);
            for other in ScriptFamily::ALL.into_iter().filter(|other| *other >= own) {
                Phone::all().filter_map(|a| self.own_substitutions((a, own), other)).for_each(&mut add);
            }
        }
        table
    }

    /// Omissions of a phone in these letters, where one of them is not that of all letters.
    fn own_omissions(&self, (phone, own): ScriptPhone) -> Option<String> {
        let is_common = |other: ScriptFamily| {
            is_near(self.omission_of((phone, own), other), self.omission(phone, other), TELLING_OWN)
        };
        let cost = |other: ScriptFamily| {
            if is_common(other) {
                String::new()
            } else {
                format!("{:.2}", self.omission_of((phone, own), other))
            }
        };
        let costs = ScriptFamily::ALL.map(cost);
        costs
            .iter()
            .any(|cost| !cost.is_empty())
            .then(|| format!("omission {own:?}\t{phone:?}\t{}", costs.join("\t")))
    }

    /// Substitutions of a phone in these letters by those in other ones, where they are not those of all letters.
    fn own_substitutions(&self, (a, own): ScriptPhone, other: ScriptFamily) -> Option<String> {
        let cost = |b: Phone| self.substitution_between((a, own), (b, other));
        let learned: Vec<String> = Phone::all()
            .filter(|&b| (own != other || a < b) && !is_near(cost(b), self.substitution(a, b), TELLING_OWN))
            .map(|b| format!("{b:?} {:.2}", cost(b)))
            .collect();
        (!learned.is_empty())
            .then(|| format!("substitution {own:?} {other:?}\t{a:?}\t{}", learned.join("\t")))
    }
}
