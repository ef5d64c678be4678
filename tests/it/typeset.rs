//! Layout: clusters, carets, stretches, blocks and the column.

use proptest::prelude::*;
use tippani::text::{ByteOffset, SourceText, is_grapheme_boundary};
use tippani::typeset::{Catalogue, Flow, TextBlocks, TextStyle, Typesetter, Weight};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::any_text;

fn style() -> TextStyle {
    TextStyle { size: 18.0, line_height: 1.7, weight: Weight::Regular, language: None }
}

const WORDS: [&str; 29] = [
    "राष्ट्रपति द्वारा कोई भी",
    "રાષ્ટ્રપ્રમુખ ક્ષત્રિય",
    "কোলকাতা পৌঁছে শ্রী",
    "கொழும்பு பொய்",
    "കൊച്ചി പൊ",
    "කොළඹ ශ්‍රී",
    "ಕೊಡಗು ಕೋಲಾರ",
    "ଓଡ଼ିଶା କ୍ଷେତ୍ର",
    "กำลัง",
    "مرحبا بالعالم لا",
    "שלום עולם",
    "ਪੰਜਾਬ ਵਿੱਚ",
    "తెలుగు క్షేత్రం",
    "🔴 👩‍👩‍👧 🇮🇳 e\u{301}",
    "កម្ពុជា រដ្ឋមន្ត្រី",
    "မြန်မာ ဝန်ကြီးချုပ်",
    "ລາວ ນາຍົກລັດຖະມົນຕີ",
    "བོད་ཀྱི་སྐད་ཡིག",
    "አማርኛ ጠቅላይ ሚኒስትር።",
    "Հայաստան վարչապետը",
    "საქართველო პრემიერი",
    "ދިވެހި ރައީސް",
    "ᱥᱟᱱᱛᱟᱲᱤ ᱯᱟᱹᱨᱥᱤ",
    "ꯃꯩꯇꯩꯂꯣꯟ",
    "ߒߞߏ ߞߊ߲",
    "ⵜⴰⵎⴰⵣⵉⵖⵜ",
    "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ",
    "ܠܫܢܐ ܣܘܪܝܝܐ",
    "𞤆𞤵𞤤𞤢𞤪 𞤀𞤣𞤤𞤢𞤥",
];

/// Clusters as the engine sees them, in text order.
fn clusters(text: &str) -> Vec<&str> {
    let layout = Typesetter::new().lay_out(text, &style(), None);
    let mut ranges: Vec<_> = layout.runs().into_iter().flat_map(|r| r.clusters).collect();
    ranges.sort_by_key(|r| r.start);
    ranges.into_iter().map(|r| &text[r]).collect()
}

#[test]
fn a_face_of_the_system_draws_nothing_that_a_bundled_one_has() {
    let text = "हिंदी वाक्य में ગુજરાતના મુખ્યમંત્રી அதும் তারা שלום مرحبا, 5 → 6।";
    let runs = |typesetter: &mut Typesetter| {
        let layout = typesetter.lay_out(text, &style(), None);
        let names: Vec<String> = layout.faces().iter().map(tippani::typeset::Face::name).collect();
        layout
            .runs()
            .into_iter()
            .map(|run| (run.range, names[run.face].clone(), run.glyphs))
            .collect::<Vec<_>>()
    };
    let mut typesetter = Typesetter::new();
    let before = runs(&mut typesetter);
    // Ethiopic, Khmer, Burmese, Chinese: whatever of them this system has.
    typesetter.supply(&mut Catalogue::bundled(), "አማርኛ ភាសា မြန်မာ 中文".chars());
    assert_eq!(runs(&mut typesetter), before);
}

#[test]
fn clusters_are_those_of_uax_29() {
    for text in WORDS {
        let expected: Vec<&str> = text.graphemes(true).collect();
        assert_eq!(clusters(text), expected);
    }
}

#[test]
fn every_bundled_script_has_its_glyphs() {
    for text in WORDS {
        let layout = Typesetter::new().lay_out(text, &style(), None);
        assert_eq!(layout.missing(), [], "{text}");
    }
}

#[test]
fn a_caret_is_found_where_it_is_drawn() {
    for text in WORDS {
        let layout = Typesetter::new().lay_out(text, &style(), Some(120.0));
        if layout.is_rtl() {
            continue;
        }
        for (at, _) in text.grapheme_indices(true) {
            let caret = layout.caret(at);
            assert_eq!(
                layout.offset_at(caret.left + 0.1, f32::midpoint(caret.top, caret.bottom)),
                at,
                "{text} at {at}"
            );
        }
    }
}

#[test]
fn a_stretch_of_mixed_direction_covers_exactly_its_clusters() {
    let text = "Minister مرحبا said राष्ट्र";
    let layout = Typesetter::new().lay_out(text, &style(), None);
    for (start, cluster) in text.grapheme_indices(true) {
        let rects = layout.rects(start..start + cluster.len());
        assert_eq!(rects.len(), 1, "{cluster}");
        let middle = f32::midpoint(rects[0].0.left, rects[0].0.right);
        assert_eq!(layout.cluster_at(middle, 5.0), Some(start..start + cluster.len()));
    }
    let whole: f32 = layout.rects(0..text.len()).iter().map(|(r, _)| r.right - r.left).sum();
    assert!((whole - layout.width()).abs() < 0.5, "{whole} and {}", layout.width());
}

