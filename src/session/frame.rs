//! Filling the frame of an annotation by pointing: a field, then words of the text or a mark. The words are the evidence, and
//! give the value too.

use std::sync::Arc;

use super::evidence::in_words;
use super::{Effect, Now, Selection, Session, Severity, Step};
use crate::model::{
    Annotation, AnnotationKind, AttributeSpec, AttributeType, AttributeValue, EntityRef, EntryKey, Evidence,
    Value,
};
use crate::text::{ByteOffset, Granularity, SourceText, Span, segment_at};
use crate::words::{say, text};

/// A field that is being filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointing {
    /// The annotation whose field it is.
    pub annotation: EntryKey,
    /// Identifier of the attribute.
    pub attribute: Arc<str>,
    /// Words that were pointed at and name none of the choices: they are the evidence of the one that is said next.
    pub evidence: Option<Span>,
}

/// Something that is said of a field by one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldAnswer {
    /// The choice of this number, from nought.
    Choice(usize),
    /// The author of the article.
    Author,
    /// Looked for, and not in the text.
    Unknown,
    /// Yes or no.
    Flag(bool),
}

impl FieldAnswer {
    /// Everything that can be said of a field, each with its key, in the order shown.
    #[must_use]
    pub fn all(spec: &AttributeSpec) -> Vec<(char, Self, String)> {
        let digits = '1'..='9';
        let choice = |(n, option): (usize, &crate::model::Choice)| (Self::Choice(n), option.name.clone());
        let mut all: Vec<(char, Self, String)> = match spec.kind {
            AttributeType::Choice | AttributeType::MultiChoice => {
                let choices = spec.options.iter().enumerate().map(choice);
                digits.zip(choices).map(|(key, (answer, name))| (key, answer, name)).collect()
            }
            AttributeType::Flag => {
                let answer = |key, is_so, name| (key, Self::Flag(is_so), text(name).to_owned());
                vec![answer('y', true, "session-answer-yes"), answer('n', false, "session-answer-no")]
            }
            AttributeType::Entity => vec![('a', Self::Author, text("session-answer-author").to_owned())],
            AttributeType::Text | AttributeType::Number => Vec::new(),
        };
        all.push(('u', Self::Unknown, text("session-answer-unknown").to_owned()));
        all
    }

    /// What a key says of a field.
    #[must_use]
    pub fn of_key(spec: &AttributeSpec, key: char) -> Option<Self> {
        Self::all(spec).into_iter().find(|(own, ..)| *own == key).map(|(_, answer, _)| answer)
    }
}

impl Session {
    /// The field that is being filled; nothing once another annotation is in focus.
    #[must_use]
    pub fn pointing(&self) -> Option<&Pointing> {
        self.pointing.as_ref().filter(|pointing| self.focused_key().as_ref() == Some(&pointing.annotation))
    }

    /// The attribute of the field that is being filled.
    #[must_use]
    pub fn pointed_field(&self) -> Option<&AttributeSpec> {
        self.schema().attribute(&self.pointing()?.attribute)
    }

    /// The attribute of this number that the focused annotation carries, from nought, in the order of its label.
    #[must_use]
    pub fn field(&self, number: usize) -> Option<&AttributeSpec> {
        let focused = self.article()?.focused()?;
        self.schema().attributes_of(&focused.label).nth(number)
    }

    /// Begins to fill a field of the focused annotation; with words selected, with those at once.
    pub(super) fn fill_field(&mut self, number: usize, now: &Now) -> Vec<Effect> {
        let Some(annotation) = self.focused_key() else { return Vec::new() };
        let Some(attribute) = self.field(number).map(|spec| spec.id.clone()) else { return Vec::new() };
        self.leave_links();
        self.tag_mode = None;
        let is_selected = self.article().is_some_and(|article| !article.selection().is_caret());
        // What was selected while another field was filled is that field's.
        let was_pointing = self.pointing().is_some();
        let effects = if is_selected && was_pointing { self.point_at_selection(now) } else { Vec::new() };
        self.pointing = Some(Pointing { annotation, attribute, evidence: None });
        if is_selected && !was_pointing { self.point_at_selection(now) } else { effects }
    }

    pub(super) fn leave_field(&mut self) -> Vec<Effect> {
        self.pointing = None;
        Vec::new()
    }

