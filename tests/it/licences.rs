//! The notices that go out with the program name what it is made with, in the versions of `Cargo.lock`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use tippani::licences::THIRD_PARTY;

fn read(file: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// Names and versions of a lock file's packages.
fn locked() -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let lock = read("Cargo.lock");
    for package in lock.split("[[package]]").skip(1) {
        let value = |key: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(&format!("{key} = \""))).unwrap();
            line.trim_end_matches('"').to_owned()
        };
        all.entry(value("name")).or_default().insert(value("version"));
    }
    all
}

/// The packages that the notices list, with their licences.
fn listed() -> Vec<(&'static str, &'static str, &'static str)> {
    let head = THIRD_PARTY.split_once("\nPACKAGES\n\n").unwrap().1;
    let list = head.split_once("\n\nFONTS\n").unwrap().0;
    let entry = |line: &'static str| {
        let (package, licence) = line.split_once("  ").unwrap();
        let (name, version) = package.split_once(' ').unwrap();
        (name, version, licence)
    };
    list.lines().map(entry).collect()
}

#[test]
fn the_notices_are_of_the_packages_in_the_lock() {
    let (locked, listed) = (locked(), listed());
    for (name, version, licence) in &listed {
        let versions = locked.get(*name).unwrap_or_else(|| panic!("{name} is not in the lock"));
        assert!(versions.contains(*version), "{name} {version}: run scripts/notices.py");
        assert!(!licence.is_empty(), "{name} has no licence");
    }
    // What the crates name as their own needs is there.
    for crate_file in
        ["Cargo.toml", "crates/core/Cargo.toml", "crates/typeset/Cargo.toml", "crates/corpus/Cargo.toml"]
    {
        let manifest = read(crate_file);
        let (_, needs) = manifest.split_once("\n[dependencies]\n").unwrap();
        let needs = needs.split("\n[").next().unwrap();
        let own = read("Cargo.toml");
        // A package may have another name here than its own.
        let package = |name: &str| {
            let line = own.lines().find(|line| line.starts_with(&format!("{name} = {{ package = \"")))?;
            line.split('"').nth(1).map(str::to_owned)
        };
        let names = needs.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
        let names = names.map(|name| package(name).unwrap_or_else(|| name.to_owned()));
        for name in names.filter(|name| !name.is_empty() && !name.starts_with("tippani-")) {
            assert!(listed.iter().any(|(listed, ..)| **listed == *name), "{name}: run scripts/notices.py");
        }
    }
}

#[test]
fn the_notices_can_be_read_in_the_program() {
    let output = Command::new(env!("CARGO_BIN_EXE_tippani")).arg("--licences").output().unwrap();
    assert!(output.status.success());
    let printed = String::from_utf8(output.stdout).unwrap();
    for words in ["SIL OPEN FONT LICENSE", "Permission is hereby granted", "Apache License", "egui 0."] {
        assert!(printed.contains(words), "{words}");
    }
    assert_eq!(printed.lines().count(), THIRD_PARTY.lines().count());
}
