# What comes of what is done: what is told in notices, and the names of steps of undo.

session-no-annotator = પહેલાં એનોટેટરનું નામ પસંદ કરો: ફાઇલ › એનોટેટર…
session-article-read-only = આ લેખ ફક્ત વાંચવા માટે ખુલ્લો છે; શું કરવું તે લખાણ ઉપરની પટ્ટીમાં જુઓ
session-window-read-only = આ વિન્ડો ફક્ત વાંચવા માટે છે; શું કરવું તે લખાણ ઉપરની પટ્ટીમાં જુઓ
session-fault = પ્રોગ્રામમાં કંઈક ખોટું થયું ({ $what }); કૃપા કરીને તેની જાણ કરો

## Steps of undo: a name completes “Undo …”

session-step-tag = “{ $label }” તરીકે ટૅગ કરવું
session-step-relabel = લેબલ બદલીને “{ $label }” કરવું
session-step-label-article = લેખને લેબલ “{ $label }” આપવું
session-step-set = “{ $field }” ભરવું
session-step-attach-evidence = પુરાવો જોડવો
session-step-edit-note = નોંધ બદલવી
session-step-set-state = લેખની સ્થિતિ બદલવી
session-step-details = લેખની માહિતી બદલવી
session-step-move-edge = સીમા ખસેડવી
session-step-add-part = ભાગ ઉમેરવો
session-step-remove-part = ભાગ દૂર કરવો
# With links that go with the annotation, where there are any.
session-step-delete = { $count ->
    [0] “{ $label }” કાઢી નાખવું
    [one] “{ $label }” અને { $count } લિંક કાઢી નાખવી: { $links }
   *[other] “{ $label }” અને { $count } લિંક કાઢી નાખવી: { $links }
}
session-step-place = “{ $quote }”ને જગ્યા આપવી
session-step-delete-orphan = “{ $quote }” કાઢી નાખવું
session-step-move-along = લેખ સાથે ટીપો ખસેડવી
session-step-move-marks = નિશાનોને બીજું લેબલ આપવું
session-step-merge = નકલ ભેળવવી
session-step-take-agreed = સહમતિવાળી { $count } ટીપ લેવી
session-step-fill = ગોલ્ડ સેટ ભરવો

session-step-link = લિંક કરવી: { $link }
session-step-link-remove = લિંક દૂર કરવી: { $link }
session-step-link-relabel = લિંક બદલીને “{ $link }” કરવી
session-step-link-note = લિંકની નોંધ બદલવી
session-step-link-reverse = લિંકની દિશા ઉલટાવવી
session-step-suggestion-reject = સૂચવેલી લિંક નકારવી
session-step-suggestion-offer = લિંક ફરી સૂચવવી

session-step-link-entity = “{ $entity }” સાથે લિંક કરવું
session-step-link-new-entity = નવી એન્ટિટી “{ $entity }” સાથે લિંક કરવું
session-step-unlink = લિંક દૂર કરવી
session-step-tag-occurrences = બધે ટૅગ કરવું

session-step-accept = સ્વીકારવું
session-step-accept-all = બધાં સ્વીકારવાં
session-step-reject = નકારવું
session-step-question = પ્રશ્ન ઉઠાવવો
session-step-nothing-here = “અહીં કંઈ નથી” કહેવું
session-step-take-over-to-edit = બદલવા માટે અપનાવવું
session-step-comment = ટિપ્પણી કરવી
session-step-feedback-take = પ્રતિભાવમાંથી અપનાવવું
session-step-feedback-answer = પ્રતિભાવનો જવાબ આપવો
session-step-return = લેખ પરત કરવો
session-step-hand-back = લેખ પાછો સોંપવો

## Steps of undo in the registry of entities

