# The list of articles.

library-so-far = { $count ->
    [one] अब तक { $count } लेख
   *[other] अब तक { $count } लेख
}
library-counts = { $count ->
    [one] { $count } लेख · { $done } पूरे
   *[other] { $count } लेख · { $done } पूरे
}
library-counts-shown = { $count } में से { $shown } दिख रहे हैं · { $done } पूरे
library-no-files = इस फ़ोल्डर में .txt, .md या .html फ़ाइलें नहीं हैं
library-no-match = कोई मेल खाता लेख नहीं
library-clear-filter = फ़िल्टर हटाएँ
library-filter = लेख छाँटें

## Order

library-sort = क्रम
library-sort-name = नाम
library-sort-changed = पिछला बदलाव
library-sort-language = भाषा
library-sort-state = स्थिति
library-sort-annotations = अंकन
library-sort-title = शीर्षक
library-sort-publisher = प्रकाशक
library-sort-date = प्रकाशन की तारीख़
library-sort-reversed = उल्टा क्रम

## An article

library-state-todo = करना है
library-state-in-progress = जारी
library-state-done = पूरा
library-state-returned = लौटाया गया
library-verdicts = { $count ->
    [one] { $count } फ़ैसला
   *[other] { $count } फ़ैसले
}
library-annotated-by = अंकन: { $annotators }
library-annotated-by-nobody = अभी किसी ने अंकन नहीं किया
