# The page of figures: who has done which article, and how far annotators agree.

overview-title = સારાંશ
overview-progress = પ્રગતિ
overview-agreement = સહમતિ
overview-nobody-else = અહીં બીજા કોઈએ કશી ટીપ કરી નથી
overview-back = લેખો પર પાછા જાઓ
overview-back-tip = લેખો પર પાછા જાઓ (Esc)
overview-count-again = ફરી ગણો

## Who has done which article

overview-progress-nobody = અહીં હજી સુધી કોઈએ કશી ટીપ કરી નથી
overview-share-tip = { $all }માંથી { $done } પૂર્ણ
overview-share = { $done } પૂર્ણ, { $begun } શરૂ, { $annotations ->
    [one] { $annotations } ટીપ
   *[other] { $annotations } ટીપો
}, { $reviews ->
    [one] { $reviews } નિર્ણય
   *[other] { $reviews } નિર્ણયો
}
overview-coverage-done = પૂર્ણ કર્યા: { $parts }
overview-coverage-begun = શરૂ કર્યા: { $parts }
overview-coverage-part = { $articles ->
    [one] { $articles } લેખ
   *[other] { $articles } લેખો
} { $annotators ->
    [0] કોઈએ નહીં
    [one] { $annotators } એનોટેટરે
   *[other] { $annotators } એનોટેટરોએ
} ({ $percent }%)
overview-pace-begins = હવેથી અહીં તમારી ઝડપ મપાશે, ફક્ત આ કમ્પ્યુટર પર
overview-pace-off = તમારી ઝડપ માપવામાં આવતી નથી; { $menu } › { $action } વડે તે શરૂ થશે, ફક્ત આ કમ્પ્યુટર પર
overview-pace = અહીં તમારી ઝડપ: { $work }. આ કમ્પ્યુટર પર માપેલી; બીજું કોઈ તે જોતું નથી
overview-pace-minutes = { $minutes } મિનિટ
overview-pace-hours = { $hours } કલાક { $minutes } મિનિટ
overview-pace-annotations = { $count ->
    [one] { $count } ટીપ
   *[other] { $count } ટીપો
} (કલાકે { $rate })
overview-pace-articles = { $count ->
    [one] { $count } લેખ
   *[other] { $count } લેખો
} પૂર્ણ (દરેકમાં { $minutes } મિનિટ)
overview-table-nobody = { $file }: કોઈ નહીં
overview-table-article = { $file }: { $states }
overview-table-state = { $name } – { $state }
overview-state-todo = બાકી
overview-state-in-progress = ચાલુ
overview-state-done = પૂર્ણ

## How far annotators agree

overview-finished = પૂર્ણ કર્યા: { $parts }
overview-finished-by = { $articles ->
    [one] { $articles } લેખ
   *[other] { $articles } લેખો
} { $annotators } જણે
overview-compared = { $all }માંથી { $done ->
    [one] { $done } લેખ
   *[other] { $done } લેખો
}ની સરખામણી થઈ
overview-save-in = CSV અહીં સાચવો
overview-save-folder = ફોલ્ડર
overview-save = CSV સાચવો
overview-nothing-to-compare = કોઈ લેખ પર બે જણે ટીપ કરી નથી, તેથી સરખાવવા જેવું કંઈ નથી. પહેલાં પ્રગતિ જુઓ
overview-scope = લેબલ
overview-scope-all = બધાં લેબલ
overview-scope-entities = એન્ટિટી
overview-scope-claims = દાવા
overview-basis = ગણતરીનો આધાર
overview-basis-token = ટોકનવાર
overview-basis-character = અક્ષરવાર
overview-basis-span = અંશવાર
overview-measure = માપ
overview-measure-observed = અવલોકિત સહમતિ
overview-measure-alpha = Krippendorffનો α
overview-measure-fleiss = Fleissનો κ
overview-measure-cohen = Cohenનો κ
overview-measure-alpha-unitized = Krippendorffનો αᵤ
overview-measure-gamma = Mathetનો γ
overview-measure-exact = ચોક્કસ F₁
overview-measure-overlap = ઓવરલૅપ F₁
overview-figure-of-pair = { $measure }, { $one } અને { $other }
overview-figure-tokens = { $count } ટોકન
overview-figure-spans = { $count } અંશ
overview-spans = અંશ
overview-pairs = બે-બેની પરસ્પર સહમતિ
overview-pair-said = { $one } અને { $other }: { $value }. { $meaning }
overview-pair-again = પસંદ કરેલી જોડીના મતભેદોની સમીક્ષા માટે તેના પર ફરી ક્લિક કરો
overview-by-label = લેબલવાર
overview-confusion = લેબલોની અદલાબદલી (હરોળ: { $one }, કૉલમ: { $other })
overview-confusion-said = { $one }: { $label }, { $other }: { $instead } – { $count }
overview-confusion-nothing = કંઈ નહીં
overview-articles = સહમતિના ક્રમમાં લેખો, સૌથી ઓછી સહમતિ પહેલાં
overview-article-figures = ચોક્કસ F₁ { $exact }, α { $alpha }
overview-article-said = { $file }, { $figures }
overview-articles-more = અને બીજા { $count }

