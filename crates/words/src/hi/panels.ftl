# The bars, lists, questions and pages that stand directly in src/ui, and the names of the languages of articles.

## The bar at the bottom

panels-nothing-open = कुछ भी खुला नहीं है
panels-review-keys = समीक्षा:
panels-scan-cancel = फ़ोल्डर पढ़ना रोकें; जो खुला था, वह खुला रहेगा
panels-scan-path = { $path } पढ़ा जा रहा है
panels-tag-mode = टैग हो रहा है: { $label }
panels-tag-mode-leave = टैग मोड छोड़ें: { $label }
panels-tag-mode-tip = हर चयन पर तुरंत { $label } टैग लगता है; Esc दबाकर इसे बंद करें
panels-no-labels = अभी कोई लेबल नहीं है; Ctrl+, दबाकर जोड़ें
panels-label-tags = चयन को टैग करता है; कुछ चुना न हो, तो अब से हर चयन को
panels-label-tags-all = हर चयन टैग होता है; Esc दबाकर इसे बंद करें
panels-read-only = केवल पढ़ने के लिए
    .hint = कारण पाठ के ऊपर की पट्टी में लिखा है
panels-saved = सहेजा गया
    .hint = सब कुछ डिस्क पर है
panels-kept-saving = सुरक्षित · सहेज रहे हैं…
    .hint = इस कंप्यूटर पर सुरक्षित है; एक सेकंड के भीतर फ़ाइल में लिखा जाएगा
panels-saving = सहेज रहे हैं…
    .hint = तुरंत सुरक्षित रखा जाता है और एक सेकंड के भीतर फ़ाइल में लिखा जाता है
panels-kept-not-saved = सुरक्षित, पर सहेजा नहीं गया
panels-not-saved = सहेजा नहीं गया
panels-offsets = ऑफ़सेट कोड पॉइंट में, जैसे फ़ाइल में हैं
panels-no-font = सामने दिख रहे { $count } अक्षर यहाँ के किसी फ़ॉन्ट में नहीं हैं; हर एक की जगह उसका कोड पॉइंट दिखाया गया है

## Leaving work that could not be saved

panels-leave-title = आपका काम सहेजा नहीं जा सका
panels-leave-intro = ये बदलाव केवल इस विंडो में हैं: न अपनी फ़ाइलों में, न कहीं और
panels-leave-no-answer = डिस्क से अभी कोई जवाब नहीं मिला
panels-leave-try-again = फिर कोशिश करें
panels-leave-discard = { $count ->
    [one] { $verb } और { $count } बदलाव खो दें
   *[other] { $verb } और { $count } बदलाव खो दें
}
panels-leave-copies = आप किसी दूसरे फ़ोल्डर में कॉपी सहेजकर उसे बाद में अपने अंकनों में मिला सकते हैं
panels-leave-folder = फ़ोल्डर
panels-leave-folder-name = कॉपी के लिए फ़ोल्डर
panels-leave-save-copy = वहाँ कॉपी सहेजें

## Annotations at one place

panels-marks-title = यहाँ के अंकन
panels-marks-find = यहाँ के अंकनों में खोजें
panels-marks-none = इन शब्दों का कोई अंकन नहीं
panels-marks-count = { $count ->
    [one] यहाँ { $count } अंकन
   *[other] यहाँ { $count } अंकन
}
panels-marks-found = { $count ->
    [one] यहाँ { $count } में से { $found } अंकन
   *[other] यहाँ { $count } में से { $found } अंकन
}

## The bar at the top

panels-menu = मेनू
panels-menu-commands = कमांड
panels-menu-find = खोजें
panels-menu-recent = हाल के फ़ोल्डर
panels-menu-beside = अपने अंकनों के साथ दिखाएँ

## Notices

panels-notice-dismiss = सूचना हटाएँ

## Palettes

panels-palette-title = कमांड सूची
panels-palette-find = कमांड खोजें
panels-palette-none = इस नाम का कोई कमांड अभी नहीं चल सकता
panels-palette-relabel = नया लेबल चुनें
panels-palette-tag = टैग चुनें
panels-palette-no-label = इस नाम का कोई लेबल नहीं

## Questions

