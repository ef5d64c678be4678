//! How far annotators agree: κ, Fleiss’ κ, α, αᵤ and F₁, each with what it rests on and what it means.

mod figure;
mod matched;
mod nominal;
mod rating;
mod report;
mod sample;
mod study;
mod unitized;

pub use figure::{Basis, Figure, Measure, Scope};
pub use matched::{Confusion, Matched};
pub use nominal::Table;
pub use rating::{Category, LabelOf, has_rated};
pub use report::{ArticleAgreement, Report};
pub use study::{Blocks, RatedArticle, Study, rate_article};
