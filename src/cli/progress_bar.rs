//! A bar on long work, and Ctrl+C to stop it.

use indicatif::ProgressStyle;

use crate::jobs::CancelToken;

/// A bar on standard error, where that is a terminal.
pub(super) struct ProgressBar {
    bar: indicatif::ProgressBar,
    cancel: CancelToken,
}

impl ProgressBar {
    /// A bar under a word for what goes on; Ctrl+C is heard from here on, so that work ends in good order.
    pub(super) fn new(word: &'static str) -> Self {
        let cancel = CancelToken::new();
        let asked = cancel.clone();
        if let Err(error) = ctrlc::set_handler(move || asked.cancel()) {
            log::warn!("Ctrl+C ends the program at once: {error}");
        }
        Self { bar: indicatif::ProgressBar::no_length().with_prefix(word), cancel }
    }

    /// What Ctrl+C cancels.
    pub(super) const fn cancel(&self) -> &CancelToken {
        &self.cancel
    }

    /// So much is done, of so much where that is known.
    pub(super) fn at(&self, done: usize, of: Option<usize>) {
        if let (Some(of), None) = (of, self.bar.length()) {
            let style = "{prefix} {wide_bar} {human_pos} of {human_len}, {eta} left";
            self.bar.set_style(
                ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()),
            );
            self.bar.set_length(of as u64);
        }
        self.bar.set_position(done as u64);
    }

    /// Takes the bar away.
    pub(super) fn end(self) {
        self.bar.finish_and_clear();
    }
}
