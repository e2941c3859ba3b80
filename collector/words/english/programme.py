"""What is said about the programme: its numbers, each with what it is."""

SENTENCES = {
    "desk-menu-programme": "Programme",
    "programme-see": "How it goes, in numbers",
    "programme-hint": (
        "How far ideas come, how soon they are answered, and who takes part. Each number says what "
        "it is."
    ),
    "programme-of": "Programme: {title}",
    "programme-all": "All challenges",
    "programme-single": "Challenge by challenge",
    "programme-single-is": (
        "The same numbers of each. Answers: those to surveys and polls. Days: the median until the "
        "first answer. In time: the part of ideas answered by the day that was promised."
    ),
    "programme-days": "Days",
    "programme-in-time": "In time",
    "programme-none": "There is no challenge yet of which you may see this.",
    "programme-challenge": "Challenge",
    "programme-funnel": "From page to done",
    "programme-no-number": "not counted",
    "programme-none-yet": "none yet",
    "programme-share": "{share} of what was sent",
    "programme-seen": "Seen",
    "programme-seen-is": (
        "How often the pages of challenges and ideas were asked for. Nobody is told apart: one "
        "person may ask many times, and the machines of search engines ask too."
    ),
    "programme-seen-since": "Counted since {day}.",
    "programme-seen-nowhere": (
        "The site stands on another host than this desk, so nobody counts its pages here."
    ),
    "programme-sent": "Sent",
    "programme-sent-is": (
        "Ideas that came in, whatever became of them; only those marked as spam are not counted."
    ),
    "programme-voted": "Voted",
    "programme-voted-is": (
        "Ideas that stand and have at least one vote that counts. Merged ideas count once, "
        "together."
    ),
    "programme-voted-nowhere": "There was no voting.",
    "programme-shortlisted": "Shortlisted",
    "programme-shortlisted-is": (
        "Ideas that stand and are, or once were, under review, planned, in progress or done. "
        "Merged ideas count once, together."
    ),
    "programme-done": "Done",
    "programme-done-is": "Ideas that stand and are done.",
    "programme-answering": "Answers",
    "programme-median-days": "Days to the first answer",
    "programme-median-days-is": (
        "The median: half of the answered ideas were answered within so many days. An answer is "
        "the first public reply, step of progress, or merge; only ideas that were let through."
    ),
    "programme-answered": "Answered",
    "programme-answered-is": (
        "Ideas that were let through and have had a first answer. Made-up samples are not counted."
    ),
    "programme-unanswered": "Not answered yet",
    "programme-unanswered-is": "Ideas that were let through and have had no answer.",
    "programme-kept": "Answered in time",
    "programme-kept-is": (
        "The part of ideas answered by the day that was promised, of all for which that day is "
        "over or that are answered."
    ),
    "programme-kept-told": (
        "In time: {in_time} · later: {late} · not answered, and overdue: {overdue} · not answered, "
        "and still in time: {due}"
    ),
    "programme-in-time-is": "Ideas answered by the day that was promised.",
    "programme-late-is": "Ideas answered after the day that was promised.",
    "programme-overdue-is": "Ideas not answered though the day that was promised is over.",
    "programme-due-is": "Ideas not answered whose promised day is still to come.",
    "programme-answers": "Answers to surveys and polls",
    "programme-comments": "Comments",
    "programme-votes": "Votes",
    "programme-answers-is": (
        "Answers to surveys and polls that came in; only those marked as spam are not counted."
    ),
    "programme-comments-is": ("Comments that came in; only those marked as spam are not counted."),
    "programme-votes-is": (
        "Votes that count, each as it was last changed: on one idea, on a ballot, or between two."
    ),
    "programme-promises": "Open promises",
    "programme-promises-is": (
        "Ideas that wait for the first answer that was promised, the soonest day first."
    ),
    "programme-promises-none": "No promise is open.",
    "programme-promises-more": "… and {count} more",
    "programme-until": "by {day}",
    "programme-overdue": "overdue: promised by {day}",
    "programme-part": "Taking part",
    "programme-weeks": "By week",
    "programme-groups": "By group",
    "programme-groups-is": (
        "What the people of each group sent, and how many of them voted (in each round anew). "
        "Numbers under {least}, and others that would give them away, are hidden."
    ),
    "programme-group": "Group",
    "programme-no-group": "Everybody else",
    "programme-voters": "Voters",
    "programme-top": "Top ideas",
    "programme-top-is": "As the ideas’ own page ranks them by their votes.",
    "programme-rising": "Rising ideas",
    "programme-rising-is": (
        "Those that gain most of late: a vote counts half as much with each day that passes."
    ),
    "programme-top-none": "No votes are told yet.",
    "programme-vote-count": "votes: {count}",
    "programme-download": "To take home",
    "programme-download-hint": "All these numbers and every week, each with its definition.",
    "programme-sheet": "Numbers",
    "programme-csv": "Spreadsheet (.csv)",
    "programme-xlsx": "Excel (.xlsx)",
    "programme-json": "For programs (.json)",
    "weeks-base": "Weeks: {count}",
    "weeks-none": "Nothing has come in yet.",
    "weeks-note": (
        "Each column is what people did in the seven days from a Monday on: ideas, answers to "
        "surveys and polls, comments and votes together. The table has them apart, for all weeks."
    ),
    "weeks-head": "Week from",
    "weeks-told": "Week from {day}: {count}.",
    "weeks-ideas": "Ideas",
    "weeks-answers": "Answers",
    "weeks-comments": "Comments",
    "weeks-votes": "Votes",
    "weeks-seen": "Seen",
}
