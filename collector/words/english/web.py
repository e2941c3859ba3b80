"""What the web says: pages around forms and receipts, and errors of the web itself."""

SENTENCES = {
    "title-400": "That could not be read",
    "title-403": "Not from here",
    "title-404": "Page not found",
    "title-405": "That could not be read",
    "title-409": "Not now",
    "title-413": "Too much at once",
    "title-422": "Please look at this again",
    "title-429": "Please wait a little",
    "title-500": "Something went wrong",
    "title-503": "Please try again soon",
    "title-thanks": "Thank you",
    "title-saved": "It is saved, and not sent yet",
    "next-response-unfinished": (
        "Go on with the code below, here or on another device, and then send it. Until then "
        "nothing of it counts."
    ),
    "state-unfinished": "It is saved, and not sent yet. Nothing of it counts.",
    "title-erased": "It is erased",
    "title-receipt": "Your receipt",
    "no-site": "The site is being made. Please come back in a minute.",
    "try-again": (
        "We can't keep anything just now. What you wrote is still here; please try again in a "
        "minute."
    ),
    "no-page": "There is nothing at this address.",
    "no-challenge": "There is no such challenge here. It may have been taken off the site.",
    "no-form": "This challenge has no such form. It may have been changed.",
    "invalid": "Some answers need another look.",
    "too-many": (
        "More has come from your network than we take within an hour. Please try again in {wait}; "
        "what you wrote is still here."
    ),
    "minute": "a minute",
    "minutes": "{minutes} minutes",
    "our-fault": "Something went wrong on our side. Go back: what you wrote is still in the form.",
    "bad-request": "Your browser sent something that could not be read.",
    "too-large": (
        "This is more than {limit}, which is the most that is accepted at once. Nothing was kept. "
        "Go back, shorten it and send it again."
    ),
    "too-many-fields": "This has more than {most} answers; nothing was kept.",
    "content-type": "Forms are sent as application/x-www-form-urlencoded or application/json.",
    "no-length": "What arrived does not say how long it is (Content-Length), so it was not read.",
    "not-utf-8": "What arrived is not UTF-8 text, so nothing was kept. Please send it again.",
    "json-shape": (
        'Send {{"_token": "…", "_form": "…", "answers": {{"column": "text" or ["text"]}}}}.'
    ),
    "origin": (
        "This came from another website ({origin}) that we do not know. Please check it and send "
        "it from here."
    ),
    "form-changed": (
        "The questions were changed while you were answering. What still fits is filled in; "
        "please check it and send it again."
    ),
    "token-wrong": "Please confirm once more that this is what you want to send.",
    "token-expired": "This page had been open for a long time. Please confirm once more.",
    "results-not-told": "These results are not public yet.",
    "not-published-yet": "Nothing was published here yet. Please come back in a minute.",
    "ticket-over": "This page has gone, as it does after an hour. Your code still works.",
    "next-idea-waiting": "We have it. We read it before anything of it is shown.",
    "next-idea-approved": "We have it. What is public of it stands on the page in a moment.",
    "next-response-waiting": "We have it. We look at it before it is counted.",
    "next-response-approved": "We have it, and it is counted.",
    "next-no-key-poll": (
        "Your vote is kept. Your browser keeps nothing for us, so we count it apart."
    ),
    "next-no-key-survey": (
        "Your answer is kept. Your browser keeps nothing for us, so we count it apart."
    ),
    "title-answered": "You have answered this",
    "answered-typed": "So that it is not lost, here is what you wrote now:",
    "answered-receipt": "To your receipt",
    "state-waiting": "It is waiting for us to read it.",
    "state-approved": "It was accepted.",
    "state-rejected": "We decided not to use it.",
    "state-spam": "We decided not to use it.",
    "state-withdrawn": "You took it back. It is neither shown nor counted.",
    "state-erased": "It was erased.",
}
