# The dialogs of export and import.

exchange-export = Export
exchange-import = Import
exchange-hidden-rows = The first rows have names, which are hidden
exchange-first-rows = First rows
exchange-progress = { $total ->
    [one] { $done } of { $total } articles
   *[other] { $done } of { $total } articles
}

## What offsets count

# explanation is one of those at the end.
exchange-format-about = { $explanation }; offsets count { $unit }
exchange-format-about-without-unit = { $explanation }; what offsets count is not said in its files
# As a part of a sentence.
exchange-unit-code-points = code points
exchange-unit-utf16 = UTF-16 code units
exchange-unit-bytes = bytes of UTF-8

## Export

exchange-articles = Articles:
exchange-articles-current = Current article
exchange-articles-shown = { $count ->
    [one] The { $count } of the list
   *[other] The { $count } of the list
}
exchange-articles-all = All { $count }
exchange-annotators = Annotations of:
exchange-accepted = Only what was accepted or is unanimous
exchange-original-labels = Imported annotations under their original labels
exchange-folder = Folder of the dataset
exchange-nobody = Nobody has annotated anything here yet
exchange-no-annotator = Choose whose annotations go out
exchange-no-folder = Say which folder the dataset is to stand in

## Import

exchange-files = File, or folder of files
exchange-annotator = Import as annotator
exchange-slug = In the names of the files: { $name }
exchange-labels = Label mapping, e.g. GPE=place
exchange-labels-name = Label mapping
exchange-unit = Offset unit:
exchange-detect = Detect
exchange-choice-code-points = Code points
exchange-choice-utf16 = UTF-16
exchange-choice-bytes = Bytes of UTF-8
exchange-is-you = That is you; what comes in is reviewed under another name
exchange-no-file = Choose the file to import
exchange-no-name = Say whose annotations they become

## What came of it

exchange-nothing-lost = Nothing was lost
exchange-lost = { $count ->
    [one] { $count } item this format cannot represent; EXPORT.md lists them too
   *[other] { $count } items this format cannot represent; EXPORT.md lists them too
}
exchange-lost-more = { $count ->
    [one] { $count } item this format cannot represent; the first { $shown } are here, EXPORT.md lists all
   *[other] { $count } items this format cannot represent; the first { $shown } are here, EXPORT.md lists all
}
exchange-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
exchange-asks-unit = The file does not say what its offsets count, and two things fit equally:
exchange-they-count = They count { $unit }
exchange-failed = It was not done: { $why }
exchange-show-folder = Show in file manager
exchange-back = Back

## What each format is for

exchange-format-jsonl = One article a line, with everything the sidecars know
exchange-format-brat = A .txt and an .ann for each article, with attributes, relations and notes
exchange-format-doccano = Text and labels for sequence labelling; no attributes, no relations
exchange-format-doccano-relations = Entities and relations for relation extraction; no attributes
exchange-format-label-studio = Tasks with annotations and predictions, and the labelling configuration
exchange-format-prodigy = Tokens, spans over them and relations; the way into spaCy
exchange-format-conll = A word a line with its tag; one mark a word, entities and claims apart
exchange-format-conllu = Universal Dependencies with entities in the last column, which may nest
exchange-format-spacy = Documents that spaCy's pipelines are trained on, with groups of spans; its JSON is read too
exchange-format-spacy-json = Text with entities as start, end and label, a line each
exchange-format-hf-tokens = Words with numbered tags and what they mean, as Hugging Face models are trained on
exchange-format-w3c = JSON-LD with position and quote selectors, for linked data
exchange-format-cas-json = The way into INCEpTION; offsets count UTF-16
exchange-format-xmi = The CAS as XML with its type system, for INCEpTION and UIMA; offsets count UTF-16
exchange-format-webanno-tsv = A word a line with a column for each feature, for INCEpTION; offsets count UTF-16
exchange-format-pubannotation = Denotations, relations and attributes, with parts that need not touch
exchange-format-bioc = Documents of passages with annotations and relations, for text mining
exchange-format-tei = A text with spans and links beside it; names within the text are read too
exchange-format-bdocjs = A document with an annotation set for each annotator
exchange-format-huggingface = For Hugging Face datasets, DuckDB and Spark: partitioned by language, with a card
exchange-format-html = One page an article with its fonts in it, for reading, sending and printing
exchange-format-csv = One annotation a row, for spreadsheets
exchange-format-aif = Claim frames with claimers, stance, evidence and links between claims
exchange-format-qdpx = Sources, codes and coded passages, for NVivo, ATLAS.ti, MAXQDA and QualCoder
exchange-format-graph = Articles, entities, claims and links in one graph, for linked data
exchange-format-tables = Entities, mentions, claims, their attributes and links, a table each
