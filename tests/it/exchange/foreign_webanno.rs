//! `WebAnno` TSV of other tools: chains, relations, slots, linguistic layers, and values that say that there is none.

use std::fmt::Write as _;

use super::foreign::check;

const HEAD: &str = "#FORMAT=WebAnno TSV 3.3\n";
const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

/// Words of one sentence, with their cells after the place and the word.
fn sentence(words: &[(&str, &str)]) -> String {
    let text: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let mut out = format!("\n\n#Text={}\n", text.join(" "));
    let mut at = 0;
    for (n, (word, cells)) in words.iter().enumerate() {
        let end = at + word.encode_utf16().count();
        let cells: Vec<&str> = cells.split_whitespace().collect();
        let _ = writeln!(out, "1-{}\t{at}-{end}\t{word}\t{}\t", n + 1, cells.join("\t"));
        at = end + 1;
    }
    out
}

#[test]
fn an_element_of_a_chain_has_all_its_words_and_is_linked_whatever_the_order_of_the_columns() {
    let expected = r#"
        in.txt "Mira Das met Tarun as she said"
         x done
          CoreferenceLink Mira Das
          CoreferenceLink Tarun
          CoreferenceLink as
          CoreferenceLink met
          CoreferenceLink she
          coreference: Mira Das > she
          coreference: Tarun > as
          coreference: as > met
        ! a label is not in the schema (5 of them): “CoreferenceLink” @ in.tsv, line 6
        "#;
    // The number in brackets is that of the chain. The second one runs from right to left.
    let file = sentence(&[
        ("Mira", "*->1-1 *[1]"),
        ("Das", "*->1-1 *[1]"),
        ("met", "*->2-3 *[2]"),
        ("Tarun", "*->2-1 *[2]"),
        ("as", "*->2-2 *[2]"),
        ("she", "*->1-2 *[1]"),
        ("said", "_ _"),
    ]);
    let layer = "#T_CH=x.CoreferenceLink|referenceRelation|referenceType\n";
    check(&[("in.tsv", &format!("{HEAD}{layer}{file}"))], "webanno-tsv", expected);
    let turned = sentence(&[
        ("Mira", "*[1] *->1-1"),
        ("Das", "*[1] *->1-1"),
        ("met", "*[2] *->2-3"),
        ("Tarun", "*[2] *->2-1"),
        ("as", "*[2] *->2-2"),
        ("she", "*[1] *->1-2"),
        ("said", "_ _"),
    ]);
    let layer = "#T_CH=x.CoreferenceLink|referenceType|referenceRelation\n";
    check(&[("in.tsv", &format!("{HEAD}{layer}{turned}"))], "webanno-tsv", expected);
}

#[test]
fn chains_over_the_same_words_are_apart_and_a_place_that_cannot_be_read_is_told() {
    let file = sentence(&[
        ("Mira", "is->1-1|of->2-2 who[1]|whose[2]"),
        ("she", "*->1-2|*->2-1 who[1]|whose[2]"),
        ("her", "is->x who[3]"),
    ]);
    let layer = "#T_CH=x.Link|referenceRelation|referenceType\n";
    check(
        &[("in.tsv", &format!("{HEAD}{layer}{file}"))],
        "webanno-tsv",
        r#"
        in.txt "Mira she her"
         x done
          coreference: she > Mira
          is: Mira > she
          who Mira
          who her
          who she
          whose Mira
          whose she
        ! a relation refers to a missing annotation: “is->x” @ in.tsv, line 8
        ! a label is not in the schema (5 of them): “who”, “whose” @ in.tsv, line 6
        "#,
    );
}

#[test]
fn a_relation_is_called_by_the_feature_that_names_it_and_its_others_are_told() {
    let file = sentence(&[
        ("Mira", "PER _ _ _ _ _ _ _ _"),
        ("led", "PER _ _ _ true 1-1 _ _ _"),
        ("Tarun", "PER sure|true met|left 1-1|1-2 _ _ kin 1-1 1-2"),
    ]);
    let layers = [
        format!("#T_SP={ENTITY}|value\n"),
        format!("#T_RL=x.Act|how|type|BT_{ENTITY}\n"),
        format!("#T_RL=x.Bond|sure|BT_{ENTITY}\n"),
        format!("#T_RL=x.Tie|of|BT_{ENTITY}\n"),
        format!("#T_RL=x.Bare|BT_{ENTITY}\n"),
    ];
    check(
        &[("in.tsv", &format!("{HEAD}{}{file}", layers.concat()))],
        "webanno-tsv",
        r#"
        in.txt "Mira led Tarun"
         x done
          Bare: led > Tarun
          Bond: Mira > led
          kin: Mira > Tarun
          left: led > Tarun
          met: Mira > Tarun
          person Mira
          person Tarun
          person led
        ! features of relations are not supported (3 of them): “sure”, “how” @ in.tsv, line 11
        "#,
    );
}

