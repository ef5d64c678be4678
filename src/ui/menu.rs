//! The bar at the top: menus from the table of actions, the workspace, find, command palette, annotator.

use egui::containers::menu::{MenuBar, MenuConfig};
use egui::style::ScrollStyle;
use egui::{Align, Button, Id, Key, Layout, Modifiers, Popup, Response, ScrollArea, Style, Ui};

use super::access::unfolds;
use super::actions::{self, Action, Menu, file};
use super::theme::size;
use super::{Drawing, LabelStyle, Request, icon};
use crate::model::Annotator;
use crate::session::{Library, ReviewCommand};
use crate::words::text;

/// Where the menus fold into one.
const FOLDED: f32 = 680.0;
/// Where the buttons at the right lose their words.
const TERSE: f32 = 900.0;

/// Draws the bar.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let session = drawing.session;
    let width = ui.available_width();
    MenuBar::new().style(bar_style).config(MenuConfig::new().style(item_style)).ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        if width < FOLDED {
            let name = text("panels-menu");
            let menu = ui.menu_button(format!("{} {name}", icon::MENU), |ui| menus(ui, drawing));
            named(&menu.response, name);
        } else {
            menus(ui, drawing);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::HALF;
            let terse = width < TERSE;
            let who = drawing.annotator().unwrap_or_else(|| file::CHOOSE_ANNOTATOR.name().to_owned());
            annotators(ui, drawing, &who, width < FOLDED);
            let commands = Tool {
                action: &actions::view::COMMAND_PALETTE,
                icon: icon::COMMAND,
                text: text("panels-menu-commands"),
                terse,
            };
            commands.show(ui, drawing);
            if session.article().is_some() {
                find(ui, terse, drawing);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| title(ui, drawing));
        });
    });
}

fn menus(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    for menu in Menu::ALL {
        let drawn = ui.menu_button(menu.name(), |ui| {
            // Where it is only measured nothing is to be seen as yet, and nothing takes the keyboard.
            let mut is_entered =
                !ui.is_sizing_pass() && ui.data_mut(|data| data.remove_temp::<bool>(entered())).is_some();
            ui.set_width(304.0_f32.min(ui.ctx().content_rect().width() - size::GROUP));
            let most = ui.ctx().content_rect().height() - size::BAR - size::GROUP;
            // A bar that is always seen says that there is more.
            ui.spacing_mut().scroll = ScrollStyle::solid();
            ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, |ui| {
                for action in menu.actions() {
                    if action.begins_group {
                        ui.separator();
                    }
                    let line = item(ui, drawing, action);
                    if line.clicked() {
                        drawing.out.act(action);
                    }
                    if line.enabled() && std::mem::take(&mut is_entered) {
                        line.request_focus();
                    }
                    if *action == file::OPEN_PATH {
                        recent(ui, drawing);
                    }
                }
            });
        });
        unfolds(&drawn.response, drawn.inner.is_some());
        by_keys(ui, &drawn.response, menu, drawn.inner.is_some());
    }
}

/// Where it is kept that the keyboard is to be on the first line of the menu that opens.
fn entered() -> Id {
    Id::unique("menu-entered-by-keys")
}

/// Opens a menu by Alt and its letter or by a key on its name, with the keyboard on its first line; Escape gives the keyboard
/// back to the name where it came from there.
fn by_keys(ui: &Ui, name: &Response, menu: Menu, is_open: bool) {
    let ctx = ui.ctx();
    let from = name.id.with("entered-from-its-name");
    let is_free = ctx.memory(|memory| memory.top_modal_layer().is_none());
    let is_asked = is_free && ui.input_mut(|input| input.consume_key(Modifiers::ALT, letter(menu)));
    let by_name = !is_open && name.has_focus() && ui.input(|i| i.key_pressed(Key::ArrowDown));
    if is_asked || by_name {
        Popup::open_id(ctx, Popup::default_response_id(name));
        ctx.request_repaint();
    }
    let by_name = by_name || (name.has_focus() && name.clicked());
    if is_asked || by_name {
        ctx.data_mut(|data| {
            data.insert_temp(entered(), true);
            data.insert_temp(from, by_name);
        });
    }
    // It closes now; what else would take the keyboard is drawn later.
    if is_open
        && ui.input(|i| i.key_pressed(Key::Escape))
        && ctx.data_mut(|data| data.remove_temp::<bool>(from)) == Some(true)
    {
        name.request_focus();
    }
}

/// The letter that opens a menu together with Alt: the first of its English name, in every language.
const fn letter(menu: Menu) -> Key {
    match menu {
        Menu::File => Key::F,
        Menu::Edit => Key::E,
        Menu::Annotate => Key::A,
        Menu::Review => Key::R,
        Menu::Go => Key::G,
        Menu::View => Key::V,
        Menu::Help => Key::H,
    }
}

/// The folders opened before, last first, but for the one that is open.
fn recent(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let open = drawing.session.library().map(Library::root);
    let folders = || drawing.recent.iter().filter(|folder| Some(folder.as_path()) != open);
    if folders().next().is_none() {
        return;
    }
    ui.menu_button(text("panels-menu-recent"), |ui| {
        ui.set_width(304.0);
        for folder in folders() {
            let name = folder.file_name().unwrap_or_else(|| folder.as_os_str());
            let button = Button::new(name.to_string_lossy()).truncate();
            if ui.add(button).on_hover_text(folder.display().to_string()).clicked() {
                drawing.out.request(Request::OpenPath(folder.clone()));
            }
        }
    });
}

