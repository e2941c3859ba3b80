"""What is said about what is kept."""

SENTENCES = {
    "store-full": (
        "The disk is full, so nothing can be kept in {path}. Make room; it goes on by itself."
    ),
    "store-read-only": (
        "{path} may not be written. Give this user the right to write the file and its folder."
    ),
    "store-busy": ("{path} is held by another program. Close it; it goes on by itself. ({cause})"),
    "store-not-opened": (
        "{path} can't be opened ({cause}). Put it back, and give this user the right to read it "
        "and to write its folder."
    ),
    "store-replaced": (
        "{path} was replaced while the kit had it open. Stop the kit, remove {log} and the file "
        "that ends in -shm, and start it again."
    ),
    "store-failed": "{path} can't be used now: {cause}. Check the disk and its space.",
    "store-damaged": (
        "{path} is damaged or no database of the kit ({cause}). Move it aside and restore a backup."
    ),
    "store-newer": (
        "{path} was made by a newer Idea Garden (version {version}; this one knows {known}). "
        "Upgrade the kit, or restore a backup made before."
    ),
    "store-older": (
        "{path} was made by an older Idea Garden (version {version}; this one knows {known}). "
        "Open it with a command of the kit, in its garden: a backup is made first."
    ),
    "store-foreign": (
        "{path} is a database of something else, or a damaged one of the kit. Move it aside and "
        "restore a backup; where there is none, the kit makes a new one."
    ),
    "store-key": "{key} in {table} must be a text of at most {longest} characters.",
    "taken": "There is already one with this {key}.",
    "limits-failed": (
        "{path} can't be used: {cause}. Check the disk; the file may be deleted, it only counts."
    ),
    "secret-unreadable": "{path} can't be read or made: {cause}.",
    "secret-short": (
        "{path} is shorter than {least} characters. Put the right key back, or delete the file: "
        "a new one is made, and links and log-ins given out before end."
    ),
}
    "erased-unlisted": (
        "{path} can't be used: {cause}. What is erased is noted there first, so that no restore "
        "brings it back; nothing was erased. Make the file and its folder writable, and try again."
    ),
