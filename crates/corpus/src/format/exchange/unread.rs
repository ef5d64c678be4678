//! Files of which it is known what they are, and that are not read: what to do instead.

use crate::words::text;

/// What a file is that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Apache Parquet.
    Parquet,
    /// Objects of Java, as `INCEpTION` keeps annotations.
    Java,
    /// GATE's own XML.
    GateXml,
    /// GATE's `bdoc` as YAML or `MessagePack`.
    Bdoc,
    /// `BioC` as XML.
    BiocXml,
    /// Comma-separated values.
    Csv,
    /// fastText: a label of a whole text a line.
    FastText,
}

impl Unread {
    /// Bytes of a file that tell what it is.
    pub(super) const HEAD_BYTES: usize = 4096;

    /// What a file is, by its first bytes where these say it for certain; nothing where it may be of a format that is read.
    #[must_use]
    pub fn of_bytes(head: &[u8]) -> Option<Self> {
        if head.starts_with(b"PAR1") {
            return Some(Self::Parquet);
        }
        if head.starts_with(b"\xac\xed\x00\x05") {
            return Some(Self::Java);
        }
        let head = head.get(..Self::HEAD_BYTES).unwrap_or(head);
        let text = String::from_utf8_lossy(crate::format::encoding::without_bom(head));
        let text = text.trim_start();
        if !text.starts_with('<') {
            return None;
        }
        let has = |what: &str| text.contains(what);
        if has("<GateDocument") {
            Some(Self::GateXml)
        } else if has("<!DOCTYPE collection") && has("BioC")
            || has("<collection") && has("<document") && has("<passage")
        {
            Some(Self::BiocXml)
        } else {
            None
        }
    }

    /// The same of a file that looks like no format that is read, by its name, too.
    #[must_use]
    pub fn of(name: &str, head: &[u8]) -> Option<Self> {
        let name = name.strip_suffix(".gz").unwrap_or(name);
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        let of_name = || match ending.as_str() {
            "bdocym" | "bdocmp" => Some(Self::Bdoc),
            // Snappy packed them.
            "ser" => Some(Self::Java),
            "csv" => Some(Self::Csv),
            _ => head.starts_with(b"__label__").then_some(Self::FastText),
        };
        Self::of_bytes(head).or_else(of_name)
    }

    /// What it is and what to do.
    #[must_use]
    pub fn told(self) -> &'static str {
        text(match self {
            Self::Parquet => "format-unread-parquet",
            Self::Java => "format-unread-java",
            Self::GateXml => "format-unread-gate-xml",
            Self::Bdoc => "format-unread-bdoc",
            Self::BiocXml => "format-unread-bioc-xml",
            Self::Csv => "format-unread-csv",
            Self::FastText => "format-unread-fasttext",
        })
    }
}
