# What the system says of files; in English it says so itself.

system-not-found = તે મળ્યું નથી
system-permission-denied = તેની પરવાનગી નથી
system-already-exists = તે પહેલેથી છે
system-storage-full = ડિસ્ક ભરાઈ ગઈ છે
system-quota-exceeded = ડિસ્ક પર તમારા ભાગની જગ્યા ભરાઈ ગઈ છે
system-file-too-large = ફાઇલ ઘણી મોટી છે
system-read-only = ડિસ્ક પર ફક્ત વાંચી શકાય છે
system-busy = બીજો પ્રોગ્રામ તેનો ઉપયોગ કરી રહ્યો છે
system-no-folder = તે ફોલ્ડર નથી
system-folder = તે ફોલ્ડર છે
system-folder-not-empty = ફોલ્ડર ખાલી નથી
system-file-name = ફાઇલનું આવું નામ ન હોઈ શકે
system-timed-out = સમયસર જવાબ મળ્યો નથી
system-network = નેટવર્કનો સંપર્ક થઈ શકતો નથી
system-cut-off = તે અધવચ્ચે પૂરી થઈ જાય છે
system-interrupted = કામ અધવચ્ચે અટકી ગયું
system-memory = મેમરી ઓછી પડી
