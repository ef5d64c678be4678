# The bars, lists, questions and pages that stand directly in src/ui, and the names of the languages of articles.

## The bar at the bottom

panels-nothing-open = કંઈ ખુલ્લું નથી
panels-review-keys = સમીક્ષા:
panels-scan-cancel = ફોલ્ડર વાંચવાનું રોકો; જે ખુલ્લું હતું તે ખુલ્લું રહેશે
panels-scan-path = { $path } વંચાય છે
panels-tag-mode = ટૅગ થાય છે: { $label }
panels-tag-mode-leave = ટૅગ મોડ છોડો: { $label }
panels-tag-mode-tip = દરેક પસંદગી પર તરત { $label } ટૅગ લાગે છે; Esc દબાવીને બંધ કરો
panels-no-labels = હજી કોઈ લેબલ નથી; Ctrl+, દબાવીને ઉમેરો
panels-label-tags = પસંદ કરેલા અંશને ટૅગ કરે છે; કંઈ પસંદ ન હોય, તો હવેથી દરેક પસંદગીને
panels-label-tags-all = દરેક પસંદગી ટૅગ થાય છે; Esc દબાવીને બંધ કરો
panels-read-only = ફક્ત વાંચવા માટે
    .hint = કારણ લખાણની ઉપરની પટ્ટીમાં લખ્યું છે
panels-saved = સચવાયું
    .hint = બધું ડિસ્ક પર છે
panels-kept-saving = સુરક્ષિત · સચવાય છે…
    .hint = આ કમ્પ્યુટર પર સુરક્ષિત છે; એક સેકન્ડમાં ફાઇલમાં લખાશે
panels-saving = સચવાય છે…
    .hint = તરત સુરક્ષિત રખાય છે અને એક સેકન્ડમાં ફાઇલમાં લખાય છે
panels-kept-not-saved = સુરક્ષિત, પણ સચવાયું નથી
panels-not-saved = સચવાયું નથી
panels-offsets = ઑફસેટ કોડ પૉઇન્ટમાં, ફાઇલમાં છે તેમ
panels-no-font = સામે દેખાતા { $count } અક્ષરો અહીંના કોઈ ફૉન્ટમાં નથી; દરેકની જગ્યાએ તેનો કોડ પૉઇન્ટ બતાવ્યો છે

## Leaving work that could not be saved

panels-leave-title = તમારું કામ સાચવી શકાયું નહીં
panels-leave-intro = આ ફેરફારો ફક્ત આ વિન્ડોમાં છે: નથી પોતાની ફાઇલોમાં કે નથી બીજે ક્યાંય
panels-leave-no-answer = ડિસ્ક તરફથી હજી જવાબ મળ્યો નથી
panels-leave-try-again = ફરી પ્રયત્ન કરો
panels-leave-discard = { $count ->
    [one] { $verb } અને { $count } ફેરફાર જતો કરો
   *[other] { $verb } અને { $count } ફેરફારો જતા કરો
}
panels-leave-copies = તમે બીજા ફોલ્ડરમાં નકલ સાચવીને તેને પછીથી તમારી ટીપોમાં ભેળવી શકો છો
panels-leave-folder = ફોલ્ડર
panels-leave-folder-name = નકલ માટેનું ફોલ્ડર
panels-leave-save-copy = ત્યાં નકલ સાચવો

## Annotations at one place

panels-marks-title = અહીંની ટીપો
panels-marks-find = અહીંની ટીપોમાં શોધો
panels-marks-none = આ શબ્દોની કોઈ ટીપ નથી
panels-marks-count = { $count ->
    [one] અહીં { $count } ટીપ
   *[other] અહીં { $count } ટીપો
}
panels-marks-found = { $count ->
    [one] અહીં { $count }માંથી { $found } ટીપ
   *[other] અહીં { $count }માંથી { $found } ટીપો
}

## The bar at the top

panels-menu = મેનૂ
panels-menu-commands = આદેશો
panels-menu-find = શોધો
panels-menu-recent = તાજેતરનાં ફોલ્ડર
panels-menu-beside = તમારી ટીપો સાથે બતાવો

## Notices

panels-notice-dismiss = સૂચના દૂર કરો

## Palettes

panels-palette-title = આદેશ સૂચિ
panels-palette-find = આદેશ શોધો
panels-palette-none = આ નામનો કોઈ આદેશ અત્યારે ચાલી શકે તેમ નથી
panels-palette-relabel = નવું લેબલ પસંદ કરો
panels-palette-tag = ટૅગ પસંદ કરો
panels-palette-no-label = આ નામનું કોઈ લેબલ નથી

