//! The sidecar, version 1, as it stands in the file.

use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::value::{
    AttributesShape, ByShape, EndShape, KindShape, SourcesShape, StateShape, ValueShape, VerdictShape,
};
use crate::format::json::{Text, shape};

shape! {
    /// One annotator's annotations of one article.
    FileShape<'a> {
        /// Always `tippani/annotations`.
        #[schemars(regex(pattern = "^tippani/annotations$"))]
        "format" format: Text<'a>,
        /// The version of this format.
        #[schemars(range(min = 1, max = 1))]
        "version" version: u64,
        /// The text the offsets count in.
        "source" source: SourceShape<'a>,
        /// Who annotated: part of the file's name.
        #[schemars(regex(pattern = "^[a-z0-9][a-z0-9_-]*$"))]
        "annotator" annotator: Text<'a>,
        /// How far the annotator has come.
        "state" state: StateShape,
        /// By start, end, identifier.
        "annotations" annotations: Vec<AnnotationShape<'a>>,
        /// By identifier.
        #[schemars(default)]
        "relations" relations: Vec<RelationShape<'a>> = Vec::new(),
        /// Verdicts on other annotators' annotations.
        #[schemars(default)]
        "reviews" reviews: Vec<ReviewShape<'a>> = Vec::new(),
        /// Places where a reviewer decided that nothing belongs.
        #[schemars(default)]
        "decisions" decisions: Vec<DecisionShape<'a>> = Vec::new(),
        /// What the annotator answers reviewers.
        #[schemars(default)]
        "answers" answers: Vec<AnswerShape<'a>> = Vec::new(),
        /// Annotators to whom a reviewer returned the article.
        #[schemars(default)]
        "returned" returned: Vec<ReturnShape<'a>> = Vec::new(),
        /// Marks that have lost their place in an article that was changed, by identifier.
        #[schemars(default)]
        "orphans" orphans: Vec<OrphanShape<'a>> = Vec::new(),
        /// Pairs of annotations whose suggested link was rejected; kept as it stands.
        #[schemars(with = "Option<Vec<UnlinkedShape<'a>>>")]
        "unlinked" unlinked: Option<&'a RawValue> = None,
    }
}

shape! {
    /// The text the offsets count in.
    SourceShape<'a> {
        /// The file's name, in the folder of the sidecar.
        "file" file: Text<'a>,
        /// SHA-256 of the file's bytes, lower-case hexadecimal.
        #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
        "sha256" sha256: Text<'a>,
        /// Length of the decoded text in code points.
        #[schemars(default)]
        "characters" characters: u64 = 0,
        /// What offsets count: always `code-point`.
        #[schemars(regex(pattern = "^code-point$"))]
        "unit" unit: Text<'a>,
        /// BCP 47 language.
        "language" language: Option<Text<'a>> = None,
        /// The encoding of the file's bytes where it is not UTF-8: a name of the Encoding Standard or of IANA.
        "encoding" encoding: Option<Text<'a>> = None,
        /// How much of a web page the text is, where it is one: `article`, `more` (what may belong to it too), `whole`.
        "extent" extent: Option<Text<'a>> = None,
        /// What the annotator typed of the article; kept as it stands.
        #[schemars(with = "Option<DetailsShape<'a>>")]
        "details" details: Option<&'a RawValue> = None,
    }
}

shape! {
    /// What is known of an article beside its text.
    DetailsShape<'a> {
        /// The headline.
        "title" title: Option<Text<'a>> = None,
        /// Paper, agency or site.
        "publisher" publisher: Option<Text<'a>> = None,
        /// Who wrote it.
        "author" author: Option<Text<'a>> = None,
        /// When it was published: `2026-01-31`, or with time and offset as in RFC 3339.
        "date" date: Option<Text<'a>> = None,
        /// Its address.
        "url" url: Option<Text<'a>> = None,
        /// BCP 47 language that it says it is in.
        "language" language: Option<Text<'a>> = None,
    }
}

