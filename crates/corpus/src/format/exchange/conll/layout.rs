//! Which columns hold words and which tags, told from the first lines.

use std::collections::{BTreeSet, HashMap};

use super::super::{Mark, percent};

/// Labels of phrases, which stand in a column before that of names.
const PHRASES: [&str; 11] = ["NP", "VP", "PP", "ADJP", "ADVP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP"];
/// Columns of Universal Dependencies.
const UNIVERSAL: usize = 10;
/// Of so many lines one may hold something else than a tag.
const NOISE: usize = 50;

/// What a tag says of its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Tag<'a> {
    /// It is in no mark.
    Outside,
    /// It begins a mark of this label.
    Begin(&'a str),
    /// It goes on with one, or begins it where none is open.
    Inside(&'a str),
    /// It ends one.
    End(&'a str),
    /// It is one by itself.
    Single(&'a str),
}

impl<'a> Tag<'a> {
    /// A tag of IOB, IOB2, IOBES, BILOU or BMEWO.
    pub(in super::super) fn read(tag: &'a str) -> Option<Self> {
        if matches!(tag, "O" | "_" | "-" | "*") {
            return Some(Self::Outside);
        }
        let (prefix, label) = tag.split_once('-').filter(|(_, label)| !label.is_empty())?;
        Some(match prefix {
            "B" => Self::Begin(label),
            "I" | "M" => Self::Inside(label),
            "E" | "L" => Self::End(label),
            "S" | "U" | "W" => Self::Single(label),
            _ => return None,
        })
    }

    const fn label(self) -> Option<&'a str> {
        match self {
            Self::Outside => None,
            Self::Begin(label) | Self::Inside(label) | Self::End(label) | Self::Single(label) => Some(label),
        }
    }
}

/// A column of tags, from which marks grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Layer {
    /// The mark that the last word is in.
    open: Option<usize>,
}

impl Layer {
    /// The tag of the next word, which stands at its start and end: begins a mark, or goes on with one; gives which.
    pub(in super::super) fn tag(
        &mut self,
        tag: Tag<'_>,
        (start, end): (usize, usize),
        marks: &mut Vec<Mark>,
    ) -> Option<usize> {
        let (label, begins, ends) = match tag {
            Tag::Outside => {
                self.open = None;
                return None;
            }
            Tag::Begin(label) => (label, true, false),
            Tag::Inside(label) => (label, false, false),
            Tag::End(label) => (label, false, true),
            Tag::Single(label) => (label, true, true),
        };
        let label = percent::decode(label);
        let goes_on =
            self.open.filter(|at| !begins && marks.get(*at).is_some_and(|mark| mark.label == label));
        // One that goes on with nothing begins all the same.
        let at = goes_on.unwrap_or(marks.len());
        if let Some(mark) = marks.get_mut(at) {
            mark.spans[0].1 = end;
        } else {
            marks.push(Mark { label, spans: vec![(start, end)], ..Mark::default() });
        }
        self.open = (!ends).then_some(at);
        Some(at)
    }
}

/// Where words and tags stand in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Whether tabs alone part columns, so that words may hold blanks.
    pub(super) is_tabbed: bool,
    /// How many columns most lines have.
    pub(super) width: usize,
    /// The column of words; the first is nought.
    pub(super) words: usize,
    /// The columns of tags from left to right; none where entities stand in the last column of Universal Dependencies.
    pub(super) tags: Vec<usize>,
    /// Whether a tag is a label alone, without a letter before it.
    pub(super) is_plain: bool,
    /// The column that says who tagged.
    pub(super) annotator: Option<usize>,
}

/// The columns of a line.
pub(super) fn fields(line: &str, is_tabbed: bool) -> Vec<&str> {
    if is_tabbed {
        line.trim_end_matches(['\t', ' ']).split('\t').map(|field| field.trim_matches(' ')).collect()
    } else {
        line.split([' ', '\t']).filter(|field| !field.is_empty()).collect()
    }
}

/// Whether a line names the columns, as those of HIPE do: none of its cells is a tag.
pub(super) fn is_header(fields: &[&str]) -> bool {
    let begins = matches!(fields, ["TOKEN", first, ..] if first.starts_with("NE-"));
    begins && fields.iter().skip(1).all(|field| Tag::read(field).is_none())
}

