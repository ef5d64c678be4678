# Files: why one is not read or written, and what is not as it should be in a folder.

## Looking at a folder

store-scan-gone = ऐसी कोई फ़ाइल या फ़ोल्डर नहीं है: { $path }
store-scan-stopped = फ़ोल्डर पढ़ना रोक दिया गया: { $path }
store-scan-io = फ़ोल्डर नहीं पढ़ा जा सका ({ $error }): { $path }
store-scan-left-out = इसे छोड़ दिया गया
store-scan-link = इसे छोड़ दिया गया: { $error }
store-scan-loop = यह उसी फ़ोल्डर का लिंक है, जिसमें यह ख़ुद है
store-scan-no-article = यह फ़ाइल लेख नहीं है
store-scan-no-article-hint = इसका फ़ोल्डर खोला गया; लेख .txt, .md और .html फ़ाइलें होते हैं
store-scan-name = एक फ़ाइल का नाम मान्य अक्षरों में नहीं है
store-scan-name-hint = उसे छोड़ दिया गया; उसका नाम बदलें
store-scan-copy = यह { $article } पर { $annotator } के अंकनों की एक और कॉपी है
store-scan-copy-hint = इसे छेड़ा नहीं गया; इसमें जो है, उसे लाने के लिए लेख खोलकर { $file } मिलाएँ
store-scan-special = यह फ़ाइल नहीं, { $what ->
    [folder] फ़ोल्डर
    [pipe] पाइप
    [socket] सॉकेट
    [device] डिवाइस
   *[other] कुछ और
} है
store-scan-special-hint = इसे छोड़ दिया गया; इसे हटाएँ, या इसकी जगह फ़ाइल रखें

## What is not read, though the system would let us

store-special = यह फ़ाइल नहीं, { $what ->
    [folder] फ़ोल्डर
    [pipe] पाइप
    [socket] सॉकेट
    [device] डिवाइस
   *[other] कुछ और
} है; इसे हटाएँ, या इसकी जगह फ़ाइल रखें
store-too-large = यह { $mebibytes } MiB से बड़ी है, और इससे बड़ी फ़ाइल नहीं पढ़ी जाती; इसे कई फ़ाइलों में बाँटें
store-link-outside = { $link } फ़ोल्डर से बाहर { $target } का लिंक है, इसलिए नहीं पढ़ा गया; उसकी जगह वही फ़ाइल रखें, या वह फ़ोल्डर खोलें जिस तक यह जाता है
store-link-dangling = { $link } जिस { $target } का लिंक है, वह है ही नहीं; लिंक हटा दें
store-link-not-written = यह { $target } का लिंक है, और लिंक के ज़रिए नहीं लिखा जाता
store-link-not-removed = यह लिंक है, और हटाया नहीं जाता
store-file-read-only = फ़ाइल केवल पढ़ने के लिए है

## Reading an article and its annotations

store-load-gone = लेख अब वहाँ नहीं है; फ़ोल्डर ताज़ा करें: { $path }
store-outside = नाम कार्यक्षेत्र से बाहर ले जाता है: { $file }
store-load-stopped = लेख पढ़ना रोक दिया गया: { $file }
store-load-annotated = लेख जैसा अब पढ़ा जाता है, उसी पर { $annotator } ने अंकन किए हैं, इसलिए उसे दूसरी तरह नहीं पढ़ा जाता: { $path }
store-load-other-text = पेज के साथ रखा पाठ उसके मौजूदा रूप से नहीं बना; फिर से चुनने के लिए उसे हटाएँ: { $path }
store-load-io = लेख नहीं पढ़ा जा सका ({ $error }): { $path }
store-blocked = अंकन इस्तेमाल नहीं किए जा सकते: { $error }। फ़ाइल जैसी है वैसी ही है: { $path }
# As { $error } of the above.
store-other-annotator = इसमें लिखा है कि यह { $annotator } की है, पर इसके नाम में { $named } है
store-outdated = अंकन होने के बाद लेख बदल गया ({ $count } अंकन): { $path }
store-outdated-blocked = अंकन होने के बाद लेख बदल गया ({ $count } अंकन): { $path }; पहले लेख खोलें, तब अंकन अपनी जगह खिसक जाएँगे
store-outdated-left-out = इसके अंकन तब तक छोड़ दिए गए हैं जब तक इसके एनोटेटर इसे न खोलें
store-blocked-left-out = इसके अंकन छोड़ दिए गए
store-more-entries = { $count } और प्रविष्टियाँ ठीक नहीं हैं
store-more-entries-hint = सब फ़ाइल में सुरक्षित हैं

## Saving

