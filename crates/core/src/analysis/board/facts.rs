//! Numbers and days that a sentence names, in any digits and in number words.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::number_words::{self, NumberWord};
use crate::analysis::find::decimal;
use crate::text::words;

/// What a sentence names that can be counted or looked up in a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Numbers, each once; a lone “one” is none, and neither are years.
    pub numbers: BTreeSet<Number>,
    /// Days and weekdays.
    pub days: BTreeSet<NamedDay>,
}

/// A number in hundredths, so that two are the same or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(u64);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 % 100 {
            0 => write!(f, "{}", self.0 / 100),
            part if part % 10 == 0 => write!(f, "{}.{}", self.0 / 100, part / 10),
            part => write!(f, "{}.{part:02}", self.0 / 100),
        }
    }
}

/// A day as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedDay {
    /// Of the week, from Monday, which is nought.
    Weekday(u8),
    /// Of a month, from one; the month from one.
    Date {
        /// Which month.
        month: u8,
        /// Which day of it.
        day: u8,
    },
    /// A year alone.
    Year(u16),
}

const MONTHS: [&str; 4] = [
    "january february march april may june july august september october november december",
    "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ ઓગસ્ટ સપ્ટેમ્બર ઓક્ટોબર નવેમ્બર ડિસેમ્બર",
    "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
];

const WEEKDAYS: [&str; 5] = [
    "monday tuesday wednesday thursday friday saturday sunday",
    "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "સોમવાર મંગળવાર બુધવાર ગુરુવાર શુક્રવાર શનિવાર રવિવાર",
    "سوموار منگلوار بدھوار گرووار جمعہ سنیچر اتوار",
    "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار",
];

struct Tables {
    numbers: HashMap<String, NumberWord>,
    months: HashMap<String, u8>,
    weekdays: HashMap<String, u8>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let numbered = |lists: &[&str]| {
        let all = lists.iter().flat_map(|list| list.split_whitespace().zip(0..));
        all.map(|(word, number)| (fold(word), number)).collect()
    };
    Tables { numbers: number_words::all(fold), months: numbered(&MONTHS), weekdays: numbered(&WEEKDAYS) }
});

/// A word as it is held against others: in small letters, without what spellings differ in.
#[must_use]
pub(super) fn fold(word: &str) -> String {
    let folded = word.chars().flat_map(char::to_lowercase).filter_map(|c| match c {
        // Nukta, Arabic vowel signs and tatweel, joiners.
        '\u{93c}'
        | '\u{9bc}'
        | '\u{a3c}'
        | '\u{abc}'
        | '\u{64b}'..='\u{652}'
        | '\u{640}'
        | '\u{200c}'
        | '\u{200d}' => None,
        // Chandrabindu is written as anusvara, too.
        '\u{901}' => Some('\u{902}'),
        '\u{a81}' => Some('\u{a82}'),
        // Letters that have the nukta in them.
        '\u{958}' => Some('\u{915}'),
        '\u{959}' => Some('\u{916}'),
        '\u{95a}' => Some('\u{917}'),
        '\u{95b}' => Some('\u{91c}'),
        '\u{95c}' => Some('\u{921}'),
        '\u{95d}' => Some('\u{922}'),
        '\u{95e}' => Some('\u{92b}'),
        // Arabic letters in Urdu text.
        '\u{64a}' | '\u{649}' => Some('\u{6cc}'),
        '\u{643}' => Some('\u{6a9}'),
        '\u{647}' => Some('\u{6c1}'),
        other => Some(other),
    });
    folded.collect()
}

/// The value of a digit of any script.
fn digit(c: char) -> Option<u64> {
    c.to_digit(10).map(u64::from).or_else(|| decimal(c).map(u64::from))
}

/// A number in digits, with separators of thousands and a decimal point; in hundredths.
fn in_digits(word: &str) -> Option<u64> {
    let (mut whole, mut part, mut places) = (0_u64, 0, None::<u32>);
    let mut has_digit = false;
    for c in word.chars() {
        match (digit(c), c, places) {
            (Some(value), _, None) => whole = whole.checked_mul(10)?.checked_add(value)?,
            (Some(value), _, Some(count)) => {
                if count < 2 {
                    part = part * 10 + value;
                }
                places = Some(count + 1);
            }
            (None, '.' | '\u{66b}', None) if has_digit => places = Some(0),
            (None, ',' | '\u{66c}' | '\u{60c}', None) if has_digit => {}
            // A case ending that is written to it.
            (None, ending, _) if has_digit && ending.is_alphabetic() => break,
            _ => return None,
        }
        has_digit = true;
    }
    if places == Some(1) {
        part *= 10;
    }
    has_digit.then_some(())?;
    whole.checked_mul(100)?.checked_add(part)
}

/// A word without the case ending that Gujarati writes to it.
fn stem(word: &str) -> &str {
    let endings = ["માં", "નાં", "ના", "ની", "નો", "ને", "નું", "થી", "એ", "ે"];
    endings.iter().find_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.len() > 5).unwrap_or(word)
}

