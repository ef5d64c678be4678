//! `tippani export`, `tippani import` and the list of formats.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::progress_bar::ProgressBar;
use super::writer::WaitArgs;
use super::{annotator, code, tell, terminal, visible};
use crate::analysis::counted;
use crate::format::answer::{self, ExportAnswer, ImportAnswer, MappedLabelAnswer};
use crate::format::exchange::{FORMATS, Format, OffsetUnit, ReadOptions};
use crate::jobs::{self, ExportOptions, Exported, ImportOptions, ImportPlan, Imported};
use crate::model::{Annotator, GOLD};

/// Arguments of `tippani export`.
#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// The folder of articles, or one article
    path: PathBuf,
    /// The format; `tippani formats` lists them
    #[arg(long, value_parser = PossibleValuesParser::new(ids(|_| true)))]
    to: String,
    /// The folder of the dataset, made where it is not there
    #[arg(long)]
    out: PathBuf,
    /// Whose annotations; everybody's when left out
    #[arg(long, value_parser = annotator)]
    annotator: Vec<Annotator>,
    /// Only some of the annotations
    #[arg(long)]
    only: Option<Only>,
    /// Imported annotations under the labels that they had in the files they came from
    #[arg(long)]
    original_labels: bool,
    /// For machines: schemas/answers/export.schema.json
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Only {
    /// Those that a reviewer accepted, or that all who finished the article agree about
    Accepted,
    /// The gold set
    Gold,
}

/// Arguments of `tippani import`.
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The files; a folder stands for the files in it
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The format; `tippani formats` lists them; found out from the files when left out
    #[arg(long, value_parser = PossibleValuesParser::new(ids(Format::is_read)))]
    from: Option<String>,
    /// The workspace
    #[arg(long)]
    into: PathBuf,
    /// Whose set it becomes: small letters, digits, - and _. Where files name several annotators, each has a set of their own
    /// whose name begins with this one; when left out, sets are named as in the files
    #[arg(long, value_parser = annotator)]
    annotator: Option<Annotator>,
    /// What a label of the files becomes, as in GPE=location
    #[arg(long, value_name = "LABEL=LABEL", value_parser = mapping)]
    map: Vec<(String, String)>,
    /// The member of each JSON object that is the article's text
    #[arg(long, value_name = "NAME")]
    text_field: Option<String>,
    /// Of columns that of the words and those of the tags, the first being 1, as in 2,3,4
    #[arg(long, value_name = "NUMBERS", value_parser = columns)]
    columns: Option<Columns>,
    /// What offsets count; found out where the format does not say
    #[arg(long)]
    unit: Option<UnitArg>,
    #[command(flatten)]
    wait: WaitArgs,
    /// For machines: schemas/answers/import.schema.json
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum UnitArg {
    /// Unicode characters, as Python counts
    CodePoint,
    /// As JavaScript and Java count
    #[value(name = "utf-16")]
    Utf16,
    /// Bytes of UTF-8
    Byte,
}

/// The column of words, and those of tags.
type Columns = (usize, Vec<usize>);

fn mapping(text: &str) -> Result<(String, String), String> {
    let (from, to) = text.split_once('=').ok_or("it is written as in GPE=location")?;
    let is_empty = from.trim().is_empty() || to.trim().is_empty();
    if is_empty {
        Err("a label is empty".to_owned())
    } else {
        Ok((from.trim().to_owned(), to.trim().to_owned()))
    }
}

fn columns(text: &str) -> Result<Columns, String> {
    let numbers: Result<Vec<usize>, _> = text.split(',').map(|number| number.trim().parse()).collect();
    match numbers.unwrap_or_default().as_slice() {
        [words, tags @ ..] if *words > 0 && !tags.is_empty() && !tags.contains(&0) => {
            Ok((*words, tags.to_vec()))
        }
        _ => Err("it is the number of the column of words, then of those of tags, as in 2,3".to_owned()),
    }
}

fn ids(which: fn(&Format) -> bool) -> Vec<&'static str> {
    FORMATS.iter().filter(|f| which(f)).map(|f| f.id).collect()
}

fn format(id: &str) -> anyhow::Result<&'static Format> {
    Format::find(id).ok_or_else(|| anyhow::anyhow!("there is no format “{id}”"))
}

pub(super) fn export(args: ExportArgs) -> anyhow::Result<ExitCode> {
    let gold = vec![Annotator::new(GOLD)?];
    let is_of_others = args.annotator.iter().any(|annotator| !annotator.is_gold());
    anyhow::ensure!(
        !(is_of_others && matches!(args.only, Some(Only::Gold))),
        "the gold set is nobody's own: leave --annotator out, or --only gold"
    );
    let how = ExportOptions {
        path: args.path,
        format: format(&args.to)?,
        out: args.out,
        only: None,
        annotators: if matches!(args.only, Some(Only::Gold)) { gold } else { args.annotator },
        accepted: matches!(args.only, Some(Only::Accepted)),
        original_labels: args.original_labels,
    };
    let progress = ProgressBar::new("Exporting");
    let exported = jobs::export(&how, progress.cancel(), &mut |done, of| progress.at(done, Some(of)));
    progress.end();
    let exported = exported?;
    if args.json {
        terminal::print_json(&answer::json(&export_answer(&how, &exported))?)?;
    } else {
        tell(&exported.issues)?;
        terminal::print(&export_text(&how, &exported))?;
    }
    Ok(code(!exported.lost.is_empty() || !exported.issues.is_empty()))
}

