# The panel at the right: the focused annotation, the lists, the guidelines.

inspector-tab-all = All
inspector-tab-entities = Entities
inspector-tab-claims = Claims
inspector-tab-guidelines = Guidelines
inspector-tab-orphans = Without a place
inspector-hint-select = Select words in the text and press a label's key, or Enter to choose a label
inspector-hint-click = Click an annotation, or press Tab, to see its details
inspector-list-empty = No annotations yet

## The focused annotation

inspector-delete-tip = Remove this annotation (Delete)
inspector-guidelines-of-label = Guidelines of this label
inspector-guidelines-tip = What the guidelines say of it (F2)
inspector-kind-entity = entity
inspector-kind-claim = claim
inspector-label = Label: { $label }
inspector-label-tip = Change the label (Enter)
inspector-note = Note
inspector-offsets = Offsets in code points
inspector-remove-part = Remove this part
inspector-origin-hand = Added by hand
inspector-origin-propagated = Added from another occurrence
inspector-origin-import = Imported
inspector-origin-model = Suggested by a model
inspector-origin-adjudicated = Adjudicated
inspector-origin-score = { $by }, score { $score }
inspector-origin-edited = edited { $when }
inspector-local-time = Local time

## Attributes

inspector-value-yes = yes
inspector-value-no = no
inspector-flag-yes = Yes
inspector-flag-no = No
inspector-attribute-unknown = { $attribute } (not in the schema)
inspector-attribute-clear = Clear value
inspector-attribute-no-number = This is not a number, so it is not kept
inspector-field-point = { $attribute }: fill by pointing
inspector-field-point-tip = { $attribute }: press { $key }, then select the words or click a mark
inspector-evidence = { $attribute }: evidence
inspector-evidence-tip = Attach the selected words as evidence; where there is no value yet, they are the value too
inspector-evidence-remove = Remove evidence
inspector-usual-values = { $attribute }: usual values
inspector-usual-entity = An entity…
inspector-usual-author = The author of the article
inspector-usual-unknown = Unknown (not stated in the text)

## Links

inspector-links = Links
inspector-links-add = Link
inspector-links-add-name = Link to another annotation
inspector-links-suggested = Suggested…
inspector-links-suggested-name = Suggested links
inspector-link-by = by { $annotator }
inspector-link-go = Go to { $end }
inspector-link-change = Change the link
inspector-link-relabel = Make it “{ $label }”
inspector-link-reverse = Turn it round
inspector-link-edit-note = Edit its note…
inspector-link-remove = Remove it
inspector-link-note = Note of the link
inspector-nested-inner = It lies within
    .link = Link: the outer one quotes it
inspector-nested-outer = Within it lies
    .link = Link: it quotes the inner one

## Guidelines

inspector-guidelines-none = This workspace has no guidelines. Put a guidelines.md beside tippani.json, and it is shown here
inspector-guidelines-too-long = The guidelines are too long to be laid out, and are shown as they stand in the file
inspector-guidelines-too-deep = The guidelines nest too deep to be laid out, and are shown as they stand in the file

## Annotations without a place

inspector-orphans-none = Every annotation has a place
inspector-orphan-was = It stood here, before the article was changed
inspector-orphan-nowhere = Nothing like it is in the text now: select the words it stands on, or delete it
inspector-orphan-may-be = It may stand here now
inspector-orphan-use-selection = Use the selected words
inspector-orphan-later = Leave for later
inspector-orphan-delete = Delete it
inspector-orphan-evidence-lost = The words for { $attributes } are not found again
inspector-orphan-move-here = Move here
inspector-orphan-move-to = Move to place { $place }
inspector-orphan-looked-at = looked at