panels-prompt-annotator = आपका एनोटेटर नाम
panels-prompt-annotator-hint = आपके अंकन इस नाम से, हर लेख के पास आपकी अपनी फ़ाइलों में सहेजे जाते हैं
panels-prompt-annotator-field = एनोटेटर
panels-prompt-annotator-verb = अंकन शुरू करें
panels-prompt-no-letter = कम से कम एक ऐसा अक्षर या अंक, जो आपकी फ़ाइलों के नामों में आ सके
panels-prompt-slug = आपकी फ़ाइलों के नाम में: { $slug }
panels-prompt-path = पथ से खोलें
panels-prompt-path-hint = लेखों का फ़ोल्डर, या एक लेख; ~ आपका अपना फ़ोल्डर है
panels-prompt-path-field = पथ
panels-prompt-path-verb = खोलें
panels-prompt-path-sent = पथ देखा जा रहा है
panels-prompt-set-aside = अंकनों को अलग रख दें?
panels-prompt-set-aside-hint = फ़ाइल का नाम बदला जाता है, कुछ मिटाया नहीं जाता; आप नए सिरे से शुरू करते हैं।
panels-prompt-set-aside-verb = अलग रखें
panels-prompt-set-aside-keep = { $count ->
    [one] इस्तेमाल लायक़ { $count } अंकन के साथ आगे बढ़ें
   *[other] इस्तेमाल लायक़ { $count } अंकनों के साथ आगे बढ़ें
}

## Pages, on the rail and in headings

panels-articles = लेख
panels-entities = एंटिटी
panels-claims = दावे
panels-review = समीक्षा
panels-overview = सारांश

## Annotations that were set aside

panels-set-aside-title = अलग रखे गए अंकन
panels-set-aside-intro = ये फ़ाइलें अलग रखी गई थीं और वैसी ही रहेंगी। किसी एक में जो है, वह खुले लेख में लाया जाता है और एक ही बार में वापस लिया जा सकता है; जहाँ दोनों में अलग बात हो, वहाँ दोनों रहते हैं
panels-set-aside-bring-back = वापस लाएँ
panels-set-aside-bring-back-file = { $file } वापस लाएँ
panels-set-aside-missing = { $count ->
    [one] { $count } अंकन: { $missing } यहाँ नहीं
   *[other] { $count } अंकन: { $missing } यहाँ नहीं
}
panels-set-aside-different = { $count ->
    [one] { $count } यहाँ अलग है
   *[other] { $count } यहाँ अलग हैं
}
panels-set-aside-orphans = { $count } की मौजूदा लेख में कोई जगह नहीं
panels-reading = पढ़ा जा रहा है…

## Keys of actions

panels-keys-title = शॉर्टकट बदलें
panels-keys-find = कमांड खोजें
panels-keys-no-action = इस नाम का कोई कमांड नहीं
panels-keys-reset-all = सब रीसेट करें
panels-keys-reset = मूल कुंजियाँ वापस लाएँ
panels-keys-reset-of = { $action } की मूल कुंजियाँ वापस लाएँ
panels-keys-none = कोई नहीं
panels-keys-press = नई कुंजियाँ दबाएँ
panels-keys-of = { $action } की कुंजियाँ: { $keys }
panels-keys-waiting = Esc से कुंजियाँ जैसी हैं वैसी रहती हैं, Backspace से हट जाती हैं
panels-keys-taken = { $keys } पहले से “{ $action }” के लिए है
panels-keys-use-here = यहाँ लगाएँ
panels-keys-choose-other = दूसरी कुंजियाँ चुनें
panels-keys-is-tab = इससे एक नियंत्रण से दूसरे पर जाते हैं
panels-keys-is-plain = अकेली कुंजियाँ लेबल और टाइपिंग के लिए हैं; साथ में Ctrl या Alt भी दबाएँ
panels-keys-edits-text = इससे फ़ील्ड का पाठ बदलता है

## Where a text comes from

panels-source-title = शीर्षक
panels-source-publisher = प्रकाशक
panels-source-author = लेखक
panels-source-date = तारीख़
panels-source-address = पता
panels-source-language = भाषा
panels-source-whole = पेज पर दिखने वाला सब कुछ
panels-source-left-out = { $count ->
    [one] पेज का { $count } अक्षर छोड़ा गया
   *[other] पेज के { $count } अक्षर छोड़े गए ({ $percent }%)
}

