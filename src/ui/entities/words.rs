//! What speaks for and against an entity, in words.

use crate::names::{Likeness, Objection, PairKind, Reason, WordKind};
use crate::session::EntityCandidate;

/// Why an entity is offered: the sounds that are aligned, and how like the names are.
pub(super) fn reason(candidate: &EntityCandidate) -> String {
    let Some((name, likeness)) = &candidate.name else { return "mentioned nearby".to_owned() };
    let how = |reason: &Reason| match reason.kind {
        PairKind::Sound | PairKind::Unpaired => reason.to_string(),
        PairKind::LetterNames => format!("{reason} (letters)"),
        PairKind::Initial => format!("{reason} (an initial)"),
        PairKind::Meaning(WordKind::Same) => format!("{reason} (another name)"),
        PairKind::Meaning(_) => format!("{reason} (means the same)"),
    };
    let sounds: Vec<String> = candidate.reasons.iter().map(how).collect();
    let sounds = if sounds.is_empty() { name.clone() } else { sounds.join(", ") };
    match likeness {
        Likeness::Same | Likeness::Like => sounds,
        Likeness::Doubtful | Likeness::Other => format!("{sounds}, doubtful"),
    }
}

/// What speaks against it; nothing where nothing does.
pub(super) fn objection(candidate: &EntityCandidate, kind: &str) -> Option<String> {
    let mut against: Vec<String> = Vec::new();
    if candidate.is_other_kind {
        against.push(format!("it is of another kind: {kind}"));
    }
    against.extend(candidate.objections.iter().map(|objection| match objection {
        Objection::OnlyFirst(word) => format!("“{word}” is in the text only"),
        Objection::OnlySecond(word) => format!("“{word}” is not in the text"),
        Objection::Unlike(here, there) => format!("“{here}” and “{there}” sound rather unlike"),
        Objection::OtherKind(here, there) => format!("“{here}” and “{there}” are different things"),
    }));
    (!against.is_empty()).then(|| against.join(", "))
}
