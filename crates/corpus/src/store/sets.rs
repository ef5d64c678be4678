//! Reading an article with several annotators' sets.

use std::collections::BTreeSet;
use std::path::Path;

use super::bounded::{self, MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES};
use super::{LoadError, SetState, read_set, reading, sidecar_path, source_path};
use crate::format::encoding::sha256;
use crate::format::sidecar::{self, Summary};
use crate::format::{Decoded, Issue};
use crate::model::{AnnotationSet, Annotator, Document};
use crate::text::repertoire as characters;
use crate::words::text;

/// An article with the sets that were asked for.
#[derive(Clone, Debug)]
pub struct ArticleSets {
    /// Its text.
    pub document: Document,
    /// The sets that could be read, in the order asked for.
    pub sets: Vec<AnnotationSet>,
    /// What was not as it should be; a sidecar that cannot be used is one issue, and its set is left out.
    pub issues: Vec<Issue>,
}

/// Reads an article and these annotators' sidecars of it. Nothing is written.
///
/// # Errors
/// When the article is not there or cannot be read.
pub fn load_sets(root: &Path, file: &str, annotators: &[Annotator]) -> Result<ArticleSets, LoadError> {
    let Decoded { value: mut document, mut issues } = reading::document_of(root, file, annotators)?;
    let mut sets = Vec::with_capacity(annotators.len());
    for annotator in annotators {
        let (set, found) = load_set(root, &document, annotator);
        sets.extend(set);
        issues.extend(found);
    }
    if let Some(language) = sidecar::typed_language(&sets) {
        document.language = Some(language);
    }
    Ok(ArticleSets { document, sets, issues })
}

/// Reads an annotator's sidecar of an article; nothing where there is none, or none that can be used, which is an issue.
#[must_use]
pub fn load_set(
    root: &Path,
    document: &Document,
    annotator: &Annotator,
) -> (Option<AnnotationSet>, Vec<Issue>) {
    let (set, _, mut issues) = read_set(root, document, annotator);
    let set = match set {
        SetState::None => None,
        SetState::Ready(set) => Some(set),
        SetState::Outdated(outdated) => {
            let how = text("store-outdated-left-out");
            issues.push(Issue::new(&*document.file, outdated.reason(), how));
            None
        }
        SetState::Blocked(blocked) => {
            issues.push(Issue::new(&*document.file, blocked.reason, text("store-blocked-left-out")));
            None
        }
    };
    (set, issues)
}

/// What these annotators' sidecars of an article say of themselves, in that order; nothing where one of them cannot be used as
/// it is, or was made for another text: whoever reads the article with its sets is told why.
#[must_use]
pub fn summaries(root: &Path, file: &str, annotators: &[Annotator]) -> Option<Vec<Summary>> {
    if annotators.is_empty() {
        return Some(Vec::new());
    }
    let text = bounded::read_inside(root, &source_path(root, file)?, MAX_ARTICLE_BYTES).ok()??;
    let of_text = sha256(&text);
    let of = |annotator| summary(root, file, annotator).filter(|own| *own.sha256 == *of_text);
    annotators.iter().map(of).collect()
}

/// What an annotator's sidecar of an article says of itself, whatever text it was made for; nothing where there is none that can
/// be used as it is.
#[must_use]
pub fn summary(root: &Path, file: &str, annotator: &Annotator) -> Option<Summary> {
    let path = sidecar_path(root, file, annotator)?;
    let bytes = bounded::read_inside(root, &path, MAX_SIDECAR_BYTES).ok()??;
    sidecar::summary(&bytes).filter(|own| own.annotator == *annotator)
}

/// The characters of an article and of these annotators' sidecars of it, and perhaps some more; nothing is decoded
/// that need not be.
///
/// # Errors
/// When a file is not there or cannot be read.
pub fn repertoire(root: &Path, file: &str, annotators: &[Annotator]) -> Result<BTreeSet<char>, LoadError> {
    let outside = || LoadError::Outside(file.to_owned());
    let read = |path: &Path| {
        let bytes = bounded::read_inside(root, path, MAX_SIDECAR_BYTES);
        let bytes = bytes.map_err(|source| LoadError::Io { path: path.to_owned(), source })?;
        Ok(bytes.and_then(|bytes| Some(simdutf8::basic::from_utf8(&bytes).ok()?.to_owned())))
    };
    let mut all = match read(&source_path(root, file).ok_or_else(outside)?)? {
        Some(text) => text,
        // In another encoding, or a web page that nobody has annotated.
        None => reading::document(root, file)?.value.text.as_str().to_owned(),
    };
    for annotator in annotators {
        let sidecar = read(&sidecar_path(root, file, annotator).ok_or_else(outside)?)?.unwrap_or_default();
        // Tippani escapes no letters, others may.
        let escaped =
            sidecar.contains("\\u").then(|| serde_json::from_str::<serde_json::Value>(&sidecar).ok());
        match escaped.flatten() {
            Some(value) => all.push_str(&value.to_string()),
            None => all.push_str(&sidecar),
        }
    }
    Ok(characters(&all))
}
