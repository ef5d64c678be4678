//! `WebAnno` TSV 3.3, which `INCEpTION` reads and writes: a word a line, with a column for each feature of each layer.
//! <https://inception-project.github.io/releases/latest/docs/user-guide.html#sect_formats_webannotsv3>
//!
//! Offsets are UTF-16 code units. Relations join two entities or two claims, since each layer of them is attached to one other.

mod decode;
mod layer;
mod slots;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

pub(super) use self::decode::decode;
use super::cas::ENTITY;
use super::{Article, Encoded, Fate, FilePiece, OffsetUnit, PieceKind, entity_files, project, tokens};
use crate::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet};
use crate::text::{ByteOffset, Span};

const HEAD: &str = "#FORMAT=WebAnno TSV 3.3";
const CLAIM: &str = "webanno.custom.Claim";
/// Characters that are written with a backslash before them.
const ESCAPED: [char; 9] = ['\\', '[', ']', '|', '_', '>', ';', '*', '\t'];

/// Whether a file is of a version before 3, which has no head: a line that names its layers, which the first version has not, and
/// the number and the text of the first sentence.
pub(super) fn is_old(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let names_layers = first.starts_with("# ") && first.contains(" | ");
    let id = if names_layers { lines.next().unwrap_or_default() } else { first };
    let is_id = id.strip_prefix("#id=").is_some_and(|id| id.starts_with(|c: char| c.is_ascii_digit()));
    is_id && lines.next().is_some_and(|line| line.starts_with("#text="))
}

/// A file for each set, in the folder of the document as in a project.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    for set in article.sets {
        let bytes = file(article, set, &mut out).into_bytes();
        let path = project::path(article, &set.annotator, "tsv");
        out.pieces.push(FilePiece { path, bytes, part: PieceKind::Whole });
    }
    if !out.pieces.is_empty() {
        out.pieces.push(project::source(article));
    }
    out
}

/// A mark's words, and its number where it covers several or shares one.
struct Placed<'a> {
    annotation: &'a Annotation,
    words: std::ops::Range<usize>,
    number: usize,
}

fn file(article: &Article<'_>, set: &AnnotationSet, out: &mut Encoded) -> String {
    let words = tokens(article, set, set.annotations().iter().map(AsRef::as_ref));
    let mut placed: Vec<Placed<'_>> = Vec::new();
    let mut first: HashMap<&AnnotationId, usize> = HashMap::new();
    for annotation in set.annotations() {
        let Some(parts) = article.token_parts(annotation, &words, out) else { continue };
        losses(article, annotation, out);
        out.annotations += 1;
        for words in parts {
            first.entry(&annotation.id).or_insert(placed.len());
            placed.push(Placed { annotation, words, number: placed.len() + 1 });
        }
    }
    let mut by_word: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, one) in placed.iter().enumerate() {
        one.words.clone().for_each(|word| by_word.entry(word).or_default().push(n));
    }
    let ids = ids(article, &words);
    let links = links(article, set, (&placed, &first), &ids, out);
    let mut text = format!(
        "{HEAD}\n#T_SP={ENTITY}|identifier|value\n#T_SP={CLAIM}|identifier|value\n#T_RL=webanno.custom.Relation|label|BT_{ENTITY}\n#T_RL=webanno.custom.ClaimRelation|label|BT_{CLAIM}\n\n"
    );
    for (n, token) in words.iter().enumerate() {
        if ids[n].1 == 1 {
            text.push('\n');
            let last = ids.iter().skip(n).take_while(|(sentence, _)| *sentence == ids[n].0).count();
            let stretch = token.range.start..words[n + last - 1].range.end;
            for line in article.text()[stretch].split(['\n', '\r']) {
                let _ = writeln!(text, "#Text={}", line.replace('\\', "\\\\").replace('\t', "\\t"));
            }
        }
        let span = Span::new(
            &article.document.text,
            ByteOffset::new(token.range.start),
            ByteOffset::new(token.range.end),
        );
        let (start, end) = span.map_or((0, 0), |span| article.offsets(OffsetUnit::Utf16, span));
        let word = escaped(&article.text()[token.range.clone()]);
        let _ = write!(text, "{}-{}\t{start}-{end}\t{word}\t", ids[n].0, ids[n].1);
        let here = by_word.get(&n).map(Vec::as_slice).unwrap_or_default();
        for kind in [AnnotationKind::Entity, AnnotationKind::Claim] {
            let own: Vec<&Placed<'_>> =
                here.iter().map(|at| &placed[*at]).filter(|one| one.annotation.kind == kind).collect();
            let cell = |value: &dyn Fn(&Annotation) -> String| {
                let all = own.iter().map(|one| format!("{}[{}]", value(one.annotation), one.number));
                let all: Vec<String> = all.collect();
                if all.is_empty() { "_".to_owned() } else { all.join("|") }
            };
            let entity = |a: &Annotation| {
                a.entity.as_ref().map_or("*".to_owned(), |entity| escaped(&entity_files::iri(entity)))
            };
            let _ = write!(text, "{}\t{}\t", cell(&entity), cell(&|a| escaped(&a.label)));
        }
        for kind in [AnnotationKind::Entity, AnnotationKind::Claim] {
            let own: Vec<&(AnnotationKind, String, String)> = links
                .get(&n)
                .map(Vec::as_slice)
                .unwrap_or_default()
                .iter()
                .filter(|one| one.0 == kind)
                .collect();
            let cell = |value: fn(&(AnnotationKind, String, String)) -> &String| {
                let all: Vec<&str> = own.iter().map(|one| value(one).as_str()).collect();
                if all.is_empty() { "_".to_owned() } else { all.join("|") }
            };
            let _ = write!(text, "{}\t{}\t", cell(|one| &one.1), cell(|one| &one.2));
        }
        text.push('\n');
    }
    text
}

