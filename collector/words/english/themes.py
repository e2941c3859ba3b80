"""What is said of themes and key words, and of how they change."""

SENTENCES = {
    "desk-event-screened": "Something waits that a rule names",
    "themes-title": "Themes: {challenge}",
    "themes-see": "What ideas are about",
    "themes-about": (
        "Themes are found in the words of approved ideas: ideas with many words in common are "
        "about the same. Give each a name that you would use yourself; it stays when themes are "
        "found anew, each day. Nobody but the desk sees them unless you publish them as tags."
    ),
    "themes-few": (
        "Themes can be found from {least} approved ideas on; here are {number}. Until then these "
        "are the words that many ideas turn on."
    ),
    "themes-extra": (
        "To find themes, install the extra on the machine that serves this garden, and start it "
        "again: {command}. Until then these are the words that many ideas turn on."
    ),
    "themes-none-yet": "No themes have been found yet.",
    "themes-find": "Find themes",
    "themes-find-again": "Find themes again",
    "themes-working": "Themes are being found. Look again in a moment.",
    "themes-trouble": "Themes could not be found, and it is tried again: {error}",
    "themes-too-long": (
        "Finding themes among {count} ideas took longer than {seconds} seconds, and was given up."
    ),
    "themes-failed": "The process that finds themes stopped: {said}",
    "themes-list": "Themes",
    "themes-words": "Words: {words}",
    "theme-unnamed": "A theme without words",
    "themes-tone-count": "{tone}: {count}",
    "themes-count-one": "1 idea",
    "themes-count-many": "{count} ideas",
    "themes-votes-one": "1 vote",
    "themes-votes-many": "{count} votes",
    "themes-all-ideas": "All ideas of this theme",
    "themes-of-none-one": "1 idea is of no theme.",
    "themes-of-none-many": "{count} ideas are of no theme.",
    "themes-name-it": "Give it a name",
    "themes-rename": "Rename it",
    "themes-name": "Name of this theme",
    "themes-name-hint": "At most 40 characters. Empty: it is called by its words.",
    "themes-name-do": "Save the name",
    "theme-taken": "Another theme is called “{name}” already. Choose another name.",
    "no-theme": "There is no such theme any more.",
    "themes-key-words": "Key words",
    "themes-key-words-none": "No word is said by two ideas yet.",
    "themes-risen": "More of late",
    "themes-risen-is": (
        "Words that ideas since {day} say clearly more often than those before. Chance would do it "
        "less than once in a thousand."
    ),
    "themes-risen-word": "{word}: {now} now, {before} before",
    "themes-over-time": "Themes over time",
    "over-time-theme": "Theme",
    "over-time-week": "Ideas by the week in which they came, the last {count} weeks.",
    "over-time-month": "Ideas by the month in which they came, the last {count} months.",
    "over-time-told": "{label}: {counts}.",
    "themes-publish": "Publish as tags",
    "themes-publish-hint": (
        "The ideas of the themes that you tick are filed under the theme’s name, for everybody to "
        "see. A tag stays when themes change; you take it away at the idea."
    ),
    "themes-publish-do": "File ideas under these names",
    "themes-filed-none": "No idea was filed: all have this tag, or as many as an idea can have.",
    "themes-filed-one": "1 idea was filed.",
    "themes-filed-many": "{count} ideas were filed.",
    "desk-theme": "Theme",
    "desk-theme-found": "as found: {theme}",
    "desk-theme-found-none": "as found: none",
    "desk-theme-nowhere": "no theme",
    "desk-theme-is": "What it is about",
    "desk-theme-hint": "What you choose here stays when themes are found anew.",
    "desk-theme-do": "Put it there",
    "desk-did-theme": "{by} put it into another theme",
    "decisions-move-theme": "Put into another theme",
    "health-job-themes": "Find what ideas are about",
    "desk-failed-themes": "What ideas are about could not be found.",
    "export-column-theme": "What it is about, as its theme is called",
    "write-piece-ready": "A ready question",
    "write-ready-tone": "Concern, suggestion or praise",
    "write-setting-screening": "Words that somebody should look at",
    "queue-theme": "Theme",
    "queue-tone": "Concern, suggestion or praise",
    "queue-tone-concern": "Concerns",
    "queue-tone-suggestion": "Suggestions",
    "queue-tone-praise": "Praise",
}
