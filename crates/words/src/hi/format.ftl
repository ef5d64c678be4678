# Bytes to values: what was not as it should be in a file, and why one cannot be used.

## Where: as parts of a file, behind its name

format-place-entry = { $list ->
    [annotations] अंकनों की प्रविष्टि { $number }
    [relations] लिंकों की प्रविष्टि { $number }
    [reviews] फ़ैसलों की प्रविष्टि { $number }
    [decisions] समीक्षा के निर्णयों की प्रविष्टि { $number }
    [answers] जवाबों की प्रविष्टि { $number }
    [returned] लौटाए गए लेखों की प्रविष्टि { $number }
    [orphans] बिना जगह वाले अंकनों की प्रविष्टि { $number }
    [entities] एंटिटी की प्रविष्टि { $number }
   *[other] “{ $list }” की प्रविष्टि { $number }
}
format-place-annotation = अंकन { $id }
format-place-orphan = बिना जगह का अंकन { $id }
format-place-review = { $annotator } के अंकन { $annotation } पर फ़ैसला
format-place-line = पंक्ति { $line }
format-place-bytes = बाइट { $bytes }
format-place-encoding = एन्कोडिंग

## JSON; in English the parser says more itself

format-json-cut-off = फ़ाइल बीच में ही ख़त्म हो जाती है
format-json-syntax = इसकी बनावट सही नहीं है
format-json-data = कुछ छूटा है या सही प्रकार का नहीं है
format-json-at = { $what } (पंक्ति { $line }, कॉलम { $column })
# Of a file: format and version of what it holds.
format-other-version = यह फ़ॉर्मैट के संस्करण { $version } में है, और यह प्रोग्राम संस्करण 1 पढ़ता है
format-cannot-be-read = इसे पढ़ा नहीं जा सका: { $error }

## The encoding of an article

format-encoding-places = { $count ->
    [one] पाठ में { $count } जगह UTF-8 के रूप में नहीं पढ़ी जा सकी
   *[other] पाठ में { $count } जगहें UTF-8 के रूप में नहीं पढ़ी जा सकीं
}
format-encoding-characters = पाठ { $encoding } के रूप में पढ़ा गया; जो अक्षर नहीं पढ़े जा सके: { $count }
format-encoding-other = पाठ UTF-8 में नहीं है और { $encoding } के रूप में पढ़ा गया
format-encoding-shown-as = उनकी जगह U+FFFD दिखता है; फ़ाइल नहीं बदली गई
format-encoding-if-wrong = अगर पाठ सही न दिखे, तो अंकन करने से पहले उसकी एन्कोडिंग चुनें
format-doubt-nul = { $count ->
    [one] फ़ाइल में { $count } NUL अक्षर है, इसलिए हो सकता है कि यह पाठ न हो या किसी और एन्कोडिंग में हो
   *[other] फ़ाइल में { $count } NUL अक्षर हैं, इसलिए हो सकता है कि यह पाठ न हो या किसी और एन्कोडिंग में हो
}
format-doubt-controls = फ़ाइल में नियंत्रण वर्ण हैं ({ $count }), इसलिए हो सकता है कि यह पाठ न हो या किसी और एन्कोडिंग में हो
format-doubt-twice = लगता है कि UTF-8 के पाठ को Windows-1252 मानकर पढ़ा और फिर सहेजा गया था
format-doubt-signs = शब्दों के भीतर ऐसे चिह्न और बड़े अक्षर हैं जो किसी भाषा में नहीं होते, इसलिए एन्कोडिंग कोई और हो सकती है
format-doubt-kruti-dev = पाठ कृतिदेव फ़ॉन्ट में लिखा गया था और उसे यूनिकोड में बदल दिया गया है
format-doubt-shree-lipi = लगता है कि पाठ श्री-लिपि परिवार के किसी फ़ॉन्ट में लिखा गया था; उसे यहाँ यूनिकोड में नहीं बदला जा सकता
format-doubt-font = शब्दों के भीतर ऐसे चिह्न और बड़े अक्षर हैं जो किसी भाषा में नहीं होते: हो सकता है कि पाठ कृतिदेव या श्री-लिपि जैसे किसी ख़ास फ़ॉन्ट में लिखा गया हो
format-preview-bad = { $count ->
    [one] { $count } अक्षर नहीं पढ़ा जा सकता
   *[other] { $count } अक्षर नहीं पढ़े जा सकते
}

## Web pages

