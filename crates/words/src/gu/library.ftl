# The list of articles.

library-so-far = { $count ->
    [one] અત્યાર સુધી { $count } લેખ
   *[other] અત્યાર સુધી { $count } લેખો
}
library-counts = { $count ->
    [one] { $count } લેખ · { $done } પૂર્ણ
   *[other] { $count } લેખો · { $done } પૂર્ણ
}
library-counts-shown = { $count }માંથી { $shown } દેખાય છે · { $done } પૂર્ણ
library-no-files = આ ફોલ્ડરમાં .txt, .md કે .html ફાઇલો નથી
library-no-match = કોઈ લેખ મળ્યો નહીં
library-clear-filter = ફિલ્ટર દૂર કરો
library-filter = લેખો ફિલ્ટર કરો

## Order

library-sort = ક્રમ
library-sort-name = નામ
library-sort-changed = છેલ્લો ફેરફાર
library-sort-language = ભાષા
library-sort-state = સ્થિતિ
library-sort-annotations = ટીપો
library-sort-title = શીર્ષક
library-sort-publisher = પ્રકાશક
library-sort-date = પ્રકાશનની તારીખ
library-sort-reversed = ઊલટો ક્રમ

## An article

library-state-todo = બાકી
library-state-in-progress = ચાલુ
library-state-done = પૂર્ણ
library-state-returned = પરત કરેલો
library-verdicts = { $count ->
    [one] { $count } નિર્ણય
   *[other] { $count } નિર્ણયો
}
library-annotated-by = ટીપ કરનાર: { $annotators }
library-annotated-by-nobody = હજી કોઈએ ટીપ કરી નથી
