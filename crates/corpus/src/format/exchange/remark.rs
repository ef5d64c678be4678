//! What of a file does not come in as it stands there: each kind once, with its place and how many there are.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;

use crate::format::Issue;
use crate::text::shortened;
use crate::words::{say, shown, translated};

/// Characters of what stands in a file that are shown.
const MAX_EXAMPLE_CHARS: usize = 60;
/// So many of a kind are shown.
const MAX_EXAMPLES: usize = 5;
/// What was done about something that is not taken.
const LEFT_OUT: &str = "skipped";

/// One thing of a file that is not taken in as it stands there, or that was not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where: file and line, or entry.
    pub place: String,
    /// What is wrong: one text for all of a kind.
    pub kind: Cow<'static, str>,
    /// What stands there, shortened; may be empty.
    pub example: String,
    /// What was done about it, or what can be done.
    pub hint: Cow<'static, str>,
    /// How many annotations are left out by it.
    pub left_out: usize,
}

impl Remark {
    /// Something that is taken, but not as it stands there, or not as it should be.
    #[must_use]
    pub fn new(
        place: impl Into<String>,
        kind: impl Into<Cow<'static, str>>,
        example: &str,
        hint: impl Into<Cow<'static, str>>,
    ) -> Self {
        let example = shortened(example.trim(), MAX_EXAMPLE_CHARS).into_owned();
        Self { place: place.into(), kind: kind.into(), example, hint: hint.into(), left_out: 0 }
    }

    /// Something that is left out and no annotation: a relation, an attribute, a note, a line.
    #[must_use]
    pub fn dropped(place: impl Into<String>, kind: impl Into<Cow<'static, str>>, example: &str) -> Self {
        Self::new(place, kind, example, LEFT_OUT)
    }

    /// So many annotations that are left out.
    #[must_use]
    pub fn without(
        place: impl Into<String>,
        kind: impl Into<Cow<'static, str>>,
        example: &str,
        annotations: usize,
    ) -> Self {
        Self { left_out: annotations, ..Self::dropped(place, kind, example) }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Tally::issue(self, std::slice::from_ref(&self.example), 1).fmt(f)
    }
}

/// All remarks of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportIssue {
    /// What, with the place of the first.
    pub issue: Issue,
    /// How many there are.
    pub count: usize,
}

impl fmt::Display for ImportIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.issue.fmt(f)
    }
}

/// Remarks by kind, in the order met; memory holds each kind once.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    kinds: IndexMap<(Cow<'static, str>, Cow<'static, str>), Kind>,
    left_out: usize,
}

#[derive(Clone, Debug)]
struct Kind {
    first: Remark,
    examples: Vec<String>,
    count: usize,
}

impl Tally {
    /// Adds one.
    pub fn add(&mut self, remark: Remark) {
        self.left_out += remark.left_out;
        let kind = self.kinds.entry((remark.kind.clone(), remark.hint.clone()));
        let kind = kind.or_insert_with(|| Kind { first: remark.clone(), examples: Vec::new(), count: 0 });
        kind.count += remark.left_out.max(1);
        let is_new = !remark.example.is_empty() && !kind.examples.contains(&remark.example);
        if is_new && kind.examples.len() < MAX_EXAMPLES {
            kind.examples.push(remark.example);
        }
    }

    /// How many annotations were left out.
    #[must_use]
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Each kind, in the order met.
    #[must_use]
    pub fn issues(&self) -> Vec<ImportIssue> {
        let issue = |kind: &Kind| ImportIssue {
            issue: Self::issue(&kind.first, &kind.examples, kind.count),
            count: kind.count,
        };
        self.kinds.values().map(issue).collect()
    }

    fn issue(first: &Remark, examples: &[String], count: usize) -> Issue {
        let (kind, number) = (translated("remark", &first.kind), shown(count));
        let examples: Vec<String> =
            examples.iter().filter(|e| !e.is_empty()).map(|e| format!("“{e}”")).collect();
        let what = match (examples.as_slice(), count) {
            ([], 1) => kind.to_owned(),
            ([], _) => say!("format-remark-many", what = kind, count = number),
            (all, 1) => say!("format-remark-examples", what = kind, examples = all.join(", ")),
            (all, _) => {
                say!("format-remark-many-examples", what = kind, count = number, examples = all.join(", "))
            }
        };
        Issue::new(&first.place, what, translated("remark", &first.hint))
    }
}
