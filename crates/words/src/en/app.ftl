# The program around the window: its title, the system's dialogs, and what other programs show.

app-title = { $file } – Tippani

## Dialogs of the system

app-dialog-open = Open a folder of articles
app-dialog-export = The folder of the dataset
app-dialog-import = Files to import
app-no-chooser = No system file chooser is available. Type or paste a path
app-dialog-failed = The system's dialog cannot be opened: { $error }

## What other programs show

app-no-browser = No browser shows { $path } ({ $error })
app-no-file-manager = No file manager shows { $path } ({ $error })
app-no-samples = No samples were installed with this program; the source has them, in the folder samples
