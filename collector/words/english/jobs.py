"""What is said about work left after an act."""

SENTENCES = {
    "then-not-run": (
        "The command of publish.then can't be run: {command} ({cause}). Is it installed, and are "
        "its quotes in pairs?"
    ),
    "then-too-long": (
        "The command of publish.then was ended after {minutes} minutes: {command}. Try it by hand "
        "in the garden's folder."
    ),
    "then-failed": (
        "The command of publish.then ended with status {status}: {command}\n{said}\n"
        "Try it by hand in the garden's folder."
    ),
}
