//! The application without a window: gestures in, annotations out.

use std::path::PathBuf;
use std::sync::Arc;

use tippani::analysis::FoldRule;
use tippani::jobs::{ArticleFile, Generation, JobId, JobKind, LoadRequest, LoadedArticle, Request};
use tippani::model::{AnnotationSet, Annotator, Document};
use tippani::session::{
    AnnotateCommand, Command, Edge, Effect, Event, LibraryCommand, Now, SaveCommand, SaveState,
    SearchCommand, SelectCommand, Session, Step,
};
use tippani::text::{ByteOffset, Granularity, SourceText};

use crate::answers::{self, begun, not_saved, save, saved};

pub(crate) fn now(millis: u64) -> Now {
    Now { timestamp: "2026-01-02T03:04:05Z".parse().unwrap(), millis }
}

/// A session with one article open.
pub(crate) fn open(text: &str) -> Session {
    let annotator = Annotator::new("asha").unwrap();
    let mut session = Session::new(Some(annotator.clone()), 1);
    let file: Arc<str> = "a.txt".into();
    let entry =
        ArticleFile { file: file.clone(), bytes: text.len() as u64, modified: 0, annotators: Vec::new() };
    let root = PathBuf::from("corpus");
    let effects = session.run(LibraryCommand::OpenWorkspace(root.clone()), &now(0));
    assert!(matches!(&begun(&effects, JobKind::Scan)[0].request, Request::Scan(path) if *path == root));
    let scanned = answers::scanned(answers::id(&effects, JobKind::Scan), "corpus", vec![entry]);
    let effects = session.on_event(scanned, &now(0));
    let load = begun(&effects, JobKind::Load)[0];
    let asked = LoadRequest { root, file: file.clone(), annotator: annotator.clone() };
    assert!(matches!(&load.request, Request::Load(article) if *article == asked));
    let document = Document { file, text: SourceText::new(text), sha256: "".into(), language: None };
    let loaded = LoadedArticle::new(document, AnnotationSet::new(annotator));
    let _ = session.on_event(answers::loaded(load.id, loaded), &now(0));
    session
}

/// What is annotated, as `label: quote`.
pub(crate) fn shown(session: &Session) -> Vec<String> {
    let article = session.article().unwrap();
    let line = |a: &Arc<tippani::model::Annotation>| {
        format!("{}: {}", a.label, a.spans.quote(&article.document().text))
    };
    article.set().annotations().iter().map(line).collect()
}

pub(crate) fn drag(session: &mut Session, marked: &str, granularity: Granularity) {
    let start = marked.find('‹').unwrap();
    let end = marked.find('›').unwrap() - '‹'.len_utf8();
    let _ = session
        .run(SelectCommand::Select { anchor: ByteOffset::new(start), head: ByteOffset::new(end) }, &now(1));
    let _ = session.run(SelectCommand::FinishSelection(granularity), &now(1));
}

fn check(marked: &str, granularity: Granularity, commands: &[Command], expected: &[&str]) {
    let mut session = open(&marked.replace(['‹', '›'], ""));
    drag(&mut session, marked, granularity);
    for command in commands {
        let _ = session.run(command.clone(), &now(2));
    }
    assert_eq!(shown(&session), expected);
}

pub(crate) fn tag(label: &str) -> Command {
    Command::Annotate(AnnotateCommand::Tag(label.into()))
}

#[test]
fn a_drag_snaps_to_words_and_is_peeled() {
    let word = Granularity::Word;
    check("कहा कि “नरें‹द्र मो›दी” ने", word, &[tag("person")], &["person: नरेंद्र मोदी"]);
    check("કહ્યું કે મો‹દી›એ, વાત", word, &[tag("person")], &["person: મોદીએ"]);
    check("🔴 A‹sha Me›hta spoke", word, &[tag("person")], &["person: Asha Mehta"]);
    check("وزیر ا‹عظم ن›ے کہا۔", word, &[tag("person")], &["person: اعظم نے"]);
    check("a ‹ › b", word, &[tag("person")], &["person:  "]);
}

