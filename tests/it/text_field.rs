//! The text of a field: typing, deleting, moving, taking back, whatever the script.

use proptest::prelude::*;
use tippani::ui::text_field::{Buffer, Composition, History, Lines, Reach, Selection};
use unicode_segmentation::UnicodeSegmentation as _;

/// Does something to `before`, in which `|` is the caret and `[…|` or `|…]` a selection, and shows what there is then.
#[track_caller]
fn check(before: &str, act: impl FnOnce(&mut Buffer<'_>), expected: &str) {
    let (mut text, selection) = read(before);
    let mut history = History::default();
    let mut buffer = Buffer::new(&mut text, selection, &mut history, Lines::One);
    act(&mut buffer);
    assert_eq!(shown(&buffer), expected, "from {before}");
}

fn read(marked: &str) -> (String, Selection) {
    let head = marked.replace(['[', ']'], "").find('|').unwrap();
    let anchor = marked.replace('|', "").find(['[', ']']).unwrap_or(head);
    (marked.replace(['[', ']', '|'], ""), Selection { anchor, head })
}

fn shown(buffer: &Buffer<'_>) -> String {
    let (text, Selection { anchor, head }) = (buffer.text(), buffer.selection());
    let slice = |from: usize, to: usize| &text[from..to];
    match anchor.cmp(&head) {
        std::cmp::Ordering::Equal => format!("{}|{}", slice(0, head), slice(head, text.len())),
        std::cmp::Ordering::Less => {
            format!("{}[{}|{}", slice(0, anchor), slice(anchor, head), slice(head, text.len()))
        }
        std::cmp::Ordering::Greater => {
            format!("{}|{}]{}", slice(0, head), slice(head, anchor), slice(anchor, text.len()))
        }
    }
}

#[test]
fn the_caret_goes_from_cluster_to_cluster() {
    let next = |buffer: &mut Buffer<'_>| buffer.step(Reach::NextCluster, false);
    let previous = |buffer: &mut Buffer<'_>| buffer.step(Reach::PreviousCluster, false);
    check("|क्षेत्र", next, "क्षे|त्र");
    check("क्षे|त्र", next, "क्षेत्र|");
    check("क्षेत्र|", previous, "क्षे|त्र");
    check("પ|હેલું", next, "પહે|લું");
    check("|👩‍👩‍👧🇮🇳", next, "👩‍👩‍👧|🇮🇳");
    check("a[b|c", next, "ab|c");
    check("a[b|c", previous, "a|bc");
}

#[test]
fn what_is_selected_are_whole_clusters() {
    let next = |buffer: &mut Buffer<'_>| {
        buffer.step(Reach::NextCluster, true);
        buffer.step(Reach::NextCluster, true);
    };
    check("|क्षेत्र में", next, "[क्षेत्र| में");
    // From where a letter was taken back, between the halves of a conjunct.
    check("क्|त", |buffer| buffer.step(Reach::NextCluster, true), "[क्त|");
    check("क्|त", |buffer| buffer.step(Reach::PreviousCluster, true), "|क्त]");
    check("क्षेत्र|", |buffer| buffer.select(Selection::caret(6)), "|क्षेत्र");
}

#[test]
fn delete_takes_a_cluster_and_backspace_a_character() {
    let delete = |buffer: &mut Buffer<'_>| buffer.delete(Reach::NextCluster);
    let backspace = |buffer: &mut Buffer<'_>| buffer.delete(Reach::PreviousCharacter);
    check("|क्षेत्र", delete, "|त्र");
    check("क्षेत्र|", backspace, "क्षेत्|");
    check("क्षे|त्र", backspace, "क्ष|त्र");
    check("क्ष|त", backspace, "क्|त");
    check("पहला|", backspace, "पहल|");
    check("पह[ला|", backspace, "पह|");
    check("|", delete, "|");
    check("|", backspace, "|");
    check("ہے|۔", delete, "ہے|");
}

#[test]
fn words_are_those_of_the_article() {
    check("|पुल, गिरा।", |buffer| buffer.step(Reach::NextWord, false), "पुल|, गिरा।");
    check("पुल|, गिरा।", |buffer| buffer.step(Reach::NextWord, false), "पुल, गिरा|।");
    check("पुल, गिरा।|", |buffer| buffer.step(Reach::PreviousWord, false), "पुल, |गिरा।");
    check("पुल, गिरा|", |buffer| buffer.delete(Reach::PreviousWord), "पुल, |");
    check("|COVID-19 की", |buffer| buffer.delete(Reach::NextWord), "| की");
    check("กำลัง|เดินทาง", |buffer| buffer.delete(Reach::NextWord), "กำลัง|ทาง");
    check("पु|ल, गिरा", |buffer| buffer.select_word(3), "[पुल|, गिरा");
}

