# The bars, dialogs and lists that are of no one page.

## Bars and dialogs, first half

window-close-tip = बंद करें (Esc)

# The article beside

window-beside-close = बग़ल का लेख बंद करें
window-beside-close-tip = केवल एक लेख दिखाएँ (Ctrl+\)
window-beside-work = यहाँ काम करें
window-beside-work-tip = Ctrl+Shift+\, या पाठ में क्लिक करें
window-beside-no-room = दो लेखों के लिए जगह नहीं है: विंडो चौड़ी करें, या विवरण छिपाएँ

# Details of the article: the hint stands in the empty field

window-details = लेख की जानकारी
window-details-words = यह आपकी अपनी फ़ाइल में रहता है। जहाँ आप कुछ न लिखें, वहाँ कार्यक्षेत्र की articles.csv मानी जाती है, और फिर वह जो पेज अपने बारे में बताता है
window-details-title = शीर्षक
    .hint = लेख का शीर्षक
window-details-publisher = प्रकाशक
    .hint = अख़बार, एजेंसी या साइट
window-details-author = लेखक
    .hint = कई हों तो बीच में ;
window-details-date = तारीख़
    .hint = 2026-01-31
window-details-address = पता
    .hint = https://…
window-details-language = भाषा
    .hint = hi, gu, en …
window-details-no-day = तारीख़ 2026-01-31 की तरह लिखें, वरना लेख समयरेखा पर नहीं आएगा
window-details-keep = सहेजें

# The list of articles over the text

window-drawer = लेख

# Encoding

window-encoding = लेख की एन्कोडिंग
window-encoding-reading = पढ़ा जा रहा है…
window-encoding-found = { $encoding }, पहचानी गई
window-encoding-found-tip = इसके बाइट ऐसे ही दिखते हैं
window-encoding-read = पढ़ें
window-encoding-read-as = { $encoding } में पढ़ें

# Feedback

window-feedback = प्रतिक्रिया
window-feedback-close = प्रतिक्रिया बंद करें
window-feedback-close-tip = प्रतिक्रिया बंद करें (Esc)
window-feedback-looking = देखा जा रहा है कि समीक्षकों ने क्या अलग तय किया…
window-feedback-none = किसी समीक्षक ने आपसे अलग फ़ैसला नहीं किया
window-feedback-left = { $open ->
    [one] { $open } खुला
   *[other] { $open } खुले
} · { $answered } के जवाब दिए
window-feedback-yours = आपका
window-feedback-decided = फ़ैसला
window-feedback-nothing = कुछ नहीं
window-feedback-nothing-here = यहाँ कुछ नहीं होना चाहिए
window-feedback-answered = आपने जवाब दिया
window-feedback-was-read = आपने जवाब दिया और वह पढ़ा गया
window-feedback-guidelines = निर्देश
window-feedback-answer = जवाब
window-feedback-answer-hint = आप अपना क्यों रखते हैं ({ $key })
window-feedback-question = सवाल
# What a reviewer decided otherwise, such as `Label · edges`
window-feedback-missed = छूटा हुआ
window-feedback-extra = अतिरिक्त
window-feedback-edges = सीमाएँ
window-feedback-label = लेबल
window-feedback-field = फ़ील्ड
window-feedback-link = लिंक
window-feedback-version = { $whose }: { $label }, { $quote }
window-feedback-no-version = { $whose }: { $nothing }
window-feedback-line = { $quote }, { $state }, { $file }
window-feedback-is-answered = जवाब दिया
window-returned = { $names } ने लौटाया
window-returned-words = प्रतिक्रिया देखें, फिर लेख वापस सौंपें
window-returned-show = प्रतिक्रिया दिखाएँ
window-returned-hand-back = वापस सौंपें

# The field that is being filled

window-field-leave = फ़ील्ड छोड़ें: { $field }
window-field-leave-tip = Esc से फ़ील्ड छोड़ें
window-field-point = पाठ में शब्द चुनें, या कुंजी दबाएँ:
window-field-entity = निशान पर क्लिक करें या शब्द चुनें; Tab से एंटिटी के सुझाव; या कुंजी दबाएँ:
window-field-select = शब्द चुनें; या कुंजी दबाएँ:
window-field-enter = Enter अगला फ़ील्ड
window-field-next = अगला फ़ील्ड

# Find

window-find = लेख में खोजें
window-find-close = खोज बंद करें
window-find-none = कुछ नहीं मिला
window-find-at = { $count } में से { $at }
window-find-count = { $count ->
    [one] { $count } मिला
   *[other] { $count } मिले
}
window-find-same = एक जैसा मानें
window-find-same-tip = क्या एक जैसा माना जाए
window-fold-case = बड़े और छोटे अक्षर
window-fold-diacritics = ऐक्सेंट वाले और बिना ऐक्सेंट के अक्षर
window-fold-quotes = हर तरह के उद्धरण चिह्न और अपॉस्ट्रॉफ़ी
window-fold-dashes = हाइफ़न और डैश
window-fold-blanks = स्पेस और पंक्ति का अंत
window-fold-joiners = अदृश्य जॉइनर वाले और बिना जॉइनर के शब्द
window-fold-forms = पूरी चौड़ाई, आधी चौड़ाई और जुड़े हुए रूप
window-fold-digits = सभी लिपियों के अंक
window-fold-nukta = नुक़्ते वाले और बिना नुक़्ते के अक्षर
window-fold-nasals = अनुस्वार, चंद्रबिंदु और पंचमाक्षर
window-fold-chillu = चिल्लु अक्षर, चाहे जैसे एन्कोड हुए हों
window-fold-tashkeel = अरबी, स्वर चिह्नों के साथ और उनके बिना
window-fold-hamza = अरबी, हम्ज़ा के साथ और उसके बिना
window-fold-arabic-letters = अरबी, फ़ारसी और उर्दू के अक्षर रूप
window-fold-tatweel = अरबी, ततवील के साथ और उसके बिना
window-fold-niqqud = हिब्रू, निक़ुद के साथ और उसके बिना

