//! Two rows of sounds beside each other, at the least cost.

use super::costs::Costs;
use super::phone::{PHONE_COUNT, Phone, ScriptFamily};

/// Rows are compared as far as this; no word is as long.
const LONGEST: usize = 95;

/// Sounds of a word or of several, and the letters they are written in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sequence<'a> {
    pub(super) phones: &'a [Phone],
    pub(super) family: ScriptFamily,
}

impl Sequence<'_> {
    fn cut(self) -> Self {
        Self { phones: &self.phones[..self.phones.len().min(LONGEST)], family: self.family }
    }
}

/// The least cost of making one row of the other; the same both ways. Above `limit` it need not be exact.
pub(super) fn edit_cost(costs: &Costs, a: Sequence<'_>, b: Sequence<'_>, limit: f32) -> f32 {
    let (a, b) = (a.cut(), b.cut());
    let width = b.phones.len() + 1;
    let both = costs.substitutions(a.family, b.family);
    let (leave_a, leave_b) = (costs.omissions(a.family, b.family), costs.omissions(b.family, a.family));
    let (mut above, mut row) = (&mut [0.0_f32; LONGEST + 1], &mut [0.0_f32; LONGEST + 1]);
    let mut leaving_b = [0.0_f32; LONGEST];
    for (j, &phone) in b.phones.iter().enumerate() {
        leaving_b[j] = leave_b[phone.number()];
        above[j + 1] = above[j] + leaving_b[j];
    }
    for &x in a.phones {
        let (leaving, instead) = (leave_a[x.number()], &both[x.number() * PHONE_COUNT..][..PHONE_COUNT]);
        row[0] = above[0] + leaving;
        let mut least = row[0];
        for (j, &y) in b.phones.iter().enumerate() {
            let both = above[j] + instead[y.number()];
            let cost = both.min(above[j + 1] + leaving).min(row[j] + leaving_b[j]);
            row[j + 1] = cost;
            least = least.min(cost);
        }
        if least > limit {
            return least;
        }
        std::mem::swap(&mut above, &mut row);
    }
    above[width - 1]
}

/// One step of an alignment: a phone of each row, or of one alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The phone of the first row by its place.
    pub a: Option<usize>,
    /// The phone of the second.
    pub b: Option<usize>,
}

/// The steps of the cheapest alignment.
pub(super) fn steps(costs: &Costs, first: Sequence<'_>, second: Sequence<'_>) -> Vec<Step> {
    let (first, second) = (first.cut(), second.cut());
    let (height, width) = (first.phones.len() + 1, second.phones.len() + 1);
    let mut table = vec![0.0_f32; height * width];
    let leave_a = |i: usize| costs.omission_of((first.phones[i], first.family), second.family);
    let leave_b = |j: usize| costs.omission_of((second.phones[j], second.family), first.family);
    let both = |i: usize, j: usize| {
        costs.substitution_between((first.phones[i], first.family), (second.phones[j], second.family))
    };
    for i in 0..height {
        for j in 0..width {
            let mut cost = if i == 0 && j == 0 { 0.0 } else { f32::INFINITY };
            if i > 0 && j > 0 {
                cost = cost.min(table[(i - 1) * width + j - 1] + both(i - 1, j - 1));
            }
            if i > 0 {
                cost = cost.min(table[(i - 1) * width + j] + leave_a(i - 1));
            }
            if j > 0 {
                cost = cost.min(table[i * width + j - 1] + leave_b(j - 1));
            }
            table[i * width + j] = cost;
        }
    }
    let (mut i, mut j, mut steps) = (height - 1, width - 1, Vec::new());
    while i > 0 || j > 0 {
        let here = table[i * width + j];
        if i > 0 && j > 0 && here == table[(i - 1) * width + j - 1] + both(i - 1, j - 1) {
            (i, j) = (i - 1, j - 1);
            steps.push(Step { a: Some(i), b: Some(j) });
        } else if i > 0 && (j == 0 || here == table[(i - 1) * width + j] + leave_a(i - 1)) {
            i -= 1;
            steps.push(Step { a: Some(i), b: None });
        } else {
            j -= 1;
            steps.push(Step { a: None, b: Some(j) });
        }
    }
    steps.reverse();
    steps
}
