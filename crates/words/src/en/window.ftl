# The bars, dialogs and lists that are of no one page.

## Bars and dialogs, first half

window-close-tip = Close (Esc)

# The article beside

window-beside-close = Close the article beside
window-beside-close-tip = Show one article alone (Ctrl+\)
window-beside-work = Work here
window-beside-work-tip = Ctrl+Shift+\, or a click in the text
window-beside-no-room = There is no room for two articles: make the window wider, or hide the inspector

# Details of the article: the hint stands in the empty field

window-details = Details of the article
window-details-words = Kept in your own file. Where you type nothing, articles.csv of the workspace counts, and then what the page says of itself
window-details-title = Title
    .hint = The headline
window-details-publisher = Publisher
    .hint = Paper, agency or site
window-details-author = Author
    .hint = Several with ; between
window-details-date = Date
    .hint = 2026-01-31
window-details-address = Address
    .hint = https://…
window-details-language = Language
    .hint = hi, gu, en …
window-details-no-day = A day is written as 2026-01-31, or it is on no timeline
window-details-keep = Keep

# The list of articles over the text

window-drawer = Articles

# Encoding

window-encoding = Encoding of the article
window-encoding-reading = Reading …
window-encoding-found = { $encoding }, found
window-encoding-found-tip = What its bytes look like
window-encoding-read = Read
window-encoding-read-as = Read as { $encoding }

# Feedback

window-feedback = Feedback
window-feedback-close = Close the feedback
window-feedback-close-tip = Close the feedback (Esc)
window-feedback-looking = Looking for what reviewers decided otherwise…
window-feedback-none = No reviewer decided otherwise than you did
window-feedback-left = { $open } open · { $answered } answered
window-feedback-yours = Yours
window-feedback-decided = Decided
window-feedback-nothing = nothing
window-feedback-nothing-here = nothing belongs here
window-feedback-answered = You answered
window-feedback-was-read = You answered, and it was read
window-feedback-guidelines = Guidelines
window-feedback-answer = Answer
window-feedback-answer-hint = Why you keep yours ({ $key })
window-feedback-question = Question
# What a reviewer decided otherwise, such as `Label · edges`
window-feedback-missed = missed
window-feedback-extra = extra
window-feedback-edges = edges
window-feedback-label = label
window-feedback-field = field
window-feedback-link = link
window-feedback-version = { $whose }: { $label }, { $quote }
window-feedback-no-version = { $whose }: { $nothing }
window-feedback-line = { $quote }, { $state }, { $file }
window-feedback-is-answered = answered
window-returned = Returned by { $names }
window-returned-words = Look through the feedback, then hand it back
window-returned-show = Show feedback
window-returned-hand-back = Hand back

# The field that is being filled

window-field-leave = Leave the field: { $field }
window-field-leave-tip = Esc leaves the field
window-field-point = point at the words, or press
window-field-entity = click a mark or select words; Tab offers entities; or press
window-field-select = select words; or press
window-field-enter = Enter next field
window-field-next = Next field

# Find

window-find = Find in the article
window-find-close = Close find
window-find-none = Nothing found
window-find-at = { $at } of { $count }
window-find-count = { $count } found
window-find-same = Take for the same
window-find-same-tip = What is taken for the same
window-fold-case = Capital and small letters
window-fold-diacritics = Letters with and without accents
window-fold-quotes = Quotation marks and apostrophes of any kind
window-fold-dashes = Hyphens and dashes
window-fold-blanks = Spaces and line breaks
window-fold-joiners = Words with and without invisible joiners
window-fold-forms = Full-width, half-width and joined forms
window-fold-digits = Digits of all scripts
window-fold-nukta = Letters with and without nukta
window-fold-nasals = Anusvara, chandrabindu and nasal letters
window-fold-chillu = Chillu letters, however encoded
window-fold-tashkeel = Arabic with and without vowel signs
window-fold-hamza = Arabic with and without hamza
window-fold-arabic-letters = Arabic, Persian and Urdu letter forms
window-fold-tatweel = Arabic with and without tatweel
window-fold-niqqud = Hebrew with and without niqqud

# The row over the text, and the warnings below it

window-header-details = Article details
window-header-language-tip = Language of the article; another one is typed in its details
window-header-encoding = Encoding: { $encoding }
window-state-done = Done
window-state-in-progress = In progress
window-state-todo = To do
window-whole = Article:
window-whole-label = Article: { $label }
window-cjk = No font here has Chinese, Japanese and Korean letters
window-cjk-words = They are shown as boxes with their code points. Install Noto Sans CJK (the package fonts-noto-cjk on Debian and Ubuntu) and open Tippani again
window-cjk-copy = Copy the command
# A command, the same in every language
window-cjk-command = sudo apt install fonts-noto-cjk
window-doubtful = This may not be the text as it was written
window-doubtful-choose = Choose its encoding…
window-orphans = { $count ->
    [one] { $count } annotation without a place
   *[other] { $count } annotations without a place
}
window-orphans-words = The article was changed after it was annotated. They are kept in your file until you have given each a place or deleted it
window-orphans-show = Show them
window-copies = There is another copy of your annotations here
window-copies-merge = Merge it
window-copies-merge-tip = What is only in the copy is brought in, in one step of undo; where both were changed, both stay
window-copies-more = and { $count } more
window-locked = { $name } is annotating here in another window
window-locked-by = { $name } is annotating here in another window ({ $holder })
window-locked-words = You can read, search and export; what is annotated there appears here
window-locked-other-name = Work under another name…
window-locked-again = Try again
window-locked-again-tip = Once the other window is closed
window-locked-take-over = Take over
window-locked-take-over-tip = The other program is on another machine, or has ended without a word. Be sure that it does not run
window-blocked = Open for reading only
window-blocked-set-aside = Set aside and begin anew…
window-blocked-refresh = Refresh
window-blocked-refresh-tip = Read the folder again, after the file was put right

# The sheet of keys: what is pressed stands in `.keys`, where the names of keys stay as they are

window-keys-labels = Labels
window-keys-reading = Reading
window-keys-drag = Select words
    .keys = Drag
window-keys-alt-drag = Select single characters
    .keys = Alt+drag
window-keys-double-click = Select a word
    .keys = Double click
window-keys-triple-click = Select a sentence
    .keys = Triple click
window-keys-click-mark = Focus it; again: the next
    .keys = Click a mark
window-keys-arrows = Move the caret
    .keys = ← → ↑ ↓
window-keys-shift-arrows = Select from the caret
    .keys = Shift+arrows
window-keys-words = Move by words
    .keys = Ctrl+← →
window-keys-line = Edges of the line
    .keys = Home, End
window-keys-article = Edges of the article
    .keys = Ctrl+Home, End
window-keys-pages = Move by pages
    .keys = PgUp, PgDn
window-keys-all = Select all
    .keys = Ctrl+A
window-keys-wheel = Larger or smaller text
    .keys = Ctrl+wheel

# About

window-about-version = Version { $version }
window-about-words = Read multilingual news, mark entities and claims, exact to the character
window-about-licence = Licensed under MIT or Apache 2.0, as you like
window-about-others = Noto fonts under the SIL Open Font License, Phosphor icons under MIT; all others: Help, Licences
window-about-privacy = No account, no server, nothing is sent anywhere
