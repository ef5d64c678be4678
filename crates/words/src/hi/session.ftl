# What comes of what is done: what is told in notices, and the names of steps of undo.

session-no-annotator = पहले एनोटेटर का नाम चुनें: फ़ाइल › एनोटेटर…
session-article-read-only = यह लेख केवल पढ़ने के लिए खुला है; क्या करना है, यह पाठ के ऊपर की पट्टी में देखें
session-window-read-only = यह विंडो केवल पढ़ने के लिए है; क्या करना है, यह पाठ के ऊपर की पट्टी में देखें
session-fault = प्रोग्राम में कुछ गड़बड़ हुई ({ $what }); कृपया इसकी सूचना दें

## Steps of undo: a name completes “Undo …”

session-step-tag = “{ $label }” के रूप में टैग करना
session-step-relabel = लेबल बदलकर “{ $label }” करना
session-step-label-article = लेख पर लेबल “{ $label }” लगाना
session-step-set = “{ $field }” भरना
session-step-attach-evidence = सबूत जोड़ना
session-step-edit-note = नोट बदलना
session-step-set-state = लेख की स्थिति बदलना
session-step-details = लेख की जानकारी बदलना
session-step-move-edge = सीमा खिसकाना
session-step-add-part = हिस्सा जोड़ना
session-step-remove-part = हिस्सा हटाना
# With links that go with the annotation, where there are any.
session-step-delete = { $count ->
    [0] “{ $label }” मिटाना
    [one] “{ $label }” और { $count } लिंक मिटाना: { $links }
   *[other] “{ $label }” और { $count } लिंक मिटाना: { $links }
}
session-step-place = “{ $quote }” को जगह देना
session-step-delete-orphan = “{ $quote }” मिटाना
session-step-move-along = लेख के साथ अंकन खिसकाना
session-step-move-marks = निशानों को दूसरा लेबल देना
session-step-merge = कॉपी मिलाना
session-step-take-agreed = सहमति वाले { $count } अंकन लेना
session-step-fill = गोल्ड सेट भरना

session-step-link = लिंक करना: { $link }
session-step-link-remove = लिंक हटाना: { $link }
session-step-link-relabel = लिंक बदलकर “{ $link }” करना
session-step-link-note = लिंक का नोट बदलना
session-step-link-reverse = लिंक की दिशा पलटना
session-step-suggestion-reject = सुझाया गया लिंक अस्वीकार करना
session-step-suggestion-offer = लिंक फिर से सुझाना

session-step-link-entity = “{ $entity }” से लिंक करना
session-step-link-new-entity = नई एंटिटी “{ $entity }” से लिंक करना
session-step-unlink = लिंक हटाना
session-step-tag-occurrences = हर जगह टैग करना

session-step-accept = स्वीकार करना
session-step-accept-all = सभी स्वीकार करना
session-step-reject = अस्वीकार करना
session-step-question = सवाल उठाना
session-step-nothing-here = “यहाँ कुछ नहीं” कहना
session-step-take-over-to-edit = बदलने के लिए अपनाना
session-step-comment = टिप्पणी करना
session-step-feedback-take = प्रतिक्रिया से अपनाना
session-step-feedback-answer = प्रतिक्रिया का जवाब देना
session-step-return = लेख लौटाना
session-step-hand-back = लेख वापस सौंपना

## Steps of undo in the registry of entities

session-step-new-entity = नई एंटिटी “{ $entity }”
session-step-entity-rename = एंटिटी का नाम बदलना
session-step-entity-kind = एंटिटी का प्रकार बदलना
session-step-entity-describe = एंटिटी का वर्णन बदलना
session-step-entity-add-name = नाम जोड़ना
session-step-entity-remove-name = नाम हटाना
session-step-entity-add-identifier = आईडी जोड़ना
session-step-entity-remove-identifier = आईडी हटाना
# Pages about the entity.
session-step-entity-add-page = लिंक जोड़ना
session-step-entity-remove-page = लिंक हटाना
session-step-entity-split = एंटिटी अलग करना
session-step-entity-delete = एंटिटी मिटाना
session-step-entities-merge = एंटिटी मिलाना
session-step-entities-tell-apart = एंटिटी अलग मानना
session-step-entities-import = एंटिटी आयात करना
session-step-entities-merge-copy = एंटिटी की कॉपी मिलाना
session-step-reject-entity = “{ $quote }” के लिए “{ $entity }” अस्वीकार करना

