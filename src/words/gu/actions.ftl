# What can be done: a message for each row of the table of actions, by the name of the row. The name stands in menus, in the
# palette and on buttons; `…` ends it where a dialog follows. The description is a sentence for the tooltip; the hint says
# what to do first.

menu-file = ફાઇલ
menu-edit = સંપાદન
menu-annotate = ટીપ
menu-review = સમીક્ષા
menu-go = જાઓ
menu-view = દેખાવ
menu-help = મદદ

## File

OPEN_FOLDER = ફોલ્ડર ખોલો…
    .description = લેખોનું ફોલ્ડર ખોલો
OPEN_PATH = પાથથી ખોલો…
    .description = જે ફોલ્ડર કે લેખ ખોલવો હોય તેનો પાથ લખો
SHOW_FOLDER = ફાઇલ મેનેજરમાં બતાવો
    .description = લેખોનું ફોલ્ડર સિસ્ટમના ફાઇલ મેનેજરમાં ખોલો
RESCAN = ફોલ્ડર તાજું કરો
    .description = ઉમેરાયેલા કે દૂર થયેલા લેખો શોધો
DETAILS = લેખની માહિતી…
    .description = લેખનું શીર્ષક, પ્રકાશક, લેખક, તારીખ, સરનામું અને ભાષા
CHOOSE_ANNOTATOR = એનોટેટર…
    .description = ટીપ કોણ કરે છે તે જણાવો; દરેક એનોટેટરની પોતાની ફાઇલ હોય છે
SAVE = હમણાં સાચવો
    .description = બધું તરત સાચવો; આમ પણ એક સેકન્ડમાં આપોઆપ સચવાય છે
SET_ASIDE = ન વંચાતી ટીપો અલગ રાખો…
    .description = ટીપોની જે ફાઇલ વાપરી શકાતી નથી તેનું નામ બદલો અને નવેસરથી શરૂ કરો
SET_ASIDES = અલગ રાખેલી ટીપો…
    .description = આ લેખની અલગ રાખેલી ટીપો જુઓ અને પાછી લાવો
CHOOSE_ENCODING = લેખનું એન્કોડિંગ…
    .description = લેખ કયા એન્કોડિંગમાં વાંચવો તે પસંદ કરો; દરેકમાં તેની શરૂઆત દેખાય છે
PAGE_ARTICLE = ફક્ત લેખ
    .description = વેબ પેજમાંથી ફક્ત લેખ લો
PAGE_MORE = પેજનો વધુ ભાગ
    .description = જે કદાચ લેખનો ભાગ હોય તે પણ લો
PAGE_WHOLE = આખું પેજ
    .description = વેબ પેજ પર જે દેખાય છે તે બધું લો
IMPORT = આયાત કરો…
    .description = બીજાં ટૂલ અને મોડેલની ટીપો એક અલગ સેટ તરીકે લાવો
EXPORT = નિકાસ કરો…
    .description = લેબલ કરેલો ડેટાસેટ કે અહેવાલ કોઈ પણ ફોર્મેટમાં લખો
PRINT = છાપો…
    .description = આ લેખ અને તમારી ટીપો બ્રાઉઝરમાં પેજ તરીકે બતાવો અને ત્યાંથી છાપો
QUIT = બહાર નીકળો
    .description = સાચવો અને વિન્ડો બંધ કરો

## Edit

UNDO = પાછું લો
    .description = છેલ્લો ફેરફાર પાછો લો
REDO = ફરી કરો
    .description = પાછો લીધેલો ફેરફાર ફરીથી કરો
COPY = કૉપિ કરો
    .description = પસંદ કરેલું લખાણ કૉપિ કરો
FIND = શોધો…
    .description = લેખમાં શબ્દો શોધો, ભલે તે ગમે તે રીતે લખાયા હોય
FIND_NEXT = આગળનું શોધો
    .description = મળેલી આગળની જગ્યાએ જાઓ
FIND_PREVIOUS = પાછળનું શોધો
    .description = મળેલી પાછળની જગ્યાએ જાઓ
EDIT_SCHEMA = લેબલ અને ગુણ…
    .description = આ કાર્યક્ષેત્રમાં શાની ટીપ કરી શકાય તે બદલો
