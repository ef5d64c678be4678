//! `tippani review`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::report::{print_report, with_workspace};
use super::{annotator, code, visible};
use crate::analysis::{Conflict, ErrorRate, ReviewItem, SampleSize, Sampled, Stage, counted, draw};
use crate::format::answer::{self, ConflictAnswer, ErrorRateAnswer, ItemAnswer, ReviewAnswer, VersionAnswer};
use crate::jobs::queue::{ListedItem, QueueOptions, ReviewList, list};
use crate::jobs::unread;
use crate::model::Annotator;

/// What `tippani review` is given.
#[derive(Debug, Args)]
pub(super) struct ReviewArgs {
    /// The folder of articles, or one article
    path: PathBuf,
    /// Whose verdicts
    #[arg(long, value_parser = annotator)]
    reviewer: Annotator,
    /// Whose annotations; everybody's but the reviewer's and gold when left out
    #[arg(long = "annotator", value_parser = annotator)]
    annotators: Vec<Annotator>,
    /// Whose sets count although they are in progress
    #[arg(long = "unfinished", value_parser = annotator)]
    unfinished: Vec<Annotator>,
    /// Only some of the items
    #[arg(long)]
    only: Option<OnlyItems>,
    /// Only a sample, stratified by annotator and label: a number of annotations, or a part such as 0.1
    #[arg(long, value_parser = sample_size)]
    sample: Option<SampleSize>,
    /// Draws another sample
    #[arg(long, default_value_t = 1, requires = "sample")]
    seed: u64,
    /// For machines: schemas/answers/review.schema.json
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum OnlyItems {
    /// What has no verdict
    Open,
    /// What all agree about, and nobody has decided
    Agreed,
    /// What has a verdict that holds
    Decided,
    /// What was changed since its verdict
    Changed,
    /// What an annotator answered
    Answered,
    /// What was decided, and by another reviewer otherwise
    Contradicted,
}

impl OnlyItems {
    const fn stage(self) -> Stage {
        match self {
            Self::Open => Stage::Open,
            Self::Agreed => Stage::Agreed,
            Self::Decided => Stage::Decided,
            Self::Changed => Stage::Changed,
            Self::Answered => Stage::Answered,
            Self::Contradicted => Stage::Contradicted,
        }
    }
}

const fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Open => "open",
        Stage::Agreed => "agreed",
        Stage::Decided => "decided",
        Stage::Changed => "changed",
        Stage::Answered => "answered",
        Stage::Contradicted => "contradicted",
    }
}

fn sample_size(text: &str) -> Result<SampleSize, String> {
    let count = text.parse().ok().filter(|count| *count > 0).map(SampleSize::Count);
    let part = || text.parse().ok().filter(|part| *part > 0.0 && *part < 1.0).map(SampleSize::Part);
    count.or_else(part).ok_or_else(|| "a sample is a number of annotations, or a part such as 0.1".to_owned())
}

pub(super) fn run(args: &ReviewArgs) -> anyhow::Result<ExitCode> {
    let (annotators, listed) = with_workspace(&args.path, "Looking", |found, cancel, at| {
        let model = unread(&found);
        let mut annotators = args.annotators.clone();
        if annotators.is_empty() {
            let all = found.articles.iter().flat_map(|article| &article.annotators);
            annotators = all.filter(|other| !other.is_gold() && **other != args.reviewer).cloned().collect();
            annotators.sort();
            annotators.dedup();
        }
        let how = QueueOptions {
            annotators,
            reviewer: args.reviewer.clone(),
            only: found.select.map(|file| vec![file]),
            unfinished: args.unfinished.clone(),
        };
        let listed = list(&model, &how, cancel, at)?;
        Ok((how.annotators, listed))
    })?;
    let ReviewList { mut items, left_out, issues } = listed;
    let rates = args.sample.map(|size| {
        draw(items.iter_mut().map(|listed| &mut listed.item), Sampled { size, seed: args.seed });
        items.retain(|listed| !listed.item.drawn.is_empty());
        ErrorRate::of_each(items.iter().map(|listed| &listed.item), annotators.len())
    });
    items.retain(|listed| args.only.is_none_or(|only| listed.item.stage() == only.stage()));
    let of = |number: &usize| annotators.get(*number).map(ToString::to_string).unwrap_or_default();
    let left_out: BTreeMap<String, usize> = left_out
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(n, count)| (of(&n), *count))
        .collect();
    let waits = items
        .iter()
        .any(|listed| matches!(listed.item.stage(), Stage::Open | Stage::Changed | Stage::Answered));
    let answer = || ReviewAnswer {
        reviewer: args.reviewer.to_string(),
        annotators: annotators.iter().map(ToString::to_string).collect(),
        left_out: left_out.clone(),
        items: items.iter().map(|listed| answer_of(listed, &of)).collect(),
        sample: rates.iter().flatten().enumerate().map(|(n, rate)| (of(&n), rate_answer(rate))).collect(),
        issues: issues.iter().map(Into::into).collect(),
    };
    let words = || text(&items, &left_out, &of) + &rates_text(rates.as_deref().unwrap_or_default(), &of);
    print_report(args.json, &issues, || answer::json(&answer()), words)?;
    Ok(code(waits || !issues.is_empty()))
}

