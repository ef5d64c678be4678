# The bars, dialogs and lists that are of no one page.

## Bars and dialogs, first half

window-close-tip = બંધ કરો (Esc)

# The article beside

window-beside-close = બાજુનો લેખ બંધ કરો
window-beside-close-tip = ફક્ત એક લેખ બતાવો (Ctrl+\)
window-beside-work = અહીં કામ કરો
window-beside-work-tip = Ctrl+Shift+\, અથવા લખાણમાં ક્લિક કરો
window-beside-no-room = બે લેખ માટે જગ્યા નથી: વિન્ડો પહોળી કરો, અથવા વિગત છુપાવો

# Details of the article: the hint stands in the empty field

window-details = લેખની માહિતી
window-details-words = આ તમારી પોતાની ફાઇલમાં રહે છે. જ્યાં તમે કંઈ ન લખો ત્યાં કાર્યક્ષેત્રની articles.csv ગણાય છે, અને પછી પેજ પોતાના વિશે જે જણાવે તે
window-details-title = શીર્ષક
    .hint = લેખનું શીર્ષક
window-details-publisher = પ્રકાશક
    .hint = અખબાર, એજન્સી કે સાઇટ
window-details-author = લેખક
    .hint = એકથી વધુ હોય તો વચ્ચે ;
window-details-date = તારીખ
    .hint = 2026-01-31
window-details-address = સરનામું
    .hint = https://…
window-details-language = ભાષા
    .hint = hi, gu, en …
window-details-no-day = તારીખ 2026-01-31ની જેમ લખો, નહીં તો લેખ સમયરેખા પર નહીં આવે
window-details-keep = સાચવો

# The list of articles over the text

window-drawer = લેખો

# Encoding

window-encoding = લેખનું એન્કોડિંગ
window-encoding-reading = વંચાય છે…
window-encoding-found = { $encoding }, ઓળખાયું
window-encoding-found-tip = તેના બાઇટ આવા જ દેખાય છે
window-encoding-read = વાંચો
window-encoding-read-as = { $encoding }માં વાંચો

# Feedback

window-feedback = પ્રતિભાવ
window-feedback-close = પ્રતિભાવ બંધ કરો
window-feedback-close-tip = પ્રતિભાવ બંધ કરો (Esc)
window-feedback-looking = સમીક્ષકોએ શું અલગ નક્કી કર્યું તે શોધાય છે…
window-feedback-none = કોઈ સમીક્ષકે તમારાથી અલગ નિર્ણય કર્યો નથી
window-feedback-left = { $open ->
    [one] { $open } ખુલ્લો
   *[other] { $open } ખુલ્લા
} · { $answered }ના જવાબ આપ્યા
window-feedback-yours = તમારું
window-feedback-decided = નિર્ણય
window-feedback-nothing = કંઈ નહીં
window-feedback-nothing-here = અહીં કંઈ ન હોવું જોઈએ
window-feedback-answered = તમે જવાબ આપ્યો
window-feedback-was-read = તમે જવાબ આપ્યો અને તે વંચાયો
window-feedback-guidelines = માર્ગદર્શિકા
window-feedback-answer = જવાબ
window-feedback-answer-hint = તમે તમારું કેમ રાખો છો ({ $key })
window-feedback-question = પ્રશ્ન
# What a reviewer decided otherwise, such as `Label · edges`
window-feedback-missed = રહી ગયું
window-feedback-extra = વધારાનું
window-feedback-edges = સીમાઓ
window-feedback-label = લેબલ
window-feedback-field = ફીલ્ડ
window-feedback-link = લિંક
window-feedback-version = { $whose }: { $label }, { $quote }
window-feedback-no-version = { $whose }: { $nothing }
window-feedback-line = { $quote }, { $state }, { $file }
window-feedback-is-answered = જવાબ આપ્યો
window-returned = { $names }એ પરત કર્યો
window-returned-words = પ્રતિભાવ જુઓ, પછી લેખ પાછો સોંપો
window-returned-show = પ્રતિભાવ બતાવો
window-returned-hand-back = પાછો સોંપો

