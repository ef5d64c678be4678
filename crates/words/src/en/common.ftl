# Words that stand in many places, and things counted.

common-cancel = Cancel
common-close = Close
common-delete = Delete
common-remove = Remove
common-add = Add
common-save = Save
common-choose = Choose…
common-entity = Entity
common-claim = Claim

count-annotations = { $count ->
    [one] { $count } annotation
   *[other] { $count } annotations
}
count-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
count-mentions = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
count-changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
count-claims = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
}
count-entities = { $count ->
    [one] { $count } entity
   *[other] { $count } entities
}
count-links = { $count ->
    [one] { $count } link
   *[other] { $count } links
}
count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
count-characters = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}

## Dates

date-and-time = { $day } { $month } { $year }, { $time }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
