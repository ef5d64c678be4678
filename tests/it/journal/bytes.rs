//! The bytes of a journal: any prefix says what was, and damage costs no other record.

use proptest::prelude::*;
use tippani::analysis::replay;
use tippani::format::journal::{
    self, EditRecord, Frames, JournalError, Record, RecordAction, RecordPart, SavedRecord, frame, header,
};
use tippani::format::sidecar;
use tippani::model::{AnnotationSet, Document, EditId, EntityId, EntryChange, Field, SetEntry, UNLINKED};

use super::{Deed, asha, document, work};
use crate::format::sidecar::{document as full_document, full};

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (0_usize..5).prop_map(Deed::Put),
        2 => (0_usize..5).prop_map(Deed::Remove),
        3 => (0_usize..5).prop_map(Deed::Type),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => Just(Deed::Cancel),
    ]
}

/// The file with these edits, and where each ends.
fn file(document: &Document, deeds: &[Deed]) -> (Vec<u8>, Vec<usize>, Vec<AnnotationSet>) {
    let (states, edits) = work(document, 7, deeds);
    let (mut bytes, mut ends) = (header(), Vec::new());
    for kept in edits {
        let parts = kept.edit.parts.iter().map(|(_, changes)| RecordPart::new(document, changes).unwrap());
        let record = EditRecord {
            edit: kept.edit.id,
            step: kept.edit.step,
            action: RecordAction::Do,
            name: kept.edit.name.clone(),
            is_decision: false,
            new_entity: None,
            at_ms: kept.at_ms,
            parts: parts.collect(),
            left: Vec::new(),
        };
        bytes.extend(frame(&Record::Edit(record).encode()).unwrap());
        ends.push(bytes.len());
    }
    (bytes, ends, states)
}

fn replayed(bytes: &[u8], document: &Document) -> AnnotationSet {
    let records = journal::decode(bytes).unwrap().value;
    let changes = records.iter().map(|record| match record {
        Record::Edit(edit) => edit.parts[0].changes(document).unwrap(),
        Record::Saved(_) => Vec::new(),
    });
    replay(&AnnotationSet::new(asha()), changes).set
}

proptest! {
    #[test]
    fn any_prefix_says_what_was(deeds in prop::collection::vec(any_deed(), 1..30), cut in any::<prop::sample::Index>()) {
        let document = document("a.txt");
        let (bytes, ends, states) = file(&document, &deeds);
        let cut = cut.index(bytes.len() + 1);
        let whole = ends.iter().filter(|end| **end <= cut).count();
        prop_assert_eq!(&replayed(&bytes[..cut], &document), &states[whole]);
        let frames = Frames::find(&bytes[..cut]).unwrap();
        let last = ends[..whole].last().copied().unwrap_or(if cut < header().len() { 0 } else { header().len() });
        prop_assert_eq!(frames.whole_length(cut), last, "what is torn is cut off");
    }

    #[test]
    fn damage_costs_no_other_record(
        deeds in prop::collection::vec((0_usize..5).prop_map(Deed::Put), 2..12),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let document = document("a.txt");
        let (mut bytes, ends, _) = file(&document, &deeds);
        let first = header().len();
        let at = first + at.index(bytes.len() - first);
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        let read = journal::decode(&bytes).unwrap();
        prop_assert_eq!(read.value.len(), ends.len() - 1);
        prop_assert_eq!(read.issues.len(), 1);
        let _ = replayed(&bytes, &document);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), is_begun in any::<bool>()) {
        let bytes = if is_begun { [header(), bytes].concat() } else { bytes };
        if let Ok(read) = journal::decode(&bytes) {
            for record in read.value {
                if let Record::Edit(edit) = record {
                    edit.parts.iter().for_each(|part| drop(part.changes(&document("a.txt"))));
                }
            }
        }
    }
}

#[test]
fn everything_a_set_holds_comes_back() {
    let document = full_document();
    let set = full(&document);
    // As it was read from its file, with unknown values as they stand there.
    let set = sidecar::decode(&sidecar::encode(&set, &document).unwrap(), &document).unwrap().value;
    let annotations = set.annotations().iter().cloned().map(SetEntry::Annotation);
    let relations = set.relations().cloned().map(|relation| SetEntry::Relation(relation.into()));
    let reviews = set.reviews().cloned().map(|review| SetEntry::Review(review.into()));
    let field = Field::new(UNLINKED, r#"[ {"from": "a \" b", "to": "c"} ]"#);
    let entries = annotations.chain(relations).chain(reviews);
    let entries = entries.chain([SetEntry::Field(field.into()), SetEntry::State(set.state())]);
    assert!(set.relations().len() > 0 && set.reviews().len() > 0 && !set.annotations().is_empty());
    let changes: Vec<EntryChange> = entries
        .flat_map(|entry| {
            let made = EntryChange { before: None, after: Some(entry.clone()) };
            let kept = EntryChange { before: Some(entry.clone()), after: Some(entry) };
            [made.clone().inverse(), made, kept]
        })
        .collect();
    let part = RecordPart::new(&document, &changes).unwrap();
    assert_eq!(part.changes(&document).unwrap(), changes);
    let edit = |number| EditId { run: u64::MAX, number };
    let record = Record::Edit(EditRecord {
        edit: edit(3),
        step: edit(1),
        action: RecordAction::Amend,
        name: "“Tag”\n".into(),
        is_decision: true,
        new_entity: EntityId::new("belousov").ok(),
        at_ms: 5,
        parts: vec![part.clone()],
        left: vec!["b.txt".into()],
    });
    assert_eq!(Record::decode(&record.encode()).unwrap(), record);
    for sidecar in [None, Some("ab".into())] {
        let (file, sha256) = (document.file.clone(), document.sha256.clone());
        let saved = Record::Saved(SavedRecord { file, sha256, upto: edit(4), sidecar });
        assert_eq!(Record::decode(&saved.encode()).unwrap(), saved);
    }
    // On another text nothing is taken for what it is not.
    let other = Document { text: tippani::text::SourceText::new("x"), ..document };
    assert!(part.changes(&other).is_err());
}

#[test]
fn what_is_no_journal_is_said() {
    let check = |bytes: &[u8], wanted: JournalError| assert_eq!(journal::decode(bytes).unwrap_err(), wanted);
    check(b"{}", JournalError::OtherFormat);
    check(b"tippani/journal x\n", JournalError::OtherFormat);
    check(b"tippani/journal 2\nanything", JournalError::OtherVersion(2));
    assert_eq!(journal::decode(b"").unwrap().value, []);
    assert_eq!(journal::decode(&header()).unwrap().issues, []);
}
