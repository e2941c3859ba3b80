"""What is said in quarterly reports and success stories, and of faults in their pages."""

SENTENCES = {
    "reports": "Reports",
    "reports-why": "Quarter by quarter: what we asked, what came, what we did, what it brought.",
    "stories": "Stories",
    "stories-why": "What became of ideas, told by us.",
    "report-quarter": "{value!r} names no quarter. Write its year and number.",
    "report-quarter-missing": (
        "Of which quarter does it tell? Call the file by it, as 2026-Q4.md, or write this line."
    ),
    "report-asked": "What we asked",
    "report-came": "What came",
    "report-did": "What we did",
    "report-brought": "What it brought",
    "report-learnt": "What we learnt",
    "report-period": "{begins} to {ends}",
    "report-final": "as it stands on {day}",
    "report-so-far": "not over yet: so far, up to {day}",
    "report-empty": "In this quarter nothing came, and nothing was done.",
    "report-nothing-told": "nothing told",
    "report-challenges": "Challenges",
    "report-challenges-is": "Challenges that were open on a day of the quarter.",
    "report-ideas": "Ideas",
    "report-ideas-is": "Ideas that came and were let through.",
    "report-answers": "Answers",
    "report-answers-is": "Answers to surveys and polls that came and stand.",
    "report-comments": "Comments",
    "report-comments-is": "Comments on these ideas and earlier ones, replies too.",
    "report-votes": "Votes",
    "report-votes-is": (
        "Votes that were cast, or last changed, in the quarter, but for those that are counted "
        "apart; on the site only of challenges whose counts are shown."
    ),
    "report-replies": "Answers from us",
    "report-replies-is": "What we answered in public to ideas and comments.",
    "report-planned": "Planned",
    "report-planned-is": "Ideas that came to this step in the quarter and still stand there.",
    "report-in_progress": "Begun",
    "report-in_progress-is": "Ideas in progress that were begun in the quarter.",
    "report-done": "Done",
    "report-done-is": "Ideas that were done in the quarter.",
    "report-declined": "Declined",
    "report-declined-is": "Ideas that we declined in the quarter.",
    "report-value": "Brought",
    "report-value-is": "What the ideas done in the quarter brought so far, as far as we tell it.",
    "report-cost": "Took",
    "report-cost-is": "What doing them took, as far as we tell it.",
    "report-done-on": "done on {day}",
    "report-deed-value": "brought {amount}",
    "report-deed-cost": "took {amount}",
    "report-tried": "an experiment: {outcome}",
    "desk-menu-quarters": "Quarters",
    "quarters-hint": (
        "What each quarter brought, of all challenges that you may see. Open one to read it, "
        "print it or take its numbers home."
    ),
    "quarters-all": "All quarters",
    "quarter": "Quarter",
    "quarter-title": "Report {quarter}",
    "quarter-on-site": "Its page on the site",
    "quarter-publish": (
        "Only the desk sees this. To publish it in your own words, begin its page with {command}; "
        "of what ideas brought it tells what you ticked."
    ),
    "report-format": "{path}: a report is written to .html, .csv, .xlsx or .ods.",
    "told-report": "The report on {quarter} is in {path}.",
    "not-a-quarter": "{text!r} names no quarter. Write its year and number: 2026-Q4.",
    "story-before": "How it was",
    "story-did": "What we did",
    "story-came": "What came of it",
    "story-again": "What we would do again",
    "story-empty": "A story tells something: write below one of its headings.",
    "story-idea": "The idea behind it",
    "idea-stories": "Its story",
}