session-step-new-entity = નવી એન્ટિટી “{ $entity }”
session-step-entity-rename = એન્ટિટીનું નામ બદલવું
session-step-entity-kind = એન્ટિટીનો પ્રકાર બદલવો
session-step-entity-describe = એન્ટિટીનું વર્ણન બદલવું
session-step-entity-add-name = નામ ઉમેરવું
session-step-entity-remove-name = નામ દૂર કરવું
session-step-entity-add-identifier = આઈડી ઉમેરવી
session-step-entity-remove-identifier = આઈડી દૂર કરવી
# Pages about the entity.
session-step-entity-add-page = લિંક ઉમેરવી
session-step-entity-remove-page = લિંક દૂર કરવી
session-step-entity-split = એન્ટિટી અલગ કરવી
session-step-entity-delete = એન્ટિટી કાઢી નાખવી
session-step-entities-merge = એન્ટિટી ભેગી કરવી
session-step-entities-tell-apart = એન્ટિટી જુદી ગણવી
session-step-entities-import = એન્ટિટી આયાત કરવી
session-step-entities-merge-copy = એન્ટિટીની નકલ ભેળવવી
session-step-reject-entity = “{ $quote }” માટે “{ $entity }” નકારવું

## Undoing

# kept is a number of articles, files are their names.
session-undone = { $articles ->
    [one] પાછું લીધું: { $step }
   *[other] { $articles } લેખોમાં પાછું લીધું: { $step }
}{ $kept ->
    [0] {""}
   *[other] . આમાં ત્યાર પછી ફેરફાર થયા છે, તેથી તે જેમ છે તેમ જ છે: { $files }
}
session-redone = { $articles ->
    [one] ફરી કર્યું: { $step }
   *[other] { $articles } લેખોમાં ફરી કર્યું: { $step }
}{ $kept ->
    [0] {""}
   *[other] . આમાં ત્યાર પછી ફેરફાર થયા છે, તેથી તે જેમ છે તેમ જ છે: { $files }
}
session-changed-since = કંઈ બદલાયું નથી: “{ $step }”થી જે થયું હતું તે ત્યાર પછી બદલાઈ ગયું છે
session-entities-undone = પાછું લીધું: { $step }{ $left ->
    [0] {""}
    [one] ; { $left } એન્ટ્રી ત્યાર પછી બદલાઈ હતી, તે જેમ છે તેમ જ છે
   *[other] ; { $left } એન્ટ્રીઓ ત્યાર પછી બદલાઈ હતી, તે જેમ છે તેમ જ છે
}
session-entities-redone = ફરી કર્યું: { $step }{ $left ->
    [0] {""}
    [one] ; { $left } એન્ટ્રી ત્યાર પછી બદલાઈ હતી, તે જેમ છે તેમ જ છે
   *[other] ; { $left } એન્ટ્રીઓ ત્યાર પછી બદલાઈ હતી, તે જેમ છે તેમ જ છે
}
session-entities-changed-since = કંઈ બદલાયું નથી: “{ $step }”થી જે થયું હતું તે ત્યાર પછી બીજા પ્રોગ્રામે બદલ્યું છે

## Annotating

session-nothing-changed = કંઈ બદલાયું નથી: { $error }
session-no-label = આ કાર્યક્ષેત્રમાં લેબલ “{ $label }” નથી
session-tagged-already = પહેલેથી “{ $label }” તરીકે ટૅગ કરેલું છે
session-no-overlap = આ કાર્યક્ષેત્રમાં એક જ સ્તરની ટીપો એકબીજા પર આવી શકતી નથી
session-parts-overlap = એક ટીપના ભાગ એકબીજા પર આવી શકતા નથી
session-selection-overlaps = પસંદ કરેલા શબ્દો એ જ ટીપ પર આવે છે જેમાં તેમને ઉમેરવાના છે
session-not-there = તે અહીં નથી
# lost is a number of links of others, or in articles that cannot be changed; lost_links are their names.
session-deleted = { $count ->
    [0] “{ $label }” કાઢી નાખ્યું
    [one] “{ $label }” અને { $count } લિંક કાઢી નાખી: { $links }
   *[other] “{ $label }” અને { $count } લિંક કાઢી નાખી: { $links }
}{ $lost ->
    [0] {""}
   *[other] . આ લિંક હવે ક્યાંય જતી નથી, કારણ કે તે તમારી નથી અથવા બદલી શકાતી નથી: { $lost_links }
}
session-evidence-first = પહેલાં પુરાવો આપતા શબ્દો પસંદ કરો
session-value-first = પહેલાં “{ $field }” માટે મૂલ્ય પસંદ કરો; પછી પુરાવાના શબ્દો જોડો

