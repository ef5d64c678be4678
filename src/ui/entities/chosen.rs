//! The chosen entity: what is said of it, what may be the same, and where it is mentioned.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Align2, ComboBox, Rect, RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::super::draft::Draft;
use super::super::text_field::TextField;
use super::super::theme::size;
use super::super::{Drawing, Ink, LabelStyle, date, fonts, icon, menu};
use super::mentions;
use super::words;
use crate::model::{Alias, AnnotationKind, Contradiction, EntityId, EntityPair, EntityView, Judgement};
use crate::session::{CandidateQuery, EntityCommand, EntityEdit, EntityList, Session};
use crate::words::{say, text};

/// Other names by which those that look alike are searched for.
const MOST_NAMES: usize = 7;

/// What is being typed about the chosen entity.
#[derive(Default)]
pub(super) struct ChosenEntity {
    of: Option<EntityId>,
    name: Draft,
    description: Draft,
    alias: String,
    identifier: String,
    /// The names that entities that look alike were asked for.
    asked: Option<CandidateQuery>,
    ticked: mentions::Ticked,
}

impl ChosenEntity {
    /// Opens the first mention of an entity.
    pub(super) fn go_to_first(drawing: &mut Drawing<'_>, id: Option<&EntityId>) {
        let Some(view) = id.and_then(|id| drawing.session.registry().view(id)) else { return };
        mentions::go_to_first(drawing, &view);
    }

