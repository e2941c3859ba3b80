"""What stands on printed slips, and what is said when typed slips are taken in."""

SENTENCES = {
    "paper-code": "QR code of {address}",
    "paper-online": "You can also answer on your phone:",
    "paper-return": "Please give this slip back to us.",
    "paper-until": "We take answers until {when}.",
    "paper-terms": "I accept the terms: {title}, {address}",
    "paper-file": "Please hand the file in on the page of this form: a slip holds none.",
    "paper-write": "Write down your answer.",
    "paper-total": "Together",
    "desk-slips-print": "Slips to print",
    "desk-slips-print-in": "Slips to print ({language})",
    "paper-printed": "Slips for {slug} are in {path}. Open the file in a browser and print it.",
    "paper-no-form": "{slug} has no form called {form!r}. It has: {forms}.",
    "paper-no-forms": "{slug} asks nothing, so there is nothing to print or to type.",
}
