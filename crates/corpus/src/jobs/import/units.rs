//! What the offsets of files count: as they say themselves, as was asked for, as is usual, or as is found out.

use super::{AmbiguousOffsetUnit, ImportOptions};
use crate::format::exchange::{Detected, OffsetConverter, OffsetUnit, Record, Remark, UnitEvidence};
use crate::store::ImportTarget;
use crate::text::SourceText;
use crate::words::translated;

/// What the records of an import say of their unit.
pub(super) struct SeenUnits<'a> {
    how: &'a ImportOptions,
    evidence: UnitEvidence,
    /// A unit that records have of themselves, with the place of the first; another than was asked for, where there is one.
    stated: Option<(OffsetUnit, String)>,
    /// Whether there are marks whose unit is not said.
    is_open: bool,
}

impl<'a> SeenUnits<'a> {
    pub(super) fn new(how: &'a ImportOptions) -> Self {
        Self { how, evidence: UnitEvidence::default(), stated: None, is_open: false }
    }

    pub(super) fn add(&mut self, record: &Record, target: &ImportTarget) {
        if record.marks.is_empty() && record.sidecar.is_none() {
            return;
        }
        if let Some(unit) = record.unit {
            let is_other = |unit: OffsetUnit| self.how.unit.is_some_and(|asked| asked != unit);
            if self.stated.as_ref().is_none_or(|(known, _)| !is_other(*known) && is_other(unit)) {
                self.stated = Some((unit, record.place.clone()));
            }
            return;
        }
        self.is_open = true;
        if self.how.unit.is_some() {
            return;
        }
        if self.how.format.unit.is_none() {
            if let Some(units) = units_of(record, target) {
                self.evidence.add(record, &units);
            }
        } else if record.marks.iter().any(|mark| !mark.spans.is_empty() && !mark.quotes.is_empty())
            && let Some(units) = units_of(record, target).filter(|units| !units.text().as_str().is_ascii())
        {
            self.evidence.add_quotes(record, &units);
        }
    }

    /// What offsets count where a record does not say, why, and what is to be told of it.
    ///
    /// # Errors
    /// When two units fit equally.
    pub(super) fn decide(self) -> Result<(OffsetUnit, String, Option<Remark>), AmbiguousOffsetUnit> {
        let said = |why: &str| translated("remark", why).to_owned();
        let stated = self.stated.as_ref().map(|(unit, _)| *unit).filter(|_| !self.is_open);
        let usual = self.how.format.unit;
        if let Some(asked) = self.how.unit {
            let other = self.stated.filter(|(unit, _)| *unit != asked).map(|(unit, place)| {
                let what = "offsets count something else than was asked for";
                let (unit, hint) = (unit.to_string(), "taken as the file or its format says");
                Remark::new(place, what, translated("remark", &unit), hint)
            });
            return Ok(match stated.filter(|unit| *unit != asked) {
                Some(unit) => (unit, said("as the file or its format says"), other),
                None => (asked, said("as asked for"), other),
            });
        }
        if let Some(usual) = usual {
            if let Some(unit) = stated.filter(|unit| *unit != usual) {
                return Ok((unit, said("as the file says"), None));
            }
            let (unit, why) =
                self.evidence.instead_of(usual).unwrap_or_else(|| (usual, said("as the format says")));
            return Ok((unit, why, None));
        }
        match self.evidence.decide() {
            Detected::OffsetUnit(unit, why) => Ok((unit, why, None)),
            Detected::Ambiguous(units, why) => Err(AmbiguousOffsetUnit { units, why }),
        }
    }
}

/// The text that the marks of a record are of, with its offsets: its own, else the article's.
fn units_of(record: &Record, target: &ImportTarget) -> Option<OffsetConverter> {
    let own = record.text.as_deref().map(SourceText::new);
    let text = own.or_else(|| Some(target.document(&target.find(record)?).ok()?.text))?;
    Some(OffsetConverter::new(&text))
}
