//! How long candidates take.

use std::time::Instant;

use tippani_core::names::{Matcher, Name, NameIndex};

use crate::lists::Lists;

/// Times an index of names that are made of two or three words of the lists each.
pub(crate) fn report(lists: &Lists, names: usize) -> String {
    let words = |language: &str| {
        let texts = lists.rows.iter().flat_map(|row| row.names(language)).map(Name::text);
        texts.flat_map(str::split_whitespace).collect::<Vec<_>>()
    };
    let all = [words("en"), words("en"), words("hi"), words("gu")];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % below.max(1)
    };
    let mut made = Vec::with_capacity(names);
    for i in 0..names {
        let words = &all[i % all.len()];
        let parts: Vec<&str> = (0..2 + next(2)).map(|_| words[next(words.len())]).collect();
        made.push(parts.join(" "));
    }
    let begun = Instant::now();
    let index = NameIndex::new(made.iter().map(String::as_str));
    let loaded = begun.elapsed();
    let matcher = Matcher::default();
    let (mut near, mut compared) = (Vec::new(), Vec::new());
    for i in 0..200 {
        let name = Name::new(&made[i * 4_999 % made.len()]);
        let begun = Instant::now();
        let found = index.near(&name, 200);
        near.push(begun.elapsed());
        let best =
            found.iter().map(|(place, _)| matcher.compare(&name, &Name::new(index.text(*place))).score());
        assert!(best.fold(0.0, f32::max) >= 0.0, "the comparisons are made");
        compared.push(begun.elapsed());
    }
    near.sort();
    compared.sort();
    format!(
        "{names} names loaded in {loaded:.2?}; candidates: median {:.2?}, longest {:.2?}; compared too: median {:.2?}, longest {:.2?}",
        near[100], near[199], compared[100], compared[199]
    )
}
