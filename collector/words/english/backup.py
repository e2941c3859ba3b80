"""What is said about backups, dumps, and what becomes the store again."""

SENTENCES = {
    "backup-failed": (
        "No backup could be written to {path}: {cause}. See that the folder is there, that its "
        "disk has room and that this user may write it. Earlier backups still stand."
    ),
    "backup-none": (
        "backup.keep is 0, so no backups are kept in {path}. Set it higher, or name a file: "
        "ideagarden backup FILE"
    ),
    "backup-no-key": (
        "The secret key is never in a backup: keep a copy of {key} elsewhere too, or receipts and "
        "log-ins end with this machine."
    ),
    "backup-unreadable": "{path} can't be read: {cause}. Nothing was changed.",
    "backup-checksum": (
        "{path} is not what was written: its checksum in {noted} is another. Nothing was changed. "
        "Take another backup: ideagarden backup --list"
    ),
    "backup-damaged": (
        "{path} is damaged or no backup ({cause}). Nothing was changed. Take another one: "
        "ideagarden backup --list"
    ),
    "backup-foreign": "{path} is a database of something else. Nothing was changed.",
    "restore-unconfirmed": (
        "This puts {path} in the place of what is kept now; a copy of that is made first. "
        "Say so with --yes."
    ),
    "live-file": (
        "{path} is in the folder of the files that the kit works with. Write it to another place."
    ),
    "dump-failed": (
        "{path} can't be written: {cause}. See that its disk has room and that this user may "
        "write there. What stood there still stands."
    ),
    "dump-name": (
        "A table {table!r} stands in the store, but in a dump that name holds the store's "
        "version. Rename the table first."
    ),
    "load-unreadable": "{path} can't be read: {cause}. Nothing was changed.",
    "load-syntax": (
        "{path} is no TinyDB file: {cause}, {place}. A dump of the kit is one, and so is what "
        "TinyDB's JSONStorage writes. Nothing was changed."
    ),
    "load-document": (
        "{path}: document {row} of table {table!r} can't be kept: {cause} Nothing was changed."
    ),
    "load-table": "{path}: table {table!r} can't be kept: {cause} Nothing was changed.",
    "load-version": (
        "{path}: the table {table!r} must come first and tell the version. Nothing was changed."
    ),
    "load-not-empty": (
        "Something is kept here already ({tables}). Say --replace to put {path} in its place; a "
        "copy is made first."
    ),
    "load-lost": (
        "Of table {table!r}, {read} documents were read, but {found} found again. Nothing was "
        "changed; check the disk."
    ),
}
