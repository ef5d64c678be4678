//! What pages say of themselves, in the ways that news sites and their software do.

#![allow(clippy::unwrap_used, reason = "a test that meets what it did not expect fails")]

use tippani_corpus::format::html::details;

/// Title, publisher, author, date, address, language of a page.
fn read(page: &str) -> [Option<String>; 6] {
    details(page).unwrap().values().map(|value| value.map(str::to_owned))
}

fn row(values: [&str; 6]) -> [Option<String>; 6] {
    values.map(|value| (!value.is_empty()).then(|| value.to_owned()))
}

#[test]
fn a_graph_of_json_ld_is_followed() {
    let page = r#"<!doctype html><html lang="hi-IN"><head><title>पुल गिरा - दैनिक</title>
        <meta property="og:site_name" content="दैनिक समाचार वेब"><link rel="canonical" href="https://d.example/2025/01/31/pul">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
          {"@type":"Organization","@id":"https://d.example/#org","name":"दैनिक समाचार"},
          {"@type":"Person","@id":"https://d.example/#asha","name":"आशा राव"},
          {"@type":"WebPage","@id":"https://d.example/2025/01/31/pul","datePublished":"2025-01-31T10:00:00+05:30","inLanguage":"hi"},
          {"@type":["NewsArticle"],"headline":"पुल गिरा","author":[{"@id":"https://d.example/#asha"},{"@type":"Organization","name":"पीटीआई"}],
           "publisher":{"@id":"https://d.example/#org"}}]}</script></head><body><h1>पुल गिरा</h1></body></html>"#;
    let wanted = [
        "पुल गिरा",
        "दैनिक समाचार",
        "आशा राव; पीटीआई",
        "2025-01-31T10:00:00+05:30",
        "https://d.example/2025/01/31/pul",
        "hi",
    ];
    assert_eq!(read(page), row(wanted));
}

#[test]
fn json_ld_that_is_not_quite_json_is_read() {
    let page = "<title>T</title><script type='application/ld+json'>//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Rains &amp; \
        floods\",\n\"author\":\"Ravi\nKumar\",\"datePublished\":\"Jan 31, 2025\"};\n//]]></script>";
    assert_eq!(read(page), row(["T", "", "Ravi Kumar", "2025-01-31", "", ""]));
}

#[test]
fn of_several_articles_the_one_with_the_title_is_meant() {
    let page = r#"<title>Bridge collapses</title><h1>Bridge collapses</h1><script type="application/ld+json">
        {"@type":"ItemList","itemListElement":[
        {"@type":"NewsArticle","headline":"Markets rise","author":{"name":"A. Other"}},
        {"@type":"NewsArticle","headline":"Bridge collapses","author":{"name":["Asha Rao","Ravi Shah"]}}]}</script>"#;
    assert_eq!(read(page)[2].as_deref(), Some("Asha Rao; Ravi Shah"));
}

#[test]
fn meta_elements_are_read_where_there_is_no_json_ld() {
    let page = r#"<html><head><title>પુલ તૂટ્યો | ગુજરાત વાર્તા</title><meta property="og:title" content="પુલ તૂટ્યો">
        <meta property="og:site_name" content="ગુજરાત વાર્તા"><meta property="og:locale" content="gu_IN">
        <meta property="article:author" content="https://facebook.com/x"><meta name="Author" content="By રવિ શાહ">
        <meta property="og:url" content="https://g.example/news/1"><meta name="publish-date" content="31 January 2025"></head>
        <body><h1>ગુજરાત વાર્તા</h1><h2>પુલ તૂટ્યો</h2></body></html>"#;
    let wanted = ["પુલ તૂટ્યો", "ગુજરાત વાર્તા", "રવિ શાહ", "2025-01-31", "https://g.example/news/1", "gu-IN"];
    assert_eq!(read(page), row(wanted));
}

#[test]
fn what_is_marked_in_the_page_is_read() {
    let page = r#"<article itemscope itemtype="http://schema.org/Article"><h1 itemprop="headline">Bridge collapses</h1>
        <p>by <span itemprop="author" itemscope><span itemprop="name">Asha Rao</span></span>
        <time datetime="2025-01-31T10:00">Friday</time></p><p>It fell.</p></article>"#;
    assert_eq!(read(page), row(["Bridge collapses", "", "Asha Rao", "2025-01-31T10:00:00", "", ""]));
}

#[test]
fn nothing_is_made_up() {
    let page = "<title>Bridge</title><p>On 3 March 2020 Asha Rao wrote to https://a.example/2020/03/03/x</p>\
        <aside><time datetime=2020-01-01>a</time><time datetime=2020-02-02>b</time></aside>";
    assert_eq!(read(page), row(["Bridge", "", "", "", "", ""]));
    let home = "<link rel=canonical href='https://a.example/'><meta name=author content='@desk'>\
        <meta name=date content='03/04/2025'><html lang='hindi language'>";
    assert_eq!(read(home), row(["", "", "", "", "", ""]));
}

#[test]
fn an_address_comes_from_where_it_was_saved_and_a_day_from_the_address() {
    let page = "<!-- saved from url=(0040)https://a.example/2025/01/31/bridge.html -->\n<html><title>Bridge</title><p>It fell.";
    let wanted = ["Bridge", "", "", "2025-01-31", "https://a.example/2025/01/31/bridge.html", ""];
    assert_eq!(read(page), row(wanted));
}

#[test]
fn hostile_json_is_read_in_time() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let wide = format!("[{}{{}}]", r#"{"@type":"NewsArticle","headline":""},"#.repeat(20_000));
    for json in [deep, wide] {
        let page = format!("<title>T</title><script type='application/ld+json'>{json}</script>");
        let begun = std::time::Instant::now();
        assert_eq!(read(&page)[0].as_deref(), Some("T"));
        assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    }
}
