//! What goes out is text where it goes: nothing that an annotator or a file says ends up as markup, a path or a formula.

use tippani::format::exchange::Format;
use tippani::format::sidecar;
use tippani::model::{ArticleDetails, Document, news_schema};

use super::{encode, golden};

/// The first piece of an export of the golden sentence in a language: its path, and what it holds.
fn in_language(format: &str, language: &str) -> (String, String) {
    let (document, set) = golden();
    let document = Document { language: Some(language.into()), ..document };
    let encoded = encode(Format::find(format).unwrap(), &document, &[set]);
    let piece = &encoded.pieces[0];
    (piece.path.clone(), String::from_utf8_lossy(&piece.bytes).into_owned())
}

#[test]
fn a_language_runs_nothing_in_a_page() {
    let check = |language: &str, expected: &str| {
        let (_, page) = in_language("html", language);
        assert!(
            page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{expected}\">\n<head>\n")),
            "{page}"
        );
    };
    check("hi", "hi");
    check("\"><script>x()</script>", "&quot;&gt;&lt;script&gt;x()&lt;/script&gt;");
}

#[test]
fn a_language_that_is_typed_is_a_tag_or_none() {
    let check = |typed: &str, language: Option<&str>| {
        let (_, mut set) = golden();
        let details = ArticleDetails { language: Some(typed.into()), ..ArticleDetails::default() };
        let field = sidecar::with_details(&set, &details).unwrap();
        set.insert_field(&field);
        assert_eq!(sidecar::typed_language([&set]).as_deref(), language, "{typed}");
        assert_eq!(sidecar::details(&set).language.as_deref(), Some(typed), "kept as it was typed");
    };
    check("hi", Some("hi"));
    check("GU_latn", Some("gu-Latn"));
    check("Hindi", None);
    check("\"><script>x()</script>", None);
}

#[test]
fn a_language_is_one_folder_and_a_text_in_the_card() {
    let format = Format::find("huggingface").unwrap();
    let check = |language: &str, folder: &str, quoted: &str| {
        let (path, _) = in_language("huggingface", language);
        assert_eq!(path, format!("data/language={folder}/articles.parquet"));
        let [(_, card)]: [_; 1] = (format.companions)(&news_schema(), &[path]).try_into().unwrap();
        let card = String::from_utf8(card).unwrap();
        for line in [
            format!("\nlanguage:\n- {quoted}\ntask_categories:"),
            format!("\n- config_name: {quoted}\n  data_files: \"data/language={folder}/*.parquet\"\n"),
        ] {
            assert!(card.contains(&line), "{line} in {card}");
        }
    };
    check("no", "no", "\"no\"");
    check("gu-Latn", "gu-Latn", "\"gu-Latn\"");
    check("../a: b", "%2E%2E%2Fa%3A%20b", "\"../a: b\"");
}

#[test]
fn a_language_is_no_formula() {
    let (_, table) = in_language("csv", "=1+1");
    assert!(table.contains("a.txt,'=1+1,asha,"), "{table}");
}
