//! Single schedules: those that once went wrong.

use std::fs;

use tippani::jobs::{JobKind, Outcome};
use tippani::model::Verdict;
use tippani::session::{
    AgreementCommand, AnnotateCommand, Command, LeaveAnswer, LibraryCommand, QueueFilter, Review,
    ReviewCommand, SaveCommand, SchemaCommand, SelectCommand, TransferCommand,
};
use tippani::store::journal::unsaved_in;
use tippani::store::{self, sidecar_path};

use super::acts::{export, import};
use super::world::{FILES, Place, Second, World, first_id, who};

const A: &str = FILES[0];

/// A world with the first workspace open, and an article of it.
fn with_open(file: &str) -> World {
    let mut world = World::new(Second::Different);
    let _ = world.run(LibraryCommand::OpenWorkspace(world.root(Place::One)));
    world.finish_all();
    let _ = world.run(LibraryCommand::OpenArticle(file.into()));
    world.finish_all();
    assert_eq!(shown(&world), Some((world.text(Place::One, file), Place::One)));
    world
}

/// The text on screen, and which workspace is open.
fn shown(world: &World) -> Option<(String, Place)> {
    let text = world.session.article()?.document().text.as_str().to_owned();
    Some((text, world.open()?))
}

fn open(world: &mut World, place: Place) {
    let root = world.root(place);
    let _ = world.run(LibraryCommand::OpenWorkspace(root));
}

/// What is asked for first is answered last.
fn scan_is_answered(world: &mut World) {
    assert!(world.waiting(JobKind::Scan).is_some());
    while world.waiting(JobKind::Scan).is_some() {
        assert!(world.work_beside(usize::MAX) || world.work_on_disk());
    }
    while world.session.scanning().is_some() {
        assert!(world.tell(0));
    }
}

#[test]
fn an_article_that_comes_when_another_folder_is_open_is_not_shown() {
    let mut world = World::new(Second::Different);
    open(&mut world, Place::One);
    scan_is_answered(&mut world);
    assert_eq!(world.session.wanted().map(|file| &**file), Some(A), "it is being read");
    open(&mut world, Place::Two);
    let root = world.root(Place::Two);
    // It is read before the folder is looked at, and told after that.
    while world.session.library().is_none_or(|library| library.root() != root) {
        assert!(world.work_on_disk() || world.work_beside(usize::MAX) || world.tell_last());
    }
    assert!(world.session.article().is_none());
    let two = world.text(Place::Two, A);
    while world.tell_last() || world.work_on_disk() {
        assert!(shown(&world).is_none_or(|shown| shown == (two.clone(), Place::Two)));
    }
    world.finish_all();
    assert_eq!(shown(&world), Some((two, Place::Two)));
}

#[test]
fn an_export_that_is_stopped_at_once_leaves_nothing_and_its_dialog_ends() {
    let mut world = with_open(A);
    let request = export(&mut world, Place::One);
    let _ = world.run(TransferCommand::Transfer(Box::new(request)));
    let _ = world.run(TransferCommand::EndTransfer);
    assert!(
        world.session.transfer().is_some_and(|transfer| transfer.outcome.is_none()),
        "it is being stopped"
    );
    world.finish_all();
    let outcome = world.session.transfer().and_then(|transfer| transfer.outcome.clone());
    assert!(matches!(outcome, Some(Outcome::Failed(_))), "{outcome:?}");
    assert!(!world.path("out").exists());
    let _ = world.run(TransferCommand::EndTransfer);
    assert!(world.session.transfer().is_none(), "it is put away");
}

