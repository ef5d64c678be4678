# The program around the window: its title, the system's dialogs, and what other programs show.

app-title = { $file } – Tippani

## Dialogs of the system

app-dialog-open = લેખોનું ફોલ્ડર ખોલો
app-dialog-export = ડેટાસેટનું ફોલ્ડર
app-dialog-import = આયાત કરવાની ફાઇલો
app-no-chooser = સિસ્ટમમાં ફાઇલ પસંદ કરવાની સુવિધા નથી. પાથ લખો અથવા પેસ્ટ કરો
app-dialog-failed = સિસ્ટમનો ડાયલૉગ ખૂલી શક્યો નહીં: { $error }

## What other programs show

app-no-browser = કોઈ બ્રાઉઝર { $path } બતાવી શક્યું નહીં ({ $error })
app-no-file-manager = કોઈ ફાઇલ મેનેજર { $path } બતાવી શક્યું નહીં ({ $error })
app-no-samples = આ પ્રોગ્રામ સાથે નમૂના ઇન્સ્ટૉલ થયા નથી; તે સોર્સના samples ફોલ્ડરમાં છે
