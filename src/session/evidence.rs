//! Words of the text that bear an attribute out.

use std::sync::Arc;

use super::{Effect, Now, Session, Severity};
use crate::model::{AttributeType, AttributeValue, EntityRef, Evidence, Value};
use crate::words::{say, text};

impl Session {
    /// Makes the selection the evidence of an attribute of the focused annotation. Where nothing is said of the attribute yet,
    /// the words are its value too, so that naming a claimer and where it stands is one step.
    pub(super) fn attach_evidence(&mut self, attribute: &Arc<str>, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let source = &article.document().text;
        let Some(span) = article.selection().span(source) else {
            return vec![Effect::tell(Severity::Info, text("session-evidence-first"))];
        };
        let known = article.focused().and_then(|focused| focused.attributes.get(attribute));
        let value = match known {
            Some(known) => Some(known.value.clone()),
            None => {
                self.schema().attribute(attribute).and_then(|spec| in_words(spec.kind, source.slice(span)))
            }
        };
        let Some(value) = value else {
            let name = self.name_of_attribute(attribute);
            return vec![Effect::tell(Severity::Info, say!("session-value-first", field = name))];
        };
        let attribute = attribute.clone();
        self.alter(text("session-step-attach-evidence"), now, |annotation| {
            let value = AttributeValue { value, evidence: Some(Evidence { span }) };
            annotation.attributes.insert(attribute, value);
        })
    }
}

/// What words of the text are as a value; nothing where they cannot be one.
pub(super) fn in_words(kind: AttributeType, words: &str) -> Option<Value> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match kind {
        AttributeType::Entity => Some(Value::Entity(EntityRef::from(words.as_str()))),
        AttributeType::Text => Some(Value::Text(words)),
        AttributeType::Number => Some(Value::Number(words.parse().ok().filter(|n: &f64| n.is_finite())?)),
        AttributeType::Choice | AttributeType::MultiChoice | AttributeType::Flag => None,
    }
}
