//! A second workspace, a copy of the first or one with files of the same names, opened at any moment of any job: never the
//! wrong text, never the wrong file, and nothing that was done is lost.

mod acts;
mod examples;
mod world;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tippani::format::sidecar;
use tippani::model::{Annotation, AnnotationId, AnnotationSet, SetEntry};
use tippani::session::Event;
use tippani::store::journal::unsaved_in;
use tippani::store::sidecar_path;

use self::acts::{Act, Notes, any_act};
use self::world::{ONLY_IN_TWO, Place, Second, World, who};
use crate::journal::entries_in;

/// One thing that happens.
#[derive(Clone, Copy, Debug)]
enum Step {
    Act(Act),
    /// The disk's thread does the next thing it was asked for.
    Disk,
    /// A job beside it is carried out.
    Beside(usize),
    /// A message is delivered.
    Tell(usize),
    /// Time passes.
    Wait,
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => any_act().prop_map(Step::Act),
        5 => Just(Step::Disk),
        5 => (0usize..8).prop_map(Step::Beside),
        10 => (0usize..8).prop_map(Step::Tell),
        2 => Just(Step::Wait),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, max_shrink_iters: 4000, ..ProptestConfig::default() })]

    #[test]
    fn no_wrong_text_and_no_wrong_file(
        second in prop_oneof![Just(Second::Copy), Just(Second::Different)],
        steps in prop::collection::vec(any_step(), 1..90),
    ) {
        check(second, &steps);
    }
}

fn check(second: Second, steps: &[Step]) {
    let mut world = World::new(second);
    let mut notes = Notes::new(second);
    for step in [Step::Act(Act::Open(Place::One))].iter().chain(steps) {
        match *step {
            Step::Act(act) => notes.act(&mut world, act),
            Step::Disk => drop(world.work_on_disk()),
            Step::Beside(which) => drop(world.work_beside(which)),
            Step::Tell(which) => drop(world.tell(which)),
            Step::Wait => {
                world.millis += 1_500;
                let _ = world.happen(Event::Tick);
            }
        }
        notes.look(&world, false);
        is_right(&world, &notes);
        if matches!(step, Step::Disk | Step::Beside(_)) {
            files_are_right(&world, &notes);
        }
        if world.is_closed {
            break;
        }
    }
    end(&mut world, &mut notes);
}

/// What is shown is of the workspace that is open, and of the annotator.
fn is_right(world: &World, notes: &Notes) {
    let session = &world.session;
    let Some(place) = world.open() else {
        assert!(session.article().is_none());
        return;
    };
    let foreign = notes.only_in(place.other());
    let is_of_other = |words: &str| foreign.iter().any(|foreign| words.contains(foreign));
    for article in session.unsaved().chain(session.article()) {
        let file = &article.document().file;
        assert_eq!(article.document().text.as_str(), world.text(place, file), "{file} of {place:?}");
        assert_eq!(Some(&article.set().annotator), session.annotator());
        for set in article.others().chain([article.set()]) {
            for annotation in set.annotations() {
                assert!(notes.is_of(place, annotation), "in {file} of {place:?}: {annotation:?}");
            }
        }
        for copy in article.copies() {
            assert!(copy.starts_with(world.root(place)), "{}", copy.display());
        }
    }
    let is_here =
        |file: &str| file != ONLY_IN_TWO || (place == Place::Two && world.second == Second::Different);
    for item in session.review().into_iter().flat_map(tippani::session::Review::items) {
        assert!(is_here(&item.file));
        for (_, member) in item.present() {
            assert!(notes.belongs(place, &member.id, &member.label, None));
            let text = world.text(place, &item.file);
            let words = text.get(member.extent.start().get()..member.extent.end().get());
            assert_eq!(words, Some(&*member.quote), "of {} of {place:?}", item.file);
        }
    }
    for (file, _) in session.progress().into_iter().flat_map(|progress| &progress.articles) {
        assert!(is_here(file));
    }
    if let Some(Ok(report)) = session.agreement().and_then(tippani::session::Agreement::answer) {
        assert!(report.articles.iter().all(|article| is_here(&article.file)));
    }
    if let Some(Some(Ok(rows))) = session.preview().map(|preview| preview.rows.as_ref()) {
        for row in rows {
            assert!(!is_of_other(row), "{row}");
            assert!(!row.contains(&format!("{}:", place.other().imported_label())), "{row}");
        }
    }
    assert!(!is_of_other(&session.schema().name), "{}", session.schema().name);
}

