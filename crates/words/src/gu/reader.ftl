# The text and what is marked in it.

reader-text = લેખનું લખાણ
reader-menu-selection = પસંદગી
reader-menu-annotation = ટીપ
reader-tagging = { $label } તરીકે ટૅગ થાય છે
reader-entity = એન્ટિટી: { $entity }
reader-may-be = કદાચ { $entity }
reader-may-be-tip = કદાચ { $entity } (F8થી લિંક કરો, F9થી નકારો)
reader-link = લિંક: { $link } { $end }

## Marks of which there are more than are drawn

reader-crowd = +{ $count }
reader-crowd-name = { $count ->
    [one] અહીં { $count } વધુ છે જે દેખાતું નથી; Tab દરેક પર લઈ જાય છે, અને યાદીમાં બધાં છે
   *[other] અહીં { $count } વધુ છે જે દેખાતાં નથી; Tab દરેક પર લઈ જાય છે, અને યાદીમાં બધાં છે
}
reader-crowd-tip = અહીંનાં બધાં બતાવો
