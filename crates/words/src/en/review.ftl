# The panel of a review, and the dialogs about gold, agreed annotations and returned articles.

review-title = Review
review-end = End review
review-end-tip = End review (Esc)
review-names-hidden = { $count ->
    [one] { $count } annotator, names hidden
   *[other] { $count } annotators, names hidden
}
review-you = { $name } (you)
review-unfinished-counts = { $name }: articles in progress count
review-unfinished-left-out = { $name }: { $count ->
    [one] { $count } article
   *[other] { $count } articles
} in progress left out
review-scope = Scope of the review
review-scope-all = All articles
review-scope-listed = Filtered articles
review-scope-article = This article
review-filter = What the queue shows
review-order = Order of the queue
review-order-difference = By difference
review-order-confidence = By confidence
review-order-label = By label
review-order-text = In text order
review-looked-through = { $done } of { $all } articles looked through
review-decided = { $decided } of { $all } decided
review-decided-agreed = { $decided } of { $all } decided · { $agreed } agree
review-empty-looking = Looking for what there is to review…
review-empty-nothing = Nothing is annotated here as yet
review-empty-agreed = Nothing to decide: they agree about everything
review-empty-alone = No article here was annotated by two of them

## A sample

review-sample = A sample only
review-sample-bound = Error rate to get below
review-sample-part = Part of each annotator and label
review-sample-count = Annotations drawn
review-sample-by-number = by number
review-sample-by-part = by part
review-sample-seed = seed
review-sample-seed-name = Seed of the sample
review-rate-judged = { $name }: { $judged } of { $drawn } judged
review-rate-found = { $name }: { $judged } of { $drawn } judged, { $rate } % wrong ({ $low }–{ $high }): { $against }
review-rate-below = below { $bound } %
review-rate-not-below = not below { $bound } %
review-rate-left = { $left ->
    [one] { $left } annotation
   *[other] { $left } annotations
} more without an error to be below { $bound } %

## What is looked at

# What versions differ in; the first of several begins with a capital.
review-conflict-missing = missing
review-conflict-boundary = boundary
review-conflict-label = label
review-conflict-attribute = attribute
review-conflict-entity = entity link
review-conflict-relation = relation
review-difference-links = Links
review-comment = Comment
review-comment-hint = Comment ({ $key })
review-changed = Changed since you decided
review-changed-anew = Changed since to what was decided already
review-verdict-of-earlier-version = The verdict is of an earlier version of the program, which did not keep what it was on
review-answers = { $name } answers: { $answer }
review-contradicted = Another reviewer decided otherwise ({ $verdicts })
review-nothing-of = { $name } has nothing here
review-version-said = { $names }: { $label }, { $quote }
review-model-score = How sure the model was
review-verdict-accepted = accepted
review-verdict-rejected = rejected
review-verdict-question = question
review-verdict-in-question = in question
review-queue-nothing = Nothing is left here
review-queue-reading = Reading { $file }…
review-queue-said = { $quote }, { $difference }, { $file }

## What all agree about

review-agreed-title = Accept all unanimous annotations
review-agreed-nothing = There is nothing here that all agree about and you do not have
review-agreed-alike = All of { $names } have these alike; copies become yours, in one step of undo
review-take = Take
review-take-count = Take { $count }

## Filling gold

review-fill = Fill
review-fill-title = Fill gold
review-fill-nobody = Nobody is called “{ $name }” here
review-fill-here = This article only
review-fill-undecided = Only what nobody has decided is filled; one step of undo for all articles
review-fill-rule-all = What all say
review-fill-rule-at-least = What at least so many say
review-fill-rule-most = What most say; ties stay open
review-fill-rule-trust = Trust in this order
review-fill-rule-dawid-skene = By competence (Dawid and Skene), more probable than
review-fill-rule-mace = By competence (MACE), more probable than
review-fill-at-least = At least how many
review-fill-trusted = Who is trusted, the first most
review-fill-probability = More probable than
review-fill-label-rule = Rule of the label
review-fill-another-rule = Another rule for a label
review-fill-tolerance = Edges that differ by less than a part are the same
review-fill-tolerance-part = Part of edges
review-fill-edges = Which edges are taken
review-fill-edges-most-frequent = most frequent
review-fill-edges-longest = longest
review-fill-edges-shortest = shortest
review-fill-progress = { $done } of { $all } articles
review-fill-comes-to = { $annotations ->
    [one] { $annotations } annotation
   *[other] { $annotations } annotations
} and { $links ->
    [one] { $links } link
   *[other] { $links } links
}; { $complete } of { $sets ->
    [one] { $sets } gold set
   *[other] { $sets } gold sets
} complete
review-fill-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
}: { $why }
review-fill-link-left-out = { $file }: a link “{ $relation }” of { $name } is left out: its other end is not in gold
# Why items are taken or not; several are listed.
review-fill-why-accepted = accepted
review-fill-why-agreed = agreed
review-fill-why-rejected = rejected
review-fill-why-open = open
review-fill-why-there = there already
review-fill-why-nothing = nothing
review-fill-why-competence = competence
review-fill-why-by-competence = by competence
review-fill-why-edges = edges within tolerance
review-fill-why-share = { $count } of { $all }
review-fill-why-trust = trust in { $name }

## Returning an article

review-return-title = Return this article
review-return-nobody = Nobody else has annotated this article
review-return-to = Return to { $name }
review-return-why = Why
review-return-why-name = Why it is returned
review-return = Return it
