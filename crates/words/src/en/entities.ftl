# Entities: the page of all of them, the chosen one, and choosing one for a mention.

entities-title = Entities
entities-back = Back to the articles
entities-back-hint = Back to the articles (Esc)
entities-copies = There is another copy of your entities here
entities-filter = Filter entities
entities-filter-hint = Filter by name, kind, annotator, identifier
# total is a number of entities in words.
entities-shown = { $count } of { $total }
entities-contradictions = { $count ->
    [one] { $count } contradiction
   *[other] { $count } contradictions
}
entities-export = Export…
entities-import = Import…
entities-none-fits = No entity fits this filter
entities-none = No entities yet. Focus a mention in an article and press Ctrl+K, then n, to make one of it
entities-none-chosen = Choose an entity to see its names and where it is mentioned
# How often an entity is mentioned, and in how many articles.
entities-mentioned = { $count }× in { $articles }
entities-not-mentioned = not mentioned yet
entities-gone = Nobody has this entity any more
entities-gone-id = { $id }: nobody has this entity any more

## The chosen one

# Behind a name of somebody whose part of the registry came with a shared one.
entities-shared = { $name } (shared)
entities-made = made { $when }
entities-name = Name
entities-kind = Kind
entities-delete = Delete entity
entities-delete-hint = Delete it from your part of the registry; mentions keep their link
entities-other-names = Other names
entities-remove-name = Remove this name
entities-add-name = Add a name in any script
entities-description = Description
entities-identifiers = Identifiers and links
entities-remove-identifier = Remove this identifier
# What stands behind an address.
entities-link = link
entities-remove-link = Remove this link
entities-add-identifier = wikidata:Q42, or an address
entities-alike = May be the same
entities-merge = Merge
entities-merge-hint = They are one; nobody’s annotations are changed
entities-are-one = They are one
entities-are-two = They are two
entities-are-two-hint = Do not suggest it again
entities-one-with = One with
entities-split = Split
entities-split-hint = Take it out again; mentions keep their links
entities-split-id = Split { $id }

## What annotators contradict each other in

entities-contradiction-decided = { $one } and { $other } are one for { $same }, and two for { $different }
entities-contradiction-follows = { $one } and { $other } are told apart by { $different }, and are one by what is said of others
# said: each kind with who says so, as below.
entities-contradiction-kinds = { $id } is { $said }
entities-contradiction-kind = { $kind } for { $names }

## Mentions

entities-mentions = Mentions
entities-mentions-reading = Looking through the articles…
entities-mentions-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
entities-mentions-split = { $count ->
    [one] Split off { $count } mention
   *[other] Split off { $count } mentions
}
entities-mentions-split-hint = They become an entity of their own, to be renamed, or merged with another one
entities-mentions-untick = Untick all
entities-mention-tick = Tick { $quote } in { $file }
entities-mention-not-own = Only one’s own mentions are split off
# A mention in a field of a claim: the field, and whose claim it is.
entities-mention-field = { $attribute } of { $annotator }
entities-mention-show = Show it in its article

## Every occurrence

entities-occurrences-title = Tag every occurrence
entities-occurrences-article = In this article
entities-occurrences-workspace = In the workspace
entities-occurrences-progress = { $total ->
    [one] { $done } of { $total } articles looked at
   *[other] { $done } of { $total } articles looked at
}
entities-occurrences-tag = Tag { $count }
entities-occurrences-none = No other occurrence that is not tagged already
entities-occurrences-found = { $count ->
    [one] { $count } occurrence, { $sure } of them sure
   *[other] { $count } occurrences, { $sure } of them sure
}
entities-occurrences-tick-all = Tick all
entities-occurrences-tick-none = Tick none
entities-occurrences-tick-sure = Tick the sure ones
# Why a less sure one was found.
entities-occurrence-spelling = another spelling
entities-occurrence-ending = with an ending
entities-occurrence-last-word = last word only

## Choosing one

entities-pick-title = Who or what is this?
entities-pick-search = A name, in any script
entities-pick-looking = Looking for names that sound alike…
entities-pick-none = No entity here sounds like it
entities-pick-author = The author of the article
entities-pick-unknown = Unknown (not stated in the text)
entities-pick-new = New entity of these words
entities-pick-nobody = No entity yet
entities-pick-keys = Enter takes the marked one · / searches
entities-pick-all-workspace = Shift: all of this form in the workspace
entities-pick-all-article = Shift: all of this form in this article
entities-pick-scope = Where all of the form are linked
entities-pick-scope-hint = Change between the article and the workspace (Tab)
entities-pick-against = { $reason }; against: { $against }

## Why one is offered, and what speaks against it

entities-reason-nearby = mentioned nearby
entities-reason-letters = { $reason } (letters)
entities-reason-initial = { $reason } (an initial)
entities-reason-other-name = { $reason } (another name)
entities-reason-meaning = { $reason } (means the same)
entities-reason-doubtful = { $reason }, doubtful
entities-against-kind = it is of another kind: { $kind }
entities-against-only-here = “{ $word }” is in the text only
entities-against-only-there = “{ $word }” is not in the text
entities-against-unlike = “{ $here }” and “{ $there }” sound rather unlike
entities-against-other-things = “{ $here }” and “{ $there }” are different things

## The entity of a mention, beside its annotation

entities-field-link = Link…
entities-field-link-name = Link to an entity
entities-field-link-hint = Say who or what this is (Ctrl+K)
entities-field-unlink = Unlink
entities-field-unlink-hint = Take the link away
entities-field-may-be = May be
entities-field-names = { $count ->
    [one] { $count } name
   *[other] { $count } names
}

## From and to files

entities-import-title = Import entities
entities-import-button = Import
entities-import-about = A table (.csv), JSON Lines (.jsonl), SKOS in Turtle (.ttl) or another entities file (.json). It becomes part of your entities; who is there already gets the names and identifiers they had not
entities-export-title = Export entities
entities-export-button = Export
entities-export-about = Everybody’s entities, to a table (.csv), JSON Lines (.jsonl) or SKOS in Turtle (.ttl)
entities-transfer-file = File
entities-transfer-ending = The name has to end with one of these
entities-import-kind = What the file says no kind of is
entities-import-kind-name = Kind of what has none
