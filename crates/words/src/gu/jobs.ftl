# Work that takes time: what is told of it, and why it failed.

## Work that could not be saved before

jobs-restored-in-place = પહેલાં જે સાચવી શકાયું ન હતું તે હવે તેની જગ્યાએ છે: { $path }
# new, both and others are numbers: of annotations, of those that both changed, of other things in which both differ.
jobs-restored = પહેલાં જે સાચવી શકાયું ન હતું તે ફરી { $file }માં છે: { $new ->
    [0] પહેલેથી હતી તે ટીપોના ફેરફાર
    [one] { $new } ટીપ
   *[other] { $new } ટીપો
}{ $both ->
    [0] {""}
    [one] . { $both } ટીપ આ દરમિયાન ફાઇલમાં બદલાઈ હતી; બંને રૂપ સાથે-સાથે છે
   *[other] . { $both } ટીપો આ દરમિયાન ફાઇલમાં બદલાઈ હતી; બંને રૂપ સાથે-સાથે છે
}{ $others ->
    [0] {""}
    [one] . { $others } બાબતમાં તફાવત છે: કંઈ દૂર કર્યું નથી
   *[other] . { $others } બાબતોમાં તફાવત છે: કંઈ દૂર કર્યું નથી
}
jobs-carried = { $file } બદલાયા પહેલાં જે સાચવી શકાયું ન હતું તે ફરી હાજર છે: { $new ->
    [0] ટીપોના ફેરફાર
    [one] { $new } ટીપ
   *[other] { $new } ટીપો
}{ $others ->
    [0] {""}
    [one] . { $others } બાબતમાં તફાવત છે: કંઈ દૂર કર્યું નથી
   *[other] . { $others } બાબતોમાં તફાવત છે: કંઈ દૂર કર્યું નથી
}
jobs-waiting = { $changes ->
    [one] { $file }નો { $changes } ફેરફાર પહેલાં સાચવી શકાયો ન હતો અને લેખના હાલના રૂપ સાથે મેળ ખાતો નથી; તે જર્નલમાં રહેશે
   *[other] { $file }ના { $changes } ફેરફાર પહેલાં સાચવી શકાયા ન હતા અને લેખના હાલના રૂપ સાથે મેળ ખાતા નથી; તે જર્નલમાં રહેશે
}
jobs-copy-does-not-fit = પહેલાં જે સાચવી શકાયું ન હતું તે { $file }ના હાલના રૂપ સાથે મેળ ખાતું નથી; તે { $place }માં રહેશે
jobs-stays-in-journal = { $file }નું જે કામ સાચવી શકાયું નથી તે જર્નલમાં રહેશે: { $error }

## Saving

jobs-renamed = નવું નામ: { $path }
jobs-not-saved-ending = સચવાયું નથી: પ્રોગ્રામ બંધ થઈ રહ્યો છે
jobs-not-saved-kept = સચવાયું નથી: { $error }. તે આ કમ્પ્યુટર પર સુરક્ષિત છે, અને શક્ય બનતાં જ તેની જગ્યાએ મૂકી દેવાશે
jobs-not-saved-merged-later = સચવાયું નથી: { $error }. તે આ કમ્પ્યુટર પર સુરક્ષિત છે, અને શક્ય બનતાં જ તેની જગ્યાએ મૂકી દેવાશે; લેખ ફરી ખૂલશે ત્યારે બંને ભેળવી દેવાશે
jobs-not-saved-here = સચવાયું નથી: { $error }. તે ફક્ત આ વિન્ડોમાં છે
jobs-nothing-saved = કંઈ સચવાયું નથી: { $error }
# As { $error } of the above.
jobs-disk-silent = ડિસ્ક જવાબ આપતી નથી
jobs-journal-unreadable = જર્નલ વાંચી શકાઈ નથી: { $error }. પ્રોગ્રામ છેલ્લે બંધ થયો તે પહેલાં જે સચવાયું ન હતું તે તેમાં હોઈ શકે; હવે જે કરશો તે ફાઇલમાં સચવાશે
jobs-no-journal = આ સિસ્ટમ પર તેના માટે કોઈ જગ્યા નથી

