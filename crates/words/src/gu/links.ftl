# ટીપો વચ્ચેની લિંક: બનાવવી, બીજો છેડો શોધવો, અને સૂચવેલી લિંક.

# A link as it is heard: what it says, the words of its other end, its article.
links-spoken = લિંક: { $label } { $words }
links-spoken-with-place = લિંક: { $label } { $words }, { $place }
links-follow-hint = બીજા છેડે જાઓ (Ctrl+])
links-gone-hint = તે હવે ત્યાં નથી
links-end-without-place = { $quote } (પોતાની જગ્યા ગુમાવી ચૂકી છે)
links-end-gone = હવે નથી: કાઢી નખાઈ છે

## Making one

# Before the words it starts at.
links-from = અહીંથી લિંક
links-leave = લિંક કરવાનું છોડો
links-leave-hint = બીજા છેડા પર ક્લિક કરો, અથવા Tabથી ત્યાં જઈને Enter દબાવો, આ લેખમાં કે બીજામાં; Ctrl+L તેને શબ્દોથી શોધે છે, Escથી છોડો
links-other-end = લિંકનો બીજો છેડો
links-find-end = ટીપ શોધો
links-reading = કાર્યક્ષેત્રમાં શોધ ચાલે છે…
links-no-end = એવી કોઈ ટીપ નથી જેની સાથે લિંક કરી શકાય
links-more-ends = { $count ->
    [one] બીજી { $count }: વધુ શબ્દો લખો
   *[other] બીજી { $count }: વધુ શબ્દો લખો
}
links-which = કઈ લિંક
links-as = લિંકનો પ્રકાર
links-none-named = આ બે વચ્ચે આ નામની કોઈ લિંક ન હોઈ શકે

## Suggested

links-suggested = સૂચવેલી લિંક
links-suggested-keys = અંક લિંક કરે છે, x નકારે છે, Enter લખાણ ખોલે છે, Esc બંધ કરે છે
links-searching = આ જ વાતના દાવા શોધાય છે…
links-none-suggested = બીજો કોઈ દાવો આ જ વાતનો લાગતો નથી
links-suggested-claim = સૂચન: { $quote }, { $place }
links-neither-is-yours = આમાંથી કોઈ તમારો નથી: લિંક કરવા માટે એક પર જાતે નિશાન કરો
links-open = ખોલો
links-reject = નકારો
links-reject-claim = નકારો: { $quote }
links-reject-hint = તમે નીચે “ફરી સૂચવો” પસંદ કરો ત્યારે જ તે ફરી સૂચવાશે
links-rejected = નકારેલા
links-offer = ફરી સૂચવો
links-offer-claim = ફરી સૂચવો: { $quote }

## Why one is suggested

links-reason-same-claimer = એ જ દાવો કરનાર: { $name }
links-reason-same-entity = બંનેમાં { $name }નું નામ
links-reason-like-entity = { $one } અને { $other } એક હોઈ શકે
links-reason-same-number = બંનેમાં { $number }, જે સમર્થનનો સંકેત છે
links-reason-other-numbers = { $ours } ≠ { $theirs }, જે ખંડનનો સંકેત છે
links-reason-same-day = બંનેમાં { $day }
links-reason-same-words = સમાન શબ્દો: { $words }

## Days that a sentence names

links-date = { $day } { $month }
links-monday = સોમવાર
links-tuesday = મંગળવાર
links-wednesday = બુધવાર
links-thursday = ગુરુવાર
links-friday = શુક્રવાર
links-saturday = શનિવાર
links-sunday = રવિવાર
links-january = જાન્યુઆરી
links-february = ફેબ્રુઆરી
links-march = માર્ચ
links-april = એપ્રિલ
links-may = મે
links-june = જૂન
links-july = જુલાઈ
links-august = ઑગસ્ટ
links-september = સપ્ટેમ્બર
links-october = ઑક્ટોબર
links-november = નવેમ્બર
links-december = ડિસેમ્બર
