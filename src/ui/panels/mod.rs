//! The panels of the window, what floats over them, and who gets a key.

mod clear_color;
mod escape;
mod readers;
mod regions;

use egui::{CentralPanel, Frame, Id, Margin, Panel, Rect, Ui};

pub(in crate::ui) use self::clear_color::panel_frame;
pub(crate) use self::clear_color::{ground, note_cleared};
use self::regions::{Region, Regions};
use super::access::{AccessTree, Narration, title};
use super::beside::Beside;
use super::claims::ClaimsPage;
use super::drawer::Drawer;
use super::drawing::Drawing;
use super::entities::{EntitiesPage, EntityPicker};
use super::feedback::FeedbackPanel;
use super::find_bar::FindBar;
use super::floating::Floating;
use super::help::Help;
use super::inspector::Inspector;
use super::library::LibraryPanel;
use super::links::LinkLabelPalette;
use super::marks_here::MarksHere;
use super::notices::Notices;
use super::overview::{OverviewPage, OverviewPart};
pub(super) use super::page::Page;
use super::page::leads_to_text;
use super::prompt::Prompt;
use super::reader::Reader;
use super::review::ReviewPanel;
use super::text_field::hold_keys;
use super::theme::size;
use super::{Pending, entities, keys, label_bar, leave, menu, rail, welcome};
use crate::session::{Leaving, LinkTarget, Notice, SearchCommand, Session, Severity};

/// Where there is no room for three columns; the list of articles gives the inspector its place when it is hidden.
pub(super) const NARROW: f32 = 720.0;

/// Everything that is drawn, with what is only of it.
#[derive(Default)]
pub(super) struct Panels {
    pub reader: Reader,
    pub library: LibraryPanel,
    pub inspector: Inspector,
    pub review: ReviewPanel,
    pub feedback: FeedbackPanel,
    pub find: Option<FindBar>,
    /// What was looked for when find was closed.
    last_words: String,
    pub claims: Box<ClaimsPage>,
    pub floating: Floating,
    pub help: Help,
    pub notices: Notices,
    pub entities: EntitiesPage,
    pub overview: OverviewPage,
    /// What the middle shows.
    pub page: Page,
    /// The list over the text, where there is no room for it beside.
    drawer: Drawer,
    /// The article beside the text, where two are shown.
    beside: Beside,
    reader_id: Option<Id>,
    narration: Narration,
    regions: Regions,
    /// Whether a text field had the keyboard at the end of the last frame.
    typing: bool,
}

impl Panels {
    /// Asks who annotates, with a suggestion.
    pub(super) fn ask_annotator(&mut self, suggested: &str) {
        self.floating = Floating::Prompt(Prompt::annotator(suggested));
    }

    /// Asks for the path of a folder or article, with the reason why no dialog does.
    pub(super) fn ask_path(&mut self, reason: Option<String>) {
        self.floating = Floating::Prompt(Prompt::path(reason));
    }

    /// What was typed in fields that count once they are left counts now.
    pub(super) fn leave_fields(&mut self, drawing: &mut Drawing<'_>) {
        self.entities.commit(drawing);
        self.inspector.commit(drawing);
    }