## Before anything is open

panels-welcome-intro = किसी भी लिपि में समाचार पढ़ें, एंटिटी और दावों पर निशान लगाएँ
panels-welcome-scanning = फ़ोल्डर पढ़ा जा रहा है
panels-welcome-opening = खुल रहा है
panels-welcome-samples = नमूने खोलें
panels-welcome-drop = या कोई फ़ोल्डर या लेख खींचकर इस विंडो पर छोड़ें
panels-welcome-recent = पहले खोले गए
panels-welcome-no-articles = यहाँ कोई लेख नहीं
    .hint = Tippani .txt, .md और .html फ़ाइलें पढ़ता है: कुछ जोड़कर ताज़ा करें, या कोई दूसरा फ़ोल्डर खोलें
panels-welcome-no-article = कोई लेख खुला नहीं है
    .hint = बाईं ओर की सूची से कोई लेख चुनें, या अगले के लिए { $key } दबाएँ
panels-welcome-refresh = ताज़ा करें
panels-welcome-let-go = खोलने के लिए छोड़ें

## Languages of articles, by their BCP 47 tags

language-af = अफ़्रीकांस
language-sq = अल्बानियाई
language-am = अम्हारिक
language-ar = अरबी
language-hy = आर्मेनियाई
language-as = असमिया
language-az = अज़रबैजानी
language-eu = बास्क
language-be = बेलारूसी
language-bn = बांग्ला
language-bg = बुल्गारियाई
language-my = बर्मी
language-ca = कैटलन
language-ceb = सेबुआनो
language-ckb = मध्य कुर्दी
language-zh = चीनी
language-hr = क्रोएशियाई
language-cs = चेक
language-da = डेनिश
language-dv = दिवेही
language-nl = डच
language-en = अंग्रेज़ी
language-eo = एस्पेरांतो
language-et = एस्टोनियाई
language-fi = फ़िनिश
language-fr = फ़्रांसीसी
language-gl = गैलिशियाई
language-ka = जॉर्जियाई
language-de = जर्मन
language-el = यूनानी
language-gu = गुजराती
language-ht = हैती क्रियोल
language-ha = हौसा
language-he = हिब्रू
language-hi = हिन्दी
language-hu = हंगेरियाई
language-is = आइसलैंडिक
language-id = इंडोनेशियाई
language-ga = आयरिश
language-it = इतालवी
language-ja = जापानी
language-kn = कन्नड़
language-kk = कज़ाख़
language-km = खमेर
language-ko = कोरियाई
language-ky = किर्गीज़
language-lo = लाओ
language-lv = लातवियाई
language-lt = लिथुआनियाई
language-lb = लक्ज़मबर्गी
language-mk = मकदूनियाई
language-ms = मलय
language-ml = मलयालम
language-mt = माल्टाई
language-mni = मणिपुरी
language-mr = मराठी
language-mn = मंगोलियाई
language-ne = नेपाली
language-nb = नॉर्वेजियाई बोकमॉल
language-nn = नॉर्वेजियाई नाइनॉर्स्क
language-or = ओड़िया
language-ps = पश्तो
language-fa = फ़ारसी
language-pl = पोलिश
language-pt = पुर्तगाली
language-pa = पंजाबी
language-ro = रोमानियाई
language-ru = रूसी
language-sat = संथाली
language-sr = सर्बियाई
language-sd = सिंधी
language-si = सिंहली
language-sk = स्लोवाक
language-sl = स्लोवेनियाई
language-es = स्पेनिश
language-sw = स्वाहिली
language-sv = स्वीडिश
language-tl = तागालोग
language-tg = ताजिक
language-ta = तमिल
language-tt = तातार
language-te = तेलुगु
language-th = थाई
language-bo = तिब्बती
language-ti = तिग्रीन्या
language-tr = तुर्की
language-uk = यूक्रेनी
language-ur = उर्दू
language-ug = उइग़ुर
language-uz = उज़्बेक
language-vi = वियतनामी
language-cy = वेल्श
language-yi = यिद्दिश
