# What can be done: a message for each row of the table of actions, by the name of the row. The name stands in menus, in the
# palette and on buttons; `…` ends it where a dialog follows. The description is a sentence for the tooltip; the hint says
# what to do first.

menu-file = File
menu-edit = Edit
menu-annotate = Annotate
menu-review = Review
menu-go = Go
menu-view = View
menu-help = Help

## File

OPEN_FOLDER = Open folder…
    .description = Open a folder of articles
OPEN_PATH = Open path…
    .description = Type the path of a folder or article to open
SHOW_FOLDER = Show in file manager
    .description = Open the folder of the articles in the system's file manager
RESCAN = Refresh folder
    .description = Find articles that were added or removed
DETAILS = Article details…
    .description = Title, publisher, author, date, address and language of the article
CHOOSE_ANNOTATOR = Annotator…
    .description = Say who annotates; each annotator has a file of their own
SAVE = Save now
    .description = Write everything at once; it is saved within a second anyway
SET_ASIDE = Quarantine unreadable annotations…
    .description = Rename a sidecar that cannot be used and begin anew
SET_ASIDES = Set-aside annotations…
    .description = Look at annotations of this article that were set aside, and bring them back
CHOOSE_ENCODING = Encoding of the article…
    .description = Choose the encoding that the article is read in, with a look at how it begins in each
PAGE_ARTICLE = Article
    .description = Take the article of the web page alone
PAGE_MORE = More of the page
    .description = Take what may belong to the article, too
PAGE_WHOLE = Whole page
    .description = Take all that the web page shows
IMPORT = Import…
    .description = Bring in annotations of other tools and models, as a set of their own
EXPORT = Export…
    .description = Write a labelled dataset or a report in any of the formats
PRINT = Print…
    .description = Show this article and your annotations as a page in the browser, and print it there
QUIT = Quit
    .description = Save and close the window

## Edit

UNDO = Undo
    .description = Take the last change back
REDO = Redo
    .description = Do the change again that was taken back
COPY = Copy
    .description = Copy the selected text
FIND = Find…
    .description = Find words in the article, however they are encoded
FIND_NEXT = Find next
    .description = Go to the next place found
FIND_PREVIOUS = Find previous
    .description = Go to the place found before
EDIT_SCHEMA = Labels and attributes…
    .description = Change what can be annotated in this workspace
UNDO_SCHEMA = Undo schema change
    .description = Take the last change of labels and attributes back

## Annotate

CHOOSE_LABEL = Tag or change label…
    .description = Choose a label for the selection or the annotation
    .hint = Select text first, or press a label key to start tag mode
CONTEXT_MENU = Context menu
    .description = Open the menu of the annotation or the selection, as the right button does
LEAVE_TAG_MODE = Leave tag mode
    .description = Stop tagging every selection, making a link or filling a field; close what is open
DELETE = Delete annotation
    .description = Remove the focused annotation
LINK = Link to another annotation…
    .description = Begin a link here: click the other end, or walk there and press Enter; again to find it by its words
    .hint = Go to an annotation first: a link starts at one
FOLLOW_LINK = Follow link
    .description = Go to the other end of the annotation’s next link, in whatever article it is
SUGGESTED_LINKS = Suggested links…
    .description = Claims of other articles that may speak of the same thing, with the reasons: link or reject them
    .hint = Go to a claim first: links are suggested for one
LINK_NESTED = Link the claim within
    .description = Of two claims one within the other: say that the outer one quotes the inner one
NEAR_BACK = Move end left
    .description = Move the end of the selection or annotation back by a cluster
NEAR_FORWARD = Move end right
    .description = Move the end of the selection or annotation on by a cluster
FAR_BACK = Move start left
    .description = Move the start of the selection or annotation back by a cluster
FAR_FORWARD = Move start right
    .description = Move the start of the selection or annotation on by a cluster
ADD_PART = Add selection as another segment
    .description = Make the annotation discontinuous
EDIT_NOTE = Edit note
    .description = Write a remark on the focused annotation
STATE_TODO = Mark as to do
    .description = The article is not begun
STATE_IN_PROGRESS = Mark as in progress
    .description = The article is begun
STATE_DONE = Mark as done
    .description = The article is finished
GO_ON_WHEN_DONE = Go on when done
    .description = Marking an article as done opens the next one of the list
ORPHANS = Annotations without a place
    .description = Show the annotations that lost their place when the article was changed
ORPHAN_NEXT = Next annotation without a place
    .description = Leave this one for later and look at the next that lost its place
