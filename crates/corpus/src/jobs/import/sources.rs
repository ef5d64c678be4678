//! Which files an import reads, and what their folders say.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use crate::format::exchange::{
    Format, PROJECT_FILE, ProjectFile, ProjectStates, Unread, project_states, recognize,
};
use crate::model::State;
use crate::store::{self, Unpacked};
use crate::words::say;

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SourceFile {
    pub(crate) path: PathBuf,
    /// What messages call it: its path within the folder or archive that was asked for, or its name.
    pub(crate) name: String,
    /// Whose marks it holds, where its folder or its name says so.
    pub(crate) annotator: Option<String>,
    /// The article, where its folder says so.
    pub(crate) article: Option<String>,
    /// How far its annotator is, where the project says so.
    pub(crate) state: Option<State>,
}

/// What is asked for: files, folders of files, and archives, whose files are there for as long as this is.
#[derive(Debug)]
pub(crate) struct Sources {
    roots: Vec<PathBuf>,
    _archives: Vec<Unpacked>,
}

impl Sources {
    /// Unpacks archives while `go_on` says so.
    ///
    /// # Errors
    /// When a path is not there, or an archive cannot be unpacked.
    pub(crate) fn open(paths: &[PathBuf], go_on: &dyn Fn() -> bool) -> io::Result<Self> {
        let (mut roots, mut archives) = (Vec::new(), Vec::new());
        let named = |path: &Path, e: io::Error| io::Error::new(e.kind(), format!("{e}: {}", path.display()));
        for path in paths {
            if store::is_archive(path).map_err(|error| named(path, error))? {
                let archive = store::unpack(path, go_on).map_err(|error| named(path, error))?;
                roots.push(archive.folder().to_owned());
                archives.push(archive);
            } else {
                roots.push(path.clone());
            }
        }
        Ok(Self { roots, _archives: archives })
    }

    /// The format of the first file that looks like one, else why none does, in words.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(crate) fn recognize(&self) -> anyhow::Result<Result<&'static Format, String>> {
        let (mut names, mut unread) = (Vec::new(), None);
        for root in &self.roots {
            let files = store::all_files(root)?;
            let within = |path: &Path| {
                let within = path.strip_prefix(root).unwrap_or(path);
                within.to_string_lossy().replace('\\', "/")
            };
            // Of a project whose annotations are of Java alone, the rest says nothing of them.
            let is_of_java = files.iter().any(|file| is_java(&within(file)));
            for file in files {
                let is_beside = is_of_java && ProjectFile::of(&within(&file)).is_none();
                if is_beside && !is_java(&within(&file)) {
                    continue;
                }
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let head = super::head(&file)?;
                if let Some(format) = recognize(&name, &head) {
                    return Ok(Ok(format));
                }
                unread = unread.or_else(|| Some((name.clone(), Unread::of(&name, &head)?)));
                names.push(name);
            }
        }
        Ok(Err(match unread {
            Some((name, unread)) => format!("{name}: {}", unread.told()),
            None => say!("jobs-format-unclear", formats = names.join(", ")),
        }))
    }

    /// The files that are of a format.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub(crate) fn files(&self, format: &Format) -> io::Result<Vec<SourceFile>> {
        let mut all = Vec::new();
        for root in &self.roots {
            let mut files = store::files_of(std::slice::from_ref(root), format.ending)?;
            if files.is_empty() {
                // Many tools call their files otherwise than this program does.
                files = store::all_files(root)?;
                files.retain(|path| looks_like(path, format));
            }
            let mut projects = Projects::default();
            for path in files {
                let within = path.strip_prefix(root).ok().filter(|rest| !rest.as_os_str().is_empty());
                let within = within.map(Path::to_owned).or_else(|| path.file_name().map(PathBuf::from));
                let name = within.unwrap_or_default().to_string_lossy().replace('\\', "/");
                let name = name.strip_suffix(".gz").unwrap_or(&name).to_owned();
                let place = path.to_string_lossy().replace('\\', "/");
                let of = ProjectFile::of(&place).filter(|_| format.is_of_projects());
                let state = of.as_ref().and_then(|of| projects.state(&path, of));
                let (article, annotator) = of.map(|of| (of.document, of.annotator)).unzip();
                all.push(SourceFile { path, name, annotator: annotator.flatten(), article, state });
            }
        }
        // A document as it came says nothing more where somebody annotated it.
        let annotated: HashSet<String> = all
            .iter()
            .filter(|file| file.annotator.is_some())
            .filter_map(|file| file.article.clone())
            .collect();
        let is_more = |file: &SourceFile| {
            file.annotator.is_some()
                || file.article.as_ref().is_none_or(|article| !annotated.contains(article))
        };
        all.retain(is_more);
        Ok(all)
    }
}

/// What projects say of themselves, each read once.
#[derive(Default)]
struct Projects(HashMap<PathBuf, ProjectStates>);

impl Projects {
    fn state(&mut self, path: &Path, of: &ProjectFile) -> Option<State> {
        let file = store::above(path, PROJECT_FILE)?;
        let read = || store::read_settings(&file).ok().flatten().map(|json| project_states(&json));
        let states = self.0.entry(file.clone()).or_insert_with(|| read().unwrap_or_default());
        states.get(&(of.document.clone(), of.annotator.clone()?)).copied()
    }
}

/// Whether a file holds annotations of an `INCEpTION` project as objects of Java.
fn is_java(within: &str) -> bool {
    let is_folder = |part: &str| part == "annotation_ser" || part == "curation_ser";
    let has_ending = Path::new(within).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ser"));
    has_ending && within.split('/').any(is_folder)
}

/// Whether a file is of a format, by its name and what it begins with.
fn looks_like(path: &Path, format: &Format) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let found = super::head(path).ok().and_then(|head| recognize(&name, &head));
    found.is_some_and(|found| format.looks_like(found))
}

/// Gives files the annotators that their folders are called after: where several folders hold a file of one name with the same
/// text, each folder is an annotator's. `text` reads the text of a file that names no annotator.
pub(super) fn name_annotators(files: &mut [SourceFile], text: &dyn Fn(&SourceFile) -> Option<Vec<u8>>) {
    let mut by_rest: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let is_unnamed = |file: &SourceFile| file.annotator.is_none() && file.article.is_none();
    for (n, file) in files.iter().enumerate().filter(|(_, file)| is_unnamed(file)) {
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
