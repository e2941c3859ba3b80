"""What is said about work left after an act."""

SENTENCES = {
    "then-failed": (
        "The command of publish.then ended with status {status}: {command}\n{said}\n"
        "Try it by hand in the garden's folder."
    ),
}
