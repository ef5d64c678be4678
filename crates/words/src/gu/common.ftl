# Words that stand in many places, and things counted.

common-cancel = રદ કરો
common-close = બંધ કરો
common-delete = કાઢી નાખો
common-remove = દૂર કરો
common-add = ઉમેરો
common-save = સાચવો
common-choose = પસંદ કરો…
common-entity = એન્ટિટી
common-claim = દાવો

count-annotations = { $count ->
    [one] { $count } ટીપ
   *[other] { $count } ટીપો
}
count-articles = { $count ->
    [one] { $count } લેખ
   *[other] { $count } લેખો
}
count-mentions = { $count ->
    [one] { $count } ઉલ્લેખ
   *[other] { $count } ઉલ્લેખો
}
count-changes = { $count ->
    [one] { $count } ફેરફાર
   *[other] { $count } ફેરફારો
}
count-claims = { $count ->
    [one] { $count } દાવો
   *[other] { $count } દાવા
}
count-entities = { $count ->
    [one] { $count } એન્ટિટી
   *[other] { $count } એન્ટિટી
}
count-links = { $count ->
    [one] { $count } લિંક
   *[other] { $count } લિંક
}
count-files = { $count ->
    [one] { $count } ફાઇલ
   *[other] { $count } ફાઇલો
}
count-characters = { $count ->
    [one] { $count } અક્ષર
   *[other] { $count } અક્ષરો
}

## Dates

date-and-time = { $day } { $month } { $year }, { $time }
month-1 = જાન્યુ
month-2 = ફેબ્રુ
month-3 = માર્ચ
month-4 = એપ્રિલ
month-5 = મે
month-6 = જૂન
month-7 = જુલાઈ
month-8 = ઑગસ્ટ
month-9 = સપ્ટે
month-10 = ઑક્ટો
month-11 = નવે
month-12 = ડિસે
