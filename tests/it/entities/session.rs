//! Entities in the window's session, with the files beside it.

use std::path::Path;
use std::time::{Duration, Instant};

use tippani::app::Headless;
use tippani::format::entities::encode;
use tippani::format::{article, sidecar};
use tippani::model::{Annotator, EntityId, EntryKey};
use tippani::session::{
    AnnotateCommand, EntityCommand, EntityEdit, LibraryCommand, LinkCommand, LinkScope, LinkTarget,
    SelectCommand, Session,
};
use tippani::store;
use tippani::text::ByteOffset;
use tippani::words::{Language, set_language};

use super::{id, part, person};
use crate::folder::folder;
use crate::review::set;
use crate::session::{now, tag};

pub(super) fn window(folder: &Path, name: &str) -> Headless {
    let mut window = Headless::open(&folder.join("a.txt"), Annotator::new(name).unwrap(), &now(0)).unwrap();
    wait(&mut window, |session| session.article().is_some() && session.scanning().is_none());
    window
}

pub(super) fn wait(window: &mut Headless, is_there: impl Fn(&Session) -> bool) {
    let started = Instant::now();
    while !is_there(window.session()) {
        assert!(started.elapsed() < Duration::from_secs(20), "the answers did not come");
        window.wait(Duration::from_millis(20), &now(1));
    }
}

fn name(session: &Session, id: &EntityId) -> String {
    session.registry().view(id).unwrap().name
}

#[test]
fn entities_are_renamed_merged_and_split_without_touching_anybody_elses_file() {
    let ravis = encode(&part("ravi", &[person("a", &["A"], 1), person("b", &["B"], 2)]));
    let folder = folder(&[("a.txt", b"One two"), ("entities.ravi.json", &ravis)]);
    let mut asha = window(folder.path(), "asha");
    wait(&mut asha, |session| session.registry().contains(&id("a")));
    asha.run(EntityCommand::Edit(id("a"), EntityEdit::Rename(" Andrei ".to_owned())), &now(2));
    asha.run(EntityCommand::Merge(id("a"), id("b")), &now(3));
    let view = asha.session().registry().view(&id("b")).unwrap();
    assert_eq!(view.names().collect::<Vec<_>>(), ["Andrei", "A", "B"]);
    assert_eq!(asha.session().entity_undo_name(), Some("Merge entities"));
    asha.run(EntityCommand::Split(id("b")), &now(4));
    assert_eq!(asha.session().registry().leaders().len(), 2);
    asha.run(EntityCommand::Undo, &now(5));
    assert_eq!(asha.session().registry().leaders().len(), 1);
    wait(&mut asha, |session| !session.is_dirty());
    asha.run(EntityCommand::Undo, &now(6));
    asha.run(EntityCommand::Undo, &now(7));
    assert_eq!(name(asha.session(), &id("a")), "A");
    asha.run(EntityCommand::Redo, &now(8));
    wait(&mut asha, |session| !session.is_dirty());
    let on_disk = store::read_parts(folder.path(), &[]).unwrap().value;
    let held: Vec<usize> = on_disk.iter().map(|known| known.part.entities().len()).collect();
    assert_eq!(held, [1, 2], "asha’s own version of one, and ravi’s two");
    assert_eq!(std::fs::read(folder.path().join("entities.ravi.json")).unwrap(), ravis);
}

#[test]
fn two_windows_see_what_each_does() {
    let folder = folder(&[("a.txt", b"One two")]);
    let root = folder.path();
    let mine = encode(&part("asha", &[person("modi", &["Modi"], 1)]));
    std::fs::write(root.join("entities.asha.json"), mine).unwrap();
    let (mut asha, mut ravi) = (window(root, "asha"), window(root, "ravi"));
    wait(&mut ravi, |session| session.registry().contains(&id("modi")));
    ravi.run(EntityCommand::Edit(id("modi"), EntityEdit::AddAlias("मोदी".to_owned())), &now(2));
    wait(&mut ravi, |session| !session.is_dirty());
    wait(&mut asha, |session| {
        let view = session.registry().view(&id("modi"));
        view.is_some_and(|view| view.names().any(|name| name == "मोदी"))
    });
    // What others say is not asha's to delete.
    asha.run(EntityCommand::Delete(id("modi")), &now(3));
    assert_eq!(name(asha.session(), &id("modi")), "Modi");
}

