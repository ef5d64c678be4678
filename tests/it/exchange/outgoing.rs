//! What goes out is text where it goes: nothing that an annotator or a file says ends up as markup, a path or a formula.

use serde_json::Value as Json;
use tippani::format::exchange::{Article, Attachment, Format};
use tippani::format::sidecar;
use tippani::model::{
    AnnotationId, AnnotationSet, ArticleDetails, AttributeType, Document, Extra, Relation, RelationEnd,
    Schema, Value, news_schema,
};

use super::{asha, document, encode, golden, mark, records};

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

fn link(from: &AnnotationId, to: &AnnotationId) -> Relation {
    Relation {
        id: AnnotationId::new("01JE0000000000000000000000"),
        label: "refutes".into(),
        from: from.clone(),
        to: RelationEnd::Here(to.clone()),
        note: String::new(),
        extra: Extra::default(),
    }
}

#[test]
fn tei_has_names_for_identifiers_of_any_kind_and_groups_of_links_that_are_there() {
    let format = Format::find("tei").unwrap();
    let check = |ids: [&str; 2]| {
        let document = document("Asha Ravi");
        let marks =
            [(0, 4), (5, 9)].into_iter().zip(ids).map(|(part, id)| mark(&document, id, "person", &[part]));
        let (mut set, _) = AnnotationSet::new(asha()).with_annotations(marks.collect());
        let encoded = encode(format, &document, std::slice::from_ref(&set));
        assert!(!String::from_utf8_lossy(&encoded.pieces[0].bytes).contains("linkGrp"), "an empty group");
        set.insert_relation(link(&AnnotationId::new(ids[0]), &AnnotationId::new(ids[1])));
        let encoded = encode(format, &document, &[set]);
        assert_eq!(encoded.losses, []);
        let (records, remarks) = records(format, &document, &encoded);
        assert_eq!(remarks, []);
        let found: Vec<&str> = records[0].marks.iter().filter_map(|mark| mark.id.as_deref()).collect();
        let ends: Vec<&str> = records[0].links.iter().flat_map(|link| [&*link.from, &*link.to]).collect();
        assert_eq!((found.as_slice(), ends.as_slice()), (&ids[..], &ids[..]));
        let xml = String::from_utf8_lossy(&encoded.pieces[0].bytes).into_owned();
        for name in xml.split("xml:id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let is_of_name = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
            assert!(name.starts_with('_') && name.chars().all(is_of_name), "{name} is no name");
        }
    };
    check(["01K9C70Z3A1WB9XSCQ570D1VN1", "01K9C70Z3A1WB9XSCQ570D1VN2"]);
    check(["a b", "a\tb"]);
    check([".a", "a/#b.c"]);
    check(["_a", "आ\u{1}"]);
}

#[test]
fn a_project_has_characters_of_xml_alone_and_no_book_without_codes() {
    let format = Format::find("qdpx").unwrap();
    let (document, mut set) = golden();
    let ids: Vec<AnnotationId> = set.annotations().iter().map(|a| a.id.clone()).collect();
    set.insert_relation(link(&ids[0], &ids[1]));
    let gone = Relation { id: AnnotationId::new("gone"), ..link(&ids[0], &AnnotationId::new("nobody")) };
    set.insert_relation(gone);
    let mut schema = news_schema();
    schema.name = "a\u{1}b".to_owned();
    for label in &mut schema.labels {
        label.name = "c\u{ffff}\u{b}d".to_owned();
        label.description = "e\u{0}\nf".to_owned();
    }
    for relation in &mut schema.relations {
        relation.name = "g\u{1b}h".to_owned();
    }
    let written = |schema: &Schema| {
        let encoded = (format.encode)(&Article::new(&document, std::slice::from_ref(&set), schema));
        let lost: Vec<(String, &str)> =
            encoded.losses.iter().map(|loss| (loss.id.to_string(), loss.reason)).collect();
        let paths: Vec<String> = encoded.pieces.iter().map(|piece| piece.path.clone()).collect();
        let pieces = encoded.pieces.into_iter().map(|piece| (piece.path, piece.bytes));
        let all: Vec<u8> =
            pieces.chain((format.companions)(schema, &paths)).flat_map(|(_, bytes)| bytes).collect();
        (String::from_utf8(all).unwrap(), lost)
    };
    let (xml, lost) = written(&schema);
    let is_of_xml = |c: char| matches!(c, '\n' | ' '..='\u{fffd}' | '\u{10000}'..);
    assert!(xml.chars().all(is_of_xml), "{xml:?}");
    for part in
        [" name=\"ab\"", " name=\"cd\"", "<Description>e\nf</Description>", " name=\"gh\"", "<CodeBook>"]
    {
        assert!(xml.contains(part), "{part} in {xml}");
    }
    assert_eq!(lost, [("gone".to_owned(), "it joins an annotation that is left out")]);
    schema.labels.clear();
    let (xml, _) = written(&schema);
    assert!(xml.contains("<Sources>") && !xml.contains("Codes>") && !xml.contains("CodeBook"), "{xml}");
}

#[test]
fn an_attribute_that_is_called_like_a_control_has_a_control_of_its_own() {
    let format = Format::find("label-studio").unwrap();
    let ids = ["text", "label", "attribute-text", "attribute-", "tone"];
    let mut schema = news_schema();
    let spec = schema.attributes[0].clone();
    let spec = |id: &str| tippani::model::AttributeSpec {
        id: id.into(),
        kind: AttributeType::Text,
        options: Vec::new(),
        ..spec.clone()
    };
    schema.attributes = ids.iter().map(|id| spec(id)).collect();
    let (document, set) = golden();
    let mut annotation = tippani::model::Annotation::clone(&set.annotations()[0]);
    annotation.attributes =
        ids.iter().map(|id| ((*id).into(), Value::Text((*id).to_owned()).into())).collect();
    let (set, _) = set.with_annotations(vec![annotation]);
    let encoded = (format.encode)(&Article::new(&document, &[set], &schema));
    let mut task: Json = serde_json::from_slice(&encoded.pieces[0].bytes).unwrap();
    // What is known without what this program keeps beside it.
    for result in task.pointer_mut("/annotations/0/result").and_then(Json::as_array_mut).unwrap() {
        result.as_object_mut().unwrap().remove("meta");
    }
    let mut bare = encoded;
    bare.pieces[0].bytes = task.to_string().into_bytes();
    let (records, remarks) = records(format, &document, &bare);
    assert_eq!(remarks, []);
    let said = |id: &&str| Attachment::Attribute((*id).to_owned(), Value::Text((*id).to_owned()));
    let found: Vec<Attachment> = records[0].additions.iter().map(|one| one.attachment.clone()).collect();
    assert_eq!(found, ids.iter().map(said).collect::<Vec<_>>());
    let (_, configuration) = (format.companions)(&schema, &[]).swap_remove(0);
    let configuration = String::from_utf8(configuration).unwrap();
    let named = configuration.split(" name=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut names: Vec<&str> = named.collect();
    names.sort_unstable();
    let expected = [
        "attribute-",
        "attribute-attribute-text",
        "attribute-label",
        "attribute-text",
        "label",
        "text",
        "tone",
    ];
    assert_eq!(names, expected);
}
