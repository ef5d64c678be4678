# નિકાસ અને આયાતના ડાયલૉગ.

exchange-export = નિકાસ કરો
exchange-import = આયાત કરો
exchange-hidden-rows = પહેલી હરોળોમાં નામ છે, જે છુપાવેલાં છે
exchange-first-rows = પહેલી હરોળો
exchange-progress = { $total ->
    [one] { $total }માંથી { $done } લેખ
   *[other] { $total }માંથી { $done } લેખ
}

## What offsets count

# explanation is one of those at the end.
exchange-format-about = { $explanation }; ઑફસેટ { $unit }માં ગણાય છે
exchange-format-about-without-unit = { $explanation }; ઑફસેટ શેમાં ગણાય છે તે તેની ફાઇલોમાં લખેલું નથી
# As a part of a sentence.
exchange-unit-code-points = કોડ પૉઇન્ટ
exchange-unit-utf16 = UTF-16 કોડ યુનિટ
exchange-unit-bytes = UTF-8 બાઇટ

## Export

exchange-articles = લેખો:
exchange-articles-current = હાલનો લેખ
exchange-articles-shown = { $count ->
    [one] યાદીનો { $count } લેખ
   *[other] યાદીના { $count } લેખ
}
exchange-articles-all = બધા { $count }
exchange-annotators = આમની ટીપો:
exchange-accepted = ફક્ત એ જ જે સ્વીકારાયું હોય કે જેના પર બધા સંમત હોય
exchange-original-labels = આયાત કરેલી ટીપો તેમનાં મૂળ લેબલ સાથે
exchange-folder = ડેટાસેટનું ફોલ્ડર
exchange-nobody = અહીં હજી કોઈએ કશી ટીપ કરી નથી
exchange-no-annotator = કોની ટીપો નિકાસ કરવી તે પસંદ કરો
exchange-no-folder = ડેટાસેટ કયા ફોલ્ડરમાં મૂકવો તે જણાવો

## Import

exchange-files = ફાઇલ, અથવા ફાઇલોનું ફોલ્ડર
exchange-annotator = કયા એનોટેટરના નામે આયાત કરવું
exchange-slug = ફાઇલોનાં નામમાં: { $name }
exchange-labels = લેબલ મૅપિંગ, જેમ કે GPE=place
exchange-labels-name = લેબલ મૅપિંગ
exchange-unit = ઑફસેટનો એકમ:
exchange-detect = ઓળખો
exchange-choice-code-points = કોડ પૉઇન્ટ
exchange-choice-utf16 = UTF-16
exchange-choice-bytes = UTF-8 બાઇટ
exchange-is-you = આ તમે છો; આયાત કરેલી ટીપોની સમીક્ષા બીજા નામે થાય છે
exchange-no-file = આયાત કરવાની ફાઇલ પસંદ કરો
exchange-no-name = તે કોની ટીપો બનશે તે જણાવો

## What came of it

exchange-nothing-lost = કંઈ રહી ગયું નથી
exchange-lost = { $count ->
    [one] { $count } વસ્તુ આ ફૉર્મેટમાં લખી શકાતી નથી; EXPORT.mdમાં પણ યાદી છે
   *[other] { $count } વસ્તુઓ આ ફૉર્મેટમાં લખી શકાતી નથી; EXPORT.mdમાં પણ યાદી છે
}
exchange-lost-more = { $count ->
    [one] { $count } વસ્તુ આ ફૉર્મેટમાં લખી શકાતી નથી; પહેલી { $shown } અહીં છે, પૂરી યાદી EXPORT.mdમાં છે
   *[other] { $count } વસ્તુઓ આ ફૉર્મેટમાં લખી શકાતી નથી; પહેલી { $shown } અહીં છે, પૂરી યાદી EXPORT.mdમાં છે
}
exchange-warnings = { $count ->
    [one] { $count } ચેતવણી
   *[other] { $count } ચેતવણીઓ
}
exchange-asks-unit = ફાઇલમાં લખ્યું નથી કે ઑફસેટ શેમાં ગણાયા છે, અને બે શક્યતા સરખી બંધબેસે છે:
exchange-they-count = તે { $unit }માં ગણાયા છે
exchange-failed = થઈ શક્યું નહીં: { $why }
exchange-show-folder = ફાઇલ મેનેજરમાં બતાવો
exchange-back = પાછા જાઓ

