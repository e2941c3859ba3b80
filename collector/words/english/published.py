"""What is said when published data can't be read or written."""

SENTENCES = {
    "result-apart": (
        "Counted: {n}; and {apart} that can't be told apart, for their browsers keep nothing for "
        "us."
    ),
    "published-unavailable": (
        "{path} can't be used: {cause}. Free some space, or allow writing there."
    ),
    "published-unreadable": (
        "{path} does not hold published data of this version ({cause}). Delete it; it is made anew."
    ),
}
