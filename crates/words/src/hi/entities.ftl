# एंटिटी: सबका पन्ना, चुनी हुई एंटिटी, और उल्लेख के लिए एंटिटी चुनना।

entities-title = एंटिटी
entities-back = लेखों पर वापस जाएँ
entities-back-hint = लेखों पर वापस जाएँ (Esc)
entities-copies = यहाँ आपकी एंटिटी की एक और कॉपी है
entities-filter = एंटिटी फ़िल्टर करें
entities-filter-hint = नाम, प्रकार, एनोटेटर या आईडी से फ़िल्टर करें
# total is a number of entities in words.
entities-shown = { $total } में से { $count }
entities-contradictions = { $count ->
    [one] { $count } विरोधाभास
   *[other] { $count } विरोधाभास
}
entities-export = निर्यात…
entities-import = आयात…
entities-none-fits = कोई एंटिटी फ़िल्टर में नहीं आती
entities-none = अभी कोई एंटिटी नहीं है। लेख में किसी उल्लेख पर जाकर Ctrl+K और फिर n दबाएँ: उससे एंटिटी बन जाएगी
entities-none-chosen = एंटिटी चुनें, उसके नाम और उल्लेख यहाँ दिखेंगे
# How often an entity is mentioned, and in how many articles.
entities-mentioned = { $articles ->
    [one] { $articles } लेख में { $count } बार
   *[other] { $articles } लेखों में { $count } बार
}
entities-not-mentioned = अभी कोई उल्लेख नहीं
entities-gone = यह एंटिटी अब किसी के पास नहीं है
entities-gone-id = { $id }: यह एंटिटी अब किसी के पास नहीं है

## The chosen one

# Behind a name of somebody whose part of the registry came with a shared one.
entities-shared = { $name } (साझा)
entities-made = { $when } को बनी
entities-name = नाम
entities-kind = प्रकार
entities-delete = एंटिटी मिटाएँ
entities-delete-hint = रजिस्ट्री के अपने हिस्से से मिटाएँ; उल्लेखों के लिंक बने रहते हैं
entities-other-names = दूसरे नाम
entities-remove-name = यह नाम हटाएँ
entities-add-name = किसी भी लिपि में नाम जोड़ें
entities-description = वर्णन
entities-identifiers = आईडी और लिंक
entities-remove-identifier = यह आईडी हटाएँ
# What stands behind an address.
entities-link = लिंक
entities-remove-link = यह लिंक हटाएँ
entities-add-identifier = wikidata:Q42, या कोई पता
entities-alike = शायद एक ही
entities-merge = मिलाएँ
entities-merge-hint = दोनों एक हैं; किसी के अंकन नहीं बदलते
entities-are-one = दोनों एक हैं
entities-are-two = दोनों अलग हैं
entities-are-two-hint = फिर न सुझाएँ
entities-one-with = मिलाई गई एंटिटी
entities-split = अलग करें
entities-split-hint = इसे फिर से अलग करें; उल्लेखों के लिंक बने रहते हैं
entities-split-id = { $id } को अलग करें

## What annotators contradict each other in

entities-contradiction-decided = { $one } और { $other } को { $same } एक मानते हैं, और { $different } अलग
entities-contradiction-follows = { $one } और { $other } को { $different } अलग मानते हैं, पर औरों के बारे में जो कहा गया है उससे वे एक हैं
# said: each kind with who says so, as below.
entities-contradiction-kinds = { $id } का प्रकार: { $said }
entities-contradiction-kind = { $kind } ({ $names } के अनुसार)

## Mentions

entities-mentions = उल्लेख
entities-mentions-reading = लेखों में खोजा जा रहा है…
entities-mentions-more = { $count ->
    [one] और { $count }
   *[other] और { $count }
}
entities-mentions-split = { $count ->
    [one] { $count } उल्लेख अलग करें
   *[other] { $count } उल्लेख अलग करें
}
entities-mentions-split-hint = इनकी अपनी एंटिटी बन जाती है, जिसका नाम बदला या जिसे किसी और से मिलाया जा सकता है
entities-mentions-untick = सारा चयन हटाएँ
entities-mention-tick = { $file } में { $quote } चुनें
entities-mention-not-own = केवल अपने उल्लेख अलग किए जा सकते हैं
# A mention in a field of a claim: the field, and whose claim it is.
entities-mention-field = { $attribute }, { $annotator }
entities-mention-show = लेख में दिखाएँ

