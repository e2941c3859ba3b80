"""What `check` says of a poll that is split between variants."""

SENTENCES = {
    "brief-section-split": "Only a poll can be {{.split}} between variants.",
    "brief-split-missing": "{key}= belongs on a poll that is {{.split}}.",
    "brief-split-none": (
        "A poll that is split shows some people one thing and others another. Write each variant "
        "below a heading of four #, above the first question."
    ),
    "brief-split-one": (
        "There is only one variant, and nothing to compare it with. Write another one below a "
        "heading of four #."
    ),
    "brief-split-many": (
        "These are {count} variants. With more than {most} nobody answers each of them often "
        "enough; split the poll into several."
    ),
    "brief-split-question": (
        "The first question of a split poll is what is compared: a choice. Ask it with answers to "
        "choose from, and other questions after it."
    ),
    "brief-split-goal": 'goal= names answers to the first question, and "{code}" is none: {known}.',
    "brief-split-goal-all": "If every answer counts, nothing is left to compare. Name some.",
    "brief-split-detect": (
        "detect= is the difference that you want to see, in percentage points between 0 and 100. "
        "{value!r} is none."
    ),
    "brief-split-base": (
        "base= is the share that you expect of the first variant, in percent between 0 and 100. "
        "{value!r} is none."
    ),
    "brief-split-far": (
        "From {base!r} up or down by {detect!r} there is no share left between 0 and 100 percent; "
        "name a smaller difference with detect=."
    ),
    "brief-variant-late": (
        "All variants ask the same questions with the same answers, else they can't be compared. "
        "Write what differs above the first question."
    ),
    "brief-variant-shape": (
        "Everybody is given the same answers to choose from, whatever they read, else variants "
        "can't be compared. Ask below the last variant, under a heading of three #."
    ),
    "brief-variant-empty": "This variant says nothing. Write what those read who are dealt it.",
    "brief-variant-braces": "In the braces of a variant stands only its code, as {{#dear}}.",
    "brief-variant-code": "This variant has no name that a code can be made of.",
    "brief-variant-twice": 'Two variants are called "{code}".',
    "brief-translation-variants": ("The variants are those of the brief, in other words: {codes}."),
}
