//! Abbreviations: words whose full stop belongs to them and ends no sentence.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation as _;

/// Titles and the like: a name, a number or more of the title follows, so no sentence ends here.
const TITLES: &str = "\
    Mr Mrs Ms Mx Mt Ft Dr Drs Prof St Ste Gen Col Maj Capt Cpt Cmdr Lt Sgt Cpl Adm Brig Rev Fr Hon Gov Sen Rep Pres Supt Insp Amb \
    Mgr Smt Shri Sri vs Vs Rs Re Rp Rm Sr Sra Srta Dra Dña Mme Mlle Hr Fr Nr Sn Doç Av Tn Ny Ir Drs Engr Atty \
    डॉ डा श्री श्रीमती सुश्री कुमारी प्रो प्रा पं कु मो स्व रु रू सौ ॲड अॅड एड इंजी कै लि ब्रि \
    ડૉ ડો ડા શ્રી શ્રીમતી સુશ્રી કુ પ્રો પ્રિ સ્વ પં રૂ રુ એડ મો \
    ডা ড ডঃ শ্রী শ্রীমতী মো মোঃ মি রু প্রো প্রফ অধ্যা অ্যাড ইঞ্জি \
    ਡਾ ਸ੍ਰੀ ਸ ਪ੍ਰੋ ਰੁ ਸ੍ਰ ਐਡ ଡା ଶ୍ରୀ ପ୍ରୋ \
    திரு திருமதி செல்வி டாக்டர் டாக் பேரா ரூ வழ \
    డా శ్రీ శ్రీమతి ప్రొ రూ కుమారి ಡಾ ಶ್ರೀ ಶ್ರೀಮತಿ ಪ್ರೊ ರೂ ಕು ഡോ ശ്രീ ശ്രീമതി പ്രൊഫ രൂ അഡ്വ \
    ආචාර්ය මහා රු ගරු \
    им ул проф акад гл стр рис руб тыс млн млрд док тел обл р-н ген полк";

/// What is followed by its number; before anything else the full stop ends the sentence.
const BEFORE_NUMBERS: &str = "\
    No Nos Nr Art Arts Sec Secs Fig Figs Vol Vols Ch p pp Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Tel Ph Mob Ext approx ca \
    सं क्र क्रं दि दिनां मो फो पृ नं ધા ક્ર તા નં પૃ મો ফোন নং তা পৃ எண் பக் நெ నం సం ನಂ ನಂ ನಂ പേജ്";

/// What is abbreviated at the end of a name or a count as well: whether the sentence goes on is told by what follows.
const OTHERS: &str = "\
    Co Corp Inc Ltd Pvt Bros Jr Sr Esq Dept Govt Univ Assn Intl Ave Blvd Rd etc al viz cf ibid Tue Tues Thu Thurs \
    \
    लि प्रा कं जि ता किमी सेमी આઈ લિ જિ કિમી કં લિમિ লি লিঃ লিমি கிமீ லிட் లి ಲಿ ലി";

/// The letters of the English alphabet as they are written in other scripts, where they stand for a given name.
/// Those that are words too are left out: before another initial they count all the same.
const LETTER_NAMES: &str = "\
    ए बी सी डी ई एफ जी एच आई जे एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई वाय ज़ेड जेड \
    એ બી સી ડી ઈ ઇ એફ જી એચ આઈ આઇ જે કે એલ એમ એન ઓ પી ક્યુ આર એસ ટી યુ યૂ વી ડબ્લ્યુ ડબલ્યુ એક્સ વાય વાઈ ઝેડ \
    এ বি সি ডি ই এফ জি এইচ আই জে এল এম এন পি কিউ আর এস টি ইউ ভি ডব্লিউ এক্স ওয়াই জেড \
    ਏ ਬੀ ਸੀ ਡੀ ਐਫ ਜੀ ਐਚ ਜੇ ਐਲ ਐਮ ਐਨ ਪੀ ਆਰ ਐਸ ਟੀ ਯੂ ਵੀ \
    ஏ பி சி டி எப் எஃப் ஜி எச் ஐ ஜே கே எல் எம் என் ஓ பீ ஆர் எஸ் டீ யு வி \
    ఏ బి సి డి ఎఫ్ జి హెచ్ జె కె ఎల్ ఎం ఎన్ పి ఆర్ ఎస్ టి వి వై ಎ ಬಿ ಸಿ ಡಿ ಎಫ್ ಜಿ ಎಚ್ ಜೆ ಕೆ ಎಲ್ ಎಂ ಎನ್ ಪಿ ಆರ್ ಎಸ್ ಟಿ ವಿ ವೈ \
    എ ബി സി ഡി എഫ് ജി എച്ച് ജെ കെ എൽ എം എൻ പി ആർ എസ് ടി വി \
    بی سی ڈی ایف جی ایچ جے ایل ایم این پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ";

/// Letter names that are words as well, so that one of them alone says nothing.
const LETTER_WORDS: &str = "जी आई કે જી এ জি ਸੀ ਜੀ جی के ओ ई अे کے اے ای او آئی কে ও কী ਕੇ ਓ";

