//! What the built program holds.

use std::fs;
use std::path::Path;

use tippani::licences::THIRD_PARTY;
use tippani::typeset::BUNDLED;

/// Bytes that are looked for of each: enough to be found nowhere else.
const SAMPLE: usize = 256;

#[test]
fn fonts_and_notices_are_in_the_program_once() {
    let program = fs::read(Path::new(env!("CARGO_BIN_EXE_tippani"))).unwrap();
    let mut all: Vec<(&str, &[u8])> = BUNDLED.iter().map(|face| (face.name, face.data)).collect();
    all.push(("the notices", THIRD_PARTY.as_bytes()));
    for (what, data) in &all {
        let middle = &data[data.len() / 2..][..SAMPLE];
        let count = |data: &[u8]| memchr::memmem::find_iter(data, middle).count();
        // Weights of a family share tables, and licences words.
        let once: usize = all.iter().map(|(_, data)| count(data)).sum();
        assert_eq!(count(&program), once, "{what}");
    }
}
