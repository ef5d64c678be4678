//! Encodings: bytes in, text out, and what is said about them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it did not expect fails")]

use encoding_rs::Encoding;
use tippani_corpus::format::encoding::{TextEncoding, read};

const ENGLISH: &str =
    "The bridge over the river collapsed on Monday evening, police said.\n\nThree people died.\n";
const HINDI: &str = "दिल्ली में पुल गिर गया। मंत्री ने जाँच का आदेश दिया और तीन इंजीनियरों को निलंबित कर दिया।\n";
const FRENCH: &str = "Considérant qu’il est essentiel d’encourager le développement de relations amicales entre \
                      nations, l’Assemblée générale a décidé à l’unanimité d’être présente là où ça compte.\n";
const GERMAN: &str = "Über die Brücke führte früher die größte Straße des Landes; während der Überschwemmung \
                      stürzte sie ein, wie Behörden erklärten.\n";
const POLISH: &str = "Premier przyjął zaproszenie, a następnie wyjechał do Łodzi, gdzie spotkał się z żołnierzami \
                      i świadkami wydarzeń.\n";
const RUSSIAN: &str = "Премьер-министр заявил в понедельник, что мост обрушился после сильного дождя. Погибли трое, \
                       сообщила полиция.\n";
const JAPANESE: &str =
    "家庭は、社会の自然かつ基礎的な集団単位であって、社会及び国の保護を受ける権利を有する。\n";
const CHINESE: &str = "总统昨天在北京会见了总理。他们讨论了预算，并同意下周再次会晤。\n";
const KOREAN: &str = "대통령은 어제 서울에서 총리를 만났다. 두 사람은 예산안을 논의했다.\n";
const URDU: &str = "وزیراعظم نے کہا کہ پل گر گیا ہے اور تین افراد ہلاک ہوئے۔ پولیس نے تفتیش شروع کر دی ہے۔\n";
const HEBREW: &str = "ראש הממשלה אמר ביום שני כי הגשר קרס לאחר גשם כבד ושלושה בני אדם נהרגו.\n";
const GREEK: &str = "Ο πρωθυπουργός δήλωσε τη Δευτέρα ότι η γέφυρα κατέρρευσε μετά από έντονη βροχή.\n";
const TAMIL: &str = "சென்னையில் நேற்று மழை பெய்தது. முதல்வர் கொழும்பு சென்றார், பொய் கூறவில்லை என்றார். ஔவையார் கௌரவம்.";
const GUJARATI: &str = "ગુજરાત સરકારે ગઈકાલે પુલની તપાસનો આદેશ આપ્યો અને ત્રણ ઇજનેરોને ફરજમુક્ત કર્યા।";

