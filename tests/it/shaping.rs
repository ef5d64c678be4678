//! Glyph ids, advances and offsets are those of `HarfBuzz`, by its own command line.

use std::path::Path;

use serde_json::Value;
use tippani::text::{Script, SourceText};
use tippani::typeset::{BUNDLED, FontReport, ParagraphRuns, Run};
use unicode_script::UnicodeScript as _;

use crate::tools;

/// What `hb-shape` says of one run: glyph ids, advances and offsets in font units.
fn judge(font: &Path, content: &str, run: &Run, language: Option<&str>) -> Vec<(u64, [i64; 3])> {
    let (before, after) = (&content[..run.range.start], &content[run.range.end..]);
    let font = font.display().to_string();
    let direction = if run.rtl { "--direction=rtl" } else { "--direction=ltr" };
    let script = format!("--script={}", script_of(content, run).short_name());
    let language = format!("--language={}", language.unwrap_or("und"));
    let arguments = [
        "--font-file",
        &font,
        "--no-glyph-names",
        "--output-format=json",
        "--unicodes-before",
        &unicodes(before),
        "--unicodes-after",
        &unicodes(after),
        direction,
        &script,
        &language,
        "--unicodes",
        &unicodes(&content[run.range.clone()]),
    ];
    let printed = tools::run("hb-shape", &arguments, "");
    let glyphs: Vec<Value> = serde_json::from_str(printed.trim()).unwrap();
    let numbers = |g: &Value| ["ax", "dx", "dy"].map(|key| g[key].as_i64().unwrap());
    glyphs.iter().map(|g| (g["g"].as_u64().unwrap(), numbers(g))).collect()
}

/// The script a run is shaped as: that of its letters, or of the letters before it where it has none.
fn script_of(content: &str, run: &Run) -> Script {
    let real = |c: &char| !matches!(c.script(), Script::Common | Script::Inherited);
    let own = content[run.range.clone()].chars().find(real);
    let before = || content[..run.range.start].chars().rev().find(real);
    let after = || content[run.range.end..].chars().find(real);
    own.or_else(before).or_else(after).map_or(Script::Common, |c| c.script())
}

fn unicodes(text: &str) -> String {
    text.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect::<Vec<_>>().join(",")
}

/// Shapes `text` here and there; every run must agree.
pub(crate) fn check(name: &str, text: &str, language: Option<&str>) {
    let text = SourceText::new(text);
    let report = FontReport::new(&text, language, true);
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    for ParagraphRuns { paragraph, faces, units, runs, .. } in &report.paragraphs {
        let range = text.paragraph(*paragraph);
        let content = &text.as_str()[range.start.get()..range.end.get()];
        for run in runs {
            let file = BUNDLED.iter().find(|b| face_name(b.data) == faces[run.face]);
            let file =
                fonts.join(format!("{}.ttf", file.unwrap_or_else(|| panic!("{}", faces[run.face])).name));
            #[expect(clippy::cast_possible_truncation, reason = "advances are a few thousand units")]
            let units = |pixels: f32| (pixels * units[run.face] / 1000.0).round() as i64;
            let here: Vec<(u64, [i64; 3])> = run
                .glyphs
                .iter()
                .map(|g| (u64::from(g.id), [units(g.advance), units(g.x), units(-g.y)]))
                .collect();
            let there = judge(&file, content, run, language);
            assert_eq!(
                here,
                there,
                "{name}, paragraph {paragraph}, {:?} in {}",
                &content[run.range.clone()],
                faces[run.face]
            );
        }
    }
}

fn face_name(data: &[u8]) -> String {
    let font = swash::FontRef::from_index(data, 0).unwrap();
    let strings = font.localized_strings();
    strings.find_by_id(swash::StringId::Full, None).unwrap().chars().collect()
}

#[test]
fn words_of_many_scripts() {
    if tools::lacks(&["hb-shape"]) {
        return;
    }
    for (text, language) in [
        ("प्रधानमंत्री नरेंद्र मोदी ने दिल्ली में कहा 🔴 GST Council met.", Some("hi")),
        ("રાષ્ટ્રપ્રમુખ વ્લાદિમીર પુતિન અને ક્ષત્રિય ‘તાસ’એ જણાવ્યું", Some("gu")),
        ("কোলকাতা পৌঁছে শ্রীমতী রায় বললেন", Some("bn")),
        ("தமிழ்நாடு முதல்வர் கொழும்பு சென்றார்", Some("ta")),
        ("കൊച്ചിയിൽ സ്ത്രീകൾ", Some("ml")),
        ("กำลังเดินทาง", Some("th")),
        ("وزیر اعظم نے کہا کہ پل گر گیا۔", Some("ur")),
        ("قال الوزير إن 12 شخصا NATO أصيبوا", Some("ar")),
        ("ශ්‍රී ලංකාව කොළඹ", Some("si")),
        ("తెలుగు క్షేత్రం ಕೊಡಗು ଓଡ଼ିଶା ਪੰਜਾਬ שלום", None),
        ("កម្ពុជា រដ្ឋមន្ត្រី ស្ត្រី", Some("km")),
        ("မြန်မာ ဝန်ကြီးချုပ် ကြွေ", Some("my")),
        ("ລາວ ນາຍົກລັດຖະມົນຕີ ນ້ຳ", Some("lo")),
        ("བོད་ཀྱི་སྐད་ཡིག རྒྱལ་པོ", Some("bo")),
        ("አማርኛ ጠቅላይ ሚኒስትር።", Some("am")),
        ("Հայաստան վարչապետը և", Some("hy")),
        ("საქართველო პრემიერი", Some("ka")),
        ("ދިވެހި ރައީސް", Some("dv")),
        ("ᱥᱟᱱᱛᱟᱲᱤ ᱯᱟᱹᱨᱥᱤ", Some("sat")),
        ("ꯃꯩꯇꯩꯂꯣꯟ ꯀ꯭ꯔ", Some("mni")),
        ("ߒߞߏ ߞߊ߲ߜߍ", None),
        ("ⵜⴰⵎⴰⵣⵉⵖⵜ", None),
        ("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ", None),
        ("ܠܫܢܐ ܣܘܪܝܝܐ", None),
        ("𞤆𞤵𞤤𞤢𞤪 𞤀𞤣𞤤𞤢𞤥", None),
    ] {
        check(text, text, language);
    }
}

/// The language a sample's name ends in: `bridge-hi.txt`.
fn language_of(name: &str) -> Option<&str> {
    name.rsplit_once('.')?.0.rsplit_once('-').map(|(_, language)| language)
}

#[test]
fn every_paragraph_of_the_samples() {
    if tools::lacks(&["hb-shape"]) {
        return;
    }
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let articles = walkdir::WalkDir::new(samples).sort_by_file_name().into_iter().map(Result::unwrap);
    let is_article = |name: &str| [".txt", ".md", ".html"].iter().any(|end| name.ends_with(end));
    let mut checked = 0;
    for entry in articles {
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_article(&name) {
            check(&name, &std::fs::read_to_string(entry.path()).unwrap(), language_of(&name));
            checked += 1;
        }
    }
    assert!(checked >= 8, "{checked} samples");
}
