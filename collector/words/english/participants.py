"""What is said of participant maps: of faults in them, and on their pages."""

SENTENCES = {
    "participants": "Who takes part",
    "participants-why": "The people inside and outside the business, and how we work with them.",
    "participants-inside": "Inside",
    "participants-outside": "Outside",
    "participants-group": "Group",
    "participants-role": "Role",
    "participants-motive": "Motive",
    "participants-how": "How we engage them",
    "participants-empty": (
        "A participant map names groups: below a heading “Inside” or “Outside”, each with a "
        "heading of its own or as a line of a table."
    ),
    "participants-code": (
        "{label!r} makes no code. Write one before it, of letters and digits, in brackets."
    ),
    "participants-twice": (
        "{label!r} stands here a second time; the first is on line {first}. "
        "Give it a code of its own, in brackets before its name."
    ),
    "participants-fact-twice": "{name!r} is said of {label!r} a second time.",
    "participants-table": (
        "Write a table here: a line that names group, role, motive and how, a line of dashes, "
        "then a line for each group."
    ),
    "participants-ragged": "This line has {found} cells; the first line of the table has {wanted}.",
    "participants-group-unknown": (
        "None of the challenges invites a group {group!r}, so nothing can be told of what "
        "{label!r} do. Known: {known}. Write (-) before its name if nobody is invited for it."
    ),
    "participants-group-none": (
        "None of the challenges invites groups, so nothing can be told of what {label!r} do. "
        "Name them in a brief’s groups, or write (-) before the name if nobody is invited for it."
    ),
    "participants-engaged": "So far",
    "participants-few": "Not told: fewer than {least}.",
    "participants-ideas": "Ideas sent in: {count} or more",
    "participants-answers": "Answers given: {count} or more",
    "participants-comments": "Comments: {count} or more",
    "participants-votes": "People who voted: {count} or more",
    "participants-nobody": "Nobody is named here yet.",
    "step-leads-participants": "Who takes part",
}
