"""What is said of screening rules: what is wrong with one, and what one has found."""

SENTENCES = {
    "screening-mentions": "A rule begins with the word “mentions”, and the words to look for.",
    "screening-words": "A rule names the words to look for.",
    "screening-no-effect": (
        "A rule ends with a colon and what then happens: flag, first or tell staff."
    ),
    "screening-effect": "A rule can’t do {effect!r}. It can do: {known}.",
    "screening-language": (
        "The kit does not know a language {language!r}. It knows {known}; without one the rule "
        "holds in all."
    ),
    "screening-phrase": (
        "{phrase!r} is no word to look for. A word has letters or digits; a * stands at its "
        "beginning or its end, beside at least two of them."
    ),
    "screening-quotes": "A quotation mark is missing: what stands between two holds together.",
    "screening-long": "{phrase!r} is too long: a phrase has at most {most} characters.",
    "screening-many": "There are too many rules: at most {most} in one place.",
    "settings-screening": "{path}: screening, rule {number}: {fault} Write: {fix}",
    "settings-screening-many": "{path}: screening: there are too many rules, at most {most}.",
    "setting-screening": "Words that somebody should look at",
    "setting-screening-hint": (
        "One rule a line, as mentions allergy, allergic: tell staff. After the colon stands flag, "
        "first or tell staff."
    ),
    "desk-screened": "Your rule: mentions {phrases}",
    "queue-screened": "Your rules",
    "queue-screened-yes": "Only what your rules name",
    "queue-screened-no": "Nothing that your rules name",
    "week-screened-one": "1 that mentions what your rules name: {challenge}",
    "week-screened-many": "{count} that mention what your rules name: {challenge}",
    "notice-screened-subject": "Something for you to look at: {challenge}",
    "notice-screened-line": (
        "An entry to “{challenge}” mentions {phrases}. Your rule says that you are told."
    ),
}
