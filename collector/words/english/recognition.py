"""What is said about thanking people: contributors, the idea of the month, thank-yous."""

SENTENCES = {
    "rule-unread": (
        "{path}: {key} is {value!r}, which is no rule. Write: most votes among ideas shown this "
        "month, at least 5 votes. Instead of votes it can be comments; instead of ideas shown this "
        "month, ideas done this month or all ideas."
    ),
    "rule-counts-other": (
        "{path}: {key} is {value!r}: it counts one thing and asks for so many of another. Name the "
        "same twice: most votes …, at least 5 votes."
    ),
    "desk-event-thanked": "A thank-you",
    "notice-thanked-subject": "{garden} thanks you",
    "notice-thanked-line": (
        "{garden} thanks you for what you sent to “{challenge}”. The words are for you alone: open "
        "your receipt to read them."
    ),
    "notice-thanked-link": "Open your receipt",
    "agreed-title": "What you agreed to",
    "agreed-take-back": "Take this back",
    "agreed-hint": "What you take back holds no more, at once. You can do so at any time.",
    "agreed-taken-back": "Taken back. It holds no more.",
    "thank-from": "Thank you from {owner}",
    "thank-for-you": "This is for you alone: nobody else reads it.",
    "thank-title": "Thank-yous",
    "thank-hint": (
        "Only whoever holds the receipt reads this, never the public. It is erased with the entry."
    ),
    "thank-by": "{by}, {when}",
    "thank-seen": "read {when}",
    "thank-unseen": "not read yet",
    "thank-erase": "Take it back",
    "thank-erase-hint": (
        "The words are erased here and behind the receipt. Whoever has read them knows them still."
    ),
    "thank-erase-yes": "Erase these words",
    "thank-own": "Thank its author",
    "thank-own-hint": (
        "In your words, perhaps with the code of a voucher; at most {longest} characters. Whoever "
        "left an address is told by mail that something waits behind the receipt."
    ),
    "thank-send": "Thank",
    "desk-did-thank": "{by} thanked its author",
    "desk-did-unthank": "{by} took a thank-you back",
    "desk-did-honour": "{by} confirmed it as the idea of a month",
    "desk-did-unhonour": "{by} took back that it was the idea of a month",
    "desk-did-disagree": "its author took back what they had agreed to",
    "decisions-move-thank": "Author thanked",
    "decisions-move-unthank": "Thank-you taken back",
    "decisions-move-honour": "Idea of a month",
    "decisions-move-unhonour": "Idea of a month taken back",
    "decisions-move-disagree": "Agreement taken back by its author",
    "desk-garden-honours": "Idea of the month",
    "desk-garden-honours-hint": "What your rule says of each month, to be confirmed.",
    "week-honour": "Confirm the idea of the month: {month}",
    "honours-how": (
        "The rule finds it, you confirm it; then it stands on its page and among the contributors, "
        "and stays, however counts go on. It is told as counts stand now."
    ),
    "honours-month": "Month",
    "honours-show": "Show",
    "honours-confirmed": "{title}, with {count} counted. Confirmed by {by}, {when}.",
    "honours-revoke": "Take this back",
    "honours-one": "One idea is first.",
    "honours-level": "{count} ideas are level. The rule can’t part them: confirm one of them.",
    "honours-none": "No idea fits the rule.",
    "honours-secret": ("Ideas that are left out because their counts are not told yet: {count}."),
    "honours-counted-votes": "in favour: {count}",
    "honours-counted-comments": "comments: {count}",
    "honours-confirm": "Confirm",
    "contributors": "Contributors",
    "contributors-why": (
        "These people have given us ideas, and agreed to be named here. Thank you, and thanks to "
        "all who did so without their names."
    ),
    "contributors-people": "With ideas from",
    "contributors-onward": "Whose ideas they are: the contributors",
    "contributors-all": "All contributors",
    "credits-done": "Thanks for the idea to {names}.",
    "honours": "Ideas of the month",
    "honour-of": "Idea of the month: {month}",
    "honour-rule-votes-shown": (
        "Of the ideas first shown in the month, the one with most votes in its favour; {least} at "
        "least."
    ),
    "honour-rule-votes-done": (
        "Of the ideas done in the month, the one with most votes in its favour; {least} at least."
    ),
    "honour-rule-votes-all": (
        "Of all ideas shown by then, the one with most votes in its favour; {least} at least."
    ),
    "honour-rule-comments-shown": (
        "Of the ideas first shown in the month, the one with most comments; {least} at least."
    ),
    "honour-rule-comments-done": (
        "Of the ideas done in the month, the one with most comments; {least} at least."
    ),
    "honour-rule-comments-all": (
        "Of all ideas shown by then, the one with most comments; {least} at least."
    ),
    "honour-no-rule": (
        "There is no rule for an idea of the month. Write one into ideagarden.toml, as `month` "
        "under [recognition]."
    ),
    "honour-early": "The month is not over yet: counts still move. Confirm its idea afterwards.",
    "honour-taken": "This month has its idea already. Take that one back first.",
    "honour-not-first": (
        "The counts have changed since this page was shown: this idea is not first any more. Look "
        "at the page once more."
    ),
    "honour-no-month": "There is no such month.",
    "no-thank-you": "There is no such thank-you. It may have been taken back.",
}