## Undoing

# kept is a number of articles, files are their names.
session-undone = { $articles ->
    [one] वापस लिया गया: { $step }
   *[other] { $articles } लेखों में वापस लिया गया: { $step }
}{ $kept ->
    [0] {""}
   *[other] । इनमें इसके बाद बदलाव हुए, इसलिए ये जैसे थे वैसे ही हैं: { $files }
}
session-redone = { $articles ->
    [one] फिर से किया गया: { $step }
   *[other] { $articles } लेखों में फिर से किया गया: { $step }
}{ $kept ->
    [0] {""}
   *[other] । इनमें इसके बाद बदलाव हुए, इसलिए ये जैसे थे वैसे ही हैं: { $files }
}
session-changed-since = कुछ नहीं बदला: “{ $step }” से जो हुआ था, वह इस बीच बदल चुका है
session-entities-undone = वापस लिया गया: { $step }{ $left ->
    [0] {""}
    [one] ; { $left } प्रविष्टि इस बीच बदल चुकी थी, वह वैसी ही है
   *[other] ; { $left } प्रविष्टियाँ इस बीच बदल चुकी थीं, वे वैसी ही हैं
}
session-entities-redone = फिर से किया गया: { $step }{ $left ->
    [0] {""}
    [one] ; { $left } प्रविष्टि इस बीच बदल चुकी थी, वह वैसी ही है
   *[other] ; { $left } प्रविष्टियाँ इस बीच बदल चुकी थीं, वे वैसी ही हैं
}
session-entities-changed-since = कुछ नहीं बदला: “{ $step }” से जो हुआ था, उसे इस बीच किसी और प्रोग्राम ने बदल दिया है

## Annotating

session-nothing-changed = कुछ नहीं बदला गया: { $error }
session-no-label = इस कार्यक्षेत्र में लेबल “{ $label }” नहीं है
session-tagged-already = पहले से “{ $label }” के रूप में टैग किया हुआ है
session-no-overlap = इस कार्यक्षेत्र में एक ही परत के अंकन एक-दूसरे पर नहीं आ सकते
session-parts-overlap = एक ही अंकन के हिस्से एक-दूसरे पर नहीं आ सकते
session-selection-overlaps = चुने हुए शब्द उसी अंकन पर आते हैं जिसमें उन्हें जोड़ना है
session-not-there = वह यहाँ नहीं है
# lost is a number of links of others, or in articles that cannot be changed; lost_links are their names.
session-deleted = { $count ->
    [0] “{ $label }” मिटाया गया
    [one] “{ $label }” और { $count } लिंक मिटाए गए: { $links }
   *[other] “{ $label }” और { $count } लिंक मिटाए गए: { $links }
}{ $lost ->
    [0] {""}
   *[other] । ये लिंक अब कहीं नहीं पहुँचते, क्योंकि ये आपके नहीं हैं या बदले नहीं जा सकते: { $lost_links }
}
session-evidence-first = पहले वे शब्द चुनें जो इसका सबूत हैं
session-value-first = पहले “{ $field }” का मान चुनें; फिर सबूत के शब्द जोड़ें

## Filling a field by pointing

session-answer-yes = हाँ
session-answer-no = नहीं
session-answer-author = लेखक
session-answer-unknown = अज्ञात
session-nothing-marked-here = यहाँ कोई निशान नहीं है: इसके बजाय शब्द चुनें
session-no-entity-marked = इस लेख में किसी एंटिटी पर निशान नहीं है: इसके बजाय शब्द चुनें
session-no-number = “{ $words }” को संख्या के रूप में नहीं पढ़ा जा सकता
# answers are keys with what each says.
session-say-answer = अब बताएँ कि ये शब्द “{ $field }” के बारे में क्या दिखाते हैं: { $answers }

## Links

