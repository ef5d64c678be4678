//! Links that are suggested for a claim: the other claims with their reasons, each to be linked or rejected.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align2, Button, Frame, Id, Key, Margin, Modal, Modifiers, RichText, ScrollArea, Ui, WidgetInfo};

use super::words::reason;
use crate::analysis::{Board, BoardEntry, ClaimSearch, ClaimSuggestion};
use crate::model::EntryKey;
use crate::session::{BoardCommand, LibraryCommand, LinkCommand, LinkOption};
use crate::ui::keyboard_layout::take_digit;
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, fonts, menu};
use crate::words::{say, text};

/// So many are shown.
const SHOWN: usize = 10;

/// The list with the one gone to.
#[derive(Debug, Default)]
pub(in crate::ui) struct SuggestedLinks {
    current: usize,
    moved: bool,
    found: Option<Found>,
}

/// What was found for a claim, kept as long as nothing it depends on changes.
#[derive(Debug)]
struct Found {
    board: Arc<Board>,
    search: Arc<ClaimSearch>,
    own: EntryKey,
    /// What was left out, because it was rejected.
    rejected: Vec<EntryKey>,
    all: Vec<ClaimSuggestion>,
}

impl SuggestedLinks {
    /// Draws the list for a claim of the board; takes keys where `has_keys`. Says whether the text is to be shown.
    pub(in crate::ui) fn show(
        &mut self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        own: &EntryKey,
        has_keys: bool,
    ) -> bool {
        let Drawing { session, theme, .. } = *drawing;
        let Some(board) = session.board().cloned() else {
            ui.colored_label(theme.quiet, text("claims-reading"));
            return false;
        };
        if session.claim_search().is_none() {
            drawing.out.run(BoardCommand::Search);
            ui.colored_label(theme.quiet, text("links-searching"));
            return false;
        }
        let Some(claim) = board.entry(own) else {
            ui.colored_label(theme.quiet, text("links-none-suggested"));
            return false;
        };
        let shown = self.find(drawing, &board, own);
        self.current = self.current.min(shown.len().saturating_sub(1));
        let mut opens = has_keys && self.keys(ui, drawing, &board, claim, &shown);
        for (number, suggestion) in shown.iter().enumerate() {
            let is_current = has_keys && number == self.current;
            let Some(other) = board.entries().get(suggestion.entry) else { continue };
            opens |= self.one(ui, drawing, (claim, other), suggestion, is_current);
        }
        self.moved = false;
        if shown.is_empty() {
            ui.colored_label(theme.quiet, text("links-none-suggested"));
        }
        rejected(ui, drawing, &board, own);
        opens
    }

    /// The claims that are suggested now: of those that were found the ones that are not linked or rejected since.
    fn find(&mut self, drawing: &Drawing<'_>, board: &Arc<Board>, own: &EntryKey) -> Vec<ClaimSuggestion> {
        let session = drawing.session;
        let Some(search) = session.claim_search() else { return Vec::new() };
        let rejected = session.rejected_for(own);
        let is_known = self.found.as_ref().is_some_and(|found| {
            let is_same = Arc::ptr_eq(&found.board, board) && Arc::ptr_eq(&found.search, search);
            is_same && found.own == *own && found.rejected == rejected
        });
        if !is_known {
            let at = board.position(own);
            let all = at.and_then(|at| session.suggested_links(at, 3 * SHOWN)).unwrap_or_default();
            if self.found.as_ref().is_none_or(|found| found.own != *own) {
                self.current = 0;
            }
            let (board, search, own) = (board.clone(), search.clone(), own.clone());
            self.found = Some(Found { board, search, own, rejected, all });
        }
        let linked: Vec<EntryKey> = session.links_of(own).into_iter().map(|link| link.other).collect();
        let all = self.found.iter().flat_map(|found| &found.all);
        let is_wanted = |suggestion: &&ClaimSuggestion| {
            board
                .entries()
                .get(suggestion.entry)
                .is_some_and(|other| !linked.contains(&other.key) && !session.is_rejected(own, &other.key))
        };
        all.filter(is_wanted).take(SHOWN).cloned().collect()
    }