UNDO_SCHEMA = સ્કીમાનો ફેરફાર પાછો લો
    .description = લેબલ અને ગુણનો છેલ્લો ફેરફાર પાછો લો

## Annotate

CHOOSE_LABEL = ટૅગ કરો કે લેબલ બદલો…
    .description = પસંદ કરેલા લખાણ કે ટીપ માટે લેબલ પસંદ કરો
    .hint = પહેલાં લખાણ પસંદ કરો, અથવા ટૅગ મોડ શરૂ કરવા કોઈ લેબલની કી દબાવો
CONTEXT_MENU = સંદર્ભ મેનૂ
    .description = ટીપ કે પસંદ કરેલા લખાણનું મેનૂ ખોલો, જેમ માઉસનું જમણું બટન ખોલે છે
LEAVE_TAG_MODE = ટૅગ મોડ છોડો
    .description = દરેક પસંદ કરેલા અંશને ટૅગ કરવાનું, લિંક બનાવવાનું કે ફીલ્ડ ભરવાનું રોકો; જે ખુલ્લું હોય તે બંધ કરો
DELETE = ટીપ કાઢી નાખો
    .description = સક્રિય ટીપ દૂર કરો
LINK = બીજી ટીપ સાથે લિંક કરો…
    .description = અહીંથી લિંક શરૂ કરો: બીજા છેડે ક્લિક કરો, અથવા ત્યાં જઈને Enter દબાવો; ફરી દબાવવાથી તેને તેના શબ્દોથી શોધો
    .hint = પહેલાં કોઈ ટીપ પર જાઓ: લિંક ત્યાંથી શરૂ થાય છે
FOLLOW_LINK = લિંક પર જાઓ
    .description = ટીપની આગળની લિંકના બીજા છેડે જાઓ, ભલે તે ગમે તે લેખમાં હોય
SUGGESTED_LINKS = સૂચવેલી લિંક…
    .description = બીજા લેખોના દાવા જે કદાચ આ જ વાતના હોય, કારણો સાથે: તેમને લિંક કરો કે નકારો
    .hint = પહેલાં કોઈ દાવા પર જાઓ: લિંક દાવા માટે સૂચવાય છે
LINK_NESTED = અંદરના દાવાને લિંક કરો
    .description = એક દાવો બીજાની અંદર હોય ત્યારે: જણાવો કે બહારનો દાવો અંદરના દાવાને ટાંકે છે
NEAR_BACK = અંત ડાબે ખસેડો
    .description = પસંદ કરેલા લખાણ કે ટીપનો અંત એક અક્ષર પાછળ ખસેડો
NEAR_FORWARD = અંત જમણે ખસેડો
    .description = પસંદ કરેલા લખાણ કે ટીપનો અંત એક અક્ષર આગળ ખસેડો
FAR_BACK = શરૂઆત ડાબે ખસેડો
    .description = પસંદ કરેલા લખાણ કે ટીપની શરૂઆત એક અક્ષર પાછળ ખસેડો
FAR_FORWARD = શરૂઆત જમણે ખસેડો
    .description = પસંદ કરેલા લખાણ કે ટીપની શરૂઆત એક અક્ષર આગળ ખસેડો
ADD_PART = પસંદ કરેલું લખાણ બીજા ખંડ તરીકે ઉમેરો
    .description = ટીપને છૂટા ખંડોની બનાવો
EDIT_NOTE = નોંધ લખો
    .description = સક્રિય ટીપ પર નોંધ લખો
STATE_TODO = બાકી તરીકે દર્શાવો
    .description = લેખ શરૂ થયો નથી
STATE_IN_PROGRESS = ચાલુ તરીકે દર્શાવો
    .description = લેખ શરૂ થઈ ગયો છે
STATE_DONE = પૂર્ણ તરીકે દર્શાવો
    .description = લેખનું કામ પૂરું થયું છે
GO_ON_WHEN_DONE = પૂર્ણ થાય ત્યારે આગળ વધો
    .description = લેખને પૂર્ણ દર્શાવવાથી યાદીનો આગળનો લેખ ખુલે છે
ORPHANS = જગ્યા વગરની ટીપો
    .description = લેખ બદલાતાં જેમની જગ્યા ખોવાઈ તે ટીપો બતાવો
