//! Entities in the window: saying who a mention is, with the reason, and all of its form at once.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tippani::format::encoding::sha256;
use tippani::format::entities::{decode, encode};
use tippani::format::sidecar;
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, EntityRef, Timestamp, Value,
};
use tippani::text::{ByteOffset, SourceText, Span};

use super::driver::Window;
use crate::entities::{id, part, person};
use crate::folder::contents;

/// The sidecar of Asha for a text in which `‹words›` are persons.
fn sidecar(file: &str, marked: &str) -> (String, Vec<u8>) {
    let text = marked.replace(['‹', '›'], "");
    let document = Document {
        file: file.into(),
        sha256: sha256(text.as_bytes()).into(),
        text: SourceText::new(text),
        language: None,
    };
    let mut set = AnnotationSet::new(Annotator::new("asha").unwrap());
    let now: Timestamp = "2026-01-02T03:04:05Z".parse().unwrap();
    let mut at = 0;
    for (n, piece) in marked.split(['‹', '›']).enumerate() {
        let (start, end) = (at, at + piece.len());
        at = end;
        if n % 2 == 1 {
            let span = Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(end)).unwrap();
            let id = AnnotationId::new(format!("01JD00000000000000000000{n:02}"));
            set.insert(Annotation::new(id, AnnotationKind::Entity, "person", span.into(), now.clone()));
        }
    }
    (format!("{file}.asha.annotations.json"), sidecar::encode(&set, &document).unwrap())
}

/// A window on these marked texts, with the registry of Ravi, who made two persons and an organization.
pub(super) fn window(marked: &[(&str, &str)]) -> Window {
    let mut bank = (*person("bank", &["Bank of India"], 3)).clone();
    bank.kind = "organization".into();
    let belousov = person("belousov", &["Andrei Belousov", "બેલોસોવ"], 1);
    let registry = encode(&part("ravi", &[belousov, person("lavrov", &["Sergei Lavrov"], 2), bank.into()]));
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (file, marked) in marked {
        files.push(((*file).to_owned(), marked.replace(['‹', '›'], "").into_bytes()));
        files.push(sidecar(file, marked));
    }
    files.push(("entities.ravi.json".to_owned(), registry));
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(file, bytes)| (file.as_str(), bytes.as_slice())).collect();
    let mut window = Window::on_bytes(&files);
    window.wait("the registry", |w| w.harness.state().session().registry().contains(&id("belousov")));
    window
}

pub(super) fn wait_for_candidates(window: &mut Window) {
    window.wait("candidates", |w| {
        w.harness.state().session().candidates().is_some_and(|candidates| candidates.found().is_some())
    });
}

pub(super) fn linked(window: &Window) -> Vec<Option<String>> {
    let article = window.harness.state().session().article().unwrap();
    let entity = |a: &std::sync::Arc<Annotation>| a.entity.as_ref().map(ToString::to_string);
    article.set().annotations().iter().map(entity).collect()
}

/// How often an entity stands in sidecars of Asha on disk.
pub(super) fn on_disk(window: &Window, entity: &str) -> usize {
    let files = contents(window.folder());
    let sidecars = files.iter().filter(|(file, _)| file.ends_with(".asha.annotations.json"));
    let needle = format!("\"entity\": \"{entity}\"");
    sidecars.map(|(_, bytes)| String::from_utf8_lossy(bytes).matches(&needle).count()).sum()
}

#[test]
fn two_keys_link_a_mention_to_the_first_whose_name_sounds_alike() {
    let mut window = window(&[("a.txt", "रक्षा मंत्री ‹बेलोसोव› ने कहा।")]);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    let first = window.harness.get_by_role_and_label(Role::ListBoxOption, "1 Andrei Belousov, Person");
    let said = first.accesskit_node().description().unwrap();
    assert_eq!(said, "बे·लो·सो·व ≈ બે·લો·સો·વ");
    window.press("Enter");
    assert_eq!(linked(&window), [Some("belousov".to_owned())]);
    window.press("Ctrl+Z");
    assert_eq!(linked(&window), [None]);
    // Both keys in one frame, before anything is found.
    window.press_at_once("Ctrl+K Enter");
    window.wait("the link", |w| linked(w) == [Some("belousov".to_owned())]);
}

