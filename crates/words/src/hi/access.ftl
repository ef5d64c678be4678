# What is said to those who do not see the window: names of regions, and announcements. Short, since they are listened to.

access-marks = अंकन
access-mark-position = { $count } में से { $at }
access-mark-parts = { $count ->
    [one] { $count } हिस्सा
   *[other] { $count } हिस्से
}
access-waiting = कृपया प्रतीक्षा करें

## Entering a mark with the caret

access-claim-by = { $label }, दावाकर्ता: { $claimer }
access-part = { $label }, हिस्सा { $part }, कुल { $count }

## Announcements

access-article = लेख { $name }
access-tagged = { $label } के रूप में टैग किया: { $quote }
access-removed = { $label } हटाया: { $quote }
access-relabelled = लेबल बदला, अब { $label }: { $quote }
access-moved = { $label } अब इतना है: { $quote }
access-state-todo = लेख बाक़ी
access-state-in-progress = लेख जारी
access-state-done = लेख पूरा
access-tag-mode = टैग मोड: { $label }
access-tag-mode-left = टैग मोड बंद
access-link-from = लिंक की शुरुआत – { $label }: { $quote }। दूसरा सिरा चुनें
access-link-left = लिंक नहीं बना
access-hit = { $count } में से परिणाम { $at }
access-no-hit = कुछ नहीं मिला
access-saved = सहेजा गया
access-failed = नहीं हो सका: { $why }
access-review-left = समीक्षा समाप्त
access-verdict-accepted = स्वीकृत
access-verdict-rejected = अस्वीकृत
access-verdict-question = सवाल
access-item = क़तार में { $count } में से { $at }: { $label }, { $quote }
access-verdict-and-item = { $verdict }। { $item }

## Regions of the window, which F6 goes through

access-region-menus = मेनू
access-region-pages = पन्ने
access-region-articles = लेख
access-region-middle = सामग्री
access-region-details = विवरण
access-region-labels = लेबल
NEXT_REGION = विंडो का अगला भाग
    .description = विंडो के अगले भाग पर जाएँ: मेनू, पन्ने, लेख, पाठ, विवरण, लेबल
PREVIOUS_REGION = विंडो का पिछला भाग
    .description = विंडो के पिछले भाग पर जाएँ
MENUS = मेनू
    .description = मेनू पर जाएँ