## Filling a field by pointing

session-answer-yes = હા
session-answer-no = ના
session-answer-author = લેખક
session-answer-unknown = અજ્ઞાત
session-nothing-marked-here = અહીં કોઈ નિશાન નથી: તેને બદલે શબ્દો પસંદ કરો
session-no-entity-marked = આ લેખમાં કોઈ એન્ટિટી પર નિશાન નથી: તેને બદલે શબ્દો પસંદ કરો
session-no-number = “{ $words }” સંખ્યા તરીકે વાંચી શકાતું નથી
# answers are keys with what each says.
session-say-answer = હવે જણાવો કે આ શબ્દો “{ $field }” વિશે શું બતાવે છે: { $answers }

## Links

session-linked = લિંક કરી: { $link } { $end }
session-linked-already = તે પહેલેથી લિંક કરેલી છે: { $link }
session-link-start-first = પહેલાં કોઈ ટીપ પર જાઓ: લિંક ત્યાંથી શરૂ થાય છે
session-link-start-gone = લિંક જેનાથી શરૂ થાય છે તે ટીપ હવે નથી
session-link-end-first = Tab વડે બીજા છેડે જાઓ, અથવા તેના પર ક્લિક કરો
session-link-no-end-here = આ લેખની કોઈ ટીપ બીજો છેડો બની શકતી નથી
session-link-to-itself = લિંક માટે બીજી ટીપ જોઈએ: તેના પર ક્લિક કરો, અથવા આગળ વધો
session-link-no-label = સ્કીમામાં “{ $label }”થી શરૂ કે પૂરી થતી કોઈ લિંક નથી: સંપાદન › લેબલ અને ગુણ…
session-link-no-relation = સ્કીમામાં “{ $from }”થી “{ $to }” સુધી કોઈ લિંક નથી; બીજો છેડો પસંદ કરો
session-link-one-way = સ્કીમામાં “{ $link }”ની ઊલટી દિશા નથી
session-link-of-others = આ લિંક { $annotator }ની છે: ફક્ત તેઓ જ તેને બદલી શકે
session-link-not-writable = લિંક બદલી શકાતી નથી: { $file } લખવા માટે ખુલ્લો નથી
session-link-turns-foreign = તેની દિશા ઉલટાવી શકાતી નથી: તે { $annotator }ની ટીપથી શરૂ થશે, અને તે ફક્ત તેઓ જ બનાવી શકે
session-rejection-not-writable = તે યાદ રાખી શકાતું નથી: { $file } લખવા માટે ખુલ્લો નથી
session-no-link-here = અહીંથી કોઈ લિંક જતી નથી: Ctrl+L વડે બનાવો
session-end-gone = તે હવે નથી: { $file }માં { $annotator }ની ટીપ
# A link as it is named in a list: what it says, and its other end.
session-link-outgoing = { $link } { $end }
session-link-incoming = { $end } { $link }
session-link-whose = { $link } ({ $annotator })
session-links-more = બીજી { $count }
session-link-end-elsewhere = { $file }માં “{ $quote }”
session-link-end-gone = { $file }માંથી જે કાઢી નખાયું છે

## Entities

