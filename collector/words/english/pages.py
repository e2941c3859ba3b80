"""What the making of pages says when it can't go on."""

SENTENCES = {
    "code-changed": (
        "Answers are kept under the code “{old}”, and new words would make “{new}” of it. "
        "Write the old code out."
    ),
    "code-gone": (
        "Answers to “{question}” are kept under the code “{old}”, which no option has now."
    ),
    "id-changed": (
        "Answers are kept under “{old}”, and new words would make “{new}” of it. "
        "Write the old id out."
    ),
    "id-gone": "Answers are kept under “{old}”, which no question has now.",
    "build-failed": (
        "The site could not be made: {cause}. Make room, or give this user the right to read and "
        "write there. The site that stood still stands."
    ),
    "build-running": "Another build of this garden is running. Try again when it is done.",
    "foreign-request": (
        "{page} would load {address} from another site, and that site would learn about every "
        "visitor. Put the file beside the page and link to that."
    ),
    "form-count": (
        "{page} should hold the form “{form}” once, but holds it {count} times. "
        "The page was not published."
    ),
    "form-fields": (
        "{page}: the form “{form}” was not drawn as it is defined; look at: {fields}. "
        "The page was not published."
    ),
    "generator-failed": "MkDocs could not make the site (status {status}). It said: {said}",
    "mkdocs-unreadable": "{path} can't be read: {cause}",
    "page-encoding": "{path} is not UTF-8 text. Save it again with the encoding UTF-8.",
    "page-missing": "{page} was not made. The site that stood still stands.",
    "page-twice": "Two pages want to be {place}: a challenge, and one of site/pages/. Rename one.",
    "site-overlaps": (
        "A build empties its folder, and {site} holds or lies in {source}. "
        "Write `site_dir: build/site` into mkdocs.yml."
    ),
    "slot-broken": "{page} holds the beginning of a slot without its end.",
    "slot-count": (
        "{page} needs the slot “{slot}” once and holds it {count} times. "
        "Write <!--slot:{slot}--><!--/slot:{slot}--> where it shall stand."
    ),
    "terms-missing": "There is no page site/pages/terms/{name}.md that people could accept.",
}