fn title(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(library) = session.library() else { return };
    let schema = session.schema();
    let name = if schema.name.is_empty() { library.folder_name() } else { schema.name.clone() };
    ui.add_space(size::MARGIN);
    let width = ui.available_width() - size::MARGIN;
    if width > 48.0 {
        let label = drawing.ink.label(ui, &name, LabelStyle::semi_bold(size::TEXT, theme.quiet), width);
        label.on_hover_text(format!("{name}\n{}", library.root().display()));
    }
}

/// Who annotates, and whose marks are shown beside theirs.
fn annotators(ui: &mut Ui, drawing: &mut Drawing<'_>, who: &str, terse: bool) {
    let Drawing { session, theme, .. } = *drawing;
    let mut others = session.others();
    if session.is_blind() {
        others.sort_by_cached_key(|other| session.called(other));
    }
    if others.is_empty() {
        let tool = Tool { action: &file::CHOOSE_ANNOTATOR, icon: icon::USER, text: who, terse };
        tool.show(ui, drawing);
        return;
    }
    let shown = if terse { icon::USER.to_owned() } else { format!("{} {who}", icon::USER) };
    let menu = ui.menu_button(shown, |ui| {
        ui.set_width(240.0);
        if ui.button(file::CHOOSE_ANNOTATOR.name()).clicked() {
            drawing.out.act(&file::CHOOSE_ANNOTATOR);
        }
        ui.separator();
        let beside = egui::RichText::new(text("panels-menu-beside"));
        ui.label(beside.color(theme.quiet).size(size::SMALL_TEXT));
        for annotator in others {
            let mut on = session.shown_annotators().contains(&annotator);
            if ui.checkbox(&mut on, session.called(&annotator)).changed() {
                drawing.out.run(ReviewCommand::ShowAnnotators(toggled(
                    session.shown_annotators(),
                    annotator,
                    on,
                )));
            }
        }
        ui.separator();
        let mut blind = session.is_blind();
        let action = &actions::review::BLIND;
        if ui.checkbox(&mut blind, action.name()).on_hover_text(action.description()).changed() {
            drawing.out.act(action);
        }
    });
    named(&menu.response, who);
}

/// These annotators with another one, or without, by name.
pub(super) fn toggled(annotators: &[Annotator], annotator: Annotator, on: bool) -> Vec<Annotator> {
    let mut annotators: Vec<Annotator> =
        annotators.iter().filter(|other| **other != annotator).cloned().collect();
    annotators.extend(on.then_some(annotator));
    annotators.sort_unstable();
    annotators
}

/// A button that looks like the field it opens.
fn find(ui: &mut Ui, terse: bool, drawing: &mut Drawing<'_>) {
    let action = &actions::edit::FIND;
    let button = if terse {
        Button::new(icon::SEARCH)
    } else {
        let field = ui.visuals().text_edit_bg_color();
        let line = ui.visuals().widgets.noninteractive.bg_stroke;
        Button::new(format!("{} {}", icon::SEARCH, action.name()))
            .shortcut_text(drawing.shortcuts.key(action))
            .fill(field)
            .stroke(line)
            .min_size([176.0, 0.0].into())
    };
    let response = ui.add(button).on_hover_text(drawing.shortcuts.tooltip(action));
    named(&response, text("panels-menu-find"));
    if response.clicked() {
        drawing.out.act(action);
    }
}

/// A button of the bar that does an action.
struct Tool<'a> {
    action: &'static Action,
    icon: &'a str,
    text: &'a str,
    /// Whether there is room for the icon alone.
    terse: bool,
}

impl Tool<'_> {
    fn show(&self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Self { action, icon, text, terse } = *self;
        let shown = if terse { icon.to_owned() } else { format!("{icon} {text}") };
        let tip = drawing.shortcuts.tooltip(action);
        let response = ui.button(shown).on_hover_text(if terse { format!("{text}\n{tip}") } else { tip });
        named(&response, text);
        if response.clicked() {
            drawing.out.act(action);
        }
    }
}

/// An action as a line of a menu.
pub(super) fn item(ui: &mut Ui, drawing: &Drawing<'_>, action: &Action) -> Response {
    let session = drawing.session;
    let name = with_object(action.name(), action.object.and_then(|object| object(session)));
    let on = action.is_on.map(|is_on| is_on(session, drawing.look));
    let text = if on == Some(true) { format!("{name}  {}", icon::CHECK) } else { name.clone() };
    let button = Button::new(text).shortcut_text(drawing.shortcuts.key(action)).truncate();
    let response = ui.add_enabled(action.is_possible(session), button);
    named(&response, &name);
    if let Some(on) = on {
        response.ctx.accesskit_node_builder(response.id, |node| node.set_toggled(on.into()));
    }
    response.on_hover_text(action.description()).on_disabled_hover_text(action.description())
}

fn with_object(verb: &str, what: Option<&str>) -> String {
    what.map_or_else(|| verb.to_owned(), |what| format!("{verb}: {what}"))
}

/// Gives a widget the name that those hear who do not see its icon.
pub(super) fn named(response: &Response, name: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name));
}

fn bar_style(style: &mut Style) {
    let widgets = &mut style.visuals.widgets;
    for visuals in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        visuals.bg_stroke = egui::Stroke::NONE;
    }
    widgets.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
    widgets.inactive.bg_fill = egui::Color32::TRANSPARENT;
}

/// How lines of a menu look.
pub(super) fn item_style(style: &mut Style) {
    bar_style(style);
    style.spacing.button_padding = egui::vec2(size::STEP, 2.0);
    style.spacing.interact_size.y = 26.0;
    style.spacing.item_spacing = egui::vec2(size::STEP, 0.0);
}
