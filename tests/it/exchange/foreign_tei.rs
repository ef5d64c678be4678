//! TEI of other programs: where its text stands, and how its words are parted.

use super::foreign::check;

/// A file with this text.
fn tei(text: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
        <title>Letters</title></titleStmt></fileDesc></teiHeader><text>{text}</text></TEI>"#
    )
}

#[test]
fn front_and_back_and_each_text_of_a_group_are_read() {
    let one = tei(
        r#"<front><titlePage><docTitle><titlePart>The Dam</titlePart></docTitle><byline>by <persName>Mira Das</persName></byline></titlePage></front>
        <body><p>It broke in <bloc>Outer Asia</bloc>.</p></body>
        <back><div><p>Dear Tarun</p><signed>Yours, <name type="person">Mira</name></signed></div></back>"#,
    );
    check(
        &[("in.xml", &one)],
        "tei",
        r#"
        Letters.txt "The Dam\nby Mira Das\nIt broke in Outer Asia.\nDear Tarun\nYours, Mira\n"
         x done
          location Outer Asia
          person Mira
          person Mira Das
        "#,
    );
    let many = tei(
        "<front><head>All</head></front><group><head>Of 2025</head><text><body>First, <placeName>Kochi</placeName></body></text>
        <text><front><p>Then</p></front><body><p>second</p></body></text></group><back><p>End of <orgName>Dak</orgName></p></back>",
    );
    check(
        &[("in.xml", &many)],
        "tei",
        r#"
        Letters.txt "All\nOf 2025\nFirst, Kochi\nThen\nsecond\nEnd of Dak\n"
         x done
          location Kochi
          organization Dak
        "#,
    );
}

#[test]
fn words_that_stand_at_each_other_are_parted() {
    let bare = tei(
        r#"<body><p><s><pc>»</pc><persName><w>Mira</w><w xml:id="d">Das</w></persName><w>left</w><pc>,</pc><pc>«</pc><w>said</w><placeName><w>Kochi</w></placeName><pc>.</pc></s><s><w xml:id="s">So</w></s></p></body>"#,
    );
    let bare = bare.replace(
        "</TEI>",
        r##"<standOff><spanGrp><span from="#d" to="#s" type="product"/></spanGrp></standOff></TEI>"##,
    );
    check(
        &[("in.xml", &bare)],
        "tei",
        r#"
        Letters.txt "»Mira Das left,« said Kochi. So\n"
         x done
          location Kochi
          person Mira Das
          product Das left,« said Kochi. So
        "#,
    );
    let joined = tei(
        r#"<body><p><w join="right">l'</w><persName><w>ami</w></persName><w>Tarun</w><pc join="left">.</pc><w part="I">mo</w><w part="F">re</w></p></body>"#,
    );
    check(
        &[("in.xml", &joined)],
        "tei",
        r#"
        Letters.txt "l'ami Tarun. more\n"
         x done
          person ami
        "#,
    );
    // Where the file has blanks, those that it has count.
    let blanks = tei(
        r"<body><p><persName><w>Mira</w></persName> <w>has</w><w>n't</w> <w>left</w><pc>.</pc></p></body>",
    );
    check(&[("in.xml", &blanks)], "tei", "Letters.txt \"Mira hasn't left.\\n\"\n x done\n  person Mira\n");
    let kept =
        tei(r#"<body><ab xml:space="preserve"><w>a</w><persName><w>b</w><w>c</w></persName></ab></body>"#);
    check(&[("in.xml", &kept)], "tei", "Letters.txt \"abc\"\n x done\n  person bc\n");
}
