# The panel of a review, and the dialogs about gold, agreed annotations and returned articles.

review-title = સમીક્ષા
review-end = સમીક્ષા પૂરી કરો
review-end-tip = સમીક્ષા પૂરી કરો (Esc)
review-names-hidden = { $count } એનોટેટર, નામ છુપાવેલાં
review-you = { $name } (તમે)
review-unfinished-counts = { $name }: ચાલુ લેખો ગણાય છે
review-unfinished-left-out = { $name }: { $count ->
    [one] { $count } ચાલુ લેખ છોડ્યો
   *[other] { $count } ચાલુ લેખો છોડ્યા
}
review-scope = સમીક્ષાનો વ્યાપ
review-scope-all = બધા લેખો
review-scope-listed = ફિલ્ટર કરેલા લેખો
review-scope-article = આ લેખ
review-filter = કતારમાં શું દેખાય
review-order = કતારનો ક્રમ
review-order-difference = મતભેદ પ્રમાણે
review-order-confidence = ભરોસા પ્રમાણે
review-order-label = લેબલવાર
review-order-text = લખાણના ક્રમમાં
review-looked-through = { $done ->
    [one] { $all }માંથી { $done } લેખ જોવાયો
   *[other] { $all }માંથી { $done } લેખો જોવાયા
}
review-decided = { $all }માંથી { $decided } પર નિર્ણય થયો
review-decided-agreed = { $all }માંથી { $decided } પર નિર્ણય થયો · { $agreed } પર સહમતિ
review-empty-looking = સમીક્ષા માટે શું છે તે જોવાય છે…
review-empty-nothing = અહીં હજી સુધી કશી ટીપ નથી
review-empty-agreed = નિર્ણય માટે કંઈ નથી: બધી બાબતે સહમતિ છે
review-empty-alone = અહીં કોઈ લેખ પર આમાંથી બે જણે ટીપ કરી નથી

## A sample

review-sample = ફક્ત એક નમૂનો
review-sample-bound = ભૂલનો દર આનાથી નીચે લાવવો
review-sample-part = દરેક એનોટેટર અને લેબલનો ભાગ
review-sample-count = પસંદ કરેલી ટીપો
review-sample-by-number = સંખ્યાથી
review-sample-by-part = ભાગથી
review-sample-seed = સીડ
review-sample-seed-name = નમૂનાનો સીડ
review-rate-judged = { $name }: { $drawn }માંથી { $judged } પર નિર્ણય થયો
review-rate-found = { $name }: { $drawn }માંથી { $judged } પર નિર્ણય થયો, { $rate }% ખોટી ({ $low }–{ $high }): { $against }
review-rate-below = { $bound }%થી નીચે
review-rate-not-below = { $bound }%થી નીચે નહીં
review-rate-left = { $bound }%થી નીચે આવવા હજી { $left ->
    [one] { $left } ટીપ
   *[other] { $left } ટીપો
} ભૂલ વગરની જોઈએ

## What is looked at

# What versions differ in; the first of several begins with a capital.
review-conflict-missing = ખૂટે છે
review-conflict-boundary = સીમા
review-conflict-label = લેબલ
review-conflict-attribute = ગુણ
review-conflict-entity = એન્ટિટી લિંક
review-conflict-relation = સંબંધ
review-difference-links = લિંક
review-comment = ટિપ્પણી
review-comment-hint = ટિપ્પણી ({ $key })
review-changed = તમારા નિર્ણય પછી બદલાયું
review-changed-anew = બદલાઈને એ જ થયું જેના પર નિર્ણય થઈ ચૂક્યો છે
review-verdict-of-earlier-version = આ નિર્ણય પ્રોગ્રામની જૂની આવૃત્તિનો છે, જે નિર્ણય શેના પર હતો તે રાખતી ન હતી
review-answers = { $name }નો જવાબ: { $answer }
review-contradicted = બીજા સમીક્ષકનો નિર્ણય જુદો છે ({ $verdicts })
review-nothing-of = { $name }નું અહીં કંઈ નથી
review-version-said = { $names }: { $label }, { $quote }
review-model-score = મૉડલને કેટલો ભરોસો હતો
review-verdict-accepted = સ્વીકૃત
review-verdict-rejected = નકારેલ
review-verdict-question = પ્રશ્ન
review-verdict-in-question = પ્રશ્ન છે
review-queue-nothing = અહીં કંઈ બાકી નથી
review-queue-reading = { $file } વંચાય છે…
review-queue-said = { $quote }, { $difference }, { $file }

