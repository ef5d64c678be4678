//! What an `INCEpTION` project says of itself, and where its files stand: a folder for each document, a file for each annotator.
//! <https://inception-project.github.io/releases/latest/docs/user-guide.html#sect_projects_export>

use std::collections::HashMap;

use serde::Deserialize;

use super::{Article, FilePiece, PieceKind};
use crate::model::{Annotator, GOLD, State};

/// The file with what a project says of itself.
pub const PROJECT_FILE: &str = "exportedproject.json";
/// The folders of annotations: one for every document, with a file for every annotator.
const ANNOTATION: &str = "annotation";
/// The same of what was decided of them.
const CURATION: &str = "curation";
/// Whose file has what was decided.
const CURATOR: &str = "CURATION_USER";
/// Whose file has a document as it came, before anybody annotated it.
const NOBODY: &str = "INITIAL_CAS";
/// How the name of a folder ends that was an archive.
const ARCHIVE: &str = ".zip";

/// Whose file of a project it is, and of which document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectFile {
    /// The document.
    pub document: String,
    /// The annotator as the project has it; nothing for a document as it came.
    pub annotator: Option<String>,
}

impl ProjectFile {
    /// What the path of a file says: `annotation/a.txt/asha.tsv`, or `annotation/a.txt/asha.zip/asha.xmi` where each was an archive.
    ///
    /// ```
    /// use tippani_corpus::format::exchange::ProjectFile;
    ///
    /// let file = ProjectFile::of("p/annotation/a.txt/asha.tsv").unwrap();
    /// assert_eq!((&*file.document, file.annotator.as_deref()), ("a.txt", Some("asha")));
    /// let file = ProjectFile::of("curation/sub/a.txt/CURATION_USER.zip/x.xmi").unwrap();
    /// assert_eq!((&*file.document, file.annotator.as_deref()), ("sub/a.txt", Some("gold")));
    /// assert!(ProjectFile::of("asha/a.tsv").is_none());
    /// ```
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        let kind = parts.iter().rposition(|part| [ANNOTATION, CURATION].contains(part))?;
        let (last, within) = parts[kind + 1..].split_last()?;
        let (user, document) = match within.split_last() {
            Some((archive, document)) if archive.ends_with(ARCHIVE) => {
                (archive.strip_suffix(ARCHIVE)?, document)
            }
            _ => (last.rsplit_once('.').map_or(*last, |(stem, _)| stem), within),
        };
        if document.is_empty() {
            return None;
        }
        let annotator = match user {
            NOBODY => None,
            CURATOR => Some(GOLD.to_owned()),
            user => Some(user.to_owned()),
        };
        Some(Self { document: document.join("/"), annotator })
    }
}

/// How far each annotator has come with each document, by document and annotator.
pub type ProjectStates = HashMap<(String, String), State>;

#[derive(Deserialize)]
struct ProjectShape {
    #[serde(default)]
    annotation_documents: Vec<StateShape>,
    #[serde(default)]
    source_documents: Vec<StateShape>,
}

#[derive(Deserialize)]
struct StateShape {
    name: String,
    #[serde(default)]
    user: Option<String>,
    #[serde(default)]
    state: Option<String>,
}

/// What the file of a project says of that; nothing where it cannot be read.
#[must_use]
pub fn project_states(json: &[u8]) -> ProjectStates {
    let Ok(project) = serde_json::from_slice::<ProjectShape>(json) else { return ProjectStates::new() };
    let state = |name: Option<&str>| match name? {
        "FINISHED" | "CURATION_FINISHED" => Some(State::Done),
        "IN_PROGRESS" | "CURATION_IN_PROGRESS" => Some(State::InProgress),
        "NEW" => Some(State::Todo),
        _ => None,
    };
    let own = project.annotation_documents.into_iter();
    // Of a document itself only what was decided is told.
    let curated = project.source_documents.into_iter().map(|one| StateShape {
        user: Some(GOLD.to_owned()),
        state: one.state.filter(|state| state.starts_with("CURATION")),
        ..one
    });
    own.chain(curated).filter_map(|one| Some(((one.name, one.user?), state(one.state.as_deref())?))).collect()
}

/// The path of an annotator's file in a project.
pub(super) fn path(article: &Article<'_>, annotator: &Annotator, ending: &str) -> String {
    let file = &article.document.file;
    if annotator.is_gold() {
        format!("{CURATION}/{file}/{CURATOR}.{ending}")
    } else {
        format!("{ANNOTATION}/{file}/{annotator}.{ending}")
    }
}

/// The document itself, as a project has it.
pub(super) fn source(article: &Article<'_>) -> FilePiece {
    let path = format!("source/{}", article.document.file);
    FilePiece { path, bytes: article.text().as_bytes().to_vec(), part: PieceKind::Text }
}

#[cfg(test)]
mod tests {
    use super::{State, project_states};

    #[test]
    fn a_project_says_how_far_everybody_is() {
        let json = br#"{"name":"p","source_documents":[{"name":"a.txt","state":"CURATION_FINISHED"},{"name":"b.txt","state":"NEW"}],
            "annotation_documents":[{"name":"a.txt","user":"asha","state":"IN_PROGRESS"},{"name":"a.txt","user":"ravi","state":"FINISHED"},
            {"name":"b.txt","user":"ravi","state":"IGNORE"}]}"#;
        let states = project_states(json);
        let of = |document: &str, user: &str| states.get(&(document.to_owned(), user.to_owned())).copied();
        assert_eq!(of("a.txt", "asha"), Some(State::InProgress));
        assert_eq!(of("a.txt", "ravi"), Some(State::Done));
        assert_eq!(of("a.txt", "gold"), Some(State::Done));
        assert_eq!((of("b.txt", "ravi"), of("b.txt", "gold")), (None, None));
        assert!(project_states(b"[]").is_empty());
    }
}