    /// Draws the entity.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, id: &EntityId, list: &EntityList) {
        let session = drawing.session;
        let Some(view) = session.registry().view(id) else {
            ui.colored_label(drawing.theme.quiet, text("entities-gone"));
            return;
        };
        self.renew(drawing, &view);
        self.ask(drawing, &view);
        ScrollArea::vertical().id_salt("entity").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = size::STEP;
            ui.set_max_width((ui.available_width() - size::MARGIN).max(200.0));
            // What a field keeps is of one entity.
            ui.push_id(view.id.as_str(), |ui| {
                self.head(ui, drawing, &view);
                self.names(ui, drawing, &view);
                self.about(ui, drawing, &view);
                contradictions(ui, drawing, &view, list);
                same(ui, drawing, &view);
                self.alike(ui, drawing, &view);
                mentions::show(ui, drawing, &view, &mut self.ticked);
            });
        });
    }

    /// What is typed of the entity counts now, before all else that is asked for.
    pub(super) fn commit(&mut self, drawing: &mut Drawing<'_>) {
        let typed =
            [self.name.take().map(EntityEdit::Rename), self.description.take().map(EntityEdit::Describe)];
        for edit in typed.into_iter().flatten() {
            self.edit_typed(drawing, edit);
        }
    }

    /// Has the entity say what was typed, where it does not say it already.
    fn edit_typed(&self, drawing: &mut Drawing<'_>, edit: EntityEdit) {
        let view = self.of.as_ref().and_then(|id| drawing.session.registry().view(id));
        let Some(view) = view else { return };
        let is_known = match &edit {
            EntityEdit::Rename(name) => name.trim() == view.name,
            EntityEdit::Describe(words) => words.trim() == view.description,
            _ => false,
        };
        if !is_known {
            drawing.out.run_first(EntityCommand::Edit(view.id, edit));
        }
    }

    /// Another entity is shown, or it is called otherwise now.
    fn renew(&mut self, drawing: &mut Drawing<'_>, view: &EntityView) {
        if self.of.as_ref() != Some(&view.id) {
            self.commit(drawing);
            *self = Self {
                of: Some(view.id.clone()),
                name: Draft::of(&view.name),
                description: Draft::of(&view.description),
                ..Self::default()
            };
        }
    }

    fn ask(&mut self, drawing: &mut Drawing<'_>, view: &EntityView) {
        let others = view.names().skip(1).take(MOST_NAMES).map(str::to_owned).collect();
        let (text, kind) = (view.name.clone(), Some(view.kind.clone()));
        let query = CandidateQuery { text, others, kind, nearby: Vec::new() };
        let is_known = drawing.session.candidates().is_some_and(|known| *known.query() == query);
        if self.asked.as_ref() != Some(&query) || !is_known {
            self.asked = Some(query.clone());
            drawing.out.run(EntityCommand::FindCandidates(query));
        }
    }

    fn head(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, view: &EntityView) {
        let Drawing { session, theme, .. } = *drawing;
        let width = ui.available_width();
        drawing.ink.paragraph(ui, &view.name, LabelStyle::semi_bold(size::TITLE * 0.8, theme.text), width);
        let shared = view.shared.iter().map(|name| say!("entities-shared", name = &**name));
        let holders: Vec<String> = session.all_called(&view.holders).into_iter().chain(shared).collect();
        let mut about = format!("{} · {}", view.id, holders.join(", "));
        if let Some(at) = &view.created {
            about.push_str(" · ");
            about.push_str(&say!("entities-made", when = date::date_and_time(at, drawing.zone)));
        }
        ui.label(RichText::new(about).color(theme.quiet).size(size::SMALL_TEXT));
        ui.horizontal_wrapped(|ui| {
            let name = ui.colored_label(theme.quiet, text("entities-name"));
            let edit = TextField::line(&mut self.name.words).width((width * 0.5).min(320.0));
            let field = edit.show(ui, drawing.ink).labelled_by(name.id);
            if let Some(name) = self.name.drawn(&field, &view.name) {
                self.edit_typed(drawing, EntityEdit::Rename(name));
            }
            let schema = session.schema();
            let combo = ComboBox::from_id_salt("kind").selected_text(schema.name_of_label(&view.kind));
            let combo = combo.show_ui(ui, |ui| {
                for label in schema.labels.iter().filter(|label| label.kind == AnnotationKind::Entity) {
                    if ui.selectable_label(label.id == view.kind, &label.name).clicked() {
                        let edit = EntityEdit::SetKind(label.id.to_string());
                        drawing.out.run(EntityCommand::Edit(view.id.clone(), edit));
                    }
                }
            });
            menu::named(&combo.response, text("entities-kind"));
            let is_own = own(session, &view.id);
            let delete = RichText::new(icon::TRASH).color(theme.danger);
            let button = ui.add_enabled(is_own, egui::Button::new(delete));
            menu::named(&button, text("entities-delete"));
            if button.on_hover_text(text("entities-delete-hint")).clicked() {
                drawing.out.run(EntityCommand::Delete(view.id.clone()));
            }
        });
    }

    fn names(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, view: &EntityView) {
        heading(ui, text("entities-other-names"));
        let own = drawing.session.annotator().and_then(|who| drawing.session.registry().part(who));
        let own: Vec<Alias> = view
            .members
            .iter()
            .filter_map(|id| own.and_then(|part| part.entity(id)))
            .flat_map(|entity| entity.aliases.iter().cloned())
            .collect();
        ui.horizontal_wrapped(|ui| {
            for alias in &view.aliases {
                let is_own = own.iter().any(|known| known.text == alias.text);
                let language = alias.language.as_deref().or(alias.script.as_deref()).unwrap_or_default();
                let remove = is_own.then_some(text("entities-remove-name"));
                if value(ui, drawing, &alias.text, language, remove) {
                    for id in &view.members {
                        let edit = EntityEdit::RemoveAlias(alias.text.clone());
                        drawing.out.run(EntityCommand::Edit(id.clone(), edit));
                    }
                }
            }
        });
        if let Some(name) = typed(ui, drawing.ink, &mut self.alias, text("entities-add-name")) {
            drawing.out.run(EntityCommand::Edit(view.id.clone(), EntityEdit::AddAlias(name)));
        }
    }

    fn about(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, view: &EntityView) {
        heading(ui, text("entities-description"));
        let edit = TextField::note(&mut self.description.words, 2).width(f32::INFINITY);
        let field = edit.show(ui, drawing.ink);
        menu::named(&field, text("entities-description"));
        if let Some(words) = self.description.drawn(&field, &view.description) {
            self.edit_typed(drawing, EntityEdit::Describe(words));
        }
        heading(ui, text("entities-identifiers"));
        for (scheme, ids) in &view.ids {
            for id in ids {
                if value(ui, drawing, id, scheme, Some(text("entities-remove-identifier"))) {
                    let edit = EntityEdit::RemoveId(scheme.to_string(), id.clone());
                    drawing.out.run(EntityCommand::Edit(view.id.clone(), edit));
                }
            }
        }
        for link in &view.links {
            if value(ui, drawing, link, text("entities-link"), Some(text("entities-remove-link"))) {
                drawing.out.run(EntityCommand::Edit(view.id.clone(), EntityEdit::RemoveLink(link.clone())));
            }
        }
        if let Some(typed) = typed(ui, drawing.ink, &mut self.identifier, text("entities-add-identifier")) {
            let edit = match typed.split_once(':') {
                Some((scheme, id)) if !id.starts_with("//") => {
                    EntityEdit::AddId(scheme.to_owned(), id.to_owned())
                }
                _ => EntityEdit::AddLink(typed),
            };
            drawing.out.run(EntityCommand::Edit(view.id.clone(), edit));
        }
    }

    /// Entities whose names sound alike, with the reason: to be taken for one, or told apart for good.
    fn alike(&self, ui: &mut Ui, drawing: &mut Drawing<'_>, view: &EntityView) {
        let Drawing { session, theme, .. } = *drawing;
        let candidates = session.candidates().filter(|known| Some(known.query()) == self.asked.as_ref());
        let Some(found) = candidates.and_then(|known| known.found()) else { return };
        let is_open = |other: &EntityId| {
            let pair = EntityPair::new(view.id.clone(), other.clone());
            let said = pair.map(|pair| session.registry().judgements(&pair)).unwrap_or_default();
            !view.members.contains(other)
                && said.iter().all(|(_, judgement)| *judgement != Judgement::Different)
        };
        let alike: Vec<_> = found
            .iter()
            .filter(|other| {
                is_open(&other.view.id) && other.name.as_ref().is_some_and(|(_, like)| like.is_one())
            })
            .collect();
        if alike.is_empty() {
            return;
        }
        heading(ui, text("entities-alike"));
        for other in alike {
            ui.horizontal(|ui| {
                let width = (ui.available_width() - 190.0).max(80.0);
                ui.allocate_ui(Vec2::new(width, size::CONTROL), |ui| {
                    ui.set_width(width);
                    let told = format!("{}   {}", other.view.name, words::reason(other));
                    drawing.ink.label(ui, &told, LabelStyle::regular(size::TEXT, theme.text), width);
                });
                let merge = ui.button(text("entities-merge")).on_hover_text(text("entities-merge-hint"));
                if merge.clicked() {
                    drawing.out.run(EntityCommand::Merge(view.id.clone(), other.view.id.clone()));
                }
                let two = ui.button(text("entities-are-two")).on_hover_text(text("entities-are-two-hint"));
                if two.clicked() {
                    drawing.out.run(EntityCommand::TellApart(view.id.clone(), other.view.id.clone()));
                }
            });
        }
    }
}

