# What comes of what is done: what is told in notices, and the names of steps of undo.

session-no-annotator = Choose an annotator name first: File › Annotator…
session-article-read-only = This article is open for reading only; see the bar above the text for what to do
session-window-read-only = This window is for reading only; see the bar above the text for what to do
session-fault = Something went wrong in the program ({ $what }); please report it

## Steps of undo: a name completes “Undo …”

session-step-tag = Tag as { $label }
session-step-relabel = Change label to { $label }
session-step-label-article = Label the article { $label }
session-step-set = Set { $field }
session-step-attach-evidence = Attach evidence
session-step-edit-note = Edit note
session-step-set-state = Set article state
session-step-details = Change details of the article
session-step-move-edge = Move edge
session-step-add-part = Add part
session-step-remove-part = Remove part
# With links that go with the annotation, where there are any.
session-step-delete = Delete { $label }{ $count ->
    [0] {""}
    [one] {""} and { $count } link: { $links }
   *[other] {""} and { $count } links: { $links }
}
session-step-place = Give “{ $quote }” a place
session-step-delete-orphan = Delete “{ $quote }”
session-step-move-along = Move annotations with the article
session-step-move-marks = Move marks to another label
session-step-merge = Merge a copy
session-step-take-agreed = Take { $count } that agree
session-step-fill = Fill gold

session-step-link = Link: { $link }
session-step-link-remove = Remove link: { $link }
session-step-link-relabel = Change link to { $link }
session-step-link-note = Edit note of link
session-step-link-reverse = Reverse link
session-step-suggestion-reject = Reject suggested link
session-step-suggestion-offer = Offer suggested link again

session-step-link-entity = Link to { $entity }
session-step-link-new-entity = Link to new entity { $entity }
session-step-unlink = Unlink
session-step-tag-occurrences = Tag every occurrence

session-step-accept = Accept
session-step-accept-all = Accept all
session-step-reject = Reject
session-step-question = Question
session-step-nothing-here = Nothing here
session-step-take-over-to-edit = Take over to edit
session-step-comment = Comment
session-step-feedback-take = Take over from feedback
session-step-feedback-answer = Answer feedback
session-step-return = Return the article
session-step-hand-back = Hand the article back

## Steps of undo in the registry of entities

session-step-new-entity = New entity { $entity }
session-step-entity-rename = Rename entity
session-step-entity-kind = Change kind of entity
session-step-entity-describe = Describe entity
session-step-entity-add-name = Add name
session-step-entity-remove-name = Remove name
session-step-entity-add-identifier = Add identifier
session-step-entity-remove-identifier = Remove identifier
# Pages about the entity.
session-step-entity-add-page = Add link
session-step-entity-remove-page = Remove link
session-step-entity-split = Split entity
session-step-entity-delete = Delete entity
session-step-entities-merge = Merge entities
session-step-entities-tell-apart = Tell entities apart
session-step-entities-import = Import entities
session-step-entities-merge-copy = Merge a copy of your entities
session-step-reject-entity = Reject { $entity } for “{ $quote }”

## Undoing

# kept is a number of articles, files are their names.
session-undone = { $articles ->
    [one] Undone: { $step }
   *[other] Undone in { $articles } articles: { $step }
}{ $kept ->
    [0] {""}
   *[other] . Changed since, so left as it is: { $files }
}
session-redone = { $articles ->
    [one] Redone: { $step }
   *[other] Redone in { $articles } articles: { $step }
}{ $kept ->
    [0] {""}
   *[other] . Changed since, so left as it is: { $files }
}
session-changed-since = Not changed: what “{ $step }” did was changed since
session-entities-undone = Undone: { $step }{ $left ->
    [0] {""}
    [one] , but for { $left } entry that changed since
   *[other] , but for { $left } entries that changed since
}
session-entities-redone = Redone: { $step }{ $left ->
    [0] {""}
    [one] , but for { $left } entry that changed since
   *[other] , but for { $left } entries that changed since
}
session-entities-changed-since = Not changed: what “{ $step }” did was changed since by another program

## Annotating