# Whom a mention or a field is of.
session-entity-author = લેખના લેખક
session-entity-unknown = અજ્ઞાત
session-entity-words-first = પહેલાં પુરાવા તરીકે તેનું નામ આપતા શબ્દો પસંદ કરો
session-entity-stays-merged = { $entity } બીજી સાથે એક જ રહેશે: વધુ એનોટેટર તેને તેમાંની જ એક ગણે છે
session-entity-of-others = આ એન્ટિટી બીજાઓએ બનાવી છે, તેથી તે રહેશે; તેના વિશે તમે જે કહ્યું તે કાઢી નાખી શકાય છે
session-entity-still-there = આ એન્ટિટી બીજા પાસે પણ છે, તેથી તે હજી છે
session-entity-gone = આ એન્ટિટી હવે કોઈની પાસે નથી
session-mentions-changed = આ ઉલ્લેખો હવે બીજા સાથે લિંક છે
session-mentions-split = { $articles ->
    [one] { $articles } લેખ
   *[other] { $articles } લેખો
}માં { $mentions ->
    [one] { $mentions } ઉલ્લેખ હવે બીજી એન્ટિટીનો છે
   *[other] { $mentions } ઉલ્લેખો હવે બીજી એન્ટિટીના છે
}: { $entity }
session-mentions-linked = { $articles ->
    [one] { $articles } લેખ
   *[other] { $articles } લેખો
}માં { $mentions ->
    [one] { $mentions } ઉલ્લેખ લિંક કર્યો
   *[other] { $mentions } ઉલ્લેખો લિંક કર્યા
}{ $others ->
    [0] {""}
   *[other] ; { $others } બીજી એન્ટિટી સાથે લિંક છે અને તેમ જ રહેશે
}
session-no-suggestions = આ લેખમાં કોઈ લિંક સૂચવેલી નથી
session-occurrences-tagged = { $articles ->
    [one] { $articles } લેખ
   *[other] { $articles } લેખો
}માં { $occurrences ->
    [one] { $occurrences } જગ્યાએ
   *[other] { $occurrences } જગ્યાઓએ
} ટૅગ કર્યું
session-occurrences-left = આ દરમિયાન બદલાયા, તેથી આમાં કંઈ ટૅગ કર્યું નથી: { $files }
session-entities-search-failed = એન્ટિટી શોધી શકાતી નથી: { $error }
session-occurrences-failed = બાકીની જગ્યાઓ શોધી શકાતી નથી: { $error }
session-linking-failed = કંઈ લિંક કર્યું નથી: { $error }
session-entities-reading-failed = એન્ટિટી વાંચી શકાતી નથી: { $error }
session-entities-not-saved = એન્ટિટી સાચવી શકાઈ નથી: { $error }
session-entities-import-name = નામ પરથી ખબર પડતી નથી કે ફાઇલમાં શું છે: .csv, .jsonl, .ttl કે .json
session-entities-import-failed = કોઈ એન્ટિટી આયાત થઈ નથી: { $error }
session-entities-imported = { $new ->
    [one] { $new } નવી એન્ટિટી
   *[other] { $new } નવી એન્ટિટી
}, { $more } વિશે હવે વધુ માહિતી છે
session-entities-issues = { $count } એન્ટ્રીઓ બરાબર નથી; પહેલી: { $first }
session-entities-export-name = એન્ટિટી એવી ફાઇલમાં લખાય છે જેના નામના અંતે .csv, .jsonl કે .ttl હોય
session-entities-export-failed = એન્ટિટી નિકાસ થઈ નથી: { $error }
session-entities-exported = { $count ->
    [one] { $count } એન્ટિટી લખી
   *[other] { $count } એન્ટિટી લખી
}: { $file }

## Reviewing

# What the queue shows.
session-queue-differences = મતભેદ
session-queue-open = ખુલ્લાં
session-queue-agreed = સહમતિવાળાં
session-queue-decided = નિર્ણયવાળાં
session-queue-changed = બદલાયેલાં
session-queue-answered = જવાબવાળાં
session-queue-came-back = પાછાં આવેલાં
session-queue-contradicted = વિરોધી નિર્ણયવાળાં
session-queue-done = કતારમાં બધા પર નિર્ણય થઈ ગયો છે
session-queue-failed = કતાર પૂરી નથી: { $error }
session-nobody-to-review = અહીં હજી કોઈની ટીપ નથી
session-nothing-decided = કોઈ નિર્ણય થયો નથી: { $annotator }ની ટીપો હજી વંચાઈ રહી છે; ફરી પ્રયત્ન કરો
session-nothing-agreed = અહીં બધા સંમત હોય એવું બીજું કંઈ નથી
# The comment on what a reviewer rejects by changing a copy of it.
session-comment-taken-over = અપનાવીને બદલ્યું
session-comment-waits = ટિપ્પણીનો લેખ ખૂલી રહ્યો છે; તે ખૂલતાં જ ટિપ્પણી રાખી લેવાશે
session-progress-failed = ગણી શકાયું નહીં: { $error }