#[test]
fn lines_are_read_out_cluster_by_cluster_where_they_stand() {
    let mixed = ["", "abc שלום 123 עולם def", "قال Modi إن 12٬000 🔴 हिंदी", "क्ष\0त्र\ta", "e\u{301}\u{200f}x"];
    for text in WORDS.into_iter().chain(mixed) {
        let text = [text; 5].join(" ");
        for width in [None, Some(170.0)] {
            let layout = Typesetter::new().lay_out(&text, &style(), width);
            let runs = layout.reading();
            let read: Vec<&str> = runs
                .iter()
                .flat_map(|run| &run.clusters)
                .map(|cluster| &text[cluster.range.clone()])
                .collect();
            assert_eq!(read, text.graphemes(true).collect::<Vec<_>>(), "{text}");
            for run in &runs {
                assert_eq!(layout.line_of(run.range().start), run.line, "{text}");
                for cluster in &run.clusters {
                    let (from, to) = (cluster.offset, cluster.offset + cluster.width);
                    let (left, right) = if run.rtl {
                        (run.rect.right - to, run.rect.right - from)
                    } else {
                        (run.rect.left + from, run.rect.left + to)
                    };
                    let drawn = layout.rects(cluster.range.clone());
                    let (rect, line) =
                        *drawn.first().unwrap_or_else(|| panic!("{cluster:?} of {text:?} is nowhere"));
                    assert_eq!(line, run.line);
                    assert!(
                        (rect.left - left).abs() < 1.0,
                        "{cluster:?} of {text:?}: {rect:?}, {left} to {right}"
                    );
                }
            }
        }
    }
}

#[test]
fn keycaps_are_drawn_whole_by_the_face_of_emoji() {
    for text in ["1️⃣", "मतदान 1️⃣ और 2⃣", "#️⃣ *️⃣ now"] {
        let layout = Typesetter::new().lay_out(text, &style(), None);
        let caps = text.match_indices('\u{20e3}').map(|(at, _)| at);
        for cap in caps {
            let runs = layout.runs();
            let run = runs.iter().find(|run| run.range.contains(&cap)).unwrap();
            assert_eq!(layout.faces()[run.face].name(), "Noto Emoji Regular", "{text}");
            assert!(
                run.glyphs.iter().filter(|glyph| glyph.advance > 0.0).count() <= run.clusters.len(),
                "{text}"
            );
        }
    }
    let digits = Typesetter::new().lay_out("12 \u{20e3}", &style(), None);
    assert_eq!(digits.faces()[0].name(), "Noto Sans Regular", "a cap over nothing makes no keycap");
}

#[test]
fn boxes_of_missing_characters_stand_where_their_clusters_do() {
    // Letters of no face among those of scripts that read to the right and to the left, on lines that are wrapped.
    let missing = "\u{1e290}\u{1e291}";
    for text in
        [format!("plain {missing} text "), format!("قال {missing} الوزير "), format!("אמר {missing} ראש ")]
    {
        let text = text.repeat(12);
        let layout = Typesetter::new().lay_out(&text, &style(), Some(160.0));
        assert_eq!(layout.missing().len(), 24);
        for missing in layout.missing() {
            let cluster = missing.start..missing.start + missing.character.len_utf8();
            let (rect, _) = layout.rects(cluster)[0];
            let (is, wanted) = (missing.rect, rect);
            assert!(
                (is.left - wanted.left).abs() < 0.1 && (is.right - wanted.right).abs() < 0.1,
                "{is:?} {wanted:?}"
            );
        }
    }
}

#[test]
fn lines_are_of_one_height_whatever_they_mix() {
    let text = "plain हिन्दी ગુજરાતી 🔴 မြန်မာ plain ".repeat(8);
    let layout = Typesetter::new().lay_out(&text, &style(), Some(200.0));
    let heights: Vec<f32> = layout.lines().iter().map(|l| l.bottom - l.top).collect();
    assert!(heights.len() > 3 && heights.iter().all(|h| (h - heights[0]).abs() < f32::EPSILON));
}

#[test]
fn a_long_line_is_cut_at_sentences_and_a_monster_at_characters() {
    for (text, whole_clusters) in [
        ("पुल गिर गया। मंत्री ने जाँच का आदेश दिया। ".repeat(400), true),
        ("क्ष".repeat(20_000), true),
        ("\u{301}".repeat(50_000), false),
        ("a".repeat(100_000), true),
    ] {
        let source = SourceText::new(text.clone());
        let blocks = TextBlocks::new(&source);
        assert!(blocks.as_slice().len() > 2);
        let joined: String =
            blocks.as_slice().iter().map(|b| &text[b.range.start.get()..b.range.end.get()]).collect();
        assert_eq!(joined, text);
        if whole_clusters {
            assert!(blocks.as_slice().iter().all(|b| is_grapheme_boundary(&source, b.range.start)));
        }
    }
}

