//! Finding what there is to review for the window, on a thread of its own.

use super::inbox::{Inbox, Newest, Pace};
use crate::jobs::queue::{Queueing, queue};
use crate::session::{Event, Severity};

/// Looks for what there is to review; only the newest search goes on.
#[derive(Clone, Debug, Default)]
pub(super) struct Queues {
    newest: Newest,
}

impl Queues {
    /// Begins to look; a search under way ends.
    pub(super) fn start(&self, how: Queueing, ticket: u64, inbox: &Inbox) {
        let cancel = self.newest.begin();
        let work = move |inbox: &Inbox| {
            let (mut found, mut all, mut pace) = (Vec::new(), 0, Pace::new());
            let outcome = queue(&how, &cancel, &mut |items, agreed, done, of| {
                found.extend(items);
                all += agreed;
                if pace.is_due() || done == of {
                    let (items, agreed) = (std::mem::take(&mut found), std::mem::take(&mut all));
                    inbox.put(Event::Queued { ticket, items, agreed, done, of });
                }
            });
            if let Err(error) = outcome
                && !cancel.is_cancelled()
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
        self.newest.cancel();
    }
}
