"""What is said about what is done again and again."""

SENTENCES = {
    "schedule-name": (
        "{path}: {key} is {value!r}. Give each [[schedule]] a name of small letters, digits and "
        "dashes: friday-export."
    ),
    "schedule-twice": "{path}: two [[schedule]] are called {name!r}. Give one another name.",
    "schedule-every": (
        "{path}: {key} is {value!r}. Write when it is done: day at 08:00, monday at 18:00, month "
        "at 08:00 or quarter at 08:00."
    ),
    "schedule-mail": (
        "{path}: {key} is {value!r}, which is sent by mail, but there is no mail server. Set "
        "`host` and `from` under [mail]."
    ),
    "schedule-nobody": (
        "{path}: {key} is missing: nobody would get it. Name addresses, or those of the owners as "
        "`to` under [notices]."
    ),
    "schedule-followers": (
        "{path}: {key} is “followers”: they have left their own addresses, and only a digest goes "
        'to them. Take `to` away, and write do = "digest".'
    ),
    "schedule-jurors": (
        "{path}: {key} is “jurors”: only a reminder goes to them, and their accounts have no "
        'address. Write do = "reminder", and their addresses as `to`.'
    ),
    "reminder-jury": (
        "{challenge} · ideas to judge: {ideas} · jurors who have some left: {left} of {jurors}"
    ),
    "schedules-do-reminder-jurors": "a mail to jurors who have ideas left to judge",
    "schedule-no-challenge": (
        "The schedule {name!r} is about {challenge!r}, and there is no such challenge on the site. "
        "Correct `challenge` under its [[schedule]]."
    ),
    "desk-failed-schedule": "What is done on a schedule could not be done.",
    "health-job-schedule": "Do what a schedule asks for",
    "schedule-unknown": "The settings ask for no such thing any more.",
    "desk-garden-schedules": "Done by itself",
    "desk-garden-schedules-hint": (
        "Mails, files and reminders that your settings ask for: when next, and whether all is well."
    ),
    "schedules-how": (
        "What is done stands in ideagarden.toml, a [[schedule]] each. What was missed while nobody "
        "served is done once, as soon as somebody does."
    ),
    "schedules-do-digest": "a mail of what happened",
    "schedules-do-digest-followers": "a mail to those who follow ideas",
    "schedules-do-reminder": "a mail of what waits",
    "schedules-do-report": "a report of the quarter",
    "schedules-do-export": "a file of what came in",
    "schedules-next": "next: {when}",
    "schedules-last": "last done: {when}",
    "schedules-waits": "It is about to be done.",
    "schedules-run": "Do it now",
    "sheets-title": "Live spreadsheets",
    "sheets-what": (
        "An address that a spreadsheet reads by itself, and that tells what is kept whenever it is "
        "asked. Whoever knows the address reads the table, personal answers included: hand it to "
        "nobody who may not. It holds while you are an owner, and until it is taken back."
    ),
    "sheets-given": "This address is shown once. Copy it now.",
    "sheets-google": "In Google Sheets, write into a cell:",
    "sheets-others": "Everywhere else, paste this address:",
    "sheets-calc": (
        "In LibreOffice: Sheet, External Links; paste the address, press Enter, and choose how "
        "often it is read."
    ),
    "sheets-excel": "In Excel: Data, From Web; paste the address, and choose how often it is read.",
    "sheets-choose": "Which table",
    "sheets-make": "Make an address",
    "sheets-there": "Addresses that are in use",
    "sheets-made": "made by {by}, {when}",
    "sheets-revoke": "Take it back",
    "sheet-no-what": "This challenge has no such table. Choose one of those on the page.",
    "contacts-title": "Contacts who agreed",
    "contacts-hint": (
        "Only people who agreed to be written to, with the words and the day. Before each mailing "
        "take a new file: whoever has taken it back is in it no more."
    ),
    "contacts-download": "{purpose} (.csv)",
    "contacts-no-purpose": (
        "“{slug}” asks nobody for {purpose!r}. What it asks: {known}. A single tick with the id "
        "#contact, or #contact_ and a purpose, asks whether you may write to somebody."
    ),
    "contacts-csv": "{path} must end in .csv.",
    "contacts-no-choice": (
        "Of contacts there is no form, state, day or code to choose; leave these options out."
    ),
    "told-contacts": "{count} contacts in {path}",
    "digest-subject": "What happened: {garden}",
    "digest-challenge": (
        "{challenge} · ideas: {ideas} · answers: {answers} · comments: {comments} · done: {done} · "
        "waiting now: {waiting}"
    ),
    "reminder-subject": "What waits: {garden}",
    "reminder-waiting": "{challenge} · waiting to be decided: {count}",
    "reminder-promised": "{challenge} · promised answers, late: {late} · due soon: {soon}",
    "reminder-idea": "- {title}",
    "followed-subject": "What became of the ideas you follow: {garden}",
    "followed-idea": "“{title}”",
    "followed-shown": "It now stands on the page.",
    "followed-progress": "It now is: {progress}.",
    "followed-merged": "It was joined with “{into}”.",
    "followed-answer": "Our answer: {text}",
    "followed-comments": "New comments: {count}",
    "followed-leave": "To hear no more of it: {address}",
    "desk-event-digest": "What happened, on a schedule",
    "desk-event-reminder": "What waits, on a schedule",
}
