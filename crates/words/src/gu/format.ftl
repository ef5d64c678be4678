# Bytes to values: what was not as it should be in a file, and why one cannot be used.

## Where: as parts of a file, behind its name

format-place-entry = { $list ->
    [annotations] ટીપોની એન્ટ્રી { $number }
    [relations] લિંકની એન્ટ્રી { $number }
    [reviews] નિર્ણયોની એન્ટ્રી { $number }
    [decisions] સમીક્ષાના નિર્ણયોની એન્ટ્રી { $number }
    [answers] જવાબોની એન્ટ્રી { $number }
    [returned] પરત કરેલા લેખોની એન્ટ્રી { $number }
    [orphans] જગ્યા વગરની ટીપોની એન્ટ્રી { $number }
    [entities] એન્ટિટીની એન્ટ્રી { $number }
   *[other] “{ $list }”ની એન્ટ્રી { $number }
}
format-place-annotation = ટીપ { $id }
format-place-orphan = જગ્યા વગરની ટીપ { $id }
format-place-review = { $annotator }ની ટીપ { $annotation } પરનો નિર્ણય
format-place-line = લીટી { $line }
format-place-bytes = બાઇટ { $bytes }
format-place-encoding = એન્કોડિંગ

## JSON; in English the parser says more itself

format-json-cut-off = ફાઇલ અધવચ્ચે પૂરી થઈ જાય છે
format-json-syntax = તેની રચના બરાબર નથી
format-json-data = કંઈક ખૂટે છે અથવા બરાબર પ્રકારનું નથી
format-json-at = { $what } (લીટી { $line }, કૉલમ { $column })
# Of a file: format and version of what it holds.
format-other-version = તે ફૉર્મેટની આવૃત્તિ { $version }માં છે, અને આ પ્રોગ્રામ આવૃત્તિ 1 વાંચે છે
format-cannot-be-read = તે વાંચી શકાઈ નથી: { $error }

## The encoding of an article

format-encoding-places = { $count ->
    [one] લખાણમાં { $count } જગ્યા UTF-8 તરીકે વાંચી શકાઈ નથી
   *[other] લખાણમાં { $count } જગ્યાઓ UTF-8 તરીકે વાંચી શકાઈ નથી
}
format-encoding-characters = લખાણ { $encoding } તરીકે વાંચ્યું છે; વાંચી ન શકાયેલા અક્ષરો: { $count }
format-encoding-other = લખાણ UTF-8માં નથી અને { $encoding } તરીકે વાંચ્યું છે
format-encoding-shown-as = તેની જગ્યાએ U+FFFD દેખાય છે; ફાઇલ બદલી નથી
format-encoding-if-wrong = લખાણ બરાબર ન દેખાય તો ટીપ કરતાં પહેલાં તેનું એન્કોડિંગ પસંદ કરો
format-doubt-nul = { $count ->
    [one] ફાઇલમાં { $count } NUL અક્ષર છે, તેથી તે લખાણ ન હોય કે બીજા એન્કોડિંગમાં હોય એવું બને
   *[other] ફાઇલમાં { $count } NUL અક્ષર છે, તેથી તે લખાણ ન હોય કે બીજા એન્કોડિંગમાં હોય એવું બને
}
format-doubt-controls = ફાઇલમાં { $count } નિયંત્રણ વર્ણ છે, તેથી તે લખાણ ન હોય કે બીજા એન્કોડિંગમાં હોય એવું બને
format-doubt-twice = લાગે છે કે UTF-8 લખાણ Windows-1252 તરીકે વંચાઈને ફરી સચવાયું હતું
format-doubt-signs = શબ્દોની અંદર એવાં ચિહ્નો અને મોટા અક્ષર છે જે કોઈ ભાષામાં હોતાં નથી, તેથી એન્કોડિંગ બીજું હોઈ શકે
format-doubt-kruti-dev = લખાણ કૃતિદેવ ફૉન્ટમાં લખાયું હતું અને યુનિકોડમાં ફેરવ્યું છે
format-doubt-shree-lipi = લાગે છે કે લખાણ શ્રી-લિપિ પરિવારના કોઈ ફૉન્ટમાં લખાયું હતું; તે અહીં યુનિકોડમાં ફેરવી શકાતું નથી
format-doubt-font = શબ્દોની અંદર એવાં ચિહ્નો અને મોટા અક્ષર છે જે કોઈ ભાષામાં હોતાં નથી: લખાણ કૃતિદેવ કે શ્રી-લિપિ જેવા કોઈ ખાસ ફૉન્ટમાં લખાયું હોય એવું બને
format-preview-bad = { $count ->
    [one] { $count } અક્ષર વાંચી શકાતો નથી
   *[other] { $count } અક્ષર વાંચી શકાતા નથી
}

