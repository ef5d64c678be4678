//! JSON Schemas of the files, made from the shapes that read them.

use schemars::{JsonSchema, schema_for};

use super::answer::{
    AdjudicationAnswer, AgainstAnswer, AgreementAnswer, CheckAnswer, ClaimsAnswer, ExportAnswer,
    FeedbackAnswer, FontsAnswer, ImportAnswer, MergeAnswer, ProgressAnswer, ReviewAnswer, StatsAnswer,
};
use super::entities::shape::EntitiesShape;
use super::exchange;
use super::imports;
use super::sidecar::shape::FileShape;
use super::workspace::shape::WorkspaceShape;

/// File name and contents of every JSON Schema (draft 2020-12), as committed in `schemas/`.
#[must_use]
pub fn all() -> Vec<(&'static str, String)> {
    vec![
        (
            "answers/adjudicate.schema.json",
            text::<AdjudicationAnswer>("What `tippani adjudicate --json` prints"),
        ),
        (
            "answers/against.schema.json",
            text::<AgainstAnswer>("What `tippani agreement --against --json` prints"),
        ),
        ("answers/agreement.schema.json", text::<AgreementAnswer>("What `tippani agreement --json` prints")),
        ("answers/check.schema.json", text::<CheckAnswer>("What `tippani check --json` prints")),
        ("answers/claims.schema.json", text::<ClaimsAnswer>("What `tippani claims --json` prints")),
        ("answers/export.schema.json", text::<ExportAnswer>("What `tippani export --json` prints")),
        ("answers/feedback.schema.json", text::<FeedbackAnswer>("What `tippani feedback --json` prints")),
        ("answers/fonts.schema.json", text::<FontsAnswer>("What `tippani fonts --json` prints")),
        ("answers/import.schema.json", text::<ImportAnswer>("What `tippani import --json` prints")),
        ("answers/merge.schema.json", text::<MergeAnswer>("What `tippani merge --json` prints")),
        ("answers/progress.schema.json", text::<ProgressAnswer>("What `tippani progress --json` prints")),
        ("answers/review.schema.json", text::<ReviewAnswer>("What `tippani review --json` prints")),
        ("answers/stats.schema.json", text::<StatsAnswer>("What `tippani stats --json` prints")),
        ("annotations.schema.json", text::<FileShape<'static>>("Tippani annotations, version 1")),
        ("article.schema.json", format!("{:#}\n", exchange::article_schema())),
        ("entities.schema.json", text::<EntitiesShape<'static>>("Tippani entities, version 1")),
        ("imports.schema.json", format!("{:#}\n", imports::schema())),
        ("workspace.schema.json", text::<WorkspaceShape<'static>>("Tippani workspace, version 1")),
    ]
}

fn text<T: JsonSchema>(title: &str) -> String {
    let mut schema = schema_for!(T);
    schema.insert("title".to_owned(), title.into());
    format!("{:#}\n", schema.to_value())
}
