"""What the desk says about a jury: lists, scorecards to fill in, the ranking, jurors."""

SENTENCES = {
    "desk-menu-jury": "Jury",
    "no-jury": "This challenge has no jury. Its brief has no {{.jury}} section.",
    "jury-title": "Jury: {title}",
    "jury-share": "{done} of {of} ideas scored",
    "jury-none-yet": "No idea is approved yet. What is to be judged stands here as soon as one is.",
    "jury-order": (
        "The ideas stand in an order of your own, so that none is first for everybody. What others "
        "say of an idea you see once your own score is in."
    ),
    "jury-left": "To score",
    "jury-done": "Scored",
    "jury-all-done": "You have scored every idea. Thank you!",
    "jury-begin": "Score the next idea",
    "jury-standing-open": "not yet",
    "jury-standing-begun": "begun",
    "jury-standing-again": "to be looked at again: the scorecard has changed",
    "jury-standing-conflict": "left out: too close",
    "jury-standing-in": "scored",
    "jury-ranking": "Ranking",
    "jury-jurors": "Jurors",
    "jury-open": "Jury",
    "jury-blind": "What others said stands here once you have scored every idea.",
    "score-of": "Score this idea",
    "score-marks": "Your score",
    "score-kept": "Your score is kept.",
    "score-kept-open": "What you marked is kept. It counts once every criterion has a mark.",
    "score-own": "Your score: {score} of 100",
    "score-own-none": "Your score counts for nothing here: no criterion with a weight applies.",
    "score-again": (
        "The scorecard has changed since you scored this idea. What still fits is filled in; mark "
        "the rest, and your score counts again."
    ),
    "score-conflict": "I am too close to this idea to judge it",
    "score-conflict-hint": (
        "It is yours, a relative’s or a partner’s, say. Then no marks are kept, and nobody waits "
        "for you."
    ),
    "score-not-applicable": "Does not apply",
    "score-note": "Your note",
    "score-note-hint": (
        "Only those who run the jury read it. At most {longest} characters; nothing needs to stand "
        "here."
    ),
    "score-keep": "Keep my score",
    "score-keep-next": "Keep it and go on to the next",
    "score-others": "What others said",
    "score-others-none": "Nobody else has scored this idea yet.",
    "score-other": "{juror}: {score} of 100",
    "score-other-none": "{juror}: no score",
    "score-other-conflict": "{juror}: left out, too close",
    "score-read": "The idea",
    "score-step": "Choose one of the steps from {low} to {high}.",
    "score-note-long": "A note has at most {most} characters; this one has {have}.",
    "score-changed": (
        "This score was kept from another window meanwhile. What you see here is what you typed; "
        "keep it to put it in its place."
    ),
    "score-card-changed": (
        "The scorecard has changed while you had it open. What still fits is filled in; look at it "
        "again and keep it."
    ),
    "score-not-shown": "This idea is not approved, so there is nothing to judge.",
    "score-merged": "This idea was merged into another one, which is judged in its place.",
    "ranking-title": "Ranking: {title}",
    "ranking-about": (
        "Each mark becomes a number from 0 to 100; the weighted mean of a juror’s marks is their "
        "score, the mean of their scores the idea’s."
    ),
    "ranking-none": "No score is in yet.",
    "ranking-place": "Place",
    "ranking-idea": "Idea",
    "ranking-score": "Score",
    "ranking-jurors": "Jurors",
    "ranking-spread": "Lowest to highest",
    "ranking-stays": "Stays in the top {top}",
    "ranking-stays-hint": (
        "In how many of 1000 draws the idea stays among the first {top} when each weight moves by "
        "up to 20 %. What stays in nearly all of them does not hang on the weights."
    ),
    "ranking-top": "How many places are there?",
    "ranking-top-do": "Show",
    "ranking-equal": "{rank}, equal",
    "ranking-no-score": "no score",
    "ranking-tie": (
        "The last of the {top} places falls between equals: {titles}. The scores don’t decide "
        "between them; you do, and say why."
    ),
    "ranking-agreement": "How far the jury agrees",
    "ranking-agreement-hint": (
        "1 means that all are of one mind, 0 that dice would say as much (Krippendorff’s alpha; "
        "Fleiss’ kappa where everybody marked everything). From 0.8 on, rely on it; below 0.67, "
        "talk before you decide: jurors read the criterion differently."
    ),
    "ranking-criterion": "Criterion",
    "ranking-whole": "The whole score",
    "ranking-alpha": "Alpha",
    "ranking-kappa": "Kappa",
    "ranking-allows": "So",
    "ranking-level-good": "they agree",
    "ranking-level-fair": "enough for a first idea",
    "ranking-level-poor": "talk first",
    "ranking-level-": "can’t be told yet",
    "ranking-matrix": "What ideas bring, and how easy they are",
    "quadrants-base": "The jury’s means, from 0 to 100. A number is an idea, in the order above.",
    "quadrants-note": "First what brings much and is easy; last what brings little and is hard.",
    "quadrants-number": "Number",
    "quadrants-field": "Field",
    "quadrants-first": "Do first",
    "quadrants-plan": "Plan",
    "quadrants-fill": "Fill in",
    "quadrants-leave": "Leave",
    "quadrants-told": "{number}, {title}: {field}.",
    "pick-shortlist": "On the shortlist",
    "pick-award": "Award",
    "pick-pick": "Pick out ideas",
    "pick-tick": "Pick",
    "pick-hint": "Tick ideas in the list above, say why, and choose what becomes of them.",
    "pick-why": "Why",
    "pick-why-hint": "The reason is kept in the log of decisions, for ever.",
    "pick-why-none": "Choose a reason",
    "pick-reason": "Choose why. Decisions of a jury have a reason.",
    "pick-tie": (
        "Equal in score, and not ticked: {titles}. The score can’t be why one is picked and the "
        "other is not. Tick all of them, or choose another reason."
    ),
    "pick-words": "Your public answer to each of them",
    "pick-words-hint": (
        "It stands with the ideas in your garden’s name. At most {longest} characters; nothing "
        "needs to stand here."
    ),
    "pick-do-shortlist": "Put on the shortlist",
    "pick-do-award": "Give the award",
    "pick-do-unlist": "Take off again",
    "pick-already": "One of these ideas stands so already. Nothing was changed.",
    "desk-reason-score": "the jury’s score",
    "desk-reason-tie": "chosen between equals",
    "desk-reason-talk": "what the jury said to each other",
    "desk-reason-votes": "people’s votes",
    "desk-reason-means": "what can be done with what there is",
    "desk-did-shortlist": "{by} put it on the shortlist",
    "desk-did-award": "{by} gave it the award",
    "desk-did-unlist": "{by} took it off the shortlist",
    "desk-done-shortlist": "Shortlisted",
    "desk-done-award": "Awarded",
    "desk-done-unlist": "Taken off the shortlist",
    "desk-did-take-out-scores": "scores of a juror taken out by {by}",
    "decisions-move-take-out-scores": "A juror’s scores taken out",
    "decisions-move-shortlist": "Put on the shortlist",
    "decisions-move-award": "Given the award",
    "decisions-move-unlist": "Taken off the shortlist",
    "export-column-pick": "What it was picked out of all for: shortlist, award; blank for nothing",
    "export-csv-scores": "Jury’s scores (.csv)",
    "export-sheet-scores": "Scores",
    "export-about-scores": (
        "Scores: a row for each criterion that a juror said something of; the score’s own row "
        "where there is a conflict of interest. Only scores that are in count"
    ),
    "listed-juror": "Who scored it: an account’s name",
    "listed-scored": "When it was kept",
    "listed-criterion": "The criterion’s id; blank where the juror left the idea out",
    "listed-mark": "The step that was chosen; blank where it does not apply",
    "listed-scale": "The steps that there were, as 1-5",
    "listed-applies": "0 where the juror found that the criterion does not apply",
    "listed-weight": "What the criterion counts beside the others now; blank where it is gone",
    "listed-conflict": "1 where the juror stands too close to the idea to judge it",
    "listed-in": "1 where the score says something of every criterion as they now are",
    "listed-note": "The juror’s note, once for each score",
    "jurors-title": "Jurors: {title}",
    "jurors-about": (
        "A juror sees what is published of approved ideas, and nothing else of the desk. A "
        "personal link lets one in without a password: once, in the browser where it is opened "
        "first. Passed on later it opens nothing; if somebody else was quicker, make a new link, "
        "which ends what the first one began."
    ),
    "jurors-none": "Nobody is a juror yet.",
    "jurors-share": "{done} of {of} scored",
    "jurors-behind": "Still to score",
    "jurors-behind-none": "Everybody has scored every idea.",
    "jurors-by-link": "by a personal link",
    "jurors-invite": "Let somebody in",
    "jurors-name": "Name",
    "jurors-name-hint": "One that the others know. It stands beside the scores, at the desk only.",
    "jurors-make": "Make a personal link",
    "jurors-again": "New link",
    "jurors-given": "For {name}. It is shown only now, works once, and ends after {days} days.",
    "jurors-offered": "Not opened yet",
    "jurors-until": "until {when}",
    "jurors-dismiss": "Dismiss {name}",
    "jurors-dismiss-hint": "{name} sees nothing of this jury any more. Scores stay, unless:",
    "jurors-dismiss-scores": "Take out what {name} scored as well",
    "jurors-dismiss-do": "Dismiss",
    "juror-more": "{name} is more than a juror of this challenge. Change that under People.",
    "juror-welcome": "You are let in as {name}, to judge ideas.",
    "juror-once": (
        "Your link works once and belongs to this browser for {days} days: begin on the device on "
        "which you want to read and score. Please don’t pass it on."
    ),
    "juror-begin": "Begin",
}
