"""What is said in and about the long sheets of exported files: votes, comments, decisions."""

SENTENCES = {
    "export-form-and-what": "Choose either one form, or what is to be written; not both.",
    "export-polis": "For Polis' tools (.zip)",
    "polis-no-votes": (
        "Polis knows votes for and against single ideas, and in {challenge!r} there are none: its "
        "brief has no line voting: approve, updown or stars."
    ),
    "polis-format": "{path}: Polis' files go into a folder, or into a file that ends in .zip.",
    "polis-no-choice": (
        "Polis' files hold the whole round of voting: leave out --form, --codes and what chooses "
        "some of the entries."
    ),
    "told-polis": "{count} votes in {path}",
    "export-no-what": "{text!r} is nothing that can be asked for. These are: {known}.",
    "export-csv-votes": "Votes (.csv)",
    "export-csv-ballots": "Ballots (.csv)",
    "export-csv-comparisons": "Comparisons (.csv)",
    "export-csv-dots": "Dots of workshops (.csv)",
    "export-csv-comments": "Comments (.csv)",
    "export-csv-reports": "Reports (.csv)",
    "export-csv-decisions": "Decisions, with names (.csv)",
    "export-one-table": (
        "A .csv file holds one table. Choose one of: ideas, forms, votes, ballots, comparisons, "
        "dots, scores, comments, reports, decisions."
    ),
    "export-no-ideas": "This challenge has no form for ideas, so that there are none to export.",
    "export-no-comments": "This challenge takes no comments, and none were sent.",
    "export-no-reports": "This challenge takes no reports, and none were sent.",
    "export-sheet-comments": "Comments",
    "export-sheet-reports": "Reports",
    "export-sheet-votes": "Votes",
    "export-sheet-ballots": "Ballots",
    "export-sheet-comparisons": "Comparisons",
    "export-sheet-dots": "Dots",
    "export-sheet-decisions": "Decisions",
    "export-about-rows": "{sheet}: rows",
    "export-about-votes": (
        "Votes: a vote a row. The name in the column person is made anew for each file: it tells "
        "how many votes one person gave, and ties them to nobody and to no other file"
    ),
    "export-about-ballots": (
        "Ballots: a row for each idea on a ballot. The names of persons are made anew for each file"
    ),
    "export-about-comparisons": (
        "Comparisons: a row for each choice between two ideas. The names of persons are made anew "
        "for each file"
    ),
    "export-about-dots": (
        "Dots: a row for each idea on which somebody in a workshop laid any. The names of persons "
        "are made anew for each file"
    ),
    "export-about-decisions": "Decisions: what was decided, by whom and why",
    "export-about-comments": "Comments: a comment a row, in words; once more in codes",
    "export-about-reports": "Reports: a report a row, in words; once more in codes",
    "export-column-group": (
        "Group of the invitation; blank where fewer than five of its entries came"
    ),
    "export-column-progressed": "When that last changed",
    "export-column-merged-into": "The idea that it was merged into, and counts with",
    "export-column-tags": "What the owner filed it under",
    "export-column-first-answer": (
        "Day of the owner's first answer: a reply, a step of progress, or that it was merged"
    ),
    "export-column-days-to-answer": "Days from its arrival to that",
    "export-column-votes": (
        "Votes that count, ballots that name it, or answers about it, with those of ideas merged "
        "into it; blank where it is merged itself, or not shown"
    ),
    "export-column-votes-value": "How many of them said {value}",
    "export-column-votes-apart": "Votes beside these: they can't be told apart, or are suspect",
    "export-column-score": "What it is ranked by",
    "export-column-rank": "Its place, 1 being the first",
    "export-column-comments": "Comments shown with it, also replies and those on merged ideas",
    "export-column-about": "What it is about, by its public name",
    "export-column-parent": "The comment that it replies to",
    "listed-round": "The round of voting",
    "listed-person": (
        "A name made anew for each file, the same in all rows of one person in one round"
    ),
    "listed-idea": "The idea's public name",
    "listed-title": "What the idea is called",
    "listed-counts-with": "The idea in whose count it is; another one where ideas were merged",
    "listed-value": "yes; up or down; 1 to 5 stars",
    "listed-place": "Where the idea stands on the ballot, 1 being the first",
    "listed-left": "Public name of the one idea",
    "listed-left-title": "What that one is called",
    "listed-right": "Public name of the other",
    "listed-right-title": "What the other is called",
    "listed-left-counts-with": "The idea that the one counts as; another where ideas were merged",
    "listed-right-counts-with": "The idea that the other counts as",
    "listed-choice": "left, right or neither",
    "listed-hour": "The hour in which it was said",
    "listed-group": (
        "Group of the invitation; blank where fewer than five of it voted in this round"
    ),
    "listed-counted": "1 if it is in the counts, 0 if not",
    "listed-reason": (
        "Why it is not counted: no key, trap, too fast (counted apart), not shown, other round, "
        "other kind, merged; said later, said before: the same person's other word counts"
    ),
    "listed-workshop": "The workshop's own name, as in its address at the desk",
    "listed-table": "The table that the person sat at; 0 for none",
    "listed-dots": "How many of this person's dots lie on the idea",
    "listed-ref": "The decision's own name",
    "listed-at": "When it was taken",
    "listed-about": "The entry that it is about, by its public name",
    "listed-kind": "What kind of entry that is; blank for one that is gone",
    "listed-move": "What was done",
    "listed-before": "State before; of merging the idea it pointed to, of progress the step",
    "listed-after": "The same after it",
    "listed-why": "The reason that was chosen",
    "listed-by": "Who decided: an account, the author, a rule, the command line",
    "listed-role": "The role of that account now; former where it is gone",
    "listed-batch": "The same for decisions that were taken together",
    "listed-undoes": "The decision that this one takes back",
}
