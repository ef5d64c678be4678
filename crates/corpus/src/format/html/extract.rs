//! Which paragraphs of a page are its article.

use ego_tree::iter::Edge;
use scraper::Html;

use super::Extent;
use super::blocks::{Block, Blocks};
use super::content::content;
use super::element::Roles;
use super::vote::Extracted;

/// Pages of more nodes, or longer, are left to our own look: the extractors promise no bound.
const MAX_NODES: usize = 60_000;
const MAX_PAGE_BYTES: usize = 4 * 1024 * 1024;
/// Nor those whose text counts more, each byte by how deep it stands: extractors look at the text of all elements around.
const MAX_WEIGHT: usize = 32 * 1024 * 1024;
/// An article has so many letters at least; what less agrees on is a headline or a notice.
const MIN_ARTICLE_LETTERS: usize = 60;
/// Of a page that shows fewer letters our own look is better: extractors expect the length of an article.
const MIN_PAGE_LETTERS: usize = 1500;
/// A line that Readability alone takes is of the article where lines that both take stand so near before and after it.
const NEAR_LINES: usize = 2;

/// A line of the page, and what is known of it.
struct Line<'b> {
    block: usize,
    text: &'b str,
    letters: usize,
    /// Held by our own look, by trafilatura, by Readability.
    held: [bool; 3],
    is_clutter: bool,
}

/// The paragraphs of the article, in the order of the page.
pub(super) fn article(page: &str, tree: &Html, all: &[Block], extent: Extent, is_cut: bool) -> Vec<String> {
    let roles = Roles::of(tree);
    let own = Blocks::of(content(tree, all, &roles));
    let own: Vec<String> = own
        .into_iter()
        .filter(|block| {
            extent == Extent::More || !(roles.is_clutter(block.element) || is_notice(&block.text))
        })
        .map(|block| block.text)
        .collect();
    let shown: usize = all.iter().map(|block| letters(&block.text)).sum();
    if is_cut
        || shown < MIN_PAGE_LETTERS
        || page.len() > MAX_PAGE_BYTES
        || tree.tree.nodes().len() > MAX_NODES
        || weight(tree) > MAX_WEIGHT
    {
        return own;
    }
    let voices = [Some(own.join("\n")), trafilatura_text(page), readability_text(page)]
        .map(|text| text.map(|text| Extracted::new(&text)));
    let lines = lines(all, &voices, &roles);
    let kept: Vec<bool> = match extent {
        Extent::Article => agreed(&lines),
        Extent::More | Extent::Whole => lines.iter().map(|line| line.held.contains(&true)).collect(),
    };
    let kept = || lines.iter().zip(&kept).filter(|(_, is_kept)| **is_kept).map(|(line, _)| line);
    if kept().map(|line| line.letters).sum::<usize>() < MIN_ARTICLE_LETTERS {
        return own;
    }
    let mut article: Vec<String> = Vec::new();
    let mut last = None;
    for line in kept() {
        match article.last_mut().filter(|_| last == Some(line.block)) {
            Some(block) => {
                block.push('\n');
                block.push_str(line.text);
            }
            None => article.push(line.text.to_owned()),
        }
        last = Some(line.block);
    }
    article
}

/// Bytes of the text of a page, each as often as there are elements around it.
fn weight(page: &Html) -> usize {
    let (mut weight, mut depth) = (0_usize, 0_usize);
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => {
                depth += 1;
                weight += node.value().as_text().map_or(0, |text| text.len() * depth);
            }
            Edge::Close(_) => depth -= 1,
        }
    }
    weight
}