format-page-deep = पेज के हिस्से एक-दूसरे के भीतर इतनी गहराई तक हैं जितनी कोई ब्राउज़र नहीं दिखाता
format-page-deep-hint = सबसे भीतरी हिस्से अपने बाहरी हिस्सों के पाठ के रूप में पढ़े गए
format-page-slow = पेज इस तरह बना है कि { $seconds } सेकंड में नहीं पढ़ा जा सकता

## The list of articles

format-articles-no-column = इसमें “file” कॉलम नहीं है
format-articles-row = एक पंक्ति नहीं पढ़ी जा सकी: { $error }
format-articles-twice = { $file } इसमें दो बार है; पहली पंक्ति मानी जाएगी
format-articles-hint = बाक़ी सब इस्तेमाल किया गया

## The workspace file

format-schema-other-format = यह कार्यक्षेत्र की फ़ाइल नहीं है (इसका फ़ॉर्मैट { $format } है)
format-schema-colour = लेबल “{ $label }” का रंग उन बारह में से नहीं है
format-schema-colour-hint = यह { $colour } रंग में दिखता है
format-schema-key = लेबल “{ $label }” की कुंजी एक से ज़्यादा अक्षरों की है
format-schema-key-hint = अब उसकी कोई कुंजी नहीं है
format-schema-hint = लेबल और गुणों के डायलॉग में इसे ठीक किया जा सकता है
# kind is label, attribute or relation.
format-schema-no-id = { $kind ->
    [label] एक लेबल की आईडी नहीं है
    [attribute] एक गुण की आईडी नहीं है
   *[relation] एक संबंध की आईडी नहीं है
}
format-schema-twice = { $kind ->
    [label] लेबल “{ $id }” दो बार है
    [attribute] गुण “{ $id }” दो बार है
   *[relation] संबंध “{ $id }” दो बार है
}
format-schema-key-twice = कुंजी “{ $key }” दो लेबलों की है
format-schema-no-attribute = लेबल “{ $label }” में “{ $attribute }” गुण है, जो परिभाषित नहीं है

## Sidecars

format-sidecar-not-json = यह सही JSON नहीं है: { $what } (पंक्ति { $line }, कॉलम { $column })
format-sidecar-other-format = यह अंकनों की फ़ाइल नहीं है (इसका फ़ॉर्मैट { $format } है)
format-sidecar-other-unit = इसके ऑफ़सेट { $unit } में गिने गए हैं, कोड पॉइंट में नहीं
format-sidecar-wrong-shape = इसका “{ $field }” नहीं पढ़ा जा सका: { $error }
format-sidecar-missing = यह इसमें है ही नहीं
format-sidecar-other-source = यह लेख के किसी और संस्करण की है (इसमें अंकन: { $count })
format-sidecar-entry = { $list ->
    [annotations] एक अंकन नहीं पढ़ा जा सका: { $error }
    [relations] एक लिंक नहीं पढ़ा जा सका: { $error }
    [reviews] एक फ़ैसला नहीं पढ़ा जा सका: { $error }
    [decisions] समीक्षा का एक निर्णय नहीं पढ़ा जा सका: { $error }
    [answers] एक जवाब नहीं पढ़ा जा सका: { $error }
    [returned] लेख लौटाने की एक प्रविष्टि नहीं पढ़ी जा सकी: { $error }
    [orphans] बिना जगह का एक अंकन नहीं पढ़ा जा सका: { $error }
    [entities] एक एंटिटी नहीं पढ़ी जा सकी: { $error }
   *[other] “{ $list }” की एक प्रविष्टि नहीं पढ़ी जा सकी: { $error }
}
format-sidecar-entry-hint = यह फ़ाइल में सुरक्षित है
format-sidecar-time = समय “{ $field }” नहीं पढ़ा जा सका: { $error }
format-sidecar-time-hint = फ़ाइल में यह जैसा है वैसा ही रहेगा
format-sidecar-edge = “{ $quote }” की एक सीमा ऐसे अक्षर के भीतर है जो पढ़ने में एक ही दिखता है
format-sidecar-edge-hint = यह जैसा है वैसा ही रहेगा; इसे पूरे अक्षरों तक बढ़ाएँ

# As { $error } of an entry.

