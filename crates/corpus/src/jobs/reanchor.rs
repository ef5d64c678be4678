//! Where annotations are in an article that was changed: the old text is looked for first, then they are found in the new one.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{CancelToken, Cancelled, LoadedArticle, verdicts};
use crate::analysis::{Anchored, OldText, reanchor, variants};
use crate::format::encoding::sha256;
use crate::format::sidecar::Earlier;
use crate::model::{AnnotationId, AnnotationSet, Document, Orphan, Place};
use crate::store::texts;
use crate::text::SourceText;

/// Where each orphan of a set is in the article as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(BTreeMap<AnnotationId, Anchored>);

impl Places {
    /// The places of an orphan, the likeliest first; of one that is certain its place.
    #[must_use]
    pub fn of(&self, id: &AnnotationId) -> &[Place] {
        match self.0.get(id) {
            Some(Anchored::Certain(place)) => std::slice::from_ref(place),
            Some(Anchored::Likely(places)) => places,
            Some(Anchored::Gone) | None => &[],
        }
    }

    /// Those that are certain, by identifier.
    pub fn certain(&self) -> impl Iterator<Item = (&AnnotationId, &Place)> {
        self.0.iter().filter_map(|(id, anchored)| match anchored {
            Anchored::Certain(place) => Some((id, place)),
            Anchored::Likely(_) | Anchored::Gone => None,
        })
    }
}

/// How an article's annotations came through a change of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// So many have a place for certain.
    pub certain: usize,
    /// So many are to be confirmed.
    pub likely: usize,
    /// So many have no place.
    pub gone: usize,
}

impl Moved {
    /// Counts the orphans of a set.
    #[must_use]
    pub fn of(set: &AnnotationSet, places: &Places) -> Self {
        let mut moved = Self::default();
        for orphan in set.orphans() {
            match places.0.get(&orphan.id) {
                Some(Anchored::Certain(_)) => moved.certain += 1,
                Some(Anchored::Likely(_)) => moved.likely += 1,
                Some(Anchored::Gone) | None => moved.gone += 1,
            }
        }
        moved
    }
}

/// Finds the orphans of a set in its article. `length` is what its file says of the version it was made for: the hash, and how
/// many code points. Old texts are in `kept`, which is [`crate::store::preferences::texts_dir`].
///
/// # Errors
/// When it was cancelled.
pub fn find_places(
    set: &AnnotationSet,
    document: &Document,
    length: Option<(&str, usize)>,
    kept: Option<&Path>,
    cancel: &CancelToken,
) -> Result<Places, Cancelled> {
    let mut by_source: BTreeMap<&Arc<str>, Vec<&Orphan>> = BTreeMap::new();
    for orphan in set.orphans() {
        by_source.entry(&orphan.source).or_default().push(orphan);
    }
    let mut places = BTreeMap::new();
    for (source, orphans) in by_source {
        let characters = length.filter(|(of, _)| **of == **source).map(|(_, characters)| characters);
        let old = old_text(source, characters, document, kept);
        let old = old.as_ref().map_or(OldText::Quoted { characters }, OldText::Known);
        let anchored =
            reanchor(&orphans, old, &document.text, &|| !cancel.is_cancelled()).ok_or(Cancelled)?;
        places.extend(orphans.iter().map(|orphan| orphan.id.clone()).zip(anchored));
    }
    Ok(Places(places))
}

/// The version of an article with this hash: the article itself, a kept one, or one that differs from the article in nothing one
/// sees.
pub(super) fn old_text(
    source: &str,
    characters: Option<usize>,
    document: &Document,
    kept: Option<&Path>,
) -> Option<SourceText> {
    if *document.sha256 == *source {
        return Some(document.text.clone());
    }
    if let Some(text) = kept.and_then(|kept| texts::find(kept, source)) {
        return Some(text);
    }
    let is_it = |text: &String| {
        sha256(text.as_bytes()) == *source || sha256(format!("\u{feff}{text}").as_bytes()) == *source
    };
    variants(document.text.as_str(), characters?).find(is_it).map(SourceText::new)
}

/// Looks where the orphans of an article are that was read; its set was made for an `earlier` version, where there is one, of so
/// many code points. Old texts are in `kept`.
pub(super) fn look(
    root: &Path,
    article: &mut LoadedArticle,
    earlier: Option<&(Arc<str>, usize)>,
    (kept, cancel): (Option<&Path>, &CancelToken),
) -> Result<(), Cancelled> {
    let LoadedArticle { document, set, .. } = &*article;
    let known = earlier.map(|(sha256, characters)| (&**sha256, *characters));
    let known = known.filter(|(_, characters)| *characters > 0);
    let places = match set.orphans().len() {
        0 => Places::default(),
        _ => find_places(set, document, known, kept, cancel)?,
    };
    let follow = |known| verdicts::follow(root, document, set, known, (kept, cancel));
    let verdicts = known.map(follow).transpose()?.unwrap_or_default();
    (article.places, article.verdicts, article.is_outdated) = (places, verdicts, earlier.is_some());
    Ok(())
}

/// Gives all orphans of a set the place that is certain.
pub fn settle(set: &mut AnnotationSet, places: &Places) {
    let mut settled = Vec::new();
    for (id, place) in places.certain() {
        settled.extend(set.remove_orphan(id).map(|orphan| orphan.placed(place)));
    }
    set.insert_all(settled);
}

/// A set of an earlier version with all that is certain in its place, and how many that are.
///
/// # Errors
/// When it was cancelled.
pub fn settled(
    earlier: Earlier,
    document: &Document,
    kept: Option<&Path>,
    cancel: &CancelToken,
) -> Result<(AnnotationSet, Moved), Cancelled> {
    let Earlier { mut set, sha256, characters } = earlier;
    let length = usize::try_from(characters).ok().filter(|characters| *characters > 0);
    let length = length.map(|characters| (&*sha256, characters));
    let places = find_places(&set, document, length, kept, cancel)?;
    let moved = Moved::of(&set, &places);
    settle(&mut set, &places);
    Ok((set, moved))
}
