//! Words of the news that mean one thing in several languages, by how they begin.

/// A line each: words of English, Hindi, Gujarati and Urdu with one meaning; each by the letters that all its forms begin with.
const ROWS: &str = "\
die death dead kill toll|मौत मृत मरे मारे मर|મોત મૃત મરે મરણ માર્યા|ہلاک موت اموات مارے جاں
injur hurt wound|घायल जख्मी चोट|ઘાયલ ઈજા ઇજા|زخمی
miss untrac|लापता गुम|ગુમ લાપતા|لاپتہ گمشدہ
rescu save|बचा निकाल|બચાવ|بچا
evacuat shift relocat|स्थानांतर सुरक्षित खाली|સ્થળાંતર ખસેડ|منتقل انخلا
flood|बाढ|પૂર|سیلاب
rain|बारिश वर्षा|વરસાદ|بارش
river|नदी|નદી|دریا ندی
dam|बांध|ડેમ બંધ|ڈیم بند
bridge|पुल|પુલ|پل
road highway|सडक मार्ग राजमार्ग|રસ્તો રોડ હાઈવે|سڑک شاہراہ
train rail|ट्रेन रेल|ટ્રેન રેલ|ٹرین ریل
fire blaze|आग|આગ|آگ
blast explo|विस्फोट धमाक|વિસ્ફોટ ધડાક|دھماک
collaps fell|गिर ढह|તૂટ પડ્યો ધરાશાયી|گر منہدم
safe|सुरक्षित|સલામત સુરક્ષિત|محفوظ
police|पुलिस|પોલીસ|پولیس
arrest detain custody|गिरफ्तार हिरासत|ધરપકડ અટકાયત|گرفتار حراست
court|अदालत कोर्ट न्यायालय|કોર્ટ અદાલત|عدالت
minister|मंत्री|મંત્રી|وزیر
government|सरकार|સરકાર|حکومت سرکار
opposition|विपक्ष|વિપક્ષ વિરોધપક્ષ|اپوزیشن
resign|इस्तीफ|રાજીનામ|استعف مستعفی
inquir probe investigat|जांच|તપાસ|تحقیقات تفتیش انکوائری جانچ
corrupt bribe|भ्रष्ट रिश्वत घूस|ભ્રષ્ટ લાંચ|بدعنوان رشوت کرپشن
money fund rupee crore|रुपये रुपए राशि धन|રૂપિયા રકમ નાણાં|روپے رقم فنڈ
compensat relief ex-gratia|मुआवज राहत सहायता|વળતર રાહત સહાય|معاوض امداد راحت
school|स्कूल विद्यालय|શાળા સ્કૂલ|اسکول
hospital|अस्पताल|હોસ્પિટલ દવાખાન|ہسپتال اسپتال
student|छात्र विद्यार्थी|વિદ્યાર્થી|طلب طالب
teacher|शिक्षक अध्यापक|શિક્ષક|استاد اساتذہ
doctor|डॉक्टर चिकित्सक|ડૉક્ટર ડોક્ટર તબીબ|ڈاکٹر
child|बच्च|બાળક|بچ
women woman|महिला औरत|મહિલા સ્ત્રી|خواتین خاتون عورت
worker labour|मजदूर श्रमिक कर्मचारी|મજૂર કામદાર કર્મચારી|مزدور کارکن ملازم
strike|हडताल|હડતાળ હડતાલ|ہڑتال
protest demonstrat|प्रदर्शन विरोध धरना|વિરોધ પ્રદર્શન ધરણા|احتجاج مظاہر
election poll|चुनाव मतदान|ચૂંટણી મતદાન|انتخاب الیکشن پولنگ
vote turnout|वोट मत|મત વોટ|ووٹ
rig fraud|धांधली गडबडी|ગેરરીતિ ગોલમાલ|دھاندلی
win won victor|जीत विजय|જીત વિજય|جیت فتح
lost los|हार हानि|હાર|ہار شکست
close shut|बंद|બંધ|بند
open reopen|खुल खोल|ખુલ ખોલ|کھول کھل
water|पानी जल|પાણી|پانی
power electric|बिजली|વીજળી વીજ|بجلی
food|भोजन खान|ખોરાક ભોજન|خوراک کھان
village|गांव|ગામ|گاؤں دیہات
house home|घर मकान|ઘર મકાન|گھر مکان
damage destroy|क्षति नुकसान तबाह|નુકસાન તબાહ|نقصان تباہ
warn alert|चेतावन अलर्ट|ચેતવણ એલર્ટ|انتباہ خبردار وارننگ
deny denie reject|खंडन इनकार नकार|ઇનકાર નકાર રદિયો|تردید انکار مسترد
alleg accus|आरोप|આક્ષેપ આરોપ|الزام
negligen|लापरवाह|બેદરકાર|غفلت لاپرواہ
start began begin|शुरू|શરૂ|شروع
build construct|निर्माण बना|બાંધ નિર્માણ|تعمیر
contract|ठेक|કોન્ટ્રાક્ટ ઠેક|ٹھیک
price cost|कीमत लागत दाम|ભાવ કિંમત ખર્ચ|قیمت لاگت
attack|हमल|હુમલ|حمل
army soldier troop|सेना सैनिक जवान|સેના સૈનિક જવાન|فوج
border|सीमा|સરહદ|سرحد
talk negotiat|वार्ता बातचीत|વાટાઘાટ મંત્રણા|مذاکرات بات
vaccin|टीक वैक्सीन|રસી|ویکسین ٹیک
disease infect ill|बीमार संक्रम रोग|બીમાર ચેપ રોગ|بیمار مرض
poison contaminat|जहर दूषित|ઝેર દૂષિત|زہر آلود
leak|लीक रिस|લીક|لیک رس
gate|गेट फाटक|દરવાજ ગેટ|گیٹ دروازے
repair|मरम्मत|સમારકામ મરામત|مرمت
test sample|नमून परीक्षण|નમૂન પરીક્ષણ|نمون ٹیسٹ
wage pay salar|वेतन मजदूरी तनख्वाह|પગાર વેતન|تنخواہ اجرت
factory mill plant|कारखान फैक्ट्री मिल|કારખાન ફેક્ટરી મિલ|فیکٹری کارخان مل
crop farm|फसल किसान खेत|પાક ખેડૂત ખેતર|فصل کسان کھیت
ballot|मतपत्र|મતપત્ર|بیلٹ
machine|मशीन|મશીન|مشین
counting recount|गिनती मतगणना|ગણતરી મતગણતરી|گنتی
";

/// What a folded word means, by the row; the longest beginning counts.
pub(super) struct Concepts(Vec<(String, u16)>);

impl Concepts {
    /// All rows, with their words folded.
    pub(super) fn new(fold: impl Fn(&str) -> String) -> Self {
        let rows = ROWS.lines().zip(0..);
        let words = rows.flat_map(|(row, number)| {
            row.split(['|', ' ']).filter(|word| !word.is_empty()).map(move |word| (word, number))
        });
        let mut all: Vec<(String, u16)> = words.map(|(word, number)| (fold(word), number)).collect();
        all.sort();
        Self(all)
    }

    /// The meanings of a word; short beginnings have to be nearly all of it.
    pub(super) fn of(&self, word: &str) -> Option<u16> {
        let letters = word.chars().count();
        let fits = |start: &str| {
            let own = start.chars().count();
            word.starts_with(start) && (own >= 4 || letters <= own + 2)
        };
        let best = self.0.iter().filter(|(start, _)| fits(start)).max_by_key(|(start, _)| start.len());
        best.map(|(_, row)| *row)
    }
}