#[test]
fn linguistic_layers_are_told_and_left_out() {
    let dkpro = "de.tudarmstadt.ukp.dkpro.core.api.";
    let pos = format!("{dkpro}lexmorph.type.pos.POS");
    let file = sentence(&[
        ("Mira", "PER Mira NNP subj 1-2 _ NP[1]"),
        ("met", "_ meet VBD _ _ _ _"),
        ("Tarun", "PER Tarun NNP obj 1-2 1-1 NP[2]"),
        ("Das", "_ _ _ _ _ _ NP[2]"),
    ]);
    let layers = [
        format!("#T_SP={ENTITY}|value\n"),
        format!("#T_SP={dkpro}segmentation.type.Lemma|value\n"),
        format!("#T_SP={pos}|PosValue\n"),
        format!("#T_RL={dkpro}syntax.type.dependency.Dependency|DependencyType|BT_{pos}\n"),
        format!("#T_RL=x.Bare|BT_{ENTITY}\n"),
        format!("#T_SP={dkpro}syntax.type.chunk.Chunk|chunkValue\n"),
    ];
    check(
        &[("in.tsv", &format!("{HEAD}{}{file}", layers.concat()))],
        "webanno-tsv",
        r#"
        in.txt "Mira met Tarun Das"
         x done
          Bare: Mira > Tarun
          person Mira
          person Tarun
        ! a linguistic layer is not an annotation (10 of them): “Lemma”, “POS”, “Dependency”, “Chunk” @ in.tsv
        "#,
    );
}

#[test]
fn an_asterisk_or_a_low_line_is_a_value_behind_a_backslash_only() {
    let file = sentence(&[("Mira", r"\* \_"), ("met", r"\_ \*"), ("Tarun", "* _"), ("Das", "PER *")]);
    check(
        &[("in.tsv", &format!("{HEAD}#T_SP={ENTITY}|value|mood\n{file}"))],
        "webanno-tsv",
        r#"
        in.txt "Mira met Tarun Das"
         x done
          * Mira mood=_
          NamedEntity Tarun
          _ met mood=*
          person Das
        ! a label is not in the schema (3 of them): “*”, “_”, “NamedEntity” @ in.tsv, line 6
        "#,
    );
}

#[test]
fn a_feature_that_could_name_a_mark_but_does_not_is_an_attribute() {
    let file = sentence(&[("Mira", "big PER"), ("met", "small *")]);
    check(
        &[("in.tsv", &format!("{HEAD}#T_SP={ENTITY}|label|value\n{file}"))],
        "webanno-tsv",
        r#"
        in.txt "Mira met"
         x done
          person Mira label=big
          small met
        ! a label is not in the schema: “small” @ in.tsv, line 7
        "#,
    );
}

#[test]
fn what_fills_a_slot_is_linked_by_its_role_and_leaves_no_attribute() {
    let file = sentence(&[
        ("met", "_ guest;*[3]|\\_[4] 1-2;1-3[1]|1-4 sure[3]|*[4] _ _"),
        ("Mira", "PER _ _ _ who 1-3[1]"),
        ("Tarun", "PER[1] _ _ _ _ *"),
        ("Das", "PER[1] _ _ _ *;* 1-1[4];1-9"),
    ]);
    let layers = [
        format!("#T_SP={ENTITY}|value\n"),
        format!("#T_SP=x.Meeting|ROLE_x.Meeting:with_x.WithLink|{ENTITY}|mood\n"),
        "#T_SP=x.Note|ROLE_x.Note:about_x.AboutLink|uima.tcas.Annotation\n".to_owned(),
    ];
    check(
        &[("in.tsv", &format!("{HEAD}{}{file}", layers.concat()))],
        "webanno-tsv",
        r#"
        in.txt "met Mira Tarun Das"
         x done
          Meeting met
          Meeting met mood=sure
          Note Das
          Note Mira
          Note Tarun
          about: Das > met
          guest: met > Mira
          person Mira
          person Tarun Das
          who: Mira > Tarun Das
          with: met > Tarun Das
        ! a feature refers to something other than an annotation (2 of them): “with”, “about” @ in.tsv, line 8
        ! a label is not in the schema (5 of them): “Meeting”, “Note” @ in.tsv, line 8
        "#,
    );
}

#[test]
fn a_span_without_words_is_said_to_be_empty() {
    let file = "\n\n#Text=Mira met\n1-1\t0-4\tMira\tPER\t\n1-1.1\t4-4\t\tPER\t\n1-2\t5-8\tmet\t_\t\n";
    check(
        &[("in.tsv", &format!("{HEAD}#T_SP={ENTITY}|value\n{file}"))],
        "webanno-tsv",
        r#"
        in.txt "Mira met"
         x done
          person Mira
        ! a span is empty: “4–4 PER” @ in.tsv, line 7
        "#,
    );
}