session-linked = लिंक किया गया: { $link } { $end }
session-linked-already = ये पहले से लिंक हैं: { $link }
session-link-start-first = पहले किसी अंकन पर जाएँ: लिंक वहीं से शुरू होता है
session-link-start-gone = जिस अंकन से लिंक शुरू होता है, वह अब नहीं है
session-link-end-first = Tab से दूसरे सिरे तक जाएँ, या उस पर क्लिक करें
session-link-no-end-here = इस लेख का कोई अंकन दूसरा सिरा नहीं हो सकता
session-link-to-itself = लिंक के लिए दूसरा अंकन चाहिए: उस पर क्लिक करें, या आगे बढ़ें
session-link-no-label = स्कीमा में ऐसा कोई लिंक नहीं जो “{ $label }” से शुरू या उस पर ख़त्म हो: संपादन › लेबल और गुण…
session-link-no-relation = स्कीमा में “{ $from }” से “{ $to }” तक कोई लिंक नहीं है; दूसरा सिरा चुनें
session-link-one-way = स्कीमा में “{ $link }” की उलटी दिशा नहीं है
session-link-of-others = यह लिंक { $annotator } का है: केवल वही इसे बदल सकते हैं
session-link-not-writable = लिंक नहीं बदला जा सकता: { $file } लिखने के लिए खुला नहीं है
session-link-turns-foreign = इसकी दिशा नहीं पलटी जा सकती: तब यह { $annotator } के अंकन से शुरू होगा, और उसे केवल वही बना सकते हैं
session-rejection-not-writable = इसे याद नहीं रखा जा सकता: { $file } लिखने के लिए खुला नहीं है
session-no-link-here = यहाँ से कोई लिंक नहीं जाता: Ctrl+L से बनाएँ
session-end-gone = वह अब नहीं है: { $file } में { $annotator } का अंकन
# A link as it is named in a list: what it says, and its other end.
session-link-outgoing = { $link } { $end }
session-link-incoming = { $end } { $link }
session-link-whose = { $link } ({ $annotator })
session-links-more = और { $count }
session-link-end-elsewhere = { $file } में “{ $quote }”
session-link-end-gone = { $file } से जो मिट चुका है

## Entities

# Whom a mention or a field is of.
session-entity-author = लेख के लेखक
session-entity-unknown = अज्ञात
session-entity-words-first = पहले सबूत के तौर पर वे शब्द चुनें जिनमें इसका नाम आता है
session-entity-stays-merged = { $entity } बाक़ियों के साथ एक ही रहेगी: ज़्यादा एनोटेटर इसे उन्हीं में से एक मानते हैं
session-entity-of-others = यह एंटिटी औरों ने बनाई है, इसलिए बनी रहेगी; इसके बारे में आपने जो कहा, वह मिटाया जा सकता है
session-entity-still-there = यह एंटिटी औरों के पास भी है, इसलिए अब भी मौजूद है
session-entity-gone = यह एंटिटी अब किसी के पास नहीं है
session-mentions-changed = ये उल्लेख अब किसी और से लिंक हैं
session-mentions-split = { $articles ->
    [one] { $articles } लेख
   *[other] { $articles } लेखों
} में { $mentions ->
    [one] { $mentions } उल्लेख अब दूसरी एंटिटी का है
   *[other] { $mentions } उल्लेख अब दूसरी एंटिटी के हैं
}: { $entity }
session-mentions-linked = { $articles ->
    [one] { $articles } लेख
   *[other] { $articles } लेखों
} में { $mentions ->
    [one] { $mentions } उल्लेख लिंक किया गया
   *[other] { $mentions } उल्लेख लिंक किए गए
}{ $others ->
    [0] {""}
   *[other] ; { $others } दूसरी एंटिटी से लिंक हैं और वैसे ही रहेंगे
}
session-no-suggestions = इस लेख में कोई लिंक नहीं सुझाया गया है
session-occurrences-tagged = { $articles ->
    [one] { $articles } लेख
   *[other] { $articles } लेखों
} में { $occurrences ->
    [one] { $occurrences } जगह पर
   *[other] { $occurrences } जगहों पर
} टैग किया गया
session-occurrences-left = इस बीच बदल गए, इसलिए इनमें कुछ टैग नहीं किया गया: { $files }
session-entities-search-failed = एंटिटी नहीं खोजी जा सकीं: { $error }
session-occurrences-failed = बाक़ी जगहें नहीं खोजी जा सकीं: { $error }
session-linking-failed = कुछ लिंक नहीं किया गया: { $error }
session-entities-reading-failed = एंटिटी नहीं पढ़ी जा सकीं: { $error }
session-entities-not-saved = एंटिटी नहीं सहेजी गईं: { $error }
session-entities-import-name = नाम से पता नहीं चलता कि फ़ाइल में क्या है: .csv, .jsonl, .ttl या .json
session-entities-import-failed = कोई एंटिटी आयात नहीं हुई: { $error }
session-entities-imported = { $new ->
    [one] { $new } नई एंटिटी
   *[other] { $new } नई एंटिटी
}, { $more } में अब पहले से ज़्यादा जानकारी है
session-entities-issues = { $count } प्रविष्टियाँ ठीक नहीं हैं; पहली: { $first }
session-entities-export-name = एंटिटी ऐसी फ़ाइल में लिखी जाती हैं जिसके नाम के अंत में .csv, .jsonl या .ttl हो
session-entities-export-failed = एंटिटी निर्यात नहीं हुईं: { $error }
session-entities-exported = { $count ->
    [one] { $count } एंटिटी लिखी गई
   *[other] { $count } एंटिटी लिखी गईं
}: { $file }

