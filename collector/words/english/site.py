"""What the pages of the site say beside what briefs and visitors wrote."""

SENTENCES = {
    # Around every page
    "site-skip": "Skip to the content",
    "site-pages": "Pages",
    "site-dark": "Dark colours",
    "site-more": "More",
    "site-feed": "Feed",
    "site-challenges": "Challenges",
    "site-privacy": "Privacy",
    "site-missing-title": "Page not found",
    "site-missing": (
        "There is nothing at this address. It may have been withdrawn, or the link may be "
        "incomplete."
    ),
    "site-missing-onward": "See what we are asking",
    # When a challenge is open
    "site-opens-soon": "Opens soon",
    "site-opens-on": "Opens on {when}",
    "site-opens-in-one": "Opens in a day",
    "site-opens-in-many": "Opens in {days} days",
    "site-open": "Open",
    "site-until": "Until {when}",
    "site-left-one": "Last day",
    "site-left-many": "{days} days left",
    "site-no-end": "No closing date",
    "site-closed": "Closed",
    "site-until-full": "Until {most} answers have come",
    "site-until-or-full": "Until {when}, or until {most} answers have come",
    "site-came": "({came} of {most} so far)",
    "site-closed-on": "Closed on {when}",
    "site-not-yet": ("This opens on {when}. Come back then and tell us what you think."),
    "site-over": "This closed on {when}. Thank you to everyone who took part.",
    # Lists of challenges
    "site-open-now": "Open now",
    "site-opening-soon": "Opening soon",
    "site-nothing-title": "Nothing is being asked just now",
    "site-nothing": "Come back soon.",
    "site-nothing-or": "Come back soon, or see {link}.",
    "site-nothing-link": "what came of earlier questions",
    "site-closed-link": "Closed challenges and what came of them ({count})",
    "site-none-closed": "Nothing has closed yet.",
    "site-none-closed-link": "See what is open.",
    "site-ideas-none": "No ideas",
    "site-ideas-one": "{count} idea",
    "site-ideas-many": "{count} ideas",
    "site-answers-none": "No answers",
    "site-answers-one": "{count} answer",
    "site-answers-many": "{count} answers",
    "site-so-far": "{counts} so far",
    # A challenge
    "site-languages": "Other languages",
    "site-prize": "Prize",
    "site-questions": "Questions?",
    "site-results": "Results",
    "site-ideas": "The ideas so far",
    # Ideas
    "site-all-ideas": "All ideas",
    "site-all-ideas-count": "All {count} ideas",
    "site-all-ideas-of": "All ideas: {title}",
    "site-list-pages": "Pages of the list",
    "site-no-idea": "No idea stands here.",
    "site-no-idea-yet": "No idea stands here yet.",
    "site-first-idea": "Yours could be the first.",
    "site-ideas-later": "Ideas stand here once this has opened.",
    "site-answer-of": "Answer of {owner}",
    "site-said-by": "{owner}:",
    "site-answered": "Answered",
    "site-sample": "Made-up sample",
    "site-progress-under review": "Under review",
    "site-progress-planned": "Planned",
    "site-progress-in progress": "In progress",
    "site-progress-done": "Done",
    "site-progress-declined": "Declined",
    # Results
    "site-nobody-answered": "Nobody answered.",
    "site-no-answers": "No answers yet.",
    "site-result-after-vote": "Answer to see the result.",
    "site-result-after-vote-from": "Answer to see the result; it stands here from {when}.",
    "site-result-after-close": "The result stands here once this has closed.",
    "site-result-from": "The result stands here from {when}.",
    "site-result-later": "The result stands here once this has opened.",
    # The privacy page
    "site-retention": (
        "E-mail addresses, telephone numbers and whatever else tells who you are (only we see it) "
        "are erased {days} after a challenge has closed. Where a challenge has no end, they are "
        "erased {days} after you sent them. Everything else stays."
    ),
    "site-retention-never": "We keep what you send until you erase it.",
    "site-retention-others": "Some challenges say otherwise:",
    "site-retention-other": "{link}: such answers are erased after {days}",
    "site-retention-other-never": "{link}: such answers are kept until you erase them",
    "site-backups": (
        "So that nothing is lost when a disk breaks we make a copy each day. What is erased stays "
        "in older copies until they end: each is kept for {days}. If we ever have to go back to "
        "one, what was erased is erased from it first."
    ),
    "site-backups-none": "We keep no other copies of what you send.",
}
