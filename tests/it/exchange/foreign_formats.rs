//! Formats of text mining, of INCEpTION and of token classifiers, as other tools write them.

use super::foreign::check;
use tippani::format::exchange::recognize;

/// A line of doccano's, compressed, in hexadecimal digits.
const GZIP: [&str; 2] = [
    "1f8b0800000000000003ab562a49ad2851b252f2cd2c4a54c8494d2b51d251ca494c4acd51b28a8e",
    "36d031d1510a700d528a8dade5020066806ee52b000000",
];

#[test]
fn columns_of_webanno_with_numbers_relations_and_chains() {
    let entity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
    let tsv = format!(
        "#FORMAT=WebAnno TSV 3.3\n#T_SP={entity}|identifier|value\n#T_SP=webanno.custom.Claim|sure\n#T_RL=webanno.custom.Relation|label|BT_{entity}\n#T_CH=x.CoreferenceLink|referenceType|referenceRelation\n\n\n\
#Text=🔴 Mira Das [met] her\n\
1-1\t0-2\t🔴\t_\t_\t_\t_\t_\t_\t_\t\n\
1-2\t3-7\tMira\t*[1]|Q7\tPER[1]|A\\_b\t_\t_\t_\tpr[1]\t*->1-1\t\n\
1-3\t8-11\tDas\t*[1]\tPER[1]\t_\t_\t_\t_\t_\t\n\
1-4\t12-17\t\\[met\\]\t_\t_\ttrue\t_\t_\t_\t_\t\n\
1-5\t18-21\ther\t*\tPER\t_\tsaw\t1-2[1_0]\tpr[2]\t*->1-2\t\n\n\
#Text=Kochi\n2-1\t22-27\tKochi\t*\tLOC\t_\t_\t_\t_\t_\t\n"
    );
    check(
        &[("in.tsv", &tsv)],
        "webanno-tsv",
        r#"
        in.txt "🔴 Mira Das [met] her\nKochi"
         x done
          A_b Mira @Q7
          Claim [met] sure=true
          coreference: Mira > her
          location Kochi
          person Mira Das
          person her
          pr Mira
          pr her
          saw: Mira Das > her
        ! a label is not in the schema (4 of them): “A_b”, “pr”, “Claim” @ in.tsv, line 10
        "#,
    );
}

#[test]
fn xmi_with_and_without_its_types() {
    let xmi = r#"<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore"
 xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>
<ner:NamedEntity xmi:id="3" sofa="1" begin="3" end="7" value="PER" identifier="Q7"/>
<ner:NamedEntity xmi:id="4" sofa="1" begin="12" end="17" value="LOC"/>
<c:Claim xmi:id="5" sofa="1" begin="0" end="17" rank="2" sure="true" about="4"/>
<c:SaidBy xmi:id="6" sofa="1" begin="0" end="2" Governor="5" Dependent="3" value="said by"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="🔴 Mira saw&#10;Kochi &amp; left"/>
<cas:View sofa="1" members="3 4 5 6"/></xmi:XMI>"#;
    let feature = |name: &str, range: &str| {
        format!(
            "<featureDescription><name>{name}</name><rangeTypeName>{range}</rangeTypeName></featureDescription>"
        )
    };
    let types = format!(
        r#"<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription><name>webanno.custom.Claim</name>
        <supertypeName>uima.tcas.Annotation</supertypeName><features>{}{}{}</features></typeDescription></types></typeSystemDescription>"#,
        feature("rank", "uima.cas.Integer"),
        feature("sure", "uima.cas.Boolean"),
        feature("about", "uima.tcas.Annotation")
    );
    let known = r#"
        InitialView.txt "🔴 Mira saw\nKochi & left"
         x done
          Claim 🔴 Mira saw/Kochi rank=2 sure=true
          about: 🔴 Mira saw/Kochi > Kochi
          location Kochi
          person Mira @Q7
          said by: 🔴 Mira saw/Kochi > Mira
        ! a label is not in the schema: “Claim” @ in.xmi, mark 3
    "#;
    check(&[("in.xmi", xmi), ("TypeSystem.xml", &types)], "xmi", known);
    check(&[("in.xmi", xmi)], "xmi", known);
}

