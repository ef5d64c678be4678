//! Columns as treebanks and corpora of names have them, and who is said to have tagged.

use super::foreign::check;

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
         x todo
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
