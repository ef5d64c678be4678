//! Entities out and in: CSV, JSON Lines, SKOS.

use proptest::prelude::*;
use tippani::format::entities::exchange::{EntityFileError, EntityFormat, EntityList, decode, encode};
use tippani::model::{Alias, Entity, Extra, Judgement};

use super::{id, pair, person};

fn list() -> EntityList {
    let mut belousov = (*person("andrei-belousov", &["Andrei Belousov", "Белоусов"], 1)).clone();
    belousov.aliases.push(Alias {
        text: "બેલો|સોવ @ \\ x@hi".to_owned(),
        language: Some("gu".into()),
        script: Some("Gujr".into()),
        extra: Extra::default(),
    });
    belousov.aliases.push(Alias { text: "plain@hi".to_owned(), ..Alias::default() });
    "=1+1, \"minister\"\nof defence".clone_into(&mut belousov.description);
    belousov.add_id("wikidata", "Q4079744");
    belousov.add_id("viaf", "1:2|3");
    belousov.add_id("viaf", "4");
    belousov.links.push("https://example.org/b?x=1&y=2".to_owned());
    EntityList {
        entities: vec![belousov, (*person("belousov", &["बेलौसोव"], 2)).clone()],
        judgements: vec![
            (pair("andrei-belousov", "belousov"), Judgement::Same),
            (pair("belousov", "other"), Judgement::Different),
        ],
    }
}

#[test]
fn each_format_reads_what_it_writes() {
    let list = list();
    for format in EntityFormat::OUT {
        let bytes = encode(format, &list).unwrap();
        let read = decode(format, &bytes, "person").unwrap();
        assert_eq!(read.issues, [], "{}", format.name());
        assert_eq!(read.value, list, "{}: {}", format.name(), String::from_utf8_lossy(&bytes));
    }
    assert_eq!(encode(EntityFormat::Part, &list).unwrap_err(), EntityFileError::OnlyIn("json"));
}

#[test]
fn a_table_of_names_alone_is_enough() {
    let read = decode(
        EntityFormat::Csv,
        "Name,Aliases,party\r\nNarendra Modi,मोदी@hi|Modi,BJP\r\n,,\r\n".as_bytes(),
        "person",
    );
    let read = read.unwrap();
    let [modi] = &read.value.entities[..] else { panic!("{read:?}") };
    assert_eq!((modi.id.as_str(), &*modi.kind), ("narendra-modi", "person"));
    assert_eq!(modi.names().collect::<Vec<_>>(), ["Narendra Modi", "मोदी", "Modi"]);
    assert_eq!(modi.aliases[0].language.as_deref(), Some("hi"));
    let told: Vec<String> = read.issues.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "This column is not of an entity; it was left out: party",
            "An entity was left out: it has neither an identifier nor a name; mend it in the file and import it again: line 3",
        ]
    );
    let none = decode(EntityFormat::Csv, b"a,b\n1,2\n", "person").unwrap_err();
    assert!(none.to_string().starts_with("it has no column “name”"), "{none}");
}

#[test]
fn entities_may_be_laid_out_over_lines() {
    let list = list();
    let lines = String::from_utf8(encode(EntityFormat::Jsonl, &list).unwrap()).unwrap();
    let values = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let pretty: Vec<String> = values.map(|value| serde_json::to_string_pretty(&value).unwrap()).collect();
    for text in [pretty.join("\n"), format!("[\n{}\n]", pretty.join(",\n"))] {
        let read = decode(EntityFormat::Jsonl, text.as_bytes(), "person").unwrap();
        assert_eq!(read.issues, [], "{text}");
        assert_eq!(read.value, list, "{text}");
    }
    // What is no entity is told once, not once for each of its lines.
    let other = "{\n  \"type\": \"item\",\n  \"labels\": {\n    \"en\": \"Mira\"\n  }\n}\n";
    let read = decode(EntityFormat::Jsonl, other.as_bytes(), "person").unwrap();
    assert_eq!((read.value.entities.len(), read.issues.len()), (0, 1), "{:?}", read.issues);
}

#[test]
fn concepts_of_others_become_entities() {
    let turtle = r#"
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        <http://example.org/people/Modi_N> a skos:Concept ;
            skos:prefLabel "Narendra Modi"@en, "नरेंद्र मोदी"@hi ;
            skos:altLabel "Modi" ;
            skos:scopeNote "Prime minister" ;
            skos:exactMatch <http://www.wikidata.org/entity/Q1058> ;
            owl:sameAs <http://example.org/people/NM> .
        <http://example.org/people/NM> skos:prefLabel "N. Modi"@en .
        <http://example.org/people/Nobody> a skos:Concept .
        <http://example.org/people> skos:hasTopConcept <http://example.org/people/NM> .
    "#;
    let read = decode(EntityFormat::Skos, turtle.as_bytes(), "person").unwrap();
    let [modi, nm] = &read.value.entities[..] else { panic!("{read:?}") };
    assert_eq!((modi.id.as_str(), nm.id.as_str()), ("modi-n", "nm"));
    assert_eq!(modi.names().collect::<Vec<_>>(), ["Narendra Modi", "नरेंद्र मोदी", "Modi"]);
    assert_eq!(modi.ids["wikidata"], ["Q1058"]);
    assert_eq!(modi.description, "Prime minister");
    assert_eq!(modi.links, ["http://example.org/people/Modi_N"]);
    assert_eq!(read.value.judgements, [(pair("modi-n", "nm"), Judgement::Same)]);
    assert_eq!(read.issues.len(), 1, "{:?}", read.issues);
    let broken = decode(EntityFormat::Skos, b"<a> <b> .", "person").unwrap_err().to_string();
    assert!(broken.starts_with("it cannot be read as Turtle: ") && broken.ends_with("(line 1)"), "{broken}");
}

