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
    "result-untold": (
        "Not told: how many were asked this would give away what few answered to another question."
    ),
    "result-files": "Files came with the answers; those are not shown here.",
    "result-hidden": (
        "Not told: {names}. Counts under {least} stay hidden, and others that would give them "
        "away, so that nobody can be told apart."
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
    "result-option": "Option",
    "result-mean": "Mean {value}, 95\N{NO-BREAK SPACE}% interval {interval}.",
    "result-mean-alone": "Mean {value}.",
    "result-median": "Median {value}, 95\N{NO-BREAK SPACE}% interval {interval}.",
    "result-median-alone": "Median {value}.",
    "result-top": (
        "{top} chose one of the highest two steps, {bottom} one of the lowest two; "
        "95\N{NO-BREAK SPACE}% intervals {top_interval} and {bottom_interval}."
    ),
    "histogram-all": "any number",
    "histogram-under": "under {high}",
    "histogram-from": "{low} and more",
    "histogram-range": "{low} to {high}",
    "histogram-part": "{low} to under {high}",
    "histogram-in": "All numbers are in {unit}.",
    "histogram-unit": "{number}\N{NO-BREAK SPACE}{unit}",
    "ranks-told": "{label}: mean place {value}, 95\N{NO-BREAK SPACE}% interval {interval}.",
    "ranks-told-alone": "{label}: mean place {value}.",
    "ranks-interval": (
        "The line through each dot is the 95\N{NO-BREAK SPACE}% interval of the mean place."
    ),
    "ranks-first": "1 is the first place, {last} the last; the further left, the better.",
    "ranks-left-out": "Options that somebody did not place share the places that are left.",
    "ranks-place": "Mean place",
    "ranks-points": "Points",
    "ranks-points-explained": (
        "Points are Borda\N{RIGHT SINGLE QUOTATION MARK}s: on each list, one for every option "
        "below."
    ),
    "ranks-tops": "Put first by",
    "ranks-placed": "Placed by",
    "likert-base": "{low} to {high} answers a line.",
    "likert-told": "{label}: {cells}.",
    "likert-cell": "{label} {share}",
    "likert-line": "Line",
    "likert-n": "Answers",
    "likert-mean": "Mean",
    "likert-sides": (
        "The numbers are the shares of the answers below the middle, on the left, and above it, "
        "on the right."
    ),
    "likert-hidden": (
        "Only in the table: {lines}. Counts under {least} are hidden there, and others that would "
        "give them away, so that nobody can be told apart."
    ),
    "likert-mean-explained": "The mean counts the answers from 1, {low}, to {last}, {high}.",
    "rounds-round": "Round {round}",
    "rounds-won": "{label}: wins",
    "rounds-left": "{label}",
    "rounds-out": "{label}: out in round {round}",
    "rounds-fewest": "Round {round}: {out} had the fewest votes and went.",
    "rounds-none": "Round {round}: nobody put {out} first.",
    "rounds-earlier": (
        "Round {round}: several had the fewest votes; {out} had had fewer before and went."
    ),
    "rounds-lot": "Round {round}: several had the fewest votes; by lot, {out} went.",
    "rounds-last": "Round {round}: {winner} had {count} of {left} votes, more than half.",
    "rounds-exhausted": "Name nobody left",
    "rounds-told": "{label}, with {count} votes.",
    "rounds-explained": (
        "Each list counts for its highest option that is still in. Who has the fewest goes, until "
        "one has more than half."
    ),
    "rounds-same": "{winner} would also win against each other option alone.",
    "rounds-other": "Against each other option alone, {winner} would win.",
    "rounds-circle": "Against each other option alone, none would win every time.",
    "portions-told": "{label}: {mean} on the mean, {share} of all points.",
    "portions-value": "{mean} · {share}",
    "portions-mean": "Points on the mean",
    "portions-share": "Share of all",
    "portions-givers": "Given by",
    "portions-interval": (
        "The line under each bar is the 95\N{NO-BREAK SPACE}% interval of the mean."
    ),
    "cells-shares": "The shares are of those who answered the line.",
    "groups-group": "Group",
    "groups-all": "All",
    "groups-answers": "Answers",
    "groups-cell": "{count} · {share}",
    "groups-hidden": "hidden",
    "groups-why-hidden": (
        "Counts under {least} are hidden, and others that would give them away, so that nobody "
        "can be told apart."
    ),
    "groups-differ": (
        "The groups answered differently. If they were alike, chance alone would part them so "
        "far in {chance} of all surveys."
    ),
    "groups-alike": (
        "These differences are no greater than chance often brings: if the groups were alike, in "
        "{chance} of all surveys."
    ),
    "groups-below": "below 0.001",
    "groups-more-than-chance": "The groups answered differently, more than chance would explain.",
    "groups-chance": "The groups answered no more differently than chance often makes them.",
    "groups-rarely": "fewer than 1\N{NO-BREAK SPACE}%",
    "groups-how": "{method}, p {p}; Cram\N{LATIN SMALL LETTER E WITH ACUTE}r's V {effect}.",
    "groups-how-many": (
        "{method}, p {p}, after Holm's correction {adjusted}; "
        "Cram\N{LATIN SMALL LETTER E WITH ACUTE}r's V {effect}."
    ),
    "groups-chi-square": "Chi-square test",
    "groups-fisher": "Fisher's exact test",
    "groups-fisher-drawn": "Fisher's exact test, by a sample of tables",
    "groups-too-few": (
        "Too few answers to compare the groups: there are {n}, and it takes {needed}."
    ),
    "groups-too-few-group": "Nothing to compare: it takes two groups of at least {needed} answers.",
}
