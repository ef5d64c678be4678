//! The program as eframe drives it: events in, a frame out.

use std::path::Path;
use std::time::{Duration, Instant};

use egui::{Context, Ui, ViewportCommand};

use super::Options;
use super::background::Background;
use super::clock::{now, zone};
use super::desktop::DesktopSettings;
use super::dialogs;
use super::ending::Ending;
use super::input_method::InputMethod;
use super::interface_language::InterfaceLanguage;
use super::opening::{Opened, Opening};
use super::pace::PaceMeter;
use super::paths::Paths;
use super::preferences::{Remembered, theme_choice};
use super::start::LaunchTime;
use super::system::{expanded, home, samples};
use super::unsaved::UnsavedWork;
use crate::analysis::counted;
use crate::jobs::{Job, JobKind, Message};
use crate::session::{
    Command, Effect, Event, LeaveAnswer, Leaving, LibraryCommand, Notice, SaveCommand, Session, Severity,
};
use crate::ui::{Pending, Request, View};
use crate::words::{say, text};

/// The longest that closing waits for sidecars to be written; what is not written then is saved past the disk's thread.
const CLOSING: Duration = Duration::from_secs(10);

/// The longest that closing waits where the analyst would rather lose work.
const DISCARDING: Duration = Duration::from_secs(1);

/// The program with its window.
pub struct Program {
    session: Session,
    pub(super) view: View,
    background: Background,
    remembered: Remembered,
    paths: Paths,
    launch: Option<LaunchTime>,
    /// Whether a frame with text has been drawn.
    drawn: bool,
    pub(super) title: String,
    pub(super) input_method: InputMethod,
    /// Where it hands over what is not on disk.
    unsaved: UnsavedWork,
    ending: Ending,
    /// Whether the window may close: all work is safe.
    may_close: bool,
    /// Whether the analyst is asked.
    asks: bool,
    /// Whether the analyst would rather lose work than wait.
    discards: bool,
    keep_theme: bool,
    pace: PaceMeter,
    /// Events of the system that come too early for the last frame.
    pub(super) waiting: Vec<egui::Event>,
    /// Reading the corpus, which would take the processors from the frame that shows the article.
    after_frame: Vec<Job>,
    /// Whether a frame was drawn since the last step.
    has_drawn: bool,
    language: InterfaceLanguage,
    desktop: DesktopSettings,
}

