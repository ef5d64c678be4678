# The page of claims.

claims-title = Claims
claims-back = Back to the text
claims-reading = Reading the claims of the workspace…
claims-none = No claims yet: select words in an article and press a claim label’s key
claims-none-fits = No claim fits the filters
claims-as-groups = Groups
claims-as-list = List
claims-as-timeline = Timeline
# Below a claim of the list: its label and who makes it.
claims-by-claimer = { $label } by { $claimer }
# What a group is made of.
claims-about-group = { $claims ->
    [one] { $claims } claim
   *[other] { $claims } claims
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}
# Stands after it.
claims-about-contradicted = contradicted

## Filters

claims-filter = Filter claims
claims-filter-words-hint = Words, entity, article
claims-filter-label = Label
claims-filter-topic = Topic
claims-filter-stance = Stance
claims-filter-annotator = Annotator
claims-filter-article = Article
# A list of values to filter by; name is one of the above.
claims-filter-by = Filter: { $name }
claims-filter-any = Any
claims-filter-search = Search
claims-filter-search-in = Search: { $name }
claims-filter-from = Claimed from
claims-filter-from-hint = from 2026-01-31
claims-filter-to = Claimed up to
claims-filter-to-hint = to 2026-01-31
claims-filter-day-hint = Year, month and day; what has no day is left out then
claims-filter-contradicted = Contradicted
claims-filter-contradicted-hint = Groups in which a link says that two claims cannot both hold
claims-filter-one-source-hint = Groups all of whose claims have one claimer, or stand in one article where none is named
claims-filter-show-all = Show all

## One group

claims-part-sentences = Sentences
claims-part-picture = Picture
claims-part-figures = Figures and days
claims-group-single = One claim, without links
claims-group-contradicted = Contradicted: { $count ->
    [one] { $count } refutation
   *[other] { $count } refutations
} in it
claims-one-source = One source only
claims-said-first = Said first by { $who } on { $day }, in { $file }
claims-said-first-of-some = Said first by { $who } on { $day }, in { $file } (of { $count } the day is not known)
claims-said-first-unknown = Who said it first is not known: give the claims a time, or their articles a date
claims-suggested-for = For: { $quote }
claims-suggested-keys = ↑ ↓ choose, a digit links, x rejects, Enter opens the text; n and p go to the next and previous line
claims-nobody-named = Nobody named
claims-open = Open in the text
claims-open-file = Open { $file } in the text
claims-open-both = Side by side
claims-open-both-tip = With the chosen claim, each in its article (Shift+Enter)
claims-open-both-files = Open { $first } and { $second } side by side
claims-more-links = { $count ->
    [one] and { $count } more link
   *[other] and { $count } more links
}

## Picture of a group

claims-picture-by-claimer = By claimer
claims-picture-by-article = By article
claims-picture-card = Card: { $who }: { $quote }
# What a line of it says.
claims-line-supports = supports
claims-line-refutes = refutes
claims-line-identical = identical
claims-line-other = other

## Figures of a group

claims-figures-hint = What only some of them name stands out
claims-figures-who = Who says it
claims-figures-numbers = Figures
claims-figures-days = Days
claims-figures-named-by = { $all ->
    [one] { $count } of { $all } claim names it
   *[other] { $count } of { $all } claims name it
}

## Along the days

claims-timeline-by-claimed = By the day claimed
claims-timeline-by-published = By publication
claims-timeline-closer = Days closer
claims-timeline-apart = Days further apart
claims-timeline-zoom-hint = Ctrl and the wheel do it, too; drag the days to move them
claims-timeline-all = All days
claims-timeline-signs = ● claim   ◆ in a group that is contradicted
claims-timeline-without-day = { $count ->
    [one] { $count } claim without a day
   *[other] { $count } claims without a day
}
claims-timeline-none = No day is known of these claims: give them a time, or their articles a date
# One who makes claims, with the day of the first.
claims-timeline-lane = { $count ->
    [one] { $name }: { $count } claim, the first on { $day }
   *[other] { $name }: { $count } claims, the first on { $day }
}
