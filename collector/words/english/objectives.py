"""What is said of objectives: on pages and at the desk."""

SENTENCES = {
    "site-objective": "What it is for",
    "progress": "How far we are",
    "progress-aim": "{metric}: from {baseline} to {target}, by {until}.",
    "progress-none": "Nothing was measured yet.",
    "progress-came": "On {day} it was {value}: {share} of the way.",
    "progress-back": "On {day} it was {value}: further away than at the beginning.",
    "progress-few": (
        "Whether it is on track is said from {enough} measurements on: fewer say little."
    ),
    "progress-on-track": "On track: a straight line would have come {expected} by then.",
    "progress-behind": "Behind: a straight line would have come {expected} by then.",
    "progress-reached": "The target is reached.",
    "progress-missed": "The day is over, and as far as was measured the target is not reached.",
    "progress-note": "The broken line is the straight way from the baseline to the target.",
    "progress-day": "Day",
    "progress-value": "Measured",
    "progress-share": "Of the way",
    "progress-told": "{day}: {value}.",
    "progress-short": "{share}, {pace}",
    "progress-short-none": "not measured yet",
    "progress-short-few": "begun",
    "progress-short-on-track": "on track",
    "progress-short-behind": "behind",
    "progress-short-reached": "reached",
    "progress-short-missed": "not reached",
    "write-setting-measure": "When that is reached, in a number",
    "measure-none": "{challenge} has no measure. Write one into its brief first.",
    "measured-already": (
        "{value} was entered for this day already, by {by}. "
        "To put yours in its place, say so below."
    ),
    "measured-changed": "The value of {day} has changed meanwhile. Look again.",
    "measured-not": "Nothing was measured on {day}.",
    "decisions-move-measure": "A value measured",
    "decisions-move-unmeasure": "A measured value taken away",
    "desk-measured": "What was measured",
    "desk-did-measure": "measured, entered by {by}",
    "desk-did-unmeasure": "taken away by {by}",
    "measured-otherwise": (
        "These days have other values already: {days}. Say that yours are to stand instead, "
        "or leave them out."
    ),
    "measured-no-decision": "There is no such decision to take back.",
    "decisions-move-undo-measure": "A measured value put back",
    "desk-did-undo-measure": "put back by {by}",
}
