# The text and what is marked in it.

reader-text = Article text
reader-menu-selection = Selection
reader-menu-annotation = Annotation
reader-tagging = Tagging as { $label }
reader-entity = Entity: { $entity }
reader-may-be = may be { $entity }
reader-may-be-tip = May be { $entity } (F8 links it, F9 does not)
reader-link = Link: { $link } { $end }

## Marks of which there are more than are drawn

reader-crowd = +{ $count }
reader-crowd-name = { $count ->
    [one] { $count } more here than are drawn; Tab goes to each, and the list has them
   *[other] { $count } more here than are drawn; Tab goes to each, and the list has them
}
reader-crowd-tip = Show all that are here
