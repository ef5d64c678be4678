//! CAS of other tools: their layers, views and arrays.

use super::foreign::check;

#[test]
fn layers_and_views_of_a_cas() {
    let sofa = |id: usize, name: &str, text: &str| {
        format!(
            r#"{{"%ID":{id},"%TYPE":"uima.cas.Sofa","sofaNum":{id},"sofaID":"{name}","sofaString":"{text}"}}"#
        )
    };
    let entity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
    let lemma = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Lemma";
    let cas = format!(
        r#"{{"%TYPES":{{}},"%FEATURE_STRUCTURES":[{},{},
        {{"%ID":3,"%TYPE":"{entity}","@sofa":1,"begin":3,"end":7,"value":"PER"}},
        {{"%ID":4,"%TYPE":"{entity}","@sofa":1,"begin":13,"end":18,"identifier":"http://www.wikidata.org/entity/Q0"}},
        {{"%ID":5,"%TYPE":"webanno.custom.Claim","@sofa":1,"begin":13,"end":26,"claimType":"factual","checkworthy":true}},
        {{"%ID":6,"%TYPE":"webanno.custom.SaidBy","@sofa":1,"begin":3,"end":7,"@Governor":4,"@Dependent":3,"value":"located"}},
        {{"%ID":7,"%TYPE":"{lemma}","@sofa":1,"begin":3,"end":7,"value":"naresh"}},
        {{"%ID":8,"%TYPE":"{entity}","@sofa":2,"begin":0,"end":4,"value":"LOC"}}]}}"#,
        sofa(1, "_InitialView", "🔴 મીરા said Kochi is safe."),
        sofa(2, "translation", "कोचि आया")
    );
    check(
        &[("in.json", &cas)],
        "cas-json",
        r#"
        InitialView.txt "🔴 મીરા said Kochi is safe."
         x done
          Claim Kochi is safe checkworthy=true claimType=factual
          NamedEntity Kochi @http://www.wikidata.org/entity/Q0
          located: Kochi > મીરા
          person મીરા
        translation.txt "कोचि आया"
         x done
          location कोचि
        ! a label is not in the schema (2 of them): “NamedEntity”, “Claim” @ in.json, mark 2
        "#,
    );
}

#[test]
fn a_lemma_of_a_cas_is_no_annotation_and_an_array_is_read() {
    let cas = r#"{"%TYPES":{},"%FEATURE_STRUCTURES":[
        {"%ID":1,"%TYPE":"uima.cas.Sofa","sofaID":"_InitialView","sofaString":"Mira met Tarun"},
        {"%ID":2,"%TYPE":"custom.Meeting","@sofa":1,"begin":5,"end":8,"value":"meet","@who":4},
        {"%ID":3,"%TYPE":"custom.WhoLink","role":"guest","@target":5},
        {"%ID":4,"%TYPE":"uima.cas.FSArray","%ELEMENTS":[3]},
        {"%ID":5,"%TYPE":"custom.Person","@sofa":1,"begin":9,"end":14,"value":"person"},
        {"%ID":6,"%TYPE":"de.tudarmstadt.ukp.dkpro.core.api.syntax.type.chunk.Chunk","@sofa":1,"begin":9,"end":14,"chunkValue":"NP"}]}"#;
    check(
        &[("in.json", cas)],
        "cas-json",
        r#"
        InitialView.txt "Mira met Tarun"
         x done
          guest: met > Tarun
          meet met
          person Tarun
        ! a linguistic layer is not an annotation: “Chunk” @ in.json
        ! a label is not in the schema: “meet” @ in.json, mark 1
        "#,
    );
}

#[test]
fn references_without_a_type_system_are_told_by_what_they_name() {
    let xmi = |features: [&str; 3]| {
        let [host, other, third] = features;
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"
            xmlns:c="http:///webanno/custom.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>
            <c:Name xmi:id="21" sofa="1" begin="0" end="4" value="PER"/><c:Name xmi:id="22" sofa="1" begin="9" end="14" value="PER"/>
            <c:Link xmi:id="31" role="host" target="21"/><c:Link xmi:id="32" role="guest" target="22"/>
            <cas:FSArray xmi:id="33" elements="21 22"/><c:Thing xmi:id="34" size="2"/>
            <c:Event xmi:id="41" sofa="1" begin="5" end="8" value="meet" {host}/>
            <c:Event xmi:id="42" sofa="1" begin="5" end="8" value="see" {other}/>
            <c:Event xmi:id="43" sofa="1" begin="5" end="8" value="join" {third}/>
            <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Mira met Tarun"/>
            <cas:View sofa="1" members="21 22 41 42 43"/></xmi:XMI>"#
        )
    };
    let labels = "! a label is not in the schema (3 of them): “meet”, “see”, “join” @ in.xmi, mark 3";
    let seen = |marks: &str, remarks: &str| {
        format!("InitialView.txt \"Mira met Tarun\"\n x done\n{marks}{remarks}{labels}\n")
    };
    let followed = xmi([r#"who="31 32""#, r#"all="33""#, r#"near="22" size="21""#]);
    // A size that happens to be the identifier of a mark once, and of nothing else where it is said again, is a number.
    let followed = followed.replace(r#"all="33""#, r#"all="33" size="7""#);
    let marks = "  all: met > Mira\n  all: met > Tarun\n  guest: met > Tarun\n  host: met > Mira\n  join met size=21\n  meet met\n  near: met > Tarun\n  person Mira\n  person Tarun\n  see met size=7\n";
    let doubt = |example: &str| {
        format!("! a feature may refer to annotations, but the type system is missing{example} @ in.xmi\n")
    };
    let expected = seen(marks, &doubt(" (2 of them): “size=7”, “size=21”"));
    check(&[("in.xmi", &followed)], "xmi", &expected);
    let lost = xmi([r#"who="31 99""#, r#"about="34""#, r#"rank="3""#]);
    let marks =
        "  join met rank=3\n  meet met who=31 99\n  person Mira\n  person Tarun\n  see met about=34\n";
    let expected = seen(marks, &doubt(" (2 of them): “who=31 99”, “about=34”"));
    check(&[("in.xmi", &lost)], "xmi", &expected);
}
