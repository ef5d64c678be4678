//! Two windows of one annotator, a program that syncs her files, and restarts, in any order: nothing of anybody's is lost.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};

use crate::desktop::{Corpus, Display, Window, json as read, until};
use crate::rounds;
use crate::steady::{Article, Work, acknowledged, begin};

/// Things that happen in one round.
const EVENTS: usize = 6;

/// What happens beside the work.
#[derive(Clone, Copy, Debug)]
enum Happening {
    /// The program that syncs brings an annotation from elsewhere.
    Synced,
    /// The window is killed and opened again.
    Restarted,
    /// A second window is opened and closed.
    SecondWindow,
}

/// Another program's copy of the annotations.
struct SyncClient<'a> {
    article: &'a Article,
    brought: Vec<String>,
}

impl SyncClient<'_> {
    /// Brings one more, as such programs do: a whole file in the place of the one that it knows.
    fn bring(&mut self) {
        let id = format!("01K9C70Z3A1WB9XSCQ570D3{:03}", self.brought.len());
        until("a file to bring it into", || {
            let known = fs::read(&self.article.sidecar).ok()?;
            let mut set: Value = serde_json::from_slice(&known).unwrap();
            let all = set["annotations"].as_array_mut().unwrap();
            let mut another = all.first()?.clone();
            (another["id"], another["note"]) = (json!(id), json!("theirs"));
            all.push(another);
            let beside = self.article.sidecar.with_extension("part");
            fs::write(&beside, serde_json::to_vec_pretty(&set).unwrap()).unwrap();
            // Where it was changed meanwhile it takes that first.
            let is_known = fs::read(&self.article.sidecar).is_ok_and(|now| now == known);
            is_known.then(|| fs::rename(&beside, &self.article.sidecar).unwrap())
        });
        self.brought.push(id);
    }
}

/// How many of the marks that were acknowledged are one's own at least.
fn own_acknowledged(window: &Window<'_>, client: &SyncClient<'_>) -> usize {
    acknowledged(&window.log(), Work::Marks).0.saturating_sub(client.brought.len())
}

#[test]
fn nothing_of_anybody_is_lost() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    for round in 0..rounds() {
        let article = Article::new(&corpus.root, round);
        let mut client = SyncClient { article: &article, brought: Vec::new() };
        let mut window = display.start(&article.path);
        let mut hands = begin(&display, &window, Work::Marks, 3.0);
        let (mut least, mut happened) = (0, Vec::new());
        for _ in 0..EVENTS {
            std::thread::sleep(Duration::from_millis(fastrand::u64(100..900)));
            let happening = match fastrand::usize(0..6) {
                0..4 => Happening::Synced,
                4 => Happening::Restarted,
                _ => Happening::SecondWindow,
            };
            happened.push(happening);
            match happening {
                Happening::Synced => client.bring(),
                Happening::Restarted => {
                    drop(hands);
                    least = least.max(own_acknowledged(&window, &client));
                    window.signal("KILL");
                    let _ = window.end();
                    window = display.start(&article.path);
                    hands = begin(&display, &window, Work::Marks, 3.0);
                }
                Happening::SecondWindow => {
                    let second = display.start(&article.path);
                    second.press("ctrl+End ctrl+d 2");
                    second.logged("This window is for reading only");
                    second.press("Escape Escape ctrl+q");
                    second.ended();
                    window.activate();
                }
            }
        }
        drop(hands);
        window.press("Escape Escape");
        least = least.max(own_acknowledged(&window, &client));
        window.quit();

        let set = read(&article.sidecar).unwrap();
        let all = set["annotations"].as_array().unwrap();
        for id in &client.brought {
            let found = all.iter().filter(|annotation| annotation["id"] == json!(id)).count();
            assert_eq!(found, 1, "{id} after {happened:?}: {set:#}");
        }
        let own = all.len() - client.brought.len();
        assert!(own >= least, "{own} of {least} after {happened:?}: {set:#}");
        article.quotes_are_right();
        assert_eq!(corpus.kept(), 0, "after {happened:?}");
        eprintln!("{happened:?}: {own} marks, {} from elsewhere, none lost", client.brought.len());
    }
}