format-entry-quote = { $start } से { $end } तक पाठ “{ $found }” है, “{ $quote }” नहीं
format-entry-attribute = गुण “{ $attribute }” में मान या एंटिटी में से कोई एक होना चाहिए, दोनों नहीं
format-entry-no-source = इसमें नहीं लिखा कि यह लेख के किस संस्करण का है
format-entry-length = इसके शब्द { $start } से { $end } तक की लंबाई के नहीं हैं
format-entry-twice = इसकी आईडी दो बार है
format-entry-decision = यह इस संस्करण का निर्णय नहीं है
format-entry-superseded = इसी अंकन पर बाद का एक और फ़ैसला है
format-span-empty = अंश ख़ाली या उलटा है
format-span-out-of-bounds = अंश पाठ के अंत से आगे तक जाता है
format-span-inside-character = अंश की एक सीमा किसी अक्षर के भीतर है
format-spans-none = अंकन में कम से कम एक अंश होना चाहिए
format-spans-overlap = एक ही अंकन के अंश एक-दूसरे पर आते हैं
format-no-annotator = एनोटेटर के नाम में केवल छोटे रोमन अक्षर, अंक, - और _ होते हैं, और शुरू में अक्षर या अंक: { $name }
format-no-entity-id = एंटिटी की आईडी में केवल छोटे रोमन अक्षर, अंक, - और _ होते हैं, और शुरू में अक्षर या अंक: { $id }
format-entity-id-reserved = “{ $id }” एंटिटी की आईडी नहीं हो सकती: इसका मतलब लेखक या अज्ञात होता है
format-no-time = “{ $time }” तारीख़ और UTC से अंतर वाला समय नहीं है, जैसे 2026-01-02T03:04:05Z

## Writing a set

format-encode-no-slice = एक अंकन का अंश पाठ में नहीं है: { $id }
format-encode-not-finite = एक गुण का मान परिमित संख्या नहीं है: { $id }
format-encode-not-json = सुरक्षित रखा गया एक मान सही JSON नहीं है: { $id }

## The journal

format-journal-other-format = यह जर्नल नहीं है
format-journal-record = एक रिकॉर्ड नहीं पढ़ा जा सका: { $error }
format-journal-record-hint = उसे छोड़ दिया गया
format-journal-damaged = { $count } बाइट किसी रिकॉर्ड के नहीं हैं
format-journal-damaged-hint = उन्हें छोड़ दिया गया; आसपास का सब पढ़ा गया
format-journal-change = एक बदलाव नहीं पढ़ा जा सका: { $error }
format-journal-change-empty = उसमें कुछ नहीं है

## Entities

format-entities-other-format = यह एंटिटी की फ़ाइल नहीं है (इसका फ़ॉर्मैट { $format } है)
format-entities-other-annotator = यह { $annotator } का हिस्सा है, पर नाम किसी और का है
format-entities-missing = “{ $key }” नहीं है
format-entities-field = “{ $key }”: { $error }
format-entities-no-name = इसका कोई नाम नहीं है
format-entities-nameless = इसकी न आईडी है, न नाम
format-entities-apart-from-itself = एंटिटी को ख़ुद से अलग नहीं माना जा सकता
format-entities-step-no-inverse = एक बदलाव वापस नहीं लिया जा सकता
format-entities-step-no-judgement = ऐसा कोई फ़ैसला नहीं होता
format-entities-step-no-change = यह रजिस्ट्री का बदलाव नहीं है
format-entities-two = { $id } आईडी की दो एंटिटी हैं
format-entities-pair-of-one = दोनों एक ही हैं
format-entities-judged-twice = इसी फ़ाइल में दोनों को अलग भी माना गया है
format-entities-step = एंटिटी के इतिहास का एक क़दम नहीं पढ़ा जा सका: { $error }
format-entities-step-hint = उससे पहले जो किया गया, वह वैसा ही रहेगा
format-entities-malformed = इसे { $format } के रूप में नहीं पढ़ा जा सका: { $error }
format-entities-no-column = इसमें “{ $column }” कॉलम नहीं है; id या name होना ज़रूरी है, और kind, aliases, description, ids, links भी हो सकते हैं
format-entities-not-written = एंटिटी { $format } में नहीं लिखी जातीं
format-entities-column = यह कॉलम एंटिटी का नहीं है
format-entities-column-hint = इसे छोड़ दिया गया
format-entities-left-out = एक एंटिटी छोड़ दी गई: { $error }
format-entities-left-out-hint = फ़ाइल में उसे ठीक करके फिर आयात करें
format-entities-time-hint = समय छोड़ दिया गया
format-entities-no-label = इसका कोई लेबल नहीं है
format-entities-no-concepts = { $count ->
    [one] लेबल वाली { $count } चीज़ अवधारणा (skos:Concept) नहीं है (जैसे योजना, संग्रह या वर्ग)
   *[other] लेबल वाली { $count } चीज़ें अवधारणाएँ (skos:Concept) नहीं हैं (जैसे योजना, संग्रह या वर्ग)
}
format-entities-no-concepts-hint = एंटिटी सिर्फ़ अवधारणाओं से बनती हैं; बाक़ी छोड़ दी गईं

