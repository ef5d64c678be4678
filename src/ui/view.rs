//! The whole window: how it looks, the means to draw it, and its panels.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Ui};

use super::access::AccessTree;
use super::drawing::Drawing;
use super::floating::Floating;
use super::panels::Panels;
use super::theme::Theme;
use super::{Ink, Look, Output, Shortcuts, ShownPace, ThemeChoice, fonts};
use crate::model::Zone;
use crate::session::{Notice, Session};
use crate::text::Span;

/// What is only of the window, and the means to draw it.
pub struct View {
    /// How it looks.
    pub look: Look,
    shortcuts: Shortcuts,
    ink: Ink,
    panels: Panels,
    recent: Vec<PathBuf>,
    name: Option<String>,
    zone: Zone,
    pace: Option<ShownPace>,
    applied: Option<(egui::ThemePreference, f32)>,
    /// Whether contrast is high and motion less in the styles of egui.
    styled: (bool, bool),
}

impl View {
    /// A window that looks as remembered; installs the interface's faces and colours.
    #[must_use]
    pub fn new(ctx: &Context, look: Look) -> Self {
        fonts::install(ctx);
        AccessTree::install(ctx);
        let styled = (look.has_high_contrast(), look.has_less_motion());
        Theme::apply(ctx, styled.0, styled.1);
        ctx.options_mut(|options| {
            // The keys for zooming are in the table.
            options.zoom_with_keyboard = false;
            options.fallback_theme = egui::Theme::Light;
        });
        Self {
            look,
            shortcuts: Shortcuts::default(),
            ink: Ink::new(),
            panels: Panels::default(),
            recent: Vec::new(),
            name: None,
            zone: Zone::default(),
            pace: None,
            applied: None,
            styled,
        }
    }

    /// Tells the analyst something.
    pub fn notify(&mut self, notice: Notice) {
        self.panels.notices.put(notice);
    }

    /// Takes back what was told in these words.
    pub fn withdraw(&mut self, text: &str) {
        self.panels.notices.withdraw(text);
    }

    /// Brings a stretch of an article on screen into view.
    pub fn reveal(&mut self, session: &Session, file: &str, span: Span) {
        self.panels.reveal(session, file, span);
    }

    /// Begins an article at a paragraph, when it is first shown.
    pub fn start_at(&mut self, file: Arc<str>, paragraph: usize) {
        self.panels.reader.start_at(file, paragraph);
    }

    /// The article that is shown and its paragraph at the top of the window.
    #[must_use]
    pub fn place(&self) -> Option<(&str, usize)> {
        self.panels.reader.place()
    }

    /// Asks who annotates, with a suggestion.
    pub fn ask_annotator(&mut self, suggested: &str) {
        self.panels.ask_annotator(suggested);
    }

    /// Asks for the path of a folder or article, with the reason why no dialog does.
    pub fn ask_path(&mut self, reason: Option<String>) {
        self.panels.ask_path(reason);
    }

    /// The workspaces opened before, last first.
    pub fn set_recent(&mut self, recent: Vec<PathBuf>) {
        self.recent = recent;
    }

    /// The annotator's name as it was typed.
    pub fn set_name(&mut self, name: Option<String>) {
        self.name = name;
    }

    /// The keys of actions.
    #[must_use]
    pub const fn shortcuts(&self) -> &Shortcuts {
        &self.shortcuts
    }

    /// Other keys than those of the table.
    pub fn set_shortcuts(&mut self, shortcuts: Shortcuts) {
        self.shortcuts = shortcuts;
    }

    /// How long the annotator worked here, where that was measured.
    pub const fn set_pace(&mut self, pace: Option<ShownPace>) {
        self.pace = pace;
    }

    /// What clocks show here; UTC until it is said.
    pub fn set_zone(&mut self, zone: Zone) {
        self.zone = zone;
    }

    /// What a path that is being typed may become.
    pub fn paths_found(&mut self, typed: &str, paths: Vec<String>) {
        if let Floating::Prompt(prompt) = &mut self.panels.floating {
            prompt.paths_found(typed, paths);
        }
    }

    /// Paths were chosen in a dialog of the system.
    pub fn picked(&mut self, paths: &[PathBuf]) {
        self.panels.floating.picked(paths);
        self.panels.overview.picked(paths);
    }

    /// Draws the window and says what was asked for.
    pub fn show(&mut self, ui: &mut Ui, session: &Session) -> Output {
        let ctx = ui.ctx().clone();
        self.apply_look(&ctx);
        self.ask(&ctx, session, |panels, drawing| panels.show(ui, drawing))
    }

    /// Says what was typed in fields that count once they are left: the window is to close.
    pub fn leave_fields(&mut self, ctx: &Context, session: &Session) -> Output {
        self.ask(ctx, session, Panels::leave_fields)
    }

    fn ask(
        &mut self,
        ctx: &Context,
        session: &Session,
        ask: impl FnOnce(&mut Panels, &mut Drawing<'_>),
    ) -> Output {
        let theme = Theme::of(ctx);
        let mut out = Output::default();
        let Self { look, shortcuts, ink, panels, recent, name, zone, pace, .. } = self;
        let (theme, name) = (&theme, name.as_deref());
        let keys = &*shortcuts;
        let mut drawing = Drawing {
            ctx,
            session,
            theme,
            look,
            shortcuts: keys,
            ink,
            out: &mut out,
            recent,
            name,
            zone,
            pace: *pace,
        };
        ask(panels, &mut drawing);
        for rebinding in std::mem::take(&mut out.rebindings) {
            shortcuts.apply(rebinding);
        }
        out
    }

    fn apply_look(&mut self, ctx: &Context) {
        let styled = (self.look.has_high_contrast(), self.look.has_less_motion());
        if std::mem::replace(&mut self.styled, styled) != styled {
            Theme::apply(ctx, styled.0, styled.1);
        }
        let theme = match (self.look.theme, self.look.desktop.is_dark) {
            (ThemeChoice::System, None) => egui::ThemePreference::System,
            (ThemeChoice::Light, _) | (ThemeChoice::System, Some(false)) => egui::ThemePreference::Light,
            (ThemeChoice::Dark, _) | (ThemeChoice::System, Some(true)) => egui::ThemePreference::Dark,
        };
        let wanted = (theme, self.look.whole_zoom());
        if self.applied.replace(wanted) == Some(wanted) {
            return;
        }
        ctx.set_theme(theme);
        ctx.set_zoom_factor(wanted.1);
    }
}

impl std::fmt::Debug for View {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("View").field("look", &self.look).finish_non_exhaustive()
    }
}
