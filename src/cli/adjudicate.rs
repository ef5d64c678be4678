//! `tippani adjudicate`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::report::{print_report, with_workspace};
use super::writer::WaitArgs;
use super::{annotator, code, visible};
use crate::analysis::{CompetenceKind, EdgeChoice, FillRule, Share, counted};
use crate::format::answer::{self, AdjudicationAnswer, LinkLeftOutAnswer};
use crate::jobs::adjudicate::{Adjudicated, AdjudicationOptions, adjudicate};
use crate::model::{Annotator, GOLD};

/// What `tippani adjudicate` is given.
#[derive(Debug, Args)]
pub(super) struct AdjudicateArgs {
    /// The folder of articles, or one article
    path: PathBuf,
    /// What is taken of what nobody has decided: all, most, at-least=N, trust=NAME,NAME, or dawid-skene=P or mace=P: what is
    /// more probable than P, going by everybody's competence
    #[arg(long, default_value = "all", value_parser = rule)]
    rule: Rule,
    /// A rule of its own for a label: LABEL:RULE
    #[arg(long = "label", value_parser = of_label)]
    labels: Vec<(Arc<str>, Share)>,
    /// Edges that differ by less than this part of both places together are the same
    #[arg(long, value_parser = part)]
    tolerance: Option<f64>,
    /// Which of several such places is taken
    #[arg(long, default_value = "most-frequent")]
    edges: EdgesArg,
    /// Only says what would come of it
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    wait: WaitArgs,
    /// For machines: schemas/answers/adjudicate.schema.json
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum EdgesArg {
    MostFrequent,
    Longest,
    Shortest,
}

/// A rule for all labels.
#[derive(Clone, Debug)]
enum Rule {
    Share(Share),
    Competence(CompetenceKind, f64),
}

fn rule(text: &str) -> Result<Rule, String> {
    match text.split_once('=') {
        Some((name, least)) if kind(name).is_some() => {
            part(least).map(|least| Rule::Competence(kind(name).unwrap_or_default(), least))
        }
        _ => share(text).map(Rule::Share),
    }
}

/// The model of competence of this name.
fn kind(name: &str) -> Option<CompetenceKind> {
    CompetenceKind::ALL.into_iter().find(|kind| kind.name() == name)
}

fn share(text: &str) -> Result<Share, String> {
    match text.split_once('=') {
        None if text == "all" => Ok(Share::All),
        None if text == "most" => Ok(Share::Most),
        Some(("at-least", count)) => match count.parse() {
            Ok(count) if count > 0 => Ok(Share::AtLeast(count)),
            _ => Err(format!("at least how many? “{count}” is no number above 0")),
        },
        Some(("trust", names)) => {
            Ok(Share::Trust(names.split(',').map(annotator).collect::<Result<_, _>>()?))
        }
        _ => Err("a rule is all, most, at-least=N, trust=NAME,NAME, or dawid-skene=P or mace=P".to_owned()),
    }
}

fn of_label(text: &str) -> Result<(Arc<str>, Share), String> {
    let (label, rule) = text.rsplit_once(':').ok_or("a label's rule is LABEL:RULE, such as person:most")?;
    Ok((label.into(), share(rule)?))
}

fn part(text: &str) -> Result<f64, String> {
    let part = text.parse().ok().filter(|part| (0.0..=1.0).contains(part));
    part.ok_or_else(|| "a part is a number from 0 to 1".to_owned())
}

pub(super) fn run(args: AdjudicateArgs) -> anyhow::Result<ExitCode> {
    let choice = match args.edges {
        EdgesArg::MostFrequent => EdgeChoice::MostFrequent,
        EdgesArg::Longest => EdgeChoice::Longest,
        EdgesArg::Shortest => EdgeChoice::Shortest,
    };
    let (share, competence) = match args.rule {
        Rule::Share(share) => (share, None),
        Rule::Competence(kind, least) => (Share::All, Some((kind, least))),
    };
    let rule = FillRule {
        share,
        by_label: args.labels.into_iter().collect::<BTreeMap<_, _>>(),
        tolerance: args.tolerance.map(|part| (part, choice)),
    };
    let how = AdjudicationOptions { path: args.path, rule, competence, dry: args.dry_run };
    let done = with_workspace(&how.path, "Filling", |found, cancel, progress| {
        let lock = (!how.dry).then(|| args.wait.take(&found.root, &Annotator::new(GOLD)?, cancel));
        let _lock = lock.transpose()?;
        adjudicate(&how, cancel, progress)
    })?;
    print_report(args.json, &done.issues, || answer::json(&answer(&how, &done)), || text(&how, &done))?;
    Ok(code(!done.open.is_empty() || !done.issues.is_empty()))
}

fn text(how: &AdjudicationOptions, done: &Adjudicated) -> String {
    let did = if how.dry { "would be taken; nothing was written" } else { "taken into the gold sets" };
    let mut out = format!(
        "{} and {} {did}; {} of {} complete\n",
        counted(done.annotations, "annotation"),
        counted(done.links, "link"),
        done.complete,
        counted(done.articles, "gold set"),
    );
    for (what, count) in &done.counts {
        let _ = writeln!(out, "{count:>8}  {}", visible(what));
    }
    for (file, count) in &done.open {
        let _ = writeln!(out, "{}: {} left open", visible(file), counted(*count, "item"));
    }
    for (file, label, whose, end) in &done.links_left_out {
        let end = visible(end.as_str());
        let _ = writeln!(
            out,
            "{}: a link “{}” of {whose} was left out: {end} is not in gold",
            visible(file),
            visible(label)
        );
    }
    out
}

fn answer(how: &AdjudicationOptions, done: &Adjudicated) -> AdjudicationAnswer {
    let link = |(file, label, whose, end): &(Arc<str>, Arc<str>, Annotator, crate::model::AnnotationId)| {
        LinkLeftOutAnswer {
            file: file.to_string(),
            label: label.to_string(),
            annotator: whose.to_string(),
            end: end.to_string(),
        }
    };
    AdjudicationAnswer {
        articles: done.articles,
        complete: done.complete,
        annotations: done.annotations,
        links: done.links,
        items: done.counts.clone(),
        open: done.open.iter().map(|(file, count)| (file.to_string(), *count)).collect(),
        links_left_out: done.links_left_out.iter().map(link).collect(),
        dry_run: how.dry,
        written: done.written,
        issues: done.issues.iter().map(Into::into).collect(),
    }
}
