//! How the stretches of a page look, each look said once in its style sheet.

use std::collections::HashMap;
use std::fmt::Write as _;

/// The band, the edge and the underlines of a stretch, by the hues of their labels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Look {
    /// The innermost entity's.
    pub(super) band: Option<usize>,
    /// Where an entity lies within another.
    pub(super) edge: Option<usize>,
    /// Of each claim its hue and its lane, from the words down.
    pub(super) underlines: Vec<(usize, usize)>,
}

impl Look {
    fn rule(&self, number: usize, css: &mut String) {
        let _ = write!(css, ".k{number}{{background:");
        let lanes = self.underlines.iter().map(|(_, lane)| lane + 1).max().unwrap_or_default();
        for (hue, lane) in &self.underlines {
            let up = (lanes - 1 - lane) * 3;
            let _ =
                write!(css, "linear-gradient(var(--s{hue}) 0 0) 0 calc(100% - {up}px)/100% 2px no-repeat,");
        }
        let _ = match self.band {
            Some(hue) => write!(css, "var(--b{hue})"),
            None => write!(css, "none"),
        };
        if lanes > 0 {
            let _ = write!(css, ";padding-bottom:{}px", lanes * 3);
        }
        if let Some(hue) = self.edge {
            let _ = write!(css, ";box-shadow:inset 0 0 0 1px var(--s{hue})");
        }
        css.push_str("}\n");
    }
}

/// The looks of a page, by number.
#[derive(Debug, Default)]
pub(super) struct Looks {
    numbers: HashMap<Look, usize>,
    rules: String,
}

impl Looks {
    /// The number of a look: stretches of class `k` and this number have it.
    pub(super) fn number(&mut self, look: Look) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(look).or_insert_with_key(|look| {
            look.rule(next, &mut self.rules);
            next
        })
    }

    /// The style sheet of all looks.
    pub(super) fn rules(&self) -> &str {
        &self.rules
    }
}