## Web pages

format-page-deep = પેજના ભાગ એકબીજાની અંદર એટલા ઊંડા છે જેટલા કોઈ બ્રાઉઝર બતાવતું નથી
format-page-deep-hint = સૌથી અંદરના ભાગ તેમની બહારના ભાગના લખાણ તરીકે વાંચ્યા છે
format-page-slow = પેજ એ રીતે બનેલું છે કે { $seconds } સેકન્ડમાં વાંચી શકાતું નથી

## The list of articles

format-articles-no-column = તેમાં “file” કૉલમ નથી
format-articles-row = એક હરોળ વાંચી શકાઈ નથી: { $error }
format-articles-twice = { $file } તેમાં બે વાર છે; પહેલી હરોળ ગણાશે
format-articles-hint = બાકીનું બધું વપરાયું છે

## The workspace file

format-schema-other-format = તે કાર્યક્ષેત્રની ફાઇલ નથી (તેનું ફૉર્મેટ { $format } છે)
format-schema-colour = લેબલ “{ $label }”નો રંગ પેલા બારમાંથી નથી
format-schema-colour-hint = તે { $colour } રંગમાં દેખાય છે
format-schema-key = લેબલ “{ $label }”ની કી એકથી વધુ અક્ષરની છે
format-schema-key-hint = હવે તેની કોઈ કી નથી
format-schema-hint = લેબલ અને ગુણના ડાયલૉગમાં તે સુધારી શકાય છે
# kind is label, attribute or relation.
format-schema-no-id = { $kind ->
    [label] એક લેબલની આઈડી નથી
    [attribute] એક ગુણની આઈડી નથી
   *[relation] એક સંબંધની આઈડી નથી
}
format-schema-twice = { $kind ->
    [label] લેબલ “{ $id }” બે વાર છે
    [attribute] ગુણ “{ $id }” બે વાર છે
   *[relation] સંબંધ “{ $id }” બે વાર છે
}
format-schema-key-twice = કી “{ $key }” બે લેબલની છે
format-schema-no-attribute = લેબલ “{ $label }”માં “{ $attribute }” ગુણ છે, જે વ્યાખ્યાયિત નથી

## Sidecars

