//! Kruti Dev 010: Devanagari at the places of Latin letters and signs, each a glyph or a part of one.

/// What is stored, and what it shows; where several fit, the longest. Forms without the vowel end in a virama.
const GLYPHS: &str = "\
    ñ ॰|Q+Z र्फ़|sas ें|aa ं|)Z र्द्ध|å ०|ƒ १|„ २|… ३|† ४|‡ ५|ˆ ६|‰ ७|Š ८|‹ ९|¶+ फ़्|d+ क़|[+k ख़|[+ ख़्|x+ ग़|T+ ज़्|t+ ज़|M+ ड़|<+ ढ़|Q+ फ़|;+ य़|j+ ऱ|u+ ऩ|\
    Ùk त्त|Ù त्त्|ä क्त|– दृ|— कृ|é न्न|™ न्न्|f=k त्रि|à ह्न|á ह्य|â हृ|ã ह्म|ºz ह्र|º ह्|í द्द|{k क्ष|{ क्ष्|=kk त्रा|= त्र|« त्र्|Nî छ्य|Vî ट्य|Bî ठ्य|Mî ड्य|<î ढ्य|\
    | द्य|K ज्ञ|} द्व|J श्र|Vª ट्र|Mª ड्र|<ªª ढ्र|Nª छ्र|Ø क्र|Ý फ्र|æ द्र|ç प्र|Á प्र|xz ग्र|# रु|: रू|v‚ ऑ|vks ओ|vkS औ|vk आ|v अ|b± ईं|Ã ई|bZ ई|b इ|m उ|Å ऊ|,s ऐ|, ए|_ ऋ|\
    ô क्क|d क|Dk क|D क्|[k ख|[ ख्|x ग|Xk ग|X ग्|Ä घ|?k घ|? घ्|³ ङ|pkS चै|p च|Pk च|P च्|N छ|t ज|Tk ज|T ज्|> झ|÷ झ्|¥ ञ|ê ट्ट|ë ट्ठ|V ट|B ठ|ì ड्ड|ï ड्ढ|M ड|< ढ|.k ण|. ण्|\
    r त|Rk त|R त्|Fk थ|F थ्|) द्ध|n द|/k ध|èk ध|/ ध्|Ë ध्|è ध्|u न|Uk न|U न्|i प|Ik प|I प्|Q फ|¶ फ्|c ब|Ck ब|C ब्|Hk भ|H भ्|e म|Ek म|E म्|\
    ; य|¸ य्|j र|y ल|Yk ल|Y ल्|G ळ|o व|Ok व|O व्|'k श|' श्|\"k ष|\" ष्|l स|Lk स|L स्|g ह|È ीं|z ्र|Ì द्द|Í ट्ट|Î ट्ठ|Ï ड्ड|Ñ कृ|Ò भ|Ó ्य|Ô ड्ढ|Ö झ्|Ük श|Ü श्|\
    ‚ ॉ|ks ो|kS ौ|k ा|h ी|q ु|w ू|` ृ|s े|S ै|a ं|¡ ँ|% ः|W ॅ|• ऽ|· ऽ|~j ्र|~ ्|\\ ?|+ ़|^ ‘|* ’|Þ “|ß ”|( ;|¼ (|½ )|¿ {|À }|¾ =|A ।|- .|& -|Œ ॰|] ,|@ /|ª ्र";

/// The vowel sign that is stored before its consonant, the `r` above that is stored behind it, and the two together.
const SHORT_I: char = 'f';
const R_ABOVE: char = 'Z';

/// The text that characters stored for Kruti Dev show.
pub(super) fn decode(stored: &str) -> String {
    let mut table: Vec<(&str, &str)> = glyphs().collect();
    table.sort_by_key(|(stored, _)| std::cmp::Reverse(stored.len()));
    let mut shown = String::with_capacity(stored.len() * 3);
    let mut rest = stored;
    // The sign that waits for the consonant behind it.
    let mut short_i = false;
    while let Some(first) = rest.chars().next() {
        if first == SHORT_I && !rest.starts_with("f=k") {
            short_i = true;
            rest = &rest[1..];
            continue;
        }
        if matches!(first, R_ABOVE | '±' | 'Æ') {
            put_r_above(&mut shown);
            if first == '±' {
                shown.push('ं');
            }
            short_i |= first == 'Æ';
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let found = table.iter().find(|(stored, _)| rest.starts_with(stored));
        let Some((length, glyph)) = found.map(|(stored, glyph)| (stored.len(), *glyph)) else {
            shown.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        shown.push_str(glyph);
        rest = &rest[length..];
        // It goes behind the whole conjunct: also behind the `r` below that follows.
        let goes_on = glyph.ends_with('\u{94d}') || rest.starts_with(['z', 'ª', '~', 'Ó', '+']);
        if short_i && !goes_on {
            shown.push('ि');
            short_i = false;
        }
    }
    shown
}

fn glyphs() -> impl Iterator<Item = (&'static str, &'static str)> {
    // The sign of द्य is the one that divides the table.
    let split = |entry: &'static str| entry.split_once(' ');
    std::iter::once(("|", "द्य"))
        .chain(GLYPHS.split('|').filter_map(split).filter(|(stored, _)| !stored.is_empty()))
}

/// Puts र् before the last syllable.
fn put_r_above(shown: &mut String) {
    let mut at = shown.len();
    let mut chars = shown.char_indices().rev().peekable();
    while let Some((start, c)) = chars.next() {
        at = start;
        let is_sign =
            matches!(c, '\u{900}'..='\u{903}' | '\u{93c}' | '\u{93e}'..='\u{94d}' | '\u{962}' | '\u{963}');
        let is_joined = chars.peek().is_some_and(|(_, before)| *before == '\u{94d}');
        if !is_sign && !is_joined {
            break;
        }
    }
    shown.insert_str(at, "र्");
}
