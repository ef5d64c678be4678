//! The entities file: what it holds is what was saved, and nothing of it is lost.

use std::fs;
use std::sync::Arc;

use tippani::format::entities::{EntitiesError, decode, encode};
use tippani::jobs::save_part;
use tippani::model::{Annotator, Judgement, RegistryPart};
use tippani::store::{self, SaveError};

use super::{pair, part, person};
use crate::folder::{contents, folder};

const FILE: &str = r#"{
  "format": "tippani/entities",
  "version": 1,
  "annotator": "asha",
  "entities": [
    {
      "id": "andrei-belousov",
      "kind": "person",
      "name": "Andrei Belousov",
      "aliases": [
        {
          "text": "બેલોસોવ",
          "language": "gu",
          "script": "Gujr",
          "seen": 3
        },
        {
          "text": "Белоусов"
        }
      ],
      "description": "",
      "ids": {
        "viaf": [
          "1",
          "2"
        ],
        "wikidata": "Q4079744"
      },
      "links": [
        "https://example.org/b"
      ],
      "created": "2026-01-02T03:04:05Z",
      "modified": "2026-01-02T05:30+05:30",
      "weight": {
        "a": 1
      }
    },
    {
      "id": "author",
      "kind": "person",
      "name": "Somebody"
    }
  ],
  "same": [
    [
      "andrei-belousov",
      "belousov"
    ]
  ],
  "different": [
    [
      "a",
      "a"
    ]
  ],
  "licence": "CC0"
}
"#;

#[test]
fn a_file_comes_back_as_it_was() {
    let read = decode(FILE.as_bytes()).unwrap();
    let told: Vec<String> = read.issues.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "An entry of entities cannot be read: “author” cannot identify an entity: it stands for the author, or for \
             nobody known; it is kept in the file: entities, entry 2",
            "An entry of different cannot be read: both are one and the same; it is kept in the file: different, entry 1",
        ]
    );
    assert_eq!(read.value.entities().len(), 1);
    assert_eq!(read.value.judgement(&pair("belousov", "andrei-belousov")), Some(Judgement::Same));
    assert_eq!(String::from_utf8(encode(&read.value)).unwrap(), FILE);
}

#[test]
fn what_is_no_file_of_entities_is_refused_with_the_reason() {
    let check = |file: &str, expected: &str| {
        assert_eq!(decode(file.as_bytes()).unwrap_err().to_string(), expected, "{file}");
    };
    check("{}", "it cannot be read: “format” is missing");
    check(&FILE.replace("tippani/entities", "x"), "it is not a file of entities (its format is \"x\")");
    let later = FILE.replace("\"version\": 1", "\"version\": 2");
    check(&later, "it is version 2 of the format, and this program reads version 1");
    assert!(matches!(decode(b"[").unwrap_err(), EntitiesError::Shape(_)));
    check(
        &FILE.replace("\"asha\"", "\"Asha\""),
        "it cannot be read: an annotator's name is small letters, digits, - and _, and starts with a letter or digit: \"Asha\"",
    );
}

fn asha() -> Annotator {
    Annotator::new("asha").unwrap()
}

#[test]
fn what_another_program_wrote_is_merged_and_not_overwritten() {
    let folder = folder(&[("entities.asha.json", FILE.as_bytes())]);
    let root = folder.path();
    let known = store::read_part(root, &asha()).unwrap().value.unwrap();
    // A second laptop.
    let mut theirs = (*known.part).clone();
    theirs.put(person("modi", &["Narendra Modi"], 1));
    fs::write(root.join("entities.asha.json"), encode(&theirs)).unwrap();
    let mut mine = (*known.part).clone();
    mine.put(person("putin", &["Vladimir Putin"], 2));
    let saved = save_part(root, &Arc::new(mine), Some(&known)).unwrap();
    let ids: Vec<&str> = saved.known.part.entities().map(|entity| entity.id.as_str()).collect();
    assert_eq!(ids, ["andrei-belousov", "modi", "putin"]);
    let on_disk = store::read_part(root, &asha()).unwrap().value.unwrap();
    assert_eq!(on_disk, saved.known);
    assert_eq!(on_disk.part.unread.len(), 2, "what could not be read is in the file still");
    assert_eq!(on_disk.part.extra.get("licence"), Some("\"CC0\""));
}

#[test]
fn a_file_that_cannot_be_used_is_left_as_it_is() {
    let ravis = FILE.replace("\"asha\"", "\"ravi\"");
    for broken in ["{ broken", ravis.as_str()] {
        let folder = folder(&[("entities.asha.json", broken.as_bytes())]);
        let part = Arc::new(part("asha", &[person("modi", &["Modi"], 1)]));
        let error = save_part(folder.path(), &part, None).unwrap_err();
        assert!(matches!(error, SaveError::Entities { .. }), "{error}");
        assert_eq!(contents(folder.path()), [("entities.asha.json".to_owned(), broken.as_bytes().to_vec())]);
        let read = store::read_parts(folder.path(), &[]).unwrap();
        assert!(
            read.value.is_empty() && read.issues[0].what.starts_with("The entities of asha cannot be used")
        );
    }
}

#[test]
fn nothing_is_written_for_nothing_and_other_copies_are_told_of() {
    let folder = folder(&[("entities.asha (copy).json", FILE.as_bytes()), ("a.txt", b"one")]);
    let before = contents(folder.path());
    save_part(folder.path(), &Arc::new(RegistryPart::new(asha())), None).unwrap();
    assert_eq!(contents(folder.path()), before);
    let read = store::read_parts(folder.path(), &[]).unwrap();
    assert!(read.value.is_empty());
    assert_eq!(read.issues[0].what, "This is another copy of asha’s entities");
}
