//! What is said in reviews beside verdicts, read from and written to the lists `decisions`, `answers` and `returned`.

use super::entry::Entries;
use super::error::{EncodeError, EntryError};
use super::shape::{AnswerShape, DecisionShape, ReturnShape};
use super::write::Sidecar;
use crate::format::json::keep_unknown;
use crate::model::{AnnotationId, Annotator, Extra, Remark, RemarkSubject};
use crate::text::Spans;

/// The lists that remarks stand in, in the order of a file.
pub(super) const LISTS: [&str; 3] = ["decisions", "answers", "returned"];
/// A field of a remark that is kept among the unknown ones where it could not be read.
const KEPT: [&str; 1] = ["at"];

impl Entries<'_> {
    pub(super) fn decision(&self, shape: &DecisionShape<'_>) -> Result<Remark, EntryError> {
        if !shape.nothing {
            return Err(EntryError::Decision);
        }
        let mut extra = Extra::default();
        keep_unknown(&mut extra, "", &shape.unknown);
        let mut parts = Vec::with_capacity(shape.at.len());
        for part in &shape.at {
            parts.push((self.span(part.start, part.end, &part.quote)?, &part.unknown));
        }
        parts.sort_by_key(|(span, _)| *span);
        for (at, (_, unknown)) in parts.iter().enumerate() {
            keep_unknown(&mut extra, &format!("at/{at}/"), unknown);
        }
        let spans = Spans::new(parts.into_iter().map(|(span, _)| span).collect())?;
        let saw = shape.saw.iter().map(|saw| saw.parse().map_err(|_not_ours| EntryError::Decision));
        let mut saw = saw.collect::<Result<Vec<_>, _>>()?;
        saw.sort_unstable();
        saw.dedup();
        let about = RemarkSubject::Nothing(spans);
        Ok(Remark { about, text: String::new(), round: 1, saw, at: None, extra })
    }

    pub(super) fn answer(&mut self, shape: AnswerShape<'_>) -> Result<Remark, EntryError> {
        let mut extra = Extra::default();
        keep_unknown(&mut extra, "", &shape.unknown);
        keep_unknown(&mut extra, "to/", &shape.to.unknown);
        let reviewer = Annotator::new(&shape.to.reviewer)?;
        let place = || format!("answer to {reviewer}");
        let at = self.time("at", shape.at.as_ref(), place, &mut extra);
        let annotation = shape.to.annotation.map(|id| AnnotationId::new(&*id));
        let about = RemarkSubject::Answer { reviewer, annotation };
        let (text, round) = (shape.text.0.into_owned(), round(shape.round));
        Ok(Remark { about, text, round, saw: Vec::new(), at, extra })
    }

    pub(super) fn returned(&mut self, shape: ReturnShape<'_>) -> Result<Remark, EntryError> {
        let mut extra = Extra::default();
        keep_unknown(&mut extra, "", &shape.unknown);
        let annotator = Annotator::new(&shape.annotator)?;
        let place = || format!("returned to {annotator}");
        let at = self.time("at", shape.at.as_ref(), place, &mut extra);
        let (text, round) = (shape.comment.0.into_owned(), round(shape.round));
        Ok(Remark { about: RemarkSubject::Return(annotator), text, round, saw: Vec::new(), at, extra })
    }
}

/// A count of a file; nobody counts as far as where it is cut.
pub(super) fn round(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Sidecar<'_> {
    pub(super) fn remark(&mut self, remark: &Remark) -> Result<(), EncodeError> {
        match &remark.about {
            RemarkSubject::Nothing(spans) => {
                self.out.key("at");
                self.out.open(b'[');
                for (at, span) in spans.as_slice().iter().enumerate() {
                    self.out.item();
                    self.out.open(b'{');
                    self.span("a decision", *span)?;
                    self.out.unknown(&remark.extra, &format!("at/{at}/"));
                    self.out.close(b'}');
                }
                self.out.close(b']');
                self.out.key("nothing");
                self.out.literal("true");
                self.out.key("saw");
                self.out.open(b'[');
                for saw in &remark.saw {
                    self.out.item();
                    self.out.string(&saw.to_string());
                }
                self.out.close(b']');
                self.out.unknown(&remark.extra, "");
                return Ok(());
            }
            RemarkSubject::Answer { reviewer, annotation } => {
                self.out.key("to");
                self.out.open(b'{');
                self.out.text("reviewer", reviewer.as_str());
                if let Some(annotation) = annotation {
                    self.out.text("annotation", annotation.as_str());
                }
                self.out.unknown(&remark.extra, "to/");
                self.out.close(b'}');
                self.out.text("text", &remark.text);
            }
            RemarkSubject::Return(annotator) => {
                self.out.text("annotator", annotator.as_str());
                self.out.text("comment", &remark.text);
            }
        }
        if remark.round != 1 {
            self.out.key("round");
            self.out.literal(&remark.round.to_string());
        }
        self.time("at", remark.at.as_ref(), &remark.extra);
        self.unknown(&remark.extra, &KEPT);
        Ok(())
    }
}