fn export_text(how: &ExportOptions, exported: &Exported) -> String {
    let mut out = format!(
        "Exported {} from {} to {} as {} (verified)\n",
        counted(exported.annotations, "annotation"),
        counted(exported.articles, "article"),
        visible(&how.out.display().to_string()),
        how.format.name
    );
    if how.accepted {
        let left_out = exported.left_out;
        let _ = writeln!(
            out,
            "Left out: {} changed since the verdict, {} accepted by one reviewer and rejected by another",
            left_out.outdated, left_out.contradicted
        );
    }
    for ((fate, reason), count) in &exported.lost {
        let _ = writeln!(out, "{count:>8} {fate}: {reason}");
    }
    if !exported.lost.is_empty() {
        let _ =
            writeln!(out, "Each is listed in {}", visible(&how.out.join("EXPORT.md").display().to_string()));
    }
    out
}

fn export_answer(how: &ExportOptions, exported: &Exported) -> ExportAnswer {
    ExportAnswer {
        format: how.format.id.to_owned(),
        out: how.out.display().to_string(),
        articles: exported.articles,
        annotations: exported.annotations,
        files: exported.files.clone(),
        outdated: exported.left_out.outdated,
        contradicted: exported.left_out.contradicted,
        lost: exported.lost_count(),
        losses: exported.losses.iter().map(Into::into).collect(),
        issues: exported.issues.iter().map(Into::into).collect(),
    }
}

pub(super) fn import(args: ImportArgs) -> anyhow::Result<ExitCode> {
    let unit = args.unit.map(|unit| match unit {
        UnitArg::CodePoint => OffsetUnit::CodePoint,
        UnitArg::Utf16 => OffsetUnit::Utf16,
        UnitArg::Byte => OffsetUnit::Byte,
    });
    let found = match &args.from {
        Some(from) => format(from)?,
        None => jobs::recognize_files(&args.files)?,
    };
    let how = ImportOptions {
        files: args.files,
        format: found,
        into: args.into,
        annotator: args.annotator,
        unit,
        labels: args.map,
        read: ReadOptions { text_field: args.text_field, columns: args.columns },
    };
    let progress = ProgressBar::new("Importing");
    let imported = ImportPlan::new(&how, progress.cancel()).and_then(|plan| {
        let take = |annotator| args.wait.take(&how.into, annotator, progress.cancel());
        let _locks = plan.annotators().map(take).collect::<anyhow::Result<Vec<_>>>()?;
        plan.run(progress.cancel(), &mut |done| progress.at(done, None))
    });
    progress.end();
    let imported = imported?;
    if args.json {
        terminal::print_json(&answer::json(&import_answer(&how, &imported))?)?;
    } else {
        for issue in &imported.issues {
            terminal::print_error(&issue.to_string())?;
        }
        let said = if args.from.is_none() {
            format!("Detected format: {} ({})\n", how.format.name, how.format.id)
        } else {
            String::new()
        };
        terminal::print(&format!("{said}{}", import_text(&imported)))?;
    }
    Ok(code(!imported.issues.is_empty()))
}

fn import_text(imported: &Imported) -> String {
    let Imported { articles, annotations, .. } = imported;
    let whose: Vec<String> = imported.annotators.keys().map(|who| format!("{who}'s")).collect();
    let whose = if whose.is_empty() { String::new() } else { format!(", as {}", whose.join(" and ")) };
    let mut out = format!("{annotations} new annotations in {articles} articles{whose}\n");
    if imported.known > 0 {
        let _ = writeln!(out, "{:>8} already present", imported.known);
    }
    if imported.left_out > 0 {
        let _ = writeln!(out, "{:>8} skipped, as listed above", imported.left_out);
    }
    for (name, set) in &imported.named {
        let count = imported.annotators.get(set).copied().unwrap_or_default();
        let _ = writeln!(out, "{count:>8} from {} as {set}", visible(name));
    }
    for ((from, to), count) in &imported.labels {
        let _ = writeln!(out, "{count:>8} {} → {} (change with --map)", visible(from), visible(to));
    }
    if let Some((unit, why)) = &imported.unit {
        let _ = writeln!(out, "Offset unit: {unit} ({})", visible(why));
    }
    out
}

fn import_answer(how: &ImportOptions, imported: &Imported) -> ImportAnswer {
    let annotators = imported.annotators.iter().map(|(who, count)| (who.to_string(), *count)).collect();
    let label = |((from, to), count): (&(String, String), &usize)| MappedLabelAnswer {
        from: from.clone(),
        to: to.clone(),
        count: *count,
    };
    ImportAnswer {
        format: how.format.id.to_owned(),
        articles: imported.articles,
        annotations: imported.annotations,
        known: imported.known,
        left_out: imported.left_out,
        annotators,
        labels: imported.labels.iter().map(label).collect(),
        unit: imported.unit.as_ref().map(|(unit, _)| unit.name().to_owned()),
        why: imported.unit.as_ref().map(|(_, why)| why.clone()),
        issues: imported.issues.iter().map(Into::into).collect(),
    }
}

/// The table of formats, a line each.
pub(super) fn formats() -> String {
    let mut out = String::new();
    for format in FORMATS {
        let way = if format.is_read() { "out and in" } else { "out" };
        let unit = format.unit.map_or("undeclared", OffsetUnit::name);
        let _ =
            writeln!(out, "{:<18} {way:<11} {unit:<11} {} – {}", format.id, format.name, format.explanation);
    }
    out
}