## Who annotates

jobs-other-window = { $annotator } બીજી વિન્ડોમાં આ જ ફોલ્ડરમાં ટીપ કરી રહ્યા છે
jobs-others-outdated = { $annotator }એ ટીપ કર્યા પછી લેખ બદલાયો છે: { $left ->
    [one] { $annotator }ની { $left } ટીપ દેખાતી નથી
   *[other] { $annotator }ની { $left } ટીપો દેખાતી નથી
}

## Why a job has no answer

jobs-closing = પ્રોગ્રામ બંધ થઈ રહ્યો છે
jobs-stopped-early = તે શરૂ થાય તે પહેલાં જ અટકાવ્યું
jobs-cancelled = રદ કર્યું
jobs-panicked = પ્રોગ્રામમાં કંઈક ખોટું થયું ({ $what }); કૃપા કરીને તેની જાણ કરો
jobs-panicked-silent = કોઈ સંદેશ નથી
jobs-not-begun = તે શરૂ કરી શકાયું નથી: { $why }
jobs-work-panicked = અણધારી ખામીથી કામ અટકી ગયું ({ $what }): { $item }
jobs-work-panicked-silent = કારણ જણાવેલું નથી
jobs-no-annotations = { $folder }માં { $annotator }ની ટીપો નથી; ત્યાં આમની છે: { $others }
jobs-no-annotations-at-all = { $folder }માં { $annotator }ની ટીપો નથી; ત્યાં કોઈની પણ ટીપો નથી

## What is left out

jobs-left-out = તે છોડી દીધું છે
jobs-not-repaired = તેમાં કંઈ સુધાર્યું નથી
jobs-gold-as-it-was = તેનો ગોલ્ડ સેટ જેમ હતો તેમ જ છે
jobs-orphans = { $annotator }ની જે ટીપોની તેમાં કોઈ જગ્યા નથી તેમની સંખ્યા: { $count }
jobs-orphans-left-out = તે છોડી દીધી છે; વિન્ડોમાં તેમને જગ્યા આપો

## Files of entities

jobs-entities-io = તે વાંચી કે લખી શકાઈ નથી ({ $error }): { $file }

## Exports and imports

jobs-exported = { $articles ->
    [one] { $articles } લેખ
   *[other] { $articles } લેખો
}માંથી { $annotations ->
    [one] { $annotations } ટીપ
   *[other] { $annotations } ટીપો
} નિકાસ કરી: { $folder }, { $format } (ચકાસેલું)
jobs-imported = { $articles ->
    [one] { $articles } લેખ
   *[other] { $articles } લેખો
}માં { $annotations ->
    [one] { $annotations } નવી ટીપ
   *[other] { $annotations } નવી ટીપો
}, { $annotator }ના નામે
# Behind the above: whose set an annotator of the files became.
jobs-imported-set = { $name } હવે { $set }
jobs-imported-unit = ઑફસેટનો એકમ: { $unit } ({ $why })
jobs-import-stopped = { $count ->
    [one] { $count } રેકૉર્ડ પૂરો થયો, અને કાર્યક્ષેત્રમાં છે
   *[other] { $count } રેકૉર્ડ પૂરા થયા, અને કાર્યક્ષેત્રમાં છે
}
jobs-nothing-written = કંઈ લખ્યું નથી
jobs-cannot-be-opened = { $path } ખૂલી શકી નથી
jobs-cannot-be-read = { $path } વાંચી શકાઈ નથી
jobs-format-unclear = તે કયા ફૉર્મેટમાં છે તે ખબર પડતી નથી; આમાંથી પસંદ કરો: { $formats }
jobs-preview-nobody = આમાંના કોઈ લેખમાં આ એનોટેટરની ટીપો નથી
jobs-preview-nothing = કંઈ લખાશે નહીં
jobs-preview-no-file = .{ $ending }વાળી કોઈ ફાઇલ નથી
jobs-preview-looks-like = તે { $format } જેવું લાગે છે; એ ફૉર્મેટ પસંદ કરો
jobs-preview-no-marks = તેમાં કોઈ નિશાન નથી
jobs-preview-labels = લેબલ: { $labels }
