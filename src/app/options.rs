//! How the program was started.

use std::path::PathBuf;

use crate::format::preferences::Theme;
use crate::model::Annotator;

/// How the program was started.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What to open; the last workspace when nothing is said.
    pub path: Option<PathBuf>,
    /// Who annotates; asked for once when nothing is said.
    pub annotator: Option<Annotator>,
    /// Light or dark, for this run.
    pub theme: Option<Theme>,
    /// Neither reads nor writes preferences: for tests.
    pub forgetful: bool,
    /// Where every change is kept until it is saved, and to be undone later; nowhere when nothing is said.
    pub journals: Option<PathBuf>,
    /// Where earlier versions kept what could not be saved in its place.
    pub recovery: Option<PathBuf>,
    /// Where the texts of annotated articles are kept; nowhere when nothing is said.
    pub texts: Option<PathBuf>,
}
