"""What is said where an idea is like others."""

SENTENCES = {
    "similar-title": "Is it one of these?",
    "similar-hint": (
        "These ideas are already here. If yours is among them, you need not send it again; if it "
        "says something else, do. Each opens in a new tab."
    ),
    "script-similar": "Already here (each opens in a new tab):",
    "script-similar-vote": "A vote there helps it more than the same idea once more.",
    "desk-similar": "Similar ideas",
    "desk-similar-none": "No idea of this challenge is like it.",
}
