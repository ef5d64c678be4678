//! Which claims are shown: by words, label, entity, topic, stance, annotator, article, date, and how they stand to each other.

use std::sync::Arc;

use egui::Ui;

use super::choice::choice;
use super::known::{Known, stance, topic};
use crate::analysis::{Cluster, day_in};
use crate::model::{AnnotationKind, Annotator};
use crate::session::Session;
use crate::ui::text_field::TextField;
use crate::ui::{Ink, menu};
use crate::words::text;

/// Which claims are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    words: String,
    label: Option<Arc<str>>,
    entity: Option<Arc<str>>,
    topic: Option<Arc<str>>,
    stance: Option<Arc<str>>,
    annotator: Option<Annotator>,
    file: Option<Arc<str>>,
    from: String,
    to: String,
    is_contradicted: bool,
    has_one_source: bool,
}

impl Filter {
    /// Draws them; says whether one was changed.
    pub(super) fn show(&mut self, ui: &mut Ui, ink: &mut Ink, session: &Session, known: &Known) -> bool {
        let before = self.clone();
        let whole = |value: &Arc<str>| value.to_string();
        ui.horizontal_wrapped(|ui| {
            let field = TextField::line(&mut self.words).hint(text("claims-filter-words-hint"));
            menu::named(&field.width(168.0).show(ui, ink), text("claims-filter"));
            let schema = session.schema();
            let labels: Vec<Arc<str>> = schema
                .labels
                .iter()
                .filter(|label| label.kind == AnnotationKind::Claim)
                .map(|label| label.id.clone())
                .collect();
            choice((&mut *ui, &mut *ink), "claims-filter-label", &mut self.label, &labels, |id| {
                schema.name_of_label(id)
            });
            choice((&mut *ui, &mut *ink), "common-entity", &mut self.entity, &known.choices.entities, whole);
            if !known.choices.topics.is_empty() {
                choice(
                    (&mut *ui, &mut *ink),
                    "claims-filter-topic",
                    &mut self.topic,
                    &known.choices.topics,
                    whole,
                );
            }
            if !known.choices.stances.is_empty() {
                choice(
                    (&mut *ui, &mut *ink),
                    "claims-filter-stance",
                    &mut self.stance,
                    &known.choices.stances,
                    whole,
                );
            }
            if !session.is_blind() {
                let (all, id) = (&known.choices.annotators, "claims-filter-annotator");
                choice((&mut *ui, &mut *ink), id, &mut self.annotator, all, ToString::to_string);
            }
            choice(
                (&mut *ui, &mut *ink),
                "claims-filter-article",
                &mut self.file,
                &known.choices.files,
                whole,
            );
            for (day, name, hint) in [
                (&mut self.from, "claims-filter-from", "claims-filter-from-hint"),
                (&mut self.to, "claims-filter-to", "claims-filter-to-hint"),
            ] {
                let field = TextField::line(day).hint(text(hint)).width(124.0).show(ui, ink);
                menu::named(&field, text(name));
                field.on_hover_text(text("claims-filter-day-hint"));
            }
            ui.toggle_value(&mut self.is_contradicted, text("claims-filter-contradicted"))
                .on_hover_text(text("claims-filter-contradicted-hint"));
            ui.toggle_value(&mut self.has_one_source, text("claims-one-source"))
                .on_hover_text(text("claims-filter-one-source-hint"));
            if *self != Self::default() && ui.button(text("claims-filter-show-all")).clicked() {
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

    /// The same filter ready to be asked of many claims.
    pub(super) fn ready<'f>(&'f self, session: &'f Session, known: &'f Known) -> impl Fn(usize) -> bool + 'f {
        let words: Vec<String> = self.words.split_whitespace().map(str::to_lowercase).collect();
        let (from, to) = (day_in(&self.from), day_in(&self.to));
        move |at| {
            let entry = &known.board.entries()[at];
            let is_seen = !session.is_blind() || session.annotator() == Some(&entry.key.annotator);
            let is_in_time = (from.is_none() && to.is_none())
                || known.claimed[at]
                    .is_some_and(|day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to));
            is_seen
                && entry.kind == AnnotationKind::Claim
                && is_in_time
                && self.label.as_ref().is_none_or(|label| *label == entry.label)
                && self.annotator.as_ref().is_none_or(|annotator| *annotator == entry.key.annotator)
                && self.file.as_ref().is_none_or(|file| *file == entry.key.file)
                && self.entity.as_ref().is_none_or(|entity| known.names(at).contains(entity))
                && self.topic.as_ref().is_none_or(|own| topic(entry).as_ref() == Some(own))
                && self.stance.as_ref().is_none_or(|own| stance(entry).any(|stance| stance == *own))
                && (words.is_empty() || {
                    let names = known.names(at).join(" ");
                    let file = &entry.key.file;
                    let said = format!("{} {} {names} {file}", entry.quote, entry.sentence).to_lowercase();
                    words.iter().all(|word| said.contains(word))
                })
        }
    }
}