/// The sentence and number of each word, from one.
fn ids(article: &Article<'_>, words: &[super::Token]) -> Vec<(usize, usize)> {
    let ends = article.sentence_ends();
    let (mut next, mut sentence, mut number) = (0, 0, 0);
    let id = |word: &super::Token| {
        let mut is_new = sentence == 0;
        while ends.get(next).is_some_and(|end| *end <= word.range.start) {
            next += 1;
            is_new = true;
        }
        if is_new {
            (sentence, number) = (sentence + 1, 0);
        }
        number += 1;
        (sentence, number)
    };
    words.iter().map(id).collect()
}

/// Relations by the first word of where they end: layer, label, and where they start.
fn links(
    article: &Article<'_>,
    set: &AnnotationSet,
    (placed, first): (&[Placed<'_>], &HashMap<&AnnotationId, usize>),
    ids: &[(usize, usize)],
    out: &mut Encoded,
) -> BTreeMap<usize, Vec<(AnnotationKind, String, String)>> {
    let (links, losses) = article.links(set);
    out.losses.extend(losses);
    let mut by_word: BTreeMap<usize, Vec<(AnnotationKind, String, String)>> = BTreeMap::new();
    for (relation, to) in links {
        let ends =
            first.get(&relation.from).zip(first.get(to)).map(|(from, to)| (&placed[*from], &placed[*to]));
        let Some((from, to)) = ends.filter(|(from, to)| from.annotation.kind == to.annotation.kind) else {
            let reason = "a layer of relations joins marks of one layer, and only those that are there";
            out.losses.push(article.lost_relation(relation, reason));
            continue;
        };
        let (sentence, word) = ids[from.words.start];
        let address = format!("{sentence}-{word}[{}_{}]", from.number, to.number);
        let link = (to.annotation.kind, escaped(&relation.label), address);
        by_word.entry(to.words.start).or_default().push(link);
    }
    by_word
}

fn losses(article: &Article<'_>, annotation: &Annotation, out: &mut Encoded) {
    out.losses.extend(
        article.split(annotation, "each part of a discontinuous annotation is an annotation of its own"),
    );
    if !annotation.attributes.is_empty() || !annotation.note.is_empty() {
        let reason = "attributes and note have no column";
        out.losses.push(article.loss(annotation, Fate::Flattened, reason));
    }
}

/// A text as a cell may hold it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c => {
                if ESCAPED.contains(&c) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
    out
}