#[test]
fn only_concepts_of_others_become_entities() {
    fn check(statements: &str, expected: &[&str], left_out: usize) {
        let turtle = format!(
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix e: <http://example.org/> .\n{statements}"
        );
        let read = decode(EntityFormat::Skos, turtle.as_bytes(), "person").unwrap();
        let names: Vec<&str> = read.value.entities.iter().map(|entity| entity.name.as_str()).collect();
        assert_eq!(names, expected, "{statements}");
        let said: Vec<&str> = read.issues.iter().map(|issue| issue.what.as_str()).collect();
        match left_out {
            0 => assert_eq!(said, [""; 0], "{statements}"),
            1 => assert!(said[0].starts_with("1 thing with a label is no concept"), "{said:?}"),
            n => {
                assert!(said[0].starts_with(&format!("{n} things with a label are no concepts")), "{said:?}");
            }
        }
    }
    check(r#"e:a a skos:Concept ; skos:prefLabel "A" ."#, &["A"], 0);
    check(r#"e:a skos:prefLabel "A" ."#, &["A"], 0);
    check(r#"e:a a skos:ConceptScheme ; skos:prefLabel "A" ."#, &[], 1);
    check(r#"e:a a skos:Concept, skos:ConceptScheme ; skos:prefLabel "A" ."#, &[], 1);
    check(
        r#"e:a a skos:OrderedCollection ; skos:prefLabel "A" . e:b a skos:Collection, e:Group ; skos:prefLabel "B" ."#,
        &[],
        2,
    );
    check(r#"e:a a owl:Class ; skos:prefLabel "A" . e:b a e:A ; skos:altLabel "B" ."#, &[], 2);
    check(
        r#"e:a a owl:Class ; rdfs:subClassOf skos:Concept ; skos:prefLabel "A" . e:b a e:a ; skos:prefLabel "B" ."#,
        &["B"],
        1,
    );
    check(r#"e:a a owl:ObjectProperty ; rdfs:range skos:Concept ; skos:prefLabel "A" ."#, &[], 1);
    // One without a label says nothing, and classes may be below each other.
    check(
        r"e:a a skos:ConceptScheme . e:b rdfs:subClassOf e:c . e:c rdfs:subClassOf e:b, skos:Concept .",
        &[],
        0,
    );
    // What this program wrote is an entity whatever else is said of it.
    check(r#"<urn:tippani:entity:a> a e:Person ; skos:prefLabel "A" ."#, &["A"], 0);
}

#[test]
fn entities_called_author_are_refused() {
    for (format, file) in [
        (EntityFormat::Csv, "id,name\nauthor,A\nok,B\n"),
        (
            EntityFormat::Jsonl,
            "{\"id\":\"unknown\",\"kind\":\"person\",\"name\":\"A\"}\n{\"id\":\"ok\",\"kind\":\"x\",\"name\":\"B\"}\n",
        ),
    ] {
        let read = decode(format, file.as_bytes(), "person").unwrap();
        assert_eq!(read.value.entities.len(), 1);
        assert_eq!(read.value.entities[0].id, id("ok"));
        assert!(read.issues[0].what.contains("it stands for the author, or for nobody known"));
    }
}

proptest! {
    /// Whatever names there are, they come back.
    #[test]
    fn names_come_back(
        names in prop::collection::vec(r#"[ -~कख"ا\u{200d}\n]{0,8}[a-z]"#, 1..5),
        description in r"([!-~क]([ -~क\n]{0,10}[!-~क])?)?",
    ) {
        // Blanks at the ends of a cell are nobody's name.
        let names: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
        let mut entity: Entity = (*person("a", &[names[0].as_str()], 1)).clone();
        for name in &names[1..] {
            entity.add_alias(Alias::new(name.clone()));
        }
        entity.description = description;
        let list = EntityList { entities: vec![entity], judgements: Vec::new() };
        for format in EntityFormat::OUT {
            let bytes = encode(format, &list).unwrap();
            prop_assert_eq!(&decode(format, &bytes, "person").unwrap().value, &list, "{}", format.name());
        }
    }
}
