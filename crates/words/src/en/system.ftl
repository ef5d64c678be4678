# What the system says of files; in English it says so itself.

system-not-found = no such file or folder
system-permission-denied = permission denied
system-already-exists = it is there already
system-storage-full = the disk is full
system-quota-exceeded = the space you may use on the disk is full
system-file-too-large = the file is too large
system-read-only = the disk can only be read
system-busy = it is in use by another program
system-no-folder = it is not a folder
system-folder = it is a folder
system-folder-not-empty = the folder is not empty
system-file-name = the name cannot be that of a file
system-timed-out = there was no answer in time
system-network = the network cannot be reached
system-cut-off = it ends too early
system-interrupted = it was interrupted
system-memory = there is not enough memory
