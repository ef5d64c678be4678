//! What other programs of the system show.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::desktop::{Corpus, Display, until};

#[test]
fn the_folder_is_shown_in_the_file_manager() {
    let Some(corpus) = Corpus::new() else { return };
    let (bin, shown) = (corpus.folder.path().join("bin"), corpus.folder.path().join("shown"));
    fs::create_dir(&bin).unwrap();
    let opener = bin.join("xdg-open");
    fs::write(&opener, format!("#!/bin/sh\nprintf '%s' \"$1\" > '{}'\n", shown.display())).unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("PATH={}:{}", bin.display(), std::env::var("PATH").unwrap());
    let display = Display::open(corpus.folder.path());
    let window = display.start_under(&["env", &path], &corpus.article);
    window.press("ctrl+shift+p");
    window.press("f i l e space m a n a g e r");
    window.press("Return");
    let told = until("the file manager", || fs::read_to_string(&shown).ok().filter(|told| !told.is_empty()));
    assert_eq!(told, corpus.root.to_str().unwrap());
    window.quit();
}
