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
