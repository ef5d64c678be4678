# Files: why one is not read or written, and what is not as it should be in a folder.

## Looking at a folder

store-scan-gone = આવી કોઈ ફાઇલ કે ફોલ્ડર નથી: { $path }
store-scan-stopped = ફોલ્ડર વાંચવાનું અટકાવ્યું: { $path }
store-scan-io = ફોલ્ડર વાંચી શકાયું નથી ({ $error }): { $path }
store-scan-left-out = તે છોડી દીધું છે
store-scan-link = તે છોડી દીધું છે: { $error }
store-scan-loop = આ એ જ ફોલ્ડરની લિંક છે જેમાં તે પોતે છે
store-scan-no-article = આ ફાઇલ લેખ નથી
store-scan-no-article-hint = તેનું ફોલ્ડર ખોલ્યું છે; લેખ .txt, .md અને .html ફાઇલો હોય છે
store-scan-name = એક ફાઇલનું નામ માન્ય અક્ષરોમાં નથી
store-scan-name-hint = તે છોડી દીધી છે; તેનું નામ બદલો
store-scan-copy = આ { $article } પર { $annotator }ની ટીપોની બીજી નકલ છે
store-scan-copy-hint = તેને અડ્યા નથી; તેમાં જે છે તે લાવવા લેખ ખોલીને { $file } ભેળવો
store-scan-special = તે ફાઇલ નહીં, { $what ->
    [folder] ફોલ્ડર
    [pipe] પાઇપ
    [socket] સૉકેટ
    [device] ડિવાઇસ
   *[other] બીજું કંઈક
} છે
store-scan-special-hint = તે છોડી દીધું છે; તેને ખસેડો, અથવા તેની જગ્યાએ ફાઇલ મૂકો

## What is not read, though the system would let us

store-special = તે ફાઇલ નહીં, { $what ->
    [folder] ફોલ્ડર
    [pipe] પાઇપ
    [socket] સૉકેટ
    [device] ડિવાઇસ
   *[other] બીજું કંઈક
} છે; તેને ખસેડો, અથવા તેની જગ્યાએ ફાઇલ મૂકો
store-too-large = તે { $mebibytes } MiBથી મોટી છે, અને તેથી મોટી ફાઇલ વંચાતી નથી; તેને અનેક ફાઇલોમાં વહેંચો
store-link-outside = { $link } ફોલ્ડરની બહાર { $target }ની લિંક છે, તેથી વાંચી નથી; તેની જગ્યાએ એ ફાઇલ જ મૂકો, અથવા તે જ્યાં જાય છે તે ફોલ્ડર ખોલો
store-link-dangling = { $link } જે { $target }ની લિંક છે તે છે જ નહીં; લિંક દૂર કરો
store-link-not-written = તે { $target }ની લિંક છે, અને લિંક મારફતે લખાતું નથી
store-link-not-removed = તે લિંક છે, અને દૂર કરાતી નથી
store-file-read-only = ફાઇલ ફક્ત વાંચવા માટે છે

## Reading an article and its annotations

store-load-gone = લેખ હવે ત્યાં નથી; ફોલ્ડર તાજું કરો: { $path }
store-outside = નામ કાર્યક્ષેત્રની બહાર લઈ જાય છે: { $file }
store-load-stopped = લેખ વાંચવાનું અટકાવ્યું: { $file }
store-load-annotated = લેખ હાલ જે રીતે વંચાય છે તેના પર { $annotator }એ ટીપો કરી છે, તેથી તે બીજી રીતે વંચાતો નથી: { $path }
store-load-other-text = પેજ સાથેનું લખાણ તેના હાલના રૂપમાંથી બન્યું નથી; ફરી પસંદ કરવા તેને ખસેડો: { $path }
store-load-io = લેખ વાંચી શકાયો નથી ({ $error }): { $path }
store-blocked = ટીપો વાપરી શકાતી નથી: { $error }. ફાઇલ જેમ છે તેમ જ છે: { $path }
# As { $error } of the above.
store-other-annotator = તેમાં લખ્યું છે કે તે { $annotator }ની છે, પણ તેના નામમાં { $named } છે
store-outdated = ટીપો થયા પછી લેખ બદલાયો છે ({ $count } ટીપો): { $path }
store-outdated-blocked = ટીપો થયા પછી લેખ બદલાયો છે ({ $count } ટીપો): { $path }; પહેલાં લેખ ખોલો, એટલે ટીપો તેમની જગ્યાએ ખસશે
store-outdated-left-out = તેના એનોટેટર તેને ખોલે ત્યાં સુધી તેની ટીપો છોડી દીધી છે
store-blocked-left-out = તેની ટીપો છોડી દીધી છે
store-more-entries = બીજી { $count } એન્ટ્રીઓ બરાબર નથી
store-more-entries-hint = બધી ફાઇલમાં સુરક્ષિત છે

## Saving

