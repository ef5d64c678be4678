//! Web pages: what of a page is its article, on pages as news sites of five languages of South Asia build them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it did not expect fails")]

use tippani_corpus::format::html::{Extent, main_text, text_of};

/// What a site writes in its language.
struct Site {
    name: &'static str,
    title: &'static str,
    story: [&'static str; 5],
    navigation: &'static str,
    also: &'static str,
    advertisement: &'static str,
    other: [&'static str; 3],
    caption: &'static str,
    share: &'static str,
    comment: &'static str,
    copyright: &'static str,
}

const SITES: [Site; 5] = [
    Site {
        name: "दैनिक समाचार",
        title: "नदी पर बना पुल गिरा, तीन की मौत",
        story: [
            "सूरत ज़िले में सोमवार शाम भारी बारिश के बाद तापी नदी पर बना पुराना पुल गिर गया, जिसमें तीन लोगों की मौत हो गई और बारह घायल हुए। पुलिस ने बताया कि हादसे के समय पुल पर कई वाहन थे और बचाव दल रात भर मलबे में लोगों को खोजते रहे।",
            "मुख्यमंत्री ने मृतकों के परिजनों को पाँच-पाँच लाख रुपये की सहायता देने की घोषणा की और कहा कि एक सप्ताह में जाँच की रिपोर्ट आ जाएगी। उन्होंने अस्पताल जाकर घायलों से भी मुलाकात की और डॉक्टरों से उनका हाल पूछा।",
            "विपक्ष के नेता डॉ. ए.पी. शाह ने कहा कि पुल की मरम्मत के लिए दो साल पहले पैसा मंज़ूर हुआ था, लेकिन काम शुरू नहीं हुआ। “ज़िम्मेदार अधिकारियों पर कार्रवाई होनी चाहिए,” उन्होंने पत्रकारों से कहा।",
            "लोक निर्माण विभाग के तीन इंजीनियरों को निलंबित कर दिया गया है। विभाग के प्रवक्ता ने बताया कि पुल 1974 में बना था और पिछले साल के निरीक्षण में उसे सुरक्षित पाया गया था, हालांकि उस रिपोर्ट पर अब सवाल उठ रहे हैं।",
            "स्थानीय लोगों का कहना है कि उन्होंने कई बार दरारों की शिकायत की थी। प्रशासन ने राज्य के सभी पुराने पुलों की जाँच के आदेश दिए हैं और भारी वाहनों का रास्ता बदल दिया गया है।",
        ],
        navigation: "देश,विदेश,राजनीति,खेल,मनोरंजन,व्यापार",
        also: "यह भी पढ़ें: मानसून की पहली बारिश में सड़कें डूबीं",
        advertisement: "विज्ञापन",
        other: ["शेयर बाज़ार में तेज़ी, सेंसेक्स रिकॉर्ड पर", "क्रिकेट: भारत ने जीती सीरीज़", "आज का राशिफल"],
        caption: "तापी नदी पर टूटा हुआ पुल। फोटो: पीटीआई",
        share: "फेसबुक पर साझा करें",
        comment: "बहुत दुखद समाचार है, सरकार जवाब दे।",
        copyright: "© 2025 दैनिक समाचार। सर्वाधिकार सुरक्षित।",
    },
    Site {
        name: "ગુજરાત વાર્તા",
        title: "તાપી નદીનો પુલ તૂટ્યો, ત્રણનાં મોત",
        story: [
            "સુરત જિલ્લામાં સોમવારે સાંજે ભારે વરસાદ બાદ તાપી નદી પરનો જૂનો પુલ તૂટી પડ્યો, જેમાં ત્રણ લોકોનાં મોત થયાં અને બાર ઘાયલ થયા. પોલીસે જણાવ્યું કે અકસ્માત વખતે પુલ પર અનેક વાહનો હતાં અને બચાવ ટુકડીઓ આખી રાત કાટમાળમાં શોધ કરતી રહી.",
            "મુખ્યમંત્રીએ મૃતકોના પરિવારને પાંચ-પાંચ લાખ રૂપિયાની સહાયની જાહેરાત કરી અને કહ્યું કે એક અઠવાડિયામાં તપાસનો અહેવાલ આવી જશે. તેમણે હોસ્પિટલમાં ઘાયલોની મુલાકાત લીધી અને ડૉક્ટરો સાથે વાત કરી.",
            "વિપક્ષના નેતા ડૉ. એ.પી. શાહે કહ્યું કે પુલના સમારકામ માટે બે વર્ષ પહેલાં રકમ મંજૂર થઈ હતી, પરંતુ કામ શરૂ થયું નહીં. “જવાબદાર અધિકારીઓ સામે પગલાં લેવાં જોઈએ,” તેમણે પત્રકારોને કહ્યું.",
            "માર્ગ અને મકાન વિભાગના ત્રણ ઇજનેરોને ફરજમુક્ત કરાયા છે. વિભાગના પ્રવક્તાએ જણાવ્યું કે પુલ 1974માં બન્યો હતો અને ગયા વર્ષની તપાસમાં સલામત જણાયો હતો, જોકે હવે તે અહેવાલ સામે સવાલ ઊઠ્યા છે.",
            "સ્થાનિક લોકોનું કહેવું છે કે તેમણે તિરાડોની ફરિયાદ અનેક વાર કરી હતી. સરકારે રાજ્યના તમામ જૂના પુલોની તપાસનો આદેશ આપ્યો છે અને ભારે વાહનોનો માર્ગ બદલવામાં આવ્યો છે.",
        ],
        navigation: "ગુજરાત,દેશ,દુનિયા,રમત,મનોરંજન,વેપાર",
        also: "આ પણ વાંચો: પહેલા વરસાદમાં રસ્તા પાણીમાં ગરકાવ",
        advertisement: "જાહેરાત",
        other: ["શેરબજારમાં તેજી, સેન્સેક્સ નવી ટોચે", "ક્રિકેટ: ભારતે શ્રેણી જીતી", "આજનું રાશિફળ"],
        caption: "તાપી નદી પરનો તૂટેલો પુલ. તસવીર: પીટીઆઈ",
        share: "ફેસબુક પર શેર કરો",
        comment: "ખૂબ દુઃખદ સમાચાર છે, સરકાર જવાબ આપે.",
        copyright: "© 2025 ગુજરાત વાર્તા. સર્વ હક સ્વાધીન.",
    },
    Site {
        name: "روزنامہ خبر",
        title: "دریا پر بنا پل گر گیا، تین افراد ہلاک",
        story: [
            "سورت ضلع میں پیر کی شام شدید بارش کے بعد تاپتی ندی پر بنا پرانا پل گر گیا جس میں تین افراد ہلاک اور بارہ زخمی ہو گئے۔ پولیس کے مطابق حادثے کے وقت پل پر کئی گاڑیاں موجود تھیں اور امدادی ٹیمیں رات بھر ملبے میں لوگوں کو تلاش کرتی رہیں۔",
            "وزیر اعلیٰ نے ہلاک ہونے والوں کے لواحقین کے لیے پانچ پانچ لاکھ روپے کی امداد کا اعلان کیا اور کہا کہ ایک ہفتے میں تحقیقات کی رپورٹ آ جائے گی۔ انہوں نے ہسپتال جا کر زخمیوں کی عیادت بھی کی۔",
            "حزب اختلاف کے رہنما نے کہا کہ پل کی مرمت کے لیے دو سال پہلے رقم منظور ہوئی تھی لیکن کام شروع نہیں ہوا۔ ’’ذمہ دار افسران کے خلاف کارروائی ہونی چاہیے،‘‘ انہوں نے صحافیوں سے کہا۔",
            "محکمہ تعمیرات عامہ کے تین انجینئروں کو معطل کر دیا گیا ہے۔ محکمے کے ترجمان نے بتایا کہ پل 1974 میں بنا تھا اور گزشتہ سال کے معائنے میں اسے محفوظ قرار دیا گیا تھا، تاہم اب اس رپورٹ پر سوال اٹھ رہے ہیں۔",
            "مقامی لوگوں کا کہنا ہے کہ انہوں نے کئی بار دراڑوں کی شکایت کی تھی۔ انتظامیہ نے ریاست کے تمام پرانے پلوں کی جانچ کا حکم دیا ہے اور بھاری گاڑیوں کا راستہ تبدیل کر دیا گیا ہے۔",
        ],
        navigation: "ملک,دنیا,سیاست,کھیل,تفریح,کاروبار",
        also: "یہ بھی پڑھیں: پہلی بارش میں سڑکیں زیر آب",
        advertisement: "اشتہار",
        other: ["حصص بازار میں تیزی، نیا ریکارڈ قائم", "کرکٹ: بھارت نے سیریز جیت لی", "آج کا موسم"],
        caption: "تاپتی ندی پر ٹوٹا ہوا پل۔ تصویر: پی ٹی آئی",
        share: "فیس بک پر شیئر کریں",
        comment: "بہت افسوس ناک خبر ہے، حکومت جواب دے۔",
        copyright: "© 2025 روزنامہ خبر۔ جملہ حقوق محفوظ ہیں۔",
    },
    Site {
        name: "দৈনিক সংবাদ",
        title: "নদীর উপর সেতু ভেঙে মৃত তিন",
        story: [
            "সুরাত জেলায় সোমবার সন্ধ্যায় প্রবল বৃষ্টির পর তাপ্তী নদীর উপর পুরনো সেতুটি ভেঙে পড়ে, তিন জনের মৃত্যু হয় এবং বারো জন আহত হন। পুলিশ জানিয়েছে, দুর্ঘটনার সময় সেতুর উপর একাধিক গাড়ি ছিল এবং উদ্ধারকারী দল সারা রাত ধ্বংসস্তূপে তল্লাশি চালায়।",
            "মুখ্যমন্ত্রী মৃতদের পরিবারকে পাঁচ লক্ষ টাকা করে সাহায্যের কথা ঘোষণা করেছেন এবং জানিয়েছেন, এক সপ্তাহের মধ্যে তদন্তের রিপোর্ট আসবে। তিনি হাসপাতালে গিয়ে আহতদের সঙ্গে দেখাও করেন।",
            "বিরোধী নেতা ডা. সেন বলেন, দু’বছর আগে সেতু মেরামতির টাকা মঞ্জুর হলেও কাজ শুরু হয়নি। “দায়ী আধিকারিকদের বিরুদ্ধে ব্যবস্থা নিতে হবে,” সাংবাদিকদের বলেন তিনি।",
            "পূর্ত দফতরের তিন ইঞ্জিনিয়ারকে সাসপেন্ড করা হয়েছে। দফতরের মুখপাত্র জানান, সেতুটি 1974 সালে তৈরি হয়েছিল এবং গত বছরের পরিদর্শনে নিরাপদ বলা হয়েছিল, যদিও সেই রিপোর্ট নিয়ে এখন প্রশ্ন উঠছে।",
            "স্থানীয় বাসিন্দাদের অভিযোগ, তাঁরা বহু বার ফাটলের কথা জানিয়েছিলেন। প্রশাসন রাজ্যের সব পুরনো সেতু পরীক্ষার নির্দেশ দিয়েছে এবং ভারী গাড়ির পথ ঘুরিয়ে দেওয়া হয়েছে।",
        ],
        navigation: "রাজ্য,দেশ,বিদেশ,খেলা,বিনোদন,ব্যবসা",
        also: "আরও পড়ুন: প্রথম বৃষ্টিতেই জলমগ্ন শহর",
        advertisement: "বিজ্ঞাপন",
        other: ["শেয়ার বাজারে উত্থান, রেকর্ড সেনসেক্স", "ক্রিকেট: সিরিজ জিতল ভারত", "আজকের রাশিফল"],
        caption: "তাপ্তী নদীর উপর ভাঙা সেতু। ছবি: পিটিআই",
        share: "ফেসবুকে শেয়ার করুন",
        comment: "অত্যন্ত দুঃখজনক খবর, সরকার জবাব দিক।",
        copyright: "© 2025 দৈনিক সংবাদ। সর্বস্বত্ব সংরক্ষিত।",
    },
    Site {
        name: "தினச் செய்தி",
        title: "ஆற்றுப் பாலம் இடிந்து மூவர் பலி",
        story: [
            "சூரத் மாவட்டத்தில் திங்கட்கிழமை மாலை பெய்த கனமழைக்குப் பிறகு தபதி ஆற்றின் மீது இருந்த பழைய பாலம் இடிந்து விழுந்ததில் மூன்று பேர் உயிரிழந்தனர், பன்னிரண்டு பேர் காயமடைந்தனர். விபத்து நேர்ந்தபோது பாலத்தின் மீது பல வாகனங்கள் இருந்ததாகக் காவல்துறை தெரிவித்தது.",
            "உயிரிழந்தவர்களின் குடும்பங்களுக்குத் தலா ஐந்து லட்சம் ரூபாய் நிவாரணம் வழங்கப்படும் என்று முதல்வர் அறிவித்தார். ஒரு வாரத்தில் விசாரணை அறிக்கை வரும் என்றும் அவர் கூறினார். மருத்துவமனைக்குச் சென்று காயமடைந்தவர்களையும் சந்தித்தார்.",
            "பாலத்தைச் சீரமைக்க இரண்டு ஆண்டுகளுக்கு முன்பே நிதி ஒதுக்கப்பட்டும் பணி தொடங்கவில்லை என்று எதிர்க்கட்சித் தலைவர் கூறினார். “பொறுப்பான அதிகாரிகள் மீது நடவடிக்கை எடுக்க வேண்டும்,” என்றார் அவர்.",
            "பொதுப்பணித் துறையின் மூன்று பொறியாளர்கள் பணியிடை நீக்கம் செய்யப்பட்டனர். பாலம் 1974 ஆம் ஆண்டு கட்டப்பட்டது, கடந்த ஆண்டு ஆய்வில் பாதுகாப்பானது என்று கண்டறியப்பட்டது என்று துறையின் செய்தித் தொடர்பாளர் தெரிவித்தார்.",
            "விரிசல்கள் குறித்துப் பலமுறை புகார் அளித்ததாக உள்ளூர் மக்கள் கூறுகின்றனர். மாநிலத்தின் எல்லாப் பழைய பாலங்களையும் ஆய்வு செய்ய அரசு உத்தரவிட்டுள்ளது.",
        ],
        navigation: "தமிழகம்,இந்தியா,உலகம்,விளையாட்டு,சினிமா,வணிகம்",
        also: "இதையும் படியுங்கள்: முதல் மழையில் மூழ்கிய சாலைகள்",
        advertisement: "விளம்பரம்",
        other: ["பங்குச் சந்தை புதிய உச்சம் தொட்டது", "கிரிக்கெட்: இந்தியா தொடரை வென்றது", "இன்றைய ராசிபலன்"],
        caption: "தபதி ஆற்றின் மீது இடிந்த பாலம். படம்: பிடிஐ",
        share: "முகநூலில் பகிர",
        comment: "மிகவும் வருத்தமான செய்தி, அரசு பதில் சொல்ல வேண்டும்.",
        copyright: "© 2025 தினச் செய்தி. அனைத்து உரிமைகளும் பாதுகாக்கப்பட்டவை.",
    },
];

impl Site {
    fn navigation(&self) -> String {
        let items = self.navigation.split(',').map(|name| format!("<li><a href=\"/x\">{name}</a></li>"));
        format!("<ul>{}</ul>", items.collect::<String>())
    }

    fn cards(&self) -> String {
        let cards = self
            .other
            .iter()
            .map(|title| format!("<article class=\"card\"><h3><a href=\"/y\">{title}</a></h3></article>"));
        cards.collect()
    }

    fn paragraphs(&self, tag: &str) -> Vec<String> {
        self.story.iter().map(|text| format!("<{tag}>{text}</{tag}>")).collect()
    }

    fn page(&self, head: &str, body: &str) -> String {
        let Self { title, name, .. } = self;
        format!(
            "<!doctype html><html><head><meta charset=utf-8><title>{title} | {name}</title>{head}</head><body>{body}</body></html>"
        )
    }

    /// The page as sites build it, by the name of the way.
    fn built(&self, way: &str) -> String {
        let Self { name, title, also, advertisement, caption, share, comment, copyright, .. } = self;
        let (navigation, cards) = (self.navigation(), self.cards());
        let p = self.paragraphs("p");
        let og = format!(
            "<meta property=\"og:title\" content=\"{title}\"><meta property=\"og:site_name\" content=\"{name}\">"
        );
        let footer = format!("<footer><p>{copyright}</p></footer>");
        match way {
            "an article with share bar, advertisement, comments" => self.page("", &format!(
                "<nav>{navigation}</nav><article><h1>{title}</h1><ul class=\"share-links\"><li><a href=#>{share}</a></li></ul>{}\
                 <div class=\"ad-slot\">{advertisement}</div>{}<div class=\"related-stories\">{cards}</div>\
                 <div class=\"comments\"><p>{comment}</p></div></article>{footer}", p[..2].concat(), p[2..].concat())),
            "divisions only, text between line breaks" => self.page("", &format!(
                "<div id=top>{navigation}</div><div class=headline><h1>{title}</h1></div><div id=story>{}</div><div id=bottom>{cards}</div>{footer}",
                self.story.join("<br><br>"))),
            "the name of the site as first heading" => self.page(&og, &format!(
                "<div id=masthead><h1><a href=/>{name}</a></h1>{navigation}</div><div class=content><h2>{title}</h2>{}</div>\
                 <aside>{cards}</aside>{footer}", p.concat())),
            "links to other stories between paragraphs" => self.page(&og, &format!(
                "<header>{navigation}</header><main><h1>{title}</h1>{}<p><a href=/z>{also}</a></p>{}<p><strong>{also}</strong></p>{}</main>{footer}",
                p[..1].concat(), p[1..3].concat(), p[3..].concat())),
            "text that is hidden" => self.page("", &format!(
                "<div role=dialog class=\"cookie-banner\"><p>{share}</p></div><main><h1>{title}</h1><span class=\"sr-only\">{share}</span>{}\
                 <div style=\"display: none\">{comment}</div><p hidden>{comment}</p><div aria-hidden=true>{comment}</div></main>{footer}", p.concat())),
            "AMP" => self.page("<script async src=\"https://cdn.ampproject.org/v0.js\"></script>", &format!(
                "<amp-sidebar id=s layout=nodisplay>{navigation}</amp-sidebar><article class=amp-wp-article><h1>{title}</h1>{}\
                 <amp-ad width=300 height=250 type=doubleclick></amp-ad>{}<amp-social-share type=facebook></amp-social-share></article>{footer}",
                p[..2].concat(), p[2..].concat())),
            "sections of one paragraph each" => self.page("", &format!(
                "<div class=nav-bar>{navigation}</div><h1>{title}</h1><div class=body>{}</div><div class=side-stories>{cards}</div>{footer}",
                p.iter().map(|p| format!("<div class=s>{p}</div>")).collect::<Vec<_>>().concat())),
            "a form around everything" => self.page("", &format!(
                "<form id=aspnetForm method=post><div class=menu>{navigation}</div><table><tr><td class=left>{cards}</td><td class=main>\
                 <h1>{title}</h1>{}</td></tr></table>{footer}</form>", p.concat())),
            "a picture with its caption" => self.page(&og, &format!(
                "<nav>{navigation}</nav><article><h1>{title}</h1><figure><img alt=x src=/i.jpg><figcaption>{caption}</figcaption></figure>{}</article>\
                 <section class=recommended>{cards}</section>{footer}", p.concat())),
            other => panic!("{other}"),
        }
    }
}

const WAYS: [&str; 9] = [
    "an article with share bar, advertisement, comments",
    "divisions only, text between line breaks",
    "the name of the site as first heading",
    "links to other stories between paragraphs",
    "text that is hidden",
    "AMP",
    "sections of one paragraph each",
    "a form around everything",
    "a picture with its caption",
];

/// The paragraphs of a text, blank lines between them left out.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

#[test]
fn the_article_of_a_page_is_its_title_and_its_story() {
    let mut wrong = Vec::new();
    for site in &SITES {
        for way in WAYS {
            let page = site.built(way);
            let text = main_text(&page).unwrap().text;
            let mut expected = vec![site.title];
            if way == "a picture with its caption" {
                expected.push(site.caption);
            }
            expected.extend(site.story);
            if lines(&text) != expected {
                wrong.push(format!("{}, {way}:\n{text}", site.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), SITES.len() * WAYS.len(), wrong.join("\n"));
}

#[test]
fn more_of_a_page_can_be_had_and_what_was_left_out_is_counted() {
    for site in &SITES {
        let page = site.built("an article with share bar, advertisement, comments");
        let [article, more, whole] =
            [Extent::Article, Extent::More, Extent::Whole].map(|extent| text_of(&page, extent).unwrap());
        assert!(article.text.len() <= more.text.len() && more.text.len() <= whole.text.len());
        assert!(article.left_out >= more.left_out && more.left_out >= whole.left_out && whole.left_out == 0);
        assert!(whole.text.contains(site.comment) && whole.text.contains(site.copyright));
        assert!(!article.text.contains(site.comment) && article.left_out > 0);
    }
}

#[test]
fn a_live_blog_keeps_its_entries() {
    let site = &SITES[0];
    let entries: Vec<String> = site
        .story
        .iter()
        .enumerate()
        .map(|(n, text)| {
            format!(
                "<div class=entry><time>{}:30</time><h3>{}</h3><p>{text}</p></div>",
                10 + n,
                site.other[n % 3]
            )
        })
        .collect();
    let page = site.page(
        "",
        &format!(
            "<nav>{}</nav><main><h1>{}</h1><div class=liveblog>{}</div></main>",
            site.navigation(),
            site.title,
            entries.concat()
        ),
    );
    let text = main_text(&page).unwrap().text;
    for paragraph in site.story {
        assert!(text.contains(paragraph), "{text}");
    }
    assert!(!text.contains("मनोरंजन"), "{text}");
}

#[test]
fn small_pages_are_read_by_where_their_paragraphs_stand() {
    for (page, expected) in [
        (
            "<title>Bridge collapses</title><div id=top><p>Advertisement: buy one, get one free on all tools until Sunday.</p></div>\
          <div id=story>The bridge over the river collapsed on Monday evening.<br><br>Rescuers pulled twelve people from the water.</div>",
            vec![
                "Bridge collapses",
                "The bridge over the river collapsed on Monday evening.",
                "Rescuers pulled twelve people from the water.",
            ],
        ),
        (
            "<title>Bridge collapses - The Daily</title><h1>Bridge collapses</h1><div class=story><p>The bridge over the river collapsed on Monday.</p>\
          <p>Rescuers pulled twelve people from the water.</p></div><div><article class=card><h3>First in line: who will leave Congress</h3></article></div>",
            vec![
                "Bridge collapses",
                "The bridge over the river collapsed on Monday.",
                "Rescuers pulled twelve people from the water.",
            ],
        ),
        (
            "<title>t</title><article><h1>法律</h1><p><ruby>体罰<rp>(</rp><rt>たいばつ</rt><rp>)</rp></ruby>を<ruby>禁止<rt>きんし</rt></ruby>する法律</p></article>",
            vec!["法律", "体罰を禁止する法律"],
        ),
        (
            "<title>t</title><article><h1>Head</h1><table><p>In a table tag without a cell.</p><tr><td>cell</td></tr></table><p>After the table.</p></article>",
            vec!["Head", "In a table tag without a cell.", "cell", "After the table."],
        ),
    ] {
        assert_eq!(lines(&main_text(page).unwrap().text), expected);
    }
}

#[test]
fn pages_that_keep_extractors_busy_are_read_in_time() {
    let nested = format!("{}{}", "<div class=comment>".repeat(400), "<p>aaaa bbbb cccc</p>".repeat(20_000));
    let long = format!("<p>{}</p>", "lorem ipsum dolor ".repeat(300_000));
    for page in [nested, long] {
        let begun = std::time::Instant::now();
        assert!(main_text(&page).unwrap().shown > 200_000);
        // The extractors would take minutes over the first.
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    }
}
