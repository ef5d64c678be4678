//! The file system: looking at a workspace, reading articles, saving so that nothing is lost.
//!
//! The only room that touches `std::fs`. Looking never writes.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this is the room that may touch files"
)]

mod archive;
mod article;
mod aside;
mod bounded;
mod completion;
mod copy;
mod entities;
mod error;
mod export;
mod first;
mod identity;
mod import;
mod import_batch;
pub mod journal;
mod list;
mod litter;
mod lock;
mod packing;
mod path;
mod placement;
pub mod preferences;
mod reading;
pub mod recovery;
pub mod samples;
mod save;
mod save_copy;
mod save_known;
mod scan;
mod scratch;
mod sections;
mod sets;
mod shared;
mod siblings;
mod sidecar_versions;
mod stamp;
pub mod texts;
mod watch;
mod workspace;
mod write;

pub use archive::{Unpacked, above, is_archive, unpack};
pub use article::{
    BlockedSet, Loaded, OutdatedSet, SetState, is_folder, load, load_as, other_annotators, read_set,
};
pub use aside::{is_set_aside, list_set_aside};
pub use bounded::{MAX_ARTICLE_BYTES, MAX_SETTINGS_BYTES, MAX_SIDECAR_BYTES, Refused};
pub use completion::complete;
pub use copy::{CopyError, ReadCopy, copies, parse_sidecar_path, read_copy, read_part_copy};
pub use entities::{
    KnownPart, parse_part_path, part_copies, read_entity_file, read_part, read_parts, write_entity_file,
    write_part,
};
pub use error::{LoadError, SaveError, ScanError};
pub use export::{ExportError, Sink, SinkFolder};
pub use import::{FoundArticle, ImportError, ImportTarget, all_files, beside, files_of, open};
pub use import_batch::{Added, ImportWriter, ImportedArticle, StagedArticle};
pub use list::read_list;
pub use lock::{Holder, LockError, WriterLock, Writers};
pub use path::{article_path, sidecar_path, source_path};
pub use reading::{choose_encoding, document, encoding_previews, page_details, read_article};
pub use save::{Saved, Stamp, freeze, save, save_or_remove, set_aside};
pub use save_copy::save_copy;
pub use scan::{ArticleFile, FolderListing, ScanFolder, ScanProgress, Workspace, scan};
pub use scratch::write_aside;
pub use sections::Sections;
pub use sets::{ArticleSets, load_set, load_sets, repertoire, summaries, summary};
pub use shared::{KnownShared, read_shared};
pub use sidecar_versions::{SidecarVersion, SidecarVersions};
pub use stamp::{sidecar_stamp, source_stamp};
pub use watch::{FolderPoll, FolderWatch, Lies, WatchEvent, what_lies_at};
pub use workspace::{
    guidelines, import_labels, keep_import_labels, read_schema, read_settings, write_schema,
};
