//! Which lines of a page are of its article, by the agreement of extractors.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Lines with fewer letters are told by being a line of the extracted text; of longer ones stretches of so many letters are looked for.
const STRETCH_CHARS: usize = 12;
/// Stretches of a line begin so many letters apart.
const STEP_CHARS: usize = 6;

/// What an extractor took of a page, to be asked for lines.
pub(super) struct Extracted {
    stretches: HashSet<u64>,
    lines: HashSet<Vec<char>>,
}

impl Extracted {
    /// The text that an extractor took.
    pub(super) fn new(text: &str) -> Self {
        let all: Vec<char> = letters(text);
        let stretches = all.windows(STRETCH_CHARS).map(hash).collect();
        let lines = text.lines().map(letters).filter(|line| line.len() < STRETCH_CHARS * 2).collect();
        Self { stretches, lines }
    }

    /// Whether a line of the page is in it: a short one as a line, of a longer one the greater part.
    pub(super) fn holds(&self, line: &str) -> bool {
        let line = letters(line);
        if line.len() < STRETCH_CHARS * 2 && self.lines.contains(&line) {
            return true;
        }
        if line.len() < STRETCH_CHARS {
            return false;
        }
        let stretches: Vec<&[char]> = line.windows(STRETCH_CHARS).step_by(STEP_CHARS).collect();
        let held = stretches.iter().filter(|stretch| self.stretches.contains(&hash(stretch))).count();
        held * 5 >= stretches.len() * 3
    }
}

/// Letters and digits alone: extractors normalise what they take, and set blanks as they like.
fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).map(|c| base(c).to_lowercase().next().unwrap_or(c)).collect()
}

/// A letter without its nukta, which some compose and some do not.
const fn base(c: char) -> char {
    match c {
        '\u{929}' => 'न',
        '\u{931}' => 'र',
        '\u{934}' => 'ळ',
        '\u{958}' => 'क',
        '\u{959}' => 'ख',
        '\u{95a}' => 'ग',
        '\u{95b}' => 'ज',
        '\u{95c}' => 'ड',
        '\u{95d}' => 'ढ',
        '\u{95e}' => 'फ',
        '\u{95f}' => 'य',
        '\u{9dc}' => 'ড',
        '\u{9dd}' => 'ঢ',
        '\u{9df}' => 'য',
        other => other,
    }
}

fn hash(stretch: &[char]) -> u64 {
    let mut hasher = DefaultHasher::new();
    stretch.hash(&mut hasher);
    hasher.finish()
}
