# The bars, lists, questions and pages that stand directly in src/ui, and the names of the languages of articles.

## The bar at the bottom

panels-nothing-open = Nothing open
panels-review-keys = Review:
panels-scan-cancel = Stop looking at the folder; what was open stays
panels-scan-path = Looking at { $path }
panels-tag-mode = Tagging: { $label }
panels-tag-mode-leave = Leave tag mode: { $label }
panels-tag-mode-tip = Every selection is tagged as { $label } at once; Esc ends it
panels-no-labels = No labels yet; add some with Ctrl+,
panels-label-tags = Tags the selection; with nothing selected, tags every selection from now on
panels-label-tags-all = Every selection is tagged; Esc ends it
panels-read-only = Read only
    .hint = The bar above the text says why
panels-saved = Saved
    .hint = Everything is on disk
panels-kept-saving = Kept · saving…
    .hint = Safe on this computer; written to the file within a second
panels-saving = Saving…
    .hint = Kept at once, and written to the file within a second
panels-kept-not-saved = Kept, not saved
panels-not-saved = Not saved
panels-offsets = Offsets in code points, as in the file
panels-no-font = No font here has { $count } of the characters in sight; each is shown as its code point

## Leaving work that could not be saved

panels-leave-title = Your work could not be saved
panels-leave-intro = These changes are in this window only: they are neither in their files nor kept anywhere else
panels-leave-no-answer = The disk has not answered yet
panels-leave-try-again = Try again
panels-leave-discard = { $count ->
    [one] { $verb } and lose { $count } change
   *[other] { $verb } and lose { $count } changes
}
panels-leave-copies = You can save a copy in another folder and merge it into your annotations later
panels-leave-folder = Folder
panels-leave-folder-name = Folder for a copy
panels-leave-save-copy = Save a copy there

## Annotations at one place

panels-marks-title = Annotations here
panels-marks-find = Find among the annotations here
panels-marks-none = No annotation of these words
panels-marks-count = { $count ->
    [one] { $count } annotation here
   *[other] { $count } annotations here
}
panels-marks-found = { $count ->
    [one] { $found } of { $count } annotation here
   *[other] { $found } of { $count } annotations here
}

## The bar at the top

panels-menu = Menu
panels-menu-commands = Commands
panels-menu-find = Find
panels-menu-recent = Open recent
panels-menu-beside = Show beside your own

## Notices

panels-notice-dismiss = Dismiss

## Palettes

panels-palette-title = Command palette
panels-palette-find = Find a command
panels-palette-none = No command of that name can be done now
panels-palette-relabel = Change the label to
panels-palette-tag = Tag as
panels-palette-no-label = No label of that name

## Questions

panels-prompt-annotator = Your annotator name
panels-prompt-annotator-hint = Your annotations are saved in your own files next to each article, under this name
panels-prompt-annotator-field = Annotator
panels-prompt-annotator-verb = Annotate
panels-prompt-no-letter = At least one letter or digit that can stand in the names of your files
panels-prompt-slug = In the names of your files: { $slug }
panels-prompt-path = Open a path
panels-prompt-path-hint = A folder of articles, or one article; ~ is your own folder
panels-prompt-path-field = Path
panels-prompt-path-verb = Open
panels-prompt-path-sent = Looking at the path
panels-prompt-set-aside = Set the annotations aside?
panels-prompt-set-aside-hint = The file is renamed and nothing is deleted; you begin anew.
panels-prompt-set-aside-verb = Set aside
panels-prompt-set-aside-keep = { $count ->
    [one] Go on with the { $count } annotation that can be used
   *[other] Go on with the { $count } annotations that can be used
}

## Pages, on the rail and in headings

panels-articles = Articles
panels-entities = Entities
panels-claims = Claims
panels-review = Review
panels-overview = Overview

## Annotations that were set aside

panels-set-aside-title = Set-aside annotations
panels-set-aside-intro = These files were set aside and stay as they are. What is in one is brought into the article that is open, in one step of undo; where both say something else, both stay
panels-set-aside-bring-back = Bring back
panels-set-aside-bring-back-file = Bring back { $file }
panels-set-aside-missing = { $count ->
    [one] { $count } annotation: { $missing } not here
   *[other] { $count } annotations: { $missing } not here
}
panels-set-aside-different = { $count } say something else here
panels-set-aside-orphans = { $count } without a place in the article as it is now
panels-reading = Reading …

