"""What is said of objectives: on pages and at the desk."""

SENTENCES = {
    "site-objective": "What it is for",
    "progress": "How far we are",
    "progress-aim": "{metric}: from {baseline} to {target}, by {until}.",
    "progress-way": "From {baseline} to {target}, by {until}.",
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
    "week-measure": "Measure it again, “{metric}”: {challenge}",
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
    "measured-day": "Day",
    "measured-value": "Value",
    "measured-note": "Note",
    "measured-heads": "The first row names the columns: day, value and, if you like, note.",
    "measured-twice": "{day} stands in the table twice. A day has one value.",
    "measured-day-none": "{text!r} is no day. Write it as 2026-11-30.",
    "measured-future": "{day} is still to come.",
    "measured-value-none": "{text!r} is no number. Write it as 112 or 112.5.",
    "measured-thousands": (
        "{text} has two readings: leave out the mark between thousands, or write fewer decimals."
    ),
    "measured-note-long": "The note has {have} characters; {most} are the most.",
    "measured-note-signs": "The note has signs that can't be kept.",
    "measured-title": "How far we are: {title}",
    "measured-why": (
        "Enter what you measure. A day has one value; the newest one says how far you are. "
        "The page shows days and values, never notes or names."
    ),
    "measured-enter": "Enter a value",
    "measured-day-hint": "The day on which it was so, as 2026-11-30",
    "measured-value-hint": "{metric}",
    "measured-value-unit-hint": "{metric}, in {unit}",
    "measured-note-hint": "If you like; only the desk sees it",
    "measured-keep": "Enter it",
    "measured-instead": "Put it in place of {value}",
    "measured-kept": "What was entered",
    "measured-by": "Entered by",
    "measured-nothing": "Nothing yet.",
    "measured-remove": "Take away",
    "measured-log": "The last changes",
    "measured-change": "{day}: {before} → {after}",
    "measured-no-value": "nothing",
    "measured-undo": "Take this back",
    "measured-bring": "Bring in a table",
    "measured-bring-hint": (
        "A .csv file with the columns day, value and note, up to {size} MB. All of it is kept, "
        "or nothing."
    ),
    "measured-file": "The table",
    "measured-look": "Look through it",
    "measured-keep-table": "Keep all {count}",
    "measured-would": "New days: {new}. Known already, with the same value: {same}.",
    "measured-other": "These days have other values already:",
    "measured-other-day": "{day}: {before} stands there, {after} in the table",
    "measured-instead-all": "Put the table’s values in their place",
    "measured-brought": "Kept: {new} new, {other} in place of others.",
    "measured-download": "Take it home",
    "measured-csv": "for spreadsheets (.csv)",
    "measured-xlsx": "for Excel (.xlsx)",
    "measured-see": "How far we are",
    "measured-none-asked": ("The brief has no measure. Write one beside its objective: {line}"),
    "measured-large": "The table is too large.",
    "measured-sheet": "Measured",
    "measured-not-entered": "It was not entered.",
    "measured-told": "Kept: {new} new, {other} in place of others; {same} were known already.",
    "measured-told-would": (
        "Would be kept: {new} new, {other} in place of others; {same} are known already."
    ),
    "programme-objective": "Objective",
    "programme-objectives": "Objectives",
    "programme-objectives-is": (
        "What each challenge is for, and how far it has come by the last measurement."
    ),
    "programme-measured-is": "The last value that was measured.",
    "programme-of-the-way-is": (
        "How far that is on the way from the baseline, 0, to the target, 1; "
        "what was measured after the target’s day doesn’t count."
    ),
    "programme-on-the-line-is": "How far a straight line would have come on that day.",
    "programme-measure": "Enter what was measured",
    "measured-refused": "Nothing is kept before this is corrected.",
}
