"""What is said when a decision, a reply or a closing can't be."""

SENTENCES = {
    "no-entry": "There is no entry {ref}.",
    "no-reply": "There is no such reply any more.",
    "entry-changed": (
        "Entry {ref} was changed meanwhile, perhaps by somebody else at the desk. Nothing was "
        "done; look at it again."
    ),
    "nothing-to-undo": "Nothing was decided on entry {ref} yet.",
    "reply-too-late": "This entry is {state}; it can't be answered any more.",
    "reply-empty": "Write a reply first.",
    "reply-long": "Use at most {most} characters; these are {have}.",
    "reply-signs": "The reply holds signs that can't be kept. Type it anew.",
}