    /// Draws the window.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        hold_keys(drawing.ctx);
        self.follow(drawing);
        let file = drawing.session.article().map(|article| article.document().file.clone());
        AccessTree::window(ui, &title(file.as_deref()));
        self.narration.tell(drawing, self.notices.has_new());
        let asks = drawing.session.leaving().is_some_and(Leaving::asks);
        let is_free = self.help == Help::Closed && !asks;
        self.ask_link_label(drawing);
        let small = Floating::is_small;
        if (matches!(self.floating, Floating::Nothing) || small(&self.floating)) && is_free {
            self.escape(drawing);
        }
        if matches!(self.floating, Floating::Nothing) && is_free {
            let reads = self.page == Page::Articles;
            if self.page == Page::Entities {
                entities::keys(drawing);
            }
            keys::dispatch(drawing, self.reader_id, reads);
        }
        if !drawing.out.is_empty() {
            // What was typed before a key is done before what the key asks for.
            self.leave_fields(drawing);
        }
        // What a key asks for is there in this very frame.
        self.carry_out(drawing);
        self.all(ui, drawing);
        self.float(drawing);
        let asked = &drawing.out.pending;
        if self.page != Page::Articles && asked.iter().any(|asked| leads_to_text(asked, drawing.session)) {
            self.show_articles();
        }
        self.narration.note(drawing);
        let acts = drawing.out.pending.iter().any(Pending::is_action);
        if self.carry_out(drawing) || acts {
            drawing.ctx.request_repaint();
        }
        self.typing = drawing.ctx.text_edit_focused();
    }

    /// Where the other end of a link was chosen, asks which link it is.
    fn ask_link_label(&mut self, drawing: &Drawing<'_>) {
        let is_asked = matches!(self.floating, Floating::LinkLabel(_));
        let asks = drawing.session.linking().is_some_and(|linking| linking.to.is_some());
        if asks && matches!(self.floating, Floating::Nothing) {
            self.floating = Floating::LinkLabel(LinkLabelPalette::near(self.reader.selection_rect()));
        } else if is_asked && !asks {
            self.float_nothing();
        }
    }

    fn all(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        let bar = panel_frame(drawing.ctx, theme).inner_margin(Margin::symmetric(8, 4));
        self.regions.begin();
        Panel::top("menu-bar").frame(bar).show(ui, |ui| {
            self.regions.draw(ui, Region::Menus);
            menu::show(ui, drawing);
        });
        let bar = panel_frame(drawing.ctx, theme).inner_margin(Margin::symmetric(12, 4));
        let missing = if session.article().is_some() { self.reader.missing() } else { 0 };
        Panel::bottom("label-bar").frame(bar).show(ui, |ui| {
            self.regions.draw(ui, Region::Labels);
            label_bar::show(ui, drawing, missing);
        });
        if self.page != Page::Overview {
            self.overview.close(drawing);
        }
        if self.page != Page::Entities {
            self.entities.commit(drawing);
        }
        let page = Frame::new().fill(theme.page);
        if session.library().is_some() {
            self.drawer.fold(drawing, self.page);
            let rail = rail::show(ui, drawing, self.page, &self.drawer, |ui| {
                self.regions.draw(ui, Region::Pages);
            });
            if !self.page.has_articles() {
                self.reader_id = None;
                self.inspector.commit(drawing);
                let stays = CentralPanel::default().frame(page).show(ui, |ui| {
                    self.regions.draw(ui, Region::Middle);
                    match self.page {
                        Page::Overview => self.overview.show(ui, drawing),
                        _ => self.entities.show(ui, drawing),
                    }
                });
                if !stays.inner {
                    self.show_articles();
                }
                return;
            }
            self.side_panels(ui, drawing, rail);
        }
        CentralPanel::default().frame(page).show(ui, |ui| {
            self.regions.draw(ui, Region::Middle);
            self.centre(ui, drawing);
        });
    }

    fn side_panels(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, rail: Rect) {
        let Drawing { session, theme, .. } = *drawing;
        let side = panel_frame(drawing.ctx, theme).inner_margin(Margin::symmetric(12, 8));
        let all = ui.available_width();
        let has_page = self.page == Page::Claims;
        let Self { library, inspector, review, feedback, drawer, regions, .. } = self;
        let has_feedback = session.feedback().is_some();
        let reviewing = session.review().is_some() || has_feedback;
        let folds = drawer.is_folded();
        if folds {
            drawer.allow_beside(rail);
        } else if drawing.look.library {
            let most = (all * 0.4).clamp(160.0, 480.0);
            let panel = Panel::left("library")
                .frame(side)
                .default_size(256.0_f32.min(all * 0.3))
                .size_range(160.0..=most);
            panel.show(ui, |ui| {
                regions.draw(ui, Region::Articles);
                library.show(ui, drawing);
            });
        }
        let room = all >= NARROW || folds || !drawing.look.library || reviewing;
        let has_text = !has_page || reviewing;
        let has_inspector = drawing.look.inspector && session.article().is_some() && !reviewing;
        if !(has_inspector && room && has_text) {
            inspector.commit(drawing);
        }
        if (reviewing || has_inspector) && room && has_text {
            let most = (all * 0.4).clamp(200.0, 560.0);
            let panel = Panel::right("inspector")
                .frame(side)
                .default_size(304.0_f32.min(all * 0.32))
                .size_range(200.0..=most);
            panel.show(ui, |ui| {
                regions.draw(ui, Region::Details);
                if has_feedback {
                    feedback.show(ui, drawing);
                } else if reviewing {
                    let listed = || session.library().map(|l| library.shown(l)).unwrap_or_default();
                    review.show(ui, drawing, &listed);
                } else {
                    inspector.show(ui, drawing);
                }
            });
        }
    }

    /// Shows or hides the list of articles: beside the text, or over it where there is no room.
    pub(super) fn toggle_library(&mut self, drawing: &mut Drawing<'_>) {
        if self.drawer.is_folded() {
            self.drawer.toggle();
        } else {
            drawing.look.library = !drawing.look.library;
        }
    }

    /// Shows the list of articles, with the keyboard on its filter.
    pub(super) fn filter_articles(&mut self, drawing: &mut Drawing<'_>) {
        if self.drawer.is_folded() {
            self.drawer.open();
        } else {
            drawing.look.library = true;
        }
        self.library.focus_filter();
    }

    /// Gives the keyboard to the inspector, which is shown for it; from there, and from any field, to the text.
    pub(super) fn switch_keys(&mut self, drawing: &mut Drawing<'_>) {
        let has_text = drawing.ctx.memory(egui::Memory::focused) == self.reader_id;
        if has_text && drawing.session.review().is_none() {
            drawing.look.inspector = true;
            drawing.look.library &= drawing.ctx.content_rect().width() >= NARROW;
            self.inspector.focus();
        } else {
            self.reader.focus();
        }
    }

    fn centre(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
        if drawing.session.article().is_none() {
            self.reader_id = None;
            ui.spacing_mut().item_spacing.y = spacing;
            welcome::show(ui, drawing);
            return;
        }
        if self.page == Page::Claims {
            self.reader_id = None;
            ui.spacing_mut().item_spacing.y = spacing;
            if !self.claims.show(ui, drawing) {
                self.show_articles();
            }
            return;
        }
        self.texts(ui, drawing);
    }

    fn float(&mut self, drawing: &mut Drawing<'_>) {
        let Self { drawer, library, .. } = self;
        if drawer.show(drawing, library) {
            self.reader.focus();
        }
        if !self.floating.show(drawing) {
            self.float_nothing();
            // The keyboard is the text's again in the next frame, whatever comes.
            drawing.ctx.request_repaint();
        }
        self.help.show(drawing);
        leave::show(drawing);
        self.notices.show(drawing, size::BAR);
        welcome::drop_overlay(drawing);
    }

    fn float_nothing(&mut self) {
        self.floating = Floating::Nothing;
        self.reader.focus();
    }

    /// Does what the window is asked for so far; says whether that was anything.
    fn carry_out(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let actions = std::mem::take(&mut drawing.out.actions);
        for action in &actions {
            if (action.possible)(drawing.session) {
                (action.run)(self, drawing);
            } else if let Some(hint) = action.hint().filter(|_| drawing.session.article().is_some()) {
                self.notices.put(Notice { severity: Severity::Info, text: hint.to_owned() });
            }
        }
        let pick = drawing.out.pick.take();
        if let Some(target) = pick.clone() {
            self.pick_entity(drawing, target);
        }
        let listed = drawing.out.listed.take();
        let does_more = listed.is_some() || !drawing.out.told.is_empty();
        if let Some(marks) = listed {
            self.floating = Floating::Here(marks);
        }
        for notice in std::mem::take(&mut drawing.out.told) {
            self.notices.put(notice);
        }
        !actions.is_empty() || pick.is_some() || does_more
    }

    /// Lists the annotations over the focused one, or over the caret.
    pub(super) fn list_here(&mut self, drawing: &mut Drawing<'_>) {
        let near = self.reader.selection_rect().or_else(|| self.reader.caret_rect());
        self.floating = MarksHere::at_caret(drawing.session, near).map_or(Floating::Nothing, Floating::Here);
    }

    /// Offers the entities that may be meant, under the focused annotation.
    pub(super) fn pick_entity(&mut self, drawing: &Drawing<'_>, target: LinkTarget) {
        let near = self.reader.selection_rect().or_else(|| self.reader.caret_rect());
        if let Some(picker) = EntityPicker::open(drawing.session, target, near) {
            self.floating = Floating::Entity(Box::new(picker));
        }
    }

    /// Shows the page of claims in place of the text, or the text again.
    pub(super) fn toggle_claims(&mut self) {
        if self.page == Page::Claims {
            self.show_articles();
        } else {
            (self.page, self.claims) = (Page::Claims, Box::default());
        }
    }

    /// Shows the articles again, with the keyboard on the text.
    pub(super) fn show_articles(&mut self) {
        self.page = Page::Articles;
        self.reader.focus();
    }

    /// Shows the page of figures, at a part of it or as it was left.
    pub(super) fn show_overview(&mut self, part: Option<OverviewPart>, drawing: &mut Drawing<'_>) {
        self.page = Page::Overview;
        self.overview.open(part, drawing);
    }

    /// Opens find, or puts the caret into it.
    pub(super) fn open_find(&mut self, session: &Session) {
        self.find.get_or_insert_with(|| FindBar::new(session, &self.last_words)).focus(session);
    }

    fn close_find(&mut self, drawing: &mut Drawing<'_>) {
        if let Some(find) = self.find.take() {
            find.words().clone_into(&mut self.last_words);
        }
        self.reader.focus();
        drawing.out.run(SearchCommand::Search(String::new()));
    }
}
