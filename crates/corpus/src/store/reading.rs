//! Reading the text of an article: in which encoding, and how much of a web page.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::bounded::{self, MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES};
use super::{
    LoadError, SetState, article_path, other_annotators, read_set, sidecar_path, source_path, write,
};
use crate::format::Decoded;
use crate::format::article::{self, ArticleKind, ReadArticle, ReadingChoice};
use crate::format::encoding::{self, EncodingPreview, TextEncoding};
use crate::format::html::{self, Extent};
use crate::format::sidecar::{SourceReading, source_reading};
use crate::model::{Annotator, ArticleDetails, Document};
use crate::text::{SourceText, TextOrigin};

/// The encoding that was chosen for every article of this run.
static CHOSEN: OnceLock<TextEncoding> = OnceLock::new();

/// Reads all articles of this run in an encoding, whatever their bytes look like; the first that is chosen stays.
pub fn choose_encoding(encoding: TextEncoding) {
    let _ = CHOSEN.set(encoding);
}

/// Reads one file as an article, wherever it lies and however it is called.
///
/// # Errors
/// When it is not there or cannot be read.
pub fn read_article(path: &Path) -> Result<Document, LoadError> {
    let io = |source| LoadError::Io { path: path.to_owned(), source };
    let bytes = bounded::read(path, MAX_ARTICLE_BYTES)
        .map_err(io)?
        .ok_or_else(|| LoadError::Gone(path.to_owned()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let decoded = match ArticleKind::of(&name) {
        Some(ArticleKind::Html) => decode_page(path, &name, &bytes, ReadingChoice::default())?,
        _ => article::read(&name, &bytes, CHOSEN.get().copied(), TextOrigin::default()),
    };
    for issue in &decoded.issues {
        log::warn!("{issue} ({})", path.display());
    }
    Ok(decoded.value.document)
}

/// Reads the text of an article. Nothing is written.
///
/// Of a web page the frozen text is read where there is one, else the main text is extracted. An encoding that was chosen is kept
/// to: by [`choose_encoding`], else by the sidecar of any annotator where the bytes do not say by themselves.
///
/// # Errors
/// When the article is not there or cannot be read.
pub fn document(root: &Path, file: &str) -> Result<Decoded<Document>, LoadError> {
    document_of(root, file, &[])
}

/// Like [`document`], with the annotators whose sidecars are asked for the encoding first.
pub(super) fn document_of(
    root: &Path,
    file: &str,
    annotators: &[Annotator],
) -> Result<Decoded<Document>, LoadError> {
    let place = Place::new(root, file)?;
    place.document(annotators).map(|decoded| decoded.map(|read| read.document))
}

/// What a web page says of itself; nothing for what is no page, or cannot be read.
#[must_use]
pub fn page_details(root: &Path, file: &str) -> ArticleDetails {
    let page = Place::new(root, file).ok().filter(Place::is_page);
    let bytes = page.and_then(|place| place.bytes(&place.article).ok());
    let text = bytes.map(|bytes| encoding::read(&bytes, CHOSEN.get().copied()).value.text);
    text.and_then(|page| html::details(&page).ok()).unwrap_or_default()
}

/// The first characters of an article in every encoding, for choosing one.
///
/// # Errors
/// When the article is not there or cannot be read.
pub fn encoding_previews(root: &Path, file: &str) -> Result<Vec<EncodingPreview>, LoadError> {
    let place = Place::new(root, file)?;
    let bytes = place.bytes(&place.article)?;
    Ok(encoding::previews(&bytes, place.is_page()))
}

/// Reads the text of an article for its annotator, as chosen, with all there is to say of how it was read.
pub(super) fn read(
    root: &Path,
    file: &str,
    annotator: &Annotator,
    choice: ReadingChoice,
) -> Result<Decoded<ReadArticle>, LoadError> {
    let place = Place::new(root, file)?;
    if choice == ReadingChoice::default() {
        let mut annotators = vec![annotator.clone()];
        if place.is_page() {
            // Whoever froze it noted how much of the page it is.
            annotators.extend(other_annotators(root, file).unwrap_or_default());
        }
        let mut read = place.document(&annotators)?;
        place.look_at_page(&mut read.value);
        return Ok(read);
    }
    let bytes = place.bytes(&place.article)?;
    let origin = TextOrigin { is_chosen: true, ..TextOrigin::default() };
    let mut read = if place.is_page() {
        let mut read = decode_page(&place.article, file, &bytes, choice)?;
        let document = &mut read.value.document;
        let origin = TextOrigin { is_chosen: true, ..document.text.origin() };
        document.text = SourceText::of(document.text.as_str(), origin);
        read
    } else {
        article::read(file, &bytes, choice.encoding, origin)
    };
    if let Some(who) = place.who_has_annotated(&read.value.document, annotator) {
        return Err(LoadError::Annotated { path: place.source, who });
    }
    place.replace_frozen(&read.value.document, &bytes, choice)?;
    read.value.how.choice = choice;
    place.name_in(&mut read);
    Ok(read)
}

/// Where an article lies.
struct Place<'p> {
    root: &'p Path,
    file: &'p str,
    /// The article itself.
    article: PathBuf,
    /// The file that holds its characters.
    source: PathBuf,
}

impl<'p> Place<'p> {
    fn new(root: &'p Path, file: &'p str) -> Result<Self, LoadError> {
        let outside = || LoadError::Outside(file.to_owned());
        let article = article_path(root, file).ok_or_else(outside)?;
        let source = source_path(root, file).ok_or_else(outside)?;
        Ok(Self { root, file, article, source })
    }

    fn is_page(&self) -> bool {
        ArticleKind::of(self.file) == Some(ArticleKind::Html)
    }

    fn look(&self, path: &Path) -> Result<Option<Vec<u8>>, LoadError> {
        let bytes = bounded::read_inside(self.root, path, MAX_ARTICLE_BYTES);
        bytes.map_err(|source| LoadError::Io { path: path.to_owned(), source })
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, LoadError> {
        self.look(path)?.ok_or_else(|| LoadError::Gone(path.to_owned()))
    }

    fn document(&self, annotators: &[Annotator]) -> Result<Decoded<ReadArticle>, LoadError> {
        let mut read = match self.look(&self.source)? {
            Some(bytes) => self.decode(&bytes, annotators),
            None if self.is_page() => {
                let bytes = self.bytes(&self.article)?;
                decode_page(&self.article, self.file, &bytes, ReadingChoice::default())?
            }
            None => return Err(LoadError::Gone(self.article.clone())),
        };
        self.name_in(&mut read);
        Ok(read)
    }

    fn name_in(&self, read: &mut Decoded<ReadArticle>) {
        for issue in &mut read.issues {
            self.file.clone_into(&mut issue.place);
        }
    }

    /// A document in the encoding that was chosen for all, or is said by a sidecar; else in that which its bytes look like.
    fn decode(&self, bytes: &[u8], annotators: &[Annotator]) -> Decoded<ReadArticle> {
        let first = |annotators: &[Annotator]| annotators.iter().find_map(|who| self.source_reading(who));
        let mut sidecar = first(annotators);
        if self.is_page() {
            // The text was frozen here, in UTF-8.
            let origin = TextOrigin {
                extent: sidecar.and_then(|source| source.extent).map(Extent::name),
                ..TextOrigin::default()
            };
            return article::read(self.file, bytes, None, origin);
        }
        if let Some(chosen) = CHOSEN.get() {
            return article::read(self.file, bytes, Some(*chosen), TextOrigin::default());
        }
        let decoded = article::read(self.file, bytes, None, TextOrigin::default());
        let found = decoded.value.document.text.origin().encoding;
        let is_certain = decoded.issues.is_empty() && found.is_none();
        if sidecar.is_none() && !is_certain {
            // Only where the bytes leave a doubt is it worth looking who else has annotated it.
            sidecar = first(&other_annotators(self.root, self.file).unwrap_or_default());
        }
        match sidecar.and_then(|source| source.encoding) {
            Some(encoding) if Some(encoding.name()) != found => {
                article::read(self.file, bytes, Some(encoding), TextOrigin::default())
            }
            _ => decoded,
        }
    }

    /// How the text was read by an annotator's sidecar.
    fn source_reading(&self, annotator: &Annotator) -> Option<SourceReading> {
        let path = sidecar_path(self.root, self.file, annotator)?;
        source_reading(&bounded::read_inside(self.root, &path, MAX_SIDECAR_BYTES).ok()??)
    }

    /// Looks at the page beside its frozen text, for what it says of itself and how much of it was taken.
    fn look_at_page(&self, read: &mut ReadArticle) {
        if !self.is_page() || read.how.page.is_some() {
            return;
        }
        // Without the page there is nothing to say; the text is what counts.
        let Ok(Some(bytes)) = self.look(&self.article) else { return };
        let text = &read.document.text;
        let extent = text.origin().extent.and_then(Extent::named);
        if let Ok(how) = article::beside_frozen(&bytes, extent, text.chars()) {
            read.how.page = how.page;
            read.how.details = how.details;
        }
    }

    /// Somebody who has annotated the article as it was read before; whose sidecar cannot be read may have.
    fn who_has_annotated(&self, document: &Document, annotator: &Annotator) -> Option<Annotator> {
        let mut all = other_annotators(self.root, self.file).unwrap_or_default();
        // The annotator's own name comes last: there is most to say of others'.
        all.sort_by_key(|other| other == annotator);
        all.into_iter().find(|other| match read_set(self.root, document, other).0 {
            SetState::None => false,
            SetState::Ready(set) => !set.is_empty(),
            SetState::Outdated(_) | SetState::Blocked(_) => true,
        })
    }

    /// Puts the text of a page in the place of the one frozen before, where there is one.
    fn replace_frozen(
        &self,
        document: &Document,
        page: &[u8],
        choice: ReadingChoice,
    ) -> Result<(), LoadError> {
        let Some(frozen) = self.look(&self.source)?.filter(|_| self.is_page()) else { return Ok(()) };
        let new = document.text.as_str().as_bytes();
        if frozen == new {
            return Ok(());
        }
        if !self.is_of_page(&frozen, page, choice)? {
            return Err(LoadError::OtherText(self.source.clone()));
        }
        let io = |source| LoadError::Io { path: self.source.clone(), source };
        let real = bounded::inside(self.root, &self.source).map_err(io)?;
        write::replace(&real, new).map_err(io)
    }

    /// Whether a frozen text is one that the page gives.
    fn is_of_page(&self, frozen: &[u8], page: &[u8], choice: ReadingChoice) -> Result<bool, LoadError> {
        let encodings = [choice.encoding, None];
        for encoding in encodings.into_iter().take(if choice.encoding.is_some() { 2 } else { 1 }) {
            for extent in Extent::ALL {
                let choice = ReadingChoice { encoding, extent: Some(extent) };
                let text = decode_page(&self.article, self.file, page, choice)?.value.document.text;
                if text.as_str().as_bytes() == frozen {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}

fn decode_page(
    path: &Path,
    file: &str,
    bytes: &[u8],
    choice: ReadingChoice,
) -> Result<Decoded<ReadArticle>, LoadError> {
    let io = |error| LoadError::Io { path: path.to_owned(), source: io::Error::other(error) };
    let encoding = choice.encoding.or_else(|| CHOSEN.get().copied());
    article::read_page(file, bytes, ReadingChoice { encoding, ..choice }).map_err(io)
}
