//! Which claims are shown: by words, label, annotator, article, and how they stand to each other.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{ComboBox, TextEdit, Ui};

use crate::analysis::{Board, BoardEntry, Cluster};
use crate::model::{Annotator, EntityRef};
use crate::session::Session;
use crate::ui::menu;

/// Which claims are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    words: String,
    label: Option<Arc<str>>,
    entity: Option<String>,
    annotator: Option<Annotator>,
    file: Option<Arc<str>>,
    is_contradicted: bool,
    has_one_source: bool,
}

impl Filter {
    /// Draws them; says whether one was changed.
    pub(super) fn show(&mut self, ui: &mut Ui, session: &Session, board: &Board) -> bool {
        let before = self.clone();
        let of = |f: fn(&BoardEntry) -> String| -> BTreeSet<String> {
            board.claims().map(|(_, e)| f(e)).collect()
        };
        ui.horizontal_wrapped(|ui| {
            let field = ui.add(
                TextEdit::singleline(&mut self.words)
                    .hint_text("Words, entity, article")
                    .desired_width(168.0),
            );
            menu::named(&field, "Filter claims");
            let labels: Vec<(Arc<str>, String)> = session
                .schema()
                .labels
                .iter()
                .filter(|label| label.kind == crate::model::AnnotationKind::Claim)
                .map(|label| (label.id.clone(), label.name.clone()))
                .collect();
            choice(ui, "Label", &mut self.label, labels);
            let entities =
                board.claims().flat_map(|(_, entry)| entities(entry)).collect::<BTreeSet<String>>();
            choice(
                ui,
                "Entity",
                &mut self.entity,
                entities.into_iter().map(|name| (name.clone(), name)).collect(),
            );
            let annotators = of(|entry| entry.key.annotator.to_string()).into_iter();
            let annotators = annotators.filter_map(|name| Some((Annotator::new(&name).ok()?, name)));
            if !session.is_blind() {
                choice(ui, "Annotator", &mut self.annotator, annotators.collect());
            }
            let files = of(|entry| entry.key.file.to_string()).into_iter();
            choice(ui, "Article", &mut self.file, files.map(|name| (Arc::from(&*name), name)).collect());
            ui.toggle_value(&mut self.is_contradicted, "Contradicted")
                .on_hover_text("Groups in which a link says that two claims cannot both hold");
            ui.toggle_value(&mut self.has_one_source, "One source only").on_hover_text(
                "Groups all of whose claims have one claimer, or stand in one article where none is named",
            );
            if *self != Self::default() && ui.button("Show all").clicked() {
                *self = Self::default();
            }
        });
        *self != before
    }

    /// Whether a group is shown.
    pub(super) fn takes(&self, cluster: &Cluster) -> bool {
        (!self.is_contradicted || cluster.is_contradicted())
            && (!self.has_one_source || cluster.has_one_source())
    }

    /// Whether a claim is shown.
    pub(super) fn fits(&self, session: &Session, entry: &BoardEntry) -> bool {
        let is_seen = !session.is_blind() || session.annotator() == Some(&entry.key.annotator);
        let words = self.words.to_lowercase();
        let said = || {
            let all = entities(entry).collect::<Vec<_>>().join(" ");
            format!("{} {} {all} {}", entry.quote, entry.sentence, entry.key.file).to_lowercase()
        };
        is_seen
            && entry.kind == crate::model::AnnotationKind::Claim
            && self.label.as_ref().is_none_or(|label| *label == entry.label)
            && self.annotator.as_ref().is_none_or(|annotator| *annotator == entry.key.annotator)
            && self.file.as_ref().is_none_or(|file| *file == entry.key.file)
            && self.entity.as_ref().is_none_or(|entity| entities(entry).any(|own| own == *entity))
            && (words.trim().is_empty() || {
                let said = said();
                words.split_whitespace().all(|word| said.contains(word))
            })
    }
}

/// The entities of a claim: who makes it, and who or what is marked in its sentences.
fn entities(entry: &BoardEntry) -> impl Iterator<Item = String> {
    let is_named = |claimer: &&EntityRef| matches!(claimer, EntityRef::Entity(_) | EntityRef::Name(_));
    let claimer = entry.claimer().filter(is_named).map(ToString::to_string);
    let mentions = entry.mentions.iter().map(|mention| {
        mention.entity.as_ref().map_or_else(|| mention.words.to_string(), ToString::to_string)
    });
    claimer.into_iter().chain(mentions)
}

/// One of several, or any.
fn choice<T: Clone + PartialEq>(ui: &mut Ui, name: &str, chosen: &mut Option<T>, all: Vec<(T, String)>) {
    let shown = chosen.as_ref().and_then(|own| all.iter().find(|(value, _)| value == own));
    let shown = shown.map_or_else(|| name.to_owned(), |(_, words)| words.clone());
    let combo = ComboBox::from_id_salt(("claims", name)).selected_text(shown).width(104.0).truncate();
    let combo = combo.show_ui(ui, |ui| {
        if ui.selectable_label(chosen.is_none(), "Any").clicked() {
            *chosen = None;
        }
        for (value, words) in all {
            if ui.selectable_label(chosen.as_ref() == Some(&value), words).clicked() {
                *chosen = Some(value);
            }
        }
    });
    menu::named(&combo.response, &format!("Filter: {name}"));
}
