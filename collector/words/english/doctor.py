"""What the doctor says, each time with what to do."""

SENTENCES = {
    "doctor-version": "Idea Garden {kit}; the store's tables are of version {version} of {known}.",
    "doctor-no-store": (
        "Nothing is kept in {path} yet; the kit makes the file with the first entry. If there "
        "should be something: ideagarden restore FILE"
    ),
    "doctor-whole": "{path} is whole (SQLite {version}).",
    "doctor-damaged": (
        "{path} is damaged: {cause}. Restore a backup: ideagarden backup --list shows them."
    ),
    "doctor-log": "{path} has its write-ahead log, and commits wait for the disk.",
    "doctor-no-log": (
        "{path} has no write-ahead log (its journal is {journal}). It gets one when the kit opens "
        "it: ideagarden check"
    ),
    "doctor-unsynced": "Commits to {path} do not wait for the disk. Use the kit's own Python.",
    "doctor-database": (
        "{path} is PostgreSQL {version}; commits wait for the disk (synchronous_commit {commit}), "
        "acts are {isolation}."
    ),
    "doctor-database-unsafe": (
        "{path} could lose what was promised: {name} is {value}. Set {name} = on."
    ),
    "doctor-database-read-only": (
        "{path} may only be read: it is a standby or set so. Name the one that may be written."
    ),
    "doctor-room": "{path} has {left} connections for the kit; `serve` here needs up to {needed}.",
    "doctor-no-room": (
        "{path} has only {left} connections for the kit; `serve` here needs up to {needed}. Raise "
        "max_connections, or lower serve.workers and serve.threads."
    ),
    "doctor-clock-ok": "The clock says {now:%Y-%m-%d %H:%M} UTC.",
    "doctor-clock-behind": (
        "The clock says {now:%Y-%m-%d %H:%M} UTC, but something is kept of {known:%Y-%m-%d %H:%M}. "
        "Set the clock, best by a time service: timedatectl set-ntp true"
    ),
    "doctor-clock-apart": (
        "The clock says {now:%Y-%m-%d %H:%M:%S} UTC, the disk of {path} {there:%H:%M:%S}. Let both "
        "machines follow a time service."
    ),
    "doctor-unwritten": "Nothing can be written to {path}: {cause}.",
    "doctor-space-ok": "{free} MB are free for {path}.",
    "doctor-space": (
        "Only {free} MB are free for {path}; {needed} MB leave room for a restore. Make room."
    ),
    "doctor-rights-ok": "{path} and what is in it belong to one user; others can't look into it.",
    "doctor-owner": (
        "{path} belongs to {found}, the folder to {wanted}. Give it back: chown {wanted} {path}"
    ),
    "doctor-rights": "{user} may not read and write {path}. Run this as the user who serves.",
    "doctor-open": "Others on this machine may look into {path}. Close it: chmod {mode} {path}",
    "doctor-no-backups": (
        "backup.keep is 0: no backups are made. Set it in ideagarden.toml, or see that something "
        "else makes them; {path} stays as it is."
    ),
    "doctor-never-backed-up": (
        "There is no daily backup in {path}. `serve` makes one a day; make the first: "
        "ideagarden backup"
    ),
    "doctor-backup-ok": (
        "The newest backup is {hours} hours old and sound: {path}, {documents} documents. Copy "
        "it to another machine too."
    ),
    "doctor-backup-old": (
        "The newest backup is {hours} hours old: {path}. Is `serve` running? The desk tells why "
        "one fails; make one now: ideagarden backup"
    ),
    "doctor-set-aside": (
        "{path} was set aside by a restore, and holds what people sent. Remove it when it is not "
        "needed any more."
    ),
    "doctor-no-key": "There is no secret key in {path} yet; `serve` makes one.",
    "doctor-key-copied": "A copy of {path} is kept elsewhere, as you said on {day}.",
    "doctor-key-alone": (
        "Backups never hold {path}. Keep a copy elsewhere, then say so: "
        "ideagarden doctor --key-copied"
    ),
    "doctor-key-changed": (
        "{path} is another key than the one that you said you have a copy of. Copy it, then say "
        "so: ideagarden doctor --key-copied"
    ),
    "doctor-files": "Files that visitors handed in: {count}, in {path}.",
    "doctor-files-lost": (
        "Files that visitors handed in are not in {path}, or not as long as they were: {count}, "
        "one of them {ref}. Take them from a backup: ideagarden restore."
    ),
    "doctor-mail": "Mail goes through {host}, from {sender}.",
    "doctor-no-mail": "No mail is sent: mail.host is not set in ideagarden.toml. None is needed.",
    "doctor-webhooks": "Webhooks are told what happens: {count}, at {hosts}.",
    "doctor-no-webhooks": "No webhook is told what happens: none is set. None is needed.",
    "doctor-notices-ok": "No notice failed in the last seven days.",
    "doctor-notices-failed": (
        "Notices that failed in the last seven days: {count}. Of the latest: {cause} The desk, "
        "under Notices, tries them again."
    ),
    "doctor-notices-tried": (
        "Notices that did not go out yet, and are tried again: {count}. Of the latest: {cause}"
    ),
}