## What each format is for

exchange-format-jsonl = દરેક લીટીમાં એક લેખ, સહાયક ફાઇલોની બધી માહિતી સાથે
exchange-format-brat = દરેક લેખની એક .txt અને એક .ann, ગુણ, સંબંધો અને નોંધ સાથે
exchange-format-doccano = સિક્વન્સ લેબલિંગ માટે લખાણ અને લેબલ; ગુણ અને સંબંધો નહીં
exchange-format-doccano-relations = સંબંધો તારવવા માટે એન્ટિટી અને સંબંધો; ગુણ નહીં
exchange-format-label-studio = ટીપો અને અનુમાનોવાળા ટાસ્ક, અને લેબલિંગની ગોઠવણ
exchange-format-prodigy = ટોકન, તેમના પરના અંશ અને સંબંધો; spaCy માટે
exchange-format-conll = દરેક લીટીમાં એક શબ્દ અને તેનો ટૅગ; દરેક શબ્દ પર એક નિશાન, એન્ટિટી અને દાવા અલગ
exchange-format-conllu = Universal Dependencies, છેલ્લા કૉલમમાં એન્ટિટી, જે એકબીજાની અંદર હોઈ શકે
exchange-format-spacy = spaCyની પાઇપલાઇન જેના પરથી શીખે છે તે દસ્તાવેજો, અંશોનાં જૂથો સાથે; તેનું JSON પણ વંચાય છે
exchange-format-spacy-json = લખાણ અને એન્ટિટી, દરેકની શરૂઆત, અંત અને લેબલ, દરેક લીટીમાં એક
exchange-format-hf-tokens = શબ્દો અને ક્રમાંકિત ટૅગ, તેમના અર્થ સાથે, જેના પરથી Hugging Faceનાં મૉડલ શીખે છે
exchange-format-w3c = સ્થાન અને અવતરણના સિલેક્ટર સાથે JSON-LD, લિંક્ડ ડેટા માટે
exchange-format-cas-json = INCEpTION માટે; ઑફસેટ UTF-16માં
exchange-format-xmi = CAS, તેની ટાઇપ સિસ્ટમ સાથે XMLમાં, INCEpTION અને UIMA માટે; ઑફસેટ UTF-16માં
exchange-format-webanno-tsv = દરેક લીટીમાં એક શબ્દ અને દરેક વિશેષતાનું એક કૉલમ, INCEpTION માટે; ઑફસેટ UTF-16માં
exchange-format-pubannotation = ડિનોટેશન, સંબંધો અને ગુણ; ભાગો અડીને હોવા જરૂરી નથી
exchange-format-bioc = ટીપો અને સંબંધોવાળા ફકરાના દસ્તાવેજો, ટેક્સ્ટ માઇનિંગ માટે
exchange-format-tei = લખાણ, અને તેનાથી અલગ તેના અંશો અને લિંક; લખાણની અંદરનાં નામ પણ વંચાય છે
exchange-format-bdocjs = એક દસ્તાવેજ, દરેક એનોટેટરની ટીપોના સેટ સાથે
exchange-format-huggingface = Hugging Face ડેટાસેટ, DuckDB અને Spark માટે: ભાષા પ્રમાણે વહેંચેલો, કાર્ડ સાથે
exchange-format-html = દરેક લેખનું એક પાનું, ફૉન્ટ સાથે, વાંચવા, મોકલવા અને છાપવા માટે
exchange-format-csv = દરેક હરોળમાં એક ટીપ, સ્પ્રેડશીટ માટે
exchange-format-aif = દાવાની ફ્રેમ: દાવો કરનાર, વલણ, પુરાવો અને દાવા વચ્ચેની લિંક
exchange-format-qdpx = સ્રોતો, કોડ અને કોડ કરેલા અંશો, NVivo, ATLAS.ti, MAXQDA અને QualCoder માટે
exchange-format-graph = લેખો, એન્ટિટી, દાવા અને લિંક એક જ ગ્રાફમાં, લિંક્ડ ડેટા માટે
exchange-format-tables = એન્ટિટી, ઉલ્લેખો, દાવા, તેમના ગુણ અને લિંક, દરેકનું પોતાનું કોષ્ટક