format-sidecar-not-json = તે બરાબર JSON નથી: { $what } (લીટી { $line }, કૉલમ { $column })
format-sidecar-other-format = તે ટીપોની ફાઇલ નથી (તેનું ફૉર્મેટ { $format } છે)
format-sidecar-other-unit = તેના ઑફસેટ { $unit }માં ગણેલા છે, કોડ પૉઇન્ટમાં નહીં
format-sidecar-wrong-shape = તેનું “{ $field }” વાંચી શકાયું નથી: { $error }
format-sidecar-missing = તે છે જ નહીં
format-sidecar-other-source = તે લેખની બીજી આવૃત્તિની છે (તેમાં ટીપો: { $count })
format-sidecar-entry = { $list ->
    [annotations] એક ટીપ વાંચી શકાઈ નથી: { $error }
    [relations] એક લિંક વાંચી શકાઈ નથી: { $error }
    [reviews] એક નિર્ણય વાંચી શકાયો નથી: { $error }
    [decisions] સમીક્ષાનો એક નિર્ણય વાંચી શકાયો નથી: { $error }
    [answers] એક જવાબ વાંચી શકાયો નથી: { $error }
    [returned] લેખ પરત કર્યાની એક એન્ટ્રી વાંચી શકાઈ નથી: { $error }
    [orphans] જગ્યા વગરની એક ટીપ વાંચી શકાઈ નથી: { $error }
    [entities] એક એન્ટિટી વાંચી શકાઈ નથી: { $error }
   *[other] “{ $list }”ની એક એન્ટ્રી વાંચી શકાઈ નથી: { $error }
}
format-sidecar-entry-hint = તે ફાઇલમાં સુરક્ષિત છે
format-sidecar-time = સમય “{ $field }” વાંચી શકાયો નથી: { $error }
format-sidecar-time-hint = ફાઇલમાં તે જેમ છે તેમ જ રહેશે
format-sidecar-edge = “{ $quote }”ની એક સીમા એવા અક્ષરની અંદર છે જે વાંચવામાં એક જ દેખાય છે
format-sidecar-edge-hint = તે જેમ છે તેમ જ રહેશે; તેને આખા અક્ષર સુધી લંબાવો

# As { $error } of an entry.

format-entry-quote = { $start }થી { $end } સુધીનું લખાણ “{ $found }” છે, “{ $quote }” નહીં
format-entry-attribute = ગુણ “{ $attribute }”માં મૂલ્ય કે એન્ટિટીમાંથી એક હોવું જોઈએ, બંને નહીં
format-entry-no-source = તે લેખની કઈ આવૃત્તિની છે તે તેમાં લખેલું નથી
format-entry-length = તેના શબ્દો { $start }થી { $end } સુધીની લંબાઈના નથી
format-entry-twice = તેની આઈડી બે વાર છે
format-entry-decision = તે આ આવૃત્તિનો નિર્ણય નથી
format-entry-superseded = આ જ ટીપ પર ત્યાર પછીનો બીજો નિર્ણય છે
format-span-empty = અંશ ખાલી કે ઊલટો છે
format-span-out-of-bounds = અંશ લખાણના અંતથી આગળ જાય છે
format-span-inside-character = અંશની એક સીમા કોઈ અક્ષરની અંદર છે
format-spans-none = ટીપમાં ઓછામાં ઓછો એક અંશ હોવો જોઈએ
format-spans-overlap = એક જ ટીપના અંશ એકબીજા પર આવે છે
format-no-annotator = એનોટેટરના નામમાં ફક્ત નાના રોમન અક્ષર, અંક, - અને _ હોય છે, અને શરૂઆતમાં અક્ષર કે અંક: { $name }
format-no-entity-id = એન્ટિટીની આઈડીમાં ફક્ત નાના રોમન અક્ષર, અંક, - અને _ હોય છે, અને શરૂઆતમાં અક્ષર કે અંક: { $id }
format-entity-id-reserved = “{ $id }” એન્ટિટીની આઈડી ન હોઈ શકે: તેનો અર્થ લેખક કે અજ્ઞાત થાય છે
format-no-time = “{ $time }” તારીખ અને UTCથી તફાવતવાળો સમય નથી, જેમ કે 2026-01-02T03:04:05Z

## Writing a set

format-encode-no-slice = એક ટીપનો અંશ લખાણમાં નથી: { $id }
format-encode-not-finite = એક ગુણનું મૂલ્ય પરિમિત સંખ્યા નથી: { $id }
format-encode-not-json = સાચવેલું એક મૂલ્ય બરાબર JSON નથી: { $id }

## The journal

