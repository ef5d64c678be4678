# The panel at the right: the focused annotation, the lists, the guidelines.

inspector-tab-all = બધી
inspector-tab-entities = એન્ટિટી
inspector-tab-claims = દાવા
inspector-tab-guidelines = માર્ગદર્શિકા
inspector-tab-orphans = જગ્યા વગરની
inspector-hint-select = લખાણમાં શબ્દો પસંદ કરો અને લેબલની કી દબાવો, અથવા લેબલ પસંદ કરવા Enter દબાવો
inspector-hint-click = વિગત જોવા માટે ટીપ પર ક્લિક કરો અથવા Tab દબાવો
inspector-list-empty = હજી કોઈ ટીપ નથી

## The focused annotation

inspector-delete-tip = આ ટીપ દૂર કરો (Delete)
inspector-guidelines-of-label = આ લેબલની માર્ગદર્શિકા
inspector-guidelines-tip = માર્ગદર્શિકા તેના વિશે શું કહે છે (F2)
inspector-kind-entity = એન્ટિટી
inspector-kind-claim = દાવો
inspector-label = લેબલ: { $label }
inspector-label-tip = લેબલ બદલો (Enter)
inspector-note = નોંધ
inspector-offsets = કોડ પૉઇન્ટમાં ઑફસેટ
inspector-remove-part = આ ભાગ દૂર કરો
inspector-origin-hand = હાથે ઉમેરેલી
inspector-origin-propagated = બીજા ઉલ્લેખ પરથી ઉમેરેલી
inspector-origin-import = આયાત કરેલી
inspector-origin-model = મૉડલનું સૂચન
inspector-origin-adjudicated = નિર્ણયથી નક્કી
inspector-origin-score = { $by }, સ્કોર { $score }
inspector-origin-edited = { $when }ના રોજ બદલી
inspector-local-time = સ્થાનિક સમય

## Attributes

inspector-value-yes = હા
inspector-value-no = ના
inspector-flag-yes = હા
inspector-flag-no = ના
inspector-attribute-unknown = { $attribute } (સ્કીમામાં નથી)
inspector-attribute-clear = મૂલ્ય દૂર કરો
inspector-attribute-no-number = આ સંખ્યા નથી, તેથી રખાશે નહીં
inspector-field-point = { $attribute }: લખાણમાંથી પસંદ કરીને ભરો
inspector-field-point-tip = { $attribute }: { $key } દબાવો, પછી શબ્દો પસંદ કરો કે નિશાન પર ક્લિક કરો
inspector-evidence = { $attribute }: પુરાવો
inspector-evidence-tip = પસંદ કરેલા શબ્દોને પુરાવા તરીકે જોડો; જ્યાં હજી મૂલ્ય નથી, ત્યાં તે મૂલ્ય પણ બને છે
inspector-evidence-remove = પુરાવો દૂર કરો
inspector-usual-values = { $attribute }: સામાન્ય મૂલ્યો
inspector-usual-entity = કોઈ એન્ટિટી…
inspector-usual-author = લેખના લેખક
inspector-usual-unknown = અજ્ઞાત (લખાણમાં જણાવ્યું નથી)

## Links

inspector-links = લિંક
inspector-links-add = લિંક કરો
inspector-links-add-name = બીજી ટીપ સાથે લિંક કરો
inspector-links-suggested = સૂચવેલી…
inspector-links-suggested-name = સૂચવેલી લિંક
inspector-link-by = { $annotator }ની
inspector-link-go = { $end } પર જાઓ
inspector-link-change = લિંક બદલો
inspector-link-relabel = તેને “{ $label }” કરો
inspector-link-reverse = દિશા ઉલટાવો
inspector-link-edit-note = નોંધ બદલો…
inspector-link-remove = લિંક દૂર કરો
inspector-link-note = લિંકની નોંધ
inspector-nested-inner = તે આની અંદર છે
    .link = લિંક કરો: બહારનો દાવો તેને ટાંકે છે
inspector-nested-outer = તેની અંદર છે
    .link = લિંક કરો: તે અંદરના દાવાને ટાંકે છે

## Guidelines

inspector-guidelines-none = આ કાર્યક્ષેત્રમાં માર્ગદર્શિકા નથી. tippani.jsonની બાજુમાં guidelines.md મૂકો, તે અહીં દેખાશે
inspector-guidelines-too-long = માર્ગદર્શિકા એટલી લાંબી છે કે ગોઠવીને બતાવી શકાતી નથી; તે ફાઇલમાં છે તેમ જ બતાવી છે
inspector-guidelines-too-deep = માર્ગદર્શિકામાં એટલાં સ્તર છે કે ગોઠવીને બતાવી શકાતી નથી; તે ફાઇલમાં છે તેમ જ બતાવી છે

## Annotations without a place

inspector-orphans-none = દરેક ટીપની જગ્યા છે
inspector-orphan-was = લેખ બદલાયો તે પહેલાં તે અહીં હતી
inspector-orphan-nowhere = લખાણમાં હવે એવું કંઈ નથી: તેના શબ્દો પસંદ કરો, અથવા તેને કાઢી નાખો
inspector-orphan-may-be = હવે તે અહીં હોઈ શકે
inspector-orphan-use-selection = પસંદ કરેલા શબ્દો લો
inspector-orphan-later = પછી માટે રાખો
inspector-orphan-delete = તેને કાઢી નાખો
inspector-orphan-evidence-lost = { $attributes } માટેના શબ્દો ફરી મળ્યા નથી
inspector-orphan-move-here = અહીં ખસેડો
inspector-orphan-move-to = જગ્યા { $place } પર ખસેડો
inspector-orphan-looked-at = હમણાં આ
