# The editor of the schema: labels, attributes, relations, and the workspace they are of.

schema-title = Labels and attributes
schema-tab-labels = Labels
schema-tab-attributes = Attributes
schema-tab-relations = Relations
schema-tab-workspace = Workspace
schema-list-nothing = Nothing here yet
schema-list-up = Up
schema-list-down = Down
schema-keep-editing = Keep editing
schema-discard = Discard
schema-unsaved = Your changes are not saved
schema-saved-where = Saved as tippani.json in the folder of the articles
schema-back = Back

## Fields of all

schema-name = Name
schema-identifier = Identifier in files
schema-when = When to use it

## Labels

# What a new one is called until it is given a name.
schema-label-new = Label { $number }
schema-label-colour = Colour
schema-label-of-article = Of the article as a whole
schema-label-of-article-tip = It is chosen beside the title; its annotation stands on the first line
schema-label-key = Shortcut key
schema-label-group = Group
schema-label-attributes = Attributes
schema-hue-blue = blue
schema-hue-orange = orange
schema-hue-green = green
schema-hue-vermilion = vermilion
schema-hue-purple = purple
schema-hue-sky = sky
schema-hue-gold = gold
schema-hue-teal = teal
schema-hue-rose = rose
schema-hue-olive = olive
schema-hue-brown = brown
schema-hue-grey = grey

## Attributes

schema-attribute-new = Attribute { $number }
schema-attribute-type = Type
schema-attribute-choice = One of several
schema-attribute-multi-choice = Any of several
schema-attribute-text = Text
schema-attribute-flag = Yes or no
schema-attribute-number = Number
schema-attribute-evidence = Can cite evidence in the text
schema-attribute-meaning = What it means
schema-choices = Choices: identifier and name
schema-choices-add = Add a choice
schema-choices-nothing = There is nothing to choose from yet
schema-choice-new = Choice { $number }

## Relations

schema-relation-new = Relation { $number }
schema-relation-symmetric = Symmetric
schema-relation-from = From (none ticked = any label)
schema-relation-to = To (none ticked = any label)

## Workspace

schema-guidelines = Guidelines file
schema-overlap-allow = Annotations may overlap
schema-overlap-forbid = Annotations of one layer may not overlap

## Labels in use that go

schema-lost-title = These labels are in use
schema-lost-keep = Keep the label
schema-lost-rename = Rename the marks: { $label }
schema-lost-move = Move the marks to { $label }
schema-lost-marks = Marks of { $label }
schema-lost-hint = Your own marks are changed in all articles, in one step of undo. Those of others stay as they are in their files, and are shown under the new label with the old identifier
# Whose marks these are is listed after the colon.
schema-lost-used = { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}: { $whose }
schema-lost-own = { $count } of your own
schema-lost-others = { $count } of { $name }

## Labels of the news schema, by which they are found whatever they are called

schema-news-person = Person
schema-news-organization = Organization
schema-news-location = Location
schema-news-event = Event
schema-news-date-time = Date, time
schema-news-product = Product, equipment
schema-news-statement = Statement
schema-news-allegation = Allegation
schema-news-denial = Denial
schema-news-intention = Intention
schema-news-figure = Figure
