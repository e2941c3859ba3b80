"""What is said about thanking people: contributors, the idea of the month, thank-yous."""

SENTENCES = {
    "rule-unread": (
        "{path}: {key} is {value!r}, which is no rule. Write: most votes among ideas shown this "
        "month, at least 5 votes. Instead of votes it can be comments; instead of ideas shown this "
        "month, ideas done this month or all ideas."
    ),
    "rule-counts-other": (
        "{path}: {key} is {value!r}: it counts one thing and asks for so many of another. Name the "
        "same twice: most votes …, at least 5 votes."
    ),
    "desk-event-thanked": "A thank-you",
}
