"""Why something can't be done now, and from when it can; on pages and in refusals."""

SENTENCES = {
    "submit-opens": "Sending ideas opens on {opens}.",
    "submit-reopens": "Sending ideas opens again on {opens}.",
    "submit-ended": "Sending ideas ended on {closes}.",
    "submit-never": "No ideas are taken here.",
    "answer-opens": "This opens on {opens}.",
    "answer-reopens": "This opens again on {opens}.",
    "answer-ended": "This closed on {closes}.",
    "answer-never": "No answers are taken here.",
    "vote-opens": "Voting opens on {opens}.",
    "vote-reopens": "Voting opens again on {opens}.",
    "vote-ended": "Voting ended on {closes}.",
    "vote-never": "Ideas are not voted on here.",
    "comment-opens": "Comments open on {opens}.",
    "comment-reopens": "Comments open again on {opens}.",
    "comment-ended": "Comments ended on {closes}.",
    "comment-never": "Comments are not taken here.",
}
