//! The list of entities that may be meant, under the mention: one key chooses.

use std::sync::Arc;

use egui::{Context, Event, EventFilter, Frame, Id, Key, Rect, RichText, ScrollArea, Sense, Ui, Vec2};

use super::super::keyboard_layout::digit;
use super::super::palette::{Heights, place};
use super::super::text_field::TextField;
use super::super::theme::size;
use super::super::{Drawing, LabelStyle, menu};
use super::row::{self, line, row};
use crate::model::EntityRef;
use crate::session::{CandidateQuery, EntityCandidate, EntityCommand, LinkScope, LinkTarget, Session};
use crate::words::text;

/// Width of the list.
const WIDTH: f32 = 460.0;
/// Its heights.
const HEIGHTS: Heights = Heights { least: 200.0, enough: 280.0, most: 440.0 };

/// What one line stands for.
#[derive(Clone, Debug, PartialEq)]
enum Choice {
    Candidate(usize),
    Author,
    Unknown,
    New,
    Nobody,
}

/// What the keys of a frame come to.
#[derive(Debug, PartialEq)]
enum Pressed {
    /// The list closes.
    Close,
    /// This is chosen; for all of the form, or for one.
    Take(Choice, bool),
}

/// The list, and what is only of it.
#[derive(Debug)]
pub(in crate::ui) struct EntityPicker {
    /// The article of the mention.
    file: Arc<str>,
    target: LinkTarget,
    near: Option<Rect>,
    query: CandidateQuery,
    /// The words as they stand in the text.
    words: String,
    asked: bool,
    searching: bool,
    current: usize,
    /// Chosen before the entities were found.
    waiting: Option<(Choice, bool)>,
    /// Whether all of the form are linked in the workspace, or in the article.
    workspace: bool,
}

impl EntityPicker {
    /// Opens `near` the focused annotation; nothing where none can be linked.
    pub(in crate::ui) fn open(session: &Session, target: LinkTarget, near: Option<Rect>) -> Option<Self> {
        let query = session.candidate_query(&target).filter(|_| session.can_annotate())?;
        Some(Self {
            file: session.article()?.document().file.clone(),
            target,
            near,
            words: query.text.clone(),
            query,
            asked: false,
            searching: false,
            current: 0,
            waiting: None,
            workspace: true,
        })
    }

    /// Draws the list; says whether it stays.
    pub(in crate::ui) fn show(&mut self, drawing: &mut Drawing<'_>) -> bool {
        let Drawing { ctx, session, .. } = *drawing;
        if !session.shows(&self.file) {
            return false;
        }
        if !self.asked {
            self.asked = true;
            drawing.out.run(EntityCommand::FindCandidates(self.query.clone()));
        }
        let found: Option<Vec<EntityCandidate>> = session
            .candidates()
            .filter(|candidates| *candidates.query() == self.query)
            .and_then(|candidates| candidates.found().map(<[_]>::to_vec));
        let choices = self.choices(found.as_deref());
        let mut chosen = self.keys(ctx, &choices, found.is_none());
        if chosen == Some(Pressed::Close) {
            return false;
        }
        if found.is_some()
            && let Some((choice, all)) = self.waiting.take()
            && choices.contains(&choice)
        {
            chosen = Some(Pressed::Take(choice, all));
        }
        let (area, high) = place("entity-picker", self.near, ctx, HEIGHTS);
        let title = self.title(session);
        let drawn = area.accessible_name(title.clone()).show(ctx, |ui| {
            Frame::popup(ui.style()).inner_margin(size::STEP).show(ui, |ui| {
                ui.set_width(WIDTH.min(ctx.content_rect().width() - 48.0));
                self.head(ui, drawing, &title);
                let clicked = self.list(ui, drawing, (found.as_deref(), &choices), high);
                self.foot(ui, drawing);
                clicked
            })
        });
        let clicked = drawn.inner.inner.map(|choice| (choice, ctx.input(|input| input.modifiers.shift)));
        let elsewhere = ctx.input(|i| {
            let at = i.pointer.interact_pos();
            i.pointer.any_pressed() && at.is_some_and(|at| !drawn.response.rect.contains(at))
        });
        let taken = match chosen {
            Some(Pressed::Take(choice, all)) => Some((choice, all)),
            Some(Pressed::Close) | None => clicked,
        };
        match taken {
            Some((choice, all)) => {
                self.take(drawing, found.as_deref().unwrap_or_default(), &choice, all);
                false
            }
            None => !elsewhere,
        }
    }

