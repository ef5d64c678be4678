# The program around the window: its title, the system's dialogs, and what other programs show.

app-title = { $file } – Tippani

## Dialogs of the system

app-dialog-open = लेखों का फ़ोल्डर खोलें
app-dialog-export = डेटासेट का फ़ोल्डर
app-dialog-import = आयात करने की फ़ाइलें
app-no-chooser = सिस्टम में फ़ाइल चुनने की सुविधा नहीं है। पथ लिखें या पेस्ट करें
app-dialog-failed = सिस्टम का डायलॉग नहीं खुल सका: { $error }

## What other programs show

app-no-browser = कोई ब्राउज़र { $path } नहीं दिखा सका ({ $error })
app-no-file-manager = कोई फ़ाइल मैनेजर { $path } नहीं दिखा सका ({ $error })
app-no-samples = इस प्रोग्राम के साथ नमूने इंस्टॉल नहीं हुए; वे सोर्स के samples फ़ोल्डर में हैं