/// No file of a workspace holds what was made in the other one, and texts are as they were.
fn files_are_right(world: &World, notes: &Notes) {
    for place in Place::BOTH {
        for entry in fs::read_dir(world.root(place)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            let words = fs::read_to_string(&path).unwrap();
            if path.extension().is_some_and(|ending| ending == "txt") {
                assert_eq!(words, world.text(place, name), "{name} of {place:?}");
                continue;
            }
            if name == "tippani.json" {
                assert!(!words.contains(&format!("labels of {}", place.other().name())));
                continue;
            }
            let json: serde_json::Value = serde_json::from_str(&words).unwrap();
            for annotation in json["annotations"].as_array().unwrap() {
                let id = AnnotationId::new(annotation["id"].as_str().unwrap());
                let (label, from) =
                    (annotation["label"].as_str().unwrap(), annotation["origin"]["from"].as_str());
                assert!(notes.belongs(place, &id, label, from), "{annotation} in {}", path.display());
            }
        }
    }
}

/// Everything that is under way ends; then everything that was done is on disk, and nobody waits for anything.
fn end(world: &mut World, notes: &mut Notes) {
    for _ in 0..20 {
        // What a window that closes has asked for of the disk is done, and nobody hears of it.
        while if world.is_closed { world.work_on_disk() } else { world.go_on() } {
            notes.look(world, false);
        }
        if world.is_closed || !world.session.is_dirty() {
            break;
        }
        world.millis += 1_500;
        let _ = world.happen(Event::Tick);
    }
    is_right(world, notes);
    files_are_right(world, notes);
    for ((place, whose, file), (document, set)) in &notes.last {
        let path = sidecar_path(&world.root(*place), file, &who(whose)).unwrap();
        let unsaved = unsaved_in(&world.path("journals"), &world.root(*place));
        let is_kept = unsaved.contains(&(file.clone(), who(whose)));
        if notes.imported.contains(&(*place, whose.clone())) {
            // The file was changed beside the program: what could not be saved is kept.
            let saved = fs::read(&path).ok().map(|bytes| sidecar::decode(&bytes, document).unwrap().value);
            let journalled = entries_in(&world.path("journals"), document);
            for annotation in set.annotations() {
                let is_it = |there: &Annotation| there.id == annotation.id && there.note == annotation.note;
                let is_saved = saved.iter().flat_map(AnnotationSet::annotations).any(|there| is_it(there));
                let is_kept = is_kept
                    && journalled
                        .iter()
                        .any(|entry| matches!(entry, SetEntry::Annotation(there) if is_it(there)));
                assert!(is_saved || is_kept, "{annotation:?} is lost from {}", path.display());
            }
            continue;
        }
        assert!(!is_kept, "{} could not be saved", path.display());
        match fs::read(&path) {
            Ok(bytes) => {
                let encoded = sidecar::encode(set, document).unwrap();
                assert_eq!(text(&bytes), text(&encoded), "{}", path.display());
            }
            Err(_) => assert!(set.is_empty(), "{} is not there", path.display()),
        }
    }
    exports_are_right(world, notes);
    if !world.is_closed {
        nobody_waits(world, notes);
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn exports_are_right(world: &World, notes: &Notes) {
    for out in &world.unmade {
        assert!(!out.exists(), "it was cancelled: {}", out.display());
    }
    for place in Place::BOTH {
        let is_of = |path: &Path| path.file_name().unwrap().to_str().unwrap().starts_with(place.name());
        let foreign = notes.only_in(place.other());
        let folders =
            fs::read_dir(world.path("out")).into_iter().flatten().map(|entry| entry.unwrap().path());
        for folder in folders.filter(|path| is_of(path)) {
            for (name, bytes) in crate::folder::contents(&folder) {
                let words = String::from_utf8_lossy(&bytes);
                let is_foreign = foreign.iter().any(|foreign| words.contains(foreign));
                assert!(!is_foreign, "{name} of {}", folder.display());
            }
        }
    }
}

fn nobody_waits(world: &World, notes: &Notes) {
    let session = &world.session;
    assert!(!session.is_opening(), "{:?} {:?}", session.scanning(), session.wanted());
    assert!(!session.is_saving() && session.leaving().is_none());
    assert!(session.unsaved().next().is_none() || !notes.imported.is_empty());
    assert!(session.transfer().is_none_or(|transfer| transfer.outcome.is_some()));
    assert!(session.preview().is_none_or(|preview| preview.rows.is_some()));
    assert!(session.agreement().is_none_or(|agreement| agreement.answer().is_some()));
    assert!(session.review().is_none_or(|review| review.building().is_none()));
    if let Some(target) = notes.target {
        assert_eq!(world.open(), Some(target), "what was asked for last is open");
    }
    if let Some(article) = session.article() {
        let all_shown = article.others().all(|set| session.shown_annotators().contains(&set.annotator));
        assert!(all_shown, "others are shown at whom nobody looks");
    }
}