    /// Goes on to the next field, with the words that are selected as what is said of this one; after the last one it ends.
    pub(super) fn next_field(&mut self, now: &Now) -> Vec<Effect> {
        let Some(Pointing { attribute, annotation, .. }) = self.pointing().cloned() else {
            return Vec::new();
        };
        let is_selected = self
            .article()
            .is_some_and(|article| article.selection().span(&article.document().text).is_some());
        let effects = if is_selected { self.point_at_selection(now) } else { Vec::new() };
        if self.pointing().is_some_and(|pointing| pointing.evidence.is_some()) {
            // The choice is still to be said.
            return effects;
        }
        let next = self.article().and_then(|article| article.focused()).and_then(|focused| {
            let mut fields = self.schema().attributes_of(&focused.label).map(|spec| &spec.id);
            fields.by_ref().find(|id| **id == attribute);
            fields.next().cloned()
        });
        self.pointing = next.map(|attribute| Pointing { annotation, attribute, evidence: None });
        effects
    }

    /// The selected words are what the field is about.
    pub(super) fn point_at_selection(&mut self, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let Some(span) = article.selection().span(&article.document().text) else { return Vec::new() };
        let within = article.set().annotations().within(span.start(), span.end());
        let mut marks = within.into_iter().filter(|mark| {
            let extent = mark.spans.extent();
            mark.kind == AnnotationKind::Entity
                && extent.start() >= span.start()
                && extent.end() <= span.end()
        });
        let only = marks.next().filter(|_| marks.next().is_none());
        let entity = only.and_then(|mark| mark.entity.clone());
        let effects = self.point_at(span, entity, now);
        if let Some(article) = self.article_mut() {
            article.selection = Selection::caret(span.end());
        }
        effects
    }

    /// The shortest mark at a place is what the field is about, an entity before a claim; the annotation itself is not.
    pub(super) fn point_at_mark(&mut self, offset: ByteOffset, now: &Now) -> Vec<Effect> {
        let (Some(article), Some(pointing)) = (self.article(), self.pointing()) else { return Vec::new() };
        let mut here = article.set().annotations().at(offset);
        here.retain(|mark| mark.id != pointing.annotation.id);
        here.sort_by_key(|mark| (mark.kind, mark.spans.bytes()));
        match here.first() {
            Some(mark) => {
                let (span, entity) = (mark.spans.first(), mark.entity.clone());
                self.point_at(span, entity, now)
            }
            None => vec![Effect::tell(Severity::Info, text("session-nothing-marked-here"))],
        }
    }

