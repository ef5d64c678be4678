//! A text as it is compared.

use std::sync::LazyLock;

use super::decompose::{canonical, combining_class, compatible, is_form};
use super::letters;
use super::rules::{FoldRule, Folding};
use super::source_map::{Lookup, SourceMap};

/// Stands in folded text where Arabic letters are kept apart by ZWNJ: a blank, or nothing.
pub(super) const JOINT: char = '\u{200c}';

/// A text folded for comparison, with the way back to the source.
#[derive(Clone, Debug, Default)]
pub struct Fold {
    folding: Folding,
    folded: String,
    /// Where each of its characters comes from, and its end.
    source: SourceMap,
    has_joints: bool,
}

impl Fold {
    /// Folds `text` by the rules in force.
    #[must_use]
    pub fn new(text: &str, folding: Folding) -> Self {
        let mut folder = Folder::new(text, folding);
        for (at, c) in text.char_indices() {
            folder.add(c, u32::try_from(at).unwrap_or(u32::MAX));
        }
        folder.finish(text.len())
    }

    /// The rules it was folded by.
    #[must_use]
    pub const fn folding(&self) -> Folding {
        self.folding
    }

    pub(super) fn text(&self) -> &str {
        &self.folded
    }

    /// Where characters of it come from.
    pub(super) const fn sources(&self) -> Lookup<'_> {
        self.source.lookup()
    }

    /// Whether there is a [`JOINT`] in it.
    pub(super) const fn has_joints(&self) -> bool {
        self.has_joints
    }
}

/// White space that was met and not yet written.
#[derive(Clone, Copy, Debug)]
struct Blank {
    at: u32,
    line_ends: u8,
    after_return: bool,
}

/// A fold under way.
struct Folder {
    fold: Fold,
    /// The last letter or sign that was written.
    base: char,
    /// Marks of it that are not yet written, with their combining class.
    marks: Vec<(u8, char, u32)>,
    blank: Option<Blank>,
    /// Where a ZWNJ stands that follows an Arabic letter.
    joint: Option<u32>,
}

impl Folder {
    fn new(text: &str, folding: Folding) -> Self {
        let fold = Fold {
            folding,
            folded: String::with_capacity(text.len()),
            source: SourceMap::default(),
            has_joints: false,
        };
        Self { fold, base: ' ', marks: Vec::new(), blank: None, joint: None }
    }

    fn has(&self, rule: FoldRule) -> bool {
        self.fold.folding.has(rule)
    }

    fn add(&mut self, c: char, at: u32) {
        if c.is_ascii_alphanumeric() {
            self.begin(c);
            let lower = if self.has(FoldRule::Case) { c.to_ascii_lowercase() } else { c };
            return self.write(lower, at);
        }
        if is_untouched(c) {
            self.join_nasal(c);
            self.begin(c);
            return self.write(c, at);
        }
        self.add_by_rules(c, at);
    }

    fn add_by_rules(&mut self, c: char, at: u32) {
        if self.has(FoldRule::Blanks) && c.is_whitespace() {
            return self.add_blank(c, at);
        }
        if self.has(FoldRule::Joiners) && is_joiner(c) {
            if c == JOINT && letters::is_arabic(self.base) {
                self.joint.get_or_insert(at);
            }
            return;
        }
        if self.has(FoldRule::Quotes)
            && let Some(straight) = letters::quote(c)
        {
            self.begin(straight);
            return self.write(straight, at);
        }
        if self.has(FoldRule::Dashes) && letters::is_dash(c) {
            self.begin('-');
            return self.write('-', at);
        }
        if self.has(FoldRule::Forms) && is_form(c) {
            compatible(c, &mut |part| self.add_part(part, at));
        } else {
            canonical(c, &mut |part| self.add_part(part, at));
        }
    }