    /// Arrows walk, a digit links, `x` rejects, Enter shows the text; says whether the text is to be shown.
    fn keys(
        &mut self,
        ui: &Ui,
        drawing: &mut Drawing<'_>,
        board: &Board,
        claim: &BoardEntry,
        shown: &[ClaimSuggestion],
    ) -> bool {
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        if (down || up) && !shown.is_empty() {
            let step = if down { 1 } else { shown.len() - 1 };
            (self.current, self.moved) = ((self.current + step) % shown.len(), true);
        }
        let other = shown.get(self.current).and_then(|suggestion| board.entries().get(suggestion.entry));
        let Some(other) = other else { return false };
        let ways = drawing.session.ways_to_link(claim, other);
        let chosen = ui.input_mut(take_digit).and_then(|digit| digit.checked_sub(1));
        if let Some(way) = chosen.and_then(|at| ways.into_iter().nth(at)) {
            connect(drawing, claim, other, way);
        }
        if pressed(Key::X) || pressed(Key::Delete) {
            reject(drawing, &claim.key, &other.key, true);
        }
        let opens = pressed(Key::Enter);
        if opens {
            go_to(drawing, other);
        }
        opens
    }

    /// One of them; says whether the text is to be shown.
    fn one(
        &self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        (claim, other): (&BoardEntry, &BoardEntry),
        suggestion: &ClaimSuggestion,
        is_current: bool,
    ) -> bool {
        let Drawing { session, theme, .. } = *drawing;
        let fill = if is_current { theme.selection } else { theme.panel };
        let frame = Frame::new().fill(fill).corner_radius(size::RADIUS).inner_margin(Margin::same(8));
        let mut opens = false;
        let drawn = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            let width = ui.available_width();
            let who =
                other.claimer().map(|who| format!("{}: ", session.name_of_entity(who))).unwrap_or_default();
            let words = format!("{who}{}", other.quote);
            drawing.ink.paragraph(ui, &words, LabelStyle::regular(size::TEXT, theme.text), width);
            let quiet = if is_current { theme.text } else { theme.quiet };
            let place = place(drawing, other);
            drawing.ink.paragraph(ui, &place, LabelStyle::regular(size::SMALL_TEXT, quiet), width);
            let reasons: Vec<String> = suggestion.reasons.iter().map(|why| reason(session, why)).collect();
            let why = format!("{:.0} %: {}", suggestion.score * 100.0, reasons.join(" · "));
            drawing.ink.paragraph(ui, &why, LabelStyle::regular(size::SMALL_TEXT, quiet), width);
            opens = buttons(ui, drawing, claim, other);
        });
        let rect = drawn.response.rect;
        let told = say!("links-suggested-claim", quote = &*other.quote, place = place(drawing, other));
        let node = ui.interact(rect, ui.scope_id().with(("suggested", &other.key)), egui::Sense::hover());
        node.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, &told));
        if is_current && self.moved {
            ui.scroll_to_rect(rect, None);
        }
        ui.add_space(size::HALF);
        opens
    }
}

/// Those that were rejected, each to be offered again.
fn rejected(ui: &mut Ui, drawing: &mut Drawing<'_>, board: &Board, own: &EntryKey) {
    let Drawing { session, theme, .. } = *drawing;
    let rejected = session.rejected_for(own);
    if rejected.is_empty() {
        return;
    }
    ui.add_space(size::HALF);
    ui.label(RichText::new(text("links-rejected")).color(theme.quiet).size(size::SMALL_TEXT));
    for key in rejected {
        let words = board.entry(&key).map_or_else(|| key.file.to_string(), |entry| entry.quote.to_string());
        ui.horizontal(|ui| {
            let button = ui.small_button(text("links-offer"));
            menu::named(&button, &say!("links-offer-claim", quote = &*words));
            if button.clicked() {
                reject(drawing, own, &key, false);
            }
            let width = ui.available_width();
            drawing.ink.label(ui, &words, LabelStyle::regular(size::SMALL_TEXT, theme.quiet), width);
        });
    }
}

