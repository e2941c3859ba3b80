"""Votes: what is asked, told and refused."""

SENTENCES = {
    "votes-none-apart": "There are no such votes any more; somebody else has decided meanwhile.",
    "desk-votes": "Votes counted apart",
    "desk-votes-about": (
        "These votes are kept and stand beside the counts. You can let them count; what comes "
        "later is counted apart again. Each decision is kept."
    ),
    "desk-votes-none": "No vote is counted apart.",
    "desk-votes-count": "Let them count",
    "desk-votes-leave": "Leave them apart",
    "desk-votes-no key": "They can't be told apart",
    "desk-votes-why-no key": (
        "These browsers keep nothing for us, so one person may have voted several times."
    ),
    "desk-votes-trap": "They filled in a field that people do not see",
    "desk-votes-why-trap": (
        "Programs do so; so do some password managers and aids for reading a page."
    ),
    "desk-votes-too fast": "Many at once from one network",
    "desk-votes-why-too fast": (
        "More than twenty for one idea within a minute: a program, or a class that votes together."
    ),
    "desk-did-count-votes": "votes that were apart count, decided by {by}",
    "desk-did-leave-votes": "votes stay apart, decided by {by}",
    "vote-none": "Ideas of this challenge are not voted on one by one.",
    "vote-value": "A vote here is one of: {allowed}.",
    "vote-unknown": "We know no idea at this address. Nothing was kept.",
    "vote-withdrawn": "Its author has taken this idea back, so it takes no votes any more.",
    "vote-merged": (
        "This idea was merged into another. Votes on both count together; please vote there."
    ),
    "vote-merged-link": "To the idea that it was merged into",
    "vote-not-shown": "This idea is not shown now, so it takes no votes.",
    "vote-spent": (
        "You have used all of your {most}. Take one back at another idea, then you can vote for "
        "this one."
    ),
    "vote-by-receipt": (
        "Your browser keeps nothing for us, so we can't tell which vote is yours. Please take it "
        "back with its receipt."
    ),
    "vote-no-key": (
        "This browser has no number of ours, so a script can't vote from it. Please use the "
        "button of the page."
    ),
    "vote-gone": "This vote was taken back. You can vote anew on the idea's page.",
    "vote-yes": "Vote for it",
    "vote-up": "For it",
    "vote-down": "Against it",
    "vote-star": "{step} of 5 stars",
    "vote-stars": "How many stars?",
    "vote-stars-send": "Give these stars",
    "vote-back": "Take my vote back",
    "vote-about": "{act}: {title}",
    "vote-count-none": "No votes yet",
    "vote-count-one": "1 vote",
    "vote-count-many": "{n} votes",
    "vote-count-updown": "{up} for, {down} against",
    "vote-count-stars-one": "{mean} of 5 stars, from 1 vote",
    "vote-count-stars-many": "{mean} of 5 stars, from {n} votes",
    "vote-apart": ", and {apart} counted apart",
    "vote-count-later": "The votes are not counted in public now.",
    "vote-count-after-vote": "What others say is told to you once you have voted.",
    "vote-count-after-close": "The votes are told once voting is over.",
    "vote-place": "Place {rank} of {ranked}",
    "vote-confirm-title": "Is this your vote?",
    "vote-confirm": "You vote on “{title}”. Nothing is kept until you press the button.",
    "vote-confirm-says": "Your vote: {said}",
    "vote-confirm-back": "You take your vote on “{title}” back.",
    "vote-confirm-yes": "Yes, vote",
    "vote-confirm-back-yes": "Yes, take it back",
    "vote-before": "Your vote until now: {said}",
    "vote-refused-title": "This vote was not kept",
    "vote-kept-title": "Thank you for your vote",
    "vote-back-title": "Your vote was taken back",
    "vote-kept": "Your vote is kept.",
    "vote-kept-back": "Your vote was taken back.",
    "vote-kept-no-key": (
        "Your vote is kept. Your browser keeps nothing for us, so we count it apart."
    ),
    "vote-left-none": "You have used all your votes.",
    "vote-left-one": "You may vote for one more idea.",
    "vote-left-many": "You may vote for {left} more ideas.",
    "vote-to-idea": "To the idea",
    "vote-receipt-title": "Your vote",
    "vote-receipt-keep": "Write it down. With it you can {link}.",
    "vote-receipt-keep-link": "change your vote, or take it back",
    "vote-receipt-change": "Change it to: {said}",
    "vote-receipt-about": "On “{title}”",
    "vote-receipt-merged": (
        "This idea was merged into “{title}”. Votes on both count together, each person once."
    ),
    "vote-not-seen": "This idea is not shown now. Your vote counts nowhere meanwhile.",
    "vote-everybody": "What everybody says: {counted}.",
    "vote-erase-ask": (
        "Do you want to erase your vote? It is deleted, and your code opens nothing any more."
    ),
    "vote-erase-ask-over": (
        "Do you want to erase what ties this vote to you? Voting is over, so it still counts, but "
        "nobody can tell whose it was, and your code opens nothing any more."
    ),
    "vote-erased": "Nothing ties a vote to you any more, and your code opens nothing.",
}
