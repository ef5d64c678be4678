# What the system says of files; in English it says so itself.

system-not-found = यह नहीं मिला
system-permission-denied = इसकी अनुमति नहीं है
system-already-exists = यह पहले से मौजूद है
system-storage-full = डिस्क भर गई है
system-quota-exceeded = डिस्क पर आपके हिस्से की जगह भर गई है
system-file-too-large = फ़ाइल बहुत बड़ी है
system-read-only = डिस्क पर केवल पढ़ा जा सकता है
system-busy = कोई और प्रोग्राम इसका इस्तेमाल कर रहा है
system-no-folder = यह फ़ोल्डर नहीं है
system-folder = यह फ़ोल्डर है
system-folder-not-empty = फ़ोल्डर ख़ाली नहीं है
system-file-name = फ़ाइल का ऐसा नाम नहीं हो सकता
system-timed-out = समय पर जवाब नहीं मिला
system-network = नेटवर्क से संपर्क नहीं हो पा रहा
system-cut-off = यह बीच में ही ख़त्म हो जाती है
system-interrupted = काम बीच में रुक गया
system-memory = मेमोरी कम पड़ गई
