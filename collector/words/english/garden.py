"""What is said about the garden's folder and settings."""

SENTENCES = {
    "no-garden": (
        "There is no garden in {path}. Go to the folder that holds ideagarden.toml, name it with "
        "--garden, or make one with: ideagarden init ."
    ),
    "settings-missing": "{path} is missing. Make one with: ideagarden init .",
    "settings-unreadable": (
        "{path} can't be read ({cause}). Save it as a UTF-8 text file that you may read."
    ),
    "settings-syntax": (
        '{path} is not valid TOML: {cause}. Texts stand in quotes, as in: name = "Corner Bakery"'
    ),
    "settings-key": (
        "{path} has a setting {key!r} that the kit does not know. Did you mean {near!r}?"
    ),
    "settings-table": (
        "{path}: {key!r} is a group; write [{key}] on a line of its own and its settings below."
    ),
    "settings-type-text": "{path}: {key!r} must be a text in quotes.",
    "settings-type-number": "{path}: {key!r} must be a whole number.",
    "settings-type-texts": "{path}: {key!r} must be a list of texts.",
    "settings-timezone": "{path}: there is no time zone {value!r}. Did you mean {near!r}?",
    "settings-moderation": '{path}: moderation is "before" or "after", not {value!r}.',
    "settings-edit": (
        "{path}: `edit` under `[collector]` is {value!r}. Write as many minutes or hours as "
        "answers can be changed, as `30 minutes`, or `0 minutes`."
    ),
    "settings-retention": (
        '{path}: retention is a number of days, as in retention = "180 days", or "never"; not '
        "{value!r}."
    ),
    "one-day": "1 day",
    "many-days": "{days} days",
    "day-and-time": "{day}, {time}",
    "settings-language": ("{path}: the kit does not speak {value!r}. Its languages are: {known}."),
    "settings-store": (
        "{path}: store.url (or IDEAGARDEN_STORE_URL) names a PostgreSQL database, as "
        "postgresql+psycopg://NAME:PASSWORD@HOST/DATABASE; leave it empty to keep entries in "
        "var/garden.db."
    ),
    "settings-files": (
        "{path}: {key} is {value!r}, where public pages are made. What is kept there everybody "
        "could fetch: name another folder."
    ),
    "settings-web-address": (
        "{path}: {key} is {value!r}; write the whole address, as https://ideas.example.org."
    ),
    "settings-least": "{path}: {key} must be at least {least}.",
    "settings-most": "{path}: {key} must be at most {most}.",
}