/// Asks, stops it before or after it was worked out, and lets the answer come.
fn stopped(
    ask: impl Fn(&mut World) -> Command,
    stop: &Command,
    kind: JobKind,
    has_answer: fn(&World) -> bool,
) {
    for is_worked_out in [false, true] {
        let mut world = with_open(A);
        let command = ask(&mut world);
        let _ = world.run(command.clone());
        assert!(world.waiting(kind).is_some());
        if is_worked_out {
            while world.work_on_disk() || world.work_beside(0) {}
        }
        let _ = world.run(stop.clone());
        world.finish_all();
        assert!(!has_answer(&world), "{kind:?}, worked out: {is_worked_out}");
        let _ = world.run(command);
        world.finish_all();
        assert!(has_answer(&world), "{kind:?} can be asked for again");
        let _ = world.run(stop.clone());
        assert!(has_answer(&world), "{kind:?}: what was answered stays");
    }
}

#[test]
fn figures_and_first_rows_can_be_stopped_and_come_no_more() {
    let preview =
        |world: &mut World| Command::Transfer(TransferCommand::Preview(Box::new(export(world, Place::One))));
    stopped(
        |_| Command::Agreement(AgreementCommand::AskAgreement(Vec::new())),
        &Command::Agreement(AgreementCommand::EndAgreement),
        JobKind::Agreement,
        |world| world.session.agreement().is_some_and(|agreement| agreement.answer().is_some()),
    );
    stopped(
        |_| Command::Agreement(AgreementCommand::AskProgress),
        &Command::Agreement(AgreementCommand::EndProgress),
        JobKind::Progress,
        |world| world.session.progress().is_some(),
    );
    stopped(preview, &Command::Transfer(TransferCommand::EndPreview), JobKind::Preview, |world| {
        world.session.preview().is_some_and(|preview| preview.rows.is_some())
    });
}

#[test]
fn another_question_is_answered_and_the_one_before_it_is_not() {
    let mut world = with_open(A);
    let _ = world.run(AgreementCommand::AskAgreement(Vec::new()));
    let _ = world.run(AgreementCommand::AskAgreement(vec![who("asha"), who("nobody")]));
    world.finish_all();
    let answer = world.session.agreement().and_then(tippani::session::Agreement::answer).unwrap();
    assert!(answer.unwrap_err().contains("nobody"));
}

#[test]
fn who_annotates_can_be_said_while_the_folder_is_looked_at() {
    for first in [None, Some(Place::One)] {
        let mut world = first.map_or_else(|| World::new(Second::Different), |_| with_open(A));
        open(&mut world, Place::Two);
        let _ = world.run(LibraryCommand::SetAnnotator(who("ravi")));
        world.finish_all();
        assert!(!world.session.is_opening());
        assert_eq!(shown(&world), Some((world.text(Place::Two, A), Place::Two)));
        assert_eq!(world.session.article().unwrap().set().annotator, who("ravi"));
    }
}

#[test]
fn an_import_that_ends_keeps_no_other_folder_from_being_opened() {
    let mut world = with_open(A);
    let request = import(&world, Place::One, "mira");
    let _ = world.run(TransferCommand::Transfer(Box::new(request)));
    while world.work_on_disk() || world.work_beside(0) {}
    open(&mut world, Place::Two);
    world.finish_all();
    assert_eq!(world.open(), Some(Place::Two));
}

#[test]
fn what_was_to_be_shown_in_one_folder_is_not_looked_for_in_another() {
    let mut world = with_open("b.txt");
    let words = world.session.article().unwrap().document().text.clone();
    let span = tippani::text::Span::new(
        &words,
        tippani::text::ByteOffset::new(4),
        tippani::text::ByteOffset::new(9),
    );
    let annotation = first_id(Place::One, A, "ravi", 0);
    // Of an article that was not opened as yet.
    let _ = world.run(LibraryCommand::GoTo { file: "d.txt".into(), annotation, span: Some(span.unwrap()) });
    world.finish_all();
    open(&mut world, Place::Two);
    world.finish_all();
    let _ = world.run(LibraryCommand::OpenArticle("d.txt".into()));
    world.finish_all();
    let article = world.session.article().unwrap();
    assert_eq!(&*article.document().file, "d.txt");
    assert!(article.selection().span(&article.document().text).is_none());
}

