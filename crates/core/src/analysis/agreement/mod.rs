//! How far annotators agree: κ, Fleiss’ κ, α, αᵤ, γ and F₁, each with what it rests on and what it means.

mod against;
mod alignment;
mod blocks;
mod figure;
mod figures;
mod gamma;
mod marks;
mod matched;
mod meaning;
mod nominal;
mod rating;
mod report;
mod sample;
mod study;
mod unitized;
mod view;

pub use against::{Against, Difference, Score, wilson};
pub use alignment::{Alignment, AlignmentUnit, UnitaryAlignment, align};
pub use figure::{Basis, Figure, Measure, Scope};
pub use figures::{Draw, Drawn, Figures};
pub use gamma::{Disorder, DisorderByBlock, Shuffling, measure};
pub use matched::{Confusion, MatchCounts};
pub use meaning::Meaning;
pub use nominal::RatingTable;
pub use rating::{Category, LayerLabel, has_rated, is_finished};
pub use report::{ArticleAgreement, LabelFigures, Report};
pub use study::{RatedArticle, ResamplingUnit, Sampling, Study, rate_article};
