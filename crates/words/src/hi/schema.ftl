# The editor of the schema: labels, attributes, relations, and the workspace they are of.

schema-title = लेबल और गुण
schema-tab-labels = लेबल
schema-tab-attributes = गुण
schema-tab-relations = संबंध
schema-tab-workspace = कार्यक्षेत्र
schema-list-nothing = यहाँ अभी कुछ नहीं है
schema-list-up = ऊपर
schema-list-down = नीचे
schema-keep-editing = संपादन जारी रखें
schema-discard = बदलाव छोड़ें
schema-unsaved = आपके बदलाव सहेजे नहीं गए हैं
schema-saved-where = लेखों के फ़ोल्डर में tippani.json नाम से सहेजा जाता है
schema-back = वापस

## Fields of all

schema-name = नाम
schema-identifier = फ़ाइलों में आईडी
schema-when = कब इस्तेमाल करें

## Labels

# What a new one is called until it is given a name.
schema-label-new = लेबल { $number }
schema-label-colour = रंग
schema-label-of-article = पूरे लेख का
schema-label-of-article-tip = यह शीर्षक के पास चुना जाता है; इसका अंकन पहली पंक्ति पर होता है
schema-label-key = शॉर्टकट कुंजी
schema-label-group = समूह
schema-label-attributes = गुण
schema-hue-blue = नीला
schema-hue-orange = नारंगी
schema-hue-green = हरा
schema-hue-vermilion = सिंदूरी
schema-hue-purple = बैंगनी
schema-hue-sky = आसमानी
schema-hue-gold = सुनहरा
schema-hue-teal = मोरपंखी
schema-hue-rose = गुलाबी
schema-hue-olive = जैतूनी
schema-hue-brown = भूरा
schema-hue-grey = स्लेटी

## Attributes

schema-attribute-new = गुण { $number }
schema-attribute-type = प्रकार
schema-attribute-choice = कई में से एक
schema-attribute-multi-choice = कई में से एक या अधिक
schema-attribute-text = पाठ
schema-attribute-flag = हाँ या नहीं
schema-attribute-number = संख्या
schema-attribute-evidence = पाठ से सबूत जोड़ा जा सकता है
schema-attribute-meaning = इसका अर्थ
schema-choices = विकल्प: आईडी और नाम
schema-choices-add = विकल्प जोड़ें
schema-choices-nothing = चुनने के लिए अभी कुछ नहीं है
schema-choice-new = विकल्प { $number }

## Relations

schema-relation-new = संबंध { $number }
schema-relation-symmetric = दोतरफ़ा
schema-relation-from = कहाँ से (कुछ न चुनें = कोई भी लेबल)
schema-relation-to = कहाँ तक (कुछ न चुनें = कोई भी लेबल)

## Workspace

schema-guidelines = निर्देशों की फ़ाइल
schema-overlap-allow = अंकन एक-दूसरे पर आ सकते हैं
schema-overlap-forbid = एक ही परत के अंकन एक-दूसरे पर नहीं आ सकते

## Labels in use that go

schema-lost-title = ये लेबल इस्तेमाल में हैं
schema-lost-keep = लेबल रखें
schema-lost-rename = निशानों का नाम बदलें: { $label }
schema-lost-move = निशान यहाँ ले जाएँ: { $label }
schema-lost-marks = { $label } के निशान
schema-lost-hint = आपके अपने निशान सभी लेखों में बदलते हैं, और एक ही बार में वापस लिए जा सकते हैं। दूसरों के निशान उनकी फ़ाइलों में जैसे हैं वैसे ही रहते हैं, और नए लेबल में पुरानी आईडी के साथ दिखते हैं
# Whose marks these are is listed after the colon.
schema-lost-used = { $articles ->
    [one] { $articles } लेख
   *[other] { $articles } लेखों
} में { $marks } निशान: { $whose }
schema-lost-own = { $count } आपके अपने
schema-lost-others = { $count } { $name } के

## Labels of the news schema, by which they are found whatever they are called

schema-news-person = व्यक्ति
schema-news-organization = संगठन
schema-news-location = स्थान
schema-news-event = घटना
schema-news-date-time = तारीख़, समय
schema-news-product = उत्पाद, उपकरण
schema-news-statement = बयान
schema-news-allegation = आरोप
schema-news-denial = इनकार
schema-news-intention = इरादा
schema-news-figure = आँकड़ा