#[test]
fn others_at_whom_nobody_looks_any_more_are_not_shown() {
    let mut world = with_open(A);
    let _ = world.run(ReviewCommand::ShowAnnotators(vec![who("ravi")]));
    let _ = world.run(ReviewCommand::ShowAnnotators(Vec::new()));
    world.finish_all();
    assert_eq!(world.session.article().unwrap().others().len(), 0);
}

/// Sidecars that sync clients write between two readings of one article are not taken for what is shown.
#[test]
fn an_article_that_is_being_read_is_not_read_again() {
    let mut world = World::new(Second::Different);
    open(&mut world, Place::One);
    scan_is_answered(&mut world);
    let _ = world.run(LibraryCommand::OpenArticle("b.txt".into()));
    let _ = world.run(LibraryCommand::OpenArticle(A.into()));
    assert!(world.work_on_disk(), "the lock comes first");
    assert!(world.work_on_disk() && world.work_beside(0), "a.txt is read");
    let sidecar = sidecar_path(&world.root(Place::One), A, &who("asha")).unwrap();
    let by_another = fs::read(world.root(Place::One).join("a.txt.asha.annotations (conflict).json")).unwrap();
    fs::write(&sidecar, &by_another).unwrap();
    world.finish_all();
    assert_eq!(shown(&world), Some((world.text(Place::One, A), Place::One)));
    let _ = world.run(AnnotateCommand::SetState(tippani::model::State::Done));
    let _ = world.run(SaveCommand::Save);
    world.finish_all();
    let parsed = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
    let (theirs, saved) = (parsed(&by_another), parsed(&fs::read(&sidecar).unwrap()));
    let all = saved["annotations"].as_array().unwrap();
    let theirs = theirs["annotations"].as_array().unwrap();
    let is_there = |of: &serde_json::Value| all.iter().any(|a| a["id"] == of["id"]);
    assert!(
        !theirs.is_empty() && theirs.iter().all(is_there),
        "what another program wrote is there: {saved}"
    );
    assert_eq!(saved["state"], "done", "and so is what was done here");
}

#[test]
fn a_sidecar_is_set_aside_and_the_article_free_though_another_folder_is_open() {
    let mut world = with_open("c.txt");
    assert!(world.session.article().unwrap().blocked().is_some());
    let _ = world.run(SaveCommand::SetAside { keep: true });
    assert!(world.waiting(JobKind::SetAside).is_some());
    open(&mut world, Place::Two);
    scan_is_answered(&mut world);
    world.finish_all();
    assert_eq!(world.open(), Some(Place::Two));
    let _ = world.run(SaveCommand::Leave(LeaveAnswer::TryAgain));
    open(&mut world, Place::One);
    world.finish_all();
    let _ = world.run(LibraryCommand::OpenArticle("c.txt".into()));
    world.finish_all();
    let article = world.session.article().unwrap();
    assert!(article.blocked().is_none());
    assert!(article.set().is_empty());
    let aside = store::list_set_aside(&world.root(Place::One), "c.txt", &who("asha")).unwrap();
    assert_eq!(aside.len(), 1);
    let kept = fs::read_to_string(&aside[0]).unwrap();
    assert!(kept.contains(first_id(Place::One, "c.txt", "asha", 0).as_str()));
}