# The row over the text, and the warnings below it

window-header-details = लेख की जानकारी
window-header-language-tip = लेख की भाषा; दूसरी भाषा लेख की जानकारी में लिखें
window-header-encoding = एन्कोडिंग: { $encoding }
window-state-done = पूरा
window-state-in-progress = जारी
window-state-todo = बाक़ी
window-whole = लेख:
window-whole-label = लेख: { $label }
window-cjk = यहाँ किसी फ़ॉन्ट में चीनी, जापानी और कोरियाई अक्षर नहीं हैं
window-cjk-words = उनकी जगह कोड पॉइंट वाले बक्से दिखते हैं। Noto Sans CJK इंस्टॉल करें (Debian और Ubuntu में पैकेज fonts-noto-cjk) और Tippani फिर से खोलें
window-cjk-copy = कमांड कॉपी करें
# A command, the same in every language
window-cjk-command = sudo apt install fonts-noto-cjk
window-doubtful = हो सकता है कि पाठ वैसा न हो जैसा लिखा गया था
window-doubtful-choose = एन्कोडिंग चुनें…
window-orphans = { $count ->
    [one] बिना जगह का { $count } अंकन
   *[other] बिना जगह के { $count } अंकन
}
window-orphans-words = अंकन के बाद लेख बदल गया। जब तक आप हर एक को जगह न दें या मिटा न दें, वे आपकी फ़ाइल में रहते हैं
window-orphans-show = उन्हें दिखाएँ
window-copies = यहाँ आपके अंकनों की एक और कॉपी है
window-copies-merge = मिलाएँ
window-copies-merge-tip = जो केवल कॉपी में है, वह लाया जाता है और एक ही बार में वापस लिया जा सकता है; जहाँ दोनों बदले हैं, वहाँ दोनों रहते हैं
window-copies-more = और { $count }
window-locked = { $name } यहाँ दूसरी विंडो में अंकन कर रहे हैं
window-locked-by = { $name } यहाँ दूसरी विंडो में अंकन कर रहे हैं ({ $holder })
window-locked-words = आप पढ़, खोज और निर्यात कर सकते हैं; वहाँ के अंकन यहाँ दिखते हैं
window-locked-other-name = दूसरे नाम से काम करें…
window-locked-again = फिर कोशिश करें
window-locked-again-tip = दूसरी विंडो बंद होने के बाद
window-locked-take-over = नियंत्रण लें
window-locked-take-over-tip = दूसरा प्रोग्राम किसी और मशीन पर है, या अचानक बंद हो गया। पक्का कर लें कि वह चल नहीं रहा
window-blocked = केवल पढ़ने के लिए खुला
window-blocked-set-aside = अलग रखें और नए सिरे से शुरू करें…
window-blocked-refresh = ताज़ा करें
window-blocked-refresh-tip = फ़ाइल ठीक करने के बाद फ़ोल्डर फिर से पढ़ें

# The sheet of keys: what is pressed stands in `.keys`, where the names of keys stay as they are

window-keys-labels = लेबल
window-keys-reading = पढ़ना
window-keys-drag = शब्द चुनें
    .keys = खींचें
window-keys-alt-drag = एक-एक अक्षर चुनें
    .keys = Alt+खींचें
window-keys-double-click = एक शब्द चुनें
    .keys = दो बार क्लिक
window-keys-triple-click = एक वाक्य चुनें
    .keys = तीन बार क्लिक
window-keys-click-mark = सक्रिय करें; दोबारा: अगला
    .keys = निशान पर क्लिक
window-keys-arrows = कर्सर खिसकाएँ
    .keys = ← → ↑ ↓
window-keys-shift-arrows = कर्सर से चुनें
    .keys = Shift+तीर
window-keys-words = एक-एक शब्द आगे-पीछे जाएँ
    .keys = Ctrl+← →
window-keys-line = पंक्ति के सिरे
    .keys = Home, End
window-keys-article = लेख के सिरे
    .keys = Ctrl+Home, End
window-keys-pages = एक-एक पन्ना आगे-पीछे जाएँ
    .keys = PgUp, PgDn
window-keys-all = सब चुनें
    .keys = Ctrl+A
window-keys-wheel = पाठ बड़ा या छोटा करें
    .keys = Ctrl+माउस का पहिया

# About

window-about-version = संस्करण { $version }
window-about-words = कई भाषाओं के समाचार पढ़ें, एंटिटी और दावों पर निशान लगाएँ, अक्षर तक सटीक
window-about-licence = लाइसेंस: MIT या Apache 2.0, जो आप चाहें
window-about-others = Noto फ़ॉन्ट SIL Open Font License के तहत, Phosphor आइकन MIT के तहत; बाक़ी सब: मदद, लाइसेंस
window-about-privacy = न खाता, न सर्वर; कुछ भी कहीं नहीं भेजा जाता