## What all agree about

review-agreed-title = સર્વસંમત ટીપો સ્વીકારો
review-agreed-nothing = અહીં એવું કંઈ નથી જેના પર બધા સંમત હોય અને જે તમારી પાસે ન હોય
review-agreed-alike = { $names }: બધા પાસે આ સરખી છે; તેની નકલો તમારી થશે, અને એક જ વારમાં પાછી લઈ શકાશે
review-take = લો
review-take-count = { $count } લો

## Filling gold

review-fill = ભરો
review-fill-title = ગોલ્ડ સેટ ભરો
review-fill-nobody = અહીં “{ $name }” નામનું કોઈ નથી
review-fill-here = ફક્ત આ લેખ
review-fill-undecided = જેના પર કોઈનો નિર્ણય નથી તે જ ભરાય છે; બધા લેખોનો ફેરફાર એક જ વારમાં પાછો લઈ શકાય
review-fill-rule-all = જે બધા કહે
review-fill-rule-at-least = જે ઓછામાં ઓછા આટલા કહે
review-fill-rule-most = જે મોટા ભાગના કહે; સરખા હોય તો ખુલ્લું રહે
review-fill-rule-trust = આ ક્રમમાં ભરોસો
review-fill-rule-dawid-skene = ક્ષમતાથી (Dawid અને Skene), સંભાવના આનાથી વધુ
review-fill-rule-mace = ક્ષમતાથી (MACE), સંભાવના આનાથી વધુ
review-fill-at-least = ઓછામાં ઓછા કેટલા
review-fill-trusted = કોના પર ભરોસો છે, સૌથી વધુ પહેલા પર
review-fill-probability = સંભાવના આનાથી વધુ
review-fill-label-rule = લેબલનો નિયમ
review-fill-another-rule = કોઈ લેબલ માટે જુદો નિયમ
review-fill-tolerance = સીમાઓમાં આ ભાગથી ઓછો ફેર હોય તો સરખી ગણો
review-fill-tolerance-part = સીમાઓનો ભાગ
review-fill-edges = કઈ સીમાઓ લેવી
review-fill-edges-most-frequent = સૌથી વધુ વાર આવેલી
review-fill-edges-longest = સૌથી લાંબી
review-fill-edges-shortest = સૌથી ટૂંકી
review-fill-progress = { $all }માંથી { $done } લેખો
review-fill-comes-to = { $annotations ->
    [one] { $annotations } ટીપ
   *[other] { $annotations } ટીપો
} અને { $links } લિંક; { $sets }માંથી { $complete } ગોલ્ડ સેટ પૂર્ણ
review-fill-items = { $count ->
    [one] { $count } વસ્તુ
   *[other] { $count } વસ્તુઓ
}: { $why }
review-fill-link-left-out = { $file }: { $name }ની લિંક “{ $relation }” છોડી દીધી: તેનો બીજો છેડો ગોલ્ડ સેટમાં નથી
# Why items are taken or not; several are listed.
review-fill-why-accepted = સ્વીકૃત
review-fill-why-agreed = સહમતિ
review-fill-why-rejected = નકારેલ
review-fill-why-open = ખુલ્લું
review-fill-why-there = પહેલેથી છે
review-fill-why-nothing = કંઈ નહીં
review-fill-why-competence = ક્ષમતા
review-fill-why-by-competence = ક્ષમતાથી
review-fill-why-edges = સીમાઓ માન્ય ફેરમાં
review-fill-why-share = { $all }માંથી { $count }
review-fill-why-trust = { $name } પર ભરોસો

## Returning an article

review-return-title = આ લેખ પરત કરો
review-return-nobody = આ લેખ પર બીજા કોઈએ ટીપ કરી નથી
review-return-to = { $name }ને પરત કરો
review-return-why = શા માટે
review-return-why-name = શા માટે પરત કરાય છે
review-return = પરત કરો
