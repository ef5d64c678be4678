# Words that stand in many places, and things counted.

common-cancel = रद्द करें
common-close = बंद करें
common-delete = मिटाएँ
common-remove = हटाएँ
common-add = जोड़ें
common-save = सहेजें
common-choose = चुनें…
common-entity = एंटिटी
common-claim = दावा

count-annotations = { $count ->
    [one] { $count } अंकन
   *[other] { $count } अंकन
}
count-articles = { $count ->
    [one] { $count } लेख
   *[other] { $count } लेख
}
count-mentions = { $count ->
    [one] { $count } उल्लेख
   *[other] { $count } उल्लेख
}
count-changes = { $count ->
    [one] { $count } बदलाव
   *[other] { $count } बदलाव
}
count-claims = { $count ->
    [one] { $count } दावा
   *[other] { $count } दावे
}
count-entities = { $count ->
    [one] { $count } एंटिटी
   *[other] { $count } एंटिटी
}
count-links = { $count ->
    [one] { $count } लिंक
   *[other] { $count } लिंक
}
count-files = { $count ->
    [one] { $count } फ़ाइल
   *[other] { $count } फ़ाइलें
}
count-characters = { $count ->
    [one] { $count } अक्षर
   *[other] { $count } अक्षर
}

## Dates

date-and-time = { $day } { $month } { $year }, { $time }
month-1 = जन॰
month-2 = फ़र॰
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुल॰
month-8 = अग॰
month-9 = सित॰
month-10 = अक्टू॰
month-11 = नव॰
month-12 = दिस॰
