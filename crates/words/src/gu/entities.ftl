# એન્ટિટી: બધાનું પાનું, પસંદ કરેલી એન્ટિટી, અને ઉલ્લેખ માટે એન્ટિટી પસંદ કરવી.

entities-title = એન્ટિટી
entities-back = લેખો પર પાછા જાઓ
entities-back-hint = લેખો પર પાછા જાઓ (Esc)
entities-copies = અહીં તમારી એન્ટિટીની બીજી નકલ છે
entities-filter = એન્ટિટી ફિલ્ટર કરો
entities-filter-hint = નામ, પ્રકાર, એનોટેટર કે આઈડીથી ફિલ્ટર કરો
# total is a number of entities in words.
entities-shown = { $total }માંથી { $count }
entities-contradictions = { $count ->
    [one] { $count } વિરોધાભાસ
   *[other] { $count } વિરોધાભાસ
}
entities-export = નિકાસ…
entities-import = આયાત…
entities-none-fits = કોઈ એન્ટિટી ફિલ્ટરમાં આવતી નથી
entities-none = હજી કોઈ એન્ટિટી નથી. લેખમાં કોઈ ઉલ્લેખ પર જઈને Ctrl+K અને પછી n દબાવો: તેમાંથી એન્ટિટી બનશે
entities-none-chosen = એન્ટિટી પસંદ કરો, તેનાં નામ અને ઉલ્લેખો અહીં દેખાશે
# How often an entity is mentioned, and in how many articles.
entities-mentioned = { $articles ->
    [one] { $articles } લેખમાં { $count } વાર
   *[other] { $articles } લેખોમાં { $count } વાર
}
entities-not-mentioned = હજી કોઈ ઉલ્લેખ નથી
entities-gone = આ એન્ટિટી હવે કોઈની પાસે નથી
entities-gone-id = { $id }: આ એન્ટિટી હવે કોઈની પાસે નથી

## The chosen one

# Behind a name of somebody whose part of the registry came with a shared one.
entities-shared = { $name } (સહિયારું)
entities-made = { $when }ના રોજ બની
entities-name = નામ
entities-kind = પ્રકાર
entities-delete = એન્ટિટી કાઢી નાખો
entities-delete-hint = રજિસ્ટ્રીના તમારા ભાગમાંથી કાઢી નાખો; ઉલ્લેખોની લિંક રહે છે
entities-other-names = બીજાં નામ
entities-remove-name = આ નામ દૂર કરો
entities-add-name = કોઈ પણ લિપિમાં નામ ઉમેરો
entities-description = વર્ણન
entities-identifiers = આઈડી અને લિંક
entities-remove-identifier = આ આઈડી દૂર કરો
# What stands behind an address.
entities-link = લિંક
entities-remove-link = આ લિંક દૂર કરો
entities-add-identifier = wikidata:Q42, અથવા કોઈ સરનામું
entities-alike = કદાચ એક જ
entities-merge = ભેગી કરો
entities-merge-hint = બંને એક છે; કોઈની ટીપો બદલાતી નથી
entities-are-one = બંને એક છે
entities-are-two = બંને જુદી છે
entities-are-two-hint = ફરી ન સૂચવો
entities-one-with = ભેગી કરેલી એન્ટિટી
entities-split = અલગ કરો
entities-split-hint = તેને ફરી અલગ કરો; ઉલ્લેખોની લિંક રહે છે
entities-split-id = { $id }ને અલગ કરો

## What annotators contradict each other in

entities-contradiction-decided = { $one } અને { $other }ને { $same } એક માને છે, અને { $different } જુદી
entities-contradiction-follows = { $one } અને { $other }ને { $different } જુદી માને છે, પણ બીજા વિશે જે કહેવાયું છે તે પ્રમાણે તે એક છે
# said: each kind with who says so, as below.
entities-contradiction-kinds = { $id }નો પ્રકાર: { $said }
entities-contradiction-kind = { $kind } ({ $names } પ્રમાણે)

## Mentions

entities-mentions = ઉલ્લેખો
entities-mentions-reading = લેખોમાં શોધ ચાલે છે…
entities-mentions-more = { $count ->
    [one] અને બીજો { $count }
   *[other] અને બીજા { $count }
}
entities-mentions-split = { $count ->
    [one] { $count } ઉલ્લેખ અલગ કરો
   *[other] { $count } ઉલ્લેખો અલગ કરો
}
entities-mentions-split-hint = તેમની પોતાની એન્ટિટી બને છે, જેનું નામ બદલી શકાય કે બીજી સાથે ભેગી કરી શકાય
entities-mentions-untick = બધાની ટિક કાઢો
entities-mention-tick = { $file }માં { $quote } ટિક કરો
entities-mention-not-own = ફક્ત પોતાના ઉલ્લેખો અલગ કરી શકાય છે
# A mention in a field of a claim: the field, and whose claim it is.
entities-mention-field = { $attribute }, { $annotator }
entities-mention-show = લેખમાં બતાવો

