//! The schema a bare folder has: entities and claims of the news.

use std::sync::Arc;

use super::{
    AnnotationKind, AttributeSpec, AttributeType, Choice, Extra, Hue, Label, Overlap, RelationSpec, Schema,
};

/// Entities of the news, and claims with AIDA's claim frame.
#[must_use]
pub fn news_schema() -> Schema {
    Schema {
        name: String::new(),
        guidelines: None,
        overlap: Overlap::Allow,
        labels: labels(),
        attributes: attributes(),
        relations: relations(),
        extra: Extra::default(),
    }
}

/// Identifier, layer, name, colour, key, description, attributes.
type LabelRow<'a> = (&'a str, AnnotationKind, &'a str, Hue, char, &'a str, &'a [&'a str]);
/// Identifier, name, type, whether it may carry evidence, choices, description.
type AttributeRow<'a> = (&'a str, &'a str, AttributeType, bool, &'a [(&'a str, &'a str)], &'a str);

fn labels() -> Vec<Label> {
    use AnnotationKind::{Claim, Entity};
    let claim: &[&str] =
        &["claimer", "affiliation", "epistemic", "sentiment", "topic", "location", "medium", "time"];
    let rows: [LabelRow<'_>; 11] = [
        ("person", Entity, "Person", Hue::Blue, '1', "A named human being; titles stay outside", &["role"]),
        (
            "organization",
            Entity,
            "Organization",
            Hue::Orange,
            '2',
            "A body that acts: party, firm, ministry, agency",
            &[],
        ),
        (
            "location",
            Entity,
            "Location",
            Hue::Green,
            '3',
            "A place: country, town, river, building as a place",
            &[],
        ),
        (
            "event",
            Entity,
            "Event",
            Hue::Purple,
            '4',
            "A named happening: war, summit, festival, disaster",
            &[],
        ),
        ("date-time", Entity, "Date, time", Hue::Teal, '5', "A day, time or period in words or digits", &[]),
        (
            "product",
            Entity,
            "Product, equipment",
            Hue::Brown,
            '6',
            "A named thing made: weapon, vehicle, software",
            &[],
        ),
        ("statement", Claim, "Statement", Hue::Sky, 'c', "Somebody says that something is so", claim),
        ("allegation", Claim, "Allegation", Hue::Vermilion, 'a', "Somebody accuses somebody", claim),
        ("denial", Claim, "Denial", Hue::Rose, 'd', "Somebody says that something is not so", claim),
        ("intention", Claim, "Intention", Hue::Olive, 'i', "Somebody says what will be done", claim),
        ("figure", Claim, "Figure", Hue::Gold, 'f', "A number asserted: dead, votes, money, size", claim),
    ];
    rows.into_iter()
        .map(|(id, kind, name, hue, key, description, attributes)| Label {
            id: id.into(),
            kind,
            name: name.into(),
            hue,
            key: Some(key),
            description: description.into(),
            group: String::new(),
            is_of_article: false,
            attributes: attributes.iter().map(|a| Arc::from(*a)).collect(),
            aliases: Vec::new(),
            extra: Extra::default(),
        })
        .collect()
}

fn attributes() -> Vec<AttributeSpec> {
    use AttributeType::{Choice as One, Entity, Text};
    let epistemic = [
        ("true-certain", "True, certain"),
        ("true-uncertain", "True, uncertain"),
        ("unknown", "Unknown"),
        ("false-uncertain", "False, uncertain"),
        ("false-certain", "False, certain"),
    ];
    let sentiment = [
        ("positive", "Positive"),
        ("neutral-unknown", "Neutral or unknown"),
        ("negative", "Negative"),
        ("mixed", "Mixed"),
    ];
    let rows: [AttributeRow<'_>; 9] = [
        ("claimer", "Claimer", Entity, true, &[], "Who says so: an entity, the author, or unknown"),
        ("affiliation", "Affiliation", Entity, true, &[], "Whom the claimer speaks for"),
        ("epistemic", "Epistemic status", One, true, &epistemic, "How sure the claimer is, and of what"),
        ("sentiment", "Sentiment", One, true, &sentiment, "The claimer's feeling towards the matter"),
        ("topic", "Topic", Text, false, &[], "What the claim is about, in a few words"),
        ("location", "Location", Entity, true, &[], "Where the claim was made"),
        ("medium", "Medium", Entity, true, &[], "Through what it was made: broadcast, post, agency"),
        ("time", "Time", Text, true, &[], "When it was made"),
        ("role", "Role", Text, false, &[], "The office or part the person has here"),
    ];
    rows.into_iter()
        .map(|(id, name, kind, evidence, options, description)| AttributeSpec {
            id: id.into(),
            name: name.into(),
            kind,
            evidence,
            options: options
                .iter()
                .map(|(id, name)| Choice { id: (*id).into(), name: (*name).into() })
                .collect(),
            description: description.into(),
            extra: Extra::default(),
        })
        .collect()
}

fn relations() -> Vec<RelationSpec> {
    let claims: Vec<Arc<str>> =
        ["statement", "allegation", "denial", "intention", "figure"].into_iter().map(Arc::from).collect();
    let rows = [
        ("identical", "Identical", true, "Both say the same"),
        ("supports", "Supports", false, "If the first holds, the second is likelier"),
        ("refutes", "Refutes", false, "Both cannot hold"),
        ("related", "Related", true, "About the same matter"),
        ("quotes", "Quotes", false, "The first reports that somebody else makes the second"),
    ];
    rows.into_iter()
        .map(|(id, name, symmetric, description)| RelationSpec {
            id: id.into(),
            name: name.into(),
            from: claims.clone(),
            to: claims.clone(),
            symmetric,
            description: description.into(),
            extra: Extra::default(),
        })
        .collect()
}
