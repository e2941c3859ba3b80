"""What is said beside a chart."""

SENTENCES = {
    "result-base-none": "No answers yet.",
    "result-base-one": "1 answer.",
    "result-base": "{n} answers.",
    "result-words": "People answered in their own words; those are not shown here.",
    "result-several": (
        "Several answers could be ticked, so the shares can add up to more than "
        "100\N{NO-BREAK SPACE}%."
    ),
    "result-held-back": (
        "Too few answers to show yet: with so few, a single answer could be told apart."
    ),
    "result-interval": (
        "The line under each bar is the 95\N{NO-BREAK SPACE}% interval: with this many answers, "
        "the true share most likely lies within it."
    ),
    "result-numbers": "Mean {mean}, median {median}.",
    "result-score": (
        "Net promoter score {value}, 95\N{NO-BREAK SPACE}% interval {low} to {high}, "
        "on a scale from \N{MINUS SIGN}100 to 100."
    ),
    "result-row": "{label}: {count} of {n}, {share}, 95\N{NO-BREAK SPACE}% interval {interval}.",
    "result-table": "The numbers as a table",
    "result-answer": "Answer",
    "result-count": "Count",
    "result-share": "Share",
    "result-interval-head": "95\N{NO-BREAK SPACE}% interval",
    "result-between": "{low} to {high}",
}
