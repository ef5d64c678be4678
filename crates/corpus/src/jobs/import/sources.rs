//! Which files an import reads, and what their folders say.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::format::exchange::{Format, recognize};
use crate::store;

/// Folders of `INCEpTION`'s exports: in each is one for every document, with a file for every annotator.
const PROJECT_FOLDERS: [&str; 4] = ["annotation", "annotation_ser", "curation", "curation_ser"];

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SourceFile {
    pub(super) path: PathBuf,
    /// What messages call it: its path within the folder that was asked for, or its name.
    pub(super) name: String,
    /// Whose marks it holds, where its folder or its name says so.
    pub(super) annotator: Option<String>,
    /// The article, where its folder says so.
    pub(super) article: Option<String>,
}

/// The files of these paths that are of a format.
pub(super) fn source_files(paths: &[PathBuf], format: &Format) -> io::Result<Vec<SourceFile>> {
    let mut all = Vec::new();
    for root in paths {
        let mut files = store::files_of(std::slice::from_ref(root), format.ending)?;
        if files.is_empty() {
            // Many tools call their files otherwise than this program does.
            files = store::all_files(root)?;
            files.retain(|path| looks_like(path, format));
        }
        for path in files {
            let within = path.strip_prefix(root).ok().filter(|rest| !rest.as_os_str().is_empty());
            let within = within.map(Path::to_owned).or_else(|| path.file_name().map(PathBuf::from));
            let name = within.unwrap_or_default().to_string_lossy().replace('\\', "/");
            let name = name.strip_suffix(".gz").unwrap_or(&name).to_owned();
            let (article, annotator) = of_project(&path).unzip();
            all.push(SourceFile { path, name, annotator, article });
        }
    }
    Ok(all)
}

/// Whether a file is of a format, by its name and what it begins with.
fn looks_like(path: &Path, format: &Format) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let found = super::head(path).ok().and_then(|head| recognize(&name, &head));
    found.is_some_and(|found| found.id == format.id)
}

/// Document and annotator of a file of a project: `annotation/a.txt/asha.tsv`.
fn of_project(path: &Path) -> Option<(String, String)> {
    let document = path.parent()?;
    let kind = document.parent()?.file_name()?.to_str()?;
    let names = (document.file_name()?.to_str()?.to_owned(), path.file_stem()?.to_str()?.to_owned());
    PROJECT_FOLDERS.contains(&kind).then_some(names)
}

/// Gives files the annotators that their folders are called after: where several folders hold a file of one name with the same
/// text, each folder is an annotator's. `text` reads the text of a file that names no annotator.
pub(super) fn name_annotators(files: &mut [SourceFile], text: &dyn Fn(&SourceFile) -> Option<Vec<u8>>) {
    let mut by_rest: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, file) in files.iter().enumerate().filter(|(_, file)| file.annotator.is_none()) {
        if let Some((_, rest)) = file.name.split_once('/') {
            by_rest.entry(rest.to_owned()).or_default().push(n);
        }
    }
    for alike in by_rest.into_values().filter(|alike| alike.len() > 1) {
        let texts: Vec<Option<Vec<u8>>> = alike.iter().map(|n| text(&files[*n])).collect();
        if texts.windows(2).all(|two| two[0].is_some() && two[0] == two[1]) {
            for n in alike {
                let folder = files[n].name.split_once('/').map(|(folder, _)| folder.to_owned());
                files[n].annotator = folder;
            }
        }
    }
}
