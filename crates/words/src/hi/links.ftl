# अंकनों के बीच लिंक: बनाना, दूसरा सिरा खोजना, और सुझाए गए लिंक।

# A link as it is heard: what it says, the words of its other end, its article.
links-spoken = लिंक: { $label } { $words }
links-spoken-with-place = लिंक: { $label } { $words }, { $place }
links-follow-hint = दूसरे सिरे पर जाएँ (Ctrl+])
links-gone-hint = अब वह वहाँ नहीं है
links-end-without-place = { $quote } (अपनी जगह खो चुका है)
links-end-gone = अब नहीं है: मिटा दिया गया

## Making one

# Before the words it starts at.
links-from = यहाँ से लिंक
links-leave = लिंक बनाना छोड़ें
links-leave-hint = दूसरे सिरे पर क्लिक करें, या Tab से उस तक जाकर Enter दबाएँ, इसी लेख में या किसी और में; Ctrl+L उसे शब्दों से खोजता है, Esc से छोड़ें
links-other-end = लिंक का दूसरा सिरा
links-find-end = अंकन खोजें
links-reading = कार्यक्षेत्र में खोजा जा रहा है…
links-no-end = ऐसा कोई अंकन नहीं जिससे लिंक किया जा सके
links-more-ends = { $count ->
    [one] { $count } और: कुछ और शब्द लिखें
   *[other] { $count } और: कुछ और शब्द लिखें
}
links-which = कौन-सा लिंक
links-as = लिंक का प्रकार
links-none-named = इन दोनों के बीच इस नाम का कोई लिंक नहीं हो सकता

## Suggested

links-suggested = सुझाए गए लिंक
links-suggested-keys = अंक लिंक करता है, x अस्वीकार करता है, Enter पाठ खोलता है, Esc बंद करता है
links-searching = इसी बात के दावे खोजे जा रहे हैं…
links-none-suggested = कोई और दावा इसी बात का नहीं लगता
links-suggested-claim = सुझाव: { $quote }, { $place }
links-neither-is-yours = इनमें से कोई आपका नहीं है: लिंक करने के लिए किसी एक पर ख़ुद निशान लगाएँ
links-open = खोलें
links-reject = अस्वीकार करें
links-reject-claim = अस्वीकार करें: { $quote }
links-reject-hint = यह तभी फिर सुझाया जाएगा जब आप नीचे “फिर सुझाएँ” चुनें
links-rejected = अस्वीकृत
links-offer = फिर सुझाएँ
links-offer-claim = फिर सुझाएँ: { $quote }

## Why one is suggested

links-reason-same-claimer = एक ही दावाकर्ता: { $name }
links-reason-same-entity = दोनों में { $name } का नाम
links-reason-like-entity = { $one } और { $other } एक हो सकती हैं
links-reason-same-number = दोनों में { $number }, जो समर्थन का संकेत है
links-reason-other-numbers = { $ours } ≠ { $theirs }, जो खंडन का संकेत है
links-reason-same-day = दोनों में { $day }
links-reason-same-words = समान शब्द: { $words }

## Days that a sentence names

links-date = { $day } { $month }
links-monday = सोमवार
links-tuesday = मंगलवार
links-wednesday = बुधवार
links-thursday = गुरुवार
links-friday = शुक्रवार
links-saturday = शनिवार
links-sunday = रविवार
links-january = जनवरी
links-february = फ़रवरी
links-march = मार्च
links-april = अप्रैल
links-may = मई
links-june = जून
links-july = जुलाई
links-august = अगस्त
links-september = सितंबर
links-october = अक्टूबर
links-november = नवंबर
links-december = दिसंबर
