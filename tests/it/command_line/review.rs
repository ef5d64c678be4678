//! Reviewing without a window: agreement, progress, merging.

use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use super::{samples, tippani};

#[test]
fn agreement_says_what_each_figure_rests_on_and_means() {
    let folder = samples();
    let (code, out, err) = tippani(folder.path(), &["agreement", "w", "--json"]);
    assert_eq!(code, 0, "{err}");
    let answer: Json = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["annotators"], serde_json::json!(["asha", "ravi"]));
    let figures = answer["figures"].as_array().unwrap();
    for figure in figures {
        assert!(!figure["meaning"].as_str().unwrap().is_empty(), "{figure}");
        let [value, low, high] = ["value", "low", "high"].map(|key| figure[key].as_f64());
        if let (Some(value), Some(low), Some(high)) = (value, low, high) {
            assert!(low <= value && value <= high, "{figure}");
        }
    }
    let has = |scope: &str, measure: &str| {
        figures.iter().any(|f| f["scope"] == scope && f["measure"] == measure && f["value"].is_number())
    };
    for measure in
        ["observed", "alpha", "fleiss-kappa", "cohen-kappa", "alpha-u", "gamma", "exact-f1", "overlap-f1"]
    {
        assert!(has("all", measure) && has("layer", measure) && has("label", measure), "{measure}");
    }
    let worst: Vec<f64> =
        answer["articles"].as_array().unwrap().iter().map(|a| a["exact_f1"].as_f64().unwrap()).collect();
    assert!(worst.is_sorted() && worst.len() > 1, "{worst:?}");
    let (code, out, _) =
        tippani(folder.path(), &["agreement", "w", "--annotator", "asha", "--annotator", "ravi"]);
    assert!(code == 0 && out.contains("All labels") && out.contains("the worst first"), "{out}");
    let (code, _, err) = tippani(folder.path(), &["agreement", "w", "--annotator", "nobody"]);
    assert!(code == 2 && err.contains("there are those of asha, ravi"), "{err}");
}

#[test]
fn agreement_is_saved_as_tables() {
    let folder = samples();
    let (code, out, err) = tippani(folder.path(), &["agreement", "w", "--csv", "tables"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Saved tables/agreement.csv"), "{out}");
    let (_, json, _) = tippani(folder.path(), &["agreement", "w", "--json"]);
    let answer: Json = serde_json::from_str(&json).unwrap();
    let read = |name: &str| fs::read_to_string(folder.path().join("tables").join(name)).unwrap();
    let figures = read("agreement.csv");
    let mut rows = figures.lines();
    assert_eq!(rows.next(), Some("scope,layer,label,measure,basis,annotators,items,value,low,high,meaning"));
    assert_eq!(rows.count(), answer["figures"].as_array().unwrap().len());
    let first = &answer["figures"][0];
    assert!(figures.contains(&format!(",asha|ravi,{},{},", first["items"], first["value"])), "{figures}");
    let articles = answer["articles"].as_array().unwrap();
    assert_eq!(read("agreement-articles.csv").lines().count(), articles.len() + 1);
    let (code, _, err) = tippani(folder.path(), &["agreement", "w", "--csv", "w"]);
    assert!(code == 2 && err.contains("choose a folder outside the workspace"), "{err}");
}

#[test]
fn progress_counts_who_has_done_what() {
    let folder = samples();
    let (code, out, err) = tippani(folder.path(), &["progress", "w", "--json"]);
    assert_eq!(code, 0, "{err}");
    let answer: Json = serde_json::from_str(&out).unwrap();
    let sum =
        |key: &str| -> u64 { answer[key].as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).sum() };
    let articles = answer["articles"].as_object().unwrap();
    assert_eq!([sum("begun_by"), sum("done_by")], [articles.len() as u64; 2]);
    let done = articles.values().flat_map(|all| all.as_array().unwrap()).filter(|d| d["state"] == "done");
    let told: u64 =
        answer["annotators"].as_array().unwrap().iter().map(|a| a["done"].as_u64().unwrap()).sum();
    assert!(told > 0 && told == done.count() as u64, "{out}");
    let (_, out, _) = tippani(folder.path(), &["progress", "w"]);
    assert!(out.contains("asha") && out.contains("begun by 2 annotators"), "{out}");
}

#[test]
fn a_second_copy_is_merged_into_the_sidecar() {
    let folder = samples();
    let mine = folder.path().join("w/bridge-en.txt.asha.annotations.json");
    let copy = folder.path().join("w/bridge-en.txt.asha.annotations (conflicted copy).json");
    fs::copy(&mine, &copy).unwrap();
    let before: Json = serde_json::from_str(&fs::read_to_string(&mine).unwrap()).unwrap();
    let mut less = before.clone();
    // One that no relation needs.
    let used = before["relations"].to_string();
    let all = less["annotations"].as_array_mut().unwrap();
    let at = all.iter().position(|a| !used.contains(a["id"].as_str().unwrap())).unwrap();
    all.remove(at);
    let less = serde_json::to_string(&less).unwrap();
    let count = |path: &Path| -> usize {
        let json: Json = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        json["annotations"].as_array().unwrap().len()
    };
    let names = ["w/bridge-en.txt.asha.annotations.json", copy.to_str().unwrap()];
    let check = |more: &[&str], annotations: usize| {
        fs::write(&mine, &less).unwrap();
        let (code, out, err) = tippani(folder.path(), &[&["merge"], &names[..], more].concat());
        assert_eq!((code, count(&mine)), (0, annotations), "{more:?}: {out}{err}");
        out
    };
    let whole = count(&copy);
    assert!(check(&[], whole).contains("1 of the other copy"));
    check(&["--dry-run"], whole - 1);
    check(&["--base", names[1]], whole - 1);
    let answer: Json = serde_json::from_str(&check(&["--json"], whole)).unwrap();
    assert_eq!((&answer["new"], &answer["conflicts"]), (&1.into(), &serde_json::json!([])));
    let (_, _, err) = tippani(folder.path(), &["check", "w"]);
    assert!(err.contains("another copy of asha’s annotations") && err.contains("tippani merge"), "{err}");
    let ravi = "w/bridge-en.txt.ravi.annotations.json";
    let (code, _, err) = tippani(folder.path(), &["merge", names[0], ravi]);
    assert!(code == 2 && err.contains("these are ravi's annotations, not asha's"), "{err}");
    let (code, _, err) = tippani(folder.path(), &["merge", names[1], names[0]]);
    assert!(code == 2 && err.contains("must be a sidecar beside its article"), "{err}");
}
