//! Finding what there is to review for the window, on a thread of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::inbox::{Inbox, Pace};
use crate::jobs::queue::{Queueing, queue};
use crate::session::{Event, Severity};

/// Looks for what there is to review; only the newest search goes on.
#[derive(Clone, Debug, Default)]
pub(super) struct Queues {
    newest: Arc<AtomicU64>,
}

impl Queues {
    /// Begins to look; a search under way ends.
    pub(super) fn start(&self, how: Queueing, ticket: u64, inbox: &Inbox) {
        let mine = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        let newest = self.newest.clone();
        let work = move |inbox: &Inbox| {
            let (mut found, mut all, mut pace) = (Vec::new(), 0, Pace::new());
            let outcome = queue(&how, &mut |items, agreed, done, of| {
                found.extend(items);
                all += agreed;
                if pace.is_due() || done == of {
                    let (items, agreed) = (std::mem::take(&mut found), std::mem::take(&mut all));
                    inbox.put(Event::Queued { ticket, items, agreed, done, of });
                }
                newest.load(Ordering::Relaxed) == mine
            });
            if let Err(error) = outcome
                && newest.load(Ordering::Relaxed) == mine
            {
                inbox.put(Event::Told(Severity::Error, format!("The queue is not whole: {error:#}")));
                inbox.put(Event::Queued { ticket, items: found, agreed: all, done: 1, of: 1 });
            }
        };
        let failed = |why| Event::Told(Severity::Error, format!("Nothing can be looked through: {why}"));
        inbox.begin("queue", work, failed);
    }

    /// Ends a search under way.
    pub(super) fn stop(&self) {
        self.newest.fetch_add(1, Ordering::Relaxed);
    }
}