shape! {
    /// One mark.
    AnnotationShape<'a> {
        /// Unique in the file; a ULID where this program made it.
        "id" id: Text<'a>,
        /// The layer.
        "kind" kind: KindShape,
        /// Identifier of a label of the workspace file.
        "label" label: Text<'a>,
        /// Sorted and disjoint; several for a discontinuous mark.
        #[schemars(length(min = 1))]
        "spans" spans: Vec<SpanShape<'a>>,
        /// The registry entity this is a mention of.
        "entity" entity: Option<Text<'a>> = None,
        /// Values by attribute identifier.
        #[schemars(default)]
        "attributes" attributes: AttributesShape<'a> = AttributesShape::default(),
        /// A remark in the annotator's words.
        #[schemars(default)]
        "note" note: Text<'a> = Text::default(),
        /// How it came to be.
        "origin" origin: Option<OriginShape<'a>> = None,
        /// RFC 3339.
        "created" created: Option<Text<'a>> = None,
        /// RFC 3339.
        "modified" modified: Option<Text<'a>> = None,
    }
}

shape! {
    /// A mark that has lost its place: where it stood in an earlier version of the article.
    OrphanShape<'a> {
        /// Unique in the file, also among its annotations.
        "id" id: Text<'a>,
        /// The layer.
        "kind" kind: KindShape,
        /// Identifier of a label of the workspace file.
        "label" label: Text<'a>,
        /// SHA-256 of the version that its offsets count in, lower-case hexadecimal.
        #[schemars(regex(pattern = "^[0-9a-f]{64}$"), required)]
        "sha256" sha256: Option<Text<'a>> = None,
        /// Where it stood; sorted and disjoint.
        #[schemars(length(min = 1))]
        "spans" spans: Vec<QuotedSpanShape<'a>>,
        /// The registry entity this is a mention of.
        "entity" entity: Option<Text<'a>> = None,
        /// Values by attribute identifier; offsets of evidence count in the same version.
        #[schemars(default)]
        "attributes" attributes: AttributesShape<'a> = AttributesShape::default(),
        /// A remark in the annotator's words.
        #[schemars(default)]
        "note" note: Text<'a> = Text::default(),
        /// How it came to be.
        "origin" origin: Option<OriginShape<'a>> = None,
        /// RFC 3339.
        "created" created: Option<Text<'a>> = None,
        /// RFC 3339.
        "modified" modified: Option<Text<'a>> = None,
    }
}

shape! {
    /// Half-open, in Unicode code points of an earlier version of the article.
    QuotedSpanShape<'a> {
        /// The first code point.
        "start" start: u64,
        /// The first code point after it.
        "end" end: u64,
        /// The characters that stood between them.
        "quote" quote: Text<'a>,
        /// Up to 32 code points that stood before.
        #[schemars(default)]
        "before" before: Text<'a> = Text::default(),
        /// Up to 32 code points that stood after.
        #[schemars(default)]
        "after" after: Text<'a> = Text::default(),
    }
}

shape! {
    /// Half-open, in Unicode code points of the decoded text.
    SpanShape<'a> {
        /// The first code point.
        "start" start: u64,
        /// The first code point after it.
        "end" end: u64,
        /// Exactly the characters between them.
        "quote" quote: Text<'a>,
        /// Up to 32 code points before, cut at a grapheme boundary.
        #[schemars(with = "Option<String>")]
        "before" before: IgnoredAny = IgnoredAny,
        /// Up to 32 code points after, cut at a grapheme boundary.
        #[schemars(with = "Option<String>")]
        "after" after: IgnoredAny = IgnoredAny,
    }
}

shape! {
    /// The words that bear an attribute out: half-open, in code points.
    EvidenceShape<'a> {
        /// The first code point.
        "start" start: u64,
        /// The first code point after it.
        "end" end: u64,
        /// Exactly the characters between them.
        "quote" quote: Text<'a>,
    }
}

shape! {
    /// One attribute: `value` or `entity`, never both.
    AttributeShape<'a> {
        /// Text, a choice, several choices, yes or no, a number.
        "value" value: Option<ValueShape<'a>> = None,
        /// An entity of the registry, `author`, or `unknown`.
        "entity" entity: Option<Text<'a>> = None,
        /// The words that bear it out.
        "evidence" evidence: Option<EvidenceShape<'a>> = None,
    }
}

