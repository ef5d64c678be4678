//! Reports that are made for people and left: figures as tables, an article as a page to be printed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cancel::CancelToken;
use super::export::web_faces;
use super::figures;
use crate::analysis::agreement;
use crate::format::exchange::{Article, FormatId, named_characters};
use crate::model::{AnnotationSet, Annotator};
use crate::store;

/// What is to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportRequest {
    /// How far annotators agree, as tables.
    Agreement {
        /// The figures.
        report: Arc<agreement::Report>,
        /// What the annotators of the report are called in it.
        names: Vec<String>,
        /// The folder of the tables.
        out: PathBuf,
    },
    /// An article with somebody's annotations, as a page that carries its fonts.
    Page {
        /// The article.
        file: Arc<str>,
        /// Whose annotations.
        annotator: Annotator,
    },
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrittenReport {
    /// Tables: where each is.
    Tables(Vec<PathBuf>),
    /// A page, in a folder of its own that only this user can read.
    Page(PathBuf),
}

/// Writes a report of the workspace `root`.
///
/// # Errors
/// When the article cannot be read, or nothing can be written there; or it was cancelled.
pub fn write_report(
    root: &Path,
    request: &ReportRequest,
    cancel: &CancelToken,
) -> anyhow::Result<WrittenReport> {
    match request {
        ReportRequest::Agreement { report, names, out } => {
            let answer = figures::answer(report, names, &[]);
            figures::write_tables(root, out, &answer).map(WrittenReport::Tables)
        }
        ReportRequest::Page { file, annotator } => {
            let (name, bytes) = page(root, file, annotator, cancel)?;
            Ok(WrittenReport::Page(store::write_aside(&name, &bytes)?))
        }
    }
}

/// The page of an article: the name of its file, and its bytes.
fn page(
    root: &Path,
    file: &Arc<str>,
    annotator: &Annotator,
    cancel: &CancelToken,
) -> anyhow::Result<(String, Vec<u8>)> {
    let annotators = std::slice::from_ref(annotator);
    let schema = store::read_schema(root)?.value.schema_or_news();
    let mut loaded = store::load_sets(root, file, annotators)?;
    if loaded.sets.is_empty() {
        // An article that is not annotated is printed as it is.
        loaded.sets.push(AnnotationSet::new(annotator.clone()));
    }
    let mut characters = named_characters(&schema);
    characters.extend(store::repertoire(root, file, annotators)?);
    let fonts = web_faces(characters, cancel)?;
    let article = Article::new(&loaded.document, &loaded.sets, &schema).with_fonts(&fonts);
    let format = FormatId::find("html").ok_or_else(|| anyhow::anyhow!("there are no pages"))?.format();
    let encoded = (format.encode)(&article);
    let page = encoded.pieces.into_iter().next().ok_or_else(|| anyhow::anyhow!("the page is empty"))?;
    let name = page.path.rsplit('/').next().unwrap_or("page.html").to_owned();
    Ok((name, page.bytes))
}
