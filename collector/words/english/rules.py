"""What `check` says about the rules of a brief: phases, access, voting, comments."""

SENTENCES = {
    "brief-answers-within": (
        "How soon do you answer ideas? Write days, as in: answers within: 14 days"
    ),
    "brief-needs-ideas": (
        "{key!r} is about ideas that all can read, and this challenge publishes none. Add a form "
        "{{.idea}}, or delete the line."
    ),
    "brief-one-per-person": (
        "One per person can't be kept where everybody may come in. Say who may: access: invite, or "
        "access: email. Without that, one per browser is the nearest."
    ),
    # Access and groups
    "brief-access-word": (
        '"{word}" is neither a way in (open, invite, email) nor an act (submit, answer, vote, '
        "comment)."
    ),
    "brief-access-part": (
        '"{part}" does not say who may. Write the acts, then one of open, invite and email.'
    ),
    "brief-access-twice": '"{part}" says anew what was said before it. Keep one of them.',
    "brief-group-code": (
        'No code can be made from "{label}". Write one of letters, digits and - _ . +, of at most '
        "40 signs: (staff) Our staff"
    ),
    "brief-group-twice": '"{label}" has the code of another group, {code!r}. Keep one of them.',
    "brief-groups-idle": (
        "An invitation says to which group somebody belongs, and nothing here asks for one. Write "
        "access: invite, or by act: access: open, vote invite. Leave it so if invitations are only "
        "handed out beside."
    ),
    # Voting
    "brief-voting-kind": "Ideas can't be voted on by {value!r}. It can be: {known}.",
    "brief-voting-budget": (
        "How much may each person spend? Write a number and its unit: budget 5000 €"
    ),
    "brief-voting-part": (
        '"{part}" does not read. Behind the kind may stand: 3 per person; counts always, counts '
        "after vote or counts after close; round 2."
    ),
    "brief-voting-twice": 'With "{part}" the same is said twice. Keep one of them.',
    "brief-voting-pairwise": (
        "Of two ideas one is preferred, as often as people like: {part!r} has no meaning there."
    ),
    "brief-voting-round": (
        '"{part}" names no round. A name is made of letters, digits and - _ . +, as in: round 2'
    ),
    "brief-voting-cost": (
        "A budget is spent on ideas that each have a cost. The idea form needs a required public "
        "question #cost with a number, such as ____ (amount 0–5000 €)."
    ),
    "brief-voting-unit": "The budget is in {unit}, but #cost asks for {other}.",
    # Phases
    "brief-phases-list": "Phases stand below, one a line. Begin each with a dash.",
    "brief-phases-beside": (
        "The phases say when it begins and ends. Delete {key!r}, or the phases."
    ),
    "brief-phase-line": (
        "A phase is a name of at most {most} signs, a colon, its first and last day, and what may "
        "be done and seen."
    ),
    "brief-phase-order": "{name} would end before it begins.",
    "brief-phase-twice": "Two phases are called {name!r}.",
    "brief-phase-midnight": "{before} lasts until midnight. Begin {name} on {when}.",
    "brief-phase-overlap": "{name} begins before {before} has ended. Begin it on {when}.",
    "brief-phase-word": (
        '"{word}" is nothing that a phase allows (submit, answer, vote, comment), or shows (show '
        "ideas, show counts, show results)."
    ),
    "brief-phase-no-submit": "{name} lets people send ideas, but there is no form {{.idea}}.",
    "brief-phase-no-answer": (
        "{name} lets people answer, but there is no form {{.survey}} or {{.poll}}."
    ),
    "brief-phase-no-vote": (
        "{name} lets people vote, but the brief does not say how. Add a line, as: voting: approve"
    ),
    "brief-phase-no-comment": "{name} lets people comment, but comments are off.",
    "brief-phase-no-ideas": "{name} shows ideas, but this challenge publishes none.",
    "brief-phase-no-counts": "{name} shows counts of votes, but there is no voting.",
    "brief-phase-no-results": (
        "{name} shows results, but those of no form are ever told. Say so in its heading: "
        "{{.survey results=always}}"
    ),
    "brief-phases-never-submit": (
        "In no phase can people send ideas. Leave it so if you enter all of them yourself."
    ),
    "brief-phases-never-answer": (
        "In no phase can people answer the survey or poll. Leave it so if you enter all of them "
        "yourself."
    ),
    "brief-phases-never-vote": "In no phase can people vote, so that there will be no votes.",
    "brief-phases-never-comment": (
        "In no phase can people comment. Write comments: off, or allow it in a phase."
    ),
}
