"""What pages say of dated phases."""

SENTENCES = {
    "site-phases": "How this goes on",
    "site-phase-now": "Now",
    "site-phase-dates": "{opens} to {closes}",
    "site-phase-until": "{name}, until {when}",
    "site-phase-next": "{name} begins on {when}",
    "site-pause": "In between",
    "site-can-submit": "Send ideas",
    "site-can-answer": "Answer",
    "site-can-vote": "Vote",
    "site-can-comment": "Comment",
    "site-ideas-from": "The ideas stand here from {when} on.",
    "public-not-kept": "Nothing of this was kept.",
    "desk-close-phases": (
        "Nobody can send anything from now on. In {file} the phase that is on ends now, and the "
        "phases behind it become notes, with {mark} before them; you can change it there again."
    ),
    "desk-step-now": "Now: {name}, until {when}.",
    "desk-step-next": "Then: {name}, from {when}.",
    "desk-step-last": "It is the last phase.",
    "desk-step-pause": "Between two phases.",
    "reopen-day": "The phase “{name}” needs an end. Choose a day that lies ahead.",
    "reopen-phases": (
        "Its last phase, “{name}”, allows nothing, so there is nothing to open again. Change the "
        "phases in its text."
    ),
    "desk-reopen-phases": (
        "Its last phase, “{name}”, gets another end in {file}; the site follows in a moment."
    ),
    "desk-reopen-day": "It begins again at once.",
}
