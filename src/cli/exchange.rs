//! `tippani export`, `tippani import` and the list of formats.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::progress::Progress;
use super::writer::WaitArgs;
use super::{annotator, code, tell, terminal, visible};
use crate::analysis::counted;
use crate::format::answer::{self, ExportAnswer, ImportAnswer};
use crate::format::exchange::{FORMATS, Format, OffsetUnit};
use crate::jobs::{self, ExportOptions, Exported, ImportOptions, Imported};
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
    /// The format; `tippani formats` lists them
    #[arg(long, value_parser = PossibleValuesParser::new(ids(Format::is_read)))]
    from: String,
    /// The workspace
    #[arg(long)]
    into: PathBuf,
    /// Whose set it becomes: small letters, digits, - and _
    #[arg(long, value_parser = annotator)]
    annotator: Annotator,
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
    };
    let progress = Progress::new("Exporting");
    let exported = jobs::export(&how, progress.cancel(), &mut |done, of| progress.at(done, Some(of)));
    progress.end();
    let exported = exported?;
    if args.json {
        terminal::print_json(&answer::json(&export_answer(&how, &exported))?);
    } else {
        tell(&exported.issues);
        terminal::print(&export_text(&how, &exported));
    }
    Ok(code(!exported.losses.is_empty() || !exported.issues.is_empty()))
}

fn export_text(how: &ExportOptions, exported: &Exported) -> String {
    let mut out = format!(
        "{} of {} written to {} as {}, and read again\n",
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
    let mut reasons: BTreeMap<_, usize> = BTreeMap::new();
    for loss in &exported.losses {
        *reasons.entry((loss.fate, loss.reason)).or_default() += 1;
    }
    for ((fate, reason), count) in &reasons {
        let _ = writeln!(out, "{count:>8} {fate}: {reason}");
    }
    if !reasons.is_empty() {
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
    let how = ImportOptions {
        files: args.files,
        format: format(&args.from)?,
        into: args.into,
        annotator: args.annotator,
        unit,
    };
    let _lock = args.wait.take(&how.into, &how.annotator)?;
    let progress = Progress::new("Importing");
    let imported = jobs::import(&how, progress.cancel(), &mut |done| progress.at(done, None));
    progress.end();
    let imported = imported?;
    if args.json {
        terminal::print_json(&answer::json(&import_answer(&how, &imported))?);
    } else {
        tell(&imported.issues);
        terminal::print(&import_text(&how, &imported));
    }
    Ok(code(!imported.issues.is_empty()))
}

fn import_text(how: &ImportOptions, imported: &Imported) -> String {
    let Imported { articles, annotations, .. } = imported;
    let mut out = format!("{annotations} new annotations in {articles} articles, as {}'s\n", how.annotator);
    if let Some((unit, why)) = &imported.unit {
        let _ = writeln!(out, "Offsets count {unit}: {}", visible(why));
    }
    out
}

fn import_answer(how: &ImportOptions, imported: &Imported) -> ImportAnswer {
    ImportAnswer {
        format: how.format.id.to_owned(),
        articles: imported.articles,
        annotations: imported.annotations,
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
