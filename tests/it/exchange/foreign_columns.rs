//! Columns as treebanks and corpora of names have them, and who is said to have tagged.

use super::foreign::{check, imported};
use tippani::format::exchange::recognize;

#[test]
fn nobody_is_no_annotator_where_others_have_marks() {
    // The column of annotators names one at words with a tag only; of an article without tags nobody is known to be done.
    let signed = "# newdoc id = d1\n1\tDid\tO\t-\t-\n2\tMira\tB-PER\t-\tasha\n3\tsleep\tO\t-\t-\n\n\
        # newdoc id = d2\n1\tIt\tO\t-\t-\n2\trained\tO\t-\t-\n";
    let expected = r#"
        d1.txt "Did Mira sleep"
         x-asha done
          person Mira
        d2.txt "It rained"
    "#;
    check(&[("in.iob2", signed)], "conll", expected);
    let tracks = r#"{"text":"Mira left","tracks":[
        {"project":"asha","denotations":[{"span":{"begin":0,"end":4},"obj":"PER"}]},
        {"project":"ravi","denotations":[]}, {}]}"#;
    let expected = r#"
        Mira-left.txt "Mira left"
         x-asha done
          person Mira
         x-ravi done
    "#;
    check(&[("in.json", tracks)], "pubannotation", expected);
    // What stands beside the tracks is there too.
    let beside = tracks.replace("{}]", r#"{}],"denotations":[{"span":{"begin":5,"end":9},"obj":"event"}]"#);
    let expected = expected.replacen(" x-asha", " x done\n          event left\n         x-asha", 1);
    check(&[("in.json", &beside)], "pubannotation", &expected);
    let gate = r#"{"text":"Mira left","offset_type":"p","name":"d1","annotation_sets":{"":{"annotations":[]},
        "asha":{"annotations":[{"type":"PER","start":0,"end":4,"id":0,"features":{}}]}}}"#;
    let expected = r#"
        d1.txt "Mira left"
         x done
          person Mira
    "#;
    check(&[("in.bdocjs", gate)], "bdocjs", expected);
}

/// A line of Universal Dependencies.
fn row(id: &str, word: &str, misc: &str) -> String {
    format!("{id}\t{word}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n")
}

#[test]
fn entities_are_told_by_the_field_that_the_file_declares() {
    let text = format!(
        "# newdoc id = d1\n# global.Entity = GRP-etype-infstat-identity\n{}{}{}{}",
        row("1", "Mira", "Entity=(4-person-new-Mira_Das"),
        row("2", "Das", "Entity=4)"),
        row("3", "left", "Entity=7)(9-event-new-"),
        row("4", "Kochi", "Entity=(5-place-new-Kochi)"),
    );
    // One that has no end is left out, and what never began keeps nothing else of its word out.
    check(
        &[("in.conllu", &text)],
        "conllu",
        r#"
        d1.txt "Mira Das left Kochi"
         x done
          location Kochi
          person Mira Das
        ! an entity ends that was never opened: “Entity=7)(9-event-new-” @ in.conllu, line 5
        ! an entity has no end: “9” @ in.conllu, line 5
        "#,
    );
}

#[test]
fn entities_on_words_of_a_token_are_exact_where_these_are_the_token() {
    let text = format!(
        "# newdoc id = d1\n{}{}{}{}\n{}{}{}{}{}\n{}{}{}",
        row("1-2", "sie’s", "_"),
        row("1", "sie", "Entity=(person-1)"),
        row("2", "’s", "_"),
        row("3", "sah", "_"),
        row("1-3", "delloro", "_"),
        row("1", "de", "Entity=(person-2"),
        row("2", "il", "Entity=2)"),
        row("3", "oro", "Entity=(event-3)"),
        row("4", "luce", "NER=B-LOC"),
        row("1-2", "nella", "_"),
        row("1", "in", "Entity=(person-4|NER=B-ORG"),
        row("2", "la", "Entity=4)|NER=I-ORG"),
    );
    check(
        &[("in.conllu", &text)],
        "conllu",
        r#"
        d1.txt "sie’s sah\ndelloro luce\nnella"
         x done
          event delloro
          location luce
          organization nella
          person delloro
          person nella
          person sie
        ! an annotation covers only part of a token of several words (2 of them): “delloro” @ in.conllu, line 8
        "#,
    );
}

#[test]
fn names_of_columns_are_no_words_and_documents_are_articles() {
    let text = "TOKEN\tNE-COARSE-LIT\tNE-NESTED\tNEL-LIT\tMISC\n# language = en\n# document_id = d1\n\
        Mira\tB-PER\tO\tQ7\t_\nslept\tO\tO\t_\t_\n\n# document_id = d1\nTOKEN\tO\tO\t_\t_\n\
        # some:document_id = d2\nIn\tO\tO\t_\t_\nKochi\tB-LOC\tO\tQ8\t_\n";
    let expected = r#"
        d1.txt "Mira slept\nTOKEN"
         x done
          person Mira
        d2.txt "In Kochi"
         x done
          location Kochi
    "#;
    check(&[("in.tsv", text)], "conll", expected);
    // The article has the name that it was given.
    let named = "# newdoc id = d3\n# document_id = other\nMira B-PER\nslept O\nTOKEN O\n";
    let expected = r#"
        d3.txt "Mira slept TOKEN"
         x done
          person Mira
    "#;
    check(&[("in.conll", named)], "conll", expected);
}

#[test]
fn webanno_tsv_of_old_versions_is_told() {
    #[track_caller]
    fn check(text: &str) {
        assert_eq!(
            recognize("in.tsv", text.as_bytes()).map(|format| format.id),
            Some("webanno-tsv"),
            "{text}"
        );
        let (_folder, done) = imported(&[("in.tsv", text)], "webanno-tsv", |_| {});
        let said: Vec<String> = done.unwrap().issues.iter().map(ToString::to_string).collect();
        assert!(said.iter().any(|said| said.contains("as WebAnno TSV 3.3 or UIMA CAS")), "{said:?}");
    }
    check(
        "#id=1\n#text=Mira slept\n1\tMira\t_\tNNP\tB-PER\tO\t2\tSUBJ\t_\t_\n2\tslept\t_\tVBD\tO\tO\t0\tROOT\t_\t_\n",
    );
    check(
        " # a.b.Name | value # a.b.Other | label\n#id=1\n#text=Mira slept\n1-1\tMira\tB-PER\tA|B-X\n1-2\tslept\tO\tO\n",
    );
}
