"""What `check` says of forms: how long they take, who sees what, and where their paths lead."""

SENTENCES = {
    "check-briefs": "{briefs} briefs: {errors} errors, {warnings} warnings.",
    "check-fixed": "{path}: ids and codes written out.",
    "check-public": "{slug}, {form}: shown publicly: {questions}",
    "check-public-nothing": "{slug}, {form}: shown publicly: nothing",
    "check-erased-end": "{slug}, {form}: erased {days} after its end: {questions}",
    "check-erased-came": "{slug}, {form}: erased {days} after they came: {questions}",
    "check-minutes-one": "{slug}, {form}: takes about 1 minute",
    "check-minutes": "{slug}, {form}: takes about {minutes} minutes",
    "check-paths": "{slug}, {form}: paths walked: {paths}; questions met: {met}",
    "check-paths-never": "{slug}, {form}: never met: {questions}",
    "check-paths-more": (
        "{slug}, {form}: there are more paths than were walked, so what is never met, and that no "
        "column shifts, is known of these only"
    ),
    "check-paths-refused": (
        "{slug}, {form}: what was made up for these columns was not accepted: {columns}"
    ),
    "check-paths-shifted": "{slug}, {form}: these columns do not come back from a csv: {columns}",
    "check-paths-sound": "{slug}, {form}: every answer was found in its column again",
    "form-unreachable": (
        "No answers lead to {label!r}: what its condition asks of earlier questions can't be. "
        "Nobody will ever see it. Correct the condition, or delete the question if it only waits "
        "for a later time."
    ),
    "form-minutes-one": "Takes about 1 minute.",
    "form-minutes": "Takes about {minutes} minutes.",
}
