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
    "schedule-no-challenge": (
        "The schedule {name!r} is about {challenge!r}, and there is no such challenge on the site. "
        "Correct `challenge` under its [[schedule]]."
    ),
    "desk-failed-schedule": "What is done on a schedule could not be done.",
    "health-job-schedule": "Do what a schedule asks for",
    "desk-event-digest": "What happened, on a schedule",
    "desk-event-reminder": "What waits, on a schedule",
}
