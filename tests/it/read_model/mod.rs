//! The read model beside the files: whatever happened, it answers as if everything were read anew.

mod corpus;
mod packed;
mod series;