# The field that is being filled

window-field-leave = ફીલ્ડ છોડો: { $field }
window-field-leave-tip = Escથી ફીલ્ડ છોડો
window-field-point = લખાણમાં શબ્દો પસંદ કરો, અથવા કી દબાવો:
window-field-entity = નિશાન પર ક્લિક કરો કે શબ્દો પસંદ કરો; Tabથી એન્ટિટી સૂચવાય છે; અથવા કી દબાવો:
window-field-select = શબ્દો પસંદ કરો; અથવા કી દબાવો:
window-field-enter = Enter પછીનું ફીલ્ડ
window-field-next = પછીનું ફીલ્ડ

# Find

window-find = લેખમાં શોધો
window-find-close = શોધ બંધ કરો
window-find-none = કંઈ મળ્યું નહીં
window-find-at = { $count }માંથી { $at }
window-find-count = { $count ->
    [one] { $count } મળ્યું
   *[other] { $count } મળ્યાં
}
window-find-same = સરખું ગણો
window-find-same-tip = શું સરખું ગણવું
window-fold-case = મોટા અને નાના અક્ષરો
window-fold-diacritics = ઉચ્ચારચિહ્નવાળા અને વગરના અક્ષરો
window-fold-quotes = દરેક પ્રકારનાં અવતરણચિહ્ન અને અપૉસ્ટ્રોફી
window-fold-dashes = હાઇફન અને ડૅશ
window-fold-blanks = સ્પેસ અને લીટીનો અંત
window-fold-joiners = અદૃશ્ય જોઇનરવાળા અને વગરના શબ્દો
window-fold-forms = પૂરી પહોળાઈ, અડધી પહોળાઈ અને જોડાયેલાં રૂપ
window-fold-digits = બધી લિપિઓના અંક
window-fold-nukta = નુક્તાવાળા અને વગરના અક્ષરો
window-fold-nasals = અનુસ્વાર, ચંદ્રબિંદુ અને અનુનાસિક અક્ષરો
window-fold-chillu = ચિલ્લુ અક્ષરો, ભલે ગમે તે રીતે એન્કોડ થયા હોય
window-fold-tashkeel = અરબી, સ્વરચિહ્નો સાથે અને વગર
window-fold-hamza = અરબી, હમ્ઝા સાથે અને વગર
window-fold-arabic-letters = અરબી, ફારસી અને ઉર્દૂ અક્ષરનાં રૂપ
window-fold-tatweel = અરબી, તતવીલ સાથે અને વગર
window-fold-niqqud = હિબ્રૂ, નિકુદ સાથે અને વગર

# The row over the text, and the warnings below it

