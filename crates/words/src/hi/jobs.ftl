# Work that takes time: what is told of it, and why it failed.

## Work that could not be saved before

jobs-restored-in-place = जो पहले सहेजा नहीं जा सका था, वह अब अपनी जगह पर है: { $path }
# new, both and others are numbers: of annotations, of those that both changed, of other things in which both differ.
jobs-restored = जो पहले सहेजा नहीं जा सका था, वह फिर { $file } में है: { $new ->
    [0] पहले से मौजूद अंकनों के बदलाव
    [one] { $new } अंकन
   *[other] { $new } अंकन
}{ $both ->
    [0] {""}
    [one] । { $both } अंकन इस बीच फ़ाइल में बदल गया था; दोनों रूप साथ-साथ हैं
   *[other] । { $both } अंकन इस बीच फ़ाइल में बदल गए थे; दोनों रूप साथ-साथ हैं
}{ $others ->
    [0] {""}
    [one] । { $others } चीज़ में अंतर है: कुछ हटाया नहीं गया
   *[other] । { $others } चीज़ों में अंतर है: कुछ हटाया नहीं गया
}
jobs-carried = { $file } बदलने से पहले जो सहेजा नहीं जा सका था, वह फिर मौजूद है: { $new ->
    [0] अंकनों के बदलाव
    [one] { $new } अंकन
   *[other] { $new } अंकन
}{ $others ->
    [0] {""}
    [one] । { $others } चीज़ में अंतर है: कुछ हटाया नहीं गया
   *[other] । { $others } चीज़ों में अंतर है: कुछ हटाया नहीं गया
}
jobs-waiting = { $changes ->
    [one] { $file } का { $changes } बदलाव पहले सहेजा नहीं जा सका था और लेख के मौजूदा रूप से मेल नहीं खाता; वह जर्नल में रहेगा
   *[other] { $file } के { $changes } बदलाव पहले सहेजे नहीं जा सके थे और लेख के मौजूदा रूप से मेल नहीं खाते; वे जर्नल में रहेंगे
}
jobs-copy-does-not-fit = जो पहले सहेजा नहीं जा सका था, वह { $file } के मौजूदा रूप से मेल नहीं खाता; वह { $place } में रहेगा
jobs-stays-in-journal = { $file } का जो काम सहेजा नहीं जा सका, वह जर्नल में रहेगा: { $error }

## Saving

jobs-renamed = नया नाम: { $path }
jobs-not-saved-ending = सहेजा नहीं गया: प्रोग्राम बंद हो रहा है
jobs-not-saved-kept = सहेजा नहीं गया: { $error }। यह इसी कंप्यूटर पर सुरक्षित है, और मौक़ा मिलते ही अपनी जगह पर रख दिया जाएगा
jobs-not-saved-merged-later = सहेजा नहीं गया: { $error }। यह इसी कंप्यूटर पर सुरक्षित है, और मौक़ा मिलते ही अपनी जगह पर रख दिया जाएगा; लेख अगली बार खुलने पर दोनों मिला दिए जाएँगे
jobs-not-saved-here = सहेजा नहीं गया: { $error }। यह केवल इस विंडो में है
jobs-nothing-saved = कुछ नहीं सहेजा गया: { $error }
# As { $error } of the above.
jobs-disk-silent = डिस्क से जवाब नहीं मिल रहा
jobs-journal-unreadable = जर्नल नहीं पढ़ा जा सका: { $error }। प्रोग्राम के पिछली बार बंद होने से पहले जो सहेजा नहीं गया था, वह उसमें हो सकता है; अब जो करेंगे वह फ़ाइल में सहेजा जाएगा
jobs-no-journal = इस सिस्टम पर उसके लिए कोई जगह नहीं है

## Who annotates

jobs-other-window = { $annotator } दूसरी विंडो में इसी फ़ोल्डर में अंकन कर रहे हैं
jobs-others-outdated = { $annotator } के अंकन करने के बाद लेख बदल गया: { $left ->
    [one] { $annotator } का { $left } अंकन नहीं दिख रहा
   *[other] { $annotator } के { $left } अंकन नहीं दिख रहे
}

## Why a job has no answer

jobs-closing = प्रोग्राम बंद हो रहा है
jobs-stopped-early = इसे शुरू होने से पहले ही रोक दिया गया
jobs-cancelled = रद्द किया गया
jobs-panicked = प्रोग्राम में कुछ गड़बड़ हुई ({ $what }); कृपया इसकी सूचना दें
jobs-panicked-silent = कोई संदेश नहीं
jobs-not-begun = इसे शुरू नहीं किया जा सका: { $why }
jobs-work-panicked = अचानक आई गड़बड़ी से काम रुक गया ({ $what }): { $item }
jobs-work-panicked-silent = कारण पता नहीं
jobs-no-annotations = { $folder } में { $annotator } के अंकन नहीं हैं; वहाँ इनके हैं: { $others }
jobs-no-annotations-at-all = { $folder } में { $annotator } के अंकन नहीं हैं; वहाँ किसी के भी अंकन नहीं हैं

## What is left out

jobs-left-out = इसे छोड़ दिया गया
jobs-not-repaired = इसमें कुछ ठीक नहीं किया गया
jobs-gold-as-it-was = इसका गोल्ड सेट जैसा था वैसा ही है
jobs-orphans = { $annotator } के जिन अंकनों की इसमें कोई जगह नहीं है, उनकी संख्या: { $count }
jobs-orphans-left-out = उन्हें छोड़ दिया गया; विंडो में उन्हें जगह दें

## Files of entities

jobs-entities-io = इसे पढ़ा या लिखा नहीं जा सका ({ $error }): { $file }

## Exports and imports

jobs-exported = { $articles ->
    [one] { $articles } लेख
   *[other] { $articles } लेखों
} से { $annotations ->
    [one] { $annotations } अंकन निर्यात हुआ
   *[other] { $annotations } अंकन निर्यात हुए
}: { $folder }, { $format } (जाँचा हुआ)
jobs-imported = { $articles ->
    [one] { $articles } लेख
   *[other] { $articles } लेखों
} में { $annotations ->
    [one] { $annotations } नया अंकन
   *[other] { $annotations } नए अंकन
}, { $annotator } के नाम से
# Behind the above: whose set an annotator of the files became.
jobs-imported-set = { $name } अब { $set }
jobs-imported-unit = ऑफ़सेट की इकाई: { $unit } ({ $why })
jobs-import-stopped = { $count ->
    [one] { $count } रिकॉर्ड पूरा हुआ, और कार्यक्षेत्र में है
   *[other] { $count } रिकॉर्ड पूरे हुए, और कार्यक्षेत्र में हैं
}
jobs-nothing-written = कुछ नहीं लिखा गया
jobs-cannot-be-opened = { $path } नहीं खुल सका
jobs-cannot-be-read = { $path } नहीं पढ़ा जा सका
jobs-format-unclear = यह पता नहीं चलता कि यह किस फ़ॉर्मैट में है; इनमें से चुनें: { $formats }
jobs-preview-nobody = इनमें से किसी लेख में इन एनोटेटरों के अंकन नहीं हैं
jobs-preview-nothing = कुछ नहीं लिखा जाएगा
jobs-preview-no-file = .{ $ending } वाली कोई फ़ाइल नहीं है
jobs-preview-looks-like = यह { $format } लगता है; वही फ़ॉर्मैट चुनें
jobs-preview-no-marks = इसमें कोई निशान नहीं है
jobs-preview-labels = लेबल: { $labels }
