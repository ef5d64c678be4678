# The panel at the right: the focused annotation, the lists, the guidelines.

inspector-tab-all = सभी
inspector-tab-entities = एंटिटी
inspector-tab-claims = दावे
inspector-tab-guidelines = निर्देश
inspector-tab-orphans = बिना जगह के
inspector-hint-select = पाठ में शब्द चुनें और किसी लेबल की कुंजी दबाएँ, या लेबल चुनने के लिए Enter दबाएँ
inspector-hint-click = विवरण देखने के लिए किसी अंकन पर क्लिक करें या Tab दबाएँ
inspector-list-empty = अभी कोई अंकन नहीं है

## The focused annotation

inspector-delete-tip = यह अंकन हटाएँ (Delete)
inspector-guidelines-of-label = इस लेबल के निर्देश
inspector-guidelines-tip = इसके बारे में निर्देश क्या कहते हैं (F2)
inspector-kind-entity = एंटिटी
inspector-kind-claim = दावा
inspector-label = लेबल: { $label }
inspector-label-tip = लेबल बदलें (Enter)
inspector-note = नोट
inspector-offsets = कोड पॉइंट में ऑफ़सेट
inspector-remove-part = यह हिस्सा हटाएँ
inspector-origin-hand = हाथ से जोड़ा गया
inspector-origin-propagated = किसी और जगह के उल्लेख से जोड़ा गया
inspector-origin-import = आयात किया गया
inspector-origin-model = मॉडल का सुझाव
inspector-origin-adjudicated = फ़ैसले से तय
inspector-origin-score = { $by }, स्कोर { $score }
inspector-origin-edited = { $when } को बदला गया
inspector-local-time = स्थानीय समय

## Attributes

inspector-value-yes = हाँ
inspector-value-no = नहीं
inspector-flag-yes = हाँ
inspector-flag-no = नहीं
inspector-attribute-unknown = { $attribute } (स्कीमा में नहीं)
inspector-attribute-clear = मान हटाएँ
inspector-attribute-no-number = यह संख्या नहीं है, इसलिए रखा नहीं जाएगा
inspector-field-point = { $attribute }: पाठ से चुनकर भरें
inspector-field-point-tip = { $attribute }: { $key } दबाएँ, फिर शब्द चुनें या किसी निशान पर क्लिक करें
inspector-evidence = { $attribute }: सबूत
inspector-evidence-tip = चुने हुए शब्दों को सबूत के रूप में जोड़ें; जहाँ अभी कोई मान नहीं है, वहाँ वही मान भी होंगे
inspector-evidence-remove = सबूत हटाएँ
inspector-usual-values = { $attribute }: सामान्य मान
inspector-usual-entity = कोई एंटिटी…
inspector-usual-author = लेख के लेखक
inspector-usual-unknown = अज्ञात (पाठ में नहीं बताया गया)

## Links

inspector-links = लिंक
inspector-links-add = लिंक करें
inspector-links-add-name = किसी दूसरे अंकन से लिंक करें
inspector-links-suggested = सुझाए गए…
inspector-links-suggested-name = सुझाए गए लिंक
inspector-link-by = { $annotator } का
inspector-link-go = { $end } पर जाएँ
inspector-link-change = लिंक बदलें
inspector-link-relabel = इसे “{ $label }” करें
inspector-link-reverse = दिशा पलटें
inspector-link-edit-note = नोट बदलें…
inspector-link-remove = लिंक हटाएँ
inspector-link-note = लिंक का नोट
inspector-nested-inner = यह इसके भीतर है
    .link = लिंक करें: बाहर वाला इसे उद्धृत करता है
inspector-nested-outer = इसके भीतर है
    .link = लिंक करें: यह भीतर वाले को उद्धृत करता है

## Guidelines

inspector-guidelines-none = इस कार्यक्षेत्र में निर्देश नहीं हैं। tippani.json के पास guidelines.md रखें, वह यहाँ दिखेगी
inspector-guidelines-too-long = निर्देश इतने लंबे हैं कि सजाकर नहीं दिखाए जा सकते; वे वैसे ही दिखाए गए हैं जैसे फ़ाइल में हैं
inspector-guidelines-too-deep = निर्देशों में इतने स्तर हैं कि वे सजाकर नहीं दिखाए जा सकते; वे वैसे ही दिखाए गए हैं जैसे फ़ाइल में हैं

## Annotations without a place

inspector-orphans-none = हर अंकन की जगह है
inspector-orphan-was = लेख बदले जाने से पहले यह यहाँ था
inspector-orphan-nowhere = पाठ में अब ऐसा कुछ नहीं है: इसके शब्द चुनें, या इसे मिटाएँ
inspector-orphan-may-be = अब यह यहाँ हो सकता है
inspector-orphan-use-selection = चुने हुए शब्द लें
inspector-orphan-later = बाद के लिए छोड़ें
inspector-orphan-delete = इसे मिटाएँ
inspector-orphan-evidence-lost = { $attributes } के शब्द फिर नहीं मिले
inspector-orphan-move-here = यहाँ ले जाएँ
inspector-orphan-move-to = जगह { $place } पर ले जाएँ
inspector-orphan-looked-at = अभी यही