#[test]
fn alt_keeps_clusters_whole() {
    check("मो‹दी›ने", Granularity::Cluster, &[tag("person")], &["person: दी"]);
    check("રા‹ષ્›ટ્ર", Granularity::Cluster, &[tag("person")], &["person: ષ્ટ્ર"]);
}

#[test]
fn an_edge_moves_by_a_cluster_before_and_after_tagging() {
    let back = Command::Annotate(AnnotateCommand::MoveEdge { edge: Edge::End, step: Step::Previous });
    check("‹મોદીએ› કહ્યું", Granularity::Word, &[back.clone(), tag("person")], &["person: મોદી"]);
    check("‹મોદીએ› કહ્યું", Granularity::Word, &[tag("person"), back], &["person: મોદી"]);
    let on = Command::Annotate(AnnotateCommand::MoveEdge { edge: Edge::Start, step: Step::Next });
    check("‹डॉ॰राय›", Granularity::Word, &[tag("person"), on], &["person: ॰राय"]);
}

#[test]
fn an_edge_moved_by_key_does_not_come_to_rest_on_a_blank() {
    let by = |edge, step| Command::Annotate(AnnotateCommand::MoveEdge { edge, step });
    let word = Granularity::Word;
    for tagged in [false, true] {
        let check = |marked, moved: Command, expected| {
            let commands = if tagged { [tag("person"), moved] } else { [moved, tag("person")] };
            check(marked, word, &commands, &[expected]);
        };
        check("‹आशा› राव", by(Edge::End, Step::Next), "person: आशा रा");
        check("‹Asha M› came", by(Edge::End, Step::Previous), "person: Asha");
        check("Asha ‹Rao› came", by(Edge::Start, Step::Previous), "person: a Rao");
        check("‹A  Rao› came", by(Edge::Start, Step::Next), "person: Rao");
        check("‹Asha›  ", by(Edge::End, Step::Next), "person: Asha");
    }
}

/// A gesture of the pointer at a place: a double click, or a triple click, which begins with one.
fn click(session: &mut Session, at: usize, times: usize) {
    for granularity in [Granularity::Word, Granularity::Sentence].into_iter().take(times - 1) {
        let at = ByteOffset::new(at);
        let _ = session.run(SelectCommand::SelectSegment { at, granularity }, &now(2));
    }
}

#[test]
fn one_gesture_in_tag_mode_makes_one_mark() {
    let mut session = open("Asha came. Ravi left early. Asha stayed.");
    let _ = session.run(AnnotateCommand::SetTagMode(Some("person".into())), &now(1));
    click(&mut session, 11, 3);
    assert_eq!(shown(&session), ["person: Ravi left early"]);
    let _ = session.run(AnnotateCommand::Undo, &now(3));
    assert_eq!(shown(&session), [""; 0], "one step of undo");
    click(&mut session, 0, 2);
    click(&mut session, 28, 2);
    assert_eq!(shown(&session), ["person: Asha", "person: Asha"], "two gestures");
    // What was marked before is no part of a gesture.
    click(&mut session, 0, 3);
    assert_eq!(shown(&session), ["person: Asha", "person: Asha came", "person: Asha"]);
}

#[test]
fn every_gesture_is_one_undo_step() {
    let commands = [
        tag("person"),
        Command::Annotate(AnnotateCommand::Relabel("location".into())),
        Command::Annotate(AnnotateCommand::SetNote("टिप्पणी".into())),
        Command::Annotate(AnnotateCommand::Delete),
    ];
    for undone in 0..=commands.len() {
        let mut all = commands.to_vec();
        all.extend(std::iter::repeat_n(Command::Annotate(AnnotateCommand::Undo), undone));
        let expected: &[&str] = match undone {
            1 | 2 => &["location: Delhi"],
            3 => &["person: Delhi"],
            _ => &[],
        };
        check("‹Delhi›", Granularity::Word, &all, expected);
    }
}

#[test]
fn a_part_makes_an_annotation_discontinuous() {
    let mut session = open("Asha and Ravi Mehta");
    drag(&mut session, "‹Asha› and Ravi Mehta", Granularity::Word);
    let _ = session.run(tag("person"), &now(2));
    drag(&mut session, "Asha and Ravi ‹Mehta›", Granularity::Word);
    let _ = session.run(AnnotateCommand::AddPart, &now(3));
    assert_eq!(shown(&session), ["person: Asha … Mehta"]);
    let _ = session.run(AnnotateCommand::RemovePart(0), &now(4));
    assert_eq!(shown(&session), ["person: Mehta"]);
}

