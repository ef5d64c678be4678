//! What others wrote, and what cannot be read, is never overwritten.

use std::fs;
use std::path::Path;

use tippani::model::State;
use tippani::store::{self, SaveError, SetState, SidecarVersions};

use super::{HINDI, asha, load, mark, marked};
use crate::folder::{contents, folder};

#[test]
fn a_guard_keeps_what_others_wrote() {
    /// Marks and saves, lets `meddle` loose on the folder, and says how a second save ends.
    fn check(meddle: impl Fn(&Path), wanted: impl Fn(&Result<store::Saved, SaveError>) -> bool) {
        let folder = folder(&[("a.txt", HINDI.as_bytes())]);
        let root = folder.path();
        let (loaded, mut set) = marked(root, "a.txt", "आशा");
        let saved = store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
        meddle(root);
        let before = contents(root);
        set.insert(mark(&loaded.document, "01B", "सरकार"));
        let result = store::save(root, &loaded.document, &set, &saved.stamp);
        assert!(wanted(&result), "{result:?}");
        if let Err(error) = result {
            assert_eq!(contents(root), before, "nothing was changed");
            let (said, path) = (error.to_string(), root.display().to_string());
            assert!(said.split(&path).next().unwrap().ends_with(": "), "the path comes last: {said}");
        }
    }
    const SIDECAR: &str = "a.txt.asha.annotations.json";
    check(|_| {}, |r| r.as_ref().is_ok_and(|s| s.written));
    check(|root| fs::write(root.join(SIDECAR), "{}").unwrap(), |r| matches!(r, Err(SaveError::Changed(_))));
    check(|root| fs::remove_file(root.join(SIDECAR)).unwrap(), |r| matches!(r, Err(SaveError::Changed(_))));
    check(
        |root| fs::write(root.join("a.txt"), "other").unwrap(),
        |r| matches!(r, Err(SaveError::SourceChanged(_))),
    );
    check(
        |root| fs::remove_file(root.join("a.txt")).unwrap(),
        |r| r.as_ref().is_ok_and(|s| s.issues.len() == 1),
    );
    check(
        |root| {
            let path = root.join(SIDECAR);
            let mut permissions = fs::metadata(&path).unwrap().permissions();
            permissions.set_readonly(true);
            fs::set_permissions(&path, permissions).unwrap();
        },
        |r| matches!(r, Err(SaveError::Io { .. })),
    );
    // Somebody made a sidecar where there was none.
    let folder = folder(&[("a.txt", HINDI.as_bytes())]);
    let (loaded, set) = marked(folder.path(), "a.txt", "आशा");
    fs::write(folder.path().join(SIDECAR), "x").unwrap();
    let result = store::save(folder.path(), &loaded.document, &set, &loaded.stamp);
    assert!(matches!(result, Err(SaveError::Changed(_))));
    assert_eq!(fs::read(folder.path().join(SIDECAR)).unwrap(), b"x");
}

#[test]
fn a_sidecar_that_cannot_be_used_blocks_the_article_and_stays() {
    fn check(change: impl Fn(&str) -> String, words: &str, partial: Option<usize>) {
        let folder = folder(&[("a.txt", HINDI.as_bytes())]);
        let root = folder.path();
        let (loaded, set) = marked(root, "a.txt", "आशा");
        store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
        let path = root.join("a.txt.asha.annotations.json");
        let text = change(&fs::read_to_string(&path).unwrap());
        fs::write(&path, &text).unwrap();
        let SetState::Blocked(blocked) = load(root, "a.txt").set else { panic!("{words}: not blocked") };
        assert!(blocked.reason.contains(words), "{:?} does not say {words:?}", blocked.reason);
        assert_eq!((&blocked.path, blocked.partial.map(|p| p.annotations().len())), (&path, partial));
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        // The known version does not let it be overwritten either.
        let mut sidecar_versions = SidecarVersions::default();
        sidecar_versions.load(root, "a.txt", &asha()).unwrap();
        let mut done = set;
        done.set_state(State::Done);
        assert!(matches!(sidecar_versions.save(root, &loaded.document, &done), Err(SaveError::Changed(_))));
        // Set aside, twice in one second, and nothing is lost.
        let aside = store::set_aside(&path).unwrap();
        assert_eq!(fs::read_to_string(&aside).unwrap(), text);
        fs::write(&path, "second").unwrap();
        let second = store::set_aside(&path).unwrap();
        assert!(second != aside && fs::read_to_string(&aside).unwrap() == text && !path.exists());
        assert!(matches!(load(root, "a.txt").set, SetState::None));
        assert_eq!(store::scan(root, &mut |_| true).unwrap().articles[0].annotators, []);
    }
    check(|t| t[..t.floor_char_boundary(t.len() / 2)].to_owned(), "not valid JSON", None);
    check(|t| t.replace("\"version\": 1", "\"version\": 2"), "version 2", None);
    check(|t| t.replace("\"asha\"", "\"ravi\""), "says it is ravi's", Some(1));
    check(|_| String::new(), "not valid JSON", None);
}
