"""What the site's own script says at a form."""

SENTENCES = {
    "script-sending": "Sending…",
    "script-unreachable": "We could not be reached.",
    "script-kept": (
        "We could not be reached yet. What you wrote to “{label}” is kept in this browser, on this "
        "device, and is sent by itself as soon as we can be reached, from any page of this site."
    ),
    "script-kept-here": (
        "We could not be reached yet. Your browser keeps nothing for us: please leave this page "
        "open, and what you wrote is sent by itself as soon as we can be reached."
    ),
    "script-again": "Try again now",
    "script-cancel": "Don't send it",
    "script-arrived": "What you wrote to “{label}” has arrived. Your receipt code:",
    "script-noted": "I have noted it",
    "script-refused": "What you wrote to “{label}” could not be taken. {refused}",
    "script-to-form": "Go to the form",
    "script-dismiss": "Close this message",
    "script-back": "Back",
    "script-next": "Next",
    "script-review": "Check your answers",
    "script-change": "Change",
    "script-unanswered": "Not answered",
    "script-asked": "Now asked as well: {labels}",
    "script-gone": "No longer asked: {labels}",
    "script-unticked": "No longer ticked: {labels}",
    "script-up": "Move {label} up",
    "script-down": "Move {label} down",
    "script-moved": "{label} is now {place} of {count}",
    "script-shared": "{sum} of {total} shared out, {left} left",
    "script-over": "{sum} of {total}: {left} too much",
    "script-characters": "Characters left: {left}",
    "script-draft": (
        "Your draft is kept in this browser, on this device, until you send it; after {days} days "
        "it is deleted."
    ),
    "script-forget": "Delete the draft",
    "script-forgotten": (
        "The draft is deleted, and nothing more is kept. What stands here is lost when you leave "
        "this page."
    ),
    "script-left-title": "An earlier draft",
    "script-left": (
        "You began to fill this in on {when}, and it was not sent. Go on where you left off?"
    ),
    "script-files": "Files can't be kept; please choose them again.",
    "script-take": "Yes, go on",
    "script-leave": "No, start afresh",
}
