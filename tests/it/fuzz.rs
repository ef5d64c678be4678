//! What fuzzing is done with, and what it found: `scripts/fuzz.sh` looks for more.

use std::path::PathBuf;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tippani_fuzz::{TARGETS, Target};

/// Inputs tried for each target, beside its corpus.
const CASES: u32 = 200;

fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus")).join(target.name);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut all: Vec<Vec<u8>> = files.map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect();
    all.sort();
    assert!(!all.is_empty(), "{} has no corpus", target.name);
    all
}

/// One place of an input to be changed: taken out, doubled, or overwritten.
#[derive(Clone, Debug)]
enum Mutation {
    Remove(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize),
    Write(prop::sample::Index, Vec<u8>),
    Truncate(prop::sample::Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        (at(), 1..40usize).prop_map(|(at, n)| Mutation::Remove(at, n)),
        (at(), 1..40usize).prop_map(|(at, n)| Mutation::Repeat(at, n)),
        (at(), prop::collection::vec(any::<u8>(), 1..6)).prop_map(|(at, new)| Mutation::Write(at, new)),
        (at(), "[0-9-]{1,20}|[\\[\\]{}\",:\u{0}\u{feff}अ्😀\r\n\t]{1,4}")
            .prop_map(|(at, new)| Mutation::Write(at, new.into_bytes())),
        at().prop_map(Mutation::Truncate),
    ]
}

fn mutated(seed: &[u8], mutations: &[Mutation]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for mutation in mutations.iter().filter(|_| !seed.is_empty()) {
        if bytes.is_empty() {
            break;
        }
        let range = |at: &prop::sample::Index, n: usize, len: usize| {
            let start = at.index(len);
            start..(start + n).min(len)
        };
        let len = bytes.len();
        match mutation {
            Mutation::Remove(at, n) => drop(bytes.drain(range(at, *n, len))),
            Mutation::Repeat(at, n) => {
                let range = range(at, *n, len);
                let again = bytes[range.clone()].to_vec();
                bytes.splice(range.end..range.end, again);
            }
            Mutation::Write(at, new) => drop(bytes.splice(range(at, new.len(), len), new.iter().copied())),
            Mutation::Truncate(at) => bytes.truncate(at.index(len)),
        }
    }
    bytes
}

fn check(name: &str) {
    let target = tippani_fuzz::target(name);
    let corpus = corpus(&target);
    for bytes in &corpus {
        target.run(bytes);
    }
    let inputs = (0..corpus.len(), prop::collection::vec(mutation(), 1..6))
        .prop_map(move |(n, mutations)| mutated(&corpus[n], &mutations));
    let mut runner = TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&inputs, |bytes| {
        target.run(&bytes);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
}

macro_rules! each_target {
    ($($name:ident),+ $(,)?) => {
        const CHECKED: &[&str] = &[$(stringify!($name)),+];
        $(#[test]
        fn $name() {
            check(stringify!($name));
        })+
    };
}

each_target!(
    sidecar,
    workspace,
    journal,
    article,
    page,
    layout,
    import_bdocjs,
    import_bioc,
    import_brat,
    import_cas_json,
    import_conll,
    import_conllu,
    import_csv,
    import_doccano,
    import_doccano_relations,
    import_hf_tokens,
    import_jsonl,
    import_label_studio,
    import_prodigy,
    import_pubannotation,
    import_spacy,
    import_spacy_json,
    import_tei,
    import_w3c,
    import_webanno_tsv,
    import_xmi,
);

#[test]
fn every_target_is_checked_and_has_a_program() {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    assert_eq!(CHECKED, names);
    for name in names {
        let program = format!(concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/fuzz_targets/{}.rs"), name);
        let source = std::fs::read_to_string(&program).unwrap_or_else(|error| panic!("{program}: {error}"));
        assert!(source.contains(&format!("target(\"{name}\")")), "{program}");
    }
}

/// A Parquet file is rows of which each is read as a line of Tippani JSONL; the crate of Parquet reads it.
#[test]
fn every_import_is_a_target() {
    for format in tippani::format::exchange::FORMATS.iter().filter(|format| format.is_read()) {
        let name = format!("import_{}", format.id.replace('-', "_"));
        assert!(TARGETS.iter().any(|target| target.name == name), "{name}");
    }
}