## Keys of actions

panels-keys-title = Change shortcuts
panels-keys-find = Find an action
panels-keys-no-action = No action of that name
panels-keys-reset-all = Reset all
panels-keys-reset = Reset to the default
panels-keys-reset-of = Reset the keys of { $action }
panels-keys-none = none
panels-keys-press = Press the new keys
panels-keys-of = Keys of { $action }: { $keys }
panels-keys-waiting = Esc keeps the keys as they are, Backspace removes them
panels-keys-taken = { $keys } is used by “{ $action }”
panels-keys-use-here = Use it here instead
panels-keys-choose-other = Choose other keys
panels-keys-is-tab = it goes from one control to the next
panels-keys-is-plain = plain keys are for labels and for typing; hold Ctrl or Alt too
panels-keys-edits-text = it edits text in fields

## Where a text comes from

panels-source-title = Title
panels-source-publisher = Publisher
panels-source-author = Author
panels-source-date = Date
panels-source-address = Address
panels-source-language = Language
panels-source-whole = All that the page shows
panels-source-left-out = { $count ->
    [one] { $count } character of the page was left out
   *[other] { $count } characters of the page were left out ({ $percent } %)
}

## Before anything is open

panels-welcome-intro = Read the news in any script, mark entities and claims
panels-welcome-scanning = Looking at the folder
panels-welcome-opening = Opening
panels-welcome-samples = Open the samples
panels-welcome-drop = Or drop a folder or an article on this window
panels-welcome-recent = Opened before
panels-welcome-no-articles = No articles here
    .hint = Tippani reads .txt, .md and .html files: add some and refresh, or open another folder
panels-welcome-no-article = No article open
    .hint = Choose one from the list on the left, or press { $key } for the next
panels-welcome-refresh = Refresh
panels-welcome-let-go = Let go to open

## Languages of articles, by their BCP 47 tags

language-af = Afrikaans
language-sq = Albanian
language-am = Amharic
language-ar = Arabic
language-hy = Armenian
language-as = Assamese
language-az = Azerbaijani
language-eu = Basque
language-be = Belarusian
language-bn = Bengali
language-bg = Bulgarian
language-my = Burmese
language-ca = Catalan
language-ceb = Cebuano
language-ckb = Central Kurdish
language-zh = Chinese
language-hr = Croatian
language-cs = Czech
language-da = Danish
language-dv = Dhivehi
language-nl = Dutch
language-en = English
language-eo = Esperanto
language-et = Estonian
language-fi = Finnish
language-fr = French
language-gl = Galician
language-ka = Georgian
language-de = German
language-el = Greek
language-gu = Gujarati
language-ht = Haitian Creole
language-ha = Hausa
language-he = Hebrew
language-hi = Hindi
language-hu = Hungarian
language-is = Icelandic
language-id = Indonesian
language-ga = Irish
language-it = Italian
language-ja = Japanese
language-kn = Kannada
language-kk = Kazakh
language-km = Khmer
language-ko = Korean
language-ky = Kyrgyz
language-lo = Lao
language-lv = Latvian
language-lt = Lithuanian
language-lb = Luxembourgish
language-mk = Macedonian
language-ms = Malay
language-ml = Malayalam
language-mt = Maltese
language-mni = Manipuri
language-mr = Marathi
language-mn = Mongolian
language-ne = Nepali
language-nb = Norwegian Bokmål
language-nn = Norwegian Nynorsk
language-or = Odia
language-ps = Pashto
language-fa = Persian
language-pl = Polish
language-pt = Portuguese
language-pa = Punjabi
language-ro = Romanian
language-ru = Russian
language-sat = Santali
language-sr = Serbian
language-sd = Sindhi
language-si = Sinhala
language-sk = Slovak
language-sl = Slovenian
language-es = Spanish
language-sw = Swahili
language-sv = Swedish
language-tl = Tagalog
language-tg = Tajik
language-ta = Tamil
language-tt = Tatar
language-te = Telugu
language-th = Thai
language-bo = Tibetan
language-ti = Tigrinya
language-tr = Turkish
language-uk = Ukrainian
language-ur = Urdu
language-ug = Uyghur
language-uz = Uzbek
language-vi = Vietnamese
language-cy = Welsh
language-yi = Yiddish
