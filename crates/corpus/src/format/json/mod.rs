//! JSON as the files have it: shapes that keep what they do not know, and a writer whose bytes never vary.

mod reader;
mod shape;
mod writer;

pub(super) use reader::{AnyObject, escape, keep_unknown};
pub(super) use shape::{Text, Unknown, shape};
pub(super) use writer::{Writer, number};
