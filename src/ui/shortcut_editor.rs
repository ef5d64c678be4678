//! The dialog in which keys are chosen for actions.

use egui::{Button, Event, Key, KeyboardShortcut, Label, Modifiers, RichText, ScrollArea, Ui};

use super::actions::{Action, Menu};
use super::dialog::{self, Dialog};
use super::shortcuts::Rebinding;
use super::text_field::TextField;
use super::theme::size;
use super::{Drawing, fonts, icon, keys, menu};
use crate::words::{say, text};

/// The dialog, and the action whose keys are waited for.
#[derive(Debug, Default)]
pub(super) struct ShortcutEditor {
    filter: String,
    waiting: Option<Waiting>,
    /// Whether it was drawn before.
    is_drawn: bool,
}

/// An action that waits for its keys.
#[derive(Debug)]
struct Waiting {
    action: &'static Action,
    /// What was pressed, where it cannot be had at once.
    pressed: Option<Pressed>,
}

/// What was pressed for an action.
#[derive(Debug)]
enum Pressed {
    /// Keys that no action can have, with the reason.
    Refused(String),
    /// Keys of another action.
    Taken(String, &'static Action),
}

impl ShortcutEditor {
    /// Draws the dialog; says whether it stays.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        self.listen(drawing);
        let Drawing { ctx, theme, .. } = *drawing;
        let dialog = Dialog { id: "shortcuts", title: text("panels-keys-title"), width: 640.0 };
        let (stays, closes) = dialog.show(ctx, theme, |ui, room| {
            let name = text("panels-keys-find");
            let field = TextField::line(&mut self.filter).hint(name).width(f32::INFINITY);
            let field = field.show(ui, drawing.ink);
            menu::named(&field, name);
            if !std::mem::replace(&mut self.is_drawn, true) {
                field.request_focus();
            }
            ScrollArea::vertical().max_height(room.y - 220.0).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = size::HALF;
                let mut found = false;
                for menu in Menu::ALL {
                    found |= self.section(ui, drawing, menu);
                }
                if !found {
                    ui.colored_label(theme.quiet, text("panels-keys-no-action"));
                }
            });
            ui.separator();
            dialog::buttons(ui, |ui| {
                let stays = !dialog::confirm(ui, text("common-close"), true, theme).clicked();
                let is_changed = Menu::ALL
                    .into_iter()
                    .flat_map(Menu::actions)
                    .any(|action| drawing.shortcuts.is_changed(action));
                if ui.add_enabled(is_changed, Button::new(text("panels-keys-reset-all"))).clicked() {
                    drawing.out.rebind(Rebinding::ResetAll);
                    self.waiting = None;
                }
                stays
            })
        });
        stays && !closes
    }

    /// Takes the keys that are pressed while an action waits for them.
    fn listen(&mut self, drawing: &mut Drawing<'_>) {
        let Some(waiting) = &mut self.waiting else { return };
        if matches!(waiting.pressed, Some(Pressed::Taken(..))) {
            return;
        }
        let mut pressed = None;
        drawing.ctx.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } => {
                    pressed = pressed.or(Some((*key, *modifiers)));
                    false
                }
                Event::Text(_) => false,
                // What egui makes of keys for the clipboard.
                Event::Copy => {
                    pressed = pressed.or(Some((Key::C, Modifiers::COMMAND)));
                    false
                }
                Event::Cut => {
                    pressed = pressed.or(Some((Key::X, Modifiers::COMMAND)));
                    false
                }
                _ => true,
            });
        });
        let Some((key, modifiers)) = pressed else { return };
        let action = waiting.action;
        let keys = match (key, modifiers.is_none()) {
            (Key::Escape, _) => return self.waiting = None,
            (Key::Backspace, true) => Vec::new(),
            _ => vec![written(key, modifiers)],
        };
        if let Some(keys) = keys.first() {
            let refused = refusal(key, modifiers, action)
                .map(|why| Pressed::Refused(format!("{}: {why}", keys::written(keys))));
            let taken = || Some(Pressed::Taken(keys.clone(), drawing.shortcuts.holder(keys, action)?));
            waiting.pressed = refused.or_else(taken);
            if waiting.pressed.is_some() {
                return;
            }
        }
        drawing.out.rebind(Rebinding::Choose(action, keys));
        self.waiting = None;
    }

    /// The actions of a menu that fit the filter; says whether there are any.
    fn section(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, menu: Menu) -> bool {
        let filter = self.filter.trim().to_lowercase();
        let fits = |action: &&'static Action| {
            let keys = drawing.shortcuts.key(action);
            format!("{} {} {keys}", menu.name(), action.name()).to_lowercase().contains(&filter)
        };
        let actions: Vec<&'static Action> = menu.actions().filter(fits).collect();
        if actions.is_empty() {
            return false;
        }
        ui.label(RichText::new(menu.name()).family(fonts::strong()).color(drawing.theme.accent));
        for action in actions {
            self.row(ui, drawing, action);
        }
        ui.add_space(size::STEP);
        true
    }

    fn row(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, action: &'static Action) {
        let Drawing { theme, shortcuts, .. } = *drawing;
        let name = action.name().trim_end_matches('…');
        let is_waiting = self.waiting.as_ref().is_some_and(|waiting| waiting.action == action);
        let keys: Vec<String> = shortcuts.keys(action).into_iter().map(keys::written).collect();
        let has_none = keys.is_empty();
        let keys = if has_none { text("panels-keys-none").to_owned() } else { keys.join(", ") };
        ui.horizontal(|ui| {
            let wide = (ui.available_width() - KEYS - size::CONTROL - 2.0 * size::STEP).max(80.0);
            let row = [wide, size::CONTROL].into();
            ui.allocate_ui_with_layout(row, egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_width(wide);
                ui.add(Label::new(name).truncate());
            });
            let shown = if is_waiting { text("panels-keys-press") } else { &keys };
            let quiet = if has_none && !is_waiting { theme.quiet } else { theme.text };
            let button = Button::new(RichText::new(shown).color(quiet)).selected(is_waiting);
            let button = ui.add_sized([KEYS, size::CONTROL], button.truncate());
            menu::named(&button, &say!("panels-keys-of", action = name, keys = &*keys));
            if button.on_hover_text(action.description()).clicked() {
                self.waiting = (!is_waiting).then_some(Waiting { action, pressed: None });
            }
            if shortcuts.is_changed(action) {
                let reset = ui.button(icon::UNDO).on_hover_text(text("panels-keys-reset"));
                menu::named(&reset, &say!("panels-keys-reset-of", action = name));
                if reset.clicked() {
                    drawing.out.rebind(Rebinding::Reset(action));
                    self.waiting = None;
                }
            }
        });
        if is_waiting {
            self.answer(ui, drawing, action);
        }
    }

    /// What is said under an action that waits for its keys.
    fn answer(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, action: &'static Action) {
        let theme = drawing.theme;
        match self.waiting.as_ref().and_then(|waiting| waiting.pressed.as_ref()) {
            None => {
                ui.colored_label(theme.quiet, text("panels-keys-waiting"));
            }
            Some(Pressed::Refused(why)) => {
                ui.colored_label(theme.danger, why);
            }
            Some(Pressed::Taken(keys, other)) => {
                let (keys, other) = (keys.clone(), other.name().trim_end_matches('…'));
                ui.horizontal_wrapped(|ui| {
                    let taken = say!("panels-keys-taken", keys = keys::written(&keys), action = other);
                    ui.colored_label(theme.warning, taken);
                    if ui.button(text("panels-keys-use-here")).clicked() {
                        drawing.out.rebind(Rebinding::Choose(action, vec![keys]));
                        self.waiting = None;
                    } else if ui.button(text("panels-keys-choose-other")).clicked() {
                        self.waiting = Some(Waiting { action, pressed: None });
                    }
                });
            }
        }
    }
}

