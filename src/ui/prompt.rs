//! The questions the window may have to ask: who annotates, which path to open, whether to set a sidecar aside.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Align, Id, Key, Layout, Modal, Modifiers, RichText, Ui};

use super::path_field::PathField;
use super::text_field::{self, TextField};
use super::theme::size;
use super::waiting::waiting;
use super::{Drawing, Ink, LabelStyle, Output, Request, dialog, fonts, menu};
use crate::model::Annotator;
use crate::names::romanized;
use crate::session::{SaveCommand, Session};
use crate::words::{say, text};

/// A question, with a field where it needs an answer in words.
#[derive(Debug)]
pub(super) struct Prompt {
    question: Question,
    text: String,
    fresh: bool,
    /// The path was asked for; what was typed stays until it is there.
    is_sent: bool,
    /// What was asked for last.
    tried: Option<String>,
    paths: PathField,
    /// Whether the caret goes to the end: the path was completed.
    moves_caret: bool,
}

#[derive(Debug)]
enum Question {
    Annotator,
    Path(Option<String>),
    SetAside { file: Arc<str>, path: String, usable: usize, keep: bool },
}

impl Prompt {
    /// Who annotates?
    pub(super) fn annotator(suggested: &str) -> Self {
        Self {
            question: Question::Annotator,
            text: suggested.to_owned(),
            fresh: true,
            is_sent: false,
            tried: None,
            paths: PathField::new(),
            moves_caret: false,
        }
    }

    /// Which path? With the reason why no dialog asks for it.
    pub(super) const fn path(reason: Option<String>) -> Self {
        Self {
            question: Question::Path(reason),
            text: String::new(),
            fresh: true,
            is_sent: false,
            tried: None,
            paths: PathField::new(),
            moves_caret: false,
        }
    }

    /// Shall the sidecar of the article on screen, which cannot be used, be renamed?
    pub(super) fn set_aside(session: &Session) -> Option<Self> {
        let article = session.article()?;
        let path = article.blocked()?.path.display().to_string();
        let (file, usable) = (article.document().file.clone(), article.set().annotations().len());
        Some(Self {
            question: Question::SetAside { file, path, usable, keep: usable > 0 },
            text: String::new(),
            fresh: true,
            is_sent: false,
            tried: None,
            paths: PathField::new(),
            moves_caret: false,
        })
    }

