//! The sheet of keys, and words about the program.

use std::sync::LazyLock;

use egui::{Id, Modal, RichText, ScrollArea, Ui};

use super::actions::help::{ABOUT, KEYBOARD_HELP, LICENCES};
use super::actions::{Action, Menu};
use super::theme::{Theme, size};
use super::{Drawing, Shortcuts, fonts, icon, keys, menu};
use crate::licences::THIRD_PARTY;
use crate::session::Session;
use crate::words::{say, text};

/// Which of them is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Help {
    /// None.
    #[default]
    Closed,
    /// The sheet of keys.
    Keys,
    /// The licences of what others made.
    Licences,
    /// The words about the program.
    About,
}

/// Keys of the reading surface, which are not actions, and what they do: messages.
const READING: [(&str, &str); 13] = [
    ("window-keys-drag.keys", "window-keys-drag"),
    ("window-keys-alt-drag.keys", "window-keys-alt-drag"),
    ("window-keys-double-click.keys", "window-keys-double-click"),
    ("window-keys-triple-click.keys", "window-keys-triple-click"),
    ("window-keys-click-mark.keys", "window-keys-click-mark"),
    ("window-keys-arrows.keys", "window-keys-arrows"),
    ("window-keys-shift-arrows.keys", "window-keys-shift-arrows"),
    ("window-keys-words.keys", "window-keys-words"),
    ("window-keys-line.keys", "window-keys-line"),
    ("window-keys-article.keys", "window-keys-article"),
    ("window-keys-pages.keys", "window-keys-pages"),
    ("window-keys-all.keys", "window-keys-all"),
    ("window-keys-wheel.keys", "window-keys-wheel"),
];

/// One part of the sheet: a title, and keys with what they do.
struct Section {
    title: &'static str,
    rows: Vec<(String, String)>,
}

impl Help {
    /// Draws what is open.
    pub(super) fn show(&mut self, drawing: &Drawing<'_>) {
        let Drawing { ctx, theme, .. } = *drawing;
        let (title, wide) = match self {
            Self::Closed => return,
            Self::Keys => (KEYBOARD_HELP.name(), 960.0),
            Self::Licences => (LICENCES.name(), 760.0),
            Self::About => (ABOUT.name(), size::DIALOG * 0.75),
        };
        let room = ctx.content_rect();
        let width = f32::min(wide, room.width() - 72.0);
        let id = Id::unique("help");
        let area = Modal::default_area(id).default_size(room.size()).accessible_name(title);
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(20.0);
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.veil()).show(ctx, |ui| {
            ui.set_width(width);
            let closed = ui.horizontal(|ui| {
                ui.label(RichText::new(title).family(fonts::strong()).size(size::HEADING));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let close = ui.add(egui::Button::new(icon::CLOSE).frame_when_inactive(false));
                    let close = close.on_hover_text(text("window-close-tip"));
                    menu::named(&close, text("common-close"));
                    close.clicked()
                })
                .inner
            });
            ui.add_space(size::STEP);
            match self {
                Self::Keys => {
                    let area = ScrollArea::vertical().max_height(room.height() - 136.0);
                    area.show(ui, |ui| sheet(ui, drawing, width));
                }
                Self::Licences => licences(ui, theme, room.height() - 136.0),
                Self::About => about(ui, theme),
                Self::Closed => {}
            }
            closed.inner
        });
        if modal.inner || modal.should_close() {
            *self = Self::Closed;
        }
    }
}

fn about(ui: &mut Ui, theme: &Theme) {
    ui.label(say!("window-about-version", version = env!("CARGO_PKG_VERSION")));
    ui.label(text("window-about-words"));
    ui.add_space(size::STEP);
    let quiet = |id| RichText::new(text(id)).color(theme.quiet).size(size::SMALL_TEXT);
    ui.label(quiet("window-about-licence"));
    ui.label(quiet("window-about-others"));
    ui.label(quiet("window-about-privacy"));
}

/// The notices, of which only the lines in sight are laid out.
fn licences(ui: &mut Ui, theme: &Theme, height: f32) {
    static LINES: LazyLock<Vec<&str>> = LazyLock::new(|| THIRD_PARTY.lines().collect());
    let font = egui::FontId::monospace(size::SMALL_TEXT);
    let row = ui.fonts_mut(|fonts| fonts.row_height(&font));
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::both().max_height(height).auto_shrink(false);
    area.show_rows(ui, row, LINES.len(), |ui, range| {
        for line in &LINES[range] {
            let line = RichText::new(*line).font(font.clone()).color(theme.text);
            ui.add(egui::Label::new(line).wrap_mode(egui::TextWrapMode::Extend));
        }
    });
}

fn sheet(ui: &mut Ui, drawing: &Drawing<'_>, width: f32) {
    let Drawing { session, theme, .. } = *drawing;
    let sections = sections(session, drawing.shortcuts);
    let count = if width > 820.0 {
        3
    } else if width > 520.0 {
        2
    } else {
        1
    };
    // Each section goes to the column that is shortest so far.
    let mut columns: Vec<(usize, Vec<&Section>)> = vec![(0, Vec::new()); count];
    for section in &sections {
        if let Some(shortest) = columns.iter_mut().min_by_key(|(length, _)| *length) {
            shortest.0 += section.rows.len() + 2;
            shortest.1.push(section);
        }
    }
    ui.columns(count, |uis| {
        for (ui, (_, sections)) in uis.iter_mut().zip(&columns) {
            for section in sections {
                ui.label(RichText::new(section.title).family(fonts::strong()).color(theme.accent));
                for (key, name) in &section.rows {
                    row(ui, key, name, theme);
                }
                ui.add_space(size::MARGIN);
            }
        }
    });
}

fn sections(session: &Session, shortcuts: &Shortcuts) -> Vec<Section> {
    let mut all: Vec<Section> = Menu::ALL
        .into_iter()
        .map(|menu| Section { title: menu.name(), rows: rows(menu, shortcuts) })
        .collect();
    let labels = session.schema().labels.iter().filter_map(|l| Some((l.key?.to_string(), l.name.clone())));
    all.push(Section { title: text("window-keys-labels"), rows: labels.collect() });
    let reading = READING.iter().map(|(key, name)| (text(key).to_owned(), text(name).to_owned()));
    all.push(Section { title: text("window-keys-reading"), rows: reading.collect() });
    all.retain(|section| !section.rows.is_empty());
    all.sort_by_key(|section| std::cmp::Reverse(section.rows.len()));
    all
}

fn rows(menu: Menu, shortcuts: &Shortcuts) -> Vec<(String, String)> {
    let row = |action: &'static Action| {
        let keys: Vec<String> = shortcuts.keys(action).into_iter().map(keys::written).collect();
        (!keys.is_empty()).then(|| (keys.join(", "), action.name().trim_end_matches('…').to_owned()))
    };
    menu.actions().filter_map(row).collect()
}

fn row(ui: &mut Ui, key: &str, name: &str, theme: &Theme) {
    ui.horizontal(|ui| {
        let width = ui.available_width();
        let keys = (width * 0.42).min(148.0);
        let key = RichText::new(key).color(theme.quiet).size(size::SMALL_TEXT);
        ui.allocate_ui_with_layout(
            egui::vec2(keys, 20.0),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(keys);
                ui.add(egui::Label::new(key).truncate());
            },
        );
        ui.add(egui::Label::new(name).truncate());
    });
}
