# What is said to those who do not see the window: names of regions, and announcements. Short, since they are listened to.

access-marks = ટીપો
access-mark-position = { $count }માંથી { $at }
access-mark-parts = { $count ->
    [one] { $count } ભાગ
   *[other] { $count } ભાગ
}
access-waiting = કૃપા કરીને રાહ જુઓ

## Entering a mark with the caret

access-claim-by = { $label }, દાવો કરનાર: { $claimer }
access-part = { $label }, ભાગ { $part }, કુલ { $count }

## Announcements

access-article = લેખ { $name }
access-tagged = { $label } તરીકે ટૅગ કર્યું: { $quote }
access-removed = { $label } દૂર કર્યું: { $quote }
access-relabelled = લેબલ બદલ્યું, હવે { $label }: { $quote }
access-moved = { $label } હવે આટલું છે: { $quote }
access-state-todo = લેખ બાકી
access-state-in-progress = લેખ ચાલુ
access-state-done = લેખ પૂર્ણ
access-tag-mode = ટૅગ મોડ: { $label }
access-tag-mode-left = ટૅગ મોડ બંધ
access-link-from = { $label }થી લિંક: { $quote }. બીજો છેડો પસંદ કરો
access-link-left = લિંક બની નથી
access-hit = { $count }માંથી પરિણામ { $at }
access-no-hit = કંઈ મળ્યું નહીં
access-saved = સચવાયું
access-failed = ન થઈ શક્યું: { $why }
access-review-left = સમીક્ષા પૂરી થઈ
access-verdict-accepted = સ્વીકૃત
access-verdict-rejected = નકારેલ
access-verdict-question = પ્રશ્ન
access-item = કતારમાં { $count }માંથી { $at }: { $label }, { $quote }
access-verdict-and-item = { $verdict }. { $item }

## Regions of the window, which F6 goes through

access-region-menus = મેનૂ
access-region-pages = પાનાં
access-region-articles = લેખો
access-region-middle = સામગ્રી
access-region-details = વિગત
access-region-labels = લેબલ
NEXT_REGION = વિન્ડોનો પછીનો ભાગ
    .description = વિન્ડોના પછીના ભાગ પર જાઓ: મેનૂ, પાનાં, લેખો, લખાણ, વિગત, લેબલ
PREVIOUS_REGION = વિન્ડોનો પહેલાંનો ભાગ
    .description = વિન્ડોના પહેલાંના ભાગ પર જાઓ
MENUS = મેનૂ
    .description = મેનૂ પર જાઓ