/// Whether the annotator has something in their part about an entity.
fn own(session: &Session, id: &EntityId) -> bool {
    let part = session.annotator().and_then(|who| session.registry().part(who));
    part.is_some_and(|part| part.entity(id).is_some())
}

pub(super) fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(size::HALF);
    ui.label(RichText::new(words).family(fonts::strong()).size(size::SMALL_TEXT));
}

/// One value with what it is of, in a frame of its own; says whether it is to be taken away.
fn value(ui: &mut Ui, drawing: &mut Drawing<'_>, text: &str, of: &str, remove: Option<&str>) -> bool {
    let theme = drawing.theme;
    let scale = ui.pixels_per_point();
    let style = LabelStyle::regular(size::TEXT, theme.text);
    let most = (ui.available_width() - 120.0).clamp(120.0, 360.0);
    let words = drawing.ink.layout_label(text, style.size * scale, style.weight, Some(most * scale));
    let small = egui::FontId::proportional(size::SMALL_TEXT);
    let of = ui.painter().layout_no_wrap(of.to_owned(), small.clone(), theme.quiet);
    let sign = if remove.is_some() { size::CONTROL } else { size::STEP };
    let width = size::STEP + words.width() / scale + size::HALF + of.size().x + sign;
    // All of it is one thing, so that a row of them is wrapped.
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, size::CONTROL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, size::RADIUS, theme.hover);
    let left = rect.left() + size::STEP;
    let end = left + words.width() / scale + 1.0;
    let room = Rect::from_min_max([left, rect.top()].into(), [end, rect.bottom()].into());
    drawing.ink.paint_label(ui.painter(), room, text, style);
    let at = egui::pos2(end + size::HALF, rect.center().y - of.size().y / 2.0);
    ui.painter().galley(at, of, theme.quiet);
    let Some(remove) = remove else { return false };
    let place = Rect::from_min_max([rect.right() - size::CONTROL, rect.top()].into(), rect.max);
    let button = ui.interact(place, response.id.with("remove"), Sense::click());
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{remove}: {text}")));
    let colour = if button.hovered() || button.has_focus() { theme.text } else { theme.quiet };
    ui.painter().text(place.center(), Align2::CENTER_CENTER, icon::X, small, colour);
    button.on_hover_text(remove).clicked()
}