## Questions

panels-prompt-annotator = તમારું એનોટેટર નામ
panels-prompt-annotator-hint = તમારી ટીપો આ નામે, દરેક લેખની પાસે તમારી પોતાની ફાઇલોમાં સચવાય છે
panels-prompt-annotator-field = એનોટેટર
panels-prompt-annotator-verb = ટીપ કરવાનું શરૂ કરો
panels-prompt-no-letter = ઓછામાં ઓછો એક એવો અક્ષર કે અંક, જે તમારી ફાઇલોનાં નામોમાં આવી શકે
panels-prompt-slug = તમારી ફાઇલોનાં નામમાં: { $slug }
panels-prompt-path = પાથથી ખોલો
panels-prompt-path-hint = લેખોનું ફોલ્ડર, કે એક લેખ; ~ તમારું પોતાનું ફોલ્ડર છે
panels-prompt-path-field = પાથ
panels-prompt-path-verb = ખોલો
panels-prompt-path-sent = પાથ જોવાય છે
panels-prompt-set-aside = ટીપો અલગ રાખવી છે?
panels-prompt-set-aside-hint = ફાઇલનું નામ બદલાય છે, કંઈ કાઢી નખાતું નથી; તમે નવેસરથી શરૂ કરો છો.
panels-prompt-set-aside-verb = અલગ રાખો
panels-prompt-set-aside-keep = { $count ->
    [one] વાપરી શકાય તેવી { $count } ટીપ સાથે આગળ વધો
   *[other] વાપરી શકાય તેવી { $count } ટીપો સાથે આગળ વધો
}

## Pages, on the rail and in headings

panels-articles = લેખો
panels-entities = એન્ટિટી
panels-claims = દાવા
panels-review = સમીક્ષા
panels-overview = સારાંશ

## Annotations that were set aside

panels-set-aside-title = અલગ રાખેલી ટીપો
panels-set-aside-intro = આ ફાઇલો અલગ રાખેલી છે અને જેમ છે તેમ રહે છે. કોઈ એકમાં જે છે તે ખુલ્લા લેખમાં લવાય છે, અને એક જ વારમાં પાછું લઈ શકાય છે; જ્યાં બંનેમાં જુદી વાત હોય ત્યાં બંને રહે છે
panels-set-aside-bring-back = પાછી લાવો
panels-set-aside-bring-back-file = { $file } પાછી લાવો
panels-set-aside-missing = { $count ->
    [one] { $count } ટીપ: { $missing } અહીં નથી
   *[other] { $count } ટીપો: { $missing } અહીં નથી
}
panels-set-aside-different = { $count } અહીં જુદી છે
panels-set-aside-orphans = { $count }ની હાલના લેખમાં કોઈ જગ્યા નથી
panels-reading = વંચાય છે…

## Keys of actions

panels-keys-title = શૉર્ટકટ બદલો
panels-keys-find = આદેશ શોધો
panels-keys-no-action = આ નામનો કોઈ આદેશ નથી
panels-keys-reset-all = બધી રીસેટ કરો
panels-keys-reset = મૂળ કી પાછી લાવો
panels-keys-reset-of = { $action }ની મૂળ કી પાછી લાવો
panels-keys-none = કોઈ નહીં
panels-keys-press = નવી કી દબાવો
panels-keys-of = { $action }ની કી: { $keys }
panels-keys-waiting = Escથી કી જેમ છે તેમ રહે છે, Backspaceથી દૂર થાય છે
panels-keys-taken = { $keys } પહેલેથી “{ $action }” માટે છે
panels-keys-use-here = અહીં વાપરો
panels-keys-choose-other = બીજી કી પસંદ કરો
panels-keys-is-tab = તેનાથી એક નિયંત્રણથી બીજા પર જવાય છે
panels-keys-is-plain = એકલી કી લેબલ અને ટાઇપિંગ માટે છે; સાથે Ctrl કે Alt પણ દબાવો
panels-keys-edits-text = તેનાથી ફીલ્ડનું લખાણ બદલાય છે

## Where a text comes from

panels-source-title = શીર્ષક
panels-source-publisher = પ્રકાશક
panels-source-author = લેખક
panels-source-date = તારીખ
panels-source-address = સરનામું
panels-source-language = ભાષા
panels-source-whole = પેજ પર દેખાતું બધું
panels-source-left-out = { $count ->
    [one] પેજનો { $count } અક્ષર છોડી દેવાયો
   *[other] પેજના { $count } અક્ષરો છોડી દેવાયા ({ $percent }%)
}