## Every occurrence

entities-occurrences-title = हर जगह टैग करें
entities-occurrences-article = इस लेख में
entities-occurrences-workspace = पूरे कार्यक्षेत्र में
entities-occurrences-progress = { $done ->
    [one] { $total } में से { $done } लेख देखा गया
   *[other] { $total } में से { $done } लेख देखे गए
}
entities-occurrences-tag = { $count } टैग करें
entities-occurrences-none = ऐसी कोई और जगह नहीं जो पहले से टैग न हो
entities-occurrences-found = { $count ->
    [one] { $count } जगह, { $sure } पक्की
   *[other] { $count } जगहें, { $sure } पक्की
}
entities-occurrences-tick-all = सभी चुनें
entities-occurrences-tick-none = कोई न चुनें
entities-occurrences-tick-sure = पक्की जगहें चुनें
# Why a less sure one was found.
entities-occurrence-spelling = दूसरी वर्तनी
entities-occurrence-ending = प्रत्यय के साथ
entities-occurrence-last-word = केवल अंतिम शब्द

## Choosing one

entities-pick-title = यह कौन या क्या है?
entities-pick-search = नाम, किसी भी लिपि में
entities-pick-looking = मिलते-जुलते नाम खोजे जा रहे हैं…
entities-pick-none = मिलते-जुलते उच्चारण वाली कोई एंटिटी यहाँ नहीं
entities-pick-author = लेख के लेखक
entities-pick-unknown = अज्ञात (पाठ में नहीं बताया गया)
entities-pick-new = इन शब्दों से नई एंटिटी
entities-pick-nobody = अभी कोई एंटिटी नहीं
entities-pick-keys = Enter से चुनी हुई लें · / से खोजें
entities-pick-all-workspace = Shift: पूरे कार्यक्षेत्र में इस रूप के सभी
entities-pick-all-article = Shift: इस लेख में इस रूप के सभी
entities-pick-scope = इस रूप के सभी कहाँ लिंक हों
entities-pick-scope-hint = लेख और कार्यक्षेत्र के बीच बदलें (Tab)
entities-pick-against = { $reason }; ख़िलाफ़: { $against }

## Why one is offered, and what speaks against it

entities-reason-nearby = पास में उल्लेख है
entities-reason-letters = { $reason } (अक्षर)
entities-reason-initial = { $reason } (आद्याक्षर)
entities-reason-other-name = { $reason } (दूसरा नाम)
entities-reason-meaning = { $reason } (वही अर्थ)
entities-reason-doubtful = { $reason }, संदिग्ध
entities-against-kind = इसका प्रकार अलग है: { $kind }
entities-against-only-here = “{ $word }” केवल पाठ में है
entities-against-only-there = “{ $word }” पाठ में नहीं है
entities-against-unlike = “{ $here }” और “{ $there }” का उच्चारण काफ़ी अलग है
entities-against-other-things = “{ $here }” और “{ $there }” अलग-अलग चीज़ें हैं

## The entity of a mention, beside its annotation

entities-field-link = लिंक…
entities-field-link-name = एंटिटी से लिंक करें
entities-field-link-hint = बताएँ कि यह कौन या क्या है (Ctrl+K)
entities-field-unlink = लिंक हटाएँ
entities-field-unlink-hint = यह लिंक हटाएँ
entities-field-may-be = शायद
entities-field-names = { $count ->
    [one] { $count } नाम
   *[other] { $count } नाम
}

## From and to files

entities-import-title = एंटिटी आयात करें
entities-import-button = आयात करें
entities-import-about = तालिका (.csv), JSON Lines (.jsonl), Turtle में SKOS (.ttl) या कोई और एंटिटी फ़ाइल (.json)। यह आपकी एंटिटी में जुड़ जाती है; जो पहले से हैं, उनमें छूटे हुए नाम और आईडी जुड़ जाते हैं
entities-export-title = एंटिटी निर्यात करें
entities-export-button = निर्यात करें
entities-export-about = सबकी एंटिटी, तालिका (.csv), JSON Lines (.jsonl) या Turtle में SKOS (.ttl) के रूप में
entities-transfer-file = फ़ाइल
entities-transfer-ending = नाम इनमें से किसी एक पर ख़त्म होना चाहिए
entities-import-kind = फ़ाइल में प्रकार न हो, तो
entities-import-kind-name = जिनका प्रकार नहीं दिया, उनका प्रकार