/// Short words that end a sentence where a full stop follows: no abbreviation is spelt as they are.
const LAST_WORDS: &str = "है हैं हो था थे थी ना છે છો છું હો ના না নয় ਹੈ ਹਨ ਸੀ ਸਨ ଅଛି आहे छ छन् छु हुन् हुन्छ";

static IN_TITLES: LazyLock<HashSet<&str>> = LazyLock::new(|| TITLES.split_whitespace().collect());
static IN_BEFORE_NUMBERS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| BEFORE_NUMBERS.split_whitespace().collect());
static IN_OTHERS: LazyLock<HashSet<&str>> = LazyLock::new(|| OTHERS.split_whitespace().collect());
static IN_LETTER_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| LETTER_NAMES.split_whitespace().collect());
static IN_LETTER_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| LETTER_WORDS.split_whitespace().collect());
static IN_LAST_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| LAST_WORDS.split_whitespace().collect());

/// Whether a full stop after `word` is part of it, with `after` the text behind the full stop.
pub(super) fn keeps_full_stop(word: &str, after: &str) -> bool {
    if goes_on(word, after) || IN_OTHERS.contains(word) || is_initials(word) {
        return true;
    }
    // At the end of a line nothing says that a letter is an initial.
    let next = after.trim_start_matches([' ', '\u{a0}']);
    (is_single_letter(word) || is_letter_name(word)) && next.chars().next().is_some_and(char::is_alphabetic)
}

/// Whether a sentence goes on after `word` and its full stop, with `after` the text behind it.
pub(super) fn goes_on(word: &str, after: &str) -> bool {
    let next = after.trim_start();
    let follows = |wanted: fn(char) -> bool| next.chars().next().is_some_and(wanted);
    IN_TITLES.contains(word)
        || is_letter_name(word)
        || (IN_BEFORE_NUMBERS.contains(word) && follows(char::is_numeric))
        || is_single_letter(word)
        || (is_one_cluster(word) && starts_with_initial(next))
        || (IN_LETTER_WORDS.contains(word) && starts_with_initial(next))
        || (is_initials(word) && !(is_time_of_day(word) && follows(char::is_uppercase)))
}

/// `U.S`, `ए.पी.जे`, `Ph.D`: short parts, each with its full stop.
pub(super) fn is_initials(word: &str) -> bool {
    word.contains('.')
        && !word.contains(char::is_numeric)
        && word.split('.').all(is_short_part)
        && !word.split('.').any(|part| IN_LAST_WORDS.contains(part))
}

/// What may stand between two full stops of an abbreviation.
pub(super) fn is_short_part(part: &str) -> bool {
    let clusters = part.graphemes(true).take(3).count();
    part.chars().all(char_of_word)
        && (clusters == 1 || (clusters == 2 && part.is_ascii()) || is_letter(part) || is_known(part))
}

/// Whether a word ends a sentence where a full stop follows it, short as it is.
pub(super) fn is_last_word(word: &str) -> bool {
    IN_LAST_WORDS.contains(word)
}

/// Whether a title stands before a full stop with nothing between it and the name: `डॉ.कलाम`.
pub(super) fn is_title(word: &str) -> bool {
    IN_TITLES.contains(word)
}

fn is_known(part: &str) -> bool {
    IN_TITLES.contains(part) || IN_OTHERS.contains(part)
}

fn char_of_word(c: char) -> bool {
    c.is_alphabetic() || !c.is_ascii()
}

/// The name of a letter, be it a word as well.
pub(super) fn is_letter(word: &str) -> bool {
    IN_LETTER_NAMES.contains(word) || IN_LETTER_WORDS.contains(word)
}

/// The name of a letter that is nothing else.
fn is_letter_name(word: &str) -> bool {
    IN_LETTER_NAMES.contains(word) && !IN_LETTER_WORDS.contains(word)
}

/// `p.m`, which ends a sentence as often as not.
fn is_time_of_day(word: &str) -> bool {
    matches!(word, "a.m" | "p.m")
}

/// A letter that is no word: a capital, a bare consonant of an Indic script, or in Tamil and its neighbours any cluster.
fn is_single_letter(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return false };
    let is_alone = chars.next().is_none();
    match u32::from(first) {
        // Titles and initials of Tamil, Telugu, Kannada and Malayalam carry their vowel.
        0xb80..0xd80 => {
            is_one_cluster(word) && !matches!(word, "தீ" | "பூ" | "ஈ" | "கை" | "வா" | "போ" | "நீ" | "தை" | "பை")
        }
        0x900..0xb80 => {
            is_alone
                && first.is_alphabetic()
                && !matches!(first, 'न' | 'व' | 'र' | 'छ' | 'म' | 'आ' | 'ओ' | 'ન' | 'જ' | 'આ' | 'ও' | 'এ')
        }
        0x621..0x6d4 => false,
        _ => is_alone && first.is_uppercase(),
    }
}

fn is_one_cluster(word: &str) -> bool {
    word.graphemes(true).count() == 1 && word.chars().all(|c| !c.is_numeric())
}

/// Whether a text begins with another initial: a cluster or the name of a letter with its full stop.
fn starts_with_initial(text: &str) -> bool {
    let Some((word, _)) = text.split_once(['.', '۔']) else { return false };
    word.len() <= 24 && (is_one_cluster(word) || is_letter(word))
}