ORPHAN_NEXT = જગ્યા વગરની આગળની ટીપ
    .description = આને પછી માટે છોડો અને જેની જગ્યા ખોવાઈ તે આગળની ટીપ જુઓ
ORPHAN_PLACE = તેના માટે આગળની જગ્યા
    .description = જગ્યા વગરની ટીપ જ્યાં હોઈ શકે તે આગળની જગ્યા જુઓ
ORPHAN_HERE = અહીં મૂકો
    .description = જગ્યા વગરની ટીપને હમણાં દેખાતી જગ્યા આપો
ORPHAN_SELECTION = પસંદ કરેલા શબ્દો પર મૂકો
    .description = જગ્યા વગરની ટીપને પસંદ કરેલા શબ્દો આપો
ORPHAN_DELETE = જગ્યા વગરની ટીપ કાઢી નાખો
    .description = જેની જગ્યા ખોવાઈ તે ટીપને તેના સંબંધો સાથે દૂર કરો

## Entities

LINK_ENTITY = એન્ટિટી સાથે લિંક કરો…
    .description = ઉલ્લેખ કે દાવો કરનાર કોણ કે શું છે તે જણાવો: મળતા ઉચ્ચારનાં નામવાળી એન્ટિટી સૂચવાય છે
    .hint = પહેલાં કોઈ ઉલ્લેખ પર ક્લિક કરો, અથવા Tab દબાવીને ત્યાં જાઓ
NEXT_SUGGESTION = આગળની સૂચવેલી લિંક
    .description = જે ઉલ્લેખ કોઈ એન્ટિટી સાથે મેળ ખાય છે પણ લિંક નથી તેવા આગળના ઉલ્લેખ પર જાઓ: તેની નીચે ટપકાં હોય છે
PREVIOUS_SUGGESTION = પાછળની સૂચવેલી લિંક
    .description = કોઈ એન્ટિટી સાથે મેળ ખાતા પાછળના ઉલ્લેખ પર જાઓ
ACCEPT_SUGGESTION = સૂચવેલી લિંક સ્વીકારો
    .description = ઉલ્લેખને સૂચવેલી એન્ટિટી સાથે લિંક કરો અને આગળના પર જાઓ
REJECT_SUGGESTION = સૂચવેલી લિંક નકારો
    .description = આ બીજું કોઈ છે: આ શબ્દો માટે તે એન્ટિટી ફરી નહીં સૂચવાય
TAG_OCCURRENCES = બધે ટૅગ કરો…
    .description = ઉલ્લેખને બધે શોધો, બદલાયેલાં રૂપો અને બીજી જોડણીઓમાં પણ, અને જેના પર ખરાની નિશાની હોય તેને ટૅગ કરો
    .hint = પહેલાં કોઈ ઉલ્લેખ પર ક્લિક કરો, અથવા Tab દબાવીને ત્યાં જાઓ
IMPORT_ENTITIES = એન્ટિટી આયાત કરો…
    .description = બીજાં ટૂલની એન્ટિટી રજિસ્ટ્રીના તમારા ભાગમાં લો: CSV, JSON Lines, SKOS
EXPORT_ENTITIES = એન્ટિટી નિકાસ કરો…
    .description = બધાની એન્ટિટી બીજાં ટૂલ માટે લખો: CSV, JSON Lines, SKOS
UNDO_ENTITIES = એન્ટિટીનો ફેરફાર પાછો લો
    .description = એન્ટિટીમાં છેલ્લે કરેલું કામ પાછું લો: બનાવવું, નામ બદલવું, ભેગી કરવી, છૂટી પાડવી
REDO_ENTITIES = એન્ટિટીનો ફેરફાર ફરી કરો
    .description = એન્ટિટીમાં જે પાછું લેવાયું તે ફરીથી કરો

## Fields

FIELD_1 = ફીલ્ડ 1 ભરો
    .description = સક્રિય ટીપનું આ ફીલ્ડ જે શબ્દો કે નિશાનથી ભરાય તે બતાવો
FIELD_2 = ફીલ્ડ 2 ભરો
    .description = સક્રિય ટીપનું આ ફીલ્ડ જે શબ્દો કે નિશાનથી ભરાય તે બતાવો
