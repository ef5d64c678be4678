# Links between annotations: making them, finding their other ends, and those that are suggested.

# A link as it is heard: what it says, the words of its other end, its article.
links-spoken = Link: { $label } { $words }
links-spoken-with-place = Link: { $label } { $words }, { $place }
links-follow-hint = Go to the other end (Ctrl+])
links-gone-hint = It is not there any more
links-end-without-place = { $quote } (has lost its place)
links-end-gone = Gone: it was deleted

## Making one

# Before the words it starts at.
links-from = Link from
links-leave = Leave the link
links-leave-hint = Click the other end, or walk to it by Tab and press Enter, in this article or another; Ctrl+L finds it by its words, Esc ends it
links-other-end = The other end of the link
links-find-end = Find an annotation
links-reading = Looking through the workspace…
links-no-end = No annotation like this can be linked
links-more-ends = { $count ->
    [one] { $count } more: type further words
   *[other] { $count } more: type further words
}
links-which = Which link it is
links-as = Link as
links-none-named = No link of that name between these two

## Suggested

links-suggested = Suggested links
links-suggested-keys = A digit links, x rejects, Enter opens the text, Esc closes
links-searching = Looking for claims that speak of the same thing…
links-none-suggested = No other claim seems to speak of the same thing
links-suggested-claim = Suggested: { $quote }, { $place }
links-neither-is-yours = Neither is yours: mark one yourself to link them
links-open = Open
links-reject = Reject
links-reject-claim = Reject: { $quote }
links-reject-hint = It is not suggested again, until you offer it again below
links-rejected = Rejected
links-offer = Offer again
links-offer-claim = Offer again: { $quote }

## Why one is suggested

links-reason-same-claimer = same claimer: { $name }
links-reason-same-entity = both name { $name }
links-reason-like-entity = { $one } and { $other } may be one
links-reason-same-number = both say { $number }, which speaks for support
links-reason-other-numbers = { $ours } ≠ { $theirs }, which speaks for refutation
links-reason-same-day = both name { $day }
links-reason-same-words = words in common: { $words }

## Days that a sentence names

links-date = { $day } { $month }
links-monday = Monday
links-tuesday = Tuesday
links-wednesday = Wednesday
links-thursday = Thursday
links-friday = Friday
links-saturday = Saturday
links-sunday = Sunday
links-january = January
links-february = February
links-march = March
links-april = April
links-may = May
links-june = June
links-july = July
links-august = August
links-september = September
links-october = October
links-november = November
links-december = December