## Reviewing

# What the queue shows.
session-queue-differences = मतभेद
session-queue-open = खुले
session-queue-agreed = सहमति वाले
session-queue-decided = फ़ैसले वाले
session-queue-changed = बदले हुए
session-queue-answered = जवाब वाले
session-queue-came-back = लौटकर आए
session-queue-contradicted = विरोधी फ़ैसलों वाले
session-queue-done = क़तार में सब पर फ़ैसला हो चुका है
session-queue-failed = क़तार पूरी नहीं है: { $error }
session-nobody-to-review = यहाँ अभी किसी के अंकन नहीं हैं
session-nothing-decided = कोई फ़ैसला नहीं हुआ: { $annotator } के अंकन अभी पढ़े जा रहे हैं; फिर कोशिश करें
session-nothing-agreed = यहाँ और ऐसा कुछ नहीं है जिस पर सब सहमत हों
# The comment on what a reviewer rejects by changing a copy of it.
session-comment-taken-over = अपनाकर बदला गया
session-comment-waits = टिप्पणी का लेख खोला जा रहा है; उसके खुलते ही टिप्पणी रख ली जाएगी
session-progress-failed = गिनती नहीं हो सकी: { $error }

## Filling the gold sets

session-fill-not-gold = गोल्ड सेट भरने के लिए gold के नाम से अंकन करें
session-fill-nothing = इस नियम से लेने को और कुछ नहीं है
session-fill-failed = यह नहीं बताया जा सकता कि भरने से क्या होगा: { $error }
session-filled = { $taken ->
    [one] { $taken } अंकन लिया गया
   *[other] { $taken } अंकन लिए गए
}{ $open ->
    [0] {""}
    [one] ; { $open } चीज़ खुली रही
   *[other] ; { $open } चीज़ें खुली रहीं
}{ $links ->
    [0] {""}
    [one] ; { $links } लिंक छोड़ा गया, जिसका दूसरा सिरा गोल्ड सेट में नहीं है
   *[other] ; { $links } लिंक छोड़े गए, जिनका दूसरा सिरा गोल्ड सेट में नहीं है
}
session-filled-articles = { $articles ->
    [one] { $articles } लेख
   *[other] { $articles } लेखों
} में { $taken ->
    [one] { $taken } अंकन लिया गया
   *[other] { $taken } अंकन लिए गए
}{ $open ->
    [0] {""}
    [one] ; { $open } चीज़ खुली रही
   *[other] ; { $open } चीज़ें खुली रहीं
}
session-fill-left = इस बीच बदल गए, इसलिए इनमें कुछ नहीं भरा गया: { $files }
session-fill-links-left = { $count ->
    [one] { $count } लिंक छोड़ा गया, जिसका दूसरा सिरा गोल्ड सेट में नहीं है
   *[other] { $count } लिंक छोड़े गए, जिनका दूसरा सिरा गोल्ड सेट में नहीं है
}

## Feedback

