//! Systems without a settings portal.

use crate::ui::Desktop;

/// Says that there is none.
///
/// # Errors
/// Always.
pub(super) fn follow(_tell: impl Fn(Desktop)) -> anyhow::Result<()> {
    anyhow::bail!("it is not asked on this system")
}

/// Whether the window is one of X11: none is here.
pub(in crate::app) const fn is_of_x11() -> bool {
    false
}
