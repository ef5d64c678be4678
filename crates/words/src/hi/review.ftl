# The panel of a review, and the dialogs about gold, agreed annotations and returned articles.

review-title = समीक्षा
review-end = समीक्षा समाप्त करें
review-end-tip = समीक्षा समाप्त करें (Esc)
review-names-hidden = { $count } एनोटेटर, नाम छिपे हुए
review-you = { $name } (आप)
review-unfinished-counts = { $name }: जारी लेख गिने जाते हैं
review-unfinished-left-out = { $name }: { $count ->
    [one] { $count } जारी लेख छोड़ा गया
   *[other] { $count } जारी लेख छोड़े गए
}
review-scope = समीक्षा का दायरा
review-scope-all = सभी लेख
review-scope-listed = फ़िल्टर किए हुए लेख
review-scope-article = यह लेख
review-filter = क़तार में क्या दिखे
review-order = क़तार का क्रम
review-order-difference = मतभेद के अनुसार
review-order-confidence = भरोसे के अनुसार
review-order-label = लेबल-वार
review-order-text = पाठ के क्रम में
review-looked-through = { $done ->
    [one] { $all } में से { $done } लेख देखा गया
   *[other] { $all } में से { $done } लेख देखे गए
}
review-decided = { $all } में से { $decided } पर फ़ैसला हुआ
review-decided-agreed = { $all } में से { $decided } पर फ़ैसला हुआ · { $agreed } पर सहमति
review-empty-looking = देखा जा रहा है कि समीक्षा के लिए क्या है…
review-empty-nothing = यहाँ अब तक कुछ अंकित नहीं है
review-empty-agreed = फ़ैसले के लिए कुछ नहीं: सब बातों पर सहमति है
review-empty-alone = यहाँ कोई लेख इनमें से दो ने अंकित नहीं किया

## A sample

review-sample = केवल एक नमूना
review-sample-bound = त्रुटि दर इससे नीचे लानी है
review-sample-part = हर एनोटेटर और लेबल का हिस्सा
review-sample-count = चुने गए अंकन
review-sample-by-number = संख्या से
review-sample-by-part = हिस्से से
review-sample-seed = सीड
review-sample-seed-name = नमूने का सीड
review-rate-judged = { $name }: { $drawn } में से { $judged } पर फ़ैसला हुआ
review-rate-found = { $name }: { $drawn } में से { $judged } पर फ़ैसला हुआ, { $rate }% ग़लत ({ $low }–{ $high }): { $against }
review-rate-below = { $bound }% से नीचे
review-rate-not-below = { $bound }% से नीचे नहीं
review-rate-left = { $bound }% से नीचे आने के लिए और { $left } अंकन बिना त्रुटि के चाहिए

## What is looked at

# What versions differ in; the first of several begins with a capital.
review-conflict-missing = छूटा हुआ
review-conflict-boundary = सीमा
review-conflict-label = लेबल
review-conflict-attribute = गुण
review-conflict-entity = एंटिटी लिंक
review-conflict-relation = संबंध
review-difference-links = लिंक
review-comment = टिप्पणी
review-comment-hint = टिप्पणी ({ $key })
review-changed = आपके फ़ैसले के बाद बदला गया
review-changed-anew = बदलकर वही हुआ जिस पर फ़ैसला पहले हो चुका है
review-verdict-of-earlier-version = यह फ़ैसला प्रोग्राम के पुराने संस्करण का है, जो यह नहीं रखता था कि फ़ैसला किस पर था
review-answers = { $name } का जवाब: { $answer }
review-contradicted = किसी और समीक्षक का फ़ैसला अलग है ({ $verdicts })
review-nothing-of = { $name } का यहाँ कुछ नहीं है
review-version-said = { $names }: { $label }, { $quote }
review-model-score = मॉडल को कितना भरोसा था
review-verdict-accepted = स्वीकृत
review-verdict-rejected = अस्वीकृत
review-verdict-question = सवाल
review-verdict-in-question = सवाल है
review-queue-nothing = यहाँ कुछ बाक़ी नहीं है
review-queue-reading = { $file } पढ़ा जा रहा है…
review-queue-said = { $quote }, { $difference }, { $file }

## What all agree about

review-agreed-title = सर्वसम्मत अंकन स्वीकार करें
review-agreed-nothing = यहाँ ऐसा कुछ नहीं है जिस पर सब सहमत हों और जो आपके पास न हो
review-agreed-alike = { $names }: सबके पास ये एक जैसे हैं; इनकी कॉपियाँ आपकी हो जाएँगी, और एक ही बार में वापस ली जा सकेंगी
review-take = लें
review-take-count = { $count } लें

## Filling gold

review-fill = भरें
review-fill-title = गोल्ड सेट भरें
review-fill-nobody = यहाँ “{ $name }” नाम का कोई नहीं है
review-fill-here = केवल यह लेख
review-fill-undecided = केवल वही भरा जाता है जिस पर किसी का फ़ैसला नहीं है; सभी लेखों का बदलाव एक ही बार में वापस लिया जा सकता है
review-fill-rule-all = जो सब कहें
review-fill-rule-at-least = जो कम से कम इतने लोग कहें
review-fill-rule-most = जो ज़्यादातर लोग कहें; बराबरी हो तो खुला रहे
review-fill-rule-trust = इस क्रम में भरोसा
review-fill-rule-dawid-skene = दक्षता से (Dawid और Skene), संभावना इससे अधिक
review-fill-rule-mace = दक्षता से (MACE), संभावना इससे अधिक
review-fill-at-least = कम से कम कितने
review-fill-trusted = किन पर भरोसा है, सबसे ज़्यादा पहले पर
review-fill-probability = संभावना इससे अधिक
review-fill-label-rule = लेबल का नियम
review-fill-another-rule = किसी लेबल के लिए अलग नियम
review-fill-tolerance = सीमाएँ इस हिस्से से कम अलग हों तो एक मानें
review-fill-tolerance-part = सीमाओं का हिस्सा
review-fill-edges = कौन-सी सीमाएँ ली जाएँ
review-fill-edges-most-frequent = सबसे ज़्यादा बार आई
review-fill-edges-longest = सबसे लंबी
review-fill-edges-shortest = सबसे छोटी
review-fill-progress = { $all } में से { $done } लेख
review-fill-comes-to = { $annotations } अंकन और { $links } लिंक; { $sets } में से { $complete } गोल्ड सेट पूरे
review-fill-items = { $count ->
    [one] { $count } चीज़
   *[other] { $count } चीज़ें
}: { $why }
review-fill-link-left-out = { $file }: { $name } का लिंक “{ $relation }” छोड़ा गया: उसका दूसरा सिरा गोल्ड सेट में नहीं है
# Why items are taken or not; several are listed.
review-fill-why-accepted = स्वीकृत
review-fill-why-agreed = सहमति
review-fill-why-rejected = अस्वीकृत
review-fill-why-open = खुला
review-fill-why-there = पहले से मौजूद
review-fill-why-nothing = कुछ नहीं
review-fill-why-competence = दक्षता
review-fill-why-by-competence = दक्षता से
review-fill-why-edges = सीमाएँ मान्य अंतर में
review-fill-why-share = { $all } में से { $count }
review-fill-why-trust = { $name } पर भरोसा

## Returning an article

review-return-title = यह लेख लौटाएँ
review-return-nobody = यह लेख किसी और ने अंकित नहीं किया है
review-return-to = { $name } को लौटाएँ
review-return-why = क्यों
review-return-why-name = क्यों लौटाया जा रहा है
review-return = लौटाएँ