## Datasets

format-read-encoding = यह UTF-8 में नहीं है; पहले इसे UTF-8 में बदलें ({ $error })
format-read-too-long = इसकी एक प्रविष्टि { $mebibytes } MiB से लंबी है, और इससे लंबी एक बार में नहीं पढ़ी जाती; इसे बाँटें
format-read-too-many-values = इसकी एक प्रविष्टि में इतने मान हैं कि उसे पढ़ने में { $gibibytes } GiB से ज़्यादा मेमोरी लगेगी; इसे बाँटें
format-read-json = यह JSON नहीं है: { $error }
format-unread-parquet = यह Parquet है, जो नहीं पढ़ा जाता; डेटासेट को JSON की पंक्तियों के रूप में निर्यात करें, जैसे Hugging Face datasets के to_json से, और उसे आयात करें
format-unread-java = इसमें अंकन Java के ऑब्जेक्ट के रूप में हैं, जो नहीं पढ़े जाते; प्रोजेक्ट को द्वितीयक फ़ॉर्मैट UIMA CAS JSON 0.4.0 या UIMA CAS XMI के साथ निर्यात करें
format-unread-gate-xml = यह GATE का XML है, जो नहीं पढ़ा जाता; दस्तावेज़ को bdocjs के रूप में सहेजें
format-unread-bdoc = यह YAML या MessagePack में GATE का bdoc है, जो नहीं पढ़ा जाता; दस्तावेज़ को bdocjs के रूप में सहेजें
format-unread-bioc-xml = यह XML में BioC है, जो नहीं पढ़ा जाता; इसे BioC JSON में बदलें
format-unread-csv = यह तालिका (CSV) है, और तालिकाओं के अंकन नहीं पढ़े जाते; उन्हें JSON की पंक्तियों के रूप में निर्यात करें
format-unread-fasttext = यह fastText की फ़ाइल है, जिसमें हर पाठ का एक लेबल है और पाठ के भीतर कोई अंकन नहीं; आयात करने को कुछ नहीं है
format-table-row = एक पंक्ति तालिका में नहीं बैठती: { $error }
format-table-quote = { $file } का एक अंश वह नहीं है जो { $start }–{ $end } पर है
format-table-no-column = { $column } नाम का कोई कॉलम नहीं है
format-table-unlike = { $expected } होना चाहिए, { $found } नहीं
format-entity-table = एंटिटी की तालिका नहीं बन सकी: { $error }
format-entity-file = एंटिटी की फ़ाइल नहीं बन सकी: { $error }
format-verify-unreadable = { $file } के लिए जो लिखा गया, वह फिर से नहीं पढ़ा जा सका: { $error }
format-verify-missing = { $file } के लिए जो लिखा गया, उसमें “{ $quote }” ({ $label }) अपनी जगह पर नहीं है
format-verify-less = { $file } के लिए जो लिखा गया, उसमें “{ $quote }” ({ $label }) की पूरी जानकारी नहीं है
format-verify-unlinked = { $file } के लिए जो लिखा गया, उसमें “{ $quote }” का संबंध “{ $label }” नहीं है
format-verify-unsaid = { $file } के लिए जो लिखा गया, उसमें { $annotator } का यह नहीं है: { $what }

## Remarks of an import

format-remark-many = { $what } (ऐसे { $count })
format-remark-examples = { $what }: { $examples }
format-remark-many-examples = { $what } (ऐसे { $count }): { $examples }
format-remark-unread = { $list ->
    [annotations] एक अंकन नहीं पढ़ा जा सका: { $error }
    [relations] एक लिंक नहीं पढ़ा जा सका: { $error }
    [reviews] एक फ़ैसला नहीं पढ़ा जा सका: { $error }
    [decisions] समीक्षा का एक निर्णय नहीं पढ़ा जा सका: { $error }
    [answers] एक जवाब नहीं पढ़ा जा सका: { $error }
    [returned] लेख लौटाने की एक प्रविष्टि नहीं पढ़ी जा सकी: { $error }
    [orphans] बिना जगह का एक अंकन नहीं पढ़ा जा सका: { $error }
    [entities] एक एंटिटी नहीं पढ़ी जा सकी: { $error }
   *[other] “{ $list }” की एक प्रविष्टि नहीं पढ़ी जा सकी: { $error }
}
format-unit-by-quotes = { $unit }: { $all } में से { $good } उद्धरण अपनी जगह पर हैं
format-unit-by-edges = { $unit }: { $all } में से { $words } सीमाएँ शब्दों के बीच पड़ती हैं, { $characters } अक्षरों के बीच