    fn title(&self, session: &Session) -> String {
        match &self.target {
            LinkTarget::Mention => text("entities-pick-title").to_owned(),
            LinkTarget::Attribute(attribute) => session
                .schema()
                .attribute(attribute)
                .map_or_else(|| attribute.to_string(), |spec| spec.name.clone()),
        }
    }

    fn choices(&self, found: Option<&[EntityCandidate]>) -> Vec<Choice> {
        let mut choices: Vec<Choice> = (0..found.map_or(0, <[_]>::len)).map(Choice::Candidate).collect();
        if matches!(self.target, LinkTarget::Attribute(_)) {
            choices.extend([Choice::Author, Choice::Unknown]);
        }
        if !self.words.trim().is_empty() {
            choices.push(Choice::New);
        }
        choices.push(Choice::Nobody);
        choices
    }

    /// What the keys of this frame come to; what is chosen before the entities are found waits for them.
    fn keys(&mut self, ctx: &Context, choices: &[Choice], waits: bool) -> Option<Pressed> {
        let mut chosen = None;
        let searching = self.searching;
        let (mut moved, mut starts_search, mut turns_scope) = (0_isize, false, false);
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                match event {
                    Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                        let digit = digit(*key, *physical_key).filter(|_| !searching);
                        match key {
                            Key::Escape => chosen = Some(Pressed::Close),
                            Key::ArrowDown => moved += 1,
                            Key::ArrowUp => moved -= 1,
                            Key::Tab => turns_scope = true,
                            Key::Enter => {
                                let at = self.current.min(choices.len().saturating_sub(1));
                                // The first may not be there yet.
                                let choice = if waits && at == 0 {
                                    Some(Choice::Candidate(0))
                                } else {
                                    choices.get(at).cloned()
                                };
                                chosen = choice.map(|choice| Pressed::Take(choice, modifiers.shift));
                            }
                            // With Shift on a German 7.
                            Key::Slash if !searching => starts_search = true,
                            _ if digit == Some(0) => chosen = Some(Pressed::Take(Choice::Nobody, false)),
                            _ if digit.is_some() => {
                                let choice = Choice::Candidate(digit.unwrap_or(1) - 1);
                                chosen = Some(Pressed::Take(choice, modifiers.shift));
                            }
                            Key::N if !searching && !modifiers.command => {
                                chosen = Some(Pressed::Take(Choice::New, modifiers.shift));
                            }
                            Key::A if !searching && !modifiers.command => {
                                chosen = Some(Pressed::Take(Choice::Author, false));
                            }
                            Key::U if !searching && !modifiers.command => {
                                chosen = Some(Pressed::Take(Choice::Unknown, false));
                            }
                            _ => return searching || modifiers.command,
                        }
                        false
                    }
                    // The letter of a key that chooses is nobody's.
                    Event::Text(_) => searching,
                    _ => true,
                }
            });
        });
        self.searching |= starts_search;
        self.workspace ^= turns_scope;
        if moved != 0 && !choices.is_empty() {
            let len = choices.len() as isize;
            self.current = (self.current as isize + moved).rem_euclid(len) as usize;
        }
        if let Some(Pressed::Take(choice, all)) = &chosen
            && !choices.contains(choice)
        {
            if waits {
                self.waiting = Some((choice.clone(), *all));
            }
            return None;
        }
        chosen
    }

    fn head(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, title: &str) {
        let theme = drawing.theme;
        ui.horizontal(|ui| {
            ui.label(RichText::new(title).color(theme.quiet).size(size::SMALL_TEXT));
            let width = ui.available_width();
            drawing.ink.label(ui, &self.words, LabelStyle::semi_bold(size::TEXT, theme.text), width);
        });
        if self.searching {
            let edit = TextField::line(&mut self.query.text)
                .hint(text("entities-pick-search"))
                .width(f32::INFINITY)
                .margin(8.0, 6.0);
            let field = edit.show(ui, drawing.ink);
            menu::named(&field, text("entities-pick-search"));
            if !field.has_focus() {
                field.request_focus();
            }
            if field.changed() {
                (self.asked, self.current) = (false, 0);
            }
        } else {
            // The keyboard is the list's: the text below does not move.
            let id = Id::unique("entity-picker-keys");
            ui.interact(
                Rect::from_min_size(ui.min_rect().min, Vec2::splat(1.0)),
                id,
                Sense::focusable_noninteractive(),
            );
            let all = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            ui.memory_mut(|memory| {
                memory.request_focus(id);
                memory.set_focus_lock_filter(id, all);
            });
        }
        ui.add_space(size::HALF);
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        drawing: &mut Drawing<'_>,
        (found, choices): (Option<&[EntityCandidate]>, &[Choice]),
        high: f32,
    ) -> Option<Choice> {
        let theme = drawing.theme;
        self.current = self.current.min(choices.len().saturating_sub(1));
        let mut clicked = None;
        if found.is_none() {
            ui.colored_label(theme.quiet, text("entities-pick-looking"));
        } else if found.is_some_and(<[_]>::is_empty) {
            ui.colored_label(theme.quiet, text("entities-pick-none"));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = (high - 96.0).max(row::HIGH * 2.0);
        ScrollArea::vertical().max_height(height).min_scrolled_height(height.min(row::HIGH * 3.0)).show(
            ui,
            |ui| {
                for (at, choice) in choices.iter().enumerate() {
                    let is_current = at == self.current;
                    let is_clicked = match choice {
                        Choice::Candidate(number) => {
                            let candidate = found.and_then(|found| found.get(*number));
                            candidate
                                .is_some_and(|candidate| row(ui, drawing, candidate, (*number, is_current)))
                        }
                        Choice::Author => line(ui, drawing, ("entities-pick-author", "a"), is_current),
                        Choice::Unknown => line(ui, drawing, ("entities-pick-unknown", "u"), is_current),
                        Choice::New => line(ui, drawing, ("entities-pick-new", "n"), is_current),
                        Choice::Nobody => line(ui, drawing, ("entities-pick-nobody", "0"), is_current),
                    };
                    if is_clicked {
                        clicked = Some(choice.clone());
                    }
                }
            },
        );
        clicked
    }

    fn foot(&mut self, ui: &mut Ui, drawing: &Drawing<'_>) {
        let theme = drawing.theme;
        ui.add_space(size::HALF);
        ui.separator();
        ui.horizontal_wrapped(|ui| {
            let quiet = |words: &str| RichText::new(words).color(theme.quiet).size(size::SMALL_TEXT);
            ui.label(quiet(text("entities-pick-keys")));
            if self.target == LinkTarget::Mention {
                let scope =
                    if self.workspace { "entities-pick-all-workspace" } else { "entities-pick-all-article" };
                let button = ui.button(RichText::new(text(scope)).size(size::SMALL_TEXT));
                menu::named(&button, text("entities-pick-scope"));
                if button.on_hover_text(text("entities-pick-scope-hint")).clicked() {
                    self.workspace = !self.workspace;
                }
            }
        });
    }

    fn take(&self, drawing: &mut Drawing<'_>, found: &[EntityCandidate], choice: &Choice, all: bool) {
        let target = self.target.clone();
        let scope = match (all, self.workspace) {
            (false, _) => LinkScope::One,
            (true, false) => LinkScope::Article,
            (true, true) => LinkScope::Workspace,
        };
        let to = match choice {
            Choice::Candidate(number) => {
                let Some(candidate) = found.get(*number) else { return };
                Some(EntityRef::Entity(candidate.view.id.clone()))
            }
            Choice::Author => Some(EntityRef::Author),
            Choice::Unknown => Some(EntityRef::Unknown),
            Choice::Nobody => None,
            Choice::New => {
                drawing.out.run(EntityCommand::LinkNew { target, scope });
                return;
            }
        };
        drawing.out.run(EntityCommand::Link { target, to, scope });
    }
}
