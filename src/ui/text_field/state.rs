//! What a field keeps from frame to frame.

use std::sync::Arc;

use egui::mutex::Mutex;
use egui::text_edit::TextEditState;
use egui::{Context, Event, Id, ImeEvent, Key, Pos2};

use super::access::FieldTree;
use super::ime_caret::ReportedCaret;
use super::sight::Scroll;
use super::{Composed, Composition, History, Selection};
use crate::typeset::Strip;

/// What a field is to select before it is drawn next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    All,
    Nothing,
}

/// Presses of the pointer that follow each other closely.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Presses {
    pub time: f64,
    pub at: Pos2,
    pub count: u32,
    /// What the first of the presses that the pointer is held in selected.
    pub begun: Selection,
}

/// One field, by its widget's identifier.
#[derive(Debug, Default)]
pub(super) struct FieldState {
    /// The layouts in use.
    pub strip: Option<Strip>,
    /// Nothing until it is first used: then the caret is behind the text.
    pub selection: Option<Selection>,
    pub history: History,
    pub composition: Option<Composition>,
    pub scroll: Scroll,
    /// Where up and down go to on a line, in pixels from its left.
    pub goal: Option<f32>,
    pub presses: Presses,
    /// When it was touched last, for the caret that blinks.
    pub touched: f64,
    /// How many times faces had been added when the layouts were made.
    pub supplied: u64,
    /// Whether there are characters that no face has, not looked for yet.
    pub lacks: bool,
    /// What was last given to other programs as the selection.
    pub settled: Selection,
    pub tree: FieldTree,
    /// What the input method knows of the caret.
    pub ime_caret: ReportedCaret,
    wish: Option<Wish>,
}

impl FieldState {
    /// That of a field, to be kept by it.
    pub(super) fn of(ctx: &Context, id: Id) -> Arc<Mutex<Self>> {
        if TextEditState::load(ctx, id).is_none() {
            // By this egui, and whoever asks it, tells that a field has the keyboard.
            TextEditState::default().store(ctx, id);
        }
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Arc<Mutex<Self>>>(id).clone())
    }

    /// Does what was asked for since the last frame.
    pub(super) fn grant(&mut self, text: &str) {
        match self.wish.take() {
            Some(Wish::All) => self.selection = Some(Selection::all(text)),
            Some(Wish::Nothing) => self.selection = Some(Selection::caret(text.len())),
            None => {}
        }
    }

    /// Caret and selection in a text.
    pub(super) fn selected(&self, text: &str) -> Selection {
        self.selection.unwrap_or(Selection::caret(text.len())).within(text)
    }

    /// The text with what is being composed, where something is.
    pub(super) fn composed(&self, text: &str) -> Option<Composed> {
        Some(self.composition.as_ref()?.put_into(text, self.selected(text)))
    }
}

/// Selects all of a field that has this identifier.
pub(in crate::ui) fn select_all(ctx: &Context, id: Id) {
    FieldState::of(ctx, id).lock().wish = Some(Wish::All);
}

/// Puts the caret of a field behind its text.
pub(in crate::ui) fn to_end(ctx: &Context, id: Id) {
    FieldState::of(ctx, id).lock().wish = Some(Wish::Nothing);
}

/// The field in which something is being composed.
#[derive(Clone, Copy, Debug)]
struct Composing {
    field: Id,
    /// Whether that is to be given up.
    ends: bool,
}

/// Notes whether something is being composed in a field.
pub(super) fn note_composing(ctx: &Context, field: Id, is_composing: bool) {
    let place = composing_id();
    let known = ctx.data(|data| data.get_temp::<Composing>(place));
    if is_composing && known.is_none_or(|known| known.field != field) {
        ctx.data_mut(|data| data.insert_temp(place, Composing { field, ends: false }));
    } else if !is_composing && known.is_some_and(|known| known.field == field) {
        ctx.data_mut(|data| data.remove::<Composing>(place));
    }
}

/// Whether what is composed in a field was given up since the last frame.
pub(super) fn takes_end(ctx: &Context, field: Id) -> bool {
    ctx.data_mut(|data| {
        let known =
            data.get_temp::<Composing>(composing_id()).filter(|known| known.field == field && known.ends);
        if known.is_some() {
            data.remove::<Composing>(composing_id());
        }
        known.is_some()
    })
}

/// While something is composed in a field every key is the input method's: none is anybody's shortcut, and Escape gives up
/// what is composed and nothing else. A key that comes behind letters that are done is no part of them: input methods hand on
/// the key that ended them, and a slow frame has both. To be called before anything looks at the keys of a frame.
pub(in crate::ui) fn hold_keys(ctx: &Context) {
    let place = composing_id();
    let Some(composing) = ctx.data(|data| data.get_temp::<Composing>(place)) else { return };
    if ctx.memory(egui::Memory::focused) != Some(composing.field) {
        return;
    }
    let (mut ends, mut composes) = (false, true);
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Ime(ImeEvent::Commit(_)) => {
                composes = false;
                true
            }
            Event::Ime(ImeEvent::Preedit { text, .. }) => {
                composes |= !text.is_empty();
                true
            }
            Event::Key { key, pressed: true, .. } if composes => {
                ends |= *key == Key::Escape;
                false
            }
            Event::Copy | Event::Cut => !composes,
            _ => true,
        });
    });
    if ends {
        ctx.data_mut(|data| data.insert_temp(place, Composing { ends, ..composing }));
    }
}

fn composing_id() -> Id {
    Id::unique("composing-in-a-field")
}