## Filling the gold sets

session-fill-not-gold = ગોલ્ડ સેટ ભરવા માટે gold નામે ટીપ કરો
session-fill-nothing = આ નિયમ પ્રમાણે લેવાનું બીજું કંઈ નથી
session-fill-failed = ભરવાથી શું થશે તે કહી શકાતું નથી: { $error }
session-filled = { $taken ->
    [one] { $taken } ટીપ
   *[other] { $taken } ટીપો
} લીધી{ $open ->
    [0] {""}
    [one] ; { $open } વસ્તુ ખુલ્લી રહી
   *[other] ; { $open } વસ્તુઓ ખુલ્લી રહી
}{ $links ->
    [0] {""}
    [one] ; { $links } લિંક છોડી દીધી, જેનો બીજો છેડો ગોલ્ડ સેટમાં નથી
   *[other] ; { $links } લિંક છોડી દીધી, જેમનો બીજો છેડો ગોલ્ડ સેટમાં નથી
}
session-filled-articles = { $articles ->
    [one] { $articles } લેખ
   *[other] { $articles } લેખો
}માં { $taken ->
    [one] { $taken } ટીપ
   *[other] { $taken } ટીપો
} લીધી{ $open ->
    [0] {""}
    [one] ; { $open } વસ્તુ ખુલ્લી રહી
   *[other] ; { $open } વસ્તુઓ ખુલ્લી રહી
}
session-fill-left = આ દરમિયાન બદલાયા, તેથી આમાં કંઈ ભર્યું નથી: { $files }
session-fill-links-left = { $count ->
    [one] { $count } લિંક છોડી દીધી, જેનો બીજો છેડો ગોલ્ડ સેટમાં નથી
   *[other] { $count } લિંક છોડી દીધી, જેમનો બીજો છેડો ગોલ્ડ સેટમાં નથી
}

## Feedback

session-feedback-failed = પ્રતિભાવ વાંચી શકાતો નથી: { $error }
session-feedback-waits = લેખ ખૂલી રહ્યો છે; ખૂલી જાય ત્યારે ફરી પ્રયત્ન કરો
session-feedback-question = આ પ્રશ્ન છે: તેમાં અપનાવવાનું કંઈ નથી, જવાબ આપવાનો છે
session-feedback-changed = તમારી ટીપ ત્યાર પછી બદલાઈ છે; તેને ફરી જુઓ
session-feedback-say-why = તમે તેને કેમ રાખો છો તે જણાવો
session-returned = { $annotators }ને પરત કર્યો
session-handed-back = { $annotators }ને પાછો સોંપ્યો

## Labels

session-schema-not-changed = સ્કીમા બદલાઈ નથી: { $error }
session-schema-not-saved = લેબલ સાચવી શકાયાં નથી: { $error }
session-marks-left = આ બદલી શકાતા નથી, તેથી તેમનાં નિશાનનું લેબલ જૂનું જ રહેશે: { $files }
session-marks-moved = { $articles ->
    [one] { $articles } લેખ
   *[other] { $articles } લેખો
}માં { $marks ->
    [one] { $marks } નિશાનનું લેબલ બદલ્યું
   *[other] { $marks } નિશાનનાં લેબલ બદલ્યાં
}

## Articles that were changed

