//! The report of an export, to stand beside the data.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::markdown::literal;
use super::{Format, Loss};

/// What was exported and what the format could not hold, by reason and article, as Markdown.
#[must_use]
pub fn markdown(
    title: &str,
    format: &Format,
    articles: usize,
    annotations: usize,
    losses: &[Loss],
) -> String {
    let mut text =
        format!("# {}\n\nExported as {}: {}.\n\n", literal(title), format.name, format.explanation);
    let unit = format.unit.unwrap_or(super::OffsetUnit::CodePoint);
    let _ = writeln!(text, "{articles} articles, {annotations} annotations. Offsets count {unit}.\n");
    if losses.is_empty() {
        text.push_str("Nothing was lost.\n");
        return text;
    }
    let mut by_reason: BTreeMap<(super::Fate, &str), Vec<&Loss>> = BTreeMap::new();
    for loss in losses {
        by_reason.entry((loss.fate, loss.reason)).or_default().push(loss);
    }
    let _ = writeln!(text, "## What the format could not hold\n");
    for ((fate, reason), losses) in by_reason {
        let _ = writeln!(text, "### {} {fate}: {reason}\n", losses.len());
        for loss in losses {
            let (file, id) = (literal(&loss.file), literal(loss.id.as_str()));
            let _ = writeln!(text, "- {file} {id}: “{}”", literal(&loss.quote));
        }
        text.push('\n');
    }
    text
}
