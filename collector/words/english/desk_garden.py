"""What the desk says about the garden itself: its settings."""

SENTENCES = {
    "desk-menu-garden": "Garden",
    "desk-garden-settings": "Settings",
    "desk-garden-settings-hint": (
        "Name, language, moderation, limits: what holds for every challenge."
    ),
    "desk-garden-go_live": "Go live",
    "desk-garden-go_live-hint": (
        "Three ways to be found by people, each with your own values to copy."
    ),
    "desk-garden-backups": "Backups",
    "desk-garden-backups-hint": "Copies of all that was sent: make one, check one, take one home.",
    "desk-garden-health": "Health",
    "desk-garden-health-hint": "Disk, clock, store, what is left to do and what failed.",
    # Backups
    "backups-asked": "One is made in a moment. Load this page again to see it.",
    "backups-sound": "{name} is sound: {count} documents were read to the end.",
    "backups-kept": "One is made each day; the newest {keep} are kept.",
    "backups-none-kept": (
        "None are made: backup.keep is 0 in the settings. What is there stays until you remove it."
    ),
    "backups-make": "Make one now",
    "backups-kind-daily": "Backup",
    "backups-kind-before": "What stood before something took its place",
    "backups-size": "{size} MB",
    "backups-ends": "ends on {day}",
    "backups-stays": "stays",
    "backups-verify": "Is it sound?",
    "backups-download": "Download",
    "backups-download-hint": (
        "It holds everything that people sent, personal answers too. So your password is asked "
        "once more; keep the file safe."
    ),
    "backups-download-yes": "Download this backup",
    "backups-empty": "There is none yet.",
    "backups-restore": "Restore one",
    "backups-restore-hint": (
        "It takes the place of what is kept, so it is done on the server, by whoever may do that "
        "there. What stands now is copied first, and serving goes on. With another backup, write "
        "its name at the end:"
    ),
    "backups-key": (
        "The secret key is in no backup, and receipts can’t be recognised without it. Copy {key} "
        "to another place once, and say so with {command}."
    ),
    "no-backup-of-name": "There is no backup of this name any more.",
    # Health
    "health-retried": "It is tried now. Load this page again in a moment.",
    "health-again": "{tries} tries; the next one: {when}.",
    "health-retry": "Try again now",
    "health-looked": "What was looked at",
    "health-level-ok": "Good:",
    "health-level-warning": "Soon:",
    "health-level-error": "Now:",
    "health-jobs": "What is left to do",
    "health-job-due": "{job}, from {when} on",
    "health-nothing-waits": "Nothing.",
    "health-last": "What was done last",
    "health-job-done": "{job}: {when}",
    "health-nothing-done": "Nothing yet.",
    "health-built": "The site that is served was built: {when}",
    "health-job-fill": "Fill pages with what is published",
    "health-job-build": "Build the site",
    "health-job-publish": "Run the command of publish.then",
    "health-job-backup": "Make the backup of the day",
    "health-job-retain": "Erase personal answers whose time is over",
    "health-job-files": "Take away files that nobody kept",
    "health-job-deliver": "Send the notices that are due",
    "health-job-sweep": "Take away what something erased left behind",
    "health-versions": "Versions",
    "health-watch": (
        "A watcher can ask {address}: it answers 200 as long as the store can be read and a site "
        "stands."
    ),
    "job-not-waiting": "It is done already, or just being done.",
    # Settings
    "settings-taken-up": "The settings changed; they are taken up.",
    "settings-kept": ("Kept. The site is made anew with it, which takes some seconds."),
    "settings-kept-none": "Nothing was changed, so nothing was written.",
    "settings-not-kept": "Nothing was kept yet. Please look at:",
    "settings-changed": (
        "The settings were changed meanwhile, by somebody else or in their file. What you typed "
        "still stands here: open this page anew beside it, compare, and type it again."
    ),
    "settings-away": "{path} can’t be read. Look at it on the server: ideagarden doctor",
    "settings-read-only": "{path} can’t be written ({cause}). Let the kit write there.",
    "settings-file": (
        "They stand in {file}. What you keep here is written there; its comments and all else in "
        "it stay as they are."
    ),
    "settings-you": "You",
    "settings-rules": "What holds for all challenges",
    "settings-site": "The site and other sites",
    "settings-limits": "Limits and backups",
    "settings-keep": "Keep the settings",
    "settings-elsewhere": "Changed on the server only",
    "settings-elsewhere-hint": (
        "These could lock you out, or move what is kept. Change them in {file}; those under serve "
        "hold once {command} is started again."
    ),
    "settings-set": "It is set; what it says is not shown here.",
    "settings-empty": "–",
    "setting-default": "If nobody says otherwise: {default}",
    "setting-characters": "Use at most {most} characters, and no control characters.",
    "setting-one-line": "Write it on one line.",
    "setting-number": "Write a whole number from {least} to {most}.",
    "setting-name": "Your public name",
    "setting-name-hint": "It heads every page and signs replies.",
    "setting-contact": "How people reach you",
    "setting-contact-hint": "An e-mail address or a telephone number; said on the privacy page.",
    "setting-language": "Language",
    "setting-language-hint": (
        "What lists, the privacy page, the desk and the commands speak. A brief may speak another."
    ),
    "setting-timezone": "Time zone",
    "setting-timezone-hint": "The zone of all dates in briefs, as Europe/Berlin.",
    "setting-moderation": "When an idea is shown",
    "setting-moderation-hint": "A brief may say otherwise.",
    "setting-moderation-before": "Once somebody has approved it",
    "setting-moderation-after": "On arrival, unless it is suspected",
    "setting-terms": "Terms that every form asks to accept",
    "setting-terms-hint": "A page of site/pages/terms/. A brief may name another.",
    "setting-terms-none": "None",
    "setting-retention": "How long personal answers are kept",
    "setting-retention-hint": (
        "After a challenge has closed, or after they came where it has no end: a number of days, "
        "as 180 days, or never (they are then kept for ever)."
    ),
    "setting-collector-edit": "How long people can change what they sent",
    "setting-collector-edit-hint": (
        "With their receipt, while nobody has decided: so many minutes or hours, as 30 minutes."
    ),
    "setting-site-url": "Public address",
    "setting-site-url-hint": (
        "As https://ideas.example.org. Feeds, posters and links in mails need it."
    ),
    "setting-site-licence": "Licence of published results",
    "setting-site-licence-hint": "As CC BY 4.0; empty: all rights reserved.",
    "setting-collector-origins": "Other sites whose forms may be sent here",
    "setting-collector-origins-hint": "One a line, as https://www.example.org.",
    "setting-limits-entries": "Entries an hour from one network",
    "setting-limits-entries-hint": "A shop’s Wi-Fi is one network.",
    "setting-limits-logins": "Log-ins an hour from one network",
    "setting-limits-logins-hint": "At least 5, so that nobody is locked out.",
    "setting-limits-megabytes": "Megabytes of files an hour from one network",
    "setting-limits-megabytes-hint": "At least as much as one question takes.",
    "setting-backup-keep": "How many daily backups are kept",
    "setting-backup-keep-hint": "0: none are made. Whoever is erased is in them until they end.",
}
