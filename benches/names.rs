//! Candidates for a name among 100,000 and a million: building the index, asking it, and comparing what it gives.
//! `cargo bench --bench names`.
//!
//! The floor of building is to copy the names into one text and to read every letter of it once. A search stands
//! beside what it replaces: the edit distance (Levenshtein) to every name of the same list.

#![allow(clippy::print_stdout, reason = "a measurement is printed")]

mod usage;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tippani::format::entities::exchange::{self as entities, EntityFormat};
use tippani::jobs::{CandidateQuery, EntityIndex};
use tippani::model::{Registry, SharedRegistry};
use tippani::names::{CANDIDATES, Matcher, Name, NameIndex};

use self::usage::spread;

/// Names that are asked for.
const SEARCHES: usize = 50;
/// So many are compared with the whole list, which takes long.
const SCANS: usize = 5;
/// So often the floor of building is run; the best counts.
const FLOOR_RUNS: usize = 3;

/// Syllables in three scripts, of which the names are made.
const SYLLABLES: [&[&str]; 3] = [
    &[
        "ka", "ri", "shan", "de", "vo", "mu", "tha", "lin", "ber", "go", "na", "pe", "jai", "sto", "wil",
        "ram", "yu", "fer",
    ],
    &[
        "का",
        "रि",
        "शन",
        "दे",
        "वो",
        "मु",
        "था",
        "लिन",
        "बेर",
        "गो",
        "ना",
        "पे",
        "जय",
        "स्तो",
        "विल",
        "राम",
        "यु",
        "फर",
    ],
    &[
        "કા",
        "રિ",
        "શન",
        "દે",
        "વો",
        "મુ",
        "થા",
        "લિન",
        "બેર",
        "ગો",
        "ના",
        "પે",
        "જય",
        "સ્તો",
        "વિલ",
        "રામ",
        "યુ",
        "ફર",
    ],
];

/// Names of two or three words, the same ones in every run.
fn names(count: usize) -> Vec<String> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % below
    };
    let mut word =
        |syllables: &[&str]| (0..2 + next(3)).map(|_| syllables[next(syllables.len())]).collect::<String>();
    (0..count)
        .map(|place| {
            let syllables = SYLLABLES[place % SYLLABLES.len()];
            (0..2 + place % 2).map(|_| word(syllables)).collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// How many letters have to be put in, left out or changed.
fn levenshtein(name: &[char], other: &str, row: &mut Vec<usize>) -> usize {
    row.clear();
    row.extend(0..=name.len());
    for (line, letter) in other.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (column, known) in name.iter().enumerate() {
            let cost =
                (diagonal + usize::from(*known != letter)).min(row[column] + 1).min(row[column + 1] + 1);
            diagonal = std::mem::replace(&mut row[column + 1], cost);
        }
    }
    row[name.len()]
}

/// A shared registry of so many entities, read as the program reads one, and asked as the picker asks.
fn shared_registry(names: &[String]) {
    let mut file = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let line = serde_json::json!({ "id": format!("e{place}"), "kind": "person", "name": name });
        serde_json::to_writer(&mut file, &line).expect("memory can be written");
        file.push(b'\n');
    }
    let (count, begun) = (names.len(), Instant::now());
    let list = entities::decode(EntityFormat::Jsonl, &file, "person").expect("a list of entities");
    assert_eq!(list.value.entities.len(), count);
    let shared = SharedRegistry::new("archive", list.value.entities);
    let registry = Arc::new(Registry::beside(Vec::new(), vec![Arc::new(shared)]));
    let read = begun.elapsed();
    let mut index = EntityIndex::default();
    index.update(&registry);
    println!(
        "{count} entities of a shared registry: read in {read:.2?}, with index in {:.2?}",
        begun.elapsed()
    );
    let mut asked = Vec::new();
    for search in 0..SEARCHES {
        let text = names[search * 19_991 % count].clone();
        let query = CandidateQuery { text, kind: Some("person".into()), ..CandidateQuery::default() };
        let begun = Instant::now();
        assert!(!index.candidates(&query).is_empty(), "a name finds itself");
        asked.push(begun.elapsed());
    }
    let (median, longest) = spread(asked);
    println!("{count} entities of a shared registry, the picker: median {median:.2?}, longest {longest:.2?}");
}

fn main() {
    for count in [100_000, 1_000_000] {
        let names = names(count);
        let (mut letters, mut floor) = (0, Duration::MAX);
        for _ in 0..FLOOR_RUNS {
            let begun = Instant::now();
            let text: String = names.iter().map(String::as_str).collect();
            letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
            floor = floor.min(begun.elapsed());
        }
        println!("{count} names, floor of building ({letters} letters), best of {FLOOR_RUNS}: {floor:.2?}");

        let begun = Instant::now();
        let index = NameIndex::new(names.iter().map(String::as_str));
        println!("{count} names, index built: {:.2?}", begun.elapsed());

        let matcher = Matcher::default();
        let (mut near, mut compared, mut scanned) = (Vec::new(), Vec::new(), Vec::new());
        for search in 0..SEARCHES {
            let asked = &names[search * 19_991 % count];
            let name = Name::new(asked);
            let begun = Instant::now();
            let found = index.near(&name, CANDIDATES);
            near.push(begun.elapsed());
            let best = found
                .iter()
                .map(|(place, _)| matcher.compare(&name, &Name::new(index.text(*place))).score())
                .fold(0.0, f32::max);
            compared.push(begun.elapsed());
            assert_eq!(best, 1.0, "a name finds itself: {asked}");
        }
        for search in 0..SCANS {
            let letters: Vec<char> = names[search * 19_991 % count].chars().collect();
            let mut row = Vec::new();
            let begun = Instant::now();
            black_box(names.iter().map(|other| levenshtein(&letters, other, &mut row)).min());
            scanned.push(begun.elapsed());
        }
        for (what, times) in
            [("candidates", near), ("candidates, compared", compared), ("Levenshtein scan", scanned)]
        {
            let (median, longest) = spread(times);
            println!("{count} names, {what}: median {median:.2?}, longest {longest:.2?}");
        }
        shared_registry(&names);
    }
}
