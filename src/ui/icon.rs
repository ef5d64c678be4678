//! Code points of the icon font (Phosphor, MIT), by the name Phosphor gives them.
//!
//! An icon stands beside a word, or has a tooltip and an accessible name of its own.

/// The icon `arrow-u-up-left`.
pub(in crate::ui) const ARROW_U_UP_LEFT: &str = "\u{e08a}";
/// The icon `arrow-u-up-right`.
pub(in crate::ui) const ARROW_U_UP_RIGHT: &str = "\u{e08c}";
/// The icon `arrows-clockwise`.
pub(in crate::ui) const ARROWS_CLOCKWISE: &str = "\u{e094}";
/// The icon `caret-down`.
pub(in crate::ui) const CARET_DOWN: &str = "\u{e136}";
/// The icon `chart-bar`.
pub(in crate::ui) const CHART_BAR: &str = "\u{e150}";
/// The icon `check`.
pub(in crate::ui) const CHECK: &str = "\u{e182}";
/// The icon `check-circle`.
pub(in crate::ui) const CHECK_CIRCLE: &str = "\u{e184}";
/// The icon `circle`.
pub(in crate::ui) const CIRCLE: &str = "\u{e18a}";
/// The icon `circle-half`.
pub(in crate::ui) const CIRCLE_HALF: &str = "\u{e18c}";
/// The icon `command`.
pub(in crate::ui) const COMMAND: &str = "\u{e1c4}";
/// The icon `eye`.
pub(in crate::ui) const EYE: &str = "\u{e220}";
/// The icon `file-text`.
pub(in crate::ui) const FILE_TEXT: &str = "\u{e23a}";
/// The icon `folder-open`.
pub(in crate::ui) const FOLDER_OPEN: &str = "\u{e256}";
/// The icon `info`.
pub(in crate::ui) const INFO: &str = "\u{e2ce}";
/// The icon `keyboard`.
pub(in crate::ui) const KEYBOARD: &str = "\u{e2d8}";
/// The icon `link`.
pub(in crate::ui) const LINK: &str = "\u{e2e2}";
/// The icon `list-bullets`.
pub(in crate::ui) const LIST_BULLETS: &str = "\u{e2f2}";
/// The icon `lock`.
pub(in crate::ui) const LOCK: &str = "\u{e2fa}";
/// The icon `magnifying-glass`.
pub(in crate::ui) const MAGNIFYING_GLASS: &str = "\u{e30c}";
/// The icon `minus`.
pub(in crate::ui) const MINUS: &str = "\u{e32a}";
/// The icon `plus`.
pub(in crate::ui) const PLUS: &str = "\u{e3d4}";
/// The icon `question`.
pub(in crate::ui) const QUESTION: &str = "\u{e3e8}";
/// The icon `quotes`.
pub(in crate::ui) const QUOTES: &str = "\u{e660}";
/// The icon `sidebar-simple`.
pub(in crate::ui) const SIDEBAR_SIMPLE: &str = "\u{ec24}";
/// The icon `sort-ascending`.
pub(in crate::ui) const SORT_ASCENDING: &str = "\u{e444}";
/// The icon `text-aa`.
pub(in crate::ui) const TEXT_AA: &str = "\u{e6ee}";
/// The icon `trash`.
pub(in crate::ui) const TRASH: &str = "\u{e4a6}";
/// The icon `user`.
pub(in crate::ui) const USER: &str = "\u{e4c2}";
/// The icon `warning`.
pub(in crate::ui) const WARNING: &str = "\u{e4e0}";
/// The icon `warning-circle`.
pub(in crate::ui) const WARNING_CIRCLE: &str = "\u{e4e2}";
/// The icon `x`.
pub(in crate::ui) const X: &str = "\u{e4f6}";

// By what they mean here.

/// Looking for something.
pub(in crate::ui) const SEARCH: &str = MAGNIFYING_GLASS;
/// An article is finished, or something went well.
pub(in crate::ui) const DONE: &str = CHECK_CIRCLE;
/// An article is begun.
pub(in crate::ui) const IN_PROGRESS: &str = CIRCLE_HALF;
/// An article is not begun.
pub(in crate::ui) const TODO: &str = CIRCLE;
/// Something failed.
pub(in crate::ui) const ERROR: &str = WARNING_CIRCLE;
/// Close or dismiss.
pub(in crate::ui) const CLOSE: &str = X;
/// An article.
pub(in crate::ui) const FILE: &str = FILE_TEXT;
/// Take back.
pub(in crate::ui) const UNDO: &str = ARROW_U_UP_LEFT;
/// Do again.
pub(in crate::ui) const REDO: &str = ARROW_U_UP_RIGHT;
/// Look again.
pub(in crate::ui) const REFRESH: &str = ARROWS_CLOCKWISE;
/// The menus, folded into one.
pub(in crate::ui) const MENU: &str = LIST_BULLETS;
