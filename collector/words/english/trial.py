"""What a trial, a poll that is split between variants, says to visitors, and of its result."""

SENTENCES = {
    "check-trial": "{slug}/{form}: {count} variants ({codes}), dealt evenly. {plan}",
    "no-trial": 'The form "{form}" has no variants.',
    "trial-deal": "Show the question",
    "trial-deal-hint": (
        "There are several versions of what follows. Chance decides which one you read, and it "
        "stays yours."
    ),
    "trial-variant": "Variant: {label}",
    "trial-title": "Variants compared",
    "trial-base": "Answers: {n}",
    "trial-dealt": "Shown by lot, evenly: {dealt}.",
    "trial-dealt-one": "{label} {n}×",
    "trial-goal": "Counted: {goal}.",
    "trial-hidden": "How many said so is told once each variant has {least} answers.",
    "trial-too-few": (
        "Too few to tell. Still needed: {missing}. With {n} answers to each variant a difference "
        "of {points} points is seen four times in five; a lead before that may be chance alone."
    ),
    "trial-missing-one": "{label} {n} more",
    "trial-plan": (
        "It takes {n} answers to each variant, {all} in all, to see a difference of {points} "
        "points ({low} and {high}, say) four times in five. Before that nothing is decided."
    ),
    "trial-compared": (
        "“{label}” less “{first}”: {difference} percentage points "
        "(95 % interval {least} to {most})."
    ),
    "trial-real": "All planned answers have come, and chance alone hardly gives that: p {p}.",
    "trial-chance": (
        "All planned answers have come, and chance alone could give that: p {p}. A difference of "
        "{points} points would have been seen four times in five."
    ),
    "trial-uneven": (
        "Of those who read one variant more answered than of those who read another (p {p}): what "
        "they say may differ for that reason."
    ),
    "desk-trials": "Variants compared",
    "desk-trials-about": (
        "Each browser is dealt one variant by lot. Decide when the planned answers have come, and "
        "look once: whoever looks every day finds a lead by chance alone."
    ),
    "desk-trials-none": "No poll of this challenge is split.",
    "desk-trials-read": "What each variant says",
    "desk-trials-days": "Shown by day",
    "desk-trials-day": "Day",
    "desk-trials-nobody": "Nobody has been shown a variant yet.",
    "figure-planned": "How many answers to each variant were planned.",
    "figure-dealt": "How often the variant was shown; the line names it.",
    "figure-goal": "How many who read the variant gave an answer that counts.",
    "figure-difference": "Its share less that of the first variant, from \N{MINUS SIGN}1 to 1.",
    "figure-p": "How often chance alone gives as much, corrected after Holm.",
    "trial-later": "The comparison stands here once the poll's result is told.",
    "experiment-poll": "This names no poll. Write the challenge, a slash, and the poll's name.",
    "experiment-poll-none": '"{challenge}" has no poll that is {{.split}}.',
    "experiment-poll-unknown": '"{challenge}" has these split polls: {known}. Name one of them.',
    "experiment-poll-shares": "The poll tells the shares; leave out one of the two.",
    "trial-head-variant": "Variant",
    "trial-head-dealt": "Shown",
    "trial-head-answered": "Answered",
    "trial-head-count": "Said so",
    "trial-head-share": "Share",
    "trial-head-interval": "95 % interval",
}
