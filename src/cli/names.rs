//! `tippani names`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Args;

use super::{code, terminal, visible};
use crate::names::{
    Comparison, Likeness, Matcher, Name, NameList, Objection, PairKind, RankCount, Ranking, WordKind,
};
use crate::store;

/// What `tippani names` is given.
#[derive(Debug, Args)]
#[command(
    override_usage = "tippani names A B\n       tippani names --list FILE --rank FROM TO [--among FILE]… [--misses]"
)]
#[command(after_help = "Exit codes: 0 one name, or ranked; 1 not one name; 2 it could not be done.")]
pub(super) struct NamesArgs {
    /// Two names, in any of twelve scripts
    #[arg(num_args = 2, value_names = ["A", "B"], required_unless_present = "list")]
    names: Vec<String>,
    /// A list of names: tab-separated, a header of language columns, | between spellings
    #[arg(long, value_name = "FILE", requires = "rank", conflicts_with = "names")]
    list: Option<PathBuf>,
    /// Searches for each name in the column FROM among those in TO, and counts how often the right one comes first
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"], requires = "list")]
    rank: Vec<String>,
    /// Another list, whose names in the column TO are searched too
    #[arg(long, value_name = "FILE", requires = "list")]
    among: Vec<PathBuf>,
    /// Lists every name whose right one does not come first
    #[arg(long, requires = "list")]
    misses: bool,
}

pub(super) fn run(args: &NamesArgs) -> anyhow::Result<ExitCode> {
    if let (Some(list), [from, to]) = (&args.list, &args.rank[..]) {
        let languages = (from.as_str(), to.as_str());
        let (list, among) = read(list, &args.among, languages)?;
        let ranking = Ranking::new(&Matcher::default(), &list, languages, &among);
        if ranking.all.all == 0 {
            bail!("no row of the list has names in both columns, {from} and {to}");
        }
        terminal::print(&figures(&ranking, languages, args.misses))?;
        return Ok(ExitCode::SUCCESS);
    }
    let [a, b] = &args.names[..] else { bail!("two names are needed") };
    let (a, b) = (Name::new(a), Name::new(b));
    let matcher = Matcher::default();
    let comparison = matcher.compare(&a, &b);
    terminal::print(&comparison_text(matcher, (&a, &b), &comparison))?;
    Ok(code(!comparison.likeness().is_one()))
}

/// The list, and those whose names are searched beside its own.
fn read(
    list: &Path,
    among: &[PathBuf],
    (from, to): (&str, &str),
) -> anyhow::Result<(NameList, Vec<NameList>)> {
    let open = |path: &Path, columns: &[&str]| {
        let text = store::read_list(path).with_context(|| path.display().to_string())?;
        let list = NameList::parse(&text);
        for column in columns {
            if !list.columns().iter().any(|known| known == column) {
                bail!("{} has no column {column}, but {}", path.display(), list.columns().join(", "));
            }
        }
        anyhow::Ok(list)
    };
    Ok((open(list, &[from, to])?, among.iter().map(|path| open(path, &[to])).collect::<Result<_, _>>()?))
}

/// Whether two names are one, how like they are, and why.
fn comparison_text(matcher: Matcher<'_>, (a, b): (&Name, &Name), comparison: &Comparison) -> String {
    let verdict = match comparison.likeness() {
        Likeness::Same => "one name",
        Likeness::Like => "probably one name",
        Likeness::Doubtful => "probably not one name",
        Likeness::Other => "not one name",
    };
    let (score, distance) = (comparison.score(), comparison.distance());
    let mut out = format!(
        "{} and {}: {verdict} (score {score:.2} of 1, distance {distance:.2})\n",
        visible(a.text()),
        visible(b.text())
    );
    for reason in matcher.reasons(a, b, comparison) {
        let how = match reason.kind {
            PairKind::Sound => "sound alike",
            PairKind::LetterNames => "letters spoken one by one",
            PairKind::Initial => "an initial",
            PairKind::Meaning(WordKind::Same) => "two names of one bearer",
            PairKind::Meaning(_) => "mean the same",
            PairKind::Unpaired => continue,
        };
        let _ = writeln!(out, "for      {}  ({how})", visible(&reason.to_string()));
    }
    for objection in matcher.objections(a, b, comparison) {
        let what = match objection {
            Objection::OnlyFirst(word) => format!("{word}: only in the first"),
            Objection::OnlySecond(word) => format!("{word}: only in the second"),
            Objection::Unlike(a, b) => format!("{a} and {b} sound rather unlike"),
            Objection::OtherKind(a, b) => format!("{a} and {b} are different things"),
        };
        let _ = writeln!(out, "against  {}", visible(&what));
    }
    out
}

/// A share in per cent.
fn percent(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}

fn figures(ranking: &Ranking, (from, to): (&str, &str), misses: bool) -> String {
    let (all, candidates) = (ranking.all.all, ranking.candidates);
    let mut out = format!(
        "{from} → {to}: {all} names searched for among {candidates}\n\n   first  in three   found   names\n"
    );
    let mut line = |what: &str, count: &RankCount| {
        let share = |part| percent(part, count.all);
        let (first, three, found) = (share(count.first), share(count.within_three), share(count.found));
        let _ =
            writeln!(out, "{first:6.1} %  {three:6.1} %  {found:6.1} %  {:5}  {}", count.all, visible(what));
    };
    line("all", &ranking.all);
    ranking.parts.iter().for_each(|(part, count)| line(part, count));
    let _ = writeln!(
        out,
        "\nHalf of the right ones missing: recall {:.3} at precision {:.2}",
        ranking.recall,
        Ranking::PRECISION
    );
    for (likeness, (all, right)) in &ranking.likeness {
        let (from, below) = likeness.scores();
        let share = percent(*right, *all);
        let _ = writeln!(
            out,
            "First with a score of {from:.2} to {below:.2}: {all}, of which right {share:.1} %"
        );
    }
    if misses && !ranking.misses.is_empty() {
        let _ = writeln!(out, "\nnot first | came first | right one | its place");
        for miss in &ranking.misses {
            let place = miss.rank.map_or_else(|| "–".to_owned(), |rank| (rank + 1).to_string());
            let first = miss.first.as_deref().unwrap_or("–");
            let (name, first, right) = (visible(&miss.name), visible(first), visible(&miss.right));
            let _ = writeln!(out, "{name} | {first} | {right} | {place}");
        }
    }
    out
}