#[test]
fn a_correction_does_not_move_the_anchor() {
    let text = "पुल गिर गया। ".repeat(30) + "\n";
    let source = SourceText::new(text.repeat(200));
    let mut typesetter = Typesetter::new();
    let mut flow = Flow::new(source.clone(), style(), 400.0);
    let middle = ByteOffset::new(source.end().get() / 2);
    let anchor = flow.anchor_for(&mut typesetter, middle, 100.0, 600.0);
    for block in 0..anchor.block {
        let _ = flow.layout(&mut typesetter, block);
    }
    let again = flow.anchor_for(&mut typesetter, middle, 100.0, 600.0);
    assert_eq!(again.block, anchor.block);
    assert!((again.into - anchor.into).abs() < 1.0);
}

/// Every cluster drawn is the one found where it is drawn, and a word is as wide as its clusters.
#[track_caller]
fn check_places(name: &str, text: &str) {
    let source = SourceText::new(text);
    let mut typesetter = Typesetter::new();
    for block in TextBlocks::new(&source).as_slice() {
        let content = &source.as_str()[block.range.start.get()..block.range.end.get()];
        let layout = typesetter.lay_out(content, &style(), Some(600.0));
        let wide = |range| layout.rects(range).iter().map(|(r, _)| r.right - r.left).sum::<f32>();
        for (start, cluster) in content.grapheme_indices(true) {
            let range = start..start + cluster.len();
            let rects = layout.rects(range.clone());
            let Some((rect, _)) = rects.first().filter(|(r, _)| r.right - r.left > 0.5) else { continue };
            assert_eq!(rects.len(), 1, "{name}: {cluster} is drawn in one piece");
            let (x, y) = (f32::midpoint(rect.left, rect.right), f32::midpoint(rect.top, rect.bottom));
            assert_eq!(layout.cluster_at(x, y), Some(range), "{name}: {cluster} in {content}");
        }
        for (start, word) in content.split_word_bound_indices() {
            let clusters = word.grapheme_indices(true);
            let sum: f32 = clusters.map(|(at, c)| wide(start + at..start + at + c.len())).sum();
            let whole = wide(start..start + word.len());
            assert!((sum - whole).abs() < 0.5, "{name}: {word} is {whole} wide, its clusters {sum}");
        }
    }
}

#[test]
fn what_is_pointed_at_is_what_is_drawn_there() {
    for text in WORDS {
        check_places(text, text);
    }
    // The samples, and other articles where a folder of them is named.
    let samples = std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/samples"));
    let other = std::env::var_os("TIPPANI_ARTICLES").map(std::path::PathBuf::from);
    for folder in [Some(samples), other].into_iter().flatten() {
        for entry in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap) {
            if entry.path().extension().is_some_and(|e| e == "txt" || e == "md") {
                let text = std::fs::read_to_string(entry.path()).unwrap();
                check_places(&entry.file_name().to_string_lossy(), &text);
            }
        }
    }
}

proptest! {
    #[test]
    fn blocks_cover_every_paragraph(text in any_text(), times in 1usize..200) {
        let source = SourceText::new(text.repeat(times));
        let blocks = TextBlocks::new(&source);
        for paragraph in 0..source.paragraph_count() {
            let range = source.paragraph(paragraph);
            let own: Vec<_> = blocks.as_slice().iter().filter(|b| b.paragraph == paragraph).collect();
            prop_assert_eq!(own.first().map(|b| b.range.start), Some(range.start));
            prop_assert_eq!(own.last().map(|b| b.range.end), Some(range.end));
            prop_assert!(own.windows(2).all(|pair| pair[0].range.end == pair[1].range.start));
        }
    }

    #[test]
    fn any_text_lays_out_and_answers(text in any_text(), x in -10f32..400.0, y in -10f32..400.0) {
        let layout = Typesetter::new().lay_out(&text, &style(), Some(150.0));
        let at = layout.offset_at(x, y);
        let source = SourceText::new(text.clone());
        prop_assert!(is_grapheme_boundary(&source, ByteOffset::new(at)), "{} in {:?}", at, text);
        let _ = (layout.caret(at), layout.left_of(at), layout.right_of(at), layout.rects(0..text.len()));
    }

    #[test]
    fn the_arrows_visit_every_place_once(text in any_text()) {
        let layout = Typesetter::new().lay_out(&text, &style(), Some(150.0));
        let follow = |from, step: &dyn Fn(usize) -> usize| {
            let next = |at: &usize| Some(step(*at)).filter(|to| to != at);
            std::iter::successors(Some(from), next).take(2 * text.len() + 2).collect::<Vec<usize>>()
        };
        let first = *follow(0, &|at| if layout.is_rtl() { layout.right_of(at) } else { layout.left_of(at) })
            .last()
            .unwrap_or(&0);
        let mut seen =
            follow(first, &|at| if layout.is_rtl() { layout.left_of(at) } else { layout.right_of(at) });
        seen.sort_unstable();
        let expected: Vec<usize> =
            text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        prop_assert_eq!(seen, expected);
    }
}
