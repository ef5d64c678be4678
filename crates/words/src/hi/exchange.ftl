# निर्यात और आयात के डायलॉग।

exchange-export = निर्यात करें
exchange-import = आयात करें
exchange-hidden-rows = पहली पंक्तियों में नाम हैं, जो छिपे हैं
exchange-first-rows = पहली पंक्तियाँ
exchange-progress = { $total ->
    [one] { $total } में से { $done } लेख
   *[other] { $total } में से { $done } लेख
}

## What offsets count

# explanation is one of those at the end.
exchange-format-about = { $explanation }; ऑफ़सेट { $unit } में गिने जाते हैं
exchange-format-about-without-unit = { $explanation }; ऑफ़सेट किसमें गिने जाते हैं, यह इसकी फ़ाइलों में नहीं लिखा होता
# As a part of a sentence.
exchange-unit-code-points = कोड पॉइंट
exchange-unit-utf16 = UTF-16 कोड यूनिट
exchange-unit-bytes = UTF-8 बाइट

## Export

exchange-articles = लेख:
exchange-articles-current = मौजूदा लेख
exchange-articles-shown = { $count ->
    [one] सूची का { $count } लेख
   *[other] सूची के { $count } लेख
}
exchange-articles-all = सभी { $count }
exchange-annotators = इनके अंकन:
exchange-accepted = केवल वही जो स्वीकार किया गया या जिस पर सब सहमत हैं
exchange-original-labels = आयात किए गए अंकन अपने मूल लेबल के साथ
exchange-folder = डेटासेट का फ़ोल्डर
exchange-nobody = यहाँ अभी किसी ने कुछ अंकित नहीं किया है
exchange-no-annotator = चुनें कि किसके अंकन निर्यात हों
exchange-no-folder = बताएँ कि डेटासेट किस फ़ोल्डर में रखा जाए

## Import

exchange-files = फ़ाइल, या फ़ाइलों का फ़ोल्डर
exchange-annotator = एनोटेटर, जिसके नाम से आयात हो
exchange-slug = फ़ाइलों के नाम में: { $name }
exchange-labels = लेबल मैपिंग, जैसे GPE=place
exchange-labels-name = लेबल मैपिंग
exchange-unit = ऑफ़सेट की इकाई:
exchange-detect = पहचानें
exchange-choice-code-points = कोड पॉइंट
exchange-choice-utf16 = UTF-16
exchange-choice-bytes = UTF-8 बाइट
exchange-is-you = यह आप हैं; आयात किए गए अंकनों की समीक्षा किसी और नाम से होती है
exchange-no-file = आयात करने के लिए फ़ाइल चुनें
exchange-no-name = बताएँ कि ये किसके अंकन होंगे

## What came of it

exchange-nothing-lost = कुछ नहीं छूटा
exchange-lost = { $count ->
    [one] { $count } चीज़ इस फ़ॉर्मैट में नहीं लिखी जा सकती; EXPORT.md में भी सूची है
   *[other] { $count } चीज़ें इस फ़ॉर्मैट में नहीं लिखी जा सकतीं; EXPORT.md में भी सूची है
}
exchange-lost-more = { $count ->
    [one] { $count } चीज़ इस फ़ॉर्मैट में नहीं लिखी जा सकती; पहली { $shown } यहाँ हैं, पूरी सूची EXPORT.md में है
   *[other] { $count } चीज़ें इस फ़ॉर्मैट में नहीं लिखी जा सकतीं; पहली { $shown } यहाँ हैं, पूरी सूची EXPORT.md में है
}
exchange-warnings = { $count ->
    [one] { $count } चेतावनी
   *[other] { $count } चेतावनियाँ
}
exchange-asks-unit = फ़ाइल में नहीं लिखा कि ऑफ़सेट किसमें गिने गए हैं, और दो संभावनाएँ बराबर ठीक बैठती हैं:
exchange-they-count = ये { $unit } में गिने गए हैं
exchange-failed = नहीं हो सका: { $why }
exchange-show-folder = फ़ाइल मैनेजर में दिखाएँ
exchange-back = वापस

