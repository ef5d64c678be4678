//! The page of claims: all of the workspace as a list, in groups of what is linked, or along the days; and one group with its
//! sentences beside each other, as a picture, or with its figures set against each other.

mod cards;
mod choice;
mod cluster;
mod curve;
mod dashes;
mod figures;
mod filter;
mod known;
mod lines;
mod picture;
mod rows;
mod scale;
mod timeline;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Align, Event, Key, Layout, Modifiers, RichText, Ui, Vec2};

use self::cluster::ClusterPanel;
use self::filter::Filter;
use self::known::Known;
use self::timeline::Timeline;
use super::theme::size;
use super::{Drawing, fonts};
use crate::analysis::{BoardEntry, Cluster};
use crate::session::{BoardCommand, Destination, Library, LibraryCommand, Session};
use crate::words::{language, say, text};

/// Where there is less room than this, a group stands below the list and not beside it.
const BESIDE: f32 = 640.0;

/// How the claims are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Arrangement {
    /// What is linked is one line.
    #[default]
    Groups,
    /// Each claim is a line.
    List,
    /// Along the days, by who says it.
    Timeline,
}

impl Arrangement {
    /// All, each with its message and its key.
    const ALL: [(Self, &'static str, Key); 3] = [
        (Self::Groups, "claims-as-groups", Key::G),
        (Self::List, "claims-as-list", Key::L),
        (Self::Timeline, "claims-as-timeline", Key::T),
    ];
}

/// The page with its filters and what is chosen.
#[derive(Default)]
pub(super) struct ClaimsPage {
    filter: Filter,
    arrangement: Arrangement,
    /// The line gone to.
    current: usize,
    moved: bool,
    /// The folder whose claims are shown.
    root: Option<PathBuf>,
    derived: Option<Derived>,
    /// How often something was derived, for what is made of it.
    serial: u64,
    group: ClusterPanel,
    timeline: Timeline,
}

/// What is made of a board for a filter.
struct Derived {
    known: Arc<Known>,
    filter: Filter,
    arrangement: Arrangement,
    /// The lines: an entry, and the cluster it belongs to.
    lines: Vec<(usize, usize)>,
}

impl ClaimsPage {
    /// Draws the page; says whether it stays.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { session, theme, .. } = *drawing;
        if session.is_board_old() && !session.is_reading_board() {
            drawing.out.run(BoardCommand::Read);
        }
        let mut stays = true;
        egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 8)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = size::HALF;
            self.follow(session);
            self.derive(drawing);
            let Some(known) = self.derived.as_ref().map(|derived| derived.known.clone()) else {
                ui.colored_label(theme.quiet, text("claims-reading"));
                return;
            };
            stays = self.head(ui, drawing, &known);
            self.derive(drawing);
            self.body(ui, drawing, &known);
        });
        stays
    }

    fn body(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, known: &Known) {
        let theme = drawing.theme;
        let Some(derived) = &self.derived else { return };
        if derived.lines.is_empty() {
            let why = text(if known.claims == 0 { "claims-none" } else { "claims-none-fits" });
            ui.add_space(size::STEP);
            ui.colored_label(theme.quiet, why);
            return;
        }
        self.current = self.current.min(derived.lines.len() - 1);
        self.walk(ui, drawing);
        let all = ui.available_rect_before_wrap();
        let is_timeline = self.arrangement == Arrangement::Timeline;
        let (left, right) = if is_timeline {
            all.split_top_bottom_at_fraction(0.56)
        } else if all.width() >= BESIDE {
            all.split_left_right_at_fraction(0.42)
        } else {
            all.split_top_bottom_at_fraction(0.45)
        };
        let area = |rect, salt: &'static str| egui::UiBuilder::new().max_rect(rect).id_salt(salt);
        let gap = if is_timeline { Vec2::new(0.0, 6.0) } else { Vec2::new(12.0, 4.0) };
        ui.scope_builder(area(left.shrink2(Vec2::new(0.0, 4.0)), "claims"), |ui| {
            if is_timeline { self.along(ui, drawing) } else { self.lines(ui, drawing) }
        });
        ui.scope_builder(area(right.shrink2(gap), "group"), |ui| self.group(ui, drawing));
    }

    /// The title, the ways to look at it, and the filters; says whether the page stays.
    fn head(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, known: &Known) -> bool {
        let theme = drawing.theme;
        let mut stays = true;
        ui.horizontal(|ui| {
            ui.label(RichText::new(text("claims-title")).family(fonts::strong()).size(size::HEADING));
            let links = say!("count-links", count = known.board.links().len());
            let claims = say!("count-claims", count = known.claims);
            ui.colored_label(theme.quiet, format!("{claims}, {links}"));
            ui.add_space(size::STEP);
            for (arrangement, name, key) in Arrangement::ALL {
                let button = ui.selectable_label(self.arrangement == arrangement, text(name));
                if button.on_hover_text(key.name()).clicked() {
                    (self.arrangement, self.current) = (arrangement, 0);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                stays = !ui.button(text("claims-back")).on_hover_text("Esc").clicked();
                if drawing.session.is_reading_board() {
                    ui.add(egui::Spinner::new().size(size::ICON));
                }
            });
        });
        if self.filter.show(ui, drawing.ink, drawing.session, known) {
            self.current = 0;
        }
        ui.separator();
        stays
    }

    /// Another folder has other claims, and nothing of what these were filtered by.
    fn follow(&mut self, session: &Session) {
        let root = session.library().map(Library::root);
        if root != self.root.as_deref() {
            let (root, arrangement) = (root.map(PathBuf::from), self.arrangement);
            *self = Self { arrangement, root, ..Self::default() };
        }
        // Where it could not be read again, what was read last stays beside the word on that.
        let is_coming = session.is_board_old() || session.is_reading_board();
        if session.board().is_none() && is_coming {
            self.derived = None;
        }
    }

    /// Makes the lines anew where the board, the filter or the arrangement is another; stays at the claim it was at.
    fn derive(&mut self, drawing: &Drawing<'_>) {
        let Some(board) = drawing.session.board() else { return };
        let is_board = |derived: &Derived| {
            Arc::ptr_eq(&derived.known.board, board) && derived.known.language == language()
        };
        let is_known = |derived: &Derived| {
            is_board(derived) && derived.filter == self.filter && derived.arrangement == self.arrangement
        };
        if self.derived.as_ref().is_some_and(is_known) {
            return;
        }
        let before = self.derived.take();
        let key =
            before.as_ref().filter(|derived| derived.arrangement == self.arrangement).and_then(|derived| {
                let (at, _) = derived.lines.get(self.current)?;
                Some(derived.known.board.entries()[*at].key.clone())
            });
        let known = match before.filter(is_board) {
            Some(derived) => derived.known,
            None => Arc::new(Known::new(drawing.session, board.clone())),
        };
        let mut lines = Vec::new();
        {
            let fits = self.filter.ready(drawing.session, &known);
            let taken = known.clusters.iter().enumerate().filter(|(_, cluster)| self.filter.takes(cluster));
            for (number, cluster) in taken {
                let mut fitting = cluster.entries.iter().filter(|at| fits(**at));
                if self.arrangement == Arrangement::Groups {
                    lines.extend(fitting.next().map(|first| (*first, number)));
                } else {
                    lines.extend(fitting.map(|at| (*at, number)));
                }
            }
        }
        match self.arrangement {
            Arrangement::Groups => {}
            Arrangement::List => lines.sort_unstable(),
            Arrangement::Timeline => {
                lines.sort_by_key(|(at, _)| (known.claimed[*at].is_none(), known.claimed[*at], *at));
            }
        }
        let again = key.and_then(|key| {
            let at = known.board.position(&key)?;
            let cluster = known.cluster_of[at];
            let same = |line: &(usize, usize)| match self.arrangement {
                Arrangement::Groups => line.1 == cluster,
                Arrangement::List | Arrangement::Timeline => line.0 == at,
            };
            lines.iter().position(same)
        });
        self.current = again.unwrap_or(self.current);
        let (filter, arrangement) = (self.filter.clone(), self.arrangement);
        self.derived = Some(Derived { known, filter, arrangement, lines });
        self.serial += 1;
    }

    /// Arrows go through the lines, `n` and `p` too, Enter opens the text; `g`, `l` and `t` arrange them otherwise.
    fn walk(&mut self, ui: &Ui, drawing: &mut Drawing<'_>) {
        let Some(derived) = &self.derived else { return };
        self.moved = false;
        if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |key: Key| {
            ui.input_mut(|input| {
                let is_it = |event: &Event| {
                    matches!(event, Event::Key { key: of, pressed: true, modifiers, .. } if *of == key && modifiers.is_none())
                };
                let count = input.events.iter().filter(|event| is_it(event)).count();
                input.events.retain(|event| !is_it(event));
                count
            })
        };
        for (arrangement, _, key) in Arrangement::ALL {
            if pressed(key) > 0 && self.arrangement != arrangement {
                (self.arrangement, self.current) = (arrangement, 0);
                return;
            }
        }
        if pressed(Key::ArrowRight) > 0 {
            self.group.step(1);
        }
        if pressed(Key::ArrowLeft) > 0 {
            self.group.step(-1);
        }
        let (mut down, mut up) = (pressed(Key::N), pressed(Key::P));
        let both = ui.input_mut(|input| input.count_and_consume_key(Modifiers::SHIFT, Key::Enter));
        // Among suggestions arrows and Enter are theirs.
        let mut enter = 0;
        if !self.group.is_suggesting() {
            down += pressed(Key::ArrowDown);
            up += pressed(Key::ArrowUp);
            enter = pressed(Key::Enter);
        }
        if down + up > 0 {
            self.current = (self.current + down).saturating_sub(up).min(derived.lines.len() - 1);
            self.moved = true;
        }
        let Some((at, number)) = derived.lines.get(self.current).copied() else { return };
        let known = &derived.known;
        if enter > 0 {
            open(drawing, &known.board.entries()[at]);
        } else if both > 0
            && let Some(pair) = pair(known, &known.clusters[number], (at, at))
        {
            open_both(drawing, pair.map(|at| &known.board.entries()[at]));
        }
    }

    fn lines(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Some(derived) = &self.derived else { return };
        let is_list = self.arrangement == Arrangement::List;
        let place = lines::Place { current: self.current, moved: self.moved, is_list };
        if let Some(number) = lines::show(ui, drawing, &derived.known, &derived.lines, place) {
            self.current = number;
        }
    }

    fn along(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Some(derived) = &self.derived else { return };
        let current = derived.lines.get(self.current).map(|(at, _)| *at);
        if let Some(at) =
            self.timeline.show(ui, drawing, &derived.known, (&derived.lines, self.serial, current))
            && let Some(number) = derived.lines.iter().position(|line| line.0 == at)
        {
            self.current = number;
        }
    }

    fn group(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>) {
        let Some(derived) = &self.derived else { return };
        let Some((at, cluster)) = derived.lines.get(self.current).copied() else { return };
        let gone_to = self.group.show(ui, drawing, &derived.known, (at, cluster));
        if let Some(at) = gone_to
            && let Some(number) = derived.lines.iter().position(|line| line.0 == at)
        {
            (self.current, self.moved) = (number, true);
        }
    }
}

