//! Costs by how often sounds are seen beside each other in the best alignments, again and again.

use tippani_core::names::{Comparison, Costs, Matcher, Name, PHONE_COUNT, PairKind, Phone, ScriptFamily};

/// Rounds of aligning and counting.
const ROUNDS: usize = 6;
/// What is counted beside what was seen, by the costs that nobody learned.
const UNSEEN: f64 = 0.4;
/// Names that sound less alike than this are not counted.
const ALIKE: f32 = 0.35;

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
        costs = of(&counts);
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

/// Costs as negative logarithms: of both together, against each on its own.
fn of(counts: &[Counts]) -> Costs {
    let plain = Costs::unlearned();
    let mut costs = Costs::unlearned();
    let all: Vec<Phone> = Phone::all().collect();
    let mut sums = vec![(0.0_f64, 0.0_f64); PHONE_COUNT * PHONE_COUNT];
    // Seen and left out, by phone and the other family, over all families the phone is written in.
    let mut absences = vec![(0.0_f64, 0.0_f64); PHONE_COUNT * ScriptFamily::ALL.len()];
    for (place, counts) in counts.iter().enumerate() {
        let other = ScriptFamily::ALL[place % ScriptFamily::ALL.len()];
        let marginal = |phone: Phone| {
            let row = &counts.both[phone.number() * PHONE_COUNT..][..PHONE_COUNT];
            row.iter().sum::<f64>() + counts.left[phone.number()]
        };
        let marginals: Vec<f64> = all.iter().map(|&phone| marginal(phone)).collect();
        let column = |phone: Phone| {
            let seen: f64 = all.iter().map(|a| counts.both[a.number() * PHONE_COUNT + phone.number()]).sum();
            seen + counts.right[phone.number()]
        };
        let columns: Vec<f64> = all.iter().map(|&phone| column(phone)).collect();
        for &a in &all {
            let seen = marginals[a.number()];
            let absence = &mut absences[a.number() * ScriptFamily::ALL.len() + other as usize];
            absence.0 += seen;
            absence.1 += counts.left[a.number()];
            for &b in &all {
                let (here, there) = (marginals[a.number()], columns[b.number()]);
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
                let share = (left + 2.0 * prior) / (seen + 2.0);
                costs.set_omission(a, other, (-share.ln() as f32).clamp(0.05, 5.0));
            }
        }
        for &b in &all {
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