## How good everybody is

overview-scores-title = કોણ કેટલું સચોટ છે?
overview-scores-against = કોની સામે
overview-scores-against-whom = કોની સામે
overview-scores-cases = કિસ્સા બતાવો
overview-scores-cases-of = { $name }ના કિસ્સા
overview-scores-precision = પ્રિસિઝન
overview-scores-recall = રિકૉલ
overview-scores-language = ભાષા { $language }
overview-scores-week = અઠવાડિયું { $week }
overview-scores-missed = { $count } રહી ગઈ
overview-scores-extra = { $count } વધારાની
overview-scores-edges = { $count ->
    [one] { $count } સીમા
   *[other] { $count } સીમાઓ
}
overview-scores-label = { $count } લેબલ
overview-scores-field = { $count } ફીલ્ડ
overview-scores-link = { $count } લિંક

## What a figure means

overview-meaning-misleading-alone = એકલો આ આંકડો ભ્રામક છે: લગભગ બધું એક જ શ્રેણીનું છે, તેથી તેનો મોટો ભાગ માત્ર સંયોગ છે
overview-meaning-not-corrected = સંયોગની અસર બાદ કરી નથી; κ અને α જુઓ
overview-meaning-most-exact = મોટા ભાગની ટીપોની એવી જોડ છે જેની સીમાઓ અને લેબલ એ જ છે
overview-meaning-some-exact = જ્યાં ઓવરલૅપ F₁ વધારે છે ત્યાં ફરક સીમાઓનો છે; બાકીનું રહી ગયું છે અથવા તેનું લેબલ જુદું છે
overview-meaning-none-exact = કોઈ ટીપની એવી જોડ નથી જેની સીમાઓ અને લેબલ એ જ હોય
overview-meaning-overlap = એક જ લેબલની ટીપો જેમાં ઓછામાં ઓછો એક અક્ષર સહિયારો છે, દરેકની એક જ જોડ
overview-meaning-like-random-places = એ જ ટીપોને ગમે ત્યાં મૂકવા કરતાં સારું નથી
overview-meaning-reliable = ભરોસાપાત્ર: ઓછામાં ઓછું 0.8, જેના પર તારણો ટકી શકે
overview-meaning-tentative = 0.667 અને 0.8 વચ્ચે: કામચલાઉ તારણો માટે પૂરતું
overview-meaning-worse-than-chance = સંયોગ કરતાં પણ ઓછું: મતભેદ કોઈ નિયમથી છે, અકસ્માતે નહીં
overview-meaning-like-chance = સંયોગથી જુદું પાડી શકાતું નથી
overview-meaning-too-low = 0.667થી ઓછું: ભરોસા માટે બહુ ઓછું; મતભેદ અને માર્ગદર્શિકા જુઓ
overview-meaning-one-category = લગભગ બધું એક જ શ્રેણીનું છે, તેથી એક-એક નિશાનથી તે ઘણું બદલાય છે: F₁ પણ જુઓ
overview-meaning-too-little = અંતરાલ બતાવે છે તેમ, ખાતરી માટે ટીપો બહુ ઓછી છે
overview-meaning-no-annotation = અવ્યાખ્યાયિત: અહીં બેમાંથી કોઈની ટીપ નથી
overview-meaning-no-alignment = અવ્યાખ્યાયિત: નિશાન બહુ પાસે-પાસે છે અથવા એનોટેટર બહુ વધારે છે, શ્રેષ્ઠ મેળ ન મળ્યો; ઓછાની સરખામણી કરો
overview-meaning-one-place = અવ્યાખ્યાયિત: બધાં નિશાન એક જ જગ્યાએ છે, તેથી ગમે ત્યાં મૂકતાં એટલાં જ સરખાં હોત
overview-meaning-no-mark = અવ્યાખ્યાયિત: બે એનોટેટરવાળા કોઈ લેખમાં આનું નિશાન નથી
overview-meaning-not-rated-by-all = અવ્યાખ્યાયિત: અહીં કોઈ લેખ પર આ બધાએ ટીપ કરી નથી
overview-meaning-not-rated-by-two = અવ્યાખ્યાયિત: અહીં કોઈ લેખ પર આમાંથી બે જણે ટીપ કરી નથી
overview-meaning-no-unit = અવ્યાખ્યાયિત: અહીં કોઈનો કોઈ એકમ નથી
overview-meaning-one-category-only = અવ્યાખ્યાયિત: બધાએ એક જ શ્રેણી આપી, તેથી ફરકની શક્યતા જ નહોતી
overview-meaning-less-disorder = ગમે ત્યાં મૂકવાની સરખામણીમાં { $percent }% ઓછી અવ્યવસ્થા (સીમાઓ, લેબલ, જે રહી ગયું છે); તેનું કોઈ સર્વમાન્ય ધોરણ નથી
