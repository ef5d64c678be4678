//! The whole window: its panels, what floats over them, and who gets a key.

use std::path::PathBuf;

use egui::{CentralPanel, Context, Event, Frame, Id, Key, Margin, Panel, Popup, Ui};

use super::agreement::AgreementDialog;
use super::exchange::Exchange;
use super::find_bar::FindBar;
use super::floating::Floating;
use super::help::Help;
use super::inspector::Inspector;
use super::library::LibraryPanel;
use super::notices::Notices;
use super::palette::{CommandPalette, LabelPalette};
use super::progress::ProgressDialog;
use super::prompt::Prompt;
use super::reader::Reader;
use super::review::{Agreed, ReviewPanel};
use super::schema_editor::SchemaEditor;
use super::theme::{Theme, size};
use super::{Ink, Look, Output, Request, ThemeChoice, fonts, header, keys, label_bar, menu, welcome};
use crate::session::{Action, Command, FormatInfo, Notice, Session, Severity};
use crate::text::Span;

/// Where there is no room for three columns; the list of articles gives the inspector its place when it is hidden.
const NARROW: f32 = 720.0;
/// A review needs more room beside it than the inspector.
const NARROW_REVIEW: f32 = 900.0;

/// What is only of the window, and the means to draw it.
pub struct View {
    /// How it looks.
    pub look: Look,
    ink: Ink,
    reader: Reader,
    reader_id: Option<Id>,
    library: LibraryPanel,
    inspector: Inspector,
    review: ReviewPanel,
    find: Option<FindBar>,
    floating: Floating,
    help: Help,
    notices: Notices,
    recent: Vec<PathBuf>,
    formats: Vec<FormatInfo>,
    applied: Option<(ThemeChoice, f32)>,
    /// Whether a text field had the keyboard at the end of the last frame.
    typing: bool,
}

impl View {
    /// A window that looks as remembered; installs the interface's faces and colours.
    #[must_use]
    pub fn new(ctx: &Context, look: Look) -> Self {
        fonts::install(ctx);
        Theme::light().apply(ctx);
        ctx.options_mut(|options| {
            // The keys for zooming are in the table.
            options.zoom_with_keyboard = false;
            options.fallback_theme = egui::Theme::Light;
        });
        Self {
            look,
            ink: Ink::new(),
            reader: Reader::new(),
            reader_id: None,
            library: LibraryPanel::default(),
            inspector: Inspector::default(),
            review: ReviewPanel::default(),
            find: None,
            floating: Floating::Nothing,
            help: Help::Closed,
            notices: Notices::default(),
            recent: Vec::new(),
            formats: Vec::new(),
            applied: None,
            typing: false,
        }
    }

    /// Tells the analyst something.
    pub fn notify(&mut self, notice: Notice) {
        self.notices.put(notice);
    }

    /// Brings a stretch of the open article into view.
    pub fn reveal(&mut self, span: Span) {
        self.reader.reveal(span);
    }

    /// Asks who annotates, with a suggestion.
    pub fn ask_annotator(&mut self, suggested: &str) {
        self.floating = Floating::Prompt(Prompt::annotator(suggested));
    }

    /// Asks for the path of a folder or article, with the reason why no dialog does.
    pub fn ask_path(&mut self, reason: Option<String>) {
        self.floating = Floating::Prompt(Prompt::path(reason));
    }

    /// The workspaces opened before, last first.
    pub fn set_recent(&mut self, recent: Vec<PathBuf>) {
        self.recent = recent;
    }

    /// What can be exported and imported.
    pub fn set_formats(&mut self, formats: Vec<FormatInfo>) {
        self.formats = formats;
    }

    /// Paths were chosen in a dialog of the system.
    pub fn picked(&mut self, paths: &[PathBuf]) {
        if let Floating::Exchange(exchange) = &mut self.floating {
            exchange.picked(paths);
        }
    }

    /// Draws the window and says what was asked for.
    pub fn show(&mut self, ui: &mut Ui, session: &Session) -> Output {
        let ctx = ui.ctx().clone();
        self.apply_look(&ctx);
        let theme = Theme::of(&ctx);
        let mut out = Output::default();
        if matches!(self.floating, Floating::Nothing | Floating::Labels(_)) && self.help == Help::Closed {
            self.escape(&ctx, session, &mut out);
        }
        if matches!(self.floating, Floating::Nothing) && self.help == Help::Closed {
            keys::dispatch(&ctx, session, self.reader_id, &mut out);
        }
        // What a key asks for is there in this very frame.
        self.carry_out(session, &ctx, &mut out);
        self.panels(ui, session, &theme, &mut out);
        self.float(&ctx, session, &theme, &mut out);
        let acts = out.commands.iter().any(|command| matches!(command, Command::Act(_)));
        if self.carry_out(session, &ctx, &mut out) || acts {
            ctx.request_repaint();
        }
        self.typing = ctx.text_edit_focused();
        out
    }

