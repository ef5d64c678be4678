# Work that takes time: what is told of it, and why it failed.

## Work that could not be saved before

jobs-restored-in-place = What could not be saved before is in place: { $path }
# new, both and others are numbers: of annotations, of those that both changed, of other things in which both differ.
jobs-restored = What could not be saved before is in { $file } again: { $new ->
    [0] changes of annotations that were there
    [one] { $new } annotation
   *[other] { $new } annotations
}{ $both ->
    [0] {""}
    [one] . { $both } annotation changed in the file meanwhile; both versions stand side by side
   *[other] . { $both } annotations changed in the file meanwhile; both versions stand side by side
}{ $others ->
    [0] {""}
    [one] . { $others } thing in which they differ: nothing was taken out
   *[other] . { $others } things in which they differ: nothing was taken out
}
jobs-carried = What could not be saved before { $file } was changed is there again: { $new ->
    [0] changes of annotations
    [one] { $new } annotation
   *[other] { $new } annotations
}{ $others ->
    [0] {""}
    [one] . { $others } thing in which both differ: nothing was taken out
   *[other] . { $others } things in which both differ: nothing was taken out
}
jobs-waiting = { $changes ->
    [one] { $changes } change of { $file } could not be saved before and does not fit the article as it is; it stays in the journal
   *[other] { $changes } changes of { $file } could not be saved before and do not fit the article as it is; they stay in the journal
}
jobs-copy-does-not-fit = What could not be saved before does not fit { $file } as it is; it stays in { $place }
jobs-stays-in-journal = Work on { $file } that could not be saved stays in the journal: { $error }

## Saving

jobs-renamed = Renamed to { $path }
jobs-not-saved-ending = Not saved: the program is ending
jobs-not-saved-kept = Not saved: { $error }. It is kept on this computer, and put in place as soon as that is possible
jobs-not-saved-merged-later = Not saved: { $error }. It is kept on this computer, and put in place as soon as that is possible; both are merged when the article is opened the next time
jobs-not-saved-here = Not saved: { $error }. It is kept in this window only
jobs-nothing-saved = Nothing was saved: { $error }
# As { $error } of the above.
jobs-disk-silent = the disk does not answer
jobs-journal-unreadable = The journal cannot be read: { $error }. What was not saved before the last end of the program may be in it; what you do now is saved in the file
jobs-no-journal = there is no place for it on this system

## Who annotates

jobs-other-window = { $annotator } is annotating in this folder in another window
jobs-others-outdated = The article was changed after { $annotator } annotated it: { $left ->
    [one] { $left } of { $annotator }’s annotations are not shown
   *[other] { $left } of { $annotator }’s annotations are not shown
}

## Why a job has no answer

jobs-closing = the program is closing
jobs-stopped-early = it was stopped before it began
jobs-cancelled = cancelled
jobs-panicked = something went wrong in the program ({ $what }); please report it
jobs-panicked-silent = no message
jobs-not-begun = it cannot be begun: { $why }
jobs-work-panicked = an unexpected fault ended the work ({ $what }): { $item }
jobs-work-panicked-silent = it does not say why
jobs-no-annotations = { $annotator } has no annotations in { $folder }; there are those of { $others }
jobs-no-annotations-at-all = { $annotator } has no annotations in { $folder }; nobody has any there

## What is left out

jobs-left-out = it was left out
jobs-not-repaired = nothing was repaired in it
jobs-gold-as-it-was = its gold set was left as it is
jobs-orphans = { $count } annotations of { $annotator } have no place in it
jobs-orphans-left-out = they were left out; give them one in the window

## Files of entities

jobs-entities-io = it cannot be read or written ({ $error }): { $file }

## Exports and imports

jobs-exported = Exported { $annotations ->
    [one] { $annotations } annotation
   *[other] { $annotations } annotations
} from { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} to { $folder } as { $format } (verified)
jobs-imported = { $annotations ->
    [one] { $annotations } new annotation
   *[other] { $annotations } new annotations
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, as { $annotator }’s
# Behind the above: whose set an annotator of the files became.
jobs-imported-set = { $name } as { $set }
jobs-imported-unit = Offset unit: { $unit } ({ $why })
jobs-import-stopped = { $count ->
    [one] { $count } record done, and in the workspace
   *[other] { $count } records done, and in the workspace
}
jobs-nothing-written = nothing was written
jobs-cannot-be-opened = { $path } cannot be opened
jobs-cannot-be-read = { $path } cannot be read
jobs-format-unclear = it cannot be told which format it is in; say so with --from: { $formats }
jobs-preview-nobody = No article of these has annotations of these annotators
jobs-preview-nothing = Nothing would be written
jobs-preview-no-file = There is no file that ends with .{ $ending }
jobs-preview-looks-like = This looks like { $format }; choose that format
jobs-preview-no-marks = There are no marks in it
jobs-preview-labels = Labels: { $labels }