/// A field for one more value: what was typed, once Enter was pressed.
fn typed(ui: &mut Ui, ink: &mut Ink, text: &mut String, hint: &str) -> Option<String> {
    let field = TextField::line(text).hint(hint).show(ui, ink);
    menu::named(&field, hint);
    let is_done = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    (is_done && !text.trim().is_empty()).then(|| {
        field.request_focus();
        std::mem::take(text).trim().to_owned()
    })
}

/// Those that the entity is one with, each to be taken out again.
fn same(ui: &mut Ui, drawing: &mut Drawing<'_>, view: &EntityView) {
    let theme = drawing.theme;
    if view.members.len() < 2 {
        return;
    }
    heading(ui, text("entities-one-with"));
    for id in view.members.iter().skip(1) {
        ui.horizontal(|ui| {
            let name =
                drawing.session.registry().entity(id).map_or_else(|| id.to_string(), |entity| entity.name);
            let width = (ui.available_width() - 160.0).max(80.0);
            drawing.ink.label(ui, &name, LabelStyle::regular(size::TEXT, theme.text), width);
            ui.label(RichText::new(id.as_str()).color(theme.quiet).size(size::SMALL_TEXT));
            let button = ui.button(text("entities-split")).on_hover_text(text("entities-split-hint"));
            menu::named(&button, &say!("entities-split-id", id = id.as_str()));
            if button.clicked() {
                drawing.out.run(EntityCommand::Split(id.clone()));
            }
        });
    }
}

/// What annotators contradict each other in about it, and the two ways to decide.
fn contradictions(ui: &mut Ui, drawing: &mut Drawing<'_>, view: &EntityView, list: &EntityList) {
    let theme = drawing.theme;
    let mut told = BTreeSet::new();
    for contradiction in &list.contradictions {
        let (is_about, pair) = match contradiction {
            Contradiction::Pair { pair, .. } => {
                (pair.both().iter().any(|id| view.members.contains(id)), Some(pair))
            }
            Contradiction::Kinds { id, .. } => (view.members.contains(id), None),
        };
        if !is_about || !told.insert(contradiction) {
            continue;
        }
        let told = format!("{} {}", icon::WARNING, words::contradiction(drawing.session, contradiction));
        ui.label(RichText::new(told).color(theme.warning));
        let Some(pair) = pair else { continue };
        ui.horizontal(|ui| {
            let [one, other] = pair.both().map(Clone::clone);
            if ui.button(text("entities-are-one")).clicked() {
                drawing.out.run(EntityCommand::Merge(one.clone(), other.clone()));
            }
            if ui.button(text("entities-are-two")).clicked() {
                drawing.out.run(EntityCommand::TellApart(one, other));
            }
        });
    }
}
