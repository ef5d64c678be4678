//! Labels that are changed in two windows, and on a disk that does not take them.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tippani::app::Headless;
use tippani::jobs::{JobError, JobKind};
use tippani::model::{Annotator, Hue, Schema};
use tippani::session::{Effect, Event, SaveCommand, SchemaCommand, Session};
use tippani::store;

use super::{edited, label, new_label};
use crate::answers::{self, failed};
use crate::folder::folder;
use crate::session::{now, open};

fn window(folder: &Path, name: &str) -> Headless {
    let mut window = Headless::open(&folder.join("a.txt"), Annotator::new(name).unwrap(), &now(0)).unwrap();
    wait(&mut window, |session| session.article().is_some() && session.scanning().is_none());
    window
}

fn wait(window: &mut Headless, is_there: impl Fn(&Session) -> bool) {
    let started = Instant::now();
    while !is_there(window.session()) {
        assert!(started.elapsed() < Duration::from_secs(20), "the answers did not come");
        window.wait(Duration::from_millis(20), &now(1));
    }
}

fn change(window: &mut Headless, edit: &dyn Fn(&mut Schema)) {
    let schema = edited(window.session().schema(), edit);
    window.run(SchemaCommand::ReplaceSchema(Box::new(schema)), &now(2));
    assert!(window.session().is_saving());
    wait(window, |session| !session.is_dirty());
}

#[test]
fn what_two_windows_change_of_the_labels_is_in_the_file_and_in_both() {
    let folder = folder(&[("a.txt", b"One two")]);
    let (mut asha, mut ravi) = (window(folder.path(), "asha"), window(folder.path(), "ravi"));
    change(&mut asha, &|schema| label(schema, "person").hue = Hue::Olive);
    change(&mut ravi, &|schema| schema.labels.push(new_label("law", None)));
    change(&mut asha, &|schema| label(schema, "figure").hue = Hue::Brown);
    let mut on_disk = (*store::read_schema(folder.path()).unwrap().value.schema.unwrap()).clone();
    assert_eq!(on_disk, **asha.session().schema());
    assert!(on_disk.label("law").is_some());
    assert_eq!(
        (label(&mut on_disk, "person").hue, label(&mut on_disk, "figure").hue),
        (Hue::Olive, Hue::Brown)
    );
}

#[test]
fn a_file_of_labels_that_cannot_be_read_is_left_as_it_is_and_asked_about() {
    let folder = folder(&[("a.txt", b"One two")]);
    let mut asha = window(folder.path(), "asha");
    let path = folder.path().join("tippani.json");
    fs::write(&path, "{ broken").unwrap();
    let schema = edited(asha.session().schema(), &|schema| label(schema, "person").hue = Hue::Olive);
    asha.run(SchemaCommand::ReplaceSchema(Box::new(schema)), &now(2));
    wait(&mut asha, |session| !session.is_saving());
    asha.run(SaveCommand::Close, &now(3));
    wait(&mut asha, |session| session.leaving().is_some_and(tippani::session::Leaving::asks));
    let at_risk = asha.session().at_risk();
    assert_eq!((&*at_risk[0].file, at_risk[0].changes, at_risk.len()), ("tippani.json", 1, 1));
    assert_eq!(fs::read_to_string(&path).unwrap(), "{ broken");
}

#[test]
fn labels_that_were_not_saved_are_tried_again_and_told_of_once() {
    fn recolour(session: &mut Session, hue: Hue) -> Vec<Effect> {
        let schema = edited(session.schema(), &|schema| label(schema, "person").hue = hue);
        session.run(SchemaCommand::ReplaceSchema(Box::new(schema)), &now(10_000))
    }
    let full = || JobError::Failed("the disk is full".to_owned());
    let told = |effects: &[Effect]| effects.iter().filter(|e| matches!(e, Effect::Notify(_))).count();
    let mut session = open("One two");
    let effects = recolour(&mut session, Hue::Olive);
    let first = answers::id(&effects, JobKind::SaveSchema);
    assert_eq!(told(&session.on_event(failed(first, full()), &now(10_001))), 1);
    let due = session.next_due().unwrap();
    assert!(due > 10_001);
    assert!(answers::begun(&session.on_event(Event::Tick, &now(due - 1)), JobKind::SaveSchema).is_empty());
    let again = session.on_event(Event::Tick, &now(due));
    let second = answers::id(&again, JobKind::SaveSchema);
    assert_eq!(told(&session.on_event(failed(second, full()), &now(due + 1))), 0, "it was told already");
    let asked = session.run(SaveCommand::Save, &now(due + 2));
    assert_eq!(answers::begun(&asked, JobKind::SaveSchema).len(), 1, "whoever saves does not wait");
}
