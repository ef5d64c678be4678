//! TEI: a text with stand-off spans out, these and inline names in. <https://www.tei-c.org/release/doc/tei-p5-doc/en/html/>
//!
//! Every word of a span is told by code points of the text (`from` and `to` of `#char`); a text that XML cannot hold does not go out.

mod decode;
mod name;
mod words;

use std::collections::HashSet;
use std::fmt::Write as _;

pub(super) use self::decode::decode;
use super::xml::{escaped, is_xml};
use super::{Article, Encoded, Fate, FilePiece, OffsetUnit, PieceKind, value};
use crate::model::{Annotation, AnnotationSet, EntityRef};

/// A file for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    for set in article.sets {
        if !is_xml(article.text()) {
            let reason = "the article has a character that XML has not";
            article.lose_set(set, reason, &mut out);
            continue;
        }
        let bytes = file(article, set, &mut out).into_bytes();
        let path = article.path(set.annotator.as_str(), ".tei.xml");
        out.pieces.push(FilePiece { path, bytes, part: PieceKind::Whole });
    }
    out
}

fn file(article: &Article<'_>, set: &AnnotationSet, out: &mut Encoded) -> String {
    let (file, who, state) = (escaped(&article.document.file), &set.annotator, set.state().name());
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader><fileDesc><titleStmt><title>{file}</title><respStmt><resp>{state}</resp><name>{who}</name></respStmt></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n<standOff><spanGrp>\n"
    );
    let mut written = HashSet::new();
    for annotation in set.annotations() {
        if span(article, annotation, &mut text, out) {
            written.insert(&annotation.id);
        }
    }
    text.push_str("</spanGrp>");
    let (links, losses) = article.noted_links(set);
    out.losses.extend(losses);
    let (links, losses) = article.links_between(links, |id| written.contains(id));
    out.losses.extend(losses);
    out.losses.extend(article.lost_notes(&links));
    // A group is of one link at least.
    let is_linked = !links.is_empty();
    text.push_str(if is_linked { "<linkGrp>\n" } else { "" });
    for (relation, to) in links {
        let (label, from, to) =
            (escaped(&relation.label), name::encode(relation.from.as_str()), name::encode(to.as_str()));
        let _ = writeln!(text, "<link type=\"{label}\" target=\"#{from} #{to}\"/>");
    }
    text.push_str(if is_linked { "</linkGrp>" } else { "" });
    let body =
        article.text().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;");
    let _ = write!(
        text,
        "</standOff>\n<text><body><ab xml:space=\"preserve\">{body}</ab></body></text>\n</TEI>\n"
    );
    text
}

/// A mark: its places, its label, and all else in notes; whether XML can hold it.
fn span(article: &Article<'_>, annotation: &Annotation, text: &mut String, out: &mut Encoded) -> bool {
    let details = value::ExtraFields::new(article, OffsetUnit::CodePoint, annotation).to_text();
    let entity = annotation.entity.as_ref().map(EntityRef::as_str).unwrap_or_default();
    if ![&*annotation.label, &*details, entity].iter().all(|text| is_xml(text)) {
        let reason = "what is said of it has a character that XML has not";
        out.losses.push(article.loss(annotation, Fate::Dropped, reason));
        return false;
    }
    out.annotations += 1;
    let places = annotation.spans.as_slice().iter().map(|part| {
        let (start, end) = article.offsets(OffsetUnit::CodePoint, *part);
        format!("#char={start},{end}")
    });
    let (id, label) = (name::encode(annotation.id.as_str()), escaped(&annotation.label));
    let places = places.collect::<Vec<_>>().join(" ");
    let _ = writeln!(
        text,
        "<span xml:id=\"{id}\" type=\"{label}\" target=\"{places}\"><note type=\"tippani\">{}</note></span>",
        escaped(&details)
    );
    true
}
