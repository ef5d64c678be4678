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