session-feedback-failed = प्रतिक्रिया नहीं पढ़ी जा सकी: { $error }
session-feedback-waits = लेख खोला जा रहा है; खुल जाने पर फिर कोशिश करें
session-feedback-question = यह सवाल है: इसमें अपनाने को कुछ नहीं, जवाब देना है
session-feedback-changed = आपका अंकन इस बीच बदल चुका है; उसे फिर देखें
session-feedback-say-why = बताएँ कि आप इसे क्यों रख रहे हैं
session-returned = { $annotators } को लौटाया गया
session-handed-back = { $annotators } को वापस सौंपा गया

## Labels

session-schema-not-changed = स्कीमा नहीं बदला गया: { $error }
session-schema-not-saved = लेबल नहीं सहेजे गए: { $error }
session-marks-left = ये नहीं बदले जा सकते, इसलिए इनके निशानों का लेबल पुराना ही रहेगा: { $files }
session-marks-moved = { $articles ->
    [one] { $articles } लेख
   *[other] { $articles } लेखों
} में { $marks ->
    [one] { $marks } निशान का लेबल बदला गया
   *[other] { $marks } निशानों के लेबल बदले गए
}

## Articles that were changed

# Annotations that moved with the text, that are likely to stand elsewhere, and that have no place any more.
session-article-changed = लेख बदल गया है: { $moved ->
    [0] { $likely ->
        [0] { $lost ->
            [one] { $lost } अंकन की जगह खो गई
           *[other] { $lost } अंकनों की जगह खो गई
        }
        [one] { $likely } अंकन की पुष्टि करनी है{ $lost ->
            [0] {""}
           *[other] , { $lost } की जगह खो गई
        }
       *[other] { $likely } अंकनों की पुष्टि करनी है{ $lost ->
            [0] {""}
           *[other] , { $lost } की जगह खो गई
        }
    }
   *[other] { $moved ->
        [one] { $moved } अंकन साथ खिसक गया
       *[other] { $moved } अंकन साथ खिसक गए
    }{ $likely ->
        [0] {""}
       *[other] , { $likely } की पुष्टि करनी है
    }{ $lost ->
        [0] {""}
       *[other] , { $lost } की जगह खो गई
    }
}
session-nothing-moved = कुछ नहीं खिसकाया गया: { $error }
session-place-first = पहले वे शब्द चुनें जिन पर यह अंकन अब है
session-evidence-lost = { $count ->
    [one] इसके गुणों का { $count } उद्धरण फिर नहीं मिला
   *[other] इसके गुणों के { $count } उद्धरण फिर नहीं मिले
}
session-reading-read-only = लेख केवल पढ़ने के लिए खुला है
session-reading-annotated = पाठ पर अंकन हो चुके हैं, इसलिए वह जैसा है वैसा ही रहेगा
session-reading-busy = एक पल रुकें: इसे पढ़ा या सहेजा जा रहा है

## Copies, and what other programs change