impl Facts {
    /// What a sentence names.
    ///
    /// ```
    /// # use tippani_core::analysis::Facts;
    /// let numbers = |text| Facts::of(text).numbers.iter().map(ToString::to_string).collect::<Vec<_>>();
    /// assert_eq!(numbers("१२ लोग"), numbers("બાર લોકો"));
    /// assert_eq!(numbers("बारह लोग"), numbers("12 people"));
    /// assert_eq!(numbers("two hundred and five"), ["205"]);
    /// assert_eq!(numbers("1,20,000 or 1.2 lakh"), ["120000"]);
    /// assert_eq!(Facts::of("5 मई को").days, Facts::of("on May 5").days);
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Self {
        let tables = &*TABLES;
        let mut facts = Self::default();
        let known =
            |token: &str| tables.numbers.get(token).or_else(|| tables.numbers.get(stem(token))).copied();
        let is_number = |part: &str| known(part).is_some() || in_digits(part).is_some();
        let mut tokens: Vec<String> = Vec::new();
        for word in words(text).into_iter().map(|range| fold(&text[range])) {
            // Forty-five, but not COVID-19.
            match word.split_once('-').filter(|(tens, ones)| is_number(tens) && is_number(ones)) {
                Some((tens, ones)) => tokens.extend([tens, "-", ones].map(str::to_owned)),
                None => tokens.push(word),
            }
        }
        let mut months: Vec<(usize, u8)> = Vec::new();
        // Numbers with the tokens they are made of.
        let mut numbers: Vec<(usize, usize, u64)> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let token = &*tokens[at];
            let month = tables.months.get(token).or_else(|| tables.months.get(stem(token)));
            if let Some(month) = month {
                months.push((at, month + 1));
            }
            let weekday = tables.weekdays.get(token).or_else(|| tables.weekdays.get(stem(token)));
            facts.days.extend(weekday.map(|day| NamedDay::Weekday(*day)));
            match number_at(&tokens, at, known) {
                Some((value, end)) => {
                    numbers.push((at, end, value));
                    at = end;
                }
                None => at += 1,
            }
        }
        for (start, end, value) in numbers {
            let is_beside = |(month, _): &&(usize, u8)| *month == end || *month + 1 == start;
            let whole = value / 100;
            if let Some((_, month)) = months.iter().find(is_beside)
                && (1..=31).contains(&whole)
                && value % 100 == 0
            {
                facts.days.insert(NamedDay::Date { month: *month, day: whole as u8 });
            } else if (1900..2100).contains(&whole) && value % 100 == 0 {
                facts.days.insert(NamedDay::Year(whole as u16));
            } else if value != 100 {
                facts.numbers.insert(Number(value));
            }
        }
        facts
    }
}

/// What was said of a number, in hundredths: the scale of each group with its value, larger ones first.
#[derive(Default)]
struct Groups(Vec<(u64, u64)>);

impl Groups {
    /// The sum of all; nothing where it is too large.
    fn total(&self) -> Option<u64> {
        self.0.iter().try_fold(0_u64, |total, (_, value)| total.checked_add(*value))
    }

    /// Multiplies all that was said since the last larger scale: in “two hundred and fifty thousand” the hundreds as well as
    /// `part`, the fifty. Nothing where it is too large.
    fn multiply(&mut self, scale: u64, part: Option<u64>) -> Option<()> {
        let below = self.0.partition_point(|(known, _)| *known >= scale);
        // Nothing below it: a million million.
        let from = if part.is_none() && below == self.0.len() { below.checked_sub(1)? } else { below };
        let said =
            self.0.drain(from..).try_fold(part.unwrap_or_default(), |sum, (_, v)| sum.checked_add(v))?;
        let value = said.checked_mul(scale)?;
        match self.0.last_mut() {
            Some((known, sum)) if *known == scale => *sum = sum.checked_add(value)?,
            _ => self.0.push((scale, value)),
        }
        Some(())
    }
}

/// The number that begins at a token, in hundredths, and the token after it.
fn number_at(
    tokens: &[String],
    at: usize,
    known: impl Fn(&str) -> Option<NumberWord>,
) -> Option<(u64, usize)> {
    // What was said so far, and the part that a scale multiplies.
    let (mut groups, mut part, mut end) = (Groups::default(), None::<u64>, at);
    let mut last_was_word = false;
    while let Some(token) = tokens.get(end) {
        let is_joined = matches!(token.as_str(), "and" | "-");
        if is_joined
            && end > at
            && tokens.get(end + 1).is_some_and(|next| matches!(known(next), Some(NumberWord::Below(_))))
        {
            end += 1;
            continue;
        }
        match (in_digits(token), known(token)) {
            (Some(value), _) if part.is_none() && groups.0.is_empty() => {
                part = Some(value);
                last_was_word = false;
            }
            (_, Some(NumberWord::Scale(scale))) if end > at => {
                groups.multiply(scale, part.take())?;
                last_was_word = true;
            }
            (_, Some(NumberWord::Scale(scale))) if scale == 100 => {
                part = Some(100 * scale);
                last_was_word = true;
            }
            (_, Some(NumberWord::Below(value))) => match part {
                None if end == at || groups.total() > Some(0) => {
                    part = Some(value * 100);
                    last_was_word = true;
                }
                // Tens and ones: twenty-three.
                Some(tens)
                    if last_was_word && tens % 1000 == 0 && (2000..=9000).contains(&tens) && value < 10 =>
                {
                    part = Some(tens + value * 100);
                }
                _ => break,
            },
            _ => break,
        }
        end += 1;
    }
    let value = groups.total()?.checked_add(part.unwrap_or_default())?;
    (end > at && (value > 0 || part.is_some())).then_some((value, end))
}
