//! Code points of the icon font (Phosphor, MIT), by the name Phosphor gives them.
//!
//! An icon stands beside a word, or has a tooltip and an accessible name of its own.

/// The icon `arrow-u-up-left`.
pub const ARROW_U_UP_LEFT: &str = "\u{e08a}";
/// The icon `arrow-u-up-right`.
pub const ARROW_U_UP_RIGHT: &str = "\u{e08c}";
/// The icon `arrows-clockwise`.
pub const ARROWS_CLOCKWISE: &str = "\u{e094}";
/// The icon `bookmark`.
pub const BOOKMARK: &str = "\u{e0e8}";
/// The icon `caret-down`.
pub const CARET_DOWN: &str = "\u{e136}";
/// The icon `caret-right`.
pub const CARET_RIGHT: &str = "\u{e13a}";
/// The icon `chart-bar`.
pub const CHART_BAR: &str = "\u{e150}";
/// The icon `check`.
pub const CHECK: &str = "\u{e182}";
/// The icon `check-circle`.
pub const CHECK_CIRCLE: &str = "\u{e184}";
/// The icon `circle`.
pub const CIRCLE: &str = "\u{e18a}";
/// The icon `circle-half`.
pub const CIRCLE_HALF: &str = "\u{e18c}";
/// The icon `clock-counter-clockwise`.
pub const CLOCK_COUNTER_CLOCKWISE: &str = "\u{e1a0}";
/// The icon `command`.
pub const COMMAND: &str = "\u{e1c4}";
/// The icon `eye`.
pub const EYE: &str = "\u{e220}";
/// The icon `file-text`.
pub const FILE_TEXT: &str = "\u{e23a}";
/// The icon `floppy-disk`.
pub const FLOPPY_DISK: &str = "\u{e248}";
/// The icon `folder-open`.
pub const FOLDER_OPEN: &str = "\u{e256}";
/// The icon `funnel`.
pub const FUNNEL: &str = "\u{e266}";
/// The icon `gear`.
pub const GEAR: &str = "\u{e270}";
/// The icon `info`.
pub const INFO: &str = "\u{e2ce}";
/// The icon `keyboard`.
pub const KEYBOARD: &str = "\u{e2d8}";
/// The icon `link`.
pub const LINK: &str = "\u{e2e2}";
/// The icon `list-bullets`.
pub const LIST_BULLETS: &str = "\u{e2f2}";
/// The icon `lock`.
pub const LOCK: &str = "\u{e2fa}";
/// The icon `magnifying-glass`.
pub const MAGNIFYING_GLASS: &str = "\u{e30c}";
/// The icon `minus`.
pub const MINUS: &str = "\u{e32a}";
/// The icon `moon`.
pub const MOON: &str = "\u{e330}";
/// The icon `note`.
pub const NOTE: &str = "\u{e348}";
/// The icon `pencil-simple`.
pub const PENCIL_SIMPLE: &str = "\u{e3b4}";
/// The icon `plus`.
pub const PLUS: &str = "\u{e3d4}";
/// The icon `question`.
pub const QUESTION: &str = "\u{e3e8}";
/// The icon `quotes`.
pub const QUOTES: &str = "\u{e660}";
/// The icon `sidebar`.
pub const SIDEBAR: &str = "\u{eab6}";
/// The icon `sidebar-simple`.
pub const SIDEBAR_SIMPLE: &str = "\u{ec24}";
/// The icon `sort-ascending`.
pub const SORT_ASCENDING: &str = "\u{e444}";
/// The icon `sun`.
pub const SUN: &str = "\u{e472}";
/// The icon `tag`.
pub const TAG: &str = "\u{e478}";
/// The icon `text-aa`.
pub const TEXT_AA: &str = "\u{e6ee}";
/// The icon `trash`.
pub const TRASH: &str = "\u{e4a6}";
/// The icon `user`.
pub const USER: &str = "\u{e4c2}";
/// The icon `warning`.
pub const WARNING: &str = "\u{e4e0}";
/// The icon `warning-circle`.
pub const WARNING_CIRCLE: &str = "\u{e4e2}";
/// The icon `x`.
pub const X: &str = "\u{e4f6}";

// By what they mean here.

/// Looking for something.
pub const SEARCH: &str = MAGNIFYING_GLASS;
/// An article is finished, or something went well.
pub const DONE: &str = CHECK_CIRCLE;
/// An article is begun.
pub const IN_PROGRESS: &str = CIRCLE_HALF;
/// An article is not begun.
pub const TODO: &str = CIRCLE;
/// Something failed.
pub const ERROR: &str = WARNING_CIRCLE;
/// Close or dismiss.
pub const CLOSE: &str = X;
/// An article.
pub const FILE: &str = FILE_TEXT;
/// The order of a list.
pub const SORT: &str = SORT_ASCENDING;
/// Narrowing a list.
pub const FILTER: &str = FUNNEL;
/// Take back.
pub const UNDO: &str = ARROW_U_UP_LEFT;
/// Do again.
pub const REDO: &str = ARROW_U_UP_RIGHT;
/// Remove.
pub const DELETE: &str = TRASH;
/// Add.
pub const ADD: &str = PLUS;
/// Take away.
pub const REMOVE: &str = MINUS;
/// Change.
pub const EDIT: &str = PENCIL_SIMPLE;
/// Settings.
pub const SETTINGS: &str = GEAR;
/// Look again.
pub const REFRESH: &str = ARROWS_CLOCKWISE;
/// Opened before.
pub const RECENT: &str = CLOCK_COUNTER_CLOCKWISE;
/// Save.
pub const SAVE: &str = FLOPPY_DISK;
/// The menus, folded into one.
pub const MENU: &str = LIST_BULLETS;