store-save-changed = ફાઇલ વંચાયા પછી બીજા પ્રોગ્રામે તેને બદલી છે; તે જેમ હતી તેમ જ છે: { $path }
store-save-source-changed = લેખ પોતે બદલાયો છે; તેની ટીપો લખી નથી: { $path }
store-save-encode = ટીપો ફાઇલ તરીકે લખી શકાતી નથી ({ $error }): { $path }
store-save-workspace = કાર્યક્ષેત્રની ફાઇલ જેમ હતી તેમ જ છે, કારણ કે { $error }: { $path }
store-save-entities = એન્ટિટીની ફાઇલ જેમ હતી તેમ જ છે, કારણ કે { $error }: { $path }
store-save-io = ફાઇલ લખી શકાઈ નથી ({ $error }); ડિસ્ક પર કંઈ બદલાયું નથી: { $path }
store-save-article-gone = લેખ હવે ત્યાં નથી
store-save-article-gone-hint = તે જ્યાં હતો ત્યાં જ તેની ટીપો સાચવી છે

## The journal

store-journal-unreadable = જર્નલ વાંચી શકાઈ નથી: { $error }
store-journal-renamed = તેનું નવું નામ: { $path }
store-journal-damaged = જર્નલના { $count } બાઇટ બગડેલા છે
store-journal-damaged-hint = બીજા બધા રેકૉર્ડ વાંચ્યા છે
store-journal-records = બીજી વિન્ડોમાં કરેલું થોડું કામ વાંચી શકાયું નથી
store-journal-windows = ઘણી વધારે વિન્ડો ખુલ્લી છે

## Who writes

# A program that holds a lock.
store-holder = { $host }, { $time }થી
store-lock-held = { $annotator } બીજી વિન્ડો કે પ્રોગ્રામમાં આ જ ફોલ્ડરમાં ટીપ કરી રહ્યા છે: { $path }
store-lock-held-by = { $annotator } બીજી વિન્ડો કે પ્રોગ્રામમાં આ જ ફોલ્ડરમાં ટીપ કરી રહ્યા છે ({ $holder }, પ્રોસેસ { $process }): { $path }
store-lock-io = લૉક લઈ શકાયું નથી ({ $error }): { $path }

## Other files of a workspace

store-workspace-unusable = કાર્યક્ષેત્રની ફાઇલ વાપરી શકાતી નથી: { $error }
store-workspace-unusable-hint = પ્રોગ્રામની પોતાની સ્કીમા દેખાય છે; ફાઇલ જેમ હતી તેમ જ છે
store-guidelines-unreadable = માર્ગદર્શિકા વાંચી શકાઈ નથી: { $error }
store-guidelines-unreadable-hint = વિન્ડોમાં તે દેખાશે નહીં
store-articles-unreadable = લેખોની યાદી વાંચી શકાઈ નથી: { $error }
store-articles-unreadable-hint = લેખોની માહિતી તેમાંથી લીધી નથી
store-entities-unusable = { $annotator }ની એન્ટિટી વાપરી શકાતી નથી: { $error }
store-entities-unusable-hint = તે દેખાતી નથી; ફાઇલ જેમ હતી તેમ જ છે
store-entities-copy = આ { $annotator }ની એન્ટિટીની બીજી નકલ છે
store-entities-copy-hint = તેને અડ્યા નથી; { $copy }માં જે છે તે એન્ટિટીના પાના પર { $file }માં ભેળવી શકાય છે
store-shared-unusable = આ સહિયારી રજિસ્ટ્રી વાપરી શકાતી નથી: { $error }
store-shared-unusable-hint = તેની એન્ટિટી સૂચવાશે નહીં; ફાઇલ સુધારો
store-copy-gone = આવી કોઈ ફાઇલ નથી: { $path }
store-copy-io = નકલ વાંચી શકાઈ નથી ({ $error }): { $path }
store-copy-unusable = નકલ વાપરી શકાતી નથી ({ $error }): { $path }

## Datasets

store-export-outside = નામ ફોલ્ડરની બહાર લઈ જાય છે: { $file }
store-export-among = ડેટાસેટ લેખોની વચ્ચે આવી જશે; કાર્યક્ષેત્રની બહારનું ફોલ્ડર પસંદ કરો: { $path }
store-export-twice = બે લેખની એક જ ફાઇલ બનશે; તેમાંથી એકનું નામ બદલો: { $file }
store-export-otherwise = જે લખ્યું તે વાંચતાં જુદું નીકળ્યું: { $path }
store-export-stopped = નિકાસ અટકાવી
store-export-io = તે લખી શકાયું નથી ({ $error }): { $path }
store-import-no-article = તેમાં લખાણ નથી, અને કાર્યક્ષેત્રમાં લેખ “{ $article }” નથી
store-archive-files = તેમાં { $count }થી વધુ ફાઇલો છે
store-archive-bytes = તેમાં { $count }થી વધુ બાઇટ છે
store-zip-too-large = તે ZIP આર્કાઇવ માટે ઘણી મોટી છે