    /// Draws the question; says whether it stays.
    pub(super) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        if self.is_sent && session.scanning().is_none() {
            self.is_sent = false;
            // A path that leads nowhere can be put right.
            if session.scan_failure().is_none() {
                return false;
            }
        }
        // What is asked about one article is not done to another.
        if matches!(&self.question, Question::SetAside { file, .. } if !session.shows(file)) {
            return false;
        }
        let mut stays = true;
        let width = (size::DIALOG * 0.8).min(ctx.content_rect().width() - 64.0);
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(20.0);
        let modal =
            Modal::new(Id::unique("prompt")).backdrop_color(theme.veil()).frame(frame).show(ctx, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = size::STEP;
                ui.label(RichText::new(self.title()).family(fonts::strong()).size(size::HEADING));
                drawing.ink.paragraph(ui, &self.hint(), LabelStyle::regular(size::TEXT, theme.quiet), width);
                if let Question::SetAside { usable, keep, .. } = &mut self.question
                    && *usable > 0
                {
                    ui.checkbox(keep, say!("panels-prompt-set-aside-keep", count = *usable));
                }
                let enter = self.field(ui, drawing.ink);
                if matches!(self.question, Question::Path(_)) && self.paths.show(ui, drawing, &mut self.text)
                {
                    self.moves_caret = true;
                }
                match (self.problem(), self.slug()) {
                    (Some(problem), _) => {
                        ui.colored_label(theme.danger, problem);
                    }
                    (None, Some(slug)) => {
                        let slug = say!("panels-prompt-slug", slug = slug.as_str());
                        ui.colored_label(theme.quiet, slug);
                    }
                    (None, None) => {}
                }
                if matches!(self.question, Question::Path(_)) {
                    self.outcome(ui, drawing);
                }
                ui.add_space(size::HALF);
                let ready = self.is_ready();
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if dialog::confirm(ui, self.verb(), ready, theme).clicked() || (enter && ready) {
                        self.answer(drawing.out);
                        self.is_sent = matches!(self.question, Question::Path(_));
                        self.tried = self.is_sent.then(|| self.text.clone());
                        stays = self.is_sent;
                    }
                    stays &= !ui.button(text("common-cancel")).clicked();
                });
            });
        ctx.accesskit_node_builder(Id::unique("prompt"), |node| node.set_label(self.title()));
        stays && !modal.should_close()
    }

    /// How it stands with the path that was asked for.
    fn outcome(&self, ui: &mut Ui, drawing: &Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        if self.is_sent {
            ui.horizontal(|ui| {
                waiting(ui);
                ui.colored_label(theme.quiet, text("panels-prompt-path-sent"));
            });
        } else if let Some(failure) =
            session.scan_failure().filter(|_| self.tried.as_ref() == Some(&self.text))
        {
            ui.colored_label(theme.danger, failure);
        }
    }

    fn title(&self) -> &'static str {
        text(match self.question {
            Question::Annotator => "panels-prompt-annotator",
            Question::Path(_) => "panels-prompt-path",
            Question::SetAside { .. } => "panels-prompt-set-aside",
        })
    }

    fn verb(&self) -> &'static str {
        text(match self.question {
            Question::Annotator => "panels-prompt-annotator-verb",
            Question::Path(_) => "panels-prompt-path-verb",
            Question::SetAside { .. } => "panels-prompt-set-aside-verb",
        })
    }

    fn hint(&self) -> String {
        match &self.question {
            Question::Annotator => text("panels-prompt-annotator-hint").to_owned(),
            Question::Path(reason) => {
                reason.clone().unwrap_or_else(|| text("panels-prompt-path-hint").to_owned())
            }
            Question::SetAside { path, .. } => format!("{}\n{path}", text("panels-prompt-set-aside-hint")),
        }
    }

    /// The field, where there is one; says whether Enter was pressed.
    fn field(&mut self, ui: &mut Ui, ink: &mut Ink) -> bool {
        let name = match self.question {
            Question::Annotator => text("panels-prompt-annotator-field"),
            Question::Path(_) => text("panels-prompt-path-field"),
            Question::SetAside { .. } => return false,
        };
        let id = Id::unique("prompt-field");
        let has_keys = ui.memory(|m| m.has_focus(id));
        let enter = has_keys && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
        if has_keys && matches!(self.question, Question::Path(_)) {
            self.moves_caret |= self.paths.keys(ui, &mut self.text);
        }
        // Tab completes where there is something to complete.
        let completes = matches!(self.question, Question::Path(_)) && self.paths.offers();
        let edit = TextField::line(&mut self.text).id(id).keeps_tab(completes).width(f32::INFINITY);
        let field = edit.show(ui, ink);
        menu::named(&field, name);
        if std::mem::take(&mut self.fresh) {
            field.request_focus();
            // What is suggested is typed over.
            text_field::select_all(ui.ctx(), id);
        }
        if std::mem::take(&mut self.moves_caret) {
            field.request_focus();
            text_field::to_end(ui.ctx(), id);
        }
        enter
    }

    /// What a path that is being typed may become.
    pub(super) fn paths_found(&mut self, typed: &str, paths: Vec<String>) {
        if typed == self.text {
            self.paths.found(paths);
        }
    }

    fn problem(&self) -> Option<&'static str> {
        let typed = self.text.trim();
        let is_name = matches!(self.question, Question::Annotator) && !typed.is_empty();
        // A name of which no letter is left would be anybody's.
        let is_usable = typed.contains(|c: char| c.is_ascii_alphanumeric())
            || Annotator::from_any(&romanized(typed)) != Annotator::from_any(&romanized(""));
        (is_name && !is_usable).then(|| text("panels-prompt-no-letter"))
    }

    /// What stands in the names of files for the name that is typed.
    fn slug(&self) -> Option<Annotator> {
        let text = self.text.trim();
        let is_name = matches!(self.question, Question::Annotator) && !text.is_empty();
        is_name.then(|| Annotator::from_any(&romanized(text)))
    }

    fn is_ready(&self) -> bool {
        matches!(self.question, Question::SetAside { .. })
            || (!self.text.trim().is_empty() && self.problem().is_none())
    }

    fn answer(&self, out: &mut Output) {
        let text = self.text.trim();
        match self.question {
            Question::Annotator => {
                let annotator = Annotator::from_any(&romanized(text));
                out.request(Request::Annotate { annotator, name: text.to_owned() });
            }
            Question::Path(_) => {
                let bare = text.trim_matches(['"', '\'']).trim_start_matches("file://");
                out.request(Request::OpenPath(PathBuf::from(bare)));
            }
            Question::SetAside { keep, .. } => out.run(SaveCommand::SetAside { keep }),
        }
    }
}