#[test]
fn names_within_a_text_of_tei_and_spans_beside_it() {
    let tei = r##"<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
        <title>A letter</title></titleStmt></fileDesc></teiHeader>
        <text><body><head>To  Kochi</head><p>🔴 <persName xml:id="m" ref="#mira">Mira <hi>Das</hi></persName> &amp;
          <w xml:id="w1">the</w> <w xml:id="w2">dam</w> in <name type="city" cert="low">Kochi </name>.</p></body></text>
        <standOff><spanGrp><span xml:id="s" from="#w1" to="#w2" type="product">old</span>
        <span type="product" target="#nowhere"/></spanGrp><linkGrp><link type="at" target="#m #s"/></linkGrp></standOff></TEI>"##;
    check(
        &[("in.xml", tei)],
        "tei",
        r#"
        A-letter.txt "To Kochi\n🔴 Mira Das & the dam in Kochi .\n"
         x done
          at: Mira Das > the dam
          city Kochi cert=low
          person Mira Das @#mira
          product the dam #old
        ! a span refers to a missing element: “product #nowhere” @ in.xml
        ! a label is not in the schema: “city” @ in.xml, mark 2
        "#,
    );
}

#[test]
fn words_with_numbered_tags() {
    let line =
        |more: &str| format!(r#"{{"tokens":["Mira","Das","saw","Kochi"],"ner_tags":[1,2,0,3]{more}}}"#);
    let named = r#","id2label":{"0":"O","1":"B-PER","2":"I-PER","3":"B-LOC","4":"I-LOC"},"text":"Mira  Das saw Kochi""#;
    check(
        &[("in.jsonl", &line(named))],
        "hf-tokens",
        r#"
        Mira-Das-saw-Kochi.txt "Mira  Das saw Kochi"
         x done
          location Kochi
          person Mira  Das
        "#,
    );
    check(
        &[("in.jsonl", &line(""))],
        "hf-tokens",
        r#"
        Mira-Das-saw-Kochi.txt "Mira Das saw Kochi"
         x done
          1 Mira Das
          2 Kochi
        ! tags are numbers without names: “ner_tags” @ in.jsonl, line 1
        ! a label is not in the schema (2 of them): “1”, “2” @ in.jsonl, line 1, mark 1
        "#,
    );
}

#[test]
fn examples_of_spacy_in_both_forms() {
    let lines =
        "{\"text\":\"🔴 Mira\",\"entities\":[[2,6,\"PER\"]]}\n[\"Kochi\",{\"entities\":[[0,5,\"GPE\"]]}]\n";
    check(
        &[("in.jsonl", lines)],
        "spacy",
        r#"
        Kochi.txt "Kochi"
         x done
          location Kochi
        🔴-Mira.txt "🔴 Mira"
         x done
          person Mira
        "#,
    );
}

#[test]
fn documents_of_paragraphs_of_spacy() {
    let token = |orth: &str, ner: &str| format!(r#"{{"orth":"{orth}","tag":"-","ner":"{ner}"}}"#);
    let tokens = [
        token("Mira", "B-PER"),
        token("Das", "L-PER"),
        token("saw", "O"),
        token("Kochi", "U-GPE"),
        token(".", "-"),
        token("now", "?"),
    ];
    let sentences =
        format!(r#"[{{"tokens":[{}]}},{{"tokens":[{}]}}]"#, tokens[..4].join(","), tokens[4..].join(","));
    // Not the same text but for blanks, which would be the same article.
    let others = sentences.replace("now", "later");
    let document = format!(
        r#"[{{"id":0,"paragraphs":[{{"raw":"Mira  Das saw Kochi. now","sentences":{sentences}}},{{"sentences":{others}}}]}},
        {{"id":1,"paragraphs":[{{"raw":"Another text","sentences":[{{"tokens":[{{"orth":"Tarun","ner":"U-PER"}}]}}],"cats":[{{"label":"calm","value":1}}]}},
        {{"raw":"Only Tarun","sentences":[],"entities":[[5,10,"PER"]]}},{{"sentences":[]}}]}}]"#
    );
    for format in ["spacy-json", "spacy"] {
        let (folder, done) = super::foreign::imported(&[("in.json", &document)], format, |_| {});
        let done = done.unwrap();
        let shown = super::foreign::shown(&folder.path().join("w"));
        assert_eq!(shown.matches("location Kochi").count(), 2, "{shown}");
        assert_eq!(shown.matches("person Mira Das").count(), 1, "{shown}");
        assert_eq!(shown.matches("person Mira  Das").count(), 1, "{shown}");
        assert_eq!(shown.matches("person Tarun").count(), 2, "{shown}");
        let said: Vec<String> = done.issues.iter().map(|issue| issue.issue.what.clone()).collect();
        let expected = [
            "an unknown tag (2 of them): “?”",
            "the tokens of a text are not the words in it: “Another text”",
            "there is no text",
        ];
        for what in expected {
            assert!(said.iter().any(|said| said == what), "{what} of {said:?}");
        }
    }
}

#[test]
fn passages_and_denotations() {
    let bioc = r#"{"documents":[{"id":"d 1","passages":[
        {"offset":0,"text":"🔴 Mira","annotations":[
            {"id":"1","infons":{"type":"PER","identifier":"Q7","age":"30"},"text":"Mira","locations":[{"offset":2,"length":4}]}]},
        {"offset":7,"text":"","sentences":[{"offset":7,"text":"saw Kochi","annotations":[
            {"id":"2","infons":{"type":"LOC"},"text":"Kochi","locations":[{"offset":11,"length":5}]}]}]}],
        "relations":[{"id":"R","infons":{"type":"saw"},"nodes":[{"refid":"1","role":"a"},{"refid":"2","role":"b"}]}]}]}"#;
    let expected = r#"
        d-1.txt "🔴 Mira\nsaw Kochi"
         x done
          location Kochi
          person Mira age=30 @Q7
          saw: Mira > Kochi
    "#;
    check(&[("in.json", bioc)], "bioc", expected);
    let free = r#"{"id":"d 1","passages":[{"offset":0,"text":"Mira","annotations":[
        {"id":"1","infons":{"class":"who"},"text":"Mira","locations":[{"offset":0,"length":4}]},
        {"id":"2","infons":{"type":"PER"},"locations":[]}]}]}"#;
    check(
        &[("in.json", free)],
        "bioc",
        r#"
        d-1.txt "Mira"
         x done
          annotation Mira class=who
        ! an annotation has no type: “{"id":"1","infons":{"class":"who"},"text":"Mira","locations"…” @ in.json, document 1
        ! an annotation has no location: “{"id":"2","infons":{"type":"PER"},"locations":[]}” @ in.json, document 1
        ! a label is not in the schema: “annotation” @ in.json, document 1, mark 1
        "#,
    );
    let pub_annotation = r#"[{"text":"🔴 Mira\nsaw Kochi","sourceid":"d 1",
        "relations":[{"id":"R1","pred":"saw","subj":"T1","obj":"T2"}],
        "attributes":[{"id":"A1","subj":"T1","pred":"age","obj":"30"},{"id":"A2","subj":"T1","pred":"entity","obj":"Q7"}],
        "denotations":[{"id":"T1","span":{"begin":2,"end":6},"obj":"PER"},{"id":"T2","span":{"begin":11,"end":16},"obj":"LOC"}]}]"#;
    check(&[("in.json", pub_annotation)], "pubannotation", expected);
}

