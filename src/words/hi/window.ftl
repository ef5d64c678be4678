# The bars, dialogs and lists that are of no one page.
