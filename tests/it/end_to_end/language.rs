//! The language of the system, and the one that was chosen.

use super::desktop::{Corpus, Display};

#[test]
fn the_window_speaks_as_the_system_does_or_as_was_chosen() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    for (locale, spoken) in [("hi_IN.UTF-8", "hi"), ("gu_IN.UTF-8", "gu"), ("fr_FR.UTF-8", "en")] {
        let window = display.start_under(&["env", &format!("LC_ALL={locale}")], &corpus.article);
        window.logged(&format!("the interface speaks {spoken}"));
        window.quit();
    }
    let window = display.start_under(&["env", "LC_ALL=gu_IN.UTF-8"], &corpus.article);
    window.press("ctrl+shift+p");
    window.press("h i n d i");
    window.press("Return");
    window.logged("the interface speaks hi");
    window.quit();
    let window = display.start_under(&["env", "LC_ALL=gu_IN.UTF-8"], &corpus.article);
    window.logged("the interface speaks hi");
    window.quit();
}
