# What is said to those who do not see the window: names of regions, and announcements. Short, since they are listened to.

access-marks = Annotations
access-mark-position = { $at } of { $count }
access-mark-parts = { $count ->
    [one] { $count } part
   *[other] { $count } parts
}
access-waiting = Please wait

## Entering a mark with the caret

access-claim-by = { $label } by { $claimer }
access-part = { $label }, part { $part } of { $count }

## Announcements

access-article = Article { $name }
access-tagged = Tagged as { $label }: { $quote }
access-removed = Removed { $label }: { $quote }
access-relabelled = Changed to { $label }: { $quote }
access-moved = { $label } is now: { $quote }
access-state-todo = Article to do
access-state-in-progress = Article in progress
access-state-done = Article done
access-tag-mode = Tag mode: { $label }
access-tag-mode-left = Tag mode ended
access-link-from = Link from { $label }: { $quote }. Choose the other end
access-link-left = No link made
access-hit = Hit { $at } of { $count }
access-no-hit = Nothing found
access-saved = Saved
access-failed = Failed: { $why }
access-review-left = Review ended
access-verdict-accepted = Accepted
access-verdict-rejected = Rejected
access-verdict-question = Questioned
access-item = Item { $at } of { $count }: { $label }, { $quote }
access-verdict-and-item = { $verdict }. { $item }

## Regions of the window, which F6 goes through

access-region-menus = Menus
access-region-pages = Pages
access-region-articles = Articles
access-region-middle = Contents
access-region-details = Details
access-region-labels = Labels
NEXT_REGION = Next part of the window
    .description = Go to the next part of the window: menus, pages, articles, text, details, labels
PREVIOUS_REGION = Previous part of the window
    .description = Go to the part of the window before this one
MENUS = Menus
    .description = Go to the menus
