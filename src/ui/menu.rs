//! The bar at the top: menus from the table of actions, the workspace, find, command palette, annotator.

use egui::containers::menu::{MenuBar, MenuConfig};
use egui::{Align, Button, Layout, Response, ScrollArea, Style, Ui};

use super::theme::size;
use super::{Drawing, LabelStyle, Output, ThemeChoice, icon, keys};
use crate::model::Annotator;
use crate::session::{ACTIONS, Action, ActionSpec, Command, Menu, Session};

/// Where the menus fold into one.
const FOLDED: f32 = 680.0;
/// Where the buttons at the right lose their words.
const TERSE: f32 = 900.0;
/// A line stands before each of these.
const GROUPS: [Action; 21] = [
    Action::Rescan,
    Action::ChooseAnnotator,
    Action::Save,
    Action::Quit,
    Action::Copy,
    Action::Find,
    Action::EditSchema,
    Action::Delete,
    Action::NearBack,
    Action::AddPart,
    Action::StateTodo,
    Action::Accept,
    Action::OtherVersion,
    Action::TakeAgreed,
    Action::Blind,
    Action::NextArticle,
    Action::SelectWord,
    Action::ZoomTextIn,
    Action::ShowInvisibles,
    Action::ThemeSystem,
    Action::About,
];

/// Draws the bar.
pub(super) fn show(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let session = drawing.session;
    let width = ui.available_width();
    MenuBar::new().style(bar_style).config(MenuConfig::new().style(item_style)).ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        if width < FOLDED {
            named(&ui.menu_button(format!("{} Menu", icon::MENU), |ui| menus(ui, drawing)).response, "Menu");
        } else {
            menus(ui, drawing);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::HALF;
            let terse = width < TERSE;
            let who = session.annotator().map_or_else(|| "Annotator…".to_owned(), ToString::to_string);
            annotators(ui, drawing, &who, width < FOLDED);
            let commands =
                Tool { action: Action::CommandPalette, icon: icon::COMMAND, text: "Commands", terse };
            commands.show(ui, drawing.out);
            if session.article().is_some() {
                find(ui, terse, drawing.out);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| title(ui, drawing));
        });
    });
}

fn menus(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    for menu in Menu::ALL {
        ui.menu_button(menu.name(), |ui| {
            ui.set_width(304.0_f32.min(ui.ctx().content_rect().width() - size::GROUP));
            let most = ui.ctx().content_rect().height() - size::BAR - size::GROUP;
            ScrollArea::vertical().max_height(most).show(ui, |ui| {
                for (index, spec) in ACTIONS.iter().filter(|spec| spec.menu == menu).enumerate() {
                    if index > 0 && GROUPS.contains(&spec.action) {
                        ui.separator();
                    }
                    if item(ui, drawing, spec).clicked() {
                        drawing.out.act(spec.action);
                    }
                }
            });
        });
    }
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
    let others = session.others();
    if others.is_empty() {
        let tool = Tool { action: Action::ChooseAnnotator, icon: icon::USER, text: who, terse };
        tool.show(ui, drawing.out);
        return;
    }
    let shown = if terse { icon::USER.to_owned() } else { format!("{} {who}", icon::USER) };
    let menu = ui.menu_button(shown, |ui| {
        ui.set_width(240.0);
        if ui.button(Action::ChooseAnnotator.spec().name).clicked() {
            drawing.out.act(Action::ChooseAnnotator);
        }
        ui.separator();
        ui.label(egui::RichText::new("Show beside your own").color(theme.quiet).size(size::SMALL_TEXT));
        for annotator in others {
            let mut on = session.looked_at().contains(&annotator);
            if ui.checkbox(&mut on, annotator.as_str()).changed() {
                drawing.out.run(Command::LookAt(toggled(session.looked_at(), annotator, on)));
            }
        }
        ui.separator();
        let mut blind = session.is_blind();
        let spec = Action::Blind.spec();
        if ui.checkbox(&mut blind, spec.name).on_hover_text(spec.description).changed() {
            drawing.out.act(Action::Blind);
        }
    });
    named(&menu.response, who);
}

/// These annotators with another one, or without, by name.
pub(super) fn toggled(whom: &[Annotator], annotator: Annotator, on: bool) -> Vec<Annotator> {
    let mut whom: Vec<Annotator> = whom.iter().filter(|other| **other != annotator).cloned().collect();
    whom.extend(on.then_some(annotator));
    whom.sort_unstable();
    whom
}