## What each format is for

exchange-format-jsonl = हर पंक्ति में एक लेख, सहायक फ़ाइलों की सारी जानकारी के साथ
exchange-format-brat = हर लेख की एक .txt और एक .ann, गुणों, संबंधों और नोट के साथ
exchange-format-doccano = सीक्वेंस लेबलिंग के लिए पाठ और लेबल; गुण और संबंध नहीं
exchange-format-doccano-relations = संबंध निकालने के लिए एंटिटी और संबंध; गुण नहीं
exchange-format-label-studio = अंकनों और अनुमानों वाले टास्क, और लेबलिंग का विन्यास
exchange-format-prodigy = टोकन, उन पर अंश और संबंध; spaCy के लिए
exchange-format-conll = हर पंक्ति में एक शब्द और उसका टैग; हर शब्द पर एक निशान, एंटिटी और दावे अलग-अलग
exchange-format-conllu = Universal Dependencies, आख़िरी कॉलम में एंटिटी, जो एक-दूसरे के भीतर हो सकती हैं
exchange-format-spacy = वे दस्तावेज़ जिनसे spaCy की पाइपलाइन सीखती हैं, अंशों के समूहों के साथ; इसका JSON भी पढ़ा जाता है
exchange-format-spacy-json = पाठ और एंटिटी, हर एक का आरंभ, अंत और लेबल, हर पंक्ति में एक
exchange-format-hf-tokens = शब्द और क्रमांकित टैग, अपने अर्थ के साथ, जिनसे Hugging Face के मॉडल सीखते हैं
exchange-format-w3c = स्थान और उद्धरण वाले सेलेक्टर के साथ JSON-LD, लिंक्ड डेटा के लिए
exchange-format-cas-json = INCEpTION के लिए; ऑफ़सेट UTF-16 में
exchange-format-xmi = CAS, अपने टाइप सिस्टम के साथ XML में, INCEpTION और UIMA के लिए; ऑफ़सेट UTF-16 में
exchange-format-webanno-tsv = हर पंक्ति में एक शब्द और हर विशेषता का एक कॉलम, INCEpTION के लिए; ऑफ़सेट UTF-16 में
exchange-format-pubannotation = डिनोटेशन, संबंध और गुण; हिस्सों का सटा होना ज़रूरी नहीं
exchange-format-bioc = अंकनों और संबंधों वाले अनुच्छेदों के दस्तावेज़, टेक्स्ट माइनिंग के लिए
exchange-format-tei = पाठ, और उससे अलग उसके अंश और लिंक; पाठ के भीतर के नाम भी पढ़े जाते हैं
exchange-format-bdocjs = एक दस्तावेज़, हर एनोटेटर के अंकनों के एक सेट के साथ
exchange-format-huggingface = Hugging Face डेटासेट, DuckDB और Spark के लिए: भाषा के अनुसार बँटा हुआ, कार्ड के साथ
exchange-format-html = हर लेख का एक पन्ना, फ़ॉन्ट सहित, पढ़ने, भेजने और छापने के लिए
exchange-format-csv = हर पंक्ति में एक अंकन, स्प्रेडशीट के लिए
exchange-format-aif = दावों के फ़्रेम: दावाकर्ता, रुख़, सबूत और दावों के बीच लिंक
exchange-format-qdpx = स्रोत, कोड और कोड किए गए अंश, NVivo, ATLAS.ti, MAXQDA और QualCoder के लिए
exchange-format-graph = लेख, एंटिटी, दावे और लिंक एक ही ग्राफ़ में, लिंक्ड डेटा के लिए
exchange-format-tables = एंटिटी, उल्लेख, दावे, उनके गुण और लिंक, हर एक की अपनी तालिका