/// Bytes are read as `encoding`, as `text`; and it is said so.
#[track_caller]
fn check(bytes: &[u8], encoding: &str, text: &str) {
    let decoded = read(bytes, None);
    assert_eq!((decoded.value.encoding.name(), &*decoded.value.text), (encoding, text));
    let told: Vec<String> = decoded.issues.iter().map(ToString::to_string).collect();
    assert_eq!(!told.is_empty(), encoding != "UTF-8", "{told:?}");
    let again = read(bytes, TextEncoding::named(encoding));
    assert_eq!(again.value, decoded.value, "the name says what it was");
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

fn utf32(text: &str, to_bytes: fn(u32) -> [u8; 4]) -> Vec<u8> {
    text.chars().flat_map(|c| to_bytes(u32::from(c))).collect()
}

/// A text in an encoding of one byte a character.
fn by_table(text: &str, encoding: &str) -> Vec<u8> {
    let encoding = TextEncoding::named(encoding).unwrap();
    let byte_of =
        |c: char| (0..=255).find(|b| encoding.decode(&[*b]).chars().eq([c])).unwrap_or_else(|| panic!("{c}"));
    text.chars().map(byte_of).collect()
}

#[test]
fn utf_16_and_32_without_a_mark_are_read() {
    for text in [ENGLISH, HINDI, FRENCH, RUSSIAN, JAPANESE, CHINESE, URDU, GREEK, TAMIL, "Asha Rao: मंत्री 5\n"]
    {
        check(&utf16(text, u16::to_le_bytes), "UTF-16LE", text);
        check(&utf16(text, u16::to_be_bytes), "UTF-16BE", text);
        check(&utf32(text, u32::to_le_bytes), "UTF-32LE", text);
        check(&utf32(text, u32::to_be_bytes), "UTF-32BE", text);
    }
}

#[test]
fn utf_32_with_a_mark_is_read_as_such() {
    for (bytes, name) in [
        (utf32("\u{feff}कि", u32::to_le_bytes), "UTF-32LE"),
        (utf32("\u{feff}कि", u32::to_be_bytes), "UTF-32BE"),
    ] {
        let decoded = read(&bytes, None);
        assert_eq!(
            (decoded.value.encoding.name(), &*decoded.value.text, decoded.issues),
            (name, "कि", Vec::new())
        );
    }
}

#[test]
fn escapes_are_followed() {
    let japanese = Encoding::for_label(b"iso-2022-jp").unwrap().encode(JAPANESE).0;
    check(&japanese, "ISO-2022-JP", JAPANESE);
    let gbk = encoding_rs::GBK.encode(CHINESE).0;
    let pairs: Vec<u8> = gbk.trim_ascii_end().iter().map(|b| b & 0x7f).collect();
    let hz = [b"~{", &*pairs, b"~} ~~5\n"].concat();
    check(&hz, "HZ", &format!("{} ~5\n", CHINESE.trim_end()));
    check(ISO_2022_KR, "ISO-2022-KR", KOREAN);
    check(ISO_2022_CN, "ISO-2022-CN", "总统昨天在北京会见了总理。\n他们讨论了预算。\n");
    // The second byte of a pair may be a tilde, and what set pairs are of is said before the first of each line.
    check(b"~{6~J.~}, ~{6~~}~~\n", "HZ", "二十, 二~\n");
    check(b"a: \x1b$)A\x0eW\x5cM3\x0f.\nb: \x1b$)A\x0eW\x5cM3\x0f!\n", "ISO-2022-CN", "a: 总统.\nb: 总统!\n");
    check(b"a ~{ tilde } and ~} more", "UTF-8", "a ~{ tilde } and ~} more");
}

#[test]
fn encodings_of_one_byte_a_character_are_told_apart() {
    for (text, encodings) in [
        (FRENCH, &["windows-1252", "macintosh"][..]),
        (&*FRENCH.replace('’', "'"), &["windows-1252", "macintosh", "IBM850"]),
        (GERMAN, &["windows-1252", "macintosh", "IBM850"]),
        (POLISH, &["windows-1250", "ISO-8859-2", "IBM852", "x-mac-ce"]),
        (RUSSIAN, &["windows-1251", "KOI8-U", "IBM866", "x-mac-cyrillic", "ISO-8859-5"]),
        (HEBREW, &["windows-1255"]),
        (GREEK, &["windows-1253"]),
    ] {
        for name in encodings {
            let decoded = read(&by_table(text, name), None);
            assert_eq!(decoded.value.text, text, "{name}, read as {:?}", decoded.value.encoding);
            assert!(!decoded.issues.is_empty(), "{name}");
        }
    }
}

#[test]
fn encodings_of_two_bytes_are_told_apart() {
    let taiwan = "總統昨天在臺北會見了總理。他們討論了預算，並同意下週再次會晤。\n";
    for (text, name) in [
        (JAPANESE, "Shift_JIS"),
        (JAPANESE, "EUC-JP"),
        (CHINESE, "GBK"),
        (taiwan, "Big5"),
        (KOREAN, "EUC-KR"),
    ] {
        let bytes = Encoding::for_label(name.as_bytes()).unwrap().encode(text).0;
        assert_eq!(read(&bytes, None).value.text, text, "{name}");
    }
}

#[test]
fn indian_standards_before_unicode_are_read() {
    // The bytes were made from these texts by ICU and by the C library.
    let hindi = format!("{} क\u{93c}लम, १२३।", HINDI.trim_end());
    check(ISCII_HINDI, "ISCII", &hindi);
    check(&ISCII_HINDI[2..], "ISCII", &hindi);
    check(ISCII_GUJARATI, "ISCII", GUJARATI);
    check(TSCII_TAMIL, "TSCII", TAMIL);
}

#[test]
fn text_for_fonts_of_its_own_is_recognised() {
    let kruti = r#"Hkkjr ljdkj us dgk gS fd iqy fxjus dh tk¡p gksxhA ea=h us fnYyh esa i=dkjksa ls dgk fd nks"kh
        vf/kdkfj;ksa dks c['kk ugha tk,xkA jktL=k fØ;k fuekZ.k dk;ksZa esa deh gSA"#;
    let decoded = read(kruti.as_bytes(), None);
    assert_eq!(decoded.value.encoding.name(), "Kruti-Dev");
    let text = &decoded.value.text;
    for words in [
        "भारत सरकार ने कहा है कि पुल गिरने की जाँच होगी।",
        "मंत्री ने दिल्ली में पत्रकारों से कहा कि दोषी",
        "अधिकारियों को बख़शा".trim_end_matches("बख़शा"),
        "नहीं जाएगा।",
        "क्रिया निर्माण कार्यों में कमी है।",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(decoded.issues[0].to_string().contains("Kruti"), "{:?}", decoded.issues);
    let shree = "_hmamï´> gaH$maZo gm§{JVbo H$s ˶m ~m~V {ZU©¶ KoVbm Amho. Am{U H$s Amho Am{U hmoVo ‘w»¶‘§Ìr Am{U \
                 CX¿mmQ>Z Ho$bo Amho. Ë¶m§Zr gm§{JVbo H$s Amho";
    let told = read(shree.as_bytes(), None).issues;
    assert!(told.iter().any(|issue| issue.what.contains("Shree-Lipi")), "{told:?}");
}

#[test]
fn what_is_no_text_is_never_shown_as_if_it_were() {
    for (bytes, what) in [
        (&b"a\0b, and some more"[..], "NUL"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0\x1f\xf3\xffa", "NUL"),
        (b"\x01\x02\x03\x04 control", "control"),
        ("à¤¦à¤¿à¤²à¥\u{8d}à¤²à¥€ à¤®à¥‡à¤‚".as_bytes(), "control"),
        ("CafÃ© crÃ¨me, dÃ©jÃ\u{a0} vu".as_bytes(), "UTF-8 had been read"),
        ("Consid¦rant qu§il ±st ess¶ntiel d¬encour¤ger".as_bytes(), "another"),
    ] {
        let told = read(bytes, None).issues;
        assert!(told.iter().any(|issue| issue.what.contains(what)), "{what}: {told:?}");
    }
    let price = "🔴 Live: ₹5 → ₹6 (±2%) “ok” — x²\n";
    let names = "Ã is a letter of São Tomé; Âge, Ñandú\n";
    for text in [ENGLISH, HINDI, FRENCH, RUSSIAN, JAPANESE, CHINESE, URDU, HEBREW, TAMIL, price, names] {
        assert_eq!(read(text.as_bytes(), None).issues, Vec::new(), "{text}");
    }
}

#[test]
fn a_chosen_encoding_is_kept_to() {
    let bytes = b"caf\x8e \xd5";
    for (name, text) in
        [("mac", "café ’"), ("cp850", "cafÄ ı"), ("windows-1252", "cafŽ Õ"), ("koi8-r", "caf▌ у")]
    {
        let decoded = read(bytes, TextEncoding::named(name));
        assert_eq!(decoded.value.text, text, "{name}");
    }
    for encoding in TextEncoding::ALL {
        assert_eq!(TextEncoding::named(encoding.name()), Some(encoding), "{encoding:?}");
        let all: Vec<u8> = (0..=255).collect();
        let _ = encoding.decode(&all);
    }
}

const ISCII_HINDI: &[u8] = b"\xefB\xc4\xdb\xd1\xe8\xd1\xdc \xcc\xe1\xa2 \xc8\xdd\xd1 \xb5\xdb\xcf \xb5\xcd\xda\xea \xcc\xa2\xc2\xe8\xcf\xdc \xc6\xe1 \xba\xda\xa1\xb8 \xb3\xda \xa5\xc4\xe1\xd5 \xc4\xdb\xcd\xda \xb1\xcf \xc2\xdc\xc6 \xa6\xa2\xba\xdc\xc6\xdb\xcd\xcf\xe5\xa2 \xb3\xe5 \xc6\xdb\xd1\xa2\xca\xdb\xc2 \xb3\xcf \xc4\xdb\xcd\xda\xea \xb3\xe9\xd1\xcc, \xf2\xf3\xf4\xea";
const ISCII_GUJARATI: &[u8] = b"\xefJ\xb5\xdd\xba\xcf\xda\xc2 \xd7\xcf\xb3\xda\xcf\xe1 \xb5\xa7\xb3\xda\xd1\xe1 \xc8\xdd\xd1\xc6\xdc \xc2\xc8\xda\xd7\xc6\xe5 \xa5\xc4\xe1\xd5 \xa5\xc8\xe8\xcd\xe5 \xa4\xc6\xe1 \xc2\xe8\xcf\xc1 \xa6\xba\xc6\xe1\xcf\xe5\xc6\xe1 \xc9\xcf\xba\xcc\xdd\xb3\xe8\xc2 \xb3\xcf\xe8\xcd\xda\xea";
const TSCII_TAMIL: &[u8] = b"\xa6\xba\xfd\xa8\xc9\xc2\xa2\xf8 \xa7\xbf\xfc\xda \xc1\xa8\xc6 \xa6\xc0\xf6\xbe\xd0. \xd3\xbe\xf8\xc5\xf7 \xa6\xb8\xa1\xd8\xf5\xd2 \xa6\xba\xfd\xc8\xa1\xf7, \xa6\xc0\xa1\xf6 \xdc\xc8\xc5\xa2\xf8\xa8\xc4 \xb1\xfd\xc8\xa1\xf7. \xb6\xa8\xc5\xc2\xa1\xf7 \xa7\xb8\xaa\xc3\xc5\xf5.";
const ISO_2022_KR: &[u8] = b"\x1b$)C\x0e4kEk7I@:\x0f \x0e>nA&\x0f \x0e<-?o?!<-\x0f \x0eCQ8.8&\x0f \x0e88354Y\x0f. \x0e5N\x0f \x0e;g6w@:\x0f \x0e?9;j>H@;\x0f \x0e3m@GG_4Y\x0f.\x0a";
const ISO_2022_CN: &[u8] =
    b"\x1b$)A\x0eW\x5cM3WrLlTZ11>);a<{AKW\x5c@m!#\x0f\x0a\x1b$)A\x0eK{CGLVB[AKT$Kc!#\x0f\x0a";
