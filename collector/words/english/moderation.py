"""What is said when a decision can't be taken."""

SENTENCES = {
    "already-moved": "Nothing to do: this is already {state}.",
    "move-not-allowed": "This is {state}; that can't be changed any more.",
    "undo-not-allowed": "This can't be taken back.",
    "undo-too-late": "It was changed meanwhile and is now {state}; look at it again.",
}