shape! {
    /// How a mark came to be.
    OriginShape<'a> {
        /// The way it came.
        "by" by: ByShape,
        /// What it came from; a list where it came from several.
        "from" from: Option<SourcesShape<'a>> = None,
        /// The model's confidence, 0 to 1.
        "score" score: Option<f64> = None,
        /// By which rule it was decided.
        "rule" rule: Option<Text<'a>> = None,
    }
}

shape! {
    /// A link that starts in this file.
    RelationShape<'a> {
        /// Unique in the file.
        "id" id: Text<'a>,
        /// Identifier of a relation of the workspace file.
        "label" label: Text<'a>,
        /// The annotation it starts at.
        "from" from: Text<'a>,
        /// What it points at.
        "to" to: EndShape<'a>,
        /// A remark in the annotator's words.
        "note" note: Option<Text<'a>> = None,
    }
}

shape! {
    /// Two annotations that are not to be suggested for a link.
    UnlinkedShape<'a> {
        /// One of them.
        "from" from: EndShape<'a>,
        /// The other.
        "to" to: EndShape<'a>,
    }
}

shape! {
    /// An annotation of another article or annotator.
    ThereShape<'a> {
        /// The article, relative to the workspace, with `/` between folders.
        "file" file: Text<'a>,
        /// Whose it is.
        "annotator" annotator: Text<'a>,
        /// Which one.
        "annotation" annotation: Text<'a>,
    }
}

shape! {
    /// A verdict.
    ReviewShape<'a> {
        /// The annotation it speaks of.
        "of" of: TargetShape<'a>,
        /// The content that was judged: the first half of a SHA-256, in lower-case hexadecimal.
        "saw" saw: Option<Text<'a>> = None,
        /// What it says.
        "verdict" verdict: VerdictShape,
        /// Why.
        #[schemars(default)]
        "comment" comment: Text<'a> = Text::default(),
        /// Number of the annotator's answer that it was given after, counted from 1; 0 where there was none.
        #[schemars(default)]
        "heard" heard: u64 = 0,
        /// RFC 3339.
        "at" at: Option<Text<'a>> = None,
    }
}

shape! {
    /// A decision that nothing belongs at a place.
    DecisionShape<'a> {
        /// The place; sorted and disjoint.
        #[schemars(length(min = 1))]
        "at" at: Vec<SpanShape<'a>>,
        /// Always true.
        "nothing" nothing: bool,
        /// Everything that was said there: the first half of a SHA-256 each, in lower-case hexadecimal.
        #[schemars(default)]
        "saw" saw: Vec<Text<'a>> = Vec::new(),
    }
}

shape! {
    /// What the annotator answers a reviewer.
    AnswerShape<'a> {
        /// Whom, and on what.
        "to" to: AnsweredShape<'a>,
        /// The answer.
        #[schemars(default)]
        "text" text: Text<'a> = Text::default(),
        /// Number of this answer, counted from 1.
        #[schemars(default = "once")]
        "round" round: u64 = once(),
        /// RFC 3339.
        "at" at: Option<Text<'a>> = None,
    }
}

shape! {
    /// What an answer is to.
    AnsweredShape<'a> {
        /// Who reviewed.
        "reviewer" reviewer: Text<'a>,
        /// The annotation that was judged; left out where a returned article is handed back.
        "annotation" annotation: Option<Text<'a>> = None,
    }
}

shape! {
    /// The article is returned to an annotator.
    ReturnShape<'a> {
        /// To whom.
        "annotator" annotator: Text<'a>,
        /// Why.
        #[schemars(default)]
        "comment" comment: Text<'a> = Text::default(),
        /// Number of this return, counted from 1.
        #[schemars(default = "once")]
        "round" round: u64 = once(),
        /// RFC 3339.
        "at" at: Option<Text<'a>> = None,
    }
}

/// What is said without a count is said once.
const fn once() -> u64 {
    1
}

shape! {
    /// An annotation of the same article by another annotator.
    TargetShape<'a> {
        /// Whose it is.
        "annotator" annotator: Text<'a>,
        /// Which one.
        "annotation" annotation: Text<'a>,
    }
}