# Annotations that moved with the text, that are likely to stand elsewhere, and that have no place any more.
session-article-changed = લેખ બદલાયો છે: { $moved ->
    [0] { $likely ->
        [0] { $lost ->
            [one] { $lost } ટીપની જગ્યા ખોવાઈ
           *[other] { $lost } ટીપોની જગ્યા ખોવાઈ
        }
        [one] { $likely } ટીપની ખાતરી કરવાની છે{ $lost ->
            [0] {""}
           *[other] , { $lost }ની જગ્યા ખોવાઈ
        }
       *[other] { $likely } ટીપોની ખાતરી કરવાની છે{ $lost ->
            [0] {""}
           *[other] , { $lost }ની જગ્યા ખોવાઈ
        }
    }
   *[other] { $moved ->
        [one] { $moved } ટીપ તેની સાથે ખસી
       *[other] { $moved } ટીપો તેની સાથે ખસી
    }{ $likely ->
        [0] {""}
       *[other] , { $likely }ની ખાતરી કરવાની છે
    }{ $lost ->
        [0] {""}
       *[other] , { $lost }ની જગ્યા ખોવાઈ
    }
}
session-nothing-moved = કંઈ ખસેડ્યું નથી: { $error }
session-place-first = પહેલાં એ શબ્દો પસંદ કરો જેના પર આ ટીપ હવે છે
session-evidence-lost = { $count ->
    [one] તેના ગુણનું { $count } અવતરણ ફરી મળ્યું નથી
   *[other] તેના ગુણનાં { $count } અવતરણ ફરી મળ્યાં નથી
}
session-reading-read-only = લેખ ફક્ત વાંચવા માટે ખુલ્લો છે
session-reading-annotated = લખાણ પર ટીપો છે, તેથી તે જેમ છે તેમ જ રહેશે
session-reading-busy = એક ક્ષણ: તે વંચાઈ અથવા સચવાઈ રહ્યો છે

## Copies, and what other programs change

