//! How the text of a sidecar's source was read, without a look into what follows.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};

use crate::format::encoding::{TextEncoding, without_bom};
use crate::format::html::Extent;

/// How the text that a sidecar was made for was read; a field is missing where the sidecar does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceReading {
    /// The encoding of the article's bytes.
    pub encoding: Option<TextEncoding>,
    /// How much of the web page was taken.
    pub extent: Option<Extent>,
}

#[derive(Deserialize)]
struct SourceShape {
    encoding: Option<String>,
    extent: Option<String>,
}

/// How the text was read by what a sidecar says of its source; nothing where it says nothing of it. The file is read as far as
/// that only, so that one of a later version, or damaged behind it, says so too.
///
/// ```
/// # use tippani_corpus::format::sidecar::source_reading;
/// let head = br#"{ "source": { "encoding": "Shift_JIS" }, "annot"#;
/// assert_eq!(source_reading(head).unwrap().encoding.unwrap().name(), "Shift_JIS");
/// assert_eq!(source_reading(b"{}"), None);
/// ```
#[must_use]
pub fn source_reading(bytes: &[u8]) -> Option<SourceReading> {
    let mut found = None;
    // It ends with an error wherever the file goes on behind the source.
    let _ = serde_json::Deserializer::from_slice(without_bom(bytes)).deserialize_map(FindSource(&mut found));
    found
}

struct FindSource<'f>(&'f mut Option<SourceReading>);

impl<'de> Visitor<'de> for FindSource<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sidecar")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "source" {
                let SourceShape { encoding, extent } = map.next_value()?;
                *self.0 = Some(SourceReading {
                    encoding: encoding.as_deref().and_then(TextEncoding::named),
                    extent: extent.as_deref().and_then(Extent::named),
                });
                break;
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}
