# The text and what is marked in it.

reader-text = लेख का पाठ
reader-menu-selection = चयन
reader-menu-annotation = अंकन
reader-tagging = { $label } के रूप में टैग हो रहा है
reader-entity = एंटिटी: { $entity }
reader-may-be = शायद { $entity }
reader-may-be-tip = शायद { $entity } (F8 से लिंक करें, F9 से अस्वीकार करें)
reader-link = लिंक: { $link } { $end }

## Marks of which there are more than are drawn

reader-crowd = +{ $count }
reader-crowd-name = { $count ->
    [one] यहाँ { $count } और है जो नहीं दिख रहा; Tab हर एक पर ले जाता है, और सूची में सब हैं
   *[other] यहाँ { $count } और हैं जो नहीं दिख रहे; Tab हर एक पर ले जाता है, और सूची में सब हैं
}
reader-crowd-tip = यहाँ के सभी दिखाएँ