/// The links that may be made, rejecting, and showing the text; says whether that is asked for.
fn buttons(ui: &mut Ui, drawing: &mut Drawing<'_>, claim: &BoardEntry, other: &BoardEntry) -> bool {
    let session = drawing.session;
    let ways = session.ways_to_link(claim, other);
    let mut opens = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::HALF;
        let small = |words: &str| Button::new(RichText::new(words).size(size::SMALL_TEXT));
        for (number, way) in ways.iter().enumerate() {
            let name = session.schema().name_of_relation(&way.label);
            let name = if way.is_reversed { format!("← {name}") } else { name.to_owned() };
            let button =
                ui.add_enabled(session.can_annotate(), small(&name).shortcut_text((number + 1).to_string()));
            menu::named(&button, &format!("{name}: {}", other.quote));
            if button.clicked() {
                connect(drawing, claim, other, way.clone());
            }
        }
        if ways.is_empty() {
            let why = RichText::new(text("links-neither-is-yours")).size(size::SMALL_TEXT);
            ui.label(why.color(drawing.theme.quiet));
        }
        let button = ui.add_enabled(session.can_annotate(), small(text("links-reject")).shortcut_text("x"));
        menu::named(&button, &say!("links-reject-claim", quote = &*other.quote));
        let button = button.on_hover_text(text("links-reject-hint"));
        if button.clicked() {
            reject(drawing, &claim.key, &other.key, true);
        }
        let button = ui.add(small(text("links-open")));
        menu::named(&button, &say!("claims-open-file", file = &*other.key.file));
        if button.clicked() {
            go_to(drawing, other);
            opens = true;
        }
    });
    opens
}

fn connect(drawing: &mut Drawing<'_>, claim: &BoardEntry, other: &BoardEntry, option: LinkOption) {
    drawing.out.run(LinkCommand::Connect { from: claim.key.clone(), to: other.key.clone(), option });
}

fn reject(drawing: &mut Drawing<'_>, from: &EntryKey, to: &EntryKey, is_rejected: bool) {
    drawing.out.run(LinkCommand::Reject { from: from.clone(), to: to.clone(), is_rejected });
}

fn go_to(drawing: &mut Drawing<'_>, entry: &BoardEntry) {
    let (file, annotation) = (entry.key.file.clone(), entry.key.id.clone());
    drawing.out.run(LibraryCommand::GoTo { file, annotation, span: Some(entry.span) });
}

fn place(drawing: &Drawing<'_>, entry: &BoardEntry) -> String {
    let session = drawing.session;
    let is_own = session.annotator() == Some(&entry.key.annotator);
    let whose = if is_own { String::new() } else { format!(" · {}", entry.key.annotator) };
    let language = entry.language.as_deref().map(|language| format!(" · {language}")).unwrap_or_default();
    format!("{} · {}{language}{whose}", session.schema().name_of_label(&entry.label), entry.key.file)
}

/// The links that are suggested for the focused claim, over the text.
#[derive(Debug, Default)]
pub(in crate::ui) struct SuggestedPalette {
    list: SuggestedLinks,
    /// Whether the board was asked for: it is read anew where the claim is not on it.
    has_asked: bool,
}

impl SuggestedPalette {
    /// Draws it; says whether it stays.
    pub(in crate::ui) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, theme, .. } = *drawing;
        let Some(own) = session.focused_key() else { return false };
        let is_known = session.board().is_some_and(|board| board.entry(&own).is_some());
        if (!is_known || !self.has_asked) && session.is_board_old() && !session.is_reading_board() {
            drawing.out.run(BoardCommand::Read);
            self.has_asked = true;
        }
        let room = ctx.content_rect();
        let id = Id::unique("suggested-links");
        let top = (room.height() * 0.1).min(96.0);
        let area = Modal::default_area(id)
            .default_size(room.size())
            .anchor(Align2::CENTER_TOP, [0.0, top])
            .accessible_name(text("links-suggested"));
        let frame = Frame::popup(&ctx.global_style()).inner_margin(12.0);
        let mut opens = false;
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.veil()).show(ctx, |ui| {
            ui.set_width((size::DIALOG + 96.0).min(room.width() - 48.0));
            ui.label(RichText::new(text("links-suggested")).family(fonts::strong()).size(size::TEXT));
            let keys = text("links-suggested-keys");
            ui.label(RichText::new(keys).color(theme.quiet).size(size::SMALL_TEXT));
            ui.add_space(size::HALF);
            let high = (room.height() - top - 112.0).min(560.0);
            ScrollArea::vertical().max_height(high).show(ui, |ui| {
                if session.is_reading_board() {
                    ui.colored_label(theme.quiet, text("claims-reading"));
                } else {
                    opens = self.list.show(ui, drawing, &own, true);
                }
            });
        });
        !opens && !modal.should_close()
    }
}