FIELD_3 = ફીલ્ડ 3 ભરો
    .description = સક્રિય ટીપનું આ ફીલ્ડ જે શબ્દો કે નિશાનથી ભરાય તે બતાવો
FIELD_4 = ફીલ્ડ 4 ભરો
    .description = સક્રિય ટીપનું આ ફીલ્ડ જે શબ્દો કે નિશાનથી ભરાય તે બતાવો
FIELD_5 = ફીલ્ડ 5 ભરો
    .description = સક્રિય ટીપનું આ ફીલ્ડ જે શબ્દો કે નિશાનથી ભરાય તે બતાવો
FIELD_6 = ફીલ્ડ 6 ભરો
    .description = સક્રિય ટીપનું આ ફીલ્ડ જે શબ્દો કે નિશાનથી ભરાય તે બતાવો
FIELD_7 = ફીલ્ડ 7 ભરો
    .description = સક્રિય ટીપનું આ ફીલ્ડ જે શબ્દો કે નિશાનથી ભરાય તે બતાવો
FIELD_8 = ફીલ્ડ 8 ભરો
    .description = સક્રિય ટીપનું આ ફીલ્ડ જે શબ્દો કે નિશાનથી ભરાય તે બતાવો
FIELD_9 = ફીલ્ડ 9 ભરો
    .description = સક્રિય ટીપનું આ ફીલ્ડ જે શબ્દો કે નિશાનથી ભરાય તે બતાવો

## Review

START_REVIEW = બધા લેખોની સમીક્ષા કરો
    .description = બધા લેખોમાં બીજાઓની ટીપો એક પછી એક જુઓ
REVIEW_ARTICLE = આ લેખની સમીક્ષા કરો
    .description = અહીં બીજાઓની ટીપો એક પછી એક જુઓ
LEAVE_REVIEW = સમીક્ષા પૂરી કરો
    .description = નિર્ણયો રહે છે; સમીક્ષા જ્યાં અટકી ત્યાંથી આગળ ચાલે છે
ACCEPT = સ્વીકારો
    .description = આ સાચું છે; તેની જગ્યાએ બીજાઓનું સાચું નથી
ACCEPT_ALL = બધું સ્વીકારો
    .description = તેનું દરેક રૂપ સાચું છે
REJECT = નકારો
    .description = આ ખોટું છે
QUESTION = પ્રશ્ન
    .description = આના પર ચર્ચા કરવાની છે
NOTHING_HERE = અહીં કંઈ નથી
    .description = અહીં કોઈ ટીપ ન હોવી જોઈએ: બધાં રૂપ ખોટાં છે
EDIT_ITEM = નકલ બદલો
    .description = આને તમારી ટીપોમાં લો અને ત્યાં બદલો
COMMENT = ટિપ્પણી
    .description = કારણ જણાવો
OTHER_VERSION = આગળનું રૂપ બતાવો
    .description = અહીં બીજા એનોટેટરની ટીપ જુઓ; 1 થી 9 રૂપ પસંદ કરે છે
NEXT_ITEM = કતારમાં આગળનું
    .description = આને પછી માટે છોડો
PREVIOUS_ITEM = કતારમાં પાછળનું
    .description = તેના પર પાછા જાઓ
AGREEMENT = સંમતિ
    .description = એનોટેટર કેટલા સંમત છે, અને ક્યાં નથી
SCORES = કોણ કેટલું ચોક્કસ છે…
    .description = ગોલ્ડ કે કોઈની પણ સામે પ્રિસિઝન, રિકોલ અને F₁, અને શું અલગ કરાયું
PROGRESS = દરેક એનોટેટરની પ્રગતિ
    .description = કોણે કયો લેખ પૂરો કર્યો, અને કેટલા લેખોની બે વાર ટીપ થઈ
MEASURE_PACE = મારી ઝડપ માપો
    .description = ટીપ કરવામાં લાગતો સમય ગણો; તે આ કમ્પ્યુટર પર જ રહે છે અને તમને “દરેક એનોટેટરની પ્રગતિ”માં દેખાય છે
