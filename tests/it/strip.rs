//! A text that is typed into: its pieces, its carets over their edges, and how little of it is laid out anew.

use proptest::prelude::*;
use tippani::text::{
    cluster_edge_after, cluster_edge_before, is_cluster_edge, word_at, word_end_after, word_start_before,
};
use tippani::typeset::{Strip, StripLines, StripPiece, TextStyle, Typesetter, Weight};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::any_text;

fn style() -> TextStyle {
    TextStyle { size: 18.0, line_height: 1.5, weight: Weight::Regular, language: None }
}

fn strip(lines: StripLines, text: &str) -> Strip {
    let mut strip = Strip::new(lines, style());
    strip.set(style(), 300.0);
    strip.update(text);
    strip
}

/// The pieces one after the other.
fn whole(strip: &Strip) -> String {
    strip.pieces().iter().map(StripPiece::text).collect()
}

#[track_caller]
fn check_pieces(strip: &Strip, text: &str) {
    assert_eq!(whole(strip), text);
    let mut at = 0;
    for piece in strip.pieces() {
        assert_eq!(piece.start(), at);
        at += piece.text().len();
    }
}

#[test]
fn lines_are_pieces_and_the_last_may_be_empty() {
    let pieces = |lines, text| {
        let strip = strip(lines, text);
        strip.pieces().iter().map(|piece| piece.text().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(pieces(StripLines::Several, "एक\n\nदो\n"), ["एक\n", "\n", "दो\n", ""]);
    assert_eq!(pieces(StripLines::Several, ""), [""]);
    assert_eq!(pieces(StripLines::One, "a\nb"), ["a\nb"]);
}

#[test]
fn a_letter_in_four_hundred_thousand_lays_out_a_few_pieces() {
    let words = "पुल गिरा और लोग घायल हुए ";
    let text = words.repeat(400_000 / words.chars().count() + 1);
    assert!(text.chars().count() >= 400_000);
    for (lines, most) in [(StripLines::One, 3 * 1024), (StripLines::Several, 3 * 4096)] {
        let mut typesetter = Typesetter::new();
        let mut strip = strip(lines, &text);
        let mut typed = text.clone();
        for part in 0..3 {
            let place = typed.floor_char_boundary(typed.len() * part / 2);
            typed.insert(place, 'क');
            let before = strip.work();
            assert!(strip.update(&typed));
            // What is drawn and moved over: the piece of the caret, and the steps from it.
            let at = strip.piece_at(place);
            let _ = strip.layout(&mut typesetter, at);
            let _ = strip.beside(&mut typesetter, place, true);
            let _ = strip.beside(&mut typesetter, place, false);
            let after = strip.work();
            assert!(after.cut - before.cut <= most, "{lines:?}: {} bytes cut", after.cut - before.cut);
            // The first piece is laid out once, to know where the line reads.
            assert!(
                after.laid_out - before.laid_out <= most + most / 3,
                "{lines:?}: {} bytes laid out",
                after.laid_out - before.laid_out
            );
            // Another frame of the same does nothing.
            assert!(!strip.update(&typed));
            let _ = strip.layout(&mut typesetter, at);
            assert_eq!(strip.work(), after);
        }
    }
}

#[test]
fn what_is_typed_elsewhere_keeps_keys_and_layouts() {
    let text = "एक शब्द।\n".repeat(50);
    let mut typesetter = Typesetter::new();
    let mut strip = strip(StripLines::Several, &text);
    let keys: Vec<u64> = strip.pieces().iter().map(StripPiece::key).collect();
    for index in 0..keys.len() {
        let _ = strip.layout(&mut typesetter, index);
    }
    let before = strip.work().laid_out;
    let middle = strip.pieces()[25].start() + 3;
    let mut typed = text;
    typed.insert(middle, 'क');
    strip.update(&typed);
    for index in 0..keys.len() {
        let _ = strip.layout(&mut typesetter, index);
    }
    assert_eq!(strip.pieces().iter().map(StripPiece::key).collect::<Vec<_>>(), keys);
    assert_eq!(strip.work().laid_out - before, "एकक शब्द।".len());
}

#[test]
fn control_characters_are_blanks_of_their_size() {
    let mut strip = strip(StripLines::One, "a\0b\u{85}c\u{2028}d");
    let laid = strip.layout(&mut Typesetter::new(), 0);
    assert_eq!(laid.layout.lines().len(), 1);
    assert_eq!(laid.layout.len(), "a\0b\u{85}c\u{2028}d".len());
    assert!(laid.layout.missing().is_empty());
}

#[test]
fn words_near_a_place_are_those_of_the_whole_text() {
    let text = "डॉ. आशा ने कहा: पुल, गिरा।";
    let ends: Vec<usize> =
        std::iter::successors(Some(0), |at| Some(word_end_after(text, *at)).filter(|end| end > at)).collect();
    let words: Vec<&str> =
        ends.windows(2).map(|pair| text[pair[0]..pair[1]].trim_matches([' ', ':', ',', '।'])).collect();
    assert_eq!(words, ["डॉ.", "आशा", "ने", "कहा", "पुल", "गिरा", ""]);
    assert_eq!(&text[word_at(text, text.find("पुल").unwrap())], "पुल");
    // Far from everything.
    let far = format!("{}कखग{}", " ".repeat(5000), " ".repeat(5000));
    assert_eq!((word_end_after(&far, 0), word_start_before(&far, far.len())), (5009, 5000));
    // What is longer than any word is passed in steps.
    let long = "क".repeat(3000);
    let ends = std::iter::successors(Some(0), |at| (*at < long.len()).then(|| word_end_after(&long, *at)));
    let steps: Vec<usize> = ends.collect();
    assert!(steps.is_sorted() && steps.len() < 12 && steps.last() == Some(&long.len()), "{steps:?}");
}

proptest! {
    /// Whatever is put in the place of whatever else: the pieces are those of the text, and say where they are.
    #[test]
    fn pieces_follow_every_change(
        text in any_text(),
        changes in prop::collection::vec((0..100_usize, 0..100_usize, any_text()), 1..6),
        several in any::<bool>(),
        often in 1..40_usize,
    ) {
        let lines = if several { StripLines::Several } else { StripLines::One };
        let mut text = text.repeat(often);
        let mut strip = strip(lines, &text);
        check_pieces(&strip, &text);
        for (start, end, new) in changes {
            let at = |part: usize| text.floor_char_boundary(text.len() * part / 100);
            let (start, end) = (at(start.min(end)), at(start.max(end)));
            text.replace_range(start..end, &new);
            strip.update(&text);
            check_pieces(&strip, &text);
        }
    }

    /// From one end to the other by arrow every cluster of the text is met, each once.
    #[test]
    fn steps_meet_every_cluster(text in any_text(), often in 1..6_usize) {
        let text = text.replace(|c: char| c.is_control(), " ").repeat(often);
        let mut typesetter = Typesetter::new();
        let mut strip = strip(StripLines::One, &text);
        let rtl = strip.is_rtl(&mut typesetter);
        let mut met = vec![];
        let mut at = if rtl { text.len() } else { 0 };
        // The left end on the screen may be within the text where it reads in both directions.
        loop {
            let left = strip.beside(&mut typesetter, at, true);
            if left == at || met.len() > text.len() {
                break;
            }
            met.push(left);
            at = left;
        }
        met.clear();
        met.push(at);
        loop {
            let right = strip.beside(&mut typesetter, at, false);
            if right == at || met.len() > text.len() + 1 {
                break;
            }
            met.push(right);
            at = right;
        }
        met.sort_unstable();
        let edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        if text.len() <= 1024 {
            prop_assert_eq!(met, edges);
        }
    }

    /// The edges of clusters near a place are those of the whole text.
    #[test]
    fn edges_are_those_of_clusters(text in any_text()) {
        let edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for (at, _) in text.char_indices() {
            prop_assert_eq!(is_cluster_edge(&text, at), edges.contains(&at));
            let after = edges.iter().copied().find(|edge| *edge > at);
            prop_assert_eq!(cluster_edge_after(&text, at), after.unwrap_or(text.len()));
            let before = edges.iter().copied().rfind(|edge| *edge < at);
            prop_assert_eq!(cluster_edge_before(&text, at), before.unwrap_or(0));
        }
    }
}