#[test]
fn no_control_character_comes_in() {
    check("a|", |buffer| buffer.type_letters("\u{1b}"), "a|");
    check("a|", |buffer| buffer.type_letters("\t\0\u{7f}\u{85}"), "a|");
    check("a|", |buffer| buffer.paste("b\0c\u{1b}"), "abc|");
    check("a|", |buffer| buffer.paste("b\r\nc\td"), "ab c d|");
    check("a|", |buffer| buffer.set("x\u{7}y\nz"), "xy z|");
    let composed = Composition::new("क\u{1b}ा", Some(2..3)).unwrap();
    assert_eq!(composed.letters(), "का");
    assert_eq!(composed.put_into("", Selection::default()).active, 3..6);
    assert_eq!(Composition::new("\u{1b}\t", None), None);
    let (mut text, mut history) = (String::new(), History::default());
    let mut note = Buffer::new(&mut text, Selection::default(), &mut history, Lines::Several);
    note.paste("a\r\nb\rc\0");
    note.break_line();
    note.type_letters("\n");
    assert_eq!(note.text(), "a\nb\nc\n");
}

#[test]
fn a_word_typed_is_one_step_of_undo() {
    let type_word = |buffer: &mut Buffer<'_>, word: &str| {
        word.chars().for_each(|letter| buffer.type_letters(letter.encode_utf8(&mut [0; 4])));
    };
    let undo = |buffer: &mut Buffer<'_>, times: usize| (0..times).for_each(|_| buffer.undo());
    for (times, expected) in [(1, "पुल |"), (2, "|"), (3, "|")] {
        let act = |buffer: &mut Buffer<'_>| {
            type_word(buffer, "पुल गिरा");
            undo(buffer, times);
        };
        check("|", act, expected);
    }
    let over_a_selection = |buffer: &mut Buffer<'_>| {
        type_word(buffer, "xyz");
        buffer.undo();
    };
    check("a[bc|d", over_a_selection, "a[bc|d");
    let erased = |buffer: &mut Buffer<'_>| {
        (0..3).for_each(|_| buffer.delete(Reach::PreviousCharacter));
        buffer.undo();
    };
    check("abcd|", erased, "abcd|");
    let again = |buffer: &mut Buffer<'_>| {
        buffer.delete(Reach::NextCluster);
        buffer.undo();
        buffer.redo();
    };
    check("|क्षय", again, "|य");
}

#[test]
fn an_input_method_may_take_characters_around_the_caret() {
    check("क्ष|य", |buffer| buffer.delete_around(2, 1), "क|");
    check("क|य", |buffer| buffer.delete_around(9, 9), "|");
}

/// What an analyst types in: Hindi, Gujarati, Tamil, Thai, Arabic, Urdu, signs of all kinds.
fn any_words() -> impl Strategy<Value = String> {
    let pieces = vec![
        "क्षेत्र",
        "पहला",
        "ि",
        "्",
        "ष",
        "क्",
        " ",
        "में",
        "ક્ષ",
        "ત્રિ",
        "હે",
        "ઁ",
        "கொ",
        "ழு",
        "ம்",
        "ெ",
        "กำ",
        "ลัง",
        "ที่",
        "مر",
        "حبا",
        "لا",
        "ہے",
        "۔",
        "نے",
        "ـ",
        "\u{200d}",
        "\u{200c}",
        "👩‍👩‍👧",
        "🇮🇳",
        "🔴",
        "e\u{301}",
        "\u{fe0f}",
        "a",
        "1",
        "-",
        "\u{202b}",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..14).prop_map(|pieces| pieces.concat())
}

/// Something that is done in a field.
#[derive(Clone, Debug)]
enum Act {
    Type(String),
    Paste(String),
    Step(Reach, bool),
    Delete(Reach),
    Click(usize, usize),
    Word(usize),
    All,
    Undo,
    Redo,
}

