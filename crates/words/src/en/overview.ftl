# The page of figures: who has done which article, and how far annotators agree.

overview-title = Overview
overview-progress = Progress
overview-agreement = Agreement
overview-nobody-else = Nobody else has annotated anything here
overview-back = Back to the articles
overview-back-tip = Back to the articles (Esc)
overview-count-again = Count again

## Who has done which article

overview-progress-nobody = Nobody has annotated anything here as yet
overview-share-tip = { $done } of { $all } done
overview-share = { $done } done, { $begun } begun, { $annotations ->
    [one] { $annotations } annotation
   *[other] { $annotations } annotations
}, { $reviews ->
    [one] { $reviews } verdict
   *[other] { $reviews } verdicts
}
# How many articles so many annotators have done or begun; the parts are listed after the word.
overview-coverage-done = Done: { $parts }
overview-coverage-begun = Begun: { $parts }
overview-coverage-part = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} by { $annotators ->
    [0] nobody
    [one] { $annotators } annotator
   *[other] { $annotators } annotators
} ({ $percent } %)
overview-pace-begins = Your pace here is measured from now on, on this computer only
overview-pace-off = Your pace is not measured; { $menu } › { $action } turns that on, on this computer only
overview-pace = Your pace here: { $work }. Measured on this computer; nobody else sees it
overview-pace-minutes = { $minutes } min
overview-pace-hours = { $hours } h { $minutes } min
overview-pace-annotations = { $count ->
    [one] { $count } annotation
   *[other] { $count } annotations
} ({ $rate } an hour)
overview-pace-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
} done ({ $minutes } min each)
overview-table-nobody = { $file }: nobody
overview-table-article = { $file }: { $states }
overview-table-state = { $name } { $state }
overview-state-todo = todo
overview-state-in-progress = in-progress
overview-state-done = done

## How far annotators agree

overview-finished = Finished: { $parts }
overview-finished-by = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} by { $annotators }
overview-compared = { $done } of { $all } articles compared
overview-save-in = Save as CSV in
overview-save-folder = Folder
overview-save = Save CSV
overview-nothing-to-compare = No article was annotated by two, so there is nothing to compare. Progress is what to look at first
overview-scope = Labels
overview-scope-all = All labels
overview-scope-entities = Entities
overview-scope-claims = Claims
overview-basis = Counted
overview-basis-token = by token
overview-basis-character = by character
overview-basis-span = by span
overview-measure = Measure
overview-measure-observed = Observed agreement
overview-measure-alpha = Krippendorff’s α
overview-measure-fleiss = Fleiss’ κ
overview-measure-cohen = Cohen’s κ
overview-measure-alpha-unitized = Krippendorff’s αᵤ
overview-measure-gamma = Mathet’s γ
overview-measure-exact = Exact F₁
overview-measure-overlap = Overlap F₁
overview-figure-of-pair = { $measure }, { $one } and { $other }
overview-figure-tokens = { $count ->
    [one] { $count } token
   *[other] { $count } tokens
}
overview-figure-spans = { $count ->
    [one] { $count } span
   *[other] { $count } spans
}
overview-spans = Spans
overview-pairs = Pairwise agreement
overview-pair-said = { $one } and { $other }: { $value }. { $meaning }
overview-pair-again = Click the selected pair again to review its disagreements
overview-by-label = By label
overview-confusion = Label confusion (rows: { $one }, columns: { $other })
overview-confusion-said = { $one }: { $label }, { $other }: { $instead } – { $count }
overview-confusion-nothing = nothing
overview-articles = Articles by agreement, lowest first
overview-article-figures = exact F₁ { $exact }, α { $alpha }
overview-article-said = { $file }, { $figures }
overview-articles-more = and { $count } more

## How good everybody is

overview-scores-title = How good is everybody?
overview-scores-against = Against
overview-scores-against-whom = Against whom
overview-scores-cases = Show the cases
overview-scores-cases-of = Cases of { $name }
overview-scores-precision = Precision
overview-scores-recall = Recall
overview-scores-language = in { $language }
overview-scores-week = week { $week }
# What is otherwise than in the reference.
overview-scores-missed = { $count } missed
overview-scores-extra = { $count } extra
overview-scores-edges = { $count } edges
overview-scores-label = { $count } label
overview-scores-field = { $count } field
overview-scores-link = { $count } link

## What a figure means

overview-meaning-misleading-alone = Misleading by itself: one category has nearly everything, so most of this is chance
overview-meaning-not-corrected = Not corrected for chance; see κ and α
overview-meaning-most-exact = Most annotations have a counterpart with the same edges and label
overview-meaning-some-exact = Where overlap F₁ is higher, the difference is edges; the rest is missing or labelled otherwise
overview-meaning-none-exact = No annotation has a counterpart with the same edges and label
overview-meaning-overlap = Annotations of one label that share at least a character, each paired once
overview-meaning-like-random-places = No better than the same annotations at random places
overview-meaning-reliable = Reliable: at least 0.8, where conclusions may rest on the labels
overview-meaning-tentative = Between 0.667 and 0.8: enough for tentative conclusions
overview-meaning-worse-than-chance = Worse than chance: they differ by rule, not by accident
overview-meaning-like-chance = Indistinguishable from chance
overview-meaning-too-low = Below 0.667: too low to rely on; review conflicts and guidelines
overview-meaning-one-category = nearly everything is of one category, so single marks move it much: look at F₁ too
overview-meaning-too-little = too little is rated to be sure, as the interval shows
overview-meaning-no-annotation = Undefined: neither has an annotation here
overview-meaning-no-alignment = Undefined: marks lie too close together, or annotators are too many, to find the best alignment; compare fewer
overview-meaning-one-place = Undefined: all marks are at one place, so at random places they would be as alike
overview-meaning-no-mark = Undefined: no article that two of them rated has a mark of this
overview-meaning-not-rated-by-all = Undefined: no article here was rated by all it is about
overview-meaning-not-rated-by-two = Undefined: no article here was rated by two of them
overview-meaning-no-unit = Undefined: nobody has a unit here
overview-meaning-one-category-only = Undefined: everybody gave one and the same category, so there is nothing that could have differed
overview-meaning-less-disorder = { $percent } % less disorder (edges, labels, what is missing) than at random places; no bounds are agreed upon
