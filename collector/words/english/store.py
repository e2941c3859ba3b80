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
    "store-address": (
        "store.url, or IDEAGARDEN_STORE_URL, can't be read as the address of a database. Write "
        "postgresql+psycopg://NAME:PASSWORD@HOST/DATABASE, with %40 for an @ in the password."
    ),
    "database-driver": (
        "To keep entries on PostgreSQL the kit needs its driver ({cause}). Install it: "
        "pip install 'ideagarden[postgresql]'"
    ),
    "database-unreached": (
        "The database {path} can't be reached. Start it, or correct store.url; it goes on by "
        "itself. ({cause})"
    ),
    "database-log-in": (
        "The database {path} does not let the kit in. Correct the name and the password in "
        "store.url, and what the server allows in its pg_hba.conf. ({cause})"
    ),
    "database-missing": (
        "There is no database at {path}. Make it with createdb, or correct store.url. ({cause})"
    ),
    "database-crowded": (
        "All connections of the database {path} are in use. End what nobody needs, raise "
        "max_connections, or have fewer workers; it goes on by itself. ({cause})"
    ),
    "database-busy": (
        "The database {path} is too busy now; what was asked was not done. It goes on by itself. "
        "({cause})"
    ),
    "database-full": (
        "The disk of the database {path} is full, so nothing can be kept. Make room; it goes on "
        "by itself. ({cause})"
    ),
    "database-read-only": (
        "The database {path} may only be read now: it is a standby, or set to "
        "default_transaction_read_only. Name the one that may be written. ({cause})"
    ),
    "database-rights": (
        "The kit's user may not do this in the database {path}. Make it the owner of a database "
        "of its own. ({cause})"
    ),
    "database-damaged": (
        "The database {path} is damaged ({cause}). Stop it, and restore a backup into a new one."
    ),
    "database-unsure": (
        "The database {path} was lost at the last moment ({cause}). Whether this was kept is not "
        "known; sent again, it is kept once."
    ),
    "database-encoding": (
        "The database {path} can't hold every text. Make one with: createdb --encoding=UTF8"
    ),
    "database-unsynced": (
        "The database {path} does not wait for its disk, so it could lose what was promised. "
        "Set fsync = on."
    ),
    "database-failed": "The database {path} refused: {cause}. Look into its log.",
    "store-table": (
        "There can't be a table {table!r}: its name may have at most 61 small letters, digits "
        "and _, or 30 of other signs."
    ),
    "store-key": "{key} in {table} must be a text of at most {longest} characters.",
    "taken": "There is already one with this {key}.",
    "limits-failed": (
        "{path} can't be used: {cause}. Check the disk; the file may be deleted, it only counts."
    ),
    "erased-unlisted": (
        "{path} can't be used: {cause}. What is erased is noted there first, so that no restore "
        "brings it back; nothing was erased. Make the file and its folder writable, and try again."
    ),
    "secret-unreadable": "{path} can't be read or made: {cause}.",
    "secret-elsewhere": (
        "The store has a first collector already, and {path} is missing here. Copy that file from "
        "there: all collectors of one store need the same key."
    ),
    "secret-other": (
        "{path} is not the key that the store's first collector has. Copy that file from there: "
        "all collectors of one store need the same key."
    ),
    "file-unwritten": "A file could not be written to {path}: {cause}.",
    "files-full": "No more files are taken into {path} until some are kept or swept: {cause}.",
    "secret-short": (
        "{path} is shorter than {least} characters. Put the right key back, or delete the file: "
        "a new one is made, and links and log-ins given out before end."
    ),
}
