# The page of figures: who has done which article, and how far annotators agree.

overview-title = सारांश
overview-progress = प्रगति
overview-agreement = सहमति
overview-nobody-else = यहाँ किसी और ने कुछ अंकित नहीं किया है
overview-back = लेखों पर वापस जाएँ
overview-back-tip = लेखों पर वापस जाएँ (Esc)
overview-count-again = फिर से गिनें

## Who has done which article

overview-progress-nobody = यहाँ अब तक किसी ने कुछ अंकित नहीं किया है
overview-share-tip = { $all } में से { $done ->
    [one] { $done } पूरा
   *[other] { $done } पूरे
}
overview-share = { $done ->
    [one] { $done } पूरा
   *[other] { $done } पूरे
}, { $begun } शुरू, { $annotations } अंकन, { $reviews ->
    [one] { $reviews } फ़ैसला
   *[other] { $reviews } फ़ैसले
}
overview-coverage-done = पूरे किए: { $parts }
overview-coverage-begun = शुरू किए: { $parts }
overview-coverage-part = { $articles } लेख { $annotators ->
    [0] किसी ने नहीं
    [one] { $annotators } एनोटेटर ने
   *[other] { $annotators } एनोटेटरों ने
} ({ $percent }%)
overview-pace-begins = अब से यहाँ आपकी रफ़्तार मापी जाएगी, केवल इसी कंप्यूटर पर
overview-pace-off = आपकी रफ़्तार नहीं मापी जा रही; { $menu } › { $action } से यह शुरू होगा, केवल इसी कंप्यूटर पर
overview-pace = यहाँ आपकी रफ़्तार: { $work }। इसी कंप्यूटर पर मापी गई; और कोई इसे नहीं देखता
overview-pace-minutes = { $minutes } मिनट
overview-pace-hours = { $hours ->
    [one] { $hours } घंटा
   *[other] { $hours } घंटे
} { $minutes } मिनट
overview-pace-annotations = { $count } अंकन (हर घंटे { $rate })
overview-pace-articles = { $count ->
    [one] { $count } लेख पूरा
   *[other] { $count } लेख पूरे
} (हर लेख में { $minutes } मिनट)
overview-table-nobody = { $file }: कोई नहीं
overview-table-article = { $file }: { $states }
overview-table-state = { $name } – { $state }
overview-state-todo = बाक़ी
overview-state-in-progress = जारी
overview-state-done = पूरा

## How far annotators agree

overview-finished = पूरे किए: { $parts }
overview-finished-by = { $articles } लेख { $annotators ->
    [one] { $annotators } व्यक्ति ने
   *[other] { $annotators } लोगों ने
}
overview-compared = { $all } में से { $done ->
    [one] { $done } लेख
   *[other] { $done } लेखों
} की तुलना हुई
overview-save-in = CSV यहाँ सहेजें
overview-save-folder = फ़ोल्डर
overview-save = CSV सहेजें
overview-nothing-to-compare = कोई लेख दो लोगों ने अंकित नहीं किया, इसलिए तुलना के लिए कुछ नहीं है। पहले प्रगति देखें
overview-scope = लेबल
overview-scope-all = सभी लेबल
overview-scope-entities = एंटिटी
overview-scope-claims = दावे
overview-basis = गिनती का आधार
overview-basis-token = टोकन-वार
overview-basis-character = अक्षर-वार
overview-basis-span = अंश-वार
overview-measure = माप
overview-measure-observed = प्रेक्षित सहमति
overview-measure-alpha = Krippendorff का α
overview-measure-fleiss = Fleiss का κ
overview-measure-cohen = Cohen का κ
overview-measure-alpha-unitized = Krippendorff का αᵤ
overview-measure-gamma = Mathet का γ
overview-measure-exact = सटीक F₁
overview-measure-overlap = ओवरलैप F₁
overview-figure-of-pair = { $measure }, { $one } और { $other }
overview-figure-tokens = { $count } टोकन
overview-figure-spans = { $count } अंश
overview-spans = अंश
overview-pairs = दो-दो की आपसी सहमति
overview-pair-said = { $one } और { $other }: { $value }। { $meaning }
overview-pair-again = चुने हुए जोड़े के मतभेदों की समीक्षा के लिए उस पर फिर क्लिक करें
overview-by-label = लेबल-वार
overview-confusion = लेबलों की अदला-बदली (पंक्तियाँ: { $one }, कॉलम: { $other })
overview-confusion-said = { $one }: { $label }, { $other }: { $instead } – { $count }
overview-confusion-nothing = कुछ नहीं
overview-articles = सहमति के क्रम में लेख, सबसे कम सहमति पहले
overview-article-figures = सटीक F₁ { $exact }, α { $alpha }
overview-article-said = { $file }, { $figures }
overview-articles-more = और { $count }