/// Width of the button that shows keys, in points.
const KEYS: f32 = 176.0;

/// A key with modifiers as the table of actions writes it.
fn written(key: Key, modifiers: Modifiers) -> String {
    let held = [
        (modifiers.command || modifiers.ctrl, "Ctrl+"),
        (modifiers.shift, "Shift+"),
        (modifiers.alt, "Alt+"),
    ];
    let held: String = held.into_iter().filter_map(|(is_held, name)| is_held.then_some(name)).collect();
    format!("{held}{}", key.name())
}

/// Why an action cannot have these keys; nothing where it can.
fn refusal(key: Key, modifiers: Modifiers, action: &Action) -> Option<&'static str> {
    let is_plain = |modifiers: Modifiers| !modifiers.command && !modifiers.ctrl && !modifiers.alt;
    let is_function = key.name().starts_with('F') && key.name().len() > 1;
    // Where the table gives an action a plain key, plain keys are free for it.
    let has_plain =
        || action.keys.iter().filter_map(|keys| keys::parse(keys)).any(|own| is_plain(own.modifiers));
    if key == Key::Tab {
        Some(text("panels-keys-is-tab"))
    } else if is_plain(modifiers) && !is_function && !has_plain() {
        Some(text("panels-keys-is-plain"))
    } else if KeyboardShortcut::new(modifiers, key).conflicts_with_text_editing() && !action.edits_text {
        Some(text("panels-keys-edits-text"))
    } else {
        None
    }
}