ORPHAN_PLACE = Next place for it
    .description = Look at the next place where the annotation without a place may stand
ORPHAN_HERE = Move it here
    .description = Give the annotation without a place the one that is looked at
ORPHAN_SELECTION = Move it to the selected words
    .description = Give the annotation without a place the words that are selected
ORPHAN_DELETE = Delete the annotation without a place
    .description = Remove the annotation that lost its place, with its relations

## Entities

LINK_ENTITY = Link to an entity…
    .description = Say who or what the mention, or the claimer, is: entities whose names sound alike are offered
    .hint = Click a mention first, or press Tab to walk to one
NEXT_SUGGESTION = Next suggested link
    .description = Go to the next mention that fits an entity and is linked to none: dots under it say so
PREVIOUS_SUGGESTION = Previous suggested link
    .description = Go to the mention before that fits an entity
ACCEPT_SUGGESTION = Accept suggested link
    .description = Link the mention to the entity that is suggested for it, and go on to the next
REJECT_SUGGESTION = Reject suggested link
    .description = It is somebody else: these words are not suggested for that entity again
TAG_OCCURRENCES = Tag every occurrence…
    .description = Find the mention everywhere, inflected and in other spellings, and tag what is ticked
    .hint = Click a mention first, or press Tab to walk to one
IMPORT_ENTITIES = Import entities…
    .description = Read entities of other tools into your part of the registry: CSV, JSON Lines, SKOS
EXPORT_ENTITIES = Export entities…
    .description = Write everybody’s entities for other tools: CSV, JSON Lines, SKOS
UNDO_ENTITIES = Undo entity change
    .description = Take back what was done last to entities: made, renamed, merged, split
REDO_ENTITIES = Redo entity change
    .description = Do again what was taken back of entities

## Fields

FIELD_1 = Fill field 1
    .description = Point at the words or the mark that fill this field of the focused annotation
FIELD_2 = Fill field 2
    .description = Point at the words or the mark that fill this field of the focused annotation
FIELD_3 = Fill field 3
    .description = Point at the words or the mark that fill this field of the focused annotation
FIELD_4 = Fill field 4
    .description = Point at the words or the mark that fill this field of the focused annotation
FIELD_5 = Fill field 5
    .description = Point at the words or the mark that fill this field of the focused annotation
FIELD_6 = Fill field 6
    .description = Point at the words or the mark that fill this field of the focused annotation
FIELD_7 = Fill field 7
    .description = Point at the words or the mark that fill this field of the focused annotation
FIELD_8 = Fill field 8
    .description = Point at the words or the mark that fill this field of the focused annotation
FIELD_9 = Fill field 9
    .description = Point at the words or the mark that fill this field of the focused annotation

## Review

START_REVIEW = Review all articles
    .description = Go through what others annotated, in all articles
REVIEW_ARTICLE = Review this article
    .description = Go through what others annotated here
LEAVE_REVIEW = End review
    .description = Verdicts stay; it goes on where it stopped
ACCEPT = Accept
    .description = It is right; what others have instead is not
ACCEPT_ALL = Accept all
    .description = Every version of it is right
REJECT = Reject
    .description = It is wrong
QUESTION = Question
    .description = To be talked over
NOTHING_HERE = Nothing here
    .description = Nothing belongs here: all versions are wrong
EDIT_ITEM = Edit a copy
    .description = Take it into your own annotations and change it there
COMMENT = Comment
    .description = Say why
OTHER_VERSION = Show next version
    .description = Look at what another annotator has here; 1 to 9 choose a version
NEXT_ITEM = Next in the queue
    .description = Leave it for later
PREVIOUS_ITEM = Previous in the queue
    .description = Go back to it
AGREEMENT = Agreement
    .description = How far annotators agree, and where they do not
SCORES = How good everybody is…
    .description = Precision, recall and F₁ against gold or anybody, and what was done otherwise
PROGRESS = Progress by annotator
    .description = Who has done which article, and how many are annotated twice
MEASURE_PACE = Measure my pace
    .description = Count the time you annotate; it stays on this computer, and Progress by annotator shows it to you
TAKE_AGREED = Accept all unanimous annotations…
    .description = Copy what all who are shown agree about in this article into your own annotations
FILL_GOLD = Fill gold…
    .description = Take what is accepted, what is agreed, and the rest by a rule, into the gold sets of all articles
BLIND = Blind mode (hide names and others’ marks)
    .description = Hide names, and others’ marks while you annotate