    fn panels(&mut self, ui: &mut Ui, session: &Session, theme: &Theme, out: &mut Output) {
        let Self { look, ink, reader, .. } = self;
        let bar = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(8, 4));
        Panel::top("menu bar").frame(bar).show(ui, |ui| menu::show(ui, session, theme, look, ink, out));
        let bar = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(12, 4));
        let missing = if session.article().is_some() { reader.missing() } else { 0 };
        Panel::bottom("label bar")
            .frame(bar)
            .show(ui, |ui| label_bar::show(ui, session, missing, theme, out));
        if session.library().is_some() {
            self.side_panels(ui, session, theme, out);
        }
        let page = Frame::new().fill(theme.page);
        CentralPanel::default().frame(page).show(ui, |ui| self.centre(ui, session, theme, out));
    }

    fn side_panels(&mut self, ui: &mut Ui, session: &Session, theme: &Theme, out: &mut Output) {
        let side = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(12, 8));
        let all = ui.available_width();
        let Self { look, ink, library, inspector, review, .. } = self;
        // Where there is no room for three columns, a review has the place of the list.
        let reviewing = session.review().is_some();
        if look.library && (!reviewing || all >= NARROW_REVIEW) {
            let most = (all * 0.4).clamp(160.0, 480.0);
            let panel = Panel::left("library")
                .frame(side)
                .default_size(256.0_f32.min(all * 0.3))
                .size_range(160.0..=most);
            panel.show(ui, |ui| library.show(ui, session, theme, ink, out));
        }
        let room = all >= NARROW || !look.library || reviewing;
        if (reviewing || look.inspector) && room && (reviewing || session.article().is_some()) {
            let most = (all * 0.4).clamp(200.0, 560.0);
            let panel = Panel::right("inspector")
                .frame(side)
                .default_size(304.0_f32.min(all * 0.32))
                .size_range(200.0..=most);
            panel.show(ui, |ui| {
                if reviewing {
                    let listed = || session.library().map(|l| library.shown(l)).unwrap_or_default();
                    review.show(ui, session, &listed, theme, ink, out);
                } else {
                    inspector.show(ui, session, theme, ink, out);
                }
            });
        }
    }

    fn centre(&mut self, ui: &mut Ui, session: &Session, theme: &Theme, out: &mut Output) {
        let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
        if session.article().is_none() {
            self.reader_id = None;
            ui.spacing_mut().item_spacing.y = spacing;
            welcome::show(ui, session, theme, &self.recent, &mut self.ink, out);
            return;
        }
        header::show(ui, session, theme, &mut self.ink, out);
        if let Some(find) = &mut self.find
            && !find.show(ui, session, theme, out)
        {
            self.close_find(out);
        }
        self.reader_id = Some(Reader::id(ui));
        let pinch = ui.input(egui::InputState::zoom_delta);
        if pinch != 1.0 && ui.rect_contains_pointer(ui.available_rect_before_wrap()) {
            self.look.resize_text(pinch);
        }
        self.reader.show(ui, session, theme, &self.look, &mut self.ink, out);
    }

    fn float(&mut self, ctx: &Context, session: &Session, theme: &Theme, out: &mut Output) {
        let stays = self.floating.show(ctx, session, &self.formats, theme, &mut self.ink, out);
        if !stays {
            self.float_nothing();
        }
        self.help.show(ctx, session, theme);
        self.notices.show(ctx, size::BAR, theme, &mut self.ink);
        welcome::drop_overlay(ctx, theme, out);
    }

    fn float_nothing(&mut self) {
        self.floating = Floating::Nothing;
        self.reader.focus();
    }

    /// Does the actions asked for so far; says whether there were any.
    fn carry_out(&mut self, session: &Session, ctx: &Context, out: &mut Output) -> bool {
        let actions = std::mem::take(&mut out.actions);
        for action in &actions {
            self.act(*action, session, ctx, out);
        }
        !actions.is_empty()
    }

    /// One action of the window.
    fn act(&mut self, action: Action, session: &Session, ctx: &Context, out: &mut Output) {
        match action {
            Action::OpenFolder => out.request(Request::FolderDialog),
            Action::OpenPath => self.ask_path(None),
            Action::ChooseAnnotator => {
                let known = session.annotator().map(ToString::to_string).unwrap_or_default();
                self.ask_annotator(&known);
            }
            Action::SetAside => {
                if let Some(article) = session.article()
                    && let Some(blocked) = article.blocked()
                {
                    self.floating = Floating::Prompt(Prompt::set_aside(
                        blocked.path.display().to_string(),
                        article.set().annotations().len(),
                    ));
                }
            }
            Action::Quit => out.request(Request::Quit),
            Action::Copy => {
                let article = session.article().map(|a| (&a.document().text, a.selection()));
                if let Some((text, span)) = article.and_then(|(text, s)| Some((text, s.span(text)?))) {
                    ctx.copy_text(text.slice(span).to_owned());
                }
            }
            Action::Find if session.article().is_some() => {
                self.find.get_or_insert_with(|| FindBar::new(session)).focus(session);
            }
            Action::EditSchema if session.library().is_some() => {
                self.floating = Floating::Schema(Box::new(SchemaEditor::new(session.schema())));
            }
            Action::Export if menu::is_possible(action, session) => {
                let shown = session.library().map(|l| self.library.shown(l)).unwrap_or_default();
                self.floating = Floating::Exchange(Box::new(Exchange::export(session, shown)));
            }
            Action::Import if menu::is_possible(action, session) => {
                self.floating = Floating::Exchange(Box::new(Exchange::import()));
            }
            Action::Guidelines => {
                self.look.inspector = true;
                self.inspector.show_guidelines(session);
            }
            Action::Agreement if menu::is_possible(action, session) => {
                self.floating = Floating::Agreement(AgreementDialog::new(session, out));
            }
            Action::Progress if menu::is_possible(action, session) => {
                self.floating = Floating::Progress(ProgressDialog::new(out));
            }
            Action::TakeAgreed if menu::is_possible(action, session) => {
                self.floating = Floating::Agreed(Agreed::new(session));
            }
            Action::ChooseLabel => self.choose_label(session),
            Action::EditNote if menu::is_possible(action, session) => {
                self.look.inspector = true;
                self.look.library &= ctx.content_rect().width() >= NARROW;
                self.inspector.focus_note();
            }
            Action::Comment if menu::is_possible(action, session) => self.review.focus_comment(),
            Action::FilterArticles if session.library().is_some() => {
                self.look.library = true;
                self.library.focus_filter();
            }
            Action::CommandPalette => self.floating = Floating::Commands(CommandPalette::default()),
            Action::KeyboardHelp => self.help = Help::Keys,
            Action::About => self.help = Help::About,
            action => self.look.adjust(action),
        }
    }

    fn choose_label(&mut self, session: &Session) {
        let near = self.reader.selection_rect().or_else(|| self.reader.caret_rect());
        match LabelPalette::open(session, near) {
            Some(palette) => self.floating = Floating::Labels(palette),
            None if session.article().is_some() => self.notices.put(Notice {
                severity: Severity::Info,
                text: "Select some words first, or press a label's key to tag every selection from now on"
                    .to_owned(),
            }),
            None => {}
        }
    }

    /// Escape closes the nearest thing: palette, find, tag mode, selection, focus. Menus, dialogs and text fields
    /// have an Escape of their own, and egui has let a field go before this is asked.
    fn escape(&mut self, ctx: &Context, session: &Session, out: &mut Output) {
        let in_find = self.find.as_ref().is_some_and(|find| find.has_keys(ctx));
        let palette = matches!(self.floating, Floating::Labels(_));
        let elsewhere = (self.typing && !in_find && !palette) || Popup::is_any_open(ctx);
        if elsewhere || !ctx.input(|i| i.events.iter().any(is_escape)) {
            return;
        }
        ctx.input_mut(|i| i.events.retain(|event| !is_escape(event)));
        if palette {
            self.float_nothing();
        } else if self.find.is_some() {
            self.close_find(out);
        } else if let Some(command) =
            session.command(Action::LeaveTagMode).or_else(|| session.command(Action::LeaveReview))
        {
            out.run(command);
        } else if let Some(article) = session.article() {
            let selected = article.selection().span(&article.document().text).is_some();
            out.run(if selected { Command::ClearSelection } else { Command::Focus(None) });
        }
    }

    fn close_find(&mut self, out: &mut Output) {
        self.find = None;
        self.reader.focus();
        out.run(Command::Search(String::new()));
    }

    fn apply_look(&mut self, ctx: &Context) {
        let wanted = (self.look.theme, self.look.zoom);
        if self.applied.replace(wanted) == Some(wanted) {
            return;
        }
        ctx.set_theme(match self.look.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(self.look.zoom);
    }
}

const fn is_escape(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Escape, pressed: true, .. })
}

impl std::fmt::Debug for View {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("View").field("look", &self.look).finish_non_exhaustive()
    }
}
