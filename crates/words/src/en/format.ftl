# Bytes to values: what was not as it should be in a file, and why one cannot be used.

## Where: as parts of a file, behind its name

format-place-entry = { $list }, entry { $number }
format-place-annotation = annotation { $id }
format-place-orphan = orphan { $id }
format-place-review = review of { $annotation } by { $annotator }
format-place-line = line { $line }
format-place-bytes = bytes { $bytes }
format-place-encoding = encoding

## JSON; in English the parser says more itself

format-json-cut-off = it ends too early
format-json-syntax = its signs are not in order
format-json-data = something is missing, or not of its kind
format-json-at = { $what } (line { $line }, column { $column })
# Of a file: format and version of what it holds.
format-other-version = it is version { $version } of the format, and this program reads version 1
format-cannot-be-read = it cannot be read: { $error }

## The encoding of an article

format-encoding-places = { $count ->
    [one] { $count } place in the text cannot be read as UTF-8
   *[other] { $count } places in the text cannot be read as UTF-8
}
format-encoding-characters = The text was read as { $encoding }; { $count } of its characters could not be
format-encoding-other = The text is not UTF-8 and was read as { $encoding }
format-encoding-shown-as = each is shown as U+FFFD; the file is not changed
format-encoding-if-wrong = if it looks wrong, choose its encoding (`--encoding NAME`) before annotating it
format-doubt-nul = { $count ->
    [one] The file holds { $count } NUL character, so it may be no text, or in another encoding
   *[other] The file holds { $count } NUL characters, so it may be no text, or in another encoding
}
format-doubt-controls = The file holds { $count } control characters, so it may be no text, or in another encoding
format-doubt-twice = The text looks as if its UTF-8 had been read as Windows-1252 and saved again
format-doubt-signs = Signs and capitals stand within words as in no language, so the encoding may be another
format-doubt-kruti-dev = The text was written for the font Kruti Dev and was converted
format-doubt-shree-lipi = The text looks as if it was written for a font of the family Shree-Lipi; it cannot be converted here
format-doubt-font = Signs and capitals stand within words as in no language: the text may be written for a font of its own, such as Kruti Dev or Shree-Lipi
format-preview-bad = { $count ->
    [one] One character cannot be read
   *[other] { $count } characters cannot be read
}

## Web pages

format-page-deep = The elements of the page nest deeper than any browser shows
format-page-deep-hint = the innermost were read as text of those around them
format-page-slow = the page is built so that it cannot be read within { $seconds } seconds

## The list of articles

format-articles-no-column = It has no column “file”
format-articles-row = A row cannot be read: { $error }
format-articles-twice = { $file } stands in it twice; its first row counts
format-articles-hint = the rest of it is used

## The workspace file

format-schema-other-format = it is not a workspace file (its format is { $format })
format-schema-colour = The label “{ $label }” has a colour that is none of the twelve
format-schema-colour-hint = it is shown as { $colour }
format-schema-key = The key of the label “{ $label }” is more than one character
format-schema-key-hint = it has no key now
format-schema-hint = the schema editor can mend it
# kind is label, attribute or relation.
format-schema-no-id = a { $kind } has no identifier
format-schema-twice = the { $kind } “{ $id }” is there twice
format-schema-key-twice = the key “{ $key }” is taken by two labels
format-schema-no-attribute = the label “{ $label }” carries an attribute “{ $attribute }” that is not defined

## Sidecars

format-sidecar-not-json = it is not valid JSON: { $what } (line { $line }, column { $column })
format-sidecar-other-format = it is not a file of annotations (its format is { $format })
format-sidecar-other-unit = its offsets count { $unit }, not code points
format-sidecar-wrong-shape = its { $field } cannot be read: { $error }
format-sidecar-missing = it is missing
format-sidecar-other-source = it belongs to another version of the article, with its { $count } annotations
format-sidecar-entry = An entry of { $list } cannot be read: { $error }
format-sidecar-entry-hint = it is kept in the file
format-sidecar-time = The time “{ $field }” cannot be read: { $error }
format-sidecar-time-hint = it is kept in the file as it is
format-sidecar-edge = An edge of “{ $quote }” lies inside a character the reader sees as one
format-sidecar-edge-hint = it is kept as it is; widen it to whole characters

# As { $error } of an entry.

format-entry-quote = the text from { $start } to { $end } is “{ $found }”, not “{ $quote }”
format-entry-attribute = the attribute “{ $attribute }” needs a value or an entity, and not both
format-entry-no-source = it does not say which version of the article it stood in
format-entry-length = its words are not as long as from { $start } to { $end }
format-entry-twice = its identifier is there twice
format-entry-decision = it is no decision of this version
format-entry-superseded = another verdict on the same annotation is later
format-span-empty = the span is empty or inverted
format-span-out-of-bounds = the span ends after the text does
format-span-inside-character = an edge of the span lies inside a character
format-spans-none = an annotation needs at least one span
format-spans-overlap = the spans of an annotation overlap each other
format-no-annotator = an annotator's name is small letters, digits, - and _, and starts with a letter or digit: { $name }
format-no-entity-id = an entity's identifier is small letters, digits, - and _, and starts with a letter or digit: { $id }
format-entity-id-reserved = “{ $id }” cannot identify an entity: it stands for the author, or for nobody known
format-no-time = “{ $time }” is no time with a date and an offset from UTC, such as 2026-01-02T03:04:05Z