#[test]
fn an_entity_made_with_a_link_goes_with_it_whatever_is_spoken() {
    let folder = folder(&[("a.txt", b"Asha met Ravi")]);
    let mut asha = window(folder.path(), "asha");
    let (anchor, head) = (ByteOffset::new(0), ByteOffset::new(4));
    asha.run(SelectCommand::Select { anchor, head }, &now(2));
    asha.run(tag("person"), &now(3));
    asha.run(EntityCommand::LinkNew { target: LinkTarget::Mention, scope: LinkScope::One }, &now(4));
    let linked = |asha: &Headless| {
        let made = asha.session().registry().ids().len();
        let annotations = asha.session().article().unwrap().set().annotations();
        (made, annotations.iter().filter(|mention| mention.entity.is_some()).count())
    };
    assert_eq!(linked(&asha), (1, 1));
    set_language(Language::Hindi);
    asha.run(AnnotateCommand::Undo, &now(5));
    assert_eq!(linked(&asha), (0, 0));
    set_language(Language::Gujarati);
    asha.run(AnnotateCommand::Redo, &now(6));
    assert_eq!(linked(&asha), (1, 1));
    set_language(Language::English);
    asha.run(EntityCommand::Undo, &now(7));
    assert_eq!(linked(&asha), (0, 0));
    asha.run(EntityCommand::Redo, &now(8));
    assert_eq!(linked(&asha), (1, 1), "what the page took back it does again");
    asha.run(AnnotateCommand::Undo, &now(9));
    assert_eq!(linked(&asha), (0, 0));
}

/// A window of asha's with the first of three articles of the same text open, in each of which asha has two mentions.
fn three_articles() -> (tempfile::TempDir, Headless) {
    let text = b"One two three four five six";
    let folder = folder(&[]);
    for file in ["a.txt", "b.txt", "c.txt"] {
        let bytes =
            sidecar::encode(&set("asha", "person:One person:three"), &article::decode(file, text).value);
        std::fs::write(folder.path().join(file), text).unwrap();
        std::fs::write(folder.path().join(format!("{file}.asha.annotations.json")), bytes.unwrap()).unwrap();
    }
    let asha = window(folder.path(), "asha");
    (folder, asha)
}

#[test]
fn mentions_of_two_forms_are_linked_though_the_second_is_asked_for_before_the_first_are_found() {
    let (_folder, mut asha) = three_articles();
    for (second, at) in [(2, 0), (3, 1)] {
        let mention = asha.session().article().unwrap().set().annotations()[at].id.clone();
        asha.run(SelectCommand::Focus(Some(mention)), &now(second));
        let (target, scope) = (LinkTarget::Mention, LinkScope::Workspace);
        asha.run(EntityCommand::LinkNew { target, scope }, &now(second));
    }
    // It is about what had the focus then.
    asha.run(SelectCommand::Focus(None), &now(4));
    for file in ["a.txt", "b.txt", "c.txt"] {
        asha.run(LibraryCommand::OpenArticle(file.into()), &now(5));
        wait(&mut asha, |session| {
            let article = session.article().filter(|article| &*article.document().file == file);
            let linked = article.map(|article| {
                let mentions = article.set().annotations().iter();
                mentions.filter(|mention| mention.entity.is_some()).count()
            });
            linked == Some(2)
        });
    }
    assert_eq!(asha.session().registry().ids().len(), 2);
}

#[test]
fn two_links_are_rejected_though_the_article_of_the_first_is_still_being_read() {
    let (_folder, mut asha) = three_articles();
    let annotator = Annotator::new("asha").unwrap();
    let mention = asha.session().article().unwrap().set().annotations()[0].id.clone();
    let key = |file: &str| EntryKey::new(&file.into(), &annotator, &mention);
    for file in ["b.txt", "c.txt"] {
        let reject = LinkCommand::Reject { from: key(file), to: key("a.txt"), is_rejected: true };
        asha.run(reject, &now(2));
    }
    wait(&mut asha, |session| {
        ["b.txt", "c.txt"].iter().all(|file| session.is_rejected(&key(file), &key("a.txt")))
    });
}