fn text(items: &[ListedItem], left_out: &BTreeMap<String, usize>, of: &dyn Fn(&usize) -> String) -> String {
    let mut out = String::new();
    for (who, count) in left_out {
        let _ = writeln!(out, "In progress, and left out: {} of {who}", counted(*count, "article"));
    }
    let mut stages: BTreeMap<Stage, usize> = BTreeMap::new();
    for ListedItem { item, places } in items {
        *stages.entry(item.stage()).or_default() += 1;
        let (start, end) = places.first().copied().unwrap_or_default();
        let _ = writeln!(out, "{}:{start}–{end} {}", visible(&item.file), name(item.stage()));
        for holders in &item.versions {
            let Some(member) = holders.first().and_then(|n| item.members.get(*n)?.as_ref()) else { continue };
            let held = member.current_verdict.as_ref();
            let verdict = held.map(|held| if held.stale { "changed since" } else { held.verdict.name() });
            let verdict = verdict.map(|verdict| format!(" ({verdict})")).unwrap_or_default();
            let names: Vec<String> = holders.iter().map(of).collect();
            let (label, quote) = (visible(&member.label), visible(&member.quote));
            let _ = writeln!(out, "    {label} “{quote}” — {}{verdict}", names.join(", "));
        }
        let nothing: Vec<String> = item.missing().iter().map(of).collect();
        if !nothing.is_empty() && item.raters.len() > 1 {
            let _ = writeln!(out, "    nothing — {}", nothing.join(", "));
        }
    }
    let told: Vec<String> = stages.iter().map(|(stage, count)| format!("{count} {}", name(*stage))).collect();
    let _ = writeln!(out, "{}: {}", counted(items.len(), "item"), told.join(", "));
    out
}

/// A line an annotator: how often they err, as far as the sample was judged.
fn rates_text(rates: &[ErrorRate], of: &dyn Fn(&usize) -> String) -> String {
    let mut out = String::new();
    for (n, rate) in rates.iter().enumerate() {
        let told = match rate.rate().zip(rate.interval()) {
            Some((part, (low, high))) => {
                format!("{:.1} % wrong ({:.1}–{:.1})", part * 100.0, low * 100.0, high * 100.0)
            }
            None => "not judged yet".to_owned(),
        };
        let _ = writeln!(out, "{}: {} of {} judged, {told}", of(&n), rate.judged, rate.drawn);
    }
    out
}

fn rate_answer(rate: &ErrorRate) -> ErrorRateAnswer {
    let interval = rate.interval();
    ErrorRateAnswer {
        drawn: rate.drawn,
        judged: rate.judged,
        errors: rate.errors,
        rate: rate.rate(),
        low: interval.map(|(low, _)| low),
        high: interval.map(|(_, high)| high),
    }
}

fn answer_of(listed: &ListedItem, of: &dyn Fn(&usize) -> String) -> ItemAnswer {
    let ListedItem { item, places } = listed;
    let names = |numbers: &[usize]| numbers.iter().map(of).collect::<Vec<_>>();
    let version = |(n, holders): (usize, &Vec<usize>)| {
        let member = holders.first().and_then(|n| item.members.get(*n)?.as_ref())?;
        let (start, end) = places.get(n).copied().unwrap_or_default();
        let held = member.current_verdict.as_ref();
        let ids = holders.iter().filter_map(|n| Some(item.members.get(*n)?.as_ref()?.id.to_string()));
        Some(VersionAnswer {
            label: member.label.to_string(),
            quote: member.quote.clone(),
            start,
            end,
            holders: names(holders),
            annotations: ids.collect(),
            verdict: held.map(|held| held.verdict.name().to_owned()),
            outdated: held.is_some_and(|held| held.stale),
            comment: held.map(|held| held.comment.clone()).unwrap_or_default(),
        })
    };
    let conflict = |conflict: &Conflict| ConflictAnswer {
        kind: conflict.kind.name().to_owned(),
        attribute: conflict.attribute.as_ref().map(ToString::to_string),
        sides: conflict.sides.iter().map(|side| names(side)).collect(),
    };
    ItemAnswer {
        file: item.file.to_string(),
        stage: name(item.stage()).to_owned(),
        versions: item.versions.iter().enumerate().filter_map(version).collect(),
        nothing: nothing(item, &names),
        conflicts: item.conflicts.iter().map(conflict).collect(),
        answers: item.answers.iter().map(|answer| (of(&answer.by), answer.text.clone())).collect(),
        came_back: item.came_back(),
    }
}

fn nothing(item: &ReviewItem, names: &dyn Fn(&[usize]) -> Vec<String>) -> Vec<String> {
    if item.raters.len() > 1 { names(&item.missing()) } else { Vec::new() }
}
