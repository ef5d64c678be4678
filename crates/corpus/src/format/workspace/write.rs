//! A schema to bytes.

use std::sync::Arc;

use super::{FORMAT, VERSION};
use crate::format::json::{Writer, escape};
use crate::model::{AttributeSpec, AttributeType, Label, Overlap, RelationSpec, Schema};

/// The bytes of a schema's workspace file; the same schema always gives the same bytes.
///
/// Kept values have to be JSON, as [`super::decode`] gives them.
#[must_use]
pub fn encode(schema: &Schema) -> Vec<u8> {
    let mut out = Writer::default();
    out.open(b'{');
    out.text("format", FORMAT);
    out.key("version");
    out.literal(&VERSION.to_string());
    out.text("name", &schema.name);
    if let Some(guidelines) = &schema.guidelines {
        out.text("guidelines", guidelines);
    }
    out.text(
        "overlap",
        match schema.overlap {
            Overlap::Allow => "allow",
            Overlap::Forbid => "forbid",
        },
    );
    list(&mut out, "labels", &schema.labels, label);
    list(&mut out, "attributes", &schema.attributes, attribute);
    list(&mut out, "relations", &schema.relations, relation);
    out.unknown(&schema.extra, "");
    out.close(b'}');
    out.finish()
}

fn list<T>(out: &mut Writer, key: &str, entries: &[T], write: impl Fn(&mut Writer, &T)) {
    out.key(key);
    out.open(b'[');
    for entry in entries {
        out.item();
        out.open(b'{');
        write(out, entry);
        out.close(b'}');
    }
    out.close(b']');
}

fn texts(out: &mut Writer, key: &str, texts: &[Arc<str>]) {
    out.key(key);
    out.open(b'[');
    for text in texts {
        out.item();
        out.string(text);
    }
    out.close(b']');
}

fn flag(out: &mut Writer, key: &str, value: bool) {
    out.key(key);
    out.literal(if value { "true" } else { "false" });
}

fn label(out: &mut Writer, label: &Label) {
    out.text("id", &label.id);
    out.text("kind", label.kind.name());
    out.text("name", &label.name);
    out.text("colour", label.hue.name());
    if let Some(key) = label.key {
        out.text("key", key.encode_utf8(&mut [0; 4]));
    }
    if !label.group.is_empty() {
        out.text("group", &label.group);
    }
    if label.is_of_article {
        out.text("scope", "article");
    }
    out.text("description", &label.description);
    texts(out, "attributes", &label.attributes);
    if !label.aliases.is_empty() {
        texts(out, "aliases", &label.aliases);
    }
    out.unknown(&label.extra, "");
}

fn attribute(out: &mut Writer, attribute: &AttributeSpec) {
    out.text("id", &attribute.id);
    out.text("name", &attribute.name);
    out.text(
        "type",
        match attribute.kind {
            AttributeType::Choice => "choice",
            AttributeType::MultiChoice => "multi-choice",
            AttributeType::Text => "text",
            AttributeType::Flag => "flag",
            AttributeType::Number => "number",
            AttributeType::Entity => "entity",
        },
    );
    flag(out, "evidence", attribute.evidence);
    list(out, "options", &attribute.options, |out, option| {
        out.text("id", &option.id);
        out.text("name", &option.name);
        out.unknown(&attribute.extra, &format!("options/{}/", escape(&option.id)));
    });
    out.text("description", &attribute.description);
    out.unknown(&attribute.extra, "");
}

fn relation(out: &mut Writer, relation: &RelationSpec) {
    out.text("id", &relation.id);
    out.text("name", &relation.name);
    texts(out, "from", &relation.from);
    texts(out, "to", &relation.to);
    flag(out, "symmetric", relation.symmetric);
    out.text("description", &relation.description);
    out.unknown(&relation.extra, "");
}
