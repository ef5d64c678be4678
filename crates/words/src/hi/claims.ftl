# दावों का पन्ना।

claims-title = दावे
claims-back = पाठ पर वापस जाएँ
claims-reading = कार्यक्षेत्र के दावे पढ़े जा रहे हैं…
claims-none = अभी कोई दावा नहीं है: लेख में शब्द चुनें और दावे के किसी लेबल की कुंजी दबाएँ
claims-none-fits = कोई दावा फ़िल्टर में नहीं आता
claims-as-groups = समूह
claims-as-list = सूची
claims-as-timeline = समयरेखा
# Below a claim of the list: its label and who makes it.
claims-by-claimer = { $label }, दावाकर्ता: { $claimer }
# What a group is made of.
claims-about-group = { $articles ->
    [one] { $articles } लेख में
   *[other] { $articles } लेखों में
} { $claims ->
    [one] { $claims } दावा
   *[other] { $claims } दावे
}, { $sources ->
    [one] { $sources } स्रोत
   *[other] { $sources } स्रोत
}
# Stands after it.
claims-about-contradicted = परस्पर विरोधी

## Filters

claims-filter = दावे फ़िल्टर करें
claims-filter-words-hint = शब्द, एंटिटी, लेख
claims-filter-label = लेबल
claims-filter-topic = विषय
claims-filter-stance = रुख़
claims-filter-annotator = एनोटेटर
claims-filter-article = लेख
# A list of values to filter by; name is one of the above.
claims-filter-by = फ़िल्टर: { $name }
claims-filter-any = कोई भी
claims-filter-search = खोजें
claims-filter-search-in = खोजें: { $name }
claims-filter-from = दावा इस दिन से
claims-filter-from-hint = 2026-01-31 से
claims-filter-to = दावा इस दिन तक
claims-filter-to-hint = 2026-01-31 तक
claims-filter-day-hint = साल, महीना और दिन; जिनकी तारीख़ पता नहीं, वे तब नहीं दिखते
claims-filter-contradicted = परस्पर विरोधी
claims-filter-contradicted-hint = ऐसे समूह जिनमें कोई लिंक कहता है कि दो दावे एक साथ सच नहीं हो सकते
claims-filter-one-source-hint = ऐसे समूह जिनके सभी दावों का दावाकर्ता एक है, या कोई दावाकर्ता न होने पर जो एक ही लेख में हैं
claims-filter-show-all = सभी दिखाएँ

## One group

claims-part-sentences = वाक्य
claims-part-picture = चित्र
claims-part-figures = आँकड़े और तारीख़ें
claims-group-single = एक दावा, कोई लिंक नहीं
claims-group-contradicted = परस्पर विरोधी: इसमें { $count ->
    [one] { $count } खंडन है
   *[other] { $count } खंडन हैं
}
claims-one-source = केवल एक स्रोत
claims-said-first = { $file } में सबसे पहले { $who } ने { $day } को कहा
claims-said-first-of-some = { $file } में सबसे पहले { $who } ने { $day } को कहा ({ $count } की तारीख़ पता नहीं)
claims-said-first-unknown = सबसे पहले किसने कहा, पता नहीं: दावों का समय या उनके लेखों की तारीख़ दर्ज करें
claims-suggested-for = इसके लिए: { $quote }
claims-suggested-keys = ↑ ↓ से चुनें, अंक लिंक करता है, x अस्वीकार करता है, Enter पाठ खोलता है; n और p अगली और पिछली पंक्ति पर ले जाते हैं
claims-nobody-named = किसी का नाम नहीं
claims-open = पाठ में खोलें
claims-open-file = { $file } को पाठ में खोलें
claims-open-both = साथ-साथ
claims-open-both-tip = चुने हुए दावे के साथ, हर एक अपने लेख में (Shift+Enter)
claims-open-both-files = { $first } और { $second } साथ-साथ खोलें
claims-more-links = { $count ->
    [one] और { $count } लिंक
   *[other] और { $count } लिंक
}

## Picture of a group

claims-picture-by-claimer = दावाकर्ता के अनुसार
claims-picture-by-article = लेख के अनुसार
claims-picture-card = कार्ड: { $who }: { $quote }
# What a line of it says.
claims-line-supports = समर्थन
claims-line-refutes = खंडन
claims-line-identical = एक ही बात
claims-line-other = अन्य

## Figures of a group

claims-figures-hint = जो कुछ ही दावों में है, वह उभरकर दिखता है
claims-figures-who = कौन कहता है
claims-figures-numbers = आँकड़े
claims-figures-days = तारीख़ें
claims-figures-named-by = { $count ->
    [one] { $all } में से { $count } दावे में
   *[other] { $all } में से { $count } दावों में
}

## Along the days

claims-timeline-by-claimed = दावे की तारीख़ के अनुसार
claims-timeline-by-published = प्रकाशन के अनुसार
claims-timeline-closer = तारीख़ें पास लाएँ
claims-timeline-apart = तारीख़ें दूर करें
claims-timeline-zoom-hint = Ctrl और माउस के पहिये से भी होता है; खिसकाने के लिए तारीख़ों को खींचें
claims-timeline-all = सभी तारीख़ें
claims-timeline-signs = ● दावा   ◆ परस्पर विरोधी दावों वाले समूह में
claims-timeline-without-day = { $count ->
    [one] बिना तारीख़ का { $count } दावा
   *[other] बिना तारीख़ के { $count } दावे
}
claims-timeline-none = इन दावों की कोई तारीख़ पता नहीं: इनका समय या इनके लेखों की तारीख़ दर्ज करें
# One who makes claims, with the day of the first.
claims-timeline-lane = { $count ->
    [one] { $name }: { $count } दावा, पहला { $day } को
   *[other] { $name }: { $count } दावे, पहला { $day } को
}