session-nothing-changed = Nothing was changed: { $error }
session-no-label = There is no label “{ $label }” in this workspace
session-tagged-already = Already tagged as { $label }
session-no-overlap = Annotations of one layer may not overlap in this workspace
session-parts-overlap = The parts of one annotation cannot overlap
session-selection-overlaps = The selection overlaps the annotation it should be added to
session-not-there = It is not there
# lost is a number of links of others, or in articles that cannot be changed; lost_links are their names.
session-deleted = Deleted { $label }{ $count ->
    [0] {""}
    [one] {""} and { $count } link: { $links }
   *[other] {""} and { $count } links: { $links }
}{ $lost ->
    [0] {""}
   *[other] . These lead nowhere now, as they are not yours or cannot be changed: { $lost_links }
}
session-evidence-first = Select the supporting words first
session-value-first = Choose a value for { $field } first; then attach the supporting words

## Filling a field by pointing

session-answer-yes = Yes
session-answer-no = No
session-answer-author = Author
session-answer-unknown = Unknown
session-nothing-marked-here = Nothing is marked here: select the words instead
session-no-entity-marked = No entity is marked in this article: select words instead
session-no-number = “{ $words }” is no number that can be read
# answers are keys with what each says.
session-say-answer = Now say what these words show of { $field }: { $answers }

## Links

session-linked = Linked: { $link } { $end }
session-linked-already = They are linked already: { $link }
session-link-start-first = Go to an annotation first: a link starts at one
session-link-start-gone = The annotation that the link starts at is not there any more
session-link-end-first = Walk to the other end by Tab, or click it
session-link-no-end-here = No annotation of this article can be the other end
session-link-to-itself = A link needs another annotation: click it, or walk on
session-link-no-label = The schema has no link that starts or ends at “{ $label }”: Edit › Labels and attributes…
session-link-no-relation = The schema has no link from “{ $from }” to “{ $to }”; choose another end
session-link-one-way = The schema has no “{ $link }” the other way round
session-link-of-others = The link is { $annotator }’s: only they can change it
session-link-not-writable = The link cannot be changed: { $file } is not open for writing
session-link-turns-foreign = It cannot be turned round: it would start at an annotation of { $annotator }, who alone could make it
session-rejection-not-writable = It cannot be remembered: { $file } is not open for writing
session-no-link-here = No link leads from here: Ctrl+L makes one
session-end-gone = It is not there any more: an annotation of { $annotator } in { $file }
# A link as it is named in a list: what it says, and its other end.
session-link-outgoing = { $link } { $end }
session-link-incoming = { $end } { $link }
session-link-whose = { $link } ({ $annotator })
session-links-more = { $count } more
session-link-end-elsewhere = “{ $quote }” in { $file }
session-link-end-gone = what is gone from { $file }

## Entities

# Whom a mention or a field is of.
session-entity-author = the author of the article
session-entity-unknown = unknown
session-entity-words-first = Select the words that name it first, as evidence
session-entity-stays-merged = { $entity } stays one with the others: more annotators take it for one of them
session-entity-of-others = Others made this entity, so it stays; what you said of it yourself can be deleted
session-entity-still-there = Others have this entity too, so it is still there
session-entity-gone = Nobody has this entity any more
session-mentions-changed = These mentions are linked otherwise by now
session-mentions-split = { $mentions ->
    [one] { $mentions } mention
   *[other] { $mentions } mentions
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} are of another entity now: { $entity }
session-mentions-linked = { $mentions ->
    [one] { $mentions } mention
   *[other] { $mentions } mentions
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} linked{ $others ->
    [0] {""}
   *[other] ; { $others } linked to another entity stay
}
session-no-suggestions = No links are suggested in this article
session-occurrences-tagged = { $occurrences ->
    [one] { $occurrences } occurrence
   *[other] { $occurrences } occurrences
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} tagged
session-occurrences-left = Changed meanwhile, so nothing was tagged there: { $files }
session-entities-search-failed = Entities cannot be looked for: { $error }
session-occurrences-failed = Occurrences cannot be looked for: { $error }
session-linking-failed = Nothing was linked: { $error }
session-entities-reading-failed = The entities cannot be read: { $error }
session-entities-not-saved = The entities were not saved: { $error }
session-entities-import-name = The name does not say what the file holds: .csv, .jsonl, .ttl or .json
session-entities-import-failed = No entities were imported: { $error }
session-entities-imported = { $new ->
    [one] { $new } entity
   *[other] { $new } entities
} new, { $more } say more now
session-entities-issues = { $count } entries are not as they should be; the first: { $first }
session-entities-export-name = Entities are written to a file that ends with .csv, .jsonl or .ttl
session-entities-export-failed = The entities were not exported: { $error }
session-entities-exported = { $count ->
    [one] { $count } entity
   *[other] { $count } entities
} written to { $file }