session-merge-other-article = હવે બીજો લેખ ખુલ્લો છે; કંઈ ભેળવ્યું નથી
session-merge-of-others = આ { $annotator }ની ટીપો છે, તમારી નથી: તેને બદલે તેમની સમીક્ષા કરો
session-merge-failed = કંઈ ભેળવ્યું નથી: { $error }
session-merged = { $brought ->
    [nothing] નકલમાં જે હતું તે બધું અહીં પહેલેથી છે
   *[something] { $new ->
        [one] નકલમાંથી { $new } ટીપ લીધી
       *[other] નકલમાંથી { $new } ટીપો લીધી
    }
}{ $verdicts ->
    [0] {""}
    [one] . { $verdicts } નિર્ણય જુદો હતો; પછીનો રાખ્યો છે, બંને ટિપ્પણી સાથે
   *[other] . { $verdicts } નિર્ણયો જુદા હતા; પછીના રાખ્યા છે, બંને ટિપ્પણી સાથે
}{ $both ->
    [0] {""}
    [one] . { $both } ટીપ બંનેમાં બદલાઈ હતી; બંને રૂપ સાથે-સાથે છે
   *[other] . { $both } ટીપો બંનેમાં બદલાઈ હતી; બંને રૂપ સાથે-સાથે છે
}{ $fields ->
    [0] {""}
    [one] . આ આવૃત્તિ જેને ઓળખતી નથી તે { $fields } ફીલ્ડ જુદું હતું; એક મૂલ્ય રાખ્યું છે
   *[other] . આ આવૃત્તિ જેને ઓળખતી નથી તે { $fields } ફીલ્ડ જુદાં હતાં; દરેકનું એક મૂલ્ય રાખ્યું છે
}{ $links ->
    [0] {""}
    [one] . { $links } લિંક બંનેમાં જુદી બની હતી; બંને લિંક રાખી છે
   *[other] . { $links } લિંક બંનેમાં જુદી બની હતી; બંને લિંક રાખી છે
}{ $remarks ->
    [0] {""}
    [one] . સમીક્ષાની { $remarks } વાત જુદી હતી; બંનેના શબ્દો રાખ્યા છે
   *[other] . સમીક્ષાની { $remarks } વાતો જુદી હતી; બંનેના શબ્દો રાખ્યા છે
}{ $state ->
    [same] {""}
   *[differs] . કામ કેટલું થયું તે જુદું હતું; જે ઓછું હતું તે રાખ્યું છે
}
session-entities-merged = { $brought ->
    [nothing] નકલમાં જે હતું તે બધું અહીં પહેલેથી છે
   *[something] { $new ->
        [one] નકલમાંથી { $new } એન્ટિટી લીધી
       *[other] નકલમાંથી { $new } એન્ટિટી લીધી
    }
}
session-entity-both-changed = { $entity }નું નામ કે વર્ણન બંનેમાં જુદું બદલાયું હતું; બંનેના શબ્દો રાખ્યા છે
session-entity-changed-and-deleted = { $entity } એકમાં બદલાઈ અને બીજીમાં કાઢી નખાઈ હતી; તે રાખી છે
session-entities-judged-otherwise = { $one } અને { $other } એક નકલમાં એક છે અને બીજીમાં બે; તે જુદી રહેશે
session-entities-judged-and-taken-back = { $one } અને { $other } વિશે એક નકલમાં નિર્ણય છે અને બીજીમાં નથી; નિર્ણય રાખ્યો છે
session-entity-field-differs = { $entity }માં “{ $field }” જુદું હતું; એક મૂલ્ય રાખ્યું છે
session-entities-field-differs = તમારી એન્ટિટીની ફાઇલમાં “{ $field }” જુદું હતું; એક મૂલ્ય રાખ્યું છે
session-copy-stays = નકલ જ્યાં છે ત્યાં જ રહેશે: { $error }
session-outside-merged = બીજા પ્રોગ્રામે { $file }માં તમારી ટીપો બદલી: { $new ->
    [0] ફેરફાર લઈ લીધા
    [one] { $new } ટીપ લીધી
   *[other] { $new } ટીપો લીધી
}{ $both ->
    [0] {""}
    [one] . { $both } ટીપ બંનેમાં બદલાઈ હતી; બંને રૂપ સાથે-સાથે છે
   *[other] . { $both } ટીપો બંનેમાં બદલાઈ હતી; બંને રૂપ સાથે-સાથે છે
}{ $others ->
    [0] {""}
    [one] . { $others } બાબતમાં તફાવત છે: કંઈ દૂર કર્યું નથી
   *[other] . { $others } બાબતોમાં તફાવત છે: કંઈ દૂર કર્યું નથી
}
session-outside-not-shown = બીજા પ્રોગ્રામે { $file }માં જે બદલ્યું તે દેખાતું નથી: { $error }
session-watch-failed = બીજા પ્રોગ્રામ જે બદલે છે તે દેખાશે નહીં: { $error }
session-lock-missing = બીજી વિન્ડોને આ જ ટીપો લખતાં રોકે એવું કંઈ નથી: { $error }
session-lock-still-held = બીજી વિન્ડોમાં હજી અહીં ટીપ થઈ રહી છે
session-lock-free = હવે તમે અહીં ટીપ કરી શકો છો

## Saving and leaving

session-not-saved = સચવાયું નથી: { $error }. તે ફક્ત આ વિન્ડોમાં છે
# files are names, each with its annotator.
session-kept-for-others = પહેલાં જે કામ સાચવી શકાયું ન હતું તે સુરક્ષિત છે, અને તેના એનોટેટર આવતાં જ તેની જગ્યાએ મૂકી દેવાશે: { $files }
session-journal-failed = સાચવાય ત્યાં સુધી ફેરફાર સુરક્ષિત નથી: જર્નલ લખી શકાતી નથી ({ $error })
session-copy-saved = નકલ સાચવી: { $path }
session-copies-failed = કોઈ નકલ સચવાઈ નથી: { $error }
# What going means, where work would be lost.
session-leave-close = બંધ કરો
session-leave-folder = બીજું ફોલ્ડર ખોલો
session-leave-annotator = એનોટેટર બદલો

## Tables and figures

# files are all but the last one, others is how many they are.
session-tables-saved = { $others ->
    [0] સાચવ્યું: { $last }
   *[other] સાચવ્યાં: { $files } અને { $last }
}
session-report-failed = તે લખાયું નથી: { $error }
session-board-failed = દાવા વાંચી શકાતા નથી: { $error }