impl Program {
    /// Makes the program in a window that eframe has opened, and opens what was asked for.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn new(ctx: &Context, options: Options) -> anyhow::Result<Self> {
        Opening::begin(options)?.finish(ctx, None, Ending::default())
    }

    /// The program around what was opened before there was a window.
    pub(super) fn around(opened: Opened, ctx: &Context, launch: Option<LaunchTime>, ending: Ending) -> Self {
        let Opened { session, background, remembered, unsaved, theme, effects } = opened;
        let mut look = remembered.look();
        look.theme = theme.map_or(look.theme, theme_choice);
        let mut view = View::new(ctx, look);
        view.set_recent(remembered.get().recent.clone());
        view.set_name(remembered.get().name.clone());
        view.set_shortcuts(remembered.shortcuts());
        view.set_zone(zone());
        if let Some(article) = &remembered.get().article {
            view.start_at(article.as_str().into(), remembered.get().paragraph);
        }
        let mut program = Self {
            session,
            view,
            background,
            remembered,
            paths: Paths::default(),
            launch,
            drawn: false,
            title: String::new(),
            input_method: InputMethod::default(),
            unsaved,
            ending,
            may_close: false,
            asks: false,
            discards: false,
            keep_theme: theme.is_some(),
            pace: PaceMeter::default(),
            waiting: Vec::new(),
            after_frame: Vec::new(),
            has_drawn: false,
            language: InterfaceLanguage::default(),
            desktop: DesktopSettings::default(),
        };
        program.language.follow(&program.view.look);
        program.unsaved.hand_over(&program.session);
        program.carry_out(effects);
        program
    }

    /// What is open.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Looks as the desktop asks for from now on, where the analyst has chosen nothing else.
    pub(super) fn set_desktop_settings(&mut self, desktop: DesktopSettings) {
        self.desktop = desktop;
    }

    fn run(&mut self, command: impl Into<Command>) {
        let command = command.into();
        let discards = command == Command::Save(SaveCommand::Leave(LeaveAnswer::Discard));
        let effects = self.session.run(command, &now());
        self.discards |= discards && effects.iter().any(|effect| matches!(effect, Effect::Close));
        self.unsaved.hand_over(&self.session);
        self.carry_out(effects);
    }

    fn take(&mut self, event: Event) {
        if let Event::Job(Message::Finished(id, _)) = &event {
            log::debug!("ended: {id}");
        }
        let effects = self.session.on_event(event, &now());
        self.unsaved.hand_over(&self.session);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Begin(job) if job.id.kind == JobKind::ReadCorpus => self.after_frame.push(*job),
                Effect::Begin(job) => self.background.begin(*job),
                Effect::Notify(notice) => self.tell(notice),
                Effect::Withdraw(text) => self.view.withdraw(&text),
                Effect::Close => self.may_close = true,
                Effect::Open(path) => {
                    self.show_outside(&path, |path, error| {
                        say!("app-no-browser", path = path, error = error)
                    });
                }
                Effect::Reveal(file, span) => self.view.reveal(&self.session, &file, span),
                Effect::Picked(paths) => self.view.picked(&paths),
                Effect::AskAnnotator => self.view.ask_annotator(&self.remembered.name_or_login()),
                Effect::AskPath => self.view.ask_path(Some(dialogs::no_chooser())),
                Effect::RememberAnnotator(annotator) => {
                    self.remembered.change(|p| p.annotator = Some(annotator.to_string()));
                }
                Effect::RememberWorkspace(path) => {
                    let path = std::path::absolute(&path).unwrap_or(path);
                    self.remembered.change(|p| p.remember(path));
                    self.view.set_recent(self.remembered.get().recent.clone());
                }
            }
        }
    }

    fn tell(&mut self, notice: Notice) {
        match notice.severity {
            Severity::Error => log::error!("{}", notice.text),
            Severity::Warning => log::warn!("{}", notice.text),
            Severity::Info | Severity::Success => log::info!("{}", notice.text),
        }
        self.view.notify(notice);
    }

    fn answer(&mut self, request: Request, ctx: &Context) {
        match request {
            Request::FolderDialog => self.ask_folder(),
            Request::ExportDialog => dialogs::pick_folder(self.background.inbox()),
            Request::ImportDialog => dialogs::pick_files(self.background.inbox()),
            Request::OpenSamples => match samples() {
                Some(path) => self.run(LibraryCommand::OpenWorkspace(path)),
                None => self.tell(Notice::new(Severity::Warning, text("app-no-samples"))),
            },
            Request::OpenPath(path) => self.run(LibraryCommand::OpenWorkspace(expanded(path, home()))),
            Request::CompletePath(typed) => self.paths.ask(typed, ctx),
            Request::Annotate { annotator, name } => {
                self.view.set_name(Some(name.clone()));
                self.remembered.change(|p| p.name = Some(name));
                self.run(LibraryCommand::SetAnnotator(annotator));
            }
            Request::ShowFolder(path) => self
                .show_outside(&path, |path, error| say!("app-no-file-manager", path = path, error = error)),
            Request::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// Has the system's own program show a file or folder; `failure` says that nothing shows it, and why.
    fn show_outside(&mut self, path: &Path, failure: fn(String, String) -> String) {
        if let Err(error) = system_open::that_detached(path) {
            let told = failure(path.display().to_string(), error.to_string());
            self.tell(Notice::new(Severity::Warning, told));
        }
    }

    /// Asks for a folder to open; where no dialog can be had, in the window.
    fn ask_folder(&mut self) {
        if let Err(error) = dialogs::ask_folder(self.background.inbox()) {
            self.view.ask_path(Some(say!("app-dialog-failed", error = error.to_string())));
        }
    }

    /// Everything but drawing: what happened meanwhile, saving, the window's title, closing.
    pub fn step(&mut self, ctx: &Context) {
        if self.drawn
            && let Some(launch) = self.launch.take()
        {
            log::info!("first frame with text after {} ms", launch.elapsed().as_millis());
        }
        if std::mem::take(&mut self.has_drawn) {
            for job in std::mem::take(&mut self.after_frame) {
                self.background.begin(job);
            }
        }
        for event in self.background.events() {
            self.take(event);
        }
        if let Some(found) = self.paths.found() {
            self.view.paths_found(&found.typed, found.paths);
        }
        self.take(Event::Tick);
        if let Some(due) = self.session.next_due() {
            ctx.request_repaint_after(Duration::from_millis(due.saturating_sub(now().millis).max(1)));
        }
        self.close_when_asked(ctx);
        self.log_question();
        let title = self
            .session
            .article()
            .map_or_else(|| "Tippani".to_owned(), |a| say!("app-title", file = &*a.document().file));
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
    }

    /// Notes in the log that the analyst is asked what is to become of work.
    fn log_question(&mut self) {
        let asks = self.session.leaving().is_some_and(Leaving::asks);
        if asks && !self.asks {
            for work in self.session.at_risk() {
                let changes = counted(work.changes, "change");
                log::warn!("asked: {changes} of {} neither saved nor kept", work.file);
            }
        }
        self.asks = asks;
    }

    /// Closes the window once all work is safe; a signal that asks for it waits for no answer.
    fn close_when_asked(&mut self, ctx: &Context) {
        let is_asked = ctx.input(|i| i.viewport().close_requested());
        let is_ending = self.ending.hear();
        if is_ending || is_asked && !self.may_close {
            let output = self.view.leave_fields(ctx, &self.session);
            self.run_pending(output.pending);
        }
        if is_ending {
            self.may_close = true;
        } else if is_asked && !self.may_close {
            self.run(SaveCommand::Close);
        }
        match (is_asked, self.may_close) {
            (true, true) => self.ending.close(),
            (true, false) => ctx.send_viewport_cmd(ViewportCommand::CancelClose),
            (false, true) => ctx.send_viewport_cmd(ViewportCommand::Close),
            (false, false) => {}
        }
    }

    /// Draws one frame and does what was asked for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.desktop.tell(&mut self.view.look);
        let output = self.view.show(ui, &self.session);
        self.run_pending(output.pending);
        for request in output.requests {
            self.answer(request, &ui.ctx().clone());
        }
        self.language.follow(&self.view.look);
        self.remember_article();
        self.pace.follow(&self.session, &mut self.remembered, &mut self.view, ui.ctx());
        let look = &self.view.look;
        let theme = self.remembered.get().theme;
        self.remembered.take(look, self.view.shortcuts());
        if self.keep_theme {
            self.remembered.change(|p| p.theme = theme);
        }
        self.remembered.write();
        if self.session.article().is_some() && self.launch.is_some() {
            self.drawn = true;
            // The next frame begins when this one is on the screen.
            ui.ctx().request_repaint();
        }
        self.has_drawn = true;
        if !self.after_frame.is_empty() {
            ui.ctx().request_repaint();
        }
        if let Some(due) = self.session.next_due() {
            // What was just done goes to the journal without waiting for the next event.
            ui.ctx().request_repaint_after(Duration::from_millis(due.saturating_sub(now().millis).max(1)));
        }
    }

    fn run_pending(&mut self, pending: Vec<Pending>) {
        for pending in pending {
            if let Some(command) = pending.command(&self.session) {
                self.run(command);
            }
        }
    }

    /// Remembers which article is on screen; where in it is noted when it changes, and at the end, not at each turn of the wheel.
    fn remember_article(&mut self) {
        let file = self.session.article().map(|article| article.document().file.clone());
        if file.is_some() && file.as_deref() != self.remembered.get().article.as_deref() {
            self.remember_place();
        }
    }

    fn remember_place(&mut self) {
        if let Some((file, paragraph)) = self.view.place() {
            self.remembered.change(|p| (p.article, p.paragraph) = (Some(file.to_string()), paragraph));
        }
    }

    /// Saves what is left and waits for it, though not for ever; what cannot be saved is kept for the next time.
    pub fn close(&mut self) {
        if self.background.is_finished() {
            return;
        }
        let started = Instant::now();
        let patience = if self.discards { DISCARDING } else { CLOSING };
        let left = || patience.saturating_sub(started.elapsed());
        if !self.discards {
            self.run(SaveCommand::Save);
        }
        while self.session.is_saving() && !self.discards {
            let Some(event) = self.background.wait(left()) else { break };
            let saved = matches!(&event, Event::Job(Message::Finished(id, Ok(_))) if matches!(id.kind, JobKind::Save | JobKind::SaveSchema));
            self.take(event);
            if saved {
                // A save that was under way may not have the last change in it.
                self.run(SaveCommand::Save);
            }
        }
        self.background.finish(left());
        for event in self.background.events() {
            self.take(event);
        }
        if self.discards {
            self.unsaved.discard();
        }
        for reason in self.unsaved.save_all().failed {
            log::error!("{reason}");
        }
        self.remember_place();
        self.pace.end(&mut self.remembered);
        self.remembered.finish();
    }
}

impl std::fmt::Debug for Program {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Program").field("session", &self.session).finish_non_exhaustive()
    }
}
