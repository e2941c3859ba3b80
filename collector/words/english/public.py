"""What the collector's pages for visitors say: around confirming, receipts and results."""

SENTENCES = {
    "public-home": "Go to the home page",
    "public-challenges": "To the challenges",
    "public-confirm-title": "Is this right?",
    "public-confirm": "This goes to “{title}”. Nothing is kept until you press the button.",
    "public-confirm-files": "A file that you do not send is deleted after two hours.",
    "public-confirm-send": "Yes, send it",
    "public-confirm-change": "Change something",
    "public-save-title": "Save this for later?",
    "public-save": (
        "This is what could be read of your answers to “{title}”. Nothing is kept until you press "
        "the button, and nothing is sent or counted before you have gone on."
    ),
    "public-save-send": "Yes, save it",
    "public-continue": "Go on with it",
    "public-edit": "Change it",
    "public-edit-hint": "You can change it until {when}, unless we have decided on it before.",
    "public-choice-title": "A new entry, or a correction?",
    "public-choice": "Nothing of this is lost. This is what you wrote now:",
    "public-choice-correction": "It corrects what I sent before",
    "public-choice-correction-hint": "We keep this one and take the earlier one back.",
    "public-choice-new": "It is a new entry",
    "public-choice-new-hint": "We keep both.",
    "public-not-lost": "So that it is not lost, here is what you wrote:",
    "public-erased": (
        "Nothing of what you sent is kept any more, and nothing is known under your code. What "
        "stood on a page goes from it within a minute."
    ),
    "public-erased-backups": (
        "Our backups still hold it, the last of them for another {days}; then they end too."
    ),
    "public-result-title": "What everybody says",
    "public-result-counted": "Counted on {day} at {time}; what came since is on its way.",
    "public-cleared": ("What you told us about yourself was erased on {day}, as promised."),
    "public-withdraw-ask": "Do you want to take this back? That can't be undone.",
    "public-withdraw-yes": "Yes, take it back",
    "public-withdraw-no": "No, leave it",
    "public-withdraw": "Take it back",
    "public-withdraw-files": "Files that came with it are deleted.",
    "public-withdraw-hint": (
        "Taken back, it is neither shown nor counted, and only we can still read it."
    ),
    "public-erase-ask": (
        "Do you want to erase this for good? Everything you wrote is deleted, and so is what we "
        "answered. Your code opens nothing any more. That can't be undone."
    ),
    "public-erase-yes": "Yes, erase it",
    "public-erase-no": "No, keep it",
    "public-erase": "Erase it",
    "public-erase-hint": "Erased, it is gone for us too.",
    "public-code": "Your receipt code",
    "public-code-is": "Your receipt code:",
    "public-code-hint": ("Four groups of four letters and digits, from the page that thanked you"),
    "public-code-show": "Show it",
    "public-once": "Exactly this was sent from here a moment ago, so it is kept once.",
    "public-once-more": "It is from somebody else: send it too",
    "public-keep-code": (
        "Write it down. With it you can {link}. We keep no name for it, so nobody can find it for "
        "you."
    ),
    "public-keep-code-link": "see what becomes of this, take it back, or erase it",
}