## Reviewing

# What the queue shows.
session-queue-differences = Differences
session-queue-open = Open
session-queue-agreed = Agreed
session-queue-decided = Decided
session-queue-changed = Changed
session-queue-answered = Answered
session-queue-came-back = Came back
session-queue-contradicted = Contradicted
session-queue-done = Everything in the queue is decided
session-queue-failed = The queue is not whole: { $error }
session-nobody-to-review = Nobody has annotations here as yet
session-nothing-decided = Nothing was decided: { $annotator }’s annotations are still being read; try again
session-nothing-agreed = There is nothing more here that all agree about
# The comment on what a reviewer rejects by changing a copy of it.
session-comment-taken-over = taken over and changed
session-comment-waits = The article of the comment is being opened; the comment is kept as soon as it is there
session-progress-failed = It cannot be counted: { $error }

## Filling the gold sets

session-fill-not-gold = Annotate as gold to fill the gold set
session-fill-nothing = There is nothing more to take by this rule
session-fill-failed = It cannot be said what filling comes to: { $error }
session-filled = { $taken ->
    [one] { $taken } annotation
   *[other] { $taken } annotations
} taken{ $open ->
    [0] {""}
    [one] ; { $open } item left open
   *[other] ; { $open } items left open
}{ $links ->
    [0] {""}
    [one] ; { $links } link left out, whose other end is not in gold
   *[other] ; { $links } links left out, whose other end is not in gold
}
session-filled-articles = { $taken ->
    [one] { $taken } annotation
   *[other] { $taken } annotations
} taken in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}{ $open ->
    [0] {""}
    [one] ; { $open } item left open
   *[other] ; { $open } items left open
}
session-fill-left = Changed meanwhile, so nothing was filled there: { $files }
session-fill-links-left = { $count ->
    [one] { $count } link left out, whose other end is not in gold
   *[other] { $count } links left out, whose other end is not in gold
}

## Feedback

session-feedback-failed = The feedback cannot be read: { $error }
session-feedback-waits = The article is being opened; try again when it is there
session-feedback-question = It is a question: there is nothing to take over, but to answer
session-feedback-changed = Your annotation was changed since; look at it again
session-feedback-say-why = Say why you keep it
session-returned = Returned to { $annotators }
session-handed-back = Handed back to { $annotators }

## Labels

session-schema-not-changed = The schema was not changed: { $error }
session-schema-not-saved = The labels were not saved: { $error }
session-marks-left = These cannot be changed, so their marks keep the old label: { $files }
session-marks-moved = { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} moved

## Articles that were changed

# Annotations that moved with the text, that are likely to stand elsewhere, and that have no place any more.
session-article-changed = The article was changed: { $moved ->
    [0] { $likely ->
        [0] { $lost ->
            [one] { $lost } annotation lost its place
           *[other] { $lost } annotations lost their places
        }
        [one] { $likely } annotation to confirm{ $lost ->
            [0] {""}
            [one] , { $lost } lost its place
           *[other] , { $lost } lost their places
        }
       *[other] { $likely } annotations to confirm{ $lost ->
            [0] {""}
            [one] , { $lost } lost its place
           *[other] , { $lost } lost their places
        }
    }
   *[other] { $moved ->
        [one] { $moved } annotation moved with it
       *[other] { $moved } annotations moved with it
    }{ $likely ->
        [0] {""}
       *[other] , { $likely } to confirm
    }{ $lost ->
        [0] {""}
        [one] , { $lost } lost its place
       *[other] , { $lost } lost their places
    }
}
session-nothing-moved = Nothing was moved: { $error }
session-place-first = Select the words first that the annotation stands on now
session-evidence-lost = { $count ->
    [one] { $count } quotation for its attributes not found again
   *[other] { $count } quotations for its attributes not found again
}
session-reading-read-only = The article is open for reading only
session-reading-annotated = The text is annotated, and stays as it is
session-reading-busy = One moment: it is being read or saved

