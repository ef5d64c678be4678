//! A part of the registry to bytes.

use super::{FORMAT, REJECTED, VERSION};
use crate::format::json::Writer;
use crate::model::{Entity, Judgement, RegistryPart};

/// The bytes of a part's file; the same part always gives the same bytes.
///
/// Kept values have to be JSON, as [`super::decode`] gives them.
#[must_use]
pub fn encode(part: &RegistryPart) -> Vec<u8> {
    let mut out = Writer::default();
    out.open(b'{');
    out.text("format", FORMAT);
    out.key("version");
    out.literal(&VERSION.to_string());
    out.text("annotator", part.annotator().as_str());
    out.key("entities");
    out.open(b'[');
    for entity in part.entities() {
        out.item();
        self::entity(&mut out, entity);
    }
    unread(&mut out, part, "entities");
    out.close(b']');
    for judgement in [Judgement::Same, Judgement::Different] {
        out.key(judgement.name());
        out.open(b'[');
        for (pair, _) in part.judgements().filter(|(_, judged)| *judged == judgement) {
            out.item();
            out.open(b'[');
            for id in pair.both() {
                out.item();
                out.string(id.as_str());
            }
            out.close(b']');
        }
        unread(&mut out, part, judgement.name());
        out.close(b']');
    }
    rejected(&mut out, part);
    out.unknown(&part.extra, "");
    out.close(b'}');
    out.finish()
}

/// Links that are not suggested again, where there are any.
fn rejected(out: &mut Writer, part: &RegistryPart) {
    let mut unread = part.unread.iter().filter(|unread| unread.list == REJECTED);
    if part.rejected().len() == 0 && unread.next().is_none() {
        return;
    }
    out.key(REJECTED);
    out.open(b'[');
    for link in part.rejected() {
        out.item();
        texts(out, &[&link.quote, link.entity.as_str()]);
    }
    self::unread(out, part, REJECTED);
    out.close(b']');
}

/// Entries of a list that could not be read, word for word.
fn unread(out: &mut Writer, part: &RegistryPart, list: &str) {
    for entry in part.unread.iter().filter(|unread| unread.list == list) {
        out.item();
        out.raw(&entry.json);
    }
}

pub(super) fn entity(out: &mut Writer, entity: &Entity) {
    out.open(b'{');
    out.text("id", entity.id.as_str());
    out.text("kind", &entity.kind);
    out.text("name", &entity.name);
    out.key("aliases");
    out.open(b'[');
    for alias in &entity.aliases {
        out.item();
        out.open(b'{');
        out.text("text", &alias.text);
        for (key, value) in [("language", &alias.language), ("script", &alias.script)] {
            if let Some(value) = value {
                out.text(key, value);
            }
        }
        out.unknown(&alias.extra, "");
        out.close(b'}');
    }
    out.close(b']');
    out.text("description", &entity.description);
    out.key("ids");
    out.open(b'{');
    for (scheme, ids) in &entity.ids {
        out.key(scheme);
        match ids.as_slice() {
            [id] => out.string(id),
            ids => texts(out, ids),
        }
    }
    out.close(b'}');
    if !entity.links.is_empty() {
        out.key("links");
        texts(out, &entity.links);
    }
    for (key, moment) in [("created", &entity.created), ("modified", &entity.modified)] {
        if let Some(moment) = moment {
            out.text(key, &moment.to_string());
        }
    }
    out.unknown(&entity.extra, "");
    out.close(b'}');
}

fn texts(out: &mut Writer, texts: &[impl AsRef<str>]) {
    out.open(b'[');
    for text in texts {
        out.item();
        out.string(text.as_ref());
    }
    out.close(b']');
}