window-header-details = લેખની માહિતી
window-header-language-tip = લેખની ભાષા; બીજી ભાષા લેખની માહિતીમાં લખો
window-header-encoding = એન્કોડિંગ: { $encoding }
window-state-done = પૂર્ણ
window-state-in-progress = ચાલુ
window-state-todo = બાકી
window-whole = લેખ:
window-whole-label = લેખ: { $label }
window-cjk = અહીં કોઈ ફૉન્ટમાં ચીની, જાપાનીઝ અને કોરિયન અક્ષરો નથી
window-cjk-words = તેમની જગ્યાએ કોડ પૉઇન્ટવાળાં ખાનાં દેખાય છે. Noto Sans CJK ઇન્સ્ટૉલ કરો (Debian અને Ubuntuમાં પૅકેજ fonts-noto-cjk) અને Tippani ફરી ખોલો
window-cjk-copy = આદેશ કૉપિ કરો
# A command, the same in every language
window-cjk-command = sudo apt install fonts-noto-cjk
window-doubtful = કદાચ આ લખાણ જેવું લખાયું હતું તેવું નથી
window-doubtful-choose = એન્કોડિંગ પસંદ કરો…
window-orphans = { $count ->
    [one] જગ્યા વગરની { $count } ટીપ
   *[other] જગ્યા વગરની { $count } ટીપો
}
window-orphans-words = ટીપ કર્યા પછી લેખ બદલાયો. તમે દરેકને જગ્યા ન આપો કે કાઢી ન નાખો ત્યાં સુધી તે તમારી ફાઇલમાં રહે છે
window-orphans-show = તે બતાવો
window-copies = અહીં તમારી ટીપોની બીજી નકલ છે
window-copies-merge = ભેળવો
window-copies-merge-tip = જે ફક્ત નકલમાં છે તે લવાય છે, અને એક જ વારમાં પાછું લઈ શકાય છે; જ્યાં બંને બદલાયાં હોય ત્યાં બંને રહે છે
window-copies-more = અને બીજી { $count }
window-locked = { $name } અહીં બીજી વિન્ડોમાં ટીપ કરે છે
window-locked-by = { $name } અહીં બીજી વિન્ડોમાં ટીપ કરે છે ({ $holder })
window-locked-words = તમે વાંચી, શોધી અને નિકાસ કરી શકો છો; ત્યાંની ટીપો અહીં દેખાય છે
window-locked-other-name = બીજા નામથી કામ કરો…
window-locked-again = ફરી પ્રયત્ન કરો
window-locked-again-tip = બીજી વિન્ડો બંધ થયા પછી
window-locked-take-over = નિયંત્રણ લો
window-locked-take-over-tip = બીજો પ્રોગ્રામ બીજા મશીન પર છે, અથવા અચાનક બંધ થયો છે. તે ચાલતો નથી તેની ખાતરી કરો
window-blocked = ફક્ત વાંચવા માટે ખુલ્લો
window-blocked-set-aside = અલગ રાખો અને નવેસરથી શરૂ કરો…
window-blocked-refresh = તાજું કરો
window-blocked-refresh-tip = ફાઇલ ઠીક કર્યા પછી ફોલ્ડર ફરી વાંચો

# The sheet of keys: what is pressed stands in `.keys`, where the names of keys stay as they are

window-keys-labels = લેબલ
window-keys-reading = વાંચન
window-keys-drag = શબ્દો પસંદ કરો
    .keys = ખેંચો
window-keys-alt-drag = એક એક અક્ષર પસંદ કરો
    .keys = Alt+ખેંચો
window-keys-double-click = એક શબ્દ પસંદ કરો
    .keys = બે વાર ક્લિક
window-keys-triple-click = એક વાક્ય પસંદ કરો
    .keys = ત્રણ વાર ક્લિક
window-keys-click-mark = સક્રિય કરો; ફરી: પછીનું
    .keys = નિશાન પર ક્લિક
window-keys-arrows = કર્સર ખસેડો
    .keys = ← → ↑ ↓
window-keys-shift-arrows = કર્સરથી પસંદ કરો
    .keys = Shift+તીર
window-keys-words = શબ્દે શબ્દે ખસો
    .keys = Ctrl+← →
window-keys-line = લીટીના છેડા
    .keys = Home, End
window-keys-article = લેખના છેડા
    .keys = Ctrl+Home, End
window-keys-pages = પાને પાને ખસો
    .keys = PgUp, PgDn
window-keys-all = બધું પસંદ કરો
    .keys = Ctrl+A
window-keys-wheel = લખાણ મોટું કે નાનું કરો
    .keys = Ctrl+માઉસનું વ્હીલ

# About

window-about-version = આવૃત્તિ { $version }
window-about-words = અનેક ભાષાના સમાચાર વાંચો, એન્ટિટી અને દાવા પર નિશાન કરો, અક્ષર સુધી ચોક્કસ
window-about-licence = લાઇસન્સ: MIT કે Apache 2.0, તમે ઇચ્છો તે
window-about-others = Noto ફૉન્ટ SIL Open Font License હેઠળ, Phosphor આઇકન MIT હેઠળ; બાકી બધું: મદદ, લાઇસન્સ
window-about-privacy = ન ખાતું, ન સર્વર; કશું ક્યાંય મોકલાતું નથી