    fn add_blank(&mut self, c: char, at: u32) {
        let blank = self.blank.get_or_insert(Blank { at, line_ends: 0, after_return: false });
        let ends = match c {
            '\n' if blank.after_return => 0,
            '\n' | '\r' | '\u{85}' | '\u{2028}' => 1,
            '\u{2029}' => 2,
            _ => 0,
        };
        blank.line_ends = blank.line_ends.saturating_add(ends);
        blank.after_return = c == '\r';
    }

    fn add_part(&mut self, part: char, at: u32) {
        let class = combining_class(part);
        if self.is_dropped(part) {
            return;
        }
        if class != 0 {
            self.write_blank();
            return self.marks.push((class, part, at));
        }
        if self.has(FoldRule::Chillu)
            && let Some(letter) = letters::chillu(part)
        {
            self.begin(letter);
            self.write(letter, at);
            self.marks.push((9, letters::virama(letter), at));
            return;
        }
        self.join_nasal(part);
        self.begin(part);
        if self.has(FoldRule::Nasals)
            && let Some(anusvara) = letters::anusvara(part)
        {
            self.write(anusvara, at);
        } else if self.has(FoldRule::Digits)
            && let Some(digit) = letters::decimal(part)
        {
            self.write(char::from(b'0' + digit), at);
        } else if self.has(FoldRule::Case) {
            part.to_lowercase().for_each(|c| self.add_letter(c, at));
        } else {
            self.add_letter(part, at);
        }
    }

    fn add_letter(&mut self, c: char, at: u32) {
        match c {
            'ς' if self.has(FoldRule::Case) => self.write('σ', at),
            'ß' if self.has(FoldRule::Case) => "ss".chars().for_each(|c| self.write(c, at)),
            '\u{671}' if self.has(FoldRule::Hamza) => self.write('ا', at),
            c if letters::is_arabic(c) && self.has(FoldRule::ArabicLetters) => {
                self.write(letters::arabic_letter(c), at);
            }
            c => match letters::without_stroke(c).filter(|_| self.has(FoldRule::Diacritics)) {
                Some(plain) => plain.chars().for_each(|c| self.write(c, at)),
                None => self.write(c, at),
            },
        }
    }

    /// Whether a rule in force takes a mark away.
    fn is_dropped(&self, c: char) -> bool {
        if c < '\u{300}' {
            return false;
        }
        let is = |rule, is_of: bool| is_of && self.has(rule);
        is(FoldRule::Diacritics, letters::is_diacritic(c) && !letters::makes_letter(self.base, c))
            || is(FoldRule::Case, c == '\u{307}' && matches!(self.base, 'i' | 'I'))
            || is(FoldRule::Nukta, letters::is_nukta(c))
            || is(FoldRule::Tashkeel, letters::is_tashkeel(c))
            || is(FoldRule::Hamza, letters::is_hamza(c))
            || is(FoldRule::Tatweel, c == '\u{640}')
            || is(FoldRule::Niqqud, letters::is_niqqud(c))
    }

    /// Makes an anusvara of a nasal without a vowel before a consonant of its class.
    fn join_nasal(&mut self, consonant: char) {
        if !matches!(self.marks[..], [(9, _, _)]) || self.blank.is_some() || !self.has(FoldRule::Nasals) {
            return;
        }
        let Some((nasal, anusvara)) = letters::homorganic(consonant) else { return };
        if self.fold.folded.ends_with(nasal) {
            let length = self.fold.folded.len() - nasal.len_utf8();
            let at = self.fold.source.cut(u32::try_from(length).unwrap_or(u32::MAX));
            self.fold.folded.truncate(length);
            self.marks.clear();
            self.write(anusvara, at);
        }
    }

    /// Writes what was held back before a letter or sign.
    fn begin(&mut self, c: char) {
        self.write_marks();
        self.write_blank();
        if let Some(at) = self.joint.take()
            && letters::is_arabic(c)
        {
            self.fold.has_joints = true;
            self.write(JOINT, at);
        }
        self.base = c;
    }

    fn write_marks(&mut self) {
        if self.marks.is_empty() {
            return;
        }
        let mut marks = std::mem::take(&mut self.marks);
        // Stable: marks of one class keep their order.
        marks.sort_by_key(|(class, _, _)| *class);
        for (_, mark, at) in marks.drain(..) {
            self.write(mark, at);
        }
        self.marks = marks;
    }

