//! The report of an export, to stand beside the data: what was exported, and each loss under its reason, as Markdown.

use super::markdown::literal;
use super::{Fate, Format, Loss, OffsetUnit};

/// What was exported; `is_whole` where nothing was lost.
#[must_use]
pub fn head(title: &str, format: &Format, articles: usize, annotations: usize, is_whole: bool) -> String {
    let unit = format.unit.unwrap_or(OffsetUnit::CodePoint);
    format!(
        "# {}\n\nExported as {}: {}.\n\n{articles} articles, {annotations} annotations. Offsets count {unit}.\n\n{}",
        literal(title),
        format.name,
        format.explanation,
        if is_whole { "Nothing was lost.\n" } else { "## What the format could not hold\n\n" },
    )
}

/// The heading of the losses of one reason.
#[must_use]
pub fn heading(count: usize, (fate, reason): (Fate, &str)) -> String {
    format!("### {count} {fate}: {reason}\n\n")
}

/// A loss under its heading.
#[must_use]
pub fn line(loss: &Loss) -> String {
    let (file, id) = (literal(&loss.file), literal(loss.id.as_str()));
    format!("- {file} {id}: “{}”\n", literal(&loss.quote))
}
