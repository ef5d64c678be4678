//! Costs by how often sounds are seen beside each other in the best alignments, again and again.

use tippani_core::names::{Comparison, Costs, Matcher, Name, PHONE_COUNT, PairKind, Phone, ScriptFamily};

/// Rounds of aligning and counting.
const ROUNDS: usize = 6;
/// What is counted beside what was seen, by the costs that nobody learned.
const UNSEEN: f64 = 0.4;
/// What the costs of two kinds of letters are counted beside, by those that all have in common.
const COMMON: f64 = 4.0;
/// Words that cost more than this a sound are not counted. It must leave room for what is rare at first: a sound that is not counted
/// gets a cost that keeps it from being counted ever after.
const ALIKE: f32 = 1.0;

/// How often phones were aligned, for two families of letters.
struct Counts {
    both: Vec<f64>,
    left: Vec<f64>,
    right: Vec<f64>,
}

impl Counts {
    fn new() -> Self {
        Self {
            both: vec![0.0; PHONE_COUNT * PHONE_COUNT],
            left: vec![0.0; PHONE_COUNT],
            right: vec![0.0; PHONE_COUNT],
        }
    }
}

/// Learns costs from pairs of names of one bearer.
pub(crate) fn learn(pairs: &[(&Name, &Name)]) -> Costs {
    let mut costs = Costs::unlearned();
    for _ in 0..ROUNDS {
        let mut counts: Vec<Counts> =
            ScriptFamily::ALL.iter().flat_map(|_| ScriptFamily::ALL.map(|_| Counts::new())).collect();
        let matcher = Matcher::new(&costs);
        for (a, b) in pairs {
            count(matcher, &matcher.compare(a, b), (a, b), &mut counts);
        }
        costs = common(&counts);
        own(&mut costs, &counts);
    }
    costs
}

fn count(matcher: Matcher<'_>, comparison: &Comparison, (a, b): (&Name, &Name), counts: &mut [Counts]) {
    for pair in comparison.pairs.iter().filter(|pair| matches!(pair.kind, PairKind::Sound)) {
        let Some(aligned) = matcher.steps(a, b, pair) else { continue };
        let weight: f32 = aligned.a.len() as f32 + aligned.b.len() as f32;
        if pair.cost > ALIKE * weight {
            continue;
        }
        let (x, y) = aligned.families;
        for (x, y, mirrored) in [(x, y, false), (y, x, true)] {
            let counts = &mut counts[x as usize * ScriptFamily::ALL.len() + y as usize];
            for step in &aligned.steps {
                let (left, right) = (step.a.map(|i| aligned.a[i]), step.b.map(|j| aligned.b[j]));
                let (left, right) = if mirrored { (right, left) } else { (left, right) };
                match (left, right) {
                    (Some(left), Some(right)) => {
                        counts.both[left.number() * PHONE_COUNT + right.number()] += 1.0;
                    }
                    (Some(left), None) => counts.left[left.number()] += 1.0,
                    (None, Some(right)) => counts.right[right.number()] += 1.0,
                    (None, None) => {}
                }
            }
        }
    }
}

/// How often a phone was seen in the first letters, and how often in the second.
struct Marginals {
    left: Vec<f64>,
    right: Vec<f64>,
}

impl Marginals {
    fn of(counts: &Counts) -> Self {
        let (mut left, mut right) = (counts.left.clone(), counts.right.clone());
        for (place, both) in counts.both.iter().enumerate() {
            left[place / PHONE_COUNT] += both;
            right[place % PHONE_COUNT] += both;
        }
        Self { left, right }
    }
}

/// Costs of all letters, as negative logarithms: of both together, against each on its own.
fn common(counts: &[Counts]) -> Costs {
    let plain = Costs::unlearned();
    let mut costs = Costs::unlearned();
    let all: Vec<Phone> = Phone::all().collect();
    let mut sums = vec![(0.0_f64, 0.0_f64); PHONE_COUNT * PHONE_COUNT];
    // Seen and left out, by phone and the other family, over all families the phone is written in.
    let mut absences = vec![(0.0_f64, 0.0_f64); PHONE_COUNT * ScriptFamily::ALL.len()];
    for (place, counts) in counts.iter().enumerate() {
        let other = ScriptFamily::ALL[place % ScriptFamily::ALL.len()];
        let marginals = Marginals::of(counts);
        for &a in &all {
            let here = marginals.left[a.number()];
            let absence = &mut absences[a.number() * ScriptFamily::ALL.len() + other as usize];
            absence.0 += here;
            absence.1 += counts.left[a.number()];
            for &b in &all {
                let there = marginals.right[b.number()];
                if a == b || here < 2.0 || there < 2.0 {
                    continue;
                }
                let both = counts.both[a.number() * PHONE_COUNT + b.number()]
                    + UNSEEN * f64::from((-1.5 * plain.substitution(a, b)).exp());
                let cost = -(both / (here * there).sqrt()).ln();
                let weight = here.min(there).sqrt();
                let sum = &mut sums[a.number() * PHONE_COUNT + b.number()];
                sum.0 += weight * cost.max(0.0);
                sum.1 += weight;
            }
        }
    }
    for &a in &all {
        for other in ScriptFamily::ALL {
            let (seen, left) = absences[a.number() * ScriptFamily::ALL.len() + other as usize];
            if seen >= 3.0 {
                let prior = f64::from((-plain.omission(a, other)).exp());
                costs.set_omission(a, other, omission((seen, left), prior, 2.0));
            }
        }
        for &b in all.iter().filter(|&&b| b > a) {
            let (x, y) =
                (sums[a.number() * PHONE_COUNT + b.number()], sums[b.number() * PHONE_COUNT + a.number()]);
            let weight = x.1 + y.1;
            if weight > 0.0 {
                costs.set_substitution(a, b, (((x.0 + y.0) / weight) as f32).clamp(0.02, 6.0));
            }
        }
    }
    costs
}

/// What it costs to leave out what was seen and left out so often, beside so many more of a share known before.
fn omission((seen, left): (f64, f64), prior: f64, more: f64) -> f32 {
    let share = (left + more * prior) / (seen + more);
    (-share.ln() as f32).clamp(0.05, 5.0)
}

/// Costs of letters of their own, where they were seen together; what is rare stays near to what all have in common.
fn own(costs: &mut Costs, counts: &[Counts]) {
    let all: Vec<Phone> = Phone::all().collect();
    for (place, counts) in counts.iter().enumerate() {
        let (own, other) = (
            ScriptFamily::ALL[place / ScriptFamily::ALL.len()],
            ScriptFamily::ALL[place % ScriptFamily::ALL.len()],
        );
        let marginals = Marginals::of(counts);
        for &a in &all {
            let here = marginals.left[a.number()];
            if here < 3.0 {
                continue;
            }
            let prior = f64::from((-costs.omission(a, other)).exp());
            let left = counts.left[a.number()];
            costs.set_omission_of((a, own), other, omission((here, left), prior, COMMON));
            if own > other {
                continue;
            }
            for &b in all.iter().filter(|&&b| b != a) {
                let there = marginals.right[b.number()];
                if there < 3.0 {
                    continue;
                }
                let prior = f64::from((-costs.substitution(a, b)).exp());
                let both = counts.both[a.number() * PHONE_COUNT + b.number()] + COMMON * prior;
                let cost = -(both / ((here * there).sqrt() + COMMON)).ln();
                costs.set_substitution_between((a, own), (b, other), (cost as f32).clamp(0.02, 6.0));
            }
        }
    }
}
