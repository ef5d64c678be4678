# The list of articles.

library-so-far = { $count ->
    [one] { $count } article so far
   *[other] { $count } articles so far
}
library-counts = { $count ->
    [one] { $count } article · { $done } done
   *[other] { $count } articles · { $done } done
}
library-counts-shown = { $shown } of { $count } shown · { $done } done
library-no-files = No .txt, .md or .html files in this folder
library-no-match = No matching articles
library-clear-filter = Clear the filter
library-filter = Filter articles

## Order

library-sort = Sort by
library-sort-name = Name
library-sort-changed = Last changed
library-sort-language = Language
library-sort-state = State
library-sort-annotations = Annotations
library-sort-title = Title
library-sort-publisher = Publisher
library-sort-date = Date of publication
library-sort-reversed = Other way round

## An article

library-state-todo = to do
library-state-in-progress = in progress
library-state-done = done
library-state-returned = returned
library-verdicts = { $count ->
    [one] { $count } verdict
   *[other] { $count } verdicts
}
library-annotated-by = annotated by { $annotators }
library-annotated-by-nobody = annotated by nobody yet