format-journal-other-format = તે જર્નલ નથી
format-journal-record = એક રેકૉર્ડ વાંચી શકાયો નથી: { $error }
format-journal-record-hint = તે છોડી દીધો છે
format-journal-damaged = { $count } બાઇટ કોઈ રેકૉર્ડના નથી
format-journal-damaged-hint = તે છોડી દીધા છે; આસપાસનું બધું વાંચ્યું છે
format-journal-change = એક ફેરફાર વાંચી શકાયો નથી: { $error }
format-journal-change-empty = તેમાં કંઈ નથી

## Entities

format-entities-other-format = તે એન્ટિટીની ફાઇલ નથી (તેનું ફૉર્મેટ { $format } છે)
format-entities-other-annotator = તે { $annotator }નો ભાગ છે, પણ નામ બીજાનું છે
format-entities-missing = “{ $key }” નથી
format-entities-field = “{ $key }”: { $error }
format-entities-no-name = તેનું કોઈ નામ નથી
format-entities-nameless = તેની આઈડી પણ નથી અને નામ પણ નથી
format-entities-apart-from-itself = એન્ટિટીને પોતાનાથી જુદી ગણી શકાતી નથી
format-entities-step-no-inverse = એક ફેરફાર પાછો લઈ શકાતો નથી
format-entities-step-no-judgement = આવો કોઈ નિર્ણય નથી
format-entities-step-no-change = તે રજિસ્ટ્રીનો ફેરફાર નથી
format-entities-two = { $id } આઈડીની બે એન્ટિટી છે
format-entities-pair-of-one = બંને એક જ છે
format-entities-judged-twice = આ જ ફાઇલમાં બંનેને જુદી પણ ગણી છે
format-entities-step = એન્ટિટીના ઇતિહાસનું એક પગલું વાંચી શકાયું નથી: { $error }
format-entities-step-hint = તે પહેલાં જે કર્યું તે તેમ જ રહેશે
format-entities-malformed = તે { $format } તરીકે વાંચી શકાઈ નથી: { $error }
format-entities-no-column = તેમાં “{ $column }” કૉલમ નથી; id કે name હોવું જરૂરી છે, અને kind, aliases, description, ids, links પણ હોઈ શકે
format-entities-not-written = એન્ટિટી { $format }માં લખાતી નથી
format-entities-column = આ કૉલમ એન્ટિટીનું નથી
format-entities-column-hint = તે છોડી દીધું છે
format-entities-left-out = એક એન્ટિટી છોડી દીધી: { $error }
format-entities-left-out-hint = ફાઇલમાં તેને સુધારીને ફરી આયાત કરો
format-entities-time-hint = સમય છોડી દીધો છે
format-entities-no-label = તેનું કોઈ લેબલ નથી
format-entities-no-concepts = { $count ->
    [one] લેબલવાળી { $count } વસ્તુ વિભાવના (skos:Concept) નથી (જેમ કે યોજના, સંગ્રહ કે વર્ગ)
   *[other] લેબલવાળી { $count } વસ્તુઓ વિભાવનાઓ (skos:Concept) નથી (જેમ કે યોજના, સંગ્રહ કે વર્ગ)
}
format-entities-no-concepts-hint = એન્ટિટી ફક્ત વિભાવનાઓમાંથી બને છે; બાકીની છોડી દીધી છે

## Datasets