    /// Walks to the next entity that may be meant, those of the sentence first: it is selected.
    pub(super) fn step_pointing(&mut self, step: Step) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let Some(focused) = article.focused() else { return Vec::new() };
        let source = &article.document().text;
        let places = offered(source, article.set().annotations().iter().map(|mark| &**mark), focused);
        if places.is_empty() {
            return vec![Effect::tell(Severity::Info, text("session-no-entity-marked"))];
        }
        let selected = article.selection().span(source);
        let at = places.iter().position(|place| Some(*place) == selected);
        let next = match (step, at) {
            (Step::Next, Some(at)) => (at + 1) % places.len(),
            (Step::Previous, Some(at)) => (at + places.len() - 1) % places.len(),
            (Step::Next, None) => 0,
            (Step::Previous, None) => places.len() - 1,
        };
        let span = places[next];
        let mut effects = self.select(span.start(), span.end());
        effects.extend(self.reveal(span));
        effects
    }

    /// Words of the text are what the field is about: they are its evidence, where it takes some, and its value where they say one.
    fn point_at(&mut self, span: Span, entity: Option<EntityRef>, now: &Now) -> Vec<Effect> {
        let Some(spec) = self.pointed_field().cloned() else { return Vec::new() };
        let Some(article) = self.article() else { return Vec::new() };
        let words = article.document().text.slice(span);
        let known = article.focused().and_then(|focused| focused.attributes.get(&spec.id));
        let known = known.map(|known| known.value.clone());
        let value = match spec.kind {
            AttributeType::Entity => entity.map(Value::Entity).or_else(|| in_words(spec.kind, words)),
            AttributeType::Choice => named_choice(&spec, words).map(Value::Text).or(known),
            AttributeType::MultiChoice => match (named_choice(&spec, words), known) {
                (Some(id), Some(Value::Many(mut all))) => {
                    if !all.contains(&id) {
                        all.push(id);
                    }
                    Some(Value::Many(spec.in_order(all)))
                }
                (Some(id), _) => Some(Value::Many(vec![id])),
                (None, known) => known,
            },
            AttributeType::Flag => known,
            AttributeType::Text => in_words(spec.kind, words),
            AttributeType::Number => in_words(spec.kind, words).or(known),
        };
        let Some(value) = value else {
            if spec.kind == AttributeType::Number {
                return vec![Effect::tell(Severity::Info, say!("session-no-number", words = words))];
            }
            if let Some(pointing) = &mut self.pointing {
                pointing.evidence = Some(span);
            }
            let keys: Vec<String> = FieldAnswer::all(&spec)
                .into_iter()
                .map(|(key, _, name)| [key.to_string(), name].join(" "))
                .collect();
            let told = say!("session-say-answer", field = &*spec.name, answers = keys.join(", "));
            return vec![Effect::tell(Severity::Info, told)];
        };
        let evidence = spec.evidence.then_some(Evidence { span });
        self.set_field(&spec, AttributeValue { value, evidence }, now)
    }

    /// Something is said of the field by a key; the words that bear it out stay.
    pub(super) fn answer_field(&mut self, answer: FieldAnswer, now: &Now) -> Vec<Effect> {
        let Some(spec) = self.pointed_field().cloned() else { return Vec::new() };
        let known = self.article().and_then(|article| article.focused()?.attributes.get(&spec.id).cloned());
        let value = match answer {
            FieldAnswer::Choice(n) => {
                let Some(id) = spec.options.get(n).map(|option| option.id.to_string()) else {
                    return Vec::new();
                };
                if spec.kind == AttributeType::MultiChoice {
                    let Some(value) = toggled(&spec, known.as_ref(), id) else {
                        return self.set_attribute(spec.id, None, now);
                    };
                    value
                } else {
                    Value::Text(id)
                }
            }
            FieldAnswer::Author => Value::Entity(EntityRef::Author),
            FieldAnswer::Unknown => Value::Entity(EntityRef::Unknown),
            FieldAnswer::Flag(is_so) => Value::Flag(is_so),
        };
        let pointed = self.pointing.as_mut().and_then(|pointing| pointing.evidence.take());
        let pointed = pointed.map(|span| Evidence { span }).filter(|_| spec.evidence);
        // What is nobody in the text is borne out by no words of it.
        let kept = known
            .and_then(|known| known.evidence)
            .filter(|_| matches!(answer, FieldAnswer::Choice(_) | FieldAnswer::Flag(_)));
        self.set_field(&spec, AttributeValue { value, evidence: pointed.or(kept) }, now)
    }

    fn set_field(&mut self, spec: &AttributeSpec, value: AttributeValue, now: &Now) -> Vec<Effect> {
        if let Some(pointing) = &mut self.pointing {
            pointing.evidence = None;
        }
        self.set_attribute(spec.id.clone(), Some(value), now)
    }
}

/// One choice of several, with those that were made, or taken back; nothing where none is left.
fn toggled(spec: &AttributeSpec, known: Option<&AttributeValue>, id: String) -> Option<Value> {
    let mut all = match known.map(|known| &known.value) {
        Some(Value::Many(all)) => all.clone(),
        _ => Vec::new(),
    };
    match all.iter().position(|other| *other == id) {
        Some(at) => {
            all.remove(at);
        }
        None => all.push(id),
    }
    (!all.is_empty()).then(|| Value::Many(spec.in_order(all)))
}

/// The one choice that words name.
fn named_choice(spec: &AttributeSpec, words: &str) -> Option<String> {
    let words = words.trim().to_lowercase();
    let names = |option: &&crate::model::Choice| {
        option.name.to_lowercase() == words || option.id.to_lowercase() == words
    };
    spec.options.iter().find(names).map(|option| option.id.to_string())
}

/// Where the entities stand that may be meant: those of the annotation's sentence, then those after it, then those before.
fn offered<'a>(text: &SourceText, marks: impl Iterator<Item = &'a Annotation>, of: &Annotation) -> Vec<Span> {
    let extent = of.spans.extent();
    let sentence = segment_at(text, extent.start(), Granularity::Sentence).unwrap_or(extent);
    let (start, end) = (sentence.start().min(extent.start()), sentence.end().max(extent.end()));
    let mut places: Vec<Span> =
        marks.filter(|mark| mark.kind == AnnotationKind::Entity).map(|mark| mark.spans.first()).collect();
    places.dedup();
    let group = |span: &Span| {
        if span.start() >= start && span.end() <= end { 0 } else { 1 + u8::from(span.start() < start) }
    };
    places.sort_by_key(|span| (group(span), span.start()));
    places
}
