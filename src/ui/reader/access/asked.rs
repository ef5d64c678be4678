//! What a screen reader asks of the article: another caret or selection, a place to be shown, an annotation.

use egui::accesskit::{Action, ActionData, ActionRequest, TextPosition};
use egui::{Event, Id, Ui};

use super::ArticleTree;
use super::marks::mark_id;
use crate::model::AnnotationId;
use crate::session::{OpenArticle, SelectCommand};
use crate::text::ByteOffset;
use crate::ui::Drawing;
use crate::ui::reader::pointer::select;
use crate::ui::reader::scroll::Window;
use crate::ui::reader::{Reader, Shown};

/// What was asked for in a frame.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asked {
    /// A selection, from its anchor to its head, in bytes of the article; a caret where they are one.
    selection: Option<(usize, usize)>,
    /// A place of the article to be brought into view.
    show: Option<ByteOffset>,
    /// Pixels that the text is to be moved up.
    scroll: f32,
    /// An annotation to be focused.
    focus: Option<AnnotationId>,
    /// Whether its menu is to be opened.
    menu: bool,
}

impl Reader {
    /// Does what a screen reader asks for; says whether that is the menu of the annotation in focus.
    pub(in crate::ui::reader) fn answer(
        &mut self,
        ui: &Ui,
        drawing: &mut Drawing<'_>,
        (shown, article): (&mut Shown, &OpenArticle),
        window: Window,
    ) -> bool {
        let asked = Asked::of(ui, Self::id(ui), article, &shown.tree);
        if let Some((anchor, head)) = asked.selection {
            drawing.out.run(select(anchor, head));
            self.keyboard.forget();
            self.follow = true;
            ui.ctx().request_repaint();
        }
        if let Some(id) = asked.focus {
            drawing.out.run(SelectCommand::Focus(Some(id)));
        }
        if let Some(place) = asked.show {
            shown.scroll.show(&mut shown.flow, drawing.ink.typesetter(), window, place, true);
        }
        if asked.scroll != 0.0 {
            shown.scroll.by(&shown.flow, window, asked.scroll);
        }
        asked.menu
    }
}

impl Asked {
    /// Reads what was asked of the article that the tree of the last frame shows.
    fn of(ui: &Ui, surface: Id, article: &OpenArticle, tree: &ArticleTree) -> Self {
        let mut asked = Self::default();
        let requests: Vec<ActionRequest> = ui.input(|i| {
            let requests = i.events.iter().filter_map(|event| match event {
                Event::AccessKitActionRequest(request) => Some(request.clone()),
                _ => None,
            });
            requests.collect()
        });
        for request in requests {
            asked.add(&request, surface, article, tree);
        }
        asked
    }

    fn add(&mut self, request: &ActionRequest, surface: Id, article: &OpenArticle, tree: &ArticleTree) {
        let is_document = request.target_node == surface.accesskit_id();
        let place = tree.start_of(surface, request.target_node);
        match (request.action, &request.data) {
            (Action::SetTextSelection, Some(ActionData::SetTextSelection(selection))) if is_document => {
                let offset = |position: TextPosition| tree.offset_of(position);
                if let (Some(anchor), Some(head)) = (offset(selection.anchor), offset(selection.focus)) {
                    self.selection = Some((anchor, head));
                }
            }
            (Action::ScrollIntoView, _) => {
                let place = place.or_else(|| mark(request, surface, article).map(|(_, start)| start));
                self.show = place.map(ByteOffset::new).or(self.show);
            }
            // The text is moved as one: by as much as brings what is asked for to the point.
            (Action::ScrollToPoint, Some(ActionData::ScrollToPoint(point))) if is_document => {
                self.scroll = -point.y as f32;
            }
            (Action::Click | Action::Focus | Action::ShowContextMenu, _)
                if !is_document && place.is_none() =>
            {
                let Some((id, _)) = mark(request, surface, article) else { return };
                self.menu = request.action == Action::ShowContextMenu;
                self.focus = Some(id);
            }
            _ => {}
        }
    }
}

/// The annotation that a request is about, and where it begins.
fn mark(request: &ActionRequest, surface: Id, article: &OpenArticle) -> Option<(AnnotationId, usize)> {
    let mut all = article.set().annotations().iter();
    let found = all.find(|annotation| mark_id(surface, annotation).accesskit_id() == request.target_node)?;
    Some((found.id.clone(), found.spans.first().start().get()))
}