store-save-changed = फ़ाइल पढ़े जाने के बाद किसी और प्रोग्राम ने उसे बदल दिया; वह जैसी थी वैसी ही है: { $path }
store-save-source-changed = लेख ही बदल गया है; उसके अंकन नहीं लिखे गए: { $path }
store-save-encode = अंकन फ़ाइल के रूप में नहीं लिखे जा सके ({ $error }): { $path }
store-save-workspace = कार्यक्षेत्र की फ़ाइल जैसी थी वैसी ही है, क्योंकि { $error }: { $path }
store-save-entities = एंटिटी की फ़ाइल जैसी थी वैसी ही है, क्योंकि { $error }: { $path }
store-save-io = फ़ाइल नहीं लिखी जा सकी ({ $error }); डिस्क पर कुछ नहीं बदला: { $path }
store-save-article-gone = लेख अब वहाँ नहीं है
store-save-article-gone-hint = उसके अंकन वहीं सहेजे गए जहाँ वह था

## The journal

store-journal-unreadable = जर्नल नहीं पढ़ा जा सका: { $error }
store-journal-renamed = उसका नया नाम: { $path }
store-journal-damaged = जर्नल के { $count } बाइट ख़राब हैं
store-journal-damaged-hint = बाक़ी सभी रिकॉर्ड पढ़े गए
store-journal-records = दूसरी विंडो में किया गया कुछ काम नहीं पढ़ा जा सका
store-journal-windows = बहुत ज़्यादा विंडो खुली हैं

## Who writes

# A program that holds a lock.
store-holder = { $host }, { $time } से
store-lock-held = { $annotator } किसी दूसरी विंडो या प्रोग्राम में इसी फ़ोल्डर में अंकन कर रहे हैं: { $path }
store-lock-held-by = { $annotator } किसी दूसरी विंडो या प्रोग्राम में इसी फ़ोल्डर में अंकन कर रहे हैं ({ $holder }, प्रोसेस { $process }): { $path }
store-lock-io = लॉक नहीं लिया जा सका ({ $error }): { $path }

## Other files of a workspace

store-workspace-unusable = कार्यक्षेत्र की फ़ाइल इस्तेमाल नहीं की जा सकती: { $error }
store-workspace-unusable-hint = प्रोग्राम का अपना स्कीमा दिख रहा है; फ़ाइल जैसी थी वैसी ही है
store-guidelines-unreadable = निर्देश नहीं पढ़े जा सके: { $error }
store-guidelines-unreadable-hint = विंडो में वे नहीं दिखेंगे
store-articles-unreadable = लेखों की सूची नहीं पढ़ी जा सकी: { $error }
store-articles-unreadable-hint = लेखों की जानकारी उससे नहीं ली गई
store-entities-unusable = { $annotator } की एंटिटी इस्तेमाल नहीं की जा सकतीं: { $error }
store-entities-unusable-hint = वे नहीं दिखतीं; फ़ाइल जैसी थी वैसी ही है
store-entities-copy = यह { $annotator } की एंटिटी की एक और कॉपी है
store-entities-copy-hint = इसे छेड़ा नहीं गया; { $copy } में जो है, उसे एंटिटी के पन्ने पर { $file } में मिलाया जा सकता है
store-shared-unusable = यह साझा रजिस्ट्री इस्तेमाल नहीं की जा सकती: { $error }
store-shared-unusable-hint = इसकी एंटिटी नहीं सुझाई जाएँगी; फ़ाइल ठीक करें
store-copy-gone = ऐसी कोई फ़ाइल नहीं है: { $path }
store-copy-io = कॉपी नहीं पढ़ी जा सकी ({ $error }): { $path }
store-copy-unusable = कॉपी इस्तेमाल नहीं की जा सकती ({ $error }): { $path }

## Datasets

store-export-outside = नाम फ़ोल्डर से बाहर ले जाता है: { $file }
store-export-among = डेटासेट लेखों के बीच आ जाएगा; कार्यक्षेत्र से बाहर का फ़ोल्डर चुनें: { $path }
store-export-twice = दो लेखों की एक ही फ़ाइल बनेगी; उनमें से एक का नाम बदलें: { $file }
store-export-otherwise = जो लिखा गया, वह पढ़ने पर अलग निकला: { $path }
store-export-stopped = निर्यात रोक दिया गया
store-export-io = यह नहीं लिखा जा सका ({ $error }): { $path }
store-import-no-article = इसमें पाठ नहीं है, और कार्यक्षेत्र में लेख “{ $article }” नहीं है
store-archive-files = इसमें { $count } से ज़्यादा फ़ाइलें हैं
store-archive-bytes = इसमें { $count } से ज़्यादा बाइट हैं
store-zip-too-large = यह ZIP आर्काइव के लिए बहुत बड़ी है
