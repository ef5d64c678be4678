# Files: why one is not read or written, and what is not as it should be in a folder.

## Looking at a folder

store-scan-gone = no such file or folder: { $path }
store-scan-stopped = the scan was stopped: { $path }
store-scan-io = the folder cannot be read ({ $error }): { $path }
store-scan-left-out = it was left out
store-scan-link = It was left out: { $error }
store-scan-loop = It is a link to a folder that it is in
store-scan-no-article = The file is not an article
store-scan-no-article-hint = its folder was opened; articles are .txt, .md, .html
store-scan-name = The name of a file is not valid text
store-scan-name-hint = it was left out; rename it
store-scan-copy = This is another copy of { $annotator }’s annotations of { $article }
store-scan-copy-hint = it was left alone; to bring in what is in it: tippani merge SIDECAR '{ $file }'
store-scan-special = It is { $what ->
    [folder] a folder
    [pipe] a pipe
    [socket] a socket
    [device] a device
   *[other] something else
} and no file
store-scan-special-hint = it was left out; move it away, or put a file in its place

## What is not read, though the system would let us

store-special = it is { $what ->
    [folder] a folder
    [pipe] a pipe
    [socket] a socket
    [device] a device
   *[other] something else
} and no file; move it away, or put a file in its place
store-too-large = it is larger than { $mebibytes } MiB, which is the most that is read; divide it into several files
store-link-outside = { $link } is a link out of the folder, to { $target }, and is not followed; put the file itself in its place, or open the folder it leads to
store-link-dangling = { $link } is a link to { $target }, which is not there; take the link away
store-link-not-written = it is a link, to { $target }, and is not written through
store-link-not-removed = it is a link, and is not taken away
store-file-read-only = the file is read-only

## Reading an article and its annotations

store-load-gone = the article is not there any more; rescan the folder: { $path }
store-outside = the name leads out of the workspace: { $file }
store-load-stopped = reading the article was stopped: { $file }
store-load-annotated = { $annotator } has annotated the article as it is read now, so it is not read otherwise: { $path }
store-load-other-text = the text beside the page was not made from it as it is now; move it away to choose again: { $path }
store-load-io = the article cannot be read ({ $error }): { $path }
store-blocked = The annotations cannot be used: { $error }. The file is left as it is: { $path }
# As { $error } of the above.
store-other-annotator = it says it is { $annotator }'s, but its name says { $named }
store-outdated = The article was changed after it was annotated ({ $count } annotations): { $path }
store-outdated-blocked = The article was changed after it was annotated ({ $count } annotations): { $path }; `tippani check --repair` moves them first
store-outdated-left-out = its annotations were left out until its annotator opens it, or `tippani check --repair` moves them
store-blocked-left-out = its annotations were left out
store-more-entries = { $count } more entries are not as they should be
store-more-entries-hint = each is kept in the file

## Saving

store-save-changed = the file was changed by another program since it was read; it was left as it is: { $path }
store-save-source-changed = the article itself has changed; its annotations were not written: { $path }
store-save-encode = the annotations cannot be written as a file ({ $error }): { $path }
store-save-workspace = the workspace file was left as it is, because { $error }: { $path }
store-save-entities = the file of entities was left as it is, because { $error }: { $path }
store-save-io = the file cannot be written ({ $error }); nothing on disk was changed: { $path }
store-save-article-gone = The article is not there any more
store-save-article-gone-hint = its annotations were saved where it was

## The journal

store-journal-unreadable = The journal cannot be read: { $error }
store-journal-renamed = it was renamed to { $path }
store-journal-damaged = { $count } bytes of the journal are damaged
store-journal-damaged-hint = all other records were read
store-journal-records = some of what was done in another window cannot be read
store-journal-windows = too many windows are open

## Who writes

# A program that holds a lock.
store-holder = { $host }, since { $time }
store-lock-held = { $annotator } is annotating in this folder in another window or program: { $path }
store-lock-held-by = { $annotator } is annotating in this folder in another window or program ({ $holder }, process { $process }): { $path }
store-lock-io = the lock cannot be taken ({ $error }): { $path }

## Other files of a workspace

store-workspace-unusable = The workspace file cannot be used: { $error }
store-workspace-unusable-hint = the built-in schema is shown; the file is left as it is
store-guidelines-unreadable = The guidelines cannot be read: { $error }
store-guidelines-unreadable-hint = the window shows none
store-articles-unreadable = The list of articles cannot be read: { $error }
store-articles-unreadable-hint = articles have no details of it
store-entities-unusable = The entities of { $annotator } cannot be used: { $error }
store-entities-unusable-hint = they are not shown; the file is left as it is
store-entities-copy = This is another copy of { $annotator }’s entities
store-entities-copy-hint = it was left alone; to bring in what is in it: tippani merge { $file } '{ $copy }'
store-shared-unusable = This shared registry cannot be used: { $error }
store-shared-unusable-hint = its entities are not offered; mend the file
store-copy-gone = there is no such file: { $path }
store-copy-io = the copy cannot be read ({ $error }): { $path }
store-copy-unusable = the copy cannot be used ({ $error }): { $path }

## Datasets

store-export-outside = the name leads out of the folder: { $file }
store-export-among = the dataset would lie among the articles; choose a folder outside the workspace: { $path }
store-export-twice = two articles would have one file; rename one of them: { $file }
store-export-otherwise = what was written reads otherwise: { $path }
store-export-stopped = the export was stopped
store-export-io = it cannot be written ({ $error }): { $path }
store-import-no-article = it has no text, and the workspace has no article “{ $article }”
store-archive-files = it holds more than { $count } files
store-archive-bytes = it holds more than { $count } bytes
store-zip-too-large = it is too large for a ZIP archive