TAKE_AGREED = સર્વસંમત ટીપો સ્વીકારો…
    .description = આ લેખમાં દેખાતા બધા જેના પર સંમત છે તે તમારી ટીપોમાં કૉપિ કરો
FILL_GOLD = ગોલ્ડ સેટ ભરો…
    .description = જે સ્વીકારાયું, જેના પર સંમતિ છે, અને બાકીનું એક નિયમથી, બધા લેખોના ગોલ્ડ સેટમાં લો
BLIND = બ્લાઇન્ડ મોડ (નામ અને બીજાઓનાં નિશાન છુપાવો)
    .description = નામ છુપાવો, અને ટીપ કરતી વખતે બીજાઓનાં નિશાન પણ

## Feedback

FEEDBACK = પ્રતિભાવ
    .description = સમીક્ષકોએ તમારાથી અલગ શું નક્કી કર્યું: તે અપનાવો કે જવાબ આપો
LEAVE_FEEDBACK = પ્રતિભાવ બંધ કરો
    .description = જ્યારે પણ માગો ત્યારે ફરી દેખાય છે
TAKE_OVER = અપનાવો
    .description = તમારી ટીપની જગ્યાએ સમીક્ષકનો નિર્ણય લો
KEEP_MINE = મારું રાખો અને જવાબ આપો
    .description = કારણ જણાવો; સમીક્ષક તે જુએ છે
RETURN_ARTICLE = આ લેખ પરત કરો…
    .description = તેને કોઈ એનોટેટરને પરત કરો, જેની યાદીમાં તે પાછો સોંપાય ત્યાં સુધી સૌથી ઉપર રહે છે
HAND_BACK = આ લેખ પાછો સોંપો
    .description = જે સમીક્ષકે પરત કર્યો તેને જણાવો કે તમારું કામ પૂરું થયું

## Go

NEXT_ANNOTATION = આગળની ટીપ
    .description = આના પછીની ટીપ સક્રિય કરો
PREVIOUS_ANNOTATION = પાછળની ટીપ
    .description = આના પહેલાંની ટીપ સક્રિય કરો
MARKS_HERE = અહીંની ટીપો…
    .description = સક્રિય ટીપ કે કર્સરની જગ્યાની બધી ટીપો બતાવો, અને તેમાંથી એક પર જાઓ
NEXT_ARTICLE = આગળનો લેખ
    .description = યાદીમાં આની નીચેનો લેખ ખોલો
PREVIOUS_ARTICLE = પાછળનો લેખ
    .description = યાદીમાં આની ઉપરનો લેખ ખોલો
FILTER_ARTICLES = લેખો ગાળો…
    .description = લેખને તેના નામ કે પહેલી લીટીથી શોધો; Enter થી તે ખુલે છે
CLAIMS = કાર્યક્ષેત્રના દાવા
    .description = બધા દાવા અને તેમને જોડતી વાતો: સમૂહો, કોણે પહેલાં કહ્યું, વાક્યો સામસામે
INSPECTOR_AND_BACK = વિગતમાં જાઓ અને પાછા આવો
    .description = કીબોર્ડ વિગતને આપો, અથવા ત્યાંથી પાછું લખાણને
SELECT_WORD = શબ્દ પસંદ કરો
    .description = કર્સરની જગ્યાનો શબ્દ પસંદ કરો
SELECT_SENTENCE = વાક્ય પસંદ કરો
    .description = કર્સરની જગ્યાનું વાક્ય પસંદ કરો

## View

SIDE_BY_SIDE = બે લેખ બાજુબાજુમાં
    .description = આ લેખ રાખો અને પહેલાંનો લેખ તેની બાજુમાં ખોલો; ફરી કરવાથી એક જ દેખાય છે
SWITCH_SIDES = બાજુના લેખ પર જાઓ
    .description = આની બાજુના લેખ પર કામ કરો
GUIDELINES = માર્ગદર્શિકા વાંચો
    .description = અહીં ટીપ કેવી રીતે કરવી તે વાંચો; ટીપ સક્રિય હોય તો તેના લેબલ વિશે
COMMAND_PALETTE = આદેશ સૂચિ…
    .description = જે કંઈ કરી શકાય તે નામથી શોધો