## How good everybody is

overview-scores-title = कौन कितना सटीक है?
overview-scores-against = तुलना
overview-scores-against-whom = किससे तुलना
overview-scores-cases = मामले दिखाएँ
overview-scores-cases-of = { $name } के मामले
overview-scores-precision = प्रिसिज़न
overview-scores-recall = रिकॉल
overview-scores-language = भाषा { $language }
overview-scores-week = सप्ताह { $week }
overview-scores-missed = { $count ->
    [one] { $count } छूटा
   *[other] { $count } छूटे
}
overview-scores-extra = { $count } अतिरिक्त
overview-scores-edges = { $count ->
    [one] { $count } सीमा
   *[other] { $count } सीमाएँ
}
overview-scores-label = { $count } लेबल
overview-scores-field = { $count } फ़ील्ड
overview-scores-link = { $count } लिंक

## What a figure means

overview-meaning-misleading-alone = अकेला यह आँकड़ा भ्रामक है: लगभग सब कुछ एक ही श्रेणी का है, इसलिए इसका अधिकांश संयोग है
overview-meaning-not-corrected = संयोग का असर नहीं हटाया गया; κ और α देखें
overview-meaning-most-exact = अधिकतर अंकनों का ऐसा जोड़ है जिसकी सीमाएँ और लेबल वही हैं
overview-meaning-some-exact = जहाँ ओवरलैप F₁ ज़्यादा है, वहाँ फ़र्क़ सीमाओं का है; बाक़ी छूटा हुआ है या उसका लेबल अलग है
overview-meaning-none-exact = किसी अंकन का ऐसा जोड़ नहीं है जिसकी सीमाएँ और लेबल वही हों
overview-meaning-overlap = एक ही लेबल के अंकन जिनमें कम से कम एक अक्षर साझा है, हर एक का एक ही जोड़
overview-meaning-like-random-places = उन्हीं अंकनों को कहीं भी रख देने से बेहतर नहीं
overview-meaning-reliable = भरोसेमंद: कम से कम 0.8, जिस पर निष्कर्ष टिकाए जा सकते हैं
overview-meaning-tentative = 0.667 और 0.8 के बीच: कामचलाऊ निष्कर्षों के लिए काफ़ी
overview-meaning-worse-than-chance = संयोग से भी कम: मतभेद किसी नियम से हैं, इत्तफ़ाक़ से नहीं
overview-meaning-like-chance = संयोग से अलग नहीं किया जा सकता
overview-meaning-too-low = 0.667 से कम: भरोसे के लिए बहुत कम; मतभेद और निर्देश देखें
overview-meaning-one-category = लगभग सब कुछ एक ही श्रेणी का है, इसलिए एक-एक निशान से यह बहुत बदलता है: F₁ भी देखें
overview-meaning-too-little = निश्चित होने के लिए अंकन बहुत कम हैं, जैसा अंतराल दिखाता है
overview-meaning-no-annotation = अपरिभाषित: यहाँ दोनों में से किसी का अंकन नहीं है
overview-meaning-no-alignment = अपरिभाषित: निशान बहुत पास-पास हैं या एनोटेटर बहुत ज़्यादा हैं, सबसे अच्छा मिलान नहीं मिला; कम की तुलना करें
overview-meaning-one-place = अपरिभाषित: सारे निशान एक ही जगह हैं, इसलिए कहीं भी रखने पर उतने ही समान होते
overview-meaning-no-mark = अपरिभाषित: दो एनोटेटरों वाले किसी लेख में इसका निशान नहीं है
overview-meaning-not-rated-by-all = अपरिभाषित: यहाँ किसी लेख पर इन सबने अंकन नहीं किया
overview-meaning-not-rated-by-two = अपरिभाषित: यहाँ किसी लेख पर इनमें से दो ने अंकन नहीं किया
overview-meaning-no-unit = अपरिभाषित: यहाँ किसी की कोई इकाई नहीं है
overview-meaning-one-category-only = अपरिभाषित: सबने एक ही श्रेणी दी, इसलिए फ़र्क़ की गुंजाइश ही नहीं थी
overview-meaning-less-disorder = कहीं भी रखने की तुलना में { $percent }% कम अव्यवस्था (सीमाएँ, लेबल, जो छूटा है); इसका कोई सर्वमान्य पैमाना नहीं है
