//! The reader: the article's text with its marks, to be read, selected and annotated.
//!
//! One pass: keys, scrolling, layout of what is in the window, the pointer, painting. Nothing in it costs more
//! for a longer article.

mod access;
mod arcs;
mod bubble;
mod caret;
mod chosen;
mod context;
mod crowds;
mod frame;
mod keyboard;
mod letters;
mod marks;
mod others;
mod paint;
mod pointer;
mod scroll;
mod suggested;
mod tag_room;
mod tagging;
mod tags;
mod view;

use std::collections::HashMap;
use std::sync::Arc;

use egui::{EventFilter, Id, Popup, Rect, Response, Ui};

use self::access::ArticleTree;
use self::arcs::Arcs;
use self::bubble::Bubble;
use self::chosen::ChosenBlocks;
use self::context::ContextMenu;
use self::crowds::Signs;
use self::keyboard::Keyboard;
use self::marks::Emphasis;
use self::pointer::{Pointer, Surface};
use self::scroll::{Scroll, Window};
use crate::model::Annotator;
use crate::session::{Link, OpenArticle, Session};
use crate::text::{ByteOffset, Span};
use crate::typeset::{Anchor, Flow, TextStyle, Weight};
use crate::ui::Drawing;

/// Line height of article text: Indic vowel signs need the room, and so do tags and underlines.
const LINE_HEIGHT: f32 = 1.7;
/// The widest column, in ems: about 75 characters.
const MEASURE: f32 = 36.0;
/// Seconds the caret is shown, and then not shown.
const BLINK: f64 = 0.53;
/// Seconds after its last move for which it blinks; each blink draws the window anew, which costs where graphics are software.
const BLINK_FOR: f64 = 5.0;

/// The article being shown.
#[derive(Debug)]
struct Shown {
    file: Arc<str>,
    flow: Flow,
    scroll: Scroll,
    size: f32,
    supplied: u64,
    tree: ArticleTree,
}

/// The view state of the reading area; what is selected and focused is the session's.
#[derive(Debug, Default)]
pub(in crate::ui) struct Reader {
    shown: Option<Shown>,
    places: HashMap<Arc<str>, Anchor>,
    pointer: Pointer,
    keyboard: Keyboard,
    bubble: Bubble,
    context: ContextMenu,
    arcs: Arcs,
    signs: Signs,
    chosen: ChosenBlocks,
    chosen_of_others: HashMap<Annotator, ChosenBlocks>,
    wants_focus: bool,
    follow: bool,
    reveal: Option<Span>,
    caret: Option<(ByteOffset, f64)>,
    selection_rect: Option<Rect>,
    caret_rect: Option<Rect>,
    missing: usize,
    lacks_cjk: bool,
    painted: bool,
}

impl Reader {
    /// Takes the keyboard at the next frame.
    pub(in crate::ui) const fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Begins an article at a block, when it is first shown.
    pub(in crate::ui) fn start_at(&mut self, file: Arc<str>, block: usize) {
        self.places.insert(file, Anchor { block, into: 0.0 });
    }

    /// The article that is shown and its block at the top of the window.
    #[must_use]
    pub(in crate::ui) fn place(&self) -> Option<(&str, usize)> {
        self.shown.as_ref().map(|shown| (&*shown.file, shown.scroll.anchor().block))
    }

    /// Opens the menu of the mark or the selection at the caret.
    pub(in crate::ui) const fn open_menu(&mut self) {
        self.context.open();
    }

    /// Brings a stretch into view at the next frame, if it is not there already; to the middle when it is far.
    pub(in crate::ui) const fn reveal(&mut self, span: Span) {
        self.reveal = Some(span);
    }

    /// Where the visible part of the selection is, or else of the focused annotation, in points of the screen.
    #[must_use]
    pub(in crate::ui) const fn selection_rect(&self) -> Option<Rect> {
        self.selection_rect
    }

    /// Where the caret is, in points of the screen; nothing out of sight.
    #[must_use]
    pub(in crate::ui) const fn caret_rect(&self) -> Option<Rect> {
        self.caret_rect
    }

    /// The links of the focused annotation whose other ends were not in sight in the last frame.
    #[must_use]
    pub(in crate::ui) fn links_elsewhere(&mut self, session: &Session) -> Vec<Link> {
        self.arcs.elsewhere(session)
    }

    /// How many characters in sight no face has.
    #[must_use]
    pub(in crate::ui) const fn missing(&self) -> usize {
        self.missing
    }

    /// Whether characters in sight are of Chinese, Japanese or Korean writing and no face has them.
    #[must_use]
    pub(in crate::ui) const fn lacks_cjk(&self) -> bool {
        self.lacks_cjk
    }

    /// The widget that has the keyboard while the reader in `ui` is used.
    #[must_use]
    pub(in crate::ui) fn id(ui: &Ui) -> Id {
        ui.scope_id().with("reader")
    }