#[test]
fn what_speaks_against_an_entity_is_said() {
    let mut window = window(&[("a.txt", "‹सर्गेई बेलोसोव› आए।")]);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    let said = |window: &Window| -> Vec<String> {
        let options = window.harness.get_all_by_role(Role::ListBoxOption);
        options.filter_map(|node| node.accesskit_node().description()).collect()
    };
    let first = said(&window);
    assert!(first.iter().any(|said| said.contains("against: “सर्गेई” is in the text only")), "{first:?}");
    // Another name is searched for, and another kind speaks against it.
    window.press("/ Ctrl+A");
    window.type_text("बैंक ऑफ इंडिया");
    window.wait("the bank", |w| {
        said(w).iter().any(|said| said.contains("it is of another kind: Organization"))
    });
    window.press("Escape");
    assert_eq!(linked(&window), [None]);
}

#[test]
fn a_new_entity_is_made_of_a_mention_and_goes_with_the_link() {
    let mut window = window(&[("a.txt", "कल ‹कीर स्टारमर› आए।")]);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("n");
    let Some(made) = linked(&window)[0].clone() else { panic!("not linked") };
    let is_there = |w: &Window| w.harness.state().session().registry().contains(&id(&made));
    assert!(made.starts_with("kir-"), "{made}");
    let path = window.folder().join("entities.asha.json");
    window.wait("the file", |_| path.exists());
    let file = decode(&std::fs::read(&path).unwrap()).unwrap().value;
    let entity = file.entity(&id(&made)).unwrap();
    assert_eq!((&*entity.kind, entity.name.as_str()), ("person", "कीर स्टारमर"));
    window.press("Ctrl+Z");
    assert_eq!((linked(&window), is_there(&window)), (vec![None], false));
    window.press("Ctrl+Y");
    assert_eq!((linked(&window), is_there(&window)), (vec![Some(made.clone())], true));
}

/// Twelve mentions in five articles: three keys, and one step takes it back.
#[test]
fn all_mentions_of_a_form_are_linked_in_one_step() {
    let three = "‹Belousov› met Lavrov. ‹Belousov› left. ‹Belousov› came.";
    let texts = [("a.txt", "‹Belousov› met."), ("b.txt", three), ("c.txt", three), ("d.txt", three)];
    let texts = [&texts[..], &[("e.txt", "‹Belousov› and ‹Belousov›, not ‹Belousova›")]].concat();
    let mut window = window(&texts);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("Shift+Enter");
    window.wait("all links", |w| on_disk(w, "belousov") == 12);
    window.press("Ctrl+Z");
    window.wait("none", |w| on_disk(w, "belousov") == 0);
    // In this article alone.
    window.press("Ctrl+PageDown");
    window.wait("b.txt", |w| w.file() == "b.txt");
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("Tab Shift+Enter");
    window.wait("three", |w| on_disk(w, "belousov") == 3);
}

#[test]
fn the_claimer_is_chosen_in_the_same_list() {
    let mut window = window(&[("a.txt", "‹Belousov› said so.")]);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("1 Escape Ctrl+A c Ctrl+K");
    wait_for_candidates(&mut window);
    // Who is mentioned nearby comes first, before anything was typed.
    window.harness.get_by_role_and_label(Role::ListBoxOption, "1 Andrei Belousov, Person");
    window.press("Enter");
    let claimer = |w: &Window| Some(w.focused()?.attributes.get("claimer")?.value.clone());
    assert_eq!(claimer(&window), Some(Value::Entity(EntityRef::from("belousov"))));
    window.press("Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("a");
    assert_eq!(claimer(&window), Some(Value::Entity(EntityRef::Author)));
}

#[test]
fn a_mention_of_an_entity_that_nobody_has_says_so() {
    let mut window = window(&[("a.txt", "‹Belousov› came.")]);
    window.press("Tab Ctrl+K");
    wait_for_candidates(&mut window);
    window.press("1");
    window.harness.get_by_label("Andrei Belousov (Person)");
    std::fs::remove_file(window.folder().join("entities.ravi.json")).unwrap();
    let said = "nobody has this entity any more";
    window.wait("the word", |w| w.harness.query_all_by_label_contains(said).next().is_some());
}
