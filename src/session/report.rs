//! Figures as tables, and an article as a page that a browser prints.

use std::path::PathBuf;

use super::jobs::Subject;
use super::{Agreement, Effect, Session, Severity};
use crate::jobs::{ReportRequest, Request, WrittenReport};
use crate::words::say;

impl Session {
    /// Writes the agreement that was worked out as tables into a folder, by the names it is shown by.
    pub(super) fn save_agreement(&mut self, out: PathBuf) -> Vec<Effect> {
        let answer = self.agreement().and_then(Agreement::answer);
        let Some(report) = answer.and_then(Result::ok).cloned() else { return Vec::new() };
        let names = report.annotators.iter().map(|annotator| self.called(annotator)).collect();
        self.write_report(ReportRequest::Agreement { report, names, out })
    }

    /// Makes a page of the article on screen and of what this annotator has annotated, for the browser.
    pub(super) fn print_article(&mut self) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let (file, annotator) = (article.document().file.clone(), article.set().annotator.clone());
        // What is not on disk yet would not be on the page.
        let mut effects = self.save_all();
        effects.extend(self.write_report(ReportRequest::Page { file, annotator }));
        effects
    }

    fn write_report(&mut self, request: ReportRequest) -> Vec<Effect> {
        let Some(root) = self.library.as_ref().map(|library| library.root().to_owned()) else {
            return Vec::new();
        };
        let request = Request::Report { root, request: Box::new(request) };
        vec![self.jobs.begin(request, Subject::Nothing)]
    }
}

/// It was written: where tables are is told, a page is opened.
pub(super) fn on_report(written: WrittenReport) -> Vec<Effect> {
    match written {
        WrittenReport::Tables(files) => {
            let mut files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
            let last = files.pop().unwrap_or_default();
            let told =
                say!("session-tables-saved", others = files.len(), files = files.join(", "), last = last);
            vec![Effect::tell(Severity::Success, told)]
        }
        WrittenReport::Page(path) => vec![Effect::Open(path)],
    }
}