    fn write_blank(&mut self) {
        let Some(Blank { at, line_ends, .. }) = self.blank else { return };
        self.write_marks();
        self.blank = None;
        self.joint = None;
        self.base = ' ';
        self.write(if line_ends > 1 { '\n' } else { ' ' }, at);
    }

    fn write(&mut self, c: char, at: u32) {
        self.fold.source.push(self.length(), at);
        self.fold.folded.push(c);
    }

    fn finish(mut self, end: usize) -> Fold {
        self.write_marks();
        self.write_blank();
        self.fold.source.push(self.length(), u32::try_from(end).unwrap_or(u32::MAX));
        self.fold
    }

    /// Bytes written so far.
    fn length(&self) -> u32 {
        u32::try_from(self.fold.folded.len()).unwrap_or(u32::MAX)
    }
}

/// Blocks from Devanagari to Malayalam, in which the letters and signs that no rule takes or changes are known.
const INDIC: std::ops::Range<u32> = 0x900..0xd80;

static UNTOUCHED: LazyLock<[bool; (INDIC.end - INDIC.start) as usize]> = LazyLock::new(|| {
    std::array::from_fn(|n| {
        let is_untouched = |c: char| {
            let mut is_whole = false;
            canonical(c, &mut |part| is_whole = part == c);
            is_whole
                && combining_class(c) == 0
                && !letters::is_nukta(c)
                && letters::chillu(c).is_none()
                && letters::anusvara(c).is_none()
                && letters::decimal(c).is_none()
        };
        u32::try_from(n).ok().and_then(|n| char::from_u32(INDIC.start + n)).is_some_and(is_untouched)
    })
});

/// Whether no rule takes a letter or sign or makes another of it, which is so of most in Indian scripts and of Han. The way of all
/// others through the rules comes to the same.
fn is_untouched(c: char) -> bool {
    match c {
        '\u{900}'..='\u{d7f}' => UNTOUCHED[(u32::from(c) - INDIC.start) as usize],
        '\u{4e00}'..='\u{9fff}' => true,
        _ => false,
    }
}

/// Characters that take part in nothing that can be read.
const fn is_joiner(c: char) -> bool {
    crate::text::is_bidi_control(c)
        || matches!(c, '\u{200b}'..='\u{200d}' | '\u{ad}' | '\u{34f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Folds a text, each character by all rules.
    fn by_rules(text: &str, folding: Folding) -> Fold {
        let mut folder = Folder::new(text, folding);
        for (at, c) in text.char_indices() {
            folder.add_by_rules(c, u32::try_from(at).unwrap());
        }
        folder.finish(text.len())
    }

    #[test]
    fn what_no_rule_touches_is_folded_as_by_all_rules() {
        let check = |text: &str, folding: Folding| {
            let (quick, whole) = (Fold::new(text, folding), by_rules(text, folding));
            assert_eq!((&quick.folded, &quick.source), (&whole.folded, &whole.source), "{text:?}");
        };
        let mut random = fastrand::Rng::with_seed(5);
        let all: Vec<char> = INDIC.filter_map(char::from_u32).chain("aZ 7\u{200d}\u{4e2d}".chars()).collect();
        let some = |random: &mut fastrand::Rng| -> String {
            // Of one block, so that nasals meet consonants of their class.
            let block = random.usize(..9) * 0x80;
            let one = |random: &mut fastrand::Rng| {
                let place = if random.u8(..9) == 0 {
                    random.usize(..all.len())
                } else {
                    block + random.usize(..0x80)
                };
                all[place]
            };
            (0..12).map(|_| one(random)).collect()
        };
        for _ in 0..4_000 {
            let text = some(&mut random);
            check(&text, Folding::default());
            check(&text, Folding::default().with(FoldRule::Nasals, false));
            check(&text, Folding::default().with(FoldRule::Case, false));
        }
    }
}
