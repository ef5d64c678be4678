//! `WebAnno` TSV of other tools: spans that cover no words.

use super::foreign::check;

const HEAD: &str = "#FORMAT=WebAnno TSV 3.3\n";
const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

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