## Writing a set

format-encode-no-slice = a span of an annotation does not lie in the text: { $id }
format-encode-not-finite = an attribute is not a finite number: { $id }
format-encode-not-json = a kept value is not valid JSON: { $id }

## The journal

format-journal-other-format = it is not a journal
format-journal-record = A record cannot be read: { $error }
format-journal-record-hint = it is left out
format-journal-damaged = { $count } bytes are no record
format-journal-damaged-hint = they are left out; what stands around them is read
format-journal-change = a change cannot be read: { $error }
format-journal-change-empty = it is of nothing

## Entities

format-entities-other-format = it is not a file of entities (its format is { $format })
format-entities-other-annotator = it is the part of { $annotator }, and called as somebody else’s
format-entities-missing = “{ $key }” is missing
format-entities-field = “{ $key }”: { $error }
format-entities-no-name = it has no name
format-entities-nameless = it has neither an identifier nor a name
format-entities-apart-from-itself = an entity cannot be told apart from itself
format-entities-step-no-inverse = a change has no inverse
format-entities-step-no-judgement = no such judgement
format-entities-step-no-change = it is no change of a registry
format-entities-two = there are two entities called { $id }
format-entities-pair-of-one = both are one and the same
format-entities-judged-twice = the two are told apart in the same file
format-entities-step = A step of the entities’ history cannot be read: { $error }
format-entities-step-hint = what was done before stays done
format-entities-malformed = it cannot be read as { $format }: { $error }
format-entities-no-column = it has no column “{ $column }”; there have to be id or name, and may be kind, aliases, description, ids, links
format-entities-not-written = entities are not written as { $format }
format-entities-column = This column is not of an entity
format-entities-column-hint = it was left out
format-entities-left-out = An entity was left out: { $error }
format-entities-left-out-hint = mend it in the file and import it again
format-entities-time-hint = the time was left out
format-entities-no-label = it has no label
format-entities-no-concepts = { $count ->
    [one] { $count } thing with a label is no concept (a scheme, a collection or a class, for instance)
   *[other] { $count } things with a label are no concepts (schemes, collections or classes, for instance)
}
format-entities-no-concepts-hint = only concepts become entities; the others were left out

## Datasets

format-read-encoding = it is not UTF-8; convert it to UTF-8 first ({ $error })
format-read-too-long = an entry of it is longer than { $mebibytes } MiB, which is the most that is read at once; divide it
format-read-too-many-values = an entry of it has so many values that reading it would take more than { $gibibytes } GiB of memory; divide it
format-read-json = it is no JSON: { $error }
format-unread-parquet = it is Parquet, which is not read; export the dataset as lines of JSON, with to_json of Hugging Face datasets for instance, and import that
format-unread-java = it holds annotations as objects of Java, which are not read; export the project with UIMA CAS JSON 0.4.0 or UIMA CAS XMI as its secondary format
format-unread-gate-xml = it is the XML of GATE, which is not read; save the document as bdocjs
format-unread-bdoc = it is a bdoc of GATE in YAML or MessagePack, which is not read; save the document as bdocjs
format-unread-bioc-xml = it is BioC as XML, which is not read; convert it to BioC JSON
format-unread-csv = it is a table (CSV), and annotations in tables are not read; export them as lines of JSON
format-unread-fasttext = it is of fastText, with a label for each text and no marks in it; there is nothing to import
format-table-row = a row does not fit the table: { $error }
format-table-quote = a span of { $file } is not what stands at { $start }–{ $end }
format-table-no-column = there is no column { $column }
format-table-unlike = { $expected } is expected, not { $found }
format-entity-table = the entities make no table: { $error }
format-entity-file = the entities make no file: { $error }
format-verify-unreadable = what was written for { $file } cannot be read again: { $error }
format-verify-missing = what was written for { $file } does not hold “{ $quote }” ({ $label }) where it stands
format-verify-less = what was written for { $file } does not hold all that is said of “{ $quote }” ({ $label })
format-verify-unlinked = what was written for { $file } does not hold the relation “{ $label }” of “{ $quote }”
format-verify-unsaid = what was written for { $file } does not hold { $what } of { $annotator }

## Remarks of an import

format-remark-many = { $what } ({ $count } of them)
format-remark-examples = { $what }: { $examples }
format-remark-many-examples = { $what } ({ $count } of them): { $examples }
format-remark-unread = an entry of { $list } cannot be read: { $error }
format-unit-by-quotes = { $unit }: { $good } of { $all } quotes are what stands there
format-unit-by-edges = { $unit }: { $words } of { $all } boundaries fall on word breaks, { $characters } on characters