session-merge-other-article = अब दूसरा लेख खुला है; कुछ नहीं मिलाया गया
session-merge-of-others = ये { $annotator } के अंकन हैं, आपके नहीं: इसके बजाय इनकी समीक्षा करें
session-merge-failed = कुछ नहीं मिलाया गया: { $error }
session-merged = { $brought ->
    [nothing] कॉपी में जो था, वह सब यहाँ पहले से है
   *[something] { $new ->
        [one] कॉपी से { $new } अंकन लिया गया
       *[other] कॉपी से { $new } अंकन लिए गए
    }
}{ $verdicts ->
    [0] {""}
    [one] । { $verdicts } फ़ैसला अलग था; बाद वाला रखा गया, दोनों टिप्पणियों के साथ
   *[other] । { $verdicts } फ़ैसले अलग थे; बाद वाले रखे गए, दोनों टिप्पणियों के साथ
}{ $both ->
    [0] {""}
    [one] । { $both } अंकन दोनों में बदला था; दोनों रूप साथ-साथ हैं
   *[other] । { $both } अंकन दोनों में बदले थे; दोनों रूप साथ-साथ हैं
}{ $fields ->
    [0] {""}
    [one] । { $fields } फ़ील्ड, जिसे यह संस्करण नहीं जानता, अलग था; एक मान रखा गया
   *[other] । { $fields } फ़ील्ड, जिन्हें यह संस्करण नहीं जानता, अलग थे; हर एक का एक मान रखा गया
}{ $links ->
    [0] {""}
    [one] । { $links } लिंक दोनों में अलग-अलग बना था; दोनों लिंक रखे गए
   *[other] । { $links } लिंक दोनों में अलग-अलग बने थे; दोनों लिंक रखे गए
}{ $remarks ->
    [0] {""}
    [one] । समीक्षा की { $remarks } बात अलग थी; दोनों के शब्द रखे गए
   *[other] । समीक्षा की { $remarks } बातें अलग थीं; दोनों के शब्द रखे गए
}{ $state ->
    [same] {""}
   *[differs] । काम कितना हुआ, यह अलग था; जो कम था, वह रखा गया
}
session-entities-merged = { $brought ->
    [nothing] कॉपी में जो था, वह सब यहाँ पहले से है
   *[something] { $new ->
        [one] कॉपी से { $new } एंटिटी ली गई
       *[other] कॉपी से { $new } एंटिटी ली गईं
    }
}
session-entity-both-changed = { $entity } का नाम या वर्णन दोनों में अलग-अलग बदला था; दोनों के शब्द रखे गए
session-entity-changed-and-deleted = { $entity } एक में बदली और दूसरी में हटाई गई थी; वह रखी गई
session-entities-judged-otherwise = { $one } और { $other } एक कॉपी में एक हैं और दूसरी में दो; वे अलग रहेंगी
session-entities-judged-and-taken-back = { $one } और { $other } के बारे में एक कॉपी में फ़ैसला है और दूसरी में नहीं; फ़ैसला रखा गया
session-entity-field-differs = { $entity } में “{ $field }” अलग था; एक मान रखा गया
session-entities-field-differs = आपकी एंटिटी की फ़ाइल में “{ $field }” अलग था; एक मान रखा गया
session-copy-stays = कॉपी जहाँ है वहीं रहेगी: { $error }
session-outside-merged = किसी और प्रोग्राम ने { $file } में आपके अंकन बदले: { $new ->
    [0] बदलाव ले लिए गए
    [one] { $new } अंकन लिया गया
   *[other] { $new } अंकन लिए गए
}{ $both ->
    [0] {""}
    [one] । { $both } अंकन दोनों में बदला था; दोनों रूप साथ-साथ हैं
   *[other] । { $both } अंकन दोनों में बदले थे; दोनों रूप साथ-साथ हैं
}{ $others ->
    [0] {""}
    [one] । { $others } चीज़ में अंतर है: कुछ हटाया नहीं गया
   *[other] । { $others } चीज़ों में अंतर है: कुछ हटाया नहीं गया
}
session-outside-not-shown = किसी और प्रोग्राम ने { $file } में जो बदला, वह नहीं दिखाया जा रहा: { $error }
session-watch-failed = दूसरे प्रोग्राम जो बदलते हैं, वह नहीं दिखेगा: { $error }
session-lock-missing = दूसरी विंडो भी यही अंकन लिख सकती हैं, उन्हें रोकने वाला कुछ नहीं है: { $error }
session-lock-still-held = दूसरी विंडो में अब भी यहाँ अंकन हो रहा है
session-lock-free = अब आप यहाँ अंकन कर सकते हैं

## Saving and leaving

session-not-saved = सहेजा नहीं गया: { $error }। यह केवल इस विंडो में है
# files are names, each with its annotator.
session-kept-for-others = जो काम पहले सहेजा नहीं जा सका था, वह सुरक्षित है और अपने एनोटेटर के आते ही अपनी जगह पर रख दिया जाएगा: { $files }
session-journal-failed = सहेजे जाने तक बदलाव सुरक्षित नहीं हैं: जर्नल नहीं लिखा जा सका ({ $error })
session-copy-saved = कॉपी सहेजी गई: { $path }
session-copies-failed = कोई कॉपी नहीं सहेजी गई: { $error }
# What going means, where work would be lost.
session-leave-close = बंद करें
session-leave-folder = दूसरा फ़ोल्डर खोलें
session-leave-annotator = एनोटेटर बदलें

## Tables and figures

# files are all but the last one, others is how many they are.
session-tables-saved = { $others ->
    [0] सहेजा गया: { $last }
   *[other] सहेजे गए: { $files } और { $last }
}
session-report-failed = यह नहीं लिखा गया: { $error }
session-board-failed = दावे नहीं पढ़े जा सके: { $error }
