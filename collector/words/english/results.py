"""What the results page and its downloads say beside the charts."""

SENTENCES = {
    "results-title": "Results",
    "results-of": "Results: {title}",
    "results-onward": "All results, how sure they are, and downloads",
    "results-chosen": (
        "These are the answers of people who chose to take part. They tell what those people "
        "think, not what everybody thinks."
    ),
    "results-n": "{n} took part",
    "results-as-of": "As of {when}",
    "results-definition": "Form {hash}",
    "results-about": "How to read these numbers",
    "results-intervals": (
        "A 95\N{NO-BREAK SPACE}% interval tells how far chance alone may be off: had those who "
        "answered been drawn by lot, about 19 of 20 such intervals would hold the true value. It "
        "says nothing of who chose to answer and who did not."
    ),
    "results-few": (
        "Of surveys, counts under 5 are not told, nor what would give them away, and new answers "
        "show once at least 5 people changed a result. So no single answer can be read off them."
    ),
    "results-downloads": "Downloads",
    "results-results.csv": "every number of this page, for spreadsheets",
    "results-codebook.csv": "what its columns, measures and codes mean",
    "results-results.json": "the same numbers, for programs",
    "results-data-card.txt": "what this is, who asked, when, and what may be done with it",
    "card-what": "What was asked",
    "card-who": "Who asked",
    "card-contact": "Questions to",
    "card-when": "When",
    "card-when-both": "From {opens} to {closes}",
    "card-when-from": "Since {opens}",
    "card-when-until": "Until {closes}",
    "card-when-open": "Always open",
    "card-as-of": "As of",
    "card-n": "How many took part",
    "card-answers": "{form}: {n}",
    "card-how": "How",
    "card-how-told": "By a form on a public page that anybody could fill in.",
    "card-care": "Mind",
    "card-licence": "Licence",
    "card-no-licence": "All rights reserved by {owner}; ask before you use this.",
    "card-definition": "Definition",
    "card-address": "Address",
    "figure-column-form": "The form.",
    "figure-column-question": "The question.",
    "figure-column-line": "The line of a table of answers.",
    "figure-column-code": "The answer, as it is kept; of numbers, where a class begins and ends.",
    "figure-column-answer": "The answer in words.",
    "figure-column-measure": "What the value is.",
    "figure-column-value": "The number; empty where it would tell too much.",
    "figure-column-low": "Where its 95\N{NO-BREAK SPACE}% interval begins.",
    "figure-column-high": "Where it ends.",
    "figure-column-n": "How many answers it is made of.",
    "figure-responses": "How many took part.",
    "figure-apart": "How many beside them could not be told apart from others.",
    "figure-asked": "How many were asked the question.",
    "figure-answered": "How many answered it.",
    "figure-count": "How many gave this answer.",
    "figure-share": "The part of those who answered, from 0 to 1; of what was shared out, of it.",
    "figure-mean": "The mean; of the lines of a table, of its answers counted from 1.",
    "figure-median": "The median.",
    "figure-top-two": "The part that chose one of the highest two steps.",
    "figure-bottom-two": "The part that chose one of the lowest two steps.",
    "figure-score": ("The net promoter score, from \N{MINUS SIGN}100 to 100."),
    "figure-place": "The mean place, 1 being the best.",
    "figure-points": "Points by Borda: on each list, one for every option below.",
    "figure-first": "How many put it first.",
    "figure-placed": "How many placed it at all.",
    "figure-givers": "How many gave it anything.",
}
