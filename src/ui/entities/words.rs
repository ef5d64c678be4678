//! What speaks for and against an entity, and what annotators contradict each other in, in words.

use crate::model::{Annotator, Contradiction, EntityId};
use crate::names::{Likeness, Objection, PairKind, Reason, WordKind};
use crate::session::{EntityCandidate, Session};
use crate::words::{say, text};

/// Why an entity is offered: the sounds that are aligned, and how like the names are.
pub(super) fn reason(candidate: &EntityCandidate) -> String {
    let Some((name, likeness)) = &candidate.name else { return text("entities-reason-nearby").to_owned() };
    let how = |reason: &Reason| {
        let pair = reason.to_string();
        match reason.kind {
            PairKind::Sound | PairKind::Unpaired => pair,
            PairKind::LetterNames => say!("entities-reason-letters", reason = pair),
            PairKind::Initial => say!("entities-reason-initial", reason = pair),
            PairKind::Meaning(WordKind::Same) => say!("entities-reason-other-name", reason = pair),
            PairKind::Meaning(_) => say!("entities-reason-meaning", reason = pair),
        }
    };
    let sounds: Vec<String> = candidate.reasons.iter().map(how).collect();
    let sounds = if sounds.is_empty() { name.clone() } else { sounds.join(", ") };
    match likeness {
        Likeness::Same | Likeness::Like => sounds,
        Likeness::Doubtful | Likeness::Other => say!("entities-reason-doubtful", reason = sounds),
    }
}

/// What speaks against it; nothing where nothing does.
pub(super) fn objection(candidate: &EntityCandidate, kind: &str) -> Option<String> {
    let mut against: Vec<String> = Vec::new();
    if candidate.is_other_kind {
        against.push(say!("entities-against-kind", kind = kind));
    }
    against.extend(candidate.objections.iter().map(|objection| match objection {
        Objection::OnlyFirst(word) => say!("entities-against-only-here", word = &**word),
        Objection::OnlySecond(word) => say!("entities-against-only-there", word = &**word),
        Objection::Unlike(here, there) => {
            say!("entities-against-unlike", here = &**here, there = &**there)
        }
        Objection::OtherKind(here, there) => {
            say!("entities-against-other-things", here = &**here, there = &**there)
        }
    }));
    (!against.is_empty()).then(|| against.join(", "))
}

/// What annotators contradict each other in.
pub(super) fn contradiction(session: &Session, contradiction: &Contradiction) -> String {
    let names = |annotators: &[Annotator]| session.all_called(annotators).join(", ");
    match contradiction {
        Contradiction::Pair { pair, same, different } => {
            let [one, other] = pair.both().map(EntityId::as_str);
            let different = names(different);
            if same.is_empty() {
                say!("entities-contradiction-follows", one = one, other = other, different = different)
            } else {
                let same = names(same);
                say!(
                    "entities-contradiction-decided",
                    one = one,
                    other = other,
                    same = same,
                    different = different
                )
            }
        }
        Contradiction::Kinds { id, kinds } => {
            let said: Vec<String> = kinds
                .iter()
                .map(|(kind, who)| say!("entities-contradiction-kind", kind = &**kind, names = names(who)))
                .collect();
            say!("entities-contradiction-kinds", id = id.as_str(), said = said.join(", "))
        }
    }
}
