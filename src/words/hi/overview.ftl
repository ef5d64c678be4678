# The page of figures: who has done which article, and how far annotators agree.

overview-title = अवलोकन
overview-progress = प्रगति
overview-agreement = सहमति
overview-nobody-else = यहाँ किसी और ने कुछ अंकित नहीं किया है
overview-back = लेखों पर वापस जाएँ
overview-back-tip = लेखों पर वापस जाएँ (Esc)
overview-count-again = फिर से गिनें

## Who has done which article

overview-progress-nobody = यहाँ अब तक किसी ने कुछ अंकित नहीं किया है
overview-share-tip = { $all } में से { $done } पूरे
overview-share = { $done } पूरे, { $begun } शुरू, { $annotations } अंकन, { $reviews ->
    [one] { $reviews } फ़ैसला
   *[other] { $reviews } फ़ैसले
}
overview-coverage-done = पूरे किए: { $parts }
overview-coverage-begun = शुरू किए: { $parts }
overview-coverage-part = { $articles } लेख { $annotators ->
    [0] किसी ने नहीं
    [one] { $annotators } एनोटेटर ने
   *[other] { $annotators } एनोटेटरों ने
} ({ $percent } %)
overview-pace-begins = अब से यहाँ आपकी रफ़्तार मापी जाएगी, सिर्फ़ इसी कंप्यूटर पर
overview-pace-off = आपकी रफ़्तार नहीं मापी जा रही; { $menu } › { $action } से यह शुरू होगा, सिर्फ़ इसी कंप्यूटर पर
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
overview-state-todo = बाकी
overview-state-in-progress = जारी
overview-state-done = पूरा

## How far annotators agree

overview-finished = पूरे किए: { $parts }
overview-finished-by = { $articles } लेख { $annotators ->
    [one] { $annotators } व्यक्ति ने
   *[other] { $annotators } लोगों ने
}
overview-compared = { $all } में से { $done } लेखों की तुलना हुई
overview-save-in = CSV के रूप में यहाँ सहेजें
overview-save-folder = फ़ोल्डर
overview-save = CSV सहेजें
overview-nothing-to-compare = कोई लेख दो लोगों ने अंकित नहीं किया, इसलिए तुलना के लिए कुछ नहीं है। पहले प्रगति देखें
overview-scope = लेबल
overview-scope-all = सभी लेबल
overview-scope-entities = एंटिटी
overview-scope-claims = दावे
overview-basis = गिनती का आधार
overview-basis-token = टोकन के आधार पर
overview-basis-character = अक्षर के आधार पर
overview-basis-span = अंश के आधार पर
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
overview-by-label = लेबल के अनुसार
overview-confusion = लेबलों में भ्रम (पंक्तियाँ: { $one }, स्तंभ: { $other })
overview-confusion-said = { $one }: { $label }, { $other }: { $instead } – { $count }
overview-confusion-nothing = कुछ नहीं
overview-articles = सहमति के क्रम में लेख, सबसे कम सहमति पहले
overview-article-figures = सटीक F₁ { $exact }, α { $alpha }
overview-article-said = { $file }, { $figures }
overview-articles-more = और { $count }

## How good everybody is

overview-scores-title = सबका काम कितना सही है?
overview-scores-against = किसके मुक़ाबले
overview-scores-against-whom = किसके मुक़ाबले
overview-scores-cases = मामले दिखाएँ
overview-scores-cases-of = { $name } के मामले
overview-scores-precision = प्रिसिशन
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
