# The editor of the schema: labels, attributes, relations, and the workspace they are of.

schema-title = લેબલ અને ગુણ
schema-tab-labels = લેબલ
schema-tab-attributes = ગુણ
schema-tab-relations = સંબંધો
schema-tab-workspace = કાર્યક્ષેત્ર
schema-list-nothing = અહીં હજી કંઈ નથી
schema-list-up = ઉપર
schema-list-down = નીચે
schema-keep-editing = ફેરફાર ચાલુ રાખો
schema-discard = ફેરફાર છોડો
schema-unsaved = તમારા ફેરફાર સાચવ્યા નથી
schema-saved-where = લેખોના ફોલ્ડરમાં tippani.json નામે સચવાય છે
schema-back = પાછા જાઓ

## Fields of all

schema-name = નામ
schema-identifier = ફાઇલોમાં આઈડી
schema-when = ક્યારે વાપરવું

## Labels

# What a new one is called until it is given a name.
schema-label-new = લેબલ { $number }
schema-label-colour = રંગ
schema-label-of-article = આખા લેખનું
schema-label-of-article-tip = તે શીર્ષકની બાજુમાં પસંદ થાય છે; તેની ટીપ પહેલી લીટી પર હોય છે
schema-label-key = શૉર્ટકટ કી
schema-label-group = જૂથ
schema-label-attributes = ગુણ
schema-hue-blue = વાદળી
schema-hue-orange = નારંગી
schema-hue-green = લીલો
schema-hue-vermilion = સિંદૂરી
schema-hue-purple = જાંબલી
schema-hue-sky = આસમાની
schema-hue-gold = સોનેરી
schema-hue-teal = મોરપીંછી
schema-hue-rose = ગુલાબી
schema-hue-olive = જેતૂની
schema-hue-brown = કથ્થઈ
schema-hue-grey = રાખોડી

## Attributes

schema-attribute-new = ગુણ { $number }
schema-attribute-type = પ્રકાર
schema-attribute-choice = ઘણામાંથી એક
schema-attribute-multi-choice = ઘણામાંથી એક કે વધુ
schema-attribute-text = લખાણ
schema-attribute-flag = હા કે ના
schema-attribute-number = સંખ્યા
schema-attribute-evidence = લખાણમાંથી પુરાવો જોડી શકાય
schema-attribute-meaning = તેનો અર્થ
schema-choices = વિકલ્પો: આઈડી અને નામ
schema-choices-add = વિકલ્પ ઉમેરો
schema-choices-nothing = પસંદ કરવા માટે હજી કંઈ નથી
schema-choice-new = વિકલ્પ { $number }

## Relations

schema-relation-new = સંબંધ { $number }
schema-relation-symmetric = બેતરફી
schema-relation-from = ક્યાંથી (કંઈ પસંદ ન હોય = કોઈ પણ લેબલ)
schema-relation-to = ક્યાં સુધી (કંઈ પસંદ ન હોય = કોઈ પણ લેબલ)

## Workspace

schema-guidelines = માર્ગદર્શિકાની ફાઇલ
schema-overlap-allow = ટીપો એકબીજા પર આવી શકે
schema-overlap-forbid = એક જ સ્તરની ટીપો એકબીજા પર ન આવી શકે

## Labels in use that go

schema-lost-title = આ લેબલ વપરાશમાં છે
schema-lost-keep = લેબલ રાખો
schema-lost-rename = નિશાનોનું નામ બદલો: { $label }
schema-lost-move = નિશાનો અહીં લઈ જાઓ: { $label }
schema-lost-marks = { $label }નાં નિશાન
schema-lost-hint = તમારાં પોતાનાં નિશાન બધા લેખોમાં બદલાય છે, અને એક જ વારમાં પાછાં લઈ શકાય છે. બીજાઓનાં નિશાન તેમની ફાઇલોમાં જેમ છે તેમ રહે છે, અને નવા લેબલ હેઠળ જૂની આઈડી સાથે દેખાય છે
# Whose marks these are is listed after the colon.
schema-lost-used = { $articles ->
    [one] { $articles } લેખ
   *[other] { $articles } લેખો
}માં { $marks } નિશાન: { $whose }
schema-lost-own = { $count } તમારાં પોતાનાં
schema-lost-others = { $count } { $name }નાં

## Labels of the news schema, by which they are found whatever they are called

schema-news-person = વ્યક્તિ
schema-news-organization = સંગઠન
schema-news-location = સ્થળ
schema-news-event = ઘટના
schema-news-date-time = તારીખ, સમય
schema-news-product = ઉત્પાદન, સાધન
schema-news-statement = નિવેદન
schema-news-allegation = આરોપ
schema-news-denial = ઇનકાર
schema-news-intention = ઇરાદો
schema-news-figure = આંકડો
