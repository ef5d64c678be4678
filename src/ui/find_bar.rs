//! Find in the article.

use egui::{Button, Context, Frame, Id, Key, Margin, Modifiers, Ui};

use super::actions::edit::{FIND_NEXT, FIND_PREVIOUS};
use super::text_field::{self, TextField};
use super::theme::size;
use super::{Drawing, icon, menu};
use crate::analysis::FoldRule;
use crate::session::{Search, SearchCommand, Session, Step};
use crate::words::{say, text};

/// A selection of more characters than this is not what somebody looks for.
const WORDS: usize = 60;

/// The field and its words.
#[derive(Debug)]
pub(super) struct FindBar {
    query: String,
    /// Whether the words are those of the last time, which are looked for when somebody says so.
    is_offered: bool,
    /// Whether they were said since they were looked for last: only then is the first place gone to.
    is_new: bool,
    wants_focus: bool,
}

impl FindBar {
    /// Opens with the selected words, if they are few; else it offers those looked for last.
    pub(super) fn new(session: &Session, last: &str) -> Self {
        let selected = selected(session);
        let is_offered = selected.is_none();
        let query = selected.unwrap_or_else(|| last.to_owned());
        Self { query, is_offered, is_new: !is_offered, wants_focus: true }
    }

    /// The words in the field.
    pub(super) fn words(&self) -> &str {
        &self.query
    }

    /// Takes the selected words and puts the caret into the field.
    pub(super) fn focus(&mut self, session: &Session) {
        if let Some(words) = selected(session) {
            (self.query, self.is_offered, self.is_new) = (words, false, true);
        }
        self.wants_focus = true;
    }

    /// Whether the caret is in the field, or was until the key of this frame.
    pub(super) fn has_keys(&self, ctx: &Context) -> bool {
        self.wants_focus || ctx.read_response(field_id()).is_some_and(|r| r.has_focus() || r.lost_focus())
    }

    /// Draws the bar; says whether it stays.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { session, theme, .. } = *drawing;
        let mut stays = true;
        let frame = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(16, 6));
        let drawn = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = size::HALF;
                self.field(ui, drawing);
                let search = session.article().map(crate::session::OpenArticle::search);
                let found = search.map_or(0, |s| s.found().len());
                let steps = [(&FIND_PREVIOUS, "↑", Step::Previous), (&FIND_NEXT, "↓", Step::Next)];
                for (action, glyph, step) in steps {
                    let button = ui
                        .add_enabled(found > 0, Button::new(glyph))
                        .on_hover_text(drawing.shortcuts.tooltip(action));
                    menu::named(&button, action.name());
                    if button.clicked() {
                        drawing.out.run(SearchCommand::StepSearch(step));
                    }
                }
                fold_rules(ui, drawing);
                let close = ui.button(icon::CLOSE).on_hover_text(text("window-close-tip"));
                menu::named(&close, text("window-find-close"));
                stays = !close.clicked();
                ui.add_space(size::HALF);
                let color = if found == 0 { theme.warning } else { theme.quiet };
                ui.add(egui::Label::new(egui::RichText::new(self.count(search)).color(color)).truncate());
            });
        });
        let line = drawn.response.rect;
        ui.painter().hline(line.x_range(), line.bottom(), (size::HAIRLINE, theme.hairline));
        stays
    }

    fn field(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let session = drawing.session;
        let id = field_id();
        if ui.memory(|m| m.has_focus(id)) {
            // Taken before the field sees them: Enter would make it let go of the keyboard.
            let step = ui.input_mut(|i| {
                let back = i.consume_key(Modifiers::SHIFT, Key::Enter);
                let next = i.consume_key(Modifiers::NONE, Key::Enter);
                if back { Some(Step::Previous) } else { next.then_some(Step::Next) }
            });
            if let Some(step) = step {
                if std::mem::take(&mut self.is_offered) {
                    self.is_new = true;
                } else {
                    drawing.out.run(SearchCommand::StepSearch(step));
                }
            }
        }
        let width = (ui.available_width() * 0.5).clamp(96.0, 280.0);
        let edit =
            TextField::line(&mut self.query).id(id).hint(text("window-find")).with_glass().width(width);
        let field = edit.show(ui, drawing.ink);
        menu::named(&field, text("window-find"));
        if std::mem::take(&mut self.wants_focus) {
            field.request_focus();
            text_field::select_all(ui.ctx(), id);
        }
        self.is_offered &= !field.changed();
        self.is_new |= field.changed();
        if self.is_offered {
            return;
        }
        let is_new = std::mem::take(&mut self.is_new);
        let known = session.article().map_or("", |a| a.search().query());
        if known != self.query {
            // An article that was come to for another reason is shown where that is.
            let query = self.query.clone();
            drawing.out.run(if is_new {
                SearchCommand::Search(query)
            } else {
                SearchCommand::LookFor(query)
            });
        }
    }

    fn count(&self, search: Option<&Search>) -> String {
        let is_asked = !self.query.is_empty() && !self.is_offered;
        let Some(search) = search.filter(|_| is_asked) else { return String::new() };
        match (search.current(), search.found().len()) {
            (_, 0) => text("window-find-none").to_owned(),
            (Some(at), all) => say!("window-find-at", at = at + 1, count = all),
            (None, all) => say!("window-find-count", count = all),
        }
    }
}

/// The switches of what is taken for the same.
fn fold_rules(ui: &mut Ui, drawing: &mut Drawing<'_>) {
    let folding = drawing.session.folding();
    let button = ui.menu_button("Aa", |ui| {
        ui.label(text("window-find-same"));
        for rule in FoldRule::ALL {
            let mut is_on = folding.has(rule);
            if ui.checkbox(&mut is_on, name(rule)).changed() {
                drawing.out.run(SearchCommand::SetFoldRule { rule, is_on });
            }
        }
    });
    menu::named(&button.response, text("window-find-same"));
    button.response.on_hover_text(text("window-find-same-tip"));
}

fn name(rule: FoldRule) -> &'static str {
    text(match rule {
        FoldRule::Case => "window-fold-case",
        FoldRule::Diacritics => "window-fold-diacritics",
        FoldRule::Quotes => "window-fold-quotes",
        FoldRule::Dashes => "window-fold-dashes",
        FoldRule::Blanks => "window-fold-blanks",
        FoldRule::Joiners => "window-fold-joiners",
        FoldRule::Forms => "window-fold-forms",
        FoldRule::Digits => "window-fold-digits",
        FoldRule::Nukta => "window-fold-nukta",
        FoldRule::Nasals => "window-fold-nasals",
        FoldRule::Chillu => "window-fold-chillu",
        FoldRule::Tashkeel => "window-fold-tashkeel",
        FoldRule::Hamza => "window-fold-hamza",
        FoldRule::ArabicLetters => "window-fold-arabic-letters",
        FoldRule::Tatweel => "window-fold-tatweel",
        FoldRule::Niqqud => "window-fold-niqqud",
    })
}

fn field_id() -> Id {
    Id::unique("find-field")
}

fn selected(session: &Session) -> Option<String> {
    let article = session.article()?;
    let text = &article.document().text;
    let words = text.slice(article.selection().span(text)?);
    (words.chars().take(WORDS + 1).count() <= WORDS && !words.contains(['\n', '\r']))
        .then(|| words.to_owned())
}