fn lines<'b>(all: &'b [Block], voices: &[Option<Extracted>; 3], roles: &Roles) -> Vec<Line<'b>> {
    let mut lines = Vec::new();
    for (n, block) in all.iter().enumerate() {
        let is_clutter = roles.is_clutter(block.element) || is_notice(&block.text);
        for text in block.text.split('\n').filter(|line| !line.trim().is_empty()) {
            let held = [0, 1, 2].map(|n: usize| voices[n].as_ref().is_some_and(|voice| voice.holds(text)));
            lines.push(Line { block: n, text, letters: letters(text), held, is_clutter });
        }
    }
    lines
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// How lines begin that lead to other stories, and what is written over advertisements.
const LEADS: [&str; 24] = [
    "Also read",
    "Also Read",
    "ALSO READ",
    "Read also",
    "Read more:",
    "READ MORE:",
    "READ:",
    "यह भी पढ़ें",
    "ये भी पढ़ें",
    "इसे भी पढ़ें",
    "हेही वाचा",
    "हे देखील वाचा",
    "આ પણ વાંચો",
    "વધુ વાંચો",
    "یہ بھی پڑھیں",
    "مزید پڑھیں",
    "আরও পড়ুন",
    "আরো পড়ুন",
    "இதையும் படி",
    "மேலும் படிக்க",
    "ఇది కూడా చదవండి",
    "ಇದನ್ನೂ ಓದಿ",
    "ഇതും വായിക്കൂ",
    "ਇਹ ਵੀ ਪੜ੍ਹੋ",
];
const ADVERTISEMENTS: [&str; 8] =
    ["advertisement", "sponsored", "विज्ञापन", "જાહેરાત", "اشتہار", "বিজ্ঞাপন", "விளம்பரம்", "ప్రకటన"];

/// Whether a paragraph only leads to another story, or only says that what follows is paid for.
fn is_notice(text: &str) -> bool {
    let text = text.trim();
    // The nukta of `पढ़` is written either way.
    let simple =
        |text: &str| text.replace(['\u{93c}', '\u{9bc}'], "").replace('\u{95d}', "ढ").replace('\u{9dc}', "ড");
    let start: String = simple(text).chars().take(24).collect();
    (text.chars().count() <= 240 && LEADS.iter().any(|lead| start.starts_with(&simple(lead))))
        || ADVERTISEMENTS.contains(&text.to_lowercase().as_str())
}

/// Which lines both extractors take, with those between them that Readability takes; where the two see different articles, those
/// that any two of the three take. What is clutter by its name goes, unless it is a good part of what is left.
fn agreed(lines: &[Line<'_>]) -> Vec<bool> {
    let sum = |of: &dyn Fn(&Line<'_>) -> bool| -> usize {
        lines.iter().filter(|line| of(line)).map(|line| line.letters).sum()
    };
    let (one, other) = (sum(&|line| line.held[1]), sum(&|line| line.held[2]));
    let both = sum(&|line| line.held[1] && line.held[2]);
    let do_agree = both >= MIN_ARTICLE_LETTERS && both * 2 >= one.min(other);
    let mut kept: Vec<bool> = lines
        .iter()
        .map(|line| {
            let votes = line.held.iter().filter(|held| **held).count();
            if do_agree { line.held[1] && line.held[2] } else { votes >= 2 }
        })
        .collect();
    let before = kept.clone();
    for (n, line) in lines.iter().enumerate().filter(|(_, line)| line.held[2]) {
        let is_after = before[n.saturating_sub(NEAR_LINES)..n].contains(&true);
        let is_before = before[n + 1..].iter().take(NEAR_LINES).any(|kept| *kept);
        kept[n] |= do_agree && is_after && is_before && !line.is_clutter;
    }
    let all: usize = lines.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(line, _)| line.letters).sum();
    let clutter = lines.iter().zip(&kept).filter(|(line, kept)| **kept && line.is_clutter);
    if clutter.map(|(line, _)| line.letters).sum::<usize>() * 5 < all {
        for (line, kept) in lines.iter().zip(&mut kept) {
            *kept &= !line.is_clutter;
        }
    }
    kept
}

/// What `trafilatura` takes for the article.
fn trafilatura_text(page: &str) -> Option<String> {
    let mut options = trafilatura::Options::default().with_fallback(true);
    options.exclude_comments = true;
    trafilatura::extract(page, &options).ok().map(|result| result.content_text)
}

/// What Mozilla's Readability would take, by `dom_smoothie`.
fn readability_text(page: &str) -> Option<String> {
    let config = dom_smoothie::Config {
        text_mode: dom_smoothie::TextMode::Formatted,
        ..dom_smoothie::Config::default()
    };
    let mut readability = dom_smoothie::Readability::new(page, None, Some(config)).ok()?;
    readability.parse().ok().map(|article| article.text_content.to_string())
}