#[test]
fn tag_mode_tags_every_selection() {
    let mut session = open("Asha met Ravi");
    let _ = session.run(tag("person"), &now(1));
    assert_eq!(session.tag_mode().map(|l| &**l), Some("person"));
    drag(&mut session, "‹Asha› met Ravi", Granularity::Word);
    let _ = session.run(
        SelectCommand::SelectSegment { at: ByteOffset::new(10), granularity: Granularity::Word },
        &now(2),
    );
    assert_eq!(shown(&session), ["person: Asha", "person: Ravi"]);
    let _ = session.run(AnnotateCommand::SetTagMode(None), &now(3));
    assert!(session.tag_mode().is_none());
}

#[test]
fn the_same_tag_twice_is_one_annotation() {
    let commands = [tag("person")];
    let mut session = open("Asha");
    for _ in 0..2 {
        drag(&mut session, "‹Asha›", Granularity::Word);
        let _ = session.run(commands[0].clone(), &now(2));
    }
    assert_eq!(shown(&session), ["person: Asha"]);
}

#[test]
fn changes_are_saved_when_they_rest_and_once_at_a_time() {
    let saves = |effects: &[Effect]| begun(effects, JobKind::Save).len();
    let mut session = open("Asha met Ravi");
    drag(&mut session, "‹Asha› met Ravi", Granularity::Word);
    let _ = session.run(tag("person"), &now(1000));
    assert_eq!(session.article().unwrap().save_state(), SaveState::Changed);
    assert_eq!(saves(&session.on_event(Event::Tick, &now(1100))), 0);
    let due = session.next_due().unwrap();
    assert!(due <= 2000, "saved within a second");
    let effects = session.on_event(Event::Tick, &now(due));
    assert_eq!(saves(&effects), 1);
    let Some(position) = save(&effects) else { panic!("{effects:?}") };
    assert_eq!(saves(&session.on_event(Event::Tick, &now(due + 5000))), 0);
    let _ = session.run(AnnotateCommand::Undo, &now(due + 10));
    let _ = session.on_event(saved(position), &now(due + 20));
    assert!(session.is_dirty(), "what was undone meanwhile is not on disk");
    let reason = "The folder is read-only".to_owned();
    let effects = session.on_event(Event::Tick, &now(due + 5000));
    assert_eq!(saves(&effects), 1);
    let Some(position) = save(&effects) else { panic!("{effects:?}") };
    let _ = session.on_event(not_saved(position, &reason, true), &now(due + 5001));
    assert_eq!(session.article().unwrap().save_state(), SaveState::Failed(reason));
    assert_eq!(saves(&session.run(SaveCommand::Save, &now(due + 5002))), 1, "a save by hand tries at once");
}

#[test]
fn tab_walks_the_annotations_in_text_order() {
    let mut session = open("Asha met Ravi in Delhi");
    for marked in ["Asha met ‹Ravi› in Delhi", "‹Asha› met Ravi in Delhi"] {
        drag(&mut session, marked, Granularity::Word);
        let _ = session.run(tag("person"), &now(2));
    }
    let _ = session.run(SelectCommand::Focus(None), &now(3));
    let _ =
        session.run(SelectCommand::Select { anchor: ByteOffset::new(0), head: ByteOffset::new(0) }, &now(3));
    let mut seen = Vec::new();
    for _ in 0..3 {
        let _ = session.run(SelectCommand::StepFocus(Step::Next), &now(4));
        let article = session.article().unwrap();
        seen.push(article.focused().unwrap().spans.quote(&article.document().text));
    }
    assert_eq!(seen, ["Asha", "Ravi", "Asha"]);
}

#[test]
fn find_sees_through_encodings() {
    for (text, query) in [
        ("उनका घर ख़ाली है", "ख\u{93c}ाली"),
        ("૨૦૨૬માં", "2026"),
        ("क्\u{200d}ष", "क्ष"),
        ("NATO and Nato", "nato"),
        ("संबंध सुधरे", "सम्बन्ध"),
        ("Pedro Sánchez", "sanchez"),
    ] {
        let mut session = open(text);
        let _ = session.run(SearchCommand::Search(query.to_owned()), &now(1));
        assert!(!session.article().unwrap().search().found().is_empty(), "{query} in {text}");
    }
}