format-read-encoding = તે UTF-8માં નથી; પહેલાં તેને UTF-8માં બદલો ({ $error })
format-read-too-long = તેની એક એન્ટ્રી { $mebibytes } MiBથી લાંબી છે, અને તેથી લાંબી એકસાથે વંચાતી નથી; તેને વહેંચો
format-read-too-many-values = તેની એક એન્ટ્રીમાં એટલાં મૂલ્યો છે કે તેને વાંચવામાં { $gibibytes } GiBથી વધુ મેમરી લાગે; તેને વહેંચો
format-read-json = તે JSON નથી: { $error }
format-unread-parquet = તે Parquet છે, જે વંચાતું નથી; ડેટાસેટને JSONની લીટીઓ તરીકે નિકાસ કરો, જેમ કે Hugging Face datasetsના to_jsonથી, અને તે આયાત કરો
format-unread-java = તેમાં ટીપ Javaના ઑબ્જેક્ટ તરીકે છે, જે વંચાતા નથી; પ્રોજેક્ટને ગૌણ ફૉર્મેટ UIMA CAS JSON 0.4.0 કે UIMA CAS XMI સાથે નિકાસ કરો
format-unread-gate-xml = તે GATEનું XML છે, જે વંચાતું નથી; દસ્તાવેજને bdocjs તરીકે સાચવો
format-unread-bdoc = તે YAML કે MessagePackમાં GATEનું bdoc છે, જે વંચાતું નથી; દસ્તાવેજને bdocjs તરીકે સાચવો
format-unread-bioc-xml = તે XMLમાં BioC છે, જે વંચાતું નથી; તેને BioC JSONમાં બદલો
format-unread-csv = તે કોષ્ટક (CSV) છે, અને કોષ્ટકની ટીપ વંચાતી નથી; તેને JSONની લીટીઓ તરીકે નિકાસ કરો
format-unread-fasttext = તે fastTextની ફાઇલ છે, જેમાં દરેક લખાણનું એક લેબલ છે અને લખાણની અંદર કોઈ ટીપ નથી; આયાત કરવા જેવું કંઈ નથી
format-table-row = એક હરોળ કોષ્ટકમાં બેસતી નથી: { $error }
format-table-quote = { $file }નો એક અંશ { $start }–{ $end } પર જે છે તે નથી
format-table-no-column = { $column } નામનું કોઈ કૉલમ નથી
format-table-unlike = { $expected } હોવું જોઈએ, { $found } નહીં
format-entity-table = એન્ટિટીનું કોષ્ટક બની શક્યું નથી: { $error }
format-entity-file = એન્ટિટીની ફાઇલ બની શકી નથી: { $error }
format-verify-unreadable = { $file } માટે જે લખ્યું તે ફરી વાંચી શકાયું નથી: { $error }
format-verify-missing = { $file } માટે જે લખ્યું તેમાં “{ $quote }” ({ $label }) તેની જગ્યાએ નથી
format-verify-less = { $file } માટે જે લખ્યું તેમાં “{ $quote }” ({ $label }) વિશેની બધી માહિતી નથી
format-verify-unlinked = { $file } માટે જે લખ્યું તેમાં “{ $quote }”નો સંબંધ “{ $label }” નથી
format-verify-unsaid = { $file } માટે જે લખ્યું તેમાં { $annotator }નું આ નથી: { $what }

## Remarks of an import

format-remark-many = { $what } (આવાં { $count })
format-remark-examples = { $what }: { $examples }
format-remark-many-examples = { $what } (આવાં { $count }): { $examples }
format-remark-unread = { $list ->
    [annotations] એક ટીપ વાંચી શકાઈ નથી: { $error }
    [relations] એક લિંક વાંચી શકાઈ નથી: { $error }
    [reviews] એક નિર્ણય વાંચી શકાયો નથી: { $error }
    [decisions] સમીક્ષાનો એક નિર્ણય વાંચી શકાયો નથી: { $error }
    [answers] એક જવાબ વાંચી શકાયો નથી: { $error }
    [returned] લેખ પરત કર્યાની એક એન્ટ્રી વાંચી શકાઈ નથી: { $error }
    [orphans] જગ્યા વગરની એક ટીપ વાંચી શકાઈ નથી: { $error }
    [entities] એક એન્ટિટી વાંચી શકાઈ નથી: { $error }
   *[other] “{ $list }”ની એક એન્ટ્રી વાંચી શકાઈ નથી: { $error }
}
format-unit-by-quotes = { $unit }: { $all }માંથી { $good } અવતરણ તેમની જગ્યાએ છે
format-unit-by-edges = { $unit }: { $all }માંથી { $words } સીમાઓ શબ્દોની વચ્ચે પડે છે, { $characters } અક્ષરોની વચ્ચે