ZOOM_TEXT_IN = મોટું લખાણ
    .description = ઝૂમ ઇન: લેખનું લખાણ મોટું કરો
ZOOM_TEXT_OUT = નાનું લખાણ
    .description = ઝૂમ આઉટ: લેખનું લખાણ નાનું કરો
ZOOM_TEXT_RESET = લખાણનું સામાન્ય કદ
    .description = ઝૂમ વગર: લેખનું લખાણ 18 પૉઇન્ટ પર પાછું લાવો
ZOOM_INTERFACE_IN = મોટું ઇન્ટરફેસ
    .description = ઝૂમ ઇન: આખી વિન્ડો મોટી કરો
ZOOM_INTERFACE_OUT = નાનું ઇન્ટરફેસ
    .description = ઝૂમ આઉટ: આખી વિન્ડો નાની કરો
ZOOM_INTERFACE_RESET = ઇન્ટરફેસનું સામાન્ય કદ
    .description = ઝૂમ વગર: વિન્ડોને તેના સામાન્ય કદ પર પાછી લાવો
SHOW_INVISIBLES = અદૃશ્ય વર્ણો બતાવો
    .description = જોઇનર, ખાસ સ્પેસ અને નિયંત્રણ વર્ણો બતાવો
SHOW_ARTICLES = લેખો બતાવો
    .description = લેખો અને તેમની ટીપો બતાવો; સમીક્ષા અટકે છે અને ત્યાંથી જ આગળ ચાલે છે
SHOW_ENTITIES = એન્ટિટી બતાવો
    .description = બધી એન્ટિટી બતાવો: તેમનાં નામ, કઈ એક જ હોઈ શકે, અને તેમનો ઉલ્લેખ ક્યાં છે
SHOW_REVIEW = સમીક્ષા બતાવો
    .description = સમીક્ષા આગળ ચલાવો, અથવા બધા લેખોમાં બીજાઓની ટીપોની સમીક્ષા શરૂ કરો
SHOW_OVERVIEW = સારાંશ બતાવો
    .description = કોણે કયો લેખ પૂરો કર્યો અને એનોટેટર કેટલા સંમત છે તે બતાવો
TOGGLE_LIBRARY = લેખ-સૂચિ
    .description = લેખોની યાદી બતાવો કે છુપાવો
TOGGLE_INSPECTOR = વિગત
    .description = ટીપોની વિગત બતાવો કે છુપાવો
THEME_SYSTEM = સિસ્ટમની થીમ
    .description = આછી કે ઘેરી, જેવી સિસ્ટમની હોય
THEME_LIGHT = આછી થીમ
    .description = આછી પૃષ્ઠભૂમિ પર ઘેરા અક્ષર
THEME_DARK = ઘેરી થીમ
    .description = ઘેરી પૃષ્ઠભૂમિ પર આછા અક્ષર
LANGUAGE_SYSTEM = સિસ્ટમની ભાષા
    .description = ઇન્ટરફેસ સિસ્ટમની ભાષામાં બતાવો, અને તે ભાષા ન હોય તો અંગ્રેજીમાં
LANGUAGE_ENGLISH = English (અંગ્રેજી)
    .description = ઇન્ટરફેસ અંગ્રેજીમાં બતાવો
LANGUAGE_HINDI = हिन्दी (હિન્દી)
    .description = ઇન્ટરફેસ હિન્દીમાં બતાવો
LANGUAGE_GUJARATI = ગુજરાતી
    .description = ઇન્ટરફેસ ગુજરાતીમાં બતાવો

## Help

KEYBOARD_HELP = કીબોર્ડ શૉર્ટકટ
    .description = બધી કી એક પાના પર
CHANGE_SHORTCUTS = શૉર્ટકટ બદલો…
    .description = વારંવાર થતાં કામો માટે બીજી કી પસંદ કરો
DISMISS = સૂચનાઓ દૂર કરો
    .description = સૂચનાઓ સ્ક્રીન પરથી દૂર કરો
LICENCES = લાઇસન્સ
    .description = પ્રોગ્રામમાં વપરાયેલાં પૅકેજ અને ફૉન્ટનાં લાઇસન્સ
ABOUT = Tippani વિશે
    .description = આવૃત્તિ અને લાઇસન્સ