/// Shows a claim in its article.
fn open(drawing: &mut Drawing<'_>, entry: &BoardEntry) {
    let (file, annotation) = (entry.key.file.clone(), entry.key.id.clone());
    drawing.out.run(LibraryCommand::GoTo { file, annotation, span: Some(entry.span) });
}

/// The chosen claim of a group and one of another article, to be read side by side: the one that is asked for, or for the chosen one
/// itself the first that it is linked with, else the first of its group.
fn pair(known: &Known, cluster: &Cluster, (current, asked): (usize, usize)) -> Option<[usize; 2]> {
    let file = |at: usize| &known.board.entries()[at].key.file;
    let is_elsewhere = |at: &usize| file(*at) != file(current);
    if asked != current {
        return is_elsewhere(&asked).then_some([current, asked]);
    }
    let board = &known.board;
    let key = &board.entries()[current].key;
    let linked = board.links_of(current).iter().filter_map(|at| {
        let link = &board.links()[*at];
        board.position(if link.from == *key { &link.to } else { &link.from })
    });
    linked.chain(cluster.entries.iter().copied()).find(is_elsewhere).map(|other| [current, other])
}

/// Shows two claims in their articles side by side; the second is the one that is worked on.
fn open_both(drawing: &mut Drawing<'_>, both: [&BoardEntry; 2]) {
    let place = |entry: &BoardEntry| Destination {
        file: entry.key.file.clone(),
        annotation: entry.key.id.clone(),
        span: Some(entry.span),
    };
    drawing.out.run(LibraryCommand::GoToBoth(Box::new(both.map(place))));
}