    /// Shows the open article in all the room `ui` has left.
    pub(in crate::ui) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        if let Some(article) = drawing.session.article() {
            self.show_article(ui, drawing, article, true);
        }
    }

    /// Shows an article beside the one that is worked on: a press in it makes it that one.
    pub(in crate::ui) fn show_beside(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        if let Some(article) = drawing.session.beside() {
            self.show_article(ui, drawing, article, false);
        }
    }

    /// The keyboard is the reader's whenever nothing else wants it; says whether it is.
    fn keep_focus(&mut self, ui: &Ui, response: &Response) -> bool {
        let free = !Popup::is_any_open(ui.ctx());
        let id = response.id;
        let wants = std::mem::take(&mut self.wants_focus);
        ui.memory_mut(|m| {
            let idle = m.focused().is_none() && free && m.allows_interaction(response.layer_id);
            if (wants || idle) && !m.has_focus(id) {
                m.request_focus(id);
            }
            let filter =
                EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
            m.set_focus_lock_filter(id, filter);
            m.has_focus(id)
        })
    }

    /// The flow of the open article, made anew where another one was shown, at the width the area allows.
    fn open(&mut self, ui: &Ui, drawing: &mut Drawing<'_>, area: Rect, article: &OpenArticle) -> Shown {
        let ink = &mut *drawing.ink;
        let scale = ui.pixels_per_point();
        let size = drawing.look.text_size * scale;
        let margin = (area.width() * 0.1).clamp(20.0, 96.0);
        let width = ((area.width() - 2.0 * margin) * scale).min(MEASURE * size).max(size * 4.0).floor();
        let document = article.document();
        let style = TextStyle {
            size,
            line_height: LINE_HEIGHT,
            weight: Weight::Regular,
            language: article.language(),
        };
        // Reading the system's fonts takes a moment: the first frame shows what the bundled faces have.
        if self.painted {
            let _ = ink.supply();
        }
        let same = |s: &Shown| s.file == document.file && *s.flow.text() == document.text;
        let mut shown = match self.shown.take() {
            Some(shown) if same(&shown) => shown,
            other => {
                if let Some(left) = other {
                    self.places.insert(left.file, left.scroll.anchor());
                }
                self.pointer.let_go();
                self.keyboard.forget();
                self.bubble = Bubble::default();
                let anchor = self.places.get(&document.file).copied().unwrap_or_default();
                Shown {
                    file: document.file.clone(),
                    flow: Flow::new(document.text.clone(), style.clone(), width),
                    scroll: Scroll::at(anchor),
                    size,
                    supplied: ink.supplied(),
                    tree: ArticleTree::default(),
                }
            }
        };
        if (shown.flow.width() - width).abs() > 0.5 || (shown.size - size).abs() > f32::EPSILON {
            let Shown { flow, scroll, .. } = &mut shown;
            scroll.keep(flow, ink.typesetter(), Window::new(area, scale), |flow| flow.set(style, width));
            shown.size = size;
        } else {
            shown.flow.set(style, width);
        }
        if shown.supplied != ink.supplied() {
            shown.supplied = ink.supplied();
            shown.flow.forget();
        }
        shown
    }

    /// Wheel, what is to be revealed, and the caret that keys have moved.
    fn scroll(
        &mut self,
        ui: &Ui,
        drawing: &mut Drawing<'_>,
        response: &Response,
        (shown, article): (&mut Shown, &OpenArticle),
        window: Window,
    ) {
        let typesetter = drawing.ink.typesetter();
        let wheel = ui.input(|i| i.smooth_scroll_delta().y);
        if wheel != 0.0 && response.contains_pointer() {
            shown.scroll.by(&shown.flow, window, -wheel * ui.pixels_per_point());
            self.follow = false;
        }
        if let Some(span) = self.reveal.take().filter(|s| s.end() <= article.document().text.end()) {
            shown.scroll.show(&mut shown.flow, typesetter, window, span.start(), true);
        }
        if std::mem::take(&mut self.follow) {
            shown.scroll.show(&mut shown.flow, typesetter, window, article.selection().head, false);
        }
    }

    fn emphasis(
        &mut self,
        ui: &Ui,
        response: &Response,
        surface: Surface<'_>,
        session: &Session,
    ) -> Emphasis {
        let Surface { view, article, focused, .. } = surface;
        let over = response.contains_pointer() && !self.pointer.is_dragging();
        let cluster = ui.input(|i| i.pointer.hover_pos()).filter(|_| over).and_then(|at| view.cluster_at(at));
        let hovered = cluster.and_then(|cluster| {
            let placed = view.placed.iter().find(|placed| placed.range.contains(&cluster.start))?;
            let set = (article.set(), session.schema());
            self.chosen.of(set, placed, None).at(ByteOffset::new(cluster.start)).cloned()
        });
        Emphasis { focused: focused.map(|a| a.id.clone()), hovered, preview: self.pointer.preview() }
    }
}
