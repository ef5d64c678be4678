//! How far annotators agree: κ, Fleiss’ κ, α, αᵤ, γ and F₁, each with what it rests on and what it means.

mod alignment;
mod figure;
mod gamma;
mod matched;
mod nominal;
mod rating;
mod report;
mod sample;
mod study;
mod unitized;

pub use alignment::{Alignment, Unit, UnitaryAlignment, align};
pub use figure::{Basis, Figure, Measure, Scope};
pub use gamma::{ByBlock, Disorder, Shuffling, measure};
pub use matched::{Confusion, Matched};
pub use nominal::Table;
pub use rating::{Category, LabelOf, has_rated};
pub use report::{ArticleAgreement, LabelFigures, Report};
pub use study::{Blocks, RatedArticle, Sampling, Study, rate_article};