#[test]
fn labels_that_are_being_written_are_not_taken_back_by_a_look_at_the_folder() {
    /// Changes the labels, and looks at the folder before or after that, when it was read as well or not.
    fn check(looks_before: bool, is_read_before: bool) {
        let mut world = with_open(A);
        if looks_before {
            let _ = world.run(LibraryCommand::Rescan);
        }
        if is_read_before {
            while world.work_on_disk() || world.work_beside(0) {}
        }
        let mut schema = (**world.session.schema()).clone();
        schema.name = "new".to_owned();
        let _ = world.run(SchemaCommand::ReplaceSchema(Box::new(schema)));
        if !looks_before {
            let _ = world.run(LibraryCommand::Rescan);
        }
        while world.work_beside(0) || world.tell(0) || world.work_on_disk() {
            assert_eq!(world.session.schema().name, "new", "{looks_before} {is_read_before}");
        }
        assert!(world.session.scanning().is_none());
    }
    check(true, true);
    check(true, false);
    check(false, false);
}

/// A world whose first workspace is about to be left for the second, as soon as a change is on disk.
fn leaving_for_two() -> World {
    let mut world = with_open(A);
    let _ = world.run(AnnotateCommand::SetState(tippani::model::State::Done));
    open(&mut world, Place::Two);
    scan_is_answered(&mut world);
    assert!(world.session.leaving().is_some() && world.waiting(JobKind::Save).is_some());
    world
}

#[test]
fn the_folder_that_was_asked_for_last_is_opened_though_another_waits_for_work_to_be_safe() {
    let mut world = leaving_for_two();
    open(&mut world, Place::One);
    world.finish_all();
    assert_eq!((world.open(), world.session.is_opening()), (Some(Place::One), false));
}

#[test]
fn a_folder_that_is_left_is_not_looked_at_for_ever() {
    let mut world = leaving_for_two();
    let _ = world.run(LibraryCommand::Rescan);
    while world.open() == Some(Place::One) {
        // The answer of the save comes before that of the scan.
        assert!(world.work_on_disk() || world.tell_last());
    }
    world.finish_all();
    assert_eq!((world.open(), world.session.is_opening()), (Some(Place::Two), false));
}

#[test]
fn what_was_done_and_undone_again_is_not_left_to_be_saved() {
    let mut world = with_open(A);
    let first = first_id(Place::One, A, "asha", 0);
    let _ = world.run(Command::Select(SelectCommand::Focus(Some(first))));
    for command in [
        AnnotateCommand::SetNote("a note".to_owned()),
        AnnotateCommand::EndTyping,
        AnnotateCommand::Undo,
        AnnotateCommand::Redo,
        AnnotateCommand::Undo,
    ] {
        let _ = world.run(command);
    }
    open(&mut world, Place::Two);
    world.finish_all();
    assert_eq!(world.open(), Some(Place::Two));
    assert_eq!(unsaved_in(&world.path("journals"), &world.root(Place::One)), []);
}

/// What is decided while the queue is being found is not in it any more once it is complete: undo goes back to it all the same.
#[test]
fn a_decision_that_the_queue_does_not_show_any_more_is_undone_in_its_article() {
    let mut world = with_open(A);
    let _ = world.run(ReviewCommand::FilterReview(QueueFilter::Open));
    let only = Some(vec![A.into(), FILES[1].into()]);
    let _ = world.run(ReviewCommand::StartReview { annotators: vec![who("ravi")], only, cases: None });
    while world.waiting(JobKind::Queue).is_some() {
        assert!(world.work_on_disk() || world.work_beside(usize::MAX));
    }
    assert!(world.tell_last(), "the first part of the queue");
    let is_of_a = |world: &World| world.session.review().and_then(Review::item).map(|item| &*item.file == A);
    let mut decided = 0;
    while is_of_a(&world) == Some(true) {
        let _ = world.run(ReviewCommand::Decide(Verdict::Rejected));
        decided += 1;
        assert!(decided < 3, "the article has two");
    }
    world.finish_all();
    assert_eq!((is_of_a(&world), decided > 0), (Some(false), true), "another article is looked at");
    for left in (0..decided).rev() {
        let _ = world.run(AnnotateCommand::Undo);
        world.finish_all();
        let article = world.session.article().unwrap();
        assert_eq!((&*article.document().file, article.set().reviews().len()), (A, left));
    }
}