impl Layout {
    /// Of columns in the order a person counts them, from one.
    pub(super) fn asked(lines: &[&str], (words, tags): &(usize, Vec<usize>)) -> Self {
        let is_tabbed = lines.iter().any(|line| line.contains('\t'));
        let mut tags: Vec<usize> = tags.iter().map(|tag| tag.saturating_sub(1)).collect();
        tags.sort_unstable();
        let width = tags.iter().copied().max().unwrap_or_default() + 1;
        Self {
            is_tabbed,
            width,
            words: words.saturating_sub(1),
            is_plain: !lines.iter().any(|line| {
                let fields = fields(line, is_tabbed);
                tags.iter().any(|at| {
                    fields.get(*at).is_some_and(|tag| Tag::read(tag).is_some_and(|t| t.label().is_some()))
                })
            }),
            tags,
            annotator: None,
        }
    }

    /// Nothing where no column holds tags.
    pub(super) fn of(lines: &[&str]) -> Option<Self> {
        let full: Vec<&str> = lines.iter().copied().filter(|line| !line.trim().is_empty()).collect();
        // A word may be a `#`, and most lines that begin so are comments.
        let certain: Vec<&str> = full.iter().copied().filter(|line| !line.starts_with('#')).collect();
        let full = if certain.is_empty() { full } else { certain };
        let tabbed = full.iter().filter(|line| line.contains('\t')).count();
        let is_tabbed = 2 * tabbed > full.len();
        let rows: Vec<Vec<&str>> = full.iter().map(|line| fields(line, is_tabbed)).collect();
        let rows: Vec<&Vec<&str>> =
            rows.iter().filter(|row| row.len() > 1 && row[0] != "-DOCSTART-" && !is_header(row)).collect();
        let mut widths: HashMap<usize, usize> = HashMap::new();
        for row in &rows {
            *widths.entry(row.len()).or_default() += 1;
        }
        let wide = rows.iter().map(|row| row.len()).max_by_key(|width| (widths[width], *width))?;
        let rows: Vec<&Vec<&str>> = rows.into_iter().filter(|row| row.len() == wide).collect();
        let column = |at: usize| rows.iter().map(move |row| row[at]);
        let mut tags: Vec<usize> = (1..wide).filter(|at| is_of_tags(column(*at))).collect();
        let is_of_phrases = |at: &usize| {
            let mut labels = column(*at).filter_map(|tag| Tag::read(tag)?.label()).peekable();
            labels.peek().is_some() && labels.all(|label| PHRASES.contains(&label))
        };
        if tags.iter().any(|at| !is_of_phrases(at)) {
            tags.retain(|at| !is_of_phrases(at));
        }
        let numbered =
            column(0).all(|cell| cell.starts_with(|c: char| c.is_ascii_digit()) && is_number(cell));
        let is_universal = wide == UNIVERSAL && numbered;
        let mut is_plain = false;
        if tags.is_empty() && !is_universal {
            tags.extend((1..wide).rev().find(|at| is_of_labels(column(*at))));
            is_plain = true;
        }
        if tags.is_empty() && !is_universal {
            return None;
        }
        let words = usize::from(numbered && wide > 2 && !tags.contains(&1));
        let says_who = wide == 5 && words == 1 && tags == [2] && column(3).all(|cell| cell == "-");
        let annotator = says_who.then_some(4);
        Some(Self { is_tabbed, width: wide, words, tags, is_plain, annotator })
    }

    /// Whether a line that may be a comment is a word with its tag.
    pub(super) fn is_row(&self, fields: &[&str]) -> bool {
        let has_tag =
            |at: &usize| fields.get(*at).is_some_and(|tag| self.is_plain || Tag::read(tag).is_some());
        fields.len() == self.width && !self.tags.is_empty() && self.tags.iter().all(has_tag)
    }
}

fn is_number(cell: &str) -> bool {
    cell.chars().all(|c| c.is_ascii_digit() || c == '-' || c == '.')
}

fn is_of_tags<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut all, mut tags, mut others) = (0, 0, 0);
    for cell in cells {
        all += 1;
        match Tag::read(cell) {
            Some(Tag::Outside) if cell == "O" => tags += 1,
            Some(Tag::Outside) => {}
            Some(_) => tags += 1,
            None => others += 1,
        }
    }
    others <= (all / NOISE).max(1) && tags > 2 * others
}

/// Whether a column is of labels without letters before them: many are outside, the others few different ones.
fn is_of_labels<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut all, mut outside, mut labels) = (0, 0, BTreeSet::new());
    for cell in cells {
        all += 1;
        if cell == "O" {
            outside += 1;
        } else {
            labels.insert(cell);
        }
    }
    3 * outside >= all && !labels.is_empty() && labels.len() <= 30
}