#[test]
fn find_tells_apart_what_it_is_told_to() {
    let mut session = open("Pedro Sánchez");
    let found = |session: &Session| session.article().unwrap().search().found().len();
    let _ = session.run(SearchCommand::Search("Sanchez".to_owned()), &now(1));
    for (is_on, expected) in [(false, 0), (true, 1)] {
        let rule = FoldRule::Diacritics;
        let _ = session.run(SearchCommand::SetFoldRule { rule, is_on }, &now(1));
        assert_eq!((found(&session), session.folding().has(rule)), (expected, is_on));
    }
}

#[test]
fn what_is_not_found_leaves_nothing_marked() {
    let mut session = open("one two three two");
    let search = |session: &mut Session, query: &str| {
        let _ = session.run(SearchCommand::Search(query.to_owned()), &now(1));
        let article = session.article().unwrap();
        let text = &article.document().text;
        (
            article.search().found().len(),
            article.selection().span(text).map(|span| text.slice(span).to_owned()),
        )
    };
    for (query, expected) in [
        ("t", (3, Some("t"))),
        ("tw", (2, Some("tw"))),
        ("twx", (0, None)),
        ("two", (2, Some("two"))),
        ("", (0, Some("two"))),
    ] {
        assert_eq!(search(&mut session, query), (expected.0, expected.1.map(str::to_owned)), "{query}");
    }
    drag(&mut session, "one two ‹three› two", Granularity::Word);
    assert_eq!(search(&mut session, "zzz"), (0, Some("three".to_owned())));
}

#[test]
fn another_double_click_takes_a_part_of_the_word_or_more() {
    let mut session = open("the COVID-19 wave, Modi’s visit");
    for (at, expected) in
        [(5, "COVID-19"), (5, "COVID"), (5, "COVID-19"), (20, "Modi"), (20, "Modi’s"), (5, "COVID-19")]
    {
        let at = ByteOffset::new(at);
        let _ = session.run(SelectCommand::Select { anchor: at, head: at }, &now(1));
        let _ = session.run(SelectCommand::SelectSegment { at, granularity: Granularity::Word }, &now(1));
        let article = session.article().unwrap();
        let text = &article.document().text;
        assert_eq!(article.selection().span(text).map(|span| text.slice(span)), Some(expected));
    }
}

#[test]
fn an_answer_that_comes_late_replaces_nothing() {
    let mut session = open("one two three");
    drag(&mut session, "‹one› two three", Granularity::Word);
    let _ = session.run(tag("person"), &now(2));
    for name in ["asha", "ravi"] {
        let document = session.article().unwrap().document().clone();
        let loaded = LoadedArticle::new(document, AnnotationSet::new(Annotator::new(name).unwrap()));
        // Of a job that has ended, or was never begun here.
        let id = JobId { generation: Generation::default(), kind: JobKind::Load, serial: 2 };
        let _ = session.on_event(answers::loaded(id, loaded), &now(3));
        assert_eq!(shown(&session), ["person: one"], "{name}");
        assert_eq!(session.article().unwrap().set().annotator.as_str(), "asha");
    }
}

#[test]
fn a_save_in_flight_does_not_keep_later_changes_from_being_written() {
    let mut session = open("one two three");
    let saves = |effects: &[Effect]| begun(effects, JobKind::Save).len();
    drag(&mut session, "‹one› two three", Granularity::Word);
    let _ = session.run(tag("person"), &now(2));
    assert_eq!(saves(&session.run(SaveCommand::Save, &now(3))), 1);
    assert_eq!(saves(&session.run(SaveCommand::Save, &now(4))), 0, "it is being written");
    drag(&mut session, "one ‹two› three", Granularity::Word);
    let _ = session.run(tag("person"), &now(5));
    let effects = session.run(LibraryCommand::SetAnnotator(Annotator::new("ravi").unwrap()), &now(6));
    assert_eq!(saves(&effects), 1);
}
