# The bars, dialogs and lists that are of no one page.

count-items = { $count ->
    [one] { $count } चीज़
   *[other] { $count } चीज़ें
}