#[test]
fn a_project_of_inception_names_document_and_annotator() {
    let tsv = |label: &str| {
        format!(
            "#FORMAT=WebAnno TSV 3.3\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\n\n#Text=Mira left\n1-1\t0-4\tMira\t{label}\t\n1-2\t5-9\tleft\t_\t\n"
        )
    };
    let (folder, done) = super::foreign::imported(
        &[("in/annotation/a.txt/one.tsv", &tsv("PER")), ("in/annotation/a.txt/two.tsv", &tsv("LOC"))],
        "webanno-tsv",
        |how| {
            how.files = vec![how.into.parent().unwrap().join("in")];
            how.annotator = None;
        },
    );
    assert_eq!(done.unwrap().issues, []);
    let expected = "a.txt \"Mira left\"\n one done\n  person Mira\n two done\n  location Mira\n";
    assert_eq!(super::foreign::shown(&folder.path().join("w")), expected);
}

#[test]
fn a_format_is_told_from_its_file() {
    fn check(name: &str, head: &str, expected: Option<&str>) {
        assert_eq!(recognize(name, head.as_bytes()).map(|format| format.id), expected, "{head}");
    }
    check("a.ann", "", Some("brat"));
    check("a", "T1\tPER 0 4\tMira\n", Some("brat"));
    check("a.jsonl", r#"{"format":"tippani/article","version":1"#, Some("jsonl"));
    check("a.jsonl", r#"{"text":"a","label":[[0,1,"X"]]}"#, Some("doccano"));
    check(
        "a.jsonl",
        r#"{"text":"a","entities":[{"id":1,"start_offset":0}],"relations":[]}"#,
        Some("doccano-relations"),
    );
    check("a.jsonl", r#"{"text":"a","entities":[[0,1,"X"]]}"#, Some("spacy-json"));
    check("a.jsonl", r#"{"text":"a","cats":["x"],"entities":[[0,1,"X"]]}"#, Some("doccano"));
    check("a.jsonl", r#"{"text":"a","cats":{"x":1},"entities":[[0,1,"X"]]}"#, Some("spacy-json"));
    check(
        "a.json",
        r#"[{"paragraphs":[{"sentences":[{"tokens":[{"orth":"a","ner":"O"}]}]}]}]"#,
        Some("spacy-json"),
    );
    check("a.jsonl", r#"{"label":"X","pattern":[{"lower":"a"}]}"#, None);
    check("a.json", r#"{"type":"label","of":"labels"}"#, None);
    check("a.jsonl", r#"{"text":"a","spans":[],"answer":"accept"}"#, Some("prodigy"));
    check("a.jsonl", r#"{"tokens":["a"],"ner_tags":[0]}"#, Some("hf-tokens"));
    check("a.json", r#"[{"data":{"text":"a"},"annotations":[{"result":[]}]}]"#, Some("label-studio"));
    check("a.json", r#"{"%TYPES":{},"%FEATURE_STRUCTURES":[]}"#, Some("cas-json"));
    check("a.json", r#"{"text":"a","denotations":[]}"#, Some("pubannotation"));
    check("a.json", r#"{"source":"","documents":[{"passages":[]}]}"#, Some("bioc"));
    check("a.json", r#"{"annotation_sets":{},"text":"a"}"#, Some("bdocjs"));
    check("a", r#"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"a"}"#, Some("w3c"));
    check("a.xml", "<?xml version=\"1.0\"?><xmi:XMI xmlns:cas=\"http:///uima/cas.ecore\"", Some("xmi"));
    check("a.tsv", "#FORMAT=WebAnno TSV 3.3\n", Some("webanno-tsv"));
    check("a.tsv", "1\tMira\tB-PER\tO\n", Some("conll"));
    check("a.txt", "1\tMira\t_\t_\t_\t_\t_\t_\t_\t_\n", Some("conllu"));
    check("a.txt", "Mira left Kochi today.\n", None);
    check("a.json", r#"{"name":"x"}"#, None);
}

#[test]
fn a_region_at_paths_through_a_page_is_told_unless_its_offsets_are_there_too() {
    let task = r#"[{"data":{"title":"Talk","html":"<p>Mira met Tarun</p>"},"annotations":[{"result":[
        {"from_name":"n","to_name":"html","type":"hypertextlabels","id":"a","value":{"start":"/p[1]/text()[1]","end":"/p[1]/text()[1]","startOffset":0,"endOffset":4,"text":"Mira","hypertextlabels":["PER"]}},
        {"from_name":"n","to_name":"html","type":"hypertextlabels","id":"b","value":{"start":"/p[1]/text()[1]","end":"/p[1]/text()[1]","startOffset":9,"endOffset":14,
            "globalOffsets":{"start":12,"end":17},"text":"Tarun","hypertextlabels":["PER"]}}]}]}]"#;
    check(
        &[("in.json", task)],
        "label-studio",
        r#"
        Talk.txt "<p>Mira met Tarun</p>"
         x done
          person Tarun
        ! a region has its place in XPaths, which are not read, and has no globalOffsets: “{"from_name":"n","to_name":"html","type":"hypertextlabels","…” @ in.json, task 1
        "#,
    );
}

/// The details of the article that the sidecar of x has.
#[track_caller]
fn details(file: &str, format: &str, text: &str, expected: &serde_json::Value) {
    let (folder, done) = super::foreign::imported(&[(file, text)], format, |_| {});
    assert_eq!(done.unwrap().issues, []);
    let sidecars = crate::folder::contents(&folder.path().join("w"));
    let (_, bytes) = sidecars.iter().find(|(name, _)| name.ends_with(".x.annotations.json")).unwrap();
    let sidecar: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    assert_eq!(&sidecar["source"]["details"], expected, "{format}");
}

#[test]
fn what_is_said_of_an_article_is_kept_with_it() {
    let prodigy = r#"{"text":"Mira left","spans":[],"answer":"accept","meta":{"source":"The Daily","page":3},"accept":["calm","short"]}"#;
    let expected = serde_json::json!({"source": "The Daily", "page": "3", "accept": "[\"calm\",\"short\"]"});
    details("in.jsonl", "prodigy", prodigy, &expected);
    let doccano = r#"{"text":"Mira left","label":["news","calm"],"meta":{"k":1},"Comments":[]}"#;
    details("in.jsonl", "doccano", doccano, &serde_json::json!({"k": "1", "label": "news, calm"}));
    let task = r#"[{"data":{"text":"Mira left","url":"https://example.org/a"},"annotations":[{"result":[
        {"id":"z","from_name":"tone","to_name":"text","type":"choices","value":{"choices":["calm"]}},
        {"id":"y","from_name":"stars","to_name":"text","type":"rating","value":{"rating":4}}]}]}]"#;
    let expected = serde_json::json!({"tone": "calm", "stars": "4", "url": "https://example.org/a"});
    details("in.json", "label-studio", task, &expected);
    let gate = r#"{"text":"Mira left","offset_type":"p","features":{"lang":"en"},"annotation_sets":{"":{"annotations":[]}}}"#;
    details("in.bdocjs", "bdocjs", gate, &serde_json::json!({"lang": "en"}));
}

#[test]
fn features_of_gate_are_attributes_and_words_of_a_pipeline_are_told() {
    let gate = r#"{"text":"Mira left","offset_type":"j","name":"doc","annotation_sets":{"":{"annotations":[
        {"type":"Person","start":0,"end":4,"id":3,"features":{"gender":"female","rule":["a","b"],"n":2,"x":{"y":1}}},
        {"type":"Token","start":0,"end":4,"id":1,"features":{}},{"type":"Token","start":5,"end":9,"id":2,"features":{}}]}}}"#;
    check(
        &[("in.bdocjs", gate)],
        "bdocjs",
        r#"
        doc.txt "Mira left"
         x done
          person Mira gender=female rule=a+b n=2 x={"y":1}
        ! tokens and sentences are not annotations (2 of them): “Token” @ in.bdocjs
        "#,
    );
}

#[test]
fn columns_come_back_with_the_words_of_the_file() {
    let rows = "Hà Nội\tB-LOC\ndon\tO\n't\tO\nrock-n-roll\tB-MISC\n3,000.5\tO\n";
    let (folder, done) = super::foreign::imported(&[("in.conll", rows)], "conll", |_| {});
    assert_eq!(done.unwrap().annotations, 2);
    let out = folder.path().join("out");
    let how = tippani::jobs::ExportOptions {
        path: folder.path().join("w"),
        format: tippani::format::exchange::Format::find("conll").unwrap(),
        out: out.clone(),
        only: None,
        annotators: Vec::new(),
        accepted: false,
        original_labels: true,
    };
    tippani::jobs::export(&how, &tippani::jobs::CancelToken::new(), &mut |_, _| {}).unwrap();
    let written = std::fs::read_to_string(out.join("entities.conll")).unwrap();
    let lines: Vec<&str> =
        written.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()).collect();
    assert_eq!(lines.join("\n") + "\n", rows);
}

#[test]
fn a_file_that_gzip_compressed_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("w");
    std::fs::create_dir_all(&into).unwrap();
    // `printf '{"text":"Mira left","label":[[0,4,"PER"]]}\n' | gzip -n`
    let bytes = GZIP
        .iter()
        .flat_map(|line| line.as_bytes().chunks(2))
        .map(|hex| u8::from_str_radix(std::str::from_utf8(hex).unwrap(), 16).unwrap());
    let file = folder.path().join("in.jsonl.gz");
    std::fs::write(&file, bytes.collect::<Vec<u8>>()).unwrap();
    let format = tippani::jobs::recognize_files(std::slice::from_ref(&file)).unwrap();
    assert_eq!(format.id, "doccano");
    let annotator = tippani::model::Annotator::new("x").unwrap();
    let how = tippani::jobs::ImportOptions::new(format, vec![file], into.clone(), annotator);
    let done = tippani::jobs::import(&how, &tippani::jobs::CancelToken::new(), &mut |_| {}).unwrap();
    assert_eq!((done.annotations, done.issues), (1, Vec::new()));
    assert_eq!(super::foreign::shown(&into), "Mira-left.txt \"Mira left\"\n x done\n  person Mira\n");
}