fn any_reach() -> impl Strategy<Value = Reach> {
    prop::sample::select(vec![
        Reach::NextCluster,
        Reach::PreviousCluster,
        Reach::PreviousCharacter,
        Reach::NextWord,
        Reach::PreviousWord,
        Reach::Start,
        Reach::End,
    ])
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => any_words().prop_map(Act::Type),
        1 => any_words().prop_map(Act::Paste),
        4 => (any_reach(), any::<bool>()).prop_map(|(reach, extends)| Act::Step(reach, extends)),
        3 => any_reach().prop_map(Act::Delete),
        2 => (0..200_usize, 0..200_usize).prop_map(|(anchor, head)| Act::Click(anchor, head)),
        1 => (0..200_usize).prop_map(Act::Word),
        1 => Just(Act::All),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

impl Act {
    fn apply(&self, buffer: &mut Buffer<'_>) {
        match self {
            Self::Type(typed) => typed.chars().for_each(|c| buffer.type_letters(c.encode_utf8(&mut [0; 4]))),
            Self::Paste(pasted) => buffer.paste(pasted),
            Self::Step(reach, extends) => buffer.step(*reach, *extends),
            Self::Delete(reach) => buffer.delete(*reach),
            Self::Click(anchor, head) => buffer.select(Selection { anchor: *anchor, head: *head }),
            Self::Word(at) => buffer.select_word(*at),
            Self::All => buffer.select_all(),
            Self::Undo => buffer.undo(),
            Self::Redo => buffer.redo(),
        }
    }
}

fn edges(text: &str) -> Vec<usize> {
    text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect()
}

proptest! {
    /// From the beginning to the end every edge of a cluster is met once, and on the way back the same.
    #[test]
    fn movement_meets_every_edge(mut text in any_words()) {
        let expected = edges(&text);
        let mut history = History::default();
        let end = text.len();
        let mut buffer = Buffer::new(&mut text, Selection::caret(0), &mut history, Lines::One);
        let mut met = vec![0];
        while buffer.selection().head < end {
            buffer.step(Reach::NextCluster, false);
            met.push(buffer.selection().head);
        }
        prop_assert_eq!(&met, &expected);
        let mut back = vec![end];
        while buffer.selection().head > 0 {
            buffer.step(Reach::PreviousCluster, false);
            back.push(buffer.selection().head);
        }
        back.reverse();
        prop_assert_eq!(back, expected);
    }

    /// Delete takes one cluster, Backspace one code point, and nothing else.
    #[test]
    fn deletion_takes_one_of_its_kind(text in any_words(), at in 0..100_usize) {
        let places = edges(&text);
        let at = places[at % places.len()];
        let mut history = History::default();
        let mut left = text.clone();
        Buffer::new(&mut left, Selection::caret(at), &mut history, Lines::One).delete(Reach::NextCluster);
        let next = text[at..].graphemes(true).next().unwrap_or_default();
        prop_assert_eq!(&left, &[&text[..at], &text[at + next.len()..]].concat());
        let mut left = text.clone();
        Buffer::new(&mut left, Selection::caret(at), &mut history, Lines::One).delete(Reach::PreviousCharacter);
        let before = text[..at].chars().next_back().map_or(0, char::len_utf8);
        prop_assert_eq!(&left, &[&text[..at - before], &text[at..]].concat());
    }

    /// Whatever is done: the caret stands between characters, what is selected are whole clusters, no control character is
    /// there, and the steps taken back one by one lead to the text of the beginning, and again to that of the end.
    #[test]
    fn every_series_can_be_taken_back(start in any_words(), acts in prop::collection::vec(any_act(), 1..25)) {
        let mut text = start.clone();
        let mut history = History::default();
        let mut buffer = Buffer::new(&mut text, Selection::caret(start.len()), &mut history, Lines::One);
        for act in &acts {
            act.apply(&mut buffer);
            let Selection { anchor, head } = buffer.selection();
            prop_assert!(buffer.text().is_char_boundary(anchor) && buffer.text().is_char_boundary(head));
            let is_whole = |at: usize| edges(buffer.text()).contains(&at);
            let is_taken_back = matches!(act, Act::Undo | Act::Redo);
            prop_assert!(anchor == head || is_taken_back || (is_whole(anchor) && is_whole(head)), "{:?}", act);
            prop_assert!(!buffer.text().contains(char::is_control));
        }
        let end = buffer.text().to_owned();
        // As many steps as there can be.
        (0..500).for_each(|_| buffer.undo());
        prop_assert_eq!(buffer.text(), &start);
        (0..500).for_each(|_| buffer.redo());
        // What was taken back in the series is done again, too.
        (0..500).for_each(|_| buffer.undo());
        prop_assert_eq!(buffer.text(), &start);
        if !acts.iter().any(|act| matches!(act, Act::Undo | Act::Redo)) {
            (0..500).for_each(|_| buffer.redo());
            prop_assert_eq!(buffer.text(), &end);
        }
    }

    /// Letters that are composed stand in the place of the selection, and every other place is where it was.
    #[test]
    fn composed_letters_stand_at_the_caret(text in any_words(), letters in any_words(), a in 0..100_usize, b in 0..100_usize) {
        let selection = Selection { anchor: a, head: b }.on_edges(&text);
        let range = selection.range();
        if let Some(composition) = Composition::new(&letters, None) {
            let shown = composition.put_into(&text, selection);
            prop_assert_eq!(&shown.text, &[&text[..range.start], &letters, &text[range.end..]].concat());
            prop_assert_eq!(&shown.text[shown.letters.clone()], &letters);
            for at in 0..=range.start {
                prop_assert_eq!(shown.in_text(at), at);
            }
            for at in shown.letters.end..=shown.text.len() {
                prop_assert_eq!(text.len() - shown.in_text(at), shown.text.len() - at);
            }
        }
    }
}