## Before anything is open

panels-welcome-intro = કોઈ પણ લિપિમાં સમાચાર વાંચો, એન્ટિટી અને દાવા પર નિશાન કરો
panels-welcome-scanning = ફોલ્ડર વંચાય છે
panels-welcome-opening = ખૂલે છે
panels-welcome-samples = નમૂના ખોલો
panels-welcome-drop = અથવા ફોલ્ડર કે લેખ ખેંચીને આ વિન્ડો પર મૂકો
panels-welcome-recent = પહેલાં ખોલેલાં
panels-welcome-no-articles = અહીં કોઈ લેખ નથી
    .hint = Tippani .txt, .md અને .html ફાઇલો વાંચે છે: થોડી ઉમેરીને તાજું કરો, અથવા બીજું ફોલ્ડર ખોલો
panels-welcome-no-article = કોઈ લેખ ખુલ્લો નથી
    .hint = ડાબી બાજુની યાદીમાંથી લેખ પસંદ કરો, અથવા પછીના લેખ માટે { $key } દબાવો
panels-welcome-refresh = તાજું કરો
panels-welcome-let-go = ખોલવા માટે છોડો

## Languages of articles, by their BCP 47 tags

language-af = આફ્રિકાન્સ
language-sq = અલ્બેનિયન
language-am = એમ્હારિક
language-ar = અરબી
language-hy = આર્મેનિયન
language-as = આસામી
language-az = અઝરબૈજાની
language-eu = બાસ્ક
language-be = બેલારુશિયન
language-bn = બંગાળી
language-bg = બલ્ગેરિયન
language-my = બર્મીઝ
language-ca = કતલાન
language-ceb = સેબુઆનો
language-ckb = મધ્ય કુર્દિશ
language-zh = ચીની
language-hr = ક્રોએશિયન
language-cs = ચેક
language-da = ડેનિશ
language-dv = દિવેહી
language-nl = ડચ
language-en = અંગ્રેજી
language-eo = એસ્પેરાન્ટો
language-et = એસ્ટોનિયન
language-fi = ફિનિશ
language-fr = ફ્રેન્ચ
language-gl = ગેલિશિયન
language-ka = જ્યોર્જિયન
language-de = જર્મન
language-el = ગ્રીક
language-gu = ગુજરાતી
language-ht = હૈતી ક્રિઓલ
language-ha = હૌસા
language-he = હિબ્રૂ
language-hi = હિન્દી
language-hu = હંગેરિયન
language-is = આઇસલૅન્ડિક
language-id = ઇન્ડોનેશિયન
language-ga = આઇરિશ
language-it = ઇટાલિયન
language-ja = જાપાનીઝ
language-kn = કન્નડ
language-kk = કઝાખ
language-km = ખ્મેર
language-ko = કોરિયન
language-ky = કિર્ગીઝ
language-lo = લાઓ
language-lv = લાતવિયન
language-lt = લિથુઆનિયન
language-lb = લક્ઝમબર્ગિશ
language-mk = મેસેડોનિયન
language-ms = મલય
language-ml = મલયાલમ
language-mt = માલ્ટીઝ
language-mni = મણિપુરી
language-mr = મરાઠી
language-mn = મોંગોલિયન
language-ne = નેપાળી
language-nb = નોર્વેજિયન બોકમોલ
language-nn = નોર્વેજિયન નાયનોર્સ્ક
language-or = ઓડિયા
language-ps = પશ્તો
language-fa = ફારસી
language-pl = પોલિશ
language-pt = પોર્ટુગીઝ
language-pa = પંજાબી
language-ro = રોમાનિયન
language-ru = રશિયન
language-sat = સંથાલી
language-sr = સર્બિયન
language-sd = સિંધી
language-si = સિંહાલી
language-sk = સ્લોવૅક
language-sl = સ્લોવેનિયન
language-es = સ્પેનિશ
language-sw = સ્વાહિલી
language-sv = સ્વીડિશ
language-tl = ટાગાલોગ
language-tg = તાજિક
language-ta = તમિલ
language-tt = તતાર
language-te = તેલુગુ
language-th = થાઈ
language-bo = તિબેટી
language-ti = ટિગ્રિન્યા
language-tr = તુર્કી
language-uk = યુક્રેનિયન
language-ur = ઉર્દૂ
language-ug = ઉઇગુર
language-uz = ઉઝબેક
language-vi = વિયેતનામી
language-cy = વેલ્શ
language-yi = યિદ્દિશ