## Copies, and what other programs change

session-merge-other-article = Another article is open now; nothing was merged
session-merge-of-others = These are { $annotator }’s annotations, not yours: review them instead
session-merge-failed = Nothing was merged: { $error }
session-merged = { $brought ->
    [nothing] Everything in the copy was here already
   *[something] { $new ->
        [one] { $new } annotation
       *[other] { $new } annotations
    } brought in from the copy
}{ $verdicts ->
    [0] {""}
    [one] . { $verdicts } verdict differed; the later one stays, with both comments
   *[other] . { $verdicts } verdicts differed; the later one stays, with both comments
}{ $both ->
    [0] {""}
    [one] . { $both } annotation changed in both; both versions stand side by side
   *[other] . { $both } annotations changed in both; both versions stand side by side
}{ $fields ->
    [0] {""}
    [one] . { $fields } field that this version does not know differed; one value stays
   *[other] . { $fields } fields that this version does not know differed; one value stays
}{ $links ->
    [0] {""}
    [one] . { $links } link was made otherwise in both; both links stay
   *[other] . { $links } links were made otherwise in both; both links stay
}{ $remarks ->
    [0] {""}
    [one] . { $remarks } remark of a review differed; the words of both stay
   *[other] . { $remarks } remarks of a review differed; the words of both stay
}{ $state ->
    [same] {""}
   *[differs] . How far you have come differed; what is less far stays
}
session-entities-merged = { $brought ->
    [nothing] Everything in the copy was here already
   *[something] { $new ->
        [one] { $new } entity
       *[other] { $new } entities
    } brought in from the copy
}
session-entity-both-changed = { $entity } was named or described otherwise in both; the words of both stay
session-entity-changed-and-deleted = { $entity } was changed in one and deleted in the other; it stays
session-entities-judged-otherwise = { $one } and { $other } are one in one copy and two in the other; they stay apart
session-entities-judged-and-taken-back = { $one } and { $other } were decided about in one copy, and are not in the other; the decision stays
session-entity-field-differs = “{ $field }” of { $entity } differs; one value stays
session-entities-field-differs = “{ $field }” of your entities’ file differs; one value stays
session-copy-stays = The copy stays where it is: { $error }
session-outside-merged = Another program changed your annotations of { $file }: { $new ->
    [0] changes
    [one] { $new } annotation
   *[other] { $new } annotations
} taken in{ $both ->
    [0] {""}
    [one] . { $both } annotation changed in both; both versions stand side by side
   *[other] . { $both } annotations changed in both; both versions stand side by side
}{ $others ->
    [0] {""}
    [one] . { $others } thing in which they differ: nothing was taken out
   *[other] . { $others } things in which they differ: nothing was taken out
}
session-outside-not-shown = What another program changed in { $file } is not shown: { $error }
session-watch-failed = What other programs change is not seen: { $error }
session-lock-missing = Nothing keeps other windows from writing the same annotations: { $error }
session-lock-still-held = The other window is still annotating here
session-lock-free = You can annotate here now

## Saving and leaving

session-not-saved = Not saved: { $error }. It is kept in this window only
# files are names, each with its annotator.
session-kept-for-others = Work that could not be saved before is kept, and put in place as soon as its annotator is here: { $files }
session-journal-failed = Changes are not kept until they are saved: the journal cannot be written ({ $error })
session-copy-saved = A copy is saved: { $path }
session-copies-failed = No copy was saved: { $error }
# What going means, where work would be lost.
session-leave-close = Close
session-leave-folder = Open the other folder
session-leave-annotator = Change the annotator

## Tables and figures

# files are all but the last one, others is how many they are.
session-tables-saved = { $others ->
    [0] Saved { $last }
   *[other] Saved { $files } and { $last }
}
session-report-failed = It was not written: { $error }
session-board-failed = The claims cannot be read: { $error }
