//! `tippani stats`.

use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};
use std::path::Path;
use std::process::ExitCode;

use super::report::{print_report, with_workspace};
use super::{code, visible};
use crate::analysis::{Tally, counted};
use crate::format::Issue;
use crate::format::answer::{self, Amount, StatsAnswer};
use crate::jobs::{self, survey};

pub(super) fn run(path: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let (tally, issues) = with_workspace(path, "Counting", |found, cancel, progress| {
        survey::stats(&jobs::unread(&found), cancel, progress)
    })?;
    print_report(json, &issues, || answer::json(&answer(&tally, &issues)), || text(&tally))?;
    Ok(code(!issues.is_empty()))
}

fn text(tally: &Tally) -> String {
    let mut out = format!(
        "{} ({} untouched), {}, {}, {}\n",
        counted(tally.articles, "article"),
        tally.untouched,
        counted(tally.characters, "character"),
        counted(tally.annotations, "annotation"),
        counted(tally.relations, "relation")
    );
    let mut labels: Vec<_> = tally.labels.iter().map(|(label, count)| (label, vec![*count])).collect();
    labels.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    section(&mut out, "Label", &["annotations"], labels);
    let two = ["articles", "annotations"];
    section(&mut out, "Language", &two, tally.languages.iter().map(|(k, (a, n))| (k, vec![*a, *n])));
    section(&mut out, "Annotator", &two, tally.annotators.iter().map(|(k, (a, n))| (k, vec![*a, *n])));
    section(&mut out, "State", &["sets"], tally.states.iter().map(|(k, n)| (k.name(), vec![*n])));
    section(&mut out, "Article", &["annotations"], tally.files.iter().map(|(k, n)| (k, vec![*n])));
    out
}

/// Figures first, so that they stand in columns whatever script the names are in.
fn section(
    out: &mut String,
    title: &str,
    heads: &[&str],
    rows: impl IntoIterator<Item = (impl Display, Vec<usize>)>,
) {
    let mut line = |cells: &[&dyn Display], name: &dyn Display| {
        for cell in cells {
            let _ = write!(out, "{cell:>11}  ");
        }
        let _ = writeln!(out, "{}", visible(&name.to_string()));
    };
    let mut rows = rows.into_iter().peekable();
    if rows.peek().is_none() {
        return;
    }
    line(&[], &"");
    line(&heads.iter().map(|head| head as &dyn Display).collect::<Vec<_>>(), &title);
    for (name, figures) in rows {
        line(&figures.iter().map(|figure| figure as &dyn Display).collect::<Vec<_>>(), &name);
    }
}

fn answer(tally: &Tally, issues: &[Issue]) -> StatsAnswer {
    fn named<K: ToString, V: Copy, W>(map: &BTreeMap<K, V>, value: impl Fn(V) -> W) -> BTreeMap<String, W> {
        map.iter().map(|(k, v)| (k.to_string(), value(*v))).collect()
    }
    let amount = |(articles, annotations)| Amount { articles, annotations };
    StatsAnswer {
        articles: tally.articles,
        untouched: tally.untouched,
        characters: tally.characters,
        annotations: tally.annotations,
        relations: tally.relations,
        labels: named(&tally.labels, |n| n),
        languages: named(&tally.languages, amount),
        annotators: named(&tally.annotators, amount),
        states: tally.states.iter().map(|(state, n)| (state.name().to_owned(), *n)).collect(),
        files: named(&tally.files, |n| n),
        issues: issues.iter().map(Into::into).collect(),
    }
}
