# દાવાઓનું પાનું.

claims-title = દાવા
claims-back = લખાણ પર પાછા જાઓ
claims-reading = કાર્યક્ષેત્રના દાવા વંચાય છે…
claims-none = હજી કોઈ દાવો નથી: લેખમાં શબ્દો પસંદ કરો અને દાવાના કોઈ લેબલની કી દબાવો
claims-none-fits = કોઈ દાવો ફિલ્ટરમાં આવતો નથી
claims-as-groups = જૂથો
claims-as-list = યાદી
claims-as-timeline = સમયરેખા
# Below a claim of the list: its label and who makes it.
claims-by-claimer = { $label }, દાવો કરનાર: { $claimer }
# What a group is made of.
claims-about-group = { $articles ->
    [one] { $articles } લેખમાં
   *[other] { $articles } લેખોમાં
} { $claims ->
    [one] { $claims } દાવો
   *[other] { $claims } દાવા
}, { $sources ->
    [one] { $sources } સ્રોત
   *[other] { $sources } સ્રોત
}
# Stands after it.
claims-about-contradicted = પરસ્પર વિરોધી

## Filters

claims-filter = દાવા ફિલ્ટર કરો
claims-filter-words-hint = શબ્દો, એન્ટિટી, લેખ
claims-filter-label = લેબલ
claims-filter-topic = વિષય
claims-filter-stance = વલણ
claims-filter-annotator = એનોટેટર
claims-filter-article = લેખ
# A list of values to filter by; name is one of the above.
claims-filter-by = ફિલ્ટર: { $name }
claims-filter-any = કોઈ પણ
claims-filter-search = શોધો
claims-filter-search-in = શોધો: { $name }
claims-filter-from = દાવો આ દિવસથી
claims-filter-from-hint = 2026-01-31થી
claims-filter-to = દાવો આ દિવસ સુધી
claims-filter-to-hint = 2026-01-31 સુધી
claims-filter-day-hint = વર્ષ, મહિનો અને દિવસ; જેમની તારીખ ખબર નથી તે ત્યારે દેખાતા નથી
claims-filter-contradicted = પરસ્પર વિરોધી
claims-filter-contradicted-hint = એવાં જૂથો જેમાં કોઈ લિંક કહે છે કે બે દાવા એકસાથે સાચા ન હોઈ શકે
claims-filter-one-source-hint = એવાં જૂથો જેમના બધા દાવા એક જ જણના છે, અથવા કોઈ દાવો કરનાર ન હોય ત્યારે જે એક જ લેખમાં છે
claims-filter-show-all = બધા બતાવો

## One group

claims-part-sentences = વાક્યો
claims-part-picture = ચિત્ર
claims-part-figures = આંકડા અને તારીખો
claims-group-single = એક દાવો, કોઈ લિંક નથી
claims-group-contradicted = પરસ્પર વિરોધી: આમાં { $count ->
    [one] { $count } ખંડન છે
   *[other] { $count } ખંડન છે
}
claims-one-source = ફક્ત એક સ્રોત
claims-said-first = { $file }માં સૌથી પહેલાં { $who }એ { $day }ના રોજ કહ્યું
claims-said-first-of-some = { $file }માં સૌથી પહેલાં { $who }એ { $day }ના રોજ કહ્યું ({ $count }ની તારીખ ખબર નથી)
claims-said-first-unknown = સૌથી પહેલાં કોણે કહ્યું તે ખબર નથી: દાવાનો સમય અથવા તેમના લેખોની તારીખ નોંધો
claims-suggested-for = આને માટે: { $quote }
claims-suggested-keys = ↑ ↓ થી પસંદ કરો, અંક લિંક કરે છે, x નકારે છે, Enter લખાણ ખોલે છે; n અને p પછીની અને પહેલાંની લીટી પર લઈ જાય છે
claims-nobody-named = કોઈનું નામ નથી
claims-open = લખાણમાં ખોલો
claims-open-file = { $file }ને લખાણમાં ખોલો
claims-open-both = બાજુબાજુમાં
claims-open-both-tip = પસંદ કરેલા દાવા સાથે, દરેક પોતાના લેખમાં (Shift+Enter)
claims-open-both-files = { $first } અને { $second } બાજુબાજુમાં ખોલો
claims-more-links = { $count ->
    [one] અને બીજી { $count } લિંક
   *[other] અને બીજી { $count } લિંક
}

## Picture of a group

claims-picture-by-claimer = દાવો કરનાર પ્રમાણે
claims-picture-by-article = લેખ પ્રમાણે
claims-picture-card = કાર્ડ: { $who }: { $quote }
# What a line of it says.
claims-line-supports = સમર્થન
claims-line-refutes = ખંડન
claims-line-identical = એક જ વાત
claims-line-other = અન્ય

## Figures of a group

claims-figures-hint = જે અમુક જ દાવામાં છે તે જુદું તરી આવે છે
claims-figures-who = કોણ કહે છે
claims-figures-numbers = આંકડા
claims-figures-days = તારીખો
claims-figures-named-by = { $all ->
    [one] { $all }માંથી { $count } દાવામાં
   *[other] { $all }માંથી { $count } દાવામાં
}

## Along the days

claims-timeline-by-claimed = દાવાની તારીખ પ્રમાણે
claims-timeline-by-published = પ્રકાશન પ્રમાણે
claims-timeline-closer = તારીખો નજીક લાવો
claims-timeline-apart = તારીખો દૂર કરો
claims-timeline-zoom-hint = Ctrl અને માઉસના વ્હીલથી પણ થાય છે; ખસેડવા માટે તારીખોને ખેંચો
claims-timeline-all = બધી તારીખો
claims-timeline-signs = ● દાવો   ◆ પરસ્પર વિરોધી દાવાવાળા જૂથમાં
claims-timeline-without-day = { $count ->
    [one] તારીખ વગરનો { $count } દાવો
   *[other] તારીખ વગરના { $count } દાવા
}
claims-timeline-none = આ દાવાની કોઈ તારીખ ખબર નથી: તેમનો સમય અથવા તેમના લેખોની તારીખ નોંધો
# One who makes claims, with the day of the first.
claims-timeline-lane = { $count ->
    [one] { $name }: { $count } દાવો, પહેલો { $day }ના રોજ
   *[other] { $name }: { $count } દાવા, પહેલો { $day }ના રોજ
}