## Feedback

FEEDBACK = Feedback
    .description = What reviewers decided otherwise than you did, to be taken over or answered
LEAVE_FEEDBACK = Close the feedback
    .description = It is there again whenever it is asked for
TAKE_OVER = Take it over
    .description = What the reviewer decided, in place of yours
KEEP_MINE = Keep mine and answer
    .description = Say why; the reviewer sees it
RETURN_ARTICLE = Return this article…
    .description = Return it to an annotator, in whose list it stands first until it is handed back
HAND_BACK = Hand this article back
    .description = Say to the reviewer who returned it that you are done with it

## Go

NEXT_ANNOTATION = Next annotation
    .description = Focus the annotation after this one
PREVIOUS_ANNOTATION = Previous annotation
    .description = Focus the annotation before this one
MARKS_HERE = Annotations here…
    .description = List all annotations over the focused one or the caret, and go to one of them
NEXT_ARTICLE = Next article
    .description = Open the article below this one in the list
PREVIOUS_ARTICLE = Previous article
    .description = Open the article above this one in the list
FILTER_ARTICLES = Filter articles…
    .description = Find an article by its name or first line; Enter opens it
CLAIMS = Claims of the workspace
    .description = All claims with what links them: groups, who said it first, sentences beside each other
INSPECTOR_AND_BACK = To the inspector and back
    .description = Give the keyboard to the inspector, or from there back to the text
SELECT_WORD = Select word
    .description = Select the word at the caret
SELECT_SENTENCE = Select sentence
    .description = Select the sentence at the caret

## View

SIDE_BY_SIDE = Two articles side by side
    .description = Keep this article and open the one before it beside; again to show one alone
SWITCH_SIDES = To the article beside
    .description = Work on the article beside this one
GUIDELINES = Read the guidelines
    .description = Read how to annotate here; with an annotation in focus, what is said of its label
COMMAND_PALETTE = Command palette…
    .description = Find anything that can be done by its name
ZOOM_TEXT_IN = Larger text
    .description = Zoom in: make the article text larger
ZOOM_TEXT_OUT = Smaller text
    .description = Zoom out: make the article text smaller
ZOOM_TEXT_RESET = Reset text size
    .description = No zoom: set the article text to 18 points
ZOOM_INTERFACE_IN = Larger interface
    .description = Zoom in: make the whole window larger
ZOOM_INTERFACE_OUT = Smaller interface
    .description = Zoom out: make the whole window smaller
ZOOM_INTERFACE_RESET = Interface as usual
    .description = No zoom: set the window to its usual size
SHOW_INVISIBLES = Show invisible characters
    .description = Show joiners, special spaces and controls
SHOW_ARTICLES = Show articles
    .description = Show the articles and their annotations; a review ends, and goes on where it stopped
SHOW_ENTITIES = Show entities
    .description = Show all entities: their names, what may be the same, and where they are mentioned
SHOW_REVIEW = Show review
    .description = Go on with the review, or begin one of what others annotated in all articles
SHOW_OVERVIEW = Show overview
    .description = Show who has done which article, and how far annotators agree
TOGGLE_LIBRARY = Library
    .description = Show or hide the list of articles
TOGGLE_INSPECTOR = Inspector
    .description = Show or hide the annotations
THEME_SYSTEM = Use system theme
    .description = Light or dark as the system is
THEME_LIGHT = Light theme
    .description = Dark text on light ground
THEME_DARK = Dark theme
    .description = Light text on dark ground
HIGH_CONTRAST = High contrast
    .description = Black on white or white on black, with outlines that stand out
LESS_MOTION = Less motion
    .description = Nothing moves by itself: nothing fades or slides, and the caret does not blink
LANGUAGE_SYSTEM = System language
    .description = Show the interface in the language of the system, or in English where it is not spoken
LANGUAGE_ENGLISH = English
    .description = Show the interface in English
LANGUAGE_HINDI = हिन्दी (Hindi)
    .description = Show the interface in Hindi
LANGUAGE_GUJARATI = ગુજરાતી (Gujarati)
    .description = Show the interface in Gujarati

## Help

KEYBOARD_HELP = Keyboard shortcuts
    .description = Every key on one sheet
CHANGE_SHORTCUTS = Change shortcuts…
    .description = Choose other keys for what is done often
DISMISS = Dismiss notices
    .description = Takes the notices off the screen
LICENCES = Licences
    .description = The licences of the packages and fonts that the program is made with
ABOUT = About Tippani
    .description = Version and licences