/// A button that looks like the field it opens.
fn find(ui: &mut Ui, terse: bool, out: &mut Output) {
    let spec = Action::Find.spec();
    let button = if terse {
        Button::new(icon::SEARCH)
    } else {
        let key = spec.keys.first().map(|k| keys::written(k)).unwrap_or_default();
        let field = ui.visuals().text_edit_bg_color();
        let line = ui.visuals().widgets.noninteractive.bg_stroke;
        Button::new(format!("{} Find…", icon::SEARCH))
            .shortcut_text(key)
            .fill(field)
            .stroke(line)
            .min_size([176.0, 0.0].into())
    };
    let response = ui.add(button).on_hover_text(tooltip(spec));
    named(&response, "Find");
    if response.clicked() {
        out.act(Action::Find);
    }
}

/// A button of the bar that does an action.
struct Tool<'a> {
    action: Action,
    icon: &'a str,
    text: &'a str,
    /// Whether there is room for the icon alone.
    terse: bool,
}

impl Tool<'_> {
    fn show(&self, ui: &mut Ui, out: &mut Output) {
        let Self { action, icon, text, terse } = *self;
        let shown = if terse { icon.to_owned() } else { format!("{icon} {text}") };
        let tip = tooltip(action.spec());
        let response = ui.button(shown).on_hover_text(if terse { format!("{text}\n{tip}") } else { tip });
        named(&response, text);
        if response.clicked() {
            out.act(action);
        }
    }
}

fn item(ui: &mut Ui, drawing: &Drawing<'_>, spec: &ActionSpec) -> Response {
    let session = drawing.session;
    let shortcut = spec.keys.first().map(|k| keys::written(k)).unwrap_or_default();
    let name = match spec.action {
        Action::Undo => with_object(spec.name, session.undo_name()),
        Action::Redo => with_object(spec.name, session.article().and_then(|a| a.history().redo_name())),
        _ => spec.name.to_owned(),
    };
    let on = is_on(drawing, spec.action);
    let text = if on == Some(true) { format!("{name}  {}", icon::CHECK) } else { name.clone() };
    let button = Button::new(text).shortcut_text(shortcut).truncate();
    let response = ui.add_enabled(is_possible(spec.action, session), button);
    named(&response, &name);
    if let Some(on) = on {
        response.ctx.accesskit_node_builder(response.id, |node| node.set_toggled(on.into()));
    }
    response.on_hover_text(spec.description).on_disabled_hover_text(spec.description)
}

/// Of what can be on or off, whether it is on.
fn is_on(drawing: &Drawing<'_>, action: Action) -> Option<bool> {
    let session = drawing.session;
    Some(match action {
        Action::ShowInvisibles => drawing.look.invisibles,
        Action::Blind => session.is_blind(),
        Action::ToggleLibrary => drawing.look.library,
        Action::ToggleInspector => drawing.look.inspector,
        Action::ThemeSystem => drawing.look.theme == ThemeChoice::System,
        Action::ThemeLight => drawing.look.theme == ThemeChoice::Light,
        Action::ThemeDark => drawing.look.theme == ThemeChoice::Dark,
        _ => return None,
    })
}

fn with_object(verb: &str, what: Option<&str>) -> String {
    what.map_or_else(|| verb.to_owned(), |what| format!("{verb}: {what}"))
}

/// Whether doing it now would do anything.
#[must_use]
pub(super) fn is_possible(action: Action, session: &Session) -> bool {
    let article = session.article();
    let selected = || article.is_some_and(|a| a.selection().span(&a.document().text).is_some());
    let focused = || article.is_some_and(|a| a.focused().is_some());
    match action {
        Action::Copy => selected(),
        Action::ChooseLabel => selected() || focused(),
        Action::EditNote => focused(),
        Action::Find => article.is_some(),
        Action::SetAside => article.is_some_and(|a| a.blocked().is_some()),
        Action::FilterArticles | Action::EditSchema | Action::Export | Action::Import => {
            session.library().is_some()
        }
        Action::LeaveTagMode => session.tag_mode().is_some(),
        Action::Progress => session.library().is_some(),
        Action::Agreement => session.library().is_some_and(|library| library.annotators().len() > 1),
        Action::TakeAgreed => article.is_some() && session.looked_at().len() > 1,
        Action::Comment => session.review().is_some_and(|review| review.item().is_some()),
        _ => action.is_of_window() || session.command(action).is_some(),
    }
}

/// What a tooltip says of an action: its description and its keys.
#[must_use]
pub(super) fn tooltip(spec: &ActionSpec) -> String {
    match spec.keys.first() {
        Some(key) => format!("{} ({})", spec.description, keys::written(key)),
        None => spec.description.to_owned(),
    }
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

fn item_style(style: &mut Style) {
    bar_style(style);
    style.spacing.button_padding = egui::vec2(size::STEP, 2.0);
    style.spacing.interact_size.y = 26.0;
    style.spacing.item_spacing = egui::vec2(size::STEP, 0.0);
}
