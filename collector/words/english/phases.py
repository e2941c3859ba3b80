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
    "close-phases": (
        "This challenge goes by dated phases, which say when it ends. Change the end of the phase "
        "that is on in its brief, and delete the phases behind it."
    ),
}
