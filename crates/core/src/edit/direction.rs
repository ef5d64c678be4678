//! Undo and redo.

/// Which way a step is gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It is taken back.
    Undo,
    /// It is done again.
    Redo,
}