## Every occurrence

entities-occurrences-title = બધે ટૅગ કરો
entities-occurrences-article = આ લેખમાં
entities-occurrences-workspace = આખા કાર્યક્ષેત્રમાં
entities-occurrences-progress = { $done ->
    [one] { $total }માંથી { $done } લેખ જોવાયો
   *[other] { $total }માંથી { $done } લેખો જોવાયા
}
entities-occurrences-tag = { $count } ટૅગ કરો
entities-occurrences-none = ટૅગ ન થઈ હોય એવી બીજી કોઈ જગ્યા નથી
entities-occurrences-found = { $count ->
    [one] { $count } જગ્યા, { $sure } ચોક્કસ
   *[other] { $count } જગ્યાઓ, { $sure } ચોક્કસ
}
entities-occurrences-tick-all = બધી ટિક કરો
entities-occurrences-tick-none = બધી ટિક કાઢો
entities-occurrences-tick-sure = ચોક્કસ હોય તે જ ટિક કરો
# Why a less sure one was found.
entities-occurrence-spelling = બીજી જોડણી
entities-occurrence-ending = પ્રત્યય સાથે
entities-occurrence-last-word = ફક્ત છેલ્લો શબ્દ

## Choosing one

entities-pick-title = આ કોણ કે શું છે?
entities-pick-search = નામ, કોઈ પણ લિપિમાં
entities-pick-looking = મળતા ઉચ્ચારનાં નામ શોધાય છે…
entities-pick-none = મળતા ઉચ્ચારવાળી કોઈ એન્ટિટી અહીં નથી
entities-pick-author = લેખના લેખક
entities-pick-unknown = અજ્ઞાત (લખાણમાં જણાવ્યું નથી)
entities-pick-new = આ શબ્દોમાંથી નવી એન્ટિટી
entities-pick-nobody = હજી એન્ટિટી નથી
entities-pick-keys = Enterથી પસંદ કરેલી લો · / થી શોધો
entities-pick-all-workspace = Shift: આખા કાર્યક્ષેત્રમાં આ રૂપના બધા
entities-pick-all-article = Shift: આ લેખમાં આ રૂપના બધા
entities-pick-scope = આ રૂપના બધા ક્યાં લિંક થાય
entities-pick-scope-hint = લેખ અને કાર્યક્ષેત્ર વચ્ચે બદલો (Tab)
entities-pick-against = { $reason }; વિરુદ્ધ: { $against }

## Why one is offered, and what speaks against it

entities-reason-nearby = નજીકમાં ઉલ્લેખ છે
entities-reason-letters = { $reason } (અક્ષરો)
entities-reason-initial = { $reason } (આદ્યાક્ષર)
entities-reason-other-name = { $reason } (બીજું નામ)
entities-reason-meaning = { $reason } (એ જ અર્થ)
entities-reason-doubtful = { $reason }, શંકાસ્પદ
entities-against-kind = તેનો પ્રકાર જુદો છે: { $kind }
entities-against-only-here = “{ $word }” ફક્ત લખાણમાં છે
entities-against-only-there = “{ $word }” લખાણમાં નથી
entities-against-unlike = “{ $here }” અને “{ $there }”નો ઉચ્ચાર ઘણો જુદો છે
entities-against-other-things = “{ $here }” અને “{ $there }” જુદી વસ્તુઓ છે

## The entity of a mention, beside its annotation

entities-field-link = લિંક…
entities-field-link-name = એન્ટિટી સાથે લિંક કરો
entities-field-link-hint = આ કોણ કે શું છે તે જણાવો (Ctrl+K)
entities-field-unlink = લિંક દૂર કરો
entities-field-unlink-hint = આ લિંક દૂર કરો
entities-field-may-be = કદાચ
entities-field-names = { $count ->
    [one] { $count } નામ
   *[other] { $count } નામ
}

## From and to files

entities-import-title = એન્ટિટી આયાત કરો
entities-import-button = આયાત કરો
entities-import-about = કોષ્ટક (.csv), JSON Lines (.jsonl), Turtleમાં SKOS (.ttl) અથવા બીજી એન્ટિટી ફાઇલ (.json). તે તમારી એન્ટિટીમાં ઉમેરાય છે; જે પહેલેથી છે તેમાં ખૂટતાં નામ અને આઈડી ઉમેરાય છે
entities-export-title = એન્ટિટી નિકાસ કરો
entities-export-button = નિકાસ કરો
entities-export-about = બધાની એન્ટિટી, કોષ્ટક (.csv), JSON Lines (.jsonl) અથવા Turtleમાં SKOS (.ttl) રૂપે
entities-transfer-file = ફાઇલ
entities-transfer-ending = નામ આમાંથી એક પર પૂરું થવું જોઈએ
entities-import-kind = ફાઇલમાં પ્રકાર ન હોય, તો
entities-import-kind-name = જેનો પ્રકાર નથી તેનો પ્રકાર
